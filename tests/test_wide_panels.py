"""Wide panels take the window's middle and give it back; a spot is looked for on a plate that names nothing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dimples_gui.main_window import MainWindow
from dimples_gui.panels.find_panel import FindPanel
from dimples_gui.plate.finder import Finder
from dimples_gui.scene import FIND, HOME, OPTIONS


def test_the_options_take_the_middle_and_the_plate_becomes_a_strip(window: MainWindow, qtbot: QtBot) -> None:
    before = window.columns.sizes()
    window.navigator.go_to_entry(OPTIONS)
    listed, strip, panel = window.columns.sizes()
    assert listed == 0
    assert strip < panel / 2
    qtbot.waitUntil(window.canvas.isVisible)
    assert not window.parts.depth_place.isVisible()
    window.navigator.back()
    qtbot.waitUntil(lambda: window.columns.sizes() == before)
    assert window.parts.depth_place.isVisible()


def test_a_wider_window_widens_the_wide_panel(window: MainWindow) -> None:
    window.resize(1000, 700)
    window.navigator.go_to_entry(OPTIONS)
    panel = window.columns.sizes()[2]
    window.resize(1400, 700)
    assert window.columns.sizes()[2] >= panel + 250


def test_the_width_that_is_remembered_is_the_ordinary_one(window: MainWindow) -> None:
    before = window.columns.saveState()
    window.navigator.go_to_entry(OPTIONS)
    window.close()
    assert window.settings.columns == before


def test_what_an_option_touches_is_lit_until_the_options_are_left(window: MainWindow) -> None:
    window.navigator.go_to_entry(OPTIONS)
    panel = window.parts.beside.current()
    unlit = window.canvas.grab().toImage()
    panel.touched.emit(("subcutaneous-fat",))  # type: ignore[attr-defined]  # the options
    assert window.navigator.scene.layer == "fat"
    lit = window.canvas.grab().toImage()
    panel.touched.emit(())  # type: ignore[attr-defined]
    assert window.canvas.grab().toImage() not in (lit, unlit)
    panel.touched.emit(("subcutaneous-fat",))  # type: ignore[attr-defined]
    assert window.canvas.grab().toImage() == lit
    window.navigator.go_to_entry(HOME)
    window.navigator.go_to_entry(OPTIONS)
    assert window.canvas.grab().toImage() == lit


@pytest.fixture
def panel(window: MainWindow) -> FindPanel:
    """Where the first spot is asked for."""
    window.navigator.go_to_entry(FIND)
    panel = window.parts.beside.current()
    assert isinstance(panel, FindPanel)
    return panel


@pytest.fixture
def finder(window: MainWindow, panel: FindPanel, qtbot: QtBot) -> Finder:
    """The film over the plate, on which the reader points."""
    assert panel.search.current
    qtbot.waitUntil(lambda: any(film.isVisible() for film in window.canvas.findChildren(Finder)))
    found = window.canvas.findChild(Finder)
    assert isinstance(found, Finder)
    return found


def test_a_spot_is_asked_for_on_its_layer_of_the_whole_back_without_names(
    window: MainWindow, panel: FindPanel, finder: Finder
) -> None:
    hunt = panel.search.current
    assert hunt
    assert finder.isVisible()
    assert window.navigator.scene.layer == hunt.layer
    assert not window.list_room.is_shown
    assert window.canvas.point_of("psis") is None
    assert window.canvas.accessibleName().endswith("hotspots: 0")


def test_a_click_is_the_answer_in_millimetres(finder: Finder, qtbot: QtBot) -> None:
    at = QPoint(*(round(part) for part in finder.sight().view.to_px(50.0, 10.0)))
    with qtbot.waitSignal(finder.pointed) as pointed:
        QTest.mouseClick(finder, Qt.MouseButton.LeftButton, pos=at)
    x, y = pointed.args or (0.0, 0.0)
    assert abs(x - 50.0) < 1.0
    assert abs(y - 10.0) < 1.0


def test_the_keyboard_answers_with_arrows_and_enter(finder: Finder, qtbot: QtBot) -> None:
    finder.setFocus()
    QTest.keyClick(finder, Qt.Key.Key_Right)
    assert "Crosshair" in finder.accessibleDescription()
    with qtbot.waitSignal(finder.pointed) as pointed:
        QTest.keyClick(finder, Qt.Key.Key_Return)
    assert (pointed.args or [0.0])[0] > 0.0


def test_once_it_is_solved_the_place_is_shown_and_no_second_answer_counts(
    panel: FindPanel, finder: Finder, qtbot: QtBot
) -> None:
    hunt = panel.search.current
    assert hunt
    panel.show_pointed(hunt.x + 20.0, hunt.y)
    assert finder.nearest == (hunt.x, hunt.y)
    with qtbot.assertNotEmitted(finder.pointed):
        QTest.mouseClick(finder, Qt.MouseButton.LeftButton)


def test_elsewhere_the_plate_names_things_again(window: MainWindow, finder: Finder, qtbot: QtBot) -> None:
    window.navigator.go_to_entry("psis")
    assert not finder.isVisible()
    assert window.canvas.point_of("psis") is not None
    window.navigator.back()
    qtbot.waitUntil(finder.isVisible)
