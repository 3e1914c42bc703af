"""Bookmarks lead back to a page and its layer; all that is kept goes to a file and comes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dimples_gui.chairside import Chairside
from dimples_gui.keep.exchange import read_file
from dimples_gui.keeping import Keeping, bookmark_of
from dimples_gui.languages import PSEUDO, PseudoTranslator, is_pseudo
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.notes_list import KeptList
from dimples_gui.policy import Policy
from dimples_gui.scene import Place
from tests.conftest import Start

CTRL = Qt.KeyboardModifier.ControlModifier


def keeping_of(window: MainWindow) -> Keeping:
    keeping = window.findChild(Keeping)
    assert keeping is not None
    return keeping


def listed(window: MainWindow) -> list[str]:
    """The menu as it is when it opens, below its commands."""
    menu = window.menus["bookmarks"]
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    return [text for text in texts[texts.index("&Import…") + 1 :] if text]


def list_of(window: MainWindow) -> KeptList:
    window.actions_by_id["kept"].trigger()
    found = window.findChild(KeptList)
    assert found is not None
    return found


def test_ctrl_d_keeps_the_page_with_its_layer_and_once_more_lets_it_go(window: MainWindow) -> None:
    window.open_link("dimples:psis?layer=bone")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_D, CTRL)
    assert window.statusBar().currentMessage() == "Bookmark added: Posterior superior iliac spine · bone"
    assert listed(window) == ["Posterior superior iliac spine · bone"]
    assert window.actions_by_id["bookmark"].isChecked()
    window.navigator.set_layer("skin")
    listed(window)
    assert not window.actions_by_id["bookmark"].isChecked()
    window.navigator.set_layer("bone")
    QTest.keyClick(window.canvas, Qt.Key.Key_D, CTRL)
    assert listed(window) == []


def test_a_bookmark_leads_back_and_leaves_lamp_and_body_as_they_are(window: MainWindow) -> None:
    window.open_link("dimples:psis?layer=bone")
    window.actions_by_id["bookmark"].trigger()
    window.open_link("dimples:home?lamp=20,30&sex=1")
    listed(window)
    window.menus["bookmarks"].actions()[-1].trigger()
    assert window.navigator.scene.place == Place("psis", "bone")
    assert window.navigator.scene.lamp == (20.0, 30.0)
    window.actions_by_id["back"].trigger()
    assert window.navigator.scene.name == "home"


@pytest.mark.parametrize(
    "link",
    [
        "dimples:home",
        "dimples:sources",
        "dimples:whatif?fat=0.3&explanation=filled-in",
        "dimples:tether?layer=fat",
        "dimples:dimple?question=2&step=3",
    ],
)
def test_every_kind_of_page_can_be_kept(window: MainWindow, link: str) -> None:
    window.open_link(link)
    here = window.navigator.scene
    kept, title = bookmark_of(window, here)
    assert title
    window.actions_by_id["bookmark"].trigger()
    window.open_link("dimples:glossary")
    listed(window)
    window.menus["bookmarks"].actions()[-1].trigger()
    there = window.navigator.scene
    assert there.place.page == here.place.page
    assert (there.build, there.explanation) == (here.build, here.explanation)
    assert bookmark_of(window, there)[0] == kept


def test_a_bookmark_of_what_is_no_more_is_told(window: MainWindow) -> None:
    keeping = keeping_of(window)
    keeping.keep.add_bookmark("dimples:psis?layer=nowhere", "Gone & " + "x" * 80)
    assert listed(window) == ["Gone && " + "x" * 52 + "…"]
    window.menus["bookmarks"].actions()[-1].trigger()
    assert "nowhere" in window.statusBar().currentMessage()


def test_the_list_shows_all_and_removes_bookmarks_by_key(window: MainWindow) -> None:
    for link in ("dimples:psis", "dimples:tether"):
        window.open_link(link)
        window.actions_by_id["bookmark"].trigger()
    keeping_of(window).keep.write_note("psis", "a note\nof two lines")
    found = list_of(window)
    assert [found.bookmarks.item(row).text() for row in range(2)] == [
        "Tether · skin",
        "Posterior superior iliac spine · skin",
    ]
    assert found.notes.item(0).text() == "Posterior superior iliac spine: a note of two lines"
    QTest.keyClick(found.bookmarks, Qt.Key.Key_Delete)
    assert found.bookmarks.count() == 1
    QTest.keyClick(found.bookmarks, Qt.Key.Key_Return)
    assert window.navigator.scene.name == "psis"
    window.open_link("dimples:home")
    found.notes.setCurrentRow(0)
    QTest.keyClick(found.notes, Qt.Key.Key_Return)
    assert window.navigator.scene.name == "psis"
    found.remove.click()
    assert not found.remove.isEnabled()
    assert "Ctrl+D" in found.bookmarks.item(0).text()
    found.close()


def test_the_open_list_follows_what_is_kept(window: MainWindow) -> None:
    found = list_of(window)
    window.open_link("dimples:psis")
    window.actions_by_id["bookmark"].trigger()
    assert found.bookmarks.item(0).text() == "Posterior superior iliac spine · skin"
    found.close()


def test_every_word_of_it_can_be_translated(start: Start) -> None:
    window = start(language=PSEUDO, link="dimples:psis")
    try:
        found = list_of(window)
        window.actions_by_id["note"].trigger()
        slip = keeping_of(window).noting.slip
        labels = [label.text() for label in found.findChildren(QLabel)]
        buttons = [button.text() for button in found.findChildren(QPushButton)]
        tips = [button.toolTip() for button in (found.remove, found.save, found.load)]
        rows = [found.bookmarks.item(0).text(), found.notes.item(0).text(), found.windowTitle()]
        note = [slip.header.text(), slip.header.toolTip(), slip.editor.placeholderText()]
        window.actions_by_id["chairside"].trigger()
        chairside = window.findChild(Chairside)
        assert chairside is not None
        pen = [
            text
            for button in chairside.view.bar.findChildren(QPushButton)
            for text in (button.text(), button.toolTip())
        ]
        chairside.leave()
        spoken = [text for text in (*labels, *buttons, *tips, *rows, *note, *pen) if text]
        assert len(spoken) > 20
        assert [text for text in spoken if not is_pseudo(text)] == []
        found.close()
    finally:
        for translator in QApplication.instance().findChildren(PseudoTranslator):  # type: ignore[union-attr]  # there is one
            QApplication.removeTranslator(translator)


def test_an_empty_list_says_how_to_fill_it(window: MainWindow) -> None:
    found = list_of(window)
    assert "Ctrl+D" in found.bookmarks.item(0).text()
    assert "Ctrl+E" in found.notes.item(0).text()
    assert not found.save.isEnabled()
    QTest.keyClick(found.bookmarks, Qt.Key.Key_Delete)
    QTest.keyClick(found.bookmarks, Qt.Key.Key_Return)
    found.close()


def test_all_of_it_goes_to_a_file_and_comes_back(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keeping = keeping_of(window)
    file = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (f"{file}.json", ""))
    window.open_link("dimples:psis")
    window.actions_by_id["bookmark"].trigger()
    keeping.keep.write_note("psis", "one")
    window.actions_by_id["export-kept"].trigger()
    assert "mine.json" in window.statusBar().currentMessage()
    assert [note.text for note in read_file(tmp_path / "mine.json").notes] == ["one"]
    keeping.keep.write_note("psis", "")
    keeping.noting.read_again()
    window.actions_by_id["import-kept"].trigger()
    assert window.statusBar().currentMessage() == "Added: bookmarks 0, notes 1; notes that have grown: 0."
    assert keeping.noting.slip.text == "one"


def test_who_thinks_better_of_it_changes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    window.actions_by_id["export-kept"].trigger()
    window.actions_by_id["import-kept"].trigger()
    assert window.statusBar().currentMessage() == ""


def test_a_bad_file_is_told_with_its_line(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bad.json").write_text('{"format": "dimples keep",\n"version": 1,\n"notes": [\n7]}')
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "bad.json"), ""))
    window.actions_by_id["import-kept"].trigger()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "bad.json, line 4: “entry” is missing, or is no text."
    box.close()


def test_a_disk_that_fails_is_told_for_bookmarks_too(window: MainWindow, home: Path) -> None:
    (home / "dimples" / "keep.db").mkdir(parents=True)
    window.actions_by_id["bookmark"].trigger()
    assert "can't be opened" in window.statusBar().currentMessage()
    assert listed(window) == []
    list_of(window).close()
    (home / "dimples" / "keep.db").rmdir()
    window.actions_by_id["bookmark"].trigger()
    assert listed(window) == ["Home"]


def test_where_it_is_settled_nothing_is_kept(qtbot: QtBot, home: Path) -> None:
    from dimples_gui.app import Program
    from dimples_gui.options import Options

    program = Program(Options(size=(900, 700), link="dimples:psis"), policy=Policy({"keep": "off"}))
    window: MainWindow = program.window
    window.show()
    window.furnish()
    window.actions_by_id["bookmark"].trigger()
    assert listed(window) == ["Posterior superior iliac spine · skin"]
    found = list_of(window)
    assert "for this visit only" in found.about.text()
    assert not [*home.rglob("keep.db*")]
    found.close()
    window.close()
    window.deleteLater()
