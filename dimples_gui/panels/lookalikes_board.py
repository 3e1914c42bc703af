"""The cards of the look-alikes side by side, in as many columns as there is room for, to be read across."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.leaf import COPY
from dimples_gui.panels.lookalikes_card import Basis, Card
from dimples_gui.panels.lookalikes_text import basis_leaf
from dimples_gui.theme import Look

LEAST_LETTERS, MOST_LETTERS = 20, 52  # of a line in a card
LARGE, LETTERS_OF_LARGE = 1.3, 27  # from that size of text on, and the least then: so few long words fit a line
AROUND_PX = 24  # what a card is wider than its lines
SIDE_PX, GAP_PX = 14, 9


class Board(QWidget):
    """The cards, and under each row of them what their open badges rest on."""

    followed = Signal(str)  # the address of a link
    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, atlas: Atlas, cards: list[Card], look: Look) -> None:
        super().__init__()
        self._atlas, self._look = atlas, look
        self.opened: frozenset[str] = frozenset()  # the claims whose badge is open
        self.bases: list[Basis] = []  # one a row
        self._arranged: tuple[int, Look, frozenset[str]] | None = None  # the room, and so on, that all is in place for
        self.cards = cards
        for card in cards:
            card.setParent(self)
            card.show_opened(self.opened)
            card.followed.connect(self.followed)

    def columns(self, width: int) -> int:
        """How many cards stand side by side in so much room, px: five, three, two or one of five."""
        letters = LETTERS_OF_LARGE if self._look.text_scale >= LARGE else LEAST_LETTERS
        least = letters * self.cards[0].page.galley.setter.letter + AROUND_PX
        most = min(max(int((width + GAP_PX) / (least + GAP_PX)), 1), len(self.cards))
        return ceil(len(self.cards) / ceil(len(self.cards) / most))

    def rows(self) -> Iterator[list[Card]]:
        """The cards that stand side by side."""
        columns = self.columns(self.width() - 2 * SIDE_PX)
        for first in range(0, len(self.cards), columns):
            yield self.cards[first : first + columns]

    def show_opened(self, opened: frozenset[str]) -> None:
        """Open the badges of these claims."""
        self.opened = opened
        for card in self.cards:
            card.show_opened(opened)
        self.arrange()

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        self._look = look
        for page in (*(card.page for card in self.cards), *self.bases):
            page.set_look(look)
        self.arrange()

    def basis_of(self, claim: str) -> QRect:
        """Where on the board stands what a claim rests on; nowhere if its badge is closed."""
        for basis in self.bases:
            if not basis.isHidden() and any(part.claim == claim for part in basis.leaf.paragraphs):
                return QRect(basis.x(), basis.y() + basis.top_of(claim), basis.width(), basis.height())
        return QRect()

    # --- places -----------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        """Put all in their places, the sections of cards side by side at one height; nothing, if they are there."""
        wanted = self.width(), self._look, self.opened
        if not self.cards or not self.isVisible() or wanted == self._arranged:
            return
        self._arranged = wanted
        top, number = 0, 0
        for number, row in enumerate(self.rows()):
            top = self._arrange_row(row, top)
            top = self._arrange_basis(number, row, top)
        for basis in self.bases[number + 1 :]:
            basis.hide()
        self.setFixedHeight(top + GAP_PX)

    def _arrange_row(self, row: list[Card], top: int) -> int:
        """Cards side by side; the height below them."""
        room = self.width() - 2 * SIDE_PX
        columns = self.columns(room)
        wide = (room - (columns - 1) * GAP_PX) // columns
        wide = min(wide, round(MOST_LETTERS * self.cards[0].page.galley.setter.letter) + AROUND_PX)
        for card in row:
            card.set_width(wide)
        _align(row)
        high = max(card.least_height() for card in row)
        for number, card in enumerate(row):
            card.setGeometry(SIDE_PX + number * (wide + GAP_PX), top, wide, high)
        return top + high + GAP_PX

    def _arrange_basis(self, number: int, row: list[Card], top: int) -> int:
        """What open badges of a row rest on; the height below that."""
        leaf = basis_leaf(self._atlas, [card.lookalike for card in row], self.opened)
        while leaf.paragraphs and len(self.bases) <= number:
            self._add_basis()
        if not leaf.paragraphs:
            if number < len(self.bases):
                self.bases[number].hide()
            return top
        basis = self.bases[number]
        basis.setGeometry(SIDE_PX, top, self.width() - 2 * SIDE_PX, basis.height())
        basis.show()
        basis.set_leaf(leaf)
        return top + basis.height() + GAP_PX

    def _add_basis(self) -> None:
        basis = Basis(self._atlas, self._look, self)
        basis.copying.copied.connect(self.copied)
        basis.followed.connect(lambda href: self._on_followed(basis, href))
        self.bases.append(basis)

    def _on_followed(self, basis: Basis, href: str) -> None:
        if href.startswith(COPY):
            basis.copying.copy_claim(href.removeprefix(COPY))
        else:
            self.followed.emit(href)

    def sizeHint(self) -> QSize:
        """As high as it was arranged."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other places."""
        super().resizeEvent(event)
        self._arrange_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Now the words know how wide they are."""
        super().showEvent(event)
        self._arrange_soon()

    def _arrange_soon(self) -> None:
        """Before the next paint: the window may give it several widths on the way to the one that it stays at."""
        QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def event(self, event: QEvent) -> bool:
        """The time has come."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)


def _align(row: list[Card]) -> None:
    """Move sections down until those of one heading begin at one height."""
    starts = [card.page.starts() for card in row]
    moved = [0.0] * len(row)
    more: list[dict[str, float]] = [{} for _ in row]
    for key in starts[0]:
        if not all(key in start for start in starts):
            continue
        target = ceil(max(start[key] + by for start, by in zip(starts, moved, strict=True)))
        for number, start in enumerate(starts):
            more[number][key] = target - start[key] - moved[number]
            moved[number] = target - start[key]
    for card, by in zip(row, more, strict=True):
        card.page.move_apart(by)
