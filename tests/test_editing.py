"""Undo, redo, copy and select all of the Edit menu, as what has the keyboard wants them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow
from dimples_gui.panels.options_panel import OptionsPanel
from dimples_gui.panels.redflags_panel import RedFlagsPanel
from dimples_gui.panels.search_box import SearchBox
from tests.conftest import Start


def choose(window: MainWindow, name: str) -> None:
    """Choose a command in the menu by keyboard: Alt opens it and lends the menu bar the keyboard, Enter chooses."""
    menu, action = window.menus["edit"], window.actions_by_id[name]
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    assert menu.isVisible()
    assert action.isEnabled(), f"{name} can't be used"
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()


def offered(window: MainWindow) -> dict[str, bool]:
    """Whether each of these commands can be used in the menu when it is opened."""
    menu = window.menus["edit"]
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    can_be = {name: window.actions_by_id[name].isEnabled() for name in ("undo", "redo", "copy", "select-all")}
    menu.close()
    return can_be


@pytest.fixture
def noted(qtbot: QtBot, start: Start) -> tuple[MainWindow, QPlainTextEdit]:
    """A note is being written, after another layer was shown."""
    window = start(link="dimples:psis")
    window.activateWindow()
    window.actions_by_id["layer-bone"].trigger()
    window.actions_by_id["layer-skin"].trigger()
    editor = next(one for one in window.findChildren(QPlainTextEdit) if one.accessibleName().startswith("Note to"))
    qtbot.waitUntil(lambda: not editor.isReadOnly())
    window.actions_by_id["note"].trigger()
    qtbot.waitUntil(editor.hasFocus)
    return window, editor


def test_in_a_note_the_menu_undoes_what_was_written_not_the_plate(noted: tuple[MainWindow, QPlainTextEdit]) -> None:
    window, editor = noted
    before = window.navigator.scene
    assert offered(window) == {"undo": False, "redo": False, "copy": False, "select-all": False}
    QTest.keyClicks(editor, "ask")
    choose(window, "undo")
    assert editor.toPlainText() == ""
    choose(window, "redo")
    assert editor.toPlainText() == "ask"
    assert window.navigator.scene == before
    assert editor.hasFocus()


def test_in_a_note_the_menu_selects_and_copies_the_note(noted: tuple[MainWindow, QPlainTextEdit]) -> None:
    window, editor = noted
    QTest.keyClicks(editor, "ask about scars")
    choose(window, "select-all")
    assert editor.textCursor().selectedText() == "ask about scars"
    assert not window.panel.page.textCursor().hasSelection()
    choose(window, "copy")
    assert QGuiApplication.clipboard().text() == "ask about scars"


def test_back_on_the_plate_the_menu_and_its_keys_undo_there_again(noted: tuple[MainWindow, QPlainTextEdit]) -> None:
    window, editor = noted
    offered(window)
    window.actions_by_id["to-plate"].trigger()
    assert not editor.hasFocus()
    assert window.actions_by_id["undo"].isEnabled()
    choose(window, "undo")
    assert window.navigator.scene.layer == "bone"


def test_on_the_page_of_words_the_menu_selects_and_copies_the_page(window: MainWindow) -> None:
    window.activateWindow()
    window.panel.page.setFocus()
    choose(window, "select-all")
    choose(window, "copy")
    copied = QGuiApplication.clipboard().text()
    assert window.panel.page.toPlainText().split()[:5] == copied.split()[:5]


def test_in_the_table_of_options_copy_copies_the_cell(window: MainWindow) -> None:
    window.activateWindow()
    window.actions_by_id["options"].trigger()
    panel = window.parts.beside.current()
    assert isinstance(panel, OptionsPanel)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    choose(window, "copy")
    copied = QGuiApplication.clipboard().text()
    assert copied == panel.table.table.copied([panel.table.currentIndex()])
    assert copied


def test_on_another_panels_page_the_menu_acts_on_that(window: MainWindow) -> None:
    window.activateWindow()
    window.actions_by_id["redflags"].trigger()
    panel = window.parts.beside.current()
    assert isinstance(panel, RedFlagsPanel)
    panel.page.setFocus()
    choose(window, "select-all")
    choose(window, "copy")
    assert "emergency" in QGuiApplication.clipboard().text()
    assert not window.panel.page.textCursor().hasSelection()


def test_in_fields_of_a_line_the_menu_acts_on_them(window: MainWindow) -> None:
    window.activateWindow()
    window.actions_by_id["find-it"].trigger()
    field = window.parts.beside.current().findChild(QSpinBox)
    assert isinstance(field, QSpinBox)
    field.setFocus()
    choose(window, "select-all")
    written = field.findChild(QLineEdit)
    assert isinstance(written, QLineEdit)
    assert written.selectedText() == field.text()
    assert offered(window)["copy"]
    window.actions_by_id["search"].trigger()
    box = window.findChild(SearchBox)
    assert box is not None
    words = box.findChild(QLineEdit)
    assert isinstance(words, QLineEdit)
    words.setFocus()
    QTest.keyClicks(words, "scar")
    assert offered(window) == {"undo": True, "redo": False, "copy": False, "select-all": True}


def test_what_acts_on_the_page_of_words_is_closed_while_another_panel_is_shown(window: MainWindow) -> None:
    for place in ("options", "lookalikes", "redflags", "truths", "find-it", "what-if"):
        window.actions_by_id[place].trigger()
        assert not window.actions_by_id["find-next"].isEnabled()
        assert not window.actions_by_id["next-term"].isEnabled()
    for place in ("glossary", "sources", "home"):
        window.actions_by_id[place].trigger()
        assert window.actions_by_id["find-next"].isEnabled()
