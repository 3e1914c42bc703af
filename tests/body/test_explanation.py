"""What each of the three explanations foretells, over all bodies."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dimples_gui.body.build import DEFAULT, DEFAULT_MAN, Build
from dimples_gui.body.dimple import dimple_depth_mm, fat_on_spine_mm
from dimples_gui.body.explanation import (
    BETWEEN_MUSCLES,
    DRAWN,
    EXPLANATIONS,
    FAT_LEFT_MM,
    FILLED_IN,
    HELD_DOWN,
    Explanation,
    called,
    fat_beside_spine_mm,
)
from tests.body.conftest import SHARE, builds, explanations, of_fullness, untied

ROUNDING = 1e-9
CLAIMS = Path(__file__).parents[2] / "content/en/claims.yaml"
SOURCES = {HELD_DOWN: "braus1921", FILLED_IN: "kollmann", BETWEEN_MUSCLES: "richer"}


def fatter(build: Build, fullness: float) -> tuple[float, float]:
    """Two shares of body fat within the range of this build's sex, the lower first."""
    other = of_fullness(build.sex, fullness)
    return min(build.fat, other.fat), max(build.fat, other.fat)


@given(untied, st.sampled_from((HELD_DOWN, FILLED_IN)))
def test_with_neither_tether_nor_procedure_nothing_is_held_down_and_no_hollow_is_kept(
    build: Build, explanation: Explanation
) -> None:
    assert dimple_depth_mm(build, explanation) == 0


@given(untied)
def test_between_muscles_there_is_a_hollow_without_a_tether(build: Build) -> None:
    assert dimple_depth_mm(build, BETWEEN_MUSCLES) > 0.9


@given(builds, SHARE)
def test_between_muscles_the_tether_is_nothing(build: Build, tether: float) -> None:
    assert dimple_depth_mm(build._replace(tether=tether), BETWEEN_MUSCLES) == dimple_depth_mm(build, BETWEEN_MUSCLES)


@given(builds, SHARE)
def test_held_down_more_fat_never_makes_it_shallower(build: Build, fullness: float) -> None:
    less, more = (dimple_depth_mm(build._replace(fat=fat), HELD_DOWN) for fat in fatter(build, fullness))
    assert more >= less - ROUNDING


@given(builds, SHARE)
def test_filled_in_more_fat_never_makes_it_deeper(build: Build, fullness: float) -> None:
    less, more = (dimple_depth_mm(build._replace(fat=fat), FILLED_IN) for fat in fatter(build, fullness))
    assert more <= less + ROUNDING


@given(builds, SHARE)
def test_between_muscles_more_fat_never_makes_it_deeper_unless_fat_was_carved_away(
    build: Build, fullness: float
) -> None:
    natural = build._replace(carved=False)
    less, more = (dimple_depth_mm(natural._replace(fat=fat), BETWEEN_MUSCLES) for fat in fatter(natural, fullness))
    assert more <= less + ROUNDING


@pytest.mark.parametrize("explanation", [HELD_DOWN, BETWEEN_MUSCLES], ids=lambda explanation: explanation.id)
@given(build=builds, muscle=SHARE)
def test_more_muscle_never_makes_it_shallower(explanation: Explanation, build: Build, muscle: float) -> None:
    slight, strong = sorted((build.muscle, muscle))
    depths = [dimple_depth_mm(build._replace(muscle=muscle), explanation) for muscle in (slight, strong)]
    assert depths[1] >= depths[0] - ROUNDING


@given(builds, SHARE)
def test_filled_in_muscle_is_nothing(build: Build, muscle: float) -> None:
    assert dimple_depth_mm(build._replace(muscle=muscle), FILLED_IN) == dimple_depth_mm(build, FILLED_IN)


@given(builds, SHARE, explanations)
def test_a_shorter_tether_never_makes_it_shallower(build: Build, tether: float, explanation: Explanation) -> None:
    long, short = sorted((build.tether, tether))
    depths = [dimple_depth_mm(build._replace(tether=tether), explanation) for tether in (long, short)]
    assert depths[1] >= depths[0] - ROUNDING


@given(builds, explanations)
def test_a_procedure_never_makes_it_shallower(build: Build, explanation: Explanation) -> None:
    natural, carved = (dimple_depth_mm(build._replace(carved=carved), explanation) for carved in (False, True))
    assert carved >= natural


@given(untied.filter(lambda build: build.fullness < 0.8), explanations)
def test_a_procedure_makes_a_dent_where_there_was_none(build: Build, explanation: Explanation) -> None:
    natural, carved = (dimple_depth_mm(build._replace(carved=carved), explanation) for carved in (False, True))
    assert carved > natural + 0.5


@given(builds, explanations)
def test_there_is_never_less_fat_than_the_shortest_tether_leaves(build: Build, explanation: Explanation) -> None:
    assert fat_on_spine_mm(build, explanation) >= FAT_LEFT_MM - ROUNDING


@given(builds, explanations)
def test_floor_fat_and_dent_add_up(build: Build, explanation: Explanation) -> None:
    """What the floor lies lower on the spine is either fat there or seen in the skin."""
    more_fat = fat_on_spine_mm(build, explanation) - fat_beside_spine_mm(build)
    assert dimple_depth_mm(build, explanation) + more_fat == pytest.approx(explanation.floor_mm(build))
    assert explanation.floor_mm(build) >= 0


def test_over_the_range_of_fat_each_explanation_goes_its_own_way_by_millimetres() -> None:
    for sex in (0.0, 1.0):
        leanest, fattest = of_fullness(sex, 0), of_fullness(sex, 1)
        change = {e: dimple_depth_mm(fattest, e) - dimple_depth_mm(leanest, e) for e in EXPLANATIONS}
        assert change[HELD_DOWN] > 3
        assert change[FILLED_IN] < -3
        assert -2 < change[BETWEEN_MUSCLES] < -1
        assert dimple_depth_mm(fattest, FILLED_IN) == 0


def test_muscle_is_much_between_muscles_and_little_where_held_down() -> None:
    slight, strong = DEFAULT._replace(muscle=0.0), DEFAULT._replace(muscle=1.0)
    gain = {e: dimple_depth_mm(strong, e) - dimple_depth_mm(slight, e) for e in EXPLANATIONS}
    assert gain[BETWEEN_MUSCLES] > 2
    assert 1 > gain[HELD_DOWN] > 0.5
    assert gain[FILLED_IN] == 0


@pytest.mark.parametrize("explanation", EXPLANATIONS, ids=lambda explanation: explanation.id)
def test_all_agree_about_the_middling_body_which_is_a_few_millimetres_deep(explanation: Explanation) -> None:
    for build in (DEFAULT, DEFAULT_MAN):
        assert dimple_depth_mm(build, explanation) == pytest.approx(2.59, abs=0.005)
        assert fat_beside_spine_mm(build) == pytest.approx(4.0, abs=0.1)


def test_each_has_a_name_and_one_line_beside_a_claim_with_its_source() -> None:
    claims = {claim["id"]: claim for claim in yaml.safe_load(CLAIMS.read_text("utf-8"))}
    assert len({explanation.id for explanation in EXPLANATIONS}) == len(SOURCES) == 3
    assert DRAWN in EXPLANATIONS
    for explanation in EXPLANATIONS:
        assert explanation.who
        assert explanation.says.endswith(".")
        assert len(explanation.says) < 100
        assert set(explanation.claims) <= claims.keys()
        assert SOURCES[explanation] in claims[explanation.claims[0]]["sources"]


def test_each_explanation_is_found_by_its_id() -> None:
    assert [called(explanation.id) for explanation in EXPLANATIONS] == [*EXPLANATIONS]
