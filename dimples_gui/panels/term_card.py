"""The small card that explains a word of the trade where it stands in the text."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Term
from dimples_gui.overlay import RING_PX, OverlayButton
from dimples_gui.panels.leaf import SCHEME
from dimples_gui.panels.prose import runs_of
from dimples_gui.scene import GLOSSARY
from dimples_gui.theme import Look, reading_font

WIDTH_EMS = 21.0
MARGIN_PX = 8  # from the page's edges
ROOM_PX = RING_PX + 2  # around the link, for the ring
GAP_PX = 3  # from the word; so little that the pointer finds its way over


class CardButton(OverlayButton):
    """Over the card's link, for keyboard and screen reader."""

    left = Signal()  # the keyboard went elsewhere

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell, unless only the whole window lost the keyboard."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that do not press it are the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        else:
            event.ignore()


class TermCard(QWidget):
    """A term, what it means, and a link to the glossary. Stays while pointer or keyboard is on it; Escape closes it."""

    followed = Signal(str)  # the link
    entered = Signal()  # by the pointer
    left = Signal()  # by the pointer
    closed = Signal()  # by Escape

    def __init__(self, viewport: QWidget, look: Look) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.term: Term | None = None
        self.title, self.text, self.link = QLabel(), QLabel(), QLabel()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(5)
        for label in (self.title, self.text, self.link):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.link.setTextFormat(Qt.TextFormat.RichText)
        self.link.linkActivated.connect(self.followed)
        self.button = CardButton(self, look)
        self.button.clicked.connect(self._on_pressed)
        self.escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.window())
        self.escape.setEnabled(False)
        self.escape.activated.connect(self.closed)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = self.button.look = look
        palette = self.palette()
        roles = QPalette.ColorRole
        for role, colour in ((roles.WindowText, look.text), (roles.Text, look.text), (roles.Link, look.link)):
            palette.setColor(role, QColor(colour))
        for label, size in ((self.title, 11.5), (self.text, 10.8), (self.link, 10.4)):
            label.setPalette(palette)
            label.setFont(reading_font(look, size))
        bold = reading_font(look, 11.5)
        bold.setWeight(bold.Weight.DemiBold)
        self.title.setFont(bold)

    def explain(self, term: Term, word: QRect) -> None:
        """Lie under a word of the viewport, or over it where there is more room."""
        self.term = term
        text = "".join(run.text for run in runs_of(" ".join(term.text.split())))
        self.title.setText(term.title)
        self.text.setText(text)
        words = self.tr("In the glossary")
        self.link.setText(f'<a href="{SCHEME}{GLOSSARY}?opened={term.id}">{words}</a>')
        self._lie(word)
        self.setAccessibleName(term.title)
        self.setAccessibleDescription(text)
        self.show()
        self.raise_()
        place = QRect(self.link.pos(), self.link.sizeHint()).adjusted(-ROOM_PX, -ROOM_PX, ROOM_PX, ROOM_PX)
        self.button.place(place, f"{term.title}: {text} — {words}", text)
        self.escape.setEnabled(True)

    def _lie(self, word: QRect) -> None:
        """As wide as is good to read, as high as the words need."""
        page = self._viewport.rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        width = min(round(WIDTH_EMS * QFontInfo(self.text.font()).pixelSize()), page.width())
        height = self._column.totalHeightForWidth(width)
        below, above = page.bottom() - word.bottom() - GAP_PX, word.top() - GAP_PX
        top = word.bottom() + GAP_PX if below >= height or below >= above else above - height
        self.setGeometry(min(max(word.left(), page.left()), page.right() - width + 1), top, width, height)
        self._column.activate()

    def put_away(self) -> None:
        """Hide."""
        self.escape.setEnabled(False)
        self.hide()

    def _on_pressed(self) -> None:
        if self.term:
            self.followed.emit(f"{SCHEME}{GLOSSARY}?opened={self.term.id}")

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer came."""
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer went."""
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A slip of paper that stands out from the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.muted))
        painter.setBrush(QColor(self._look.window))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
