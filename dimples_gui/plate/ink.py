"""Which stretches of a layer's outlines are seen: what lies under a later outline is not drawn.

Found once a layer, so that painting is nothing but thin lines, each short enough to be left out when out of view.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil, dist
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from dimples_gui.atlas.model import Outline, Plate
from dimples_gui.icons import path_of

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[Point, Point, Point, Point]  # a cubic curve
Box: TypeAlias = tuple[float, float, float, float]  # least x and y, most x and y

MAP_PX_MM = 2.0  # of the map that tells what lies on top
SAMPLE_MM = 2.5  # how finely a segment is searched for where it goes under
HALVINGS = 7  # to find where a segment goes under: to a fiftieth of a millimetre
LONGEST = 6  # segments in a stroke
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class Stroke(NamedTuple):
    """A stretch of one outline that is seen, in mm, y up."""

    left: float
    low: float
    right: float
    high: float
    path: QPainterPath
    crease: bool
    silhouette: bool  # of the layer's first outline, in which all others lie


def strokes_of(outlines: Sequence[Outline], plate: Plate) -> Iterator[Stroke]:
    """The ink of one layer, from its outlines in paint order; each stroke takes some 50 µs to find."""
    cover = _Cover(outlines, plate)
    for number, outline in enumerate(outlines):
        yield from _strokes(outline, number, cover)


def _strokes(outline: Outline, number: int, cover: "_Cover") -> Iterator[Stroke]:
    """What is seen of one outline, in stretches of a few segments."""
    rivals = cover.rivals(number, path_of([outline]))
    path, count, end = QPainterPath(), 0, None
    for segment in segments_of(outline.steps):
        box = _box_of(segment) if rivals else NOWHERE
        near = any(_meet(box, rival) for rival in rivals)
        for start, control, control_2, stop in cover.seen(segment, number) if near else (segment,):
            if count and (start != end or count >= LONGEST):
                yield Stroke(*_box(path.controlPointRect()), path, outline.crease, number == 0)
                path, count = QPainterPath(), 0
            if not count:
                path.moveTo(*start)
            path.cubicTo(*control, *control_2, *stop)
            count, end = count + 1, stop
    if count:
        yield Stroke(*_box(path.controlPointRect()), path, outline.crease, number == 0)


def segments_of(steps: tuple[str | float, ...]) -> Iterator[Segment]:
    """All stretches of an outline as cubic curves; a closed one is closed."""
    numbers: tuple[float, ...] = steps  # type: ignore[assignment]  # letters are only ever read through `step`
    at, start, here = 0, (0.0, 0.0), (0.0, 0.0)
    while at < len(steps):
        step, before = steps[at], here
        if step == "C":
            here = numbers[at + 5], numbers[at + 6]
            yield before, (numbers[at + 1], numbers[at + 2]), (numbers[at + 3], numbers[at + 4]), here
            at += 7
            continue
        here = start if step == "Z" else (numbers[at + 1], numbers[at + 2])
        if step == "M":
            start = here
        elif here != before:
            yield before, _between(before, here, 1 / 3), _between(before, here, 2 / 3), here
        at += 1 if step == "Z" else 3


class _Cover:
    """Tells which outline lies on top at a point: roughly and fast from a map, exactly from the outline."""

    def __init__(self, outlines: Sequence[Outline], plate: Plate) -> None:
        """The map is painted when it is first needed."""
        self._plate = plate
        self._top = plate.bottom + plate.height
        self._wide, self._high = round(plate.width * MAP_PX_MM), round(plate.height * MAP_PX_MM)
        self._paths = {number: path_of([line]) for number, line in enumerate(outlines) if not line.crease}
        self._boxes = {number: _box(path.controlPointRect()) for number, path in self._paths.items()}

    @cached_property
    def _map(self) -> memoryview:
        """Each closed outline painted in its own number."""
        image = self._image = QImage(self._wide, self._high, QImage.Format.Format_RGB32)  # kept: the map is its memory
        image.fill(0)
        painter = QPainter(image)
        painter.scale(MAP_PX_MM, -MAP_PX_MM)
        painter.translate(-self._plate.left, -self._top)
        for number, path in self._paths.items():
            painter.fillPath(path, QColor.fromRgb(number))
        painter.end()
        return memoryview(image.constBits()).cast("I")

    def rivals(self, number: int, path: QPainterPath) -> list[Box]:
        """The boxes of the later outlines that come near an outline."""
        mine = _box(path.controlPointRect())
        return [box for later, box in self._boxes.items() if later > number and _meet(mine, box)]

    def _on_top(self, x: float, y: float) -> int:
        """The number of the outline on top; 0 also where there is none, for nothing lies under the first."""
        column, row = int((x - self._plate.left) * MAP_PX_MM), int((self._top - y) * MAP_PX_MM)
        if 0 <= column < self._wide and 0 <= row < self._high:
            return self._map[row * self._wide + column] & 0xFFFFFF
        return 0

    def seen(self, segment: Segment, number: int) -> Iterator[Segment]:
        """The stretches of a segment of the outline of that number that no later outline covers."""
        steps = ceil(dist(segment[0], segment[3]) / SAMPLE_MM) + 1
        tops = [self._on_top(*point_on(segment, at / steps)) for at in range(steps + 1)]
        if max(tops) <= number:
            yield segment
            return
        start: float | None = None if tops[0] > number else 0.0
        for at, (before, after) in enumerate(pairwise(tops)):
            if (before > number) == (after > number):
                continue
            edge = self._edge(segment, max(before, after), (at / steps, (at + 1) / steps))
            if start is None:
                start = edge
            else:
                yield _cut(segment, start, edge)
                start = None
        if start is not None:
            yield _cut(segment, start, 1.0)

    def _edge(self, segment: Segment, cover: int, between: tuple[float, float]) -> float:
        """Where on a segment the covering outline begins or ends."""
        path = self._paths[cover]
        low, high = between
        low_covered = path.contains(QPointF(*point_on(segment, low)))
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            if path.contains(QPointF(*point_on(segment, middle))) == low_covered:
                low = middle
            else:
                high = middle
        return (low + high) / 2


def _box(rect: QRectF) -> Box:
    """A rectangle as plain numbers."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def _box_of(segment: Segment) -> Box:
    """A box that the segment does not leave."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = segment
    return min(x0, x1, x2, x3), min(y0, y1, y2, y3), max(x0, x1, x2, x3), max(y0, y1, y2, y3)


def _meet(a: Box, b: Box) -> bool:
    """Whether two boxes overlap."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def point_on(segment: Segment, t: float) -> Point:
    """The point of a cubic curve at t from 0 to 1."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = segment
    s = 1 - t
    a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _cut(segment: Segment, start: float, end: float) -> Segment:
    """The stretch of a cubic curve between two values of t (de Casteljau, twice)."""
    if end < 1:
        a, b, c, d = segment
        ab, bc, cd = _between(a, b, end), _between(b, c, end), _between(c, d, end)
        abc, bcd = _between(ab, bc, end), _between(bc, cd, end)
        segment = a, ab, abc, _between(abc, bcd, end)
    if start > 0:
        a, b, c, d = segment
        share = start / end
        ab, bc, cd = _between(a, b, share), _between(b, c, share), _between(c, d, share)
        abc, bcd = _between(ab, bc, share), _between(bc, cd, share)
        segment = _between(abc, bcd, share), bcd, cd, d
    return segment


def _between(a: Point, b: Point, share: float) -> Point:
    """The point that lies a share of the way from one to another."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
