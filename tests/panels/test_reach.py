"""The page without a mouse, and without eyes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.page_buttons import PageButton
from dimples_gui.panels.panel import Panel
from dimples_gui.scene import Scene
from dimples_gui.theme import LIGHT
from tests.panels.conftest import Reader


def links_of(reader: Reader) -> list[str]:
    return [mark.span.run.href for mark in reader.page.plan().marks if mark.span.run.href]


def test_tab_visits_each_link_once_in_reading_order_and_then_leaves_the_page(qtbot: QtBot, atlas: Atlas) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel, before, after = Panel(atlas, LIGHT), QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (before, panel, after):
        column.addWidget(widget)
    panel.show_scene(Scene("dimple", opened=("c2",)))
    window.resize(500, 700)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    for _ in range(3):
        QApplication.processEvents()
    before.setFocus()
    visited: list[str] = []
    wanted = [mark.span.run.href for mark in panel.page.plan().marks if mark.span.run.href]
    for _ in range(len(wanted) + 2):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        visited.append(focused.href if isinstance(focused, PageButton) else type(focused).__name__)
    assert visited == ["Page", *wanted, "QLineEdit"]
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, PageButton)
    assert focused.href == wanted[-1]


def test_a_link_that_gets_the_keyboard_comes_into_view(reader: Reader) -> None:
    reader.go("dimple")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in links_of(reader):
        reader.press(Qt.Key.Key_Tab)
        button = QApplication.focusWidget()
        assert isinstance(button, PageButton)
        assert reader.page.viewport().rect().contains(button.geometry())
    assert reader.page.scrolled() > 0


def test_enter_and_space_press_a_badge_and_the_keyboard_stays_on_it(reader: Reader) -> None:
    reader.go("dimple")
    button = reader.page.buttons.over("claim:c2")
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    for key, opened in ((Qt.Key.Key_Return, ("c2",)), (Qt.Key.Key_Space, ()), (Qt.Key.Key_Enter, ("c2",))):
        reader.press(key)
        assert reader.navigator.scene.opened == opened
        focused = QApplication.focusWidget()
        assert isinstance(focused, PageButton)
        assert focused.href == "claim:c2"


def test_following_a_link_by_keyboard_puts_it_on_the_new_page(reader: Reader) -> None:
    reader.go("dimple")
    button = reader.page.buttons.over("dimples:psis")
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    reader.press(Qt.Key.Key_Return)
    assert reader.navigator.scene.name == "psis"
    assert reader.page.hasFocus()
    assert reader.page.scrolled() == 0


def test_the_buttons_lie_over_their_links_also_after_scrolling_and_in_another_size(reader: Reader) -> None:
    def in_place() -> bool:
        marks = [mark for mark in reader.page.plan().marks if mark.span.run.href]
        buttons = reader.page.buttons.shown()
        down = QPoint(0, reader.page.scrolled())
        return len(marks) == len(buttons) and all(
            button.href == mark.span.run.href
            and (button.geometry().center() - (mark.area.center().toPoint() - down)).manhattanLength() <= 3
            for button, mark in zip(buttons, marks, strict=True)
        )

    reader.go("dimple", "c2")
    assert in_place()
    reader.page.verticalScrollBar().setValue(300)
    reader.look()
    assert in_place()
    reader.panel.resize(350, 600)
    reader.look()
    assert in_place()
    reader.panel.set_look(LIGHT._replace(text_scale=1.5))
    reader.look()
    assert in_place()
    reader.go("heredity")
    assert in_place()


def test_clicks_of_the_mouse_go_through_the_buttons_to_the_words(reader: Reader) -> None:
    reader.go("dimple")
    spot = reader.find("claim:c2")
    assert QApplication.widgetAt(reader.page.viewport().mapToGlobal(spot)) is reader.page.viewport()


def test_a_badges_button_says_grade_statement_and_what_a_press_does(reader: Reader, atlas: Atlas, qtbot: QtBot) -> None:
    reader.go("dimple")
    button = reader.page.buttons.over("claim:c2")
    assert button is not None
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.role() == QAccessible.Role.Button
    text = atlas.claims["c2"].text
    assert heard.text(QAccessible.Text.Name) == f"B, textbook: {text} — show what it rests on"
    assert heard.text(QAccessible.Text.Description).startswith("Stated in a textbook")
    assert "Press" in heard.actionInterface().actionNames()
    with qtbot.waitSignal(reader.panel.claim_toggled):
        heard.actionInterface().doAction("Press")
    reader.look()
    assert reader.navigator.scene.opened == ("c2",)
    assert button.accessibleName() == f"B, textbook: {text} — hide what it rests on"


def test_every_button_has_a_name(reader: Reader, atlas: Atlas) -> None:
    for name in ("home", *atlas.entries):
        reader.go(name, *atlas.claims)
        assert all(button.accessibleName() for button in reader.page.buttons.shown())


def test_the_whole_text_can_be_heard_under_the_name_of_the_page(reader: Reader, atlas: Atlas) -> None:
    reader.go("dimple", "c2")
    heard = QAccessible.queryAccessibleInterface(reader.page)
    assert heard.text(QAccessible.Text.Name) == f"Words: {atlas.entries['dimple'].title}"
    words = heard.textInterface()
    text = " ".join(words.text(0, words.characterCount()).split())
    assert text == " ".join(reader.text().split())
    assert atlas.claims["c2"].detail in text


def test_arrows_and_space_scroll_the_page_also_from_a_link(reader: Reader) -> None:
    reader.go("dimple")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        before = reader.page.scrolled()
        reader.press(key)
        assert reader.page.scrolled() > before
        if key == Qt.Key.Key_Space:
            reader.press(key, Qt.KeyboardModifier.ShiftModifier)
            assert reader.page.scrolled() == before == 0
    reader.press(Qt.Key.Key_Home)
    reader.press(Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, PageButton)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        before = reader.page.scrolled()
        reader.press(key)
        assert reader.page.scrolled() > before
        assert button.hasFocus()


def test_a_ring_shows_that_the_page_has_the_keyboard_but_not_after_a_click(reader: Reader) -> None:
    def ringed() -> bool:
        reader.look()
        return reader.panel.grab().toImage().pixelColor(1, 400).name() == LIGHT.focus

    reader.go("dimple")
    reader.page.clearFocus()
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed()
    reader.page.clearFocus()
    assert not ringed()
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    reader.page.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ringed()
