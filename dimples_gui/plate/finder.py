"""Find it: a point is put where the reader thinks that a named spot lies; then it is shown where it does lie."""

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen

from dimples_gui.overlay import announce
from dimples_gui.plate.apart import Point
from dimples_gui.plate.art import Sight
from dimples_gui.plate.film import draw_slip, slip_rect
from dimples_gui.plate.margin import head_px
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.plate.picker import Picker

RING_PX, DOT_PX = 9.0, 2.5  # around the true place; its middle


class Finder(Picker):
    """A click, or the crosshair and Enter, is the reader's answer."""

    pointed = Signal(float, float)  # the answer, in mm of the frame

    def __init__(self, plate: PaintedPlate) -> None:
        """Nothing is asked yet."""
        super().__init__(plate)
        self._asked = ""
        self._places: tuple[Point, ...] = ()
        self._marked = False
        self.setAccessibleName(self.tr("Find it"))

    def ask(self, words: str) -> None:
        """Ask for a spot; what was answered before is gone."""
        self._asked, self._places, self._marked = words, (), False
        self._tell()
        if not self.isVisible():
            self.show()
        self.update()

    def mark(self, x: float, y: float) -> None:
        """Show a point that is put elsewhere, by numbers."""
        self.point, self._marked = (x, y), True
        self.update()

    def solve(self, places: Sequence[Point]) -> None:
        """Show where the spot lies, on one side or on both."""
        self._places, self._marked = tuple(places), True
        self.update()

    @property
    def nearest(self) -> Point | None:
        """The true place that is nearest to the point, once it is shown."""
        x, y = self.point
        return min(self._places, key=lambda place: hypot(place[0] - x, place[1] - y), default=None)

    def pressed(self, at: Point) -> None:
        """The answer; a second one counts only once something is asked again."""
        if not self._places:
            self.mark(*at)
            self.pointed.emit(*at)

    def moved(self, at: Point) -> None:
        """The crosshair has come to a point."""
        if not self._places:
            self._marked = True
            self._tell()

    def _tell(self) -> None:
        """Say what is asked, and where the crosshair is."""
        x, y = self.point
        words = self.tr("{asked} Crosshair: {x} mm across, {y} mm up.").format(
            asked=self._asked, x=round(x), y=round(y)
        )
        self.setAccessibleDescription(words)
        if self.isVisible():
            announce(self, words)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was asked is over."""
        super().hideEvent(event)
        self._places, self._marked = (), False

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is asked, the reader's point, and the true places."""
        sight = self.sight()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._places:
            self._draw_place(painter, sight, place)
        if (nearest := self.nearest) is not None:
            self._draw_way(painter, sight, nearest)
        if self._marked or self.hasFocus():
            self.draw_crosshair(painter, sight)
        if self._asked:
            top = QPointF(self.width() / 2, head_px(sight.look))
            slip = slip_rect(self._asked, top, sight.look, QRectF(self.rect()))
            draw_slip(painter, self._asked, slip, sight.look)

    def _draw_place(self, painter: QPainter, sight: Sight, place: Point) -> None:
        """A ring with a dot in its middle."""
        at = QPointF(*sight.view.to_px(*place))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((sight.look.halo, 5.0), (sight.look.hover, 2.2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(at, RING_PX, RING_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(sight.look.hover))
        painter.drawEllipse(at, DOT_PX, DOT_PX)

    def _draw_way(self, painter: QPainter, sight: Sight, place: Point) -> None:
        """A line from the reader's point to the true place, with its length."""
        start, end = (QPointF(*sight.view.to_px(*point)) for point in (self.point, place))
        for colour, width in ((sight.look.halo, 4.5), (sight.look.selected, 1.6)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(start, end)
        off = hypot(self.point[0] - place[0], self.point[1] - place[1])
        words = self.tr("{length} mm").format(length=round(off))
        middle = (start + end) / 2 + QPointF(0, RING_PX)
        draw_slip(painter, words, slip_rect(words, middle, sight.look, QRectF(self.rect())), sight.look)
