"""From the shapes of the files that help to decide to values: facts and words become one, loose ends are cut off."""

from collections.abc import Iterable, Iterator

from dimples_gui.atlas.decide import (
    Cell,
    Criterion,
    Decide,
    Finding,
    Hunt,
    Lookalike,
    Mark,
    Option,
    Options,
    Prompt,
    Rate,
    RedFlag,
    Row,
    Sheet,
    Signpost,
    Truth,
)
from dimples_gui.atlas.decide_reading import Deciding
from dimples_gui.atlas.decide_shapes import (
    CellFacts,
    LookalikeFacts,
    LookalikeWords,
    OptionFacts,
    OptionsFacts,
    OptionsWords,
    OptionWords,
)
from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.pruning import held


def made(deciding: Deciding, atlas: Atlas) -> Decide:
    """The values, with nothing in them that names what the atlas does not hold."""
    decide = Decide(
        _options(deciding, atlas),
        tuple(_lookalikes(deciding, atlas)),
        tuple(
            RedFlag(flag.when, flag.text, flag.do, held(flag.sources, atlas.sources), flag.urgency)
            for flag in deciding.redflags.values.values()
        ),
        tuple(
            Truth(truth.id, truth.text, truth.answer, truth.why, truth.claim)
            for truth in deciding.truths.values.values()
            if truth.claim in atlas.claims
        ),
        _finding(deciding, atlas),
        _sheet(deciding),
    )
    return decide._replace(signposts=tuple(_signposts(deciding, decide)))


# --- options ----------------------------------------------------------------------------------------------------------


def _options(deciding: Deciding, atlas: Atlas) -> Options:
    """The options; none where facts or words are missing."""
    facts, words = deciding.options.value, deciding.options_words.value
    if facts is None or words is None:
        return Options()
    rows = tuple(Row(id_, words.rows[id_]) for id_ in facts.rows if id_ in words.rows)
    options = tuple(
        Option(
            id_,
            said.name,
            said.kinds,
            said.advice,
            option.folded,
            held(option.touches, atlas.entries),
            tuple(_cell(row.id, option, said, atlas) for row in rows),
        )
        for id_, option, said in _pairs(facts, words)
    )
    return Options(
        words.title,
        words.lead,
        words.note,
        rows,
        options,
        tuple(_criteria(facts, words)),
        held(facts.sources, atlas.sources),
    )


def _pairs(facts: OptionsFacts, words: OptionsWords) -> Iterator[tuple[str, OptionFacts, OptionWords]]:
    """The options that have both facts and words, in the order of the facts."""
    for id_, option in facts.options.items():
        if id_ in words.options:
            yield id_, option, words.options[id_]


def _cell(row: str, option: OptionFacts, words: OptionWords, atlas: Atlas) -> Cell:
    """One cell."""
    facts = option.cells.get(row, CellFacts())
    rates = tuple(
        Rate(said.what, rate.per_1000, said.told, said.among, rate.claim)
        for id_, rate in facts.rates.items()
        if (said := words.rates.get(id_)) and rate.claim in atlas.claims
    )
    return Cell(words.cells.get(row, ""), held(facts.claims, atlas.claims), rates, facts.searched)


def _criteria(facts: OptionsFacts, words: OptionsWords) -> Iterator[Criterion]:
    """The minimum items of IPDAS."""
    for id_, criterion in facts.criteria.items():
        if said := words.criteria.get(id_):
            yield Criterion(id_, criterion.kind, said.text, criterion.met, said.shown, held(criterion.rows, facts.rows))


# --- look-alikes ------------------------------------------------------------------------------------------------------


def _lookalikes(deciding: Deciding, atlas: Atlas) -> Iterator[Lookalike]:
    """The look-alikes that have both facts and words."""
    facts, words = deciding.lookalikes.value, deciding.lookalikes_words.value
    if facts is None or words is None:
        return
    headings = [(id_, words.features[id_]) for id_ in facts.features if id_ in words.features]
    for id_, lookalike in facts.lookalikes.items():
        if said := words.lookalikes.get(id_):
            yield _lookalike(id_, lookalike, said, headings, atlas)


def _lookalike(
    id_: str, facts: LookalikeFacts, words: LookalikeWords, headings: Iterable[tuple[str, str]], atlas: Atlas
) -> Lookalike:
    """A look-alike; under each heading something, be it nothing."""
    return Lookalike(
        id_,
        words.name,
        facts.drawing,
        words.summary,
        tuple((heading, words.features.get(feature, "")) for feature, heading in headings),
        tuple(Mark(mark.x, mark.y, text) for mark, text in zip(facts.marks, words.marks, strict=False)),
        words.doctor,
        held(facts.claims, atlas.claims),
        facts.opens if facts.opens in atlas.entries else "",
    )


# --- spots to find, and the sheet -------------------------------------------------------------------------------------


def _finding(deciding: Deciding, atlas: Atlas) -> Finding:
    """The spots that have both a place and words."""
    facts, words = deciding.find.value, deciding.find_words.value
    if facts is None or words is None:
        return Finding()
    hunts = tuple(
        Hunt(hunt.entry, hunt.layer, words.hunts[id_], hunt.x, hunt.y, hunt.both)
        for id_, hunt in facts.hunts.items()
        if id_ in words.hunts and hunt.entry in atlas.entries
    )
    return Finding(hunts, words.examiners, held(facts.claims, atlas.claims))


def _sheet(deciding: Deciding) -> Sheet:
    """The words of the consultation sheet."""
    words = deciding.sheet.value
    if words is None:
        return Sheet()
    return Sheet(
        words.title,
        words.lead,
        tuple(Prompt(prompt.id, prompt.text, prompt.hint) for prompt in words.prompts),
        tuple((asked.id, asked.text) for asked in words.questions),
        words.note,
    )


# --- what a search finds ----------------------------------------------------------------------------------------------


def _shown_on(decide: Decide) -> dict[str, tuple[str, ...]]:
    """By panel, the names of what it shows; none where it shows nothing."""
    options = tuple(name for option in decide.options.options for name in (option.name, *option.kinds))
    return {
        "options": options,
        "lookalikes": tuple(each.name for each in decide.lookalikes),
        "redflags": tuple(dict.fromkeys(flag.when for flag in decide.redflags)),
        "truths": tuple(truth.text for truth in decide.truths),
        "find": tuple(hunt.ask for hunt in decide.finding.hunts),
    }


def _signposts(deciding: Deciding, decide: Decide) -> Iterator[Signpost]:
    """The panels that show something, with their own names first."""
    shown = _shown_on(decide)
    for panel, words in deciding.signposts.values.items():
        if names := shown.get(panel):
            yield Signpost(panel, words.title, words.summary, (*words.names, *names))
