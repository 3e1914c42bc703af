"""The cut at the level of the spines: one body with the relief, and layers in order."""

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_allclose, assert_array_equal

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.crosscut import crosscut
from dimples_gui.body.dimple import SKIN_MM, dimple_depth_mm, fat_on_spine_mm
from dimples_gui.body.explanation import EXPLANATIONS, Explanation
from dimples_gui.body.shapes import Field
from dimples_gui.body.skin import grid, relief
from dimples_gui.body.trunk import half_width
from tests.body.conftest import builds, explanations, of_fullness

MANY = settings(max_examples=30, deadline=None)
ROWS_AT_LEVEL = (379, 380)  # a quarter of a millimetre above and below y = 0


@MANY
@given(builds, explanations)
def test_the_skin_is_the_relief_s(build: Build, explanation: Explanation) -> None:
    cut = crosscut(build, explanation)
    row = relief(build, explanation)[list(ROWS_AT_LEVEL)].mean(0)
    assert_allclose(cut.skin, np.interp(cut.x, grid()[0][0], row), atol=0.1)


@MANY
@given(builds, explanations)
def test_layers_never_cross(build: Build, explanation: Explanation) -> None:
    cut = crosscut(build, explanation)
    assert all(np.isfinite(line).all() and line.dtype == np.float32 for line in cut)
    assert (cut.fat <= cut.skin - SKIN_MM + 1e-3).all()
    assert (cut.superficial_fascia < cut.fat - 0.1).all()
    assert (cut.thoracolumbar_fascia < cut.superficial_fascia - 0.1).all()
    assert (cut.muscle < cut.thoracolumbar_fascia - 1).all()
    assert (cut.bone < np.interp(cut.bone_x, cut.x, cut.muscle) - 0.3).all()


@MANY
@given(builds, explanations)
def test_left_mirrors_right_from_flank_to_flank(build: Build, explanation: Explanation) -> None:
    cut = crosscut(build, explanation)
    assert_array_equal(cut.x, -cut.x[::-1])
    for line in cut[1:6]:
        assert_array_equal(line, line[::-1])
    assert_array_equal(cut.bone, cut.bone[::-1])
    assert cut.x[-1] == pytest.approx(half_width(np.zeros((1, 1), np.float32), build)[0, 0], abs=2.1)


@MANY
@given(builds, explanations)
def test_bone_stays_where_it_is_and_the_fat_on_it_is_what_was_said(build: Build, explanation: Explanation) -> None:
    cut, middling = crosscut(build, explanation), crosscut(DEFAULT)
    assert_array_equal(cut.bone, middling.bone)
    assert at_spine(cut.x, cut.muscle) == pytest.approx(at_spine(middling.x, middling.muscle), abs=0.1)
    thickness = at_spine(cut.x, cut.fat) - at_spine(cut.x, cut.thoracolumbar_fascia)
    assert thickness == pytest.approx(fat_on_spine_mm(build, explanation), abs=0.1)


def at_spine(x: Field, line: Field) -> float:
    return float(np.interp(45, x, line))


def test_the_floor_is_the_more_hollow_the_more_an_explanation_needs_it() -> None:
    build = of_fullness(0, 0.4, muscle=0.4)
    hollows = []
    for explanation in EXPLANATIONS:
        cut = crosscut(build, explanation)
        beside = (np.interp(20, cut.x, cut.muscle) + np.interp(70, cut.x, cut.muscle)) / 2
        hollows.append(beside - at_spine(cut.x, cut.muscle))
    assert hollows[1] > hollows[0] + 2
    assert hollows[2] > hollows[0] + 2


def test_the_dent_is_in_the_skin_of_the_cut() -> None:
    for explanation in EXPLANATIONS:
        cut = crosscut(DEFAULT, explanation)
        beside = (np.interp(30, cut.x, cut.skin) + np.interp(60, cut.x, cut.skin)) / 2
        assert beside - at_spine(cut.x, cut.skin) == pytest.approx(dimple_depth_mm(DEFAULT, explanation), abs=0.8)
