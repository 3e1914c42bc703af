"""A structure is drawn with few controls, so that a hand can change it: nothing is traced."""

import sys
from pathlib import Path

import pytest

SCULPT = Path(__file__).parent.parent / "assets" / "sculpt"
sys.path.append(str(SCULPT))

from controls import MOST, Controls, counted  # noqa: E402  # after the path

# those that have some more, and may not grow: what they have
LARGE = {"hip-bone-left": 125, "hip-bone-right": 125}
# the same figure by figure: a bone's depths are three to a point
IN_NUMBERS = {
    "sacrum": 366, "hip-bone-left": 282, "hip-bone-right": 282, "L5": 250, "L4": 237, "L3": 236, "L2": 235, "L1": 232,
    "T12": 187, "subcutaneous-fat": 121,
}  # fmt: skip


@pytest.fixture(scope="module")
def controls() -> list[Controls]:
    return counted()


def test_no_structure_has_more_controls_than_a_hand_can_set(controls: list[Controls]) -> None:
    assert {each.id: each.total for each in controls if each.total > LARGE.get(each.id, MOST)} == {}


def test_what_is_called_large_is_so(controls: list[Controls]) -> None:
    assert {each.id for each in controls if each.total > MOST} == LARGE.keys()


def test_figure_by_figure_only_bones_have_more(controls: list[Controls]) -> None:
    assert {each.id: each.numbers for each in controls if each.numbers > IN_NUMBERS.get(each.id, MOST)} == {}
    assert {each.id for each in controls if each.numbers > MOST} == IN_NUMBERS.keys()


def test_each_form_counts_and_a_nerve_has_only_its_line(controls: list[Controls]) -> None:
    by_id = {each.id: each for each in controls}
    assert by_id["sacrum"].form > 80
    assert by_id["L4"].form > 40
    assert by_id["superior-cluneal-nerves-left"].form == 0
    assert by_id["middle-cluneal-nerves-right"].outline > 40


def test_points_beyond_are_told(tmp_path: Path) -> None:
    """An outline traced in a hundred short lines stands out; its mirror image would not count twice."""
    around = " ".join(f"L{10 + step % 2} {step}" for step in range(1, MOST + 1))
    path = f'<path id="L4" d="M10 0 {around} L0 {MOST} L0 0 Z"/>'
    svg = tmp_path / "traced.svg"
    svg.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-170 -190 340 305"><g id="bone">{path}</g></svg>',
        encoding="utf-8",
    )
    (traced,) = counted(svg)
    assert traced.outline == MOST + 3
    assert traced.total > MOST
