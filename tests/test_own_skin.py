"""An author's own picture of the skin: it is shown as it was drawn, whatever lamp and sliders do."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, qRgba

from dimples_gui.main_window import MainWindow

ROOT = Path(__file__).parent.parent
Start = Callable[..., MainWindow]
BLUE, SIZE = QColor("#3060c0"), (680, 610)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The shipped content with a skin of its own, all in blue."""
    folder = tmp_path / "mine"
    shutil.copytree(ROOT / "content", folder)
    plates = folder / "assets" / "plates" / "back"
    plates.mkdir(parents=True)
    picture = QImage(*SIZE, QImage.Format.Format_ARGB32)
    picture.fill(BLUE)
    picture.save(str(plates / "skin.png"))
    return folder


def middle(window: MainWindow) -> QColor:
    """The colour of the plate between its hotspots."""
    window.canvas.settle()
    image = window.canvas.grab().toImage()
    x, y = window.canvas.sight_of("skin").view.to_px(20.0, 100.0)
    return image.pixelColor(round(x), round(y))


def change_everything(window: MainWindow) -> None:
    """Another lamp, another body, another tone."""
    window.actions_by_id["lamp-right"].trigger()
    window.actions_by_id["body-man"].trigger()
    window.actions_by_id["tone-deep"].trigger()


def test_lamp_and_body_leave_it_as_it_was_drawn_and_say_so(start: Start, content: Path) -> None:
    window = start(content=content, watched=True)
    assert middle(window) == BLUE
    window.statusBar().clearMessage()
    window.actions_by_id["labels"].trigger()
    window.actions_by_id["labels"].trigger()
    assert not window.statusBar().currentMessage()
    change_everything(window)
    assert middle(window) == BLUE
    assert "skin.relief.png" in window.statusBar().currentMessage()


def test_the_layers_below_follow_the_lamp_all_the_same(start: Start, content: Path) -> None:
    window = start(content=content, link="dimples:home?layer=muscle", watched=True)
    before = middle(window)
    change_everything(window)
    assert middle(window) != before
    assert not window.statusBar().currentMessage()


def test_with_a_relief_of_its_own_it_is_lit(start: Start, content: Path) -> None:
    plates = content / "assets" / "plates" / "back"
    QImage(str(plates / "skin.png")).save(str(plates / "skin.colour.png"))
    relief = QImage(*SIZE, QImage.Format.Format_Grayscale16)
    relief.fill(QColor("#808080"))
    relief.save(str(plates / "skin.relief.png"))
    openness = QImage(*SIZE, QImage.Format.Format_ARGB32)
    openness.fill(qRgba(255, 255, 255, 255))
    openness.save(str(plates / "skin.open.png"))
    window = start(content=content, watched=True)
    window.navigator.set_lamp(90.0, 12.0)
    window.statusBar().clearMessage()
    low = middle(window)
    window.navigator.set_lamp(90.0, 80.0)
    assert middle(window).lightness() > low.lightness()
    assert not window.statusBar().currentMessage()


def test_the_shipped_skin_follows(start: Start) -> None:
    window = start(content=ROOT / "content", watched=True)
    before = middle(window)
    change_everything(window)
    assert middle(window) != before
    assert not window.statusBar().currentMessage()
