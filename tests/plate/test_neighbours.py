"""Arrow keys between hotspots."""

from hypothesis import example, given
from hypothesis import strategies as st

from dimples_gui.plate.neighbours import DIRECTIONS, Point, all_reachable, moves

coordinates = st.integers(-170, 190).map(float)
layouts = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=40)


@given(layouts)
@example([(0.0, 0.0)] * 3)
@example([(0.0, 0.0), (10.0, 9.0), (9.0, -9.0), (10.0, 10.0)])
def test_every_hotspot_can_be_reached_from_every_other(points: list[Point]) -> None:
    table = moves(points)
    for start in range(len(points)):
        seen, waiting = {start}, [start]
        while waiting:
            for to in table[waiting.pop()].values():
                if to not in seen:
                    seen.add(to)
                    waiting.append(to)
        assert len(seen) == len(points)


@given(layouts)
def test_an_arrow_never_leads_the_wrong_way(points: list[Point]) -> None:
    for at, arrows in enumerate(moves(points)):
        for name, to in arrows.items():
            dx, dy = DIRECTIONS[name]
            way = (points[to][0] - points[at][0]) * dx + (points[to][1] - points[at][1]) * dy
            assert way >= 0
            assert to != at


def test_from_the_left_dimple_right_leads_to_the_right_one_and_not_to_what_lies_aslant() -> None:
    points = [(-45.0, 0.0), (45.0, 0.0), (-20.0, -60.0)]
    assert moves(points)[0]["right"] == 1
    assert moves(points)[0]["down"] == 2


def test_a_table_with_an_island_is_seen_as_such() -> None:
    assert not all_reachable(({"right": 1}, {"left": 0}, {}))
    assert all_reachable(({"right": 1}, {"left": 0}))
    assert all_reachable(())
