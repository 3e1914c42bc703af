"""The skin of a build as a surface to be lit."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from dimples_gui.body.build import Build
from dimples_gui.body.explanation import DRAWN, Explanation
from dimples_gui.body.skin import relief, silhouette
from dimples_gui.body.tones import Tone
from dimples_gui.plate.desk import Desk
from dimples_gui.plate.lit import COLUMNS, MANNERS, PX_MM, ROWS, TOP_MM, Field, Surface
from dimples_gui.plate.shadows import doubled

FADE_TOP_MM = 20.0  # from the window's upper edge down
FADE_BOTTOM_MM = (-95.0, -60.0)  # nothing, all: the deeper layers go on
HOLLOWS_MM = (2.0, 5.0, 12.0)  # sizes of hollow that the sky does not reach into
COARSE_PX = 4  # hollows are looked for at every so many pixels
BLOOD = (0.006, 0.008, -0.002)  # blue, green, red: how skin differs from spot to spot by the blood beneath it
BLOTCHES_MM = ((6.0, 0.4), (1.6, 0.7))  # size and share of these spots
SEED = 3


def skin(build: Build, tone: Tone, explanation: Explanation = DRAWN) -> Surface:
    """The skin of a body in one of the tones, its dimples by one of the explanations."""
    height, body = relief(build, explanation), silhouette(build)
    there = body > 0
    height = np.where(there, height, np.float32(np.nan)).astype(np.float32)
    openness = np.full((ROWS, COLUMNS, 2), 255, np.uint8)
    openness[..., 0] = np.rint(255 * (1 - hollows(height, there)))
    pixels = np.empty((ROWS, COLUMNS, 4), np.uint8)
    full = np.array(tone.colour[::-1], np.float32)
    pixels[..., :3] = np.clip(np.rint(full * (1 + _blotches()[..., None] * np.array(BLOOD, np.float32))), 0, 255)
    pixels[..., 3] = np.rint(255 * body * _fade())
    return Surface(height, pixels, openness, MANNERS["skin"]._replace(warmth=tone.warmth))


@cache
def _fade() -> Field:
    """How much of each row is seen, (rows, 1)."""
    y = TOP_MM - (np.arange(ROWS, dtype=np.float32)[:, None] + np.float32(0.5)) / PX_MM
    low, whole = FADE_BOTTOM_MM
    top, bottom = np.clip((TOP_MM - y) / FADE_TOP_MM, 0, 1), np.clip((y - low) / (whole - low), 0, 1)
    return np.asarray(top * top * (3 - 2 * top) * bottom * bottom * (3 - 2 * bottom), np.float32)


@cache
def _blotches() -> Field:
    """Soft irregular spots of several sizes, mean 0."""
    rows, columns = ROWS // PX_MM, COLUMNS // PX_MM
    spots = np.zeros((rows, columns), np.float32)
    for number, (size, share) in enumerate(BLOTCHES_MM):
        soft = blurred(_chance(rows, columns, SEED + number) - np.float32(0.5), max(round(size / 2), 1))
        spots += soft * np.float32(share / max(float(np.sqrt((soft * soft).mean())), 1e-6))
    return doubled(spots, Desk())


def _chance(rows: int, columns: int, seed: int) -> Field:
    """Numbers from 0 to 1 as if by chance, always the same: Murmur's finish. NumPy's own take 7 MB to load."""
    bits = np.arange(rows * columns, dtype=np.uint32) + np.uint32(seed << 24)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):
        bits ^= bits >> np.uint32(shift)
        bits *= np.uint32(factor)
    return np.asarray((bits / np.float32(2**32)).astype(np.float32)).reshape(rows, columns)


def hollows(height: Field, there: NDArray[np.bool_]) -> Field:
    """How deep each point lies below its surroundings, 0 (free) to 1 (in a hole), over several sizes."""
    step = COARSE_PX
    known = there[step // 2 :: step, step // 2 :: step].astype(np.float32)
    low = np.nan_to_num(height[step // 2 :: step, step // 2 :: step])
    shade = np.zeros_like(low)
    for size in HOLLOWS_MM:
        reach = max(round(size * PX_MM / step), 1)
        around = blurred(low * known, reach) / np.maximum(blurred(known, reach), np.float32(1e-3))
        depth = np.clip((around - low) / np.float32(size), 0, 1.5)
        shade += depth / (np.float32(0.6) + depth)
    shade *= known / len(HOLLOWS_MM)
    return _enlarged(shade, height.shape, step)


def blurred(values: Field, reach: int) -> Field:
    """A soft mean: over 2 * reach + 1 pixels each way, three times."""
    for _ in range(3):
        for axis in (0, 1):
            wide = np.pad(values, [(reach + 1, reach) if axis == number else (0, 0) for number in (0, 1)], mode="edge")
            total = wide.cumsum(axis, np.float64)
            upper, lower = (total[2 * reach + 1 :], total[: -2 * reach - 1]) if axis == 0 else (
                total[:, 2 * reach + 1 :], total[:, : -2 * reach - 1])  # fmt: skip
            values = ((upper - lower) / (2 * reach + 1)).astype(np.float32)
    return values


def _enlarged(small: Field, shape: tuple[int, ...], step: int) -> Field:
    """Sampled at the middle of every step x step pixels, interpolated back to all."""
    rows = np.clip((np.arange(shape[0]) + 0.5) / step - 0.5, 0, small.shape[0] - 1.001)
    columns = np.clip((np.arange(shape[1]) + 0.5) / step - 0.5, 0, small.shape[1] - 1.001)
    row, column = rows.astype(np.intp), columns.astype(np.intp)
    down, along = (rows - row).astype(np.float32)[:, None], (columns - column).astype(np.float32)[None, :]
    upper = small[row] * (1 - down) + small[row + 1] * down
    return np.asarray(upper[:, column] * (1 - along) + upper[:, column + 1] * along, np.float32)
