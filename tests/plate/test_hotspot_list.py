"""The list beside the plate."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.plate.bore import TISSUES
from dimples_gui.plate.hotspot_list import HotspotList
from dimples_gui.scene import Scene
from dimples_gui.scroll_bar import PageScrollBar
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look


@pytest.fixture
def beside(qtbot: QtBot, atlas: Atlas) -> Iterator[HotspotList]:
    beside = HotspotList(atlas, LIGHT)
    qtbot.addWidget(beside)
    beside.resize(200, 500)
    beside.show_scene(Scene())
    beside.show()
    qtbot.waitExposed(beside)
    yield beside
    beside.close()


@pytest.fixture
def rows(beside: HotspotList) -> QListWidget:
    return beside.findChildren(QListWidget)[0]


def names(rows: QListWidget) -> list[str]:
    items = [rows.item(at) for at in range(rows.count())]
    return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.data(Qt.ItemDataRole.UserRole)]


def middle_of(rows: QListWidget, entry: str) -> QPoint:
    at = next(at for at in range(rows.count()) if rows.item(at).data(Qt.ItemDataRole.UserRole) == entry)
    return rows.visualItemRect(rows.item(at)).center()


@pytest.mark.parametrize("layer", LAYERS)
def test_the_list_holds_what_can_be_pointed_at_on_the_layer(
    beside: HotspotList, rows: QListWidget, atlas: Atlas, layer: str
) -> None:
    beside.show_scene(Scene(depth=float(LAYERS.index(layer))))
    assert set(names(rows)) == {entry.id for entry in atlas.entries.values() if layer in entry.seen_on()}


def test_structures_come_before_topics_each_by_importance(rows: QListWidget, atlas: Atlas) -> None:
    order = [(atlas.entries[name].kind == "topic", atlas.entries[name].rank) for name in names(rows)]
    assert order == sorted(order)


def test_every_row_has_an_icon(rows: QListWidget) -> None:
    for at in range(rows.count()):
        item = rows.item(at)
        assert item.icon().isNull() != bool(item.data(Qt.ItemDataRole.UserRole))


def test_clicking_a_row_opens_its_entry_and_a_heading_opens_nothing(beside: HotspotList, rows: QListWidget) -> None:
    told: list[str] = []
    beside.entry_clicked.connect(told.append)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(0)).center())
    assert told == []
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(rows, "psis"))
    assert told == ["psis"]


def test_arrow_keys_point_and_enter_opens(beside: HotspotList, rows: QListWidget, qtbot: QtBot) -> None:
    pointed: list[str] = []
    beside.pointed.connect(pointed.append)
    beside.activateWindow()
    beside.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    beside.show_scene(Scene(name="dimple"))
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert pointed[-1] == "psis"
    with qtbot.waitSignal(beside.entry_clicked) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == ["psis"]


def test_pointing_at_a_row_points_at_its_entry_until_the_pointer_leaves(beside: HotspotList, rows: QListWidget) -> None:
    pointed: list[str] = []
    beside.pointed.connect(pointed.append)
    for entry in ("dimple", "heredity"):
        QTest.mouseMove(rows.viewport(), middle_of(rows, entry))
    pointed[:] = pointed[-1:]
    assert pointed == ["heredity"]
    QApplication.sendEvent(rows.viewport(), QEvent(QEvent.Type.Leave))
    assert pointed == ["heredity", ""]


def test_the_open_entry_is_the_current_row_and_following_the_scene_opens_nothing(
    beside: HotspotList, rows: QListWidget
) -> None:
    told: list[str] = []
    beside.entry_clicked.connect(told.append)
    beside.show_scene(Scene(name="tether"))
    assert rows.currentItem().data(Qt.ItemDataRole.UserRole) == "tether"
    beside.show_scene(Scene())
    assert rows.currentRow() == -1
    assert told == []


def test_a_screen_reader_hears_full_names(rows: QListWidget, atlas: Atlas) -> None:
    seen = QAccessible.queryAccessibleInterface(rows)
    assert seen.role() == QAccessible.Role.List
    heard = [seen.child(at).text(QAccessible.Text.Name) for at in range(seen.childCount())]
    assert {atlas.entries[name].title for name in names(rows)} <= set(heard)


def test_another_look_keeps_the_rows_and_the_current_one(beside: HotspotList, rows: QListWidget) -> None:
    beside.show_scene(Scene(name="psis"))
    before = names(rows)
    beside.set_look(DARK._replace(text_scale=2.0))
    assert names(rows) == before
    assert rows.currentItem().data(Qt.ItemDataRole.UserRole) == "psis"


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
def test_a_ring_is_around_the_current_row_also_the_chosen_one_while_the_list_has_the_keyboard(
    beside: HotspotList, rows: QListWidget, qtbot: QtBot, look: Look
) -> None:
    def ring_at(entry: str) -> bool:
        rect = rows.visualItemRect(rows.item(names_and_headings.index(entry)))
        image = rows.viewport().grab().toImage()
        side = {image.pixelColor(x, rect.center().y()).name() for x in range(rect.left(), rect.left() + 4)}
        return look.focus in side

    names_and_headings = [str(rows.item(at).data(Qt.ItemDataRole.UserRole) or "") for at in range(rows.count())]
    beside.set_look(look)
    beside.show_scene(Scene(name="dimple"))
    rows.clearFocus()
    assert not ring_at("dimple")
    beside.activateWindow()
    beside.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    assert ring_at("dimple")
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert not ring_at("dimple")
    assert ring_at("psis")


def test_the_ring_is_around_the_whole_list_while_no_row_is_current(
    beside: HotspotList, rows: QListWidget, qtbot: QtBot
) -> None:
    beside.activateWindow()
    beside.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    beside.show_scene(Scene(name="dimple"))
    beside.show_scene(Scene())
    assert rows.currentRow() == -1
    image = rows.viewport().grab().toImage()
    assert image.pixelColor(2, image.height() // 2).name() == LIGHT.focus


def test_a_structures_dot_has_the_colour_of_the_layer_where_it_lies_and_a_pin_its_icon(
    beside: HotspotList, rows: QListWidget
) -> None:
    def middle_colour(entry: str) -> str:
        item = next(
            rows.item(at) for at in range(rows.count()) if rows.item(at).data(Qt.ItemDataRole.UserRole) == entry
        )
        return item.icon().pixmap(24, 24).toImage().pixelColor(12, 12).name()

    assert middle_colour("dimple") == TISSUES["skin"]
    assert middle_colour("psis") == TISSUES["bone"]
    assert middle_colour("tether") not in TISSUES.values()  # its pin is on the plate
    beside.show_scene(Scene(depth=3.0))
    assert middle_colour("tether") == TISSUES["ligament"]
    beside.show_scene(Scene(depth=4.0))
    assert middle_colour("iliac-crest") == TISSUES["bone"]  # which is seen on the muscle layer too


def test_icons_grow_with_the_text_and_names_keep_their_room(beside: HotspotList, rows: QListWidget) -> None:
    before = rows.iconSize().width(), beside.sizeHint().width()
    beside.set_look(LIGHT._replace(text_scale=1.5))
    assert rows.iconSize().width() == 1.5 * before[0]
    assert beside.sizeHint().width() > before[1]


def test_a_long_list_is_scrolled_by_the_flat_bar_in_the_lists_own_colours(
    beside: HotspotList, rows: QListWidget, qtbot: QtBot
) -> None:
    beside.show_scene(Scene(depth=4.0))
    bar = rows.verticalScrollBar()
    assert isinstance(bar, PageScrollBar)
    qtbot.waitUntil(bar.isVisible)
    for look in (LIGHT, DARK):
        beside.set_look(look)
        seen = {bar.grab().toImage().pixelColor(x, bar.height() - 2).name() for x in range(bar.width())}
        assert seen == {look.window}
    handle = bar.handle().center().toPoint()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=handle)
    QTest.mouseMove(bar, handle + QPoint(0, 60))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=handle + QPoint(0, 60))
    assert bar.value() > 0
