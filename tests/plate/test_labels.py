"""Names beside the body and at their pins."""

from collections.abc import Iterator
from itertools import combinations, product
from math import dist, hypot

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRectF

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.plate.apart import Disc, Point, boxes_meet, crosses, line_meets_box, lines_meet
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.berths import MOST_ACROSS
from dimples_gui.plate.cut_line import line_of, word_box
from dimples_gui.plate.frame import LIFE_SIZE, View, fitted, kept_near
from dimples_gui.plate.hotspots import Line, off_line
from dimples_gui.plate.labels import SLIP_PX, Area, Label, Placed, Scenery, Wanted, place
from dimples_gui.plate.naming import placed_labels
from dimples_gui.plate.section_canvas import ALL, SectionArt
from dimples_gui.scene import BOTH, Scene
from dimples_gui.theme import LIGHT

WIDTH, HEIGHT = 800.0, 600.0
AREA = Area(WIDTH, 30.0, HEIGHT - 90, 24.0, (0.0, WIDTH))
RADIUS = 15.0
SIZES = ((195, 624), (260, 240), (400, 350), (529, 724), (820, 700), (1100, 900))

points = st.tuples(st.integers(5, 795).map(float), st.integers(0, 520).map(float))
names = st.tuples(st.integers(20, 200).map(float), st.lists(points, max_size=3))
wishes = st.lists(names, max_size=40).map(
    lambda rows: [Wanted(str(n), width, tuple(anchors)) for n, (width, anchors) in enumerate(rows)]
)
pins = st.lists(points, max_size=8, unique=True).filter(
    lambda pins: all(dist(a, b) > 2 * RADIUS + 8 for a, b in combinations(pins, 2))
)
stems = st.lists(points, max_size=1)


def with_pins(wanted: list[Wanted], pins: list[Point], targets: list[Point]) -> tuple[list[Wanted], Scenery]:
    """The first pins have names too; the first of all has a stem."""
    named = [Wanted(f"pin {n}", 90.0, (pin,), RADIUS) for n, pin in enumerate(pins[:4])]
    discs = tuple((x, y, RADIUS + 1) for x, y in pins)
    return named + wanted, Scenery(discs, tuple((*pin, *to) for pin, to in zip(pins, targets, strict=False)))


def box_of(label: Label) -> QRectF:
    return QRectF(label.left - SLIP_PX, label.top, label.width + 2 * SLIP_PX, label.height)


def along(line: Line) -> Iterator[QPointF]:
    """Many points of a line."""
    return (QLineF(*line).pointAt(step / 100) for step in range(101))


def faults(placed: Placed, width: float, scenery: Scenery) -> Iterator[str]:
    """All that a reader would take for a mistake."""
    for a, b in combinations(placed.labels, 2):
        if box_of(a).intersects(box_of(b).adjusted(0.01, 0.01, -0.01, -0.01)):
            yield f"{a.key} overlaps {b.key}"
        if a.leader and b.leader and QLineF(*a.leader).intersects(QLineF(*b.leader))[0] == BOUNDED:
            yield f"the leader of {a.key} crosses that of {b.key}"
    for label, other in product(placed.labels, placed.labels):
        if label is not other and label.leader and any(box_of(other).contains(at) for at in along(label.leader)):
            yield f"the leader of {label.key} runs through {other.key}"
    for label in placed.labels:
        box = box_of(label)
        if box.left() < 0 or box.right() > width:
            yield f"{label.key} leaves the view"
        yield from _met(label, scenery)


BOUNDED = QLineF.IntersectionType.BoundedIntersection


def _met(label: Label, scenery: Scenery) -> Iterator[str]:
    """What of the scenery a name and its leader meet."""
    box = box_of(label)
    for x, y, radius in scenery.pins:
        nearest = min(max(x, box.left()), box.right()), min(max(y, box.top()), box.bottom())
        if dist(nearest, (x, y)) < radius - 0.01:
            yield f"{label.key} hides a pin"
        if label.leader and any(hypot(at.x() - x, at.y() - y) < radius - 0.01 for at in along(label.leader)):
            yield f"the leader of {label.key} runs over a pin"
    for stem in scenery.stems:
        if any(box.contains(at) for at in along(stem)):
            yield f"{label.key} hides a stem"
        if label.leader and QLineF(*label.leader).intersects(QLineF(*stem))[0] == BOUNDED:
            yield f"the leader of {label.key} crosses a stem"


@settings(deadline=None)  # a slow machine is no fault
@given(wishes, pins, stems)
@example([Wanted(str(n), 90.0, ((400.0, 300.0),)) for n in range(30)], [(400.0, 340.0)], [(400.0, 300.0)])
def test_names_and_leaders_meet_nothing_and_stay_in_the_view(
    wanted: list[Wanted], pins: list[Point], targets: list[Point]
) -> None:
    wanted, scenery = with_pins(wanted, pins, targets)
    placed = place(wanted, AREA, scenery)
    assert list(faults(placed, WIDTH, scenery)) == []
    for label in placed.labels:
        assert label.top >= AREA.top
        assert label.top + label.height <= AREA.bottom


@settings(deadline=None)  # a slow machine is no fault
@given(wishes, pins)
def test_each_leader_ends_at_one_of_the_points_asked_for_and_every_name_is_placed_or_counted(
    wanted: list[Wanted], pins: list[Point]
) -> None:
    wanted, scenery = with_pins(wanted, pins, [])
    placed = place(wanted, AREA, scenery)
    by_key = {name.key: name for name in wanted}
    for label in placed.labels:
        name = by_key[label.key]
        away = min(dist(label.anchor, anchor) for anchor in name.anchors)
        assert (label.anchor in name.anchors) if not (name.pin and label.port) else RADIUS <= away < RADIUS + 8
    assert len(placed.labels) + placed.hidden == len(wanted)


@pytest.mark.parametrize("x", [20.0, 400.0, 780.0])
def test_the_name_of_a_pin_stands_close_to_it_without_a_leader_and_inside_the_view(x: float) -> None:
    placed = place([Wanted("pin", 120.0, ((x, 300.0),), RADIUS)], AREA, Scenery(((x, 300.0, RADIUS),)))
    (label,) = placed.labels
    assert label.leader is None
    box = box_of(label)
    assert box.left() >= 0
    assert box.right() <= WIDTH
    nearest = min(max(x, box.left()), box.right()), min(max(300.0, box.top()), box.bottom())
    assert RADIUS <= dist(nearest, (x, 300.0)) <= RADIUS + 6


def test_names_stand_on_the_ground_rather_than_on_the_body() -> None:
    def under(box: tuple[float, float, float, float]) -> float:
        return max(min(box[2], 600.0) - max(box[0], 200.0), 0.0)  # the body is from 200 to 600

    area = AREA._replace(body=(200.0, 600.0))
    wanted = [Wanted(str(n), 80.0, ((300.0 + 20 * n, 100.0 + 30 * n),)) for n in range(11)]
    placed = place(wanted, area, Scenery(cover=under))
    assert placed.hidden == 0
    assert all(label.left + label.width <= 200 or label.left >= 600 for label in placed.labels)


def test_a_name_goes_to_the_side_on_which_it_belongs() -> None:
    wanted = [Wanted("left", 80.0, ((200.0, 200.0),)), Wanted("right", 80.0, ((600.0, 200.0),))]
    left, right = place(wanted, AREA).labels
    assert left.left + left.width < 200
    assert right.left > 600


@pytest.mark.parametrize("size", [(640, 725), (529, 724), (820, 700), (1000, 800), (400, 350)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_leader_on_the_plates_leads_over_the_midline_to_what_is_on_this_side_too(
    art: Art, atlas: Atlas, size: tuple[int, int], text_scale: float
) -> None:
    look, section = LIGHT._replace(text_scale=text_scale), SectionArt(atlas)
    sights = [Sight(art, fitted(art.plate, *size), layer, look) for layer in LAYERS]
    for sight in (*sights, Sight(section, fitted(section.plate, *size), ALL, look)):
        for label in placed_labels(sight).labels:
            paired = {spot.side for spot in sight.hotspots if spot.entry == label.key} >= {"left", "right"}
            if label.port and paired:
                start, end = (x - size[0] / 2 for x, _ in (label.port, label.anchor))
                about_the_middle = abs(end) <= MOST_ACROSS * size[0]
                assert start * end >= 0 or abs(start) < abs(end) / 2 or about_the_middle, label.key


def test_the_sacroiliac_joint_has_its_name_in_the_section_and_that_stands_on_its_side(atlas: Atlas) -> None:
    section = SectionArt(atlas)
    placed = placed_labels(Sight(section, fitted(section.plate, 640, 725), ALL, LIGHT))
    (joint,) = (label for label in placed.labels if label.key == "sacroiliac-joint")
    assert joint.port
    assert dist(joint.port, joint.anchor) < 150


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("size", [(529, 522), (628, 490), (1030, 724), (862, 692)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_where_the_cut_is_drawn_its_word_is_free_and_no_leader_runs_along_its_line(
    art: Art, layer: str, size: tuple[int, int], text_scale: float
) -> None:
    look = LIGHT._replace(text_scale=text_scale)
    art.offer(Scene(plate=BOTH))
    try:
        sight = Sight(art, fitted(art.plate, *size), layer, look)
        line, placed = line_of(sight), placed_labels(sight)
    finally:
        art.offer(Scene())
    assert line
    assert placed.labels
    for label in placed.labels:
        assert not boxes_meet(label.box, word_box(sight, line))
        assert not line_meets_box(line, label.box)
        if label.leader:
            assert not line_meets_box(label.leader, word_box(sight, line))
            assert max(abs(label.leader[1] - line[1]), abs(label.leader[3] - line[1])) >= 12


def test_a_leader_goes_round_what_is_marked() -> None:
    wanted = [Wanted("a", 60.0, ((300.0, 300.0),))]
    (straight,) = place(wanted, AREA).labels
    (round_it,) = place(wanted, AREA, Scenery(marks=((200.0, 300.0, 12.0),))).labels
    assert straight.leader
    assert round_it.leader
    assert off_line(200.0, 300.0, straight.leader) < 12 <= off_line(200.0, 300.0, round_it.leader)


def test_a_name_that_a_pin_is_in_the_way_of_stands_beside_it() -> None:
    pin: Disc = (40.0, 300.0, 15.0)
    (label,) = place([Wanted("a", 60.0, ((300.0, 300.0),))], AREA, Scenery((pin,))).labels
    assert label.top + label.height / 2 == pytest.approx(300.0, abs=AREA.row)
    assert not list(faults(Placed((label,)), WIDTH, Scenery((pin,))))


def test_what_is_important_stays_when_there_is_no_room_for_all() -> None:
    wanted = [Wanted(str(n), 60.0, ((300.0 + n, 8.0 * n),)) for n in range(60)]
    placed = place(wanted, AREA)
    assert placed.hidden > 10
    assert {str(n) for n in range(5)} <= {label.key for label in placed.labels}


def test_one_name_without_a_place_gets_one_where_others_can_make_room() -> None:
    narrow = AREA._replace(top=30.0, bottom=78.0)  # two rows
    flexible = Wanted("flexible", 200.0, ((290.0, 54.0), (500.0, 54.0)))  # would rather stand on the left
    fixed = Wanted("fixed", 390.0, ((425.0, 54.0),))  # too wide to stand on the right
    assert {label.key for label in place([flexible], narrow).labels if label.left < 290} == {"flexible"}
    placed = place([flexible, fixed], narrow)
    assert placed.hidden == 0


def test_a_view_too_small_for_any_name_shows_none_and_counts_it() -> None:
    small = Area(200.0, 30.0, 50.0, 24.0, (0.0, 200.0))
    assert place([Wanted("a", 60.0, ((100.0, 40.0),))], small) == Placed((), 1)


def scenery_of(sight: Sight) -> Scenery:
    """Pins and stems as they are painted."""
    found = [spot for spot in sight.hotspots if spot.kind == "pin"]
    middles = {spot.key: sight.view.to_px(spot.x, spot.y) for spot in found}
    return Scenery(
        tuple((*middles[spot.key], sight.pin_px / 2) for spot in found),
        tuple((*middles[s.key], *sight.view.to_px(s.target.x(), s.target.y())) for s in found if s.target is not None),
    )


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_scale", [1.0, 2.0, 3.0])
def test_on_the_plate_names_and_leaders_meet_nothing(
    art: Art, layer: str, size: tuple[int, int], text_scale: float
) -> None:
    look = LIGHT._replace(text_scale=text_scale)
    views = fitted(art.plate, *size), View(*size, 1.7 * LIFE_SIZE, 20, 30), View(*size, 5 * LIFE_SIZE, -45, 0)
    for view in views:
        sight = Sight(art, kept_near(art.plate, view), layer, look)
        assert list(faults(placed_labels(sight), view.width, scenery_of(sight))) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_in_a_usual_window_every_name_has_room(art: Art, layer: str) -> None:
    sight = Sight(art, fitted(art.plate, 529, 724), layer, LIGHT)
    placed = placed_labels(sight)
    assert {label.key for label in placed.labels} == {spot.entry for spot in sight.hotspots}
    assert placed.hidden == 0


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("size", [(195, 624), (400, 350)])
def test_each_name_that_has_no_room_is_there_when_zoomed_in(art: Art, layer: str, size: tuple[int, int]) -> None:
    whole = Sight(art, fitted(art.plate, *size), layer, LIGHT)
    seen = {label.key for label in placed_labels(whole).labels}
    hidden = {spot.entry for spot in whole.hotspots} - seen
    assert len(hidden) == placed_labels(whole).hidden
    for entry in hidden:
        spots = [spot for spot in whole.hotspots if spot.entry == entry]
        nearer = (
            Sight(art, kept_near(art.plate, View(*size, zoom * LIFE_SIZE, spot.x, spot.y)), layer, LIGHT)
            for spot in spots
            for zoom in (0.5, 1, 2, 4, 8)
        )
        assert any(entry in [label.key for label in placed_labels(sight).labels] for sight in nearer), entry


coordinates = st.integers(0, 60).map(float)
lines = st.tuples(coordinates, coordinates, coordinates, coordinates)


@given(lines, lines)
def test_lines_meet_where_a_point_of_one_is_near_the_other(a: Line, b: Line) -> None:
    near = min(off_line(at.x(), at.y(), b) for at in along(a))
    if near < 5:
        assert lines_meet(a, b, 5.5)
    elif near > 6:
        assert not lines_meet(a, b, 5.0)


@given(lines)
def test_a_line_meets_a_box_where_a_point_of_it_is_inside(line: Line) -> None:
    inner, outer = QRectF(20, 20, 20, 10), QRectF(19, 19, 22, 12)
    if any(inner.contains(at) for at in along(line)):
        assert line_meets_box(line, (20, 20, 40, 30))
    if not any(outer.contains(at) for at in along(line)):
        assert not line_meets_box(line, (20, 20, 40, 30))


def test_touching_ends_are_no_crossing() -> None:
    assert crosses((0, 0), (10, 10), (0, 10), (10, 0))
    assert not crosses((0, 0), (10, 10), (10, 10), (20, 0))
