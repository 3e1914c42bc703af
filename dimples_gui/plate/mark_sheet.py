"""Marks that stay as they are while the pointer moves, kept as a picture where there are many: all hotspots, a veil."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QRegion

from dimples_gui.plate.art import Sight
from dimples_gui.plate.hotspots import Hotspot
from dimples_gui.plate.isolation import draw_isolated
from dimples_gui.plate.marks import Marks, draw_marks, marked_box
from dimples_gui.plate.piece import Piece


class MarkSheet:
    """Keeps the picture for one layer, view and look. Over it, what is pointed at or has the keyboard is drawn anew."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._shows: tuple[object, ...] = ()
        self._kept = Piece(QRectF(), 1.0, lambda _painter: None)

    def paint(self, painter: QPainter, sight: Sight, marks: Marks, part: QRegion, *, isolated: bool) -> None:
        """Paint the marks, or those that reach into a part of the view."""
        resting = Marks(opened=marks.opened, show_all=marks.show_all, lit=marks.lit)
        shows = (
            sight.layer,
            sight.art.offered,
            sight.view,
            sight.look,
            resting,
            isolated,
            painter.device().devicePixelRatioF(),
        )
        if shows != self._shows:
            self._kept = _piece_of(sight, resting, painter.device().devicePixelRatioF(), isolated=isolated)
            self._shows = shows
        self._kept.paint(painter)
        used = {*marks.hovered, marks.named, marks.focused} - {""}
        if used or marks.pulsing:
            few = _Few(sight, lambda spot: spot.key in used or spot.entry == marks.pulsing)
            opened = "" if isolated else marks.opened
            draw_marks(painter, few, marks._replace(opened=opened, show_all=False), part)


def _piece_of(sight: Sight, marks: Marks, ratio: float, *, isolated: bool) -> Piece:
    """The marks over nothing."""
    box = sight.area if isolated else marked_box(sight, marks)
    return Piece(box, ratio, partial(draw_isolated if isolated else draw_marks, sight=sight, marks=marks))


class _Few(Sight):
    """A sight with some of its hotspots."""

    def __init__(self, sight: Sight, wanted: Callable[[Hotspot], bool]) -> None:
        super().__init__(sight.art, sight.view, sight.layer, sight.look, sight.guise)
        self._few = tuple(spot for spot in sight.hotspots if wanted(spot))

    @property
    def hotspots(self) -> tuple[Hotspot, ...]:
        """Those."""
        return self._few
