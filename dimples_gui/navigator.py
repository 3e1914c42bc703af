"""Where the reader is: the one Scene, the history of places, and what can be taken back."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from dimples_gui.acts import Acts
from dimples_gui.atlas.links import CUT_Z
from dimples_gui.atlas.model import LAYERS
from dimples_gui.body.build import Build
from dimples_gui.scene import MAX_ZOOM, MIN_ZOOM, Place, Scene
from dimples_gui.trail import Trail


class Navigator(QObject):
    """Holds the Scene. Views ask it to go somewhere and follow `changed`."""

    changed = Signal(object)  # Scene
    revealed = Signal(str)  # an entry to be brought into view on the plate

    def __init__(self, seen_on: Mapping[str, tuple[str, ...]], scene: Scene | None = None) -> None:
        """`seen_on` tells on which layers each entry can be pointed at."""
        super().__init__()
        self.seen_on = seen_on
        self.nerves: frozenset[str] = frozenset()  # the entries that are drawn as cords alone
        self.scene = scene or Scene()
        self.trail = Trail(self.scene)
        self._acts = Acts()

    # --- places -----------------------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Make a place current. Going where we already are does nothing.

        A layer that is only half faded in stays so if it is the place's own.
        """
        here = self.scene
        if place == here.place:
            return
        depth = here.depth if place.layer == here.layer else float(LAYERS.index(place.layer))
        if place.page == here.place.page:
            self.set_depth(depth)
        else:
            there = here._replace(name=place.name, depth=depth, opened=(), question=0, step=0)
            self._go_on(self.with_its_nerves(there))

    def go_to_entry(self, name: str) -> None:
        """Open an entry or a panel, on the layer in view where it can be seen there, else on the nearest one."""
        self.go(Place(name, self._layer_for(name)))

    def back(self) -> None:
        """The place before, if there is one."""
        self.jump(-1)

    def forward(self) -> None:
        """The place after, if there is one."""
        self.jump(1)

    def jump(self, steps: int) -> None:
        """Go so many places back (negative) or forward, to its layer; beyond the ends does nothing.

        The steps of an answer move the whole view by themselves; so, to one and from one, it is again as it was left.
        """
        here, there = self.scene, self.trail.jump(steps)
        if there is None:
            return
        if not (there.question or here.question):
            depth = here.depth if there.layer == here.layer else float(LAYERS.index(there.layer))
            there = here._replace(name=there.name, depth=depth)
        self._set(self.with_its_nerves(there._replace(opened=())))

    def show(self, scene: Scene) -> None:
        """Take over a whole scene, from a link; its place joins the history, but not each step of one answer."""
        if scene.place.page == self.scene.place.page:
            self._set(scene)
        else:
            self._go_on(scene)

    def with_its_nerves(self, scene: Scene) -> Scene:
        """A scene in which an entry comes to be open: a nerve is not opened without being drawn."""
        return scene._replace(nerves=scene.nerves or scene.name in self.nerves)

    # --- what is seen there -----------------------------------------------------------------------------------

    def set_depth(self, depth: float) -> None:
        """Look so deep: 0 is the skin, 4 the bone."""
        self._do(depth=min(max(depth, 0.0), len(LAYERS) - 1.0))

    def set_layer(self, layer: str) -> None:
        """Look at one layer."""
        self.set_depth(float(LAYERS.index(layer)))

    def set_view(self, zoom: float, x: float, y: float, z: float | None = None) -> None:
        """Zoom as a share of life size (0: fitted) about the point x, y of the frame, in mm; of the section about x, z.

        Without a z the section keeps its own.
        """
        if not zoom:
            self._set(self.scene._replace(zoom=0.0, x=0.0, y=0.0, z=CUT_Z))
            return
        z = self.scene.z if z is None else z
        self._set(self.scene._replace(zoom=min(max(zoom, MIN_ZOOM), MAX_ZOOM), x=x, y=y, z=z))

    def show_labels(self, shown: bool) -> None:  # noqa: FBT001  # connected to QAction.toggled
        """Labels on or off."""
        self._do(labels=shown)

    def show_hotspots(self, shown: bool) -> None:  # noqa: FBT001  # connected to QAction.toggled
        """All hotspots at once, or only the one pointed at."""
        self._do(hotspots=shown)

    def show_nerves(self, shown: bool) -> None:  # noqa: FBT001  # as its neighbours
        """Nerves drawn over fat and muscle, or not."""
        self._do(nerves=shown)

    def set_lamp(self, azimuth: float, elevation: float) -> None:
        """Let the light come from there, in degrees, see plate/lamp.py."""
        self._do(lamp=(azimuth, elevation))

    def set_sex(self, sex: float) -> None:
        """Look at a woman (0) or a man (1), at the same place in that sex's range of body fat."""
        self.set_build(self.scene.build.with_sex(sex))

    def set_build(self, build: Build) -> None:
        """Look at another body."""
        self._do(build=build.within_bounds())

    def set_explanation(self, explanation: str) -> None:
        """Let the dimples be drawn by another account of them."""
        self._do(explanation=explanation)

    def compare(self, build: Build | None) -> None:
        """Another body beside the one that is drawn; None for none."""
        self._do(compared=build.within_bounds() if build else None)

    def show_plate(self, plate: str) -> None:
        """Look at the back, at the section, or at both."""
        self._do(plate=plate)

    def set_tone(self, tone: str) -> None:
        """Look at skin of another tone."""
        self._do(tone=tone)

    def isolate(self, alone: bool) -> None:  # noqa: FBT001  # as its neighbours
        """The open entry alone in full light, the rest of the layer dimmed; or all as it is."""
        self._do(isolated=alone and self.scene.name in self.seen_on)

    def toggle_claim(self, claim: str) -> None:
        """Open or close what is behind a claim's badge."""
        opened = self.scene.opened
        kept = tuple(other for other in opened if other != claim)
        self._set(self.scene._replace(opened=kept if claim in opened else (*opened, claim)))

    def reveal(self, name: str) -> None:
        """Show an entry on the plate, also when it is open already: on a layer where it is seen, and in view."""
        if name in self.nerves:
            self.show_nerves(True)
        self.set_layer(self._layer_for(name))
        self.revealed.emit(name)

    # --- taking back ------------------------------------------------------------------------------------------

    def begin_drag(self) -> None:
        """All that is done until `end_drag` is taken back at once."""
        self._acts.begin()

    def end_drag(self) -> None:
        """The next act is one of its own."""
        self._acts.end()

    def undo(self) -> None:
        """Take back what was last done to what is seen; places are left to `back`."""
        self._set(self._acts.undone(self.scene))

    def redo(self) -> None:
        """Do again what was last taken back."""
        self._set(self._acts.redone(self.scene))

    @property
    def can_undo(self) -> bool:
        """Whether `undo` does anything."""
        return bool(self._acts.done)

    @property
    def can_redo(self) -> bool:
        """Whether `redo` does anything."""
        return bool(self._acts.taken_back)

    # ----------------------------------------------------------------------------------------------------------

    def _do(self, **changes: object) -> None:
        """Change what is seen, in a way that can be taken back."""
        self._acts.do(self.scene, changes)
        self._set(self.scene._replace(**changes))  # type: ignore[arg-type]  # the fields' own values

    def _layer_for(self, name: str) -> str:
        """The layer nearest to the one in view on which an entry is seen; any layer will do for a panel."""
        here = LAYERS.index(self.scene.layer)
        layers = self.seen_on.get(name) or (self.scene.layer,)
        return min(layers, key=lambda layer: abs(LAYERS.index(layer) - here))

    def _go_on(self, scene: Scene) -> None:
        """Be at a new place."""
        self.trail.go_on(scene)
        self._set(scene)

    def _set(self, scene: Scene) -> None:
        """Hold a scene, keep the trail in step with it, and tell if anything changed; only an entry can be isolated."""
        scene = scene._replace(isolated=scene.isolated and scene.name in self.seen_on)
        if scene == self.scene:
            return
        self.scene = scene
        self.trail.keep(scene)
        self.changed.emit(scene)
