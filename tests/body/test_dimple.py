"""The dimple in figures: its form, and its depth for the chart."""

import pytest
from hypothesis import given

from dimples_gui.body.build import Build, fat_range, from_lean_to_fat
from dimples_gui.body.dimple import dent, dimple_depth_mm
from dimples_gui.body.explanation import BETWEEN_MUSCLES, Explanation
from tests.body.conftest import SHARE, builds, explanations, of_fullness


@given(builds, explanations)
def test_the_dent_s_forms_share_its_depth(build: Build, explanation: Explanation) -> None:
    made = dent(build, explanation)
    assert made.depth_mm == dimple_depth_mm(build, explanation) >= 0
    assert made.pit + made.hollow + made.saucer == pytest.approx(1)
    assert min(made.pit, made.hollow, made.saucer) >= -1e-9


@given(SHARE, SHARE, explanations)
def test_fat_makes_it_less_steep_and_a_procedure_steeper(sex: float, fullness: float, explanation: Explanation) -> None:
    build, fullest = of_fullness(sex, fullness), of_fullness(sex, 1)
    assert (
        dent(fullest, explanation).pit
        <= dent(build, explanation).pit
        < dent(build._replace(carved=True), explanation).pit
    )


@given(builds, explanations)
def test_only_between_muscles_it_spreads(build: Build, explanation: Explanation) -> None:
    spread = dent(build._replace(fat=fat_range(build.sex)[1]), explanation).saucer
    assert spread == (pytest.approx(0.5) if explanation == BETWEEN_MUSCLES else 0)


@given(builds)
def test_the_chart_s_bodies_span_the_range_of_fat_and_are_alike_but_for_it(build: Build) -> None:
    bodies = from_lean_to_fat(build, 5)
    fats = [body.fat for body in bodies]
    assert (fats[0], fats[-1]) == pytest.approx(fat_range(build.sex))
    assert fats == sorted(set(fats))
    assert [build._replace(fat=fat) for fat in fats] == list(bodies)
    assert len(bodies) == 5
