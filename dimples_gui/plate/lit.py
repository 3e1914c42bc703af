"""The one lighting equation: from a layer's relief, its colours and the lamp to its picture.

A point's brightness is what the lamp gives it (less where something stands in the way), what the sky gives it, more
from above, and what a pale wall across from the lamp throws back; all less where a hollow is closed in. Shadows keep
their colour and warm a little: dark red, not black.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.shadows import Shadows, halved

Field: TypeAlias = NDArray[np.float32]
Pixels: TypeAlias = NDArray[np.uint8]  # (rows, columns, 4): blue, green, red, opacity, as Qt has them in memory
Whole: TypeAlias = NDArray[np.int16]  # a share in 32767ths: half the memory, and finer than any eye

LEFT_MM, TOP_MM, ROWS, COLUMNS = -170.0, 190.0, 610, 680  # of every relief and picture of the plate
PX_MM = 2  # pixels a millimetre
STEPS_MM, LOWEST_MM = 500, -65.0  # a relief is kept in so many steps a millimetre, from there upwards; 0 is nothing
ONE = 32767
CLIFF = 4.0  # where the slope changes by more from one pixel to the next, two different forms meet
DARKEST = 0.06  # paper never goes quite black
BRIGHTEST = 1.3  # that the table of tones knows
FILL_LIFT = 0.6  # of the wall's light, that comes from in front; the rest from across
TONES = 1024


class Manner(NamedTuple):
    """How a layer takes the light; shares from 0 to 1."""

    wrap: float  # how far light creeps round the form: 0 is stone, 1 is wax
    fill: float  # light that a wall across from the lamp throws back
    sky: float  # light from everywhere, more from above
    hollow: float  # how dark closed hollows get
    cast: float  # how dark a thrown shadow is
    rim: float  # how much darker the form gets where it turns away
    gloss: float  # a broad soft highlight
    warmth: tuple[float, float, float]  # each channel's share of a shadow; red less than blue is warm


MANNERS = {
    "skin": Manner(0.30, 0.26, 0.27, 0.50, 0.30, 0.10, 0.05, (0.84, 1.12, 1.24)),
    "fat": Manner(0.42, 0.30, 0.32, 0.55, 0.45, 0.12, 0.05, (0.82, 1.11, 1.32)),
    "muscle": Manner(0.28, 0.28, 0.30, 0.60, 0.40, 0.14, 0.06, (0.83, 1.12, 1.14)),
    "ligament": Manner(0.20, 0.22, 0.30, 0.75, 0.50, 0.22, 0.03, (0.91, 1.08, 1.20)),
    "bone": Manner(0.20, 0.22, 0.30, 0.75, 0.50, 0.22, 0.03, (0.92, 1.09, 1.28)),
}


class Surface:
    """All of a layer's look that does not depend on the lamp, prepared once."""

    def __init__(self, height: Field, colour: Pixels, openness: Pixels, manner: Manner) -> None:
        """Heights in mm, NaN where there is nothing; colours in full light; how open to the sky, 255 is free."""
        self.manner = manner
        there = ~np.isnan(height)
        full = spread_out(height, there)
        normal = _steady_at_edges(normals(full), there)
        self.x, self.y, self.z = (_whole(part) for part in normal)
        free = 1 - np.float32(manner.hollow) * (1 - openness.astype(np.float32) / 255)
        turned = 1 - np.float32(manner.rim) * (1 - normal[2]) ** 2
        self.sky = _whole(free * turned)  # of the light from everywhere
        self.key = _whole((0.5 + 0.5 * free) * turned)  # of the lamp's
        self.colour = premultiplied(colour)
        self.tones = tones(manner.warmth)
        self.shadows = Shadows(halved(full, there))

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.x.shape[0], self.x.shape[1]


def lit(surface: Surface, lamp: Lamp) -> Pixels:
    """The layer's picture under a lamp, its colours already weighted by opacity."""
    return _toned(_brightness(surface, lamp), surface)


def _brightness(surface: Surface, lamp: Lamp) -> Field:
    """How bright each point is, in steps of the table of tones."""
    manner, (to_x, to_y, to_z) = surface.manner, lamp.direction
    one, scale = np.float32(ONE), np.float32((TONES - 1) / BRIGHTEST)
    across = surface.x * np.float32(to_x / ONE)
    other = surface.y * np.float32(to_y / ONE)
    across += other  # how far it faces the lamp's side
    towards = np.multiply(surface.z, np.float32(to_z / ONE))
    towards += across  # the cosine between the surface and the lamp
    shine = surface.z * np.float32(1 / ONE)
    shine += towards
    shine *= np.float32(1 / np.sqrt(2 + 2 * to_z))  # between the surface and halfway from the lamp to the viewer
    # the sky and the wall
    level = max((to_x**2 + to_y**2) ** 0.5, 1e-6)
    across *= np.float32(-manner.fill * (1 - FILL_LIFT) / level)
    np.multiply(surface.z, np.float32(manner.fill * 0.36 / ONE), out=other)
    across += other
    np.multiply(surface.y, np.float32(manner.sky * 0.3 / ONE), out=other)
    across += other
    across += np.float32(manner.sky * 0.7 + manner.fill * 0.4)
    across *= surface.sky
    # the lamp
    towards += np.float32(manner.wrap)
    np.clip(towards, 0, 2, out=towards)
    towards *= np.float32((1 - manner.sky - manner.fill * 0.5) * 1.12 / (1 + manner.wrap))
    np.clip(shine, 0, 1, out=shine)
    for _ in range(3):
        shine *= shine
    shine *= np.float32(manner.gloss)
    towards += shine
    towards *= surface.key
    towards *= surface.shadows.light(lamp, manner.cast)
    towards += across
    towards *= scale / one
    return towards


def _toned(bright: Field, surface: Surface) -> Pixels:
    """The colours in that light."""
    np.clip(bright, 0, TONES - 1, out=bright)
    tone = surface.tones.take(bright.astype(np.intp)).view(np.uint8).reshape(surface.colour.shape)
    product = np.multiply(tone, surface.colour, dtype=np.uint16)
    product += np.uint16(255)  # full colour in full light stays what it is
    return (product >> np.uint16(8)).astype(np.uint8)


def tones(warmth: tuple[float, float, float]) -> NDArray[np.uint32]:
    """For each step of brightness what it leaves of blue, green, red and opacity, packed."""
    table = np.full((TONES, 4), 255, np.uint8)
    for channel, share in enumerate(reversed(warmth)):
        steps = (DARKEST + BRIGHTEST * step / (TONES - 1) for step in range(TONES))
        table[:, channel] = [min(round(255 * bright**share), 255) for bright in steps]
    return table.view(np.uint32).reshape(TONES)


def from_steps(steps: NDArray[np.uint16]) -> Field:
    """Heights in mm from a relief as it is kept, NaN where there is nothing."""
    height = steps.astype(np.float32) / np.float32(STEPS_MM) + np.float32(LOWEST_MM)
    height[steps == 0] = np.nan
    return height


def to_steps(height: Field) -> NDArray[np.uint16]:
    """Heights in mm as a relief is kept."""
    steps = np.clip(np.rint((height - LOWEST_MM) * STEPS_MM), 1, 65535)
    return np.where(np.isnan(height), 0, steps).astype(np.uint16)


def normals(height: Field) -> tuple[Field, Field, Field]:
    """Unit normals of a relief in mm: x to the right, y up, z towards the viewer."""
    dx, dy = _slope(height, 1), -_slope(height, 0)
    z = 1 / np.sqrt(dx * dx + dy * dy + 1)
    return -dx * z, -dy * z, z


def _slope(height: Field, axis: int) -> Field:
    """The rise a millimetre. At a cliff the gentler side's slope counts, so that no seam lights up."""
    step = np.diff(height, axis=axis)
    edge = np.zeros_like(np.take(step, [0], axis))
    before, after = np.concatenate([edge, step], axis), np.concatenate([step, edge], axis)
    gentle = np.where(np.abs(before) < np.abs(after), before, after)
    is_cliff = np.abs(before - after) * PX_MM > CLIFF
    return np.asarray(np.where(is_cliff, gentle, (before + after) / 2) * PX_MM, np.float32)


def spread_out(height: Field, there: NDArray[np.bool_], rounds: int = 3) -> Field:
    """The relief with some pixels more around it, each as high as its neighbours; far out it is as low as can be."""
    full = np.where(there, height, 0).astype(np.float32)
    known = there.astype(np.float32)
    lowest = full[there].min() if there.any() else np.float32(0)
    for _ in range(rounds):
        around, count = _of_neighbours(full * known), _of_neighbours(known)
        new = (known == 0) & (count > 0)
        full = np.where(new, around / np.maximum(count, 1), full).astype(np.float32)
        known = np.where(new, np.float32(1), known)
    return np.where(known > 0, full, lowest).astype(np.float32)


def _of_neighbours(values: Field) -> Field:
    """The sum of the four neighbours."""
    wide = np.pad(values, 1)
    return np.asarray(wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:], np.float32)


def _steady_at_edges(normal: tuple[Field, Field, Field], there: NDArray[np.bool_]) -> tuple[Field, Field, Field]:
    """At the body's very edge the slope is not known: the normals a little inside hold there and beyond too."""
    wide = np.pad(there, 1)
    inner = there & wide[:-2, 1:-1] & wide[2:, 1:-1] & wide[1:-1, :-2] & wide[1:-1, 2:]
    x, y, z = (spread_out(part, inner) for part in normal)
    return x, y, z


def premultiplied(colour: Pixels) -> Pixels:
    """Each colour weighted by its opacity, rounded."""
    weighted = colour[..., :3].astype(np.uint16) * colour[..., 3:]
    return np.concatenate([((weighted + 127) // 255).astype(np.uint8), colour[..., 3:]], -1)


def _whole(share: Field) -> Whole:
    return np.rint(share * np.float32(ONE)).astype(np.int16)
