"""How many names found no room, in words, and where that stands without hiding what one looks at."""

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from dimples_gui.plate.apart import Box, boxes_meet
from dimples_gui.plate.art import Sight
from dimples_gui.plate.hotspots import is_mark
from dimples_gui.plate.labels import SLIP_PX
from dimples_gui.plate.margin import (
    MARGIN_PX,
    foot_px,
    has_room_for_words,
    head_px,
    lasting_boxes,
    passing_boxes,
    side_boxes,
)
from dimples_gui.theme import reading_font

NOTE_POINTS = 10.0
STEP_PX = 3  # from one height that is tried over the names to the next
INNER_PX = 6.0  # of the air in the margin's boxes, how much may be used


class Note(NamedTuple):
    """What is said, in one line or two, and where; `whole` if it is short for a sentence, which that is."""

    text: str
    rect: QRectF
    font: QFont
    whole: str = ""


def hidden_note(sight: Sight, count: int) -> Note | None:
    """So many names are left out: a sentence, in two lines if need be, or its beginning where there is less room.

    Where it stands does not depend on how many they are, so that names can be placed before that is known. None where
    there is no room at all.
    """
    font = reading_font(sight.look, NOTE_POINTS)
    font.setItalic(True)
    metrics, places = QFontMetricsF(font), _Places(sight)
    most = len({spot.entry for spot in sight.hotspots})
    for text, widest in zip(_forms(count), _forms(most), strict=True):
        rect = places.find(_size(widest, metrics))
        if rect is not None:
            rect.setLeft(rect.left() + (rect.width() - _size(text, metrics).width()) / 2)
            whole = _sentence(count)
            return Note(text, rect, font, "" if text.split() == whole.split() else whole)
    return None


def _sentence(count: int) -> str:
    return QCoreApplication.translate("Plate", "%n more when zoomed in", "", count)


def _forms(count: int) -> Iterator[str]:
    """Ways to say it, the better ones first."""
    yield _sentence(count)
    words = _sentence(count).split(" ")
    broken = (" ".join(words[:at]) + "\n" + " ".join(words[at:]) for at in range(1, len(words)))
    yield min(broken, key=lambda text: max(map(len, text.split("\n"))), default=words[0])
    yield QCoreApplication.translate("Plate", "%n more", "", count)
    yield QCoreApplication.translate("Plate", "+{count}").format(count=count)


def _size(text: str, metrics: QFontMetricsF) -> QSizeF:
    """How much room it takes."""
    lines = text.split("\n")
    return QSizeF(ceil(max(map(metrics.horizontalAdvance, lines))) + 1, metrics.height() * len(lines))


class _Places:
    """Where something may stand in a view: in its lower margin, just over that, or at the view's upper end.

    It keeps clear of pins, of what else is in the margin, and of the body. While that reaches beyond the view there may
    be nothing else to stand on; then it keeps clear of the body's marks.
    """

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        view, look = sight.view, sight.look
        figure = lasting_boxes(view, look) if has_room_for_words(view, look) else ()
        margin = (*side_boxes(view, look), *figure, *passing_boxes(view, look))
        pins = [sight.box(spot) for spot in sight.hotspots if spot.kind == "pin"]
        inner = [box.adjusted(INNER_PX, INNER_PX, -INNER_PX, -INNER_PX) for box in margin]
        self._taken = sorted(map(_box_of, (*inner, *pins)))
        self._names = head_px(look), view.height - foot_px(view, look)
        self._lowest = view.height - MARGIN_PX

    def find(self, size: QSizeF) -> QRectF | None:
        """The first place that holds something so large; None where none does."""
        boxes = list(self._all(size.width() + 2 * SLIP_PX, size.height()))
        covered = self._sight.art.grid(self._sight.layer).cover(self._sight.view, 1.0)
        found = next((box for box in boxes if not covered(box)), None) or self._unmarked(boxes)
        return QRectF(QPointF(found[0] + SLIP_PX, found[1]), size) if found else None

    def _all(self, width: float, height: float) -> Iterator[Box]:
        """In each row, what is nearest to the view's middle in each gap, then the gap's ends."""
        for top in self._tops(height):
            start, bottom = 0.0, top + height
            for left, _, right, _ in (*self._beside(top, bottom), (self._sight.view.width, 0, 0, 0)):
                first, last = start, left - width
                if first <= last:
                    middle = (self._sight.view.width - width) / 2
                    for at in (min(max(middle, first), last), first, last):
                        yield at, top, at + width, bottom
                start = max(start, right)

    def _beside(self, top: float, bottom: float) -> Iterator[Box]:
        """What is taken in a row."""
        return (box for box in self._taken if box[1] < bottom and top < box[3])

    def _tops(self, height: float) -> Iterator[float]:
        """As low as may be or on what stands there; then over the names; last in their room, as low as may be."""
        first, last = self._names
        bottoms = sorted({self._lowest, last, *(box[1] for box in self._taken if last < box[1] < self._lowest)})
        tops = [bottom - height for bottom in reversed(bottoms)]
        yield from (top for top in tops if top >= last)
        yield from (first - height - up for up in range(0, int(first - height) + 1, STEP_PX))
        yield from (top for top in tops if top < last)

    def _unmarked(self, boxes: list[Box]) -> Box | None:
        """Where no mark is, if the body is partly out of view."""
        sight = self._sight
        if sight.area.contains(sight.transform.mapRect(sight.art.window(sight.layer))):
            return None
        marks = [_box_of(sight.box(spot)) for spot in sight.hotspots if is_mark(spot)]
        return next((box for box in boxes if not any(boxes_meet(box, mark) for mark in marks)), None)


def _box_of(rect: QRectF) -> Box:
    return rect.left(), rect.top(), rect.right(), rect.bottom()
