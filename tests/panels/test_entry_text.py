"""What the panel shows of an entry and of home, without a window."""

import pytest

from dimples_gui.atlas.model import Atlas, Claim, Home, Near, Question, Section
from dimples_gui.panels.claim_text import month
from dimples_gui.panels.entry_text import entry_leaf, missing_leaf
from dimples_gui.panels.home_text import home_leaf
from dimples_gui.panels.leaf import Leaf, Paragraph
from dimples_gui.panels.quotation import quote_claim, quote_entry
from dimples_gui.scene import PANELS


def roles(leaf: Leaf) -> list[str]:
    return [part.role for part in leaf.paragraphs]


def behind(leaf: Leaf, claim: str) -> list[Paragraph]:
    return [part for part in leaf.paragraphs if part.claim == claim and part.behind]


def with_claims(atlas: Atlas, *claims: Claim) -> Atlas:
    """The shipped atlas, with the PSIS making just these claims."""
    entry = atlas.entries["psis"]._replace(sections=(Section("S", "", tuple(claim.id for claim in claims)),))
    return atlas._replace(entries=atlas.entries | {"psis": entry}, claims=atlas.claims | {c.id: c for c in claims})


def shown(atlas: Atlas, *opened: str) -> Leaf:
    return entry_leaf(atlas, atlas.entries["psis"], opened)


def test_an_entry_begins_with_its_names_the_way_to_the_plate_and_the_answer(atlas: Atlas) -> None:
    leaf = entry_leaf(atlas, atlas.entries["dimple"])
    assert roles(leaf)[:6] == ["title", "latin", "numbers", "reveal", "answer", "heading"]
    texts = [part.text for part in leaf.paragraphs]
    assert texts[0] == atlas.entries["dimple"].title
    assert texts[1:4] == ["Fossae lumbales laterales", "TA2 273 · FMA 20209", "Show on the plate"]
    assert leaf.paragraphs[3].runs[0].href == "reveal:dimple"


@pytest.mark.parametrize("name", ["dimple", "psis", "tether", "heredity", "procedures", "can-i-get-them"])
def test_every_claim_of_an_entry_stands_in_its_section_with_its_badge(atlas: Atlas, name: str) -> None:
    entry = atlas.entries[name]
    leaf = entry_leaf(atlas, entry)
    stated = [part for part in leaf.paragraphs if part.role == "claim"]
    assert [part.claim for part in stated] == [key for section in entry.sections for key in section.claims]
    for part in stated:
        claim = atlas.claims[part.claim]
        assert part.text.startswith(claim.text)
        assert part.runs[-1].text.split(" ", 1)[0] == claim.grade
        assert part.runs[-1].href == f"claim:{claim.id}"


def test_an_open_badge_shows_popular_sentence_verdict_detail_and_sources(atlas: Atlas) -> None:
    parts = behind(entry_leaf(atlas, atlas.entries["dimple"], ("c2",)), "c2")
    claim = atlas.claims["c2"]
    text = "\n".join(part.text for part in parts)
    assert f"People say: “{claim.popular}” {claim.verdict}" in text
    assert claim.detail in text
    for key in claim.sources:
        assert atlas.sources[key].title in text
    assert parts[-1].runs[0].href == "copy:c2"
    assert not behind(entry_leaf(atlas, atlas.entries["dimple"]), "c2")


def test_a_search_without_result_is_told_with_its_month(atlas: Atlas) -> None:
    claim = Claim("x1", "Nobody knows.", "C", searched="2026-11")
    text = "\n".join(part.text for part in behind(shown(with_claims(atlas, claim), "x1"), "x1"))
    assert "Searched in November 2026: no study found." in text
    assert month("some day") == "some day"


def test_a_claim_inferred_from_one_on_the_page_links_to_it_and_others_stand_in_full(atlas: Atlas) -> None:
    base, away = Claim("x1", "Here.", "A"), Claim("x3", "Elsewhere.", "B")
    claim = Claim("x2", "So it follows.", "C", inferred_from=("x1", "x3", "gone"))
    atlas = with_claims(atlas, base, claim)
    atlas = atlas._replace(claims=atlas.claims | {"x3": away})
    bases = [part for part in behind(shown(atlas, "x2"), "x2") if part.role == "behind-source"]
    assert [(part.runs[0].text, part.runs[0].href) for part in bases] == [("Here.", "goto:x1"), ("Elsewhere.", "")]
    assert "B textbook" in bases[1].text


def test_an_entry_with_nothing_but_a_title_shows_what_there_is(atlas: Atlas) -> None:
    bare = atlas.entries["psis"]._replace(
        answer="", latin="", ids=(), sections=(), outlines=(), layers=(), ring=None, pin=None, near=Near(), related=()
    )
    assert roles(entry_leaf(atlas, bare)) == ["title"]


def test_names_that_nothing_bears_are_left_out(atlas: Atlas) -> None:
    entry = atlas.entries["psis"]._replace(
        sections=(Section("S", "", ("gone",)),), near=Near(over=("gone",)), related=("gone", "dimple")
    )
    leaf = entry_leaf(atlas, entry, ("gone",))
    assert "claim" not in roles(leaf)
    assert leaf.paragraphs[-1].text == f"See also: {atlas.entries['dimple'].title}"


def test_neighbours_are_links_above_beneath_and_beside(atlas: Atlas) -> None:
    entry = atlas.entries["psis"]._replace(near=Near(("dimple",), ("tether",), ("heredity",)), related=())
    rows = [part.text for part in entry_leaf(atlas, entry).paragraphs if part.role == "onward"]
    titles = [atlas.entries[name].title for name in ("dimple", "tether", "heredity")]
    assert rows == [f"Over it: {titles[0]}", f"Under it: {titles[1]}", f"Beside it: {titles[2]}"]


def test_a_missing_page_says_so_and_leads_home() -> None:
    leaf = missing_leaf("liver")
    assert "There is no page called “liver”." in [part.text for part in leaf.paragraphs]
    assert leaf.paragraphs[-1].runs[0].href == "dimples:home"


def test_home_links_the_questions_that_are_answered_and_marks_the_others() -> None:
    leaf = home_leaf(Home("T", "L", (Question("Can I?", "psis"), Question("Why?")), "N"))
    cards = [part for part in leaf.paragraphs if part.role.startswith("card")]
    assert [(part.role, part.runs[0].href) for part in cards] == [("card", "dimples:psis"), ("card-later", "")]
    assert "not written yet" in " ".join(cards[1].text.split())


def test_home_tells_what_each_badge_means(atlas: Atlas) -> None:
    legend = [part.text for part in home_leaf(atlas.home).paragraphs if part.role == "legend"]
    assert [text[0] for text in legend] == ["A", "B", "C", "D"]


def test_home_leads_to_every_other_panel(atlas: Atlas) -> None:
    rows = [part for part in home_leaf(atlas.home).paragraphs if part.role.startswith("lookup")]
    assert {run.href for row in rows for run in row.runs if run.href} == {f"dimples:{name}" for name in PANELS} - {
        "dimples:home"
    }


def test_what_lies_near_is_not_named_again_among_what_is_related(atlas: Atlas) -> None:
    entry = atlas.entries["psis"]._replace(near=Near(("dimple",)), related=("dimple", "tether"))
    rows = [part.text for part in entry_leaf(atlas, entry).paragraphs if part.role == "onward"]
    assert rows[-1] == f"See also: {atlas.entries['tether'].title}"


def test_a_home_whose_words_are_missing_says_so() -> None:
    texts = [part.text for part in home_leaf(Home()).paragraphs]
    assert "The words of this page are missing." in texts


def test_a_quoted_claim_carries_its_grade_in_words_and_its_sources(atlas: Atlas) -> None:
    quoted = quote_claim(atlas, atlas.claims["c2"])
    assert quoted.startswith(f"{atlas.claims['c2'].text} [B, textbook; c2]")
    assert "https://doi.org/10.11588/diglit.15149" in quoted
    based = Claim("x2", "So.", "C", inferred_from=("c2",), searched="2026-11")
    quoted = quote_claim(with_claims(atlas, based), based)
    assert "inferred from: " + atlas.claims["c2"].text in quoted
    assert "searched in November 2026: no study found" in quoted


def test_a_quoted_entry_holds_every_claim(atlas: Atlas) -> None:
    quoted = quote_entry(atlas, atlas.entries["dimple"])
    for section in atlas.entries["dimple"].sections:
        for key in section.claims:
            assert quote_claim(atlas, atlas.claims[key]) in quoted
