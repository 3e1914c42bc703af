"""“Is it true?”, as a person answers it: by keys, by mouse, for a screen reader; and what is said of sure and right."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.decide import Decide, Truth, decide_of, packed
from dimples_gui.atlas.model import Atlas, Claim
from dimples_gui.languages import is_pseudo
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.citation import cite
from dimples_gui.panels.grades import grade_word
from dimples_gui.panels.truths_diagram import POINTS, Diagram
from dimples_gui.panels.truths_panel import TruthsPanel
from dimples_gui.panels.truths_round import SURENESS, Round, Said, Tally
from dimples_gui.panels.truths_words import tally_words, whole_words
from dimples_gui.scene import TRUTHS, Scene
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look, reading_font
from tests.panels.conftest import Player, untranslated

Key = Qt.Key
MANY = 15
ANSWER_OF = {"holds": "true", "contradicted": "false"}
KEY_OF = {"true": Key.Key_1, "false": Key.Key_2, "unknown": Key.Key_3}
SURE_KEY = {"guess": Key.Key_4, "fairly": Key.Key_5, "certain": Key.Key_6}


@pytest.fixture
def truths(atlas: Atlas) -> tuple[Truth, ...]:
    """Fifteen popular sentences, with the shipped claims that answer them."""
    said = [claim for claim in atlas.claims.values() if claim.popular][:MANY]
    return tuple(
        Truth(
            f"t{number}", claim.popular, ANSWER_OF.get(claim.verdict, "unknown"), f"Why it is so: {number}.", claim.id
        )
        for number, claim in enumerate(said, 1)
    )


class Reader(Player):
    """A person before the panel."""

    def __init__(self, panel: TruthsPanel, atlas: Atlas) -> None:
        super().__init__(panel)
        self.panel, self.atlas = panel, atlas
        self.followed: list[str] = []
        for signal in (panel.link_clicked, panel.web_clicked, panel.copied):
            signal.connect(self.followed.append)

    def answer(self, answer: str, sure: str) -> None:
        self.press(KEY_OF[answer], SURE_KEY[sure], Key.Key_Return)

    def claim(self) -> Claim:
        current = self.panel.round.current
        assert current
        return self.atlas.claims[current.claim]


@pytest.fixture
def meet(qtbot: QtBot, atlas: Atlas, _fonts: None) -> Callable[..., Reader]:
    """Come before the panel, with the keyboard in it."""

    def begin(truths: tuple[Truth, ...], look: Look = LIGHT) -> Reader:
        own = atlas._replace(decide=packed(Decide(truths=truths)))
        panel = TruthsPanel(own, look)
        qtbot.addWidget(panel)
        panel.show_scene(Scene(TRUTHS))
        panel.resize(420, 760)
        panel.show()
        qtbot.waitExposed(panel)
        panel.activateWindow()
        panel.setFocus()
        reader = Reader(panel, own)
        reader.settle()
        return reader

    return begin


@pytest.fixture
def reader(meet: Callable[..., Reader], truths: tuple[Truth, ...]) -> Reader:
    return meet(truths)


# --- one sentence -----------------------------------------------------------------------------------------------------


def test_a_key_for_the_answer_one_for_how_sure_and_enter_show_what_is_known(reader: Reader) -> None:
    claim = reader.claim()
    assert claim.text not in reader.text()
    reader.press(Key.Key_2, Key.Key_6, Key.Key_Return)
    words = reader.text()
    assert "True, as far as is known. holds" in words
    assert "You said: False (certain, 95 %)." in words
    assert "Why it is so: 1." in words
    assert f"{claim.text} {claim.grade} {grade_word(claim.grade)}" in words
    source = "".join(run.text for run in cite(reader.atlas.sources[claim.sources[0]]))
    assert " ".join(source.replace("\u00a0", " ").split()) in words


def test_without_a_word_on_how_sure_it_is_a_guess(reader: Reader) -> None:
    reader.press(Key.Key_1, Key.Key_Return)
    assert "You said: True (a guess, 40 %)." in reader.text()


def test_the_mouse_does_it_too(reader: Reader) -> None:
    panel = reader.panel
    reader.click(panel.ask.answers.dots["unknown"])
    reader.click(panel.ask.sure.dots["fairly"])
    reader.click(panel.main)
    assert "You said: Nobody knows (fairly sure, 70 %)." in reader.text()


def test_enter_without_an_answer_asks_for_one(reader: Reader, heard: list[str]) -> None:
    reader.press(Key.Key_Return)
    assert reader.panel.round.said == {}
    assert reader.panel.ask.hint.text() == "Choose one of the three answers first."
    assert heard == ["Choose one of the three answers first."]


def test_a_screen_reader_hears_what_is_known_and_what_was_said(reader: Reader, heard: list[str]) -> None:
    reader.answer("false", "fairly")
    assert heard == ["True, as far as is known. You said: False (fairly sure, 70 %)."]


@pytest.mark.parametrize(
    ("answer", "words"),
    [("true", "True, as far as is known."), ("false", "False, as far as is known."), ("unknown", "Nobody knows.")],
)
def test_what_is_known_is_what_the_content_says(
    meet: Callable[..., Reader], truths: tuple[Truth, ...], answer: str, words: str
) -> None:
    reader = meet((truths[0]._replace(answer=answer),))
    reader.answer("true", "guess")
    assert f"{truths[0].text}” {words}" in reader.text()


def test_the_badge_closes_and_opens_in_place_and_the_claim_can_be_copied(reader: Reader) -> None:
    claim = reader.claim()
    reader.answer("true", "certain")
    assert "It rests on:" in reader.text()
    reader.follow(f"claim:{claim.id}")
    assert "It rests on:" not in reader.text()
    reader.follow(f"claim:{claim.id}")
    assert "It rests on:" in reader.text()
    reader.follow(f"copy:{claim.id}")
    assert claim.text in QGuiApplication.clipboard().text()
    assert reader.followed == ["Copied, with grade and sources."]


def test_a_link_leads_to_the_entry_in_which_the_claim_stands(reader: Reader) -> None:
    claim = reader.claim()
    reader.answer("true", "certain")
    cited = [
        entry for entry in reader.atlas.entries.values() if any(claim.id in part.claims for part in entry.sections)
    ]
    reader.follow(f"dimples:{cited[0].id}?opened={claim.id}")
    web = next(run.href for part in reader.panel.page.leaf.paragraphs for run in part.runs if run.href[:5] == "https")
    reader.follow(web)
    assert reader.followed == [f"dimples:{cited[0].id}?opened={claim.id}", web]


def test_a_claim_that_is_missing_leaves_the_rest(meet: Callable[..., Reader], truths: tuple[Truth, ...]) -> None:
    reader = meet((truths[0]._replace(claim="no-such-claim"),))
    reader.answer("true", "certain")
    assert "Why it is so: 1." in reader.text()
    assert "What this reference says" not in reader.text()


def test_without_sentences_the_panel_says_so(meet: Callable[..., Reader]) -> None:
    reader = meet(())
    assert reader.text() == "This content holds no sentences for this page."
    assert reader.panel.count.text() == ""
    assert not [button for button in (reader.panel.main, reader.panel.back, reader.panel.again) if button.isVisible()]
    assert reader.panel.ask.isHidden()


# --- one after another ------------------------------------------------------------------------------------------------


def test_all_sentences_can_be_answered_by_two_keys_each(reader: Reader, truths: tuple[Truth, ...]) -> None:
    for number, truth in enumerate(truths, 1):
        assert reader.panel.count.text() == f"{number} of {MANY}"
        assert truth.text in reader.text()
        reader.press(Key.Key_1, Key.Key_Return, Key.Key_Return)
    assert "How sure, and how often right" in reader.text()
    assert not reader.panel.main.isVisible()
    reader.press(Key.Key_Return)
    assert len(reader.panel.round.said) == MANY


def test_who_skips_and_goes_back_finds_what_was_said_and_it_stays(reader: Reader, truths: tuple[Truth, ...]) -> None:
    reader.answer("false", "certain")
    reader.press(Key.Key_Return)
    reader.click(reader.panel.skip)
    assert truths[2].text in reader.text()
    reader.click(reader.panel.back)
    assert reader.panel.ask.isVisible()
    assert reader.panel.ask.said() is None
    reader.click(reader.panel.back)
    assert "You said: False (certain, 95 %)." in reader.text()
    assert not reader.panel.ask.isVisible()
    assert not reader.panel.back.isVisible()
    reader.panel.round.say(Said("true", "guess"))
    assert reader.panel.round.said == {"t1": Said("false", "certain")}


def test_start_again_forgets_all(reader: Reader, truths: tuple[Truth, ...]) -> None:
    reader.answer("true", "certain")
    reader.click(reader.panel.again)
    assert reader.panel.round.said == {}
    assert truths[0].text in reader.text()
    assert not reader.panel.again.isVisible()


def test_a_link_to_the_place_may_name_a_sentence(reader: Reader, truths: tuple[Truth, ...]) -> None:
    reader.panel.show_scene(Scene(TRUTHS, opened=("t4",)))
    assert truths[3].text in reader.text()
    reader.click(reader.panel.skip)
    reader.panel.show_scene(Scene(TRUTHS, opened=("t4",)))  # another lamp, say
    assert truths[4].text in reader.text()
    reader.panel.show_scene(Scene(TRUTHS, opened=("nothing",)))
    assert truths[4].text in reader.text()


# --- sure and right ---------------------------------------------------------------------------------------------------


def answer_all(reader: Reader, plan: list[tuple[str, bool]]) -> None:
    """Answer from the first sentence on: how sure, and whether rightly."""
    for sure, rightly in plan:
        current = reader.panel.round.current
        assert current
        wrong = next(answer for answer in KEY_OF if answer != current.answer)
        reader.answer(current.answer if rightly else wrong, sure)
        reader.press(Key.Key_Return)


SIX = [("certain", True)] * 4 + [("certain", False)] * 2


def test_how_often_certain_was_right_stands_beside_what_certain_means(reader: Reader) -> None:
    answer_all(reader, [*SIX, ("guess", False), ("fairly", True)])
    reader.click(reader.panel.went)
    words = reader.text()
    assert "You said “certain” 6 times and were right 4 times. 95 % of 6 would be about 6." in words
    assert "You said “a guess” once and were not right." in words
    assert "You said “fairly sure” once and were right once." in words
    assert "On average you were 85 % sure, and 62 % of your answers were right. You tended to be surer" in words
    assert words.index("a guess") < words.index("fairly sure") < words.index("certain")


def test_it_is_offered_after_three_answers_and_leads_back(reader: Reader, truths: tuple[Truth, ...]) -> None:
    answer_all(reader, [("guess", True)] * 2)
    assert not reader.panel.went.isVisible()
    answer_all(reader, [("guess", True)])
    reader.click(reader.panel.skip)
    reader.click(reader.panel.went)
    assert reader.panel.diagram.isVisible()
    reader.click(reader.panel.back)
    assert truths[4].text in reader.text()
    reader.click(reader.panel.went)
    reader.click(reader.panel.main)
    assert truths[4].text in reader.text()
    assert reader.panel.ask.isVisible()


def test_with_fewer_than_three_answers_the_end_says_when_it_can_be_told(
    meet: Callable[..., Reader], truths: tuple[Truth, ...]
) -> None:
    reader = meet(truths[:3])
    answer_all(reader, [("certain", True)])
    reader.click(reader.panel.skip)
    reader.click(reader.panel.skip)
    assert "After three answers you can see here" in reader.text()
    assert not reader.panel.diagram.isVisible()
    reader.click(reader.panel.main)
    assert truths[1].text in reader.text()


def test_at_the_end_each_sentence_leads_back_to_itself(reader: Reader, truths: tuple[Truth, ...]) -> None:
    answer_all(reader, SIX)
    reader.click(reader.panel.went)
    words = reader.text()
    assert f"{truths[0].text} You: {_word(truths[0].answer)} (certain). Known: {_word(truths[0].answer)}." in words
    assert f"{truths[9].text} Left out." in words
    reader.follow("dimples:truths?opened=t5")
    assert "You said:" in reader.text()
    assert truths[4].text in reader.text()
    assert reader.followed == []


def _word(answer: str) -> str:
    return {"true": "True", "false": "False", "unknown": "Nobody knows"}[answer]


@pytest.mark.parametrize(
    ("tallies", "words"),
    [
        ((Tally("certain", 10, 10),), "The two are close."),
        ((Tally("certain", 10, 5),), "surer than right"),
        ((Tally("guess", 10, 9),), "right more often than you felt sure"),
    ],
)
def test_all_answers_together_are_told_in_words(tallies: tuple[Tally, ...], words: str) -> None:
    assert words in whole_words(tallies)


def test_tallies_count_what_was_said(truths: tuple[Truth, ...]) -> None:
    played = Round(truths)
    for number in range(6):
        current = played.current
        assert current
        played.say(Said(current.answer if number % 2 else "wrong", "fairly" if number < 4 else "guess"))
        played.step(1)
    assert played.tallies() == (Tally("guess", 2, 1), Tally("fairly", 4, 2))


def test_the_diagram_has_its_dots_on_the_diagonal_where_sure_and_right_are_alike(reader: Reader) -> None:
    answer_all(reader, [("certain", True)] * 3)
    reader.click(reader.panel.went)
    diagram, plot = reader.panel.diagram, reader.panel.diagram.plot()
    on_line = plot.at(0.7, 0.7)
    assert (plot.at(0.95, 0.95) - on_line).x() / (plot.at(0.4, 0.4) - on_line).x() == pytest.approx(
        (plot.at(0.95, 0.95) - on_line).y() / (plot.at(0.4, 0.4) - on_line).y()
    )
    diagram.show_tallies((Tally("fairly", 10, 7),))
    picture = diagram.grab().toImage()
    inside = (on_line * picture.devicePixelRatio()).toPoint()
    assert picture.pixelColor(inside) == QColor(LIGHT.selected)
    diagram.show_tallies((Tally("fairly", 10, 1),))
    assert diagram.grab().toImage().pixelColor(inside + QPoint(4, 4)) == QColor(LIGHT.page)


def test_the_diagram_says_the_same_in_words(reader: Reader) -> None:
    answer_all(reader, SIX)
    reader.click(reader.panel.went)
    told = reader.panel.diagram.accessibleDescription()
    assert told == " ".join(tally_words(tally) for tally in reader.panel.round.tallies())
    assert told.replace("\u00a0", " ") in reader.text()


@pytest.mark.usefixtures("_fonts")
@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize(
    "rights", [(0, 0, 0), (12, 12, 12), (2, 8, 10), (12, 0, 12)], ids=lambda rights: "-".join(map(str, rights))
)
def test_no_figure_of_the_diagram_is_cut_or_covers_another(qtbot: QtBot, percent: int, rights: tuple[int, ...]) -> None:
    diagram = Diagram(LIGHT._replace(text_scale=percent / 100))
    qtbot.addWidget(diagram)
    wide = 330 if percent == 100 else 420
    tallies = tuple(Tally(sure, 12, right) for sure, right in zip(SURENESS, rights, strict=True))
    diagram.show_tallies(tallies)
    diagram.resize(wide, diagram.heightForWidth(wide))
    plot = diagram.plot()
    columns, words = diagram.columns(plot), diagram.rows(plot)[-1]
    assert [text.replace("/", " of ") for text in words] == [f"{right} of 12" for right in rights]
    strong = QFontMetricsF(reading_font(LIGHT._replace(text_scale=percent / 100), POINTS, QFont.Weight.DemiBold))
    for number, column in enumerate(columns):
        assert all(strong.horizontalAdvance(row[number]) <= column.width() for row in diagram.rows(plot))
        assert QRectF(diagram.rect()).contains(column.translated(0, plot.line * len(diagram.rows(plot))))
        assert not [other for other in columns[number + 1 :] if column.intersects(other)]
    for tally in tallies:
        dot = diagram.dot(plot, tally)
        assert QRectF(diagram.rect()).contains(dot)
        assert not [column for column in columns if column.intersects(dot)]


# --- for everyone -----------------------------------------------------------------------------------------------------


def test_every_control_can_be_reached_by_tab_and_has_a_name_and_a_tip(reader: Reader) -> None:
    answer_all(reader, [("certain", True)] * 3)
    panel = reader.panel
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) and focused not in seen:
        seen.append(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    chosen = panel.ask.sure.dots["guess"]
    for widget in (panel.ask.answers.dots["true"], chosen, panel.main, panel.back, panel.skip, panel.went, panel.again):
        assert widget in seen
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)
        assert widget.toolTip()
    assert QAccessible.queryAccessibleInterface(chosen).role() == QAccessible.Role.RadioButton
    assert QAccessible.queryAccessibleInterface(chosen).state().checked


def test_arrow_keys_go_from_answer_to_answer_and_what_has_the_keyboard_is_seen(reader: Reader) -> None:
    panel = reader.panel
    panel.set_look(LIGHT._replace(text_scale=2.0))
    panel.resize(475, 420)
    reader.settle()
    reader.press(Key.Key_Down, Key.Key_Space)
    assert panel.ask.answers.chosen() == "false"
    reader.press(Key.Key_Down)
    assert panel.ask.answers.chosen() == "unknown"
    reader.press(Key.Key_6)
    dot = panel.ask.sure.dots["certain"]
    assert dot.hasFocus()
    assert panel.area.viewport().rect().contains(dot.mapTo(panel.area.viewport(), dot.rect().center()))


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_wider_than_the_panel_or_covers_another(reader: Reader, look: Look, percent: int) -> None:
    panel = reader.panel
    answer_all(reader, SIX)
    panel.set_look(look._replace(text_scale=percent / 100))
    panel.resize(panel.minimumWidth(), 700)
    reader.settle()
    crowd = [*panel.ask.answers.dots.values(), *panel.ask.sure.dots.values(), panel.ask.hint]
    assert panel.minimumWidth() <= 500
    assert_apart(panel, crowd)
    assert_apart(panel, [panel.main, panel.back, panel.skip, panel.went, panel.again])
    reader.click(panel.went)
    assert_apart(panel, [panel.page, panel.diagram, panel.legend, panel.review])
    assert panel.area.horizontalScrollBar().maximum() == 0


def assert_apart(panel: QWidget, crowd: list[QWidget]) -> None:
    """All shown, within the panel's width, as high as they need, none over another."""
    rects: list[QRect] = []
    for widget in crowd:
        assert widget.isVisible()
        rect = widget.rect().translated(widget.mapTo(panel, QPoint()))
        assert 0 <= rect.left() < rect.right() <= panel.width()
        if widget.hasHeightForWidth():
            assert rect.height() >= widget.heightForWidth(rect.width()) - 1, widget
        assert not [other for other in rects if other.intersects(rect)]
        rects.append(rect)


def test_all_its_words_can_be_translated(pseudo: None, meet: Callable[..., Reader], truths: tuple[Truth, ...]) -> None:
    reader = meet(truths)
    answer_all(reader, SIX)
    panel = reader.panel
    texts = reader.shown()
    reader.click(panel.went)
    texts += reader.shown()
    own = {truth.text for truth in truths} | {"qt_scrollarea_viewport"}
    assert untranslated(texts, own) == []
    assert not [text for text in texts if is_pseudo(text) and "{" in text]


def test_degrees_of_sureness_say_what_they_stand_for(reader: Reader) -> None:
    named = {name: dot.accessibleName().replace("\u00a0", " ") for name, dot in reader.panel.ask.sure.dots.items()}
    assert named == {"guess": "A guess, 40 %", "fairly": "Fairly sure, 70 %", "certain": "Certain, 95 %"}
    assert list(SURENESS.values()) == [0.40, 0.70, 0.95]


# --- in the window ----------------------------------------------------------------------------------------------------


def test_from_the_menu_to_an_answer_to_the_entry_that_says_more(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["truths"].trigger()
    panel = window.parts.beside.current()
    assert isinstance(panel, TruthsPanel)
    assert len(panel.round.truths) == MANY
    reader = Reader(panel, window.atlas)
    reader.settle()
    claim = reader.claim()
    panel.setFocus()
    reader.press(Key.Key_1, Key.Key_6, Key.Key_Return)
    reader.follow(f"copy:{claim.id}")
    assert window.statusBar().currentMessage() == "Copied, with grade and sources."
    link = next(run.href for part in panel.page.leaf.paragraphs for run in part.runs if run.href.startswith("dimples:"))
    reader.follow(link)
    assert window.navigator.scene.opened == (claim.id,)
    window.actions_by_id["back"].trigger()
    assert window.parts.beside.current() is panel
    assert "You said: True (certain, 95 %)." in reader.text()


def test_every_shipped_sentence_can_be_answered_and_shows_its_sources(
    meet: Callable[..., Reader], atlas: Atlas
) -> None:
    shipped = decide_of(atlas.decide).truths
    assert len(shipped) == MANY
    reader = meet(shipped)
    for truth in shipped:
        claim = reader.claim()
        reader.press(Key.Key_3, Key.Key_Return)
        words = reader.text()
        for part in (truth.text, " ".join(claim.text.split()), claim.verdict):
            assert part in words
        assert "It rests on:" in words or "We infer it from:" in words or "no study found" in words
        reader.press(Key.Key_Return)
