"""The directions that a surface faces, sorted into cells, so that light is reckoned once a cell, not a pixel."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dimples_gui.plate.slopes import Normals

Field: TypeAlias = NDArray[np.float32]
Numbers: TypeAlias = NDArray[np.uint16]

ACROSS = 192  # cells to each side of a square of directions, upright in its middle; finest there, where most lie


def numbered(normal: Normals, grain: Field) -> Numbers:
    """The number of the cell of each normal, of whatever length.

    `grain` from 0 to 1 decides between neighbouring cells, so that their mean is right and no band is seen.
    """
    x, y, z = normal
    length = x * x
    length += y * y
    length += z * z
    np.sqrt(length, out=length)
    length[length == 0] = 1
    steps = []
    for part, chance in zip((x, y), (grain, other(grain, 1)), strict=True):
        share = part / length
        share /= 1 + np.abs(share)  # from -1/2 to 1/2
        share += np.float32(0.5)
        share *= np.float32(ACROSS - 1)
        share += chance
        steps.append(np.minimum(share, np.float32(ACROSS - 1)).astype(np.uint16))
    return np.asarray(steps[0] * np.uint16(ACROSS) + steps[1])


def directions(cells: Numbers) -> Normals:
    """The unit normals that cells stand for."""
    shares = [(steps.astype(np.float32) / (ACROSS - 1)) * 2 - 1 for steps in (cells // ACROSS, cells % ACROSS)]
    x, y = (share / (2 - np.abs(share)) for share in shares)
    z = np.sqrt(np.maximum(1 - x * x - y * y, 1e-6))
    length = np.sqrt(x * x + y * y + z * z)
    return x / length, y / length, z / length


def in_use(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """The cells that occur, and for each point the place of its cell among them: a short table is a quick one."""
    occur = np.zeros(ACROSS * ACROSS, np.bool_)
    occur[numbers] = True
    places = np.cumsum(occur, dtype=np.int32) - 1
    return np.flatnonzero(occur).astype(np.uint16), places.astype(np.uint16)[numbers]


def grain_of(rows: slice, columns: slice) -> Field:
    """An even fine grain from 0 to 1, a pixel's unlike its neighbours': Jimenez's interleaved gradient noise."""
    y, x = np.arange(rows.start, rows.stop)[:, None], np.arange(columns.start, columns.stop)[None, :]
    return np.asarray(_fraction(52.9829189 * _fraction(0.06711056 * x + 0.00583715 * y)), np.float32)


def other(grain: Field, number: int) -> Field:
    """The same grain, shifted: for what must not be rounded alike."""
    return np.asarray(_fraction(grain + np.float32(number / 3)), np.float32)


def _fraction(values: NDArray[np.floating]) -> NDArray[np.floating]:
    return np.asarray(values - np.floor(values))
