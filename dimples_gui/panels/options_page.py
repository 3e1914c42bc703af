"""The words under the options: the bars' scale, how the table does as a decision aid, what to ask, who made it."""

from PySide6.QtCore import QCoreApplication, QLocale

from dimples_gui.atlas.decide import Criterion, Decide, Options
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.citation import cite
from dimples_gui.panels.leaf import GO_TO, SCHEME, Leaf, Paragraph, Run, plain
from dimples_gui.panels.options_cells import figure, full_bar
from dimples_gui.panels.prose import paragraphs_of, runs_of
from dimples_gui.scene import OPTIONS, REDFLAGS

translate = QCoreApplication.translate


def options_leaf(atlas: Atlas, decide: Decide) -> Leaf:
    """All that stands under the table."""
    options = decide.options
    paragraphs = [*_scale(options), *_help(decide), *_criteria(atlas, options)]
    paragraphs += paragraphs_of(options.note, "note")
    return Leaf(OPTIONS, options.title, tuple(paragraphs))


def _scale(options: Options) -> list[Paragraph]:
    """What a full bar stands for."""
    full = full_bar(options)
    if not full:
        return []
    words = translate(
        "Options",
        "All bars have one scale: a full line stands for {figure} people. "
        "What happens to fewer than 1 in 1,000 is told in words, without a bar.",
    )
    return [plain("legend", words.format(figure=figure(full)))]


def _help(decide: Decide) -> list[Paragraph]:
    """When to get help, and what to ask."""
    flags = Run(translate("Options", "When to get medical help"), "", SCHEME + REDFLAGS)
    paragraphs = [Paragraph("text", (flags,))] if decide.redflags else []
    if decide.sheet.questions:
        paragraphs.append(plain("heading", translate("Options", "Questions to ask")))
        paragraphs += [Paragraph("onward", runs_of(f"– {words}")) for _, words in decide.sheet.questions]
    return paragraphs


# --- as a decision aid --------------------------------------------------------------------------------------------


def _criteria(atlas: Atlas, options: Options) -> list[Paragraph]:
    """Each of the items, whether it is met, and where; or why not."""
    if not options.criteria:
        return []
    met = sum(criterion.met for criterion in options.criteria)
    of_all = translate("Options", "Of the {all} things that a decision aid is to have at the least, {met} are here.")
    one = translate("Options", "Of the {all} things that a decision aid is to have at the least, 1 is here.")
    summary = one if met == 1 else of_all
    numbers = {"all": QLocale().toString(len(options.criteria)), "met": QLocale().toString(met)}
    paragraphs = [
        plain("heading", translate("Options", "How this table does as a decision aid")),
        plain("text", summary.format(**numbers)),
    ]
    for kind, title in (
        ("qualifying", translate("Options", "What makes it a decision aid:")),
        ("certifying", translate("Options", "What keeps it from misleading:")),
    ):
        items = [criterion for criterion in options.criteria if criterion.kind == kind]
        paragraphs += [Paragraph("text", (Run(title, "label"),))] if items else []
        paragraphs += [_criterion(options, criterion) for criterion in items]
    sources = [atlas.sources[key] for key in options.sources if key in atlas.sources]
    if sources:
        paragraphs.append(Paragraph("text", (Run(translate("Options", "The list of these things is from:"), "label"),)))
    return [*paragraphs, *(Paragraph("source", cite(source)) for source in sources)]


def _criterion(options: Options, criterion: Criterion) -> Paragraph:
    """One item: met or not, in a word with its sign; what shows it, and the rows."""
    word = translate("Options", "met") if criterion.met else translate("Options", "not met")
    sign = Run(word, "verdict", sign="holds" if criterion.met else "contradicted")
    runs = [*runs_of(criterion.text), Run(" "), sign, Run(" "), *runs_of(criterion.shown, "muted")]
    headings = {row.id: row.heading for row in options.rows}
    rows = [(row, headings[row]) for row in criterion.rows if row in headings]
    for number, (row, heading) in enumerate(rows):
        spoken = translate("Options", "Go to the row “{heading}”").format(heading=heading)
        runs += [Run(" · " if number else " "), Run(heading, "", GO_TO + row, spoken, spoken)]
    return Paragraph("onward", tuple(runs))
