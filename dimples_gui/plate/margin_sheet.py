"""The plate's margin, kept as pieces of picture: what stays while the view moves; the rest while light or body do."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dimples_gui.plate.frame import View
from dimples_gui.plate.margin import (
    draw_lasting,
    draw_passing,
    draw_sides,
    has_room_for_figure,
    has_room_for_words,
    lasting_boxes,
    passing_boxes,
    side_boxes,
)
from dimples_gui.plate.piece import Piece
from dimples_gui.theme import Look

Draw = Callable[..., None]  # painter, view and look


class MarginSheet:
    """Keeps the pieces of one size and look, and while light or body move those of one view."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._shows: tuple[object, ...] = ()
        self._passes: tuple[object, ...] = ()
        self._lasting: list[Piece] = []
        self._sides: list[Piece] = []
        self._passing: list[Piece] = []

    def paint(self, painter: QPainter, view: View, look: Look, *, hasty: bool = False) -> None:
        """Paint the margin; `hasty` if the same view is soon painted again: pieces are rounded once more."""
        passes = view, look, painter.device().devicePixelRatioF()
        if not hasty or passes != self._passes:
            self._prepare(*passes)
            self._passes = passes if hasty else ()
            self._passing = _pieces(passing_boxes(view, look), draw_passing, *passes) if hasty else []
        for piece in (*self._lasting, *self._passing):
            piece.paint(painter)
        if not hasty:
            draw_passing(painter, view, look)

    def paint_sides(self, painter: QPainter) -> None:
        """Paint the sides' words for the view and the look that were painted last."""
        for piece in self._sides:
            piece.paint(painter)

    def _prepare(self, view: View, look: Look, ratio: float) -> None:
        """Have the pieces that last."""
        room = has_room_for_words(view, look), has_room_for_figure(view, look)
        shows = view.width, view.height, view.across, look, ratio, room
        if shows != self._shows:
            self._shows = shows
            self._lasting = _pieces(lasting_boxes(view, look), draw_lasting, view, look, ratio)
            self._sides = _pieces(side_boxes(view, look), draw_sides, view, look, ratio)


def _pieces(boxes: Iterable[QRectF], draw: Draw, view: View, look: Look, ratio: float) -> list[Piece]:
    """What is drawn in some boxes of the margin."""
    return [Piece(box, ratio, partial(draw, view=view, look=look)) for box in boxes]
