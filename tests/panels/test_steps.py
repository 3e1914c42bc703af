"""A question of home, answered step by step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from dimples_gui.atlas.model import Atlas, Question, Step
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.home_text import home_leaf
from dimples_gui.panels.page_buttons import PageButton
from dimples_gui.panels.steps_text import steps_leaf
from dimples_gui.scene import Scene, step_link
from tests.panels.conftest import Reader

STEPS = (
    Step("dimples:dimple?layer=skin", "First *look* here.", ("c9",)),
    Step("dimples:psis?layer=bone&zoom=2&x=45&y=0", "Then there.", ("c9", "c2")),
    Step("dimples:home", "Then nowhere."),
    Step("dimples:tether", "So it is.", ("c6", "gone")),
)


@pytest.fixture
def atlas(atlas: Atlas) -> Atlas:
    """The shipped content with one question of ours."""
    questions = (Question("Is it so?", "psis", STEPS), Question("Why?", "psis"))
    return atlas._replace(home=atlas.home._replace(questions=questions))


def links(reader: Reader) -> list[str]:
    return [button.accessibleName() for button in reader.page.buttons.shown()]


def link(reader: Reader, name: str) -> PageButton:
    return next(button for button in reader.page.buttons.shown() if button.accessibleName() == name)


def test_choosing_a_question_goes_to_its_first_step_on_the_plate_and_on_the_page(reader: Reader) -> None:
    reader.click("dimples:dimple?layer=skin&question=1&step=1")
    assert reader.navigator.scene == Scene("dimple", question=1, step=1)
    assert reader.text().splitlines()[0] == "Is it so?"
    assert "1 of 4" in reader.text()
    assert "First look here. B textbook" in reader.text()
    assert "Then there." not in reader.text()


def test_a_question_without_steps_leads_to_its_entry(atlas: Atlas) -> None:
    cards = [part.runs[0].href for part in home_leaf(atlas.home).paragraphs if part.role == "card"]
    assert cards[1] == "dimples:psis"


def test_each_step_shows_its_scene_and_the_words_of_those_before_stay(reader: Reader) -> None:
    reader.click("dimples:dimple?layer=skin&question=1&step=1")
    link(reader, "Next step").click()
    reader.look()
    assert reader.navigator.scene == Scene("psis", 4.0, 2.0, 45.0, 0.0, question=1, step=2)
    link(reader, "Next step").click()
    reader.look()
    assert reader.navigator.scene == Scene("home", question=1, step=3)
    text = reader.text()
    assert text.index("Then nowhere.") < text.index("First look here.") < text.index("Then there.")
    link(reader, "Previous step").click()
    reader.look()
    assert reader.navigator.scene.step == 2
    assert "Then nowhere." not in reader.text()


def test_the_last_step_tells_the_answer_how_sure_it_is_and_where_to_read_more(reader: Reader, atlas: Atlas) -> None:
    reader.navigator.show(Scene("tether", question=1, step=4))
    reader.look()
    lines = reader.text().splitlines()
    assert lines[2:4] == ["4 of 4: the answer", "So it is."]
    assert f"{atlas.claims['c6'].text} {atlas.claims['c6'].grade}" in reader.text()
    reader.click("claim:c6")
    assert atlas.claims["c6"].detail in reader.text()
    assert reader.navigator.scene == Scene("tether", opened=("c6",), question=1, step=4)
    reader.click("dimples:psis")
    assert reader.navigator.scene.place.page == "psis"


def test_the_badge_of_a_step_opens_the_statement_and_what_it_rests_on(reader: Reader, atlas: Atlas) -> None:
    reader.navigator.show(Scene("psis", 4.0, question=1, step=2))
    reader.look()
    assert atlas.claims["c2"].text not in reader.text()
    reader.click("claim:c2")
    assert atlas.claims["c2"].text in reader.text()
    assert atlas.claims["c2"].detail in reader.text()


def test_enter_alone_leads_through_the_answer_to_the_entry(reader: Reader) -> None:
    reader.click("dimples:dimple?layer=skin&question=1&step=1")
    link(reader, "Next step").setFocus(Qt.FocusReason.TabFocusReason)
    for step in (2, 3, 4):
        reader.press(Qt.Key.Key_Return)
        assert reader.navigator.scene.step == step
    focused = QApplication.focusWidget()
    assert isinstance(focused, PageButton)
    assert focused.accessibleName() == "Read more ›"
    reader.press(Qt.Key.Key_Return)
    assert reader.navigator.scene.place.page == "psis"


def test_every_step_is_reached_by_keyboard_from_every_step(reader: Reader) -> None:
    for step, (before, after) in enumerate(
        (("All questions", "Next step"), ("Previous step", "Next step"), ("Previous step", "Next step"),
         ("Previous step", "Read more ›")), 1,
    ):  # fmt: skip
        reader.navigator.show(Scene("psis", question=1, step=step))
        reader.look()
        numbered = [f"Step {n} of 4" + (", shown now" if n == step else "") for n in range(1, 5)]
        assert links(reader)[:6] == [before, *numbered, after]


def test_a_step_begins_at_the_top_of_its_page(reader: Reader) -> None:
    reader.panel.resize(360, 160)
    reader.navigator.show(Scene("tether", question=1, step=4))
    reader.look()
    reader.page.verticalScrollBar().setValue(40)
    link(reader, "Step 3 of 4").click()
    reader.look()
    assert reader.page.scrolled() == 0
    assert reader.page.verticalScrollBar().maximum() > 40


def test_the_step_that_is_shown_is_marked_among_the_numbers(atlas: Atlas) -> None:
    leaf = steps_leaf(atlas, 1, 3)
    assert leaf
    (ways,) = (part for part in leaf.paragraphs if part.role == "steps")
    assert [run.text for run in ways.runs if run.style == "step-here"] == ["3"]


def test_a_screen_reader_hears_each_step(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    reader.navigator.show(Scene("dimple", question=1, step=1))
    reader.navigator.show(Scene("psis", question=1, step=3))
    assert said == ["3 of 4. Then nowhere."]


def test_back_leaves_the_answer_and_forward_returns_to_its_step(reader: Reader) -> None:
    reader.click("dimples:dimple?layer=skin&question=1&step=1")
    link(reader, "Step 2 of 4").click()
    reader.look()
    reader.navigator.back()
    reader.look()
    assert reader.page.leaf.name == "home"
    reader.navigator.forward()
    reader.look()
    assert "Then there." in reader.text()


def test_copying_all_of_a_step_copies_its_words_and_not_the_entry_on_the_plate(reader: Reader) -> None:
    reader.navigator.show(Scene("dimple", question=1, step=1))
    reader.panel.copying.copy_all()
    assert QApplication.clipboard().text() == reader.text()


@pytest.mark.parametrize(("question", "step"), [(1, 5), (2, 1), (3, 1), (99, 99)])
def test_a_step_that_is_not_there_leaves_the_page_of_what_is_on_the_plate(
    reader: Reader, atlas: Atlas, question: int, step: int
) -> None:
    assert steps_leaf(atlas, question, step) is None
    reader.navigator.show(Scene("psis", question=question, step=step))
    assert reader.text().startswith(atlas.entries["psis"].title)


def test_every_step_that_is_shipped_has_its_page_and_its_scene_in_the_window(window: MainWindow) -> None:
    for number, question in enumerate(window.atlas.home.questions, 1):
        for step in range(1, len(question.steps) + 1):
            shows = question.steps[step - 1].shows
            window.open_link(step_link(shows, number, step))
            assert window.navigator.scene.step == step
            assert window.panel.text().startswith(question.question)
            assert window.windowTitle() == f"{question.question} — Dimples"
    assert window.actions_by_id["home"].isEnabled()
    window.actions_by_id["home"].trigger()
    assert window.navigator.scene.place.page == "home"
    menu = window.menus["go/history"]
    menu.aboutToShow.emit()
    listed = [action.text() for action in menu.actions()]
    assert [question.question for question in window.atlas.home.questions if question.question in listed]
