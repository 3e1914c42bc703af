"""The few smooth shapes that all fields of the skin are made of; lengths in mm."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Field: TypeAlias = NDArray[np.float32]
Points: TypeAlias = tuple[tuple[float, float], ...]
Shape: TypeAlias = Callable[[Field, Field], Field]


def rise(value: Field, start: float | Field, end: float | Field) -> Field:
    """0 before `start`, 1 after `end`, smooth to the second derivative between; `start` may be the greater."""
    t = np.clip((value - start) / (end - start), 0, 1)
    return np.asarray(t * t * t * (t * (t * 6 - 15) + 10), np.float32)


def bump(across: Field, along: Field, width: float, length: float, power: float = 1.0) -> Field:
    """A round mound of height 1: Gaussian for power 1, flatter on top with more."""
    return np.asarray(np.exp(-(((across / width) ** 2 + (along / length) ** 2) ** power)), np.float32)


def valley(across: Field, width: float | Field) -> Field:
    """1 at 0, falling off like the hollow between two round forms: soft at the bottom, long at the sides."""
    return np.asarray(1 / np.cosh(across / width), np.float32)


def turned(x: Field, y: Field, at: tuple[float, float], degrees: float) -> tuple[Field, Field]:
    """Coordinates about a point, with axes turned anticlockwise: along, across."""
    cos, sin = np.float32(np.cos(np.radians(degrees))), np.float32(np.sin(np.radians(degrees)))
    dx, dy = x - np.float32(at[0]), y - np.float32(at[1])
    return cos * dx + sin * dy, cos * dy - sin * dx


def bar(x: Field, y: Field, line: Points, width: float) -> Field:
    """A soft bar of height about 1 along a line of points: many round blobs, added up, so that it has no seam."""
    points = np.asarray(line, float)
    reach = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.linspace(0, reach[-1], max(2, int(2 * reach[-1] / width) + 1))
    share = np.float32((at[1] - at[0]) / (width * np.sqrt(np.pi)))
    blobs = (
        bump(x - np.float32(cx), y - np.float32(cy), width, width)
        for cx, cy in zip(np.interp(at, reach, points[:, 0]), np.interp(at, reach, points[:, 1]), strict=True)
    )
    return np.asarray(sum(blobs) * share, np.float32)


def both_sides(shape: Shape, x: Field, y: Field) -> Field:
    """A shape of the right side and its mirror image, added: smooth on the midline, whatever the shape."""
    return np.asarray(shape(x, y) + shape(-x, y), np.float32)
