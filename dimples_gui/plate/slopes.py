"""Which way a relief faces at each of its pixels."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Field: TypeAlias = NDArray[np.float32]
Normals: TypeAlias = tuple[Field, Field, Field]  # x to the right, y up, z towards the viewer

STEEP = 2.0  # the square of a rise above which it counts less than a gentler one beside it


def normals(height: Field, px_mm: int) -> Normals:
    """Unit normals of a relief in mm at so many pixels a millimetre, NaN where there is nothing.

    They go on for a pixel beyond the edge, where a pixel may be covered in part.
    """
    dx, dy = _slope(height, 1, px_mm), -_slope(height, 0, px_mm)
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


def _slope(height: Field, axis: int, px_mm: int) -> Field:
    """The rise a millimetre: both sides' mean, in which the gentler one counts more, at a cliff almost alone.

    So no seam lights up. At an edge the side that is known counts.
    """
    step = np.diff(height, axis=axis) * np.float32(px_mm)
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
