"""Words of the glossary, explained where they stand: which ones, and how pointer, keyboard and ears get at it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Atlas, Claim, Near, Section, Term
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.leaf import Paragraph, Run
from dimples_gui.panels.prose import paragraphs_of
from dimples_gui.panels.term_marks import TermMarks
from dimples_gui.panels.terms import TermFinder
from dimples_gui.theme import DARK
from tests.panels.conftest import Reader

TERMS = (
    Term("fascia", "Fascia", "A thin, tough sheet.", forms=("fasciae",)),
    Term("deep", "Deep fascia", "The sheet on the muscle."),
    Term("as", "AS", "A disease of the spine.", opens="psis"),
    Term("s2", "S2", "A bone.", forms=("second sacral vertebra",), opens="s2"),
    Term("level", "S2 level", "A height."),
    Term("rim", "rim (edge)", "With signs of its own."),
)


def words(text: str, name: str = "") -> list[str]:
    """The words found in a text of Markdown."""
    paragraphs = paragraphs_of(text, "text")
    return [
        paragraphs[found.block].text.encode("utf-16-le")[2 * found.start : 2 * found.end].decode("utf-16-le")
        for found in TermFinder(TERMS).find(paragraphs, name)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A fascia here.", ["fascia"]),
        ("FASCIA, and Fasciae!", ["FASCIA"]),
        ("The fasciae (of him).", ["fasciae"]),
        ("The deep fascia and the fascia.", ["deep fascia", "fascia"]),
        ("Superfascia, fascial, fascia-like, sub-fascia.", []),
        ("As such, as AS is.", ["AS"]),
        ("The second\nsacral vertebra.", ["second sacral vertebra"]),
        ("Its rim (edge) is sharp; the rim is not.", ["rim (edge)"]),
        ("See [the fascia](dimples:x), or *fascia*.", ["fascia"]),
        ("𝄞𝄞 before the fascia.", ["fascia"]),
        ("The fascia’s edge.", ["fascia"]),
        ("At S2 level, at S2.", ["S2 level", "S2"]),
        ("", []),
    ],
)
def test_whole_words_are_found_the_longest_first_once_and_never_in_links(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_what_the_open_entry_is_about_needs_no_explanation() -> None:
    assert words("AS and S2.", "psis") == ["S2"]
    assert words("AS and S2.", "s2") == ["AS"]


def test_each_section_explains_a_word_once_and_so_does_what_is_behind_each_badge() -> None:
    paragraphs = (
        Paragraph("title", (Run("Fascia"),)),
        Paragraph("answer", (Run("The fascia."),)),
        Paragraph("heading", (Run("The fascia"),)),
        Paragraph("text", (Run("A fascia, a fascia."),)),
        Paragraph("claim", (Run("The fascia."), Run("B fascia", "badge")), "k"),
        Paragraph("behind", (Run("The fascia."),), "k"),
        Paragraph("behind", (Run("The fascia."),), "k"),
        Paragraph("behind-source", (Run("The Fascia. Journal"),), "k"),
        Paragraph("heading", (Run("More"),)),
        Paragraph("claim", (Run("B fascia", "badge"), Run(" The fascia.")), "l"),
    )
    found = TermFinder(TERMS).find(paragraphs, "")
    assert [hit.block for hit in found] == [1, 3, 5, 9]
    assert found[-1].start == len("B fascia") + 2 + len(" The ")


def test_an_empty_glossary_finds_nothing() -> None:
    assert TermFinder(()).find(paragraphs_of("A fascia.", "text"), "") == ()


# --- on the page --------------------------------------------------------------------------------------------------


@pytest.fixture
def atlas(atlas: Atlas) -> Atlas:
    """The shipped content, with a PSIS of ours."""
    claims = {f"k{n}": Claim(f"k{n}", f"Statement {n} of many words, which fill the page.", "B") for n in range(20)}
    entry = atlas.entries["psis"]._replace(
        answer="Here is a fascia.", related=(), near=Near(),
        sections=(
            Section("One", "Also the deep fascia.", tuple(claims)),
            Section("Two", "At last S2 [here](dimples:dimple)."),
        ),
    )  # fmt: skip
    return atlas._replace(
        entries=atlas.entries | {"psis": entry},
        claims=atlas.claims | claims,
        glossary={term.id: term for term in TERMS},
    )


@pytest.fixture
def marks(reader: Reader) -> TermMarks:
    """The reader at the PSIS, whose terms are marked."""
    reader.go("psis")
    marks = reader.panel.explain_terms()
    reader.look()
    assert [found.term for found in marks.found()] == ["fascia", "deep", "s2"]
    return marks


def place_of(reader: Reader, marks: TermMarks, nth: int) -> QPoint:
    found = marks.found()[nth]
    cursor = QTextCursor(reader.page.document().findBlockByNumber(found.block))
    cursor.setPosition(cursor.position() + found.start + 1)
    return reader.page.cursorRect(cursor).center()


def point_at(reader: Reader, spot: QPoint) -> None:
    """Move the pointer there; from beside it, as a pointer that is there already does not move."""
    for at in (spot + QPoint(0, 40), spot):
        QTest.mouseMove(reader.page.viewport(), at)


def test_terms_are_marked_by_themselves_soon_after_the_first_paint(reader: Reader, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: reader.panel.terms is not None)


def test_a_dotted_line_stands_under_a_term_and_no_word_moves(reader: Reader) -> None:
    reader.go("psis")
    before = reader.page.viewport().grab().toImage()
    text = reader.text()
    marks = reader.panel.explain_terms()
    reader.look()
    after = reader.page.viewport().grab().toImage()
    spot = place_of(reader, marks, 0)
    changed = [
        (x, y) for y in range(after.height()) for x in range(after.width()) if before.pixel(x, y) != after.pixel(x, y)
    ]
    near = [(x, y) for x, y in changed if abs(y - spot.y()) < 16 and abs(x - spot.x()) < 80]
    assert len(near) > 8
    assert {y for _, y in near} <= set(range(spot.y() + 2, spot.y() + 16))
    assert reader.text() == text


def test_resting_the_pointer_on_a_term_explains_it(reader: Reader, marks: TermMarks, qtbot: QtBot) -> None:
    point_at(reader, place_of(reader, marks, 0))
    qtbot.waitUntil(marks.card.isVisible)
    assert marks.card.title.text() == "Fascia"
    assert marks.card.text.text() == "A thin, tough sheet."
    assert reader.page.viewport().rect().contains(marks.card.geometry())
    assert not marks.card.geometry().contains(place_of(reader, marks, 0))


def test_the_pointer_can_go_over_to_the_card_which_stays_until_it_leaves(
    reader: Reader, marks: TermMarks, qtbot: QtBot
) -> None:
    point_at(reader, place_of(reader, marks, 0))
    qtbot.waitUntil(marks.card.isVisible)
    point_at(reader, QPoint(4, 4))
    assert marks._closing.isActive()
    QTest.mouseMove(marks.card, marks.card.rect().center())
    qtbot.waitUntil(lambda: not marks._closing.isActive())
    assert marks.card.isVisible()
    point_at(reader, QPoint(4, 4))
    qtbot.waitUntil(marks.card.isHidden)


def test_the_link_in_the_card_leads_to_the_term_in_the_glossary(reader: Reader, marks: TermMarks) -> None:
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=place_of(reader, marks, 1))
    assert marks.card.title.text() == "Deep fascia"
    link = marks.card.link
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, pos=QPoint(10, link.height() // 2))
    reader.look()
    assert (reader.navigator.scene.name, reader.navigator.scene.opened) == ("glossary", ("deep",))
    assert marks.card.isHidden()


def test_escape_closes_the_card_wherever_the_keyboard_is(reader: Reader, marks: TermMarks, qtbot: QtBot) -> None:
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    point_at(reader, place_of(reader, marks, 0))
    qtbot.waitUntil(marks.card.isVisible)
    reader.press(Qt.Key.Key_Escape)
    assert marks.card.isHidden()
    assert reader.page.hasFocus()
    assert not marks.card.escape.isEnabled()


def test_the_keyboard_steps_from_term_to_term_round_and_round(reader: Reader, marks: TermMarks) -> None:
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for title in ("Fascia", "Deep fascia", "S2", "Fascia"):
        reader.panel.step_terms(1)
        reader.look()
        assert marks.card.title.text() == title
        assert marks.card.button.hasFocus()
        assert reader.page.viewport().rect().contains(marks.card.geometry().center())
    reader.panel.step_terms(-1)
    assert marks.card.title.text() == "S2"


def test_escape_gives_the_keyboard_back_to_where_it_was(reader: Reader, marks: TermMarks) -> None:
    badge = reader.page.buttons.over("claim:k3")
    assert badge is not None
    badge.setFocus(Qt.FocusReason.TabFocusReason)
    reader.panel.step_terms(1)
    reader.panel.step_terms(1)
    reader.press(Qt.Key.Key_Escape)
    assert marks.card.isHidden()
    assert badge.hasFocus()


def test_the_card_stays_while_it_has_the_keyboard_and_goes_with_it(reader: Reader, marks: TermMarks) -> None:
    reader.panel.step_terms(1)
    point_at(reader, place_of(reader, marks, 0))
    point_at(reader, QPoint(4, 4))
    assert not marks._closing.isActive()
    assert marks.card.isVisible()
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    assert marks.card.isHidden()


def test_enter_follows_the_link_of_the_card(reader: Reader, marks: TermMarks) -> None:
    reader.panel.step_terms(1)
    reader.press(Qt.Key.Key_Return)
    assert (reader.navigator.scene.name, reader.navigator.scene.opened) == ("glossary", ("fascia",))


def test_a_screen_reader_gets_term_and_meaning(reader: Reader, marks: TermMarks) -> None:
    reader.panel.step_terms(1)
    heard = QAccessible.queryAccessibleInterface(marks.card.button)
    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == "Fascia: A thin, tough sheet. — In the glossary"
    assert heard.text(QAccessible.Text.Description) == "A thin, tough sheet."
    assert QAccessible.queryAccessibleInterface(marks.card).text(QAccessible.Text.Name) == "Fascia"


def test_tab_passes_the_terms_by(reader: Reader, marks: TermMarks) -> None:
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(30):
        reader.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not marks.card.button
        assert marks.card.isHidden()


def test_another_page_or_other_words_on_it_put_the_card_away(reader: Reader, marks: TermMarks) -> None:
    reader.panel.step_terms(1)
    reader.navigator.toggle_claim("k1")
    assert marks.card.isHidden()
    reader.panel.step_terms(1)
    assert marks.card.isVisible()
    reader.go("dimple")
    assert marks.card.isHidden()


def test_a_page_without_such_words_says_so(reader: Reader, marks: TermMarks, qtbot: QtBot) -> None:
    reader.go("sources")
    with qtbot.waitSignal(reader.panel.told) as told:
        reader.panel.step_terms(1)
    assert told.args == ["There is no word of the glossary on this page."]


@pytest.mark.parametrize(("width", "scale"), [(320, 1.0), (416, 2.0), (640, 1.3)])
def test_the_card_is_whole_in_any_size_and_look(reader: Reader, marks: TermMarks, width: int, scale: float) -> None:
    reader.panel.resize(width, 700)
    reader.panel.set_look(DARK._replace(text_scale=scale))
    reader.look()
    for _ in range(3):
        reader.panel.step_terms(1)
        reader.look()
        assert reader.page.viewport().rect().contains(marks.card.geometry())
        for label in (marks.card.title, marks.card.text, marks.card.link):
            assert label.height() >= label.heightForWidth(label.width())
        assert marks.card.rect().contains(marks.card.button.geometry())


def test_the_keys_of_the_program_step_through_the_terms(window: MainWindow) -> None:
    window.navigator.go_to_entry("dimple")
    window.actions_by_id["next-term"].trigger()
    marks = window.panel.explain_terms()
    assert marks.card.isVisible()
    first = marks.card.title.text()
    window.actions_by_id["next-term"].trigger()
    window.actions_by_id["previous-term"].trigger()
    assert marks.card.title.text() == first
