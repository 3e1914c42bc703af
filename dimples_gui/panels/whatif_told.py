"""The sentence that says what one sees, for the eye at once, for a screen reader at most twice a second."""

from math import ceil

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dimples_gui.overlay import announce
from dimples_gui.theme import Look, reading_font

PAUSE_MS = 500  # between two announcements
POINTS, NOTE_POINTS = 12.5, 10.0


class Told(QWidget):
    """The sentence, and under it always what it is not."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self.note = QLabel(), QLabel(self.tr("A drawing of an idea, not a forecast of your body."))
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._tell)
        self._said, self._lines = "", 2
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for label in (self.sentence, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.set_look(look)

    def say(self, text: str, *, lines: int, aloud: bool = True) -> None:
        """Show a sentence, with room for some lines, for what is below is not to jump.

        It is heard at once, or when the pause is over and no newer one has come.
        """
        self._lines = lines
        self._keep_room()
        self.sentence.setText(text)
        if not aloud:
            self._said = text
            self.sentence.setAccessibleName(text)
        elif not self._rest.isActive():
            self._tell()

    def _tell(self) -> None:
        text = self.sentence.text()
        if text != self._said:
            self._said = text
            self.sentence.setAccessibleName(text)
            announce(self.sentence, text)
            self._rest.start()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        for label, points, colour in ((self.sentence, POINTS, look.text), (self.note, NOTE_POINTS, look.muted)):
            label.setFont(reading_font(look, points))
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(palette)
        self._keep_room()

    def _keep_room(self) -> None:
        self.sentence.setMinimumHeight(ceil(self._lines * QFontMetrics(self.sentence.font()).lineSpacing()))
