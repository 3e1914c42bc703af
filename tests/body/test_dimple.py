"""How deep the dimple is, and why."""

import pytest
from hypothesis import given

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.dimple import FAT_LEFT_MM, dimple_depth_mm, fat_beside_spine_mm, fat_missing_mm
from tests.body.conftest import SHARE, builds, of_fullness


@given(SHARE, SHARE)
def test_with_neither_tether_nor_procedure_only_the_muscles_make_a_dent(sex: float, fullness: float) -> None:
    build = of_fullness(sex, fullness, muscle=0.6, tether=0)
    assert fat_missing_mm(build) == 0
    assert dimple_depth_mm(build) < 1
    assert dimple_depth_mm(build._replace(muscle=0.0)) == 0


@given(builds)
def test_a_shorter_tether_a_fuller_body_and_stronger_muscles_never_make_it_shallower(build: Build) -> None:
    low, high = 0.14, 0.48
    for more in (
        build._replace(tether=min(build.tether + 0.1, 1)),
        build._replace(muscle=min(build.muscle + 0.1, 1)),
        build._replace(sex=0, fat=min(max(build.fat, low) + 0.05, high)),
    ):
        less = (
            build._replace(sex=0, fat=max(build.fat, low)) if more.sex != build.sex or more.fat != build.fat else build
        )
        assert dimple_depth_mm(more) >= dimple_depth_mm(less) - 1e-9


@given(builds)
def test_there_is_never_less_fat_than_the_shortest_tether_leaves(build: Build) -> None:
    assert fat_beside_spine_mm(build) - fat_missing_mm(build) >= FAT_LEFT_MM - 1e-9


@given(SHARE, SHARE)
def test_a_procedure_makes_a_dent_where_there_was_none(sex: float, fullness: float) -> None:
    build = of_fullness(sex, fullness, tether=0)
    assert dimple_depth_mm(build._replace(carved=True)) > dimple_depth_mm(build) + 0.5


def test_the_default_dimple_is_a_few_millimetres_deep() -> None:
    assert dimple_depth_mm(DEFAULT) == pytest.approx(2.6, abs=0.1)
    assert fat_beside_spine_mm(DEFAULT) == pytest.approx(4.0, abs=0.1)
