"""A panel over the shipped content, shown on a screen that is not there, and the acts of a reader."""

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("DIMPLES_TEST_PLATFORM", "offscreen")

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas
from dimples_gui.navigator import Navigator
from dimples_gui.panels.panel import Panel
from dimples_gui.paths import find_places
from dimples_gui.scene import Scene, from_link
from dimples_gui.theme import LIGHT

FONTS = Path(__file__).parent.parent.parent / "assets" / "fonts"


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The shipped content."""
    places = find_places()
    return load(places.content, places.assets, "en")


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    """The bundled font."""
    for file in FONTS.glob("*.ttf"):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0


@pytest.fixture
def navigator(atlas: Atlas) -> Navigator:
    """Where the reader is."""
    return Navigator({entry.id: entry.seen_on() for entry in atlas.entries.values()})


class Reader:
    """A person before the panel, which is connected as the window connects it."""

    def __init__(self, panel: Panel, navigator: Navigator) -> None:
        self.panel, self.page, self.navigator = panel, panel.page, navigator

    def look(self) -> None:
        """Let everything be painted, and what follows a paint be done."""
        QApplication.processEvents()
        while not self.page.is_settled():
            QApplication.processEvents()
        QApplication.processEvents()

    def go(self, name: str, *opened: str) -> None:
        """Come to a page by a link from elsewhere."""
        self.navigator.show(Scene(name, opened=opened))
        self.look()

    def find(self, href: str) -> QPoint:
        """Scroll a link into view; the middle of its first word in the page's viewport."""
        self.look()
        mark = next(mark for mark in self.page.plan().marks if mark.span.run.href == href)
        self.page.show_area(mark.area)
        self.look()
        cursor = QTextCursor(self.page.document().findBlockByNumber(mark.span.block))
        cursor.setPosition(cursor.position() + mark.span.start + 2)
        return self.page.cursorRect(cursor).center()

    def click(self, href: str) -> None:
        """Click a link with the mouse, where it is painted."""
        QTest.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, pos=self.find(href))
        self.look()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)
        self.look()

    def text(self) -> str:
        """What can be read."""
        return self.panel.text()


@pytest.fixture
def reader(qtbot: QtBot, atlas: Atlas, navigator: Navigator, _fonts: None) -> Reader:
    """A reader at the first page."""
    panel = Panel(atlas, LIGHT)
    qtbot.addWidget(panel)
    panel.entry_clicked.connect(navigator.go_to_entry)
    panel.claim_toggled.connect(navigator.toggle_claim)
    panel.link_clicked.connect(lambda link: navigator.show(from_link(link, navigator.seen_on)))
    navigator.changed.connect(panel.show_scene)
    panel.resize(480, 800)
    panel.show_scene(navigator.scene)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    reader = Reader(panel, navigator)
    reader.look()
    return reader
