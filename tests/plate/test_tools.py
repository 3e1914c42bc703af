"""The tools over the plate as a person uses them: lens, probe, ruler, isolating."""

from math import isclose

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.links import LAMP
from dimples_gui.body.build import DEFAULT
from dimples_gui.main_window import MainWindow
from dimples_gui.plate.hotspot_buttons import HotspotButton
from dimples_gui.plate.stack import Stack
from dimples_gui.plate.tools import Tools
from dimples_gui.scene import to_link
from dimples_gui.tool_commands import tools_of

LEFT = Qt.MouseButton.LeftButton
SPINE = (45.0, 0.0)


@pytest.fixture
def tools(window: MainWindow) -> Tools:
    window.activateWindow()
    window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    return tools_of(window)


def pixel(window: MainWindow, x: float, y: float) -> QPoint:
    return QPointF(*window.canvas.sight_of("skin").view.to_px(x, y)).toPoint()


def picture(window: MainWindow) -> QImage:
    return window.canvas.grab().toImage()


def near(image: QImage, at: QPoint, other: QImage, radius: int) -> int:
    """How many pixels of a square around a point differ between two pictures."""
    square = [(at.x() + x, at.y() + y) for x in range(-radius, radius, 3) for y in range(-radius, radius, 3)]
    return sum(image.pixel(*spot) != other.pixel(*spot) for spot in square)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


# --- the lens -----------------------------------------------------------------------------------------------------


def test_while_x_is_held_a_lens_at_the_pointer_shows_the_next_layer_and_is_gone_after(
    window: MainWindow, tools: Tools
) -> None:
    here, far = pixel(window, *SPINE), pixel(window, -110, -20)
    QTest.mouseMove(window.canvas, here)
    QApplication.sendEvent(window.canvas, QEvent(QEvent.Type.Leave))
    QTest.mouseMove(window.canvas, pixel(window, 60, 20))
    before = picture(window)
    QTest.keyPress(window.canvas, Qt.Key.Key_X)
    QTest.mouseMove(tools.lens, here)
    assert tools.lens.words().startswith("fat")
    held = picture(window)
    assert near(before, here, held, 40) > 500
    assert near(before, far, held, 20) == 0
    QTest.keyRelease(window.canvas, Qt.Key.Key_X)
    assert tools.in_use == ""
    assert near(before, pixel(window, 45, -20), picture(window), 15) == 0


def test_in_the_lens_the_deeper_layer_looks_as_it_does_when_it_is_in_view(window: MainWindow, tools: Tools) -> None:
    window.navigator.set_layer("ligament")
    spot = pixel(window, 95, 30)
    QTest.keyPress(window.canvas, Qt.Key.Key_X)
    QTest.mouseMove(tools.lens, spot + QPoint(0, 40))
    through = picture(window)
    QTest.keyRelease(window.canvas, Qt.Key.Key_X)
    window.navigator.set_layer("bone")
    QApplication.sendEvent(window.canvas, QEvent(QEvent.Type.Leave))
    assert near(through, spot, picture(window), 12) == 0


def test_a_key_that_repeats_itself_does_not_let_the_lens_go(window: MainWindow, tools: Tools) -> None:
    from PySide6.QtGui import QKeyEvent

    QTest.keyPress(window.canvas, Qt.Key.Key_X)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        again = QKeyEvent(kind, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x", autorep=True)
        QApplication.sendEvent(window.canvas, again)
        assert tools.in_use == "lens"
    QApplication.sendEvent(window.canvas, QEvent(QEvent.Type.WindowDeactivate))
    assert tools.in_use == ""


def test_for_the_keyboard_the_lens_is_held_around_the_focused_hotspot_and_travels_with_it(
    window: MainWindow, tools: Tools
) -> None:
    press(Qt.Key.Key_Home)
    first = QApplication.focusWidget()
    assert isinstance(first, HotspotButton)
    QTest.keyPress(first, Qt.Key.Key_X)
    assert tools.lens._at == QPointF(first.geometry().center())
    QTest.keyClick(first, Qt.Key.Key_End)
    second = QApplication.focusWidget()
    assert isinstance(second, HotspotButton)
    assert second is not first
    assert tools.lens._at == QPointF(second.geometry().center())
    QTest.keyRelease(second, Qt.Key.Key_X)
    assert tools.in_use == ""


def test_a_click_through_the_lens_opens_what_is_in_its_middle(window: MainWindow, tools: Tools) -> None:
    window.navigator.set_layer("ligament")
    QTest.keyPress(window.canvas, Qt.Key.Key_X)
    QTest.mouseMove(tools.lens, pixel(window, 0, 60))
    assert "lumbar vertebra" in tools.lens.words()
    QTest.mouseClick(tools.lens, LEFT, pos=pixel(window, 0, 60))
    assert window.navigator.scene.name in {"l2", "l3", "l4"}
    assert window.navigator.scene.layer == "bone"


def test_chosen_from_the_menu_the_lens_stays_until_esc(window: MainWindow, tools: Tools) -> None:
    lens = window.actions_by_id["lens"]
    lens.trigger()
    assert tools.in_use == "lens"
    assert lens.isChecked()
    press(Qt.Key.Key_Escape)
    assert tools.in_use == ""
    assert not lens.isChecked()


def test_over_the_bone_the_lens_says_that_nothing_is_deeper(window: MainWindow, tools: Tools) -> None:
    window.navigator.set_layer("bone")
    tools.toggle("lens")
    assert "nothing deeper" in tools.lens.words()


# --- the probe ----------------------------------------------------------------------------------------------------


def test_over_the_spine_the_stack_runs_from_the_skin_to_the_bone_with_the_fat_in_millimetres(
    window: MainWindow,
) -> None:
    found = Stack(window.atlas).under(*SPINE, DEFAULT)
    layers = [thing.layer for thing in found]
    assert layers == sorted(layers, key=("skin", "fat", "muscle", "ligament", "bone").index)
    assert [found[0].entry, found[-2].entry] == ["dimple", "psis"]
    assert "tether" in [thing.entry for thing in found]
    fat = next(thing for thing in found if thing.layer == "fat")
    assert fat.thick_mm is not None
    assert 0.5 < fat.thick_mm < 4
    beside = next(thing for thing in Stack(window.atlas).under(100, 20, DEFAULT) if thing.layer == "fat")
    assert beside.thick_mm is not None
    assert beside.thick_mm > 2 * fat.thick_mm


def test_beside_the_body_there_is_nothing(window: MainWindow, tools: Tools) -> None:
    assert Stack(window.atlas).under(-165, 180, DEFAULT) == ()
    tools.toggle("probe")
    QTest.mouseClick(tools.probe, LEFT, pos=pixel(window, -165, 180))
    assert tools.probe.list.words() == "Nothing is drawn here."


def test_a_click_with_the_probe_lists_what_lies_there_and_a_row_opens_its_entry_on_its_layer(
    window: MainWindow, tools: Tools, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_P)
    assert tools.in_use == "probe"
    QTest.mouseClick(tools.probe, LEFT, pos=pixel(window, *SPINE))
    rows = tools.probe.list.rows
    texts = [rows.item(row).text() for row in range(rows.count())]
    assert texts[0].startswith("1. ")
    assert any("mm, illustrative" in text for text in texts)
    at = next(row for row, text in enumerate(texts) if text.endswith("PSIS · bone"))
    rows.scrollToItem(rows.item(at))
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(at)).center())
    assert (window.navigator.scene.name, window.navigator.scene.layer) == ("psis", "bone")
    assert tools.in_use == "probe"


def test_by_keyboard_the_crosshair_asks_as_it_moves_enter_goes_into_the_list_and_esc_out_again(
    window: MainWindow, tools: Tools
) -> None:
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    scale = window.canvas.sight_of("skin").view.scale
    assert isclose(tools.probe.point[0] * scale, 11, abs_tol=0.5)
    assert "Sacrum" in tools.probe.accessibleDescription()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is tools.probe.list.rows
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    assert (window.navigator.scene.name, window.navigator.scene.layer) == ("sacrum", "bone")
    tools.probe.list.setFocus()
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is tools.probe
    press(Qt.Key.Key_Escape)
    assert tools.in_use == ""
    assert QApplication.focusWidget() is window.canvas


def test_letters_that_mean_layers_still_do_while_the_probe_is_out(window: MainWindow, tools: Tools) -> None:
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_4)
    assert window.navigator.scene.layer == "ligament"
    press(Qt.Key.Key_P)
    assert tools.in_use == ""


def test_the_context_menu_asks_what_lies_there(window: MainWindow, tools: Tools) -> None:
    at = pixel(window, *SPINE)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(window.canvas, QContextMenuEvent(reason, at, window.canvas.mapToGlobal(at)))
    menu = next(menu for menu in window.canvas.findChildren(QMenu) if menu.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert tools.in_use == "probe"
    assert "PSIS" in tools.probe.list.words()


def test_the_list_stays_in_the_plate_and_off_the_point_in_every_size_of_text(window: MainWindow, tools: Tools) -> None:
    tools.toggle("probe")
    for percent in (100, 200, 300):
        window.appearance.set_text_percent(percent)
        QApplication.processEvents()
        for x, y in (SPINE, (-45, 0), (0, 150), (0, -60)):
            at = pixel(window, x, y)
            QTest.mouseClick(tools.probe, LEFT, pos=at) if not tools.probe.list.geometry().contains(at) else (
                tools.probe.ask((x, y))
            )
            assert window.canvas.rect().contains(tools.probe.list.geometry())
            assert not tools.probe.list.geometry().contains(at)


# --- the ruler ----------------------------------------------------------------------------------------------------


def drag(tools: Tools, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(tools.ruler, LEFT, pos=start)
    QTest.mouseMove(tools.ruler, (start + end) / 2)
    QTest.mouseMove(tools.ruler, end)
    QTest.mouseRelease(tools.ruler, LEFT, pos=end)


def test_a_drag_measures_millimetres_that_stay_true_when_the_view_changes(window: MainWindow, tools: Tools) -> None:
    press(Qt.Key.Key_M)
    drag(tools, pixel(window, -45, 0), pixel(window, 45, 0))
    length = tools.ruler.length_mm
    assert length is not None
    assert isclose(length, 90, abs_tol=0.6)
    assert tools.ruler.words() == f"{round(length)} mm"
    window.navigator.set_view(3.0, 20.0, 10.0)
    assert tools.ruler.length_mm == length
    assert "not a person" in tools.ruler.note()
    press(Qt.Key.Key_Escape)
    assert tools.in_use == ""


def test_two_clicks_measure_too(window: MainWindow, tools: Tools) -> None:
    tools.toggle("ruler")
    for x in (0, 30):
        QTest.mouseClick(tools.ruler, LEFT, pos=pixel(window, x, 0))
    QTest.mouseMove(tools.ruler, pixel(window, 100, 0))
    assert isclose(tools.ruler.length_mm or 0, 30, abs_tol=0.6)


def test_by_keyboard_enter_sets_one_end_and_then_the_other(window: MainWindow, tools: Tools) -> None:
    press(Qt.Key.Key_M)
    press(Qt.Key.Key_Return)
    for _ in range(4):
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right)
    scale = window.canvas.sight_of("skin").view.scale
    assert isclose(tools.ruler.length_mm or 0, 40 / scale, rel_tol=1e-6)
    assert tools.ruler.words() in tools.ruler.accessibleDescription()


def test_the_crosshair_takes_the_view_along_when_it_would_leave_it(window: MainWindow, tools: Tools) -> None:
    window.navigator.set_view(6.0, 0.0, 0.0)
    tools.toggle("ruler")
    for _ in range(60):
        press(Qt.Key.Key_Up)
    box = window.canvas.sight_of("skin").view.box()
    assert box[1] < tools.ruler.point[1] < box[3]
    assert window.navigator.scene.y > 5


def test_while_a_tool_is_out_the_wheel_still_zooms_and_one_tool_puts_away_another(
    window: MainWindow, tools: Tools
) -> None:
    tools.toggle("ruler")
    handle = window.windowHandle()
    assert handle is not None
    at = tools.ruler.mapTo(window, pixel(window, 0, 0))
    QTest.wheelEvent(handle, QPointF(at), QPoint(0, 240))
    assert window.navigator.scene.zoom > 0
    window.actions_by_id["probe"].trigger()
    assert tools.in_use == "probe"
    assert not window.actions_by_id["ruler"].isChecked()


# --- isolating ----------------------------------------------------------------------------------------------------


def test_i_dims_all_but_what_is_open_and_esc_brings_the_rest_back(window: MainWindow, tools: Tools) -> None:
    window.navigator.set_layer("bone")
    window.navigator.go_to_entry("sacrum")
    window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.processEvents()
    before = picture(window)
    press(Qt.Key.Key_I)
    assert window.actions_by_id["isolate"].isChecked()
    assert "isolated=1" in to_link(window.navigator.scene)
    after = picture(window)
    hip, sacrum = pixel(window, 90, 20), pixel(window, 14, -32)
    assert after.pixelColor(hip).lightness() > before.pixelColor(hip).lightness()
    assert near(before, hip, after, 9) == 36
    assert abs(after.pixelColor(sacrum).red() - before.pixelColor(sacrum).red()) < 40
    press(Qt.Key.Key_Escape)
    assert not window.navigator.scene.isolated
    assert near(before, hip, picture(window), 9) == 0


def test_only_what_is_on_the_layer_as_a_structure_can_be_isolated(window: MainWindow, tools: Tools) -> None:
    isolate = window.actions_by_id["isolate"]
    assert not isolate.isEnabled()
    window.navigator.go_to_entry("heredity")
    assert not isolate.isEnabled()
    window.navigator.go_to_entry("psis")
    assert isolate.isEnabled()
    isolate.trigger()
    window.actions_by_id["home"].trigger()
    assert not window.navigator.scene.isolated


# --- taking back --------------------------------------------------------------------------------------------------


def test_one_drag_of_the_slider_and_one_of_the_lamp_are_each_taken_back_at_once(
    window: MainWindow, tools: Tools
) -> None:
    undo, redo = window.actions_by_id["undo"], window.actions_by_id["redo"]
    assert not undo.isEnabled()
    slider = window.depth_strip.focusProxy()
    assert slider is not None
    QTest.mousePress(slider, LEFT, pos=QPoint(22, 40))
    for y in range(40, slider.height() - 30, 9):
        QTest.mouseMove(slider, QPoint(22, y))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(22, slider.height() - 30))
    deep = window.navigator.scene.depth
    assert deep > 2
    QTest.mousePress(window.lamp, LEFT, pos=QPoint(30, 8))
    for x in range(30, 44):
        QTest.mouseMove(window.lamp, QPoint(x, 12))
    QTest.mouseRelease(window.lamp, LEFT, pos=QPoint(43, 12))
    lamp = window.navigator.scene.lamp
    assert lamp != LAMP
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (window.navigator.scene.lamp, window.navigator.scene.depth) == (LAMP, deep)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.navigator.scene.depth == 0
    assert not undo.isEnabled()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    redo.trigger()
    assert (window.navigator.scene.lamp, window.navigator.scene.depth) == (lamp, deep)
    assert not redo.isEnabled()
