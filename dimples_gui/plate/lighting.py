"""Each layer's picture under any lamp: the shipped one where it holds, else worked out anew from the layer's relief.

All that reckons is imported and read on first use, in threads: a start that nobody moves the lamp in has none of it.
"""

from __future__ import annotations

from threading import Condition, Thread
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.explanation import DRAWN, Explanation, called
from dimples_gui.body.tones import DEFAULT_TONE, TONES, Tone
from dimples_gui.plate.lamp import Lamp
from dimples_gui.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dimples_gui.plate.desk import Desk
    from dimples_gui.plate.lit import Pixels, Surface

    Pictures = Callable[[str], QImage | None]

SKIN = "skin"
KEPT = 2  # lit pictures: those in view


class Guise(NamedTuple):
    """What decides how the body looks, beside the layer."""

    lamp: Lamp = Lamp()
    build: Build = DEFAULT
    tone: Tone = DEFAULT_TONE
    explanation: Explanation = DRAWN

    def on(self, layer: str) -> Guise:
        """As far as it matters for a layer: below the skin there is one body."""
        return self if layer == SKIN else Guise(self.lamp)

    def has_other_skin(self, layer: str) -> bool:
        """Whether the layer is the skin of a body that is not the drawn one."""
        return layer == SKIN and self.build != DEFAULT

    def is_shipped(self, layer: str) -> bool:
        """Whether the shipped picture of a layer shows it so."""
        return self.on(layer) == SHIPPED


SHIPPED = Guise()  # what the shipped pictures show


def guise_of(scene: Scene) -> Guise:
    """The guise that a scene asks for."""
    tone = next((tone for tone in TONES if tone.id == scene.tone), DEFAULT_TONE)
    explanation = DRAWN if scene.build == DEFAULT else called(scene.explanation)  # all draw the same of the default
    return Guise(Lamp(*scene.lamp), scene.build, tone, explanation)


class Lit(NamedTuple):
    """A layer's picture as it was worked out last; `part` of it is under that guise."""

    guise: Guise
    part: QRect
    pixels: Pixels
    image: QImage  # over the same memory


class Lighting:
    """Keeps the layers' surfaces, and of each the picture that was worked out last."""

    def __init__(self, pictures: Pictures) -> None:
        """`pictures` gives the parts that a layer is lit from by name, such as "bone.relief"."""
        self._pictures = pictures
        self._wanted: list[tuple[str, Guise]] = []  # surfaces to be made ready, in this order
        self._worker: Thread | None = None
        self._news = Condition()
        self._surfaces: dict[str, tuple[Guise, Surface] | None] = {}
        self._lit: dict[str, Lit] = {}
        self._desks: dict[int, Desk] = {}
        self._beside: dict[str, Thread] = {}

    def prepare(self, layers: Iterable[str], guise: Guise) -> None:
        """Begin to make ready what these layers' light is worked out from, beside everything else."""
        with self._news:
            self._wanted = [(layer, guise.on(layer)) for layer in layers if not self._has(layer, guise)]
            if self._wanted and not (self._worker and self._worker.is_alive()):
                self._worker = Thread(target=self._work, daemon=True)
                self._worker.start()

    def is_ready(self, layer: str, guise: Guise) -> bool:
        """Whether `picture` need not wait."""
        return guise.is_shipped(layer) or self._has(layer, guise)

    def picture(self, layer: str, guise: Guise, part: QRect) -> QImage | None:
        """A layer's picture, of which at least `part`, in pixels, is lit so; None where there is no relief of it."""
        if beside := self._beside.pop(layer, None):
            beside.join()
        if not self._has(layer, guise):
            self.prepare([layer], guise)
            with self._news:
                self._news.wait_for(lambda: self._has(layer, guise))
        self._light(layer, guise.on(layer), part, 0)
        return self._lit[layer].image if self._surfaces[layer] else None

    def begin(self, layer: str, guise: Guise, part: QRect) -> None:
        """Work a picture out in a thread that `picture` will wait for; two layers take hardly longer than one."""
        if self._has(layer, guise) and layer not in self._beside:
            thread = self._beside[layer] = Thread(
                target=self._light, args=(layer, guise.on(layer), part, 1), daemon=True
            )
            thread.start()

    def _light(self, layer: str, guise: Guise, part: QRect, desk: int) -> None:
        """Work a picture out unless it is there, in the room of the one before, on one of the two desks."""
        kept, before = self._surfaces[layer], self._lit.get(layer)
        if kept is None or (before and before.guise == guise and before.part.contains(part)):
            return
        from dimples_gui.plate.desk import Desk  # noqa: PLC0415  # see above
        from dimples_gui.plate.lit import lit  # noqa: PLC0415

        rows, columns = slice(part.top(), part.bottom() + 1), slice(part.left(), part.right() + 1)
        if before and before.guise._replace(lamp=guise.lamp) != guise:
            before = None  # another body has left its edges in there
        pixels = before.pixels if before else None
        pixels = lit(kept[1], guise.lamp, (rows, columns), self._desks.setdefault(desk, Desk()), pixels)
        with self._news:
            self._lit.pop(layer, None)  # so that the one worked out last stands last
            self._lit[layer] = Lit(guise, part, pixels, before.image if before else _image_over(pixels))
            while len(self._lit) > KEPT:
                self._lit.pop(next(iter(self._lit)))

    def _has(self, layer: str, guise: Guise) -> bool:
        """Whether the layer's surface, that of this body, is there; or known not to be."""
        if layer not in self._surfaces:
            return False
        kept = self._surfaces[layer]
        return kept is None or kept[0]._replace(lamp=guise.lamp) == guise.on(layer)

    def _work(self) -> None:
        """Runs in a thread: make ready what is wanted, one after the other."""
        while True:
            with self._news:
                if not self._wanted:
                    self._worker = None
                    return
                layer, guise = self._wanted.pop(0)
            surface = None
            try:
                surface = _skin(guise) if layer == SKIN else self._sculpted(layer)
            finally:  # nobody waits for ever
                with self._news:
                    self._surfaces[layer] = (guise, surface) if surface else None
                    self._news.notify_all()
            if surface and layer != SKIN:  # which may soon be another body's
                surface.shadows.find_all()

    def _sculpted(self, layer: str) -> Surface | None:
        """The surface of a layer below the skin, from its relief, its colours and how open it is to the sky."""
        from dimples_gui.plate.reliefs import surface_of  # noqa: PLC0415  # see above

        relief, colour, openness = (self._pictures(f"{layer}.{part}") for part in ("relief", "colour", "open"))
        return surface_of(layer, relief, colour, openness) if relief and colour and openness else None


def _skin(guise: Guise) -> Surface:
    """The skin's surface."""
    from dimples_gui.plate.living import skin  # noqa: PLC0415  # see above

    return skin(guise.build, guise.tone, guise.explanation)


def _image_over(pixels: Pixels) -> QImage:
    """A picture that shows these pixels, whatever becomes of them."""
    rows, columns, channels = pixels.shape
    return QImage(pixels.data, columns, rows, columns * channels, QImage.Format.Format_ARGB32_Premultiplied)
