"""The section, and two bodies side by side: put up, pointed at, clicked and zoomed as a person does."""

import subprocess
import sys
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.body.build import DEFAULT
from dimples_gui.main_window import MainWindow
from dimples_gui.plate import section_paint
from dimples_gui.plate.canvas import HotspotCanvas
from dimples_gui.plate.easel import Easel, Letter
from dimples_gui.plate.hotspot_buttons import HotspotButton
from dimples_gui.scene import WHATIF, to_link
from dimples_gui.screenless import settle
from dimples_gui.settings import Settings, Visit
from tests.test_lamp import nearly_alike

Start = Callable[..., MainWindow]
MAN = "1,0.2,0.45,0.7,0"


def easel_of(window: MainWindow) -> Easel:
    easel = window.parts.easel
    assert easel is not None
    settle()
    return easel


def choose(window: MainWindow, plate: str) -> Easel:
    """Put up plates by their command."""
    window.actions_by_id[f"plate-{plate}"].trigger()
    return easel_of(window)


def lit(plate: HotspotCanvas) -> set[str]:
    """The entries whose hotspots are lit up."""
    return {key.partition("/")[0] for key in plate._marks.hovered}


def at(plate: HotspotCanvas, entry: str) -> QPoint:
    point = plate.point_of(entry)
    assert point is not None
    return point.toPoint()


def roll(plate: QWidget, where: QPoint, notches: int) -> None:
    pos, still = QPointF(where), QPoint(0, 0)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(plate, QWheelEvent(pos, pos, still, QPoint(0, 120 * notches), buttons, keys, phase, False))
    QApplication.processEvents()


def key(window: MainWindow, code: Qt.Key, *, shift: bool = False) -> None:
    widget = window.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, code, Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


# --- which stand ----------------------------------------------------------------------------------------------------


def test_who_looks_at_the_back_alone_pays_for_no_easel() -> None:
    probe = (
        "import sys; from dimples_gui import app; from dimples_gui.options import Options; from pathlib import Path;"
        "from dimples_gui.screenless import finish; program = app.Program(Options(shot=Path('x.png')));"
        "finish(program.window); print(*[name for name in sys.modules if 'easel' in name or 'section_' in name])"
    )
    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""


def test_the_plates_are_chosen_by_key_and_taken_back(window: MainWindow) -> None:
    window.activateWindow()
    window.canvas.setFocus()
    key(window, Qt.Key.Key_C)
    easel = easel_of(window)
    assert easel.section.isVisible()
    assert not window.canvas.isVisible()
    assert window.actions_by_id["plate-section"].isChecked()
    key(window, Qt.Key.Key_B, shift=True)
    assert easel.section.isVisible()
    assert window.canvas.isVisible()
    key(window, Qt.Key.Key_B)
    assert not easel.section.isVisible()
    window.actions_by_id["undo"].trigger()
    assert window.navigator.scene.plate == "both"


def test_a_tool_puts_the_section_under_the_back_and_takes_it_away_again(window: MainWindow) -> None:
    tool = window.toolbar.widgetForAction(window.actions_by_id["plate-both"])
    assert tool is not None
    assert tool.accessibleName() == "Both Plates"
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert easel_of(window).section.isVisible()
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert not easel_of(window).section.isVisible()
    assert window.actions_by_id["plate-back"].isChecked()


def test_the_keyboard_stays_on_the_plates_whichever_stand(window: MainWindow) -> None:
    window.activateWindow()
    window.canvas.setFocus()
    for plate in ("both", "section", "back", "section"):
        easel = choose(window, plate)
        focused = window.focusWidget()
        assert focused is not None
        assert easel.isAncestorOf(focused)
        assert focused.isVisible()


def test_what_stands_is_in_the_link_and_there_again_at_the_next_start(window: MainWindow, start: Start) -> None:
    choose(window, "both")
    window.navigator.set_view(2.0, 30.0, -10.0, -20.0)
    again = start(link=to_link(window.navigator.scene))
    easel = easel_of(again)
    assert easel.section.isVisible()
    assert again.navigator.scene == window.navigator.scene
    assert easel.section.sight_of("").view.y == pytest.approx(-20, abs=1)


def test_the_divider_stands_where_the_reader_left_it(start: Start, qtbot: QtBot) -> None:
    first = start()
    easel = choose(first, "both")
    handle = easel.handle(1)
    before, middle = easel.sizes(), handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(0, 60))
    QTest.mouseMove(handle, middle - QPoint(0, 60))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    moved = easel.sizes()
    assert moved[0] < before[0] - 40
    choose(first, "back")
    assert choose(first, "both").sizes() == moved
    first.close()
    again = easel_of(start())
    assert again.sizes() == pytest.approx(moved, abs=2)


@pytest.mark.parametrize("kept", ["", "half", "nan", "0", "1", "7"])
def test_a_divider_that_cannot_be_is_none(kept: str) -> None:
    store = Visit()
    store.setValue("divider", kept)
    assert Settings(store).divider == 0


def test_the_section_is_made_ready_when_what_if_is_opened(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(section_paint, "_threads", OrderedDict())
    window.navigator.go_to_entry(WHATIF)
    assert not section_paint._threads
    qtbot.waitUntil(lambda: bool(section_paint._threads))
    (thread,) = section_paint._threads.values()
    assert choose(window, "section").section._cut_still._preparing is thread


def test_pins_do_not_crowd_what_if(window: MainWindow) -> None:
    def pins(plate: HotspotCanvas) -> set[str]:
        return {spot.entry for spot in plate.sight_of("skin").hotspots if spot.kind == "pin"}

    assert {"heredity", "tether"} <= pins(window.canvas)
    settle()
    below_hint = QRect(0, 100, window.canvas.width(), 500)
    home = window.canvas.grab(below_hint).toImage()
    pin = window.canvas.point_of("heredity")
    window.navigator.show(window.navigator.scene._replace(name=WHATIF, compared=DEFAULT._replace(fat=0.4)))
    assert pins(window.canvas) == pins(easel_of(window).second) == set()
    assert window.canvas.point_of("heredity") is None
    assert window.canvas.point_of("dimple") is not None
    window.navigator.back()
    window.navigator.compare(None)
    settle()
    window.canvas.settle()
    assert window.canvas.point_of("heredity") == pin
    assert nearly_alike(window.canvas.grab(below_hint).toImage(), home)


def test_the_window_answers_while_the_first_section_is_made_ready_and_then_it_is_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    section = choose(window, "section").section
    ground = window.appearance.look.ground
    middle = section.rect().center()
    qtbot.waitUntil(lambda: section.grab().toImage().pixelColor(middle).name() != ground)


def test_a_picture_of_the_window_holds_the_section(tmp_path: Path) -> None:
    def shot(link: str) -> QImage:
        file = tmp_path / "shot.png"
        words = [sys.executable, "-m", "dimples_gui", link, "--shot", str(file), "--size", "1000x700"]
        subprocess.run(words, check=True)
        return QImage(str(file))

    lean, full = shot("dimples:whatif?plate=section&fat=0.16"), shot("dimples:whatif?plate=section&fat=0.46")
    changed = [(x, y) for x in range(250, 560, 6) for y in range(60, 680, 6) if lean.pixel(x, y) != full.pixel(x, y)]
    assert len(changed) > 50


def test_another_atlas_is_shown_on_the_same_plates(window: MainWindow) -> None:
    choose(window, "both")
    window.show_atlas(window.atlas)
    QApplication.processEvents()
    assert easel_of(window).section.isVisible()
    assert window.canvas.isVisible()


def test_content_without_a_section_shows_the_back(window: MainWindow) -> None:
    bare = window.atlas._replace(section=window.atlas.section._replace(layers=(), outlines=()))
    window.show_atlas(bare)
    window.navigator.show_plate("section")
    QApplication.processEvents()
    assert window.canvas.isVisible()
    assert not window.actions_by_id["plate-section"].isEnabled()


# --- one frame ------------------------------------------------------------------------------------------------------


def test_the_section_stands_under_the_back_in_one_frame_with_it(window: MainWindow) -> None:
    easel = choose(window, "both")
    for view in ((0.0, 0.0, 0.0), (2.0, 40.0, 5.0), (0.6, -20.0, 60.0)):
        window.navigator.set_view(*view)
        QApplication.processEvents()
        back, section = window.canvas, easel.section
        for x in (-100.0, 0.0, 45.0):
            over, under = back.sight_of("").view.to_px(x, 0)[0], section.sight_of("").view.to_px(x, 0)[0]
            assert back.mapToGlobal(QPointF(over, 0)).x() == pytest.approx(
                section.mapToGlobal(QPointF(under, 0)).x(), abs=1
            )


def test_zooming_in_the_section_takes_the_back_along_and_leaves_its_height(window: MainWindow) -> None:
    easel = choose(window, "both")
    before = window.canvas.sight_of("").view
    where = at(easel.section, "multifidus")
    there = easel.section.sight_of("").view.to_mm(where.x(), where.y())
    roll(easel.section, where, 5)
    back, section = window.canvas.sight_of("").view, easel.section.sight_of("").view
    assert back.scale == pytest.approx(section.scale)
    assert back.scale > 2 * before.scale
    assert back.x == pytest.approx(section.x, abs=1)
    assert back.y == pytest.approx(before.y, abs=1)
    assert section.to_mm(where.x(), where.y()) == pytest.approx(there, abs=1)


def test_the_plates_grow_and_shrink_with_the_window_together(window: MainWindow) -> None:
    easel = choose(window, "both")
    window.resize(1500, 950)
    QApplication.processEvents()
    assert easel.section.sight_of("").view.scale == window.canvas.sight_of("").view.scale
    easel.setSizes([200, 600])
    QApplication.processEvents()
    assert easel.section.sight_of("").view.scale == window.canvas.sight_of("").view.scale


def test_the_zoom_commands_mean_the_section_where_it_is_alone(window: MainWindow) -> None:
    easel = choose(window, "section")
    before = easel.section.sight_of("").view.scale
    window.actions_by_id["zoom-in"].trigger()
    QApplication.processEvents()
    assert easel.section.sight_of("").view.scale == pytest.approx(1.25 * before, rel=0.01)
    window.actions_by_id["fit"].trigger()
    QApplication.processEvents()
    assert easel.section.sight_of("").view.scale == before


# --- pointing -------------------------------------------------------------------------------------------------------


def test_pointing_at_one_plate_points_in_the_other(window: MainWindow) -> None:
    easel = choose(window, "both")
    QTest.mouseMove(easel.section, at(easel.section, "psis"))
    assert lit(easel.section) == lit(window.canvas) == {"psis"}
    QTest.mouseMove(easel.section, QPoint(4, 4))
    assert lit(easel.section) == lit(window.canvas) == set()
    QTest.mouseMove(window.canvas, at(window.canvas, "psis"))
    assert lit(easel.section) == lit(window.canvas) == {"psis"}


def test_the_list_points_in_the_section_and_lists_it_where_it_is_alone(window: MainWindow) -> None:
    easel = choose(window, "section")
    names = rows(window)
    assert "Multifidus" in names
    assert "Names" not in names
    window.hotspot_list.pointed.emit("multifidus")
    assert lit(easel.section) == {"multifidus"}
    choose(window, "back")
    assert "Multifidus" not in rows(window)


def rows(window: MainWindow) -> list[str]:
    listed = window.hotspot_list._list
    return [listed.item(row).text() for row in range(listed.count())]


def test_a_click_in_the_section_opens_the_entry_and_marks_it(window: MainWindow) -> None:
    easel = choose(window, "both")
    point = at(easel.section, "sacrum")
    QTest.mouseMove(easel.section, point)
    QTest.mouseClick(easel.section, Qt.MouseButton.LeftButton, pos=point)
    assert window.navigator.scene.name == "sacrum"
    assert easel.section._marks.opened == "sacrum"
    assert window.navigator.scene.plate == "both"


def test_every_entry_that_is_cut_can_be_pointed_at_in_the_section_of_the_middling_body(window: MainWindow) -> None:
    easel = choose(window, "section")
    for entry in window.atlas.entries.values():
        if entry.cut:
            QTest.mouseMove(easel.section, at(easel.section, entry.id))
            assert lit(easel.section) == {entry.id}


def test_the_keyboard_goes_from_hotspot_to_hotspot_in_the_section_and_opens_one(window: MainWindow) -> None:
    window.activateWindow()
    easel = choose(window, "section")
    window.actions_by_id["to-plate"].trigger()
    seen = set()
    key(window, Qt.Key.Key_Home)
    for direction in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        for _ in range(4):
            button = window.focusWidget()
            assert isinstance(button, HotspotButton)
            assert button.parent() is easel.section
            seen.add(button.accessibleName())
            key(window, direction)
    assert len(seen) > 5
    button = window.focusWidget()
    assert isinstance(button, HotspotButton)
    assert button.spot is not None
    key(window, Qt.Key.Key_Return)
    assert window.navigator.scene.name == button.spot.entry


def test_a_screen_reader_finds_the_section_and_all_that_can_be_pointed_at(window: MainWindow) -> None:
    easel = choose(window, "section")
    buttons = [button for button in easel.section.findChildren(HotspotButton) if button.isVisible()]
    names = {button.accessibleName() for button in buttons}
    assert "cut across at the level of the spines" in easel.section.accessibleName()
    assert str(len(buttons)) in easel.section.accessibleName()
    assert "Multifidus, left" in names
    assert all(button.accessibleDescription() for button in buttons)


def test_labels_and_hotspots_are_switched_on_by_their_keys_in_the_section(window: MainWindow) -> None:
    window.activateWindow()
    easel = choose(window, "section")
    window.actions_by_id["to-plate"].trigger()
    easel.section.settle()
    bare = easel.section.grab().toImage()
    key(window, Qt.Key.Key_L)
    assert window.navigator.scene.labels
    named = easel.section.grab().toImage()
    assert named != bare
    key(window, Qt.Key.Key_H)
    assert easel.section.grab().toImage() != named


def test_what_the_section_alone_lacks_is_revealed_on_the_back_beside_it(window: MainWindow) -> None:
    easel = choose(window, "section")
    window.navigator.go_to_entry("coccyx")
    window.actions_by_id["reveal"].trigger()
    QApplication.processEvents()
    assert window.navigator.scene.plate == "both"
    assert window.canvas.isVisible()
    choose(window, "section")
    window.navigator.go_to_entry("sacrum")
    window.actions_by_id["reveal"].trigger()
    assert window.navigator.scene.plate == "section"
    assert easel.section._marks.pulsing == "sacrum"


def test_a_line_on_the_back_shows_where_it_is_cut(window: MainWindow) -> None:
    choose(window, "both")
    window.canvas.settle()
    with_line = window.canvas.grab().toImage()
    level = round(window.canvas.sight_of("").view.to_px(0, 0)[1])
    choose(window, "back")
    window.canvas.setFixedSize(with_line.size())  # as large as it was
    QApplication.processEvents()
    window.canvas.settle()
    without = window.canvas.grab().toImage()
    changed = [
        y
        for y in range(40, with_line.height() - 120)
        if any(with_line.pixel(x, y) != without.pixel(x, y) for x in range(30, with_line.width() - 60, 3))
    ]
    assert changed
    assert all(abs(y - level) <= 3 for y in changed)


# --- two bodies -----------------------------------------------------------------------------------------------------


@pytest.fixture
def pair(start: Start) -> MainWindow:
    """A woman and a man side by side."""
    window = start(link=f"dimples:home?compared={MAN}")
    easel_of(window).settle()
    return window


def test_two_bodies_stand_side_by_side_each_under_its_letter(pair: MainWindow) -> None:
    easel = easel_of(pair)
    assert easel.second.isVisible()
    assert easel.second.size() == pair.canvas.size()
    assert easel.second.x() > pair.canvas.x()
    letters = [label for label in easel.findChildren(Letter) if label.isVisible()]
    assert [(label.text(), label.parent()) for label in letters] == [("A", pair.canvas), ("B", easel.second)]
    assert isinstance(letters[0], QLabel)


def test_each_of_two_bodies_is_drawn_on_its_own_plate(pair: MainWindow) -> None:
    easel, scene = easel_of(pair), pair.navigator.scene
    assert scene.compared is not None
    woman, man = body_on(pair.canvas), body_on(easel.second)
    assert not nearly_alike(woman, man)
    pair.navigator.set_build(scene.compared)
    assert nearly_alike(body_on(pair.canvas), man)
    pair.navigator.compare(scene.build)
    assert nearly_alike(body_on(easel.second), woman)


def body_on(plate: HotspotCanvas) -> QImage:
    """The middle of a plate, where there is no letter."""
    settle()
    plate.settle()
    middle = plate.rect().center()
    return plate.grab().toImage().copy(middle.x() - 100, middle.y() - 60, 200, 60)


def test_both_are_zoomed_and_panned_together(pair: MainWindow) -> None:
    easel = easel_of(pair)
    roll(easel.second, easel.second.rect().center(), 4)
    assert easel.second.sight_of("").view == pair.canvas.sight_of("").view
    assert pair.navigator.scene.zoom > 0
    roll(pair.canvas, pair.canvas.rect().center(), -2)
    assert easel.second.sight_of("").view == pair.canvas.sight_of("").view


def test_both_have_the_same_hotspots_and_point_for_each_other(pair: MainWindow) -> None:
    easel = easel_of(pair)
    QTest.mouseMove(easel.second, at(easel.second, "psis"))
    assert lit(pair.canvas) == {"psis"}
    point = at(easel.second, "heredity")
    QTest.mouseClick(easel.second, Qt.MouseButton.LeftButton, pos=point)
    assert pair.navigator.scene.name == "heredity"
    assert easel.second._marks.opened == pair.canvas._marks.opened == "heredity"


def test_one_body_again_has_the_plate_to_itself(pair: MainWindow, qtbot: QtBot) -> None:
    easel = easel_of(pair)
    half = pair.canvas.width()
    pair.navigator.compare(None)
    qtbot.waitUntil(lambda: pair.canvas.width() > 1.3 * half)
    assert not easel.second.isVisible()
    assert not any(label.isVisible() for label in easel.findChildren(Letter))


def test_the_section_shows_the_other_skin_as_a_dashed_line(window: MainWindow) -> None:
    easel = choose(window, "section")
    easel.section.settle()
    alone = easel.section.grab().toImage()
    build = window.navigator.scene.build
    window.navigator.compare(build._replace(fat=0.46))
    QApplication.processEvents()
    easel.section.settle()
    assert not easel.second.isVisible() if "second" in vars(easel) else True
    assert easel.section.grab().toImage() != alone
