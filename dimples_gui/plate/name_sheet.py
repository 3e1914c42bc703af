"""The names of a layer over nothing, kept as a picture: to place and to set them takes longer than to show them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from dimples_gui.plate.art import Sight
from dimples_gui.plate.piece import Piece
from dimples_gui.scene import Scene

if TYPE_CHECKING:
    from dimples_gui.plate.labels import Placed


class NameSheet:
    """Keeps where the names stand in one view and one look, a layer at a time, and the picture of the last layer's."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._placed: dict[tuple[str, tuple[bool, ...], bool], Placed] = {}
        self._picture: tuple[tuple[object, ...], Piece] | None = None

    def forget(self) -> None:
        """View or look are others now."""
        self._placed.clear()
        self._picture = None

    def paint(self, painter: QPainter, sight: Sight, isolated: str = "") -> None:
        """Paint the names of a layer over the view, dimmed but for that of what is `isolated`."""
        shows = *_shows(sight), isolated
        if self._picture is None or self._picture[0] != shows:
            self._picture = shows, self._piece_of(sight, isolated, painter.device().devicePixelRatioF())
        self._picture[1].paint(painter)

    def tip(self, at: QPointF, sight: Sight, scene: Scene) -> tuple[str, QRect]:
        """Under a point, the whole of what is said in short there, and where that stands; nothing elsewhere."""
        from dimples_gui.plate.note import hidden_note  # noqa: PLC0415  # a start seldom shows it

        placed = self._placed.get(_shows(sight)) if scene.labels else None
        note = hidden_note(sight, placed.hidden) if placed and placed.hidden else None
        return (note.whole, note.rect.toAlignedRect()) if note and note.rect.contains(at) else ("", QRect())

    def _piece_of(self, sight: Sight, isolated: str, ratio: float) -> Piece:
        from dimples_gui.plate.drawing import draw_labels  # noqa: PLC0415  # a start seldom shows them
        from dimples_gui.plate.naming import placed_labels  # noqa: PLC0415

        shows = _shows(sight)
        placed = self._placed[shows] = self._placed.get(shows) or placed_labels(sight)
        return Piece(sight.area, ratio, lambda painter: draw_labels(painter, sight, placed, isolated))


def _shows(sight: Sight) -> tuple[str, tuple[bool, ...], bool]:
    """What decides which names there are, and where they may not stand."""
    return sight.layer, sight.art.offered, sight.art.is_cut
