"""The hotspots for keyboard and screen reader: a transparent button over each, and arrows that travel between them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from dimples_gui.overlay import OverlayButton
from dimples_gui.plate.hotspots import Hotspot
from dimples_gui.plate.neighbours import Moves, moves
from dimples_gui.theme import Look

ARROWS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
TRAVEL_KEYS = (*ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class HotspotButton(OverlayButton):
    """One hotspot. The canvas paints its focus along the hotspot's outline."""

    focused = Signal(bool)

    def __init__(self, parent: QWidget, look: Look, buttons: "HotspotButtons") -> None:
        """A hidden button."""
        super().__init__(parent, look)
        self.spot: Hotspot | None = None
        self._buttons = buttons
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # not by Tab: the plate is one Tab stop
        self.setUpdatesEnabled(False)  # nothing to paint, and painting nothing costs time too

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the canvas does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and Esc travel; the rest is a button's."""
        if event.modifiers() in PLAIN and self._buttons.travel(event.key()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell which hotspot has the keyboard."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it has not."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's names
        """Tab leaves the plate from wherever in it one is."""
        self._buttons.tabbed_out.emit(next)
        return True


class HotspotButtons(QObject):
    """All of them, reused from layer to layer and from view to view."""

    pressed = Signal(str)  # an entry
    focus_moved = Signal(str)  # a hotspot's key, empty when none has the focus
    left_upwards = Signal()  # Esc: back to the plate as a whole
    tabbed_out = Signal(bool)  # forwards?

    def __init__(self, canvas: QWidget, look: Look) -> None:
        """No buttons yet."""
        super().__init__(canvas)
        self._canvas = canvas
        self._look = look
        self._pool: list[HotspotButton] = []
        self._moves: Moves = ()
        self._in_view: list[HotspotButton] = []
        self._current = ""

    def show_hotspots(self, spots: Sequence[tuple[Hotspot, str, str]]) -> None:
        """Stand for these hotspots, each with its name and description, in reading order.

        The focus stays on its hotspot or entry if that is among them.
        """
        had_focus = next((button.spot for button in self._pool if button.hasFocus()), None)
        while len(self._pool) < len(spots):
            self._pool.append(self._new_button())
        for button, (spot, name, description) in zip(self._pool, spots, strict=False):
            button.spot = spot
            button.setAccessibleName(name)
            button.setAccessibleDescription(description)
        for button in self._pool[len(spots) :]:
            button.spot = None
        if had_focus:
            same = self._button(had_focus.key) or self._button_of_entry(had_focus.entry)
            (same or self._canvas).setFocus(Qt.FocusReason.OtherFocusReason)
        for button in self._pool[len(spots) :]:
            button.hide()

    def lie_over(self, rects: dict[str, QRect]) -> None:
        """Lie where the hotspots are in the view now; those that are not in it are hidden."""
        self._in_view = []
        for button in self._pool:
            rect = rects.get(button.spot.key) if button.spot else None
            if rect is not None:
                button.setGeometry(rect)
                self._in_view.append(button)
            button.setVisible(rect is not None or button.hasFocus())
        self._moves = ()

    def aim_at(self, key: str) -> None:
        """The hotspot that the keyboard goes to next when it comes to the plate."""
        self._current = key

    def enter(self) -> bool:
        """Give the keyboard to the current hotspot, or the first; False where none is in view."""
        current = self._button(self._current)
        target = current if current in self._in_view else next(iter(self._in_view), None)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def enter_by(self, key: int) -> bool:
        """Follow a key from the plate as a whole to the current hotspot; False where it is none that travels."""
        return key in TRAVEL_KEYS and self.enter()

    def travel(self, key: int) -> bool:
        """Follow a key from the hotspot that has the keyboard; whether the key was one to follow."""
        if key == Qt.Key.Key_Escape:
            self.left_upwards.emit()
        elif key == Qt.Key.Key_Home:
            self._focus_on(0)
        elif key == Qt.Key.Key_End:
            self._focus_on(-1)
        elif key in ARROWS:
            self._step(ARROWS[Qt.Key(key)])
        else:
            return False
        return True

    def _step(self, direction: str) -> None:
        at = next((at for at, button in enumerate(self._in_view) if button.hasFocus()), None)
        if at is None:
            self.enter()
            return
        if not self._moves:
            self._moves = moves([(button.spot.x, button.spot.y) for button in self._in_view if button.spot])
        if direction in self._moves[at]:
            self._focus_on(self._moves[at][direction])

    def _focus_on(self, at: int) -> None:
        if self._in_view:
            self._in_view[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_button(self) -> HotspotButton:
        button = HotspotButton(self._canvas, self._look, self)
        button.clicked.connect(lambda: self._on_clicked(button))
        button.focused.connect(lambda has: self._on_focused(button, has))
        return button

    def _on_clicked(self, button: HotspotButton) -> None:
        if button.spot:
            self.pressed.emit(button.spot.entry)

    def _on_focused(self, button: HotspotButton, has: bool) -> None:  # noqa: FBT001  # what the signal carries
        if has and button.spot:
            self._current = button.spot.key
        self.focus_moved.emit(button.spot.key if has and button.spot else "")

    def _button(self, key: str) -> HotspotButton | None:
        return next((button for button in self._pool if button.spot and button.spot.key == key), None)

    def _button_of_entry(self, entry: str) -> HotspotButton | None:
        return next((button for button in self._pool if button.spot and button.spot.entry == entry), None)
