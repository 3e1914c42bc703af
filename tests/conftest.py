"""The whole program for a test: the shipped content, a real window without a screen, a person's acts."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("DIMPLES_TEST_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dimples_gui.app import Program
from dimples_gui.main_window import MainWindow
from dimples_gui.options import Options

ROOT = Path(__file__).parent.parent
Start = Callable[..., MainWindow]
Click = Callable[[MainWindow, str], None]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test: nothing of the person who runs them is read or written."""
    folder = tmp_path / "home"
    folder.mkdir()
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(folder))
    return folder


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Start the program with some options; its window is shown and painted."""
    programs: list[Program] = []

    def begin(*, watched: bool = False, **options: object) -> MainWindow:
        program = Program(Options(**({"size": (1280, 800)} | options)))  # type: ignore[arg-type]  # a test's options
        programs.append(program)
        window = program.window
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: bool(window.actions_by_id))
        if watched:
            program.watch()
        return window

    yield begin
    for program in programs:
        if program.follower:
            program.follower.stop()
        program.window.close()
        program.window.deleteLater()


@pytest.fixture
def window(start: Start) -> MainWindow:
    """The program as it is at the very first start."""
    return start()


@pytest.fixture
def click() -> Click:
    """Click the plate where an entry can be pointed at."""

    def act(window: MainWindow, entry: str) -> None:
        point = window.canvas.point_of(entry)
        assert point is not None, f"{entry} cannot be pointed at here"
        press(window, point)

    return act


def press(window: MainWindow, point: QPointF | QPoint) -> None:
    """A click of the left button on the plate."""
    spot = point if isinstance(point, QPoint) else point.toPoint()
    QTest.mouseMove(window.canvas, spot)
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=spot)
