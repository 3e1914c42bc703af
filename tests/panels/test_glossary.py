"""The page of all terms."""

from dimples_gui.atlas.model import Atlas, Term
from dimples_gui.panels.glossary_text import glossary_leaf
from tests.panels.conftest import Reader

TERMS = (
    Term("tether", "Tether", "Fibres that *hold*.", forms=("tethers", "ties"), claims=("c6",), opens="tether"),
    Term("arete", "Arête", "A ridge.", sources=("braus1921",)),
    Term("apex", "apex", "A tip."),
)


def glossed(atlas: Atlas) -> Atlas:
    return atlas._replace(glossary={term.id: term for term in TERMS})


def test_terms_stand_by_letter_each_with_meaning_forms_and_ways_on(atlas: Atlas) -> None:
    leaf = glossary_leaf(glossed(atlas))
    assert [(part.role, part.text) for part in leaf.paragraphs] == [
        ("title", "Glossary"),
        ("numbers", "Terms explained: 3."),
        ("letter", "A"),
        ("term", "apex"),
        ("meaning", "A tip."),
        ("term", "Arête"),
        ("meaning", "A ridge."),
        ("forms", "sources"),
        ("letter", "T"),
        ("term", "Tether"),
        ("meaning", "Fibres that hold."),
        ("forms", f"Also: tethers, ties.  More: {atlas.entries['tether'].title}  sources"),
    ]


def test_unfolded_a_term_shows_the_statements_and_works_that_it_rests_on(atlas: Atlas) -> None:
    leaf = glossary_leaf(glossed(atlas), ("tether", "arete"))
    text = "\n".join(part.text for part in leaf.paragraphs if part.behind)
    assert f"{atlas.claims['c6'].text} {atlas.claims['c6'].grade}" in text
    assert "Braus H (1921)." in text


def test_a_link_to_a_term_unfolds_it_and_brings_its_title_into_view(reader: Reader, atlas: Atlas) -> None:
    term = sorted(atlas.glossary.values(), key=lambda term: term.title.casefold())[len(atlas.glossary) // 2]
    reader.go("glossary", term.id)
    numbers = [n for n, part in enumerate(reader.page.leaf.paragraphs) if part.text == term.title]
    document = reader.page.document()
    top = document.documentLayout().blockBoundingRect(document.findBlockByNumber(numbers[0])).top()
    assert 0 <= top - reader.page.scrolled() < reader.page.viewport().height()
    assert any(part.behind for part in reader.page.leaf.paragraphs)


def test_every_term_that_is_shipped_stands_on_the_page(atlas: Atlas) -> None:
    titles = [part.text for part in glossary_leaf(atlas).paragraphs if part.role == "term"]
    assert sorted(titles) == sorted(term.title for term in atlas.glossary.values())
    assert len(titles) > 20
