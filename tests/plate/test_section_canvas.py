"""The section's hotspots and names in any body: where the body is, and never on each other."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from dimples_gui.atlas.model import Atlas
from dimples_gui.body.build import FAT_OF_MEN, FAT_OF_WOMEN, Build
from dimples_gui.body.crosscut import crosscut
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.icons import path_of
from dimples_gui.plate.art import Sight
from dimples_gui.plate.frame import LIFE_SIZE, View, fitted, kept_near
from dimples_gui.plate.hotspots import Hotspot, hit
from dimples_gui.plate.marks import spot_name
from dimples_gui.plate.naming import placed_labels
from dimples_gui.plate.section_canvas import ALL, SectionArt, SectionStill
from dimples_gui.scene import Scene
from dimples_gui.theme import DARK, LIGHT
from tests.plate.test_labels import faults, scenery_of

BODIES = [
    Build(sex, low + share * (high - low), muscle, 0.7)
    for (sex, (low, high)), share, muscle in product(
        ((0.0, FAT_OF_WOMEN), (1.0, FAT_OF_MEN)), (0.0, 0.45, 1.0), (0.0, 1.0)
    )
]


@pytest.fixture
def section(atlas: Atlas) -> SectionArt:
    return SectionArt(atlas)


def show(section: SectionArt, **changes: object) -> tuple[Hotspot, ...]:
    """What can be pointed at in a scene's body."""
    section.show(Scene()._replace(**changes))  # type: ignore[arg-type]  # a test's own values
    section.rest()
    return section.hotspots(ALL)


def ready(section: SectionArt) -> SectionStill:
    still = SectionStill(section)
    still.wait()
    return still


@pytest.mark.parametrize("explanation", [explanation.id for explanation in EXPLANATIONS])
@pytest.mark.parametrize("build", BODIES, ids=str)
def test_a_point_in_the_fat_is_the_fats_hotspot_in_every_body(
    section: SectionArt, build: Build, explanation: str
) -> None:
    spots = show(section, build=build, explanation=explanation)
    cut = section.cut
    for x in (-100.0, -75.0, 20.0, 90.0):
        upper, lower = (float(np.interp(x, cut.x, line)) for line in (cut.fat, cut.thoracolumbar_fascia))
        sheet = float(np.interp(x, cut.x, cut.superficial_fascia))
        middle = (min(sheet, upper) + lower) / 2
        names = {spot.entry for spot in hit(spots, x, middle, 0)}
        assert names & {"subcutaneous-fat", "superficial-fascia"}


@pytest.mark.parametrize("build", BODIES, ids=str)
def test_what_lies_under_the_fascia_is_carried_along_with_the_muscles(section: SectionArt, build: Build) -> None:
    spots = {spot.key: spot for spot in show(section, build=build)}
    cut = section.cut
    for key in ("multifidus/left", "erector-spinae/right", "gluteus-maximus/left"):
        box = spots[key].path.boundingRect()
        highest = max(float(np.interp(x, cut.x, cut.muscle)) for x in np.linspace(box.left(), box.right(), 30))
        assert box.bottom() < highest + 1.0


def test_bone_stays_where_it_is(section: SectionArt) -> None:
    boxes = []
    for build in BODIES:
        spots = {spot.key: spot for spot in show(section, build=build)}
        boxes.append((spots["sacrum/"].path.boundingRect(), spots["hip-bone/left"].path.boundingRect().top()))
    assert all(abs(box.bottom() - boxes[0][0].bottom()) < 0.7 for box, _ in boxes)
    assert all(abs(box.left() - boxes[0][0].left()) < 0.7 for box, _ in boxes)


def test_the_sacrum_is_heard_once_and_its_openings_in_front_are_part_of_it(section: SectionArt) -> None:
    spots = show(section)
    names = [spot_name(section, spot) for spot in spots]
    assert [name for name in names if "Sacrum" in name] == ["Sacrum"]
    assert len(set(names)) == len(names)
    for outline in section.outlines(ALL):
        if "-anterior-" in outline.id and "foramen" in outline.id:
            middle = path_of([outline]).boundingRect().center()
            assert [spot.key for spot in hit(spots, middle.x(), middle.y(), 0)] == ["sacrum/"]


def test_without_a_tether_there_is_none_to_be_pointed_at(section: SectionArt) -> None:
    assert "tether" in {spot.entry for spot in show(section, build=Build())}
    assert "tether" not in {spot.entry for spot in show(section, build=Build(tether=0.0))}


def test_the_tether_reaches_from_the_spine_to_the_skin(section: SectionArt) -> None:
    for build in BODIES:
        spot = next(spot for spot in show(section, build=build) if spot.key == "tether/right")
        box, cut = spot.path.boundingRect(), section.cut
        assert box.left() < 45 < box.right()
        assert box.bottom() == pytest.approx(np.interp(45, cut.x, cut.fat), abs=1.5)
        assert box.top() == pytest.approx(np.interp(45, cut.bone_x, cut.bone), abs=1.5)


def test_the_dimple_is_the_hollow_over_the_spine(section: SectionArt) -> None:
    spots = show(section, build=Build(fat=0.44, tether=1.0))
    deep = float(np.interp(45, section.cut.x, section.cut.skin))
    assert next(spot.entry for spot in hit(spots, 45, deep + 1, 0)) == "dimple"
    assert next(spot.entry for spot in hit(spots, 45, deep - 1, 0)) == "dimple"


@pytest.mark.parametrize("size", [(319, 174), (529, 203), (640, 724), (1026, 300)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("build", BODIES[::5], ids=str)
def test_names_in_the_section_meet_nothing(
    section: SectionArt, size: tuple[int, int], text_scale: float, build: Build
) -> None:
    show(section, build=build)
    for view in (fitted(section.plate, *size), kept_near(section.plate, View(*size, 2 * LIFE_SIZE, 40, -10, True))):
        sight = Sight(section, view, ALL, LIGHT._replace(text_scale=text_scale))
        placed = placed_labels(sight)
        assert list(faults(placed, size[0], scenery_of(sight))) == []
        assert placed.labels or text_scale > 1


def test_in_a_large_window_nearly_every_name_has_room(section: SectionArt) -> None:
    show(section)
    placed = placed_labels(Sight(section, fitted(section.plate, 1000, 800), ALL, LIGHT))
    assert placed.hidden <= 1


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_the_kept_picture_moves_with_the_view_until_it_is_drawn_anew(section: SectionArt, look: object) -> None:
    still, mix = ready(section), section.mix(0)
    view = fitted(section.plate, 400, 200)

    def painted(view: View) -> QImage:
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff00ff"))
        painter = QPainter(image)
        still.paint(painter, view, mix, LIGHT)
        painter.end()
        return image

    first = painted(view)
    assert still.is_crisp(view)
    moved = view._replace(x=view.x - 20 / view.scale)
    assert not still.is_crisp(moved)
    assert painted(moved).copy(60, 20, 300, 160) == first.copy(40, 20, 300, 160)
    still.forget()
    again = painted(moved)
    assert still.is_crisp(moved)
    assert again != first


def test_another_body_is_another_picture_and_the_same_one_the_same(section: SectionArt) -> None:
    still, mix, view = ready(section), section.mix(0), fitted(section.plate, 400, 200)

    def painted(build: Build) -> QImage:
        section.show(Scene(build=build))
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        still.paint(painter, view, mix, LIGHT)
        painter.end()
        return image

    lean, full = painted(Build(fat=0.16)), painted(Build(fat=0.46))
    assert lean != full
    assert painted(Build(fat=0.16)) == lean


def test_while_a_body_changes_a_large_view_is_drawn_less_finely_and_in_full_at_rest(section: SectionArt) -> None:
    view, size = fitted(section.plate, 1000, 400), (1000, 400)

    def painted() -> NDArray[np.int64]:
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        still.paint(painter, view, section.mix(0), LIGHT)
        painter.end()
        return np.frombuffer(image.constBits(), np.uint8).reshape(*size[::-1], 4)[..., :3].astype(np.int64)

    still = ready(section)
    section.show(Scene(build=Build(fat=0.4)))
    moving = painted()
    section.rest()
    resting = painted()
    assert 1 < np.abs(moving - resting).mean() < 6  # the same, but blurred
    detail = [float(np.abs(np.diff(picture, axis=1)).mean()) for picture in (moving, resting)]
    assert detail[0] < 0.8 * detail[1]


def test_in_a_small_view_ink_is_as_fine_while_a_body_changes(section: SectionArt) -> None:
    section.show(Scene(build=Build(fat=0.4)))
    view = fitted(section.plate, 500, 200)
    pictures = []
    for _ in range(2):
        image = QImage(500, 200, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        ready(section).paint(painter, view, section.mix(0), LIGHT)
        painter.end()
        pictures.append(np.frombuffer(image.constBits(), np.uint8).reshape(200, 500, 4).astype(np.int64))
        section.rest()
    assert (np.abs(pictures[0] - pictures[1]).max(2) > 24).mean() < 0.03


def test_the_skin_painted_is_the_skin_of_the_cut(section: SectionArt) -> None:
    """Straight above the spine, ground ends and skin begins where the cut says."""
    for build in (Build(fat=0.16), Build(fat=0.46)):
        section.show(Scene(build=build))
        view = fitted(section.plate, 1000, 400)
        image = QImage(1000, 400, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        ready(section).paint(painter, view, section.mix(0), LIGHT)
        painter.end()
        cut = crosscut(build)
        ground = QColor(LIGHT.ground).rgb()
        for x in (-45.0, 0.0, 60.0):
            column = round(view.to_px(x, 0)[0])
            top = next(row for row in range(400) if image.pixel(column, row) != ground)
            assert view.to_mm(0, top)[1] == pytest.approx(float(np.interp(x, cut.x, cut.skin)), abs=1.0)


def test_nothing_is_pointed_at_where_the_picture_has_faded(section: SectionArt) -> None:
    seen = section.window(ALL)
    assert all(QRectF(seen.adjusted(-0.1, -0.1, 0.1, 0.1)).contains(spot.path.boundingRect()) for spot in show(section))
