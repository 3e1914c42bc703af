"""The buttons over a page's links and badges, through which keyboard and screen reader reach them."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from dimples_gui.overlay import RING_PX, OverlayButton
from dimples_gui.panels.geometry import Mark
from dimples_gui.theme import Look

ROOM_PX = RING_PX + 1  # around the words, for the ring
SOME = 60  # buttons laid at a time: a long page is not to halt for them
PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class PageButton(OverlayButton):
    """A button over one link. Its name says what it does now, open or close: a check box, as Qt has it, it is not."""

    focused = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, look)
        self.href = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell, so that the page can bring it into view."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that do not press it are the page's: arrows scroll, as they would without a button."""
        if event.key() in PRESSING:
            super().keyPressEvent(event)
        else:
            event.ignore()


class PageButtons(QObject):
    """One button for each link of a page, in reading order; reused from page to page."""

    pressed = Signal(str)  # the address of its link
    focused = Signal(QRect)  # its place in the page's viewport

    def __init__(self, page: QTextBrowser) -> None:
        super().__init__(page)
        self._page = page
        self._buttons: list[PageButton] = []

    def lay(self, marks: tuple[Mark, ...], first: int, scrolled: QPoint, look: Look) -> int:
        """Put a button over every mark that leads somewhere, from the first-th on but no more than SOME of them.

        `scrolled` is what the viewport has scrolled by, px. The number of the next one, or 0 when all are laid.
        """
        linked = [mark for mark in marks if mark.span.run.href]
        end = min(first + SOME, len(linked))
        while len(self._buttons) < end:
            self._buttons.append(self._new(look))
        for button, mark in zip(self._buttons[first:end], linked[first:end], strict=True):
            self._place(button, mark, scrolled, look)
        if end < len(linked):
            return end
        for button in self._buttons[end:]:
            if button.hasFocus():
                self._page.setFocus()
            button.hide()
        return 0

    def shown(self) -> list[PageButton]:
        """Those in use."""
        return [button for button in self._buttons if not button.isHidden()]

    def over(self, href: str) -> PageButton | None:
        """The button over a link."""
        return next((button for button in self.shown() if button.href == href), None)

    def hold_focus(self) -> bool:
        """Whether one of them has the keyboard."""
        return any(button.hasFocus() for button in self._buttons)

    def _new(self, look: Look) -> PageButton:
        """A button that follows the last one in the order of Tab."""
        button = PageButton(self._page.viewport(), look)
        button.clicked.connect(lambda: self.pressed.emit(button.href))
        button.focused.connect(lambda: self.focused.emit(button.geometry()))
        QWidget.setTabOrder(self._buttons[-1] if self._buttons else self._page, button)
        return button

    def _place(self, button: PageButton, mark: Mark, scrolled: QPoint, look: Look) -> None:
        """Lie over a mark, with its words."""
        run = mark.span.run
        area = mark.area.toAlignedRect().translated(-scrolled).adjusted(-ROOM_PX, -ROOM_PX, ROOM_PX, ROOM_PX)
        button.href, button.look = run.href, look
        button.place(area, run.spoken or run.text, run.hint)
