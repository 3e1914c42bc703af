"""The lamp as a small sun over a round dial: where it stands is where the light on the plate comes from."""

from math import ceil, cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QDial, QSizePolicy

from dimples_gui.overlay import announce, draw_focus_ring
from dimples_gui.plate.lamp import FULL_TURN, STEP, Lamp, from_dial
from dimples_gui.scene import Scene
from dimples_gui.theme import Look

DIAL_PX, MOST_GROWN = 46.0, 1.6  # across the dial, at text of 100 %; it grows with the text up to so much
SUN_PX, RAYS, RAY_PX = 5.2, 8, 3.4
AIR_PX = 12.0  # around the dial: for the sun on its rim, its rays, and the keyboard's ring
NOTCH = 15.0  # degrees, for a notch of the wheel; there are 120 eighths of a degree in one
ARC_DEGREES = 90.0  # of the quarter arc that the sun stands on
BALL_STEPS = 6
SUN = "#f2b632"
TURNS: dict[int, float] = {Qt.Key.Key_Left: STEP, Qt.Key.Key_Right: -STEP}  # anticlockwise is to the left at the top
LIFTS: dict[int, float] = {
    Qt.Key.Key_Up: STEP,
    Qt.Key.Key_Down: -STEP,
    Qt.Key.Key_PageUp: 3 * STEP,
    Qt.Key.Key_PageDown: -3 * STEP,
}


class LampHandle(QDial):
    """The dial. To a screen reader its value is the azimuth in degrees; how high the lamp stands is in its words."""

    lamp_wanted = Signal(float, float)  # azimuth and elevation in degrees
    approached = Signal()  # it may soon be moved

    def __init__(self, look: Look) -> None:
        """At the ordinary place until `show_scene`."""
        super().__init__()
        self._look = look
        self._lamp = Lamp()
        self.setRange(0, int(FULL_TURN) - 1)
        self.setWrapping(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Lamp"))
        self.setToolTip(self.tr("Lamp: drag the sun and see the forms in another light; a double click brings it back"))
        self.valueChanged.connect(self._on_value_changed)
        self._show(Lamp())

    def show_scene(self, scene: Scene) -> None:
        """Stand where the scene's lamp stands."""
        if scene.lamp != self._lamp:
            self._show(Lamp(*scene.lamp))

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.updateGeometry()
        self.update()

    def value_text(self) -> str:
        """Where the lamp stands, in words."""
        sides = (
            self.tr("from the right"), self.tr("from the upper right"), self.tr("from above"),
            self.tr("from the upper left"), self.tr("from the left"), self.tr("from the lower left"),
            self.tr("from below"), self.tr("from the lower right"),
        )  # fmt: skip
        side = sides[round(self._lamp.azimuth / 45) % 8]
        return self.tr("{side}, {height} degrees high").format(side=side, height=round(self._lamp.elevation))

    def sun(self) -> QPointF:
        """Where the sun stands in the widget."""
        x, y = self._lamp.on_dial()
        return self._middle + QPointF(x, -y) * self._radius

    def sizeHint(self) -> QSize:
        """The dial with some air around it."""
        side = ceil(2 * (self._radius + AIR_PX))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @property
    def _radius(self) -> float:
        return DIAL_PX / 2 * max(1.0, min((1 + self._look.text_scale) / 2, MOST_GROWN))

    @property
    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _show(self, lamp: Lamp) -> None:
        self._lamp = lamp
        with QSignalBlocker(self):
            self.setValue(round(lamp.azimuth) % int(FULL_TURN))
        self.setAccessibleDescription(self.value_text())
        if self.hasFocus():
            announce(self, self.value_text())
        self.update()

    def _ask_for(self, lamp: Lamp) -> None:
        self.lamp_wanted.emit(lamp.azimuth, lamp.elevation)

    def _on_value_changed(self, value: int) -> None:
        """A screen reader has set it."""
        self._ask_for(self._lamp._replace(azimuth=float(value)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right turn the lamp, up and down lift and lower it, Home brings it back."""
        key = event.key()
        if key in TURNS:
            self._ask_for(self._lamp.moved(TURNS[key], 0))
        elif key in LIFTS:
            self._ask_for(self._lamp.moved(0, LIFTS[key]))
        elif key == Qt.Key.Key_Home:
            self._ask_for(Lamp())
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling turns it."""
        self._ask_for(self._lamp.moved(event.angleDelta().y() / 120 * NOTCH, 0))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The sun comes to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The sun follows the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The sun stays where it is."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The sun goes back to its ordinary place."""
        self._ask_for(Lamp())

    def _follow(self, at: QPointF) -> None:
        away = (at - self._middle) / self._radius
        self._ask_for(from_dial(away.x(), -away.y()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is here."""
        super().enterEvent(event)
        self.approached.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is here."""
        super().focusInEvent(event)
        self.approached.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ball lit as the plate is, the horizon around it, a quarter arc, and the sun upon that."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = self._middle, self._radius
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._look.rule), 1.2))
        painter.drawEllipse(middle, radius, radius)
        self._paint_arc(painter)
        self._paint_ball(painter, radius * 0.3)
        self._paint_sun(painter)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), self._look)

    def _paint_arc(self, painter: QPainter) -> None:
        """As far out as the sun, around it."""
        x, y = self._lamp.on_dial()
        away = self._radius * (x * x + y * y) ** 0.5
        box = QRectF(self._middle - QPointF(away, away), self._middle + QPointF(away, away))
        painter.setPen(QPen(QColor(self._look.leader), 1.6))
        painter.drawArc(box, round(16 * (self._lamp.azimuth - ARC_DEGREES / 2)), round(16 * ARC_DEGREES))

    def _paint_ball(self, painter: QPainter, size: float) -> None:
        """A ball in that light: discs on it, each lighter, smaller and nearer to the lamp."""
        x, y = self._lamp.on_dial()
        dark, light = QColor(self._look.leader), QColor(self._look.pin)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(BALL_STEPS):
            share = step / (BALL_STEPS - 1)
            painter.setBrush(_between(dark, light, share))
            reach = size * (1 - 0.85 * share)
            painter.drawEllipse(self._middle + QPointF(x, -y) * (size - reach) * 0.8, reach, reach)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(dark, 1.0))
        painter.drawEllipse(self._middle, size, size)

    def _paint_sun(self, painter: QPainter) -> None:
        """A disc with rays; the same in every theme, with an edge that stands out from any ground."""
        at, size = self.sun(), SUN_PX * self._radius * 2 / DIAL_PX
        turns = [2 * pi * ray / RAYS for ray in range(RAYS)]
        ways = [QPointF(cos(turn), sin(turn)) for turn in turns]
        rays = [QLineF(at + way * (size + 2.0), at + way * (size + RAY_PX)) for way in ways]
        for colour, width in ((self._look.ground, 4.6), (self._look.text, 1.6)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLines(rays)
        painter.setPen(QPen(QColor(self._look.text), 1.4))
        painter.setBrush(QColor(SUN))
        painter.drawEllipse(at, size, size)


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """A colour on the way from one to another."""
    ways = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(start + (end - start) * share) for start, end in ways))
