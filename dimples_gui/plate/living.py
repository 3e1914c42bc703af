"""The skin of a build as a surface to be lit."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from dimples_gui.body.build import Build
from dimples_gui.body.explanation import DRAWN, Explanation
from dimples_gui.body.lie import STEP_MM, height_of
from dimples_gui.body.skin import relief, silhouette
from dimples_gui.body.tones import Tone
from dimples_gui.plate.desk import Desk
from dimples_gui.plate.lit import COLUMNS, MANNERS, PX_MM, ROWS, TOP_MM, Field, Manner, Pixels, Surface
from dimples_gui.plate.shadows import doubled

FADE_TOP_MM = 20.0  # from the window's upper edge down
FADE_BOTTOM_MM = (-95.0, -60.0)  # nothing, all: the deeper layers go on
HOLLOWS_MM = (2.0, 5.0, 12.0)  # sizes of hollow that the sky does not reach into
BLOOD = (0.006, 0.008, -0.002)  # blue, green, red: how skin differs from spot to spot by the blood beneath it
BLOTCHES_MM = ((6.0, 0.4), (1.6, 0.7))  # size and share of these spots
SEED = 3


def skin(build: Build, tone: Tone, explanation: Explanation = DRAWN) -> Surface:
    """The skin of a body in one of the tones, its dimples by one of the explanations."""
    body = silhouette(build)
    height = np.where(body > 0, relief(build, explanation), np.float32(np.nan)).astype(np.float32)
    shade = doubled(hollows(height_of(build, explanation).astype(np.float64)), Desk())[: ROWS // 2]
    openness = np.full((ROWS, COLUMNS, 2), 255, np.uint8)
    openness[..., 0] = np.rint(255 * (1 - doubled(shade, Desk())))
    opacity = np.rint(255 * body * fade()).astype(np.uint8)
    return Surface(height, np.concatenate([complexion(tone), opacity[..., None]], 2), openness, manner_of(tone))


def manner_of(tone: Tone) -> Manner:
    """How skin of a tone takes the light."""
    return MANNERS["skin"]._replace(warmth=tone.warmth)


def complexion(tone: Tone) -> Pixels:
    """A tone from spot to spot: blue, green and red in full light, (610, 680, 3)."""
    full = np.array(tone.colour[::-1], np.float32)
    spots = 1 + _blotches()[..., None] * np.array(BLOOD, np.float32)
    return np.asarray(np.clip(np.rint(full * spots), 0, 255), np.uint8)


@cache
def fade() -> Field:
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


def hollows(height: NDArray[np.floating]) -> Field:
    """How deep each point lies below its surroundings, 0 (free) to 1 (in a hole), over several sizes.

    Heights in mm, a point every other millimetre; left mirrors right. Of heights in double precision the result is the
    same however many processors multiply the matrices.
    """
    rows, columns = height.shape
    right = np.ascontiguousarray(height[:, columns // 2 :])
    shade = np.zeros_like(right)
    for size in HOLLOWS_MM:
        reach = max(round(size / STEP_MM), 1)
        depth = _softening(rows, reach) @ right @ _folded(columns, reach)
        depth -= right
        depth *= np.float32(1 / size)
        np.minimum(np.maximum(depth, np.float32(0), out=depth), np.float32(1.5), out=depth)
        depth /= depth + np.float32(0.6)
        shade += depth
    shade *= np.float32(1 / len(HOLLOWS_MM))
    return np.asarray(np.concatenate([shade[:, ::-1], shade], 1), np.float32)


def blurred(values: Field, reach: int) -> Field:
    """A soft mean: over 2 * reach + 1 points each way, three times."""
    rows, columns = values.shape
    exact = values.astype(np.float64)  # the same however many processors multiply
    return np.asarray(_softening(rows, reach) @ exact @ _softening(columns, reach).T, np.float32)


@cache
def _softening(count: int, reach: int) -> Field:
    """A matrix that takes the mean over 2 * reach + 1 points, three times; beyond the ends goes on what is there."""
    mean, points = np.zeros((count, count)), np.arange(count)
    for step in range(-reach, reach + 1):
        np.add.at(mean, (points, np.clip(points + step, 0, count - 1)), 1 / (2 * reach + 1))
    return np.ascontiguousarray(mean @ mean @ mean, np.float32)


@cache
def _folded(count: int, reach: int) -> Field:
    """The same along the right half of rows whose left half mirrors it; to be multiplied with from the right."""
    whole, half = _softening(count, reach), count // 2
    return np.ascontiguousarray((whole[half:, half:] + whole[half:, :half][:, ::-1]).T)
