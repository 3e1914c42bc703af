"""All of it as one book: what is in it, plates, pages, what helps to decide, the glossary, the works."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.export.deciding import deciding_leaf
from dimples_gui.export.figure import Figure
from dimples_gui.export.paper import Paper
from dimples_gui.export.paper_text import References, legend, paper_paragraphs
from dimples_gui.export.plate_page import PlatePage
from dimples_gui.export.press import Bound, Printed, Progress
from dimples_gui.export.running_text import RunningText
from dimples_gui.panels.entry_text import entry_leaf
from dimples_gui.panels.glossary_text import glossary_leaf
from dimples_gui.panels.leaf import Leaf, Paragraph, Run, plain
from dimples_gui.panels.steps_text import steps_leaf
from dimples_gui.plate.art import Art
from dimples_gui.scene import LOOKALIKES, OPTIONS, REDFLAGS, SECTION, TRUTHS, Scene

translate = QCoreApplication.translate
Chapter = tuple[str, Printed]  # a line of the list of contents, and its pages


def book(atlas: Atlas, art: Art, paper: Paper, progress: Progress | None = None) -> Printed:
    """Everything, each page with the numbers of its works in one list at the end; `progress` may end it."""
    references = References(atlas)
    leaves = _leaves(atlas, references)
    chapters: list[Chapter] = []
    for number, leaf in enumerate(leaves):
        if progress:
            progress(number, 2 * len(leaves))
        chapters.append((leaf.title, RunningText(leaf.paragraphs, paper)))
    works = [plain("title", translate("Paper", "Sources")), *references.paragraphs("")[1:], *legend()]
    chapters.append((translate("Paper", "Sources"), RunningText(works, paper)))
    chapters = [*_plates(atlas, art, paper), *chapters]
    return Bound([_contents(chapters, paper), *(pages for _, pages in chapters)])


def _plates(atlas: Atlas, art: Art, paper: Paper) -> list[Chapter]:
    """Every layer with its names, then the section."""
    names = {
        "skin": translate("Paper", "Plate 1: skin"), "fat": translate("Paper", "Plate 2: fat"),
        "muscle": translate("Paper", "Plate 3: muscles and fascia"),
        "ligament": translate("Paper", "Plate 4: ligaments"), "bone": translate("Paper", "Plate 5: bone"),
    }  # fmt: skip
    scenes = [(names[layer], Scene(depth=float(LAYERS.index(layer)), labels=True)) for layer in art.layers]
    if atlas.section.layers:
        scenes.append((translate("Paper", "Plate 6: cross-section"), Scene(labels=True, plate=SECTION)))
    return [(title, PlatePage(Figure(atlas, art, scene), paper, title)) for title, scene in scenes]


def _leaves(atlas: Atlas, references: References) -> list[Leaf]:
    """The words of every page but the list of works."""
    questions = [
        steps_leaf(atlas, number, len(question.steps), ()) for number, question in enumerate(atlas.home.questions, 1)
    ]
    entries = sorted(atlas.entries.values(), key=lambda entry: (entry.kind != "structure", entry.rank, entry.title))
    leaves = [leaf for leaf in questions if leaf] + [entry_leaf(atlas, entry) for entry in entries]
    leaves.append(glossary_leaf(atlas))
    printed = [leaf._replace(paragraphs=tuple(paper_paragraphs(atlas, leaf, references))) for leaf in leaves]
    deciding = [deciding_leaf(atlas, panel, references) for panel in (OPTIONS, LOOKALIKES, REDFLAGS, TRUTHS)]
    return [*printed[:-1], *(leaf for leaf in deciding if leaf and len(leaf.paragraphs) > 1), printed[-1]]


def _contents(chapters: Sequence[Chapter], paper: Paper) -> RunningText:
    """The list of contents; set again once it is known how many pages it takes itself, which moves all others."""
    return RunningText(_listed(chapters, RunningText(_listed(chapters, 1), paper).count), paper)


def _listed(chapters: Sequence[Chapter], before: int) -> list[Paragraph]:
    """A line for each chapter with the page where it begins."""
    starts = accumulate((pages.count for _, pages in chapters[:-1]), initial=before + 1)
    lines = [
        Paragraph("onward", (Run(f"{title}  "), Run(str(start), "muted")))
        for (title, _), start in zip(chapters, starts, strict=True)
    ]
    what = plain("numbers", translate("Paper", "What is in it, and on which page it begins"))
    return [plain("title", translate("Paper", "Dimples: everything")), what, *lines]
