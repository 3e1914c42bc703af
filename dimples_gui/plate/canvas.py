"""The plate to point at: what mouse, fingers, keyboard and screen reader want of it becomes a signal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.plate import frame
from dimples_gui.plate.art import Art, Pictures, Sight
from dimples_gui.plate.hotspots import Hotspot, box_to_see, hit, outward, point_that_opens
from dimples_gui.plate.layers import layer_name
from dimples_gui.plate.marks import spot_name, spot_tip
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.plate.still import Still
from dimples_gui.scene import BOTH, MIN_ZOOM
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from dimples_gui.plate.cut_line import CutLine
    from dimples_gui.plate.hotspot_buttons import HotspotButtons
    from dimples_gui.plate.through import Through

STEP_ZOOM = 1.25  # of the zoom commands
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
ZOOM_ERROR = 1e-6  # of rounding
SAME_SPOT_PX = 4.0  # clicks closer than this are on the same spot


class HotspotCanvas(PaintedPlate):
    """A plate on screen. It changes nothing by itself: it asks, and shows the scene it is given."""

    entry_clicked = Signal(str)
    view_wanted = Signal(float, float, float)  # zoom as a share of life size (0: fitted), x and y of the middle in mm
    depth_wanted = Signal(float)
    hovered = Signal(str)  # the entry under the pointer, empty for none

    def __init__(self, art: Art, still: Still, look: Look, parent: QWidget | None = None) -> None:
        """The ground alone until `show_scene`."""
        super().__init__(art, still, look, parent)
        self._drag_view = self._view
        self._last_click: tuple[QPointF, str] | None = None
        self._opening = False  # the last click opened something
        self._ringed = False
        self._buttons: HotspotButtons | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.painted.connect(self._furnish, Qt.ConnectionType.QueuedConnection)

    def _furnish(self) -> None:
        """Follow pointer and keyboard, once there is something to see."""
        from dimples_gui.plate.hotspot_buttons import HotspotButtons  # noqa: PLC0415  # the first paint needs neither
        from dimples_gui.plate.pointer import Pointer  # noqa: PLC0415

        pointer, self._buttons = Pointer(self), HotspotButtons(self, self._look)
        pointer.pointed.connect(self._on_pointed)
        pointer.rested.connect(self._on_rested)
        pointer.left.connect(self._hover)
        pointer.clicked.connect(self._on_clicked)
        pointer.double_clicked.connect(self._on_double_clicked)
        pointer.smart_zoomed.connect(self.fit)
        pointer.drag_started.connect(self._on_drag_started)
        pointer.dragged.connect(self._on_dragged)
        pointer.drag_ended.connect(self._on_pointed)
        pointer.zoomed.connect(self._on_zoomed)
        self._buttons.pressed.connect(self.entry_clicked)
        self._buttons.focus_moved.connect(self._on_focus_moved)
        self._buttons.left_upwards.connect(self._on_left_upwards)
        self._buttons.tabbed_out.connect(self._on_tabbed_out)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._lay_buttons(self._buttons)

    def reveal(self, entry_id: str) -> None:
        """Lead the eye to an entry: ask for a view of it if it is not to be seen, and let it pulse."""
        spots = [spot for spot in self._art.hotspots(self._layer_to_see(entry_id)) if spot.entry == entry_id]
        if not spots or not self.isVisibleTo(self.window()):
            return
        if not all(self.rect().contains(self._rect(spot)) for spot in spots):
            middle = box_to_see(spots, self._view, self._sight.pin_mm).center()
            self.view_wanted.emit(self._view.zoom, middle.x(), middle.y())
        self._start_pulse(entry_id)

    def _layer_to_see(self, _entry_id: str) -> str:
        """The layer on which an entry is to be seen; it has been asked for."""
        return self._layer

    def zoom_in(self) -> None:
        """Ask for one step nearer, about the middle."""
        self._on_zoomed(STEP_ZOOM)

    def zoom_out(self) -> None:
        """Ask for one step away."""
        self._on_zoomed(1 / STEP_ZOOM)

    def fit(self) -> None:
        """Ask for the whole plate."""
        self.view_wanted.emit(0.0, 0.0, 0.0)

    def _ask_for(self, view: frame.View) -> None:
        """A view below the least zoom is the fitted one of a small window, which a scene calls 0."""
        zoom = view.zoom if view.zoom > MIN_ZOOM - ZOOM_ERROR else 0.0
        self.view_wanted.emit(zoom, view.x if zoom else 0.0, view.y if zoom else 0.0)

    def _enter_layer(self) -> None:
        """Buttons over the new layer's hotspots, and its name for a screen reader."""
        self._last_click = None
        if self._buttons:
            self._lay_buttons(self._buttons)
        self.setAccessibleName(self._said_name(len(self._art.hotspots(self._layer))))
        self.setAccessibleDescription(self.tr("Arrow keys go from hotspot to hotspot, Enter opens one, Esc leaves it."))

    def _said_name(self, _count: int) -> str:
        """What a screen reader calls the plate, with so many hotspots."""
        return ""

    def _lay_buttons(self, buttons: "HotspotButtons") -> None:
        """A button for each hotspot of the layer, over it."""
        entries = self._art.atlas.entries
        spots = self._art.hotspots(self._layer)
        buttons.show_hotspots([(spot, spot_name(self._art, spot), entries[spot.entry].summary) for spot in spots])
        self._view_changed()

    def _view_changed(self) -> None:
        """Buttons where the hotspots are now."""
        self._last_click = None
        if self._buttons is None:
            return
        sight, seen = self._sight, self.rect()
        rects = {spot.key: sight.box(spot).toAlignedRect().intersected(seen) for spot in sight.hotspots}
        self._buttons.lie_over({key: rect for key, rect in rects.items() if not rect.isEmpty()})

    def _under(self, at: QPointF) -> tuple[Hotspot, ...]:
        """The hotspots under a pixel, the innermost first."""
        return hit(self._art.hotspots(self._layer), *self._view.to_mm(at.x(), at.y()), self._sight.pin_mm)

    def point_of(self, entry_id: str) -> QPointF | None:
        """A pixel where a click opens an entry, in view if any is; None where it cannot be pointed at on this layer."""
        view = self._view
        at = point_that_opens(self._art.hotspots(self._layer), entry_id, self._sight.pin_mm, (view.x, view.y))
        return QPointF(*self._view.to_px(*at)) if at else None

    def _hover(self, stack: tuple[Hotspot, ...] = ()) -> None:
        keys = tuple(spot.key for spot in stack[:1])
        if keys == self._marks.hovered:
            return
        self._mark(hovered=keys, named=keys[0] if keys else self._marks.focused)
        self.setCursor(Qt.CursorShape.PointingHandCursor if keys else Qt.CursorShape.OpenHandCursor)
        self.hovered.emit(stack[0].entry if stack else "")

    def _on_pointed(self, at: QPointF) -> None:
        self._hover(self._under(at))
        if self.cursor().shape() == Qt.CursorShape.ClosedHandCursor:
            self.setCursor(Qt.CursorShape.PointingHandCursor if self._marks.hovered else Qt.CursorShape.OpenHandCursor)

    def _on_clicked(self, at: QPointF) -> None:
        stack = self._under(at)
        self._opening = bool(stack)
        if not stack:
            return
        spot = stack[0]
        if self._last_click and (at - self._last_click[0]).manhattanLength() <= SAME_SPOT_PX:
            spot = outward(stack, self._last_click[1])
        self._last_click = at, spot.key
        if self._buttons:
            self._buttons.aim_at(spot.key)
        self.entry_clicked.emit(spot.entry)

    def _on_double_clicked(self, at: QPointF) -> None:
        """Twice on the ground fits; on a hotspot, the first click has done what is meant."""
        if not (self._opening or self._under(at)):
            self.fit()

    def _on_drag_started(self) -> None:
        self._drag_view = self._view
        self._hover()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _on_dragged(self, by: QPointF) -> None:
        self._ask_for(frame.panned(self._art.plate, self._drag_view, by.x(), by.y()))

    def _on_zoomed(self, factor: float, at: QPointF | None = None) -> None:
        self._hover()
        self._ask_for(frame.zoomed(self._art.plate, self._view, factor, (at.x(), at.y()) if at else None))

    def _on_focus_moved(self, key: str) -> None:
        self._mark(focused=key, named=key)

    def _on_left_upwards(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ringed = True

    def _on_tabbed_out(self, forwards: bool) -> None:  # noqa: FBT001  # what the signal carries
        self.setFocus(Qt.FocusReason.MouseFocusReason)  # without going back in
        super().focusNextPrevChild(forwards)

    def _on_rested(self, at: QPointF) -> None:
        """Say name and summary of the hotspot that the pointer rests on, else what is said in short there."""
        from PySide6.QtWidgets import QToolTip  # noqa: PLC0415  # no start has a use for it

        spot, said = next(iter(self._under(at)), None), self._names.tip(at, self._sight, self._scene)
        tip, about = (spot_tip(self._art, spot), self._rect(spot)) if spot else said
        QToolTip.showText(self.mapToGlobal(at.toPoint()), tip, self, about)  # none hides what was said before

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's names
        """The first Tab goes to the hotspots: the plate has the keyboard at the start, before the reader gave it."""
        if next and not self._ringed and self._buttons and self._buttons.enter():
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow goes to the hotspots."""
        if not (self._buttons and self._buttons.enter_by(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab goes straight on to the current hotspot."""
        super().focusInEvent(event)
        self._ringed = event.reason() in BY_KEYBOARD
        if not (self._ringed and self._buttons and self._buttons.enter()):
            self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def _rings_itself(self) -> bool:
        """Whether the keyboard is on the plate as a whole."""
        return self.hasFocus() and self._ringed


class PlateCanvas(HotspotCanvas):
    """The back, layer by layer."""

    def __init__(self, atlas: Atlas, pictures: Pictures, look: Look, parent: QWidget | None = None) -> None:
        """The ground alone until `show_scene`. `pictures` is called from a thread of its own."""
        art = Art(atlas, pictures)
        super().__init__(art, Still(art), look, parent)
        self._cut_line: CutLine | None = None
        self._through: Through | None = None

    def point_at(self, entry_id: str) -> None:
        """Light up an entry that is pointed at elsewhere; in dashes where it lies on another layer. Empty for none."""
        super().point_at(entry_id)
        wanted = entry_id if self._scene.plate == BOTH else ""
        if wanted and self._through is None:
            from dimples_gui.plate.through import Through  # noqa: PLC0415  # no start has a use for it

            self._through = Through(self._art)
        if self._through:
            self.update(self._through.point_at(wanted, self._sight))

    def _enter_layer(self) -> None:
        """Nothing is pointed at any more."""
        if self._through:
            self._through.point_at("", self._sight)
        super()._enter_layer()

    def _layer_to_see(self, entry_id: str) -> str:
        """The nearest layer on which an entry is seen."""
        entry = self._art.atlas.entries.get(entry_id)
        layers = [layer for layer in entry.seen_on() if layer in self._art.layers] if entry else []
        if not layers:
            return self._layer
        layer = min(layers, key=lambda layer: abs(LAYERS.index(layer) - self._scene.depth))
        if layer != self._layer:
            self.depth_wanted.emit(float(LAYERS.index(layer)))
        return layer

    def _said_name(self, count: int) -> str:
        """The layer in view is part of it."""
        name = self.tr("Plate: lower back seen from behind, layer {layer}; hotspots: %n", "", count)
        return name.format(layer=layer_name(self._layer))

    def _draw_under(self, painter: QPainter, sight: Sight) -> None:
        """Where the section is cut, while it stands beside the back."""
        if self._scene.plate == BOTH:
            from dimples_gui.plate.cut_line import CutLine  # noqa: PLC0415  # no start has a use for it

            self._cut_line = self._cut_line or CutLine()
            self._cut_line.paint(painter, sight)

    def _draw_marks(self, painter: QPainter, sight: Sight, part: QRegion) -> None:
        """Over them what lies on another layer, while the section stands beside the back and points at it."""
        super()._draw_marks(painter, sight, part)
        if self._through and self._scene.plate == BOTH:
            self._through.paint(painter, sight)
