"""From the shapes of files to the values of the model: words and facts of one entry become one."""

from collections.abc import Iterable

from dimples_gui.atlas.model import Claim, Entry, Home, Near, Pin, Question, Ring, Section, Source, Step, Term
from dimples_gui.atlas.shapes import (
    ClaimWords,
    EntryFacts,
    EntryWords,
    HomeWords,
    QuestionWords,
    SourceFacts,
    TermWords,
)


def entry_of(id_: str, facts: EntryFacts, words: EntryWords) -> Entry:
    """An entry from what no language changes and what every language says."""
    ring, pin, near = facts.ring, facts.pin, facts.near
    return Entry(
        id=id_,
        kind=facts.kind,
        title=words.title,
        short_title=words.short_title,
        summary=words.summary,
        answer=words.answer,
        synonyms=words.synonyms,
        sections=tuple([Section(section.title, section.text, section.claims) for section in words.sections]),
        latin=facts.latin,
        ids=tuple([(scheme, str(number)) for scheme, number in facts.ids.items()]),
        outlines=facts.outlines,
        layers=facts.layers,
        ring=Ring(ring.x, ring.y, ring.r, ring.layers) if ring else None,
        pin=Pin(pin.x, pin.y, pin.icon, pin.layers) if pin else None,
        near=Near(near.over, near.under, near.beside),
        related=facts.related,
        rank=facts.rank,
        cut=facts.cut,
    )


def claim_of(words: ClaimWords) -> Claim:
    """A claim."""
    return Claim(
        id=words.id,
        text=words.text,
        grade=words.grade,
        popular=words.popular,
        verdict=words.verdict or "",
        sources=words.sources,
        inferred_from=words.inferred_from,
        searched=words.searched,
        detail=words.detail,
    )


def source_of(facts: SourceFacts) -> Source:
    """A source, whose numbers are texts like any other."""
    return Source(*(str(getattr(facts, field)) for field in Source._fields))


def home_of(words: HomeWords) -> Home:
    """The words of the home panel."""
    return Home(words.title, words.lead, questions_of(words.questions), words.note)


def questions_of(words: Iterable[QuestionWords]) -> tuple[Question, ...]:
    """The questions of the home panel."""
    return tuple(_question_of(question) for question in words)


def _question_of(words: QuestionWords) -> Question:
    """A question with the steps of its answer."""
    steps = tuple(Step(step.shows, step.text, step.claims) for step in words.steps)
    return Question(words.question, words.opens, steps)


def term_of(words: TermWords) -> Term:
    """A term of the glossary."""
    return Term(words.id, words.title, words.text, words.forms, words.sources, words.claims, words.opens)
