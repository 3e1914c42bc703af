"""What of the outlines is drawn as ink."""

from collections.abc import Sequence

import pytest

from dimples_gui.atlas.model import LAYERS, Outline, Plate
from dimples_gui.plate.art import Art
from dimples_gui.plate.ink import Stroke, strokes_of
from dimples_gui.plate.strands import strands_of

PLATE = Plate("back", -170.0, -115.0, 340.0, 305.0, LAYERS, ())


def square(half: float, x: float = 0.0) -> Outline:
    steps = ("M", x - half, -half, "L", x + half, -half, "L", x + half, half, "L", x - half, half, "Z")
    return Outline("square", "bone", crease=False, steps=steps)


def line(y: float) -> Outline:
    return Outline("line", "bone", crease=True, steps=("M", -60.0, y, "L", 60.0, y))


def ink_of(outlines: Sequence[Outline]) -> tuple[Stroke, ...]:
    return tuple(strokes_of(outlines, PLATE))


def length(strokes: tuple[Stroke, ...], *, crease: bool) -> float:
    return sum(stroke.path.length() for stroke in strokes if stroke.crease == crease)


def test_an_outline_in_the_open_is_drawn_whole() -> None:
    assert length(ink_of([square(30)]), crease=False) == pytest.approx(240, abs=0.01)


def test_a_line_goes_under_what_is_drawn_later() -> None:
    strokes = ink_of([line(5.0), square(30)])
    assert length(strokes, crease=True) == pytest.approx(60, abs=0.1)
    ends = sorted({round(x, 1) for s in strokes if s.crease for x in (s.left, s.right)})
    assert ends == pytest.approx([-60.0, -30.0, 30.0, 60.0], abs=0.06)


def test_a_line_goes_over_what_is_drawn_before() -> None:
    assert length(ink_of([square(30), line(5.0)]), crease=True) == pytest.approx(120, abs=0.01)


def test_what_is_wholly_covered_is_not_drawn() -> None:
    strokes = ink_of([square(90), square(10), square(30)])
    assert length(strokes, crease=False) == pytest.approx(720 + 240, abs=0.1)


def test_what_lies_under_a_hole_is_seen() -> None:
    frame = square(50)._replace(steps=square(50).steps + square(20).steps)
    strokes = ink_of([line(5.0), frame])
    assert length(strokes, crease=True) == pytest.approx(20 + 40, abs=0.2)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_shipped_ink_is_cut_into_short_strokes_within_the_window(art: Art, layer: str) -> None:
    strokes = art.ink(layer)
    assert strokes
    drawn = sum(stroke.path.length() for stroke in strokes)
    whole = sum(stroke.path.length() for outline in art.outlines(layer) for stroke in ink_of([outline]))
    assert 0.5 * whole < drawn <= whole * 1.001


def test_ink_found_step_by_step_is_the_same(art: Art) -> None:
    steps = Art(art.atlas, lambda _layer: None)
    strands = sum(len(strands_of(cord)) for layer in LAYERS for cord in art.cords(layer))
    assert sum(1 for _ in steps.find_all_ink()) == sum(len(art.ink(layer)) for layer in LAYERS) + strands
    for layer in LAYERS:
        assert [stroke.path for stroke in steps.ink(layer)] == [stroke.path for stroke in art.ink(layer)]
