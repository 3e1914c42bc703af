"""Icons drawn from the atlas's paths in the theme's colours, and the one way from an outline to a painter's path."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from dimples_gui.atlas.model import Outline
from dimples_gui.theme import Look

SQUARE = 24.0  # icons are drawn in a square of 24 x 24
LINE = 1.8  # width of the lines in an icon, in the same units
SIZES_PX = (16, 20, 24, 32, 48)

_made: Final[dict[tuple[int, str, str, str], QIcon]] = {}


def path_of(outlines: Iterable[Outline]) -> QPainterPath:
    """The outlines as one path, in their own units; what lies inside twice is a hole (even-odd)."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for outline in outlines:
        _follow(path, outline.steps)
    return path


def _follow(path: QPainterPath, steps: tuple[str | float, ...]) -> None:
    """Append M, L, C and Z steps."""
    move, line, curve, close = path.moveTo, path.lineTo, path.cubicTo, path.closeSubpath
    at = 0
    numbers: tuple[float, ...] = steps  # type: ignore[assignment]  # letters are only ever read through `step`
    while at < len(steps):
        step = steps[at]
        if step == "C":
            curve(*numbers[at + 1 : at + 7])
            at += 7
        elif step == "L":
            line(numbers[at + 1], numbers[at + 2])
            at += 3
        elif step == "M":
            move(numbers[at + 1], numbers[at + 2])
            at += 3
        else:
            close()
            at += 1


def draw_icon(painter: QPainter, outlines: Iterable[Outline], rect: QRectF, colour: str) -> None:
    """Draw an icon into a rectangle: closed outlines filled, open ones as lines with round ends."""
    outlines = tuple(outlines)
    filled = path_of(outline for outline in outlines if not outline.crease)
    lines = path_of(outline for outline in outlines if outline.crease)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / SQUARE, rect.height() / SQUARE)
    painter.fillPath(filled, QColor(colour))
    pen = QPen(QBrush(QColor(colour)), LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(lines, pen)
    painter.restore()


def icon(icons: dict[str, tuple[Outline, ...]], name: str, look: Look) -> QIcon:
    """The icon of that name in the look's text colour, muted where disabled; an empty one if there is none."""
    outlines = icons.get(name)
    if outlines is None:
        return QIcon()
    key = (id(outlines), name, look.text, look.muted)
    if key not in _made:
        made = QIcon()
        for size in SIZES_PX:
            made.addPixmap(_pixmap(outlines, size, look.text), QIcon.Mode.Normal)
            made.addPixmap(_pixmap(outlines, size, look.text), QIcon.Mode.Selected)
        made.addPixmap(_pixmap(outlines, SIZES_PX[-1], look.muted), QIcon.Mode.Disabled)
        _made[key] = made
    return _made[key]


def _pixmap(outlines: tuple[Outline, ...], size: int, colour: str) -> QPixmap:
    """An icon on nothing, at the screen's own resolution."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, outlines, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap
