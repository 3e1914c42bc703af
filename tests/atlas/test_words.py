"""Our own sentences: plain enough to read, careful enough to trust, and none that rests on nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import textstat

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas, Entry

ROOT = Path(__file__).parents[2]
ATLAS = load(ROOT / "content", [ROOT / "assets"], "en")
HARDEST = 8.0  # school years

AVOIDED = re.compile(
    r"(?<![\w-])(perfect|flaws?|melts? fat|safe|only way|genetics?|congenital|the ligament|defects?|22 ?%|32 ?%|"
    r"22 per ?cent|32 per ?cent|non-surgical options?|\w+-free)(?![\w-])",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)|<[a-z]+:[^>]*>")

Said = tuple[str, str]  # where, and the sentence


def spoken(text: str) -> str:
    """The words of a Markdown text."""
    return re.sub(r"[*_`]+", "", _LINK.sub(lambda link: link[1] or "", text))


def of_entry(entry: Entry, atlas: Atlas = ATLAS) -> Iterator[str]:
    """What is read of an entry on its panel, without titles and details."""
    yield from (entry.summary, entry.answer)
    for section in entry.sections:
        yield section.text
        yield from (atlas.claims[id_].text for id_ in section.claims)


def of_all(atlas: Atlas = ATLAS) -> Iterator[Said]:
    """Every sentence of ours. What others say (`popular`), titles and names are not ours to choose."""
    for entry in atlas.entries.values():
        yield from ((f"entry {entry.id}", text) for text in (entry.summary, entry.answer))
        yield from ((f"entry {entry.id}", section.text) for section in entry.sections)
    for claim in atlas.claims.values():
        yield from ((f"claim {claim.id}", text) for text in (claim.text, claim.detail))
    for term in atlas.glossary.values():
        yield f"term {term.id}", term.text
    yield from (("home", text) for text in (atlas.home.lead, atlas.home.note))
    for question in atlas.home.questions:
        yield from ((f"home: {question.question}", step.text) for step in question.steps)


def unfounded(atlas: Atlas) -> Iterator[Said]:
    """Every sentence on screen that states a fact and rests on nothing.

    What a title, a question or a `popular` sentence says is not stated by us. The lead and the note of home are about
    this program and not about the body. Synonyms are there to be found by, not to be read.
    """
    for claim in atlas.claims.values():
        if not (claim.sources or claim.inferred_from or claim.searched):
            yield from ((f"claim {claim.id}", text) for text in (claim.text, claim.detail) if text)
    for entry in atlas.entries.values():
        if not any(section.claims for section in entry.sections):
            yield from ((f"entry {entry.id}", text) for text in (entry.summary, entry.answer))
        yield from ((f"entry {entry.id}", section.text) for section in entry.sections if not section.claims)
    for term in atlas.glossary.values():
        if not (term.sources or term.claims):
            yield f"term {term.id}", term.text
    for question in atlas.home.questions:
        yield from ((f"home: {question.question}", step.text) for step in question.steps if not step.claims)


def test_every_sentence_that_states_a_fact_rests_on_something() -> None:
    assert list(unfounded(ATLAS)) == []


def test_a_sentence_that_rests_on_nothing_is_found() -> None:
    """Each kind of sentence, robbed of what it rests on, is among those that are found."""
    entry, claim = ATLAS.entries["psis"], next(iter(ATLAS.claims.values()))
    term, question = next(iter(ATLAS.glossary.values())), ATLAS.home.questions[0]
    bare_section = entry.sections[0]._replace(claims=())
    bare = ATLAS._replace(
        entries={
            "half": entry._replace(id="half", sections=(bare_section, *entry.sections[1:])),
            "bare": entry._replace(id="bare", sections=(bare_section,)),
        },
        claims={claim.id: claim._replace(sources=(), inferred_from=(), searched="", detail="Said.")},
        glossary={term.id: term._replace(sources=(), claims=())},
        home=ATLAS.home._replace(
            questions=(question._replace(steps=(question.steps[0]._replace(claims=()), *question.steps[1:])),)
        ),
    )
    assert list(unfounded(bare)) == [
        (f"claim {claim.id}", claim.text),
        (f"claim {claim.id}", "Said."),
        ("entry half", bare_section.text),
        ("entry bare", entry.summary),
        ("entry bare", entry.answer),
        ("entry bare", bare_section.text),
        (f"term {term.id}", term.text),
        (f"home: {question.question}", question.steps[0].text),
    ]


def test_none_of_our_sentences_says_what_nobody_can_promise() -> None:
    found = [(where, word[0], text) for where, text in of_all() for word in AVOIDED.finditer(spoken(text))]
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["It is safe.", "Perfect, then", "a flaw", "*melts fat*", "22 %", "32% of them", "cruelty-free", "the ligament"],
)
def test_words_to_avoid_are_found(text: str) -> None:
    assert AVOIDED.search(spoken(text))


@pytest.mark.parametrize("text", ["safety", "ligaments", "122 %", "imperfect", "unsafe", "freely", "the ligaments"])
def test_only_whole_words_are_to_be_avoided(text: str) -> None:
    assert not AVOIDED.search(spoken(text))


@pytest.mark.parametrize("id_", ATLAS.entries)
def test_an_entry_is_plain_enough_to_read(id_: str) -> None:
    words = " ".join(spoken(text) for text in of_entry(ATLAS.entries[id_]) if text)
    assert textstat.flesch_kincaid_grade(words) <= HARDEST


def test_every_question_is_answered_in_four_steps() -> None:
    assert [len(question.steps) for question in ATLAS.home.questions] == [4] * 6


def test_there_is_a_glossary() -> None:
    assert len(ATLAS.glossary) >= 20
