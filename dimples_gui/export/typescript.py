"""Paragraphs on pages of paper: what belongs together stays together, and nothing is cut where a page ends.

The words are set in one long column, as on screen; a page is a stretch of it from the top of one paragraph, or where it
must be, of one line, to the foot of another.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextDocument

from dimples_gui.export.paper import LOOK
from dimples_gui.panels.geometry import Ground, Plan, block_rect, plan_of
from dimples_gui.panels.leaf import Paragraph
from dimples_gui.panels.ornaments import draw_plan
from dimples_gui.panels.typesetter import Typesetter

LEADING = {"title", "latin", "numbers", "heading", "letter", "term", "behind-first", "step-count", "legend-first"}
TRAILING = {"meaning", "forms", "to-do", "rates"}  # belong to what stands before
MOST = 0.7  # of a page, that what belongs together may fill
LEAST_LEFT = 0.25  # of a page, that a title wants under it
PAD_EM = 0.5  # how far the ground of what stands behind a badge reaches beyond it


class Stretch(NamedTuple):
    """What stands on one page: from where to where in the column, and the paragraphs in it."""

    top: float
    bottom: float
    first: int
    last: int


class Typescript:
    """Some paragraphs, set and divided into pages."""

    def __init__(self, paragraphs: Sequence[Paragraph], width: float, height: float, used: float = 0.0) -> None:
        """In a column of this width; the first page has `used` of its height already filled."""
        self._paragraphs = tuple(paragraphs)
        self._setter = Typesetter(LOOK)
        self._document = QTextDocument()
        self._document.setUseDesignMetrics(True)
        self._document.setDocumentMargin(0)
        self._document.setTextWidth(width)
        self._setter.replace(self._document, (), self._paragraphs)
        self._rects = [block_rect(self._document, number) for number in range(len(self._paragraphs))]
        self._plan: Plan | None = None
        self.pages = tuple(self._divided(height, used))

    @property
    def last_used(self) -> float:
        """How much of the last page's height is filled."""
        return self.pages[-1].bottom - self.pages[-1].top if self.pages else 0.0

    def draw(self, painter: QPainter, page: int, left: float, top: float) -> None:
        """Paint one of the pages with its upper left corner there."""
        stretch = self.pages[page]
        seen = QRectF(-40, stretch.top, self._document.textWidth() + 80, stretch.bottom - stretch.top)
        painter.save()
        painter.translate(left, top - stretch.top)
        painter.setClipRect(seen)
        draw_plan(painter, self._plan_within(stretch, seen), seen, LOOK, "")
        for number in range(stretch.first, stretch.last):
            self._draw_lines(painter, number, stretch)
        painter.restore()

    def _draw_lines(self, painter: QPainter, number: int, stretch: Stretch) -> None:
        """The lines of a paragraph that are on a page. Qt, asked for a part of a text, adds lines that are not seen."""
        layout, origin = self._document.findBlockByNumber(number).layout(), self._rects[number].topLeft()
        for nth in range(layout.lineCount()):
            line = layout.lineAt(nth)
            if stretch.top <= origin.y() + line.y() + line.height() / 2 < stretch.bottom:
                line.draw(painter, origin)

    def _plan_within(self, stretch: Stretch, seen: QRectF) -> Plan:
        """The ornaments of a page; what lies behind words that go on, ends with the page."""
        if self._plan is None:
            self._plan = plan_of(self._document, self._paragraphs, self._setter)
        plan, inner = self._plan, QRectF(0, seen.top(), self._document.textWidth(), seen.height())
        marks = tuple(mark for mark in plan.marks if stretch.first <= mark.span.block < stretch.last)
        grounds = (Ground(ground.area.intersected(inner), ground.grade) for ground in plan.grounds)
        return Plan(marks, (), tuple(ground for ground in grounds if ground.area.height() > 1))

    # --- where pages end --------------------------------------------------------------------------------------

    def _divided(self, height: float, used: float) -> Iterator[Stretch]:
        """The pages, each as full as it can be."""
        start: Stretch | None = None
        room = height - used
        for piece in self._pieces(height):
            need = LEAST_LEFT * height if self._paragraphs[piece.first].role == "title" else 0.0
            if start is None:
                if used and max(piece.bottom - piece.top, need) > room:
                    yield Stretch(piece.top, piece.top, piece.first, piece.first)  # nothing fits under what is there
                    room = height
                start = piece
            elif max(piece.bottom, piece.top + need) - start.top <= room:
                start = Stretch(start.top, piece.bottom, start.first, piece.last)
            else:
                yield start
                start, room = piece, height
        if start:
            yield start

    def _pieces(self, height: float) -> Iterator[Stretch]:
        """What must not be divided: groups of paragraphs, paragraphs, or of one that is too long, lines."""
        for group in self._groups():
            whole = self._over(group[0], group[-1] + 1)
            if whole.bottom - whole.top <= MOST * height:
                yield whole
                continue
            first = group[0]
            for number in group:
                if self._paragraphs[number].role in LEADING and number != group[-1]:
                    continue
                one = self._over(first, number + 1)
                first = number + 1
                yield from [one] if one.bottom - one.top <= height else self._lines(one)

    def _groups(self) -> Iterator[list[int]]:
        """Paragraphs that belong together: a heading and what follows, a claim and what stands behind its badge."""
        group: list[int] = []
        for number, paragraph in enumerate(self._paragraphs):
            leads = bool(group) and self._paragraphs[group[-1]].role in LEADING
            if group and not (leads or paragraph.behind or paragraph.role in TRAILING):
                yield group
                group = []
            group.append(number)
        if group:
            yield group

    def _over(self, first: int, last: int) -> Stretch:
        """From the first of some paragraphs to before the last, with the ground behind them."""
        pad = PAD_EM * self._setter.em
        top, bottom = self._rects[first].top(), self._rects[last - 1].bottom()
        above = pad if self._paragraphs[first].behind else 0.0
        below = pad if self._paragraphs[last - 1].behind else 0.0
        return Stretch(top - above, bottom + below, first, last)

    def _lines(self, piece: Stretch) -> Iterator[Stretch]:
        """The lines of paragraphs that are longer than a page."""
        for number in range(piece.first, piece.last):
            layout, origin = self._document.findBlockByNumber(number).layout(), self._rects[number].top()
            tops = [origin + layout.lineAt(nth).y() for nth in range(layout.lineCount())]
            ends = [*tops[1:], self._rects[number].bottom()]
            yield from (Stretch(top, end, number, number + 1) for top, end in zip(tops, ends, strict=True))
