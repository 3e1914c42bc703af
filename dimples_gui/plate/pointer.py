"""Turns mouse, wheel, touchpad and fingers into what is meant by them: point, click, drag, zoom."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # at run time each of these classes costs a start that has no use for it
    from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
    from PySide6.QtWidgets import QGestureEvent, QPinchGesture

WHEEL_ZOOM = 1.2  # a notch of the wheel
NOTCH = 120.0  # in eighths of a degree, as Qt counts
PIXELS_A_NOTCH = 60.0  # of a touchpad's own pixel steps


class Pointer(QObject):
    """Watches a widget's pointer events. Positions are in the widget's pixels."""

    pointed = Signal(QPointF)
    rested = Signal(QPointF)  # for so long that the reader may want to know what is there
    left = Signal()
    clicked = Signal(QPointF)
    double_clicked = Signal(QPointF)
    smart_zoomed = Signal()  # two fingers tapped twice
    drag_started = Signal()
    dragged = Signal(QPointF)  # how far since the drag started
    drag_ended = Signal(QPointF)
    zoomed = Signal(float, QPointF)  # by which factor, about which point

    def __init__(self, widget: QWidget) -> None:
        """Begin to watch the widget, which from now on gets no pointer events of its own."""
        super().__init__(widget)
        self._widget = widget
        self._pressed: QPointF | None = None
        self._dragging = False
        self._last_press = 0, QPointF()
        self._again = False
        self._handlers = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseButtonDblClick: self._press_again,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.Wheel: self._wheel,
            QEvent.Type.NativeGesture: self._native_gesture,
            QEvent.Type.Gesture: self._gesture,
            QEvent.Type.Leave: self._leave,
            QEvent.Type.ToolTip: self._rest,
        }
        widget.setMouseTracking(True)
        widget.grabGesture(Qt.GestureType.PinchGesture)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what concerns the pointer, leave the rest."""
        handler = self._handlers.get(event.type())
        return handler(event) if handler else False

    def _press(self, event: QEvent) -> bool:
        mouse = cast("QMouseEvent", event)
        if mouse.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed = mouse.position()
            self._dragging = False
            self._again = self._is_again(mouse)
        return False  # the widget still takes the focus

    def _is_again(self, mouse: "QMouseEvent") -> bool:
        """Whether a press follows the last one so soon and so near that both are one act."""
        (time, at), self._last_press = self._last_press, (mouse.timestamp(), mouse.position())
        hints = QGuiApplication.styleHints()
        near = (mouse.position() - at).manhattanLength() <= hints.mouseDoubleClickDistance()
        return time > 0 and near and mouse.timestamp() - time <= hints.mouseDoubleClickInterval()

    def _press_again(self, event: QEvent) -> bool:
        mouse = cast("QMouseEvent", event)
        self._is_again(mouse)
        if mouse.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit(mouse.position())
        return True

    def _move(self, event: QEvent) -> bool:
        mouse = cast("QMouseEvent", event)
        if self._pressed is None:
            self.pointed.emit(mouse.position())
            return True
        moved = mouse.position() - self._pressed
        if not self._dragging and moved.manhattanLength() >= QGuiApplication.styleHints().startDragDistance():
            self._dragging = True
            self.drag_started.emit()
        if self._dragging:
            self.dragged.emit(moved)
        return True

    def _release(self, event: QEvent) -> bool:
        mouse = cast("QMouseEvent", event)
        pressed, self._pressed = self._pressed, None
        if self._dragging:
            self._dragging = False
            self.drag_ended.emit(mouse.position())
        elif pressed is not None and not self._again and mouse.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(mouse.position())
        return True

    def _wheel(self, event: QEvent) -> bool:
        wheel = cast("QWheelEvent", event)
        fine = wheel.pixelDelta().y() / PIXELS_A_NOTCH
        notches = fine or wheel.angleDelta().y() / NOTCH
        if notches:
            self.zoomed.emit(WHEEL_ZOOM**notches, wheel.position())
        return True

    def _native_gesture(self, event: QEvent) -> bool:
        gesture = cast("QNativeGestureEvent", event)
        if gesture.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoomed.emit(max(1 + gesture.value(), 0.1), gesture.position())
        elif gesture.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.smart_zoomed.emit()
        return True

    def _gesture(self, event: QEvent) -> bool:
        pinch = cast("QPinchGesture | None", cast("QGestureEvent", event).gesture(Qt.GestureType.PinchGesture))
        if pinch is not None and pinch.scaleFactor() > 0:
            self._pressed = None  # two fingers are no drag
            centre = self._widget.mapFromGlobal(pinch.centerPoint())
            self.zoomed.emit(pinch.scaleFactor(), centre)
        return True

    def _rest(self, event: QEvent) -> bool:
        self.rested.emit(QPointF(cast("QHelpEvent", event).pos()))
        return True

    def _leave(self, _event: QEvent) -> bool:
        self.left.emit()
        return False
