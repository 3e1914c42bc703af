"""Finding words on the page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dimples_gui.panels.find_bar import FindBar
from dimples_gui.theme import DARK, LIGHT
from tests.panels.conftest import Reader


def look_for(reader: Reader, words: str) -> FindBar:
    reader.panel.find()
    assert reader.panel.bar is not None
    QTest.keyClicks(reader.panel.bar.field, words)
    reader.look()
    return reader.panel.bar


def marked(reader: Reader) -> list[str]:
    return [selection.cursor.selectedText() for selection in reader.page.extraSelections()]


def test_every_place_is_marked_and_counted_whatever_its_case(reader: Reader) -> None:
    reader.go("dimple")
    bar = look_for(reader, "DIMPLE")
    count = reader.text().lower().count("dimple")
    assert count > 5
    assert bar.count.text() == f"1 of {count}"
    assert {found.lower() for found in marked(reader)} == {"dimple"}
    assert len(marked(reader)) == count


def test_enter_goes_on_and_round_and_shift_enter_back(reader: Reader) -> None:
    reader.go("dimple")
    bar = look_for(reader, "dimple")
    count = len(marked(reader))
    reader.press(Qt.Key.Key_Return)
    assert bar.count.text() == f"2 of {count}"
    reader.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    reader.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == f"{count} of {count}"
    assert reader.page.scrolled() > 0
    bar.next_button.click()
    assert bar.count.text() == f"1 of {count}"
    reader.panel.find_previous()
    assert bar.count.text() == f"{count} of {count}"


def test_each_place_that_is_gone_to_is_in_view(reader: Reader) -> None:
    reader.go("dimple")
    look_for(reader, "the")
    for _ in marked(reader):
        current = next(s for s in reader.page.extraSelections() if s.format.fontUnderline())
        assert reader.page.viewport().rect().contains(reader.page.cursorRect(current.cursor))
        reader.panel.find_next()


def test_words_that_are_not_there_are_told_in_words(reader: Reader) -> None:
    bar = look_for(reader, "kidney")
    assert bar.count.text() == "Not on this page"
    assert bar.field.accessibleDescription() == "Not on this page"
    assert not bar.next_button.isEnabled()
    assert marked(reader) == []


def test_the_words_of_a_badge_are_found_though_its_spaces_do_not_break(reader: Reader) -> None:
    reader.go("dimple")
    look_for(reader, "b textbook")
    assert marked(reader)


def test_escape_closes_the_bar_and_gives_the_keyboard_back(reader: Reader) -> None:
    reader.go("dimple")
    button = reader.page.buttons.over("claim:c2")
    assert button is not None
    button.setFocus()
    bar = look_for(reader, "dimple")
    assert bar.field.hasFocus()
    reader.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert marked(reader) == []
    assert QApplication.focusWidget() is button


def test_another_page_is_searched_at_once_for_the_same_words(reader: Reader) -> None:
    reader.go("dimple")
    bar = look_for(reader, "dimple")
    before = len(marked(reader))
    reader.go("tether")
    count = reader.text().lower().count("dimple")
    assert count != before
    assert bar.count.text() == f"1 of {count}"
    reader.panel.set_look(DARK)
    colours = {selection.format.background().color().name() for selection in reader.page.extraSelections()}
    assert colours <= {DARK.found, DARK.focus}
    assert len(marked(reader)) == count


def test_words_selected_on_the_page_are_looked_for(reader: Reader) -> None:
    reader.go("dimple")
    cursor = reader.page.document().find("fossae lumbales")
    reader.page.setTextCursor(cursor)
    reader.panel.find()
    assert reader.panel.bar is not None
    assert reader.panel.bar.field.text() == "Fossae lumbales"
    assert LIGHT.found in {s.format.background().color().name() for s in reader.page.extraSelections()}


def test_find_next_without_a_bar_opens_it(reader: Reader) -> None:
    reader.panel.find_next()
    assert reader.panel.bar is not None
    assert reader.panel.bar.isVisible()
    assert reader.panel.bar.field.hasFocus()
