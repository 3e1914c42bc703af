"""What the atlas holds, as plain frozen values.

Named tuples, because the program builds all of them before its first paint: they cost a third of what data
classes cost to define and to fill, and need no import that start-up does not already pay for.
"""

from typing import NamedTuple

LAYERS = ("skin", "fat", "muscle", "ligament", "bone")  # from the surface down
GRADES = ("A", "B", "C", "D")
SECTION = "section"  # the name of the second plate
# Outlines of the section that follow the body: worked out from it, not drawn in section.svg.
LIVING_CUTS = (
    "cut-dimple-left", "cut-dimple-right", "cut-subcutaneous-fat", "cut-superficial-fascia", "cut-thoracolumbar-fascia",
)  # fmt: skip
VERDICTS = ("holds", "needs qualifying", "contested", "contradicted", "no evidence")


class Where(NamedTuple):
    """A place in a file: its path as a person would type it, and the line, counted from 1 (0: the whole file)."""

    file: str
    line: int = 0


class Problem(NamedTuple):
    """One fault in content or assets, in one sentence that says what to do."""

    where: Where
    text: str

    def __str__(self) -> str:
        """`file:line: what is wrong`."""
        return f"{self.where.file}:{self.where.line or 1}: {self.text}"


class Source(NamedTuple):
    """A work cited. Fields follow CSL; an empty one was not visible where the work was read."""

    key: str
    title: str = ""
    title_note: str = ""  # what is known of the title where the title itself was not shown
    authors: str = ""
    year: str = ""
    container: str = ""
    volume: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""


class Claim(NamedTuple):
    """One statement of ours, how well it is supported, and the popular sentence that it answers."""

    id: str
    text: str
    grade: str  # one of GRADES; judges our text
    popular: str = ""
    verdict: str = ""  # one of VERDICTS or empty; judges the popular sentence
    sources: tuple[str, ...] = ()
    inferred_from: tuple[str, ...] = ()
    searched: str = ""  # year and month of a search that found no study, as 2026-11
    detail: str = ""


class Section(NamedTuple):
    """A titled stretch of an entry: a little prose, in inline Markdown, then the claims that belong to it."""

    title: str
    text: str = ""
    claims: tuple[str, ...] = ()


class Ring(NamedTuple):
    """A circle drawn, on both sides of the body, where an entry's own outline is out of sight. Millimetres."""

    x: float
    y: float
    r: float
    layers: tuple[str, ...]


class Pin(NamedTuple):
    """A small round sign with an icon that stands for an entry. Millimetres."""

    x: float
    y: float
    icon: str
    layers: tuple[str, ...]


class Near(NamedTuple):
    """The neighbours of a structure, as entry ids, seen from behind."""

    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class Entry(NamedTuple):
    """What a hotspot or a link opens: a structure of the body or a topic."""

    id: str
    kind: str  # structure | topic
    title: str
    short_title: str
    summary: str
    answer: str
    synonyms: tuple[str, ...]
    sections: tuple[Section, ...]
    latin: str
    ids: tuple[tuple[str, str], ...]  # (scheme, number), as ("TA2", "273")
    outlines: tuple[str, ...]
    layers: tuple[str, ...]  # where the outlines are hotspots
    ring: Ring | None
    pin: Pin | None
    near: Near
    related: tuple[str, ...]
    rank: int  # 1 is labelled first
    cut: tuple[str, ...] = ()  # outlines of the section

    def seen_on(self) -> tuple[str, ...]:
        """The layers on which this entry can be pointed at, from the surface down."""
        ring = self.ring.layers if self.ring else ()
        pin = self.pin.layers if self.pin else ()
        return tuple(layer for layer in LAYERS if layer in (*self.layers, *ring, *pin))


class Step(NamedTuple):
    """One step of an answer: a scene, a sentence about it, and the claims that the sentence rests on."""

    shows: str  # a dimples: link
    text: str
    claims: tuple[str, ...] = ()


class Question(NamedTuple):
    """One of the questions on the home panel, the entry that says more about it, and the steps that answer it."""

    question: str
    opens: str = ""  # empty when it is not written yet
    steps: tuple[Step, ...] = ()


class Term(NamedTuple):
    """A word of the trade, explained in the glossary and where it stands in the text."""

    id: str
    title: str
    text: str
    forms: tuple[str, ...] = ()  # other ways to write it: plural, short form
    sources: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    opens: str = ""  # the entry that says more


class Home(NamedTuple):
    """The words of the home panel."""

    title: str = ""
    lead: str = ""
    questions: tuple[Question, ...] = ()
    note: str = ""


class Outline(NamedTuple):
    """A path on one layer, in the frame (millimetres, y up).

    `steps` is flat and holds only M x y, L x y, C x1 y1 x2 y2 x y and Z, letters and numbers mixed.
    """

    id: str
    layer: str
    crease: bool  # a line that is only ink, not the edge of a structure
    steps: tuple[str | float, ...]
    width: float = 0.0  # mm: of a cord, a line that is a round strand, so thick at its root; 0 for all others


class Plate(NamedTuple):
    """The outlines of one plate, in paint order, and the window of the frame that it shows."""

    name: str
    left: float
    bottom: float
    width: float
    height: float
    layers: tuple[str, ...]  # those that the plate has, from the surface down
    outlines: tuple[Outline, ...]


class Atlas(NamedTuple):
    """All of it, read and checked. What was faulty is missing here and told in `problems`."""

    language: str
    entries: dict[str, Entry]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    home: Home
    plate: Plate
    icons: dict[str, tuple[Outline, ...]]  # by name; drawn in a square of 24 x 24, y down
    problems: tuple[Problem, ...] = ()
    glossary: dict[str, Term] = {}  # noqa: RUF012  # a field of a named tuple, never written to
    section: Plate = Plate(SECTION, 0.0, 0.0, 0.0, 0.0, (), ())  # z in place of y; without layers where there is none
    decide: str = ""  # options, look-alikes and the like, see decide.py

    def nerves(self) -> frozenset[str]:
        """The entries that are drawn as cords and as nothing else: they can be switched off."""
        cords = {outline.id for outline in self.plate.outlines if outline.width}
        return frozenset(
            entry.id
            for entry in self.entries.values()
            if entry.outlines and cords.issuperset(entry.outlines) and not (entry.ring or entry.pin)
        )
