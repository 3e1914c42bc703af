"""The forms that the dent is made of: each smooth, of height 1 at the spine.

No dimple's form has ever been measured: all widths and lengths (mm), shares and angles here are illustrative.
"""

import numpy as np

from dimples_gui.body.build import Build
from dimples_gui.body.dimple import SPINE_MM, Dent, dent
from dimples_gui.body.explanation import DRAWN, Explanation
from dimples_gui.body.shapes import Field, Shape, bump, turned

SLANT = 38.0  # degrees: the longer axis goes up and outward
TAIL = 0.15  # of the dent's depth


def pit(x: Field, y: Field) -> Field:
    """The dimple's steeper middle, in the lean and where fat was carved away."""
    along, across = turned(x, y, SPINE_MM, SLANT)
    return 0.75 * bump(across, along, 6.2, 8.2) + 0.25 * bump(across, along, 12, 16)


def hollow(x: Field, y: Field) -> Field:
    """The dimple: an oval with soft edges in a wide shallow saucer, its longer axis up and outward."""
    along, across = turned(x, y, SPINE_MM, SLANT)
    return 0.66 * bump(across, along, 7.8, 10.4) + 0.34 * bump(across, along, 14, 19)


def saucer(x: Field, y: Field) -> Field:
    """The wide soft hollow that muscles leave under much fat."""
    along, across = turned(x, y, SPINE_MM, SLANT)
    return bump(across, along, 15, 20)


def tail(x: Field, y: Field) -> Field:
    """The dimple's shallow tail along the crest."""
    along, across = turned(x, y, (SPINE_MM[0] + 12, SPINE_MM[1] + 10), SLANT + 6)
    return bump(across, along, 7.5, 12)


FORMS: tuple[Shape, ...] = (hollow, pit, saucer, tail)


def weights(build: Build, explanation: Explanation = DRAWN) -> tuple[float, ...]:
    """How many mm a build has of each form under an explanation."""
    made = dent(build, explanation)
    shares = (made.hollow, made.pit, made.saucer, TAIL)
    return tuple(-made.depth_mm * share for share in shares)


def form(made: Dent, x: Field, y: Field) -> Field:
    """The dent without its tail, as a share of its depth: 1 on the spine, at points in mm."""
    shapes = zip((made.hollow, made.pit, made.saucer), FORMS, strict=False)
    return np.asarray(sum(np.float32(share) * shape(x, y) for share, shape in shapes), np.float32)
