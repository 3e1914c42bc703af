"""The boxes that ask and tell: nothing in them is cut, whatever the size of the text."""

import pytest
from conftest import Start
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea, QTableWidget
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow


def dialog_of(window: MainWindow, command: str, qtbot: QtBot) -> QDialog:
    window.actions_by_id[command].trigger()
    dialog = window.findChildren(QDialog)[-1]
    qtbot.waitExposed(dialog)
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("text_size", [100, 200, 300])
def test_no_command_is_cut_in_the_list_of_keys(start: Start, qtbot: QtBot, text_size: int) -> None:
    table = dialog_of(start(text_size=text_size), "keys", qtbot).findChild(QTableWidget)
    assert table is not None
    for row in range(table.rowCount()):
        cell = table.visualItemRect(item) if (item := table.item(row, 0)) else QRect()
        words = table.fontMetrics().boundingRect(cell, Qt.TextFlag.TextWordWrap, item.text() if item else "")
        assert words.height() <= cell.height(), item.text() if item else row


def test_the_list_of_keys_opens_as_wide_as_its_lines(start: Start, qtbot: QtBot) -> None:
    table = dialog_of(start(text_size=130), "keys", qtbot).findChild(QTableWidget)
    assert table is not None
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    assert len({table.rowHeight(row) for row in range(table.rowCount())}) == 1  # line, each
    assert not table.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("text_size", [100, 300])
def test_what_the_program_is_can_be_read_to_the_end(start: Start, qtbot: QtBot, text_size: int) -> None:
    dialog = dialog_of(start(text_size=text_size), "about", qtbot)
    (text,) = dialog.findChildren(QLabel)
    assert text.height() >= text.heightForWidth(text.width())
    assert dialog.findChildren(QScrollArea)
