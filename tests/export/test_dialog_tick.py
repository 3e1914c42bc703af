"""The ticks of the dialogs."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.export.dialog_tick import DialogTick
from dimples_gui.theme import LIGHT

WORDS = "How many back dimples have you made? How many did you have to mend?"


def dialog_with(qtbot: QtBot, tick: DialogTick) -> QWidget:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(tick)
    dialog.show()
    return dialog


def test_long_words_go_on_in_another_line(qtbot: QtBot) -> None:
    tick = DialogTick(WORDS, LIGHT, ticked=False)
    kept = dialog_with(qtbot, tick)
    line = kept.fontMetrics().height()
    assert tick.heightForWidth(250) >= tick.heightForWidth(2000) + line


def test_its_letter_and_a_click_on_its_words_tick_it(qtbot: QtBot) -> None:
    tick = DialogTick("Write &names", LIGHT, ticked=False)
    dialog = dialog_with(qtbot, tick)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() // 2, tick.height() // 2))
    assert tick.isChecked()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not tick.isChecked())  # Qt shows it pressed for a moment
