"""A panel over the shipped content, shown on a screen that is not there, and the acts of a reader."""

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("DIMPLES_TEST_PLATFORM", "offscreen")

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontDatabase, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas
from dimples_gui.languages import PseudoTranslator, is_pseudo
from dimples_gui.navigator import Navigator
from dimples_gui.panels.panel import Panel
from dimples_gui.panels.truths_frame import AnswerPage, QuestionFrame
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


class Player:
    """A person before a round of questions."""

    def __init__(self, frame: QuestionFrame) -> None:
        self.frame = frame

    def pages(self) -> list[AnswerPage]:
        """The words that are not put away, from the top."""
        return [page for page in self.frame.findChildren(AnswerPage) if not page.isHidden()]

    def settle(self) -> None:
        """Let all come to rest."""
        for _ in range(4):  # a layout within a layout within a layout
            QApplication.processEvents()
        for _ in range(1000):
            QApplication.processEvents()
            if all(page.is_settled() for page in self.pages()):
                return
        raise AssertionError("the panel does not come to rest")

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the keyboard is, which is within the panel."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            assert self.frame.isAncestorOf(focused)
            QTest.keyClick(focused, key)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Click a control."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def follow(self, href: str) -> None:
        """Press a link, as keyboard and screen reader do."""
        self.settle()
        button = next(filter(None, (page.buttons.over(href) for page in self.pages())))
        button.click()
        self.settle()

    def text(self) -> str:
        """What can be read on the pages."""
        return " ".join(" ".join(page.text() for page in self.pages()).replace("\u00a0", " ").split())

    def shown(self) -> list[str]:
        """All that is shown or said just now, each text by itself."""
        texts = [part.text for page in self.pages() for part in page.leaf.paragraphs]
        for widget in self.frame.findChildren(QWidget):
            if widget.isVisible():
                texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
                texts += [widget.text()] if isinstance(widget, QLabel | QAbstractButton) else []
        return texts


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say."""
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message().replace("\u00a0", " "))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


@pytest.fixture
def pseudo() -> Iterator[None]:
    """The program's words in a made-up language."""
    app = QApplication.instance()
    assert app
    translator = PseudoTranslator(app)
    app.installTranslator(translator)
    yield
    app.removeTranslator(translator)


def untranslated(texts: Iterable[str], own: Iterable[str]) -> list[str]:
    """The texts that stayed in English though nothing of the content's own stands in them."""
    own = tuple(own)
    return [
        text
        for text in texts
        if any(letter.isalpha() for letter in text) and not is_pseudo(text) and not any(part in text for part in own)
    ]
