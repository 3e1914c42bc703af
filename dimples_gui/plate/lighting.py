"""Each layer's picture under any lamp: the shipped one where it holds, else worked out anew from the layer's relief.

All that reckons is imported and read on first use, in threads: a start that nobody moves the lamp in has none of it.
"""

from __future__ import annotations

import sys
from itertools import repeat
from threading import Condition, Thread
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.explanation import DRAWN, Explanation, called
from dimples_gui.body.tones import DEFAULT_TONE, TONES, Tone
from dimples_gui.plate.lamp import Lamp
from dimples_gui.scene import Scene
from dimples_gui.workers import begin, is_ending

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from dimples_gui.plate.coarse import Coarse
    from dimples_gui.plate.desk import Desk
    from dimples_gui.plate.lit import Pixels, Surface

    Pictures = Callable[[str], QImage | None]

SKIN = "skin"
MIXED = "mixed"
KEPT = 2  # lit pictures: those in view
COARSE = 2  # pixels of a picture that are one while the lamp moves
LARGE_PX = 120_000  # a part with fewer is lit finely even then


class Guise(NamedTuple):
    """What decides how the body looks, beside the layer."""

    lamp: Lamp = Lamp()
    build: Build = DEFAULT
    tone: Tone = DEFAULT_TONE
    explanation: Explanation = DRAWN
    sketched: bool = False  # less finely, while the body changes
    own: bool = False  # the skin is an author's picture and no living body's, a layer like the others
    moving: bool = False  # less finely, while the lamp moves

    def on(self, layer: str) -> Guise:
        """As far as it matters for a layer: below the skin there is one body."""
        return self if self.is_living(layer) else Guise(self.lamp, own=self.own and layer == SKIN, moving=self.moving)

    @property
    def unlit(self) -> Guise:
        """Whatever the lamp does."""
        return self._replace(lamp=SHIPPED.lamp, moving=False)

    def is_living(self, layer: str) -> bool:
        """Whether the layer is the skin, and that of the scene's body."""
        return layer == SKIN and not self.own

    def has_other_skin(self, layer: str) -> bool:
        """Whether the layer is the skin of a body that is not the drawn one."""
        return self.is_living(layer) and self.build != DEFAULT

    def is_sketch(self, layer: str) -> bool:
        """Whether the layer is the skin of a body that changes."""
        return self.is_living(layer) and self.sketched

    def is_shipped(self, layer: str) -> bool:
        """Whether the picture of a layer that is shipped, or an author's, shows it so."""
        return self.on(layer)._replace(own=False, moving=False) == SHIPPED


SHIPPED = Guise()  # what the shipped pictures show


def guise_of(scene: Scene) -> Guise:
    """The guise that a scene asks for."""
    tone = next((tone for tone in TONES if tone.id == scene.tone), DEFAULT_TONE)
    explanation = DRAWN if scene.build == DEFAULT else called(scene.explanation)  # all draw the same of the default
    return Guise(Lamp(*scene.lamp), scene.build, tone, explanation)


class Lit(NamedTuple):
    """A picture as it was worked out last; `part` of it is so, and the rest as it was before."""

    shows: tuple[object, ...]
    part: QRect
    pixels: Pixels
    image: QImage  # over the same memory


class Lighting:
    """Keeps the layers' surfaces, and the pictures that were worked out last."""

    def __init__(self, pictures: Pictures) -> None:
        """`pictures` gives the parts that a layer is lit from by name, such as "bone.relief"."""
        self._pictures = pictures
        self._wanted: list[tuple[str, Guise]] = []  # surfaces to be made ready, in this order
        self._wanted_coarse: tuple[str, ...] = ()  # first of all; they are made of those
        self._worker: Thread | None = None
        self._news = Condition()
        self._surfaces: dict[str, tuple[Guise, Surface] | None] = {}
        self._coarse: dict[str, tuple[Surface, Coarse]] = {}  # of what they are
        self._lit: dict[tuple[str, int], Lit] = {}
        self._desk: Desk | None = None

    def prepare(self, layers: Iterable[str], guise: Guise) -> None:
        """Begin to make ready what these layers' light is worked out from, beside everything else."""
        with self._news:
            self._wanted = [(layer, guise.on(layer).unlit) for layer in layers if not self._has(layer, guise)]
            if self._wanted:
                self._see_to_work()

    def is_ready(self, layer: str, guise: Guise) -> bool:
        """Whether `picture` need not wait."""
        return guise.is_shipped(layer) or self._has(layer, guise)

    def can_light(self, layer: str, guise: Guise) -> bool:
        """Whether there is a relief of a layer; waits until that is known."""
        self._wait_for(layer, guise)
        return self._surfaces[layer] is not None

    def picture(self, layer: str, guise: Guise, part: QRect) -> QImage | None:
        """A layer's picture, of which at least `part`, in pixels, is lit so; None where there is no relief of it.

        While the lamp moves a large one may have half as many pixels each way; `part` counts those that it has at rest.
        """
        own = guise.on(layer)
        return self._picture(layer, {layer: 1.0}, guise, part, (own.unlit, own.lamp))

    def mixed(self, upper: str, lower: str, share: float, guise: Guise, part: QRect) -> QImage | None:
        """The same of two layers of which `share` of the lower one is seen; None where there is no relief of both."""
        shows = (upper, lower, guise.unlit), guise.lamp, share
        return self._picture(MIXED, {upper: 1 - share, lower: share}, guise, part, shows)

    def _picture(
        self, name: str, layers: dict[str, float], guise: Guise, part: QRect, shows: tuple[object, ...]
    ) -> QImage | None:
        """What is shown of some layers, so much of each; in the room of the last one under that name.

        The first of what it shows decides where it is anything at all: what is there may be painted over.
        """
        for layer in layers:
            self._wait_for(layer, guise)
        surfaces = [kept[1] for layer in layers if (kept := self._surfaces[layer])]
        if len(surfaces) < len(layers):
            return None
        coarse = self._coarse_of(layers) if guise.moving and part.width() * part.height() > LARGE_PX else []
        px = COARSE if coarse else 1
        before = self._lit.pop((name, px), None)
        part = _at_half(part) if coarse else part
        if before and before.shows == shows and before.part.contains(part):
            self._lit[name, px] = before  # so that the one used last stands last
            return before.image
        from dimples_gui.plate.desk import Desk  # noqa: PLC0415  # see above
        from dimples_gui.plate.lit import paint, share_of  # noqa: PLC0415

        shares = list(map(share_of, coarse or surfaces, repeat(guise.lamp), layers.values()))
        if before is None or before.shows[0] != shows[0]:
            before = _blank(*shares[0].surface.shape, shows)  # another body has left its edges in there
        self._desk = self._desk or Desk()
        rows, columns = slice(part.top(), part.bottom() + 1), slice(part.left(), part.right() + 1)
        paint(shares, (rows, columns), self._desk, before.pixels)
        self._lit[name, px] = before._replace(shows=shows, part=part)
        while len(self._lit) > KEPT:
            self._lit.pop(next(iter(self._lit)))
        return before.image

    def _coarse_of(self, layers: Collection[str]) -> list[Coarse]:
        """Layers' surfaces at half the resolution; none as long as they are being made."""
        with self._news:
            found = [
                kept[1] for layer in layers if (kept := self._coarse.get(layer)) and self._is_in_use(layer, kept[0])
            ]
            if len(found) < len(layers) and not self._wanted_coarse:
                self._wanted_coarse = tuple(layers)
                self._see_to_work()
        return found if len(found) == len(layers) else []

    def _is_in_use(self, layer: str, surface: Surface) -> bool:
        """Whether a layer has still this surface."""
        own = self._surfaces.get(layer)
        return own is not None and own[1] is surface

    def _wait_for(self, layer: str, guise: Guise) -> None:
        """Until a layer's surface is ready, or is known not to be."""
        if not self._has(layer, guise):
            self.prepare([layer], guise)
            with self._news:
                self._news.wait_for(lambda: self._has(layer, guise))

    def _has(self, layer: str, guise: Guise) -> bool:
        """Whether the layer's surface, that of this body, is there; or known not to be."""
        if layer not in self._surfaces:
            return False
        kept = self._surfaces[layer]
        return kept is None or kept[0] == guise.on(layer).unlit

    def _see_to_work(self) -> None:
        """There is something to be done: whoever asks for it has the news."""
        if not (self._worker and self._worker.is_alive()):
            self._worker = begin(self._work)

    def _work(self) -> None:
        """Runs in a thread: make ready what is wanted, one after the other, then the shadows from all sides."""
        shadows: list[Iterator[None]] = []
        while True:
            with self._news:
                if is_ending() or not (self._wanted or shadows or self._wanted_coarse):
                    self._worker = None
                    return
                coarse = self._wanted_coarse
                wanted = self._wanted.pop(0) if self._wanted and not coarse else None
            if coarse:
                self._make_coarse(coarse)
            elif wanted is None:
                if next(shadows[0], self) is self:  # from one side at each turn: who turns the lamp waits for no more
                    shadows.pop(0)
                    _give_back()
            elif surface := self._prepared(*wanted):
                shadows.append(surface.shadows.find_each())

    def _prepared(self, layer: str, guise: Guise) -> Surface | None:
        """Make a surface ready; it is given back if it is worth while to find its shadows from all sides."""
        surface, is_first = None, layer not in self._surfaces
        try:
            surface = _skin(guise) if guise.is_living(layer) else self._sculpted(layer)
        finally:  # nobody waits for ever
            with self._news:
                self._surfaces[layer] = (guise, surface) if surface else None
                self._news.notify_all()
        if is_first or layer == SKIN:
            _give_back()
        return None if layer == SKIN else surface  # the skin may soon be another body's

    def _make_coarse(self, layers: Iterable[str]) -> None:
        """Make these layers' surfaces at half the resolution, and let others go: two at most are in view."""
        from dimples_gui.plate.coarse import Coarse  # noqa: PLC0415  # see above

        made = {}
        for layer in layers:
            if own := self._surfaces[layer]:
                kept = self._coarse.get(layer)
                made[layer] = kept if kept and kept[0] is own[1] else (own[1], Coarse(own[1]))
        _give_back()
        with self._news:
            self._coarse, self._wanted_coarse = made, ()

    def _sculpted(self, layer: str) -> Surface | None:
        """The surface of a layer below the skin, from its relief, its colours and how open it is to the sky."""
        from dimples_gui.plate.reliefs import surface_of  # noqa: PLC0415  # see above

        relief, colour, openness = (self._pictures(f"{layer}.{part}") for part in ("relief", "colour", "open"))
        return surface_of(layer, relief, colour, openness) if relief and colour and openness else None


def _skin(guise: Guise) -> Surface:
    """The skin's surface."""
    from dimples_gui.plate.living import skin  # noqa: PLC0415  # see above

    return skin(guise.build, guise.tone, guise.explanation)


def _give_back() -> None:
    """Hand freed memory back to the system: after large pictures were reckoned with, glibc keeps tens of MB.

    Qt for Python reads the source of every module that is imported, and Python keeps it: 10 MB that nobody reads again.
    """
    import linecache  # noqa: PLC0415  # which Qt for Python has loaded

    linecache.clearcache()
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  # which NumPy has loaded

        if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
            trim(0)


def _at_half(part: QRect) -> QRect:
    """Where a part lies in a picture with half as many pixels each way, with some more to interpolate from."""
    from dimples_gui.plate.lit import COLUMNS, ROWS  # noqa: PLC0415  # see above

    whole = QRect(0, 0, COLUMNS // COARSE, ROWS // COARSE)
    half = QRect(part.left() // COARSE, part.top() // COARSE, part.width() // COARSE + 1, part.height() // COARSE + 1)
    return half.adjusted(-COARSE, -COARSE, COARSE, COARSE).intersected(whole)


def _blank(rows: int, columns: int, shows: tuple[object, ...]) -> Lit:
    """Nothing yet, and the picture that shows its pixels, whatever becomes of them."""
    import numpy as np  # noqa: PLC0415  # see above

    pixels = np.zeros((rows, columns, 4), np.uint8)
    image = QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_ARGB32_Premultiplied)
    return Lit(shows, QRect(), pixels, image)
