"""The skin worked out quickly: the same body as the relief, point by point."""

import numpy as np
from hypothesis import example, given, settings
from numpy.testing import assert_allclose, assert_array_equal

from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.explanation import BETWEEN_MUSCLES, FILLED_IN, HELD_DOWN, Explanation
from dimples_gui.body.lie import NEAR_MM, STEP_MM, lie_of
from dimples_gui.body.shapes import Field
from dimples_gui.body.skin import LEFT_MM, TOP_MM, surface
from dimples_gui.body.trunk import half_width
from tests.body.conftest import builds, explanations, of_fullness

FEW = settings(max_examples=20, deadline=None)
EDGE_MM = 4.0  # so far within the body's edge slopes are as good as they are meant to be
CLEFT = (12.0, -34.0)  # mm from the midline, and from there downwards: there the skin folds
EVERY = 4  # points


def middles(step: float, shape: tuple[int, ...]) -> tuple[Field, Field]:
    """The middles of squares over the whole plate, mm."""
    x = LEFT_MM + step * (np.arange(shape[1]) + 0.5)
    y = TOP_MM - step * (np.arange(shape[0]) + 0.5)
    return x.astype(np.float32)[None, :], y.astype(np.float32)[:, None]


@FEW
@given(builds, explanations)
@example(DEFAULT, HELD_DOWN)
@example(of_fullness(1, 1, 1, 1, carved=True), BETWEEN_MUSCLES)
@example(of_fullness(0, 0, 0, 0), FILLED_IN)
def test_its_slopes_are_the_skin_s(build: Build, explanation: Explanation) -> None:
    lie = lie_of(build, explanation)
    x, y = (part[:, ::EVERY] if part.shape[0] == 1 else part[::EVERY] for part in middles(STEP_MM, lie.right.shape))
    near = np.float32(NEAR_MM)
    right = surface(x + near, y, build, explanation) - surface(x - near, y, build, explanation)
    up = surface(x, y + near, build, explanation) - surface(x, y - near, build, explanation)
    on_body = np.abs(x) < half_width(y, build) - EDGE_MM
    folded = (np.abs(x) < CLEFT[0]) & (y < CLEFT[1])
    for said, found in ((lie.right, right), (lie.up, up)):
        apart = np.abs(said[::EVERY, ::EVERY] - found)
        assert apart[on_body].max() < 0.03
        assert apart[on_body & ~folded].mean() < 0.001


@FEW
@given(builds, explanations)
def test_it_stands_as_high_as_the_skin(build: Build, explanation: Explanation) -> None:
    height = lie_of(build, explanation).height
    x, y = middles(STEP_MM, height.shape)
    assert_allclose(height, surface(x, y, build, explanation), atol=0.001)


@FEW
@given(builds, explanations)
def test_left_mirrors_right_and_all_is_finite(build: Build, explanation: Explanation) -> None:
    lie = lie_of(build, explanation)
    assert_array_equal(lie.right, -lie.right[:, ::-1])
    for part in (lie.up, lie.height):
        assert_array_equal(part, part[:, ::-1])
    for part in lie:
        assert np.isfinite(part).all()
        assert part.dtype == np.float32


def test_no_two_bodies_share_their_room() -> None:
    first = lie_of(DEFAULT)
    kept = first.right.copy()
    lie_of(of_fullness(1, 1))
    assert_array_equal(first.right, kept)
