"""The sacrum: four openings to a side, and between them five grown-together vertebrae, by one rule that tapers.

All figures are in SACRUM_FIGURES, in mm, x > 0 stands for both sides; the rules below hold none.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from forms import Depth, Mound
from parts import PORES_MM, Bead, Bone, Ridge, flat, rod
from tint import BONE

Swell = tuple[float, float]  # half the width and the height of a tubercle on a crest


class Tubercle(NamedTuple):
    """A knob on a crest."""

    x: float
    y: float
    half: float  # its width
    high: float
    long: float = 0.0


class Level(NamedTuple):
    """The bone's back at one height: how far towards the viewer on the midline, along the openings, and beyond them."""

    y: float
    middle: float
    trough: float
    side: float


class Segment(NamedTuple):
    """One of the grown-together vertebrae: its opening, its tubercle outside that, and what is left of its spine."""

    x: float  # opening
    y: float
    size: float  # what the lowest is smaller by
    tubercle: float  # x, at the height of the opening
    spine: float  # y of its middle
    long: float
    high: float


@dataclass(frozen=True)
class Sacrum:
    """All figures of the sacrum."""

    columns: tuple[float, float, float, float]  # x of the sides of the crest, the openings, the tubercles, the border
    levels: tuple[Level, ...]
    edge: tuple[Depth, ...]  # beside the upper rim, the wing, and the face for the hip bone
    segments: tuple[Segment, ...]
    spine: float  # half the median crest's width
    tubercle: Swell  # on the lateral crest
    joint: Swell  # on the intermediate crest, half-way between two openings
    inward: float  # how far within the openings the intermediate crest runs
    saddle: Swell  # between two tubercles: shares of theirs
    gutter: Bead  # beside the median crest: x, how far below the first and the last spine it ends, half width, height
    groove: tuple[Bead, ...]  # where the nerve leaves an opening: from its middle
    horn: Tubercle  # where the intermediate crest ends, beside the hiatus
    process: tuple[Bead, ...]  # superior articular process
    hiatus: Mound
    reach: float
    fullness: float
    creased: float
    pores: float


SACRUM_FIGURES = Sacrum(
    columns=(9, 17.5, 27, 34),
    levels=(
        Level(0, -57, -64.5, -65),
        Level(-14, -49, -52.5, -53.5),
        Level(-30, -37.5, -43, -43.5),
        Level(-48, -29, -39, -42),
        Level(-72, -34, -43, -48),
    ),
    edge=((10, 6, -67), (28, 14, -67), (44, 18, -72), (41, -19, -60), (42, -28, -70), (39, -40, -49)),
    segments=(
        Segment(20.5, -5, 1.0, 31.5, spine=-1.5, long=4, high=3.6),
        Segment(17.5, -20, 1.0, 29.5, spine=-12.5, long=5, high=3.6),
        Segment(16.5, -38.5, 0.95, 26, spine=-26, long=5, high=3.0),
        Segment(14.5, -56.5, 0.75, 23.5, spine=-39.5, long=5, high=2.2),
    ),
    spine=2.4,
    tubercle=(3.0, 2.5),
    joint=(2.2, 1.6),
    inward=6.5,
    saddle=(0.78, 0.27),
    gutter=(5.5, 4.0, 2.6, -1.1),
    groove=((0, 0, 4.5, -2.5), (4.8, -3.3, 3.0, -1.1), (9.8, -6.0, 2.5, 0)),
    horn=Tubercle(7.8, -64, 2.3, 2.2, long=10),
    process=((17, 13, -68, 2.4), (18.5, 7, -61, 3.2), (16, -3, -70, 3.0)),
    hiatus=Mound(0, -62, 4.5, 10, -3.2, edge=1.5),
    reach=2.2,
    fullness=0.7,
    creased=0.25,
    pores=PORES_MM,
)


def built(own: Sacrum) -> Bone:
    """The sacrum from its figures."""
    median = [Tubercle(0, each.spine, own.spine, each.high, each.long) for each in own.segments]
    joints = [
        Tubercle((one.x + two.x) / 2 - own.inward, (one.y + two.y) / 2, *own.joint)
        for one, two in pairwise(own.segments)
    ]
    lateral = [Tubercle(each.tubercle, each.y, *(part * each.size for part in own.tubercle)) for each in own.segments]
    return Bone(
        BONE,
        reach=own.reach,
        fullness=own.fullness,
        depths=flat(*(point for level in own.levels for point in _across(own, level)), *own.edge),
        ridges=(
            *(Ridge(_crest(tubercles, own.saddle)) for tubercles in (median, [*joints, own.horn], lateral)),
            Ridge(_gutter(own)),
            *(Ridge(_groove(own, each)) for each in own.segments),
        ),
        rods=(rod(*own.process),),
        mounds=(own.hiatus,),
        pores=own.pores,
        creased=own.creased,
        own=own,
    )


def _across(own: Sacrum, level: Level) -> tuple[Depth, ...]:
    """The points of the back at one height: it sinks to the openings and rises to the lateral crest."""
    towards = (level.middle, level.middle, level.trough, level.side, level.side)
    return tuple((x, level.y, z) for x, z in zip((0, *own.columns), towards, strict=True))


def _crest(tubercles: list[Tubercle], saddle: Swell) -> tuple[Bead, ...]:
    """A row of tubercles with a saddle half-way between any two, running out at both ends."""
    beads = [_beads(each) for each in tubercles]
    line = [_ran_out(beads[0][0], beads[1][0]), *beads[0]]
    for one, two in pairwise(beads):
        (x0, y0, half0, high0), (x1, y1, half1, high1) = one[-1], two[0]
        between = (x0 + x1) / 2, (y0 + y1) / 2
        line += [(*between, saddle[0] * (half0 + half1) / 2, saddle[1] * (high0 + high1) / 2), *two]
    return (*line, _ran_out(beads[-1][-1], beads[-2][-1]))


def _beads(tubercle: Tubercle) -> tuple[Bead, ...]:
    """A tubercle as one bead, or as two if it is long."""
    x, y, half, high, long = tubercle
    return ((x, y + long / 2, half, high), (x, y - long / 2, half, high)) if long else ((x, y, half, high),)


def _ran_out(end: Bead, inner: Bead) -> Bead:
    """Where a crest has come down to nothing: half as far beyond its last tubercle as the next one is away."""
    (x, y, half, _), (towards_x, towards_y, *_) = end, inner
    return x + (x - towards_x) / 2, y + (y - towards_y) / 2, half, 0


def _gutter(own: Sacrum) -> tuple[Bead, ...]:
    """The groove between the median crest and the intermediate one."""
    x, below, half, high = own.gutter
    top, foot = own.segments[0].spine - below, own.segments[-1].spine - below
    return (x, top, half, 0), (x, (top + foot) / 2, half, high), (x, foot, half, 0)


def _groove(own: Sacrum, segment: Segment) -> tuple[Bead, ...]:
    """The groove in which a nerve leaves its opening, outward and down."""
    size = segment.size
    return tuple(
        (segment.x + size * x, segment.y + size * y, size * half, size * high) for x, y, half, high in own.groove
    )


SACRUM = built(SACRUM_FIGURES)
