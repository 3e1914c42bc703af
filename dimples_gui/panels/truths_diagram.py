"""A small diagram: how often the reader was right, against how sure; on its diagonal the two are the same."""

from itertools import pairwise
from math import ceil, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dimples_gui.panels.truths_round import SURENESS, Tally
from dimples_gui.panels.truths_words import percent, sure_word, tally_words
from dimples_gui.theme import Look, reading_font

POINTS = 9.5
LEAST_PX, MOST_PX = 200, 420  # wide, at text of 100 %
LOW, HIGH = 0.32, 1.07  # of the axis of sureness, as shares
TICKS = (0.0, 0.5, 1.0)  # of the axis of what was right
PLOT_PX, GAP_PX = 150.0, 6.0
DOT_PX = 4.0  # radius of the dot of one answer; the area goes with their number
MOST_DOT, BELOW = 0.55, 0.6  # of a line: the largest dot, and from the axis to the words below it
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
    """Dots with their figures below them, so that neither colour nor size alone tells anything."""

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
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.updateGeometry()
        self.update()

    # --- room -----------------------------------------------------------------------------------------------------

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(reading_font(self._look, POINTS))

    def plot(self, width: float | None = None) -> Plot:
        """Where things stand, in a diagram so wide, or as wide as it is."""
        metrics = self._metrics()
        line = metrics.height()
        left = metrics.horizontalAdvance(percent(1.0)) + 2 * GAP_PX
        most = MOST_PX * self._look.text_scale
        wide = min(self.width() if width is None else width, most) - left - GAP_PX
        area = QRectF(left, line * 1.5 + GAP_PX, wide, PLOT_PX * self._look.text_scale**0.5)
        return Plot(area, line)

    def hasHeightForWidth(self) -> bool:
        """It has a height of its own."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The plot, a line above it, and the words below."""
        plot = self.plot(width)
        return ceil(self.columns(plot)[0].bottom() + plot.line * len(self.rows(plot)) + GAP_PX)

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
        painter.drawLine(plot.at(LOW, LOW), plot.at(1.0, 1.0))  # as sure as right
        for tally in self._tallies:
            self._draw_dot(painter, plot, tally)

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
        """Below the axis of sureness: what each degree stands for, its name, and how often it was right."""
        look, rows, columns = self._look, self.rows(plot), self.columns(plot)
        for number, row in enumerate(rows):
            last = number == len(rows) - 1
            painter.setPen(QColor(look.text if last else look.muted))
            painter.setFont(reading_font(look, POINTS, QFont.Weight.DemiBold if last else QFont.Weight.Normal))
            for column, words in zip(columns, row, strict=True):
                painter.drawText(column.translated(0, number * plot.line), CENTRE, words)
        painter.setFont(reading_font(look, POINTS))
        painter.setPen(QColor(look.muted))
        below = QRectF(0, columns[0].bottom() + (len(rows) - 1) * plot.line, plot.area.right(), plot.line)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight.value, self.tr("How sure"))

    def columns(self, plot: Plot) -> list[QRectF]:
        """The room below the axis for the first row of words of each degree."""
        places = [plot.at(share, 0.0) for share in SURENESS.values()]
        room = min(after.x() - before.x() for before, after in pairwise(places)) - GAP_PX
        return [QRectF(place.x() - room / 2, place.y() + plot.line * BELOW, room, plot.line) for place in places]

    def rows(self, plot: Plot) -> list[list[str]]:
        """What stands in the columns; names if all have room, and figures in a shorter form if they have none."""
        room = self.columns(plot)[0].width()
        told = {tally.sure: tally for tally in self._tallies}
        names = [sure_word(sure) for sure in SURENESS]
        few = [f"{told[sure].right}/{told[sure].times}" if sure in told else "–" for sure in SURENESS]
        of = self.tr("{right} of {times}")
        full = [of.format(**told[sure]._asdict()) if sure in told else "–" for sure in SURENESS]
        rows = [[percent(share) for share in SURENESS.values()]]
        rows += [names] if self._fits(names, room) else []
        return [*rows, full if self._fits(full, room) else few]

    def _fits(self, texts: list[str], room: float) -> bool:
        metrics = QFontMetricsF(reading_font(self._look, POINTS, QFont.Weight.DemiBold))
        return max(metrics.horizontalAdvance(text) for text in texts) <= room

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
        radius = min(DOT_PX * sqrt(tally.times) * self._look.text_scale**0.5, plot.line * MOST_DOT)
        place = plot.at(SURENESS[tally.sure], tally.right / tally.times)
        return QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
