"""What the panel shows at first: what this is, the questions, and what the badges mean."""

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import GRADES, Home, Question
from dimples_gui.panels.claim_text import badge
from dimples_gui.panels.grades import grade_meaning
from dimples_gui.panels.leaf import NBSP, SCHEME, Leaf, Paragraph, Run, plain
from dimples_gui.panels.prose import paragraphs_of
from dimples_gui.scene import (
    FIND,
    GLOSSARY,
    HOME,
    LOOKALIKES,
    OPTIONS,
    REDFLAGS,
    SOURCES,
    TRUTHS,
    WHATIF,
    step_link,
)
from dimples_gui.titles import panel_title

translate = QCoreApplication.translate


def home_leaf(home: Home) -> Leaf:
    """The first page. What its file lacks is left out; a page without any words says so."""
    title = home.title or translate("Home", "Dimples")
    paragraphs = [plain("title", title), *paragraphs_of(home.lead, "answer")]
    if not home.lead and not home.questions:
        paragraphs.append(plain("answer", translate("Home", "The words of this page are missing.")))
    paragraphs += [_card(question, number) for number, question in enumerate(home.questions, 1)]
    paragraphs += [plain("heading", translate("Home", "How sure is it?")), *_legend()]
    onward = (
        _onward("lookup", translate("Home", "Side by side:"), OPTIONS, LOOKALIKES),
        _onward("lookup-next", translate("Home", "To try:"), WHATIF, TRUTHS, FIND),
        _onward("lookup-next", translate("Home", "To look up:"), REDFLAGS, GLOSSARY, SOURCES),
    )
    return Leaf(HOME, title, (*paragraphs, *onward, *paragraphs_of(home.note, "note")))


def _onward(role: str, label: str, *panels: str) -> Paragraph:
    """To panels that belong to no question."""
    runs = [Run(label, "label")]
    for at, panel in enumerate(panels):
        runs += [Run(", " if at else " "), Run(panel_title(panel), "", SCHEME + panel)]
    return Paragraph(role, tuple(runs))


def _card(question: Question, number: int) -> Paragraph:
    """A question as a large link to its first step, or to its entry; muted if its answer is not written yet."""
    if question.steps:
        return Paragraph("card", (Run(question.question, "", step_link(question.steps[0].shows, number, 1)),))
    if question.opens:
        return Paragraph("card", (Run(question.question, "", SCHEME + question.opens),))
    later = Run("  " + translate("Home", "not written yet").replace(" ", NBSP), "small")
    return Paragraph("card-later", (Run(question.question), later))


def _legend() -> list[Paragraph]:
    """What the badges mean, a line each."""
    ask = plain("text", translate("Home", "Every statement has a badge. Click it to see what the statement rests on."))
    return [ask, *(Paragraph("legend", (badge(grade), Run(f" {grade_meaning(grade)}"))) for grade in GRADES)]
