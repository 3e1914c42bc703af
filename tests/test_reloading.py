"""An author saves, and the open window shows it: scene, place on the page and widths stay."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow
from tests.conftest import ROOT, Start

PSIS = "en/entries/psis.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content for an author to work on."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "mine"))


@pytest.fixture
def window(start: Start, content: Path) -> MainWindow:
    """The program over the author's content, as `--content` starts it."""
    return start(content=content, watched=True, link="dimples:psis?layer=bone&zoom=2&x=45&y=0&opened=c9")


def save(file: Path, old: str, new: str) -> None:
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new, 1), encoding="utf-8")


def test_a_saved_sentence_is_on_the_page_and_nothing_else_changes(
    window: MainWindow, content: Path, qtbot: QtBot
) -> None:
    scene, widths = window.navigator.scene, window.columns.sizes()
    save(content / PSIS, "The rear tip", "The very rear tip")
    qtbot.waitUntil(lambda: "The very rear tip" in window.panel.text(), timeout=5000)
    assert window.navigator.scene == scene
    assert window.columns.sizes() == widths
    qtbot.waitUntil(window.hotspot_list.isVisible, timeout=5000)


def test_problems_come_and_go_in_the_bar(window: MainWindow, content: Path, qtbot: QtBot) -> None:
    assert not window.problems.isVisible()
    save(content / PSIS, "title:", "tittle:")
    qtbot.waitUntil(lambda: window.problems.isVisible(), timeout=5000)  # noqa: PLW0108  # another bar by then
    assert window.navigator.scene.name == "psis"
    save(content / PSIS, "tittle:", "title:")
    qtbot.waitUntil(lambda: not window.problems.isVisible(), timeout=5000)
    assert "The rear tip" in window.panel.text()


def test_commands_still_work_after_a_reload(window: MainWindow, content: Path, qtbot: QtBot) -> None:
    before = len(window.menuBar().actions())
    for number in range(2):
        save(content / PSIS, "rear tip", f"rear tip {number}")
        qtbot.waitUntil(lambda: f"rear tip {number}" in window.panel.text(), timeout=5000)  # noqa: B023  # asked at once
    window.actions_by_id["layer-skin"].trigger()
    assert window.navigator.scene.layer == "skin"
    window.actions_by_id["theme-dark"].trigger()
    window.actions_by_id["search"].trigger()
    assert len(window.menuBar().actions()) == before
