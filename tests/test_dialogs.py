"""The boxes that ask and tell: nothing in them is cut, whatever the size of the text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from dimples_gui.errors import KeepError
from dimples_gui.main_window import MainWindow
from dimples_gui.saving import keep
from tests.conftest import Start


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


@pytest.fixture
def pictured() -> Iterator[None]:
    """A desktop that wants pictures on the buttons of dialogs, as most do; the one without a screen wants none."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 1 }")
    close = QDialogButtonBox.StandardButton.Close
    assert not QDialogButtonBox(close).button(close).icon().isNull()
    yield
    app.setStyleSheet("")


def pictures_on(dialog: QDialog) -> list[str]:
    buttons = dialog.findChildren(QPushButton)
    assert buttons
    return [button.text() for button in buttons if not button.icon().isNull()]


@pytest.mark.parametrize("command", ["keys", "about", "kept", "take-away", "take-sheet"])
@pytest.mark.usefixtures("pictured")
def test_buttons_of_dialogs_say_it_in_words_alone(window: MainWindow, qtbot: QtBot, command: str) -> None:
    assert pictures_on(dialog_of(window, command, qtbot)) == []


@pytest.mark.usefixtures("pictured")
def test_so_do_boxes_that_ask_and_warn(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[type[QDialog], list[str]]] = []
    for kind in (QMessageBox, QInputDialog):
        monkeypatch.setattr(kind, "exec", lambda dialog: shown.append((type(dialog), pictures_on(dialog))))

    def fail() -> None:
        raise KeepError("No room.")

    window.actions_by_id["open-link"].trigger()
    window.ask_and_open("https://example.org")
    keep(window, Path("x.pdf"), fail)
    assert shown == [(QInputDialog, []), (QMessageBox, []), (QMessageBox, [])]


def test_a_link_that_is_typed_is_gone_to(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def type_in(dialog: QInputDialog) -> bool:
        assert dialog.textValue() == "dimples:"
        dialog.setTextValue(" dimples:psis ")
        return True

    monkeypatch.setattr(QInputDialog, "exec", type_in)
    window.actions_by_id["open-link"].trigger()
    assert window.navigator.scene.name == "psis"
