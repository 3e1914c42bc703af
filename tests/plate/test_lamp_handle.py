"""The lamp, moved by mouse, wheel and keyboard, and read by a screen reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimples_gui.navigator import Navigator
from dimples_gui.plate.lamp import STEEPEST, STEP, Lamp
from dimples_gui.plate.lamp_handle import LampHandle
from dimples_gui.theme import DARK, LIGHT

LEFT_BUTTON = Qt.MouseButton.LeftButton


class Room:
    """A handle, connected as the window connects it."""

    def __init__(self) -> None:
        self.navigator = Navigator({})
        self.handle = LampHandle(LIGHT)
        self.handle.lamp_wanted.connect(self.navigator.set_lamp)
        self.navigator.changed.connect(self.handle.show_scene)

    @property
    def lamp(self) -> Lamp:
        """Where the light comes from."""
        return Lamp(*self.navigator.scene.lamp)

    def press(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self.handle, key)


def middle_of(handle: LampHandle) -> QPoint:
    """Where the lamp would be straight before the plate."""
    return QRectF(handle.rect()).center().toPoint()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    """The handle on screen, with the keyboard."""
    room = Room()
    qtbot.addWidget(room.handle)
    room.handle.show()
    qtbot.waitExposed(room.handle)
    room.handle.activateWindow()
    room.handle.setFocus()
    QApplication.processEvents()
    yield room
    room.handle.close()


def test_the_sun_follows_the_pointer_and_the_light_the_sun(room: Room) -> None:
    handle, middle = room.handle, middle_of(room.handle)
    QTest.mousePress(handle, LEFT_BUTTON, pos=handle.sun().toPoint())
    for away in (5, 10, 15):
        QTest.mouseMove(handle, middle + QPoint(away, 0))
        assert room.lamp.azimuth == 0
    assert (handle.sun() - QPointF(middle + QPoint(15, 0))).manhattanLength() < 2
    QTest.mouseMove(handle, middle + QPoint(0, -300))
    QTest.mouseRelease(handle, LEFT_BUTTON, pos=middle)
    assert room.lamp.azimuth == pytest.approx(90, abs=1)
    assert room.lamp.elevation == 12.0
    QTest.mouseMove(handle, middle + QPoint(9, 9))
    assert room.lamp.azimuth == pytest.approx(90, abs=1)  # let go


def test_a_double_click_brings_the_ordinary_light_back(room: Room) -> None:
    QTest.mouseClick(room.handle, LEFT_BUTTON, pos=middle_of(room.handle))
    assert room.lamp != Lamp()
    assert room.lamp.elevation == pytest.approx(STEEPEST, abs=3)
    QTest.mouseDClick(room.handle, LEFT_BUTTON, pos=middle_of(room.handle))
    assert room.lamp == Lamp()


def test_arrows_turn_and_lift_the_lamp_and_home_brings_it_back(room: Room) -> None:
    room.press(Qt.Key.Key_Left)
    assert room.lamp == Lamp().moved(STEP, 0)
    room.press(Qt.Key.Key_Up)
    assert room.lamp == Lamp().moved(STEP, STEP)
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Down)
    assert room.lamp == Lamp()
    room.press(Qt.Key.Key_PageUp)
    assert room.lamp.elevation == Lamp().elevation + 3 * STEP
    room.press(Qt.Key.Key_Home)
    assert room.lamp == Lamp()


def test_the_lamp_goes_no_higher_and_no_lower_than_it_may(room: Room) -> None:
    for _ in range(30):
        room.press(Qt.Key.Key_Up)
    assert room.lamp.elevation == STEEPEST
    for _ in range(30):
        room.press(Qt.Key.Key_Down)
    assert room.lamp.elevation == 12.0


def test_the_wheel_turns_it(room: Room) -> None:
    at = QPointF(middle_of(room.handle))
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(room.handle, wheel)
    assert room.lamp.azimuth == Lamp().azimuth + 15


def test_a_screen_reader_reads_role_name_value_and_words(room: Room) -> None:
    read = QAccessible.queryAccessibleInterface(room.handle)
    assert read.role() == QAccessible.Role.Dial
    assert read.text(QAccessible.Text.Name) == "Lamp"
    assert read.text(QAccessible.Text.Description) == "from the upper left, 35 degrees high"
    assert read.valueInterface().currentValue() == 135
    room.press(Qt.Key.Key_Left)
    assert read.valueInterface().currentValue() == 140
    read.valueInterface().setCurrentValue(270)
    assert room.lamp.azimuth == 270
    assert read.text(QAccessible.Text.Description) == "from below, 35 degrees high"


def test_other_keys_go_on_to_the_window(room: Room) -> None:
    room.press(Qt.Key.Key_A)
    assert room.lamp == Lamp()


def test_whoever_comes_near_is_told_of(room: Room, qtbot: QtBot) -> None:
    at = QPointF(3, 3)
    with qtbot.waitSignal(room.handle.approached):
        QApplication.sendEvent(room.handle, QEnterEvent(at, at, at))
    room.handle.clearFocus()
    with qtbot.waitSignal(room.handle.approached):
        room.handle.setFocus(Qt.FocusReason.TabFocusReason)


def test_it_is_painted_in_every_look_and_where_the_lamp_stands(room: Room) -> None:
    def picture() -> bytes:
        return bytes(room.handle.grab().toImage().constBits())

    seen = {picture()}
    room.press(Qt.Key.Key_Left)
    seen.add(picture())
    room.handle.set_look(DARK)
    seen.add(picture())
    room.handle.set_look(LIGHT._replace(text_scale=2.0))
    assert room.handle.sizeHint().width() > 70
    room.handle.resize(room.handle.sizeHint())
    seen.add(picture())
    assert len(seen) == 4
