"""The picture in front of the window that is still being made: when it hangs, and when it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dimples_gui import curtain
from dimples_gui.curtain import hang, keep, surroundings, take_away
from dimples_gui.paths import Places, settings_file

RED = QColor(200, 30, 30)


@pytest.fixture(autouse=True)
def desktop(qtbot: QtBot) -> None:
    """As light as it is before the program dresses Qt."""
    QApplication.setPalette(QApplication.style().standardPalette())


@pytest.fixture
def places(home: Path) -> Places:
    """An installed copy, as far as curtains look."""
    compiled = home / "compiled"
    compiled.mkdir()
    (compiled / "en.json").write_text("{}")
    return Places(home, (home,), compiled, home / "cache")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.fixture
def last_visit(places: Places, qtbot: QtBot) -> QMainWindow:
    """A red window that was kept at the end of a visit."""
    settle_settings()
    before = QMainWindow()
    qtbot.addWidget(before)
    before.setStyleSheet(f"background: {RED.name()}")
    before.resize(420, 310)
    keep(before, places, surroundings())
    return before


def settle_settings(value: str = "dark") -> None:
    file = settings_file()
    assert file is not None
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue("theme", value)
    settings.sync()


def test_a_start_shows_the_window_as_it_is_going_to_be(
    last_visit: QMainWindow, window: QMainWindow, places: Places
) -> None:
    curtain = hang(window, places)
    assert curtain is not None
    assert window.isVisible()
    assert (window.width(), window.height()) == (420, 310)
    assert window.grab().toImage().pixelColor(400, 300) == RED
    curtain.fall()
    assert window.grab().toImage().pixelColor(400, 300) != RED


def test_nothing_hangs_once_the_settings_are_others(
    last_visit: QMainWindow, window: QMainWindow, places: Places
) -> None:
    settle_settings("contrast, and more of it")
    assert hang(window, places) is None
    assert not window.isVisible()


def test_nothing_hangs_once_the_words_are_others(last_visit: QMainWindow, window: QMainWindow, places: Places) -> None:
    assert places.compiled is not None
    (places.compiled / "en.json").write_text("{ }")
    assert hang(window, places) is None


def test_nothing_hangs_once_the_desktop_is_dark(last_visit: QMainWindow, window: QMainWindow, places: Places) -> None:
    light = QApplication.palette()
    dark = QApplication.palette()
    dark.setColor(dark.ColorRole.Window, QColor(20, 20, 20))
    QApplication.setPalette(dark)
    try:
        assert hang(window, places) is None
    finally:
        QApplication.setPalette(light)


def test_nothing_hangs_once_it_was_taken_away(last_visit: QMainWindow, window: QMainWindow, places: Places) -> None:
    take_away(places)
    assert hang(window, places) is None


@pytest.mark.parametrize("note", ["", "[]", "{", '{"stamp": []}', "\xff"])
def test_a_broken_note_is_as_good_as_none(
    note: str, last_visit: QMainWindow, window: QMainWindow, places: Places
) -> None:
    assert places.cache is not None
    (places.cache / "curtain.json").write_text(note, encoding="latin-1")
    assert hang(window, places) is None


def test_a_broken_picture_is_as_good_as_none(last_visit: QMainWindow, window: QMainWindow, places: Places) -> None:
    assert places.cache is not None
    (places.cache / "curtain.bmp").write_bytes(b"BM and no more")
    assert hang(window, places) is None


def test_a_checkout_hangs_nothing(last_visit: QMainWindow, window: QMainWindow, places: Places) -> None:
    assert hang(window, places._replace(compiled=None)) is None


def test_the_first_start_hangs_the_picture_that_came_with_the_program(
    window: QMainWindow, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curtain, "FIRST_SIZE", (300, 200))  # the screen of these tests is smaller than the first window
    assert places.compiled is not None
    picture = QPixmap(300, 200)
    picture.fill(RED)
    picture.save(str(places.compiled / "first-light.bmp"))
    assert hang(window, places) is not None
    assert window.grab().toImage().pixelColor(299, 199) == RED


def test_the_first_start_on_a_small_screen_hangs_nothing(window: QMainWindow, places: Places) -> None:
    assert places.compiled is not None
    picture = QPixmap(1280, 800)
    picture.fill(RED)
    picture.save(str(places.compiled / "first-light.bmp"))
    assert hang(window, places) is None  # 800 x 800


def test_a_place_that_cannot_be_written_keeps_nothing_and_harms_nothing(
    window: QMainWindow, places: Places, home: Path
) -> None:
    (home / "file").write_text("no folder")
    keep(window, places._replace(cache=home / "file" / "cache"), surroundings())
    keep(window, places._replace(cache=None), surroundings())
