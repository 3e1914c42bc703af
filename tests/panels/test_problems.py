"""The bar that tells of problems in the content."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Problem, Where
from dimples_gui.panels.problems import ProblemsBar
from dimples_gui.theme import LIGHT

THREE = tuple(Problem(Where("content/en/claims.yaml", line), f"fault {line}") for line in (3, 7, 9))


@pytest.fixture
def bar(qtbot: QtBot) -> ProblemsBar:
    bar = ProblemsBar()
    qtbot.addWidget(bar)
    bar.set_look(LIGHT)
    return bar


def test_it_is_not_there_without_problems_and_counts_them_otherwise(bar: ProblemsBar) -> None:
    bar.show_problems(())
    assert bar.isHidden()
    bar.show_problems(THREE[:1])
    assert bar.isVisible()
    assert bar.label.text() == "1 problem in the content"
    bar.show_problems(THREE)
    assert bar.label.text() == "3 problems in the content"
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_show_lists_file_line_and_fault_and_copies_them(bar: ProblemsBar) -> None:
    bar.show_problems(THREE)
    QTest.mouseClick(bar.show_button, Qt.MouseButton.LeftButton)
    assert bar.list is not None
    assert bar.list.isVisible()
    assert not bar.list.isModal()
    lines = bar.list.lines.toPlainText().splitlines()
    assert lines[1] == "content/en/claims.yaml:7: fault 7"
    bar.list.copy_button.click()
    assert QGuiApplication.clipboard().text().splitlines() == lines


def test_an_open_list_follows_new_problems(bar: ProblemsBar) -> None:
    bar.show_problems(THREE)
    bar.open_list()
    assert bar.list is not None
    bar.show_problems(THREE[:2])
    assert len(bar.list.lines.toPlainText().splitlines()) == 2


def test_a_ring_shows_which_button_has_the_keyboard(bar: ProblemsBar, qtbot: QtBot) -> None:
    bar.show_problems(THREE)
    qtbot.waitExposed(bar)
    bar.activateWindow()
    for button in (bar.show_button, bar.close_button):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(button.hasFocus)
        image, middle = bar.grab().toImage(), button.geometry().center().y()
        around = {image.pixelColor(button.x() + x, middle).name() for x in range(-3, 5)}
        assert LIGHT.focus in around
