"""The rows under a search field: headings, answers with their matching words in bold, examples and remarks."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from dimples_gui.atlas.model import GRADES, Outline
from dimples_gui.atlas.search_hits import GLOSSARY, STATEMENT, STRUCTURE, TOPIC, Hit, Marked
from dimples_gui.icons import draw_icon
from dimples_gui.panels.grades import grade_word
from dimples_gui.theme import Look, reading_font

TITLE_POINTS, SNIPPET_POINTS, HEADING_POINTS = 11.5, 10.0, 9.5
ICON_PX = 20.0  # at text of 100 %
BESIDE_PX, BETWEEN_PX = 12.0, 10.0  # left and right of a row; between its icon and its words, its title and its name
ABOVE_PX = 5.0  # and below, at text of 100 %
LEAST_NAME_PX = 48.0  # a second name that has less room is left out
BADGE_RADIUS = 0.28  # of a grade's badge, of its side
MORE = "…"

translate = QCoreApplication.translate


class Row(NamedTuple):
    """One row. Only an answer and an example can be chosen."""

    kind: str  # heading | hit | example | remark
    text: str = ""
    hit: Hit | None = None

    @property
    def can_be_chosen(self) -> bool:
        """Whether Enter or a click does something."""
        return self.kind in {"hit", "example"}


def group_word(group: str) -> str:
    """The heading over a group of answers."""
    return {
        STRUCTURE: translate("Search", "Structures"),
        TOPIC: translate("Search", "Topics"),
        STATEMENT: translate("Search", "Statements"),
        GLOSSARY: translate("Search", "Glossary"),
    }[group]


def rows_of(hits: Sequence[Hit]) -> list[Row]:
    """Answers under the headings of their groups; the group with the best answer comes first."""
    rows: list[Row] = []
    for group in dict.fromkeys(hit.group for hit in hits):
        rows.append(Row("heading", group_word(group)))
        rows += (Row("hit", hit.title.text, hit) for hit in hits if hit.group == group)
    return rows


def spoken(row: Row) -> str:
    """What a screen reader says of a row."""
    hit = row.hit
    if hit is None:
        return row.text
    if hit.group == STATEMENT:
        kind = translate("Search", "statement, {grade}").format(grade=grade_word(hit.mark))
    else:
        kind = {
            STRUCTURE: translate("Search", "structure"),
            TOPIC: translate("Search", "topic"),
            GLOSSARY: translate("Search", "glossary"),
        }[hit.group]
    parts = (hit.title.text, hit.name.text, kind, hit.snippet.text)
    return ", ".join(part.strip(" .") for part in parts if part)


class Face(NamedTuple):
    """A font, and what can be known of it."""

    font: QFont
    metrics: QFontMetricsF

    @classmethod
    def of(cls, look: Look, points: float, weight: QFont.Weight = QFont.Weight.Normal) -> "Face":
        """The bundled font in some size."""
        font = reading_font(look, points, weight)
        return cls(font, QFontMetricsF(font))


class RowPainter(QStyledItemDelegate):
    """Paints rows; Qt's own delegate can't set a part of a text in bold."""

    def __init__(self, icons: dict[str, tuple[Outline, ...]], look: Look) -> None:
        super().__init__()
        self._icons = icons
        self.rows: Sequence[Row] = ()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self._title, self._snippet = Face.of(look, TITLE_POINTS), Face.of(look, SNIPPET_POINTS)
        self._heading = Face.of(look, HEADING_POINTS, QFont.Weight.DemiBold)
        self._badge = reading_font(look, SNIPPET_POINTS, QFont.Weight.Bold)
        self._title_height = self._title.metrics.height()
        self._snippet_height = self._snippet.metrics.height()
        self._icon = ICON_PX * max(look.text_scale, 1.0)
        self._above = ABOVE_PX * max(look.text_scale, 1.0)
        self._drawn: dict[tuple[str, str, float], QPixmap] = {}
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def height_of(self, row: Row, width: int) -> int:
        """How high a row is in a list of some width, px."""
        if row.kind == "hit":
            return round(self._title_height + self._snippet_height + 2 * self._above)
        if row.kind == "example":
            return round(self._title_height + 2 * self._above)
        if row.kind == "heading":
            return round(self._heading.metrics.height() + 3 * self._above)
        bounds = self._title.metrics.boundingRect(
            QRectF(0, 0, width - 2 * BESIDE_PX, 10_000), Qt.TextFlag.TextWordWrap.value, row.text
        )
        return round(bounds.height() + 4 * self._above)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row; the current one on the colour of what is chosen."""
        rect: QRect = option.rect
        row = self.rows[index.row()]
        chosen = bool(option.state & option.state.State_Selected)
        look = self._look
        if chosen:
            painter.fillRect(rect, QColor(look.chosen))
        ink, muted = (look.chosen_text,) * 2 if chosen else (look.text, look.muted)
        area = QRectF(rect).adjusted(BESIDE_PX, self._above, -BESIDE_PX, -self._above)
        if row.hit:
            self._paint_hit(painter, area, row.hit, ink, muted)
        elif row.kind == "example":
            self._paint_icon(painter, area, "search", muted)
            area.setLeft(area.left() + self._icon + BETWEEN_PX)
            self._paint_line(painter, area, Marked(row.text), self._title, ink)
        else:
            is_heading = row.kind == "heading"
            painter.setFont(self._heading.font if is_heading else self._title.font)
            painter.setPen(QColor(muted if is_heading else ink))
            side = Qt.AlignmentFlag.AlignBottom if is_heading else Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, side.value | Qt.TextFlag.TextWordWrap.value, row.text)

    def _paint_hit(self, painter: QPainter, area: QRectF, hit: Hit, ink: str, muted: str) -> None:
        """Sign, title and second name; below them what is said."""
        if hit.mark in GRADES:
            self._paint_grade(painter, area, hit.mark)
        else:
            self._paint_icon(painter, area, hit.mark, ink)
        area.setLeft(area.left() + self._icon + BETWEEN_PX)
        below = area.adjusted(0, self._title_height, 0, 0)
        if hit.group == STATEMENT:
            used = self._paint_line(painter, below, hit.name, self._snippet, muted)
            below.setLeft(below.left() + used + BETWEEN_PX)
            self._paint_line(painter, area, hit.title, self._title, ink)
        else:
            used = self._paint_line(painter, area, hit.title, self._title, ink)
            area.setLeft(area.left() + used + BETWEEN_PX)
            if area.width() >= LEAST_NAME_PX:
                lower = self._title.metrics.ascent() - self._snippet.metrics.ascent()
                self._paint_line(painter, area.translated(0, lower), hit.name, self._snippet, muted)
        if below.width() >= LEAST_NAME_PX:
            self._paint_line(painter, below, hit.snippet, self._snippet, muted)

    def _paint_icon(self, painter: QPainter, area: QRectF, name: str, colour: str) -> None:
        """An icon in the middle of the row's height. Kept as a picture: to stroke its lines takes long."""
        ratio = painter.device().devicePixelRatio()
        key = (name, colour, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, ratio)
        painter.drawPixmap(self._square(area).topLeft().toPoint(), self._drawn[key])

    def _draw(self, name: str, colour: str, ratio: float) -> QPixmap:
        """An icon on nothing; nothing at all if there is none of that name."""
        side = math.ceil(self._icon)
        pixmap = QPixmap(math.ceil(side * ratio), math.ceil(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        if outlines := self._icons.get(name):
            painter = QPainter(pixmap)
            draw_icon(painter, outlines, QRectF(0, 0, self._icon, self._icon), colour)
            painter.end()
        return pixmap

    def _paint_grade(self, painter: QPainter, area: QRectF, grade: str) -> None:
        """A grade's letter on its ground, as on the pages."""
        square = self._square(area)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.rule))
        painter.setBrush(QColor(self._look.grade(grade)))
        painter.drawRoundedRect(square, BADGE_RADIUS * square.width(), BADGE_RADIUS * square.width())
        painter.setPen(QColor(self._look.grade_text))
        painter.setFont(self._badge)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, grade)
        painter.restore()

    def _square(self, area: QRectF) -> QRectF:
        """Where a row's sign stands."""
        return QRectF(area.left(), area.center().y() - self._icon / 2, self._icon, self._icon)

    def _paint_line(self, painter: QPainter, area: QRectF, marked: Marked, face: Face, colour: str) -> float:
        """One line of a text, its marked words in bold; what does not fit is left out. Its width, px."""
        if not marked.text or area.width() <= 0:
            return 0.0
        painter.setPen(QColor(colour))
        if not marked.spans:  # most lines: a text layout takes three times as long
            metrics = face.metrics
            text = metrics.elidedText(marked.text, Qt.TextElideMode.ElideRight, area.width())
            painter.setFont(face.font)
            painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), text)
            return metrics.horizontalAdvance(text)
        layout = QTextLayout(marked.text, face.font)
        layout.setTextOption(self._option)
        layout.setFormats([self._format(begin, end) for begin, end in marked.spans])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        is_cut = line.textLength() < len(marked.text)
        more = face.metrics.horizontalAdvance(MORE) if is_cut else 0.0
        if is_cut:
            line.setLineWidth(area.width() - more)
        layout.endLayout()
        layout.draw(painter, area.topLeft())
        used = line.naturalTextWidth()
        if is_cut:
            painter.setFont(face.font)
            painter.drawText(QPointF(area.left() + used, area.top() + line.ascent()), MORE)
        return used + more

    def _format(self, begin: int, end: int) -> QTextLayout.FormatRange:
        """Bold from one place to another."""
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = begin, end - begin, self._bold
        return part
