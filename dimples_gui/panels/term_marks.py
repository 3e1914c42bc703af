"""The terms on a page: a dotted line under each, and a card that explains it to pointer, keyboard and screen reader."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QLineF, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from dimples_gui.atlas.model import Term
from dimples_gui.overlay import announce
from dimples_gui.panels.geometry import Strip, strips_of
from dimples_gui.panels.page import Page
from dimples_gui.panels.term_card import TermCard
from dimples_gui.panels.terms import Found, TermFinder

REST_MS = 350  # that the pointer rests on a word before it is explained
GRACE_MS = 450  # to move the pointer from the word to the card


class TermMarks(QObject):
    """Marks the terms on a page and explains them."""

    def __init__(self, page: Page, glossary: Mapping[str, Term]) -> None:
        super().__init__(page)
        self._page, self._glossary = page, glossary
        self._finder = TermFinder(glossary.values())
        self._found: tuple[Found, ...] | None = None  # on the page as it is; None: to be looked for
        self._pointed: Found | None = None
        self._told: Found | None = None  # explained by the card
        self._before: QWidget | None = None  # what had the keyboard before the card
        self._opening, self._closing = self._timer(self._open), self._timer(self.put_away)
        self.card = TermCard(page.viewport(), page.look)
        self.card.followed.connect(self._on_followed)
        self.card.entered.connect(self._closing.stop)
        self.card.left.connect(self._on_left)
        self.card.closed.connect(self._on_escaped)
        self.card.button.left.connect(self.put_away)
        page.galley.moved.connect(self._on_moved)
        page.underlay = self.draw
        page.viewport().installEventFilter(self)
        page.viewport().update()

    def _timer(self, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        return timer

    def found(self) -> tuple[Found, ...]:
        """The terms on the page, as far as it is set."""
        if self._found is None:
            galley = self._page.galley
            self._found = self._finder.find(galley.laid, galley.leaf.name)
        return self._found

    # --- how they look ----------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, blocks: tuple[int, int]) -> None:
        """Dotted lines under the terms in these paragraphs; in the document's coordinates."""
        look = self._page.look
        painter.setPen(QPen(QColor(look.muted), 1.3, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
        for found in self.found():
            if blocks[0] <= found.block < blocks[1]:
                for rect, baseline in self._strips(found):
                    height = baseline + 0.2 * self._page.galley.setter.em
                    painter.drawLine(QLineF(rect.left(), height, rect.right(), height))

    def _strips(self, found: Found) -> list[Strip]:
        return strips_of(self._page.document(), found.block, found.start, found.end)

    def _on_moved(self) -> None:
        """Another page, or the same with other words on it."""
        self._found = None
        self.put_away()

    # --- pointer ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer over the page."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseMove and not event.buttons():
                self._point_at(self._at(event.position()))
            elif event.type() == QEvent.Type.MouseButtonRelease and not self._page.textCursor().hasSelection():
                self._pointed = self._at(event.position())
                self._open()
        elif event.type() == QEvent.Type.Leave:
            self._point_at(None)
        elif event.type() == QEvent.Type.Resize:
            self.put_away()
        return False

    def _at(self, point: QPointF) -> Found | None:
        """The term at a point of the viewport."""
        document = self._page.document()
        place = point + QPointF(0, self._page.scrolled())
        position = document.documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return None
        block = document.findBlock(position)
        number, at = block.blockNumber(), position - block.position()
        return next((f for f in self.found() if f.block == number and f.start <= at <= f.end), None)

    def _point_at(self, found: Found | None) -> None:
        """The pointer is on a term, or on none."""
        if found == self._pointed:
            return
        self._pointed = found
        if found and found == self._told:
            self._closing.stop()
        elif found:
            self._opening.start(REST_MS)
        else:
            self._opening.stop()
            self._on_left()

    def _on_left(self) -> None:
        """The pointer is neither on the word nor on the card: away with it, but not at once."""
        if not self.card.button.hasFocus():
            self._closing.start(GRACE_MS)

    def _open(self) -> None:
        """Explain what is pointed at."""
        if self._pointed:
            self._explain(self._pointed)

    def _explain(self, found: Found) -> None:
        self._opening.stop()
        self._closing.stop()
        self._told = found
        area = QRectF()
        for strip in self._strips(found):
            area = area.united(strip.rect)
        if not area.isEmpty():
            word = area.toAlignedRect().translated(QPoint(0, -self._page.scrolled()))
            self.card.set_look(self._page.look)
            self.card.explain(self._glossary[found.term], word)

    def put_away(self) -> None:
        """Close the card."""
        self._told = None
        self._opening.stop()
        self._closing.stop()
        if self.card.button.hasFocus():
            self._give_back()
        self.card.put_away()

    # --- keyboard ---------------------------------------------------------------------------------------------

    def step(self, by: int) -> bool:
        """Explain the next term, or the one before, and put the keyboard on its card; False if there is none."""
        self._page.galley.finish()
        all_found = self.found()
        if not all_found:
            return False
        at = all_found.index(self._told) + by if self._told in all_found else self._first_in_view(by)
        found = all_found[at % len(all_found)]
        if not self.card.button.hasFocus():
            self._before = QApplication.focusWidget()
        strips = self._strips(found)
        if strips:
            self._page.show_area(strips[0].rect)
        self._explain(found)
        self.card.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        term = self._glossary[found.term]
        announce(self.card.button, f"{term.title}: {term.text}")
        return True

    def _first_in_view(self, by: int) -> int:
        """The first term in view or below; backwards, the last one before that."""
        top = self._page.scrolled()
        below = (i for i, f in enumerate(self.found()) if any(s.rect.top() >= top for s in self._strips(f)))
        first = next(below, 0)
        return first if by > 0 else first - 1

    def _on_escaped(self) -> None:
        self._pointed = None
        self.put_away()

    def _give_back(self) -> None:
        """The keyboard goes back to where it was."""
        before, self._before = self._before, None
        page = self._page
        (before if before and before.isVisible() else page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_followed(self, href: str) -> None:
        self.put_away()
        self._page.followed.emit(href)
