"""The dimple in figures: its form, and its depth for the chart."""

import pytest
from hypothesis import given

from dimples_gui.body.build import Build, fat_range
from dimples_gui.body.dimple import dent, depth_against_fat, dimple_depth_mm
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


@given(builds, explanations)
def test_the_chart_s_curve_spans_the_range_of_fat_and_holds_the_depths(build: Build, explanation: Explanation) -> None:
    curve = depth_against_fat(build, explanation, 5)
    assert (curve[0][0], curve[-1][0]) == pytest.approx(fat_range(build.sex))
    assert [fat for fat, _ in curve] == sorted({fat for fat, _ in curve})
    assert len(curve) == 5
    for fat, depth in curve:
        assert depth == dimple_depth_mm(build._replace(fat=fat), explanation)
