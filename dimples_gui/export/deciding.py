"""What helps to decide as paragraphs for paper: options, look-alikes, red flags, popular sentences."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.decide import Cell, Decide, Option, Options, decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.export.paper_text import References, legend
from dimples_gui.panels.claim_text import badge, month
from dimples_gui.panels.leaf import Leaf, Paragraph, Run, plain
from dimples_gui.panels.prose import runs_of
from dimples_gui.scene import LOOKALIKES, OPTIONS, REDFLAGS, TRUTHS

translate = QCoreApplication.translate


def deciding_leaf(atlas: Atlas, panel: str, references: References | None = None) -> Leaf | None:
    """The words of one of these panels; with no references given they end in their own. None of another panel."""
    decide, own = decide_of(atlas.decide), references is None
    references = references or References(atlas)
    makers = {OPTIONS: _options, LOOKALIKES: _lookalikes, REDFLAGS: _redflags, TRUTHS: _truths}
    if panel not in makers:
        return None
    title, paragraphs = makers[panel](atlas, decide, references)
    paragraphs = [plain("title", title), *paragraphs]
    if own:
        graded = any(run.style == "badge" for paragraph in paragraphs for run in paragraph.runs)
        paragraphs += [*references.paragraphs(), *(legend() if graded else [])]
    return Leaf(panel, title, tuple(paragraphs))


Words = tuple[str, list[Paragraph]]  # a title, and what stands under it


def _options(atlas: Atlas, decide: Decide, references: References) -> Words:
    """Question by question, the answers of all options one below the other."""
    options = decide.options
    paragraphs = [Paragraph("answer", runs_of(options.lead))] if options.lead else []
    main = [option for option in options.options if not option.folded]
    kinds = [_kinds(option) for option in main if option.kinds or option.advice]
    paragraphs += [plain("heading", translate("Paper", "What is compared")), *kinds] if kinds else []
    for number, row in enumerate(options.rows):
        paragraphs.append(plain("heading", row.heading))
        for option in main:
            paragraphs += _answer(atlas, Run(f"{option.name}. ", "strong"), option.cells[number], references)
    for option in (option for option in options.options if option.folded):
        paragraphs += _folded(atlas, options, option, references)
    paragraphs += _criteria(options, references)
    return options.title or translate("Paper", "Options"), paragraphs


def _kinds(option: Option) -> Paragraph:
    """An option's name, the forms in which it is sold, and a word on the whole of it."""
    told = [Run(option.name, "strong")]
    told += [Run(f": {', '.join(option.kinds)}.")] if option.kinds else []
    told += [Run(" "), Run(option.advice, "em")] if option.advice else []
    return Paragraph("claim", tuple(told))


def _answer(atlas: Atlas, name: Run, cell: Cell, references: References) -> list[Paragraph]:
    """The words of a cell, what it rests on and how well that is known; then its rates, by among whom."""
    keys = dict.fromkeys((*cell.claims, *(rate.claim for rate in cell.rates)))
    basis = tuple(_basis(atlas, keys, references))
    groups: dict[str, list[str]] = {}
    for rate in cell.rates:
        among = f"{rate.among[:1].upper()}{rate.among[1:]}: " if rate.among else ""
        groups.setdefault(among, []).append(f"{rate.what}: {rate.told}")
    rates = [Paragraph("rates", (Run(among, "label"), Run("; ".join(told) + "."))) for among, told in groups.items()]
    return [Paragraph("claim", (name, *_words(cell), *basis)), *rates]


def _words(cell: Cell) -> tuple[Run, ...]:
    """What a cell says; of one that says nothing, that nothing was found, and when."""
    if cell.text or cell.rates:
        return runs_of(cell.text)
    if not cell.searched:
        return (Run(translate("Paper", "No figures found."), "muted"),)
    searched = translate("Paper", "No figures found (searched in {month}).")
    return (Run(searched.format(month=month(cell.searched)), "muted"),)


def _basis(atlas: Atlas, keys: Iterable[str], references: References) -> Iterator[Run]:
    """The numbers of the works under some claims, and the badges of their grades."""
    claims = [atlas.claims[key] for key in keys if key in atlas.claims]
    works = [key for claim in claims for key in claim.sources]
    works += [
        key for claim in claims for base in claim.inferred_from if base in atlas.claims
        for key in atlas.claims[base].sources if not claim.sources
    ]  # fmt: skip
    yield from references.runs(works)
    for grade in sorted({claim.grade for claim in claims}):
        yield Run(" ")
        yield badge(grade)


def _folded(atlas: Atlas, options: Options, option: Option, references: References) -> list[Paragraph]:
    """An option that is told more briefly: all of its answers one below the other."""
    rows = [(row.heading, cell) for row, cell in zip(options.rows, option.cells, strict=False) if cell.text]
    answers = [
        paragraph
        for heading, cell in rows
        for paragraph in _answer(atlas, Run(f"{heading} ", "label"), cell, references)
    ]
    advice = [Paragraph("text", (Run(option.advice, "em"),))] if option.advice else []
    return [plain("heading", option.name), *advice, *answers]


def _criteria(options: Options, references: References) -> list[Paragraph]:
    """How this does by the standard for what helps patients to decide."""
    if not options.criteria:
        return []
    heading = translate("Paper", "How this comparison does as a decision aid")
    met, unmet = translate("Paper", "Met:"), translate("Paper", "Not met:")
    rows = [
        Paragraph("legend", (Run(f"{item.text} "), Run(met if item.met else unmet, "strong"), Run(f" {item.shown}")))
        for item in options.criteria
    ]
    note = [Paragraph("note", (*runs_of(options.note), *references.runs(options.sources)))] if options.note else []
    return [plain("heading", heading), *rows, *note]


def _lookalikes(atlas: Atlas, decide: Decide, references: References) -> Words:
    """One after the other, with the same headings."""
    paragraphs = []
    for alike in decide.lookalikes:
        basis = tuple(_basis(atlas, alike.claims, references))
        paragraphs += [plain("heading", alike.name), Paragraph("text", (*runs_of(alike.summary), *basis))]
        paragraphs += [Paragraph("claim", (Run(f"{name}: ", "label"), *runs_of(told))) for name, told in alike.features]
        paragraphs.append(Paragraph("claim", runs_of(alike.doctor, "strong")))
    return translate("Paper", "What looks alike"), [paragraph for paragraph in paragraphs if paragraph.text]


def _redflags(_atlas: Atlas, decide: Decide, references: References) -> Words:
    """The signs, each with what to do."""
    paragraphs: list[Paragraph] = []
    when = ""
    for flag in decide.redflags:
        if flag.when != when:
            paragraphs.append(plain("heading", flag.when))
        when = flag.when
        paragraphs.append(Paragraph("claim", (*runs_of(flag.text), *references.runs(flag.sources))))
        paragraphs.append(plain("to-do", flag.do))
    return translate("Paper", "Signs that need a doctor"), paragraphs


def _truths(atlas: Atlas, decide: Decide, references: References) -> Words:
    """Each sentence with its answer and why."""
    answers = {
        "true": translate("Paper", "True."), "false": translate("Paper", "False."),
        "unknown": translate("Paper", "Nobody knows."),
    }  # fmt: skip
    paragraphs = []
    for truth in decide.truths:
        said = (Run(f"“{truth.text}” "), Run(answers.get(truth.answer, truth.answer), "strong"))
        paragraphs += [
            Paragraph("term", said),
            Paragraph("meaning", (*runs_of(truth.why), *_basis(atlas, (truth.claim,), references))),
        ]
    return translate("Paper", "Is it true?"), paragraphs
