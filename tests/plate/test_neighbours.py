"""Arrow keys between hotspots."""

from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.plate import neighbours
from dimples_gui.plate.art import Art
from dimples_gui.plate.hotspots import Hotspot
from dimples_gui.plate.neighbours import Moves, Point, moves
from dimples_gui.plate.section_canvas import ALL, SectionArt

WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}
# The sacrum's openings in front. If they could be pointed at, the sacrum would be nobody's nearest.
BESIDE_THE_SACRUM = [(-20.2, -69.0), (20.2, -69.0)]

scattered = st.tuples(st.integers(-170, 190).map(float), st.integers(-170, 190).map(float))
crowded = st.tuples(st.integers(0, 6).map(float), st.integers(0, 6).map(float))
layouts = st.lists(scattered, min_size=1, max_size=40) | st.lists(crowded, min_size=1, max_size=25)


def ahead(start: Point, end: Point, arrow: str) -> float:
    dx, dy = WAYS[arrow]
    return (end[0] - start[0]) * dx + (end[1] - start[1]) * dy


def aside(start: Point, end: Point, arrow: str) -> float:
    dx, dy = WAYS[arrow]
    return abs((end[0] - start[0]) * dy) + abs((end[1] - start[1]) * dx)


def nearest(points: list[Point], at: int, arrow: str) -> int | None:
    """What an arrow would lead to if nothing else were to be thought of."""

    def cost(to: int) -> tuple[bool, float, int]:
        onward, off = ahead(points[at], points[to], arrow), aside(points[at], points[to], arrow)
        return off > onward, onward + 2 * off, to

    return min((to for to, end in enumerate(points) if ahead(points[at], end, arrow) > 0), key=cost, default=None)


def reached(table: Moves, start: int) -> set[int]:
    seen, waiting = {start}, [start]
    while waiting:
        for to in table[waiting.pop()].values():
            if to not in seen:
                seen.add(to)
                waiting.append(to)
    return seen


def led_elsewhere(points: list[Point], table: Moves) -> list[tuple[int, str, int]]:
    """The arrows that do not lead to what is nearest: from where, which one, to where."""
    return [
        (at, arrow, to)
        for at, arrows in enumerate(table)
        for arrow, to in arrows.items()
        if to != nearest(points, at, arrow)
    ]


def places(spots: tuple[Hotspot, ...]) -> list[Point]:
    return [(spot.x, spot.y) for spot in spots]


@pytest.fixture(scope="module")
def section(atlas: Atlas) -> tuple[Hotspot, ...]:
    """What can be pointed at where the middling body is cut across."""
    return SectionArt(atlas).hotspots(ALL)


@given(layouts)
@example([(0.0, 0.0)] * 3)
@example([(0.0, 0.0), (10.0, 9.0), (9.0, -9.0), (10.0, 10.0)])
@example([(7, 4), (6, 6), (4, 0), (5, 7), (7, 8), (3, 4), (2, 5), (7, 3), (4, 8), (4, 6)])  # the rightmost is missed
def test_every_hotspot_can_be_reached_from_every_other(points: list[Point]) -> None:
    table = moves(points)
    assert all(len(reached(table, start)) == len(points) for start in range(len(points)))


@given(layouts)
def test_an_arrow_never_leads_the_wrong_way(points: list[Point]) -> None:
    one_on_another = len(set(points)) < len(points)
    for at, arrows in enumerate(moves(points)):
        for arrow, to in arrows.items():
            way = ahead(points[at], points[to], arrow)
            assert way >= 0 if one_on_another else way > 0
            assert to != at


@given(layouts.map(lambda points: list(dict.fromkeys(points))))
def test_an_arrow_leads_to_the_nearest_or_else_to_what_lies_within_45_degrees(points: list[Point]) -> None:
    for at, arrow, to in led_elsewhere(points, moves(points)):
        assert aside(points[at], points[to], arrow) <= ahead(points[at], points[to], arrow)


@given(layouts.map(lambda points: list(dict.fromkeys(points))), st.randoms(use_true_random=False))
def test_arrows_that_lead_anywhere_ahead_are_joined_too(points: list[Point], chance: Random) -> None:
    """However badly they begin: that the nearest are nearly joined already is not what it rests on."""
    table: Moves = tuple({} for _ in points)
    for start, arrows in zip(points, table, strict=True):
        for arrow in WAYS:
            if there := [to for to, end in enumerate(points) if ahead(start, end, arrow) > 0]:
                arrows[arrow] = chance.choice(there)
    neighbours.join(points, table)
    assert all(len(reached(table, start)) == len(points) for start in range(len(points)))
    for start, arrows in zip(points, table, strict=True):
        assert all(ahead(start, points[to], arrow) > 0 for arrow, to in arrows.items())


def test_no_hotspots_have_no_arrows() -> None:
    assert moves([]) == ()


def test_from_the_left_dimple_right_leads_to_the_right_one_and_not_to_what_lies_aslant() -> None:
    points = [(-45.0, 0.0), (45.0, 0.0), (-20.0, -60.0)]
    assert moves(points)[0]["right"] == 1
    assert moves(points)[0]["down"] == 2


@pytest.mark.parametrize("layer", LAYERS)
def test_on_every_layer_of_the_back_each_arrow_leads_to_what_is_nearest(art: Art, layer: str) -> None:
    points = places(art.hotspots(layer))
    assert led_elsewhere(points, moves(points)) == []
    assert [set(arrows) for arrows in moves(points)] == [
        {arrow for arrow in WAYS if nearest(points, at, arrow) is not None} for at in range(len(points))
    ]


def test_in_the_section_each_arrow_leads_to_what_is_nearest(section: tuple[Hotspot, ...]) -> None:
    points = places(section)
    assert led_elsewhere(points, moves(points)) == []


def test_in_the_section_left_and_right_lead_to_the_next_one_at_about_the_same_height(
    section: tuple[Hotspot, ...],
) -> None:
    keys = [spot.key for spot in section]
    table = moves(places(section))

    def led(start: str, arrow: str) -> str:
        return keys[table[keys.index(start)][arrow]]

    assert led("multifidus/left", "right") == "multifidus/right"
    assert led("multifidus/right", "left") == "multifidus/left"
    assert led("dimple/left", "right") == "erector-spinae/left"
    assert led("erector-spinae/left", "right") == "erector-spinae/right"
    assert led("dimple/right", "left") == "erector-spinae/right"
    assert led("tether/right", "left") == "erector-spinae/right"
    assert led("erector-spinae/right", "left") == "erector-spinae/left"


def test_to_reach_what_is_nobodys_nearest_one_arrow_is_led_there_and_one_leads_back(
    section: tuple[Hotspot, ...],
) -> None:
    points = places(section) + BESIDE_THE_SACRUM
    keys = [spot.key for spot in section]
    sacrum, foramina = keys.index("sacrum/"), keys.index("posterior-sacral-foramina/left")
    table = moves(points)
    assert led_elsewhere(points, table) == [(foramina, "right", sacrum)]
    assert table[sacrum]["left"] == foramina
    assert keys[table[sacrum]["right"]] == "posterior-sacral-foramina/right"


def test_the_arrow_with_the_least_detour_is_led_elsewhere_not_the_one_that_comes_from_the_nearest_place() -> None:
    points: list[Point] = [(4, 0), (30, 32), (11, 13), (23, 21), (31, 13)]
    assert led_elsewhere(points, moves(points)) == [(1, "down", 3)]


def test_where_one_arrow_is_enough_no_second_one_is_led_elsewhere() -> None:
    points: list[Point] = [(26, 13), (21, 37), (10, 26), (1, 12), (24, 12), (0, 40)]
    assert led_elsewhere(points, moves(points)) == [(3, "up", 2)]
