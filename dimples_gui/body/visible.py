"""How wide the dimple is, and how well it is seen under the lamp."""

from math import cos, radians, sin
from typing import NamedTuple

import numpy as np

from dimples_gui.body.build import Build
from dimples_gui.body.dent import form
from dimples_gui.body.dimple import SPINE_MM, dent
from dimples_gui.body.explanation import DRAWN, Explanation
from dimples_gui.body.shapes import Field

STEP_MM = 0.5
OUTWARD = np.arange(0, 40, STEP_MM, dtype=np.float32)[None, :]  # mm from the spine
# Brightness of skin as the plate is lit, shares of full light: what the lamp gives at most, what else there is (sky,
# wall, a soft gloss), and of that what the wall across from the lamp throws on a slope that turns away from it, for
# each mm of fall a mm. Read off the plate's own light, and as illustrative as that.
LAMP, ELSE, WALL = 0.52, 0.56, 0.10
SIDE_LIGHT = 35.0  # degrees that the lamp is lifted out of the plate, unless moved (illustrative)
FAINT, EASY = 0.025, 0.06  # contrasts from which on a dimple is seen faintly, easily (illustrative, by eye)


class Sight(NamedTuple):
    """How well a dimple is seen: `contrast` from 0 to 1, `word` is hardly, faintly or easily."""

    contrast: float
    word: str


def dimple_width_mm(build: Build, explanation: Explanation = DRAWN) -> float:
    """From side to side where the dent is half as deep as on the spine, mm; 0 where there is none.

    No width has ever been measured: illustrative.
    """
    made = dent(build, explanation)
    if made.depth_mm <= 0:
        return 0.0
    outward = _profile(build, explanation) / made.depth_mm
    return float(2 * np.interp(0.5, outward[::-1], OUTWARD[0, ::-1]))


def sight(build: Build, explanation: Explanation = DRAWN, elevation: float = SIDE_LIGHT) -> Sight:
    """How well the dimple is seen under a lamp lifted by `elevation` degrees.

    The contrast is that of the dent's two steepest slopes, one towards the lamp and one away from it: the difference
    of their brightness divided by its sum (Michelson). Brightness is what the lamp gives times the cosine between slope
    and lamp, and what else there is; the slopes are gentle, so that cosine changes by the rise times the cosine
    of the elevation, and the wall takes a little of it back. Nothing is brighter than its colour in full light. A
    lamp at the side shows a dent, one straight before it hides it.
    """
    rise = float(np.abs(np.diff(_profile(build, explanation))).max() / STEP_MM)
    level = LAMP * sin(radians(elevation)) + ELSE
    change = rise * max(LAMP * cos(radians(elevation)) - WALL, 0.0)
    lit, shaded = min(level + change, 1.0), min(max(level - change, 0.0), 1.0)
    contrast = (lit - shaded) / (lit + shaded)
    return Sight(contrast, "hardly" if contrast < FAINT else "faintly" if contrast < EASY else "easily")


def _profile(build: Build, explanation: Explanation) -> Field:
    """How deep the dent is at each step outward from the spine, mm."""
    made = dent(build, explanation)
    across = form(made, OUTWARD + np.float32(SPINE_MM[0]), np.full((1, 1), SPINE_MM[1], np.float32))
    return np.asarray(across[0] * np.float32(made.depth_mm), np.float32)
