"""The cells of the options as slips of paper: set once in a look, laid out once in a width, then only painted."""

from itertools import count
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPixmapCache, QTextDocument

from dimples_gui.atlas.decide import Cell, Option, Options, Row
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.geometry import Mark, Plan, block_rect, plan_of
from dimples_gui.panels.leaf import Paragraph, plain
from dimples_gui.panels.options_cells import cell_paragraphs, full_bar, shares
from dimples_gui.panels.ornaments import draw_plan
from dimples_gui.panels.typesetter import BODY_POINTS, BOLD, ROLES, Typesetter
from dimples_gui.theme import Look, reading_font

PAD_PX, RIM_PX = 10, 2  # around the words of cells and headings
LEAST_LETTERS, LEAST_QUESTION = 24, 10  # in a line of a cell, and of a question
LEAST_BAR_PX = 1.5
NUMBERS = count()  # of slips, for the cache of their pictures


class Slip:
    """Some paragraphs, and the bars that stand where their role says so."""

    def __init__(self, paragraphs: tuple[Paragraph, ...], bars: list[float], setter: Typesetter) -> None:
        """`bars` are their lengths, as shares of a full one."""
        self.paragraphs, self.bars, self._setter = paragraphs, bars, setter
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        setter.replace(self.document, (), paragraphs)
        self._plan: Plan | None = None
        self._width = 0
        self._number = next(NUMBERS)

    def height(self, width: int) -> int:
        """How high it is, so wide; px."""
        if width != self._width:
            self._width, self._plan = width, None
            self.document.setTextWidth(width)
        return ceil(self.document.size().height())

    def plan(self) -> Plan:
        """Where its links and pills are."""
        if self._plan is None:
            self._plan = plan_of(self.document, self.paragraphs, self._setter)
        return self._plan

    def mark_at(self, point: QPointF) -> Mark | None:
        """The link or badge at a point."""
        hits = (mark for mark in self.plan().marks if mark.area.contains(point) and mark.span.run.href)
        return next(hits, None)

    def draw(self, painter: QPainter, at: QPoint, look: Look, ground: str, lit: str = "") -> None:
        """Paint it on its ground, as wide as it was laid out last; `lit` is the link that is pointed at."""
        if lit:
            painter.translate(at)
            self._draw(painter, look, lit)
            painter.translate(-at)
            return
        ratio = painter.device().devicePixelRatio()
        name = f"slip {self._number} {self._width} {ground} {ratio}"
        picture = QPixmap()
        if not QPixmapCache.find(name, picture):
            picture = QPixmap(self._extent().toAlignedRect().size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(ground))
            on = QPainter(picture)
            on.translate(-self._extent().topLeft())
            self._draw(on, look)
            on.end()
            QPixmapCache.insert(name, picture)
        painter.drawPixmap(self._extent().topLeft() + at, picture)

    def _extent(self) -> QRectF:
        """What it paints on: the rims of pills and the tails of letters reach out of its lines."""
        return QRectF(0, 0, self._width, self.height(self._width)).adjusted(-RIM_PX, -RIM_PX, RIM_PX, PAD_PX)

    def _draw(self, painter: QPainter, look: Look, lit: str = "") -> None:
        """Pills, bars and words."""
        draw_plan(painter, self.plan(), self._extent(), look, lit)
        if self.bars:
            self._draw_bars(painter, look)
        self.document.drawContents(painter, self._extent())

    def _draw_bars(self, painter: QPainter, look: Look) -> None:
        """Each on a line as long as a full one."""
        places = [number for number, part in enumerate(self.paragraphs) if part.role == "cell-bar"]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for number, share in zip(places, self.bars, strict=True):
            room = block_rect(self.document, number)
            deep = round(room.height() * 0.62)
            track = QRectF(room.left(), round(room.top()) + 1, self._width, deep)
            painter.setPen(QPen(QColor(look.muted), 1))
            painter.drawLine(track.bottomLeft(), track.bottomRight())
            painter.drawLine(track.topRight(), track.bottomRight())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.selected))
            painter.drawRect(QRectF(track.left(), track.top(), max(share * track.width(), LEAST_BAR_PX), deep))


class Slips:
    """All slips of a table, in one look; each is set when it is first wanted."""

    def __init__(self, atlas: Atlas, options: Options, look: Look) -> None:
        self._atlas, self._full, self._setter = atlas, full_bar(options), Typesetter(look)
        self.letter = self._setter.letter * ROLES["cell"].size  # px
        self._first = options.rows[0].id if options.rows else ""
        self._cells: dict[tuple[str, str], Slip] = {}
        self._heads: dict[str, Slip] = {}
        bold = QFontMetricsF(reading_font(look, BODY_POINTS * ROLES["question"].size, BOLD))
        words = [word for row in options.rows for word in row.heading.split()]
        self._longest = max((bold.horizontalAdvance(word) for word in words), default=0.0)

    def cell(self, option: Option, row: Row, cell: Cell) -> Slip:
        """A cell's."""
        key = (option.id, row.id)
        if key not in self._cells:
            # In the first cell, as the headings are always in view and so are to be low.
            kinds = option.kinds if row.id == self._first else ()
            paragraphs = cell_paragraphs(self._atlas, cell, kinds)
            self._cells[key] = Slip(paragraphs, shares(cell, self._full), self._setter)
        return self._cells[key]

    def over(self, option: Option) -> Slip:
        """A column's heading."""
        if option.id not in self._heads:
            parts = (("option", option.name), ("option-advice", option.advice))
            self._heads[option.id] = self._slip(*(plain(role, text) for role, text in parts if text))
        return self._heads[option.id]

    def beside(self, row: Row) -> Slip:
        """A row's heading."""
        key = f"row {row.id}"
        if key not in self._heads:
            self._heads[key] = self._slip(plain("question", row.heading))
        return self._heads[key]

    def _slip(self, *paragraphs: Paragraph) -> Slip:
        return Slip(paragraphs, [], self._setter)

    def widths(self, room: int, columns: int) -> tuple[int, int]:
        """How wide the questions are and how wide a column is, where so much room is for all of them; px."""
        head = round(max(self._longest, LEAST_QUESTION * self.letter)) + 2 * PAD_PX + 2
        left = max(room - head, 1)
        least = min(round(LEAST_LETTERS * self.letter) + 2 * PAD_PX, left)
        return head, max(left // max(columns, 1), least)
