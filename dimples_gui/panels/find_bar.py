"""The bar that finds words on a page: a field, the place before and after, and how many there are."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from dimples_gui.overlay import RING_PX, FocusRing, announce
from dimples_gui.theme import Look

# Signs that stand for one another: what a keyboard has, and what good print has.
ALIKE = ("'’‘‛ʼ′", '"“”„″', "-‐‑‒–—−", " \u00a0\u2007\u2009\u202f")
MOST_HITS = 500  # one letter on a long page; more would only be slow


class FindBar(QWidget):
    """Marks all hits on a page and goes from one to the next. Hidden until it is opened."""

    closed = Signal()

    def __init__(self, page: QTextEdit, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._look = page, look
        self._hits: list[QTextCursor] = []
        self._at = 0
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.setAccessibleName(self.tr("Find on this page"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_typed)
        self.count = QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(2 * RING_PX)  # room for the ring around a button
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.count)
        self.previous_button = self._button(Qt.ArrowType.UpArrow, self.tr("The place before"))
        self.previous_button.clicked.connect(lambda: self.step(-1))
        self.next_button = self._button(Qt.ArrowType.DownArrow, self.tr("The next place"))
        self.next_button.clicked.connect(lambda: self.step(1))
        self.close_button = self._button(Qt.ArrowType.NoArrow, self.tr("Close"))
        self.close_button.setText("×")
        self.close_button.clicked.connect(self.close_bar)
        self._ring = FocusRing(self, look)
        self.setAutoFillBackground(True)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        """The ground of bars."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self._look.window))
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin line parts the bar from the page above it."""
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(self._look.rule))

    def _button(self, arrow: Qt.ArrowType, name: str) -> QToolButton:
        """A small button in the row."""
        button = QToolButton()
        button.setAutoRaise(True)
        button.setArrowType(arrow)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button

    # --- commands ---------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the bar and take the keyboard; words selected on the page are looked for."""
        chosen = self._page.textCursor().selectedText()
        self.show()
        if chosen and "\u2029" not in chosen:
            self.field.setText(" ".join(chosen.split()))
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.look_again()

    def close_bar(self) -> None:
        """Hide the bar and the marks."""
        self.hide()
        self._hits = []
        self._page.setExtraSelections([])
        self.closed.emit()

    def set_look(self, look: Look) -> None:
        """Mark in other colours."""
        self._look = look
        self._ring.set_look(look)
        self._dress()
        self.look_again()

    def look_again(self) -> None:
        """The page holds other words now: find in them, and stay near the hit that was current."""
        if not self.isHidden():
            self._hits = hits_in(self._page.document(), self.field.text())
            self._at = min(self._at, max(len(self._hits) - 1, 0))
            self._mark()

    # ----------------------------------------------------------------------------------------------------------

    def _on_typed(self, _text: str) -> None:
        """Go to the first hit that is in view or below."""
        self._hits = hits_in(self._page.document(), self.field.text())
        self._at = 0
        tops = [self._page.cursorRect(hit).top() for hit in self._hits]
        self._at = next((index for index, top in enumerate(tops) if top >= 0), 0)
        self._show_current()

    def step(self, by: int) -> None:
        """Go on by so many hits (back, if negative), round and round."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
        self._show_current()

    def _show_current(self) -> None:
        """Mark all, say which one this is, and bring it into view."""
        self._mark()
        if self.count.text():
            announce(self.field, self.count.text())
        if not self._hits:
            return
        rect = self._page.cursorRect(self._hits[self._at])
        room = 2 * rect.height()
        bar, height = self._page.verticalScrollBar(), self._page.viewport().height()
        if rect.top() < room or rect.bottom() > height - room:
            bar.setValue(bar.value() + rect.center().y() - height // 3)

    def _mark(self) -> None:
        """Colour the hits, and say which one this is, of how many."""
        self._page.setExtraSelections([self._selection(hit, index == self._at) for index, hit in enumerate(self._hits)])
        for button in (self.previous_button, self.next_button):
            button.setEnabled(bool(self._hits))
        if self._hits:
            words = self.tr("%1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(len(self._hits)))
        else:
            words = self.tr("Not on this page") if self.field.text().strip() else ""
        self.count.setText(words)
        self.field.setAccessibleDescription(words)

    def _selection(self, hit: QTextCursor, current: bool) -> QTextEdit.ExtraSelection:  # noqa: FBT001  # one caller
        """A hit's mark; the current one is underlined and in the colours of a selection."""
        selection = QTextEdit.ExtraSelection()
        chars = QTextCharFormat()
        chars.setBackground(QColor(self._look.focus if current else self._look.found))
        chars.setForeground(QColor(self._look.page if current else self._look.text))
        if current:
            chars.setFontUnderline(True)
        selection.cursor, selection.format = hit, chars
        return selection

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


def hits_in(document: QTextDocument, text: str) -> list[QTextCursor]:
    """Every place where a text stands, whatever its case and its kind of quotes, dashes and spaces; none for spaces."""
    hits: list[QTextCursor] = []
    if not text.strip():
        return hits
    pattern = QRegularExpression("".join(_alike(sign) for sign in text))
    hit = document.find(pattern)
    while not hit.isNull() and len(hits) < MOST_HITS:
        hits.append(hit)
        hit = document.find(pattern, hit)
    return hits


def _alike(sign: str) -> str:
    """The pattern of a sign and of those that stand for it."""
    signs = next((group for group in ALIKE if sign in group), sign)
    return f"(?:{'|'.join(QRegularExpression.escape(one) for one in signs)})"
