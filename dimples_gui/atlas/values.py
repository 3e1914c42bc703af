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
    return Entry(  # by place, which is twice as quick
        id_,
        facts.kind,
        words.title,
        words.short_title,
        words.summary,
        words.answer,
        words.synonyms,
        tuple([Section(section.title, section.text, section.claims) for section in words.sections]),
        facts.latin,
        tuple([(scheme, str(number)) for scheme, number in facts.ids.items()]),
        facts.outlines,
        facts.layers,
        Ring(ring.x, ring.y, ring.r, ring.layers) if ring else None,
        Pin(pin.x, pin.y, pin.icon, pin.layers) if pin else None,
        Near(near.over, near.under, near.beside),
        facts.related,
        facts.rank,
        facts.cut,
    )


def claim_of(words: ClaimWords) -> Claim:
    """A claim."""
    return Claim(
        words.id,
        words.text,
        words.grade,
        words.popular,
        words.verdict or "",
        words.sources,
        words.inferred_from,
        words.searched,
        words.detail,
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
