"""The page of all sources, and a page so long that it is set bit by bit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dimples_gui.atlas.model import Atlas, Claim, Section, Source, Term
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.leaf import Leaf
from dimples_gui.panels.ordering import listed_under
from dimples_gui.panels.page_buttons import PageButton
from dimples_gui.panels.sources_text import sources_leaf
from dimples_gui.scene import Scene
from tests.panels.conftest import Reader

MANY = 200
WORKS = (
    Source("z", authors="Zeta A", year="2001", title="Last"),
    Source("e1", authors="Éluard P", year="1999", title="Second by year"),
    Source("e2", authors="Eluard P", year="1950", title="First by year"),
    Source("t", title="“Between them” by its title"),
    Source("n", authors="Nobody", title="Cited by none"),
)


def small(atlas: Atlas) -> Atlas:
    """A few works, and what rests on them."""
    claims = {
        "k1": Claim("k1", "One thing.", "A", sources=("z", "e1")),
        "k2": Claim("k2", "Another thing.", "C", sources=("z", "t", "e2")),
    }
    entry = atlas.entries["psis"]._replace(sections=(Section("S", "", ("k1", "k2")),))
    other = atlas.entries["dimple"]._replace(sections=(Section("S", "", ("k1",)),))
    glossary = {"word": Term("word", "Word", "What it means.", sources=("z",))}
    return atlas._replace(
        sources={work.key: work for work in WORKS}, claims=claims, glossary=glossary,
        entries={"psis": entry, "dimple": other},
    )  # fmt: skip


def works(leaf: Leaf) -> list[str]:
    return [part.text for part in leaf.paragraphs if part.role == "source"]


def test_works_stand_by_author_without_regard_to_accents_then_by_year_or_else_by_title(atlas: Atlas) -> None:
    begin = [text.split(".")[0] for text in works(sources_leaf(small(atlas)))]
    assert begin == ["“Between them” by its title", "Eluard P (1950)", "Éluard P (1999)", "Zeta A (2001)"]


def test_a_line_counts_works_and_statements_and_each_work_says_how_much_rests_on_it(atlas: Atlas) -> None:
    leaf = sources_leaf(small(atlas))
    assert leaf.paragraphs[1].text == "Works cited: 4. Statements that rest on them: 2."
    assert [text.rsplit(". ", 1)[1] for text in works(leaf)][1:] == [
        "1 statement",
        "1 statement",
        "2 statements, 1 term",
    ]


def test_unfolded_a_work_shows_the_statements_their_grades_their_entries_and_the_terms(atlas: Atlas) -> None:
    atlas = small(atlas)
    folded, leaf = sources_leaf(atlas), sources_leaf(atlas, ("z",))
    rows = [part for part in leaf.paragraphs if part.behind]
    assert not [part for part in folded.paragraphs if part.behind]
    assert [row.text for row in rows] == [
        "On this work rests:",
        f"One thing. A measured {atlas.entries['psis'].short_title}, {atlas.entries['dimple'].short_title}",
        f"Another thing. C indirect {atlas.entries['psis'].short_title}",
        "In the glossary: Word",
    ]
    hrefs = [run.href for row in rows for run in row.runs if run.href]
    assert hrefs == [
        "dimples:psis?opened=k1", "dimples:dimple?opened=k1", "dimples:psis?opened=k2", "dimples:glossary?opened=word",
    ]  # fmt: skip


def test_a_statement_that_stands_in_no_entry_leads_to_its_panel(atlas: Atlas) -> None:
    leaf = sources_leaf(atlas, ("comerci2024",))
    links = {run.href: run.text for paragraph in leaf.paragraphs for run in paragraph.runs}
    assert links["dimples:options"] == "Your options, side by side"


def test_a_statement_of_a_source_leads_to_its_open_badge_in_the_entry(reader: Reader, atlas: Atlas) -> None:
    claim = atlas.entries["dimple"].sections[-1].claims[-1]
    source = atlas.claims[claim].sources[0]
    reader.go("sources", source)
    reader.click(f"dimples:dimple?opened={claim}")
    button = reader.page.buttons.over(f"claim:{claim}")
    assert button is not None
    assert reader.page.viewport().rect().contains(button.geometry().center())
    assert atlas.claims[claim].detail in reader.text()


def test_a_link_to_an_unfolded_work_brings_it_into_view(reader: Reader) -> None:
    reader.go("sources", "richer")
    button = reader.page.buttons.over("claim:richer")
    assert button is not None
    assert reader.page.scrolled() > 0
    assert reader.page.viewport().rect().contains(button.geometry())


def test_a_work_is_unfolded_and_folded_by_a_click_and_stays_where_it_is(reader: Reader, atlas: Atlas) -> None:
    reader.go("sources")
    at = reader.find("claim:richer")
    resting = next(claim.text for claim in atlas.claims.values() if "richer" in claim.sources)
    for expected in (True, False):
        QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=at)
        reader.look()
        assert (resting in reader.text()) == expected
        mark = next(mark for mark in reader.page.plan().marks if mark.span.run.href == "claim:richer")
        assert mark.area.translated(0, -reader.page.scrolled()).contains(at.toPointF())


def test_every_work_that_anything_rests_on_is_listed_once(atlas: Atlas) -> None:
    cited = {key for claim in atlas.claims.values() for key in claim.sources}
    cited |= {key for term in atlas.glossary.values() for key in term.sources}
    listed = [
        run.href.removeprefix("claim:")
        for part in sources_leaf(atlas).paragraphs
        for run in part.runs
        if run.style == "fold"
    ]
    assert sorted(listed) == sorted(cited & atlas.sources.keys())


def test_the_order_knows_letters_with_accents_and_none_at_all() -> None:
    assert listed_under("Çevik, A") == "cevik a"
    assert listed_under("“¿Qué?”") == "que"
    assert listed_under("") == ""


# --- bit by bit ---------------------------------------------------------------------------------------------------


@pytest.fixture
def long(atlas: Atlas) -> Atlas:
    """Two hundred works."""
    sources = {
        f"w{n}": Source(f"w{n}", authors=f"Author {n:03}", title=f"Work {n}", doi=f"10.1/{n}") for n in range(MANY)
    }
    claims = {f"k{n}": Claim(f"k{n}", f"Thing {n}.", "B", sources=(f"w{n}",)) for n in range(MANY)}
    return atlas._replace(sources=sources, claims=claims, glossary={})


class TestLong:
    """A page of two hundred works."""

    @pytest.fixture
    def atlas(self, long: Atlas) -> Atlas:
        return long

    def test_only_what_can_be_seen_is_set_before_it_is_shown_and_all_soon_after(self, reader: Reader) -> None:
        reader.navigator.go_to_entry("sources")
        assert len(reader.page.galley.laid) < 60
        reader.look()
        assert len(reader.page.galley.laid) == MANY + 3
        assert len(reader.page.buttons.shown()) == 2 * MANY

    def test_finding_selecting_and_copying_know_all_of_it_at_once(self, reader: Reader) -> None:
        reader.navigator.go_to_entry("sources")
        assert f"Work {MANY - 1}." in reader.text()
        reader.go("home")
        reader.navigator.go_to_entry("sources")
        reader.panel.find()
        assert reader.panel.bar is not None
        QTest.keyClicks(reader.panel.bar.field, "Author 199")
        assert reader.panel.bar.count.text() == "1 of 1"
        reader.go("home")
        reader.navigator.go_to_entry("sources")
        reader.panel.copying.select_all()
        assert f"Work {MANY - 1}." in reader.page.textCursor().selectedText()

    def test_back_returns_to_the_line_far_down_that_was_read(self, reader: Reader) -> None:
        reader.go("sources")
        bar = reader.page.verticalScrollBar()
        bar.setValue(bar.maximum() - 50)
        left_at = bar.value()
        reader.go("home")
        reader.navigator.back()
        assert abs(reader.page.scrolled() - left_at) <= 1

    def test_turning_the_page_while_it_is_being_set_leaves_nothing_of_it(self, reader: Reader) -> None:
        reader.navigator.go_to_entry("sources")
        reader.go("psis")
        assert "Author" not in reader.text()
        assert reader.page.document().blockCount() == len(reader.page.leaf.paragraphs)

    def test_another_look_while_it_is_being_set_loses_no_word(self, reader: Reader) -> None:
        reader.navigator.go_to_entry("sources")
        reader.panel.set_look(reader.page.look._replace(text_scale=1.5))
        reader.look()
        assert reader.page.document().blockCount() == MANY + 3

    def test_tab_goes_on_from_link_to_link_far_down(self, reader: Reader) -> None:
        reader.go("sources")
        button = reader.page.buttons.over("claim:w150")
        assert button is not None
        button.setFocus(Qt.FocusReason.TabFocusReason)
        reader.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, PageButton)
        assert focused.href == "https://doi.org/10.1/151"
        assert reader.page.viewport().rect().contains(focused.geometry().center())


def test_the_go_menu_leads_to_sources_and_glossary_under_their_names(window: MainWindow) -> None:
    for name, title in (("sources", "Sources"), ("glossary", "Glossary")):
        window.actions_by_id[name].trigger()
        assert window.navigator.scene == Scene(name)
        assert window.windowTitle() == f"{title} — Dimples"
        assert window.panel.text().startswith(title)
