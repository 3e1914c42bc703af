"""What helps to decide, as it is shipped: figures that can be traced, options treated alike, plain words."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import textstat

from dimples_gui.atlas.decide import Decide, Option, Rate, decide_of
from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search import Index
from dimples_gui.atlas.search_index import stamp_of
from tests.atlas.test_words import AVOIDED, HARDEST, spoken

ROOT = Path(__file__).parents[2]
ATLAS = load(ROOT / "content", [ROOT / "assets"], "en")
DECIDE = decide_of(ATLAS.decide)
OPTIONS = DECIDE.options
SIGNS = {sign.panel: sign for sign in DECIDE.signposts}
INDEX = Index.make(ATLAS)
SHOWN = [option for option in OPTIONS.options if not option.folded]

MEANS = {"holds": "true", "contradicted": "false", "contested": "unknown", "no evidence": "unknown"}
_NUMBER = r"[0-9][0-9,.]*"
_SHARE = re.compile(rf"(about )?({_NUMBER}) (?:(?:in|of) ({_NUMBER})|%)")


def rates(decide: Decide = DECIDE) -> Iterator[tuple[str, Rate]]:
    for option in decide.options.options:
        for cell in option.cells:
            yield from ((f"{option.id}: {rate.what}", rate) for rate in cell.rates)


def number(text: str) -> float:
    return float(text.replace(",", "").rstrip("."))


def untraced(rate: Rate, atlas: Atlas = ATLAS) -> str:
    """Why a figure can't be traced to a claim and its sources; empty where it can."""
    share = _SHARE.fullmatch(rate.told)
    if share is None:
        return f"“{rate.told}” is no share"
    per_1000 = 1000 * number(share[2]) / (number(share[3]) if share[3] else 100)
    near = 0.2 if share[1] else 0.005
    if abs(per_1000 - rate.per_1000) > near * per_1000:
        return f"“{rate.told}” is not {rate.per_1000} in 1,000"
    claim = atlas.claims[rate.claim]
    said = {number(figure) for figure in re.findall(_NUMBER, f"{claim.text} {claim.detail}")}
    words = {"four": 4.0}
    said |= {value for word, value in words.items() if re.search(rf"\b{word}\b", claim.text, re.IGNORECASE)}
    told = {number(figure) for figure in (share[2], share[3]) if figure}
    among = {number(figure) for figure in re.findall(_NUMBER, rate.among)}
    if not told | among <= said:
        return f"claim {claim.id} does not give {sorted((told | among) - said)}"
    if not claim.sources:
        return f"claim {claim.id} has no source"
    return ""


@pytest.mark.parametrize(("label", "rate"), list(rates()), ids=[label for label, _ in rates()])
def test_a_rate_can_be_traced_to_its_claim_and_a_source(label: str, rate: Rate) -> None:
    assert untraced(rate) == "", label
    sources = [ATLAS.sources[key] for key in ATLAS.claims[rate.claim].sources]
    assert all(source.title or source.title_note for source in sources)


def test_a_rate_that_nobody_gave_is_found() -> None:
    """Each kind of fault in a figure is seen."""
    sound = next(rate for _, rate in rates() if rate.told == "2.62 %")
    assert untraced(sound) == ""
    assert "is not 27.0" in untraced(sound._replace(per_1000=27.0))
    assert "does not give" in untraced(sound._replace(told="2.7 %", per_1000=27.0))
    assert "does not give" in untraced(sound._replace(among="31,000 people"))
    assert "is no share" in untraced(sound._replace(told="some"))
    bare = ATLAS._replace(claims=ATLAS.claims | {sound.claim: ATLAS.claims[sound.claim]._replace(sources=())})
    assert "has no source" in untraced(sound, bare)


def test_one_scale_holds_all_rates_and_each_says_among_whom() -> None:
    assert all(0 < rate.per_1000 <= 1000 and rate.among and rate.what for _, rate in rates())


# --- equal detail -----------------------------------------------------------------------------------------------------


def test_changing_nothing_comes_first_and_is_not_folded() -> None:
    assert OPTIONS.options[0].id == "nothing"
    assert [option.id for option in SHOWN] == [
        "nothing", "training-and-weight", "liposuction", "cutting-and-stitching", "fat-dissolving-injections",
    ]  # fmt: skip
    folded = [option.folded for option in OPTIONS.options]
    assert folded == sorted(folded)


@pytest.mark.parametrize("option", OPTIONS.options, ids=lambda option: option.id)
def test_every_question_is_answered_or_honestly_left_empty(option: Option) -> None:
    assert len(option.cells) == len(OPTIONS.rows)
    for cell in option.cells:
        assert bool(cell.text) != bool(cell.searched)
        assert bool(cell.text) == bool(cell.claims)


def test_the_options_are_told_in_equal_detail() -> None:
    filled = {option.id: sum(bool(cell.text) for cell in option.cells) for option in SHOWN}
    assert max(filled.values()) - min(filled.values()) <= 3, filled
    words = {option.id: sum(len(cell.text.split()) for cell in option.cells) for option in SHOWN}
    assert max(words.values()) <= 2.5 * min(words.values()), words


def test_who_is_warned_off_is_told_so() -> None:
    advised = {option.id for option in OPTIONS.options if option.advice}
    assert {"fat-dissolving-injections", "steroid-injection", "fillers-or-fat"} == advised
    label = next(option for option in OPTIONS.options if option.id == "fat-dissolving-injections")
    approved = label.cells[[row.id for row in OPTIONS.rows].index("approved")]
    assert "chin" in approved.text
    assert "fda_label" in {key for claim in approved.claims for key in ATLAS.claims[claim].sources}


def test_all_but_changing_nothing_touch_tissues_that_light_up() -> None:
    for option in OPTIONS.options:
        assert bool(option.touches) == (option.id != "nothing")
        assert all(ATLAS.entries[id_].outlines for id_ in option.touches)


def test_the_twelve_minimum_items_are_there_with_their_evidence() -> None:
    kinds = [criterion.kind for criterion in OPTIONS.criteria]
    assert (kinds.count("qualifying"), kinds.count("certifying"), len(kinds)) == (6, 6, 12)
    assert all(criterion.shown for criterion in OPTIONS.criteria)
    assert {"ipdas_delphi", "ipdas_table"} <= set(OPTIONS.sources)


def test_what_is_said_to_be_met_can_be_seen() -> None:
    """The items that this table can be asked about: words in the rows that are named, a date, an update, who paid."""
    met = {criterion.id: criterion for criterion in OPTIONS.criteria if criterion.met}
    rows = [row.id for row in OPTIONS.rows]
    for criterion in met.values():
        for row in criterion.rows:
            at = rows.index(row)
            assert sum(bool(option.cells[at].text) for option in SHOWN) >= len(SHOWN) - 2, (criterion.id, row)
    for id_, words in (("date", "November 2026"), ("update", "November 2027"), ("funding", "paid")):
        assert id_ in met
        assert words in OPTIONS.note


# --- the others -------------------------------------------------------------------------------------------------------


def test_five_look_alikes_are_told_under_the_same_headings() -> None:
    assert [each.drawing for each in DECIDE.lookalikes] == ["venus", "newborn", "rhombus", "steroid", "mouse"]
    headings = {tuple(heading for heading, _ in each.features) for each in DECIDE.lookalikes}
    assert len(headings) == 1
    for each in DECIDE.lookalikes:
        assert all(words for _, words in each.features)
        assert each.doctor
        assert each.opens in ATLAS.entries
        assert 1 <= len(each.marks) <= 4


def test_the_marks_lie_on_their_drawings() -> None:
    for each in DECIDE.lookalikes:
        wide, low, high = (30, -35, 25) if each.drawing == "newborn" else (80, -70, 60)
        assert all(abs(mark.x) <= wide and low <= mark.y <= high for mark in each.marks), each.id


def test_red_flags_come_in_the_order_of_their_urgency() -> None:
    order = ["now", "day", "soon"]
    places = [order.index(flag.urgency) for flag in DECIDE.redflags]
    assert len(places) == 11
    assert all(one <= two for one, two in pairwise(places))
    assert all(flag.sources for flag in DECIDE.redflags)


def test_fifteen_statements_have_the_answer_of_their_claims_verdict() -> None:
    assert len(DECIDE.truths) == 15
    for truth in DECIDE.truths:
        verdict = ATLAS.claims[truth.claim].verdict
        assert truth.answer == MEANS.get(verdict, truth.answer), truth.id
        assert verdict in MEANS or truth.id == "sacral-dimple"  # whose claim answers no saying
    answers = [truth.answer for truth in DECIDE.truths]
    assert all(answers.count(answer) >= 3 for answer in ("true", "false", "unknown"))


def test_each_statement_has_a_claim_of_its_own() -> None:
    assert len({truth.claim for truth in DECIDE.truths}) == len(DECIDE.truths)


def test_a_spot_to_find_lies_within_its_outline_or_ring() -> None:
    assert 8 <= len(DECIDE.finding.hunts) <= 10
    boxes = {}
    for outline in ATLAS.plate.outlines:
        numbers = [step for step in outline.steps if not isinstance(step, str)]
        boxes[outline.id] = (min(numbers[::2]), max(numbers[::2]), min(numbers[1::2]), max(numbers[1::2]))
    for hunt in DECIDE.finding.hunts:
        entry = ATLAS.entries[hunt.entry]
        assert hunt.layer in entry.seen_on()
        found = [boxes[id_] for id_ in entry.outlines if id_ in boxes]
        assert any(
            left <= hunt.x <= right and bottom <= hunt.y <= top for left, right, bottom, top in found
        ), hunt.entry  # fmt: skip


def test_examiners_figures_are_those_of_the_claims() -> None:
    figures = set(re.findall(r"[0-9]+", DECIDE.finding.examiners))
    said = " ".join(f"{ATLAS.claims[id_].text} {ATLAS.claims[id_].detail}" for id_ in DECIDE.finding.claims)
    assert figures
    assert figures <= set(re.findall(r"[0-9]+", said))


def test_the_sheet_has_five_prompts_and_up_to_ten_questions() -> None:
    sheet = DECIDE.sheet
    assert len(sheet.prompts) == 5
    assert 8 <= len(sheet.questions) <= 10
    assert all(words.endswith("?") for _, words in sheet.questions)
    assert "no diagnosis" in sheet.note


@pytest.mark.parametrize(
    ("query", "panel"),
    [
        ("your options", "options"), ("lipo", "options"), ("kybella", "options"), ("fat freezing", "options"),
        ("lipo risks", "options"), ("piercing", "options"), ("look-alikes", "lookalikes"), ("back mouse", "lookalikes"),
        ("is it true", "truths"), ("are they a sign of good blood flow", "truths"), ("warning signs", "redflags"),
        ("find it", "find"), ("quiz", "find"),
    ],
)  # fmt: skip
def test_the_panels_are_found_by_what_people_type(query: str, panel: str) -> None:
    found = {hit.link: hit for hit in INDEX.find(query)[:4]}
    assert f"dimples:{panel}" in found
    assert found[f"dimples:{panel}"].title.text == SIGNS[panel].title


def test_the_index_changes_with_what_helps_to_decide() -> None:
    assert stamp_of(ATLAS) != stamp_of(ATLAS._replace(decide=""))
    assert not any(hit.link == "dimples:options" for hit in Index.make(ATLAS._replace(decide="")).find("options"))


# --- words ------------------------------------------------------------------------------------------------------------


def said(decide: Decide = DECIDE) -> Iterator[tuple[str, list[str]]]:
    """Every sentence of ours, by what it belongs to. What others say, the popular sentences, is not ours to choose."""
    options = decide.options
    yield "options", [options.title, options.lead, options.note, *(row.heading for row in options.rows)]
    yield "criteria", [text for each in options.criteria for text in (each.text, each.shown)]
    for option in options.options:
        told = [text for cell in option.cells for rate in cell.rates for text in (rate.what, rate.among)]
        yield option.id, [option.name, option.advice, *option.kinds, *(cell.text for cell in option.cells), *told]
    for each in decide.lookalikes:
        yield (
            each.id,
            [each.summary, *(words for _, words in each.features), each.doctor, *(m.text for m in each.marks)],
        )
    yield "red flags", [text for flag in decide.redflags for text in (flag.text, flag.do)]
    yield "truths", [truth.why for truth in decide.truths]
    yield "find", [decide.finding.examiners, *(hunt.ask for hunt in decide.finding.hunts)]
    yield "signposts", [text for sign in decide.signposts for text in (sign.title, sign.summary)]
    sheet = decide.sheet
    prompts = [text for prompt in sheet.prompts for text in (prompt.text, prompt.hint)]
    yield "sheet", [sheet.title, sheet.lead, sheet.note, *prompts, *(words for _, words in sheet.questions)]


def as_prose(texts: list[str]) -> str:
    """Texts one after the other, each a sentence."""
    spoken_texts = (spoken(text).strip() for text in texts if text)
    return " ".join(text if text[-1:] in ".!?…" else f"{text}." for text in spoken_texts)


@pytest.mark.parametrize(("label", "texts"), list(said()), ids=[label for label, _ in said()])
def test_our_words_are_plain_enough_and_promise_nothing(label: str, texts: list[str]) -> None:
    prose = as_prose(texts)
    assert textstat.flesch_kincaid_grade(prose) <= HARDEST, label
    assert [word[0] for word in AVOIDED.finditer(prose)] == []


@pytest.mark.parametrize("claim", [id_ for id_ in ATLAS.claims if re.fullmatch(r"o\d+", id_)])
def test_the_claims_that_the_options_rest_on_are_plain_enough(claim: str) -> None:
    assert textstat.flesch_kincaid_grade(spoken(ATLAS.claims[claim].text)) <= HARDEST + 1


def test_no_claim_of_the_options_stands_idle() -> None:
    used = {id_ for option in OPTIONS.options for cell in option.cells for id_ in cell.claims}
    used |= {rate.claim for _, rate in rates()} | {id_ for each in DECIDE.lookalikes for id_ in each.claims}
    assert {id_ for id_ in ATLAS.claims if re.fullmatch(r"o\d+", id_)} <= used
