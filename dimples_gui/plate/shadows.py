"""Where a relief keeps the lamp's light from itself."""

from __future__ import annotations

from functools import lru_cache
from math import radians, tan
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from zlib import compress, decompress

import numpy as np
from numpy.typing import NDArray

from dimples_gui.plate.desk import Desk, Part
from dimples_gui.plate.lamp import FULL_TURN, Lamp

if TYPE_CHECKING:
    from collections.abc import Iterator

Field: TypeAlias = NDArray[np.float32]

SECTOR = 15.0  # degrees from one direction, whose horizon is kept, to the next
SECTORS = round(FULL_TURN / SECTOR)
AT_HAND = 4  # directions, of those that are packed: the lamp stands between two
REACH_MM = (1.0, 1.5, 2.0, 3.0, 4.0, 5.5, 7.5, 10.0, 13.0, 17.0, 22.0, 28.0)  # where something may stand in the way
STEEPEST_TAN = 6.0  # of a horizon; what is higher counts as that
STEPS = 255  # of light, worked out at half the resolution
FULL, FULL_BITS = 16 * STEPS, 12  # all of it, interpolated
FINER = 32  # parts of a horizon's step
PAIR = 65537  # the same number in the lower and in the higher half of one
SOFT = 0.45  # how far above the horizon, as a tangent, the lamp must stand to be seen whole


@lru_cache(maxsize=4)
def _arriving(elevation: float, cast: float) -> NDArray[np.uint32]:
    """For each horizon, in FINER parts of its steps, how many STEPS of light arrive."""
    horizon = np.arange(255 * FINER + 1, dtype=np.float32) * np.float32(STEEPEST_TAN / (255 * FINER))
    rise = tan(radians(elevation))
    soft = SOFT * (0.5 + rise)
    hidden = np.clip((horizon - np.float32(rise - soft / 2)) / np.float32(soft), 0, 1)
    return np.asarray(np.rint(STEPS * (1 - np.float32(cast) * hidden)), np.uint32)


class Fall(NamedTuple):
    """How a lamp's light falls on a relief, what is the same for all of its points."""

    one: NDArray[np.uint8]  # the horizons in the two directions that the lamp stands between
    other: NDArray[np.uint8] | None  # None if it stands in the first
    share: int  # of the way from one to the other, of FINER
    arriving: NDArray[np.uint32]  # for each horizon, how many STEPS of light arrive


class Shadows:
    """The horizons of a relief, found direction by direction."""

    def __init__(self, low: Field, pixel_mm: float = REACH_MM[0]) -> None:
        """`low` is the relief at half the resolution: a pixel a millimetre unless said otherwise."""
        self._low: Field | None = low  # nothing as soon as all is found
        self._shape, self._pixel_mm = low.shape, pixel_mm
        self._horizons: dict[int, NDArray[np.uint8]] = {}
        self._packed: dict[int, bytes] = {}

    def find_each(self) -> Iterator[None]:
        """Find the horizons in all directions, one at each step, so that the lamp turns without a hitch.

        They are kept packed: all that one looks at takes a fifth of the room, and a direction is soon unpacked.
        """
        for sector in range(SECTORS):
            low, found = self._low, self._horizons.get(sector)
            if low is not None and sector not in self._packed:
                found = self._found(low, sector) if found is None else found
                self._packed[sector] = compress(found.tobytes(), 1)
                yield
        self._low = None

    def under(self, lamp: Lamp, cast: float) -> Fall:
        """How a lamp's light falls, of which a shadow takes up to `cast`."""
        at = lamp.azimuth / SECTOR
        sector, share = int(at) % SECTORS, round(FINER * (at - int(at)))
        other = self._horizon((sector + 1) % SECTORS) if share else None
        return Fall(self._horizon(sector), other, share, _arriving(lamp.elevation, cast))

    def _horizon(self, sector: int) -> NDArray[np.uint8]:
        """The tangent of the horizon in a direction, 255 for the steepest."""
        low, found = self._low, self._horizons.get(sector)
        if found is None:
            packed = self._packed.get(sector)
            if packed is not None:
                found = np.frombuffer(decompress(packed), np.uint8).reshape(self._shape)
            else:
                assert low is not None  # it is let go when all are packed
                found = self._found(low, sector)
            others = list(self._horizons.items())[-(AT_HAND - 1) if self._packed else 0 :]
            self._horizons = dict([*others, (sector, found)])
        return found

    def _found(self, low: Field, sector: int) -> NDArray[np.uint8]:
        direction = Lamp(sector * SECTOR, 0.0).direction
        rows, columns = low.shape
        margin = int(REACH_MM[-1] / self._pixel_mm) + 1
        wide = _widened(low, margin)
        highest, rise = np.zeros_like(low), np.empty_like(low)
        for distance in REACH_MM[REACH_MM.index(self._pixel_mm) :]:
            away = distance / self._pixel_mm
            down, along = round(-away * direction[1]), round(away * direction[0])
            there = wide[margin + down : margin + down + rows, margin + along : margin + along + columns]
            np.subtract(there, low, out=rise)
            rise *= np.float32((1 - 0.6 * distance / REACH_MM[-1]) / distance)  # shadows of far things are paler
            np.maximum(highest, rise, out=highest)
        tangent = _calmed(highest)
        tangent *= np.float32(255 / STEEPEST_TAN)
        return np.minimum(tangent, np.float32(255), out=tangent).astype(np.uint8)


def coarse_light(fall: Fall, part: Part, desk: Desk) -> NDArray[np.uint32]:
    """How much of the lamp's light arrives in a part, at the resolution of the horizons: FULL, or less."""
    steps = _steps(fall, part, desk)
    steps *= np.uint32(FULL // STEPS)
    return steps


def light(fall: Fall, part: Part, desk: Desk) -> NDArray[np.uint16]:
    """The same at twice as many pixels each way."""
    low = _halves(part, fall.one.shape)
    return _between(_doubled_steps(_steps(fall, low, desk), desk), low, part)


def _steps(fall: Fall, part: Part, desk: Desk) -> NDArray[np.uint32]:
    """How many STEPS of the lamp's light arrive in a part."""
    found = fall.one[part]
    horizon, more = (desk.sheet(name, found.shape, np.uint16) for name in ("horizon", "more"))
    np.multiply(found, np.uint16(FINER - fall.share), out=horizon)
    if fall.other is not None:
        horizon += np.multiply(fall.other[part], np.uint16(fall.share), out=more)
    steps = desk.sheet("steps", found.shape, np.uint32)
    fall.arriving.take(horizon, out=steps, mode="clip")
    return steps


def _halves(part: Part, shape: tuple[int, ...]) -> Part:
    """What a part lies on at half the resolution, where there is so much, and one more each way to interpolate from."""
    rows, columns = (
        slice(max(side.start // 2 - 1, 0), min((side.stop + 1) // 2 + 1, most))
        for side, most in zip(part, shape, strict=True)
    )
    return rows, columns


def _between(values: NDArray[np.uint16], low: Part, part: Part) -> NDArray[np.uint16]:
    """Of what was interpolated from a part at half the resolution, that in `part`."""
    rows, columns = (
        slice(side.start - 2 * of.start, side.stop - 2 * of.start) for side, of in zip(part, low, strict=True)
    )
    return values[rows, columns]


def _calmed(values: Field) -> Field:
    """The mean over three pixels each way, the middle one counting twice: no shadow has a jagged edge."""
    wide = _widened(values, 1)
    _mix(wide[:-2], wide[1:-1], wide[2:])
    _mix(wide[1:-1, :-2], wide[1:-1, 1:-1], wide[1:-1, 2:])
    return np.ascontiguousarray(wide[1:-1, 1:-1])


def _mix(before: Field, middle: Field, after: Field) -> None:
    """Make the middle one half of itself and a quarter of each neighbour."""
    beside = before + after
    beside *= np.float32(0.25)
    middle *= np.float32(0.5)
    middle += beside


def _widened(values: Field, margin: int) -> Field:
    """With a margin all around, in which goes on what is at the edge."""
    rows, columns = values.shape
    wide = np.empty((rows + 2 * margin, columns + 2 * margin), np.float32)
    wide[margin:-margin, margin:-margin] = values
    wide[margin:-margin, :margin], wide[margin:-margin, -margin:] = values[:, :1], values[:, -1:]
    wide[:margin], wide[-margin:] = wide[margin], wide[-margin - 1]
    return wide


def halved(height: Field) -> Field:
    """Every second pixel each way: the highest of four; where there is nothing (NaN), as low as it gets anywhere."""
    nothing = np.isnan(height)
    if nothing.any():
        lowest = np.float32(0) if nothing.all() else height[~nothing].min()
        height = np.where(nothing, lowest, height)
    rows = np.maximum(height[::2], height[1::2])
    return np.asarray(np.maximum(rows[:, ::2], rows[:, 1::2]), np.float32)


def doubled(small: Field, desk: Desk) -> Field:
    """Twice as many pixels each way, interpolated; on a sheet of the desk."""
    rows, columns = small.shape
    wide = desk.sheet("wide", (rows, 2 * columns), np.float32)
    half = desk.sheet("half", (2, rows, columns), np.float32)
    near, far = np.multiply(small, np.float32(0.75), out=half[0]), np.multiply(small, np.float32(0.25), out=half[1])
    np.add(near[:, 1:], far[:, :-1], out=wide[:, 2::2])
    np.add(near[:, :-1], far[:, 1:], out=wide[:, 1:-1:2])
    wide[:, 0], wide[:, -1] = small[:, 0], small[:, -1]
    large = desk.sheet("large", (2 * rows, 2 * columns), np.float32)
    half = desk.sheet("half", (2, rows, 2 * columns), np.float32)
    near, far = np.multiply(wide, np.float32(0.75), out=half[0]), np.multiply(wide, np.float32(0.25), out=half[1])
    np.add(near[1:], far[:-1], out=large[2::2])
    np.add(near[:-1], far[1:], out=large[1:-1:2])
    large[0], large[-1] = wide[0], wide[-1]
    return large


def _doubled_steps(steps: NDArray[np.uint32], desk: Desk) -> NDArray[np.uint16]:
    """Steps of light at twice as many pixels each way, interpolated, 16 for each; two neighbours in one number."""
    rows, columns = steps.shape
    wide, thrice = (desk.sheet(name, steps.shape, np.uint32) for name in ("wide", "thrice"))
    np.multiply(steps, np.uint32(3 * PAIR), out=wide)
    beside, flat = wide.reshape(-1), steps.reshape(-1)
    beside[1:] += flat[:-1]
    ends = steps[:, :: max(columns - 1, 1)] * np.uint32(4 * PAIR)  # which have a neighbour on one side only
    flat <<= np.uint32(16)
    beside[:-1] += flat[1:]
    wide[:, :: max(columns - 1, 1)] = ends
    np.multiply(wide, np.uint32(3), out=thrice)
    large = desk.sheet("large", (rows, 2, columns), np.uint32)
    np.add(thrice[1:], wide[:-1], out=large[1:, 0])
    np.add(thrice[:-1], wide[1:], out=large[:-1, 1])
    np.multiply(wide[0], np.uint32(4), out=large[0, 0])
    np.multiply(wide[-1], np.uint32(4), out=large[-1, 1])
    return large.reshape(2 * rows, columns).view(np.uint16)
