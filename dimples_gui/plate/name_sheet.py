"""The names of a layer over nothing, kept as a picture: to place and to set them takes longer than to show them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from dimples_gui.plate.art import Sight
from dimples_gui.plate.piece import Piece

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
        shows = sight.layer, sight.art.offered, sight.art.is_cut, isolated
        if self._picture is None or self._picture[0] != shows:
            self._picture = shows, self._piece_of(sight, isolated, painter.device().devicePixelRatioF())
        self._picture[1].paint(painter)

    def _piece_of(self, sight: Sight, isolated: str, ratio: float) -> Piece:
        from dimples_gui.plate.drawing import draw_labels  # noqa: PLC0415  # a start seldom shows them
        from dimples_gui.plate.naming import placed_labels  # noqa: PLC0415

        shows = sight.layer, sight.art.offered, sight.art.is_cut
        placed = self._placed[shows] = self._placed.get(shows) or placed_labels(sight)
        return Piece(sight.area, ratio, lambda painter: draw_labels(painter, sight, placed, isolated))
