"""A small diagram: how often the reader was right, against how sure; on its diagonal the two are the same."""

from itertools import pairwise
from math import ceil, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dimples_gui.panels.truths_round import SURENESS, Tally
from dimples_gui.panels.truths_words import percent, sure_word, tally_words
from dimples_gui.theme import Look, reading_font

POINTS = 9.5
LEAST_PX, MOST_PX = 200, 420  # wide, at text of 100 %
LOW, HIGH = 0.2, 1.05  # of the axis of sureness, as shares
TICKS = (0.0, 0.5, 1.0)  # of the axis of what was right
PLOT_PX, GAP_PX = 150.0, 6.0
DOT_PX = 4.0  # radius of the dot of one answer; the area goes with their number
CENTRE = Qt.AlignmentFlag.AlignCenter.value


class Plot(NamedTuple):
    """Where things stand, px."""

    area: QRectF
    line: float  # height of a line of words

    def at(self, sure: float, right: float) -> QPointF:
        """The place of two shares."""
        x = self.area.left() + self.area.width() * (sure - LOW) / (HIGH - LOW)
        return QPointF(x, self.area.bottom() - self.area.height() * right)


class Diagram(QWidget):
    """Dots with their figures beside them, so that neither colour nor size alone tells anything."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tallies: tuple[Tally, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Diagram: how often you were right against how sure you were"))
        self.setToolTip(self.tr("On the broken line, you are right as often as you are sure"))

    def show_tallies(self, tallies: tuple[Tally, ...]) -> None:
        """A dot for each."""
        self._tallies = tallies
        self.setAccessibleDescription(" ".join(tally_words(tally) for tally in tallies))
        self.update()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.updateGeometry()
        self.update()

    # --- room -----------------------------------------------------------------------------------------------------

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(reading_font(self._look, POINTS))

    def plot(self) -> Plot:
        """Where things stand."""
        metrics = self._metrics()
        line = metrics.height()
        left = metrics.horizontalAdvance(percent(1.0)) + 2 * GAP_PX
        wide = min(self.width(), MOST_PX * self._look.text_scale)
        area = QRectF(left, line + 2 * GAP_PX, wide - left - GAP_PX, PLOT_PX * self._look.text_scale**0.5)
        return Plot(area, line)

    def hasHeightForWidth(self) -> bool:
        """It has a height of its own."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The plot, a line above it, and three below."""
        plot = self.plot()
        return ceil(plot.area.bottom() + 3 * plot.line + 3 * GAP_PX)

    def sizeHint(self) -> QSize:
        """As narrow as it may become."""
        return QSize(LEAST_PX, self.heightForWidth(LEAST_PX))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    # --- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, the diagonal, the dots."""
        painter, plot = QPainter(self), self.plot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(reading_font(self._look, POINTS))
        self._draw_rights(painter, plot)
        self._draw_degrees(painter, plot)
        painter.setPen(QPen(QColor(self._look.leader), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(plot.at(LOW, LOW), plot.at(1.0, 1.0))
        for tally in self._tallies:
            self._draw_dot(painter, plot, tally)
        for room, words in self.figures(plot):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.page))
            painter.drawRect(room)  # no line goes through the words
            painter.setPen(QColor(self._look.text))
            painter.drawText(room, CENTRE, words)

    def _draw_rights(self, painter: QPainter, plot: Plot) -> None:
        """The axis of what was right, with lines across."""
        look = self._look
        painter.setPen(QColor(look.muted))
        painter.drawText(QPointF(0, self._metrics().ascent()), self.tr("How often right"))
        for share in TICKS:
            left, right = plot.at(LOW, share), plot.at(HIGH, share)
            painter.setPen(QPen(QColor(look.rule), 1.0))
            painter.drawLine(left, right)
            painter.setPen(QColor(look.muted))
            beside = QRectF(0, left.y() - plot.line / 2, left.x() - GAP_PX, plot.line)
            painter.drawText(
                beside, Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value, percent(share)
            )

    def _draw_degrees(self, painter: QPainter, plot: Plot) -> None:
        """The axis of sureness: what each degree stands for, and its name if all names have room."""
        metrics, places = self._metrics(), [plot.at(share, 0.0) for share in SURENESS.values()]
        room = min(after.x() - before.x() for before, after in pairwise(places)) - GAP_PX
        named = max(metrics.horizontalAdvance(sure_word(sure)) for sure in SURENESS) <= room
        painter.setPen(QColor(self._look.muted))
        for place, (sure, share) in zip(places, SURENESS.items(), strict=True):
            below = QRectF(place.x() - room / 2, place.y() + GAP_PX, room, plot.line)
            painter.drawText(below, CENTRE, percent(share))
            if named:
                painter.drawText(below.translated(0, plot.line), CENTRE, sure_word(sure))
        last = QRectF(0, plot.area.bottom() + GAP_PX + (1 + named) * plot.line, plot.area.right(), plot.line)
        painter.drawText(last, Qt.AlignmentFlag.AlignRight.value, self.tr("How sure"))

    def _draw_dot(self, painter: QPainter, plot: Plot, tally: Tally) -> None:
        """A line from the diagonal to the dot, and the dot."""
        share = SURENESS[tally.sure]
        painter.setPen(QPen(QColor(self._look.selected), 1.5))
        painter.drawLine(plot.at(share, share), plot.at(share, tally.right / tally.times))
        painter.setPen(QPen(QColor(self._look.page), 1.5))
        painter.setBrush(QColor(self._look.selected))
        painter.drawEllipse(self.dot(plot, tally))

    def dot(self, plot: Plot, tally: Tally) -> QRectF:
        """Where the dot of a degree stands."""
        radius = DOT_PX * sqrt(tally.times) * self._look.text_scale**0.5
        place = plot.at(SURENESS[tally.sure], tally.right / tally.times)
        return QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)

    def figures(self, plot: Plot) -> list[tuple[QRectF, str]]:
        """`4 of 6` of each dot, and where it has room: beside it, else over or under it."""
        taken = [self.dot(plot, tally) for tally in self._tallies]
        placed: list[tuple[QRectF, str]] = []
        for tally in self._tallies:
            words = self.tr("{right} of {times}").format(right=tally.right, times=tally.times)
            size = QSizeF(self._metrics().horizontalAdvance(words) + 2, plot.line)
            rooms = [room for room in _beside(self.dot(plot, tally), size) if QRectF(self.rect()).contains(room)]
            free = [room for room in rooms if not any(room.intersects(other) for other in taken)]
            placed.append(((free or rooms)[0], words))
            taken.append(placed[-1][0])
        return placed


def _beside(dot: QRectF, size: QSizeF) -> list[QRectF]:
    """Where words of this size may stand: right of a dot, left of it, over it, under it; or higher and lower there."""
    middle, wide, high = dot.center(), size.width(), size.height()
    right, left, centre = dot.right() + GAP_PX, dot.left() - GAP_PX - wide, middle.x() - wide / 2
    over, level, under = dot.top() - high, middle.y() - high / 2, dot.bottom()
    corners = [(right, level), (left, level), (centre, over), (centre, under)]
    corners += [(x, y) for y in (over, under, over - high, under + high) for x in (right, left, centre)]
    return [QRectF(QPointF(x, y), size) for x, y in corners]
