"""A pin's picture: a paper disc with an icon and a soft shadow; there are few, and each is drawn once a size."""

from functools import lru_cache
from math import ceil
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from dimples_gui.atlas.model import Outline
from dimples_gui.icons import draw_icon

ICON_SHARE = 18.0 / 28.0  # of a pin's width
SHADOW_ALPHA, SHADOW_SPREADS_PX, SHADOW_DOWN_PX = 24, (0.5, 1.7, 3.0), 1.5  # a soft shadow is some hard ones
KEPT = 64

Paint: TypeAlias = tuple[str, str, str, float]  # colours of paper, edge and icon; how wide the edge is in pixels


def draw_pin(painter: QPainter, at: QPointF, wide: float, icon: tuple[Outline, ...], paint: Paint) -> None:
    """Draw one in the middle of a point, on whole device pixels; `wide` in pixels."""
    ratio = painter.device().devicePixelRatioF()
    picture = _picture(wide, icon, paint, ratio)
    half = picture.width() / 2
    painter.drawImage(QPointF(round(at.x() * ratio - half) / ratio, round(at.y() * ratio - half) / ratio), picture)


@lru_cache(maxsize=KEPT)
def _picture(wide: float, icon: tuple[Outline, ...], paint: Paint, ratio: float) -> QImage:
    """The pin in the middle of a square that its shadow fits into."""
    paper, edge, ink, line = paint
    radius = wide / 2
    half = ceil((radius + max(SHADOW_SPREADS_PX[-1] + SHADOW_DOWN_PX, line / 2) + 1) * ratio)
    image = QImage(2 * half, 2 * half, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(half / ratio, half / ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, SHADOW_ALPHA))
    for spread in SHADOW_SPREADS_PX:
        painter.drawEllipse(QPointF(0, SHADOW_DOWN_PX), radius + spread, radius + spread)
    painter.setBrush(QColor(paper))
    painter.setPen(QPen(QColor(edge), line))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    side = ICON_SHARE * wide
    draw_icon(painter, icon, QRectF(-side / 2, -side / 2, side, side), ink)
    painter.end()
    return image
