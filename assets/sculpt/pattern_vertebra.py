"""One pattern for every vertebra from behind: where its parts lie between the few landmarks of a vertebra's own.

All figures are in PATTERN and in forms_vertebra; the rules below hold none. Lengths in mm, x > 0 stands for both sides.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from forms import Depth
from parts import PORES_MM, Bead, Bone, Sides, Slab, flat, rod
from tint import BONE

Point = tuple[float, float]


class Wing(NamedTuple):
    """A transverse process: its tip, and half its breadth there."""

    x: float
    y: float
    half: float


class Spine(NamedTuple):
    """A spinous process: its tip's height on the midline, how far it stands out, half its width."""

    y: float
    root: float  # at its root, nearer the viewer than the arch's waist
    out: float  # at its highest
    half: float


@dataclass(frozen=True)
class Vertebra:
    """What is a vertebra's own: points (x, y), and heights y on the midline."""

    depth: float  # of the arch at its waist, towards the viewer
    lean: float  # how much nearer the viewer it comes with each mm upwards: the curve of the loin
    top: float  # upper rim of the arch
    shoulder: Point  # upper outer corner of the arch
    waist: Point  # narrowest place, between the joint above and the joint below
    heel: Point  # outermost place of the lower articular process
    toe: Point  # its lower end
    foot: float  # lower rim of the arch
    pit: float  # the gap below it, nearer the viewer than the waist
    spine: Spine
    knob: Point  # mamillary process, behind the joint above
    neck: Point  # where the transverse process leaves
    wing: Wing
    strut: tuple[Bead, ...] = ()  # an edge that only this one has


class Along(NamedTuple):
    """A bead of the spinous process, in shares of its length from the root, of how far it stands out, of its width."""

    way: float
    out: float
    half: float


@dataclass(frozen=True)
class Pattern:
    """What all vertebrae have in common. An offset is (x, y, towards the viewer), or of a bead with half its width."""

    # the arch, a sheet hung between four corners: how much nearer the viewer than its waist
    top: float = 0.5  # as a share of how far the spinous process stands out at its root
    shoulder: float = -2.0
    heel: float = 4.0
    toe: float = 1.5
    foot: float = 14.0
    brow: tuple[Depth, ...] = (
        (0.35, 0.0, -1.5),
        (0.7, 0.8, -2.5),
    )  # upper rim: share of the way out, mm higher, nearer
    hem: tuple[Point, ...] = ((0.84, 0.2), (0.62, 0.72), (0.35, 1.03))  # lower rim: share of the way out, of the rise
    cheeks: tuple[Depth, ...] = (
        (0.3, 0.4, 0.5),
        (0.3, 0.75, 1.5),
        (0.65, 0.6, 0.5),
    )  # within: share out, down, mm nearer
    # the spinous process, and the web on which it rises
    root: float = -2.0  # above the arch's upper rim
    blade: tuple[Along, ...] = (
        Along(0, 0, 0.42),
        Along(0.25, 0.6, 0.53),
        Along(0.5, 0.92, 0.67),
        Along(0.8, 1, 0.95),
        Along(1, 0.82, 1),
    )
    web: Bead = (0.0, 3.0, -9.0, 1.0)  # how far above the foot it ends, how much lower and wider it is
    # the upper articular process, from its tip down: from the knob
    knob: float = 8.5
    joint: tuple[Bead, ...] = ((-4.0, 8.0, -5.5, 1.2), (-2.4, 4.5, -1.8, 2.7), (0, 0, 0, 3.5), (-3.0, -7.5, -15.0, 3.0))
    # the transverse process: its root and neck, the dip beyond, the tip
    wing_root: Depth = (-6.5, -3.0, -11.0)  # from its neck
    neck: float = 1.0  # nearer the viewer than the waist
    wing_dip: Depth = (0.5, 0.6, -1.5)  # shares of the way from the neck to the tip; lower by
    wing_tip: float = 0.0  # nearer the viewer than the waist
    wing_neck: float = 0.87  # its breadth there, as a share of the tip's
    # the body and the roots of the arch, seen beside and between: from top, knob, shoulder, waist, foot and wing's tip
    above: Depth = (0.0, 5.0, -16.0)
    under_knob: Depth = (0.0, 10.0, -35.0)
    pedicle: Depth = (3.0, -3.0, -10.0)
    flank: Depth = (5.0, -4.0, -26.0)
    below: Point = (8.0, -3.0)
    far: Depth = (8.0, 0.0, -25.0)
    # how round the parts are: how deep, how square, how steep their flanks, how blunt their ends
    spine_sides: Sides = (0.9, 2.2, 6.0, 2.4)
    web_sides: Sides = (0.75, 2.0, 1.3, 1.2)
    joint_sides: Sides = (0.75, 2.0, 5.0, 1.0)
    wing_sides: Sides = (0.6, 2.0, 1.5, 1.0)
    strut_sides: Sides = (0.75, 2.0, 1.2, 1.0)
    reach: float = 1.3
    fullness: float = 0.6
    knit: float = 2.6
    pores: float = PORES_MM


PATTERN = Pattern()


def built(bone: Vertebra) -> Bone:
    """A vertebra from the pattern and its own figures."""
    return Bone(
        BONE,
        reach=PATTERN.reach,
        fullness=PATTERN.fullness,
        depths=flat(*_body(bone)),
        slabs=(Slab(flat(*_rim(bone)), flat(*(_on_arch(bone, *cheek) for cheek in PATTERN.cheeks))),),
        rods=(
            rod(*_blade(bone), sides=PATTERN.spine_sides),
            rod(*_web(bone), sides=PATTERN.web_sides),
            rod(*_joint(bone), sides=PATTERN.joint_sides),
            rod(*_wing(bone), sides=PATTERN.wing_sides),
            *((rod(*bone.strut, sides=PATTERN.strut_sides),) if bone.strut else ()),
        ),
        pores=PATTERN.pores,
        creased=0.0,
        knit=PATTERN.knit,
        own=bone,
    )


def _at(bone: Vertebra, point: Point, nearer: float) -> Depth:
    """A point so much nearer the viewer than the waist, and leant with the bone."""
    x, y = point
    return x, y, bone.depth + bone.lean * (y - bone.waist[1]) + nearer


def _from(bone: Vertebra, point: Point, offset: Depth) -> Depth:
    """The point that lies so far from a landmark."""
    return _at(bone, (point[0] + offset[0], point[1] + offset[1]), offset[2])


def _flank(bone: Vertebra, y: float) -> tuple[float, float]:
    """The arch's outer edge at a height: how far out, and how much nearer the viewer than the waist."""
    corners = bone.toe, bone.heel, bone.waist, bone.shoulder
    heights = [corner[1] for corner in corners]
    nearer = (PATTERN.toe, PATTERN.heel, 0, PATTERN.shoulder)
    return float(np.interp(y, heights, [corner[0] for corner in corners])), float(np.interp(y, heights, nearer))


def _on_arch(bone: Vertebra, out: float, down: float, bulge: float = 0, rise: float = 0) -> Depth:
    """A point of the arch, in shares of the way from the midline to its flank and from its upper to its lower rim."""
    middle = bone.top + down * (bone.foot - bone.top)
    side = bone.shoulder[1] + down * (bone.toe[1] - bone.shoulder[1])
    x, nearer = _flank(bone, side)
    top = PATTERN.top * bone.spine.root
    ridge = top + down * (PATTERN.foot - top)
    return _at(bone, (out * x, middle + out * (side - middle) + rise), ridge + out * (nearer - ridge) + bulge)


def _rim(bone: Vertebra) -> tuple[Depth, ...]:
    """The arch's rim with the lower articular process, from its top round to its foot."""
    sides = ((bone.shoulder, PATTERN.shoulder), (bone.waist, 0), (bone.heel, PATTERN.heel), (bone.toe, PATTERN.toe))
    return (
        _on_arch(bone, 0, 0),
        *(_on_arch(bone, out, 0, bulge, rise) for out, rise, bulge in PATTERN.brow),
        *(_at(bone, corner, nearer) for corner, nearer in sides),
        *(_on_hem(bone, out, rise) for out, rise in PATTERN.hem),
        _on_arch(bone, 0, 1),
    )


def _on_hem(bone: Vertebra, out: float, rise: float) -> Depth:
    """A point of the lower rim, in shares of the way out to the toe and up from it to the foot."""
    y = bone.toe[1] + rise * (bone.foot - bone.toe[1])
    return _at(bone, (out * bone.toe[0], y), PATTERN.foot + out * (PATTERN.toe - PATTERN.foot))


def _blade(bone: Vertebra) -> tuple[Bead, ...]:
    """The spinous process, from its root to its tip."""
    spine, y, z = bone.spine, bone.top + PATTERN.root, bone.depth + bone.spine.root
    long, out = spine.y - y, spine.out - spine.root
    return tuple((0, y + bead.way * long, z + bead.out * out, bead.half * spine.half) for bead in PATTERN.blade)


def _web(bone: Vertebra) -> tuple[Bead, ...]:
    """The broad root on which the spinous process rises from the arch; it ends where the arch ends."""
    x, above, lower, wider = PATTERN.web
    upper = [bead for bead in _blade(bone) if bead[1] > bone.foot + above]
    return tuple((at + x, y, z + lower, half + wider) for at, y, z, half in upper)


def _joint(bone: Vertebra) -> tuple[Bead, ...]:
    """The upper articular process with the mamillary process, from its tip down."""
    return tuple((*_from(bone, bone.knob, (x, y, PATTERN.knob + z)), half) for x, y, z, half in PATTERN.joint)


def _wing(bone: Vertebra) -> tuple[Bead, ...]:
    """The transverse process, from its root to its tip."""
    (x, y), tip = bone.neck, bone.wing
    along, wide, lower = PATTERN.wing_dip
    dip = x + along * (tip.x - x), y + along * (tip.y - y)
    root = PATTERN.wing_neck * tip.half
    return (
        (*_from(bone, bone.neck, PATTERN.wing_root), root),
        (*_at(bone, bone.neck, PATTERN.neck), root),
        (*_at(bone, dip, lower), root + wide * (tip.half - root)),
        (*_at(bone, (tip.x, tip.y), PATTERN.wing_tip), tip.half),
    )


def _body(bone: Vertebra) -> tuple[Depth, ...]:
    """What shows of the body and of the roots of the arch."""
    return (
        _from(bone, (0, bone.top), PATTERN.above),
        _from(bone, bone.knob, PATTERN.under_knob),
        _from(bone, bone.shoulder, PATTERN.pedicle),
        _from(bone, bone.waist, PATTERN.flank),
        _from(bone, (0, bone.foot), (*PATTERN.below, bone.pit)),
        _from(bone, (bone.wing.x, bone.wing.y), PATTERN.far),
    )
