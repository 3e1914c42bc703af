"""Fine structure: fibres along the direction that the creases draw, lobules of fat, the pores of bone."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rounding import enlarged, spread
from scipy.ndimage import gaussian_filter, map_coordinates
from scipy.spatial import cKDTree
from window import Field

NEAR_MM = 5.0  # within this distance a drawn fibre rules alone
DIRECTION_STEP_MM = 2.0  # the direction is worked out on a grid this coarse
FINEST_PX_MM, PX_A_LOBULE = 1.5, 12.0  # lobules are worked out no finer than need be
DOMES = 5  # of the domes around it a point can feel so many
STEEP = 2.0  # how fast a dome falls off
MERGE = 9.0  # how sharp the valleys between domes are
WOBBLE = 0.07  # of a lobule's size: how far from round it is
Lines = list[NDArray[np.float64]]


def noise(shape: tuple[int, ...], size_px: float, seed: int) -> Field:
    """Soft random blotches of about that size, mean 0, spread 1; the same seed gives the same."""
    white = np.random.default_rng(seed).standard_normal(shape, np.float32)
    soft = gaussian_filter(white, size_px, mode="wrap") if size_px > 0.3 else white
    return np.asarray(soft / max(float(soft.std()), 1e-6), np.float32)


def directions(lines: Lines, x: Field, y: Field) -> tuple[Field, Field]:
    """Which way the nearest drawn lines run, on the grid of x and y in mm: cosine and sine of twice the angle.

    Twice, because a fibre has no head and no tail: only so can directions be averaged and interpolated.
    """
    if not lines:
        return -np.ones_like(x), np.zeros_like(x)
    at, double = _tangents(lines)
    cosine, sine = np.zeros_like(x), np.zeros_like(x)
    for (px, py), angle in zip(at, double, strict=True):
        weight = 1 / ((x - px) ** 2 + (y - py) ** 2 + NEAR_MM**2) ** 1.5
        cosine += weight * np.float32(np.cos(angle))
        sine += weight * np.float32(np.sin(angle))
    length = np.maximum(np.hypot(cosine, sine), 1e-9)
    return np.asarray(cosine / length, np.float32), np.asarray(sine / length, np.float32)


def _tangents(lines: Lines) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points along the lines and, twice, the angle of the line there (a fibre has no head and no tail)."""
    at, angles = [], []
    for line in lines:
        few = line[:: max(1, len(line) // max(4, int(_length(line) / 4)))]
        step = np.diff(few, axis=0)
        at.append((few[1:] + few[:-1]) / 2)
        angles.append(2 * np.arctan2(step[:, 1], step[:, 0]))
    return np.concatenate(at), np.concatenate(angles)


def _length(line: NDArray[np.float64]) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


class Raster(NamedTuple):
    """A piece of the plate: its columns and rows in mm, and how fine it is."""

    x: Field
    y: Field
    px_mm: float


def fibres(lines: Lines, raster: Raster, size_mm: tuple[float, float], seed: int, *, crossed: bool = False) -> Field:
    """Noise drawn out along the directions: (width, length) of a fibre in mm; mean 0, spread 1.

    Crossed, the fibres climb where the lines fall.
    """
    step = max(1, round(DIRECTION_STEP_MM * raster.px_mm))
    coarse = (np.ascontiguousarray(grid[::step, ::step]) for grid in np.broadcast_arrays(raster.x, raster.y))
    shape = (raster.y.shape[0], raster.x.shape[1])
    cosine, sine = (spread(part, shape, step, order=1) for part in directions(lines, *coarse))
    half = np.asarray(np.arctan2(-sine if crossed else sine, cosine) / 2, np.float32)
    width, length = size_mm
    stride = max(1.0, width * raster.px_mm / 2)
    start = noise(shape, width * raster.px_mm / 2.2, seed)
    reach = max(2, int(length / 2 * raster.px_mm / stride))
    across, up = (np.asarray(turned(half) * stride, np.float32) for turned in (np.cos, np.sin))
    drawn = _drawn_out(start, across, up, reach)
    return np.asarray((drawn - drawn.mean()) / max(float(drawn.std()), 1e-6), np.float32)


def _drawn_out(start: Field, across: Field, up: Field, reach: int) -> Field:
    """The mean of the noise along the streamline through each pixel, `reach` steps both ways."""
    rows, columns = np.mgrid[0 : start.shape[0], 0 : start.shape[1]].astype(np.float32)
    total = start.copy()
    for way in (1.0, -1.0):
        r, c = rows.copy(), columns.copy()
        head_x, head_y = across * way, up * way
        for number in range(reach):
            c += head_x
            r -= head_y
            total += map_coordinates(start, [r, c], order=1, mode="wrap") * np.float32(1 - number / reach)
            next_x, next_y = (_at(field, r, c) for field in (across, up))
            turn = np.sign(next_x * head_x + next_y * head_y) + 1e-9
            head_x, head_y = next_x * turn, next_y * turn
    return np.asarray(total, np.float32)


def _at(field: Field, rows: Field, columns: Field) -> Field:
    r = np.clip(rows + 0.5, 0, field.shape[0] - 1).astype(np.int32)
    c = np.clip(columns + 0.5, 0, field.shape[1] - 1).astype(np.int32)
    return np.asarray(field[r, c], np.float32)


def lobules(shape: tuple[int, ...], px_mm: float, size_mm: float, seed: int) -> tuple[Field, Field]:
    """Soft round cushions of about that size: their height 0..1, and a value 0..1 that goes from one to the next.

    The smooth upper hull of many domes of different heights: a valley is as round as a hill.
    """
    rng = np.random.default_rng(seed)
    coarse = min(1.0, max(FINEST_PX_MM, PX_A_LOBULE / size_mm) / px_mm)
    rows, columns = (int(length * coarse) for length in shape)
    spacing = size_mm * px_mm * coarse
    grid = np.mgrid[-2 : rows / spacing + 2, -2 : columns / spacing + 2].reshape(2, -1).T
    seeds = (grid + rng.uniform(-0.5, 0.5, grid.shape)) * spacing
    wobble = np.stack([noise((rows, columns), spacing / 3, seed + n) for n in (1, 2)], -1) * spacing * WOBBLE
    pixels = np.moveaxis(np.mgrid[0:rows, 0:columns], 0, -1) + wobble
    far, which = cKDTree(seeds).query(pixels.reshape(-1, 2), k=DOMES, workers=-1)
    tops = rng.uniform(0.55, 1.0, len(seeds))
    domes = tops[which] - STEEP * (far / spacing) ** 2
    highest = domes.max(1, keepdims=True)
    weights = np.exp(MERGE * (domes - highest))
    hull = highest[:, 0] + np.log(weights.sum(1)) / MERGE
    value = (weights * rng.uniform(0, 1, len(seeds))[which]).sum(1) / weights.sum(1)
    fields = (np.clip(hull, 0, 1.1), value)
    height, shade = (enlarged(part.reshape(rows, columns).astype(np.float32), shape) for part in fields)
    return height, shade
