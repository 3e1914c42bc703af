"""What the panel shows while a question of home is answered on the plate, step by step."""

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import Atlas, Claim, Question, Step
from dimples_gui.panels.claim_text import badge, claim_paragraphs, toggle
from dimples_gui.panels.leaf import SCHEME, Leaf, Paragraph, Run, plain
from dimples_gui.panels.prose import runs_of
from dimples_gui.scene import HOME, WHATIF, step_link

translate = QCoreApplication.translate


def steps_leaf(atlas: Atlas, number: int, step: int, opened: tuple[str, ...] = ()) -> Leaf | None:
    """The page of the question of this number at this step, both from 1; None where there is no such step.

    The step that the plate shows comes first, always at the same height; the words of those before it follow.
    """
    questions = atlas.home.questions
    question = questions[number - 1] if 0 < number <= len(questions) else Question("")
    if not 0 < step <= len(question.steps):
        return None
    paragraphs = [plain("title", question.question), _ways(question, number, step), _count(question, step)]
    is_answer = step == len(question.steps)
    paragraphs += _answer(atlas, question, opened) if is_answer else _now(atlas, question.steps[step - 1], opened)
    if step > 1:
        paragraphs.append(plain("heading", translate("Steps", "The steps before")))
    for earlier in range(1, step):
        words = _sentence(question.steps[earlier - 1])
        badges = [badge(claim.grade) for claim in _claims(atlas, question.steps[earlier - 1])]
        paragraphs.append(Paragraph("step-past", (Run(f"{earlier}  ", "label"), *words, *_parted(badges))))
    home = Run(translate("Steps", "All questions"), "", SCHEME + HOME)
    return Leaf(f"{HOME}/{number}", question.question, (*paragraphs, Paragraph("note", (home,))))


# --- the ways between the steps -----------------------------------------------------------------------------------


def _ways(question: Question, number: int, step: int) -> Paragraph:
    """To the step before, to each step, to the next.

    At every step there are as many, in the same order, so that keyboard and pointer stay where they are.
    """
    last = len(question.steps)
    runs = [_before(question, number, step)]
    for other in range(1, last + 1):
        spoken = _numbered(translate("Steps", "Step %1 of %2"), other, last)
        if other == step:
            spoken = translate("Steps", "%1, shown now").replace("%1", spoken)
        address = step_link(question.steps[other - 1].shows, number, other)
        runs.append(Run(str(other), "step-here" if other == step else "step", address, spoken=spoken))
    runs.append(_after(question, number, step))
    return Paragraph("steps", tuple(_parted(runs)[1:]))


def _before(question: Question, number: int, step: int) -> Run:
    """To the step before; from the first one to the questions."""
    if step == 1:
        words = translate("Steps", "Questions")
        return Run(f"‹ {words}", "step", SCHEME + HOME, spoken=translate("Steps", "All questions"))
    words, address = translate("Steps", "Previous"), step_link(question.steps[step - 2].shows, number, step - 1)
    return Run(f"‹ {words}", "step", address, spoken=translate("Steps", "Previous step"))


def _after(question: Question, number: int, step: int) -> Run:
    """To the next step; from the last one to the entry that says more, or back to the questions."""
    if step < len(question.steps):
        address = step_link(question.steps[step].shows, number, step + 1)
        return Run(translate("Steps", "Next") + " ›", "step", address, spoken=translate("Steps", "Next step"))
    if question.opens:
        return Run(translate("Steps", "Read more") + " ›", "step", SCHEME + question.opens)
    return Run(
        translate("Steps", "Questions") + " ›", "step", SCHEME + HOME, spoken=translate("Steps", "All questions")
    )


def _parted(runs: list[Run]) -> list[Run]:
    """Runs with a space before each."""
    return [part for run in runs for part in (Run(" "), run)]


def _numbered(text: str, number: int, last: int) -> str:
    """A text with the number of a step, and of all steps, put in."""
    return text.replace("%1", str(number)).replace("%2", str(last))


# --- what a step says ---------------------------------------------------------------------------------------------


def _count(question: Question, step: int) -> Paragraph:
    """`2 of 4`."""
    last = len(question.steps)
    text = translate("Steps", "%1 of %2: the answer") if step == last else translate("Steps", "%1 of %2")
    return plain("step-count", _numbered(text, step, last))


def _now(atlas: Atlas, step: Step, opened: tuple[str, ...]) -> list[Paragraph]:
    """A step's sentence with the badges of what it rests on, and what stands behind those that are open."""
    claims = _claims(atlas, step)
    badges = [toggle(claim, opened=claim.id in opened) for claim in claims]
    paragraphs = [Paragraph("step", (*_sentence(step), *_parted(badges))), *_idea(step)]
    for claim in claims:
        if claim.id in opened:
            _, *behind = claim_paragraphs(atlas, claim, opened=True, here=frozenset())
            stated = Paragraph("claim", (Run(claim.text), Run(" "), badge(claim.grade)), claim.id)
            paragraphs += [stated, *behind]
    return paragraphs


def _idea(step: Step) -> list[Paragraph]:
    """Of a step that draws an account of the dents: what such a drawing is not, and the way to its sliders."""
    if not step.shows.startswith(SCHEME + WHATIF):
        return []
    idea = translate("Told", "A drawing of an idea, not a forecast of your body.")
    sliders = Run(translate("Steps", "Move the sliders yourself"), "", step.shows)
    return [plain("step-count", idea), Paragraph("text", (sliders,))]


def _answer(atlas: Atlas, question: Question, opened: tuple[str, ...]) -> list[Paragraph]:
    """The last step: the answer, how sure it is, and where to read more."""
    step = question.steps[-1]
    claims = _claims(atlas, step)
    here = frozenset(claim.id for claim in claims)
    paragraphs = [Paragraph("step", _sentence(step))]
    if claims:
        paragraphs.append(plain("heading", translate("Steps", "How sure is it?")))
    for claim in claims:
        paragraphs += claim_paragraphs(atlas, claim, opened=claim.id in opened, here=here)
    entry = atlas.entries.get(question.opens)
    if entry:
        more = translate("Steps", "Read more: %1").replace("%1", entry.title)
        paragraphs.append(Paragraph("card", (Run(more, "", SCHEME + entry.id, entry.summary),)))
    return paragraphs


def _claims(atlas: Atlas, step: Step) -> list[Claim]:
    """The claims that a step rests on."""
    return [atlas.claims[key] for key in step.claims if key in atlas.claims]


def _sentence(step: Step) -> tuple[Run, ...]:
    """A step's words."""
    return runs_of(" ".join(step.text.split()))
