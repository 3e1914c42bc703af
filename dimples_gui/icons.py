"""Icons drawn from the atlas's paths in the theme's colours, and the one way from an outline to a painter's path."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from dimples_gui.atlas.model import Outline
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon  # see icon

SQUARE = 24.0  # icons are drawn in a square of 24 x 24
BESIDE_CORD_MM = 1.2  # of a cord's edge, so near it can be hit
LINE = 1.8  # width of the lines in an icon, in the same units

_paths: Final[dict[int, tuple[tuple[Outline, ...], QPainterPath, QPainterPath]]] = {}


def path_of(outlines: Iterable[Outline]) -> QPainterPath:
    """The outlines as one path, in their own units; what lies inside twice is a hole (even-odd)."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for outline in outlines:
        if outline.width:
            path.addPath(_around(outline))
        else:
            _follow(path, outline.steps)
    return path


@lru_cache(maxsize=64)
def _around(cord: Outline) -> QPainterPath:
    """A cord and a little beside it: where it can be hit."""
    from PySide6.QtGui import QPainterPathStroker  # noqa: PLC0415  # few layers have cords

    line, stroker = QPainterPath(), QPainterPathStroker()
    _follow(line, cord.steps)
    stroker.setWidth(cord.width + 2 * BESIDE_CORD_MM)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(line).simplified()


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


def draw_icon(painter: QPainter, outlines: tuple[Outline, ...], rect: QRectF, colour: str) -> None:
    """Draw an icon into a rectangle: closed outlines filled, open ones as lines with round ends."""
    filled, lines = _paths_of(outlines)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / SQUARE, rect.height() / SQUARE)
    painter.fillPath(filled, QColor(colour))
    pen = QPen(QColor(colour), LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(lines, pen)
    painter.restore()


def _paths_of(outlines: tuple[Outline, ...]) -> tuple[QPainterPath, QPainterPath]:
    """What of an icon is filled, and its lines."""
    if id(outlines) not in _paths:
        filled = path_of(outline for outline in outlines if not outline.crease)
        lines = path_of(outline for outline in outlines if outline.crease)
        _paths[id(outlines)] = outlines, filled, lines  # the outlines too, so that their id stays theirs
    _, filled, lines = _paths[id(outlines)]
    return filled, lines


def icon(icons: dict[str, tuple[Outline, ...]], name: str, look: Look) -> "QIcon":
    """The icon of that name in the look's colours; an empty one if there is none."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  # 3 ms with its engine, and the first paint has no icon of Qt's

    from dimples_gui.icon_engine import ThemeIconEngine  # noqa: PLC0415

    outlines = icons.get(name)
    return QIcon(ThemeIconEngine(outlines, look)) if outlines else QIcon()
