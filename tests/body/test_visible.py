"""How wide the dimple is, and how well it is seen: held against the relief and against the lamp itself."""

import numpy as np
import pytest
from hypothesis import given, settings

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.dent import form as dent_form
from dimples_gui.body.dimple import dent, dimple_depth_mm
from dimples_gui.body.explanation import BETWEEN_MUSCLES, EXPLANATIONS, HELD_DOWN, Explanation
from dimples_gui.body.skin import grid, surface
from dimples_gui.body.visible import EASY, FAINT, dimple_width_mm, sight
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.lit import MANNERS, Surface, lit
from tests.body.conftest import SHARE, builds, explanations, of_fullness, untied

MANY = settings(max_examples=40, deadline=None)
WORDS = ["hardly", "faintly", "easily"]


@MANY
@given(builds.filter(lambda build: dimple_depth_mm(build) > 0.3), explanations)
def test_it_is_one_to_three_centimetres_wide(build: Build, explanation: Explanation) -> None:
    width = dimple_width_mm(build, explanation)
    assert width == 0 if not dimple_depth_mm(build, explanation) else 10 < width < 30


@MANY
@given(untied)
def test_no_dimple_has_no_width_and_is_hardly_seen(build: Build) -> None:
    assert dimple_width_mm(build, HELD_DOWN) == 0
    assert sight(build, HELD_DOWN) == (0, "hardly")


def test_the_width_is_the_relief_s() -> None:
    flat = DEFAULT._replace(tether=0.0, muscle=0.0)
    x, level = np.arange(25, 65, 0.1, dtype=np.float32)[None, :], np.zeros((1, 1), np.float32)
    deep = DEFAULT._replace(muscle=0.0)
    change = (surface(x, level, deep) - surface(x, level, flat))[0]
    low = change.min()
    rim = (change[0] + change[-1]) / 2
    inside = x[0][change < (low + rim) / 2]
    assert inside[-1] - inside[0] == pytest.approx(dimple_width_mm(deep), rel=0.2)


@MANY
@given(SHARE, SHARE, SHARE)
def test_between_muscles_fat_makes_it_wider_and_fainter(sex: float, muscle: float, fullness: float) -> None:
    build, fullest = of_fullness(sex, fullness, muscle), of_fullness(sex, 1, muscle)
    assert dimple_width_mm(fullest, BETWEEN_MUSCLES) >= dimple_width_mm(build, BETWEEN_MUSCLES) - 1e-3
    assert sight(fullest, BETWEEN_MUSCLES).contrast <= sight(build, BETWEEN_MUSCLES).contrast + 1e-6


@MANY
@given(builds, explanations)
def test_the_flatter_the_lamp_the_better_it_is_seen(build: Build, explanation: Explanation) -> None:
    flat, usual, steep = (sight(build, explanation, elevation) for elevation in (15, 35, 80))
    assert 0 <= steep.contrast <= usual.contrast <= flat.contrast <= 1
    assert WORDS.index(steep.word) <= WORDS.index(usual.word) <= WORDS.index(flat.word)


@MANY
@given(builds, explanations)
def test_the_word_is_the_contrast_s(build: Build, explanation: Explanation) -> None:
    seen = sight(build, explanation)
    assert seen.word == WORDS[(seen.contrast >= FAINT) + (seen.contrast >= EASY)]


def test_every_word_is_said_of_some_body() -> None:
    said = {
        sight(of_fullness(0, fullness), explanation).word for explanation in EXPLANATIONS for fullness in (0, 0.4, 1)
    }
    assert said == set(WORDS)


@pytest.mark.parametrize("elevation", [20.0, 35.0, 60.0])
@pytest.mark.parametrize("fullness", [0.1, 0.4, 0.9])
def test_the_plate_s_own_lamp_makes_that_contrast(elevation: float, fullness: float) -> None:
    """The dent on level ground, lit across as the plate lights skin; to two of its 255 steps.

    Thrown shadows and closed hollows, which darken a dent further, are left out."""
    build = of_fullness(0, fullness)
    picture = lit(level_ground_with(build), Lamp(180, elevation))[..., 1].astype(float)
    row = picture[picture.shape[0] // 2 - 2 : picture.shape[0] // 2 + 2, 8:-8].mean(0)
    made = (row.max() - row.min()) / (row.max() + row.min())
    assert made == pytest.approx(sight(build, HELD_DOWN, elevation).contrast, rel=0.3, abs=0.006)


def level_ground_with(build: Build) -> Surface:
    x, y = grid()
    part = np.ix_((y[:, 0] > -20) & (y[:, 0] < 20), (x[0] > 20) & (x[0] < 70))
    form = dent_form(dent(build, HELD_DOWN), x, y)[part]
    height = np.ascontiguousarray(form * np.float32(-dimple_depth_mm(build, HELD_DOWN)))
    white = np.full((*height.shape, 4), 255, np.uint8)
    manner = MANNERS["skin"]._replace(cast=0.0, warmth=(1.0, 1.0, 1.0))
    return Surface(height, white, np.full((*height.shape, 2), 255, np.uint8), manner)
