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

FINE_MM, COARSE_MM = 1.0, 2.0  # between two points
WINDOW_MM = 305.0  # from the plate's upper to its lower edge


class Lie(NamedTuple):
    """How the skin lies: how much it rises a mm to the right and a mm up, (305, 340); its heights in mm, (153, 170)."""

    right: Field
    up: Field
    height: Field


def lie_of(build: Build, explanation: Explanation = DRAWN) -> Lie:
    """The slopes at a point each millimetre and the heights at one every other; the first call takes much longer."""
    weights = np.array(all_weights(build, explanation), np.float32)
    outward, up = torso_slopes(*_points(FINE_MM), build)
    of_shapes = (weights @ _slopes_of_shapes()).reshape(2, *outward.shape)
    outward += of_shapes[0]
    up += of_shapes[1]
    return Lie(_whole(outward, -1), _whole(up, 1), height_of(build, explanation))


def height_of(build: Build, explanation: Explanation = DRAWN) -> Field:
    """The heights alone, for whom the slopes are not worth the 12 MB that they are worked out from."""
    height = torso(*_points(COARSE_MM), build)
    height += np.float32(base_mm(build, explanation))
    weights = np.array(all_weights(build, explanation), np.float32)
    height += (weights @ _heights_of_shapes()).reshape(height.shape)
    return _whole(height, 1)


def _whole(right: Field, sign: int) -> Field:
    """The right half with the left one, which mirrors it, or is the mirrored one's negative."""
    rows, columns = right.shape
    whole = np.empty((rows, 2 * columns), np.float32)
    whole[:, columns:] = right
    np.multiply(right[:, ::-1], np.float32(sign), out=whole[:, :columns])
    return whole


@cache
def _slopes_of_shapes() -> Field:
    """Of each shape outward, then up, at the points of the right half: (shapes, 2 x points)."""
    x, y = _points(FINE_MM)
    near = np.float32(FINE_MM / 2)
    found = np.empty((len(ALL_SHAPES), 2, y.size, x.size), np.float32)
    for number, shape in enumerate(ALL_SHAPES):
        np.subtract(shape(x + near, y), shape(x - near, y), out=found[number, 0])
        np.subtract(shape(x, y + near), shape(x, y - near), out=found[number, 1])
    found /= np.float32(FINE_MM)
    return found.reshape(len(ALL_SHAPES), -1)


@cache
def _heights_of_shapes() -> Field:
    """Of each shape at the points of the right half: (shapes, points)."""
    x, y = _points(COARSE_MM)
    return np.stack([np.broadcast_to(shape(x, y), (y.size, x.size)).ravel() for shape in ALL_SHAPES])


@cache
def _points(step: float) -> tuple[Field, Field]:
    """The points of the right half in mm, the middles of squares of `step`: x (1, columns), y (rows, 1)."""
    x = step * (np.arange(-LEFT_MM / step) + 0.5)
    y = TOP_MM - step * (np.arange(np.ceil(WINDOW_MM / step)) + 0.5)
    return x.astype(np.float32)[None, :], y.astype(np.float32)[:, None]
