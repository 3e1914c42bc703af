"""Where on the page things are, once Qt has laid the document out. All in document coordinates, px."""

from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextDocument

from dimples_gui.panels.leaf import Paragraph
from dimples_gui.panels.typesetter import PILL_SIZE, Span, Typesetter, is_pill, spans

MANY = 1_000_000  # more paragraphs than any page has
CARDS = ("card", "card-later")


class Mark(NamedTuple):
    """A link, a pill or a card, and the area that it takes."""

    span: Span
    area: QRectF


class Ground(NamedTuple):
    """The area of what stands behind an open badge of this grade; behind what was unfolded, of none."""

    area: QRectF
    grade: str


class Plan(NamedTuple):
    """Everything on a page that is more than words, from top to bottom."""

    marks: tuple[Mark, ...] = ()
    cards: tuple[Mark, ...] = ()
    grounds: tuple[Ground, ...] = ()


class Spot(NamedTuple):
    """A place in the text that outlives a change of size: a paragraph that is not behind a badge, and a share of it."""

    paragraph: int = 0
    share: float = 0.0


def block_rect(document: QTextDocument, number: int) -> QRectF:
    """A paragraph's lines, over the whole width of the column."""
    rect = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
    frame = document.rootFrame().frameFormat()
    width = document.pageSize().width() - frame.leftMargin() - frame.rightMargin()
    return QRectF(frame.leftMargin(), rect.top(), width, rect.height())


def plan_of(
    document: QTextDocument, paragraphs: tuple[Paragraph, ...], setter: Typesetter, first: int = 0, last: int = MANY
) -> Plan:
    """Find everything in the paragraphs from `first` to before `last`, and all grounds."""
    marks, cards = [], []
    for span in spans(paragraphs[first:last], first):
        if span.paragraph.role in CARDS:
            continue
        strips = strips_of(document, span.block, span.start, span.end)
        if is_pill(span.run) and strips:
            marks.append(Mark(span, _pill(strips[0], setter.size(span.paragraph.role) * setter.em)))
        elif strips:
            marks.append(Mark(span, _united([strip.rect for strip in strips])))
    for number, paragraph in enumerate(paragraphs[first:last], first):
        if paragraph.role in CARDS:
            pad = 0.55 * setter.em
            area = block_rect(document, number).adjusted(0, -pad, 0, pad)
            cards.append(Mark(Span(number, 0, 0, paragraph.runs[0], paragraph), area))
    return Plan(tuple(sorted((*marks, *cards), key=_order)), tuple(cards), _grounds(document, paragraphs, setter))


def blocks_between(document: QTextDocument, top: float, bottom: float) -> tuple[int, int]:
    """The first paragraph between two heights, and the one after the last."""
    return _block_at(document, top), _block_at(document, bottom) + 1


def _block_at(document: QTextDocument, height: float) -> int:
    """The number of the paragraph nearest to a height."""
    position = document.documentLayout().hitTest(QPointF(0, height), Qt.HitTestAccuracy.FuzzyHit)
    return document.findBlock(max(position, 0)).blockNumber()


def _order(mark: Mark) -> tuple[int, int]:
    return mark.span.block, mark.span.start


def _united(rects: list[QRectF]) -> QRectF:
    area = rects[0]
    for rect in rects[1:]:
        area = area.united(rect)
    return area


class Strip(NamedTuple):
    """A span's part of one line: as high as the letters, not as the distance of the lines."""

    rect: QRectF
    baseline: float


def strips_of(document: QTextDocument, number: int, start: int, end: int) -> list[Strip]:
    """What a stretch of a paragraph covers, line by line; its positions are in UTF-16 units."""
    block = document.findBlockByNumber(number)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()  # lays out as far as here
    layout = block.layout()
    first, last = layout.lineForTextPosition(start), layout.lineForTextPosition(end - 1)
    if not (first.isValid() and last.isValid()):
        return []
    strips = []
    for nth in range(first.lineNumber(), last.lineNumber() + 1):
        line = layout.lineAt(nth)
        from_, to = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        # PySide hands back (x, position), where Qt has one result and one argument that it changes.
        left, right = (cast("tuple[float, int]", line.cursorToX(at))[0] for at in (from_, to))
        rect = QRectF(min(left, right), line.y(), abs(right - left), line.ascent() + line.descent())
        strips.append(Strip(rect.translated(origin), origin.y() + line.y() + line.ascent()))
    return strips


def _pill(strip: Strip, text_px: float) -> QRectF:
    """Around the words of a pill, centred on the height of its small letters and capitals."""
    height = 1.5 * text_px * PILL_SIZE
    middle = strip.baseline - 0.31 * text_px * PILL_SIZE
    return QRectF(strip.rect.left(), middle - height / 2, strip.rect.width(), height)


def _grounds(document: QTextDocument, paragraphs: tuple[Paragraph, ...], setter: Typesetter) -> tuple[Ground, ...]:
    """The areas behind the paragraphs that open badges brought."""
    grounds: list[Ground] = []
    grade = ""
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.behind:
            grade = paragraph.runs[-1].sign if paragraph.runs else ""
        else:
            pad = 0.5 * setter.em
            rect = block_rect(document, number).adjusted(0, -pad, 0, pad)
            if paragraphs[number - 1].behind:
                rect = grounds.pop().area.united(rect)
            grounds.append(Ground(rect, grade))
    return tuple(grounds)


# --- where the reader is ------------------------------------------------------------------------------------------


def spot_at(document: QTextDocument, paragraphs: tuple[Paragraph, ...], y: float) -> Spot:
    """What stands at a height of the document."""
    if y <= 0 or not paragraphs:
        return Spot()
    number = _block_at(document, y)
    while number and paragraphs[number].behind:
        number -= 1
    rect = block_rect(document, number)
    steady = sum(not paragraph.behind for paragraph in paragraphs[:number])
    return Spot(steady, (y - rect.top()) / max(rect.height(), 1.0))


def height_of(document: QTextDocument, paragraphs: tuple[Paragraph, ...], spot: Spot) -> float:
    """The height at which a spot stands now; 0 for the page's beginning."""
    steady = [number for number, paragraph in enumerate(paragraphs) if not paragraph.behind]
    if spot == Spot() or not steady:
        return 0.0
    rect = block_rect(document, steady[min(spot.paragraph, len(steady) - 1)])
    return rect.top() + min(spot.share, 1.0) * rect.height()
