"""A page of the panel as it stands on paper: nothing to click but what leads somewhere, and its sources at the end."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import GRADES, Atlas, Claim
from dimples_gui.panels.citation import cite
from dimples_gui.panels.claim_text import badge, month
from dimples_gui.panels.geometry import CARDS
from dimples_gui.panels.grades import grade_meaning
from dimples_gui.panels.leaf import NBSP, Leaf, Paragraph, Run, plain
from dimples_gui.panels.typesetter import is_pill

translate = QCoreApplication.translate
ALLOWED = ("dimples:", "https://", "http://")  # all other links are of the page on screen
LEFT_OUT = {"reveal", "lookup", "steps", "step-count"}  # what leads around on screen
HOME_LINK = "dimples:home"


class References:
    """The works that a text cites, numbered in the order in which they are cited first."""

    def __init__(self, atlas: Atlas) -> None:
        """None yet."""
        self._atlas = atlas
        self._numbers: dict[str, int] = {}

    def number(self, key: str) -> int:
        """A work's number."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def runs(self, keys: Iterable[str]) -> list[Run]:
        """` [1, 4–6]`; nothing where there are no such works."""  # shown as it is printed
        numbers = sorted({self.number(key) for key in keys if key in self._atlas.sources})
        return [Run(f" [{in_short(numbers)}]", "muted")] if numbers else []

    def of_claim(self, claim: Claim) -> list[Run]:
        """What a claim rests on, in short."""
        if claim.sources:
            return self.runs(claim.sources)
        bases = [self._atlas.claims[key] for key in claim.inferred_from if key in self._atlas.claims]
        if bases:
            found = self.runs(key for base in bases for key in base.sources)
            return [Run(" " + translate("Paper", "inferred from"), "muted"), *found] if found else []
        if claim.searched:
            nothing = translate("Paper", "searched in {month}: no study found")
            return [Run(" " + nothing.format(month=month(claim.searched)), "muted")]
        return []

    def paragraphs(self, role: str = "heading") -> list[Paragraph]:
        """The list of works; nothing where none was cited."""
        if not self._numbers:
            return []
        cited = [(number, self._atlas.sources[key]) for key, number in self._numbers.items()]
        rows = [Paragraph("reference", (Run(f"{number}. "), *cite(source))) for number, source in cited]
        return [plain(role, translate("Paper", "Sources")), *rows]


def in_short(numbers: list[int]) -> str:
    """`1, 4–6` of 1, 4, 5, 6, without a place where a line may end."""  # shown as it is printed
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"{run[0]}–{run[-1]}" if len(run) > 2 else f",{NBSP}".join(str(number) for number in run) for run in runs]
    return f",{NBSP}".join(told)


def paper_paragraphs(atlas: Atlas, leaf: Leaf, references: References | None = None) -> list[Paragraph]:
    """A leaf for paper. With no references given it ends in its own, and in what the grades mean."""
    own = references is None
    references = references or References(atlas)
    paragraphs = [*_for_paper(atlas, leaf.paragraphs, references)]
    return [*paragraphs, *references.paragraphs(), *_legend_of(paragraphs)] if own else paragraphs


def _for_paper(atlas: Atlas, paragraphs: Iterable[Paragraph], references: References) -> Iterator[Paragraph]:
    """Without what only a screen can do; each claim with the numbers of its works."""
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.role in LEFT_OUT or (len(paragraph.runs) == 1 and paragraph.runs[0].href == HOME_LINK):
            continue
        runs = tuple(_still(run) for run in paragraph.runs if _stays(run))
        if paragraph.role == "claim" and paragraph.claim in atlas.claims:
            words = Run(runs[0].text.rstrip())
            runs = (words, *references.of_claim(atlas.claims[paragraph.claim]), *runs[1:])
        if "".join(run.text for run in runs).strip():
            kept.append(paragraph._replace(role="onward" if paragraph.role in CARDS else paragraph.role, runs=runs))
    kept = _without_works(kept)
    for paragraph, after in zip(kept, [*kept[1:], None], strict=True):
        ends = paragraph.behind and not (after and after.behind)
        yield paragraph._replace(role="behind-end") if ends else paragraph


def _without_works(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Without the works behind a badge, which have their numbers, and without the label over them."""
    kept: list[Paragraph] = []
    for paragraph in reversed(paragraphs):
        if paragraph.role == "behind-source" and not any(run.style == "badge" for run in paragraph.runs):
            continue
        is_label = paragraph.role == "behind" and len(paragraph.runs) == 1 and paragraph.runs[0].style == "label"
        if not is_label or (kept and kept[-1].role == "behind-source"):
            kept.append(paragraph)
    return kept[::-1]


def _stays(run: Run) -> bool:
    """Whether a run means something on paper: a pill that unfolds does not, nor does a link that copies."""
    return run.style != "fold" and not run.href.startswith("copy:")


def _still(run: Run) -> Run:
    """A run that can't be opened, nor leads to another place of the page."""
    leads = run.href.startswith(ALLOWED) and not is_pill(run)
    return run._replace(href=run.href if leads else "", hint="", spoken="", opened=None)


def legend() -> list[Paragraph]:
    """What the grades mean."""
    title = plain("legend-first", translate("Paper", "How well each statement is known"))
    return [title, *(Paragraph("legend", (badge(grade), Run(f"  {grade_meaning(grade)}"))) for grade in GRADES)]


def _legend_of(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The same, if there are any grades to be explained and that was not done."""
    told = any(paragraph.role == "legend" for paragraph in paragraphs)
    graded = any(run.style == "badge" for paragraph in paragraphs for run in paragraph.runs)
    return legend() if graded and not told else []
