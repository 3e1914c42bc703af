"""The probe: at a point of the plate, the stack of what lies below it as a list."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent

from dimples_gui.overlay import announce
from dimples_gui.plate.apart import Point
from dimples_gui.plate.film import draw_slip, slip_rect
from dimples_gui.plate.margin import head_px
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.plate.picker import Picker
from dimples_gui.plate.stack import Stack
from dimples_gui.plate.stack_list import StackList
from dimples_gui.scene import Scene
from dimples_gui.theme import Look


class Probe(Picker):
    """A click, or the crosshair, asks; Enter leads into the list, Esc out of it again."""

    chosen = Signal(str, str)  # layer and entry, which may be empty

    def __init__(self, plate: PaintedPlate) -> None:
        """Nothing has been asked yet."""
        super().__init__(plate)
        self._stack = Stack(self._art.atlas)
        self.list = StackList(self, self._art.atlas, plate.sight_of("").look)
        self.list.chosen.connect(self.chosen)
        self.list.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.setAccessibleName(self.tr("Probe"))
        self.setAccessibleDescription(self.note())

    def note(self) -> str:
        """What to do."""
        return self.tr("Click a point to see what lies under it, or move the crosshair with the arrow keys.")

    def ask(self, at: Point) -> None:
        """Tell what lies under a point in mm."""
        from dimples_gui.plate.lighting import guise_of  # noqa: PLC0415  # no start has a use for it

        self.point = at
        guise = guise_of(self._scene)
        found = self._stack.under(*at, guise.build, guise.explanation, nerves=self._scene.nerves)
        self.list.show_found(found)
        self._place()
        words = self.tr("{x} mm across, {y} mm up: {stack}").format(
            x=round(at[0]), y=round(at[1]), stack=self.list.words()
        )
        self.setAccessibleDescription(words)
        announce(self, words)
        self.update()

    def pressed(self, at: Point) -> None:
        """Ask, or by the keyboard go to what was answered."""
        if self._by_keys and self.list.isVisible():
            self.list.rows.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask(at)

    def moved(self, at: Point) -> None:
        """Ask at once."""
        self.ask(at)

    def show_scene(self, scene: Scene) -> None:
        """Another body may have other fat, and nerves may have gone; the list stays at its point."""
        before, self._scene = self._scene, scene
        if self.list.isVisible():
            if (scene.build, scene.explanation, scene.nerves) != (before.build, before.explanation, before.nerves):
                self.ask(self.point)
            self._place()

    def set_look(self, look: Look) -> None:
        """The list wears it too."""
        self.list.set_look(look)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list stays at its point."""
        self._place()

    def _place(self) -> None:
        if self.list.isVisible():
            x, y = self.sight().view.to_px(*self.point)
            inside = min(max(round(x), 0), self.width()), min(max(round(y), 0), self.height())
            self.list.stand_beside(QPoint(*inside), self.size())

    def hideEvent(self, event: QHideEvent) -> None:
        """What was asked goes with it."""
        super().hideEvent(event)
        self.list.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The note until something was asked; the crosshair."""
        sight = self.sight()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.list.isVisible():
            top = QPointF(self.width() / 2, head_px(sight.look))
            draw_slip(painter, self.note(), slip_rect(self.note(), top, sight.look, QRectF(self.rect())), sight.look)
        self.draw_crosshair(painter, sight)
