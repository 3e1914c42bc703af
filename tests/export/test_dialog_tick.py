"""The ticks of the dialogs."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.export.dialog_tick import DialogTick
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look

WORDS = "How many back dimples have you made? How many did you have to mend?"


def dialog_with(qtbot: QtBot, tick: DialogTick, points: float = 10.0) -> QWidget:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    font = dialog.font()
    font.setPointSizeF(points)
    dialog.setFont(font)
    QVBoxLayout(dialog).addWidget(tick)
    dialog.show()
    return dialog


def filled(tick: DialogTick, look: Look) -> int:
    """How many pixels have the colour of a box that is ticked."""
    picture = tick.grab().toImage()
    chosen = QColor(look.chosen).rgb()
    return sum(picture.pixel(x, y) == chosen for x in range(picture.width()) for y in range(picture.height()))


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST])
def test_the_box_grows_with_the_letters_of_the_dialog_and_has_the_look_s_colours(qtbot: QtBot, look: Look) -> None:
    small, large = (DialogTick("Write names", look, ticked=True) for _ in range(2))
    kept = dialog_with(qtbot, small), dialog_with(qtbot, large, 20.0)
    assert all(kept)
    assert filled(small, look) > 30
    assert filled(large, look) > 3 * filled(small, look)


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
