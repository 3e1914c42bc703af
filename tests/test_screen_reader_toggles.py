"""What a screen reader calls “Toggle” does what a click does: Qt changes the mark alone then."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from dimples_gui.main_window import MainWindow
from dimples_gui.panels.whatif import WhatIfPanel
from dimples_gui.scene import BOTH, from_link
from dimples_gui.tool_commands import tools_of

WHAT_IF = "dimples:whatif?compared=0,0.4,0.45,0.7,0"


def toggle(widget: QObject) -> None:
    QAccessible.queryAccessibleInterface(widget).actionInterface().doAction("Toggle")
    QApplication.processEvents()


@pytest.fixture
def panel(window: MainWindow) -> WhatIfPanel:
    window.navigator.show(from_link(WHAT_IF))
    QApplication.processEvents()
    panel = window.findChild(WhatIfPanel)
    assert panel is not None
    return panel


def tool_of(window: MainWindow, name: str) -> QWidget:
    tool = window.toolbar.widgetForAction(window.actions_by_id[name])
    assert isinstance(tool, QToolButton)
    return tool


def test_an_explanation_is_chosen_and_stays_chosen(panel: WhatIfPanel, window: MainWindow) -> None:
    toggle(panel.choice.buttons["filled-in"])
    assert window.navigator.scene.explanation == "filled-in"
    toggle(panel.choice.buttons["filled-in"])
    assert window.navigator.scene.explanation == "filled-in"
    assert panel.choice.buttons["filled-in"].isChecked()


def test_a_hollow_and_a_second_body_come_and_go(panel: WhatIfPanel, window: MainWindow) -> None:
    toggle(panel.compare.a)
    assert panel.controls.sliders["fat"].value() == 28
    for carved in (True, False):
        toggle(panel.controls.carved)
        assert window.navigator.scene.build.carved is carved
    toggle(panel.compare.switch)
    assert window.navigator.scene.compared is None
    toggle(panel.compare.switch)
    assert window.navigator.scene.compared == window.navigator.scene.build


def test_what_is_toggled_is_one_step_to_undo(panel: WhatIfPanel, window: MainWindow) -> None:
    toggle(panel.choice.buttons["filled-in"])
    window.actions_by_id["undo"].trigger()
    assert window.navigator.scene.explanation == "held-down"
    assert panel.choice.buttons["held-down"].isChecked()


@pytest.mark.parametrize("name", ["labels", "hotspots"])
def test_a_tool_shows_and_hides(window: MainWindow, name: str) -> None:
    for shown in (True, False):
        toggle(tool_of(window, name))
        assert getattr(window.navigator.scene, name) is shown
        assert window.actions_by_id[name].isChecked() is shown


def test_a_tool_of_a_group_is_chosen_and_stays_chosen(window: MainWindow) -> None:
    for _ in range(2):
        toggle(tool_of(window, "plate-both"))
        assert window.navigator.scene.plate == BOTH
        assert window.actions_by_id["plate-both"].isChecked()


def test_the_lens_is_taken_and_put_away(window: MainWindow) -> None:
    for taken in (True, False):
        toggle(tool_of(window, "lens"))
        assert window.actions_by_id["lens"].isChecked() is taken
        assert (tools_of(window).in_use == "lens") is taken


def test_a_mark_alone_asks_for_nothing(window: MainWindow) -> None:
    asked: list[str] = []
    for name, action in window.actions_by_id.items():
        action.asked.connect(lambda name=name: asked.append(name))
    window.navigator.show(from_link("dimples:psis?layer=bone&labels=1&hotspots=1&plate=both&tone=deep&sex=1"))
    QApplication.processEvents()
    assert window.actions_by_id["labels"].isChecked()
    assert asked == []


def test_a_click_asks_once(window: MainWindow) -> None:
    asked: list[str] = []
    for name, action in window.actions_by_id.items():
        action.asked.connect(lambda name=name: asked.append(name))
    tool = tool_of(window, "labels")
    assert isinstance(tool, QAbstractButton)
    tool.click()
    window.actions_by_id["layer-bone"].trigger()
    QApplication.processEvents()
    assert asked == ["labels", "layer-bone"]
