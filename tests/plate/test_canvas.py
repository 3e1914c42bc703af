"""The plate as a person uses it: mouse, wheel, keys, screen reader."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.scene import HOME, MIN_ZOOM, Scene
from dimples_gui.theme import DARK, LIGHT
from tests.plate.conftest import Viewer

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def picture(viewer: Viewer) -> QImage:
    return viewer.canvas.grab().toImage()


def changed_box(a: QImage, b: QImage) -> tuple[int, int, int, int]:
    """The box of the pixels that differ: left, top, right, bottom."""
    spots = [(x, y) for y in range(0, a.height(), 2) for x in range(0, a.width(), 2) if a.pixel(x, y) != b.pixel(x, y)]
    assert spots
    return min(x for x, _ in spots), min(y for _, y in spots), max(x for x, _ in spots), max(y for _, y in spots)


def test_a_second_click_on_the_same_spot_goes_one_outward_and_round_again(viewer: Viewer) -> None:
    point = viewer.at("dimple")
    names = []
    for _ in range(3):
        viewer.click(point)
        names.append(viewer.open)
    assert names == ["dimple", "psis", "dimple"]


def press_at(viewer: Viewer, point: QPoint, time: int, kind: QEvent.Type = QEvent.Type.MouseButtonPress) -> None:
    """A press and a release of the left button, so many milliseconds after the start."""
    button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    where, keys = QPointF(point), Qt.KeyboardModifier.NoModifier
    for what, held in ((kind, button), (QEvent.Type.MouseButtonRelease, none)):
        event = QMouseEvent(what, where, QPointF(viewer.canvas.mapToGlobal(point)), button, held, keys)
        event.setTimestamp(time)
        QApplication.sendEvent(viewer.canvas, event)


def test_a_double_click_on_a_hotspot_opens_that_hotspot_and_a_later_click_goes_outward(viewer: Viewer) -> None:
    point, soon = viewer.at("dimple"), QApplication.doubleClickInterval()
    press_at(viewer, point, 1000)
    press_at(viewer, point, 1000 + soon // 2, QEvent.Type.MouseButtonDblClick)
    assert viewer.open == "dimple"
    press_at(viewer, point, 1000 + soon)  # a third press of a hasty hand
    assert viewer.open == "dimple"
    press_at(viewer, point, 2001 + 2 * soon)
    assert viewer.open == "psis"


def test_two_quick_clicks_on_two_hotspots_open_both(viewer: Viewer) -> None:
    press_at(viewer, viewer.at("dimple"), 1000)
    press_at(viewer, viewer.at("heredity"), 1050)
    assert viewer.open == "heredity"


def test_a_double_click_fits_nothing_where_the_first_click_has_moved_the_hotspot_away(viewer: Viewer) -> None:
    viewer.navigator.set_view(3.0, 45.0, 0.0)
    viewer.canvas.entry_clicked.connect(lambda: viewer.navigator.set_view(3.0, 45.0, 100.0))
    point = viewer.at("dimple")
    press_at(viewer, point, 1000)
    press_at(viewer, point, 1100, QEvent.Type.MouseButtonDblClick)
    assert viewer.navigator.scene.zoom == 3.0


def test_in_a_small_window_zooming_out_never_enlarges_and_ends_at_the_whole_plate(viewer: Viewer) -> None:
    viewer.canvas.setFixedSize(200, 170)
    viewer.look()
    assert viewer.canvas._view.zoom < MIN_ZOOM
    viewer.canvas.zoom_out()
    viewer.roll(QPoint(100, 80), -120)
    assert viewer.navigator.scene.zoom == 0
    viewer.canvas.zoom_in()
    assert viewer.navigator.scene.zoom == MIN_ZOOM
    viewer.canvas.zoom_out()
    assert viewer.navigator.scene.zoom == 0


def test_a_click_elsewhere_in_between_starts_again_from_the_innermost(viewer: Viewer) -> None:
    point = viewer.at("dimple")
    for spot in (point, viewer.at("heredity"), point):
        viewer.click(spot)
    assert viewer.open == "dimple"


def test_pointing_tells_the_entry_once_and_leaving_tells_that_it_is_over(viewer: Viewer) -> None:
    told: list[str] = []
    viewer.canvas.hovered.connect(told.append)
    point = viewer.at("heredity")
    for step in (QPoint(0, 0), QPoint(1, 1), QPoint(2, 0)):
        QTest.mouseMove(viewer.canvas, point + step)
    QApplication.sendEvent(viewer.canvas, QEvent(QEvent.Type.Leave))
    assert told == ["heredity", ""]


class Painted(QObject):
    """Collects what of a widget is repainted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


@pytest.mark.parametrize("entry", ["psis", "heredity", "tether"])
def test_all_that_changes_with_the_pointer_is_repainted_and_little_else(viewer: Viewer, entry: str) -> None:
    QTest.mouseMove(viewer.canvas, QPoint(5, 300))
    before = picture(viewer)
    viewer.look()
    painted = Painted(viewer.canvas)
    QTest.mouseMove(viewer.canvas, viewer.at(entry))
    viewer.look()
    region = QRegion(painted.region)
    left, top, right, bottom = changed_box(before, picture(viewer))
    assert region.boundingRect().contains(QRect(QPoint(left, top), QPoint(right, bottom)))
    area = region.boundingRect().width() * region.boundingRect().height()
    assert area < viewer.canvas.width() * viewer.canvas.height() / 8


def test_pointing_lights_up_the_hotspot_and_nothing_far_from_it(viewer: Viewer) -> None:
    before = picture(viewer)
    point = viewer.at("psis")
    QTest.mouseMove(viewer.canvas, point)
    left, top, right, bottom = changed_box(before, picture(viewer))
    assert right - left < 260
    assert bottom - top < 160
    assert left <= point.x() <= right


def test_the_cursor_is_a_pointing_hand_over_a_hotspot_and_an_open_one_elsewhere(viewer: Viewer) -> None:
    shapes = []
    for point in (QPoint(5, 300), viewer.at("psis"), QPoint(5, 300)):
        QTest.mouseMove(viewer.canvas, point)
        shapes.append(viewer.canvas.cursor().shape())
    hand, pointing = Qt.CursorShape.OpenHandCursor, Qt.CursorShape.PointingHandCursor
    assert shapes == [hand, pointing, hand]


def test_resting_on_a_hotspot_says_name_and_summary(viewer: Viewer, atlas: Atlas) -> None:
    point = viewer.at("procedures")
    QApplication.sendEvent(viewer.canvas, QHelpEvent(QEvent.Type.ToolTip, point, viewer.canvas.mapToGlobal(point)))
    assert atlas.entries["procedures"].title in QToolTip.text()
    assert atlas.entries["procedures"].summary.split()[0] in QToolTip.text()
    QToolTip.hideText()


def test_dragging_pans_with_a_closed_hand_and_opens_nothing(viewer: Viewer) -> None:
    viewer.navigator.set_view(2.0, 0.0, 20.0)
    start = viewer.at("dimple")
    before = viewer.canvas.point_of("dimple")
    QTest.mousePress(viewer.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewer.canvas, start + QPoint(30, 0))
    QTest.mouseMove(viewer.canvas, start + QPoint(50, 20))
    assert viewer.canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(viewer.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(50, 20))
    after = viewer.canvas.point_of("dimple")
    assert before is not None
    assert after is not None
    assert (after - before - QPointF(50, 20)).manhattanLength() < 1.5
    assert viewer.open == HOME
    assert viewer.canvas.cursor().shape() != Qt.CursorShape.ClosedHandCursor


@pytest.mark.parametrize(("eighths", "pixels"), [(120, 0), (0, 60), (120, 60)])
def test_wheel_and_touchpad_zoom_about_the_pointer(viewer: Viewer, eighths: int, pixels: int) -> None:
    point = viewer.at("heredity")
    viewer.roll(point, eighths, pixels)
    assert viewer.navigator.scene.zoom > 0.5
    assert (viewer.at("heredity") - point).manhattanLength() <= 2
    assert viewer.open == HOME


def test_after_zooming_the_plate_is_drawn_crisp_by_itself(viewer: Viewer, qtbot: QtBot) -> None:
    picture(viewer)
    with qtbot.waitSignal(viewer.canvas.settled, timeout=3000):
        viewer.roll(QPoint(400, 300), 240)
        soft = picture(viewer)
    assert picture(viewer) != soft
    viewer.canvas.settle()
    crisp = picture(viewer)
    assert picture(viewer) == crisp


def test_a_double_click_on_the_ground_fits_the_plate(viewer: Viewer) -> None:
    viewer.navigator.set_view(3.0, 20.0, 120.0)
    QTest.mouseDClick(viewer.canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    assert viewer.navigator.scene.zoom == 0


def test_the_zoom_commands_step_about_the_middle_and_fit_shows_the_whole(viewer: Viewer) -> None:
    fitted = viewer.canvas.point_of("heredity")
    viewer.canvas.zoom_in()
    nearer = viewer.navigator.scene.zoom
    viewer.canvas.zoom_in()
    assert viewer.navigator.scene.zoom == pytest.approx(1.25 * nearer)
    viewer.canvas.zoom_out()
    assert viewer.navigator.scene.zoom == pytest.approx(nearer)
    viewer.canvas.fit()
    assert viewer.canvas.point_of("heredity") == fitted


def test_the_plate_asks_and_does_not_move_by_itself(viewer: Viewer) -> None:
    viewer.canvas.view_wanted.disconnect()
    before = viewer.at("psis")
    viewer.canvas.zoom_in()
    viewer.roll(QPoint(300, 300), 480)
    assert viewer.at("psis") == before


def test_tab_comes_to_a_hotspot_once_and_the_next_tab_goes_on(viewer: Viewer) -> None:
    viewer.before.setFocus()
    viewer.press(Qt.Key.Key_Tab)
    assert viewer.focused() in [button.accessibleName() for button in viewer.buttons()]
    viewer.press(Qt.Key.Key_Tab)
    assert viewer.after.hasFocus()
    viewer.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.focused() in [button.accessibleName() for button in viewer.buttons()]
    viewer.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.before.hasFocus()


def test_arrows_reach_every_hotspot(viewer: Viewer) -> None:
    names = {button.accessibleName(): button for button in viewer.buttons()}
    viewer.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    seen, waiting = {viewer.focused()}, [viewer.focused()]
    while waiting:
        here = waiting.pop()
        for key in ARROWS:
            names[here].setFocus()
            viewer.press(key)
            if viewer.focused() not in seen:
                seen.add(viewer.focused())
                waiting.append(viewer.focused())
    assert seen == set(names)


def test_enter_opens_the_hotspot_that_has_the_keyboard(viewer: Viewer) -> None:
    viewer.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    viewer.press(Qt.Key.Key_End)
    last = viewer.buttons()[-1].spot
    viewer.press(Qt.Key.Key_Return)
    assert last is not None
    assert viewer.open == last.entry


def test_right_goes_from_the_left_dimple_towards_the_right_one(viewer: Viewer) -> None:
    viewer.before.setFocus()
    viewer.press(Qt.Key.Key_Tab)
    viewer.press(Qt.Key.Key_Home)
    x = [QApplication.focusWidget().geometry().center().x()]  # type: ignore[union-attr]  # a hotspot has the focus
    for _ in range(3):
        viewer.press(Qt.Key.Key_Right)
        x.append(QApplication.focusWidget().geometry().center().x())  # type: ignore[union-attr]  # as above
    assert x == sorted(x)
    assert len(set(x)) > 1


def test_home_and_end_go_to_the_first_and_the_last_hotspot(viewer: Viewer) -> None:
    viewer.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    viewer.press(Qt.Key.Key_End)
    assert viewer.buttons()[-1].hasFocus()
    viewer.press(Qt.Key.Key_Home)
    assert viewer.buttons()[0].hasFocus()


def test_escape_leaves_the_hotspot_and_an_arrow_comes_back_to_it(viewer: Viewer) -> None:
    viewer.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    viewer.press(Qt.Key.Key_Right)
    name = viewer.focused()
    viewer.press(Qt.Key.Key_Escape)
    assert viewer.canvas.hasFocus()
    viewer.press(Qt.Key.Key_Down)
    assert viewer.focused() == name


def test_space_opens_the_hotspot_that_has_the_keyboard(viewer: Viewer) -> None:
    viewer.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    name = viewer.focused()
    viewer.press(Qt.Key.Key_Space)
    assert viewer.canvas._art.atlas.entries[viewer.open].title in name


def test_the_keyboards_focus_is_drawn_along_the_hotspot_in_the_focus_colour(viewer: Viewer) -> None:
    before = picture(viewer)
    viewer.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    viewer.look()
    after = picture(viewer)
    focus = QColor(LIGHT.focus)
    inked = [
        (x, y) for x in range(after.width()) for y in range(0, after.height(), 3) if after.pixelColor(x, y) == focus
    ]
    assert len(inked) > 20
    box = QApplication.focusWidget().geometry().adjusted(-12, -12, 12, 12)  # type: ignore[union-attr]  # a hotspot
    assert all(box.contains(*spot) for spot in inked)
    assert before != after


def test_a_click_lets_the_arrows_go_on_from_there(viewer: Viewer, atlas: Atlas) -> None:
    viewer.click(viewer.at("procedures"))
    viewer.press(Qt.Key.Key_Left)
    assert viewer.focused() == atlas.entries["procedures"].title


def test_the_focus_stays_on_the_entry_when_the_layer_changes(viewer: Viewer) -> None:
    viewer.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    button = next(button for button in viewer.buttons() if button.spot and button.spot.key == "psis/ring/right")
    button.setFocus()
    viewer.navigator.set_layer("bone")
    assert "osterior superior iliac spine" in viewer.focused()
    viewer.navigator.set_layer("fat")
    assert "osterior superior iliac spine" in viewer.focused()


def test_the_focus_goes_to_the_plate_when_its_hotspot_is_not_on_the_new_layer(viewer: Viewer) -> None:
    viewer.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    button = next(button for button in viewer.buttons() if button.spot and button.spot.entry == "dimple")
    button.setFocus()
    viewer.navigator.set_layer("bone")
    assert viewer.canvas.hasFocus()


@pytest.mark.parametrize("layer", LAYERS)
def test_a_screen_reader_finds_each_hotspot_with_name_description_and_press(
    viewer: Viewer, atlas: Atlas, layer: str
) -> None:
    viewer.navigator.set_layer(layer)
    told = {}
    for button in viewer.buttons():
        seen = QAccessible.queryAccessibleInterface(button)
        assert seen.role() == QAccessible.Role.Button
        assert button.spot is not None
        told[button.spot.key] = seen.text(QAccessible.Text.Name)
        assert seen.text(QAccessible.Text.Description) == atlas.entries[button.spot.entry].summary
        button.click()
        assert viewer.open == button.spot.entry
    assert {key.split("/")[0] for key in told} == {e.id for e in atlas.entries.values() if layer in e.seen_on()}
    assert len(set(told.values())) == len(told)
    assert any(name.endswith(", left") for name in told.values())
    assert any(name.endswith(", right") for name in told.values())


def test_the_plate_says_layer_and_number_of_hotspots(viewer: Viewer) -> None:
    name = viewer.canvas.accessibleName()
    assert "seen from behind" in name
    assert "skin" in name
    assert str(len(viewer.buttons())) in name
    viewer.navigator.set_layer("bone")
    assert "bone" in viewer.canvas.accessibleName()


def test_buttons_lie_over_the_hotspots_at_every_zoom_and_are_not_made_anew(viewer: Viewer) -> None:
    before = viewer.buttons()
    viewer.navigator.set_view(1.5, 45.0, 0.0)
    after = viewer.buttons()
    assert set(after) < set(before)
    for button in after:
        assert button.spot is not None
        entry = button.spot.entry
        if entry in {"heredity", "procedures"}:
            assert button.geometry().contains(viewer.at(entry))
            assert button.width() == pytest.approx(28, abs=2)


def test_with_larger_text_a_pin_is_larger_to_see_and_to_hit(viewer: Viewer) -> None:
    beside = viewer.at("heredity") + QPoint(22, 0)
    viewer.click(beside)
    assert viewer.open != "heredity"
    viewer.canvas.set_look(LIGHT._replace(text_scale=2.0))
    (button,) = [button for button in viewer.buttons() if button.spot and button.spot.entry == "heredity"]
    assert button.width() == pytest.approx(56, abs=2)
    viewer.click(beside)
    assert viewer.open == "heredity"


def test_show_on_the_plate_asks_for_layer_and_view_and_pulses(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.navigator.go_to_entry("dimple")
    viewer.navigator.set_layer("bone")
    viewer.navigator.set_view(3.0, 0.0, 150.0)
    viewer.look()
    viewer.canvas.reveal("dimple")
    assert viewer.navigator.scene.layer == "skin"
    point = viewer.canvas.point_of("dimple")
    assert point is not None
    assert viewer.canvas.rect().contains(point.toPoint())
    still = picture(viewer)
    qtbot.waitUntil(lambda: picture(viewer) != still, timeout=3000)
    qtbot.waitUntil(lambda: viewer.canvas._marks.pulsing == "", timeout=5000)


@pytest.mark.parametrize("scene", [Scene(name="psis"), Scene(name="dimple", zoom=2.0)])
def test_a_pulse_ends_when_the_reader_goes_on(viewer: Viewer, scene: Scene) -> None:
    viewer.navigator.go_to_entry("dimple")
    viewer.canvas.reveal("dimple")
    assert viewer.canvas._marks.pulsing == "dimple"
    viewer.navigator.show(scene)
    assert viewer.canvas._marks.pulsing == ""
    viewer.canvas.reveal("psis")
    assert viewer.canvas._marks.pulsing == "psis"


def test_what_is_pointed_at_in_the_list_lights_up_on_both_sides(viewer: Viewer) -> None:
    before = picture(viewer)
    viewer.canvas.point_at("psis")
    left, _, right, _ = changed_box(before, picture(viewer))
    assert left < viewer.canvas.width() / 2 < right
    viewer.canvas.point_at("")
    assert picture(viewer) == before


def test_an_unknown_entry_is_no_reason_to_fail(viewer: Viewer) -> None:
    viewer.canvas.reveal("nothing")
    viewer.canvas.point_at("nothing")
    viewer.canvas.show_scene(Scene(name="nothing"))


def test_another_look_repaints_everything(viewer: Viewer) -> None:
    viewer.canvas.set_look(DARK)
    assert picture(viewer).pixelColor(2, 300) == QColor(DARK.ground)


def test_labels_and_hotspots_are_drawn_when_asked_for(viewer: Viewer) -> None:
    plain = picture(viewer)
    viewer.navigator.show(Scene(labels=True))
    labelled = picture(viewer)
    viewer.navigator.show(Scene(labels=True, hotspots=True))
    assert plain != labelled
    assert picture(viewer) != labelled
    viewer.navigator.show(Scene())
    assert picture(viewer) == plain


def test_once_shown_the_plate_finds_the_ink_of_all_layers_while_nobody_waits(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.look()
    assert viewer.canvas._idle.isActive()
    qtbot.waitUntil(lambda: not viewer.canvas._idle.isActive(), timeout=20000)
    assert set(viewer.canvas._art._ink) == set(LAYERS)
