"""The five layers of one plate: for each its relief in mm, its colours, and its lit picture."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

import numpy as np
import soft_tint
import tint
from catalogue import form_of
from forms import Crease
from forms_soft import CREASES
from light import hollows
from numpy.typing import NDArray
from outlines import Outline, coverage
from relief import Placed, Stack, cut_of, empty_stack, line_profile
from skin import height_of_flesh, height_of_skin
from soft import SoftStack, soft_stack
from window import Field, Window, coarser, mean_of_blocks

FLESH_UNDER_SKIN_MM = 14.0
BOTTOM_MM = (-115.0, -95.0)  # where a layer begins to fade into the ground, and where it is whole
BACKING = {"muscle": tint.MUSCLE, "fat": tint.FAT}  # the colour of gaps; elsewhere bone
BONE_UNDER_LIGAMENT = (0.86, 0.81, 0.75)  # the bones, dimmed where ligaments are the subject
TONES = {"fat": 4, "muscle": 4, "ligament": 3, "bone": 2}  # steps of 1/255; texture hides the coarser ones


class Sculpted(NamedTuple):
    """What a layer's light is worked out from, at the pixels of the plate's pictures."""

    height: Field  # mm towards the viewer, NaN where there is nothing
    colour: NDArray[np.uint8]  # (rows, columns, 4), in full light
    openness: NDArray[np.uint8]  # to the sky; 255 is free


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
        """The layer's relief, mm towards the viewer."""
        if layer == "skin":
            return height_of_skin(self.window)
        return self.layers[layer].stack.height

    def sculpted(self, layer: str, factor: int) -> Sculpted:
        """A layer below the skin, `factor` times smaller than the window."""
        stack, colour = self.layers[layer].stack, self.layers[layer].colour[0]
        fade = tint.ground_alpha(stack.body, self.window, BOTTOM_MM)
        free = 1 - hollows(stack.height, stack.body, self.window)
        relief = coarser(stack.height, stack.body, factor)
        openness = np.stack([mean_of_blocks(free, factor), relief.front], -1)
        return Sculpted(
            relief.height,
            tint.to_pixels(colour, fade, factor, TONES[layer]),
            np.asarray(np.rint(openness * 255), np.uint8),
        )


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
        if self.name != "bone":
            stack = soft_stack(stack)
        for number, item in enumerate(self.placed):
            if isinstance(item, Placed):
                stack.lay(item, number, ground)
            else:
                stack.crease(item, crease_of(item), window)
        if self.name in ("muscle", "bone"):
            stack.fill_gaps(ground, window)
        if isinstance(stack, SoftStack):
            stack.fill_trenches(window)
            stack.cut_steps(self.plate.outlines[self.name], window)
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
            return height_of_flesh(window, FLESH_UNDER_SKIN_MM)
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
        for number, item in enumerate(self.placed):
            if isinstance(item, Outline):
                if material := crease_of(item).material:
                    cut = cut_of(item, window, 3.0)
                    tint.mix(colour[cut], material, line_profile(item, crease_of(item).width, window, cut))
            elif isinstance(self.stack, SoftStack):
                soft_tint.paint(self.stack.tissues[number], colour, warmth)
            else:
                tint.paint(item, colour[item.cut], warmth[item.cut])
        if isinstance(self.stack, SoftStack):
            soft_tint.cut_faces(colour, self.stack.face)
        return colour, warmth


def crease_of(outline: Outline) -> Crease:
    """How this crease shows: the first word of the table that its id holds."""
    return next(kind for word, kind in CREASES.items() if word in outline.id)
