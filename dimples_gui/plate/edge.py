"""The ink of the skin for another body than the drawn one: its own edge, and of the lines those that lie within."""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil, floor

import numpy as np
from PySide6.QtGui import QPainterPath, QTransform

from dimples_gui.body.build import Build
from dimples_gui.body.trunk import half_width
from dimples_gui.plate.ink import Stroke

LOWEST_MM, STEP_MM = -120.0, 4.0
HEIGHTS_MM = [LOWEST_MM + STEP_MM * step for step in range(80)]
HEIGHTS = np.array(HEIGHTS_MM, np.float32)[:, None]
FADING = slice(0, 16), slice(15, 74), slice(73, 80)  # below -60 mm, between, above 172 mm: as ink fades
MIRROR = QTransform.fromScale(-1, 1)
BESIDE_MM = 172.0  # from the midline: two more than the window reaches
AIR_MM = 2.0  # between a line and the edge


def ink_for(build: Build, strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """The strokes of the drawn body's skin, made to fit another one."""
    half = half_width(HEIGHTS, build)[:, 0].tolist()
    within = [stroke for stroke in strokes if not stroke.silhouette and _is_within(stroke, half)]
    return (*_edges(build), *within)


def beside(build: Build) -> QPainterPath:
    """All that lies beside a body, to both sides of the plate's window and a little further; in mm."""
    first, *others = (stroke.path for stroke in _edges(build)[::2])
    right = QPainterPath(first)
    for path in others:
        right.connectPath(path)
    right.lineTo(BESIDE_MM, HEIGHTS_MM[-1])
    right.lineTo(BESIDE_MM, HEIGHTS_MM[0])
    right.closeSubpath()
    right.addPath(MIRROR.map(right))
    return right


def _is_within(stroke: Stroke, half: list[float]) -> bool:
    """Whether a line lies on the body at each of its heights."""
    reach, heights = _extent(stroke.left, stroke.low, stroke.right, stroke.high)
    return reach < min(half[heights], default=0.0)


@lru_cache(maxsize=256)
def _extent(left: float, low: float, right: float, high: float) -> tuple[float, slice]:
    """How wide a body must be for a line to lie on it, and at which of the heights."""
    first = max(floor((low - LOWEST_MM) / STEP_MM), 0)
    beyond = ceil((high - LOWEST_MM) / STEP_MM) + 1
    return max(-left, right) + AIR_MM, slice(first, max(beyond, 0))


@lru_cache(maxsize=2)  # the body's ink and what lies beside it are wanted in turn
def _edges(build: Build) -> tuple[Stroke, ...]:
    """Both edges of a body, right and left, from below upwards, in parts that fade or don't."""
    half, edges = half_width(HEIGHTS, build)[:, 0].tolist(), []
    for part in FADING:
        x, y = half[part], HEIGHTS_MM[part]
        right = QPainterPath()
        right.moveTo(x[0], y[0])
        for at in zip(x[1:], y[1:], strict=True):
            right.lineTo(*at)  # quicker than to make a polygon
        near, far = min(x), max(x)
        edges.append(Stroke(near, y[0], far, y[-1], right, crease=False, silhouette=True))
        edges.append(Stroke(-far, y[0], -near, y[-1], MIRROR.map(right), crease=False, silhouette=True))
    return tuple(edges)
