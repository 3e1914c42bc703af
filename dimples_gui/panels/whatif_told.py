"""The sentence that says what one sees, for eye and ear at once, then no more than twice a second."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dimples_gui.overlay import announce
from dimples_gui.theme import Look, reading_font

PAUSE_MS = 500  # from one sentence to the next
POINTS, NOTE_POINTS = 12.5, 10.0  # a note grows less than the text


class Told(QWidget):
    """The sentence, and under it always what it is not."""

    told = Signal()  # a sentence: what else is said of the bodies may be said anew

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self.note = QLabel(), QLabel(self.tr("A drawing of an idea, not a forecast of your body."))
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._tell)
        self._words: Callable[[], str] | None = None  # to be told
        self._said = ""
        self.lines = 2  # that are kept free
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for label in (self.sentence, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.set_look(look)

    def say(self, words: Callable[[], str], *, lines: int, aloud: bool = True) -> None:
        """Tell what `words` gives, with room for some lines, for what is below is not to jump.

        At once, or when the pause is over and no newer one has come; one that is not `aloud` is read, but not heard.
        """
        if lines != self.lines:
            self.lines = lines
            self._keep_room()
        self._words = words
        if not aloud:
            self._show(words())
            self._said = self.sentence.text()
        elif not self._rest.isActive():
            self._tell()

    @property
    def is_behind(self) -> bool:
        """Whether there is something to be told when the pause is over."""
        return self._words is not None

    def _tell(self) -> None:
        if self._words is None:
            return
        self._show(self._words())
        self._rest.start()
        if self.sentence.text() != self._said:
            self._said = self.sentence.text()
            announce(self.sentence, self._said)

    def _show(self, text: str) -> None:
        self._words = None
        if text != self.sentence.text():
            self.sentence.setText(text)
            self.sentence.setAccessibleName(text)
        self.told.emit()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        note = NOTE_POINTS / max(look.text_scale, 1.0) ** 0.5
        for label, points, colour in ((self.sentence, POINTS, look.text), (self.note, note, look.muted)):
            label.setFont(reading_font(look, points))
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(palette)
        self._keep_room()

    def _keep_room(self) -> None:
        self.sentence.setMinimumHeight(ceil(self.lines * QFontMetrics(self.sentence.font()).lineSpacing()))
