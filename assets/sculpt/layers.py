"""The five layers of one plate: for each its relief in mm, its colours, and its lit picture."""

from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np
import tint
from forms import Crease, Form
from forms_bone import BONE_FORMS
from forms_soft import CREASES, FAT_FORMS, LIGAMENT_FORMS, MUSCLE_FORMS
from light import Manner, lit
from numpy.typing import NDArray
from outlines import Outline, coverage
from relief import Placed, Stack, cut_of, empty_stack, line_profile
from skin import height_of_flesh, height_of_skin
from window import Field, Window

FORMS = {"fat": FAT_FORMS, "muscle": MUSCLE_FORMS, "ligament": LIGAMENT_FORMS, "bone": BONE_FORMS}
FLESH_UNDER_SKIN_MM = 14.0
MANNERS = {
    "skin": Manner(wrap=0.30, fill=0.26, sky=0.27, hollow=0.5, cast=0.15, rim=0.08, gloss=0.05),
    "fat": Manner(wrap=0.42, fill=0.30, sky=0.32, hollow=0.55, cast=0.45, rim=0.12, gloss=0.05),
    "muscle": Manner(wrap=0.28, fill=0.28, sky=0.30, hollow=0.60, cast=0.30, rim=0.14, gloss=0.05),
    "ligament": Manner(wrap=0.20, fill=0.22, sky=0.30, hollow=0.75, cast=0.45, rim=0.25, gloss=0.03),
    "bone": Manner(wrap=0.20, fill=0.22, sky=0.30, hollow=0.75, cast=0.45, rim=0.25, gloss=0.03),
}
BOTTOM_MM = {"skin": (-98.0, -56.0)}  # where a layer begins to fade into the ground, and where it is whole
BOTTOM_OTHERWISE_MM = (-115.0, -95.0)
BACKING = {"muscle": tint.MUSCLE, "fat": tint.FAT}  # the colour of gaps; elsewhere bone
BONE_UNDER_LIGAMENT = (0.86, 0.81, 0.75)  # the bones, dimmed where ligaments are the subject
TONES = {
    "skin": 1,
    "fat": 4,
    "muscle": 4,
    "ligament": 3,
    "bone": 2,
}  # steps of 1/255; texture hides the coarser ones


@dataclass(eq=False)
class Plate:
    """The outlines of all layers on one raster."""

    outlines: dict[str, list[Outline]]
    window: Window

    @cached_property
    def silhouette(self) -> Field:
        """The skin's outline, filled."""
        surface = next(outline for outline in self.outlines["skin"] if outline.id == "skin-surface")
        return coverage(surface, self.window)

    @cached_property
    def layers(self) -> dict[str, "Layer"]:
        """The layers by name."""
        return {name: Layer(name, self) for name in self.outlines}

    def height(self, layer: str) -> Field:
        """The layer's relief, mm towards the viewer: the one place that a relief from elsewhere may replace."""
        if layer == "skin":
            return height_of_skin(self.silhouette, self.window)
        return self.layers[layer].stack.height

    def body(self, layer: str) -> Field:
        """Where the layer has anything, 0..1."""
        return self.silhouette if layer == "skin" else self.layers[layer].stack.body

    def picture(self, layer: str, factor: int) -> NDArray[np.uint8]:
        """The layer's finished picture, (rows, columns, 4), `factor` times smaller than the window."""
        body = self.body(layer)
        bright, shine = lit(self.height(layer), body, self.window, MANNERS[layer])
        if layer == "skin":
            colour, warmth = tint.living_skin(self.window)
            glow = tint.scattered(bright, body, self.window, (1.5, 0.6, 0.3))
        else:
            colour, warmth = self.layers[layer].colour
            glow = bright[..., None]
        picture = tint.shaded(colour, warmth, glow, shine)
        fade = tint.ground_alpha(body, self.window, BOTTOM_MM.get(layer, BOTTOM_OTHERWISE_MM))
        return tint.to_pixels(picture, fade, factor, TONES[layer])


@dataclass(eq=False)
class Layer:
    """One layer below the skin: its outlines stood up as forms, and coloured."""

    name: str
    plate: Plate

    @cached_property
    def placed(self) -> list[Placed | Outline]:
        """The layer's forms and creases in paint order."""
        found: list[Placed | Outline] = []
        for outline in self.plate.outlines[self.name]:
            if outline.is_crease:
                found.append(outline)
            else:
                form = form_of(outline.id, self.name)
                found.append(
                    Placed(outline, form, self._strands(outline), crc32(outline.id.encode()), self.plate.window)
                )
        return found

    def _strands(self, outline: Outline) -> list[NDArray[np.float64]]:
        """The creases that show which way this outline's fibres run."""
        return [
            part
            for crease in self.plate.outlines[self.name]
            if crease.is_crease and crease.id.startswith(outline.name) and outline.side in (0, crease.side)
            for part in crease.parts
        ]

    @cached_property
    def stack(self) -> Stack:
        """The forms stood on each other; ligaments on the bones."""
        window, ground = self.plate.window, self._ground()
        stack = self._bones.stack.copied() if self.name == "ligament" else empty_stack(window)
        for number, item in enumerate(self.placed):
            if isinstance(item, Placed):
                stack.lay(item, number, ground)
            else:
                stack.crease(item, crease_of(item), window)
        if self.name in ("muscle", "bone"):
            stack.fill_gaps(ground, window)
        return stack

    @property
    def _bones(self) -> "Layer":
        return self.plate.layers["bone"]

    def _ground(self) -> Field:
        """What a form without depths of its own stands on, mm."""
        window = self.plate.window
        if self.name == "fat":
            return self.plate.height("skin")
        if self.name == "muscle":
            return height_of_flesh(self.plate.silhouette, window, FLESH_UNDER_SKIN_MM)
        if self.name == "ligament":
            return self._bones.stack.spanned(window)
        return np.full(window.shape, -40, np.float32)

    @cached_property
    def colour(self) -> tuple[Field, Field]:
        """Each pixel's colour in full light and how its shadows warm, (rows, columns, 3)."""
        window = self.plate.window
        if self.name == "ligament":
            colour, warmth = (field.copy() for field in self._bones.colour)
            colour *= np.array(BONE_UNDER_LIGAMENT, np.float32)
        else:
            colour, warmth = tint.of(BACKING.get(self.name, tint.BONE), window.shape)
        for item in self.placed:
            if isinstance(item, Placed):
                tint.paint(item, colour[item.cut], warmth[item.cut])
            elif material := crease_of(item).material:
                cut = cut_of(item, window, 3.0)
                tint.mix(colour[cut], material, line_profile(item, crease_of(item).width, window, cut))
        return colour, warmth


def crease_of(outline: Outline) -> Crease:
    """How this crease shows: the first word of the table that its id holds."""
    return next(kind for word, kind in CREASES.items() if word in outline.id)


def form_of(name: str, layer: str) -> Form:
    """The form of the longest name that the id begins with. Raises ValueError for an outline nobody has formed."""
    names = [known for known in FORMS[layer] if name.startswith(known)]
    if not names:
        raise ValueError(f"no form for the outline {name!r} on the layer {layer}: add it to the layer's forms")
    return FORMS[layer][max(names, key=len)]
