"""Reliefs under a lamp: the shipped pictures are what the equation gives, and other light is as light is."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from dimples_gui.atlas.links import TONES as TONE_NAMES
from dimples_gui.atlas.model import LAYERS
from dimples_gui.body.build import DEFAULT, DEFAULT_MAN
from dimples_gui.body.tones import DEFAULT_TONE, TONES
from dimples_gui.paths import PLATE, asset, find_places
from dimples_gui.pictures import FORMAT, Pictures
from dimples_gui.plate.lamp import STEEPEST, Lamp, from_dial
from dimples_gui.plate.lighting import SHIPPED, Guise, Lighting, guise_of
from dimples_gui.plate.lit import COLUMNS, MANNERS, ROWS, Field, Pixels, Surface, from_steps, lit, to_steps
from dimples_gui.plate.shadows import SECTORS
from dimples_gui.scene import Scene
from tests.plate.conftest import picture_of

WHOLE = QRect(0, 0, COLUMNS, ROWS)
LEFT, RIGHT = Lamp(180.0, 35.0), Lamp(0.0, 35.0)
Shape = Callable[[Field, Field], Field]


@pytest.fixture(scope="module")
def lighting() -> Lighting:
    """The shipped layers under any lamp."""
    return Lighting(part_of)


def part_of(name: str) -> QImage | None:
    """A shipped picture, or a part that one is lit from."""
    return Pictures(find_places())(name)


def surface(shape: Shape, colour: int = 200, manner: str = "bone") -> Surface:
    """A square piece of one colour; `shape` gives its heights from x and y in mm, from its middle, y up."""
    x, y = np.meshgrid((np.arange(120) - 59.5) / 2, (59.5 - np.arange(120)) / 2)
    height = np.asarray(shape(x.astype(np.float32), y.astype(np.float32)), np.float32) * np.ones((120, 120), np.float32)
    pixels = np.full((120, 120, 4), colour, np.uint8)
    pixels[..., 3] = 255
    return Surface(height, pixels, np.full((120, 120, 2), 255, np.uint8), MANNERS[manner])


def tower(x: Field, y: Field) -> Field:
    """A block 8 mm wide and 10 high on a plain."""
    return np.where((abs(x) < 4) & (abs(y) < 4), np.float32(10), np.float32(0))


def grey(picture: Pixels) -> Field:
    """How bright each pixel is."""
    return np.asarray(picture[..., :3].mean(2), np.float32)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_shipped_picture_is_byte_for_byte_what_the_program_works_out(lighting: Lighting, layer: str) -> None:
    shipped, worked_out = picture_of(layer), lighting.picture(layer, SHIPPED, WHOLE)
    assert shipped is not None
    assert worked_out is not None
    assert worked_out.size() == shipped.size() == WHOLE.size()
    assert bytes(worked_out.constBits()) == bytes(shipped.convertToFormat(FORMAT).constBits())


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_looks_different_in_another_light(lighting: Lighting, layer: str) -> None:
    pictures = []
    for lamp in (LEFT, RIGHT):
        picture = lighting.picture(layer, Guise(lamp), WHOLE)
        assert picture is not None
        pictures.append(np.frombuffer(picture.constBits(), np.uint8).reshape(ROWS, COLUMNS, 4).astype(int))
    body = pictures[0][..., 3] > 0
    assert (pictures[0][..., 3] == pictures[1][..., 3]).all()
    assert np.abs(pictures[0] - pictures[1])[body].mean() > 3


@pytest.mark.parametrize("share", [0.1, 0.6])
def test_two_layers_mixed_are_what_one_shown_through_the_other_is(lighting: Lighting, share: float) -> None:
    upper, lower = (pixels_of(lighting.picture(layer, Guise(LEFT), WHOLE)) for layer in ("muscle", "bone"))
    mixed = pixels_of(lighting.mixed("muscle", "bone", share, Guise(LEFT), WHOLE))
    assert np.abs(mixed - (upper * (1 - share) + lower * share)).max() <= 2.5
    again = pixels_of(lighting.mixed("muscle", "bone", share, Guise(RIGHT), WHOLE))
    assert np.abs(mixed - again).mean() > 3


def test_a_part_worked_out_anew_has_no_seam(lighting: Lighting) -> None:
    part = QRect(90, 101, 400, 333)
    whole = pixels_of(lighting.picture("fat", Guise(LEFT), WHOLE))
    rows, columns = slice(part.top(), part.bottom() + 1), slice(part.left(), part.right() + 1)
    lighting.picture("fat", Guise(RIGHT), WHOLE)
    some = pixels_of(lighting.picture("fat", Guise(LEFT), part))
    assert (some[rows, columns] == whole[rows, columns]).all()


def pixels_of(picture: QImage | None) -> np.ndarray:
    """A copy of its pixels."""
    assert picture is not None
    return np.frombuffer(picture.constBits(), np.uint8).reshape(ROWS, COLUMNS, 4).astype(float)


def test_what_faces_the_lamp_is_brighter() -> None:
    ridge = surface(lambda x, _y: -abs(x) * np.float32(0.5))
    for lamp, bright, dark in ((LEFT, 30, 90), (RIGHT, 90, 30)):
        rows = grey(lit(ridge, lamp))[60]
        assert rows[bright] > rows[dark] + 40


def test_a_tower_throws_its_shadow_away_from_the_lamp_and_a_shorter_one_when_that_is_higher() -> None:
    stood = surface(tower)
    plain = grey(lit(stood, Lamp(180.0, 25.0)))[10, 10]

    def shadow(elevation: float) -> int:
        row = grey(lit(stood, Lamp(180.0, elevation)))[60, 72:]
        return int((row < grey(lit(stood, Lamp(180.0, elevation)))[10, 10] - 8).sum())

    row = grey(lit(stood, Lamp(180.0, 25.0)))[60]
    assert row[76] < plain - 20
    assert abs(row[30] - plain) < 4
    assert shadow(25.0) > shadow(45.0) > shadow(STEEPEST)


def test_shadows_are_the_same_whether_they_were_looked_for_before_or_are_now() -> None:
    ahead, now = surface(tower), surface(tower)
    assert len([*ahead.shadows.find_each()]) == SECTORS
    assert [*ahead.shadows.find_each()] == []  # once more does no harm
    for azimuth in (*range(0, 360, 7), 0):
        assert np.array_equal(lit(ahead, Lamp(azimuth, 20.0)), lit(now, Lamp(azimuth, 20.0)))


def test_a_closed_hollow_is_darker_than_an_open_plain() -> None:
    plain = surface(lambda x, _y: 0 * x)
    closed = surface(lambda x, _y: 0 * x)
    open_half = np.full((120, 120, 2), 255, np.uint8)
    open_half[..., 0] = 60
    pixels = np.full((120, 120, 4), 200, np.uint8)
    closed = Surface(np.zeros((120, 120), np.float32), pixels, open_half, MANNERS["bone"])
    assert grey(lit(closed, Lamp()))[60, 60] < grey(lit(plain, Lamp()))[60, 60] - 30


def test_shadows_are_warm_and_full_light_burns_nothing_out() -> None:
    ball = surface(lambda x, y: np.sqrt(np.maximum(900 - x * x - y * y, 1)), colour=230)
    picture = lit(ball, LEFT).astype(int)
    dark = picture[60, 104]
    assert dark[2] > dark[1] > dark[0]  # red, green, blue
    assert picture[..., :3].max() < 230


def test_a_part_is_lit_as_the_whole_is_and_the_rest_is_left() -> None:
    stood, part = surface(tower), (slice(31, 77), slice(18, 101))
    whole = lit(stood, LEFT)
    some = lit(stood, LEFT, part, None, np.full((120, 120, 4), 7, np.uint8))
    assert (some[part] == whole[part]).all()
    some[part] = 7
    assert (some == 7).all()


def test_nothing_is_brighter_than_its_opacity_allows() -> None:
    pixels = np.zeros((120, 120, 4), np.uint8)
    pixels[...] = (255, 255, 255, 90)
    flat = Surface(np.zeros((120, 120), np.float32), pixels, np.full((120, 120, 2), 255, np.uint8), MANNERS["fat"])
    picture = lit(flat, Lamp(90.0, STEEPEST))
    assert (picture[..., 3] == 90).all()
    assert picture[..., :3].max() <= 90


def test_where_there_is_nothing_there_is_no_picture() -> None:
    height = np.full((120, 120), np.nan, np.float32)
    nothing = np.zeros((120, 120, 4), np.uint8)
    assert not lit(Surface(height, nothing, nothing[..., :2] + np.uint8(255), MANNERS["bone"]), Lamp()).any()


def test_the_edge_of_a_form_in_front_is_shared_out() -> None:
    """Of a pixel half covered by a slope facing the lamp the brightness is half way between slope and plain."""
    height = np.zeros((120, 120), np.float32)
    x = np.arange(60, dtype=np.float32)
    height[:, :60] = 20 + 0.5 * x
    openness = np.full((120, 120, 2), 255, np.uint8)
    pixels = np.full((120, 120, 4), 200, np.uint8)
    sharp = grey(lit(Surface(height, pixels, openness, MANNERS["bone"]._replace(cast=0.0)), LEFT))[60]
    openness[:, 59, 1] = 128
    shared = grey(lit(Surface(height, pixels, openness, MANNERS["bone"]._replace(cast=0.0)), LEFT))[60]
    assert sharp[50] > sharp[70] + 8
    assert abs(shared[59] - (sharp[59] + sharp[60]) / 2) < 3


def test_a_relief_keeps_its_heights_to_a_five_hundredth_of_a_millimetre() -> None:
    height = np.array([[-64.9, 0.0, 12.345, 66.0, np.nan]], np.float32)
    kept = from_steps(to_steps(height))
    assert np.isnan(kept[0, 4])
    assert np.abs(kept - height)[0, :4].max() <= 0.0011


@pytest.mark.parametrize("point", [(0.0, 0.0), (1.0, 0.0), (-0.5, 0.5), (0.0, -0.8)])
def test_the_lamp_stands_on_the_dial_where_it_was_put(point: tuple[float, float]) -> None:
    assert from_dial(*point).on_dial() == pytest.approx(point, abs=0.005)


def test_beyond_the_dial_is_its_rim() -> None:
    assert from_dial(5.0, 0.0) == from_dial(1.0, 0.0)


def test_below_the_skin_there_is_one_body() -> None:
    man = Guise(build=DEFAULT_MAN, tone=TONES[-1])
    assert man.is_shipped("bone")
    assert not man.is_shipped("skin")


def test_a_scene_tells_whose_body_is_seen() -> None:
    assert guise_of(Scene()) == SHIPPED
    assert guise_of(Scene(build=DEFAULT.with_sex(1.0), tone="deep")) == Guise(Lamp(), DEFAULT.with_sex(1.0), TONES[-1])
    assert tuple(tone.id for tone in TONES) == TONE_NAMES
    assert Scene().tone == DEFAULT_TONE.id


def test_a_man_is_another_body_than_a_woman(lighting: Lighting) -> None:
    woman, man = (lighting.picture("skin", Guise(build=build), WHOLE) for build in (DEFAULT, DEFAULT_MAN))
    assert woman is not None
    assert man is not None
    assert woman.pixelColor(COLUMNS // 2 - 250, 100).alpha() == 0
    assert man.pixelColor(COLUMNS // 2 - 250, 100).alpha() > 200


def test_a_layer_without_a_relief_stays_as_it_was_drawn() -> None:
    assert Lighting(lambda _name: None).picture("bone", Guise(LEFT), WHOLE) is None


def test_a_relief_of_another_size_is_none() -> None:
    small = QImage(10, 10, QImage.Format.Format_ARGB32)
    assert Lighting(lambda _name: small).picture("bone", Guise(LEFT), WHOLE) is None


def test_an_authors_own_picture_is_not_lit_by_the_shipped_relief(tmp_path: Path) -> None:
    shipped = find_places()
    folder = tmp_path / "assets" / "plates" / PLATE
    folder.mkdir(parents=True)
    file = asset(shipped, f"plates/{PLATE}/bone.png")
    assert file is not None
    (folder / "bone.png").write_bytes(file.read_bytes())
    pictures = Pictures(shipped._replace(content=tmp_path, assets=(tmp_path / "assets", *shipped.assets)))
    assert pictures("bone") is not None
    assert pictures("bone.relief") is None
    assert pictures("fat.relief") is not None


def test_numpy_is_loaded_when_the_lamp_moves_and_not_before() -> None:
    probe = (
        "import sys; from pathlib import Path; from dimples_gui import app; from dimples_gui.options import Options\n"
        "from dimples_gui.screenless import finish, settle\n"
        "program = app.Program(Options(shot=Path('x.png'))); finish(program.window)\n"
        "go = program.navigator\n"
        "for scene in (go.scene._replace(depth=2.5), go.scene._replace(depth=4.0, zoom=4.0)):\n"
        "    go.show(scene); finish(program.window)\n"
        "print('numpy' in sys.modules); go.set_lamp(20.0, 30.0); finish(program.window); print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True"]
