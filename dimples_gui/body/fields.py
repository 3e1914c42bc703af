"""The named fields that make the back out of the bare trunk: each a smooth shape, and how much a build has of it.

All heights, widths and places are mm and illustrative: shaped by eye until they looked like the backs of such builds.
Where a bone makes a feature, it lies where the plate's bone layer has that bone.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from dimples_gui.body.build import Build
from dimples_gui.body.shapes import Field, Shape, bar, both_sides, bump, rise, turned, valley

# the hip bone's upper edge as it shows under the skin, from the spine outward
CREST = ((50.0, 8.0), (58.0, 20.0), (68.0, 33.0), (82.0, 44.0), (97.0, 50.0), (112.0, 47.0), (126.0, 35.0))
TIPS = (156.0, 125.0, 94.0, 68.0, 44.0)  # of the spinous processes T12 to L4, as on the bone layer


class BasisField(NamedTuple):
    """One feature of the surface: `shape` has about the height 1, `weight` says how many mm a build has of it."""

    shape: Shape
    weight: Callable[[Build], float]

    @property
    def name(self) -> str:
        """What it is."""
        return self.shape.__name__.replace("_", " ")

    def __call__(self, x: Field, y: Field, build: Build) -> Field:
        """Heights in mm at points in mm."""
        return np.asarray(self.shape(x, y) * np.float32(self.weight(build)), np.float32)


def sway(_x: Field, y: Field) -> Field:
    """The hollow of the back seen from the side: ribs and sacrum stand out behind the loins; one column."""
    return np.asarray(0.85 * rise(y, 75, 240) + rise(y, 108, -32), np.float32)


def columns(x: Field, y: Field) -> Field:
    """The long muscles beside the spine as one raised bed: broad at the loins, tapering over the sacrum to nothing."""
    edge = 30 + 34 * rise(y, -46, 70) + 9 * rise(y, 105, 205)
    bed = rise(np.abs(x), edge + 15, edge - 28)
    return np.asarray(bed * rise(y, -58, 78) * (1 - 0.22 * rise(y, 105, 200)), np.float32)


def column_crowns(x: Field, y: Field) -> Field:
    """The rounding of each column, highest some 34 mm out."""
    top = 24 + 10 * rise(y, -10, 110) + 5 * rise(y, 110, 210)

    def crown(x: Field, y: Field) -> Field:
        return np.asarray(np.exp(-(((x - top) / (15 + 3 * rise(y, 90, 190))) ** 2)), np.float32)

    return np.asarray(both_sides(crown, x, y) * rise(y, -20, 70) * (1 - 0.25 * rise(y, 110, 200)), np.float32)


def column_seam(x: Field, y: Field) -> Field:
    """The faint line between the inner and the outer column, seen in the strong."""

    def seam(x: Field, y: Field) -> Field:
        return valley(x - (47 + 3 * rise(y, 80, 190)), 4.5)

    return np.asarray(both_sides(seam, x, y) * rise(y, 62, 120), np.float32)


def furrow(x: Field, y: Field) -> Field:
    """The valley over the spinous processes: soft, running out above the sacrum."""
    width = 7.5 + 7 * rise(y, 80, 0)
    return np.asarray(valley(x, width) * rise(y, 4, 88) * (1 - 0.18 * rise(y, 120, 200)), np.float32)


def broad_furrow(x: Field, y: Field) -> Field:
    """The wide trough in which the furrow lies; deeper where fat stands beside it."""
    return np.asarray(np.exp(-((x / (21 + 5 * rise(y, 60, 0))) ** 2)) * rise(y, -4, 96), np.float32)


def spinous_tips(x: Field, y: Field) -> Field:
    """The tips of the spinous processes, just felt in the furrow."""
    return np.asarray(sum(bump(x, y - np.float32(tip), 6.5, 9.5) for tip in TIPS), np.float32)


def lumbar_pit(x: Field, y: Field) -> Field:
    """The dip over the fifth lumbar spine, the rhombus's upper corner."""
    return bump(x, y - 35, 15, 15)


def sacral_triangle(x: Field, y: Field) -> Field:
    """The flat field between the dimples and the cleft, a little raised in the middle."""
    return bump(x, y + 4, 30, 25, 1.3)


def sacral_edges(x: Field, y: Field) -> Field:
    """The shallow lines from the dimples down to the cleft, where the buttocks begin."""

    def edge(x: Field, y: Field) -> Field:
        return np.asarray(np.exp(-(((x - y - 44) / 17) ** 2)), np.float32)

    return np.asarray(both_sides(edge, x, y) * rise(y, -4, -30) * rise(y, -64, -32), np.float32)


def buttocks(x: Field, y: Field) -> Field:
    """The two gluteal masses, swelling from the lines that run from the dimples to the cleft."""

    def mass(x: Field, y: Field) -> Field:
        return bump(x - 68, y + 106, 58, 88, 1.15)

    return both_sides(mass, x, y)


def gluteal_border(x: Field, y: Field) -> Field:
    """The inner upper border of the great gluteal muscle: fuller just outside the sacral triangle."""

    def border(x: Field, y: Field) -> Field:
        along, across = turned(x, y, (47.0, -34.0), -52)
        return bump(across, along, 17, 34)

    return both_sides(border, x, y)


def middle_gluteal(x: Field, y: Field) -> Field:
    """The fullness below the crest, over the wing of the hip bone."""
    return both_sides(lambda x, y: bump(x - 97, y + 6, 38, 42), x, y)


def hip(x: Field, y: Field) -> Field:
    """The soft fullness at the widest part of the hips."""
    return both_sides(lambda x, y: bump(x - 132, y + 58, 34, 40), x, y)


def hip_hollow(x: Field, y: Field) -> Field:
    """The hollow behind the great trochanter, deeper in the lean."""
    return both_sides(lambda x, y: bump(x - 136, y + 74, 15, 25), x, y)


def flank(x: Field, y: Field) -> Field:
    """The soft roll above the crest."""

    def roll(x: Field, y: Field) -> Field:
        along, across = turned(x, y, (108.0, 73.0), 10)
        return bump(across, along, 23, 42)

    return both_sides(roll, x, y)


def back_roll(x: Field, y: Field) -> Field:
    """The softer roll above the waist's fold, below the ribs."""

    def roll(x: Field, y: Field) -> Field:
        along, across = turned(x, y, (100.0, 134.0), 16)
        return bump(across, along, 20, 46)

    return both_sides(roll, x, y)


def waist_fold(x: Field, y: Field) -> Field:
    """The soft crease over the flank's roll, where the trunk bends."""
    fold = ((84.0, 103.0), (97.0, 100.5), (110.0, 100.5), (123.0, 104.0), (137.0, 110.0))
    return both_sides(lambda x, y: np.asarray(bar(x, y, fold, 7.5) * rise(x, 70, 110), np.float32), x, y)


def side_trough(x: Field, y: Field) -> Field:
    """The shallow trough outside the columns, where the flank begins."""

    def trough(x: Field, y: Field) -> Field:
        return np.asarray(np.exp(-(((x - 80 - 0.06 * (y - 100)) / 14) ** 2)), np.float32)

    return np.asarray(both_sides(trough, x, y) * rise(y, 46, 112), np.float32)


def rib_cage(x: Field, y: Field) -> Field:
    """The lowest ribs and the broad muscle over them, above the waist."""
    return both_sides(lambda x, y: bump(x - 86, y - 196, 42, 52, 1.2), x, y)


def lowest_ribs(x: Field, y: Field) -> Field:
    """The eleventh and twelfth rib, seen in the lean."""
    eleventh, twelfth = ((66.0, 182.0), (88.0, 160.0), (106.0, 126.0)), ((58.0, 150.0), (76.0, 112.0))
    return both_sides(lambda x, y: bar(x, y, eleventh, 11.0) + 0.7 * bar(x, y, twelfth, 10.0), x, y)


def crest_line(x: Field, y: Field) -> Field:
    """The iliac crest: a soft groove below the flank's roll, lost towards the dimple."""
    return np.asarray(both_sides(lambda x, y: bar(x, y, CREST, 11.0), x, y) * rise(np.abs(x), 46, 92), np.float32)


def upper_pits(x: Field, y: Field) -> Field:
    """The higher, outer dip in the bend of the crest."""
    return both_sides(lambda x, y: bump(x - 66, y - 40, 12, 11), x, y)


def cleft_funnel(x: Field, y: Field) -> Field:
    """The slopes that lead into the natal cleft."""
    below = rise(y, -26, -100)
    return np.asarray(valley(x, 13 - 4 * below) * rise(y, -16, -104), np.float32)


def natal_cleft(x: Field, y: Field) -> Field:
    """The upper end of the natal cleft, 38 mm below the spines: a fold that deepens downwards."""
    return np.asarray(valley(x, 2.3) * rise(y, -36, -98), np.float32)


def _shown(build: Build) -> float:
    """How much of the muscles' relief shows through the fat: 1 in the leanest."""
    return 1.12 - 0.6 * build.fullness


def _always(height_mm: float) -> Callable[[Build], float]:
    """The same in every build."""
    return lambda _build: height_mm


FIELDS = (
    BasisField(sway, lambda b: 16.5 - 3.5 * b.sex),
    BasisField(columns, lambda b: (2.2 + 2.2 * b.muscle) * _shown(b)),
    BasisField(column_crowns, lambda b: (0.4 + 4.6 * b.muscle + 1.3 * b.sex) * _shown(b)),
    BasisField(column_seam, lambda b: -1.1 * b.muscle**2 * _shown(b) ** 2),
    BasisField(furrow, lambda b: -(1.6 + 2.6 * b.muscle + 0.7 * b.sex) * _shown(b) - 0.6),
    BasisField(broad_furrow, lambda b: -1.4 - 2.6 * b.fullness),
    BasisField(spinous_tips, lambda b: 0.8 * (1 - b.fullness) ** 3),
    BasisField(lumbar_pit, lambda b: -1.6 - 0.8 * b.fullness),
    BasisField(sacral_triangle, _always(2.4)),
    BasisField(sacral_edges, lambda b: -0.3 - 0.9 * b.muscle),
    BasisField(buttocks, lambda b: 31 - 7 * b.sex + 6 * b.muscle + 7 * (b.fullness - 0.4)),
    BasisField(gluteal_border, lambda b: 0.4 + 1.6 * b.muscle),
    BasisField(middle_gluteal, lambda b: 3.4 + 4.0 * b.muscle),
    BasisField(hip, lambda b: (3.5 - 2.5 * b.sex) * (0.6 + b.fullness)),
    BasisField(hip_hollow, lambda b: -(1.2 + 2.2 * b.muscle) * (1.5 - b.fullness)),
    BasisField(flank, lambda b: 1.8 + 9.0 * b.fullness**1.7 + 1.0 * b.sex * b.fullness),
    BasisField(back_roll, lambda b: 5.0 * b.fullness**2.5),
    BasisField(waist_fold, lambda b: -0.1 - 2.6 * b.fullness**3),
    BasisField(side_trough, lambda b: -(1.0 + 1.8 * b.muscle) * _shown(b)),
    BasisField(rib_cage, lambda b: 4.0 + 3.0 * b.sex + 2.0 * b.muscle),
    BasisField(lowest_ribs, lambda b: 1.2 * (1 - b.fullness) ** 3),
    BasisField(crest_line, lambda b: -1.7 - 0.5 * b.sex + 0.3 * b.fullness),
    BasisField(upper_pits, _always(-1.2)),
    BasisField(cleft_funnel, _always(-12.0)),
    BasisField(natal_cleft, _always(-12.0)),
)
