"""A private visit writes nothing at all, and its window says so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow
from dimples_gui.paths import settings_file
from dimples_gui.private import begin_visit
from dimples_gui.unforeseen import Unforeseen, remembered
from tests.conftest import Start

ROOT = Path(__file__).parent.parent
ACTS = ROOT / "tests" / "private_visit.py"
FONTS = (
    '<fontconfig><dir>/usr/share/fonts</dir><dir prefix="cwd">assets/fonts</dir>'
    '<cachedir prefix="xdg">fontconfig</cachedir></fontconfig>'
)
XVFB = shutil.which("xvfb-run")


def seen(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """All that there is in a folder, with the time of its last change."""
    return {
        str(file.relative_to(folder)): (
            file.lstat().st_mtime_ns,
            file.lstat().st_mode,
            file.read_bytes() if file.is_file() else b"",
        )
        for file in (folder, *folder.rglob("*"))
    }


def environment(home: Path) -> dict[str, str]:
    """A home with the platform's own folders in it, none of them named otherwise."""
    around = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    platform = {"QT_QPA_PLATFORM": "xcb"} if XVFB else {}
    fonts = home.with_name("fonts.conf")  # so that fonts are listed in the home folder, as on a machine just installed
    fonts.write_text(FONTS)
    return around | platform | {
        "HOME": str(home), "LOCALAPPDATA": str(home), "PYTHONPATH": str(ROOT), "FONTCONFIG_FILE": str(fonts),
    }  # fmt: skip


def visit(home: Path, *words: str) -> str:
    """Have a visit by `private_visit.py`; what it said of what it did."""
    screen = [XVFB, "-a", "-s", "-screen 0 1400x1000x24"] if XVFB else []  # it has temporary files of its own
    screen += ["env", f"TMPDIR={home / 'tmp'}"] if sys.platform != "win32" else []
    done = subprocess.run(
        [*screen, sys.executable, str(ACTS), *words],
        env=environment(home), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """The home of somebody who has never started the program."""
    home = tmp_path / "stranger"
    (home / "tmp").mkdir(parents=True)
    return home


def test_after_a_private_visit_the_home_folder_is_as_it_was(stranger: Path) -> None:
    before = seen(stranger)
    said = visit(stranger, "--private")
    assert "opened, noted, bookmarked, coloured, closed" in said
    assert seen(stranger) == before


def test_an_ordinary_visit_does_leave_something(stranger: Path) -> None:
    """So that the test above is one."""
    visit(stranger)
    names = {file.name for file in stranger.rglob("*")}
    assert {"dimples.ini", "keep.db", "QtProject.conf", "fontconfig"} <= names


def test_what_was_kept_before_a_private_visit_stays_untouched(stranger: Path) -> None:
    visit(stranger)
    before = seen(stranger)
    said = visit(stranger, "--private")
    assert "Ask about the left one" not in said.partition("found: ")[2].partition("\n")[0]
    assert seen(stranger) == before


def test_the_window_says_that_it_is_private(qtbot: QtBot, start: Start) -> None:
    window = start(private=True)
    window.open_link("dimples:psis")
    assert window.windowTitle().endswith("— Dimples (private visit)")
    (strip,) = [label for label in window.findChildren(QLabel) if label.objectName() == "private"]
    qtbot.waitUntil(strip.isVisible)
    assert "nothing is written on this machine" in strip.text()
    window.actions_by_id["theme-contrast"].trigger()
    assert strip.palette().window().color().name() == window.appearance.look.chosen


def test_an_ordinary_window_does_not(window: MainWindow) -> None:
    assert "private" not in window.windowTitle()
    assert not [label for label in window.findChildren(QLabel) if label.objectName() == "private"]


def test_a_private_visit_has_the_readers_colours_and_text_size(start: Start) -> None:
    file = settings_file()
    assert file is not None
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue("theme", "dark")
    settings.setValue("text-size", "150")
    settings.sync()
    before = file.read_bytes()
    window = start(private=True)
    assert (window.appearance.theme, window.appearance.look.text_scale) == ("dark", 1.5)
    window.actions_by_id["theme-light"].trigger()
    window.close()
    assert file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="a script in the shell's language")
@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("python3.13 en", "-m dimples_gui --private"),
        ("dimples-gui en", "--private"),
        ("dimples-gui de", "--private --language de"),
    ],
)
def test_the_command_starts_another_process_of_this_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: str, words: str
) -> None:
    program, language = call.split()
    file, told = tmp_path / program, tmp_path / "told"
    file.write_text(f'#!/bin/sh\necho "$@, $PYTHONDONTWRITEBYTECODE" >{told}.part\nmv {told}.part {told}\n')
    file.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(file))
    assert begin_visit(language)
    qtbot.waitUntil(told.exists)
    assert told.read_text() == f"{words}, 1\n"


def test_a_program_that_is_not_there_is_not_said_to_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    assert not begin_visit("en")


@pytest.mark.parametrize(("done", "told"), [(True, "in a window of its own"), (False, "could not be started")])
def test_the_reader_is_told_what_became_of_it(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    done: bool,  # noqa: FBT001  # a parameter
    told: str,
) -> None:
    monkeypatch.setattr("dimples_gui.private.begin_visit", lambda _language: done)
    window.actions_by_id["private"].trigger()
    assert told in window.statusBar().currentMessage()


def test_its_log_is_in_memory_and_can_be_read(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    window = start(private=True)
    window.actions_by_id["log"].trigger()
    assert "Nothing has failed" in window.statusBar().currentMessage()
    hook = Unforeseen(lambda: window, None)
    monkeypatch.setattr(sys, "excepthook", hook)
    monkeypatch.setattr(hook, "_tell", lambda *_: None)
    for number in range(60):
        hook(ValueError, ValueError(f"fault {number}"), None)
    assert "fault 59" in remembered()
    assert "fault 9\n" not in remembered()
    window.actions_by_id["log"].trigger()
    (box,) = [child for child in window.children() if child.inherits("QMessageBox")]
    assert "fault 59" in box.detailedText()  # type: ignore[attr-defined]  # a message box
    box.close()  # type: ignore[attr-defined]  # a message box
