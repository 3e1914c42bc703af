"""A plate over the shipped content, shown on a screen that is not there, and the acts of a person before it."""

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("DIMPLES_TEST_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas
from dimples_gui.navigator import Navigator
from dimples_gui.paths import asset, find_places
from dimples_gui.plate.art import Art
from dimples_gui.plate.canvas import PlateCanvas
from dimples_gui.plate.hotspot_buttons import HotspotButton
from dimples_gui.theme import LIGHT

SIZE = (820, 700)


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The shipped content."""
    places = find_places()
    return load(places.content, places.assets, "en")


def picture_of(layer: str) -> QImage | None:
    """The shipped picture of a layer."""
    file = asset(find_places(), f"plates/back/{layer}.png")
    return QImage(str(file)) if file else None


@pytest.fixture(scope="session")
def art(atlas: Atlas) -> Art:
    """The shipped plate's pictures and outlines."""
    return Art(atlas, picture_of)


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """The bundled font."""
    for file in (Path(__file__).parents[2] / "assets" / "fonts").glob("*.ttf"):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0


class Viewer:
    """A person before the plate, which is connected as the window connects it, between two other widgets."""

    def __init__(self, atlas: Atlas) -> None:
        self.navigator = Navigator({entry.id: entry.seen_on() for entry in atlas.entries.values()})
        self.canvas = PlateCanvas(atlas, picture_of, LIGHT)
        self.canvas.setFixedSize(*SIZE)
        self.window = QWidget()
        self.before, self.after = QPushButton("before"), QPushButton("after")
        row = QHBoxLayout(self.window)
        for widget in (self.before, self.canvas, self.after):
            row.addWidget(widget)
        self.canvas.entry_clicked.connect(self.navigator.go_to_entry)
        self.canvas.view_wanted.connect(self.navigator.set_view)
        self.canvas.depth_wanted.connect(self.navigator.set_depth)
        self.navigator.changed.connect(self.canvas.show_scene)
        self.canvas.show_scene(self.navigator.scene)

    @property
    def open(self) -> str:
        """The entry that is open."""
        return self.navigator.scene.name

    def look(self) -> None:
        """Let everything be painted."""
        QApplication.processEvents()

    def at(self, entry: str) -> QPoint:
        """Where a click opens an entry."""
        point = self.canvas.point_of(entry)
        assert point is not None
        return point.toPoint()

    def click(self, point: QPoint) -> None:
        """A click of the left button."""
        QTest.mouseMove(self.canvas, point)
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, pos=point)

    def roll(self, point: QPoint, eighths: int, pixels: int = 0) -> None:
        """Roll the wheel, or a touchpad that counts pixels."""
        where = QPointF(point)
        buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            where, where, QPoint(0, pixels), QPoint(0, eighths), buttons, keys, phase, False
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def focused(self) -> str:
        """The accessible name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def buttons(self) -> list[HotspotButton]:
        """What a screen reader finds on the plate, in its order."""
        return [button for button in self.canvas.findChildren(HotspotButton) if button.isVisible()]


@pytest.fixture
def viewer(qtbot: QtBot, atlas: Atlas) -> Iterator[Viewer]:
    """A person before the plate at the first start."""
    viewer = Viewer(atlas)
    qtbot.addWidget(viewer.window)
    viewer.window.show()
    qtbot.waitExposed(viewer.window)
    viewer.window.activateWindow()
    QApplication.processEvents()
    yield viewer
    viewer.window.close()
