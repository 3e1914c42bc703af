"""The skin's relief, as a body and as numbers."""

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Outline
from dimples_gui.body.build import DEFAULT, DEFAULT_MAN, Build
from dimples_gui.body.dimple import dimple_depth_mm
from dimples_gui.body.explanation import BETWEEN_MUSCLES, EXPLANATIONS, FILLED_IN, HELD_DOWN, Explanation
from dimples_gui.body.fields import FIELDS
from dimples_gui.body.shapes import Field
from dimples_gui.body.skin import COLUMNS, ROWS, SHAPES, grid, relief, silhouette, surface
from dimples_gui.body.trunk import half_width
from dimples_gui.paths import find_places
from tests.body.conftest import at, builds, cut, explanations, of_fullness, untied

BOUND_MM = 0.05  # of second differences from pixel to pixel: half a pixel in the light
CLEFT_BOUND_MM = 0.7  # in the cleft skin lies against skin
FEW = settings(max_examples=20, deadline=None)
DIMPLE = cut(25, 65, -20, 20)


@FEW
@given(builds, explanations)
def test_left_mirrors_right(build: Build, explanation: Explanation) -> None:
    height = relief(build, explanation)
    assert_array_equal(height, height[:, ::-1])
    assert_array_equal(silhouette(build), silhouette(build)[:, ::-1])


@FEW
@given(builds, explanations)
def test_every_body_is_finite_and_lies_within_what_a_relief_can_keep(build: Build, explanation: Explanation) -> None:
    height = relief(build, explanation)
    assert np.isfinite(height).all()
    assert height.shape == silhouette(build).shape == (ROWS, COLUMNS)
    assert height.dtype == silhouette(build).dtype == np.float32
    assert -65 < height.min() < -40
    assert 10 < height.max() < 65


@FEW
@given(builds, explanations)
@example(of_fullness(0, 1, 1, 1, carved=True), HELD_DOWN)
@example(of_fullness(1, 0, 1, 1, carved=True), FILLED_IN)
@example(of_fullness(1, 0.375, 1, 0, carved=True), BETWEEN_MUSCLES)
def test_skin_has_no_kinks_not_even_where_a_dent_is_deepest_and_steepest(
    build: Build, explanation: Explanation
) -> None:
    body = relief(build, explanation)[cut(-100, 100, -115, 190)]
    kinks = np.maximum(np.abs(np.diff(body, 2, axis=0))[:, 1:-1], np.abs(np.diff(body, 2, axis=1))[1:-1])
    above_cleft = kinks[: cut(0, 1, -34, 190)[0].stop]
    assert above_cleft.max() <= BOUND_MM
    beside = np.abs(grid()[0][0][cut(-100, 100, 0, 1)[1]])[1:-1] > 12
    assert kinks[:, beside].max() <= BOUND_MM
    assert kinks.max() <= CLEFT_BOUND_MM


@FEW
@given(builds, explanations)
def test_the_dimple_is_the_lowest_point_about_the_spine(build: Build, explanation: Explanation) -> None:
    """However steep the body is there: the lowest for three millimetres around."""
    assume(dimple_depth_mm(build, explanation) > 1.2)
    x, y = lowest(relief(build, explanation), cut(42, 48, -3, 3))
    assert x == pytest.approx(45, abs=1.5)
    assert y == pytest.approx(0, abs=1.5)


def test_the_default_dimple_s_lowest_point_is_the_spine_to_half_a_millimetre() -> None:
    for build in (DEFAULT, DEFAULT_MAN):
        x, y = lowest(relief(build), cut(37, 53, -8, 8))
        assert x == pytest.approx(45, abs=0.5)
        assert y == pytest.approx(0, abs=0.5)


def lowest(height: Field, part: tuple[slice, slice]) -> tuple[float, float]:
    """Where the lowest pixel of a part of the grid is, mm."""
    row, column = np.unravel_index(height[part].argmin(), height[part].shape)
    x, y = grid()
    return float(x[0, part[1]][column]), float(y[part[0], 0][row])


@FEW
@given(builds, explanations)
def test_the_dent_is_as_deep_as_it_is_said_to_be(build: Build, explanation: Explanation) -> None:
    """Beside the same body without one; far away both are the same but for how much they are raised."""
    flat = build._replace(tether=0.0, carved=False)
    dent = relief(build, explanation) - relief(flat, HELD_DOWN)
    assert at(dent, 0, 150) - at(dent, 45, 0) == pytest.approx(dimple_depth_mm(build, explanation), rel=0.12, abs=0.02)


@FEW
@given(untied, st.sampled_from([HELD_DOWN, FILLED_IN]))
def test_without_tether_and_procedure_skin_is_a_smooth_slope_there(build: Build, explanation: Explanation) -> None:
    hill = relief(build, explanation)[DIMPLE]
    x, y = np.meshgrid(np.linspace(-1, 1, hill.shape[1]), np.linspace(-1, 1, hill.shape[0]))
    slope = np.stack([x**k * y**n for k in range(4) for n in range(4)], -1).reshape(hill.size, -1)
    rest = hill.ravel() - slope @ np.linalg.lstsq(slope, hill.ravel(), rcond=None)[0]
    rows, columns = (length // 2 for length in hill.shape)
    assert abs(rest.reshape(hill.shape)[rows, columns]) < 0.15


@FEW
@given(builds, explanations)
def test_the_weighed_pieces_are_the_shapes_to_a_hundredth_of_a_millimetre(
    build: Build, explanation: Explanation
) -> None:
    x, y = grid()
    height = surface(x[:, COLUMNS // 2 :: 8], y[::8], build, explanation)
    assert_allclose(relief(build, explanation)[::8, COLUMNS // 2 :: 8], height, atol=0.01)


@pytest.mark.parametrize("explanation", EXPLANATIONS, ids=lambda explanation: explanation.id)
def test_all_explanations_draw_the_same_middling_body(explanation: Explanation) -> None:
    for build in (DEFAULT, DEFAULT_MAN):
        raised = relief(build, explanation) - relief(build)
        assert np.ptp(raised) < 0.005


def test_the_surface_is_the_same_at_any_points() -> None:
    x, y = grid()
    assert_allclose(surface(x[:, 5::16], y[3::16], DEFAULT), relief(DEFAULT)[3::16, 5::16], atol=0.01)


def test_every_shape_has_a_name_a_description_and_about_the_height_one() -> None:
    x, y = grid()
    few = x[:, ::40], y[::40]
    assert len({shape.__name__ for shape in SHAPES}) == len(SHAPES)
    for field in FIELDS:
        assert field.name == field.shape.__name__.replace("_", " ")
        assert_allclose(field(*few, DEFAULT), field.shape(*few) * field.weight(DEFAULT), atol=1e-5)
    for shape in SHAPES:
        assert (shape.__doc__ or "").endswith(".")
        assert 0.6 < np.abs(shape(np.abs(x[:, ::2]), y[::2])).max() < 1.9, shape.__name__


def test_columns_stand_beside_a_furrow_and_fade_out_over_the_sacrum() -> None:
    height = relief(DEFAULT)

    def depth(y: float) -> float:
        return at(height, 30, y) - at(height, 0, y)

    assert depth(110) > 5
    assert depth(110) > depth(50) > depth(15)
    assert abs(depth(0)) < 1.5


def test_the_cleft_begins_below_the_spines() -> None:
    height = relief(DEFAULT)
    assert at(height, 0, -30) > at(height, 6, -30) - 1
    assert at(height, 0, -62) < at(height, 6, -62) - 3


@pytest.fixture(scope="module")
def outline() -> Outline:
    places = find_places()
    plate = load(places.content, places.assets, "en").plate
    return next(outline for outline in plate.outlines if outline.id == "skin-surface")


def test_the_default_silhouette_is_the_plate_s_outline(outline: Outline) -> None:
    """Wherever the outline has a corner between two curves."""
    points = [(outline.steps[k + 5], outline.steps[k + 6]) for k, step in enumerate(outline.steps) if step == "C"]
    right = [(x, y) for x, y in points if float(x) > 100 and abs(float(y)) < 190]
    assert len(right) > 8
    x, y = np.array(right, np.float32).T
    assert_allclose(half_width(y[:, None], DEFAULT)[:, 0], x, atol=0.4)


def test_a_man_is_wider_at_the_waist_and_narrower_at_the_hips() -> None:
    woman, man = (silhouette(build).sum(1) / 2 for build in (DEFAULT, DEFAULT_MAN))
    waist, hips = cut(0, 1, 90, 130)[0], cut(0, 1, -90, -50)[0]
    assert man[waist].mean() > woman[waist].mean() + 10
    assert man[hips].mean() < woman[hips].mean() - 10


@FEW
@given(builds)
def test_every_body_covers_the_skeleton_s_widest_points(build: Build) -> None:
    """The crest's widest point, x 132 at y 13, and the hip's, 144 at -119, under two millimetres of skin and more."""
    crest, hip = half_width(np.array([[13.0], [-119.0]], np.float32), build)[:, 0]
    assert crest > 131
    assert hip > 146


@FEW
@given(builds)
def test_fat_makes_the_waist_wider(build: Build) -> None:
    low = of_fullness(build.sex, 0.1, build.muscle)
    high = of_fullness(build.sex, 0.9, build.muscle)
    assert silhouette(high)[160].sum() > silhouette(low)[160].sum() + 30
