"""Rules across files: one generator a rule, one sentence a fault."""

import re
from collections.abc import Callable, Iterator

from dimples_gui.atlas.draft import Draft
from dimples_gui.atlas.marked_yaml import Origin, Steps
from dimples_gui.atlas.model import Entry, Problem
from dimples_gui.atlas.plate_checks import PLATE_RULES

LONGEST = {"title": 60, "short_title": 24, "summary": 90}  # characters: what fits a window's title, a label, a tooltip
_LINK = re.compile(r"(?<=\]\()<?dimples:/*([^)>?#/\s]*)|<dimples:/*([^)>?#/\s]*)")
_PANELS = {"home", ""}  # names of links that lead to no entry


def check(draft: Draft) -> Iterator[Problem]:
    """Every fault that no file shows by itself."""
    for rule in RULES:
        yield from rule(draft)


# --- claims -----------------------------------------------------------------------------------------------------------


def _baseless_claims(draft: Draft) -> Iterator[Problem]:
    for id_, claim in draft.atlas.claims.items():
        if not (claim.sources or claim.inferred_from or claim.searched):
            text = f"claim {id_} rests on nothing: give sources, from, or searched"
            yield Problem(draft.origins.claims[id_].at(), text)


def _circular_claims(draft: Draft) -> Iterator[Problem]:
    """Claims inferred from each other alone."""
    claims = draft.atlas.claims
    floating = {id_ for id_, claim in claims.items() if claim.inferred_from and not (claim.sources or claim.searched)}
    founded = {""}
    while founded:
        founded = {id_ for id_ in floating if not floating.issuperset(claims[id_].inferred_from)}
        floating -= founded
    for id_ in sorted(floating):
        text = f"claim {id_} is inferred in a circle: {', '.join(claims[id_].inferred_from)} rest on it in turn"
        yield Problem(draft.origins.claims[id_].at("from"), text)


def _unknown_bases(draft: Draft) -> Iterator[Problem]:
    for id_, claim in draft.atlas.claims.items():
        origin = draft.origins.claims[id_]
        for position, key in enumerate(claim.sources):
            if key not in draft.known.sources:
                yield Problem(
                    origin.at("sources", position), f"claim {id_}: there is no source “{key}” in sources.yaml"
                )
        for position, key in enumerate(claim.inferred_from):
            if key not in draft.known.claims:
                yield Problem(origin.at("from", position), f"claim {id_}: there is no claim “{key}” to infer it from")


def _unanswered_sayings(draft: Draft) -> Iterator[Problem]:
    for id_, claim in draft.atlas.claims.items():
        origin = draft.origins.claims[id_]
        if claim.popular and not claim.verdict:
            yield Problem(origin.at("popular"), f"claim {id_}: the popular sentence needs a verdict")
        if claim.verdict and not claim.popular:
            yield Problem(
                origin.at("verdict"), f"claim {id_}: the verdict judges no popular sentence: add it as popular"
            )


# --- entries ----------------------------------------------------------------------------------------------------------


def _entries_that_say_nothing(draft: Draft) -> Iterator[Problem]:
    for id_, entry in draft.atlas.entries.items():
        if not entry.answer:
            yield Problem(draft.origins.words[id_].at("answer"), f"entry {id_} has no short answer: add one")
        if not any(section.claims for section in entry.sections):
            yield Problem(draft.origins.words[id_].at("sections"), f"entry {id_} cites no claim: add one to a section")


def _wrong_citations(draft: Draft) -> Iterator[Problem]:
    for id_, entry in draft.atlas.entries.items():
        origin = draft.origins.words[id_]
        cited: dict[str, int] = {}
        for way, claim in _citations(entry):
            where = origin.at(*way)
            if claim not in draft.known.claims:
                yield Problem(where, f"entry {id_}: there is no claim “{claim}” in claims.yaml")
            elif claim in cited:
                yield Problem(where, f"entry {id_} cites claim {claim} twice: take out this one or line {cited[claim]}")
            cited.setdefault(claim, where.line)


def _citations(entry: Entry) -> Iterator[tuple[Steps, str]]:
    for number, section in enumerate(entry.sections):
        for position, claim in enumerate(section.claims):
            yield ("sections", number, "claims", position), claim


def _unknown_neighbours(draft: Draft) -> Iterator[Problem]:
    for id_, entry in draft.atlas.entries.items():
        origin = draft.origins.facts[id_]
        lists: dict[Steps, tuple[str, ...]] = {("related",): entry.related}
        lists |= {("near", side): getattr(entry.near, side) for side in entry.near._fields}
        for way, names in lists.items():
            for position, name in enumerate(names):
                if name not in draft.known.entries or name == id_:
                    text = "is itself" if name == id_ else "is no entry"
                    yield Problem(origin.at(*way, position), f"entry {id_}: “{name}” under {way[-1]} {text}")


def _unknown_answers(draft: Draft) -> Iterator[Problem]:
    for number, question in enumerate(draft.atlas.home.questions):
        if question.opens and question.opens not in draft.known.entries:
            where = draft.origins.home.at("questions", number, "opens")
            yield Problem(where, f"home: there is no entry “{question.opens}” for the question to open")


def _shared_ranks(draft: Draft) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for id_, entry in draft.atlas.entries.items():
        other = first.setdefault(entry.rank, id_)
        if other != id_:
            where = draft.origins.facts[id_].at("rank")
            yield Problem(where, f"entry {id_} has rank {entry.rank} as {other} has: give each its own")


def _long_titles(draft: Draft) -> Iterator[Problem]:
    for id_, entry in draft.atlas.entries.items():
        for key, most in LONGEST.items():
            length = len(getattr(entry, key))
            if length > most:
                where = draft.origins.words[id_].at(key)
                yield Problem(where, f"entry {id_}: {key} has {length} characters: shorten it to {most}")


# --- words anywhere ---------------------------------------------------------------------------------------------------


def _dangling_links(draft: Draft) -> Iterator[Problem]:
    for label, origin, way, text in _texts(draft):
        for link in _LINK.finditer(text):
            name = link[1] or link[2] or ""
            if name not in draft.known.entries and name not in _PANELS:
                where = origin.find(link[0], *way)
                yield Problem(where, f"{label}: the link dimples:{name} leads nowhere: there is no entry “{name}”")


def _texts(draft: Draft) -> Iterator[tuple[str, Origin, Steps, str]]:
    """Every text that may hold links: what it belongs to, where that is, the way to the text, the text."""
    atlas, origins = draft.atlas, draft.origins
    for id_, entry in atlas.entries.items():
        yield f"entry {id_}", origins.words[id_], ("answer",), entry.answer
        for number, section in enumerate(entry.sections):
            yield f"entry {id_}", origins.words[id_], ("sections", number, "text"), section.text
    for id_, claim in atlas.claims.items():
        for key in ("text", "popular", "detail"):
            yield f"claim {id_}", origins.claims[id_], (key,), getattr(claim, key)
    for key in ("lead", "note"):
        yield "home", origins.home, (key,), getattr(atlas.home, key)


RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    _baseless_claims,
    _circular_claims,
    _unknown_bases,
    _unanswered_sayings,
    _entries_that_say_nothing,
    _wrong_citations,
    _unknown_neighbours,
    _unknown_answers,
    _shared_ranks,
    _long_titles,
    _dangling_links,
    *PLATE_RULES,
)
