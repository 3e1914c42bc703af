"""The page of the panel: a sheet whose links work by mouse, by keyboard and for a screen reader."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from dimples_gui.panels.geometry import block_rect
from dimples_gui.panels.leaf import COPY, TOGGLE, Leaf
from dimples_gui.panels.sheet import Sheet
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl  # 2 ms at the start, and Qt hands it in anyway

    from dimples_gui.panels.page_buttons import PageButtons

TERM_TAIL = ("meaning", "forms")  # what belongs to the title of a term above it
Flag = Qt.TextInteractionFlag


class Page(Sheet):
    """Tells which link was followed; a whole card is its link."""

    followed = Signal(str)  # the address of a link that was clicked or pressed
    focus_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.by_keyboard = False  # how the keyboard's focus came here
        self._buttons_laid = 0  # how many of them lie where they should
        self._sought = ""  # what is to be brought into view once the page has its place
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._lay_buttons)
        self.moved.connect(self._on_moved)
        self.setTextInteractionFlags(Flag.TextSelectableByMouse | Flag.LinksAccessibleByMouse)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_highlighted)

    def set_leaf(self, leaf: Leaf) -> None:
        """Show a leaf. Another page than before is read from its beginning, so it gets the keyboard itself."""
        if self.leaf.name not in {"", leaf.name} and self.buttons.hold_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        super().set_leaf(leaf)
        self.setAccessibleName(self.tr("Words: %1").replace("%1", leaf.title))

    # --- buttons over the links -------------------------------------------------------------------------------

    @cached_property
    def buttons(self) -> "PageButtons":
        """The buttons, made when they are first laid: the first paint does not wait for them."""
        from dimples_gui.panels.page_buttons import PageButtons  # noqa: PLC0415

        buttons = PageButtons(self)
        buttons.pressed.connect(self.followed)
        buttons.focused.connect(self._on_button_focused)
        return buttons

    def _on_moved(self) -> None:
        """The buttons follow after the paint, which is not to wait for them."""
        self._buttons_laid = 0
        self._later.start(0)

    def _lay_buttons(self) -> None:
        """Put the next buttons over the links, once all words are set. Scrolling moves them by itself."""
        if self._sought:
            self.show_opened(self._sought)
        if not self.galley.is_whole():
            return  # it is painted again when it is
        self.survey.go_on()
        if self.survey.plan:
            down = QPoint(0, self.scrolled())
            self._buttons_laid = self.buttons.lay(self.survey.plan.marks, self._buttons_laid, down, self.look)
        if self._buttons_laid or not self.survey.plan:
            self._later.start(0)

    def is_settled(self) -> bool:
        """Whether all words are set and all buttons are where they should be."""
        return self.galley.is_whole() and not self.survey.is_news and not self._later.isActive()

    def _on_button_focused(self, place: QRect) -> None:
        self.show_area(QRectF(place.translated(0, self.scrolled())))

    def go_to_claim(self, claim: str) -> None:
        """Scroll to a claim, and put the keyboard on its badge so that it is seen which one is meant."""
        self.galley.finish()
        for number, paragraph in enumerate(self.galley.laid):
            if paragraph.claim == claim and not paragraph.behind:
                self.show_area(block_rect(self.document(), number))
                button = self.buttons.over(paragraph.runs[-1].href)
                if button:
                    button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_opened(self, key: str) -> None:
        """Bring what was opened into view, by the link that opens and closes it, unless that is to be seen already."""
        self._sought = "" if self.isVisible() else key
        if self._sought:
            return
        self.galley.finish()
        laid = self.galley.laid
        for number, paragraph in enumerate(laid):
            if any(run.href == TOGGLE + key for run in paragraph.runs):
                first = number
                while laid[first].role in TERM_TAIL:
                    first -= 1
                top, bottom = block_rect(self.document(), first).top(), block_rect(self.document(), number).bottom()
                if not self.scrolled() <= top < bottom <= self.scrolled() + self.viewport().height():
                    self.verticalScrollBar().setValue(round(top - 2 * self.galley.setter.em))
                return

    # --- keyboard ---------------------------------------------------------------------------------------------

    def _set_flags(self) -> None:
        """What keyboard and mouse do with the text.

        Links get the keyboard through the buttons over them; Qt's own way would visit each a second time. Arrows
        scroll for who looks; for who listens they move a caret, which is how a screen reader reads line by line.
        """
        from PySide6.QtGui import QAccessible  # noqa: PLC0415  # 3 ms that the first paint need not wait for

        flags = Flag.TextSelectableByMouse | Flag.LinksAccessibleByMouse
        if QAccessible.isActive():
            flags |= Flag.TextSelectableByKeyboard
        if flags != self.textInteractionFlags():
            self.setTextInteractionFlags(flags)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell who draws the ring around the page, which is for those who came by keyboard."""
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self.by_keyboard = False
        elif event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.by_keyboard = True
            self._set_flags()
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell who draws the ring around the page."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space scrolls by a page, as everywhere; the caret starts from what is in view."""
        if event.key() == Qt.Key.Key_Space and not self.hasFocus():
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if up else 1) * bar.pageStep())
        else:
            if not self.viewport().rect().intersects(self.cursorRect()) and not self.textCursor().hasSelection():
                self._bring_caret()
            super().keyPressEvent(event)

    def _bring_caret(self) -> None:
        """Put the caret at the top of what is in view, without scrolling."""
        down = self.scrolled()
        cursor = QTextCursor(
            self.cursorForPosition(QPoint(int(self.document().rootFrame().frameFormat().leftMargin()), 4))
        )
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(down)

    # --- mouse ------------------------------------------------------------------------------------------------

    def _on_anchor_clicked(self, url: "QUrl") -> None:
        self.followed.emit(_address(url))

    def _on_highlighted(self, url: "QUrl") -> None:
        self._light(_address(url))

    def _light(self, href: str) -> None:
        """Show which link is under the pointer."""
        old, self.lit = self.lit, href
        for span, area in self.plan().marks:
            if old != href and span.run.href in {old, href}:
                self.viewport().update(area.toAlignedRect().translated(0, -self.scrolled()))

    def _card_at(self, point: QPointF) -> str:
        """The link of the card at a point of the viewport."""
        at = point + QPointF(0, self.scrolled())
        return next((card.span.run.href for card in self.plan().cards if card.area.contains(at)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over the whole card."""
        super().mouseMoveEvent(event)
        if self.plan().cards and not event.buttons():
            card = self._card_at(event.position())
            self._light(card)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if card else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the words of a card is a click on it, unless it selected words."""
        beside = not self.anchorAt(event.position().toPoint())
        card = self._card_at(event.position())  # before the click may lead to another page
        super().mouseReleaseEvent(event)
        if card and beside and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.followed.emit(card)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._light("")
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be copied."""
        self.menu_at(event.pos()).popup(event.globalPos())

    def menu_at(self, point: QPoint) -> QMenu:
        """The menu for a point of the page; it goes away by itself."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Copy"), self.copy).setEnabled(self.textCursor().hasSelection())
        claim = self.leaf.paragraphs[self.cursorForPosition(point).blockNumber()].claim
        if claim:
            menu.addAction(self.tr("Copy &Statement with Sources"), lambda: self.followed.emit(COPY + claim))
        menu.addAction(self.tr("Select &All"), self.selectAll)
        return menu


def _address(url: "QUrl") -> str:
    """The link as it was written."""
    return url.toEncoded().toStdString()
