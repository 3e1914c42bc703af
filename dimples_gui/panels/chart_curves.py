"""What the chart shows, in figures: the dent's depth against body fat, a curve an explanation."""

from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from dimples_gui.body.build import Build, fat_range, from_lean_to_fat
from dimples_gui.body.explanation import EXPLANATIONS, Explanation

KEPT = 32  # sets of curves
POINTS = 21  # of a curve, a tenth of a pixel off at most; the corner of the one that ends at 0 falls on one of them
LEAST_TOP_MM, TICK_MM = 6.0, 2.0
TICK_FAT, NEARLY = 0.1, 1e-9
TABLE_STEP = 4  # per cent of body fat, from row to row

Curve = tuple[tuple[float, float], ...]  # body fat as a share of body mass, depth in mm


class Mark(NamedTuple):
    """A figure of body fat that is in circulation, of whom it is said, and the claim that judges it."""

    fat: float
    claim: str


MARKS = (Mark(0.22, "c26"), Mark(0.32, "c26"))


class Span(NamedTuple):
    """What the axes reach over: body fat as a share of body mass, and mm from 0."""

    low: float
    high: float
    top_mm: float


def curves_of(build: Build) -> dict[str, Curve]:
    """The curve of each explanation, by its id, for bodies that are like this one but for their fat."""
    return _curves(build.sex, build.muscle, build.tether, build.carved)


@lru_cache(KEPT)
def _curves(sex: float, muscle: float, tether: float, carved: bool) -> dict[str, Curve]:  # noqa: FBT001  # a key
    bodies = from_lean_to_fat(Build(sex, muscle=muscle, tether=tether, carved=carved), POINTS)
    return {one.id: tuple((body.fat, one.depth_mm(body)) for body in bodies) for one in EXPLANATIONS}


@lru_cache(KEPT)
def _deepest(sex: float, muscle: float, tether: float, carved: bool) -> float:  # noqa: FBT001  # a key
    return max(depth for curve in _curves(sex, muscle, tether, carved).values() for _, depth in curve)


def depth_at(build: Build, explanation: Explanation, fat: float) -> float:
    """The depth in mm that a body like this one has with so much fat."""
    return explanation.depth_mm(build._replace(fat=fat))


def span_of(builds: tuple[Build, ...]) -> Span:
    """Wide enough for the ranges of these bodies, high enough for their dents; in whole steps, so that it stays."""
    ranges = [fat_range(build.sex) for build in builds]
    deepest = max(_deepest(build.sex, build.muscle, build.tether, build.carved) for build in builds)
    top = LEAST_TOP_MM
    while top < deepest:
        top += TICK_MM
    low, high = min(low for low, _ in ranges), max(high for _, high in ranges)
    return Span(TICK_FAT * floor(low / TICK_FAT + NEARLY), TICK_FAT * ceil(high / TICK_FAT - NEARLY), top)


def ticks(low: float, high: float, step: float) -> tuple[float, ...]:
    """The multiples of a step from one bound to another."""
    first, last = ceil(low / step - NEARLY), floor(high / step + NEARLY)
    return tuple(number * step for number in range(first, last + 1))


def table_fats(build: Build) -> tuple[float, ...]:
    """The body fat of each row of the table: whole per cents, as its rows are called, over the range of the sex."""
    low, high = (100 * end for end in fat_range(build.sex))
    first, last = ceil(low - NEARLY), floor(high + NEARLY)
    between = range(first // TABLE_STEP * TABLE_STEP + TABLE_STEP, last, TABLE_STEP)
    return tuple(row / 100 for row in (first, *between, last))
