"""Who asks for a page by name has the keyboard on it, and the keys that it names work at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import LAYERS
from dimples_gui.body.build import Build
from dimples_gui.chairside import Chairside
from dimples_gui.keeping import open_kept
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.find_panel import FindPanel
from dimples_gui.panels.lookalikes_panel import LookalikesPanel
from dimples_gui.panels.options_panel import OptionsPanel
from dimples_gui.panels.redflags_panel import RedFlagsPanel
from dimples_gui.panels.search_box import SearchBox
from dimples_gui.panels.truths_panel import TruthsPanel
from dimples_gui.panels.whatif import WhatIfPanel
from dimples_gui.scene import HOME, OPTIONS, TRUTHS

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PAGES = ["home", "glossary", "sources", "what-if", "options", "lookalikes", "redflags", "truths", "find-it"]


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """With the keyboard on the plate, as at the start, and a page open that no command leads to."""
    window.activateWindow()
    window.navigator.go_to_entry("psis")
    window.canvas.setFocus()
    return window


def strike(window: MainWindow, *keys: Qt.Key) -> None:
    """Press keys one after the other, where the keyboard is then."""
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)


def call(window: MainWindow, command: str) -> None:
    """Strike a command's own keys."""
    QTest.keySequence(window.windowHandle(), window.actions_by_id[command].shortcut())
    for _ in range(4):  # what a panel asks of the plate it asks a moment later
        QApplication.processEvents()


def holds_keyboard(window: MainWindow) -> bool:
    """Whether it is on the panel that is shown."""
    return window.parts.beside.current().isAncestorOf(QApplication.focusWidget() or window)


@pytest.mark.parametrize("command", PAGES)
def test_the_keys_of_a_command_give_its_page_the_keyboard(window: MainWindow, command: str) -> None:
    call(window, command)
    assert window.navigator.scene.name != "psis"
    assert holds_keyboard(window)
    window.actions_by_id["to-plate"].trigger()
    assert not holds_keyboard(window)
    if window.actions_by_id[command].isEnabled():  # home can't be gone to from home
        call(window, command)
        assert holds_keyboard(window)


def test_is_it_true_is_answered_by_the_figures_that_it_names(window: MainWindow) -> None:
    call(window, "truths")
    panel = window.parts.beside.current()
    assert isinstance(panel, TruthsPanel)
    assert "1 to 6, then Enter" in panel.ask.hint.text()
    strike(window, Key.Key_2, Key.Key_6, Key.Key_Return)
    assert "You said: False (certain" in panel.page.text()
    assert window.navigator.scene.layer == "skin"


def test_find_it_takes_the_two_figures(window: MainWindow) -> None:
    call(window, "find-it")
    panel = window.parts.beside.current()
    assert isinstance(panel, FindPanel)
    layer = window.navigator.scene.layer
    strike(window, Key.Key_4, Key.Key_1, Key.Key_Tab, Key.Key_5)
    assert panel.fields.place() == (41.0, 5.0)
    strike(window, Key.Key_Return)
    assert panel.search.result
    assert window.navigator.scene.layer == layer


def test_what_if_takes_arrows(window: MainWindow) -> None:
    call(window, "what-if")
    assert isinstance(window.parts.beside.current(), WhatIfPanel)
    strike(window, Key.Key_End)
    assert window.navigator.scene.build.sex == Build(sex=1.0).sex


def test_the_options_take_arrows_and_enter(window: MainWindow) -> None:
    call(window, "options")
    panel = window.parts.beside.current()
    assert isinstance(panel, OptionsPanel)
    strike(window, Key.Key_Down, Key.Key_Return)
    assert panel.card.isVisible()


@pytest.mark.parametrize(("command", "kind"), [("lookalikes", LookalikesPanel), ("redflags", RedFlagsPanel)])
def test_pages_that_are_read_take_tab_to_their_first_link(window: MainWindow, command: str, kind: type) -> None:
    call(window, command)
    assert isinstance(window.parts.beside.current(), kind)
    before = QApplication.focusWidget()
    strike(window, Key.Key_Tab)
    assert QApplication.focusWidget() is not before
    assert holds_keyboard(window)


def test_by_menu_and_by_tool_it_is_the_same(window: MainWindow) -> None:
    for key, modifiers in ((Key.Key_G, Modifier.AltModifier), (Key.Key_I, Modifier.NoModifier)):
        QTest.keyClick((QApplication.activePopupWidget() or window).windowHandle(), key, modifiers)
    assert window.navigator.scene.name == TRUTHS
    assert holds_keyboard(window)
    tool = window.toolbar.widgetForAction(window.actions_by_id["redflags"])
    tool.setFocus(Qt.FocusReason.TabFocusReason)
    strike(window, Key.Key_Space)
    assert isinstance(window.parts.beside.current(), RedFlagsPanel)
    assert holds_keyboard(window)


def test_what_is_found_or_kept_has_it_whatever_panel_it_is_on(window: MainWindow, qtbot: QtBot) -> None:
    call(window, "search")
    box = window.findChild(SearchBox)
    assert box is not None
    QTest.keyClicks(box.field, "is it true")
    qtbot.waitUntil(lambda: any(row.hit for row in box.list.rows))
    strike(window, Key.Key_Return)
    assert window.navigator.scene.name == TRUTHS
    assert holds_keyboard(window)
    window.canvas.setFocus()
    open_kept(window, "dimples:options")
    assert window.navigator.scene.name == OPTIONS
    assert holds_keyboard(window)


@pytest.mark.parametrize(
    "go",
    [
        lambda window: window.open_link("dimples:truths"),
        lambda window: (window.navigator.go_to_entry(TRUTHS), window.navigator.back()),
    ],
)
def test_links_back_and_pointing_leave_it_where_it_is(window: MainWindow, go: Callable[[MainWindow], object]) -> None:
    go(window)
    assert QApplication.focusWidget() is window.canvas
    strike(window, Key.Key_2)
    assert window.navigator.scene.layer == LAYERS[1]


def test_back_keeps_it_in_the_column_that_has_it(window: MainWindow) -> None:
    call(window, "truths")
    call(window, "back")
    assert window.navigator.scene.name == "psis"
    assert holds_keyboard(window)


def test_the_chairside_view_keeps_it_on_the_plate(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["chairside"].trigger()
    call(window, "home")
    assert window.navigator.scene.name == HOME
    strike(window, Key.Key_5)
    assert window.navigator.scene.layer == "bone"
    chairside = window.findChild(Chairside)
    assert chairside is not None
    chairside.leave()


def test_where_no_word_can_be_looked_for_ctrl_f_says_so(window: MainWindow) -> None:
    for command in ("what-if", "options", "truths", "find-it"):
        call(window, command)
        window.statusBar().clearMessage()
        call(window, "find")
        assert "Ctrl+K searches everything" in window.statusBar().currentMessage()
    call(window, "glossary")
    call(window, "find")
    assert window.panel.bar is not None
    assert window.panel.bar.field.hasFocus()
