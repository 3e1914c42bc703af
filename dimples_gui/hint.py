"""The hint of the first start: one sentence over the plate, which goes away when the first entry is opened."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from dimples_gui.appearance import Appearance
from dimples_gui.plate.canvas import PlateCanvas
from dimples_gui.scene import HOME, Scene
from dimples_gui.settings import Settings
from dimples_gui.theme import Look, reading_font

GAP_PX = 10  # below the words "left" and "right", which stand in the plate's upper corners
SIDES_TOP_PX, SIDES_POINTS = 12, 9.5  # where these begin, and their size
PADDING_PX = (18, 8)
BESIDE_PX = 12  # least room left and right of the hint
WORDS = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value


class Hint(QLabel):
    """Lies over the plate's upper edge and lets the mouse through."""

    followed = Signal()  # the reader opened an entry: the hint is no longer needed

    def __init__(self, plate: QWidget, look: Look) -> None:
        super().__init__(plate)
        self.setText(self.tr("Point at the back and click, or press Tab and the arrow keys."))
        self._plate = plate
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_look(look)
        plate.installEventFilter(self)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.setFont(reading_font(look, 12.0))
        self._stand()

    def show_scene(self, scene: Scene) -> None:
        """Go away with the first entry that is opened, by whichever way."""
        if scene.place.page != HOME and not self.isHidden():
            self.hide()
            self.followed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the plate changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return False

    def _stand(self) -> None:
        """In the middle, near the top; on as many lines as it needs there."""
        beside, above = PADDING_PX
        widest = self._plate.width() - 2 * (beside + BESIDE_PX)
        words = QFontMetrics(self.font()).boundingRect(QRect(0, 0, max(widest, 1), 10_000), WORDS, self.text())
        self.resize(words.size() + QSize(2 * beside, 2 * above))
        sides = QFontMetrics(reading_font(self._look, SIDES_POINTS)).height()
        self.move((self._plate.width() - self.width()) // 2, SIDES_TOP_PX + sides + GAP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sentence on a slip of paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.rule))
        painter.setBrush(QColor(self._look.page))
        radius = min(self.height() / 2, self.fontMetrics().height())
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        painter.setPen(QColor(self._look.text))
        painter.drawText(self.rect().adjusted(PADDING_PX[0], 0, -PADDING_PX[0], 0), WORDS, self.text())


def give_hint(canvas: PlateCanvas, appearance: Appearance, settings: Settings) -> Hint:
    """Say what to do, until an entry is opened: connect `show_scene` to whatever tells of another scene."""
    hint = Hint(canvas, appearance.look)
    appearance.changed.connect(hint.set_look)
    hint.followed.connect(settings.forget_hint)
    hint.show()
    return hint
