"""What one body is."""

import pytest
from hypothesis import given

from dimples_gui.body.build import DEFAULT, DEFAULT_MAN, MAN, WOMAN, Build, fat_range
from tests.body.conftest import SHARE, builds, of_fullness


@given(builds, SHARE)
def test_another_sex_keeps_the_place_in_the_range_of_fat(build: Build, sex: float) -> None:
    assert build.with_sex(sex).fullness == pytest.approx(build.fullness, abs=1e-5)
    assert build.with_sex(sex)._replace(sex=0, fat=0) == build._replace(sex=0, fat=0)


@given(builds)
def test_going_to_the_other_sex_and_back_changes_nothing(build: Build) -> None:
    there_and_back = build.with_sex(1 - build.sex).with_sex(build.sex)
    assert there_and_back == pytest.approx(build, abs=1e-5)


@given(builds)
def test_a_sane_body_is_within_its_bounds(build: Build) -> None:
    assert build.within_bounds() == pytest.approx(build)


def test_an_insane_body_becomes_the_nearest_sane_one() -> None:
    assert Build(sex=3, fat=0.9, muscle=-1, tether=2, carved=True).within_bounds() == Build(1, 0.40, 0, 1, True)
    assert Build(sex=-1, fat=0.01, muscle=9, tether=-2).within_bounds() == Build(0, 0.14, 1, 0)


def test_women_carry_more_fat_than_men_and_the_surveys_means_are_sane() -> None:
    assert fat_range(WOMAN)[0] > fat_range(MAN)[0]
    for sex, means in ((WOMAN, (0.32, 0.42)), (MAN, (0.23, 0.31))):
        low, high = fat_range(sex)
        assert low < means[0] < means[1] < high


@pytest.mark.parametrize("fat", [-1.0, 0.0, 0.14])
def test_fullness_ends_at_the_leanest(fat: float) -> None:
    assert Build(fat=fat).fullness == 0


def test_fullness_ends_at_the_fattest() -> None:
    assert Build(fat=0.9).fullness == 1


def test_the_default_man_is_the_default_woman_as_a_man() -> None:
    assert DEFAULT_MAN.sex == MAN
    assert of_fullness(MAN, DEFAULT.fullness).fat == pytest.approx(DEFAULT_MAN.fat)
    assert DEFAULT_MAN.fat == pytest.approx(0.20)
