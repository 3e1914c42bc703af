"""The plate's pictures, ink and hotspots by layer, each made when it is first needed."""

from collections.abc import Callable, Iterator
from math import floor
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QTransform

from dimples_gui.atlas.model import LAYERS, Atlas, Outline
from dimples_gui.plate.frame import View
from dimples_gui.plate.hotspots import Hotspot, on_layer, pin_width
from dimples_gui.plate.ink import Stroke, strokes_of
from dimples_gui.theme import Look

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

    def __init__(self, atlas: Atlas, pictures: Pictures) -> None:
        """`pictures` gives a layer's picture, covering the plate's window; it is called from a thread of its own."""
        self.atlas = atlas
        self.plate = atlas.plate
        self.layers = atlas.plate.layers or LAYERS[:1]
        self._pictures = pictures
        self._loading: dict[str, Thread] = {}
        self._loaded: dict[str, QImage | None] = {}
        self._ink: dict[str, tuple[Stroke, ...]] = {}
        self._hotspots: dict[str, tuple[Hotspot, ...]] = {}

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

    def prefetch(self, layer: str) -> None:
        """Begin to load a picture beside what else is to be done; decoding takes longer than the whole first paint."""
        if layer not in self._loaded and layer not in self._loading:
            thread = Thread(target=self._load, args=(layer,), daemon=True)
            self._loading[layer] = thread
            thread.start()

    def picture(self, layer: str) -> QImage | None:
        """The layer's picture, ready to be painted; None where there is none."""
        if layer not in self._loaded:
            self.prefetch(layer)
            self._loading.pop(layer).join()
        return self._loaded.get(layer)

    def _load(self, layer: str) -> None:
        """Runs in a thread."""
        picture = self._pictures(layer)
        if picture is not None and not picture.isNull():
            self._loaded[layer] = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        else:
            self._loaded[layer] = None

    def outlines(self, layer: str) -> tuple[Outline, ...]:
        """The layer's outlines in paint order."""
        return tuple(outline for outline in self.plate.outlines if outline.layer == layer)

    def ink(self, layer: str) -> tuple[Stroke, ...]:
        """What is seen of the layer's outlines."""
        if layer not in self._ink:
            self._ink[layer] = tuple(strokes_of(self.outlines(layer), self.plate))
        return self._ink[layer]

    def find_all_ink(self) -> Iterator[None]:
        """Find the ink of all layers, one stroke at each step, so that the first sight of a layer is quick too."""
        for layer in self.layers:
            found = []
            if layer not in self._ink:
                for stroke in strokes_of(self.outlines(layer), self.plate):
                    found.append(stroke)
                    yield
                self._ink.setdefault(layer, tuple(found))

    def hotspots(self, layer: str) -> tuple[Hotspot, ...]:
        """What can be pointed at on a layer, in reading order."""
        if layer not in self._hotspots:
            outlines = {outline.id: outline for outline in self.plate.outlines}
            plate = self.plate
            window = QRectF(plate.left, plate.bottom, plate.width, plate.height)
            self._hotspots[layer] = on_layer(self.atlas.entries, outlines, layer, window)
        return self._hotspots[layer]


class Sight:
    """One layer of a plate in one view and one look: all that decides how it is drawn."""

    def __init__(self, art: Art, view: View, layer: str, look: Look) -> None:
        """`transform` leads from millimetres, y up, to the view's pixels; `area` is the whole view in pixels."""
        self.art, self.view, self.layer, self.look = art, view, layer, look
        left, top = view.to_px(0, 0)
        self.transform = QTransform(view.scale, 0, 0, -view.scale, left, top)
        self.area = QRectF(0, 0, view.width, view.height)

    @property
    def hotspots(self) -> tuple[Hotspot, ...]:
        """What can be pointed at on the layer, in reading order."""
        return self.art.hotspots(self.layer)

    @property
    def pin_px(self) -> float:
        """How wide a pin is in the view."""
        return pin_width(self.look.text_scale)

    @property
    def pin_mm(self) -> float:
        """How wide a pin is on the body."""
        return self.pin_px / self.view.scale

    def box(self, spot: Hotspot) -> QRectF:
        """Where a hotspot lies in the view, in pixels."""
        return self.transform.mapRect(spot.box(self.pin_mm))
