"""The widget that paints a scene's plate and what is marked on it, repainting only what changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from dimples_gui.overlay import draw_focus_ring
from dimples_gui.plate import frame
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.backdrop import place_of
from dimples_gui.plate.guises import Guises
from dimples_gui.plate.hotspots import Hotspot
from dimples_gui.plate.margin import draw_margin, draw_sides, reaches_margin
from dimples_gui.plate.marks import Marks, changed_region, draw_marks, draw_tag
from dimples_gui.plate.name_sheet import NameSheet
from dimples_gui.plate.still import Still
from dimples_gui.scene import BARE, FIND, Scene
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from dimples_gui.plate.margin_sheet import MarginSheet
    from dimples_gui.plate.mark_sheet import MarkSheet
    from dimples_gui.plate.pulse import Pulse

SETTLE_MS = 70  # after the last step of a zoom the view is drawn crisp
IDLE_MS, IDLE_STEPS = 20, 12  # how often after the first paint, and how much, other layers' ink is found


class PaintedPlate(QWidget):
    """Shows the scene it is given, and nothing else."""

    painted = Signal()  # for the first time
    settled = Signal()  # after zooming, the view has been drawn crisp
    view_moved = Signal()

    def __init__(self, art: Art, still: Still, look: Look, parent: QWidget | None = None) -> None:
        """The ground alone until `show_scene`."""
        super().__init__(parent)
        self._art, self._look = art, look
        self._scene = Scene()
        self._layer = ""
        self._view = frame.fitted(art.plate, 1, 1)
        self._marks = Marks()
        self._still = still
        self._guises = Guises(art, self)
        self._guises.changed.connect(lambda: self.update(place_of(self._sight).toAlignedRect()))
        self._names = NameSheet()
        self._mark_sheet: MarkSheet | None = None
        self._margin_sheet: MarginSheet | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.settle)
        self._pulse: Pulse | None = None
        self._ink_steps = self._art.find_all_ink()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._find_more_ink)
        self._is_new = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 160)

    def show_scene(self, scene: Scene) -> None:
        """Show this layer, view and entry."""
        before, self._scene = self._scene, scene
        for seen in self._art.mix(scene.depth)[:2]:
            self._art.prefetch(seen)
        layer = self._art.layer(scene.depth)
        if self._art.offer(scene) or layer != self._layer:
            self._layer = layer
            self._marks = Marks(lit=self._marks.lit)
            self._enter_layer()
        if _overall(scene) != _overall(before):
            self.update()
        if self._pulse and (scene.name, scene.zoom) != (before.name, before.zoom):
            self._pulse.stop()
        if not self._is_new:
            self._guises.follow(scene)
        self._place_view()
        self._mark(opened=scene.name, show_all=scene.hotspots)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self._names.forget()
        self._view_changed()
        self.update()

    def point_at(self, entry_id: str) -> None:
        """Light up an entry that is pointed at elsewhere; empty for none."""
        self._mark(hovered=tuple(spot.key for spot in self._art.hotspots(self._layer) if spot.entry == entry_id))

    def light_up(self, entries: tuple[str, ...]) -> None:
        """Light up the entries that a panel speaks of, until it speaks of others."""
        self._mark(lit=entries)

    def prepare_light(self) -> None:
        """The lamp may soon be moved: make ready what that needs."""
        self._guises.prepare(self._scene)

    @property
    def follows_sliders(self) -> bool:
        """Whether another body is shown at once."""
        return self._guises.can_sketch

    def settle(self) -> None:
        """Draw crisp and in the scene's light at the next paint, without waiting for anything."""
        self._settling.stop()
        changed = self._guises.settle(self._scene)
        if changed or not self._still.is_crisp(self._view):
            self._still.forget()
            self.update()
        elif self._still.is_behind:
            self._still.catch_up()
            self.update()
        self.settled.emit()

    def _enter_layer(self) -> None:
        """Another layer has come into view."""

    def _view_changed(self) -> None:
        """Hotspots lie elsewhere now."""

    def _place_view(self) -> None:
        """Take the view from the scene and the widget's size."""
        view = frame.snapped(self._view_of(max(self.width(), 1), max(self.height(), 1)), self.devicePixelRatioF())
        if view == self._view:
            return
        self._view = view
        self._names.forget()
        self._view_changed()
        self.update()
        if not self._still.is_crisp(view):
            self._settling.start()
        self.view_moved.emit()

    def _view_of(self, width: int, height: int) -> frame.View:
        """The view that the scene describes, in so many pixels."""
        return frame.of_scene(self._art.plate, self._scene, width, height)

    def _mark(self, **changes: object) -> None:
        """Change what is emphasised and repaint just that."""
        marks = self._marks._replace(**changes)  # type: ignore[arg-type]  # the fields' own values
        if marks == self._marks:
            return
        self.update(changed_region(self._sight, self._marks, marks))
        self._marks = marks

    def _start_pulse(self, entry_id: str) -> None:
        """Let the eye be led to an entry for a moment."""
        from dimples_gui.plate.pulse import Pulse  # noqa: PLC0415  # no start has a use for it

        if self._pulse is None:
            self._pulse = Pulse(self)
            self._pulse.beat.connect(lambda entry, strength: self._mark(pulsing=entry, pulse=strength))
        self._pulse.lead_to(entry_id)

    def sight_of(self, layer: str) -> Sight:
        """What is seen of a layer in this view, and how."""
        return Sight(self._art, self._view, layer, self._look, self._guises.worn)

    @property
    def _sight(self) -> Sight:
        """What is seen, and how."""
        return self.sight_of(self._layer)

    def _rect(self, spot: Hotspot) -> QRect:
        """Where a hotspot lies in the view."""
        return self._sight.box(spot).toAlignedRect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the middle in the middle."""
        self._place_view()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept picture of what lies still, then margin, marks and names where something is to be repainted."""
        painter = QPainter(self)
        self._still.paint(painter, self._view, self._art.mix(self._scene.depth), self._look, self._guises.worn)
        if self._still.is_behind:
            self._settling.start()
        sight = self._sight
        if reaches_margin(event.rect(), self._view, self._look):
            self._margin_sheet = _draw_margin(painter, sight, self._margin_sheet, is_new=self._is_new)
        self._draw_under(painter, sight)
        self._draw_marks(painter, sight, event.region())
        _draw_sides(painter, sight, self._margin_sheet)
        if self._scene.labels:
            self._names.paint(painter, sight, self._scene.name if self._scene.isolated else "")
        if self._marks.named:
            draw_tag(painter, sight, self._marks.named)
        if self._rings_itself():
            draw_focus_ring(painter, self.rect(), self._look)
        painter.end()
        self._guises.painted()
        if self._is_new:
            self._is_new = False
            self._idle.start()
            self._guises.follow(self._scene)
            self.painted.emit()

    def _draw_under(self, painter: QPainter, sight: Sight) -> None:
        """What else lies under the marks."""

    def _draw_marks(self, painter: QPainter, sight: Sight, part: QRegion) -> None:
        """The marks; many of them, or a veil, or while lamp or body move, from a sheet."""
        if self._scene.isolated or self._scene.hotspots or self._guises.worn or self._art.is_moving:
            from dimples_gui.plate.mark_sheet import MarkSheet  # noqa: PLC0415  # a start seldom needs one

            self._mark_sheet = self._mark_sheet or MarkSheet()
            self._mark_sheet.paint(painter, sight, self._marks, part, isolated=self._scene.isolated)
        else:
            self._mark_sheet = None
            draw_marks(painter, sight, self._marks, part)

    def _find_more_ink(self) -> None:
        """A millisecond's work on the layers that have not been seen yet."""
        for _ in range(IDLE_STEPS):
            if next(self._ink_steps, self) is self:
                self._idle.stop()
                return

    def _rings_itself(self) -> bool:
        """Whether the keyboard is on the plate as a whole."""
        return False


def _draw_margin(painter: QPainter, sight: Sight, sheet: "MarginSheet | None", *, is_new: bool) -> "MarginSheet | None":
    """The margin; from the second time on from a sheet, which is given back."""
    if is_new:
        draw_margin(painter, sight.view, sight.look)
        return None
    from dimples_gui.plate.margin_sheet import MarginSheet  # noqa: PLC0415  # the first paint needs none

    sheet = sheet or MarginSheet()
    sheet.paint(painter, sight.view, sight.look, hasty=sight.is_hasty)
    return sheet


def _draw_sides(painter: QPainter, sight: Sight, sheet: "MarginSheet | None") -> None:
    """Which side is which, over the marks; from a sheet where there is one."""
    if sheet is None:
        draw_sides(painter, sight.view, sight.look)
    else:
        sheet.paint_sides(painter)


def _overall(scene: Scene) -> tuple[object, ...]:
    """What the look of the whole plate depends on, beside view and light."""
    named = scene.name if scene.name in (FIND, *BARE) else ""  # where less is named
    return scene.depth, scene.labels, scene.nerves, scene.isolated and scene.name, scene.plate, named
