"""What can be pointed at, and what lies under a point."""

from itertools import combinations, pairwise
from math import dist

import pytest
from PySide6.QtCore import QRectF

from dimples_gui.atlas.model import LAYERS, Atlas, Entry, Near, Outline, Pin, Ring
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.frame import fitted
from dimples_gui.plate.hotspots import Hotspot, hit, off_line, on_layer, outward, pin_width
from dimples_gui.theme import LIGHT

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


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("size", [(160, 160), (195, 624), (400, 350), (529, 724), (1100, 900)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0, 3.0])
def test_pins_never_overlap_and_are_whole(art: Art, layer: str, size: tuple[int, int], text_scale: float) -> None:
    sight = Sight(art, fitted(art.plate, *size), layer, LIGHT._replace(text_scale=text_scale))
    pins = [sight.box(spot) for spot in sight.hotspots if spot.kind == "pin"]
    assert all(sight.area.contains(pin) for pin in pins)
    for a, b in combinations(pins, 2):
        assert dist(a.center().toTuple(), b.center().toTuple()) >= (a.width() + b.width()) / 2 + 2
    assert all(pin.width() >= 16 for pin in pins)


def test_zoomed_in_pins_are_as_large_as_the_text_wants_them(art: Art) -> None:
    small = fitted(art.plate, 195, 624)
    look = LIGHT._replace(text_scale=2.0)
    assert Sight(art, small, "skin", look).pin_px < 30
    assert Sight(art, small._replace(scale=4.0), "skin", look).pin_px == pin_width(2.0)


def test_the_stem_of_a_pin_goes_to_its_nearest_outline_but_not_over_another_pin() -> None:
    outlines = square("a-left", -40, 0, 5), square("a-right", 50, 0, 5)
    stemmed = entry("stemmed", ("a-left", "a-right"), pin=Pin(0.0, 0.0, "tether", ("skin",)))._replace(layers=())
    in_the_way = entry("other", pin=Pin(-20.0, 0.0, "question", ("skin",)))
    (alone,) = spots_of([stemmed], *outlines)
    assert alone.target is not None
    assert alone.target.x() == -40
    spot = next(spot for spot in spots_of([stemmed, in_the_way], *outlines) if spot.entry == "stemmed")
    assert spot.target is not None
    assert spot.target.x() == 50


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("width", [195, 529, 1100])
def test_no_stem_of_the_shipped_content_runs_over_another_pin(art: Art, layer: str, width: int) -> None:
    sight = Sight(art, fitted(art.plate, width, width), layer, LIGHT._replace(text_scale=2.0))
    pins = [spot for spot in sight.hotspots if spot.kind == "pin"]
    for spot in pins:
        if spot.target is not None:
            stem = spot.x, spot.y, spot.target.x(), spot.target.y()
            away = [off_line(other.x, other.y, stem) for other in pins if other is not spot]
            assert min(away, default=1000.0) > sight.pin_mm / 2


@pytest.mark.parametrize(("layer", "low"), [("skin", -90.0), ("fat", -112.0), ("bone", -112.0)])
def test_hotspots_end_where_the_layer_has_faded_into_the_ground(art: Art, layer: str, low: float) -> None:
    seen = QRectF(-170, low, 340, 187 - low)
    for spot in art.hotspots(layer):
        assert spot.kind == "pin" or seen.contains(spot.path.boundingRect())
