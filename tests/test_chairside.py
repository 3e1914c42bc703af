"""The chairside view: plate and short answer fill the screen, strokes go over the plate, and all is as it was after."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.chairside import Chairside
from dimples_gui.chairside_pen import COLOURS, PenSheet
from dimples_gui.chairside_view import ChairsideWords
from dimples_gui.main_window import MainWindow
from dimples_gui.theme import DARK, LIGHT
from tests.conftest import Start, press

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
RED = "#d01c2e"


def running(window: MainWindow) -> Chairside:
    found = window.findChild(Chairside)
    assert found is not None
    return found


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> Iterator[Chairside]:
    """At an entry, in the chairside view."""
    window.open_link("dimples:psis")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    found = running(window)
    # this screen is as wide as high: the words stand under the plate
    qtbot.waitUntil(
        lambda: window.canvas.width() > window.width() * 0.8 and found.sheets[0].size() == window.canvas.size()
    )
    yield found
    if window.findChild(Chairside):
        running(window).leave()


def window_of(shown: Chairside) -> MainWindow:
    window = shown.parent()
    assert isinstance(window, MainWindow)
    return window


def draw(shown: Chairside, *points: tuple[int, int]) -> PenSheet:
    """A drag over the plate, with the pen out."""
    shown.view.bar.draw.setChecked(True)
    sheet = shown.sheets[0]
    spots = [QPoint(*point) for point in points]
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(sheet, spot)
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=spots[-1])
    return sheet


def picture_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def state_of(window: MainWindow) -> tuple[object, ...]:
    """All that is to be as it was."""
    parts = (window.menuBar(), window.toolbar, window.statusBar(), window.list_place, window.parts.beside)
    return (
        window.windowState(), window.size(),
        tuple(part.isVisible() for part in parts), tuple(window.columns.sizes()),
        window.canvas.size(), window.focusWidget(), len(window.actions()),
        window.actions_by_id["chairside"].isChecked(),
    )  # fmt: skip


def test_plate_and_short_answer_fill_the_screen(shown: Chairside) -> None:
    window = window_of(shown)
    assert window.isFullScreen()
    for part in (window.menuBar(), window.toolbar, window.statusBar(), window.list_place, window.panel):
        assert not part.isVisible()
    assert window.canvas.isVisible()
    assert shown.view.words.title.text() == "Posterior superior iliac spine"
    assert shown.view.words.answer.text().startswith("The rear tip of the hip bone’s upper ridge")
    assert shown.view.words.answer.font().pointSizeF() >= 17
    assert window.actions_by_id["chairside"].isChecked()


@pytest.mark.parametrize("way", ["F11", "Esc", "Leave"])
def test_leaving_makes_everything_as_it_was(qtbot: QtBot, window: MainWindow, way: str) -> None:
    window.open_link("dimples:tether?zoom=1.2&x=40&y=10")
    window.columns.setSizes([200, 640, 440])
    window.panel.page.setFocus()
    QApplication.processEvents()
    before = state_of(window)
    QTest.keyClick(window, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    shown = running(window)
    draw(shown, (50, 50), (90, 90))
    if way == "Leave":
        shown.view.bar.leave.click()
    else:
        QTest.keyClick(window.canvas, Qt.Key.Key_F11 if way == "F11" else Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: state_of(window) == before)
    assert window.findChild(Chairside) is None
    qtbot.waitUntil(lambda: window.canvas.findChild(PenSheet) is None)
    QTest.keyClick(window, Qt.Key.Key_G, CTRL_SHIFT)
    assert window.navigator.scene.name == "glossary"


def test_esc_leaves_though_the_plate_has_an_esc_of_its_own(qtbot: QtBot, shown: Chairside) -> None:
    window = window_of(shown)
    window.open_link("dimples:gluteus-maximus?layer=muscle")
    window.actions_by_id["isolate"].trigger()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    if window.findChild(Chairside):
        QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_keys_and_clicks_go_on_working(shown: Chairside) -> None:
    window = window_of(shown)
    QTest.keyClick(window.canvas, Qt.Key.Key_5)
    assert window.navigator.scene.layer == "bone"
    point = window.canvas.point_of("sacrum")
    assert point is not None
    press(window, point)
    assert window.navigator.scene.name == "sacrum"
    assert shown.view.words.title.text() == window.atlas.entries["sacrum"].title
    QTest.keyClick(window.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.navigator.scene.name == "psis"


def test_keys_of_the_plate_stay_the_plates(shown: Chairside) -> None:
    """The window takes over the menus' keys while their bar is hidden; L alone must not become the whole window's."""
    window = window_of(shown)
    shown.view.bar.draw.setFocus()
    QTest.keyClick(shown.view.bar.draw, Qt.Key.Key_L)
    assert not window.navigator.scene.labels


@pytest.mark.parametrize(
    ("link", "title", "words"),
    [
        ("dimples:home", "The dimples of Venus", "Point at the back"),
        ("dimples:dimple?question=1&step=2", "Can I get them?", ""),
        ("dimples:whatif", "What if", "dent"),
        ("dimples:sources", "Sources", ""),
        ("dimples:nowhere", "nowhere", ""),
    ],
)
def test_every_page_has_its_words(shown: Chairside, link: str, title: str, words: str) -> None:
    window_of(shown).open_link(link)
    assert shown.view.words.title.text() == title
    assert words in shown.view.words.answer.text()
    if "question" in link:
        assert shown.view.words.answer.text()


# --- the pen ----------------------------------------------------------------------------------------------------------


def test_a_drag_with_the_pen_draws_and_does_not_pan(shown: Chairside) -> None:
    window = window_of(shown)
    scene = window.navigator.scene
    sheet = draw(shown, (60, 60), (120, 60), (120, 120))
    assert window.navigator.scene == scene
    assert len(sheet.strokes) == 1
    assert picture_of(window.canvas).pixelColor(100, 60).name() == RED
    assert picture_of(window.canvas).pixelColor(120, 90).name() == RED


def test_without_the_pen_a_drag_pans_and_strokes_stay(qtbot: QtBot, shown: Chairside) -> None:
    window = window_of(shown)
    window.navigator.set_view(1.5, 0.0, 0.0)
    sheet = draw(shown, (60, 60), (120, 60))
    QTest.keyClick(window.canvas, Qt.Key.Key_D)
    assert not shown.view.bar.draw.isChecked()
    middle = window.canvas.rect().center()
    QTest.mousePress(window.canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(window.canvas, middle + QPoint(20, 0))
    QTest.mouseMove(window.canvas, middle + QPoint(40, 0))
    QTest.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    assert window.navigator.scene.x < 0
    assert len(sheet.strokes) == 1
    moved = QPointF(*window.canvas.sight_of("").view.to_px(*sheet.strokes[0].points[0]))
    assert abs(moved.x() - 100) <= 1.5
    assert picture_of(window.canvas).pixelColor(round(moved.x()) + 20, round(moved.y())).name() == RED


def test_strokes_stay_with_the_body_when_it_is_zoomed(shown: Chairside) -> None:
    window = window_of(shown)
    window.navigator.set_view(1.0, 0.0, 0.0)
    middle = window.canvas.rect().center()
    sheet = draw(shown, (middle.x(), middle.y()), (middle.x() + 30, middle.y()))
    end = sheet.strokes[0].points[-1]
    window.navigator.set_view(2.0, 0.0, 0.0)
    at = QPointF(*window.canvas.sight_of("").view.to_px(*end))
    assert abs(at.x() - (middle.x() + 60)) <= 2
    assert picture_of(window.canvas).pixelColor(round(at.x()) - 4, round(at.y())).name() == RED


def test_colour_undo_and_clear_have_keys(shown: Chairside) -> None:
    window, bar = window_of(shown), shown.view.bar
    draw(shown, (60, 60), (120, 60))
    QTest.keyClick(window.canvas, Qt.Key.Key_K)
    assert bar.colour.text() == "Colour: blue"
    sheet = draw(shown, (60, 90), (120, 90))
    assert [stroke.colour for stroke in sheet.strokes] == [*COLOURS.values()][:2]
    assert bar.draw.accessibleDescription() == "Strokes: 2"
    QTest.keyClick(window.canvas, Qt.Key.Key_Backspace)
    assert [stroke.colour for stroke in sheet.strokes] == [RED]
    draw(shown, (60, 120), (60, 120))
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert sheet.strokes == []
    assert not bar.undo.isEnabled()
    shown.undo()
    sheet.undo()
    for _ in range(3):
        bar.colour.click()
    assert bar.colour.text() == "Colour: red"


def test_a_click_with_the_pen_is_a_dot(shown: Chairside) -> None:
    draw(shown, (60, 60))
    assert picture_of(window_of(shown).canvas).pixelColor(60, 60).name() == RED


def test_other_buttons_are_not_the_pens(shown: Chairside) -> None:
    sheet = draw(shown, (60, 60), (70, 60))
    QTest.mousePress(sheet, Qt.MouseButton.MiddleButton, pos=QPoint(90, 90))
    QTest.mouseMove(sheet, QPoint(95, 95))
    QTest.mouseRelease(sheet, Qt.MouseButton.MiddleButton, pos=QPoint(95, 95))
    assert len(sheet.strokes) == 1


def test_the_section_can_be_drawn_on_too(qtbot: QtBot, shown: Chairside) -> None:
    window = window_of(shown)
    draw(shown, (60, 60), (90, 60))
    window.navigator.show_plate("both")
    assert len(shown.sheets) == 2
    section = shown.sheets[1]
    qtbot.waitUntil(lambda: section.size() == section.plate.size())
    QTest.mousePress(section, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(section, QPoint(60, 20))
    QTest.mouseRelease(section, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert len(section.strokes) == 1
    shown.undo()
    assert (len(shown.sheets[0].strokes), len(section.strokes)) == (1, 0)
    shown.leave()
    assert window.parts.easel is not None
    qtbot.waitUntil(window.parts.easel.isVisible)


def test_nothing_of_it_is_remembered(qtbot: QtBot, start: Start) -> None:
    window = start()
    geometry = window.size()
    window.actions_by_id["chairside"].trigger()
    draw(running(window), (60, 60), (90, 90))
    window.close()
    again = start()
    assert not again.isFullScreen()
    assert again.findChild(Chairside) is None
    assert again.size() == geometry
    assert window.settings.columns == window.columns.saveState()


def test_an_authors_save_ends_it(qtbot: QtBot, shown: Chairside) -> None:
    window = window_of(shown)
    window.show_atlas(window.atlas)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.findChild(Chairside) is None
    assert window.menuBar().isVisible()
    assert window.statusBar().isVisible()
    window.actions_by_id["chairside"].trigger()
    qtbot.waitUntil(window.isFullScreen)


def test_another_kind_of_page_meanwhile_keeps_its_columns(qtbot: QtBot, shown: Chairside) -> None:
    window = window_of(shown)
    window.actions_by_id["options"].trigger()
    assert shown.view.words.title.text() == "Options"
    shown.leave()
    qtbot.waitUntil(window.parts.beside.isVisible)
    assert window.parts.beside.width() > window.width() / 2
    window.actions_by_id["home"].trigger()
    qtbot.waitUntil(lambda: window.canvas.width() > window.width() / 4)


def test_it_wears_other_colours_and_sizes(shown: Chairside) -> None:
    window = window_of(shown)
    before = shown.view.words.answer.font().pointSizeF()
    window.actions_by_id["theme-contrast"].trigger()
    window.appearance.set_text_percent(300)
    assert shown.view.palette().window().color().name() == window.appearance.look.page
    assert shown.view.words.answer.font().pointSizeF() != before or before == 40


def test_words_are_as_large_as_they_go(qtbot: QtBot) -> None:
    words = ChairsideWords(LIGHT)
    qtbot.addWidget(words)
    words.show_words("Title", "Short.")
    sizes = []
    for width, height in ((1200, 900), (500, 400), (300, 200)):
        words.resize(width, height)
        words.show_words("Title", "Word after word, line after line. " * 12)
        sizes.append(words.answer.font().pointSizeF())
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1] >= 17


def test_words_that_do_not_fit_scroll_with_the_pages_bar_in_the_looks_colours(qtbot: QtBot) -> None:
    words = ChairsideWords(LIGHT)
    qtbot.addWidget(words)
    words.resize(300, 200)
    words.show_words("Dimple of Venus", "A soft dent on each side. " * 20)
    words.show()
    bar = words.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    for look in (LIGHT, DARK):
        words.set_look(look)
        assert bar.grab().toImage().pixelColor(0, 0) == QColor(look.page)


def test_every_button_has_a_name_a_tip_and_a_key(shown: Chairside) -> None:
    bar = shown.view.bar
    for button, key in ((bar.draw, "D"), (bar.colour, "K"), (bar.undo, "Backspace"), (bar.clear, "Delete")):
        assert button.text()
        assert button.toolTip().endswith(f"({key})")
    assert "F11" in bar.leave.toolTip()
    assert not [label for label in bar.findChildren(QLabel) if label.text()]
