"""The slider from skin to bone, drawn as a bore through the layers, with their names beside it."""

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QVBoxLayout, QWidget

from dimples_gui.atlas.model import LAYERS
from dimples_gui.overlay import announce, draw_focus_ring
from dimples_gui.plate.bore import BORE_X_PX, NAME_GAP_PX, Bore
from dimples_gui.plate.layers import layer_name
from dimples_gui.plate.widths import depth_px
from dimples_gui.scene import Scene
from dimples_gui.theme import Look

STEP = 100  # of the slider's values, from one layer to the next
NOTCH = 25  # of them, for a notch of the wheel; there are 120 eighths of a degree in one
SNAP = 7  # as near as this a layer catches the handle
TALLEST_PX = 340
HANDLE_PX, SHADOW_PX = 9.0, 1.5
AIR_PX = (6, 2)  # left and right of the slider
DEEPER = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Right)
SHALLOWER = (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Left)


class DepthStrip(QWidget):
    """The slider with some air around it."""

    depth_wanted = Signal(float)

    def __init__(self, layers: Sequence[str], look: Look, parent: QWidget | None = None) -> None:
        """A slider over the layers that the plate has, from the surface down."""
        super().__init__(parent)
        self._slider = DepthSlider(layers, look)
        self._slider.depth_wanted.connect(self.depth_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(AIR_PX[0], 0, AIR_PX[1], 0)
        column.addStretch(1)
        column.addWidget(self._slider, 8)
        column.addStretch(1)
        self.setFocusProxy(self._slider)
        self.setAutoFillBackground(True)
        self.set_look(look)

    def show_scene(self, scene: Scene) -> None:
        """Move the handle to the scene's depth."""
        self._slider.show_depth(scene.depth)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(look.ground))
        self.setPalette(palette)
        self._slider.set_look(look)


class DepthSlider(QSlider):
    """A slider whose values are hundredths of the way from one of the plate's layers to the next."""

    depth_wanted = Signal(float)

    def __init__(self, layers: Sequence[str], look: Look) -> None:
        """Skin on top."""
        super().__init__(Qt.Orientation.Vertical)
        self._layers = tuple(layers) or LAYERS[:1]
        self._depths = [float(LAYERS.index(layer)) for layer in self._layers]
        self._look = look
        self._bore = Bore(self._layers, look)
        self.setInvertedAppearance(True)
        self.setRange(0, STEP * (len(self._layers) - 1))
        self.setSingleStep(STEP)
        self.setPageStep(STEP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(self._tallest)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Depth"))
        self.setToolTip(self.tr("From skin to bone"))
        self.valueChanged.connect(self._on_value_changed)
        self._say_value()

    def show_depth(self, depth: float) -> None:
        """Stand at a depth from 0 (skin) to 4 (bone)."""
        value = self._value_at(depth)
        if value == self.value():
            return
        with QSignalBlocker(self):
            self.setValue(value)
        self._say_value()
        self.update()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self._bore = Bore(self._layers, look)
        self.setMaximumHeight(self._tallest)
        self.updateGeometry()
        self.update()

    def value_text(self) -> str:
        """Where the handle stands, in words."""
        upper, between = divmod(self.value(), STEP)
        if not between:
            return layer_name(self._layers[upper])
        names = layer_name(self._layers[upper]), layer_name(self._layers[upper + 1])
        return self.tr("between {upper} and {lower}").format(upper=names[0], lower=names[1])

    def sizeHint(self) -> QSize:
        """As wide as the longest name needs."""
        return QSize(depth_px(self._layers, self._look) - AIR_PX[0] - AIR_PX[1], self._tallest)

    def minimumSizeHint(self) -> QSize:
        """Room for every name."""
        return QSize(self.sizeHint().width(), ceil(2 * self._bore.end + self._bore.line * (len(self._layers) - 1)))

    @property
    def _tallest(self) -> int:
        """As high as the slider becomes, in px."""
        least = 2 * self._bore.end + self._bore.line * (len(self._layers) - 1)
        return ceil(max(TALLEST_PX * self._bore.grown, least))

    def _value_at(self, depth: float) -> int:
        """The slider's value for a depth; between two layers that are not neighbours it is spread over the gap."""
        at = max(sum(stop <= depth for stop in self._depths) - 1, 0)
        if at == len(self._depths) - 1:
            return self.maximum()
        share = (depth - self._depths[at]) / (self._depths[at + 1] - self._depths[at])
        return round(STEP * (at + min(max(share, 0.0), 1.0)))

    def _on_value_changed(self, value: int) -> None:
        at, between = divmod(value, STEP)
        below = self._depths[min(at + 1, len(self._depths) - 1)]
        self._say_value()
        self.depth_wanted.emit(self._depths[at] + (below - self._depths[at]) * between / STEP)

    def _say_value(self) -> None:
        """A slider's own value is a bare number; the words go where a screen reader finds them."""
        text = self.value_text()
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if self.hasFocus():
                announce(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys go from layer to layer."""
        if event.key() in DEEPER:
            self.setValue((floor(self.value() / STEP) + 1) * STEP)
        elif event.key() in SHALLOWER:
            self.setValue(-(floor(-self.value() / STEP) + 1) * STEP)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling towards oneself goes deeper."""
        self.setValue(self.value() - round(event.angleDelta().y() / 120 * NOTCH))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the press is: to a layer if it is near one or on its name."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        value = self._value_under(event.position().y())
        on_name = event.position().x() > BORE_X_PX + NAME_GAP_PX * self._bore.grown / 2
        self.setValue(round(value / STEP) * STEP if on_name else value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._value_under(event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where it is."""

    def _value_under(self, y: float) -> int:
        """The value at a height, caught by a layer that is very near."""
        share = (y - self._bore.end) / max(self.height() - 2 * self._bore.end, 1.0)
        value = min(max(round(share * self.maximum()), 0), self.maximum())
        nearest = round(value / STEP) * STEP
        return nearest if abs(value - nearest) <= SNAP else value

    def _height_of(self, value: int) -> float:
        """Where a value stands, in px."""
        return self._bore.height_of(value / STEP, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bore and the stops, which seldom change, as a picture; over it the handle."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._bore.picture(self.size(), (self.value() + STEP // 2) // STEP, painter))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_handle(painter)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), self._look)

    def _paint_handle(self, painter: QPainter) -> None:
        """A paper disc with a ring."""
        at = QPointF(BORE_X_PX, self._height_of(self.value()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 50))
        radius = HANDLE_PX * self._bore.grown
        painter.drawEllipse(at + QPointF(0, SHADOW_PX), radius + SHADOW_PX, radius + SHADOW_PX)
        painter.setBrush(QColor(self._look.pin))
        painter.setPen(QPen(QColor(self._look.selected), 2.4))
        painter.drawEllipse(at, radius, radius)
