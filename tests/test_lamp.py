"""The lamp, the body and its skin, chosen in the window, seen on the plate."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow
from dimples_gui.plate.lamp import Lamp
from dimples_gui.scene import to_link

Start = Callable[..., MainWindow]


def test_the_lamp_follows_its_commands_and_the_plate_the_lamp(window: MainWindow) -> None:
    window.navigator.set_layer("bone")
    window.canvas.settle()
    ordinary = window.canvas.grab().toImage()
    window.actions_by_id["lamp-right"].trigger()
    window.canvas.settle()
    assert not nearly_alike(window.canvas.grab().toImage(), ordinary)
    assert Lamp(*window.navigator.scene.lamp).azimuth == 0
    assert window.lamp.value() == 0
    window.actions_by_id["lamp-turn-right"].trigger()
    window.actions_by_id["lamp-raise"].trigger()
    assert Lamp(*window.navigator.scene.lamp).azimuth == 345
    window.actions_by_id["lamp-reset"].trigger()
    window.canvas.settle()
    assert nearly_alike(window.canvas.grab().toImage(), ordinary)


def test_a_moved_lamp_shows_without_anyone_waiting_for_it(window: MainWindow, qtbot: QtBot) -> None:
    before = window.canvas.grab().toImage()
    QTest.mouseClick(window.lamp, Qt.MouseButton.LeftButton, pos=window.lamp.rect().center() + QPoint(18, 0))
    qtbot.waitUntil(lambda: window.canvas.grab().toImage() != before)


def test_body_and_tone_are_chosen_in_the_menu_and_kept_in_the_link(window: MainWindow, start: Start) -> None:
    actions = window.actions_by_id
    assert actions["body-woman"].isChecked()
    assert actions["tone-medium"].isChecked()
    window.canvas.settle()
    pictures = [window.canvas.grab().toImage()]
    for name in ("body-man", "tone-deep"):
        actions[name].trigger()
        window.canvas.settle()
        pictures.append(window.canvas.grab().toImage())
        assert actions[name].isChecked()
    assert not nearly_alike(pictures[0], pictures[1])
    assert not nearly_alike(pictures[1], pictures[2])
    again = start(link=to_link(window.navigator.scene))
    again.canvas.settle()
    for at in ((0.5, 0.35), (0.3, 0.4), (0.7, 0.5)):  # one window may be a pixel higher than the other
        ours, theirs = pixel(pictures[2], *at), pixel(again.canvas.grab().toImage(), *at)
        assert max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) <= 15
    assert again.actions_by_id["body-man"].isChecked()


def test_the_lamp_stays_while_layers_mix_and_the_view_moves(window: MainWindow) -> None:
    window.navigator.set_lamp(20.0, 25.0)
    window.navigator.set_depth(2.5)
    for zoom, x in ((0.0, 0.0), (2.0, 30.0), (2.0, 34.0)):
        window.navigator.set_view(zoom, x, 0.0)
        window.canvas.settle()
        moved = window.canvas.grab().toImage()
        window.canvas._still.forget()
        window.canvas.update()
        assert nearly_alike(window.canvas.grab().toImage(), moved)


def test_layers_mixed_under_a_moving_lamp_look_as_they_do_when_it_stands_still(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.navigator.set_depth(2.5)
    seen = window.canvas.grab().toImage()
    for azimuth in (20.0, 60.0, 100.0):
        before = seen
        window.navigator.set_lamp(azimuth, 30.0)
        qtbot.waitUntil(lambda: not nearly_alike(window.canvas.grab().toImage(), before))  # noqa: B023  # at once
        seen = window.canvas.grab().toImage()
    window.canvas._still.forget()
    window.canvas.update()
    again = window.canvas.grab().toImage()
    assert again != seen  # each layer in its own turn is rounded otherwise
    assert unlike(again, seen) < 0.08  # ink of either layer is laid over both
    assert unlike(again, seen, 160) == 0


def pixel(image: QImage, across: float, down: float) -> tuple[int, int, int]:
    """Red, green, blue at a place given as shares of width and height."""
    colour = image.pixelColor(round(image.width() * across), round(image.height() * down))
    return colour.red(), colour.green(), colour.blue()


def nearly_alike(one: QImage, other: QImage) -> bool:
    """Whether no pixel of a coarse grid differs by more than rounding: ink laid on at once or in its own turn."""
    return unlike(one, other) == 0


def unlike(one: QImage, other: QImage, at_most: int = 12) -> float:
    """The share of a coarse grid's pixels that differ by more than so many steps, red and green together."""
    points = [(x, y) for x in range(0, one.width(), 9) for y in range(0, one.height(), 9)]
    colours = [(one.pixelColor(*point), other.pixelColor(*point)) for point in points]
    apart = [abs(ours.red() - theirs.red()) + abs(ours.green() - theirs.green()) for ours, theirs in colours]
    return sum(step > at_most for step in apart) / len(points)
