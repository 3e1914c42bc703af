"""One structure alone in full light, the rest of its layer dimmed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRegion

from dimples_gui.plate.art import Sight
from dimples_gui.plate.hotspots import Hotspot
from dimples_gui.plate.margin import draw_margin
from dimples_gui.plate.marks import Marks, draw_marks

VEIL = 0.78  # how much of the ground lies over what is dimmed


def can_be_isolated(sight: Sight, entry: str) -> bool:
    """Whether an entry has outlines or rings on the layer, that something else lies around."""
    return any(spot.entry == entry and spot.kind != "pin" for spot in sight.hotspots)


def draw_isolated(painter: QPainter, sight: Sight, marks: Marks, part: QRegion) -> None:
    """Paint marks and veil: marks at rest are dimmed too, those in use lie over the veil.

    The structure itself has its outline without the tint that an open entry's has elsewhere, to be seen as it is.
    """
    if not can_be_isolated(sight, marks.opened):
        draw_marks(painter, sight, marks, part)
        return
    draw_marks(painter, _Few(sight, lambda spot: spot.entry != marks.opened), Marks(), part)
    _draw_veil(painter, sight, marks.opened)
    draw_margin(painter, sight.view, sight.look)  # which is no part of the layer
    in_use = {*marks.hovered, marks.named, marks.focused}
    few = _Few(sight, lambda spot: marks.show_all or spot.key in in_use or spot.entry == marks.pulsing)
    draw_marks(painter, few, marks._replace(opened=""), part)


def _draw_veil(painter: QPainter, sight: Sight, entry: str) -> None:
    """Ground over everything but the structure, and a line where it ends."""
    structure = QPainterPath()
    for spot in sight.hotspots:
        if spot.entry == entry and spot.kind != "pin":
            structure.addPath(sight.transform.map(spot.path))
    around = QPainterPath()
    around.addRect(sight.area.adjusted(-1, -1, 1, 1))
    around.addPath(structure)  # inside it is twice, and so a hole
    veil = QColor(sight.look.ground)
    veil.setAlphaF(VEIL)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    around.setFillRule(Qt.FillRule.OddEvenFill)
    painter.fillPath(around, veil)
    painter.strokePath(structure, QPen(QColor(sight.look.selected), 1.4))
    painter.restore()


class _Few(Sight):
    """A sight with some of its hotspots."""

    def __init__(self, sight: Sight, wanted: Callable[[Hotspot], bool]) -> None:
        super().__init__(sight.art, sight.view, sight.layer, sight.look, sight.guise)
        self._few = tuple(spot for spot in sight.hotspots if wanted(spot))

    @property
    def hotspots(self) -> tuple[Hotspot, ...]:
        """Those."""
        return self._few
