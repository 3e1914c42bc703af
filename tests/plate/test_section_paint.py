"""The cut across the body: what is drawn is where the numbers say, and follows the build."""

import re
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QTransform

from dimples_gui.atlas.model import Outline
from dimples_gui.atlas.outlines import Drawing, read_plate
from dimples_gui.body.build import DEFAULT, DEFAULT_MAN, Build
from dimples_gui.body.crosscut import CrossCut, crosscut
from dimples_gui.body.explanation import EXPLANATIONS, HELD_DOWN, Explanation
from dimples_gui.body.tones import DEFAULT_TONE, TONES, Tone
from dimples_gui.icons import path_of
from dimples_gui.paths import asset, find_places
from dimples_gui.plate import section_paint
from dimples_gui.plate.section_ink import Ghost
from dimples_gui.theme import LIGHT

WIDE, HIGH = 900, 330
SCALE = WIDE / 340
TRANSFORM = QTransform(SCALE, 0, 0, -SCALE, WIDE / 2, 80)
MOST_NUMBERS = 120
BUILDS = {
    "lean woman": Build(0, 0.14, 0.3, 0.8),
    "middling woman": DEFAULT,
    "heavy woman": Build(0, 0.48, 0.2, 1.0),
    "lean man": Build(1, 0.06, 1.0, 0.7),
    "middling man": DEFAULT_MAN,
    "heavy man": Build(1, 0.40, 0.5, 0.7),
}
each_build = pytest.mark.parametrize("build", BUILDS.values(), ids=BUILDS)
each_explanation = pytest.mark.parametrize("explanation", EXPLANATIONS, ids=lambda explanation: explanation.id)

Picture = NDArray[np.uint8]  # (rows, columns, blue green red alpha), premultiplied


@cache
def drawing() -> Drawing:
    """The shipped outlines."""
    places = find_places()
    file = asset(places, "plates/section.svg")
    assert file is not None
    found = read_plate(file, file.parents[1])
    assert isinstance(found, Drawing)
    return found


def outline(name: str) -> Outline:
    return next(outline for outline in drawing().outlines if outline.id == name)


def numbers(line: Outline) -> list[float]:
    return [step for step in line.steps if not isinstance(step, str)]


def shown(
    cut: CrossCut, build: Build = DEFAULT, ghost: Ghost | None = None, tone: Tone = DEFAULT_TONE, ratio: int = 1
) -> Picture:
    """The cut as it is drawn on nothing."""
    image = QImage(WIDE * ratio, HIGH * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    manner = section_paint.Manner(drawing().outlines, LIGHT, tone, build)
    section_paint.draw(painter, TRANSFORM, cut, manner, ghost)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(HIGH * ratio, WIDE * ratio, 4).copy()


def pixel(x: float, z: float) -> tuple[int, int]:
    """Row and column of a point in mm."""
    at = TRANSFORM.map(QPointF(x, z))
    return int(at.y()), int(at.x())


def colour(picture: Picture, x: float, z: float, reach: int = 1) -> tuple[float, float, float]:
    """Red, green and blue about a point in mm."""
    row, column = pixel(x, z)
    part = picture[row - reach : row + reach + 1, column - reach : column + reach + 1, :3].reshape(-1, 3)
    blue, green, red = (float(value) for value in part.mean(0))
    return red, green, blue


def at(cut: CrossCut, line: NDArray[np.float32], x: float) -> float:
    return float(np.interp(x, cut.x, line))


def test_the_outlines_are_read_without_a_fault() -> None:
    assert drawing().problems == ()
    assert all(outline.id.startswith("cut-") for outline in drawing().outlines)


def test_no_outline_has_more_numbers_than_a_hand_can_keep_in_order() -> None:
    assert {line.id: len(numbers(line)) for line in drawing().outlines if len(numbers(line)) > MOST_NUMBERS} == {}


def test_left_mirrors_right_to_the_tenth() -> None:
    for right in drawing().outlines:
        if right.id.endswith("-right"):
            left = numbers(outline(right.id.removesuffix("-right") + "-left"))
            assert np.allclose(np.array(left).reshape(-1, 2) * (-1, 1), np.array(numbers(right)).reshape(-1, 2))


def test_the_bones_are_where_skin_and_fat_sit_on_them() -> None:
    cut = crosscut(DEFAULT)
    bones = (
        path_of([outline("cut-sacrum")]),
        path_of([outline("cut-ilium-left")]),
        path_of([outline("cut-ilium-right")]),
    )
    heights = np.arange(6.0, -70.0, -0.05)
    for x, expected in zip(cut.bone_x.tolist(), cut.bone.tolist(), strict=True):
        upper = next(float(z) for z in heights if any(bone.contains(QPointF(x, float(z))) for bone in bones))
        assert upper == pytest.approx(expected, abs=1.0), x


def test_what_belongs_together_touches_and_muscle_leaves_bone_free() -> None:
    multifidus, sacrum = path_of([outline("cut-multifidus-right")]), path_of([outline("cut-sacrum")])
    ilium = path_of([outline("cut-ilium-right")])
    assert not multifidus.intersects(sacrum)
    assert not multifidus.intersects(ilium)
    assert path_of([outline("cut-interosseous-sacroiliac-ligament-right")]).intersects(sacrum)
    assert path_of([outline("cut-sacroiliac-joint-right")]).intersects(ilium)
    assert ilium.contains(path_of([outline("cut-psis-right")]).boundingRect().center())
    assert sacrum.contains(path_of([outline("cut-sacral-canal")]))


@each_build
@each_explanation
def test_the_skin_is_drawn_where_the_cut_has_it(build: Build, explanation: Explanation) -> None:
    cut = crosscut(build, explanation)
    alpha = shown(cut, build)[..., 3]
    for x in (-100, -60, -45, -20, 0, 30, 45, 52, 75, 100):
        row, column = pixel(x, at(cut, cut.skin, x))
        upper = int(np.flatnonzero(alpha[:, column] > 127)[0])
        assert abs(upper - row) <= 1 + abs(np.gradient(cut.skin, cut.x)[np.searchsorted(cut.x, x)])


@each_build
@each_explanation
def test_each_layer_has_its_own_colour_at_its_own_depth(build: Build, explanation: Explanation) -> None:
    cut = crosscut(build, explanation)
    picture = shown(cut, build)
    for x in (-76.0, 76.0):
        red, green, blue = colour(picture, x, (at(cut, cut.skin, x) + at(cut, cut.fat, x)) / 2)
        assert red > 200 > blue > 130
        deep = (at(cut, cut.superficial_fascia, x) + at(cut, cut.thoracolumbar_fascia, x)) / 2
        red, green, blue = colour(picture, x, deep, 0)
        assert red - blue > 45
        assert green > 0.72 * red
        red, green, blue = colour(picture, x, at(cut, cut.muscle, x) - 6, 2)
        assert green < 0.62 * red


@each_explanation
def test_bones_look_the_same_in_every_build(explanation: Explanation) -> None:
    top, left = pixel(48, -16)
    bottom, right = pixel(58, -50)
    pictures = [shown(crosscut(build, explanation), build)[top:bottom, left:right] for build in BUILDS.values()]
    for other in pictures[1:]:
        assert np.array_equal(other, pictures[0])


def test_strong_muscles_rise_and_their_bundles_with_them() -> None:
    slight, strong = (
        shown(crosscut(build, EXPLANATIONS[2]), build) for build in (Build(1, 0.1, 0.0, 0.0), Build(1, 0.1, 1.0, 0.0))
    )
    top, left = pixel(8, -10)
    bottom, right = pixel(30, -16)
    assert not np.array_equal(slight[top:bottom, left:right], strong[top:bottom, left:right])


def test_without_a_tether_there_are_no_fibres_and_a_shorter_one_has_more() -> None:
    cut = crosscut(DEFAULT)
    none, long, short = (shown(cut, DEFAULT._replace(tether=tether)).astype(int) for tether in (0.0, 0.3, 1.0))
    _, columns = np.nonzero((none != short).any(2))
    x = (columns + 0.5 - WIDE / 2) / SCALE
    assert np.abs(np.abs(x) - 45).max() < 9
    assert set(np.sign(x)) == {-1, 1}
    row, column = pixel(45, at(cut, cut.thoracolumbar_fascia, 45) + 0.8)
    there = slice(row - 2, row + 3), slice(column - 8, column + 9)
    paleness = [float(picture[there][..., 0].mean()) for picture in (none, long, short)]  # fibres are less yellow
    assert paleness[0] < paleness[1] < paleness[2]


def test_a_procedure_leaves_a_scar_in_place_of_fat() -> None:
    build = DEFAULT._replace(tether=0.0)
    cut = crosscut(build._replace(carved=True), HELD_DOWN)
    fat, scar = shown(cut, build), shown(cut, build._replace(carved=True))
    yellow = []
    for picture in (fat, scar):
        beside = [colour(picture, x, at(cut, cut.thoracolumbar_fascia, x) + 0.5, 0) for x in (40.0, 41.0, 49.0, 50.0)]
        yellow.append(sum(red - blue for red, _, blue in beside) / len(beside))
    assert yellow[1] < yellow[0] - 15
    assert np.array_equal(fat[:, : pixel(-60, 0)[1]], scar[:, : pixel(-60, 0)[1]])


def test_a_tone_is_seen_in_the_skin_and_nowhere_else() -> None:
    cut = crosscut(DEFAULT)
    light, deep = shown(cut, tone=TONES[0]), shown(cut, tone=TONES[-1])
    assert colour(deep, 20, at(cut, cut.skin, 20) - 1, 0)[0] < colour(light, 20, at(cut, cut.skin, 20) - 1, 0)[0] - 15
    below = pixel(0, at(cut, cut.fat, 45) - 2.5)[0]
    middle = slice(pixel(-40, 0)[1], pixel(40, 0)[1])
    assert np.array_equal(light[below:, middle], deep[below:, middle])


def test_another_body_is_a_dashed_line_with_its_letter() -> None:
    cut, other = crosscut(BUILDS["heavy woman"]), crosscut(BUILDS["lean man"], EXPLANATIONS[2])
    alone, both = shown(cut), shown(cut, ghost=Ghost(other, "B"))
    rows, columns = np.nonzero((alone != both).any(2))
    x = (columns + 0.5 - WIDE / 2) / SCALE
    line = 80 - np.interp(x, other.x, other.skin) * SCALE
    letters = np.abs(np.abs(x) / other.x[-1] - 0.74) < 0.2
    assert (np.abs(rows - line)[(np.abs(x) < 80)] < 4).all()
    assert letters.any()
    hue = both[rows, columns].astype(int)
    on_line = (hue[:, 2] < 60) & (hue[:, 1] > 80)  # the colour of what is pointed at
    marked = np.unique(columns[on_line & (np.abs(x) < 60)])
    assert 0.3 < marked.size / (120 * SCALE) < 0.95  # gaps, and more line than gap


def test_it_fades_out_towards_the_front_and_the_flanks() -> None:
    alpha = shown(crosscut(DEFAULT))[..., 3].astype(int)
    front, flank = pixel(0, -91.5)[0], pixel(146.5, 0)[1]
    assert alpha[front:].max() == 0
    assert alpha[:, flank:].max() == 0
    assert (np.diff(alpha[pixel(0, -60)[0] :, WIDE // 2]) <= 0).all()


def test_twice_as_many_pixels_show_the_same_picture() -> None:
    cut = crosscut(DEFAULT)
    once, twice = shown(cut).astype(float), shown(cut, ratio=2).astype(float)
    small = twice.reshape(HIGH, 2, WIDE, 2, 4).mean((1, 3))
    assert np.abs(small - once).mean() < 4


def test_a_small_view_shows_just_what_a_large_one_shows_there() -> None:
    build = BUILDS["lean man"]
    cut = crosscut(build, EXPLANATIONS[2])
    pictures = []
    for top, high in ((0, 700), (160, 60)):
        image = QImage(500, high, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        manner = section_paint.Manner(drawing().outlines, LIGHT, build=build)
        section_paint.draw(painter, QTransform(8, 0, 0, -8, 250 - 8 * 20, 200 - top), cut, manner)
        painter.end()
        pictures.append(np.frombuffer(image.constBits(), np.uint8).reshape(high, 500, 4).astype(int))
    large, small = pictures
    assert np.abs(large[160:220] - small).mean() < 0.5


def test_little_is_kept_however_long_a_slider_moves() -> None:
    for step in range(12):
        build = DEFAULT._replace(fat=0.2 + 0.01 * step)
        shown(crosscut(build), build)
    assert len(section_paint._bodies) <= section_paint.BODIES
    assert len(section_paint._bases) <= section_paint.VIEWS


def test_the_same_cut_is_not_painted_twice() -> None:
    cut = crosscut(DEFAULT)
    shown(cut)
    before = next(reversed(section_paint._bodies.values())).picture
    shown(cut)
    assert next(reversed(section_paint._bodies.values())).picture is before


def test_the_words_of_the_file_are_for_people() -> None:
    places = find_places()
    file = asset(places, "plates/section.svg")
    assert file is not None
    assert len(re.findall(r"<!--", file.read_text(encoding="utf-8"))) >= 6
