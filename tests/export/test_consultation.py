"""The consultation sheet: how it reads, and what it takes from the visit."""

import pytest
import textstat
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.export import looked
from dimples_gui.export.consultation import (
    LONGEST_ANSWER,
    MOST_LOOKED,
    MOST_OWN,
    Answers,
    consultation_of,
    first_answers,
    tidy,
)
from dimples_gui.export.imprint import disclaimer
from dimples_gui.export.looked import Looked
from dimples_gui.navigator import Navigator


def test_it_reads_at_grade_8_or_below(atlas: Atlas) -> None:
    words = consultation_of(atlas, first_answers(atlas, ["dimple", "procedures"]))
    sheet = words.sheet
    sentences = [sheet.lead, sheet.note, disclaimer(), *words.questions]
    sentences += [part if part.endswith(("?", ".")) else f"{part}." for said in words.said for part in said[:2]]
    assert textstat.flesch_kincaid_grade(" ".join(sentences)) <= 8


def test_five_prompts_and_the_questions_that_were_ticked_and_own(atlas: Atlas) -> None:
    sheet = decide_of(atlas.decide).sheet
    assert len(sheet.prompts) == 5
    last = sheet.questions[-1]
    words = consultation_of(atlas, Answers(asked=(last[0],), own=("", "  Mine \n too? ", *"abcdef")))
    assert words.questions == (last[1], "Mine too?", "a", "b")[: 1 + MOST_OWN]


def test_what_is_too_long_for_one_page_is_cut_and_shows_that(atlas: Atlas) -> None:
    sheet = decide_of(atlas.decide).sheet
    words = consultation_of(atlas, Answers(tuple(atlas.entries), ((sheet.prompts[0].id, "word " * 200),)))
    assert len(words.said[0][2]) <= LONGEST_ANSWER
    assert words.said[0][2].endswith("…")
    assert len(words.looked) == MOST_LOOKED
    assert tidy("short", 10) == "short"


def test_the_works_are_those_under_what_was_looked_at(atlas: Atlas) -> None:
    words = consultation_of(atlas, Answers(("psis",)))
    claims = [atlas.claims[claim] for part in atlas.entries["psis"].sections for claim in part.claims]
    bases = [atlas.claims[base] for claim in claims for base in claim.inferred_from]
    cited = {key for claim in (*claims, *bases) for key in claim.sources}
    assert {work.key for work in words.works} <= cited
    assert words.more_works > 0
    assert not consultation_of(atlas, Answers()).works


def test_what_was_looked_at_longest_comes_first(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(looked, "monotonic", lambda: clock[0])
    navigator = Navigator({"psis": ("skin",), "tether": ("skin",), "dimple": ("skin",)})
    seen = Looked(navigator, navigator)
    for name, seconds in (("psis", 10), ("tether", 30), ("dimple", 1), ("psis", 5)):
        clock[0] += 0.5
        navigator.go_to_entry(name)
        clock[0] += seconds
    assert seen.entries()[:2] == ["tether", "psis"]
    assert "dimple" not in seen.entries()
