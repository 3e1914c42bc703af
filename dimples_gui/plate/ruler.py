"""The ruler: from one point of the plate to another, in millimetres of the body that is drawn."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen

from dimples_gui.overlay import announce
from dimples_gui.plate.apart import Point
from dimples_gui.plate.art import Sight
from dimples_gui.plate.film import draw_slip, slip_rect
from dimples_gui.plate.margin import head_px
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.plate.picker import Picker

TICK_PX, SHORTEST_PX = 8.0, 3.0  # the ends' ticks, to each side; what is shorter was a click
FINE_MM = 10.0  # shorter lengths are told in tenths
ASIDE_PX = 12.0  # from the line to its length


class Ruler(Picker):
    """Dragged out with the pointer, or set with Enter at one end and then at the other."""

    def __init__(self, plate: PaintedPlate) -> None:
        """Nothing is measured yet."""
        super().__init__(plate)
        self.ends: tuple[Point, Point] | None = None
        self._open = False  # its second end still moves
        self._dragging = False
        self.setAccessibleName(self.tr("Ruler"))
        self._tell()

    @property
    def length_mm(self) -> float | None:
        """How far its ends are from each other on the body."""
        if self.ends is None:
            return None
        (x1, y1), (x2, y2) = self.ends
        return hypot(x2 - x1, y2 - y1)

    def words(self) -> str:
        """The length, with its unit."""
        length = self.length_mm or 0.0
        number = f"{length:.1f}" if length < FINE_MM else f"{length:.0f}"
        return self.tr("{length} mm").format(length=number)

    def note(self) -> str:
        """What to do, and what such a length is."""
        what = self.tr("The plate shows one build, not a person.")
        if self.ends:
            return what
        return self.tr("Drag from one point to another, or press Enter at both. {what}").format(what=what)

    def pressed(self, at: Point) -> None:
        """The first end is set, or the second."""
        if self._open and self.ends:
            self.ends, self._open = (self.ends[0], at), False
        else:
            self.ends, self._open, self._dragging = (at, at), True, not self._by_keys
        self._tell()

    def moved(self, at: Point) -> None:
        """The second end goes along."""
        if self._open and self.ends:
            self.ends = self.ends[0], at
        self._tell()

    def hovered(self, at: Point) -> None:
        """The same, between two clicks."""
        if self._open and not self._by_keys:
            self.moved(at)

    def released(self, at: Point) -> None:
        """A drag has set the second end; a click without a drag was the first end alone."""
        if self._dragging:
            self._dragging = False
            self._open = (self.length_mm or 0.0) * self.sight().view.scale < SHORTEST_PX
            self._tell()

    def _tell(self) -> None:
        """Let a screen reader know, and repaint."""
        x, y = self.point
        if self.ends is None:
            words = self.tr("{x} mm across, {y} mm up. {note}").format(x=round(x), y=round(y), note=self.note())
        elif self._open:
            words = self.words()
        else:
            words = self.tr("{length}, measured. {note}").format(length=self.words(), note=self.note())
        self.setAccessibleDescription(words)
        if self.isVisible():
            announce(self, words)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was measured goes with it."""
        super().hideEvent(event)
        self.ends, self._open, self._dragging = None, False, False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The note, the ruler with its length, the crosshair for the keyboard."""
        sight = self.sight()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = QPointF(self.width() / 2, head_px(sight.look))
        draw_slip(painter, self.note(), slip_rect(self.note(), top, sight.look, QRectF(self.rect())), sight.look)
        if self.ends:
            self._draw(painter, sight, self.ends)
        if self._by_keys or (self.hasFocus() and self.ends is None):
            self.draw_crosshair(painter, sight)

    def _draw(self, painter: QPainter, sight: Sight, ends: tuple[Point, Point]) -> None:
        """A line with a tick at each end, and its length beside its middle."""
        start, end = (QPointF(*sight.view.to_px(*point)) for point in ends)
        along = end - start
        length = hypot(along.x(), along.y())
        aside = QPointF(-along.y(), along.x()) / length if length else QPointF(0, 1)
        for colour, width in ((sight.look.halo, 5.5), (sight.look.selected, 2.2)):
            pen = QPen(QColor(colour), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if width < 3 else Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            painter.drawLine(start, end)
            for at in (start, end):
                painter.drawLine(at - aside * TICK_PX, at + aside * TICK_PX)
        slip = slip_rect(self.words(), QPointF(0, 0), sight.look, QRectF(-1000, 0, 2000, 1000))
        downward = aside if aside.y() >= 0 else -aside
        off = ASIDE_PX + abs(downward.x()) * slip.width() / 2 + abs(downward.y()) * slip.height() / 2
        middle = (start + end) / 2 + downward * off - QPointF(0, slip.height() / 2)
        draw_slip(painter, self.words(), slip_rect(self.words(), middle, sight.look, QRectF(self.rect())), sight.look)
