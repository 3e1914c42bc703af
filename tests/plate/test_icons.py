"""The icons."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from dimples_gui.atlas.model import Atlas, Outline
from dimples_gui.icons import draw_icon, icon, path_of
from dimples_gui.theme import DARK, LIGHT

NAMES = (
    "heredity", "procedures", "tether", "question", "home", "back", "forward", "search", "plus", "minus", "fit",
    "labels", "hotspots", "copy", "external", "bookmark", "warning", "structure", "topic", "dimples",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [16, 24])
def test_each_icon_can_be_seen_and_stays_in_its_square(atlas: Atlas, name: str, size: int) -> None:
    image = QImage(size + 8, size + 8, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_icon(painter, atlas.icons[name], QRectF(4, 4, size, size), "#000000")
    painter.end()
    dark = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).lightness() < 160
    ]
    assert len(dark) >= size / 2
    assert all(4 <= x < size + 4 and 4 <= y < size + 4 for x, y in dark)


def test_an_icon_takes_the_looks_colour(atlas: Atlas) -> None:
    light, dark = icon(atlas.icons, "dimples", LIGHT), icon(atlas.icons, "dimples", DARK)
    for made, look in ((light, LIGHT), (dark, DARK)):
        assert made.pixmap(24, 24).toImage().pixelColor(12, 12) == QColor(look.text)


def test_an_icon_that_is_not_there_is_empty(atlas: Atlas) -> None:
    assert icon(atlas.icons, "nothing of that name", LIGHT).isNull()


def test_a_path_within_a_path_is_a_hole() -> None:
    def square(half: float) -> Outline:
        steps = ("M", -half, -half, "L", half, -half, "L", half, half, "C", half, half, -half, half, -half, half, "Z")
        return Outline("", "", crease=False, steps=steps)

    path = path_of([square(10), square(5)])
    assert path.contains(QRectF(7, -1, 1, 1))
    assert not path.contains(QRectF(-1, -1, 1, 1))
