"""The dimple in figures: how deep the dent is, what fat lies on the spine, how steep and how wide it is made."""

from typing import NamedTuple

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.explanation import BETWEEN_MUSCLES, DRAWN, Explanation, fat_beside_spine_mm

SKIN_MM = 2.5  # dermis over the sacrum 2.32-2.65 mm, 50 adults [burk2017]
# The posterior superior iliac spine, right side, as the plate has it: at 45.4 mm on one adult man [bodyparts3d]. The
# dimple lies over it in every build (illustrative).
SPINE_MM = (45.0, 0.0)

STEEP = 0.7  # share of the pit in the leanest (illustrative)
CARVED_STEEPER = 0.25  # share of the pit that a procedure adds (illustrative)
SPREAD = 0.85  # share of the saucer for each unit of fullness beyond the middling body's (illustrative)


class Dent(NamedTuple):
    """The dent in the skin: its depth, and the shares of its three forms, each wider than the one before."""

    depth_mm: float
    pit: float
    hollow: float
    saucer: float


def dimple_depth_mm(build: Build, explanation: Explanation = DRAWN) -> float:
    """How far the skin on the spine lies below its surroundings, mm; 0 means nothing to see.

    No depth has ever been measured: illustrative.
    """
    return explanation.depth_mm(build)


def fat_missing_mm(build: Build, explanation: Explanation = DRAWN) -> float:
    """How much thinner the fat is on the spine than beside it, mm; below 0 where fat fills a hollow of the floor."""
    return explanation.depth_mm(build) - explanation.floor_mm(build)


def fat_on_spine_mm(build: Build, explanation: Explanation = DRAWN) -> float:
    """What fat lies between skin and floor on the spine itself, mm."""
    return fat_beside_spine_mm(build) - fat_missing_mm(build, explanation)


def dent(build: Build, explanation: Explanation = DRAWN) -> Dent:
    """Softer with more fat; between muscles [c14: richer] wider too (illustrative)."""
    pit = STEEP * (1 - build.fullness) + (CARVED_STEEPER if build.carved else 0.0)
    fuller = max(build.fullness - DEFAULT.fullness, 0.0)
    saucer = SPREAD * fuller if explanation == BETWEEN_MUSCLES else 0.0
    return Dent(explanation.depth_mm(build), pit, 1 - pit - saucer, saucer)
