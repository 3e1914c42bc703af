"""Searching as a person does: names, slips, other languages, questions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas, Claim, Entry, Near, Section, Term
from dimples_gui.atlas.search import MOST_OF_GROUP, Index
from dimples_gui.atlas.search_hits import GLOSSARY, STATEMENT, STRUCTURE, TOPIC, Hit, Marked
from dimples_gui.paths import find_places
from tests.atlas.conftest import Folder

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def shipped() -> Atlas:
    places = find_places()
    return load(places.content, places.assets, "en")


@pytest.fixture(scope="session")
def index(shipped: Atlas) -> Index:
    return Index.make(shipped)


@pytest.fixture
def small(folder: Folder) -> Atlas:
    return folder.load()


def entry(id_: str, title: str, rank: int = 1, **words: Any) -> Entry:
    row = {"summary": "", "answer": "", "synonyms": (), "sections": (), "latin": "", "ids": ()} | words
    return Entry(
        id_, "structure", title, title, outlines=(), layers=(), ring=None, pin=None, near=Near(), related=(), rank=rank,
        **row,
    )  # fmt: skip


def index_of(atlas: Atlas, *entries: Entry, claims: tuple[Claim, ...] = (), terms: tuple[Term, ...] = ()) -> Index:
    """An index over these things only."""
    return Index.make(
        atlas._replace(
            entries={one.id: one for one in entries},
            claims={one.id: one for one in claims},
            glossary={one.id: one for one in terms},
        )
    )


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.id for hit in hits]


def as_listed(hits: tuple[Hit, ...]) -> Iterator[Hit]:
    """In the order in which groups are shown: that of the best answer first."""
    for group in dict.fromkeys(hit.group for hit in hits):
        yield from (hit for hit in hits if hit.group == group)


def bold(marked: Marked) -> list[str]:
    return [marked.text[begin:end] for begin, end in marked.spans]


# --- what people type ------------------------------------------------------------------------------------------------


def test_of_a_hundred_queries_as_people_type_them_95_show_their_entry_among_the_first_three(index: Index) -> None:
    assert len({row["query"] for row in QUERIES}) == 100
    assert len({row["language"] for row in QUERIES}) == 8
    missed = [
        row["query"]
        for row in QUERIES
        if row["opens"] not in [hit.id for hit in [*as_listed(index.find(row["query"]))][:3]]
    ]
    assert len(missed) <= 5, missed


def test_every_entry_is_the_first_answer_to_its_title_and_its_short_title(index: Index, shipped: Atlas) -> None:
    for one in shipped.entries.values():
        for name in (one.title, one.short_title, one.title.upper()):
            assert index.find(name)[0].id == one.id, name


def test_every_entry_is_among_the_first_answers_to_each_of_its_other_names(index: Index, shipped: Atlas) -> None:
    for one in shipped.entries.values():
        names = (*one.synonyms, one.latin, *(" ".join(pair) for pair in one.ids))
        for name in filter(None, names):
            same = [other.id for other in shipped.entries.values() if name in (*other.synonyms, other.latin)]
            assert one.id in ids(index.find(name))[: max(3, len(same) + 1)], name


def test_every_statement_is_found_by_its_own_words(index: Index, shipped: Atlas) -> None:
    cited = {claim for one in shipped.entries.values() for section in one.sections for claim in section.claims}
    for claim in cited:
        words = " ".join(shipped.claims[claim].text.split()[:12])
        assert claim in ids(index.find(words, 40)), words


# --- what counts -----------------------------------------------------------------------------------------------------


def test_a_title_comes_before_a_synonym_before_latin(small: Atlas) -> None:
    found = index_of(
        small,
        entry("in-text", "One", 1, answer="Here is a zebra."),
        entry("in-latin", "Two", 2, latin="Zebra"),
        entry("in-synonym", "Three", 3, synonyms=("zebra",)),
        entry("in-title", "Zebra", 4),
    )
    assert ids(found.find("zebra")) == ["in-title", "in-synonym", "in-latin"]


def test_where_no_name_has_the_word_a_statement_comes_before_a_text(small: Atlas) -> None:
    found = index_of(
        small,
        entry("in-text", "One", 1, answer="Here is a zebra."),
        entry("in-claim", "Two", 2, sections=(Section("A title", "", ("z1",)),)),
        claims=(Claim("z1", "It is a zebra.", "B"),),
    )
    assert ids(found.find("zebra")) == ["z1", "in-claim", "in-text"]


def test_the_very_word_comes_before_its_beginning_and_a_slip_finds_both(small: Atlas) -> None:
    found = index_of(small, entry("longer", "Fasciata", 1), entry("same", "Fascia", 2), entry("other", "Facies", 3))
    assert ids(found.find("fascia")) == ["same", "longer"]
    assert {*ids(found.find("fasica"))} == {"same", "longer"}
    assert ids(found.find("fasica ")) == ["same"]


def test_of_equals_the_more_important_comes_first(small: Atlas) -> None:
    names = [entry(f"e{rank}", "Nerve of the back", rank) for rank in (3, 1, 2)]
    assert ids(index_of(small, *names).find("nerve")) == ["e1", "e2", "e3"]


def test_a_name_that_has_all_the_words_comes_before_an_entry_that_has_them_here_and_there(small: Atlas) -> None:
    found = index_of(
        small,
        entry("scattered", "Skin", 1, synonyms=("pain of the bone",), answer="A nerve."),
        entry("whole", "Something", 2, synonyms=("skin nerve",)),
    )
    assert ids(found.find("skin nerve"))[0] == "whole"


def test_many_answers_of_one_group_leave_room_for_the_others(small: Atlas) -> None:
    many = [entry(f"e{rank}", f"Nerve {rank}", rank, sections=(Section("S", "", ("n1",)),)) for rank in range(1, 30)]
    found = index_of(small, *many, claims=(Claim("n1", "A nerve.", "A"),))
    groups = [hit.group for hit in found.find("nerve", 50)]
    assert groups.count(STRUCTURE) == MOST_OF_GROUP
    assert STATEMENT in groups
    assert len(found.find("nerve", 3)) == 3


def test_rows_beyond_what_is_looked_at_lose_the_least_important_only(small: Atlas) -> None:
    many = [entry(f"e{rank}", f"Nerve {rank}", rank, answer="A nerve.") for rank in range(1, 700)]
    assert ids(index_of(small, *many).find("nerve"))[:2] == ["e1", "e2"]


def test_of_very_many_rows_those_that_have_all_the_words_are_found_wherever_they_stand(small: Atlas) -> None:
    many = [entry(f"e{rank}", f"E {rank}", rank, answer="A nerve.") for rank in range(1, 400)]
    one = entry("one", "One", 500, answer="A zebra.")
    both = entry("both", "Both", 501, answer="Of a zebra, a nerve.")
    forms = entry("forms", "Forms", 502, answer="Some nerves.")
    assert ids(index_of(small, *many, one, both, forms).find("nerve zebra"))[0] == "both"


# --- what an answer is -----------------------------------------------------------------------------------------------


def test_an_entry_found_by_another_name_shows_that_name_with_its_words_marked(index: Index) -> None:
    hit = index.find("butt dimpels")[0]
    assert (hit.group, hit.id, hit.link) == (STRUCTURE, "dimple", "dimples:dimple")
    assert bold(hit.title) == ["Dimples"]
    assert bold(hit.name) == ["butt", "dimples"]
    assert hit.snippet.text


def test_a_name_that_adds_nothing_to_the_title_is_not_shown(index: Index) -> None:
    hit = index.find("dimples of venus")[0]
    assert bold(hit.title) == ["Dimples", "Venus"]
    assert hit.name == Marked()


def test_an_entry_found_by_its_text_shows_the_part_that_has_the_words(small: Atlas) -> None:
    text = (
        "First come many words that say nothing of it. " * 4 + "Then [a zebra](dimples:home) walks by. " + "So. " * 50
    )
    found = index_of(small, entry("e", "Title", sections=(Section("", text, ()), Section("", "No.", ())))).find("zebra")
    (hit,) = found
    assert bold(hit.snippet) == ["zebra"]
    assert hit.snippet.text.startswith("…")
    assert hit.snippet.text.endswith("…")
    assert "dimples:" not in hit.snippet.text
    assert len(hit.snippet.text) < 120


def test_a_topic_wears_its_own_sign_and_a_structure_that_of_structures(index: Index, shipped: Atlas) -> None:
    topic, structure = index.find("heredity")[0], index.find("PSIS")[0]
    pin = shipped.entries["heredity"].pin
    assert pin is not None
    assert (topic.group, topic.mark) == (TOPIC, pin.icon)
    assert structure.mark == "structure"


def test_a_statement_opens_the_most_important_entry_that_cites_it_with_its_badge_open(index: Index) -> None:
    hit = next(hit for hit in index.find("two small dents low on the back") if hit.group == STATEMENT)
    assert (hit.id, hit.link, hit.mark) == ("c1", "dimples:dimple?opened=c1", "B")
    assert hit.name.text == "Dimple of Venus"
    assert {"dents", "back"} <= {*bold(hit.title)}


def test_a_statement_cited_twice_by_an_entry_is_one_answer(small: Atlas) -> None:
    sections = (Section("First", "", ("z1",)), Section("Again", "", ("z1",)))
    found = index_of(small, entry("e", "E", sections=sections), claims=(Claim("z1", "A zebra.", "B"),))
    assert ids(found.find("zebra")) == ["z1", "e"]


def test_a_statement_found_by_what_people_say_shows_that(small: Atlas) -> None:
    claim = Claim(
        "z1", "Nobody has counted the stripes.", "C", popular="A zebra has many stripes.", verdict="no evidence"
    )
    lonely = Claim("z2", "A zebra that no entry cites.", "C")
    found = index_of(small, entry("e", "E", sections=(Section("", "", ("z1", "none")),)), claims=(claim, lonely))
    (hit,) = [hit for hit in found.find("zebra stripes") if hit.group == STATEMENT]
    assert hit.id == "z1"
    assert bold(hit.snippet) == ["zebra", "stripes"]


def test_a_word_of_the_glossary_opens_there_and_comes_after_an_entry_of_that_name(small: Atlas) -> None:
    term = Term("iliac", "Iliac", "Of the flank; in no way a [zebra](dimples:home).", forms=("iliacus",))
    found = index_of(small, entry("e", "Iliac"), terms=(term,))
    assert [hit.group for hit in found.find("iliac")] == [STRUCTURE, GLOSSARY]
    hit = found.find("iliacus")[0]
    assert (hit.id, hit.link) == ("iliac", "dimples:glossary?opened=iliac")
    assert bold(hit.name) == ["iliacus"]
    assert ids(found.find("zebra")) == ["iliac"]


def test_what_nobody_wrote_of_is_not_found(index: Index) -> None:
    for query in ("", "   ", "?!", "xyzzy", "qqqqqqqq wwwwwww", "'", '"', "*", "\x00", "\ud800", "q" * 5000):
        assert index.find(query) == (), query


@pytest.mark.parametrize(
    "signs", ['"%s', "%s*", "NEAR(%s", "%s AND", "NOT %s", "{%s}", "names:%s", "^%s", "%s; drop table"]
)
def test_signs_that_a_database_might_understand_are_only_signs(index: Index, signs: str) -> None:
    assert "psis" in ids(index.find(signs % "PSIS"))[:3]


def test_a_page_pasted_into_the_field_is_answered_too(index: Index, shipped: Atlas) -> None:
    assert index.find(shipped.entries["psis"].answer * 50)


# --- while one types -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", "abcdefghilmnopstvw")
def test_a_single_letter_finds_names_that_begin_so(index: Index, letter: str) -> None:
    first = index.find(letter)[0]
    words = f"{first.title.text} {first.name.text}".lower().replace("-", " ").split()
    assert any(word.startswith(letter) for word in words)


@pytest.mark.parametrize(
    ("query", "first"), [("s2", "s2"), ("L5", "l5"), ("l 5", "l5"), ("t1", "t12"), ("si", "sacroiliac-joint")]
)
def test_names_of_two_signs_are_found(index: Index, query: str, first: str) -> None:
    assert first in ids(index.find(query))[:3]


def test_with_each_letter_typed_there_is_something_to_see(index: Index) -> None:
    query = "posterior superior iliac spine"
    for end in range(1, len(query) + 1):
        assert index.find(query[:end]), query[:end]
    assert index.find(query)[0].id == "psis"


def test_a_word_that_is_finished_is_not_taken_for_the_beginning_of_another(small: Atlas) -> None:
    found = index_of(small, entry("rib", "Rib", 2), entry("ribbon", "Ribbon", 1), entry("an", "Annual", 3))
    assert ids(found.find("rib")) == ["rib", "ribbon"]
    assert ids(found.find("an ")) == []
