"""Lines of text with some words in bold: laid out once, and kept for as long as the same ones may be shown again."""

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from dimples_gui.atlas.search_hits import Marked
from dimples_gui.theme import Look, reading_font

MOST_KEPT = 600  # lines of one font: those of a few dozen lists of answers
LEAST_LETTER = 2.0  # px, the width of the narrowest: what is left of a text surely needs more than that each
MORE = Marked("…")
UNBOUNDED = 10_000.0  # px


class Line(NamedTuple):
    """A text laid out, and three dots where it was too long."""

    layout: QTextLayout
    dots: QTextLayout | None
    dots_at: float  # px from its left
    width: float  # px

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """In the colour of the painter's pen."""
        self.layout.draw(painter, QPointF(left, top))
        if self.dots:
            self.dots.draw(painter, QPointF(left + self.dots_at, top))


class Face:
    """A font, what can be known of it, and the lines that were laid out in it."""

    def __init__(self, look: Look, points: float, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        """The bundled font in some size."""
        self.font = reading_font(look, points, weight)
        self.metrics = QFontMetricsF(self.font)
        self.height, self.ascent = self.metrics.height(), self.metrics.ascent()
        self._kept: dict[tuple[Marked, float], Line] = {}
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._dots = self._layout(MORE)
        self._dots_width = self._broken(self._dots, UNBOUNDED).naturalTextWidth()

    def line(self, marked: Marked, width: float) -> Line:
        """A text in one line of some width, its marked words in bold."""
        key = (marked, width)
        line = self._kept.pop(key, None) or self._laid_out(marked, width)
        self._kept[key] = line  # the last again
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return line

    def _laid_out(self, marked: Marked, width: float) -> Line:
        """A text laid out. What does not fit is left out, and three dots say so."""
        layout = self._layout(marked)
        room = max(width - self._dots_width, 1.0)
        line = self._broken(layout, room)
        left_out = len(marked.text) - line.textLength()
        if left_out > 0 and left_out * LEAST_LETTER <= width - line.naturalTextWidth():  # without dots it may fit
            line = self._broken(layout, width)
            left_out = len(marked.text) - line.textLength()
            if left_out > 0:
                line = self._broken(layout, room)
        used = line.naturalTextWidth()
        if left_out > 0:
            return Line(layout, self._dots, used, used + self._dots_width)
        return Line(layout, None, 0.0, used)

    def _layout(self, marked: Marked) -> QTextLayout:
        """A text that is to be laid out."""
        layout = QTextLayout(marked.text, self.font)
        layout.setTextOption(self._option)
        layout.setCacheEnabled(True)  # else all is measured once more to be drawn
        if marked.spans:
            layout.setFormats([self._format(begin, end) for begin, end in marked.spans])
        return layout

    def _broken(self, layout: QTextLayout, width: float) -> QTextLine:
        """The first line of a text, in so much room."""
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        return line

    def _format(self, begin: int, end: int) -> QTextLayout.FormatRange:
        """Bold from one place to another."""
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = begin, end - begin, self._bold
        return part
