"""The window as a person drives it: mouse, keys, menus."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import LAYERS
from dimples_gui.body.build import Build
from dimples_gui.main_window import MainWindow
from dimples_gui.scene import HOME

Start = Callable[..., MainWindow]
Click = Callable[[MainWindow, str], None]


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_first_screen_is_home_with_its_six_questions(window: MainWindow) -> None:
    page = words(window.panel.text())
    assert len(window.atlas.home.questions) == 6
    for question in window.atlas.home.questions:
        assert question.question in page


@pytest.mark.parametrize("entry", ["dimple", "psis", "tether", "heredity", "procedures", "can-i-get-them"])
def test_clicking_a_hotspot_of_the_first_screen_opens_its_panel(window: MainWindow, click: Click, entry: str) -> None:
    click(window, entry)
    assert window.navigator.scene.name == entry
    page = words(window.panel.text())
    assert words(window.atlas.entries[entry].title) in page
    assert words(window.atlas.entries[entry].answer) in page


def test_a_second_click_on_the_same_spot_goes_one_outward(window: MainWindow) -> None:
    spot = window.canvas.point_of("dimple")
    assert spot is not None
    around = ["dimple", "psis", "michaelis-rhombus"]  # whose outlines lie in one another, from the innermost
    seen = []
    for _ in range(len(around) + 1):
        QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=spot.toPoint())
        seen.append(window.navigator.scene.name)
    assert seen == [*around, around[0]]


def test_clicking_beside_the_body_opens_nothing(window: MainWindow) -> None:
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert window.navigator.scene.name == HOME


def test_pointing_says_the_name(window: MainWindow, qtbot: QtBot) -> None:
    spot = window.canvas.point_of("psis")
    assert spot is not None
    with qtbot.waitSignal(window.canvas.hovered) as told:
        QTest.mouseMove(window.canvas, spot.toPoint())
    assert told.args == ["psis"]


@pytest.mark.parametrize(("key", "layer"), [*zip("12345", LAYERS, strict=True)])
def test_the_number_keys_choose_the_layer_while_the_plate_has_the_focus(
    window: MainWindow, key: str, layer: str
) -> None:
    window.activateWindow()
    window.canvas.setFocus()
    QTest.keyClicks(QApplication.focusWidget() or window.canvas, key)
    assert window.navigator.scene.layer == layer


def test_letters_typed_into_the_find_bar_stay_letters(window: MainWindow) -> None:
    window.activateWindow()
    window.actions_by_id["find"].trigger()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "l5h?")
    assert not window.navigator.scene.labels
    assert not window.navigator.scene.hotspots
    assert window.navigator.scene.layer == "skin"


def test_labels_and_hotspots_come_and_go_by_key_and_menu(window: MainWindow) -> None:
    window.activateWindow()
    window.canvas.setFocus()
    QTest.keyClicks(QApplication.focusWidget() or window.canvas, "lh")
    assert window.navigator.scene.labels
    assert window.navigator.scene.hotspots
    assert window.actions_by_id["labels"].isChecked()
    window.actions_by_id["labels"].trigger()
    assert not window.navigator.scene.labels


def test_the_wheel_zooms_about_the_pointer_and_zero_fits_again(window: MainWindow) -> None:
    spot = window.canvas.point_of("dimple")
    assert spot is not None
    wheel = QWheelEvent(
        spot,
        QPointF(window.canvas.mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.canvas, wheel)
    moved = window.canvas.point_of("dimple")
    assert window.navigator.scene.zoom > 0
    assert moved is not None
    assert (moved - spot).manhattanLength() < 30
    window.actions_by_id["fit"].trigger()
    assert window.navigator.scene.zoom == 0


def test_dragging_pans_and_opens_nothing(window: MainWindow) -> None:
    window.navigator.set_view(2.0, 0.0, 0.0)
    middle = window.canvas.rect().center()
    QTest.mousePress(window.canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(window.canvas, middle + QPoint(60, 0))
    QTest.mouseMove(window.canvas, middle + QPoint(120, 0))
    QTest.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(120, 0))
    assert window.navigator.scene.x < -5
    assert window.navigator.scene.name == HOME


def test_back_and_forward_by_key_and_by_the_history_menu(window: MainWindow, click: Click) -> None:
    click(window, "psis")
    click(window, "heredity")
    window.actions_by_id["back"].trigger()
    assert window.navigator.scene.name == "psis"
    history = window.menus["go/history"]
    history.aboutToShow.emit()
    titles = [action.text() for action in history.actions()]
    assert titles == [window.atlas.entries["heredity"].title, window.atlas.entries["psis"].title, "Home"]
    history.actions()[0].trigger()
    assert window.navigator.scene.name == "heredity"


def test_show_on_the_plate_works_when_the_entry_is_open(window: MainWindow) -> None:
    window.navigator.go_to_entry("dimple")
    window.navigator.set_view(8.0, 0.0, 150.0)
    window.actions_by_id["reveal"].trigger()
    spot = window.canvas.point_of("dimple")
    assert spot is not None
    assert window.canvas.rect().contains(spot.toPoint())


def test_a_copied_link_leads_back_to_the_same_scene(window: MainWindow) -> None:
    window.navigator.go_to_entry("psis")
    window.navigator.set_layer("bone")
    window.navigator.toggle_claim("c9")
    scene = window.navigator.scene
    window.actions_by_id["copy-link"].trigger()
    window.navigator.go_to_entry(HOME)
    window.open_link(QGuiApplication.clipboard().text())
    assert window.navigator.scene == scene


def test_a_link_that_leads_nowhere_is_told_in_words(window: MainWindow) -> None:
    window.open_link("dimples:psis?layer=liver")
    assert "no layer “liver”" in window.statusBar().currentMessage()
    assert window.navigator.scene.name == HOME


def test_each_command_stands_in_a_menu_with_a_tooltip(window: MainWindow) -> None:
    in_menus = {action for menu in window.menus.values() for action in menu.actions()}
    for action in window.actions_by_id.values():
        assert action in in_menus
        assert action.toolTip()


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions_by_id.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_list_opens_the_same_entries(window: MainWindow) -> None:
    rows = window.hotspot_list.findChild(QListWidget)
    assert rows is not None
    opened = set()
    for layer in LAYERS:
        window.navigator.set_layer(layer)
        for entry in (entry for entry in window.atlas.entries.values() if layer in entry.seen_on()):
            (item,) = rows.findItems(entry.short_title or entry.title, Qt.MatchFlag.MatchExactly)
            rows.setCurrentItem(item)
            rows.itemActivated.emit(item)
            assert (window.navigator.scene.name, window.navigator.scene.layer) == (entry.id, layer)
            opened.add(entry.id)
    assert opened == set(window.atlas.entries)


def test_text_grows_and_shrinks_everywhere_and_is_remembered(window: MainWindow) -> None:
    before = window.panel.page.document().size().height(), QApplication.font().pointSizeF()
    for _ in range(5):
        window.actions_by_id["text-larger"].trigger()
    assert window.panel.page.document().size().height() > before[0]
    assert QApplication.font().pointSizeF() == pytest.approx(before[1] * 1.5)
    assert window.settings.text_percent == 150
    window.actions_by_id["text-normal"].trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(before[1])


def test_the_list_grows_with_the_text_unless_the_reader_has_set_its_width(window: MainWindow) -> None:
    window.resize(1600, 800)
    QApplication.processEvents()
    before = window.list_place.width()
    window.appearance.set_text_percent(200)
    QApplication.processEvents()
    assert window.list_place.width() > 1.4 * before
    window.columns.setSizes([140, 700, 440])
    window.appearance.set_text_percent(100)
    QApplication.processEvents()
    assert window.list_place.width() < 0.95 * before


def test_the_list_folds_away_where_it_leaves_the_plate_too_little_room(window: MainWindow) -> None:
    shown = window.actions_by_id["list"]
    window.resize(1280, 800)
    QApplication.processEvents()
    assert [shown.isChecked(), window.list_place.isVisible()] == [True, True]
    window.appearance.set_text_percent(200)
    QApplication.processEvents()
    assert [shown.isChecked(), window.list_place.isVisible()] == [False, False]
    shown.trigger()
    assert window.list_room.is_shown, "who asks for it gets it"


def test_who_hides_the_list_has_it_hidden_in_wide_windows_too(window: MainWindow) -> None:
    shown = window.actions_by_id["list"]
    window.navigator.compare(Build(sex=1.0))
    window.resize(1024, 700)
    QApplication.processEvents()
    for expected in (True, False):
        shown.trigger()
        assert [shown.isChecked(), window.settings.list_shown] == [expected, expected]
    window.resize(1600, 900)
    QApplication.processEvents()
    assert not window.list_room.is_shown


def test_tab_reaches_plate_words_slider_list_and_tools_and_comes_round(window: MainWindow) -> None:
    window.activateWindow()
    parts = (window.canvas, window.panel, window.depth_strip, window.hotspot_list, window.toolbar)
    reached: list[int] = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached += [number for number, part in enumerate(parts) if part is focused or part.isAncestorOf(focused)]
    assert {*reached} == {*range(len(parts))}
    assert reached.count(0) > 1


def test_dark_and_contrast_change_plate_and_page(window: MainWindow) -> None:
    def colours() -> tuple[int, int]:
        QApplication.processEvents()
        picture = window.grab().toImage()
        plate = window.canvas.mapTo(window, QPoint(4, 4))
        page = window.panel.mapTo(window, QPoint(8, window.panel.height() - 8))
        return picture.pixelColor(plate).lightness(), picture.pixelColor(page).lightness()

    window.actions_by_id["theme-light"].trigger()
    assert min(colours()) > 200
    window.actions_by_id["theme-dark"].trigger()
    assert max(colours()) < 70
    window.actions_by_id["theme-contrast"].trigger()
    assert max(colours()) == 0


def test_window_and_scene_are_remembered(start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from PySide6.QtCore import QSettings

    from dimples_gui import app

    file = str(tmp_path / "kept.ini")
    monkeypatch.setattr(app, "settings_store", lambda _: QSettings(file, QSettings.Format.IniFormat))
    first = start(size=(790, 555))
    first.navigator.go_to_entry("tether")
    first.navigator.set_layer("ligament")
    first.close()
    first.settings._store.sync()
    second = start(size=None)
    assert second.navigator.scene.name == "tether"
    assert second.navigator.scene.layer == "ligament"
    assert (second.width(), second.height()) == (790, 555)


def test_the_first_start_gives_a_hint_that_goes_with_the_first_click(
    start: Start, click: Click, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dimples_gui import app
    from dimples_gui.hint import Hint
    from dimples_gui.settings import Visit

    visit = Visit()
    monkeypatch.setattr(app, "settings_store", lambda _: visit)
    first = start()
    hint = first.findChild(Hint)
    assert hint is not None
    assert hint.isVisible()
    click(first, "psis")
    assert not hint.isVisible()
    assert start().findChild(Hint) is None


def test_the_tool_that_has_the_keyboard_wears_the_ring(window: MainWindow) -> None:
    window.activateWindow()
    tool = window.toolbar.widgetForAction(window.actions_by_id["labels"])
    assert tool is not None
    before = window.toolbar.grab().toImage()
    tool.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = window.toolbar.grab().toImage()
    focus = QColor(window.appearance.look.focus)
    ringed = [
        (x, y)
        for x in range(tool.x() - 4, tool.geometry().right() + 4)
        for y in range(after.height())
        if after.pixelColor(x, y) == focus != before.pixelColor(x, y)
    ]
    assert len(ringed) > 3 * tool.width()


def test_the_first_tab_of_a_visit_goes_to_the_hotspots_and_on(window: MainWindow) -> None:
    window.activateWindow()
    window.canvas.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    window.canvas.clearFocus()
    window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    assert first is not None
    assert first.accessibleName() in {entry.title for entry in window.atlas.entries.values()}
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert not window.canvas.isAncestorOf(QApplication.focusWidget() or window)
