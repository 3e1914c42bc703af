"""Every sentence of the files that help to decide, with where it stands."""

from collections.abc import Iterator

from dimples_gui.atlas.decide_reading import Deciding
from dimples_gui.atlas.decide_shapes import LookalikesWords, OptionsWords
from dimples_gui.atlas.marked_yaml import Origin, Steps

Said = tuple[str, Origin, Steps, str]  # what it belongs to, the file, the way to it, and the sentence


def texts_of(deciding: Deciding) -> Iterator[Said]:
    """All that may hold links. Names and headings hold none."""
    if deciding.options_words.value:
        yield from _of_options(deciding.options_words.value, deciding.options_words.origin)
    if deciding.lookalikes_words.value:
        yield from _of_lookalikes(deciding.lookalikes_words.value, deciding.lookalikes_words.origin)
    yield from _of_lists(deciding)
    if find := deciding.find_words.value:
        yield "find", deciding.find_words.origin, ("examiners",), find.examiners
    if sheet := deciding.sheet.value:
        yield "sheet", deciding.sheet.origin, ("lead",), sheet.lead
        yield "sheet", deciding.sheet.origin, ("note",), sheet.note


def _of_lists(deciding: Deciding) -> Iterator[Said]:
    """Those of the red flags and the popular sentences."""
    for id_, flag in deciding.redflags.values.items():
        for key, text in (("when", flag.when), ("text", flag.text), ("do", flag.do)):
            yield f"red flag {id_}", deciding.redflags.origins[id_], (key,), text
    for id_, truth in deciding.truths.values.items():
        yield f"statement {id_}", deciding.truths.origins[id_], ("why",), truth.why


def _of_options(words: OptionsWords, origin: Origin) -> Iterator[Said]:
    """Those of the options."""
    for key, text in (("lead", words.lead), ("note", words.note)):
        yield "options", origin, (key,), text
    for id_, option in words.options.items():
        for row, text in option.cells.items():
            yield f"option {id_}", origin, ("options", id_, "cells", row), text
    for id_, criterion in words.criteria.items():
        yield f"criterion {id_}", origin, ("criteria", id_, "shown"), criterion.shown


def _of_lookalikes(words: LookalikesWords, origin: Origin) -> Iterator[Said]:
    """Those of the look-alikes."""
    for id_, lookalike in words.lookalikes.items():
        for key, text in (("summary", lookalike.summary), ("doctor", lookalike.doctor)):
            yield f"look-alike {id_}", origin, ("lookalikes", id_, key), text
        for feature, text in lookalike.features.items():
            yield f"look-alike {id_}", origin, ("lookalikes", id_, "features", feature), text
