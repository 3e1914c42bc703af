"""The slip under an entry's page on which the reader writes a note: folded to one line until it is wanted."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from dimples_gui.overlay import FocusRing, announce
from dimples_gui.theme import Look, reading_font

POINTS, STATE_POINTS = 11.0, 9.5
LINES = (2, 6)  # of the editor, least and most
MOST_SHARE = 0.35  # of the panel's height, that the editor takes
SIDE_PX, AIR_PX, FRAME_PX = 14, 6, 4
SLACK_PX = 4  # with less the editor would scroll by a pixel


class NoteSlip(QWidget):
    """Shows the note it is given, and tells each change of it. Of undo within the text the editor takes care."""

    typed = Signal(str)  # the whole text, whenever the reader has changed it
    left = Signal()  # with Esc

    def __init__(self, look: Look, kept_words: str) -> None:
        """`kept_words` say where a note is kept, in the empty editor."""
        super().__init__()
        self._look = look
        self._filling = self._folded_by_reader = False
        self.header = QToolButton()
        self.header.setAutoRaise(True)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.clicked.connect(self._on_header)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editor = QPlainTextEdit()
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.setTabChangesFocus(True)
        self.editor.setPlaceholderText(kept_words)
        self.editor.textChanged.connect(self._on_changed)
        self.editor.installEventFilter(self)
        self.editor.hide()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        self._ring = FocusRing(self, look)
        self.setAutoFillBackground(True)
        self.hide()
        self.set_look(look)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.header)
        row.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, AIR_PX, SIDE_PX, AIR_PX)
        column.setSpacing(AIR_PX + FRAME_PX)
        column.addLayout(row)
        column.addWidget(self.editor)

    # --- what is shown --------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What stands there now."""
        return self.editor.toPlainText()

    def show_note(self, title: str, text: str, *, can_write: bool = True) -> None:
        """The note to the entry of this title; one that is there is unfolded, unless the reader folded it away."""
        self._filling = True
        self.editor.setPlainText(text)
        self._filling = False
        self.editor.setReadOnly(not can_write)
        self.editor.setAccessibleName(self.tr("Note to: {title}").format(title=title))
        self.tell("")
        self._fold(away=not text or self._folded_by_reader)
        self.show()

    def tell(self, sentence: str, *, aloud: bool = False) -> None:
        """Say beside the heading what became of the note."""
        if sentence == self.state.text():
            return
        self.state.setText(sentence)
        self.editor.setAccessibleDescription(sentence)
        if aloud:
            announce(self.editor, sentence)

    def open(self) -> None:
        """Unfold it and put the keyboard at the end of the text."""
        self._folded_by_reader = False
        self._fold(away=False)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_header(self) -> None:
        if self.editor.isHidden():
            self.open()
        else:
            self._folded_by_reader = True
            self._fold(away=True)

    def _fold(self, *, away: bool) -> None:
        if away and self.editor.hasFocus():
            self.header.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.setVisible(not away)
        self._name()
        self._soon.start(0)

    def _name(self) -> None:
        """What the heading's button does now."""
        folded = self.editor.isHidden()
        self.header.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)
        words = self.tr("Note") if self.text.strip() or not folded else self.tr("Add a note")
        self.header.setText(words)
        self.header.setAccessibleName(words)
        self.header.setToolTip(self.tr("Write down what you want to remember of this page"))
        told = self.tr("folded away") if folded else self.tr("unfolded")
        self.header.setAccessibleDescription(told)

    # --- writing --------------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._soon.start(0)
        if not self._filling:
            self.typed.emit(self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the editor; its frame shows where the keyboard is."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    # --- how it looks ---------------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        self._look = look
        self._ring.set_look(look)
        for widget in (self, self.editor, self.header, self.state):
            palette = widget.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
            palette.setColor(QPalette.ColorRole.Base, QColor(look.page))
            palette.setColor(QPalette.ColorRole.ButtonText, QColor(look.link))
            palette.setColor(QPalette.ColorRole.WindowText, QColor(look.muted))
            palette.setColor(QPalette.ColorRole.Text, QColor(look.text))
            widget.setPalette(palette)
        self.editor.setFont(reading_font(look, POINTS))
        self.header.setFont(reading_font(look, POINTS))
        self.state.setFont(reading_font(look, STATE_POINTS))
        self._fit()

    def _fit(self) -> None:
        """As high as its words, within reason."""
        panel = self.parentWidget()
        line = QFontMetricsF(self.editor.font()).lineSpacing()
        around = 2 * self.editor.document().documentMargin() + SLACK_PX
        lines = self.editor.document().size().height()  # in a plain text, its unit
        most = (panel.height() if panel else self.height()) * MOST_SHARE
        height = min(min(max(lines, LINES[0]), LINES[1]) * line + around, max(most, LINES[0] * line + around))
        if self.editor.height() != ceil(height):
            self.editor.setFixedHeight(ceil(height))
        self._name()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin line parts it from the page above; a frame around the editor."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(self._look.rule))
        if self.editor.isHidden():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.editor.hasFocus()
        painter.setPen(QPen(QColor(self._look.focus if focused else self._look.muted), 3 if focused else 1))
        around = self.editor.geometry().toRectF().adjusted(-FRAME_PX, -FRAME_PX, FRAME_PX, FRAME_PX)
        painter.drawRoundedRect(around, FRAME_PX, FRAME_PX)
