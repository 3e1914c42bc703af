"""The signs that need a doctor: what to do first, in order of urgency, each with sources that open."""

from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.decide import Decide, RedFlag, decide_of, packed
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.leaf import TOGGLE
from dimples_gui.panels.ornaments import SIGNS
from dimples_gui.panels.redflags_panel import RedFlagsPanel
from dimples_gui.scene import REDFLAGS, Scene
from dimples_gui.theme import DARK, LIGHT, Look

URGENCIES = ["now", "day", "soon"]


@pytest.fixture
def panel(qtbot: QtBot, atlas: Atlas, _fonts: None) -> RedFlagsPanel:
    panel = RedFlagsPanel(atlas, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(420, 760)
    panel.show_scene(Scene(REDFLAGS))
    panel.show()
    qtbot.waitExposed(panel)
    settle(panel)
    return panel


def settle(panel: RedFlagsPanel) -> None:
    panel.page.galley.finish()
    panel.grab()
    while not panel.page.is_settled():
        QApplication.processEvents()


def flags(atlas: Atlas) -> tuple[RedFlag, ...]:
    return decide_of(atlas.decide).redflags


def click(panel: RedFlagsPanel, href: str) -> None:
    mark = next(mark for mark in panel.page.plan().marks if mark.span.run.href == href)
    panel.page.show_area(mark.area)
    settle(panel)
    at = mark.area.center().toPoint() - QPoint(0, panel.page.scrolled() + 2)
    QTest.mouseClick(panel.page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(panel)


def test_the_shipped_signs_stand_in_order_of_urgency(atlas: Atlas) -> None:
    assert [urgency for urgency, _ in groupby(flag.urgency for flag in flags(atlas))] == URGENCIES


def test_each_urgency_has_one_heading_with_a_word_and_a_shape(panel: RedFlagsPanel) -> None:
    headings = [part for part in panel.page.leaf.paragraphs if part.role == "urgency"]
    assert [part.runs[0].sign for part in headings] == URGENCIES
    assert [part.runs[0].text for part in headings] == ["Now", "Same day", "Soon"]
    assert len({SIGNS[urgency] for urgency in URGENCIES}) == len(URGENCIES)


def test_every_sign_says_first_what_to_do_then_when_and_all_its_signs(panel: RedFlagsPanel, atlas: Atlas) -> None:
    said, at = panel.text(), 0
    for flag in flags(atlas):
        at = said.index(flag.do, at)
        at = said.index(flag.when, at)
        signs = " ".join(flag.text.split())
        shown = " ".join(said[at + len(flag.when) :].split())
        assert shown.startswith(signs)


def test_every_sign_has_sources_and_none_a_badge(panel: RedFlagsPanel, atlas: Atlas) -> None:
    assert all(flag.sources for flag in flags(atlas))
    folds = [part for part in panel.page.leaf.paragraphs if part.role == "flag-sources"]
    assert len(folds) == len(flags(atlas))
    assert not [run for part in panel.page.leaf.paragraphs for run in part.runs if run.style == "badge"]


def test_a_click_on_the_sources_shows_each_of_them_with_its_address(
    panel: RedFlagsPanel, atlas: Atlas, qtbot: QtBot
) -> None:
    click(panel, f"{TOGGLE}flag-1")
    sources = [atlas.sources[key] for key in flags(atlas)[0].sources]
    for source in sources:
        assert source.title in panel.text()
    address = next(mark.span.run.href for mark in panel.page.plan().marks if mark.span.run.href.startswith("http"))
    with qtbot.waitSignal(panel.web_clicked) as led:
        click(panel, address)
    assert led.args == [address]
    click(panel, f"{TOGGLE}flag-1")
    assert sources[0].title not in panel.text()


def test_the_sources_open_by_keyboard_and_the_button_says_what_it_will_do(panel: RedFlagsPanel, atlas: Atlas) -> None:
    panel.setFocus(Qt.FocusReason.TabFocusReason)
    focused = QApplication.focusWidget()
    assert focused is panel.page
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert button is not None
    assert button.accessibleName() == f"3 sources: {flags(atlas)[0].when} — show them"
    QTest.keyClick(button, Qt.Key.Key_Return)
    settle(panel)
    assert button.accessibleName().endswith("hide them")
    assert atlas.sources[flags(atlas)[0].sources[0]].title in panel.text()


@pytest.mark.usefixtures("_fonts")
def test_a_link_within_the_program_is_asked_for(qtbot: QtBot, atlas: Atlas) -> None:
    flag = RedFlag("A pit", "See [this](dimples:sacral-dimple).", "Ask.", ())
    panel = RedFlagsPanel(atlas._replace(decide=packed(Decide(redflags=(flag,)))), LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    settle(panel)
    with qtbot.waitSignal(panel.link_clicked) as led:
        click(panel, "dimples:sacral-dimple")
    assert led.args == ["dimples:sacral-dimple"]
    assert "source" not in panel.text()


@pytest.mark.usefixtures("_fonts")
def test_without_signs_the_panel_says_so(qtbot: QtBot, atlas: Atlas) -> None:
    panel = RedFlagsPanel(atlas._replace(decide=packed(Decide())), LIGHT)
    qtbot.addWidget(panel)
    assert "There are none here." in panel.text()


@pytest.mark.parametrize("look", [LIGHT, DARK._replace(text_scale=2.0)], ids=["100", "200"])
def test_nothing_is_cut(panel: RedFlagsPanel, look: Look) -> None:
    panel.set_look(look)
    panel.resize(panel.minimumWidth(), 700)
    settle(panel)
    page = panel.page
    assert page.document().idealWidth() <= page.viewport().width()
    for mark in page.plan().marks:
        assert 0 <= mark.area.left() < mark.area.right() <= page.viewport().width()
