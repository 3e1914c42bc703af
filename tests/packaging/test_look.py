"""What proves that an installed window speaks, or is dark, can tell."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow
from tests.conftest import Start
from tests.packaging.conftest import ROOT


def seen(picture: Path, what: str) -> bool:
    command = [sys.executable, str(ROOT / "packaging" / "look.py"), str(picture), what]
    return subprocess.run(command, check=False).returncode == 0


def grabbed(window: MainWindow, file: Path) -> Path:
    assert window.grab().save(str(file))
    return file


def test_a_window_that_says_that_nothing_lasts_is_told_from_one_that_does_not(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start()
    window.statusBar().clearMessage()
    assert not seen(grabbed(window, tmp_path / "before.png"), "speaks")
    window.tell_of_forgetting()
    assert seen(grabbed(window, tmp_path / "after.png"), "speaks")


@pytest.mark.parametrize(("theme", "dark"), [("light", False), ("dark", True)])
def test_a_dark_window_is_told_from_a_light_one(start: Start, tmp_path: Path, theme: str, *, dark: bool) -> None:
    window = start(theme=theme)
    assert window.palette().window().color() != Qt.GlobalColor.black
    assert seen(grabbed(window, tmp_path / "window.png"), "dark") is dark


def test_no_picture_shows_nothing(tmp_path: Path) -> None:
    assert not seen(tmp_path / "none.png", "speaks")
