"""Millimetres and pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dimples_gui.atlas.model import LAYERS, Plate
from dimples_gui.plate.frame import LIFE_SIZE, View, fitted, kept_near, of_scene, panned, snapped, zoomed
from dimples_gui.scene import MAX_ZOOM, MIN_ZOOM, Scene

PLATE = Plate("back", -170.0, -115.0, 340.0, 305.0, LAYERS, ())
sizes = st.tuples(st.floats(160, 4000), st.floats(160, 3000))
views = st.builds(View, *(st.floats(200, 3000),) * 2, st.floats(1, 30), st.floats(-170, 170), st.floats(-115, 190))


def test_life_size_is_96_dots_an_inch() -> None:
    view = of_scene(PLATE, Scene(zoom=1.0, x=0.0, y=0.0), 800, 600)
    left, right = view.to_px(0, 0)[0], view.to_px(25.4, 0)[0]
    assert right - left == pytest.approx(96)


def test_the_persons_right_is_on_the_right_and_up_is_up() -> None:
    view = fitted(PLATE, 820, 700)
    assert view.to_px(45, 0)[0] > view.to_px(-45, 0)[0]
    assert view.to_px(0, 100)[1] < view.to_px(0, 0)[1]


@given(sizes)
def test_the_fitted_plate_is_wholly_in_view_and_touches_a_margin(size: tuple[float, float]) -> None:
    view = fitted(PLATE, *size)
    left, bottom, right, top = view.box()
    assert left < -170 < 170 < right
    assert bottom < -115 < 190 < top
    assert min(right - 170, top - 190) * view.scale == pytest.approx(10)


@given(views, st.floats(0, 3000), st.floats(0, 3000))
def test_pixels_and_millimetres_lead_back_to_each_other(view: View, x: float, y: float) -> None:
    assert view.to_px(*view.to_mm(x, y)) == pytest.approx((x, y), abs=1e-6)


def test_zooming_keeps_the_point_under_the_pointer() -> None:
    view = of_scene(PLATE, Scene(zoom=1.0, x=10.0, y=20.0), 820, 700)
    at = (300.0, 250.0)
    assert zoomed(PLATE, view, 1.7, at).to_mm(*at) == pytest.approx(view.to_mm(*at))


@given(views, st.floats(0.01, 100))
def test_zoom_stays_within_its_bounds(view: View, factor: float) -> None:
    zoom = zoomed(PLATE, view, factor).zoom
    least = min(MIN_ZOOM, view.zoom, fitted(PLATE, view.width, view.height).zoom)
    assert least - 1e-9 <= zoom <= MAX_ZOOM + 1e-9
    assert zoom == pytest.approx(view.zoom) or (zoom > view.zoom) == (factor > 1)


def test_zooming_out_of_a_small_fitted_view_does_not_zoom_in() -> None:
    view = fitted(PLATE, 200, 160)
    assert view.zoom < MIN_ZOOM
    assert zoomed(PLATE, view, 0.8).scale == view.scale


@given(views, st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_the_plate_cannot_be_lost_by_dragging(view: View, dx: float, dy: float) -> None:
    left, bottom, right, top = panned(PLATE, view, dx, dy).box()
    assert min(right, 170) - max(left, -170) > 0.2 * min(340, view.width / view.scale)
    assert min(top, 190) - max(bottom, -115) > 0.2 * min(305, view.height / view.scale)


def test_dragging_moves_the_plate_with_the_hand() -> None:
    view = of_scene(PLATE, Scene(zoom=2.0, x=0.0, y=30.0), 820, 700)
    before, after = view.to_px(5, 5), panned(PLATE, view, 30, -12).to_px(5, 5)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((30, -12))


@given(views, st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_snapping_moves_by_less_than_a_device_pixel_and_lands_on_one(view: View, ratio: float) -> None:
    near = snapped(view, ratio)
    (x, y), (old_x, old_y) = near.to_px(0, 0), view.to_px(0, 0)
    assert abs(x - old_x) * ratio <= 0.5 + 1e-6
    assert abs(y - old_y) * ratio <= 0.5 + 1e-6
    assert x * ratio == pytest.approx(round(x * ratio), abs=1e-5)
    assert y * ratio == pytest.approx(round(y * ratio), abs=1e-5)


@given(views)
def test_what_is_near_stays_where_it_is(view: View) -> None:
    assert kept_near(PLATE, kept_near(PLATE, view)) == kept_near(PLATE, view)
    assert pytest.approx(3.7795, abs=1e-4) == LIFE_SIZE
