"""What can be pointed at, and what lies under a point."""

from itertools import pairwise

import pytest

from dimples_gui.atlas.model import LAYERS, Atlas, Entry, Near, Outline, Pin, Ring
from dimples_gui.plate.art import Art
from dimples_gui.plate.hotspots import Hotspot, hit, on_layer, outward, pin_width

HORSESHOE = ("M", -20.0, 0.0, "L", 20.0, 0.0, "L", 20.0, 40.0, "L", 14.0, 40.0, "L", 14.0, 6.0,
             "L", -14.0, 6.0, "L", -14.0, 40.0, "L", -20.0, 40.0, "Z")  # fmt: skip


def square(name: str, x: float, y: float, half: float) -> Outline:
    left, right, low, high = x - half, x + half, y - half, y + half
    return Outline(
        name, "skin", crease=False, steps=("M", left, low, "L", right, low, "L", right, high, "L", left, high, "Z")
    )


def entry(name: str, outlines: tuple[str, ...] = (), ring: Ring | None = None, pin: Pin | None = None) -> Entry:
    layers = ("skin",) if outlines else ()
    return Entry(name, "structure", name, name, "", "", (), (), "", (), outlines, layers, ring, pin, Near(), (), 1)


def spots_of(entries: list[Entry], *outlines: Outline) -> tuple[Hotspot, ...]:
    return on_layer({e.id: e for e in entries}, {o.id: o for o in outlines}, "skin")


def test_the_smallest_of_nested_outlines_comes_first() -> None:
    spots = spots_of([entry("large", ("a",)), entry("small", ("b",))], square("a", 0, 0, 50), square("b", 10, 0, 5))
    assert [spot.entry for spot in hit(spots, 10, 0, 2.0)] == ["small", "large"]
    assert [spot.entry for spot in hit(spots, -30, 0, 2.0)] == ["large"]
    assert hit(spots, 80, 0, 2.0) == ()


def test_a_hole_in_an_outline_is_not_part_of_it() -> None:
    inner = square("", 0, 0, 10).steps
    holed = square("a", 0, 0, 50)._replace(steps=square("a", 0, 0, 50).steps + inner)
    spots = spots_of([entry("holed", ("a",))], holed)
    assert hit(spots, 0, 0, 2.0) == ()
    assert len(hit(spots, 30, 0, 2.0)) == 1
    assert hit(spots, spots[0].x, spots[0].y, 2.0)


def test_the_anchor_of_a_crooked_outline_lies_in_it() -> None:
    (spot,) = spots_of([entry("shoe", ("a",))], Outline("a", "skin", crease=False, steps=HORSESHOE))
    assert spot.covers(spot.x, spot.y, 2.0)


def test_outlines_of_both_sides_make_one_hotspot_a_side() -> None:
    spots = spots_of([entry("e", ("e-left", "e-right"))], square("e-left", -45, 0, 9), square("e-right", 45, 0, 9))
    assert [(spot.side, spot.x) for spot in spots] == [("left", -45.0), ("right", 45.0)]


def test_a_ring_is_on_both_sides_and_its_point_is_on_its_rim() -> None:
    spots = spots_of([entry("ringed", ring=Ring(45.0, 3.0, 17.0, ("skin",)))])
    assert [(spot.side, spot.x, spot.y) for spot in spots] == [("left", -45.0, 20.0), ("right", 45.0, 20.0)]
    assert hit(spots, 50, 0, 2.0)[0].side == "right"
    assert len(spots_of([entry("middle", ring=Ring(0.0, 3.0, 17.0, ("skin",)))])) == 1


@pytest.mark.parametrize("scale", [0.5, 2.2, 30.0])
def test_a_pin_is_as_large_on_screen_at_every_zoom_and_lies_on_top(scale: float) -> None:
    pinned = entry("pinned", pin=Pin(3.0, 0.0, "question", ("skin",)))
    spots = spots_of([entry("small", ("a",)), pinned], square("a", 3, 0, 1))
    assert hit(spots, 3.0 + 13 / scale, 0, pin_width(1.0) / scale)[0].entry == "pinned"
    assert "pinned" not in [spot.entry for spot in hit(spots, 3.0 + 15 / scale, 0, pin_width(1.0) / scale)]


def test_clicks_on_the_same_spot_go_outward_and_round_again() -> None:
    spots = spots_of(
        [entry("a", ("a",)), entry("b", ("b",)), entry("c", ("c",))],
        square("a", 0, 0, 50), square("b", 0, 0, 20), square("c", 0, 0, 5),
    )  # fmt: skip
    stack = hit(spots, 0, 0, 2.0)
    names, last = [], ""
    for _ in range(4):
        spot = outward(stack, last)
        names.append(spot.entry)
        last = spot.key
    assert names == ["c", "b", "a", "c"]


@pytest.mark.parametrize("layer", LAYERS)
def test_every_entry_of_the_shipped_content_can_be_pointed_at_where_it_says(atlas: Atlas, art: Art, layer: str) -> None:
    seen = {spot.entry for spot in art.hotspots(layer)}
    assert seen == {e.id for e in atlas.entries.values() if layer in e.seen_on()}
    for spot in art.hotspots(layer):
        assert spot.covers(spot.x, spot.y - 1e-3, 2.2)


def test_hotspots_are_in_reading_order(art: Art) -> None:
    rows = [(-round(spot.y / 20), spot.x) for spot in art.hotspots("skin")]
    assert all(a <= b for a, b in pairwise(rows))
    assert len({spot.key for spot in art.hotspots("skin")}) == len(rows)


def test_pins_grow_with_the_text_up_to_twice_their_size_and_never_shrink() -> None:
    assert [pin_width(scale) for scale in (0.5, 1.0, 1.5, 2.0, 3.0)] == [28, 28, 42, 56, 56]
