"""One structure alone in full light, the rest of its layer dimmed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from dimples_gui.plate.art import Sight
from dimples_gui.plate.margin import draw_margin
from dimples_gui.plate.marks import Marks, draw_marks

VEIL = 0.78  # how much of the ground lies over what is dimmed
SLIM_PX = 6.0  # what is no wider has no line along its edge, that would hide it


def can_be_isolated(sight: Sight, entry: str) -> bool:
    """Whether an entry has outlines or rings on the layer, that something else lies around."""
    return any(spot.entry == entry and spot.kind != "pin" for spot in sight.hotspots)


def draw_isolated(painter: QPainter, sight: Sight, marks: Marks) -> None:
    """Paint marks and veil: marks are dimmed too, but for those of all hotspots, where these are shown.

    The structure itself has its outline without the tint that an open entry's has elsewhere, to be seen as it is.
    """
    if not can_be_isolated(sight, marks.opened):
        draw_marks(painter, sight, marks)
        return
    draw_marks(painter, sight, Marks())
    _draw_veil(painter, sight, marks.opened)
    draw_margin(painter, sight.view, sight.look)  # which is no part of the layer
    if marks.show_all:
        draw_marks(painter, sight, marks._replace(opened=""))


def _draw_veil(painter: QPainter, sight: Sight, entry: str) -> None:
    """Ground over everything but the structure, and a line where that ends."""
    structure, edges = QPainterPath(), QPainterPath()
    for spot in sight.hotspots:
        if spot.entry == entry and spot.kind != "pin":
            path = sight.transform.map(spot.path)
            structure.addPath(path)
            if 2 * spot.area / max(spot.path.length(), 1.0) * sight.view.scale > SLIM_PX:
                edges.addPath(path)
    around = QPainterPath()
    around.addRect(sight.area.adjusted(-1, -1, 1, 1))
    around.addPath(structure)  # inside it is twice, and so a hole
    veil = QColor(sight.look.ground)
    veil.setAlphaF(VEIL)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    around.setFillRule(Qt.FillRule.OddEvenFill)
    painter.fillPath(around, veil)
    painter.strokePath(edges, QPen(QColor(sight.look.selected), 1.4))
    painter.restore()
