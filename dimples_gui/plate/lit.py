"""The one lighting equation: from a layer's relief, its colours and the lamp to its picture.

A point's brightness is what the lamp gives it (less where something stands in the way), what the sky gives it, more
from above, and what a pale wall across from the lamp throws back; all less where a hollow is closed in. Shadows keep
their colour and warm a little: dark red, not black.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dimples_gui.plate.cells import directions, grain_of, in_use, numbered, other
from dimples_gui.plate.desk import Desk, Part
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.shadows import FULL, FULL_BITS, Fall, Shadows, halved, light
from dimples_gui.plate.slopes import normals, shared_at_cliffs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Field: TypeAlias = NDArray[np.float32]
Pixels: TypeAlias = NDArray[np.uint8]  # (rows, columns, 4): blue, green, red, opacity, as Qt has them in memory

TOP_MM, ROWS, COLUMNS = 190.0, 610, 680  # of every relief and picture of the plate
PX_MM = 2  # pixels a millimetre
STEPS_MM, LOWEST_MM = 500, -65.0  # a relief is kept in so many steps a millimetre, from there upwards; 0 is nothing
DARKEST = 0.06  # paper never goes quite black
BRIGHTEST = 1.3  # that the table of tones knows
GAIN = 1.12  # of the lamp, over what sky and wall leave it
FILL_LIFT = 0.6  # of the wall's light, that comes from in front; the rest from across
TONE_BITS = 10
TONES = 1 << TONE_BITS
WHOLE = 256  # a share of a colour: all of it
HALF = 16  # bits of a light, of which two are packed into one number
FREE, FREE_BITS = 255, 8
BAND = 153  # rows prepared at once: what that needs beside them never grows large
HALO = 4  # rows around these that their normals are found from
AT_ONCE = 52_360  # points lit at once: what they need stays near the processor
SHOULDER = 0.84  # up to this a picture is as bright as the light
FACING = 0.6  # how much of a point's brightness goes with where it faces, about


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
        """Heights in mm, NaN where there is nothing; colours in full light.

        `openness` is (rows, columns, 2): how open to the sky, 255 is free; of a pixel on a cliff, how much of it is in
        front, elsewhere 255.
        """
        self.manner = manner
        self.shape = height.shape[0], height.shape[1]
        self.free = np.empty(self.shape, np.uint8)
        numbers = np.empty(self.shape, np.uint16)
        for top in range(0, self.shape[0], BAND):
            self._prepare(slice(top, min(top + BAND, self.shape[0])), height, openness, numbers)
        cells, self.facing = in_use(numbers)
        self.directions = directions(cells)
        self.colour = premultiplied(colour)
        self.tones = tones(manner.warmth)
        self.shadows = Shadows(halved(height))
        self._find_edges()

    def _find_edges(self) -> None:
        """Look where in each row there is anything."""
        there = self.colour[..., 3] > 0
        self._filled = np.asarray(there.any(1))
        self._first, self._beyond = there.argmax(1), self.shape[1] - there[:, ::-1].argmax(1)

    def _prepare(self, rows: slice, height: Field, openness: Pixels, numbers: NDArray[np.uint16]) -> None:
        """Work out some rows."""
        start, stop = max(rows.start - HALO, 0), min(rows.stop + HALO, self.shape[0])
        manner, within = self.manner, slice(rows.start - start, rows.stop - start)
        heights, front = height[start:stop], openness[start:stop, :, 1] / np.float32(255)
        x, y, z = (
            part[within] for part in shared_at_cliffs(normals(heights, PX_MM), heights, np.asarray(front, np.float32))
        )
        grain = grain_of(rows, slice(0, self.shape[1]))
        numbers[rows] = numbered((x, y, z), grain)
        shade = 1 - openness[rows, :, 0] / np.float32(255)
        free = (1 - np.float32(manner.hollow) * shade) * (1 - np.float32(manner.rim) * (1 - z) ** 2)
        free *= 1 - np.float32(FACING) * (1 - np.minimum(np.sqrt(x * x + y * y + z * z), 1))  # two that face apart
        self.free[rows] = np.floor(free * np.float32(FREE) + other(grain, 2))

    def columns(self, rows: slice) -> slice:
        """Where there is anything in some rows."""
        filled = self._filled[rows]
        if not filled.any():
            return slice(0, 0)
        return slice(int(self._first[rows][filled].min()), int(self._beyond[rows][filled].max()))

    def lights(self, lamp: Lamp) -> NDArray[Any]:
        """Of each direction that it faces: what a lamp gives it (the higher half of a number), what else there is."""
        return _lights(self, lamp)

    def brightness(self, share: Share, seen: Part, desk: Desk) -> NDArray[np.uint32]:
        """How bright each point of a part is, in steps of the table of tones: whole numbers with one point."""
        facing, free = self.facing[seen], self.free[seen]
        others, given = (desk.sheet(name, free.shape, np.uint32) for name in ("others", "given"))
        share.lights.take(facing, out=others, mode="clip")
        np.right_shift(others, np.uint32(HALF), out=given)
        others &= np.uint32((1 << HALF) - 1)
        given *= self.arriving(share.fall, seen, desk)
        given >>= np.uint32(FULL_BITS)
        given += others
        given *= free
        given >>= np.uint32(FREE_BITS + HALF - TONE_BITS)
        return given

    def arriving(self, fall: Fall, seen: Part, desk: Desk) -> NDArray[np.unsignedinteger]:
        """How much of a lamp's light arrives in a part, of FULL."""
        return light(fall, seen, desk)


class Share(NamedTuple):
    """A surface under a lamp, of which so much is seen: what is the same for all of its points."""

    surface: Surface
    fall: Fall
    lights: NDArray[Any]  # what only its surface understands
    tones: NDArray[np.uint64]  # of each brightness: what it leaves of each channel


def share_of(surface: Surface, lamp: Lamp, share: float = 1.0) -> Share:
    """What a surface gives to a picture, as it is under a lamp; shares that add up to 1 leave nothing out."""
    weighted = np.rint(surface.tones * np.float32(share)).astype(np.uint16)
    weighted[:, 3] = round(WHOLE * share)
    return Share(
        surface,
        surface.shadows.under(lamp, surface.manner.cast),
        surface.lights(lamp),
        weighted.view(np.uint64).reshape(TONES),
    )


def lit(
    surface: Surface, lamp: Lamp, part: Part | None = None, desk: Desk | None = None, onto: Pixels | None = None
) -> Pixels:
    """The layer's picture under a lamp, its colours already weighted by opacity: whole, or anew in a part of `onto`."""
    picture = np.zeros((*surface.shape, 4), np.uint8) if onto is None else onto
    rows, columns = part or (slice(0, surface.shape[0]), slice(0, surface.shape[1]))
    paint([share_of(surface, lamp)], (rows, columns), desk or Desk(), picture)
    return picture


def paint(shares: Sequence[Share], part: Part, desk: Desk, picture: Pixels) -> None:
    """Paint surfaces, mixed, into a part of a picture; where none of them has anything, it is left as it was."""
    for band in _bands(shares, part):
        target = picture[band]
        mixed, more = (desk.sheet(name, target.shape, np.uint16) for name in ("mixed", "more"))
        for number, share in enumerate(shares):
            product = more if number else mixed
            tone = product.view(np.uint64)[..., 0]
            share.tones.take(
                share.surface.brightness(share, band, desk), out=tone, mode="clip"
            )  # the mode that needs no room
            product *= share.surface.colour[band]
            if number:
                mixed += more
        mixed += np.uint16(WHOLE // 2)
        mixed >>= np.uint16(8)
        np.copyto(target, mixed, casting="unsafe")


def _bands(shares: Sequence[Share], part: Part) -> Iterator[Part]:
    """Some rows at a time, and of these the columns that have anything."""
    rows, columns = part
    band = max(AT_ONCE // max(columns.stop - columns.start, 1), 1)
    for top in range(rows.start, rows.stop, band):
        some = slice(top, min(top + band, rows.stop))
        filled = [reach for share in shares if (reach := share.surface.columns(some)).stop]
        left = max(columns.start, min((reach.start for reach in filled), default=0))
        right = min(columns.stop, max((reach.stop for reach in filled), default=0))
        if left < right:
            yield some, slice(left, right)


def _lights(surface: Surface, lamp: Lamp) -> NDArray[np.uint32]:
    """Of each direction that the surface faces: what the lamp gives it, and what sky and wall do."""
    manner, (x, y, z), (to_x, to_y, to_z) = surface.manner, surface.directions, lamp.direction
    across = x * np.float32(to_x) + y * np.float32(to_y)
    towards = across + z * np.float32(to_z)  # the cosine between the surface and the lamp
    shine = (towards + z) * np.float32((2 + 2 * to_z) ** -0.5)  # between it and halfway from the lamp to the viewer
    share = (1 - manner.sky - manner.fill * 0.5) * GAIN / (1 + manner.wrap)
    given = np.clip(towards + np.float32(manner.wrap), 0, 2) * np.float32(share)
    shine = np.square(np.square(np.square(np.clip(shine, 0, 1))))
    given += np.float32(manner.gloss) * shine
    others = np.float32(manner.sky) * (np.float32(0.7) + np.float32(0.3) * y)
    others += np.float32(manner.fill) * (np.float32(0.4) + np.float32(0.6 * FILL_LIFT) * z)
    others -= across * np.float32(manner.fill * (1 - FILL_LIFT) / max((to_x**2 + to_y**2) ** 0.5, 1e-6))
    step = (TONES - 1) / BRIGHTEST * 2.0 ** (FREE_BITS + HALF - TONE_BITS) / FREE
    most = (1 << HALF) - 1
    parts = (
        np.clip(part * np.float32(by), 0, most)
        for part, by in ((given, step * (1 << FULL_BITS) / FULL), (others, step))
    )
    lamps, rest = (np.rint(part).astype(np.uint32) for part in parts)
    return np.asarray(lamps << np.uint32(HALF) | rest)


def tones(warmth: tuple[float, float, float]) -> NDArray[np.uint16]:
    """For each step of brightness what it leaves of blue, green, red and opacity, of WHOLE."""
    table = np.full((TONES, 4), WHOLE, np.uint16)
    for channel, share in enumerate(reversed(warmth)):
        steps = (_exposed(DARKEST + BRIGHTEST * step / (TONES - 1)) for step in range(TONES))
        table[:, channel] = [round(WHOLE * bright**share) for bright in steps]
    return table


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


def premultiplied(colour: Pixels) -> Pixels:
    """Each colour weighted by its opacity, rounded."""
    weighted = colour[..., :3].astype(np.uint16) * colour[..., 3:]
    return np.concatenate([((weighted + 127) // 255).astype(np.uint8), colour[..., 3:]], -1)
