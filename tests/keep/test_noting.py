"""The note under an entry's page: written while it is typed, there again when the entry is, and never lost silently."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from dimples_gui.keep.store import Keep
from dimples_gui.keeping import Keeping
from dimples_gui.main_window import MainWindow
from dimples_gui.noting import WRITTEN_AFTER_MS, Noting
from dimples_gui.panels.notes_slip import NoteSlip
from tests.conftest import Start


def noting_of(window: MainWindow) -> Noting:
    keeping = window.findChild(Keeping)
    assert keeping is not None
    return keeping.noting


def slip_of(window: MainWindow) -> NoteSlip:
    return noting_of(window).slip


@pytest.fixture
def at_psis(qtbot: QtBot, start: Start) -> MainWindow:
    """At an entry, some time after the start."""
    window = start(link="dimples:psis")
    qtbot.waitUntil(lambda: not slip_of(window).editor.isReadOnly())
    return window


def write(window: MainWindow, words: str) -> QPlainTextEdit:
    """Take the keyboard to the note and type."""
    window.actions_by_id["note"].trigger()
    editor = slip_of(window).editor
    QTest.keyClicks(editor, words)
    return editor


def test_an_entry_offers_a_note_and_home_does_not(at_psis: MainWindow) -> None:
    slip = slip_of(at_psis)
    assert slip.isVisible()
    assert slip.header.text() == "Add a note"
    assert not slip.editor.isVisible()
    at_psis.actions_by_id["home"].trigger()
    assert not slip.isVisible()


def test_only_to_look_makes_no_file(at_psis: MainWindow, home: Path) -> None:
    at_psis.open_link("dimples:tether")
    assert not [*home.rglob("keep.db*")]


def test_a_note_is_on_disk_soon_though_typing_goes_on(qtbot: QtBot, at_psis: MainWindow, home: Path) -> None:
    editor = write(at_psis, "left")
    other = Keep(home / "dimples")

    def type_on() -> bool:
        QTest.keyClicks(editor, ".")
        return other.note("psis").startswith("left")

    qtbot.waitUntil(type_on, timeout=10_000)
    other.close()
    assert WRITTEN_AFTER_MS <= 500


def test_after_a_rest_all_of_it_is_saved_and_that_is_said(qtbot: QtBot, at_psis: MainWindow, home: Path) -> None:
    write(at_psis, "left is deeper?")
    assert slip_of(at_psis).state.text() == ""
    qtbot.waitUntil(lambda: slip_of(at_psis).state.text() == "Saved")
    other = Keep(home / "dimples")
    assert other.note("psis") == "left is deeper?"
    other.close()


def test_each_entry_has_its_own_note_and_it_is_there_again(at_psis: MainWindow) -> None:
    write(at_psis, "one")
    at_psis.open_link("dimples:tether")
    assert slip_of(at_psis).text == ""
    write(at_psis, "two")
    at_psis.open_link("dimples:psis?layer=bone")
    slip = slip_of(at_psis)
    assert slip.text == "one"
    assert slip.editor.isVisible()
    assert slip.header.text() == "Note"
    assert slip.editor.accessibleName() == "Note to: Posterior superior iliac spine"


def test_a_note_is_there_at_the_next_visit(qtbot: QtBot, at_psis: MainWindow, start: Start) -> None:
    write(at_psis, "one")
    at_psis.close()
    window = start(link="dimples:psis")
    qtbot.waitUntil(lambda: slip_of(window).text == "one")


def test_undo_within_the_note_is_the_editors_and_ends_at_what_was_there(at_psis: MainWindow) -> None:
    depth = at_psis.navigator.scene.depth
    at_psis.navigator.set_depth(depth + 1)
    editor = write(at_psis, "one?")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == ""
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_psis.navigator.scene.depth == depth + 1


def test_the_reader_folds_notes_away_and_they_stay_so(at_psis: MainWindow) -> None:
    write(at_psis, "one")
    slip = slip_of(at_psis)
    QTest.mouseClick(slip.header, Qt.MouseButton.LeftButton)
    assert not slip.editor.isVisible()
    assert QApplication.focusWidget() is slip.header
    at_psis.open_link("dimples:tether")
    at_psis.open_link("dimples:psis")
    assert not slip.editor.isVisible()
    assert slip.header.text() == "Note"
    QTest.mouseClick(slip.header, Qt.MouseButton.LeftButton)
    assert slip.editor.isVisible()
    assert slip.editor.hasFocus()


def test_esc_and_tab_lead_out_of_the_note(at_psis: MainWindow) -> None:
    editor = write(at_psis, "one")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()
    assert editor.toPlainText() == "one"
    at_psis.actions_by_id["note"].trigger()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert at_psis.panel.page.hasFocus()


def test_without_an_entry_the_command_says_what_is_missing(window: MainWindow) -> None:
    window.actions_by_id["note"].trigger()
    assert "open one first" in window.statusBar().currentMessage()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_note_leaves_the_page_its_room(qtbot: QtBot, at_psis: MainWindow, percent: int) -> None:
    at_psis.resize(1024, 700)
    at_psis.appearance.set_text_percent(percent)
    slip_of(at_psis).open()
    slip_of(at_psis).editor.setPlainText("\n".join("line" for _ in range(60)))
    qtbot.waitUntil(lambda: slip_of(at_psis).editor.height() > 3 * slip_of(at_psis).header.height())
    assert at_psis.panel.page.height() > at_psis.panel.height() * 0.4


# --- a disk that fails ------------------------------------------------------------------------------------------------


@pytest.fixture
def no_folder(home: Path) -> Path:
    """A file lies where the folder of the data would be."""
    (home / "dimples").rename(home / "before") if (home / "dimples").exists() else None
    file = home / "dimples"
    file.write_text("no folder")
    return file


def test_what_cannot_be_saved_is_told_stays_and_is_tried_again(
    qtbot: QtBot, at_psis: MainWindow, home: Path, no_folder: Path
) -> None:
    write(at_psis, "one")
    slip = slip_of(at_psis)
    qtbot.waitUntil(lambda: "Not saved yet" in slip.state.text())
    assert "it is tried again" in slip.state.text()
    assert slip.editor.accessibleDescription() == slip.state.text()
    at_psis.open_link("dimples:tether")
    at_psis.open_link("dimples:psis")
    assert slip.text == "one"
    no_folder.unlink()
    qtbot.waitUntil(lambda: slip.state.text() == "Saved", timeout=10_000)
    other = Keep(home / "dimples")
    assert other.note("psis") == "one"
    other.close()


@pytest.mark.parametrize("answer", ["Go Back", "Copy It and Close"])
def test_a_window_with_an_unsaved_note_asks_before_it_closes(
    at_psis: MainWindow, no_folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    write(at_psis, "one")

    def press(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text() == answer).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    closed = at_psis.close()
    assert closed == (answer == "Copy It and Close")
    if closed:
        assert QGuiApplication.clipboard().text() == "one"
    no_folder.unlink()


def test_a_note_that_cannot_be_read_is_not_written_over(qtbot: QtBot, at_psis: MainWindow, home: Path) -> None:
    write(at_psis, "one")
    noting = noting_of(at_psis)
    noting.write()
    keep = noting._keeping.keep
    keep.close()
    file = home / "dimples" / "keep.db"
    good = file.read_bytes()
    file.unlink()
    file.mkdir()
    at_psis.open_link("dimples:tether")
    slip = slip_of(at_psis)
    assert slip.editor.isReadOnly()
    assert "can't be opened" in slip.state.text()
    file.rmdir()
    file.write_bytes(good)
    at_psis.open_link("dimples:psis")
    assert slip.text == "one"
    assert not slip.editor.isReadOnly()


def test_a_damaged_keep_is_told_with_its_new_name_and_the_program_goes_on(
    qtbot: QtBot, start: Start, home: Path
) -> None:
    (home / "dimples").mkdir()
    (home / "dimples" / "keep.db").write_bytes(os.urandom(8192))
    window = start(link="dimples:psis")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    (aside,) = (home / "dimples").glob("keep-damaged-*.db")
    assert aside.name in box.text()
    assert str(home / "dimples") in box.text()
    box.close()
    write(window, "new")
    assert noting_of(window).write() == ""


@pytest.mark.parametrize("options", [{"private": True}, {"shot": Path("unused.png")}])
def test_notes_of_a_private_visit_say_that_they_will_not_last(
    qtbot: QtBot, start: Start, home: Path, options: dict[str, object]
) -> None:
    window = start(link="dimples:psis", **options)
    write(window, "one")
    qtbot.waitUntil(lambda: slip_of(window).state.text() == "For this visit only")
    assert "for this visit only" in slip_of(window).editor.placeholderText()
    assert not [*home.rglob("keep.db*")]


def test_an_authors_save_leaves_the_note_as_it_is(at_psis: MainWindow) -> None:
    write(at_psis, "one")
    at_psis.show_atlas(at_psis.atlas)
    assert slip_of(at_psis).isVisible()
    assert slip_of(at_psis).text == "one"
    write(at_psis, " two")
    assert noting_of(at_psis).write() == ""
    assert slip_of(at_psis).text == "one two"
