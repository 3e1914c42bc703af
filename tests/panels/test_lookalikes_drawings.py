"""The drawings of the look-alikes: all there, small, fit for any ground, made again byte for byte."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.lookalikes_drawing import FRAME, drawing_of

ASSETS = Path(__file__).parent.parent.parent / "assets"
FILES = sorted((ASSETS / "lookalikes").glob("*.png"))
MOST_BYTES = 600_000


def frame_of(image: QImage) -> tuple[float, float, float, float]:
    left, top, width, height = (float(part) for part in image.text(FRAME).split())
    return left, top, width, height


def test_there_is_a_drawing_for_each_look_alike_and_no_other(atlas: Atlas) -> None:
    wanted = {each.drawing for each in decide_of(atlas.decide).lookalikes}
    assert {file.stem for file in FILES} == wanted
    assert not any(drawing_of(name).isNull() for name in wanted)


def test_what_is_not_there_is_an_empty_picture() -> None:
    assert drawing_of("no-such").isNull()


def test_all_together_they_take_little_room() -> None:
    assert sum(file.stat().st_size for file in FILES) <= MOST_BYTES


def test_every_mark_lies_on_skin(atlas: Atlas) -> None:
    for each in decide_of(atlas.decide).lookalikes:
        image = drawing_of(each.drawing)
        left, top, width, height = frame_of(image)
        for mark in each.marks:
            x, y = (mark.x - left) / width * image.width(), (top - mark.y) / height * image.height()
            assert image.pixelColor(round(x), round(y)).alpha() == 255


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_edges_fade_into_whatever_ground(file: Path) -> None:
    image = QImage(str(file))
    right, bottom = image.width() - 1, image.height() - 1
    edges = [(x, y) for x in range(0, right, 8) for y in (0, bottom)]
    edges += [(x, y) for y in range(0, bottom, 8) for x in (0, right)]
    assert all(image.pixelColor(x, y).alpha() <= 24 for x, y in edges)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_drawing_is_as_wide_as_its_frame_says(file: Path) -> None:
    image = QImage(str(file))
    _, _, width, height = frame_of(image)
    assert image.width() / image.height() == pytest.approx(width / height, rel=0.005)


def test_what_is_a_dent_is_dark_on_the_side_of_the_lamp_and_what_is_a_lump_on_the_other() -> None:
    """The lamp stands at the upper left: a dent's wall there lies in shadow, a lump's is lit."""

    def brightness(name: str, x: float, y: float) -> float:
        image = drawing_of(name)
        left, top, width, height = frame_of(image)
        colour: QColor = image.pixelColor(
            round((x - left) / width * image.width()), round((top - y) / height * image.height())
        )
        return colour.lightnessF()

    for name, x, y, away in (("venus", 45, 0, 5), ("steroid", 54, -38, 10), ("newborn", 0, -8, 1.6)):
        assert brightness(name, x - away, y + away) < brightness(name, x + away, y - away) - 0.04
    assert brightness("mouse", 72 - 9, 10 + 9) > brightness("mouse", 72 + 9, 10 - 9) + 0.04


def test_one_command_makes_them_again_byte_for_byte(tmp_path: Path) -> None:
    pytest.importorskip("scipy")
    made = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        command = [sys.executable, str(ASSETS / "sculpt" / "lookalikes.py"), "--only", "newborn", "--out", str(folder)]
        subprocess.run(command, check=True)
        made.append((folder / "newborn.png").read_bytes())
    assert made[0] == made[1]
    assert QImage.fromData(made[0]).size() == drawing_of("newborn").size()
