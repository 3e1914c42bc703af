"""What if, in the whole program: the ways to it, what it does to the plate, and the way back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dimples_gui.body.build import DEFAULT
from dimples_gui.body.dimple import dimple_depth_mm
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.whatif import WhatIfPanel
from dimples_gui.panels.whatif_rules import FOR_ALL, RULES
from dimples_gui.scene import WHATIF, from_link, to_link

Start = Callable[..., MainWindow]


def panel_of(window: MainWindow) -> WhatIfPanel:
    panel = window.parts.beside.currentWidget()
    assert isinstance(panel, WhatIfPanel)
    return panel


def test_the_menu_opens_it_and_back_leads_away(window: MainWindow) -> None:
    window.actions_by_id["what-if"].trigger()
    assert panel_of(window).isVisible()
    assert window.windowTitle().startswith("What if")
    window.actions_by_id["back"].trigger()
    assert window.parts.beside.currentWidget() is window.panel


@pytest.mark.parametrize("page", ["home", "body-fat", "exercise", "weight-loss", "tether", "dimple"])
def test_a_link_leads_to_it(window: MainWindow, page: str) -> None:
    window.navigator.go_to_entry(page)
    runs = [run for part in window.panel.page.leaf.paragraphs for run in part.runs]
    links = [run.href for run in runs if run.href.startswith("dimples:whatif")]
    assert links
    window.panel.page.followed.emit(links[0])
    assert panel_of(window).isVisible()


def test_no_start_makes_the_panel(window: MainWindow) -> None:
    assert window.findChild(WhatIfPanel) is None


def test_a_slider_changes_the_body_on_the_plate_and_undo_takes_it_back(window: MainWindow) -> None:
    window.actions_by_id["what-if"].trigger()
    panel = panel_of(window)
    before = window.canvas.grab().toImage()
    QTest.keyClick(panel.controls.sliders["fat"], Qt.Key.Key_End)
    window.canvas.settle()
    assert window.navigator.scene.build.fat > DEFAULT.fat
    assert window.canvas.grab().toImage() != before
    assert window.actions_by_id["undo"].isEnabled()
    window.actions_by_id["undo"].trigger()
    assert panel.controls.sliders["fat"].value() == 28


def test_a_link_from_the_command_line_opens_it_with_all_that_it_carries(start: Start) -> None:
    link = "dimples:whatif?sex=1&fat=0.2&muscle=0.9&tether=0&carved=1&compared=0,0.4,0.45,0.7,0&explanation=filled-in"
    window = start(link=link)
    panel = panel_of(window)
    assert panel.compare.switch.isChecked()
    assert panel.choice.buttons["filled-in"].isChecked()
    panel.compare.a.click()
    assert panel.controls.sliders["sex"].value_text() == "male"
    assert panel.controls.carved.isChecked()
    assert from_link(to_link(window.navigator.scene)) == from_link(link)


def test_it_is_there_again_at_the_next_start(start: Start) -> None:
    window = start()
    window.navigator.show(from_link("dimples:whatif?fat=0.4"))
    QApplication.processEvents()
    window.close()
    assert panel_of(start()).controls.sliders["fat"].value() == 40


def test_a_rule_s_link_opens_the_statement_that_it_is_read_from(window: MainWindow) -> None:
    window.navigator.show(from_link("dimples:whatif?fat=0.4&tether=0.2"))
    panel_of(window).page.followed.emit("dimples:tether?opened=c10")
    scene = window.navigator.scene
    assert (scene.name, scene.opened, scene.build.fat) == ("tether", ("c10",), 0.4)
    assert "It rests on:" in window.panel.text()


def test_the_keyboard_goes_to_it_as_to_the_words(window: MainWindow) -> None:
    window.activateWindow()
    window.actions_by_id["what-if"].trigger()
    window.actions_by_id["to-plate"].trigger()
    window.actions_by_id["to-words"].trigger()
    focused = QApplication.focusWidget()
    assert focused
    assert panel_of(window).isAncestorOf(focused)


def test_every_rule_is_read_from_a_statement_that_an_entry_cites_or_is_illustrative(window: MainWindow) -> None:
    atlas = window.atlas
    for rule in (*FOR_ALL, *(rule for rules in RULES.values() for rule in rules)):
        assert bool(rule.claim) == bool(rule.entry)
        if rule.claim:
            cited = {claim for section in atlas.entries[rule.entry].sections for claim in section.claims}
            assert rule.claim in cited
    assert set(RULES) == {one.id for one in EXPLANATIONS}


def test_home_s_steps_show_what_their_words_say(window: MainWindow) -> None:
    """What a step says of bodies A and B, or of a dent that stays, is what its link draws."""
    told = []
    for question in window.atlas.home.questions:
        for step in question.steps:
            scene = from_link(step.shows)
            if scene.name != WHATIF:
                continue
            explanation = next(one for one in EXPLANATIONS if one.id == scene.explanation)
            a = dimple_depth_mm(scene.build, explanation)
            told.append((scene.explanation, step.text))
            if scene.compared:
                b = dimple_depth_mm(scene.compared, explanation)
                assert (a > b) == ("A has the deeper" in step.text), step.text
                assert abs(a - b) > 1
            else:
                assert a > 2
            if "tether is taken away" in step.text:
                assert scene.build.tether == 0
    assert len(told) == 5
    titles = [question.question for question in window.atlas.home.questions]
    for title in ("Why do some people have them?", "Does losing weight help?", "Do exercises help?"):
        question = window.atlas.home.questions[titles.index(title)]
        assert any(step.shows.startswith("dimples:whatif?") for step in question.steps)


def test_a_step_says_what_such_a_drawing_is_not_and_leads_to_its_sliders(window: MainWindow) -> None:
    window.navigator.show(from_link("dimples:whatif?fat=0.2&question=3&step=2"))
    assert "A drawing of an idea, not a forecast of your body." in window.panel.text()
    runs = [run for part in window.panel.page.leaf.paragraphs for run in part.runs]
    (link,) = [run.href for run in runs if run.href.startswith("dimples:whatif") and "question" not in run.href]
    window.panel.page.followed.emit(link)
    assert panel_of(window).isVisible()
