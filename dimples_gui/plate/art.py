"""The plate's pictures, ink and hotspots by layer, each made when it is first needed."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import combinations
from math import dist, floor, inf
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QTransform

from dimples_gui.atlas.model import LAYERS, SECTION, Atlas, Entry, Outline, Pin
from dimples_gui.pictures import OWN
from dimples_gui.plate.frame import View
from dimples_gui.plate.hotspots import Hotspot, on_layer, pin_width
from dimples_gui.plate.ink import Stroke, strokes_of
from dimples_gui.scene import BARE, BOTH, FIND, Scene
from dimples_gui.theme import Look
from dimples_gui.workers import begin

if TYPE_CHECKING:
    from dimples_gui.body.build import Build
    from dimples_gui.plate.grid import Grid
    from dimples_gui.plate.lighting import Guise, Lighting
    from dimples_gui.plate.sketches import Sketches

ORDINARY = Scene()  # its light and its body are those of the shipped pictures
SEEN_TO_MM = {"skin": -88.0}  # down to where a layer is seen before it has faded into the ground
SEEN_OTHERWISE_MM = -110.0
FADED_AT_TOP_MM = 5.0
PIN_AIR_PX, LEAST_PIN_PX = 4.0, 12.0  # between two pins that cannot grow any more

Pictures = Callable[[str], QImage | None]


class Mix(NamedTuple):
    """Two layers of a plate and how much of the deeper one is seen, from 0 to 1."""

    upper: str
    lower: str
    share: float

    @property
    def nearer(self) -> str:
        """The layer that counts."""
        return self.lower if self.share >= 0.5 else self.upper


class Art:
    """Everything there is to see of one atlas's plate."""

    is_cut = False  # whether the line is drawn where the section is cut, of which names keep clear
    is_moving = False  # whether it is another body again and again, so that what lies over it is worth a sheet

    def __init__(self, atlas: Atlas, pictures: Pictures) -> None:
        """`pictures` gives a layer's picture, covering the plate's window; it is called from a thread of its own."""
        self.atlas = atlas
        self.plate = atlas.plate
        self.layers = atlas.plate.layers or LAYERS[:1]
        self._pictures = pictures
        self._loading: dict[str, Thread] = {}
        self._loaded: dict[str, QImage | None] = {}
        self._ink: dict[str, tuple[Stroke, ...]] = {}
        self._other_ink: tuple[Build, tuple[Stroke, ...]] | None = None  # of the last other body's skin
        self.nerves = True  # whether they are drawn and can be pointed at
        self._names_nothing = False  # a spot is to be found without help
        self._has_pins = True  # they would crowd bodies that are compared
        self._cords: dict[str, tuple[Outline, ...]] = {}
        self._hotspots: dict[tuple[str, tuple[bool, ...]], tuple[Hotspot, ...]] = {}
        self.pins_apart = _least_distance([entry.pin for entry in atlas.entries.values() if entry.pin])
        self._grids: dict[tuple[str, tuple[bool, ...]], Grid] = {}
        self._lighting: Lighting | None = None
        self._sketches: Sketches | None = None

    def another(self) -> "Art":
        """One more of the same, to be lit by itself: what is lit is painted over by what is lit next."""
        return Art(self.atlas, self._pictures)

    def mix(self, depth: float) -> Mix:
        """Which of the plate's layers are seen at a depth from 0 (skin) to 4 (bone)."""
        depths = [LAYERS.index(layer) for layer in self.layers]
        at = sum(stop <= depth for stop in depths) - 1
        if at < 0:
            return Mix(self.layers[0], self.layers[0], 0.0)
        if at == len(depths) - 1:
            return Mix(self.layers[-1], self.layers[-1], 0.0)
        share = (depth - depths[at]) / (depths[at + 1] - depths[at])
        return Mix(self.layers[at], self.layers[at + 1] if share else self.layers[at], share)

    def layer(self, depth: float) -> str:
        """The layer whose hotspots count: the nearer one, of those that the plate has."""
        return self.mix(depth if len(self.layers) < len(LAYERS) else float(floor(depth + 0.5))).nearer

    def layers_from(self, layer: str) -> tuple[str, ...]:
        """All layers, the nearest to one first."""
        return tuple(sorted(self.layers, key=lambda other: abs(LAYERS.index(other) - LAYERS.index(layer))))

    def prefetch(self, layer: str) -> None:
        """Begin to load a picture beside what else is to be done; decoding takes longer than the whole first paint."""
        if layer not in self._loaded and layer not in self._loading:
            self._loading[layer] = begin(self._load, layer)

    def picture(self, layer: str) -> QImage | None:
        """The layer's picture, ready to be painted; None where there is none."""
        if layer not in self._loaded:
            self.prefetch(layer)
            self._loading.pop(layer).join()
        return self._loaded.get(layer)

    def guise(self, scene: Scene) -> "Guise | None":
        """How the body looks in a scene; None where the shipped pictures show just that."""
        if (scene.lamp, scene.build, scene.tone) == (ORDINARY.lamp, ORDINARY.build, ORDINARY.tone):
            return None
        from dimples_gui.plate.lighting import guise_of  # noqa: PLC0415  # a start needs no other light

        skin = self.picture(LAYERS[0])
        return guise_of(scene)._replace(own=skin is not None and bool(skin.text(OWN)))

    def lit(self, layer: str, guise: "Guise | None", part: QRect) -> QImage | None:
        """The layer's picture in a guise, of which at least `part`, in pixels, is right; None where there is none."""
        shipped = self.picture(layer)
        if shipped is None or guise is None or guise.is_shipped(layer):
            return shipped
        if guise.is_sketch(layer):
            return self.sketches.picture(guise)
        return self.lighting.picture(layer, guise, part) or shipped

    def is_ready(self, layers: Iterable[str], guise: "Guise | None") -> bool:
        """Whether the layers' pictures in a guise can be had without waiting."""
        return guise is None or all(
            self.sketches.are_ready if guise.is_sketch(layer) else self.lighting.is_ready(layer, guise)
            for layer in layers
        )

    @property
    def lighting(self) -> "Lighting":
        """What gives the pictures in other light than the shipped ones'."""
        if self._lighting is None:
            from dimples_gui.plate.lighting import Lighting  # noqa: PLC0415  # a start needs no other light

            self._lighting = Lighting(self._pictures)
        return self._lighting

    def prepare_sketches(self) -> None:
        """The body may soon change."""
        self.sketches.prepare()

    @property
    def sketches(self) -> "Sketches":
        """What gives the skin while its body changes."""
        if self._sketches is None:
            from dimples_gui.plate.sketches import Sketches  # noqa: PLC0415  # a start needs no other body

            self._sketches = Sketches()
        return self._sketches

    def _load(self, layer: str) -> None:
        """Runs in a thread."""
        picture = self._pictures(layer)
        if picture is not None and not picture.isNull():
            self._loaded[layer] = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        else:
            self._loaded[layer] = None

    def outlines(self, layer: str) -> tuple[Outline, ...]:
        """The layer's outlines in paint order, without cords."""
        return tuple(outline for outline in self.plate.outlines if outline.layer == layer and not outline.width)

    def cords(self, layer: str) -> tuple[Outline, ...]:
        """The strands that are drawn over a layer: those of the entries that can be pointed at there."""
        if not self.nerves:
            return ()
        if layer not in self._cords:
            here = {name for entry in self.atlas.entries.values() if layer in entry.layers for name in entry.outlines}
            drawn = (outline for outline in self.plate.outlines if outline.width)
            self._cords[layer] = tuple(line for line in drawn if line.layer == layer or line.id in here)
        return self._cords[layer]

    def ink(self, layer: str) -> tuple[Stroke, ...]:
        """What is seen of the layer's outlines."""
        if layer not in self._ink:
            self._ink[layer] = tuple(strokes_of(self.outlines(layer), self.plate))
        return self._ink[layer]

    def ink_in(self, guise: "Guise | None", layer: str) -> tuple[Stroke, ...]:
        """The same for the body that is shown: another one's skin has an edge of its own."""
        drawn = self.ink(layer)
        if guise is None or not guise.has_other_skin(layer):
            return drawn
        if self._other_ink is None or self._other_ink[0] != guise.build:
            from dimples_gui.plate.edge import ink_for  # noqa: PLC0415  # a start shows the body that is drawn

            self._other_ink = guise.build, ink_for(guise.build, drawn)
        return self._other_ink[1]

    def find_all_ink(self) -> Iterator[None]:
        """Find the ink of all layers, one stroke or strand at each step: so the first sight of a layer is quick too."""
        for layer in self.layers:
            found = []
            if layer not in self._ink:
                for stroke in strokes_of(self.outlines(layer), self.plate):
                    found.append(stroke)
                    yield
                self._ink.setdefault(layer, tuple(found))
            if cords := self.cords(layer):
                from dimples_gui.plate.strands import knots_of, strands_of  # noqa: PLC0415  # few layers have any

                yield from (None for cord in cords for strand in strands_of(cord) if knots_of(strand))

    def window(self, layer: str) -> QRectF:
        """What of a layer is seen, in mm; top() is the lower edge, y being up."""
        plate = self.plate
        low = max(plate.bottom, SEEN_TO_MM.get(layer, SEEN_OTHERWISE_MM))
        return QRectF(plate.left, low, plate.width, plate.bottom + plate.height - FADED_AT_TOP_MM - low)

    def offer(self, scene: Scene) -> bool:
        """Draw and offer what a scene wants; whether that is something else than before."""
        before = self.offered
        self.is_cut = scene.plate == BOTH and self.plate.name != SECTION
        self.nerves, self._names_nothing, self._has_pins = scene.nerves, scene.name == FIND, scene.name not in BARE
        return before != self.offered

    @property
    def offered(self) -> tuple[bool, ...]:
        """What decides what can be pointed at, beside the layer: nerves or not, anything or nothing, pins or not."""
        return self.nerves, self._names_nothing, self._has_pins

    def hotspots(self, layer: str) -> tuple[Hotspot, ...]:
        """What can be pointed at on a layer, in reading order."""
        if self._names_nothing:
            return ()
        key = layer, self.offered
        if key not in self._hotspots:
            outlines = {outline.id: outline for outline in self.plate.outlines}
            entries = _entries(self.atlas, nerves=self.nerves, pins=self._has_pins)
            self._hotspots[key] = on_layer(entries, outlines, layer, self.window(layer))
        return self._hotspots[key]

    def grid(self, layer: str) -> "Grid":
        """The layer in small squares."""
        from dimples_gui.plate.grid import Grid  # noqa: PLC0415  # only names need it

        key = layer, self.offered
        if key not in self._grids:
            self._grids[key] = Grid(self.plate, self.outlines(layer), self.hotspots(layer), self.window(layer))
        return self._grids[key]


def _entries(atlas: Atlas, *, nerves: bool, pins: bool) -> dict[str, Entry]:
    """Those that can be pointed at somewhere, by id, with nerves and pins or without."""
    hidden = frozenset() if nerves else atlas.nerves()
    return {
        id_: entry if pins else entry._replace(pin=None) for id_, entry in atlas.entries.items() if id_ not in hidden
    }


def _least_distance(pins: list[Pin]) -> float:
    """How far those two pins are from each other that are the nearest on any layer, in mm."""
    pairs = ((a, b) for a, b in combinations(pins, 2) if not set(a.layers).isdisjoint(b.layers))
    return min((dist((a.x, a.y), (b.x, b.y)) for a, b in pairs), default=inf)


class Sight:
    """One layer of a plate in one view and one look: all that decides how it is drawn."""

    def __init__(self, art: Art, view: View, layer: str, look: Look, guise: "Guise | None" = None) -> None:
        """`transform` leads from millimetres, y up, to the view's pixels; `area` is the whole view in pixels."""
        self.art, self.view, self.layer, self.look, self.guise = art, view, layer, look, guise
        left, top = view.to_px(0, 0)
        self.transform = QTransform(view.scale, 0, 0, -view.scale, left, top)
        self.area = QRectF(0, 0, view.width, view.height)

    @property
    def is_hasty(self) -> bool:
        """Whether lamp or body are moving: another picture follows at once."""
        return self.art.is_moving or (self.guise is not None and (self.guise.moving or self.guise.sketched))

    @property
    def hotspots(self) -> tuple[Hotspot, ...]:
        """What can be pointed at on the layer, in reading order."""
        return self.art.hotspots(self.layer)

    @cached_property
    def pin_px(self) -> float:
        """How wide a pin is in the view: as the text wants it, but no two overlap."""
        apart = self.art.pins_apart * self.view.scale - PIN_AIR_PX
        return min(pin_width(self.look.text_scale), max(apart, LEAST_PIN_PX))

    @property
    def pin_mm(self) -> float:
        """How wide a pin is on the body."""
        return self.pin_px / self.view.scale

    def box(self, spot: Hotspot) -> QRectF:
        """Where a hotspot lies in the view, in pixels."""
        return self.transform.mapRect(spot.box(self.pin_mm))
