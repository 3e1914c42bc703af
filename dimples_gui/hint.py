"""The hint of the first start: one sentence over the plate, which goes away with the first click on it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from dimples_gui.appearance import Appearance
from dimples_gui.plate.canvas import PlateCanvas
from dimples_gui.settings import Settings
from dimples_gui.theme import Look, reading_font

BELOW_TOP_PX = 34
PADDING_PX = (18, 8)


class Hint(QLabel):
    """Lies over the plate's upper edge and lets the mouse through."""

    def __init__(self, plate: QWidget, look: Look) -> None:
        super().__init__(self.tr("Point at the back and click."), plate)
        self._plate = plate
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(*PADDING_PX, *PADDING_PX)
        self.set_look(look)
        plate.installEventFilter(self)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.setFont(reading_font(look, 12.0))
        self._stand()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the plate changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return False

    def _stand(self) -> None:
        """In the middle, near the top."""
        self.adjustSize()
        self.move((self._plate.width() - self.width()) // 2, BELOW_TOP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sentence on a slip of paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.rule))
        painter.setBrush(QColor(self._look.page))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        painter.setPen(QColor(self._look.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def give_hint(canvas: PlateCanvas, appearance: Appearance, settings: Settings) -> None:
    """Say what to do, until something was clicked on the plate."""
    hint = Hint(canvas, appearance.look)
    appearance.changed.connect(hint.set_look)
    canvas.entry_clicked.connect(hint.hide)
    canvas.entry_clicked.connect(settings.forget_hint)
    hint.show()
