"""Rules for what helps to decide: facts and words fit together, all rests on something and names what is there."""

from collections.abc import Callable, Iterator
from typing import Any

from dimples_gui.atlas.decide_reading import Read, lacking
from dimples_gui.atlas.decide_shapes import CellFacts, OptionFacts, OptionWords
from dimples_gui.atlas.draft import Draft
from dimples_gui.atlas.marked_yaml import Origin
from dimples_gui.atlas.model import Problem
from dimples_gui.atlas.word_checks import missing

FIRST = "nothing"  # to change nothing is always the first option
_MEANS = {"holds": "true", "contradicted": "false", "contested": "unknown", "no evidence": "unknown"}
SIGNED = ("options", "lookalikes", "redflags", "truths", "find")  # panels that a search can find
_MOST_MARKS = 4  # on one drawing


# --- facts and words --------------------------------------------------------------------------------------------------


def _words_without_facts(draft: Draft) -> Iterator[Problem]:
    """Words of what has no facts, be it by a slip of the pen: nothing shows them."""
    deciding = draft.deciding
    for facts, words, parts in (
        (deciding.options, deciding.options_words, ("rows", "options", "criteria")),
        (deciding.lookalikes, deciding.lookalikes_words, ("features", "lookalikes")),
        (deciding.find, deciding.find_words, ("hunts",)),
    ):
        yield from _strangers(facts, words, parts)


def _strangers(facts: Read[Any], words: Read[Any], parts: tuple[str, ...]) -> Iterator[Problem]:
    """Those of two files that belong together."""
    if words.value is None:
        return
    if not facts.origin.page.name:
        text = "nothing reads this file: write the file of this name beside the folder of the language first"
        yield Problem(words.origin.at(), text)
        return
    for part in parts:
        for name in lacking(facts, part, getattr(words.value, part)):
            text = f"nothing reads this: there is no “{name}” under {part} in {facts.origin.page.name}"
            yield Problem(words.origin.at(part, name), text)


def _rows_without_heading(draft: Draft) -> Iterator[Problem]:
    deciding = draft.deciding
    for facts, words, part in (
        (deciding.options, deciding.options_words, "rows"),
        (deciding.lookalikes, deciding.lookalikes_words, "features"),
    ):
        if facts.value is not None:
            for name in lacking(words, part, getattr(facts.value, part)):
                yield Problem(words.origin.at(part), f"{part}: “{name}” has no heading: add it")


# --- options ----------------------------------------------------------------------------------------------------------


def _first_option(draft: Draft) -> Iterator[Problem]:
    facts, origin = draft.deciding.options
    if facts is None:
        return
    if FIRST in facts.options and next(iter(facts.options)) != FIRST:
        yield Problem(origin.at("options", FIRST), f"options: put “{FIRST}” before all others")
    elif FIRST not in facts.options and not origin.has("options", FIRST):
        yield Problem(origin.at("options"), f"options: “{FIRST}” is missing: to change nothing is an option, the first")


def _faulty_facts_of_options(draft: Draft) -> Iterator[Problem]:
    """Names in options.yaml that are not there."""
    facts, origin = draft.deciding.options
    if facts is None:
        return
    for id_, option in facts.options.items():
        yield from _faulty_option(id_, option, facts.rows, origin.below("options", id_), draft)
    for id_, criterion in facts.criteria.items():
        for position, row in enumerate(criterion.rows):
            if row not in facts.rows:
                where = origin.at("criteria", id_, "rows", position)
                yield Problem(where, f"criterion {id_}: there is no row “{row}”")
    yield from missing(origin, "sources", facts.sources, draft.known.sources, "options")


def _faulty_option(
    id_: str, option: OptionFacts, rows: tuple[str, ...], origin: Origin, draft: Draft
) -> Iterator[Problem]:
    """Those of one option."""
    for position, name in enumerate(option.touches):
        if name not in draft.known.entries:
            yield Problem(origin.at("touches", position), f"option {id_}: there is no entry “{name}” to touch")
    for row, cell in option.cells.items():
        if row not in rows:
            yield Problem(origin.at("cells", row), f"option {id_}: there is no row “{row}”: name it under rows")
        yield from _faulty_cell(cell, origin.below("cells", row), f"option {id_}, {row}", draft)


def _faulty_cell(cell: CellFacts, origin: Origin, label: str, draft: Draft) -> Iterator[Problem]:
    """What a cell rests on and is not there; and rates that rest on no source."""
    yield from missing(origin, "claims", cell.claims, draft.known.claims, label)
    for id_, rate in cell.rates.items():
        claim = draft.atlas.claims.get(rate.claim)
        if rate.claim not in draft.known.claims:
            yield Problem(origin.at("rates", id_, "claim"), f"{label}: there is no claim “{rate.claim}” in claims.yaml")
        elif claim and not claim.sources:
            text = f"{label}: claim {rate.claim} has no source that counted “{id_}”"
            yield Problem(origin.at("rates", id_, "claim"), text)


def _faulty_words_of_options(draft: Draft) -> Iterator[Problem]:
    """Cells that say nothing, or say it and rest on nothing."""
    facts, words = draft.deciding.options.value, draft.deciding.options_words
    if facts is None or words.value is None:
        return
    for id_, option in facts.options.items():
        if id_ in words.value.options:
            at, said = words.origin.below("options", id_), words.value.options[id_]
            for row in facts.rows:
                yield from _faulty_saying(row, option.cells.get(row, CellFacts()), said, at, id_)
            yield from _faulty_names(option, said, facts.rows, at, id_)


def _faulty_saying(row: str, cell: CellFacts, said: OptionWords, at: Origin, id_: str) -> Iterator[Problem]:
    """What is wrong between a cell's facts and its words."""
    label = f"option {id_}, {row}"
    if row not in said.cells:
        if not cell.searched:
            text = f"{label}: it says nothing: write it, or put under searched in options.yaml when it was looked for"
            yield Problem(at.at("cells"), text)
    elif cell.searched:
        yield Problem(
            at.at("cells", row), f"{label}: searched in options.yaml says that nothing was found: take out one"
        )
    elif not (cell.claims or cell.rates):
        yield Problem(at.at("cells", row), f"{label} rests on nothing: give it claims in options.yaml")
    for rate in cell.rates:
        if rate not in said.rates:
            yield Problem(at.at("rates"), f"{label}: the rate “{rate}” has no words: add them under rates")


def _faulty_names(
    option: OptionFacts, said: OptionWords, rows: tuple[str, ...], at: Origin, id_: str
) -> Iterator[Problem]:
    """Words of cells and rates that there are not."""
    for row in said.cells:
        if row not in rows:
            yield Problem(at.at("cells", row), f"option {id_}: there is no row “{row}”")
    there = {rate for cell in option.cells.values() for rate in cell.rates}
    for rate in said.rates:
        if rate not in there:
            yield Problem(at.at("rates", rate), f"option {id_}: there is no rate “{rate}” in options.yaml")


# --- the others -------------------------------------------------------------------------------------------------------


def _faulty_lookalikes(draft: Draft) -> Iterator[Problem]:
    facts, origin = draft.deciding.lookalikes
    if facts is None:
        return
    for id_, each in facts.lookalikes.items():
        at, label = origin.below("lookalikes", id_), f"look-alike {id_}"
        yield from missing(at, "claims", each.claims, draft.known.claims, label)
        if not each.claims:
            yield Problem(at.at("claims"), f"{label} rests on nothing: give it claims")
        if each.opens and each.opens not in draft.known.entries:
            yield Problem(at.at("opens"), f"{label}: there is no entry “{each.opens}” to open")
        if len(each.marks) > _MOST_MARKS:
            yield Problem(at.at("marks"), f"{label}: {len(each.marks)} marks are too many: leave {_MOST_MARKS}")


def _faulty_words_of_lookalikes(draft: Draft) -> Iterator[Problem]:
    facts, words = draft.deciding.lookalikes.value, draft.deciding.lookalikes_words
    if facts is None or words.value is None:
        return
    for id_ in facts.lookalikes.keys() & words.value.lookalikes.keys():
        each, said = facts.lookalikes[id_], words.value.lookalikes[id_]
        at, label = words.origin.below("lookalikes", id_), f"look-alike {id_}"
        for feature in set(facts.features) - said.features.keys():
            yield Problem(at.at("features"), f"{label} says nothing under {feature}: add it")
        for feature in said.features.keys() - set(facts.features):
            yield Problem(at.at("features", feature), f"{label}: there is no feature “{feature}”")
        if len(said.marks) != len(each.marks):
            text = f"{label}: {len(said.marks)} words for {len(each.marks)} marks of lookalikes.yaml"
            yield Problem(at.at("marks"), text)


def _faulty_redflags(draft: Draft) -> Iterator[Problem]:
    for id_, flag in draft.deciding.redflags.values.items():
        origin, label = draft.deciding.redflags.origins[id_], f"red flag {id_}"
        yield from missing(origin, "sources", flag.sources, draft.known.sources, label)
        if not flag.sources:
            yield Problem(origin.at("sources"), f"{label} rests on nothing: give it sources")


def _faulty_truths(draft: Draft) -> Iterator[Problem]:
    for id_, truth in draft.deciding.truths.values.items():
        origin, label = draft.deciding.truths.origins[id_], f"statement {id_}"
        if truth.claim not in draft.known.claims:
            yield Problem(origin.at("claim"), f"{label}: there is no claim “{truth.claim}” in claims.yaml")
        claim = draft.atlas.claims.get(truth.claim)
        meant = _MEANS.get(claim.verdict, truth.answer) if claim else truth.answer
        if claim and meant != truth.answer:
            text = f"{label}: by the verdict of claim {claim.id}, {claim.verdict}, the answer is {meant}"
            yield Problem(origin.at("answer"), text)


def _faulty_hunts(draft: Draft) -> Iterator[Problem]:
    facts, origin = draft.deciding.find
    if facts is None:
        return
    for id_, hunt in facts.hunts.items():
        if hunt.entry not in draft.known.entries:
            where = origin.at("hunts", id_, "entry")
            yield Problem(where, f"spot {id_}: there is no entry “{hunt.entry}” in entries.yaml")
        if hunt.both and hunt.x <= 0:
            where = origin.at("hunts", id_, "x")
            yield Problem(where, f"spot {id_}: of two spots give the right one, with x above 0")
    yield from missing(origin, "claims", facts.claims, draft.known.claims, "find")


def _unknown_signposts(draft: Draft) -> Iterator[Problem]:
    items = draft.deciding.signposts
    for panel in items.values:
        if panel not in SIGNED:
            text = f"signpost {panel}: there is no such panel; there are {', '.join(SIGNED)}"
            yield Problem(items.origins[panel].at(), text)


DECIDE_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    _words_without_facts,
    _rows_without_heading,
    _first_option,
    _faulty_facts_of_options,
    _faulty_words_of_options,
    _faulty_lookalikes,
    _faulty_words_of_lookalikes,
    _faulty_redflags,
    _faulty_truths,
    _faulty_hunts,
    _unknown_signposts,
)
