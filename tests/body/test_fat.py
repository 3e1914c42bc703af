"""How thick the fat is under the skin."""

import numpy as np
import pytest
from hypothesis import given, settings

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.dimple import SKIN_MM, fat_missing_mm
from dimples_gui.body.explanation import DRAWN, Explanation, fat_beside_spine_mm
from dimples_gui.body.fat import fat_mm, pattern
from dimples_gui.body.shapes import Field
from dimples_gui.body.skin import grid
from tests.body.conftest import at, builds, explanations, of_fullness

FEW = settings(max_examples=8, deadline=None)
COARSE = grid()[0][:, ::4], grid()[1][::4]


def thickness(build: Build, explanation: Explanation = DRAWN) -> Field:
    return fat_mm(build, *grid(), explanation)


@FEW
@given(builds, explanations)
def test_there_is_fat_everywhere_by_every_explanation(build: Build, explanation: Explanation) -> None:
    fat = thickness(build, explanation)
    assert fat.min() > 0.3
    assert at(fat, 0, -10) < at(fat, 35, 120) < at(fat, 110, 72) < at(fat, 102, 8)


@FEW
@given(builds.filter(lambda build: fat_missing_mm(build) >= 0))
def test_fat_is_thinnest_on_the_spines_where_they_are_held_down(build: Build) -> None:
    fat = thickness(build)
    on_spine = at(fat, 45, 0)
    assert on_spine == pytest.approx(fat.min(), abs=0.15)
    assert on_spine < at(fat, 0, -10)


def test_up_and_outward_the_tissue_is_two_to_three_times_as_thick() -> None:
    """2.15 times as thick on CT, 3.24 in cadavers, skin included [kimdy2014]."""
    for fullness in (0.2, 0.41, 0.8):
        fat = thickness(of_fullness(0, fullness, tether=0.0))
        assert 2.15 < (fat.max() + SKIN_MM) / (at(fat, 45, 0) + SKIN_MM) < 3.24


def test_middling_bodies_have_what_was_measured() -> None:
    """Over the sacrum half a skinfold of 12-14 mm less the skin [sacralskinfold]; some 8 mm at L1-L2 [sfi2022]."""
    fat = thickness(DEFAULT)
    assert 3.0 < at(fat, 0, -10) < 5.0
    assert 7.0 < at(fat, 35, 120) < 9.5


@FEW
@given(builds, explanations)
def test_a_fuller_body_has_more_fat_everywhere_when_nothing_is_held_down(
    build: Build, explanation: Explanation
) -> None:
    free = build._replace(tether=0.0, carved=False)
    fuller = of_fullness(free.sex, min(free.fullness + 0.1, 1), free.muscle, tether=0)
    assert (fat_mm(fuller, *COARSE, explanation) >= fat_mm(free, *COARSE, explanation) - 1e-4).all()


@FEW
@given(builds, explanations)
def test_what_is_missing_is_missing_there_and_nowhere_far(build: Build, explanation: Explanation) -> None:
    around = fat_beside_spine_mm(build) * pattern(*COARSE)
    missing = around - fat_mm(build, *COARSE, explanation)
    on_spine = np.array([[45]], np.float32), np.array([[0]], np.float32)
    thinner = fat_beside_spine_mm(build) - fat_mm(build, *on_spine, explanation)[0, 0]
    assert thinner == pytest.approx(fat_missing_mm(build, explanation), abs=0.001)
    assert np.abs(missing).max() == pytest.approx(abs(thinner), abs=0.1, rel=0.05)
    assert np.abs(missing[:62]).max() < 1e-3
