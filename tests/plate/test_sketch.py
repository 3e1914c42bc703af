"""The skin while its body changes: at once, nearly as fine as in full, and in full when it rests."""

import tracemalloc
from time import sleep

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Atlas
from dimples_gui.body.build import DEFAULT, DEFAULT_MAN, Build
from dimples_gui.body.explanation import BETWEEN_MUSCLES, EXPLANATIONS, FILLED_IN, HELD_DOWN, Explanation
from dimples_gui.body.tones import DEFAULT_TONE, TONES
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.backdrop import draw_layer
from dimples_gui.plate.frame import fitted
from dimples_gui.plate.guises import REST_MS, Guises
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.lighting import Guise
from dimples_gui.plate.lit import Field, Pixels
from dimples_gui.plate.section_canvas import SectionCanvas
from dimples_gui.plate.sketches import Sketches
from dimples_gui.scene import SECTION, WHATIF, Scene
from dimples_gui.theme import LIGHT
from tests.body.conftest import of_fullness
from tests.plate.conftest import Viewer

LEAN, HEAVY = of_fullness(1, 0.05, 0.9, 0.8), of_fullness(0, 0.95, 0.4, 1)
SEEN = 3  # levels from the ground
MOST_APART = {(529, 521): 25, (1000, 900): 45}  # levels, at any pixel of a view of this size
ALIKE, UNLIKE = 0.05, 0.5
MOVES, GROWTH_BYTES = 60, 400_000
ROUNDED = 5  # levels: ink that is kept on a sheet of its own is rounded once more


@pytest.fixture(scope="module")
def sketches() -> Sketches:
    """Ready to sketch."""
    return Sketches()


def pixels_of(picture: QImage) -> Pixels:
    """A copy of a picture's pixels."""
    return np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.width(), 4).copy()


def drawn(art: Art, size: tuple[int, int], guise: Guise) -> Field:
    """The skin as it is seen in a view of this size, (rows, columns, 3)."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    draw_layer(painter, Sight(art, fitted(art.plate, *size), "skin", LIGHT, guise))
    painter.end()
    return pixels_of(picture)[..., :3].astype(np.float32)


@pytest.mark.parametrize("size", MOST_APART)
@pytest.mark.parametrize("lamp", [Lamp(), Lamp(20, 20), Lamp(100, 10)])
@pytest.mark.parametrize(
    ("build", "explanation"), [(DEFAULT_MAN, HELD_DOWN), (LEAN, FILLED_IN), (HEAVY, BETWEEN_MUSCLES)]
)
def test_nobody_sees_a_sketch_give_way_to_the_full_picture(
    art: Art, build: Build, explanation: Explanation, lamp: Lamp, size: tuple[int, int]
) -> None:
    guise = Guise(lamp, build, DEFAULT_TONE, explanation)
    full = drawn(art, size, guise)
    apart = np.abs(drawn(art, size, guise._replace(sketched=True)) - full).max(2)
    body = np.abs(full - full[0, 0]).max(2) > SEEN
    assert 0.4 < body.mean() < 0.8
    assert 0 < apart[body].mean() < 1.8
    assert np.percentile(apart[body], 99) <= 5
    assert apart.max() < MOST_APART[size]


def test_body_explanation_tone_and_lamp_make_a_sketch(sketches: Sketches) -> None:
    heavy = Guise(Lamp(), HEAVY, DEFAULT_TONE, HELD_DOWN, sketched=True)
    others = (
        heavy._replace(build=LEAN),
        heavy._replace(explanation=FILLED_IN),
        heavy._replace(tone=TONES[-1]),
        heavy._replace(lamp=Lamp(0, 30)),
    )
    first = pixels_of(sketches.picture(heavy)).astype(int)
    for other in others:
        assert np.abs(pixels_of(sketches.picture(other)).astype(int) - first).max() > 15
    assert (pixels_of(sketches.picture(heavy)) == first).all()


def test_a_tether_changes_the_picture_about_the_spines_alone(sketches: Sketches) -> None:
    tied, free = (
        pixels_of(sketches.picture(Guise(build=DEFAULT._replace(tether=tether), sketched=True))).astype(int)
        for tether in (1.0, 0.0)
    )
    change = np.abs(tied - free).max(2)
    assert change[90:100, 102:113].max() > 15
    assert change[:60].max() <= 2
    assert (change == change[:, ::-1]).mean() > 0.5


def test_sketching_on_and_on_takes_no_more_memory(sketches: Sketches) -> None:
    bodies = [of_fullness(0, 0.1 + 0.8 * step / MOVES) for step in range(MOVES)]
    for body in bodies[:5]:
        sketches.picture(Guise(build=body, sketched=True))
    tracemalloc.start()
    sketches.picture(Guise(build=bodies[5], sketched=True))
    before = tracemalloc.get_traced_memory()[0]
    for body in bodies[6:]:
        sketches.picture(Guise(build=body, sketched=True))
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < GROWTH_BYTES


def shown(viewer: Viewer) -> bytes:
    """What is on the plate now."""
    picture = viewer.canvas.grab().toImage()
    return bytes(picture.constBits())


@pytest.fixture
def asking(viewer: Viewer, qtbot: QtBot) -> Viewer:
    """A person who asks what if."""
    viewer.navigator.show(Scene(WHATIF))
    viewer.look()
    qtbot.waitUntil(lambda: viewer.canvas.follows_sliders, timeout=20_000)
    return viewer


def test_the_skin_follows_each_move_of_a_slider_at_once(asking: Viewer) -> None:
    before = shown(asking)
    for fat in (0.3, 0.33, 0.36):
        asking.navigator.set_build(DEFAULT._replace(fat=fat))
        after = shown(asking)
        assert after != before
        before = after


def test_the_explanation_too(asking: Viewer) -> None:
    asking.navigator.set_build(HEAVY)
    pictures = []
    for explanation in EXPLANATIONS:
        asking.navigator.set_explanation(explanation.id)
        pictures.append(shown(asking))
    assert len(set(pictures)) == len(EXPLANATIONS)


def test_when_the_slider_rests_the_picture_is_the_full_one(asking: Viewer, qtbot: QtBot) -> None:
    asking.navigator.set_build(HEAVY)
    sketched = shown(asking)
    asking.navigator.set_build(LEAN)
    asking.canvas.settle()
    lean = shown(asking)
    asking.navigator.set_build(HEAVY)
    assert shown(asking) == sketched
    qtbot.waitUntil(lambda: shown(asking) != sketched, timeout=20_000)
    full = shown(asking)
    asking.canvas.settle()
    assert shown(asking) == full != lean


def apart(one: bytes, other: bytes) -> float:
    """How much two views differ, in the mean over all pixels; fine lines drawn at once or laid over differ a little."""
    return float(np.abs(np.frombuffer(one, np.uint8).astype(int) - np.frombuffer(other, np.uint8)).mean())


def test_back_at_the_drawn_body_the_picture_is_the_shipped_one(asking: Viewer) -> None:
    before = shown(asking)
    asking.navigator.set_build(HEAVY)
    assert apart(shown(asking), before) > UNLIKE
    asking.navigator.undo()
    assert apart(shown(asking), before) < ALIKE


def test_the_bones_are_the_same_in_every_body(asking: Viewer) -> None:
    asking.navigator.set_layer("bone")
    asking.canvas.settle()
    before = shown(asking)
    asking.navigator.set_build(HEAVY)
    assert apart(shown(asking), before) < ALIKE


def test_skin_through_which_the_fat_is_seen_follows_too(asking: Viewer) -> None:
    asking.navigator.set_depth(0.5)
    asking.canvas.settle()
    before = shown(asking)
    asking.navigator.set_build(HEAVY)
    assert apart(shown(asking), before) > UNLIKE


def test_another_plate_beside_it_shows_its_body_at_first_sight(asking: Viewer, atlas: Atlas, qtbot: QtBot) -> None:
    beside = Viewer(atlas)
    qtbot.addWidget(beside.window)
    beside.navigator.show(Scene(WHATIF, build=HEAVY))
    beside.window.show()
    qtbot.waitExposed(beside.window)
    assert beside.canvas.follows_sliders
    beside.look()
    asking.navigator.set_build(HEAVY)
    assert apart(shown(beside), shown(asking)) < ALIKE


def test_while_sliders_move_the_ink_is_that_of_the_body_in_view(asking: Viewer) -> None:
    for body in (HEAVY, LEAN, DEFAULT._replace(fat=0.4), HEAVY._replace(fat=0.46)):
        asking.navigator.set_build(body)
        moved = pixels_of(asking.canvas.grab().toImage()).astype(int)
        asking.canvas._still.forget()  # the next paint draws all of it anew
        anew = pixels_of(asking.canvas.grab().toImage()).astype(int)
        assert np.abs(moved - anew).max() <= ROUNDED


@pytest.mark.parametrize("is_slow", [True, False])
def test_what_a_paint_takes_is_no_rest_of_a_body_and_what_follows_it_is(
    art: Art, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, is_slow: bool
) -> None:
    worked_out: list[Guise] = []
    monkeypatch.setattr(art.lighting, "prepare", lambda _layers, guise: worked_out.append(guise))
    art.prepare_sketches()
    qtbot.waitUntil(lambda: art.sketches.are_ready, timeout=20_000)
    parent = QObject()
    guises = Guises(art, parent)
    guises.follow(Scene(WHATIF, build=HEAVY))
    for paints in (not is_slow, is_slow):
        if paints:
            guises.painted()
        else:
            sleep(2 * REST_MS / 1000)
    qtbot.wait(REST_MS // 4)
    assert bool(worked_out) != is_slow
    qtbot.waitUntil(lambda: bool(worked_out))
    assert worked_out[0].build == HEAVY


def test_what_a_paint_of_the_section_takes_is_no_rest_of_a_body(atlas: Atlas, qtbot: QtBot) -> None:
    canvas = SectionCanvas(atlas, LIGHT)
    qtbot.addWidget(canvas)
    canvas.resize(400, 200)
    canvas.settle()
    canvas.show_scene(Scene(WHATIF, build=HEAVY, plate=SECTION))
    sleep(2 * REST_MS / 1000)
    canvas.grab()
    qtbot.wait(REST_MS // 4)
    assert canvas.sight_of("").art.is_moving
    qtbot.waitUntil(lambda: not canvas.sight_of("").art.is_moving)
