"""The five layers of one plate: for each its relief in mm, its colours, and its lit picture."""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

import tint
from forms import Crease, Form
from forms_bone import BONE_FORMS
from forms_soft import CREASES, FAT_FORM, FAT_FORMS, LIGAMENT_FORM, LIGAMENT_FORMS, MUSCLE_FORMS
from light import Manner, lit
from outlines import Outline, coverage
from relief import Placed, Stack, cut_of, line_profile
from skin import height_of_flesh, height_of_skin
from window import Field, Window

FORMS = {"fat": FAT_FORMS, "muscle": MUSCLE_FORMS, "ligament": LIGAMENT_FORMS, "bone": BONE_FORMS}
OTHERWISE = {"fat": FAT_FORM, "ligament": LIGAMENT_FORM}
UNDER_SKIN_MM = {"fat": 2.5, "muscle": 14.0}  # how far a layer's ground lies below the skin
MANNERS = {
    "skin": Manner(wrap=0.40, fill=0.24, sky=0.30, hollow=0.45, cast=0.12, rim=0.16, gloss=0.03),
    "fat": Manner(wrap=0.35, fill=0.22, sky=0.30, hollow=0.55, cast=0.20, rim=0.20, gloss=0.06),
    "muscle": Manner(wrap=0.25, fill=0.22, sky=0.30, hollow=0.60, cast=0.30, rim=0.20, gloss=0.05),
    "ligament": Manner(wrap=0.20, fill=0.22, sky=0.30, hollow=0.75, cast=0.45, rim=0.25, gloss=0.03),
    "bone": Manner(wrap=0.20, fill=0.22, sky=0.30, hollow=0.75, cast=0.45, rim=0.25, gloss=0.03),
}
BOTTOM_MM = {"skin": (-98.0, -56.0)}  # where a layer begins to fade into the ground, and where it is whole
BOTTOM_OTHERWISE_MM = (-116.0, -95.0)
BONE_UNDER_LIGAMENT = 0.86  # the bones' brightness where ligaments are the subject


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

    def height(self, layer: str) -> Field:
        """The layer's relief, mm towards the viewer: the one place that a relief from elsewhere may replace."""
        return height_of_skin(self.silhouette, self.window) if layer == "skin" else self.stack(layer).height

    def body(self, layer: str) -> Field:
        """Where the layer has anything, 0..1."""
        return self.silhouette if layer == "skin" else self.stack(layer).body

    @cache
    def placed(self, layer: str) -> tuple[Placed | Outline, ...]:
        """The layer's forms and creases in paint order; ligaments lie over the bones."""
        forms, otherwise = FORMS[layer], OTHERWISE.get(layer)
        found: list[Placed | Outline] = list(self.placed("bone")) if layer == "ligament" else []
        for seed, outline in enumerate(self.outlines[layer]):
            form = _form(outline.id, forms) or otherwise
            if outline.is_crease:
                found.append(outline)
            elif form:
                found.append(Placed(outline, form, self._strands(layer, outline), 40 * seed, self.window))
        return tuple(found)

    def _strands(self, layer: str, outline: Outline) -> list[NDArray[np.float64]]:
        """The creases that show which way this outline's fibres run."""
        return [
            part
            for crease in self.outlines[layer]
            if crease.is_crease and crease.id.startswith(outline.name) and crease.side == outline.side
            for part in crease.parts
        ]

    @cache
    def stack(self, layer: str) -> Stack:
        """The layer's forms stood on each other."""
        shape = self.window.shape
        nothing = np.full(shape, -60, np.float32)
        stack = Stack(nothing, np.zeros(shape, np.float32), np.full(shape, -1, np.int16))
        ground = self._ground(layer)
        for number, item in enumerate(self.placed(layer)):
            if isinstance(item, Placed):
                stack.lay(item, number, ground)
            else:
                stack.crease(item, crease_of(item), self.window)
        return stack

    def _ground(self, layer: str) -> Field:
        if layer in UNDER_SKIN_MM:
            return height_of_flesh(self.silhouette, self.window, UNDER_SKIN_MM[layer])
        return np.full(self.window.shape, -40, np.float32)

    def picture(self, layer: str, factor: int) -> NDArray[np.uint8]:
        """The layer's finished picture, (rows, columns, 4), `factor` times smaller than the window."""
        body, height = self.body(layer), self.height(layer)
        bright, shine = lit(height, body, self.window, MANNERS[layer])
        if layer == "skin":
            colour, warmth = tint.of(tint.SKIN, self.window.shape)
            glow = tint.scattered(bright, body, self.window, (1.8, 0.8, 0.4))
        else:
            colour, warmth = self.colour(layer)
            glow = bright[..., None]
        picture = tint.shaded(colour, warmth, glow, shine)
        fade = tint.ground_alpha(body, self.window, BOTTOM_MM.get(layer, BOTTOM_OTHERWISE_MM))
        return tint.to_pixels(picture, fade, factor)

    def colour(self, layer: str) -> tuple[Field, Field]:
        """Each pixel's colour in full light and how its shadows warm, (rows, columns, 3)."""
        colour, warmth = tint.of(tint.BONE, self.window.shape)
        bones = len(self.placed("bone")) if layer == "ligament" else 0
        for number, item in enumerate(self.placed(layer)):
            if number == bones and bones:
                colour *= BONE_UNDER_LIGAMENT
            if isinstance(item, Placed):
                tint.paint(item, colour[item.cut], warmth[item.cut])
            elif material := crease_of(item).material:
                cut = cut_of(item, self.window, 3.0)
                tint.mix(colour[cut], material, line_profile(item, crease_of(item).width, self.window, cut))
        return colour, warmth


def crease_of(outline: Outline) -> Crease:
    """How this crease shows: the first word of the table that its id holds."""
    return next(kind for word, kind in CREASES.items() if word in outline.id)


def _form(name: str, forms: dict[str, Form]) -> Form | None:
    """The form of the longest name that the id begins with."""
    names = [known for known in forms if name.startswith(known)]
    return forms[max(names, key=len)] if names else None
