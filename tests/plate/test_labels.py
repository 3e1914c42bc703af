"""Names beside the body."""

from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from dimples_gui.plate.labels import SLIP_PX, Area, Disc, Label, Placed, Wanted, clear_of, crosses, place

WIDTH, HEIGHT, COLUMN = 800.0, 600.0, 140.0
AREA = Area(WIDTH, 30.0, HEIGHT - 90, COLUMN, 24.0)
anchors = st.tuples(st.integers(165, 635).map(float), st.integers(0, 600).map(float))
names = st.builds(
    lambda width, points: (float(width), tuple(points)), st.integers(20, 200), st.lists(anchors, min_size=1, max_size=2)
)
wishes = st.lists(names, max_size=50).map(lambda rows: [Wanted(str(n), *row) for n, row in enumerate(rows)])


def overlap(a: Label, b: Label) -> bool:
    return (
        a.left < b.left + b.width
        and b.left < a.left + a.width
        and a.top < b.top + b.height - 1e-6
        and b.top < a.top + a.height - 1e-6
    )


@given(wishes)
@example([Wanted(str(n), 90.0, ((400.0, 300.0),)) for n in range(30)])
def test_names_neither_overlap_nor_leave_the_view(wanted: list[Wanted]) -> None:
    placed = place(wanted, AREA)
    assert not any(overlap(a, b) for a, b in combinations(placed.labels, 2))
    for label in placed.labels:
        assert label.left >= 0
        assert label.left + label.width <= WIDTH
        assert label.top >= AREA.top - 1e-6
        assert label.top + label.height <= AREA.bottom + 1e-6


@given(wishes)
def test_leaders_never_cross(wanted: list[Wanted]) -> None:
    for a, b in combinations(place(wanted, AREA).labels, 2):
        assert not crosses(a.port, a.anchor, b.port, b.anchor)


@given(wishes)
def test_each_leader_ends_at_one_of_the_points_asked_for_and_every_name_is_placed_or_counted(
    wanted: list[Wanted],
) -> None:
    placed = place(wanted, AREA)
    points = {name.key: name.anchors for name in wanted}
    assert all(label.anchor in points[label.key] for label in placed.labels)
    assert len(placed.labels) + placed.hidden == len(wanted)


pins = st.lists(st.tuples(st.integers(0, 800).map(float), st.integers(0, 600).map(float), st.just(15.0)), max_size=8)


@given(wishes, pins)
def test_no_name_lies_over_a_pin_and_those_that_cannot_be_elsewhere_are_counted(
    wanted: list[Wanted], discs: list[Disc]
) -> None:
    placed = clear_of(place(wanted, AREA), AREA, discs)
    assert len(placed.labels) + placed.hidden == len(wanted)
    assert not any(overlap(a, b) for a, b in combinations(placed.labels, 2))
    assert not any(crosses(a.port, a.anchor, b.port, b.anchor) for a, b in combinations(placed.labels, 2))
    for label in placed.labels:
        assert label.top >= AREA.top - 1e-6
        assert label.top + label.height <= AREA.bottom + 1e-6
        for x, y, radius in discs:
            across = max(label.left - SLIP_PX - x, x - label.left - label.width - SLIP_PX, 0.0)
            down = max(label.top - y, y - label.top - label.height, 0.0)
            assert across**2 + down**2 >= radius**2


def test_a_name_that_a_pin_is_under_goes_a_little_up_or_down() -> None:
    placed = place([Wanted("a", 60.0, ((300.0, 300.0),))], AREA)
    (label,) = clear_of(placed, AREA, [(120.0, 290.0, 15.0)]).labels
    assert 0 < label.top - placed.labels[0].top < 2 * AREA.row


def test_a_name_that_no_column_is_wide_enough_for_is_counted_and_not_cut() -> None:
    wanted = [Wanted("long", COLUMN + 1, ((300.0, 300.0),)), Wanted("short", COLUMN, ((300.0, 320.0),))]
    placed = place(wanted, AREA)
    assert [(label.key, label.width) for label in placed.labels] == [("short", COLUMN)]
    assert placed.hidden == 1


def test_what_is_important_stays_when_there_is_no_room_for_all() -> None:
    wanted = [Wanted(str(n), 60.0, ((300.0 + n, 20.0 * n),)) for n in range(60)]
    placed = place(wanted, AREA)
    assert placed.hidden == 60 - 2 * 20
    assert {label.key for label in placed.labels} == {str(n) for n in range(40)}


def test_a_name_for_both_sides_stands_where_there_is_more_room() -> None:
    crowd = [Wanted(str(n), 60.0, ((300.0, 50.0 * n),)) for n in range(5)]
    both = Wanted("both", 60.0, ((300.0, 300.0), (500.0, 300.0)))
    assert next(label for label in place([*crowd, both], AREA).labels if label.key == "both").anchor == (500.0, 300.0)


def test_a_leader_to_a_pin_ends_at_its_edge() -> None:
    (label,) = place([Wanted("pin", 60.0, ((300.0, 100.0),), 16.0)], AREA).labels
    assert label.anchor == (284.0, 100.0)


def test_a_view_too_narrow_for_columns_shows_none() -> None:
    narrow = Area(200.0, 30.0, 500.0, 140.0, 24.0)
    assert place([Wanted("a", 60.0, ((100.0, 100.0),))], narrow) == Placed((), 1)
