"""The hint of the first start, over a plate of any size."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.hint import Hint
from dimples_gui.scene import Scene
from dimples_gui.theme import LIGHT


@pytest.fixture
def plate(qtbot: QtBot, _fonts: None) -> QWidget:
    plate = QWidget()
    qtbot.addWidget(plate)
    plate.resize(700, 500)
    plate.show()
    return plate


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [700, 260])
def test_all_of_it_is_on_the_plate_below_the_words_for_the_sides(plate: QWidget, percent: int, width: int) -> None:
    look = LIGHT._replace(text_scale=percent / 100)
    hint = Hint(plate, look)
    hint.show()
    plate.resize(width, 500)
    QApplication.processEvents()
    assert plate.rect().contains(hint.geometry())
    metrics = QFontMetrics(hint.font())
    lines = hint.height() // metrics.height()
    assert lines * (hint.width() - 36) >= metrics.horizontalAdvance(hint.text())
    assert hint.y() >= 12 + 9.5 * percent / 100 * 96 / 72


def test_it_goes_with_the_first_entry_that_is_opened_and_tells_so_once(plate: QWidget) -> None:
    hint = Hint(plate, LIGHT)
    told: list[None] = []
    hint.followed.connect(lambda: told.append(None))
    hint.show()
    hint.show_scene(Scene())
    hint.show_scene(Scene(depth=2.0))
    assert hint.isVisible()
    hint.show_scene(Scene("psis"))
    assert not hint.isVisible()
    hint.show_scene(Scene("tether"))
    assert told == [None]
