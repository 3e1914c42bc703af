"""A picture drawn larger than it is, without visible pixels.

Doubling by linear interpolation, again and again, tends to a smooth curve through the pixels (Chaikin's corner cutting:
a quadratic B-spline), with nothing but what Qt does quickly.
"""

from math import ceil, floor, log2

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

LAST_STEP = 1.9  # the painter's own interpolation does so much of it
ALONE = 1.6  # as long as it is no more than this in all
HASTY = 4.0  # or this, of a picture that is soon followed by a finer one
MARGIN = 4  # pixels around what is seen, that it is interpolated from
RASTERS = (1, 2, 3)  # kinds of devices that have pixels: widgets, pixmaps, images
PAPER_RATIO = 3.0  # of paper, which has none, 288 an inch are as many as are seen


def fineness(painter: QPainter) -> float:
    """How many pixels of the painter's device are worth drawing for one px, by one dimension."""
    device = painter.device()
    return device.devicePixelRatioF() if device.devType() in RASTERS else PAPER_RATIO


def doublings(scale: float, alone: float = ALONE) -> int:
    """How many times to double a picture that is drawn `scale` times as large."""
    return 0 if scale <= alone else max(ceil(log2(scale / LAST_STEP) - 1e-9), 1)


def seen_part(picture: QRect, place: QRectF, seen: QRectF) -> QRect:
    """Which pixels of a picture, drawn at `place`, are seen, and some more around them."""
    across, down = picture.width() / place.width(), picture.height() / place.height()
    left, top = floor((seen.left() - place.left()) * across), floor((seen.top() - place.top()) * down)
    right, bottom = ceil((seen.right() - place.left()) * across), ceil((seen.bottom() - place.top()) * down)
    around = QRect(left, top, right - left, bottom - top).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    return around.intersected(picture)


def draw_smoothly(painter: QPainter, place: QRectF, picture: QImage, seen: QRectF, alone: float = ALONE) -> None:
    """Draw a picture at `place`, as far as it is `seen`, both in the painter's pixels.

    Up to `alone` times as large as it is, the painter does it at one go.
    """
    scale = place.width() / picture.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    times = doublings(scale * fineness(painter), alone)
    if not times:
        painter.drawImage(place, picture)
        return
    part = seen_part(picture.rect(), place, seen)
    if part.isEmpty():
        return
    down = place.height() / picture.height()
    corner = place.left() + part.left() * scale, place.top() + part.top() * down
    fine = picture.copy(part)
    for _ in range(times):
        fine = fine.scaled(
            fine.size() * 2, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    painter.drawImage(QRectF(*corner, part.width() * scale, part.height() * down), fine)
