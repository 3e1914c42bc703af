"""A structure is drawn with few controls, so that a hand can change it: nothing is traced."""

import ast
import sys
from pathlib import Path
from typing import TypeGuard

import pytest

SCULPT = Path(__file__).parent.parent / "assets" / "sculpt"
sys.path.append(str(SCULPT))

from controls import MOST, Controls, counted, shared  # noqa: E402  # after the path

# those that have some more figure by figure, and may not grow: what they have. A bone's depths are three to a point
IN_NUMBERS = {"hip-bone-left": 250, "hip-bone-right": 250, "sacrum": 177, "subcutaneous-fat": 121}
# the rules that make a bone's parts of its figures
RULES = ("pattern_vertebra.py", "forms_sacrum.py", "forms_hip.py")
PLAIN = {0, 1, 2}  # numbers that say nothing of a bone


@pytest.fixture(scope="module")
def controls() -> list[Controls]:
    return counted() + shared()


def test_no_structure_has_more_controls_than_a_hand_can_set(controls: list[Controls]) -> None:
    assert {each.id: each.total for each in controls if each.total > MOST} == {}


def test_figure_by_figure_only_bones_have_more(controls: list[Controls]) -> None:
    assert {each.id: each.numbers for each in controls if each.numbers > IN_NUMBERS.get(each.id, MOST)} == {}
    assert {each.id for each in controls if each.numbers > MOST} == IN_NUMBERS.keys()


def test_each_form_counts_and_a_nerve_has_only_its_line(controls: list[Controls]) -> None:
    by_id = {each.id: each for each in controls}
    assert by_id["sacrum"].form > 30
    assert by_id["L4"].form > 10
    assert by_id["superior-cluneal-nerves-left"].form == 0
    assert by_id["middle-cluneal-nerves-right"].outline > 40


def test_what_vertebrae_share_is_counted_once(controls: list[Controls]) -> None:
    pattern, *others = [each for each in controls if not each.outline]
    assert others == []
    assert pattern.numbers > 100
    assert pattern.numbers <= MOST


@pytest.mark.parametrize("file", RULES)
def test_rules_hold_no_figures_of_their_own(file: str) -> None:
    """Or a bone could be drawn with what is not counted."""
    functions = [node for node in ast.walk(ast.parse((SCULPT / file).read_text("utf-8"))) if is_rule(node)]
    numbers = {node.value for rule in functions for node in ast.walk(rule) if is_number(node)}
    assert functions
    assert numbers <= PLAIN


def is_rule(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef)


def is_number(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)


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
