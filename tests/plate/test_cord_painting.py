"""Nerves on the plate: cords in the light of the lamp, to be pointed at while they are drawn."""

from math import hypot

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Outline
from dimples_gui.plate import frame
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.drawing import draw
from dimples_gui.plate.nerves import CordSheet, draw_cords, place_of
from dimples_gui.plate.strands import Shape, Stretch, knots_of, ribbon, strands_of
from dimples_gui.scene import Scene
from dimples_gui.theme import DARK, LIGHT
from tests.plate.conftest import Viewer

NERVES = {"middle-cluneal-nerves", "superior-cluneal-nerves"}
STEPS = ("M", 0.0, 40.0, "L", 0.0, 0.0, "M", 0.0, 20.0, "L", 15.0, 0.0)
FORKED = Outline("n", "fat", crease=False, steps=STEPS, width=2.0)


def sight_of(art: Art, scene: Scene) -> Sight:
    """What is seen of a scene in 600 x 500 pixels."""
    view = frame.snapped(frame.of_scene(art.plate, scene, 600, 500), 1.0)
    return Sight(art, view, art.layer(scene.depth), LIGHT, art.guise(scene))


def cords_of(sight: Sight, part: QRectF | None = None) -> QImage:
    """The cords alone, over nothing."""
    image = QImage(600, 500, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    if part:
        painter.setClipRect(part)
    draw_cords(painter, sight, part or sight.area)
    painter.end()
    return image


def widths(cord: Outline, number: int) -> list[float]:
    """How wide one of a cord's strands is at its knots, mm."""
    return [2 * hypot(*knot.aside) for knot in knots_of(strands_of(cord)[number])]


def test_a_strand_tapers_and_a_branch_begins_thinner_than_its_stem() -> None:
    stem, branch = strands_of(FORKED)
    assert branch.is_branch
    assert not stem.is_branch
    assert max(widths(FORKED, 0)) <= FORKED.width
    assert widths(FORKED, 0)[-1] < 0.5 * max(widths(FORKED, 0))
    assert widths(FORKED, 1)[0] < widths(FORKED, 0)[len(widths(FORKED, 0)) // 2]
    assert widths(FORKED, 1) == sorted(widths(FORKED, 1), reverse=True)


def test_a_stretch_is_the_same_shape_as_its_strand_there() -> None:
    strand = strands_of(FORKED)[0]
    last = len(knots_of(strand)) - 1
    whole, half = ribbon(Stretch(strand, 0, last), Shape()), ribbon(Stretch(strand, 1, last), Shape())
    for knot in knots_of(strand)[1:]:
        for side in (-0.9, 0.9):
            x, y = knot.at[0] + side * knot.aside[0], knot.at[1] + side * knot.aside[1] + 0.01
            assert whole.contains(QRectF(x, y, 1e-6, 1e-6)) == half.contains(QRectF(x, y, 1e-6, 1e-6)) is True


@pytest.mark.parametrize("depth", [1.0, 2.0])
def test_nerves_lie_over_fat_and_muscle_and_nowhere_else(art: Art, depth: float) -> None:
    assert {cord.id.rpartition("-")[0] for cord in art.cords(art.layer(depth))} == NERVES
    assert [art.cords(layer) for layer in ("skin", "ligament", "bone")] == [(), (), ()]


def test_the_lit_side_of_a_nerve_is_the_one_towards_the_lamp(art: Art) -> None:
    """Beside the middle of a nerve that runs down, the shadow lies on the side away from the lamp."""
    dark = {}
    for azimuth in (0.0, 180.0):
        sight = sight_of(art, Scene(depth=2.0, zoom=4.0, x=95.0, y=20.0, lamp=(azimuth, 30.0)))
        image = cords_of(sight)
        x, y = sight.view.to_px(95.4, 30.0)
        alphas = [QColor(image.pixelColor(round(x) + off, round(y))) for off in range(-60, 61)]
        dark[azimuth] = [at - 60 for at, colour in enumerate(alphas) if 0 < colour.alpha() < 120]
    assert sum(dark[0.0]) < 0 < sum(dark[180.0])


def test_a_part_of_the_view_shows_the_same_as_the_whole(art: Art) -> None:
    sight = sight_of(art, Scene(depth=1.0, zoom=2.0, x=70.0, y=0.0))
    whole, part = cords_of(sight), QRectF(200, 0, 60, 500)
    strip = cords_of(sight, part)
    differing = [
        (x, y)
        for x in range(200, 260)
        for y in range(500)
        if abs(whole.pixelColor(x, y).alpha() - strip.pixelColor(x, y).alpha()) > 24
    ]
    assert len(differing) < 20  # a pixel at a cut


def cords_on(sheet: CordSheet, sight: Sight, *, at_once: bool) -> QImage:
    """What a sheet paints."""
    image = QImage(600, 500, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    sheet.paint(painter, sight, at_once=at_once)
    painter.end()
    return image


@pytest.mark.parametrize("at_once", [True, False])
def test_the_kept_picture_of_the_nerves_follows_the_lamp(art: Art, *, at_once: bool) -> None:
    sheet = CordSheet()
    for lamp in ((135.0, 35.0), (0.0, 20.0), (3.0, 21.0), (270.0, 60.0)):
        sight = sight_of(art, Scene(depth=2.0, lamp=lamp))
        shown = cords_on(sheet, sight, at_once=at_once)
        assert not (at_once and sheet.is_behind)
        while sheet.is_behind:
            shown = cords_on(sheet, sight, at_once=False)
        assert shown == cords_of(sight), lamp


def test_while_the_lamp_moves_on_the_nerves_follow_behind(art: Art) -> None:
    sheet, sights = CordSheet(), [sight_of(art, Scene(depth=2.0, lamp=(15.0 * step, 30.0))) for step in range(24)]
    looks = [cords_of(sight) for sight in sights]
    shown = [cords_on(sheet, sight, at_once=False) for sight in sights * 4]
    assert all(picture in looks for picture in shown)  # never half done
    assert shown[-1] != shown[0]
    assert cords_on(sheet, sights[5], at_once=True) == looks[5]


def test_soon_after_the_lamp_has_come_to_rest_the_nerves_are_in_its_light(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.navigator.set_depth(2.6)
    viewer.navigator.set_lamp(100.0, 30.0)
    viewer.canvas.settle()
    viewer.look()
    for azimuth in range(100, 20, -2):
        viewer.navigator.set_lamp(float(azimuth), 30.0)
        viewer.canvas.repaint()
    with qtbot.waitSignal(viewer.canvas.settled, timeout=3000):
        pass
    rested = viewer.canvas.grab().toImage()
    for back_and_forth in (200.0, 22.0):
        viewer.navigator.set_lamp(back_and_forth, 30.0)
        viewer.look()
        viewer.canvas.settle()
        viewer.look()
    assert viewer.canvas.grab().toImage() == rested


def test_out_of_sight_there_is_nothing_to_paint(art: Art) -> None:
    sight = sight_of(art, Scene(depth=2.0, zoom=4.0, x=0.0, y=150.0))
    assert place_of(sight, sight.area).isEmpty()
    assert cords_of(sight) == cords_of(sight, QRectF(0, 0, 1, 1))


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("depth", [1.0, 2.0, 1.5])
def test_switched_off_they_are_not_drawn(art: Art, depth: float, look: object) -> None:
    pictures = []
    for nerves in (True, False):
        image = QImage(600, 500, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        scene = Scene(depth=depth, nerves=nerves)
        draw(painter, art, frame.of_scene(art.plate, scene, 600, 500), scene, LIGHT if look is LIGHT else DARK)
        painter.end()
        pictures.append(image)
    art.nerves = True
    assert pictures[0] != pictures[1]


def test_switched_off_they_cannot_be_pointed_at(viewer: Viewer) -> None:
    viewer.navigator.set_layer("fat")
    at = viewer.at("superior-cluneal-nerves")
    viewer.navigator.show_nerves(shown=False)
    viewer.look()
    assert viewer.canvas.point_of("superior-cluneal-nerves") is None
    assert not any("nerves" in button.accessibleName() for button in viewer.buttons())
    viewer.click(at)
    assert viewer.open == "subcutaneous-fat"
    viewer.navigator.show_nerves(shown=True)
    viewer.click(at)
    assert viewer.open == "superior-cluneal-nerves"


def test_what_was_painted_goes_and_comes_back_at_once(viewer: Viewer) -> None:
    viewer.navigator.set_layer("muscle")
    with_nerves = viewer.canvas.grab().toImage()
    viewer.navigator.show_nerves(shown=False)
    assert viewer.canvas.grab().toImage() != with_nerves
    viewer.navigator.show_nerves(shown=True)
    assert viewer.canvas.grab().toImage() == with_nerves
