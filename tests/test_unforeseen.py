"""What happens when something fails that nobody foresaw, and when content is broken."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow
from dimples_gui.unforeseen import LOG_BYTES, LOG_FILES, Unforeseen

ROOT = Path(__file__).parent.parent
Start = Callable[..., MainWindow]
Click = Callable[[MainWindow, str], None]


def fail(handler: Unforeseen, text: str) -> None:
    error = ZeroDivisionError(text)
    handler(type(error), error, None)


def boxes(window: MainWindow) -> list[QMessageBox]:
    return window.findChildren(QMessageBox, "unforeseen")


def test_a_failure_is_logged_and_told_once_with_copy_details(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, click: Click
) -> None:
    log = tmp_path / "state" / "dimples.log"
    handler = Unforeseen(lambda: window, log)
    fail(handler, "seven by nothing")
    fail(handler, "seven by nothing")
    qtbot.waitUntil(lambda: len(boxes(window)) == 1)
    assert log.read_text(encoding="utf-8").count("ZeroDivisionError: seven by nothing") == 2
    copying = next(button for button in boxes(window)[0].findChildren(QPushButton) if "Copy" in button.text())
    copying.click()
    assert "seven by nothing" in QGuiApplication.clipboard().text()
    assert "Dimples 0." in QGuiApplication.clipboard().text()
    boxes(window)[0].close()
    click(window, "psis")
    assert window.navigator.scene.name == "psis"


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_is_told_and_the_program_goes_on(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, click: Click
) -> None:
    monkeypatch.setattr(sys, "excepthook", Unforeseen(lambda: window, tmp_path / "dimples.log"))
    QTimer.singleShot(0, [].pop)
    qtbot.waitUntil(lambda: len(boxes(window)) == 1)
    assert "pop from empty list" in boxes(window)[0].informativeText()
    click(window, "heredity")
    assert window.navigator.scene.name == "heredity"


def test_the_log_rotates(tmp_path: Path, qtbot: QtBot) -> None:
    log = tmp_path / "dimples.log"
    handler = Unforeseen(lambda: None, log)
    monkey = "x" * (LOG_BYTES // 2)
    handler._told.add("ZeroDivisionError: " + monkey)
    for _ in range(2 * LOG_FILES + 2):
        fail(handler, monkey)
    files = list(tmp_path.glob("dimples.log*"))
    assert len(files) == LOG_FILES
    assert all(file.stat().st_size < 2 * LOG_BYTES for file in files)


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    handler = Unforeseen(lambda: None, blocked / "dimples.log")
    handler._told.add("ZeroDivisionError: quiet")
    fail(handler, "quiet")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(ROOT / "content", copy)
    return copy


def test_a_broken_entry_leaves_the_rest_and_the_bar_tells_it(start: Start, broken: Path) -> None:
    (broken / "en" / "entries" / "tether.yaml").write_text("title: [unclosed\n", encoding="utf-8")
    window = start(content=broken)
    assert window.problems.isVisible()
    assert "tether" not in window.atlas.entries
    assert "psis" in window.atlas.entries
    assert any("tether.yaml" in str(problem) for problem in window.atlas.problems)


def test_a_broken_svg_leaves_the_rest(start: Start, broken: Path, click: Click) -> None:
    plates = broken / "assets" / "plates"
    plates.mkdir(parents=True)
    (plates / "back.svg").write_text("<svg><path", encoding="utf-8")
    window = start(content=broken)
    assert window.problems.isVisible()
    click(window, "heredity")
    assert window.navigator.scene.name == "heredity"


def test_sound_content_shows_no_bar(window: MainWindow) -> None:
    assert not window.problems.isVisible()


def test_an_empty_folder_of_content_is_told_in_words(tmp_path: Path) -> None:
    from dimples_gui.__main__ import main

    assert main(["--content", str(tmp_path), "--shot", str(tmp_path / "x.png")]) == 2
