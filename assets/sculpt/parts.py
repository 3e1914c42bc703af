"""The parts of a bone, as figures: plates, rods and ridges. How they become one solid is said in `solids`."""

from dataclasses import dataclass

from forms import Depth, Form

FLATTEN = 0.5  # depths are halved as in a bas-relief, or the wings of the hip bones would be half in the dark
PORES_MM = 0.012

Bead = tuple[
    float, float, float, float
]  # x, y, height of the top line, half the width, in mm; x > 0 stands for both sides


Sides = tuple[float, float, float, float]  # of a rod: deep, square, flank, blunt, as below


@dataclass(frozen=True)
class Rod:
    """A round bar along a line, as thick as its beads: a process, a strut, a knob (two beads close together)."""

    beads: tuple[Bead, ...]
    deep: float = 0.75  # how far its sides fall, in half widths
    square: float = 2.0  # 2 is a round back, more a flat one
    flank: float = 1.5  # mm its sides fall in a mm, below the round
    blunt: float = 1.0  # 1 ends in a half circle, more is cut off shorter


def flat(*depths: Depth) -> tuple[Depth, ...]:
    """Points at the relief's depth."""
    return tuple((x, y, z * FLATTEN) for x, y, z in depths)


def rod(*beads: Bead, sides: Sides = (0.75, 2.0, 1.5, 1.0)) -> Rod:
    """A rod at the relief's depth."""
    return Rod(tuple((x, y, z * FLATTEN, half) for x, y, z, half in beads), *sides)


@dataclass(frozen=True)
class Slab:
    """A plate with a soft edge through points on its rim, and others within it: a lamina."""

    rim: tuple[Depth, ...]  # from the midline round to the midline, or all round
    within: tuple[Depth, ...] = ()
    reach: float = 1.8  # mm, how far in from the rim it is round
    thick: float = 0.7


@dataclass(frozen=True)
class Ridge:
    """A crest on a bone, or with a negative height a furrow, along (x, y, half the width, height)."""

    line: tuple[Bead, ...]
    sharp: float = 1.0  # 1 is a soft swell, less a roof with an edge


@dataclass(frozen=True)
class Bone(Form):
    """A form built of parts that stand on its depths."""

    rods: tuple[Rod, ...] = ()
    slabs: tuple[Slab, ...] = ()
    ridges: tuple[Ridge, ...] = ()
    knit: float = 2.0  # mm, how softly the parts grow together
    creased: float = 1.0  # how much of the drawn creases shows in the relief
    own: object = None  # the figures it is made of, where a rule makes its parts: only these are counted as its own
