"""The slider from skin to bone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import LAYERS
from dimples_gui.plate.bore import BORE_X_PX, END_PX, NAME_GAP_PX
from dimples_gui.plate.depth import DepthSlider, DepthStrip
from dimples_gui.scene import Scene
from dimples_gui.theme import CONTRAST, LIGHT, reading_font


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[DepthStrip]:
    strip = DepthStrip(LAYERS, LIGHT)
    qtbot.addWidget(strip)
    strip.resize(110, 500)
    strip.show()
    qtbot.waitExposed(strip)
    yield strip
    strip.close()


@pytest.fixture
def slider(strip: DepthStrip) -> DepthSlider:
    return strip.findChildren(DepthSlider)[0]


@pytest.fixture
def wanted(strip: DepthStrip) -> list[float]:
    told: list[float] = []
    strip.depth_wanted.connect(told.append)
    return told


def height_of(slider: DepthSlider, layer: int) -> int:
    return round(END_PX + (slider.height() - 2 * END_PX) * layer / 4)


def test_down_goes_one_layer_deeper_and_up_comes_back(slider: DepthSlider, wanted: list[float]) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        QTest.keyClick(slider, key)
    assert wanted == [1.0, 2.0, 1.0, 0.0]


def test_home_is_the_skin_and_end_is_the_bone(slider: DepthSlider, wanted: list[float]) -> None:
    QTest.keyClick(slider, Qt.Key.Key_End)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert wanted == [4.0, 0.0]


@pytest.mark.parametrize(("key", "depth"), [(Qt.Key.Key_Down, 3.0), (Qt.Key.Key_Up, 2.0)])
def test_from_between_two_layers_a_key_goes_to_the_next_one(
    strip: DepthStrip, slider: DepthSlider, wanted: list[float], key: Qt.Key, depth: float
) -> None:
    strip.show_scene(Scene(depth=2.4))
    QTest.keyClick(slider, key)
    assert wanted == [depth]


def test_dragging_is_continuous_and_layers_catch_the_handle(slider: DepthSlider, wanted: list[float]) -> None:
    top, bottom = height_of(slider, 0), height_of(slider, 4)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(22, top))
    for y in range(top, bottom + 1):
        QTest.mouseMove(slider, QPoint(22, y))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(22, bottom))
    assert wanted == sorted(wanted)
    assert len(wanted) > 100
    assert {1.0, 2.0, 3.0, 4.0} <= set(wanted)


@pytest.mark.parametrize("aside", [-3, 3])
def test_a_layer_catches_a_handle_that_is_very_near(slider: DepthSlider, wanted: list[float], aside: int) -> None:
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(22, height_of(slider, 2) + aside))
    assert wanted == [2.0]


@pytest.mark.parametrize("layer", [1, 2, 3, 4])
def test_a_click_on_a_name_goes_to_that_layer(slider: DepthSlider, wanted: list[float], layer: int) -> None:
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(60, height_of(slider, layer) + 9))
    assert wanted == [float(layer)]


def test_the_wheel_goes_a_quarter_of_a_layer(slider: DepthSlider, wanted: list[float]) -> None:
    where, none = QPointF(22, 200), QPoint()
    down = QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(where, where, none, down, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(slider, event)
    assert wanted == [0.25]


def test_following_the_scene_asks_for_nothing(strip: DepthStrip, slider: DepthSlider, wanted: list[float]) -> None:
    strip.show_scene(Scene(depth=3.0))
    assert slider.value_text() == "ligament"
    assert wanted == []


def test_a_screen_reader_hears_a_slider_with_the_layer_in_words(strip: DepthStrip, slider: DepthSlider) -> None:
    seen = QAccessible.queryAccessibleInterface(slider)
    assert seen.role() == QAccessible.Role.Slider
    assert seen.text(QAccessible.Text.Name) == "Depth"
    assert seen.text(QAccessible.Text.Description) == "skin"
    strip.show_scene(Scene(depth=0.5))
    assert seen.text(QAccessible.Text.Description) == "between skin and fat"


def test_only_the_plates_own_layers_are_there(qtbot: QtBot) -> None:
    strip = DepthStrip(("skin", "bone"), LIGHT)
    qtbot.addWidget(strip)
    told: list[float] = []
    strip.depth_wanted.connect(told.append)
    slider = strip.findChildren(DepthSlider)[0]
    QTest.keyClick(slider, Qt.Key.Key_Down)
    assert told == [4.0]
    strip.show_scene(Scene(depth=2.0))
    assert slider.value() == 50
    assert slider.value_text() == "between skin and bone"


def test_names_fit_at_twice_the_size_of_text(strip: DepthStrip, slider: DepthSlider) -> None:
    small = slider.sizeHint().width()
    strip.set_look(CONTRAST._replace(text_scale=2.0))
    assert slider.sizeHint().width() > 1.5 * small


@pytest.mark.parametrize("text_scale", [1.0, 2.0, 3.0])
def test_at_its_least_height_no_name_is_cut_or_touches_another(
    strip: DepthStrip, slider: DepthSlider, text_scale: float
) -> None:
    look = LIGHT._replace(text_scale=text_scale)
    strip.set_look(look)
    slider.setFixedSize(slider.minimumSizeHint())
    slider.clearFocus()
    image = slider.grab().toImage()
    left = round(BORE_X_PX + NAME_GAP_PX * slider._bore.grown)
    ground = image.pixelColor(image.width() - 1, 0)
    inked = [
        any(abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 30 for x in range(left, image.width()))
        for y in range(image.height())
    ]
    assert not inked[0]
    assert not inked[-1]
    blocks = sum(now and not before for before, now in zip([False, *inked], inked, strict=False))
    assert blocks >= len(LAYERS)  # the dot of an i may stand alone
    metrics = QFontMetricsF(reading_font(look, 10.5, QFont.Weight.DemiBold))
    assert slider.minimumSizeHint().height() >= len(LAYERS) * metrics.height()


def test_at_three_times_the_size_of_text_a_name_is_as_high_as_it_is_drawn_elsewhere(
    strip: DepthStrip, slider: DepthSlider
) -> None:
    look = LIGHT._replace(text_scale=3.0)
    strip.set_look(look)
    strip.show_scene(Scene(depth=4.0))
    strip.resize(300, 800)
    slider.clearFocus()
    QApplication.processEvents()
    image = slider.grab().toImage()
    middle, line = round(slider._height_of(300)), QFontMetricsF(reading_font(look, 10.5))
    left = round(BORE_X_PX + NAME_GAP_PX * slider._bore.grown)
    ground = image.pixelColor(image.width() - 1, 0).lightness()
    rows = [
        y
        for y in range(middle - 40, middle + 40)
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 30 for x in range(left, image.width()))
    ]
    whole = line.tightBoundingRect("gament").height()
    assert rows[-1] - rows[0] + 1 >= whole - 2
