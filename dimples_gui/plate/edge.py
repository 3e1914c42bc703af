"""The ink of the skin for another body than the drawn one: its own edge, and of the lines those that lie within."""

from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtGui import QPainterPath

from dimples_gui.body.build import Build
from dimples_gui.body.trunk import half_width
from dimples_gui.plate.ink import Stroke

HEIGHTS_MM = np.arange(-120.0, 196.0, 2.0)
LONGEST = 12  # points in a stroke, so that those out of view can be left out
AIR_MM = 2.0  # between a line and the edge


def ink_for(build: Build, strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """The strokes of the drawn body's skin, made to fit another one."""
    half = half_width(HEIGHTS_MM.astype(np.float32)[:, None], build)[:, 0]
    within = [stroke for stroke in strokes if not stroke.silhouette and _is_within(stroke, half)]
    return (*_edges(half), *within)


def _is_within(stroke: Stroke, half: np.ndarray) -> bool:
    """Whether a line lies on the body at each of its heights."""
    near = half[(stroke.low - AIR_MM <= HEIGHTS_MM) & (stroke.high + AIR_MM >= HEIGHTS_MM)]
    return bool(max(-stroke.left, stroke.right) < near.min(initial=np.inf) - AIR_MM)


def _edges(half: np.ndarray) -> Iterator[Stroke]:
    """Both edges of the body, from below upwards."""
    for side in (-1, 1):
        points = [(side * float(x), float(y)) for x, y in zip(half, HEIGHTS_MM, strict=True)]
        for start in range(0, len(points) - 1, LONGEST):
            part = points[start : start + LONGEST + 1]
            path = QPainterPath()
            path.moveTo(*part[0])
            for point in part[1:]:
                path.lineTo(*point)
            box = path.boundingRect()
            yield Stroke(box.left(), box.top(), box.right(), box.bottom(), path, crease=False, silhouette=True)
