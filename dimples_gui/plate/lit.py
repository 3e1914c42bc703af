"""The one lighting equation: from a layer's relief, its colours and the lamp to its picture.

A point's brightness is what the lamp gives it (less where something stands in the way), what the sky gives it, more
from above, and what a pale wall across from the lamp throws back; all less where a hollow is closed in. Shadows keep
their colour and warm a little: dark red, not black.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dimples_gui.plate.desk import Desk, Part, common, counted_from
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.shadows import Shadows, halved

Field: TypeAlias = NDArray[np.float32]
Pixels: TypeAlias = NDArray[np.uint8]  # (rows, columns, 4): blue, green, red, opacity, as Qt has them in memory
Normals: TypeAlias = tuple[Field, Field, Field]  # x to the right, y up, z towards the viewer
Whole: TypeAlias = NDArray[np.int16]  # a share in 32767ths: half the memory, and finer than any eye

TOP_MM, ROWS, COLUMNS = 190.0, 610, 680  # of every relief and picture of the plate
PX_MM = 2  # pixels a millimetre
STEPS_MM, LOWEST_MM = 500, -65.0  # a relief is kept in so many steps a millimetre, from there upwards; 0 is nothing
ONE = 32767
STEEP = 2.0  # the square of a rise above which it counts less than a gentler one beside it
DARKEST = 0.06  # paper never goes quite black
BRIGHTEST = 1.3  # that the table of tones knows
GAIN = 1.12  # of the lamp, over what sky and wall leave it
FILL_LIFT = 0.6  # of the wall's light, that comes from in front; the rest from across
TONES = 1024
BAND = 128  # rows lit at once: what they need stays near the processor
HALO = 4  # rows around these that their normals are found from
SHOULDER = 0.84  # up to this a picture is as bright as the light


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
    """All of a layer's look that does not depend on the lamp, prepared once; only as far as there is anything."""

    def __init__(self, height: Field, colour: Pixels, openness: Pixels, manner: Manner) -> None:
        """Heights in mm, NaN where there is nothing; colours in full light.

        `openness` is (rows, columns, 2): how open to the sky, 255 is free; of a pixel on a cliff, how much of it is in
        front, elsewhere 255.
        """
        self.manner = manner
        self.shape = height.shape[0], height.shape[1]
        self.box = box = _box_of(colour[..., 3] > 0)
        room = box[0].stop - box[0].start, box[1].stop - box[1].start
        self.x, self.y, self.z, self.free, self.sky = (np.empty(room, np.int16) for _ in range(5))
        for top in range(box[0].start, box[0].stop, BAND):
            self._prepare(slice(top, min(top + BAND, box[0].stop)), height, openness)
        self.colour = premultiplied(colour[box])
        self.tones = tones(manner.warmth)
        self.shadows = Shadows(halved(height))

    def _prepare(self, rows: slice, height: Field, openness: Pixels) -> None:
        """Work out some rows; what that needs beside them never grows large."""
        start, stop = max(rows.start - HALO, 0), min(rows.stop + HALO, self.shape[0])
        manner, within = self.manner, (slice(rows.start - start, rows.stop - start), self.box[1])
        heights, front = height[start:stop], openness[start:stop, :, 1] / np.float32(255)
        x, y, z = (part[within] for part in shared_at_cliffs(normals(heights), heights, np.asarray(front, np.float32)))
        shade = 1 - openness[rows, self.box[1], 0] / np.float32(255)
        free = (1 - np.float32(manner.hollow) * shade) * (1 - np.float32(manner.rim) * (1 - z) ** 2)
        wall = np.float32(manner.fill) * (np.float32(0.4) + np.float32(0.6 * FILL_LIFT) * z)
        overhead = np.float32(manner.sky) * (np.float32(0.7) + np.float32(0.3) * y)
        kept = counted_from(self.box, (rows, self.box[1]))
        for whole, share in (
            (self.x, x),
            (self.y, y),
            (self.z, z),
            (self.free, free),
            (self.sky, free * (overhead + wall)),
        ):
            whole[kept] = np.rint(share * np.float32(ONE))


def lit(
    surface: Surface, lamp: Lamp, part: Part | None = None, desk: Desk | None = None, onto: Pixels | None = None
) -> Pixels:
    """The layer's picture under a lamp, its colours already weighted by opacity: whole, or anew in a part of `onto`."""
    picture = np.zeros((*surface.shape, 4), np.uint8) if onto is None else onto
    rows, columns = common(part, surface.box) if part else surface.box
    desk = desk or Desk()
    for top in range(rows.start, rows.stop, BAND) if columns.start < columns.stop else ():
        band = slice(top, min(top + BAND, rows.stop)), columns
        bright = _brightness(surface, lamp, band, desk)
        _tone(bright, surface.tones, surface.colour[counted_from(surface.box, band)], desk, picture[band])
    return picture


def _brightness(surface: Surface, lamp: Lamp, seen: Part, desk: Desk) -> Field:
    """How bright each point of a part is, in steps of the table of tones."""
    manner, (to_x, to_y, to_z), one = surface.manner, lamp.direction, 1 / ONE
    within = counted_from(surface.box, seen)
    x, y, z, free, sky = (part[within] for part in (surface.x, surface.y, surface.z, surface.free, surface.sky))
    across, towards, shine = (desk.sheet(name, x.shape, np.float32) for name in ("across", "towards", "shine"))
    np.multiply(x, np.float32(to_x * one), out=across)
    across += np.multiply(y, np.float32(to_y * one), out=shine)
    np.multiply(z, np.float32(to_z * one), out=towards)
    towards += across  # the cosine between the surface and the lamp
    np.multiply(z, np.float32(one), out=shine)
    shine += towards
    shine *= np.float32((2 + 2 * to_z) ** -0.5)  # between the surface and halfway from the lamp to the viewer
    np.clip(shine, 0.1, 1, out=shine)  # not from 0: numbers too small for a processor make it slow
    for _ in range(3):
        shine *= shine
    shine *= np.float32(manner.gloss)
    towards += np.float32(manner.wrap)
    np.clip(towards, 0, 2, out=towards)
    towards *= np.float32((1 - manner.sky - manner.fill * 0.5) * GAIN / (1 + manner.wrap))
    towards += shine
    towards *= surface.shadows.light(lamp, manner.cast, seen, desk)
    across *= np.float32(-manner.fill * (1 - FILL_LIFT) / max((to_x**2 + to_y**2) ** 0.5, 1e-6))
    towards += across  # the wall stands across from the lamp
    towards *= free
    towards += sky
    towards *= np.float32((TONES - 1) / BRIGHTEST * one)
    return towards


def _tone(bright: Field, table: NDArray[np.uint32], colour: Pixels, desk: Desk, picture: Pixels) -> None:
    """Paint colours in that light."""
    np.clip(bright, 0, TONES - 1, out=bright)
    step = desk.sheet("step", bright.shape, np.intp)
    np.copyto(step, bright, casting="unsafe")
    tone = desk.sheet("tone", bright.shape, np.uint32)
    table.take(step, out=tone, mode="clip")  # the mode that writes straight into its room
    product = desk.sheet("product", colour.shape, np.uint16)
    np.multiply(tone.view(np.uint8).reshape(colour.shape), colour, out=product, dtype=np.uint16)
    product += np.uint16(255)  # full colour in full light stays what it is
    product >>= np.uint16(8)
    np.copyto(picture, product, casting="unsafe")


def tones(warmth: tuple[float, float, float]) -> NDArray[np.uint32]:
    """For each step of brightness what it leaves of blue, green, red and opacity, packed."""
    table = np.full((TONES, 4), 255, np.uint8)
    for channel, share in enumerate(reversed(warmth)):
        steps = (_exposed(DARKEST + BRIGHTEST * step / (TONES - 1)) for step in range(TONES))
        table[:, channel] = [round(255 * bright**share) for bright in steps]
    return table.view(np.uint32).reshape(TONES)


def _exposed(bright: float) -> float:
    """As a film does: from a shoulder on ever less brighter, never quite white, so that forms show in full light."""
    if bright <= SHOULDER:
        return bright
    room = 1 - SHOULDER
    return SHOULDER + room * (1 - exp((SHOULDER - bright) / room))


def from_steps(steps: NDArray[np.uint16]) -> Field:
    """Heights in mm from a relief as it is kept, NaN where there is nothing."""
    height = steps.astype(np.float32) / np.float32(STEPS_MM) + np.float32(LOWEST_MM)
    height[steps == 0] = np.nan
    return height


def to_steps(height: Field) -> NDArray[np.uint16]:
    """Heights in mm as a relief is kept."""
    steps = np.clip(np.rint((height - LOWEST_MM) * STEPS_MM), 1, 65535)
    return np.where(np.isnan(height), 0, steps).astype(np.uint16)


def normals(height: Field) -> Normals:
    """Unit normals of a relief in mm, NaN where there is nothing: x to the right, y up, z towards the viewer.

    They go on for a pixel beyond the edge, where a pixel may be covered in part.
    """
    dx, dy = _slope(height, 1), -_slope(height, 0)
    z = 1 / np.sqrt(dx * dx + dy * dy + 1)
    there = ~np.isnan(height)
    x, y, z = (_spread_out(part, there) for part in (-dx * z, -dy * z, z))
    return x, y, z


def shared_at_cliffs(normal: Normals, height: Field, front: Field) -> Normals:
    """The normals, on a cliff mixed with those of what is behind, so that no edge is jagged in any light.

    `front` is how much of each pixel is in front. Light is all but proportional to the normal, so its mean is mixed.
    """
    rows, columns = np.nonzero(front < 1)
    around = [(1, 0), (-1, 0), (0, 1), (0, -1)]
    last = height.shape[0] - 1, height.shape[1] - 1
    near = [(np.clip(rows + down, 0, last[0]), np.clip(columns + along, 0, last[1])) for down, along in around]
    heights = np.stack([np.where(np.isnan(height[at]), np.inf, height[at]) for at in near])
    lowest = heights.argmin(0)
    behind = tuple(np.choose(lowest, [at[axis] for at in near]) for axis in (0, 1))
    share = front[rows, columns]
    mixed = []
    for part in normal:
        own = part.copy()
        own[rows, columns] = part[rows, columns] * share + part[behind] * (1 - share)
        mixed.append(own)
    return mixed[0], mixed[1], mixed[2]


def _slope(height: Field, axis: int) -> Field:
    """The rise a millimetre: both sides' mean, in which the gentler one counts more, at a cliff almost alone.

    So no seam lights up. At an edge the side that is known counts.
    """
    step = np.diff(height, axis=axis) * np.float32(PX_MM)
    edge = np.full_like(np.take(step, [0], axis), np.nan)
    total = weights = np.zeros_like(height)
    for side in ([edge, step], [step, edge]):
        rise = np.concatenate(side, axis)
        weight = np.where(np.isnan(rise), np.float32(0), 1 / (STEEP + rise * rise))
        total, weights = total + weight * np.nan_to_num(rise), weights + weight
    return np.asarray(total / np.maximum(weights, 1e-9), np.float32)


def _spread_out(values: Field, there: NDArray[np.bool_]) -> Field:
    """The same, and where there was nothing, what the neighbours have."""
    wide = np.pad(np.where(there, values, 0), 1)
    known = np.pad(there.astype(np.float32), 1)
    around, count = (part[:-2, 1:-1] + part[2:, 1:-1] + part[1:-1, :-2] + part[1:-1, 2:] for part in (wide, known))
    return np.asarray(np.where(there, values, around / np.maximum(count, 1)), np.float32)


def premultiplied(colour: Pixels) -> Pixels:
    """Each colour weighted by its opacity, rounded."""
    weighted = colour[..., :3].astype(np.uint16) * colour[..., 3:]
    return np.concatenate([((weighted + 127) // 255).astype(np.uint8), colour[..., 3:]], -1)


def _box_of(there: NDArray[np.bool_]) -> Part:
    """The smallest part that holds everything."""
    rows, columns = np.flatnonzero(there.any(1)), np.flatnonzero(there.any(0))
    if not rows.size:
        return slice(0, 0), slice(0, 0)
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
