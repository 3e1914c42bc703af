"""What a page shows, as plain values: paragraphs made of runs, with the links and signs among them."""

import re
from typing import NamedTuple

# Links of the page itself; content can't hold them (see prose.py).
TOGGLE = "claim:"  # open or close what is behind a claim's badge; or a source, or a term, which have names of their own
GO_TO = "goto:"  # scroll to a claim of this page
COPY = "copy:"  # copy a claim with its sources
REVEAL = "reveal:"  # show an entry on the plate

SCHEME = "dimples:"
NBSP = "\u00a0"  # a space at which no line ends
FIGURE = re.compile(r"(?<=\d) (?=%|[cm]m\b)")  # between a figure and its sign or unit
BEHIND = "behind"  # how the roles begin of the paragraphs behind a badge


class Run(NamedTuple):
    """A stretch of text in one style.

    `style` is any of em, strong, muted, label in one text, or one of typesetter.PILLS, which are drawn as a pill; badge
    and verdict with the `sign` (a grade's letter or a verdict) as its colour or mark. `spoken` is what a screen reader
    says of a link whose text alone does not tell; `opened` is None for what can't be opened and closed.
    """

    text: str
    style: str = ""
    href: str = ""
    hint: str = ""  # a sentence for the tooltip
    spoken: str = ""
    sign: str = ""
    opened: bool | None = None


class Paragraph(NamedTuple):
    """One paragraph; its role says how it is set (typesetter.ROLES)."""

    role: str
    runs: tuple[Run, ...]
    claim: str = ""  # the claim that it states or stands behind

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def behind(self) -> bool:
        """Whether it stands behind a badge."""
        return self.role.startswith(BEHIND)


class Leaf(NamedTuple):
    """All that a page shows: the words of the place of this name."""

    name: str
    title: str
    paragraphs: tuple[Paragraph, ...]


def unparted(text: str) -> str:
    """The same words, of the same length, in which no line ends between a figure and its sign or unit."""
    return FIGURE.sub(NBSP, text)


def plain(role: str, text: str, claim: str = "") -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(role, (Run(text),), claim)
