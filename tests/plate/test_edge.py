"""The ink of another body's skin."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from PySide6.QtCore import QRectF

from dimples_gui.atlas.loader import load
from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.trunk import half_width
from dimples_gui.paths import find_places
from dimples_gui.plate.edge import ink_for
from dimples_gui.plate.ink import Stroke, strokes_of
from tests.body.conftest import builds, of_fullness

FEW = settings(max_examples=20, deadline=None)


@pytest.fixture(scope="module")
def drawn() -> tuple[Stroke, ...]:
    """The ink of the body that is drawn."""
    places = find_places()
    plate = load(places.content, places.assets, "en").plate
    return tuple(strokes_of([outline for outline in plate.outlines if outline.layer == "skin"], plate))


@FEW
@given(build=builds)
def test_its_edge_is_the_body_s_on_both_sides(drawn: tuple[Stroke, ...], build: Build) -> None:
    edges = [stroke for stroke in ink_for(build, drawn) if stroke.silhouette]
    points = [edge.path.pointAtPercent(share) for edge in edges for share in (0.0, 0.13, 0.37, 0.61, 0.99)]
    x, y = np.array([[point.x(), point.y()] for point in points], np.float32).T
    assert np.abs(np.abs(x) - half_width(y[:, None], build)[:, 0]).max() < 0.1
    assert (x > 0).sum() == (x < 0).sum()
    assert min(y) < -110
    assert max(y) > 190


@FEW
@given(build=builds)
def test_a_stroke_s_box_holds_it_and_none_is_missing_between_two(drawn: tuple[Stroke, ...], build: Build) -> None:
    edges = [stroke for stroke in ink_for(build, drawn) if stroke.silhouette]
    for edge in edges:
        box = QRectF(edge.left, edge.low, edge.right - edge.left, edge.high - edge.low)
        assert box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(edge.path.boundingRect())
    right = sorted((edge.low, edge.high) for edge in edges if edge.left > 0)
    assert all(one[1] == other[0] for one, other in pairwise(right))


@FEW
@given(build=builds)
def test_its_other_lines_are_drawn_ones_that_lie_on_it(drawn: tuple[Stroke, ...], build: Build) -> None:
    lines = [stroke for stroke in ink_for(build, drawn) if not stroke.silhouette]
    assert set(map(id, lines)) <= set(map(id, drawn))
    for line in lines:
        y = np.linspace(line.low, line.high, 9, dtype=np.float32)[:, None]
        assert max(-line.left, line.right) < half_width(y, build).min()


def test_a_lean_body_has_fewer_lines_than_the_drawn_one_where_they_would_lie_beside_it(
    drawn: tuple[Stroke, ...],
) -> None:
    inner = [stroke for stroke in drawn if not stroke.silhouette]
    beside = Stroke(150.0, 100.0, 152.0, 104.0, inner[0].path, crease=False, silhouette=False)
    assert beside not in ink_for(DEFAULT, [*inner, beside])
    assert beside not in ink_for(of_fullness(1, 0), [*inner, beside])
    assert len(ink_for(of_fullness(0, 0.6), inner)) == 6 + len(inner)
