"""How many names found no room, and where that is said."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.drawing import draw_labels
from dimples_gui.plate.frame import LIFE_SIZE, View, fitted
from dimples_gui.plate.labels import Placed
from dimples_gui.plate.margin import draw_margin
from dimples_gui.plate.name_sheet import NameSheet
from dimples_gui.plate.naming import placed_labels
from dimples_gui.plate.note import hidden_note
from dimples_gui.plate.section_canvas import ALL, SectionArt
from dimples_gui.scene import Scene
from dimples_gui.theme import LIGHT

BESIDE_THE_OPTIONS = (
    (245, 417),
    (245, 449),
    (306, 411),
    (306, 431),
    (327, 466),
    (327, 498),
)  # the back in usual windows
UNDER_THE_BACK = ((245, 154), (245, 174), (306, 180), (327, 173), (327, 180), (446, 246))  # the section there
SCALES = (1.0, 1.5, 2.0, 3.0)


def back(art: Art, size: tuple[int, int], text_scale: float, layer: str = "skin") -> Sight:
    return Sight(art, fitted(art.plate, *size), layer, LIGHT._replace(text_scale=text_scale))


def section(atlas: Atlas, size: tuple[int, int], text_scale: float) -> Sight:
    """The section as it stands under the back: in one frame with it."""
    art = SectionArt(atlas)
    art.show(Scene())
    art.rest()
    scale = fitted(atlas.plate, size[0], 2 * size[0]).scale
    view = fitted(art.plate, *size)._replace(scale=scale)
    return Sight(art, view, ALL, LIGHT._replace(text_scale=text_scale))


def covered(sight: Sight, rect: QRectF) -> float:
    return sight.art.grid(sight.layer).cover(sight.view, 1.0)((rect.left(), rect.top(), rect.right(), rect.bottom()))


def painted(sight: Sight, *, note: bool) -> QImage:
    """What lies over the plate: margin or note."""
    image = QImage(round(sight.view.width), round(sight.view.height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if note:
        draw_labels(painter, sight, Placed((), len({spot.entry for spot in sight.hotspots})))
    else:
        draw_margin(painter, sight.view, sight.look)
    painter.end()
    return image


def inked(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8)[3::4] > 0


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("size", BESIDE_THE_OPTIONS)
@pytest.mark.parametrize("layer", LAYERS)
def test_how_many_names_are_hidden_is_said_beside_the_back(
    art: Art, size: tuple[int, int], text_scale: float, layer: str
) -> None:
    sight = back(art, size, text_scale, layer)
    note = hidden_note(sight, 4)
    assert note
    assert sight.area.contains(note.rect)
    assert not covered(sight, note.rect)


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("size", UNDER_THE_BACK)
def test_how_many_names_are_hidden_is_said_beside_the_section_or_not_at_all(
    atlas: Atlas, size: tuple[int, int], text_scale: float
) -> None:
    sight = section(atlas, size, text_scale)
    note = hidden_note(sight, 14)
    assert note or text_scale > 2
    assert not note or (sight.area.contains(note.rect) and not covered(sight, note.rect))


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("size", BESIDE_THE_OPTIONS)
def test_it_is_clear_of_the_margin_and_of_pins(art: Art, size: tuple[int, int], text_scale: float) -> None:
    sight = back(art, size, text_scale)
    assert not (inked(painted(sight, note=True)) & inked(painted(sight, note=False))).any()
    note = hidden_note(sight, 4)
    assert note
    assert not any(note.rect.intersects(sight.box(spot)) for spot in sight.hotspots if spot.kind == "pin")


@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("size", [*BESIDE_THE_OPTIONS, (570, 620)])
def test_no_name_stands_on_it(art: Art, size: tuple[int, int], text_scale: float) -> None:
    sight = back(art, size, text_scale)
    placed = placed_labels(sight)
    note = hidden_note(sight, placed.hidden)
    assert note
    for label in placed.labels:
        assert not note.rect.intersects(QRectF(label.left, label.top, label.width, label.height))


@pytest.mark.parametrize("size", [*BESIDE_THE_OPTIONS, (150, 600), (820, 600)])
@pytest.mark.parametrize("text_scale", SCALES)
def test_its_words_are_whole(art: Art, size: tuple[int, int], text_scale: float) -> None:
    sight = back(art, size, text_scale)
    for count in (1, 4, len({spot.entry for spot in sight.hotspots})):
        note = hidden_note(sight, count)
        if note:
            metrics, lines = QFontMetricsF(note.font), note.text.split("\n")
            assert max(metrics.horizontalAdvance(line) for line in lines) <= note.rect.width()
            assert metrics.height() * len(lines) <= note.rect.height()
            assert str(count) in note.text


def test_where_there_is_room_it_is_a_sentence_in_the_middle_of_the_lower_margin(art: Art) -> None:
    sight = back(art, (820, 700), 1.0)
    note = hidden_note(sight, 4)
    assert note
    assert note.text == "4 more when zoomed in"
    assert not note.whole
    assert note.rect.center().x() == pytest.approx(410, abs=2)
    assert note.rect.top() > 640


@pytest.mark.parametrize("x", [0.0, 45.0, -60.0])
@pytest.mark.parametrize("y", [0.0, 60.0, 110.0])
def test_over_a_body_that_fills_the_view_it_hides_no_dimple(art: Art, x: float, y: float) -> None:
    sight = Sight(art, View(820, 700, LIFE_SIZE, x, y), "skin", LIGHT)
    note = hidden_note(sight, 4)
    assert note
    assert not any(note.rect.intersects(sight.box(spot)) for spot in sight.hotspots if spot.kind in {"pin", "ring"})


def test_what_is_short_is_a_whole_sentence_under_the_pointer(art: Art) -> None:
    sight, names = back(art, (245, 417), 2.0), NameSheet()
    image = QImage(245, 417, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    names.paint(painter, sight)
    painter.end()
    note = hidden_note(sight, placed_labels(sight).hidden)
    assert note
    assert "zoomed" not in note.text
    tip = partial(names.tip, sight=sight)
    assert tip(note.rect.center(), scene=Scene(labels=True))[0] == f"{note.text} when zoomed in"
    assert tip(QPointF(1, 1), scene=Scene(labels=True))[0] == ""
    assert tip(note.rect.center(), scene=Scene())[0] == ""
