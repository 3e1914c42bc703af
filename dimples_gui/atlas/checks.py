"""Rules across files: one generator a rule, one sentence a fault."""

from collections.abc import Callable, Iterator

from dimples_gui.atlas.decide_checks import DECIDE_RULES
from dimples_gui.atlas.draft import Draft
from dimples_gui.atlas.marked_yaml import Steps
from dimples_gui.atlas.model import Entry, Problem
from dimples_gui.atlas.plate_checks import PLATE_RULES
from dimples_gui.atlas.word_checks import WORD_RULES, missing

LONGEST = {"title": 60, "short_title": 24, "summary": 90}  # characters: what fits a window's title, a label, a tooltip


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
        yield from missing(origin, "sources", claim.sources, draft.known.sources, f"claim {id_}")
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
        cited: dict[str, Steps] = {}
        for way, claim in _citations(entry):
            if claim not in draft.known.claims:
                yield Problem(origin.at(*way), f"entry {id_}: there is no claim “{claim}” in claims.yaml")
            elif cited.setdefault(claim, way) != way:
                line = origin.at(*cited[claim]).line
                text = f"entry {id_} cites claim {claim} twice: take out this one or line {line}"
                yield Problem(origin.at(*way), text)


def _citations(entry: Entry) -> Iterator[tuple[Steps, str]]:
    for number, section in enumerate(entry.sections):
        for position, claim in enumerate(section.claims):
            yield ("sections", number, "claims", position), claim


def _unknown_neighbours(draft: Draft) -> Iterator[Problem]:
    for id_, entry in draft.atlas.entries.items():
        origin = draft.origins.facts[id_]
        near = entry.near
        for way, names in (
            (("related",), entry.related),
            (("near", "over"), near.over),
            (("near", "under"), near.under),
            (("near", "beside"), near.beside),
        ):
            for position, name in enumerate(names):
                if fault := _fault_of_neighbour(name, names[:position], id_, draft):
                    yield Problem(origin.at(*way, position), f"entry {id_}: “{name}” under {way[-1]} {fault}")


def _fault_of_neighbour(name: str, before: tuple[str, ...], id_: str, draft: Draft) -> str:
    """What is wrong with a name in a list of entries; empty if nothing is."""
    if name == id_:
        return "is itself: take it out"
    if name in before:
        return "stands there twice: take out one"
    return "" if name in draft.known.entries else "is no entry: name one of entries.yaml"


def _shared_titles(draft: Draft) -> Iterator[Problem]:
    """Two entries of one name: nobody could tell them apart in a list."""
    for key in ("title", "short_title"):
        first: dict[str, str] = {}
        for id_, entry in draft.atlas.entries.items():
            title = getattr(entry, key)
            other = first.setdefault(title.casefold(), id_)
            if other != id_:
                text = f"entry {id_} has the {key} of {other}, “{title}”: give it its own"
                yield Problem(draft.origins.words[id_].at(key), text)


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
        for number, section in enumerate(entry.sections):
            if len(section.title) > LONGEST["title"]:
                text = f"entry {id_}: a section's title has {len(section.title)} characters: shorten it to 60"
                yield Problem(draft.origins.words[id_].at("sections", number, "title"), text)


RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    _baseless_claims,
    _circular_claims,
    _unknown_bases,
    _unanswered_sayings,
    _entries_that_say_nothing,
    _wrong_citations,
    _unknown_neighbours,
    _shared_titles,
    _shared_ranks,
    _long_titles,
    *WORD_RULES,
    *PLATE_RULES,
    *DECIDE_RULES,
)
