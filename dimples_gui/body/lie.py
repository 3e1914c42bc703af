"""How the whole skin slopes and how high it stands, worked out quickly enough to follow a slider.

The skin is the trunk and a weighted sum of shapes; so its slopes are those of the trunk and the same sum of the shapes'
slopes, which are found once and never change.
"""

from functools import cache
from typing import NamedTuple

import numpy as np

from dimples_gui.body.build import Build
from dimples_gui.body.explanation import DRAWN, Explanation
from dimples_gui.body.shapes import Field
from dimples_gui.body.skin import ALL_SHAPES, LEFT_MM, TOP_MM, all_weights, base_mm
from dimples_gui.body.trunk import torso, torso_slopes

STEP_MM = 2.0  # between two points
NEAR_MM = 0.5  # to either side of a point, where its slope is found
WINDOW_MM = 305.0  # from the plate's upper to its lower edge
SEEN_MM = 288.0  # from there to where the skin has faded, in an even number of steps
BAND = 31  # rows in which the same shapes slope
LEAST = 1e-5  # a shape that slopes no more in them is flat there


class Lie(NamedTuple):
    """How the skin that is seen lies, (144, 170) each: what it rises a mm to the right and a mm up; heights in mm."""

    right: Field
    up: Field
    height: Field


class Band(NamedTuple):
    """Some rows of points, which shapes slope there, and how much: each outward, then up, (shapes, 2 x points)."""

    rows: slice
    shapes: list[int]
    slopes: Field


def lie_of(build: Build, explanation: Explanation = DRAWN) -> Lie:
    """Slopes and heights at a point every other millimetre; the first call takes much longer."""
    weights = np.array(all_weights(build, explanation), np.float32)
    outward, up = torso_slopes(*_points(SEEN_MM), build)
    for band in _slopes_of_shapes():
        of_shapes = (weights[band.shapes] @ band.slopes).reshape(2, -1, outward.shape[1])
        outward[band.rows] += of_shapes[0]
        up[band.rows] += of_shapes[1]
    return Lie(_whole(outward, -1), _whole(up, 1), height_of(build, explanation, SEEN_MM))


def height_of(build: Build, explanation: Explanation = DRAWN, down_mm: float = WINDOW_MM) -> Field:
    """The heights alone, so far down from the plate's upper edge."""
    height = torso(*_points(down_mm), build)
    height += np.float32(base_mm(build, explanation))
    weights = np.array(all_weights(build, explanation), np.float32)
    height += (weights @ _heights_of_shapes()[:, : height.size]).reshape(height.shape)
    return _whole(height, 1)


def _whole(right: Field, sign: int) -> Field:
    """The right half with the left one, which mirrors it, or is the mirrored one's negative."""
    rows, columns = right.shape
    whole = np.empty((rows, 2 * columns), np.float32)
    whole[:, columns:] = right
    np.multiply(right[:, ::-1], np.float32(sign), out=whole[:, :columns])
    return whole


@cache
def _slopes_of_shapes() -> tuple[Band, ...]:
    """At the points of the right half that are seen, band by band of their rows."""
    x, y = _points(SEEN_MM)
    near = np.float32(NEAR_MM)
    bands = [slice(top, min(top + BAND, y.size)) for top in range(0, y.size, BAND)]
    found: list[list[tuple[int, Field]]] = [[] for _ in bands]
    for number, shape in enumerate(ALL_SHAPES):
        rises = shape(x + near, y) - shape(x - near, y), shape(x, y + near) - shape(x, y - near)
        slopes = np.stack([np.broadcast_to(rise / (2 * near), (y.size, x.size)) for rise in rises])
        for rows, kept in zip(bands, found, strict=True):
            if np.abs(slopes[:, rows]).max() > LEAST:
                kept.append((number, slopes[:, rows].ravel()))
    sorts = (zip(*kept, strict=True) for kept in found)
    return tuple(Band(rows, [*numbers], np.stack(parts)) for rows, (numbers, parts) in zip(bands, sorts, strict=True))


@cache
def _heights_of_shapes() -> Field:
    """Of each shape at the points of the right half: (shapes, points)."""
    x, y = _points(WINDOW_MM)
    return np.stack([np.broadcast_to(shape(x, y), (y.size, x.size)).ravel() for shape in ALL_SHAPES])


@cache
def _points(down_mm: float) -> tuple[Field, Field]:
    """The points of the right half in mm, the middles of squares: x (1, columns), y (rows, 1).

    They reach so far down from the plate's upper edge.
    """
    x = STEP_MM * (np.arange(-LEFT_MM / STEP_MM) + 0.5)
    y = TOP_MM - STEP_MM * (np.arange(np.ceil(down_mm / STEP_MM)) + 0.5)
    return x.astype(np.float32)[None, :], y.astype(np.float32)[:, None]
