"""The switch of the nerves in the window: key, menu, undo, link, list, probe, and what opens one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from dimples_gui.main_window import MainWindow
from dimples_gui.plate.tools import Tools
from dimples_gui.scene import Scene, from_link, to_link

Start = Callable[..., MainWindow]
NERVE = "superior-cluneal-nerves"


def listed(window: MainWindow) -> set[str]:
    """The entries in the list beside the plate."""
    rows = window.hotspot_list.focusProxy()
    model = rows.model()  # type: ignore[union-attr]  # a list has one
    return {str(model.index(at, 0).data(Qt.ItemDataRole.UserRole)) for at in range(model.rowCount())}


def shown(window: MainWindow) -> bool:
    """Whether the nerves are."""
    return window.navigator.scene.nerves


def test_a_key_switches_the_nerves_off_and_it_can_be_taken_back(window: MainWindow) -> None:
    window.navigator.set_layer("fat")
    window.canvas.setFocus()
    assert window.actions_by_id["nerves"].isChecked()
    QTest.keyClick(window.canvas, Qt.Key.Key_N)
    assert "nerves=0" in to_link(window.navigator.scene)
    assert not window.actions_by_id["nerves"].isChecked()
    assert NERVE not in listed(window)
    window.actions_by_id["undo"].trigger()
    assert "nerves" not in to_link(window.navigator.scene)
    assert window.actions_by_id["nerves"].isChecked()
    assert NERVE in listed(window)


def test_the_link_and_the_next_visit_know_of_it(window: MainWindow, start: Start) -> None:
    assert "nerves" not in to_link(window.navigator.scene)
    window.navigator.set_layer("muscle")
    window.actions_by_id["nerves"].trigger()
    link = to_link(window.navigator.scene)
    assert "nerves=0" in link
    assert from_link("dimples:psis?nerves=1") == from_link("dimples:psis")
    assert not start(link=link).navigator.scene.nerves
    assert from_link(to_link(Scene(nerves=False))) == Scene(nerves=False)


def test_who_opens_a_nerve_sees_it(window: MainWindow) -> None:
    window.navigator.set_layer("fat")
    window.navigator.show_nerves(shown=False)
    window.navigator.go_to_entry("psis")
    assert not shown(window)
    window.navigator.go_to_entry(NERVE)
    assert shown(window)
    window.actions_by_id["nerves"].trigger()  # and may switch it off all the same
    assert not shown(window)
    window.actions_by_id["reveal"].trigger()
    assert shown(window)
    assert window.canvas.point_of(NERVE) is not None
    window.navigator.go_to_entry("psis")
    window.actions_by_id["nerves"].trigger()
    window.navigator.back()
    assert window.navigator.scene.name == NERVE
    assert shown(window)


def test_the_probe_leaves_out_what_is_switched_off(window: MainWindow) -> None:
    window.navigator.set_layer("fat")
    window.canvas.settle()
    point = window.canvas.point_of(NERVE)
    assert point is not None
    window.actions_by_id["probe"].trigger()
    probe = window.canvas.findChild(Tools).probe  # type: ignore[union-attr]  # they are there by now
    QTest.mouseClick(probe, Qt.MouseButton.LeftButton, pos=QPoint(round(point.x()), round(point.y())))
    assert "cluneal" in probe.list.words()
    window.navigator.show_nerves(shown=False)
    assert "cluneal" not in probe.list.words()
