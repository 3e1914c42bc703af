"""What helps to decide, as plain frozen values: options, look-alikes, red flags, popular sentences, spots to find.

None of it is needed by a start: the atlas carries it as a text, and whoever shows it asks `decide_of` for the values.
"""

import json
from functools import lru_cache
from typing import Any, NamedTuple


class Rate(NamedTuple):
    """How often something happens, as it was counted."""

    what: str  # what can go wrong
    per_1000: float  # people; below 1 it is told in words, without a bar
    told: str  # the figure as the claim gives it: “12 in 100 people”
    among: str  # among whom it was counted
    claim: str  # the claim that gives the figure


class Cell(NamedTuple):
    """The answer to one question about one option; without words there is the month of the search that found none."""

    text: str = ""  # inline Markdown
    claims: tuple[str, ...] = ()
    rates: tuple[Rate, ...] = ()
    searched: str = ""  # as 2026-11, of a cell that has no text


class Option(NamedTuple):
    """One thing that a reader can choose."""

    id: str
    name: str
    kinds: tuple[str, ...]  # the forms in which it is sold
    advice: str  # a word on the whole of it, as “Not recommended”; mostly none
    folded: bool
    touches: tuple[str, ...]  # entries
    cells: tuple[Cell, ...]  # one for each row


class Row(NamedTuple):
    """A question that is asked of every option."""

    id: str
    heading: str


class Criterion(NamedTuple):
    """One of the twelve minimum items of IPDAS for what helps patients to decide."""

    id: str
    kind: str  # qualifying | certifying
    text: str
    met: bool
    shown: str  # where on the panel it is met; or why it is not
    rows: tuple[str, ...] = ()  # the rows of the options that meet it


class Options(NamedTuple):
    """The options side by side; `nothing` is the first."""

    title: str = ""
    lead: str = ""
    note: str = ""  # under the table: who made it, when, who paid
    rows: tuple[Row, ...] = ()
    options: tuple[Option, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    sources: tuple[str, ...] = ()  # of the criteria


class Mark(NamedTuple):
    """A difference that is marked on the drawing of a look-alike. Millimetres, in the frame of the drawing."""

    x: float
    y: float
    text: str


class Lookalike(NamedTuple):
    """One of the spots that are taken for one another."""

    id: str
    name: str
    drawing: str  # the name of its drawing
    summary: str
    features: tuple[tuple[str, str], ...]  # heading and words, the same headings for all: where, how many, who …
    marks: tuple[Mark, ...]
    doctor: str  # “See a doctor if …”; or that there is no need
    claims: tuple[str, ...]
    opens: str  # the entry that says more, or none


class RedFlag(NamedTuple):
    """A sign that needs medical help."""

    when: str
    text: str
    do: str
    sources: tuple[str, ...]
    urgency: str = "soon"  # now | day (the same day) | soon


class Truth(NamedTuple):
    """A statement that people search for, and the claim that answers it."""

    id: str
    text: str
    answer: str  # true | false | unknown: what the reader should have said, as the claim's verdict has it
    why: str
    claim: str


class Hunt(NamedTuple):
    """A spot to be found on the plate without labels."""

    entry: str
    layer: str
    ask: str  # “Point at …”
    x: float  # mm, where it is; on the right, where there are two
    y: float
    both: bool  # at -x as well


class Finding(NamedTuple):
    """Find it: the spots, and how far off examiners are."""

    hunts: tuple[Hunt, ...] = ()
    examiners: str = ""  # in words, with the figures
    claims: tuple[str, ...] = ()


class Prompt(NamedTuple):
    """One of the short prompts of the consultation sheet."""

    id: str
    text: str
    hint: str = ""


class Sheet(NamedTuple):
    """The words of the consultation sheet."""

    title: str = ""
    lead: str = ""
    prompts: tuple[Prompt, ...] = ()  # what matters to me
    questions: tuple[tuple[str, str], ...] = ()  # suggested: id and words
    note: str = ""


class Signpost(NamedTuple):
    """What a search finds one of the panels by."""

    panel: str  # as links name it
    title: str
    summary: str
    names: tuple[str, ...]  # what people type, and what stands on the panel


class Decide(NamedTuple):
    """All of it, read and checked; what was faulty is missing."""

    options: Options = Options()
    lookalikes: tuple[Lookalike, ...] = ()
    redflags: tuple[RedFlag, ...] = ()
    truths: tuple[Truth, ...] = ()
    finding: Finding = Finding()
    sheet: Sheet = Sheet()
    signposts: tuple[Signpost, ...] = ()


def packed(decide: Decide) -> str:
    """The text from which `decide_of` makes the same values again."""
    return json.dumps(decide, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@lru_cache(maxsize=2)
def decide_of(text: str) -> Decide:
    """The values of a text that `packed` made; none of an empty one."""
    if not text:
        return Decide()
    options, lookalikes, redflags, truths, finding, sheet, signposts = json.loads(text)
    return Decide(
        _options(options),
        tuple(_lookalike(row) for row in lookalikes),
        tuple(RedFlag(when, text, do, tuple(sources), urgency) for when, text, do, sources, urgency in redflags),
        tuple(Truth._make(row) for row in truths),
        Finding(tuple(Hunt._make(row) for row in finding[0]), finding[1], tuple(finding[2])),
        _sheet(sheet),
        tuple(Signpost(panel, title, summary, tuple(names)) for panel, title, summary, names in signposts),
    )


def panels_with(claim: str, decide: Decide) -> tuple[Signpost, ...]:
    """The panels on which a claim stands, of those that have a signpost."""
    cells = (cell for option in decide.options.options for cell in option.cells)
    stands = {
        "options": any(claim in cell.claims or claim in (rate.claim for rate in cell.rates) for cell in cells),
        "lookalikes": any(claim in each.claims for each in decide.lookalikes),
        "truths": any(claim == truth.claim for truth in decide.truths),
        "find": claim in decide.finding.claims,
    }
    return tuple(sign for sign in decide.signposts if stands.get(sign.panel))


def _options(row: list[Any]) -> Options:
    """Options from their row."""
    title, lead, note, rows, options, criteria, sources = row
    return Options(
        title,
        lead,
        note,
        tuple(Row._make(each) for each in rows),
        tuple(_option(each) for each in options),
        tuple(Criterion._make((*each[:-1], tuple(each[-1]))) for each in criteria),
        tuple(sources),
    )


def _option(row: list[Any]) -> Option:
    """An option from its row."""
    id_, name, kinds, advice, folded, touches, cells = row
    return Option(id_, name, tuple(kinds), advice, folded, tuple(touches), tuple(_cell(each) for each in cells))


def _cell(row: list[Any]) -> Cell:
    """A cell from its row."""
    text, claims, rates, searched = row
    return Cell(text, tuple(claims), tuple(Rate._make(rate) for rate in rates), searched)


def _lookalike(row: list[Any]) -> Lookalike:
    """A look-alike from its row."""
    id_, name, drawing, summary, features, marks, doctor, claims, opens = row
    pairs = tuple((heading, words) for heading, words in features)
    return Lookalike(
        id_, name, drawing, summary, pairs, tuple(Mark._make(mark) for mark in marks), doctor, tuple(claims), opens
    )


def _sheet(row: list[Any]) -> Sheet:
    """A consultation sheet from its row."""
    title, lead, prompts, questions, note = row
    pairs = tuple((id_, words) for id_, words in questions)
    return Sheet(title, lead, tuple(Prompt._make(prompt) for prompt in prompts), pairs, note)
