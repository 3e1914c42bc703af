"""Finding words on the page."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import delete

from dimples_gui.overlay import FocusRing
from dimples_gui.panels.find_bar import FindBar, hits_in
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look
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


def colours_around(button: QWidget, bar: QWidget) -> set[str]:
    """The colours of a line through a button, from just beside it."""
    image = bar.grab().toImage()
    middle = QRect(button.mapTo(bar, QPoint()), button.size()).center()
    left = middle.x() - button.width() // 2
    return {image.pixelColor(x, middle.y()).name() for x in range(left - 2, left + 3)}


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
def test_a_ring_goes_with_the_keyboard_from_button_to_button(reader: Reader, look: Look) -> None:
    reader.go("dimple")
    reader.panel.set_look(look)
    bar = look_for(reader, "dimple")
    buttons = (bar.previous_button, bar.next_button, bar.close_button)
    assert not any(look.focus in colours_around(button, bar) for button in buttons)
    for button in buttons:
        reader.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button
        assert [look.focus in colours_around(other, bar) for other in buttons] == [b is button for b in buttons]


def test_the_ring_stays_around_its_button_when_the_bar_is_resized_and_goes_with_the_bar(reader: Reader) -> None:
    reader.go("dimple")
    bar = look_for(reader, "dimple")
    bar.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = bar.findChild(FocusRing)
    assert ring is not None
    reader.panel.resize(600, 500)
    reader.look()
    assert ring.geometry().center() == bar.close_button.geometry().center()
    reader.press(Qt.Key.Key_Escape)
    assert not ring.isVisible()


def test_a_window_with_a_ring_of_its_own_leaves_the_bar_to_the_bars(reader: Reader) -> None:
    ring = FocusRing(reader.panel, LIGHT)
    reader.go("dimple")
    bar = look_for(reader, "dimple")
    bar.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isHidden()


def test_a_button_that_goes_while_it_has_the_keyboard_takes_no_ring_along(reader: Reader) -> None:
    ring = FocusRing(reader.panel, LIGHT)
    button, other = QPushButton(reader.panel), QPushButton(reader.panel)
    other.move(60, 60)
    for each in (button, other):
        each.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring.isHidden()
    delete(button)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.geometry().center() == other.geometry().center()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("dimple's", "dimple’s"),
        ("'so'", "‘so’"),
        ('"so"', "“so”"),
        ("2-3", "2–3"),
        ("so - or", "so — or"),
        ("4 cm", "4\u00a0cm"),
        ("4 cm", "4\u202fcm"),
        ("(a.b", "(A.B"),
        ("ÉTÉ", "été"),
    ],
)
def test_signs_of_the_keyboard_find_those_of_print_and_the_reverse(typed: str, printed: str) -> None:
    for wanted, there in ((typed, printed), (printed, typed)):
        page = QTextDocument(f"\U0001f600 before {there} after\nand {there}")
        assert [hit.selectedText().replace("\u00a0", " ") for hit in hits_in(page, wanted)] == [
            there.replace("\u00a0", " ")
        ] * 2
    assert hits_in(QTextDocument("axb"), "a.b") == []
    assert hits_in(QTextDocument("a b"), " ") == []


def test_an_apostrophe_as_typed_is_found_on_the_page(reader: Reader) -> None:
    reader.go("psis")
    look_for(reader, "bone's")
    assert set(marked(reader)) == {"bone’s"}


def test_a_screen_reader_hears_which_place_it_is_and_that_there_is_none(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    reader.go("dimple")
    bar = look_for(reader, "dimpl")
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    count = len(marked(reader))
    reader.press(Qt.Key.Key_Return)
    reader.press(Qt.Key.Key_X)
    assert heard == [f"2 of {count}", "Not on this page"]
    bar.field.clear()
    assert len(heard) == 2
