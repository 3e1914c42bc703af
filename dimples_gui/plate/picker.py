"""What picks a point of the body: the pointer, or a crosshair that the arrow keys move."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPen

from dimples_gui.plate.apart import Point
from dimples_gui.plate.art import Sight
from dimples_gui.plate.film import Film
from dimples_gui.plate.painted_plate import PaintedPlate

STEP_PX, FINE_PX = 10.0, 1.0  # of an arrow key; with Shift
ARM_PX, GAP_PX = 13.0, 4.0  # of the crosshair: how far it reaches, and what it leaves free in its middle
STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)
}  # fmt: skip
TAKEN = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, *STEPS)


class Picker(Film):
    """A film with a point. Millimetres, y up."""

    ended = Signal()  # the reader is through with it
    view_wanted = Signal(float, float, float)  # so that the crosshair stays in view; as the canvas's signal

    def __init__(self, plate: PaintedPlate) -> None:
        """Not in use; the point is in the middle when it first comes."""
        super().__init__(plate)
        self.point: Point = (0.0, 0.0)
        self._by_keys = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def begin(self) -> None:
        """Come into use with the crosshair where the keyboard last was, or in the middle."""
        view = self.sight().view
        box = view.box()
        if not (box[0] < self.point[0] < box[2] and box[1] < self.point[1] < box[3]):
            self.point = view.x, view.y
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Go out of use; the keyboard goes back to the plate."""
        had_focus = self._holds_focus()
        self.hide()
        if had_focus:
            self._plate.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        """Whether the keyboard is here or on something that lies on the film."""
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    # --- what the tools do with a point --------------------------------------------------------------------------

    def pressed(self, at: Point) -> None:
        """The pointer goes down on a point, or Enter is pressed on it."""

    def moved(self, at: Point) -> None:
        """The pointer, held down, or the crosshair has come to a point."""

    def hovered(self, at: Point) -> None:
        """The pointer, not held down, has come to a point."""

    def released(self, at: Point) -> None:
        """The pointer is lifted from a point."""

    # --- pointer and keys ----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """These keys mean something here, whatever else they mean in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in TAKEN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the crosshair, Enter is a press, Esc ends."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._by_keys = True
            self.pressed(self.point)
        elif key in STEPS:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(STEPS[Qt.Key(key)], FINE_PX if fine else STEP_PX)
        else:
            event.ignore()

    def _step(self, way: tuple[int, int], by_px: float) -> None:
        """Move the crosshair, and the view with it if need be."""
        view = self.sight().view
        x, y = self.point[0] + way[0] * by_px / view.scale, self.point[1] + way[1] * by_px / view.scale
        plate = self._art.plate
        x = min(max(x, plate.left), plate.left + plate.width)
        y = min(max(y, plate.bottom), plate.bottom + plate.height)
        self.point = x, y
        self._by_keys = True
        left, bottom, right, top = view.box()
        if self._scene.zoom and not (left < x < right and bottom < y < top):
            self.view_wanted.emit(self._scene.zoom, x, y)
        self.moved(self.point)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A point is picked; other buttons are the plate's."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._by_keys = False
        self.point = self._mm(event.position())
        self.pressed(self.point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point goes with the pointer that is held down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.point = self._mm(event.position())
            self.moved(self.point)
        elif event.buttons():
            event.ignore()
        else:
            self.hovered(self._mm(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """And is let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.released(self._mm(event.position()))
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two clicks."""
        self.mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Or is not."""
        super().focusOutEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Next time the pointer comes first."""
        super().hideEvent(event)
        self._by_keys = False

    def _mm(self, at: QPointF) -> Point:
        """A pixel as a point of the body."""
        return self.sight().view.to_mm(at.x(), at.y())

    def draw_crosshair(self, painter: QPainter, sight: Sight) -> None:
        """Where the point is; in the keyboard's colour while the keyboard moves it."""
        look, at = sight.look, QPointF(*sight.view.to_px(*self.point))
        mine = look.focus if self.hasFocus() and self._by_keys else look.selected
        for colour, width in ((look.halo, 5.0), (mine, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                way = QPointF(across, down)
                painter.drawLine(at + way * GAP_PX, at + way * ARM_PX)
