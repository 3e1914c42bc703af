"""Marks that stay as they are while the pointer moves, kept as a picture where there are many: all hotspots, a veil."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from dimples_gui.plate.art import Sight
from dimples_gui.plate.hotspots import Hotspot
from dimples_gui.plate.isolation import draw_isolated
from dimples_gui.plate.marks import Marks, draw_marks


class MarkSheet:
    """Keeps the picture for one layer, view and look. Over it, what is pointed at or has the keyboard is drawn anew."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._shows: tuple[object, ...] = ()
        self._picture = QPixmap()

    def paint(self, painter: QPainter, sight: Sight, marks: Marks, part: QRegion, *, isolated: bool) -> None:
        """Paint the marks, or those that reach into a part of the view."""
        resting = Marks(opened=marks.opened, show_all=marks.show_all)
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
            self._picture = _picture_of(sight, resting, painter.device().devicePixelRatioF(), isolated=isolated)
            self._shows = shows
        painter.drawPixmap(0, 0, self._picture)
        used = {*marks.hovered, marks.named, marks.focused}
        few = _Few(sight, lambda spot: spot.key in used or spot.entry == marks.pulsing)
        if few.hotspots:
            opened = "" if isolated else marks.opened
            draw_marks(painter, few, marks._replace(opened=opened, show_all=False), part)


def _picture_of(sight: Sight, marks: Marks, ratio: float, *, isolated: bool) -> QPixmap:
    """The marks over nothing."""
    picture = QPixmap(QSize(round(sight.view.width), round(sight.view.height)) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    (draw_isolated if isolated else draw_marks)(painter, sight, marks)
    painter.end()
    return picture


class _Few(Sight):
    """A sight with some of its hotspots."""

    def __init__(self, sight: Sight, wanted: Callable[[Hotspot], bool]) -> None:
        super().__init__(sight.art, sight.view, sight.layer, sight.look, sight.guise)
        self._few = tuple(spot for spot in sight.hotspots if wanted(spot))

    @property
    def hotspots(self) -> tuple[Hotspot, ...]:
        """Those."""
        return self._few
