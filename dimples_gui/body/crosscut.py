"""The cut across the body at the level of the spines: each layer's upper edge as a line that follows the build."""

from functools import cache
from typing import NamedTuple

import numpy as np

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.dent import FORMS
from dimples_gui.body.dimple import SKIN_MM, SPINE_MM, dent, fat_missing_mm, fat_on_spine_mm
from dimples_gui.body.explanation import DRAWN, Explanation, fat_beside_spine_mm
from dimples_gui.body.fat import pattern
from dimples_gui.body.shapes import Field
from dimples_gui.body.skin import ALL_SHAPES, HALF, PIXEL_MM, all_weights, base_mm, grid, surface
from dimples_gui.body.trunk import half_width, torso

LEVEL = np.array([[SPINE_MM[1]]], np.float32)  # y of the cut, mm
FASCIA_MM = 1.4  # thoracolumbar fascia, posterior layer: 1.3-1.5 mm on ultrasound, 40 subjects [tlf_us]
SHEET_AT = 0.45  # of the fat's thickness, from the skin: there the superficial fascia lies in it (illustrative)
BLEND_MM = 0.5  # tendon between fascia and bone on the spine itself, where all of them blend (illustrative)
FLANK_MM = 1.5  # so far within the body's edge the lines end, for there the skin turns away (illustrative)
STEEPEST = 2.5  # a rise beyond which a layer's thickness is drawn no longer than for this one (illustrative)
# Bone as seen from behind: x, and how far it lies before the spine, mm. The middle third is the sacrum, then the
# ilium. Measured on one adult man [bodyparts3d], sacrum good to 5 mm; further out than 60 mm depths grow at half their
# rate, for there the whole skin is a bas-relief (illustrative).
BONE = (
    (0.0, -35.7), (5.0, -39.0), (10.0, -42.5), (15.0, -45.5), (20.0, -50.0), (25.0, -51.0), (30.0, -51.8),
    (36.0, -55.0), (37.5, -20.0), (40.0, -2.7), (42.5, -0.6), (45.0, 0.0), (47.5, -0.4), (50.0, -1.3), (55.0, -4.0),
    (60.0, -8.7), (65.0, -15.5), (70.0, -23.7), (75.0, -28.5), (80.0, -31.0), (90.0, -36.0), (100.0, -40.5),
    (110.0, -45.0), (120.0, -53.5),
)  # fmt: skip
BONE_X = np.array([-x for x, _ in BONE[:0:-1]] + [x for x, _ in BONE], np.float32)
BONE_BELOW = np.array([below for _, below in (*BONE[:0:-1], *BONE)], np.float32)


class CrossCut(NamedTuple):
    """Heights in mm towards the viewer of each layer's upper edge at `x`, mm, from left to right; deeper is less.

    Fat ends where the thoracolumbar fascia begins; the superficial fascia is a sheet within it. Bone has its own x,
    for it does not reach as far out.
    """

    x: Field
    skin: Field
    fat: Field
    superficial_fascia: Field
    thoracolumbar_fascia: Field
    muscle: Field
    bone_x: Field
    bone: Field


def crosscut(build: Build, explanation: Explanation = DRAWN) -> CrossCut:
    """The layers at y = 0 from flank to flank, every half millimetre; the skin is the relief's."""
    right = _right()[0]
    right = right[right < half_width(LEVEL, build)[0, 0] - FLANK_MM]
    height = _skin(build, explanation)[: right.size]
    rise = np.minimum(np.abs(_slope(height)), np.float32(STEEPEST))
    upright = np.sqrt(1 + rise * rise)  # a layer as thick as that, measured straight down, is 1 mm thick
    fat = height - SKIN_MM * upright
    thickness = _fat(build, explanation)[: right.size] * upright
    fascia = fat - thickness
    muscle = fascia - FASCIA_MM * upright
    return CrossCut(
        x=np.concatenate([-right[::-1], right]),
        skin=_both_halves(height),
        fat=_both_halves(fat),
        superficial_fascia=_both_halves(fat - SHEET_AT * thickness),
        thoracolumbar_fascia=_both_halves(fascia),
        muscle=_both_halves(muscle),
        bone_x=BONE_X,
        bone=_bone(),
    )


def _slope(height: Field) -> Field:
    """How much it rises for each mm outward, between a point's neighbours; at the ends to the only one."""
    slope = np.empty_like(height)
    np.subtract(height[2:], height[:-2], out=slope[1:-1])
    slope[1:-1] *= np.float32(0.5)
    slope[0], slope[-1] = height[1] - height[0], height[-1] - height[-2]
    slope *= np.float32(1 / PIXEL_MM)
    return slope


def _both_halves(right: Field) -> Field:
    return np.concatenate([right[::-1], right]).astype(np.float32)


def _skin(build: Build, explanation: Explanation) -> Field:
    """The right half of the skin at the cut."""
    height = torso(_right(), LEVEL, build)
    height += np.float32(base_mm(build, explanation))
    height += np.array(all_weights(build, explanation), np.float32) @ _shapes()
    return np.asarray(height[0], np.float32)


def _fat(build: Build, explanation: Explanation) -> Field:
    """What `fat_mm` says of the right half; what it is made of never changes."""
    made = dent(build, explanation)
    thinner = np.array([made.hollow, made.pit, made.saucer], np.float32) @ _forms()
    around = np.float32(fat_beside_spine_mm(build)) * _pattern()
    return np.asarray(around - np.float32(fat_missing_mm(build, explanation)) * thinner, np.float32)


@cache
def _pattern() -> Field:
    return np.asarray(pattern(_right(), LEVEL)[0], np.float32)


@cache
def _forms() -> Field:
    """The dent's three forms at the cut, (3, columns)."""
    return np.stack([form(_right(), LEVEL)[0] for form in FORMS[:3]])


@cache
def _right() -> Field:
    """The x of the right half, mm, (1, columns)."""
    return grid()[0][:, HALF:]


@cache
def _shapes() -> Field:
    """Each shape at the cut, (shapes, columns)."""
    x = _right()
    return np.concatenate([np.broadcast_to(shape(x, LEVEL), x.shape) for shape in ALL_SHAPES]).astype(np.float32)


@cache
def _bone() -> Field:
    """The same in every build and by every explanation."""
    on_spine = surface(np.array([[SPINE_MM[0]]], np.float32), LEVEL, DEFAULT)[0, 0]
    top = on_spine - np.float32(SKIN_MM + fat_on_spine_mm(DEFAULT) + FASCIA_MM + BLEND_MM)
    return np.asarray(BONE_BELOW + top, np.float32)
