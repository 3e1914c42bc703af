"""What is painted, as pixels."""

from collections.abc import Callable, Iterator
from functools import partial
from math import hypot

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.plate.art import Art, Mix, Sight
from dimples_gui.plate.backdrop import draw_layer, ink_width
from dimples_gui.plate.drawing import draw, draw_labels
from dimples_gui.plate.frame import LIFE_SIZE, View, fitted, of_scene, panned, snapped
from dimples_gui.plate.margin import (
    MARGIN_PX,
    draw_margin,
    draw_sides,
    has_room_for_figure,
    has_room_for_words,
    head_px,
    scale_bar,
)
from dimples_gui.plate.margin_sheet import MarginSheet
from dimples_gui.plate.marks import Marks, draw_marks
from dimples_gui.plate.naming import name_font, placed_labels
from dimples_gui.plate.small_figure import HIGH_MM, MIDDLE_MM, WIDE_MM, figure_path
from dimples_gui.plate.still import Still
from dimples_gui.scene import Scene
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look, reading_font

WIDTH, HEIGHT = 400, 350


def drawn(art: Art, scene: Scene, look: Look = LIGHT, ratio: float = 1.0, view: View | None = None) -> QImage:
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    draw(painter, art, view or fitted(art.plate, WIDTH, HEIGHT), scene, look)
    painter.end()
    return image


def stilled(still: Still, view: View, mix: Mix) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    still.paint(painter, view, mix, LIGHT)
    painter.end()
    return image


def colours(image: QImage, step: int = 7) -> Iterator[QColor]:
    for y in range(0, image.height(), step):
        for x in range(0, image.width(), step):
            yield image.pixelColor(x, y)


def difference(a: QImage, b: QImage) -> float:
    """The mean difference of the colours, 0 to 255."""
    pairs = list(zip(colours(a, 3), colours(b, 3), strict=True))
    return sum(abs(p.red() - q.red()) + abs(p.green() - q.green()) + abs(p.blue() - q.blue()) for p, q in pairs) / (
        3 * len(pairs)
    )


def test_every_pixel_is_painted_and_the_corners_are_ground(art: Art) -> None:
    image = drawn(art, Scene())
    assert QColor("magenta") not in list(colours(image, 3))
    assert image.pixelColor(1, HEIGHT // 2) == QColor(LIGHT.ground)


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_looks_different_from_the_one_over_it(art: Art, layer: str) -> None:
    depth = float(LAYERS.index(layer))
    over = drawn(art, Scene(depth=max(depth - 1, 0.0) if depth else 1.0))
    assert difference(drawn(art, Scene(depth=depth)), over) > 5


def test_between_two_layers_both_are_seen_by_their_shares(art: Art) -> None:
    upper, lower = drawn(art, Scene(depth=2.0)), drawn(art, Scene(depth=4.0))
    plate = Art(art.atlas._replace(plate=art.plate._replace(layers=("muscle", "bone"))), art.picture)
    middle = drawn(plate, Scene(depth=3.0))
    for x, y in ((200, 60), (200, 90), (150, 60)):
        a, b, c = upper.pixelColor(x, y), lower.pixelColor(x, y), middle.pixelColor(x, y)
        assert c.red() == pytest.approx((a.red() + b.red()) / 2, abs=2)
        assert c.blue() == pytest.approx((a.blue() + b.blue()) / 2, abs=2)


def test_a_picture_file_of_twice_the_pixels_shows_the_same(art: Art) -> None:
    scene = Scene(name="psis", labels=True, hotspots=True)
    once, twice = drawn(art, scene), drawn(art, scene, ratio=2.0)
    smooth = Qt.TransformationMode.SmoothTransformation
    shrunk = twice.scaled(once.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    shrunk.setDevicePixelRatio(1.0)
    assert difference(once, shrunk) < 3


def test_a_layer_without_a_picture_is_filled_flatly(atlas: Atlas) -> None:
    plain = Art(atlas, lambda _layer: None)
    for layer in range(5):
        middle = drawn(plain, Scene(depth=float(layer))).pixelColor(WIDTH // 2, HEIGHT // 4)
        assert middle != QColor(LIGHT.ground)


def test_the_open_entry_is_marked_on_both_sides(art: Art) -> None:
    view = fitted(art.plate, WIDTH, HEIGHT)
    plain, marked = drawn(art, Scene(depth=4.0)), drawn(art, Scene(depth=4.0, name="psis"))
    for x in (-45, 45):
        at = [round(v) for v in view.to_px(x, 0)]
        assert plain.pixelColor(*at) != marked.pixelColor(*at)
    away = [round(v) for v in view.to_px(0, 120)]
    assert plain.pixelColor(*away) == marked.pixelColor(*away)


def test_the_dark_look_has_a_dark_ground_and_the_same_body(art: Art) -> None:
    light, dark = drawn(art, Scene()), drawn(art, Scene(), DARK)
    assert dark.pixelColor(1, HEIGHT // 2) == QColor(DARK.ground)
    assert light.pixelColor(200, 100).red() == pytest.approx(dark.pixelColor(200, 100).red(), abs=12)


@pytest.mark.parametrize("depth", [0.0, 2.0, 2.4])
def test_a_panned_view_is_the_same_as_one_drawn_afresh(art: Art, depth: float) -> None:
    still, mix = Still(art), art.mix(depth)
    view = snapped(View(WIDTH, HEIGHT, 1.5 * LIFE_SIZE, 10, 5), 1.0)
    stilled(still, view, mix)
    for dx, dy in ((13, -7), (-40, 0), (0, 33), (5, 5)):
        view = snapped(panned(art.plate, view, dx, dy), 1.0)
        moved = stilled(still, view, mix)
        assert still.is_crisp(view)
    afresh = stilled(Still(art), view, mix)
    assert difference(moved, afresh) < 0.1


def test_while_zooming_the_kept_picture_is_shown_scaled_and_then_drawn_crisp(art: Art) -> None:
    still, mix = Still(art), art.mix(4.0)
    stilled(still, View(WIDTH, HEIGHT, 3.0, 0, 0), mix)
    for scale in (5.0, 1.5):
        near = View(WIDTH, HEIGHT, scale, 4, 2)
        scaled = stilled(still, near, mix)
        assert not still.is_crisp(near)
        crisp = stilled(Still(art), near, mix)
        assert 0 < difference(scaled, crisp) < 8


@pytest.mark.parametrize("layer", LAYERS)
def test_everything_fades_into_the_ground_at_the_upper_edge_of_the_plate(art: Art, layer: str) -> None:
    view = View(WIDTH, HEIGHT, 4.0, 0.0, 189.5 - HEIGHT / 8)  # the uppermost row of pixels is 189.5 mm up
    plain = Art(art.atlas, lambda _layer: QImage(4, 4, QImage.Format.Format_ARGB32))  # ink alone
    plain.picture(layer).fill(0)  # type: ignore[union-attr]  # there is one
    image = drawn(plain, Scene(depth=float(LAYERS.index(layer))), view=view)
    inked = [abs(image.pixelColor(x, 0).red() - QColor(LIGHT.ground).red()) for x in range(90, WIDTH - 90)]
    below = [abs(image.pixelColor(x, 100).red() - QColor(LIGHT.ground).red()) for x in range(90, WIDTH - 90)]
    assert max(inked) <= 12
    assert max(below) > 20


@pytest.mark.parametrize(("x", "y"), [(900.0, 50.0), (-900.0, 90.0), (900.0, 900.0), (-900.0, -900.0), (165.0, 0.0)])
@pytest.mark.parametrize("zoom", [0.25, 1.0, 3.0, 8.0])
@pytest.mark.parametrize("depth", [0.0, 2.0])
def test_a_scene_that_looks_beside_the_body_still_shows_some_of_it(
    art: Art, x: float, y: float, zoom: float, depth: float
) -> None:
    image = drawn(art, Scene(depth=depth), view=of_scene(art.plate, Scene(zoom=zoom, x=x, y=y), WIDTH, HEIGHT))
    middle = [image.pixelColor(x, y) for y in range(60, HEIGHT - 110, 6) for x in range(0, WIDTH, 6)]
    ground = QColor(LIGHT.ground)
    assert sum(abs(colour.blue() - ground.blue()) > 25 for colour in middle) > len(middle) / 20


def test_ink_grows_much_slower_than_the_body() -> None:
    assert 0.8 <= ink_width(2.2) <= 1.2
    assert 1 < ink_width(22) / ink_width(2.2) < 3


@pytest.mark.parametrize("text_scale", [1.0, 2.0, 3.0])
def test_the_slip_behind_its_length_leaves_the_scale_bar_whole(art: Art, text_scale: float) -> None:
    view = fitted(art.plate, WIDTH, HEIGHT)
    image = drawn(art, Scene(), LIGHT._replace(text_scale=text_scale))
    _, length = scale_bar(view.scale)
    row = round(HEIGHT - MARGIN_PX)
    along = [image.pixelColor(x, row).lightness() for x in range(round(MARGIN_PX) + 3, round(MARGIN_PX + length) - 3)]
    assert max(along) - min(along) <= 2
    assert max(along) < QColor(LIGHT.ground).lightness() - 40


@pytest.mark.parametrize("text_scale", [1.0, 2.0, 3.0])
def test_the_words_at_the_top_are_whole(art: Art, text_scale: float) -> None:
    metrics = QFontMetricsF(reading_font(LIGHT._replace(text_scale=text_scale), 9.5))
    assert head_px(LIGHT._replace(text_scale=text_scale)) >= MARGIN_PX + metrics.height()


@pytest.mark.parametrize("look", [DARK, CONTRAST])
def test_on_a_dark_ground_a_ring_is_drawn_light_and_delicately(art: Art, look: Look) -> None:
    sight = Sight(art, fitted(art.plate, 820, 700), "skin", look)
    ring = next(sight.box(spot) for spot in sight.hotspots if spot.kind == "ring")
    image = QImage(820, 700, QImage.Format.Format_RGB32)
    image.fill(QColor("#c09070"))  # skin
    painter = QPainter(image)
    draw_marks(painter, sight, Marks())
    painter.end()
    box = ring.toAlignedRect().adjusted(-2, -2, 2, 2)
    lights = [
        image.pixelColor(x, y).lightness()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
        if abs(hypot(x + 0.5 - ring.center().x(), y + 0.5 - ring.center().y()) - ring.width() / 2) < 4
    ]
    skin = QColor("#c09070").lightness()
    assert max(lights) > skin + 25
    assert sum(light < skin / 2 for light in lights) < len(lights) / 10


@pytest.mark.parametrize(("scale", "length"), [(2.2, 50), (3.78, 20), (30.2, 5), (0.3, 100)])
def test_the_scale_bar_is_a_round_length(scale: float, length: int) -> None:
    millimetres, pixels = scale_bar(scale)
    assert millimetres == length
    assert pixels == pytest.approx(length * scale)


def test_the_small_figure_stands_upright_and_is_even(art: Art) -> None:
    box = figure_path().boundingRect()
    assert box.height() == pytest.approx(1, abs=0.02)
    assert box.center().x() == pytest.approx(0, abs=1e-6)
    assert 0.25 < box.width() < 0.45


def painted_rows(draw_all: Callable[[QPainter], None], size: tuple[int, int], below: float) -> np.ndarray:
    """How far from the ground the colours are in the lower right quarter, without so many rows below."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.ground))
    painter = QPainter(image)
    draw_all(painter)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(size[1], size[0], 4).astype(int)
    part = pixels[size[1] // 2 : int(size[1] - below), size[0] // 2 :]
    return np.asarray(np.abs(part - part[-1, -1]).max(axis=2))


@pytest.mark.parametrize("size", [(529, 522), (628, 490), (1030, 724), (862, 692), (640, 725), (676, 680), (400, 350)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0, 3.0])
def test_the_small_figure_stands_clear_of_the_whole_body_or_is_left_out(
    art: Art, size: tuple[int, int], text_scale: float
) -> None:
    look, view = LIGHT._replace(text_scale=text_scale), fitted(art.plate, *size)
    words = MARGIN_PX + QFontMetricsF(reading_font(look, 9.5)).height()
    margin = painted_rows(lambda painter: draw_margin(painter, view, look), size, words)
    assert (margin > 60).any() == has_room_for_figure(view, look)
    for layer in LAYERS:
        for build in (DEFAULT, Build(0.0, 0.48, 1.0)):
            guise = art.guise(Scene(build=build))
            sight = Sight(art, view, layer, look, guise)
            body = painted_rows(partial(draw_layer, sight=sight), size, words)
            assert not ((margin > 20) & (body > 30)).any()


def test_the_small_figure_is_there_where_there_is_room_and_wherever_only_a_part_of_the_body_is_in_view(
    art: Art,
) -> None:
    large = LIGHT._replace(text_scale=2.0)
    for size, look in (((1030, 724), LIGHT), ((862, 692), large), ((628, 490), large), ((640, 725), LIGHT)):
        assert has_room_for_figure(fitted(art.plate, *size), look)
    small = fitted(art.plate, 529, 522)
    assert has_room_for_words(small, LIGHT)
    assert not has_room_for_figure(small, LIGHT)
    assert has_room_for_figure(small._replace(scale=1.5 * small.scale), LIGHT)


def test_what_the_small_figure_knows_of_the_plate_is_so(art: Art) -> None:
    plate = art.plate
    assert (plate.width, plate.height) == (WIDE_MM, HIGH_MM)
    assert plate.bottom + plate.height / 2 == MIDDLE_MM
    assert plate.left == -plate.width / 2


def test_labels_name_each_entry_of_the_layer_once(art: Art, atlas: Atlas) -> None:
    placed = placed_labels(Sight(art, fitted(art.plate, 820, 700), "skin", LIGHT))
    assert sorted(label.key for label in placed.labels) == sorted(
        entry.id for entry in atlas.entries.values() if "skin" in entry.seen_on()
    )
    assert placed.hidden == 0


@pytest.mark.parametrize("size", [(260, 240), (400, 350), (570, 620), (820, 700)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("layer", LAYERS)
def test_every_entry_in_view_is_labelled_in_full_or_counted_and_no_label_hides_a_pin(
    art: Art, size: tuple[int, int], text_scale: float, layer: str
) -> None:
    sight = Sight(art, fitted(art.plate, *size), layer, LIGHT._replace(text_scale=text_scale))
    placed = placed_labels(sight)
    entries = {spot.entry for spot in sight.hotspots}  # the whole plate is in view, and so are they all
    assert len(placed.labels) + placed.hidden == len(entries)
    for label in placed.labels:
        entry = art.atlas.entries[label.key]
        text = entry.short_title or entry.title
        assert label.width >= QFontMetricsF(name_font(sight, text)).horizontalAdvance(text) - 0.1
        name = QRectF(label.left, label.top, label.width, label.height)
        assert not any(name.contains(sight.box(spot).center()) for spot in sight.hotspots if spot.kind == "pin")


@pytest.mark.parametrize("text_scale", [0.5, 1.0, 1.5, 3.0])
@pytest.mark.parametrize(("width", "height"), [(640, 600), (420, 600), (380, 600), (300, 600), (620, 180), (160, 160)])
@pytest.mark.parametrize("across", [False, True])
def test_pieces_of_the_margin_that_are_kept_look_as_when_they_are_drawn(
    art: Art, width: int, height: int, text_scale: float, *, across: bool
) -> None:
    look, sheet, seen = LIGHT._replace(text_scale=text_scale), MarginSheet(), []
    first = fitted(art.plate, width, height)._replace(across=across)
    moved = first._replace(scale=2 * first.scale, x=20.0)
    views = (
        *((first, hasty) for hasty in (False, True, True, False, True)),
        *((moved, hasty) for hasty in (True, True, False)),
        *((first._replace(scale=scale), hasty) for scale in (3.0, 40.0) for hasty in (False, True)),
    )
    for kept in (True, False):
        for view, hasty in views:
            image = QImage(width, height, QImage.Format.Format_RGB32)
            image.fill(QColor(look.ground))
            painter = QPainter(image)
            (partial(sheet.paint, hasty=hasty) if kept else draw_margin)(painter, view, look)
            sheet.paint_sides(painter) if kept else draw_sides(painter, view, look)
            painter.end()
            seen.append(np.frombuffer(image.constBits(), np.uint8).astype(int))
    for sheets, drawn in zip(seen[: len(views)], seen[len(views) :], strict=True):
        assert np.abs(sheets - drawn).max() <= 3  # rounded once more


def test_a_large_structure_is_labelled_where_it_is_in_view(art: Art) -> None:
    view = View(820, 700, 8 * LIFE_SIZE, 45, -8)  # the ring's rim is out of view
    placed = placed_labels(Sight(art, view, "muscle", LIGHT))
    (label,) = [label for label in placed.labels if label.key == "psis"]
    assert QRectF(0, 0, 820, 700).contains(*label.anchor)


def darkness(art: Art, isolated: str, entry: str) -> int:
    """How dark the darkest pixel of a name on the bones is."""
    sight = Sight(art, fitted(art.plate, 820, 700), "bone", LIGHT)
    placed = placed_labels(sight)
    image = QImage(820, 700, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.ground))
    painter = QPainter(image)
    draw_labels(painter, sight, placed, isolated)
    painter.end()
    (label,) = [label for label in placed.labels if label.key == entry]
    box = QRectF(label.left, label.top, label.width, label.height).toAlignedRect()
    return min(
        QColor(image.pixel(x, y)).lightness()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    )


def test_while_a_structure_is_isolated_the_names_of_all_else_are_dimmed(art: Art) -> None:
    ink = darkness(art, "", "sacrum")
    assert darkness(art, "sacrum", "sacrum") == ink == darkness(art, "", "hip-bone")
    assert darkness(art, "sacrum", "hip-bone") > ink + 60
    assert darkness(art, "heredity", "hip-bone") == ink  # nothing lies around a topic


USUAL_VIEWS = ((319, 625), (374, 552), (432, 580), (620, 572), (677, 620), (678, 600), (735, 648))  # of the back


def sides(art: Art, size: tuple[int, int], text_scale: float, *, marked: bool) -> np.ndarray:
    """What is painted where the words for the sides stand, with all else or alone."""
    look, view = LIGHT._replace(text_scale=text_scale), fitted(art.plate, *size)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(look.ground))
    painter = QPainter(image)
    if marked:
        draw(painter, art, view, Scene(), look)
    else:
        draw_sides(painter, view, look)
    painter.end()
    high = round(head_px(look))
    return np.frombuffer(image.constBits(), np.uint8).reshape(size[1], size[0], 4)[:high, :, :3].astype(int)


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("size", USUAL_VIEWS)
def test_no_pin_hides_which_side_is_which(art: Art, size: tuple[int, int], text_scale: float) -> None:
    alone, marked = (sides(art, size, text_scale, marked=marked) for marked in (False, True))
    muted = QColor(LIGHT.muted)
    ink = np.array([muted.blue(), muted.green(), muted.red()])
    inked = np.abs(alone - ink).max(axis=-1) < 30
    assert inked.sum() > 5
    assert np.abs(marked - ink).max(axis=-1)[inked].max() < 40


@pytest.mark.parametrize("size", [(678, 600), (735, 648)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_in_a_whole_plate_the_words_for_the_sides_are_clear_of_pins(
    art: Art, size: tuple[int, int], text_scale: float
) -> None:
    sight = Sight(art, fitted(art.plate, *size), "skin", LIGHT._replace(text_scale=text_scale))
    rows = np.flatnonzero((sides(art, size, text_scale, marked=False).sum(axis=-1) < 600).any(axis=1))
    assert rows.max() + 1 <= min(sight.box(spot).top() for spot in sight.hotspots if spot.kind == "pin") + 1


@pytest.mark.parametrize("text_scale", [1.0, 2.0, 3.0])
def test_the_words_for_the_sides_are_whole_and_end_where_names_begin(art: Art, text_scale: float) -> None:
    rows = np.flatnonzero((sides(art, (735, 648), text_scale, marked=False).sum(axis=-1) < 600).any(axis=1))
    assert rows.min() >= 2
    assert rows.max() < head_px(LIGHT._replace(text_scale=text_scale)) - 2
