"""A clear film over the plate on which a tool draws and takes the pointer; and the slips of paper it writes on."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHideEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from dimples_gui.plate.art import Sight
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.scene import Scene
from dimples_gui.theme import Look, reading_font

SLIP_POINTS = 10.5
PADDING_PX, EDGE_PX = 8.0, 6.0  # in a slip; between a slip and the plate's edge
WORDS = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
NO_LIMIT_PX = 10_000.0


class Film(QWidget):
    """Covers the plate while it is in use."""

    used = Signal(bool)  # has come, or has gone

    def __init__(self, plate: PaintedPlate) -> None:
        """Not in use."""
        super().__init__(plate)
        self._plate = plate
        self._art = plate.sight_of("").art
        self._scene = Scene()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def end(self) -> None:
        """Go out of use."""
        self.hide()

    def show_scene(self, scene: Scene) -> None:
        """The plate shows this scene now."""
        self._scene = scene

    def set_look(self, look: Look) -> None:
        """The plate has other colours or another size of text now."""

    def sight(self) -> Sight:
        """The layer that counts, in the present view."""
        return self._plate.sight_of(self._art.layer(self._scene.depth))

    def showEvent(self, event: QShowEvent) -> None:
        """Lie over all of the plate."""
        self.setGeometry(self._plate.rect())
        self.raise_()
        self._plate.installEventFilter(self)
        QCoreApplication.sendEvent(self._plate, QEvent(QEvent.Type.Leave))  # the pointer is on the film now
        self.used.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """The plate is as it was."""
        self._plate.removeEventFilter(self)
        if event.spontaneous():
            return
        self.used.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over all of the plate."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._plate.rect())
        return False


def slip_rect(text: str, near: QPointF, look: Look, within: QRectF) -> QRectF:
    """Where a slip with this text lies whose upper edge has its middle at a point, moved into a rectangle."""
    metrics = QFontMetricsF(reading_font(look, SLIP_POINTS))
    room = within.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
    widest = QRectF(0, 0, max(room.width() - 2 * PADDING_PX, 1.0), NO_LIMIT_PX)
    words = metrics.boundingRect(widest, WORDS, text)
    width, height = words.width() + 2 * PADDING_PX + 1, words.height() + PADDING_PX
    left = min(max(near.x() - width / 2, room.left()), room.right() - width)
    return QRectF(left, min(max(near.y(), room.top()), room.bottom() - height), width, height)


def draw_slip(painter: QPainter, text: str, rect: QRectF, look: Look) -> None:
    """A text on a slip of paper."""
    painter.setPen(QPen(QColor(look.rule), 1))
    painter.setBrush(QColor(look.page))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(QColor(look.text))
    painter.setFont(reading_font(look, SLIP_POINTS))
    painter.drawText(rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0), WORDS, text)
