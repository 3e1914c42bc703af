"""A moving lamp lights the plate at half the resolution: nearly the same, in the same place, and full at rest."""

from itertools import count
from time import sleep

import numpy as np
import pytest
from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import LAYERS
from dimples_gui.plate.art import Art
from dimples_gui.plate.coarse import Coarse
from dimples_gui.plate.guises import REST_MS, Guises
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.lighting import Guise, Lighting
from dimples_gui.plate.lit import COLUMNS, ROWS, Field, Pixels, Surface, lit
from dimples_gui.plate.reliefs import surface_of
from dimples_gui.plate.shadows import SECTORS, Shadows
from dimples_gui.scene import Scene
from tests.plate.conftest import Viewer, picture_of

WHOLE = QRect(0, 0, COLUMNS, ROWS)
NEAR = QRect(300, 200, 90, 110)  # what is seen at 400 %
LAMPS = (Lamp(), Lamp(20.0, 20.0), Lamp(300.0, 50.0))
OPAQUE = 250
HERE, THERE = (40.0, 30.0), (200.0, 25.0)
UNLIKE = 0.2


def surface(layer: str) -> Surface:
    """A shipped layer below the skin."""
    parts = [picture_of(f"{layer}.{part}") for part in ("relief", "colour", "open")]
    assert all(parts)
    found = surface_of(layer, *(part for part in parts if part))
    assert found is not None
    return found


def halved(picture: Pixels, down: int = 0, along: int = 0) -> Field:
    """The mean of each four pixels, the picture moved by some."""
    moved = np.roll(picture, (down, along), (0, 1))
    rows, columns = picture.shape[0] // 2, picture.shape[1] // 2
    return np.asarray(moved.reshape(rows, 2, columns, 2, 4).mean((1, 3)), np.float32)


@pytest.mark.parametrize("layer", LAYERS[1:])
def test_half_the_resolution_gives_the_mean_of_the_full_picture_wherever_the_lamp_stands(layer: str) -> None:
    fine = surface(layer)
    coarse = Coarse(fine)
    for lamp in LAMPS:
        full = halved(lit(fine, lamp))
        apart = (lit(coarse, lamp).astype(float) - full)[full[..., 3] > OPAQUE]
        assert abs(apart.mean()) < 0.3
        assert np.abs(apart).mean() < 1.2
        assert np.percentile(np.abs(apart), 99) < 9


def test_it_lies_where_the_full_picture_lies() -> None:
    fine = surface("bone")
    rough, full = lit(Coarse(fine), LAMPS[1]).astype(float), lit(fine, LAMPS[1])
    here = np.abs(rough - halved(full)).mean()
    for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        assert here < 0.5 * np.abs(rough - halved(full, *step)).mean()


def test_only_what_is_large_is_lit_at_half_the_resolution_and_only_while_the_lamp_moves(qtbot: QtBot) -> None:
    lighting, moves = Lighting(picture_of), count()

    def size(part: QRect, *, moving: bool) -> QSize:
        picture = lighting.mixed("muscle", "bone", 0.4, Guise(Lamp(next(moves) % 360, 30.0), moving=moving), part)
        assert picture is not None
        return picture.size()

    half = WHOLE.size() / 2
    qtbot.waitUntil(lambda: size(WHOLE, moving=True) == half, timeout=20_000)
    assert size(WHOLE, moving=False) == WHOLE.size()
    assert size(NEAR, moving=True) == WHOLE.size()
    assert size(WHOLE, moving=True) == half


def test_who_moves_the_lamp_does_not_wait_for_shadows_from_all_sides(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, find = [], Shadows._found

    def slowly(self: Shadows, low: Field, sector: int) -> np.ndarray:
        sleep(0.05)
        found.append(sector)
        return find(self, low, sector)

    monkeypatch.setattr(Shadows, "_found", slowly)
    lighting = Lighting(picture_of)
    lighting.prepare(["bone"], Guise())
    qtbot.waitUntil(lambda: len(found) > 1, timeout=20_000)

    def rows() -> int:
        picture = lighting.picture("bone", Guise(Lamp(0.0, 30.0), moving=True), WHOLE)
        return picture.height() if picture else 0

    qtbot.waitUntil(lambda: rows() == ROWS // 2, timeout=20_000)
    assert len(found) < SECTORS
    qtbot.waitUntil(lambda: len(set(found)) == SECTORS, timeout=20_000)  # they are looked for nevertheless


def test_a_part_at_half_the_resolution_is_what_the_whole_is_there(qtbot: QtBot) -> None:
    lighting, part = Lighting(picture_of), QRect(101, 51, 470, 403)

    def picture(part: QRect) -> Pixels:
        image = lighting.picture("bone", Guise(LAMPS[1], moving=True), part)
        assert image is not None
        return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()

    qtbot.waitUntil(lambda: picture(part).shape[0] == ROWS // 2, timeout=20_000)
    some = picture(part)
    seen = slice(part.top() // 2, part.bottom() // 2 + 1), slice(part.left() // 2, part.right() // 2 + 1)
    assert (some[seen] == picture(WHOLE)[seen]).all()


def shown(viewer: Viewer) -> QImage:
    """What is on the plate now."""
    return viewer.canvas.grab().toImage()


def unlike(one: QImage, other: QImage) -> float:
    """How much two views differ, in the mean over all pixels."""
    ours, theirs = (np.frombuffer(view.constBits(), np.uint8).astype(int) for view in (one, other))
    return float(np.abs(ours - theirs).mean())


def put(viewer: Viewer, qtbot: QtBot, lamp: tuple[float, float]) -> QImage:
    """Put the lamp somewhere in one move, long after the one before; what is seen at once."""
    qtbot.wait(REST_MS + 20)
    viewer.navigator.set_lamp(*lamp)
    return shown(viewer)


def drag(viewer: Viewer, lamp: tuple[float, float]) -> QImage:
    """Turn the lamp in many moves until it stands somewhere; what is seen at once."""
    for step in range(20):
        viewer.navigator.set_lamp(lamp[0] + 20 - step, lamp[1])
    viewer.navigator.set_lamp(*lamp)
    return shown(viewer)


@pytest.mark.parametrize("depth", [4.0, 3.5])
def test_a_dragged_lamp_is_seen_at_half_the_resolution_and_by_itself_in_full_when_it_rests(
    viewer: Viewer, qtbot: QtBot, depth: float
) -> None:
    viewer.navigator.show(Scene(depth=depth, lamp=THERE))
    viewer.canvas.settle()
    viewer.look()
    full = put(viewer, qtbot, HERE)
    assert put(viewer, qtbot, THERE) != full
    qtbot.waitUntil(lambda: unlike(drag(viewer, HERE), full) > UNLIKE, timeout=20_000)
    qtbot.waitUntil(lambda: shown(viewer) == full, timeout=20_000)
    assert unlike(drag(viewer, HERE), full) > UNLIKE
    viewer.canvas.settle()
    assert shown(viewer) == full


@pytest.mark.parametrize("is_slow", [True, False])
def test_what_a_paint_takes_is_no_rest_of_the_lamp_and_what_follows_it_is(art: Art, *, is_slow: bool) -> None:
    parent = QObject()
    guises = Guises(art, parent)
    guises.settle(Scene(depth=4.0, lamp=THERE))
    assert art.lighting.can_light("bone", Guise(Lamp(*THERE)))
    guises.follow(Scene(depth=4.0, lamp=(30.0, 30.0)))
    for paints in (not is_slow, is_slow):
        if paints:
            guises.painted()
        else:
            sleep(2 * REST_MS / 1000)
    guises.follow(Scene(depth=4.0, lamp=HERE))
    assert guises.worn == Guise(Lamp(*HERE), moving=is_slow)
