"""A surface at half the resolution: what a lamp that moves is seen by, in a quarter of the time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dimples_gui.plate.cells import directions, grain_of, in_use, numbered
from dimples_gui.plate.desk import Desk, Part
from dimples_gui.plate.lit import BAND, FACING, Field, Surface
from dimples_gui.plate.shadows import Fall, coarse_light


class Coarse(Surface):
    """Each point is the mean of four; where it faces counts as much as light and colour come from there."""

    def __init__(self, fine: Surface) -> None:
        """Of a surface with an even number of rows and columns."""
        self.manner, self.tones, self.shadows = fine.manner, fine.tones, fine.shadows
        rows, columns = fine.shape[0] // 2, fine.shape[1] // 2
        self.shape = rows, columns
        self.free, self.colour = np.empty(self.shape, np.uint8), np.empty((rows, columns, 4), np.uint8)
        numbers = np.empty(self.shape, np.uint16)
        for top in range(0, rows, BAND):
            self._take(slice(top, min(top + BAND, rows)), fine, numbers)
        cells, self.facing = in_use(numbers)
        self.directions = directions(cells)
        self._find_edges()

    def _take(self, rows: slice, fine: Surface, numbers: NDArray[np.uint16]) -> None:
        """Work out some rows."""
        fours = slice(2 * rows.start, 2 * rows.stop)
        colour = fine.colour[fours]
        self.colour[rows] = np.rint(_sum_of_four(colour.astype(np.float32)) / 4)
        weight = colour[..., 3].astype(np.float32)
        total = np.maximum(_sum_of_four(weight), 1)
        x, y, z = (_sum_of_four(part[fine.facing[fours]] * weight) for part in fine.directions)
        near = np.minimum(np.sqrt(x * x + y * y + z * z) / total, 1)
        numbers[rows] = numbered((x, y, z), grain_of(rows, slice(0, self.shape[1])))
        free = _sum_of_four(fine.free[fours] * weight) / total
        free *= 1 - np.float32(FACING) * (1 - near)
        self.free[rows] = np.rint(free)

    def arriving(self, fall: Fall, seen: Part, desk: Desk) -> NDArray[np.unsignedinteger]:
        """How much of a lamp's light arrives in a part: shadows are found at this resolution."""
        return coarse_light(fall, seen, desk)


def _sum_of_four(values: Field) -> Field:
    """Of each square of four neighbours."""
    pairs = values[0::2] + values[1::2]
    return np.asarray(pairs[:, 0::2] + pairs[:, 1::2], np.float32)
