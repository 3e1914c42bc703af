"""Where a relief keeps the lamp's light from itself."""

from __future__ import annotations

from math import radians, tan
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dimples_gui.plate.lamp import FULL_TURN, Lamp

Field: TypeAlias = NDArray[np.float32]

SECTOR = 15.0  # degrees from one direction, whose horizon is kept, to the next
SECTORS = round(FULL_TURN / SECTOR)
REACH_MM = (1.0, 1.5, 2.0, 3.0, 4.0, 5.5, 7.5, 10.0, 13.0, 17.0, 22.0, 28.0)  # where something may stand in the way
STEEPEST_TAN = 6.0  # of a horizon; what is higher counts as that
SOFT = 0.45  # how far above the horizon, as a tangent, the lamp must stand to be seen whole


class Shadows:
    """The horizons of a relief, found direction by direction."""

    def __init__(self, low: Field) -> None:
        """`low` is the relief at a pixel a millimetre."""
        self._low = low
        self._horizons: dict[int, NDArray[np.uint8]] = {}

    def find_all(self) -> None:
        """Find the horizons in all directions, so that the lamp turns without a hitch. Takes some tenths of a second."""
        for sector in range(SECTORS):
            self._horizon(sector)

    def light(self, lamp: Lamp, cast: float) -> Field:
        """How much of the lamp's light arrives, from 1 to 1 - cast, at two pixels a millimetre."""
        at = lamp.azimuth / SECTOR
        sector, share = int(at), np.float32(at - int(at))
        horizon = self._horizon(sector % SECTORS).astype(np.float32)
        if share:
            horizon += (self._horizon((sector + 1) % SECTORS) - horizon) * share
        rise = tan(radians(lamp.elevation)) * 255 / STEEPEST_TAN
        soft = SOFT * (0.5 + tan(radians(lamp.elevation))) * 255 / STEEPEST_TAN
        hidden = np.clip((horizon - np.float32(rise - soft / 2)) / np.float32(soft), 0, 1)
        hidden *= hidden * (3 - 2 * hidden)
        return doubled(1 - np.float32(cast) * hidden)

    def _horizon(self, sector: int) -> NDArray[np.uint8]:
        """The tangent of the horizon in a direction, 255 for the steepest."""
        if sector not in self._horizons:
            self._horizons[sector] = self._found(Lamp(sector * SECTOR, 0.0).direction)
        return self._horizons[sector]

    def _found(self, direction: tuple[float, float, float]) -> NDArray[np.uint8]:
        rows, columns = self._low.shape
        margin = int(REACH_MM[-1]) + 1
        wide = np.pad(self._low, margin, mode="edge")
        highest = np.zeros_like(self._low)
        for distance in REACH_MM:
            down, along = round(-distance * direction[1]), round(distance * direction[0])
            there = wide[margin + down : margin + down + rows, margin + along : margin + along + columns]
            rise = there - self._low
            rise *= np.float32((1 - 0.6 * distance / REACH_MM[-1]) / distance)  # shadows of far things are paler
            np.maximum(highest, rise, out=highest)
        return np.asarray(np.clip(_calmed(highest) * (255 / STEEPEST_TAN), 0, 255), np.uint8)


def _calmed(values: Field) -> Field:
    """The mean over three pixels each way, the middle one counting twice: no shadow has a jagged edge."""
    for axis in (0, 1):
        wide = np.pad(values, [(1, 1) if axis == number else (0, 0) for number in (0, 1)], mode="edge")
        before, after = (wide[:-2], wide[2:]) if axis == 0 else (wide[:, :-2], wide[:, 2:])
        values = values * np.float32(0.5) + (before + after) * np.float32(0.25)
    return values


def halved(height: Field, there: NDArray[np.bool_]) -> Field:
    """Every second pixel each way: the highest of four, and where there is nothing, as low as it gets nearby."""
    rows, columns = height.shape
    blocks = height.reshape(rows // 2, 2, columns // 2, 2)
    lowest = height[there].min() if there.any() else np.float32(0)
    inside = there.reshape(blocks.shape).any((1, 3))
    return np.where(inside, blocks.max((1, 3)), lowest).astype(np.float32)


def doubled(small: Field) -> Field:
    """Twice as many pixels each way, interpolated."""
    rows, columns = small.shape
    wide = np.empty((rows, 2 * columns), np.float32)
    _interleave(small.T, wide.T)
    large = np.empty((2 * rows, 2 * columns), np.float32)
    _interleave(wide, large)
    return large


def _interleave(small: Field, large: Field) -> None:
    """Between each two rows of `small` two of `large`, a quarter of the way from each."""
    near = small * np.float32(0.75)
    far = small * np.float32(0.25)
    large[2::2] = near[1:] + far[:-1]
    large[1:-1:2] = near[:-1] + far[1:]
    large[0], large[-1] = small[0], small[-1]
