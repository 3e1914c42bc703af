"""The rows under a search field: headings, answers with their matching words in bold, examples and remarks."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dimples_gui.atlas.model import GRADES, Outline
from dimples_gui.atlas.search_hits import GLOSSARY, STATEMENT, STRUCTURE, TOPIC, Hit, Marked
from dimples_gui.icons import draw_icon
from dimples_gui.panels.grades import grade_word
from dimples_gui.panels.search_lines import Face
from dimples_gui.theme import Look, reading_font

TITLE_POINTS, SNIPPET_POINTS, HEADING_POINTS = 11.5, 10.0, 9.5
ICON_PX = 20.0  # at text of 100 %
BESIDE_PX, BETWEEN_PX = 12.0, 10.0  # left and right of a row; between its icon and its words, its title and its name
ABOVE_PX = 5.0  # and below, at text of 100 %
LEAST_NAME_PX = 48.0  # a second name that has less room is left out
BADGE_RADIUS = 0.28  # of a grade's badge, of its side
SELECTED = QStyle.StateFlag.State_Selected

HEADINGS = {
    STRUCTURE: QT_TRANSLATE_NOOP("Search", "Structures"),
    TOPIC: QT_TRANSLATE_NOOP("Search", "Topics"),
    STATEMENT: QT_TRANSLATE_NOOP("Search", "Statements"),
    GLOSSARY: QT_TRANSLATE_NOOP("Search", "Glossary"),
}
KINDS = {
    STRUCTURE: QT_TRANSLATE_NOOP("Search", "structure"),
    TOPIC: QT_TRANSLATE_NOOP("Search", "topic"),
    STATEMENT: QT_TRANSLATE_NOOP("Search", "statement, {grade}"),
    GLOSSARY: QT_TRANSLATE_NOOP("Search", "glossary"),
}

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

    def looks_as(self, other: "Row") -> bool:
        """Whether another is painted and spoken the same: how well each answers is not seen."""
        if self.hit is None or other.hit is None:
            return self == other
        return self.hit[:-1] == other.hit[:-1]


def group_word(group: str) -> str:
    """The heading over a group of answers."""
    return translate("Search", str(HEADINGS[group]))


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
    kind = translate("Search", str(KINDS[hit.group]))
    if hit.group == STATEMENT:
        kind = kind.format(grade=grade_word(hit.mark))
    parts = (hit.title.text, hit.name.text, kind, hit.snippet.text)
    return ", ".join(part.strip(" .") for part in parts if part)


class RowPainter(QStyledItemDelegate):
    """Paints rows; Qt's own delegate can't set a part of a text in bold."""

    def __init__(self, icons: dict[str, tuple[Outline, ...]], look: Look) -> None:
        super().__init__()
        self._icons = icons
        self.rows: Sequence[Row] = ()
        self.ratio = 1.0  # pixels of the screen a logical one
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self._title, self._snippet = Face(look, TITLE_POINTS), Face(look, SNIPPET_POINTS)
        self._heading = Face(look, HEADING_POINTS, QFont.Weight.DemiBold)
        self._badge = reading_font(look, SNIPPET_POINTS, QFont.Weight.Bold)
        self._icon = ICON_PX * max(look.text_scale, 1.0)
        self._above = ABOVE_PX * max(look.text_scale, 1.0)
        self._drawn: dict[tuple[str, str, float], QPixmap] = {}
        self._heights = {
            "hit": round(self._title.height + self._snippet.height + 2 * self._above),
            "example": round(self._title.height + 2 * self._above),
            "heading": round(self._heading.height + 3 * self._above),
        }
        self._colours = {name: QColor(name) for name in (look.text, look.muted, look.chosen, look.chosen_text)}

    def height_of(self, row: Row, width: int) -> int:
        """How high a row is in a list of some width, px."""
        if row.kind != "remark":
            return self._heights[row.kind]
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
        look = self._look
        ink, muted = look.text, look.muted
        if option.state & SELECTED:
            painter.fillRect(rect, self._colours[look.chosen])
            ink = muted = look.chosen_text
        area = QRectF(rect).adjusted(BESIDE_PX, self._above, -BESIDE_PX, -self._above)
        if row.hit:
            self._paint_hit(painter, area, row.hit, ink, muted)
        elif row.kind == "example":
            self._paint_sign(painter, area, "search", muted)
            area.setLeft(area.left() + self._icon + BETWEEN_PX)
            self._paint_line(painter, area, Marked(row.text), self._title, ink)
        elif row.kind == "heading":
            area.setTop(area.bottom() - self._heading.height)
            self._paint_line(painter, area, Marked(row.text), self._heading, muted)
        else:
            painter.setFont(self._title.font)
            painter.setPen(self._colours[ink])
            side = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, side.value | Qt.TextFlag.TextWordWrap.value, row.text)

    def _paint_hit(self, painter: QPainter, area: QRectF, hit: Hit, ink: str, muted: str) -> None:
        """Sign, title and second name; below them what is said."""
        self._paint_sign(painter, area, hit.mark, ink)
        area.setLeft(area.left() + self._icon + BETWEEN_PX)
        below = area.adjusted(0, self._title.height, 0, 0)
        if hit.group == STATEMENT:
            used = self._paint_line(painter, below, hit.name, self._snippet, muted)
            below.setLeft(below.left() + used + BETWEEN_PX)
            self._paint_line(painter, area, hit.title, self._title, ink)
        else:
            used = self._paint_line(painter, area, hit.title, self._title, ink)
            if hit.name.text:
                area.setLeft(area.left() + used + BETWEEN_PX)
                area.translate(0, self._title.ascent - self._snippet.ascent)
                if area.width() >= LEAST_NAME_PX:
                    self._paint_line(painter, area, hit.name, self._snippet, muted)
        if below.width() >= LEAST_NAME_PX:
            self._paint_line(painter, below, hit.snippet, self._snippet, muted)

    def _paint_sign(self, painter: QPainter, area: QRectF, name: str, colour: str) -> None:
        """An icon or a grade in the middle of the row's height. Kept as a picture: to draw its lines takes long."""
        key = (name, colour, self.ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        top = area.top() + (area.height() - self._icon) / 2
        painter.drawPixmap(round(area.left()), round(top), self._drawn[key])

    def _draw(self, name: str, colour: str, ratio: float) -> QPixmap:
        """A grade on its ground, or an icon on nothing; nothing at all if there is none of that name."""
        side = math.ceil(self._icon)
        pixmap = QPixmap(math.ceil(side * ratio), math.ceil(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        square = QRectF(0, 0, self._icon, self._icon)
        if name in GRADES:
            self._draw_grade(painter, square, name)
        elif outlines := self._icons.get(name):
            draw_icon(painter, outlines, square, colour)
        painter.end()
        return pixmap

    def _draw_grade(self, painter: QPainter, square: QRectF, grade: str) -> None:
        """A grade's letter on its ground, as on the pages."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.rule))
        painter.setBrush(QColor(self._look.grade(grade)))
        ground = square.adjusted(0.5, 0.5, -0.5, -0.5)  # its line too within the picture
        painter.drawRoundedRect(ground, BADGE_RADIUS * square.width(), BADGE_RADIUS * square.width())
        painter.setPen(QColor(self._look.grade_text))
        painter.setFont(self._badge)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, grade)

    def _paint_line(self, painter: QPainter, area: QRectF, marked: Marked, face: Face, colour: str) -> float:
        """One line of a text; what does not fit is left out. Its width, px."""
        width = area.width()
        if not marked.text or width <= 0:
            return 0.0
        line = face.line(marked, width)
        painter.setPen(self._colours[colour])
        line.paint(painter, area.left(), area.top())
        return line.width
