"""Cords as shapes: a cord's stems and branches, each a round strand that tapers from its root to its tip."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from dimples_gui.plate.ink import Segment, point_on, segments_of

if TYPE_CHECKING:
    from dimples_gui.atlas.model import Outline

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]  # least x and y, most x and y

TIP = 0.36  # how thick a strand is at its tip, of what it is at its root
FORK = 0.66  # how thick a branch begins, of what its stem is there
ROOT, ROOT_SHARE = 0.5, 0.1  # a stem comes out of the depth: how thin it begins, after what of its length it is whole
PIECES = 3  # of each curve of a centre line, so that its edges follow exactly
NEAR = 1e-3  # of a curve, to tell its direction by
ROUND = 4 / 3  # handles of a half circle, in radii


class Strand(NamedTuple):
    """One stem or branch: its curves from root to tip, and half its width at both ends, mm."""

    curves: tuple[Segment, ...]
    root: float
    tip: float
    is_branch: bool


class Stretch(NamedTuple):
    """What of a strand is in view: from one of its knots to another."""

    strand: Strand
    first: int
    last: int


class Shape(NamedTuple):
    """Of a strand, a share of its width, and so many mm more at each side."""

    share: float = 1.0
    wider: float = 0.0


class Knot(NamedTuple):
    """A point of a strand's centre line, and to both its edges: each with the handle that leads on from there, mm."""

    at: Point
    on: Point
    aside: Point  # to the left edge
    aside_on: Point
    out: Point  # the same way, one mm
    out_on: Point


@lru_cache(maxsize=64)
def strands_of(cord: Outline) -> tuple[Strand, ...]:
    """The stems and branches of a cord; what begins on one drawn before is a branch of it."""
    found: list[Strand] = []
    for curves in _lines(cord):
        start, root = curves[0][0], cord.width / 2
        fork = min((at for strand in found for at in _along(strand)), key=lambda at: _far(at[0], start), default=None)
        is_branch = fork is not None and _far(fork[0], start) < cord.width
        if fork and is_branch:
            root = fork[1] * FORK
        found.append(Strand(curves, root, min(cord.width / 2 * TIP, root), is_branch))
    return tuple(found)


def _lines(cord: Outline) -> list[tuple[Segment, ...]]:
    """The curves of each of its lines."""
    lines: list[list[Segment]] = []
    for curve in segments_of(cord.steps):
        if not lines or lines[-1][-1][3] != curve[0]:
            lines.append([])
        lines[-1].append(curve)
    return [tuple(line) for line in lines]


def _along(strand: Strand) -> list[tuple[Point, float]]:
    """Points of a strand's centre line with half its width there."""
    places = [(number, step / 24) for number in range(len(strand.curves)) for step in range(24)]
    return [(point_on(strand.curves[number], t), _half(strand, number, t)) for number, t in places]


def _half(strand: Strand, number: int, t: float) -> float:
    """Half a strand's width at a place of one of its curves, mm."""
    down = (number + t) / len(strand.curves)
    half = strand.root + (strand.tip - strand.root) * down
    return half if strand.is_branch else half * (ROOT + (1 - ROOT) * min(max(down, 0.0) / ROOT_SHARE, 1.0))


def ends_of(strand: Strand) -> list[Point]:
    """Where it sinks into the depth: its tip and, unless it leaves a stem there, its root."""
    tip = strand.curves[-1][3]
    return [tip] if strand.is_branch else [strand.curves[0][0], tip]


def _far(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


@lru_cache(maxsize=1024)
def ribbon(stretch: Stretch, shape: Shape) -> QPainterPath:
    """The outline of a stretch: up its left edge, round its end, down the right one, round its beginning."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    knots = knots_of(stretch.strand)[stretch.first : stretch.last + 1]
    left, right = ([_beside(knot, side * shape.share, side * shape.wider) for knot in knots] for side in (1.0, -1.0))
    path.moveTo(left[0][0], left[0][1])
    for (x0, y0, a0, b0), (x1, y1, a1, b1) in pairwise(left):
        path.cubicTo(x0 + a0, y0 + b0, x1 - a1, y1 - b1, x1, y1)
    _cap(path, left[-1][:2], right[-1][:2])
    for (x1, y1, a1, b1), (x0, y0, a0, b0) in pairwise(reversed(right)):
        path.cubicTo(x1 - a1, y1 - b1, x0 + a0, y0 + b0, x0, y0)
    _cap(path, right[0][:2], left[0][:2])
    path.closeSubpath()
    return path


def _cap(path: QPainterPath, start: Point, end: Point) -> None:
    """Half round from one edge to the other."""
    x, y = (end[1] - start[1]) / 2 * -ROUND, (end[0] - start[0]) / 2 * ROUND
    path.cubicTo(start[0] + x, start[1] + y, end[0] + x, end[1] + y, *end)


def _beside(knot: Knot, share: float, wider: float) -> tuple[float, float, float, float]:
    """A point of an edge, so far on the left of a knot, and the handle that leads on from there."""
    (x, y), (a, b), (x1, y1), (a1, b1), (x2, y2), (a2, b2) = knot
    return (
        x + x1 * share + x2 * wider,
        y + y1 * share + y2 * wider,
        a + a1 * share + a2 * wider,
        b + b1 * share + b2 * wider,
    )


@lru_cache(maxsize=128)
def knots_of(strand: Strand) -> list[Knot]:
    """A strand's knots from root to tip."""
    places = [(number, piece / PIECES) for number in range(len(strand.curves)) for piece in range(PIECES)]
    return [_knot(strand, number, t) for number, t in (*places, (len(strand.curves) - 1, 1.0))]


def _knot(strand: Strand, number: int, t: float) -> Knot:
    """The knot at a place of one of a strand's curves."""
    (at, aside, out), before, after = (_at(strand, number, t + step) for step in (0.0, -NEAR, NEAR))
    pace = 1 / (6 * NEAR * PIECES)
    led = [
        ((late[0] - early[0]) * pace, (late[1] - early[1]) * pace) for early, late in zip(before, after, strict=True)
    ]
    return Knot(at, led[0], aside, led[1], out, led[2])


def _at(strand: Strand, number: int, t: float) -> tuple[Point, Point, Point]:
    """Of a place on a curve: the point, the way from there to the left edge, and one mm of that way."""
    x, y = point_on(strand.curves[number], t)
    (x1, y1), (x2, y2) = point_on(strand.curves[number], t - NEAR), point_on(strand.curves[number], t + NEAR)
    long = max(hypot(x2 - x1, y2 - y1), 1e-9)
    out, half = (-(y2 - y1) / long, (x2 - x1) / long), _half(strand, number, t)
    return (x, y), (out[0] * half, out[1] * half), out


@lru_cache(maxsize=128)
def boxes_of(strand: Strand) -> list[Box]:
    """For each stretch from one knot to the next a box that it does not leave, mm."""
    reach = strand.root
    found = []
    for one, two in pairwise(knots_of(strand)):
        xs = one.at[0], one.at[0] + one.on[0], two.at[0] - two.on[0], two.at[0]
        ys = one.at[1], one.at[1] + one.on[1], two.at[1] - two.on[1], two.at[1]
        found.append((min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach))
    return found
