"""Paragraphs into a QTextDocument, each role set in its own way; and where in the document its links and pills are."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from dimples_gui.panels.leaf import NBSP, Paragraph, Run, unparted
from dimples_gui.theme import Look, reading_font

BODY_POINTS = 11.5
BOLD = QFont.Weight.DemiBold
SAMPLE = "a quiet line of ordinary words, as they stand in any book about the body"  # gives the width of a letter


class Role(NamedTuple):
    """How a paragraph is set. Size is a share of the body's; distances are in ems of the body."""

    size: float = 1.0
    bold: bool = False
    italic: bool = False
    colour: str = "text"  # a field of Look
    above: float = 0.0
    below: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hang: float = 0.0  # lines after the first stand so much further in
    line: float = 1.52  # from line to line, in ems of this role


ROLES = {
    "title": Role(1.9, bold=True, below=0.15, line=1.2),
    "latin": Role(1.12, italic=True, colour="muted", line=1.4),
    "numbers": Role(0.86, colour="muted", line=1.5),
    "reveal": Role(0.92, above=0.4, line=1.4),
    "answer": Role(1.2, above=0.95, below=0.3, line=1.48),
    "heading": Role(1.22, bold=True, above=1.9, below=0.35, line=1.3),
    "text": Role(above=0.3, below=0.6),
    "claim": Role(above=0.3, below=0.7),
    "behind": Role(0.93, above=0.35, below=0.45, left=1.3, right=0.8, line=1.46),
    "behind-first": Role(0.93, colour="muted", above=1.0, below=0.45, left=1.3, right=0.8, line=1.46),
    "behind-source": Role(0.88, above=0.1, below=0.3, left=1.3, right=0.8, hang=1.2, line=1.42),
    "behind-end": Role(0.93, above=0.35, below=1.6, left=1.3, right=0.8, line=1.46),
    "behind-last": Role(0.93, above=0.6, below=1.6, left=1.3, right=0.8, line=1.46),
    "onward": Role(below=0.5, hang=1.2),
    "card": Role(1.12, above=1.55, below=1.55, left=1.0, right=2.2, line=1.35),
    "card-later": Role(1.12, colour="muted", above=1.55, below=1.55, left=1.0, right=1.0, line=1.35),
    "legend": Role(0.95, above=0.3, below=0.3, line=1.5),
    "source": Role(above=0.1, below=0.6, hang=1.2, line=1.46),
    "rates": Role(0.92, below=0.5, left=1.3, line=1.46),
    "to-do": Role(bold=True, below=1.1, line=1.48),
    "reference": Role(0.88, below=0.3, hang=1.6, line=1.4),
    "legend-first": Role(0.95, bold=True, above=1.6, below=0.25, line=1.4),
    "letter": Role(1.22, bold=True, colour="muted", above=1.5, below=0.2, line=1.3),
    "term": Role(1.06, bold=True, above=0.75, line=1.4),
    "meaning": Role(line=1.48),
    "forms": Role(0.92, colour="muted", line=1.46),
    "steps": Role(1.25, above=0.9, below=0.5, line=1.9),
    "step-count": Role(0.92, colour="muted", above=0.5, line=1.4),
    "step": Role(1.2, above=0.25, below=0.5, line=1.48),
    "step-past": Role(colour="muted", above=0.2, below=0.5, hang=1.05),
    "lookup": Role(above=1.2),
    "lookup-next": Role(above=0.2),
    "note": Role(0.9, colour="muted", above=1.6, line=1.45),
    "spot": Role(1.18, bold=True, below=0.3, line=1.25),
    "spot-mark": Role(0.95, above=0.15, hang=1.5, line=1.4),
    "spot-heading": Role(0.86, bold=True, colour="muted", above=0.9, below=0.05, line=1.35),
    "spot-text": Role(0.97, line=1.44),
    "spot-claims": Role(0.95, above=0.1, line=1.75),
    "spot-more": Role(0.97, above=0.9, line=1.44),
    "spot-doctor": Role(0.97, bold=True, line=1.44),
    "urgency": Role(1.5, bold=True, above=2.0, below=0.3, line=1.4),
    "flag-do": Role(1.2, bold=True, above=1.6, below=0.35, line=1.35),
    "flag-when": Role(0.95, bold=True, colour="muted", above=0.1, line=1.4),
    "flag-sign": Role(1.06, above=0.3, line=1.45),
    "flag-sources": Role(0.95, above=0.6, line=1.5),
    "cell": Role(0.9, below=0.25, line=1.42),
    "cell-empty": Role(0.9, italic=True, colour="muted", line=1.38),
    "cell-rate": Role(0.9, above=0.4, line=1.3),
    "cell-bar": Role(0.55, line=1.35),
    "cell-among": Role(0.82, colour="muted", below=0.5, line=1.32),
    "cell-kinds": Role(0.82, colour="muted", above=0.35, line=1.3),
    "option": Role(1.0, bold=True, line=1.22),
    "option-advice": Role(0.88, bold=True, italic=True, above=0.1, line=1.3),
    "question": Role(0.92, bold=True, line=1.26),
}
HEADINGS = {"title": 1, "heading": 2, "urgency": 2, "spot": 2, "spot-heading": 3, "flag-do": 3}  # and their levels
# Runs that are drawn as a pill, with the room in it before and after its words, in ems of the pill. The chevron of what
# can be opened, and a verdict's sign, have theirs besides.
PILLS = {"badge": 0.15, "verdict": 0.15, "fold": 0.2, "step": 0.35, "step-here": 0.35, "mark": 0.3}
PILL_COLOURS = {
    "fold": "text",
    "mark": "text",
    "step": "link",
    "step-here": "chosen_text",
}  # of its words; else that of grades
SIGN_ROOM, CHEVRON_ROOM = 1.25, 1.15
NARROW_TITLE = 1.4  # the title's size in a narrow column, whose words are long
PILL_SIZE = 0.8  # of the text around it


class Span(NamedTuple):
    """Where a run stands in the document: block, and the positions in it, in UTF-16 units."""

    block: int
    start: int
    end: int
    run: Run
    paragraph: Paragraph


def units(text: str) -> int:
    """Length as Qt counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def spans(paragraphs: tuple[Paragraph, ...], first: int = 0) -> Iterator[Span]:
    """The links and pills of these paragraphs, the first of which is the first-th of its document, in reading order."""
    for block, paragraph in enumerate(paragraphs, first):
        at = 0
        for run in paragraph.runs:
            start, at = at, at + units(run.text) + (2 if is_pill(run) else 0)
            if run.href or is_pill(run):
                yield Span(block, start, at, run, paragraph)


def is_pill(run: Run) -> bool:
    """Whether it is drawn as a pill."""
    return run.style in PILLS


class Typesetter:
    """Sets paragraphs in one look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.body = reading_font(look, BODY_POINTS)
        self.em = float(QFontInfo(self.body).pixelSize())
        self.letter = QFontMetricsF(self.body).horizontalAdvance(SAMPLE) / len(SAMPLE)
        self._title = self._grown(ROLES["title"].size)
        self._blocks: dict[str, QTextBlockFormat] = {}
        self._chars: dict[tuple[str, str], QTextCharFormat] = {}

    def fit_title(self, title: str, column: float, *, narrow: bool) -> bool:
        """Set titles large from now on, or smaller in a narrow column (px), so that no word of this one is broken.

        Whether that is another size than before.
        """
        before, self._title = self._title, self._grown(NARROW_TITLE if narrow else ROLES["title"].size)
        if narrow and title:
            letters = QFontMetricsF(reading_font(self.look, BODY_POINTS * self._title, BOLD))
            longest = max(letters.horizontalAdvance(word) for word in title.split())
            self._title *= min(1.0, 0.98 * column / longest)
        if self._title != before:
            self._blocks.pop("title", None)
            self._chars = {key: chars for key, chars in self._chars.items() if key[0] != "title"}
        return self._title != before

    def replace(self, document: QTextDocument, old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> None:
        """Make a document that holds `old` (nothing, if empty) hold `new`, touching only what differs."""
        first, olds, news = _difference(old, new)
        cursor = QTextCursor(document.findBlockByNumber(first))
        cursor.beginEditBlock()
        last = document.findBlockByNumber(first + max(olds, 1) - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        for index, paragraph in enumerate(new[first : first + news]):
            block, chars = self._block(paragraph.role), self._char(paragraph.role, "")
            if index:
                cursor.insertBlock(block, chars)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(chars)
            self._insert(cursor, paragraph)
        cursor.endEditBlock()

    def _insert(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        """The runs of a paragraph."""
        for run in paragraph.runs:
            chars = self._char(paragraph.role, run.style)
            if run.href or run.hint:
                chars = self._linked(chars, run)
            if is_pill(run):
                self._insert_pill(cursor, run, chars, self.size(paragraph.role))
            else:
                cursor.insertText(unparted(run.text), chars)

    def _insert_pill(self, cursor: QTextCursor, run: Run, chars: QTextCharFormat, size: float) -> None:
        """A pill's words between two spaces that make room for its rounded ends and the sign in them.

        The spaces do not break, so a pill is never parted by the end of a line.
        """
        pad = size * self.em * PILL_SIZE
        before = after = PILLS[run.style]
        before += SIGN_ROOM if run.style == "verdict" else 0
        after += CHEVRON_ROOM if run.opened is not None else 0
        cursor.insertText(NBSP, _spaced(chars, before * pad))
        letter, rest = (run.text[:1], run.text[1:]) if run.style == "badge" else ("", run.text)
        if letter:
            strong = QTextCharFormat(chars)
            strong.setFontWeight(QFont.Weight.Bold)
            cursor.insertText(letter, strong)
        cursor.insertText(rest.replace(" ", NBSP), chars)
        cursor.insertText(NBSP, _spaced(chars, after * pad))

    def size(self, role: str) -> float:
        """A role's size as a share of the body's."""
        return self._title if role == "title" else self._grown(ROLES[role].size)

    def _grown(self, size: float) -> float:
        """Large words grow less with the text than the body, or none would fit a line."""
        return size if size <= 1 else 1 + (size - 1) / max(self.look.text_scale, 1.0) ** 0.5

    def _linked(self, chars: QTextCharFormat, run: Run) -> QTextCharFormat:
        """As a link, or only with a tooltip."""
        chars = QTextCharFormat(chars)
        if run.hint:
            chars.setToolTip(run.hint)
        if run.href:
            chars.setAnchor(True)
            chars.setAnchorHref(run.href)
            if not is_pill(run):
                chars.setForeground(QColor(self.look.link))
                chars.setFontUnderline(True)
        return chars

    def _block(self, name: str) -> QTextBlockFormat:
        """The paragraph format of a role."""
        if name not in self._blocks:
            role = ROLES[name]
            block = QTextBlockFormat()
            block.setTopMargin(role.above * self.em)
            block.setBottomMargin(role.below * self.em)
            block.setLeftMargin((role.left + role.hang) * self.em)
            block.setRightMargin(role.right * self.em)
            block.setTextIndent(-role.hang * self.em)
            # Qt wants a share of the font's own height, which is 1.2 ems in one font and 1.4 in another.
            own = QFontMetricsF(self._char(name, "").font()).height()
            share = 100 * role.line * self.size(name) * self.em / own
            block.setLineHeight(share, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if name in HEADINGS:
                block.setHeadingLevel(HEADINGS[name])
            self._blocks[name] = block
        return self._blocks[name]

    def _char(self, name: str, style: str) -> QTextCharFormat:
        """The character format of a style within a role."""
        key = (name, style)
        if key not in self._chars:
            role = ROLES[name]
            words = style.split()
            pill = style in PILLS
            small = PILL_SIZE if pill else 0.8 if "small" in words else 1.0
            font = reading_font(self.look, BODY_POINTS * self.size(name) * small)
            font.setItalic(role.italic or "em" in words)
            if role.bold or "strong" in words or "label" in words:
                font.setWeight(BOLD)
            chars = QTextCharFormat()
            chars.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
            muted = "muted" in words or "label" in words
            colour = PILL_COLOURS.get(style, "grade_text") if pill else "muted" if muted else role.colour
            chars.setForeground(QColor(getattr(self.look, colour)))
            self._chars[key] = chars
        return self._chars[key]


def _spaced(chars: QTextCharFormat, width: float) -> QTextCharFormat:
    """With so much more room after each letter, in px."""
    spaced = QTextCharFormat(chars)
    spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    spaced.setFontLetterSpacing(width)
    return spaced


def _difference(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> tuple[int, int, int]:
    """First paragraph that differs, and how many from there on are old and how many new; never none on one side."""
    shorter = min(len(old), len(new))
    first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    same = next((i for i in range(shorter - first) if old[-1 - i] != new[-1 - i]), shorter - first)
    if old and (len(old) - first - same == 0 or len(new) - first - same == 0):
        if first:
            first -= 1
        elif same:
            same -= 1
    return first, len(old) - first - same, len(new) - first - same
