"""An underlined letter in a menu is the menu's, whatever the same key does on the plate."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import SIGNAL, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow
from dimples_gui.menus import MENUS
from dimples_gui.plate.probe import Probe

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
TOP = [name for name, _ in MENUS if "/" not in name]


def strike(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the system hands it on, so that Qt looks for a shortcut first."""
    QTest.keyClick((QApplication.activePopupWidget() or window).windowHandle(), key, modifiers)


def letter(action: QAction) -> Qt.Key:
    """The key of the letter that is underlined."""
    return Qt.Key[f"Key_{QKeySequence.mnemonic(action.text()).toString()[-1]}"]


def letters(menu: QMenu) -> list[str]:
    return [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions() if not action.isSeparator()]


@pytest.fixture
def done(window: MainWindow) -> list[str]:
    """What is told of the commands by their ids, instead of being done; all can be used; the plate has the keyboard."""
    told: list[str] = []
    for name, action in window.actions_by_id.items():
        action.setEnabled(True)
        for signal, signature in ((action.triggered, "triggered(bool)"), (action.toggled, "toggled(bool)")):
            if action.receivers(SIGNAL(signature)):
                signal.disconnect()
        action.triggered.connect(lambda *_, name=name: told.append(name))
    window.activateWindow()
    window.canvas.setFocus()
    return told


def ways(menu: QMenu, way: tuple[Qt.Key, ...] = ()) -> Iterator[tuple[tuple[Qt.Key, ...], str]]:
    """The letters that lead to each command of a menu and of those in it, and the command's id."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from ways(inner, (*way, letter(action)))
        elif action.objectName():
            yield (*way, letter(action)), action.objectName()


@pytest.mark.parametrize("name", TOP)
def test_underlined_letters_lead_to_each_command_and_do_nothing_on_the_plate(
    window: MainWindow, done: list[str], name: str
) -> None:
    menu = window.menus[name]
    for way, command in [*ways(menu)]:
        done.clear()
        strike(window, letter(menu.menuAction()), ALT)
        for key in way:
            strike(window, key)
        assert done == [command]
        assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("name", ["bookmarks", "help"])
def test_letters_of_the_menu_bar_open_its_menus_once_alt_has_gone_there(
    window: MainWindow, done: list[str], name: str
) -> None:
    menu = window.menus[name]
    QTest.keyClick(window.windowHandle(), Key.Key_Alt, ALT)
    assert window.menuBar().hasFocus()
    strike(window, letter(menu.menuAction()))
    assert QApplication.activePopupWidget() is menu
    assert done == []
    menu.close()


def test_a_letter_in_the_plates_own_menu_is_that_menus(window: MainWindow, done: list[str]) -> None:
    at = QPoint(200, 200)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, window.canvas.mapToGlobal(at))
    QApplication.sendEvent(window.canvas, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert letters(menu) == ["Alt+L"]
    strike(window, Key.Key_L)
    assert done == []
    assert window.canvas.findChild(Probe)


def test_letters_do_nothing_on_the_plate_while_a_menu_without_any_is_open(window: MainWindow, done: list[str]) -> None:
    window.navigator.go_to_entry("psis")
    menu = window.toolbar.back_menu
    menu.popup(window.mapToGlobal(QPoint(20, 60)))
    for key in (Key.Key_L, Key.Key_C, Key.Key_5, Key.Key_Question):
        strike(window, key)
    assert done == []
    menu.close()
    strike(window, Key.Key_L)
    assert done == ["labels"]


def test_in_each_menu_every_item_has_a_letter_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    menus = {**window.menus, "page": window.panel.page.menu_at(QPoint(60, 60))}
    for name, menu in menus.items():
        found = letters(menu)
        assert all(found), name
        assert len({*found}) == len(found), (name, sorted(found))
    titles = [QKeySequence.mnemonic(action.text()).toString() for action in window.menuBar().actions()]
    assert all(titles)
    assert len({*titles}) == len(titles)
    menus["page"].close()
