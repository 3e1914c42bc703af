"""What the panel says of the signs that need medical help: what to do first, then when, the signs, and the sources."""

import re

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.decide import RedFlag
from dimples_gui.atlas.model import Atlas, Source
from dimples_gui.panels.citation import cite
from dimples_gui.panels.leaf import TOGGLE, Leaf, Paragraph, Run, plain
from dimples_gui.panels.prose import runs_of
from dimples_gui.scene import REDFLAGS

translate = QCoreApplication.translate

SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_])")  # where one ends and the next begins


def redflags_leaf(atlas: Atlas, flags: tuple[RedFlag, ...], opened: frozenset[str]) -> Leaf:
    """All signs in their order, those of one urgency under one heading; `opened` are the keys of those unfolded."""
    title = translate("RedFlags", "Signs that need a doctor")
    paragraphs = [plain("title", title)]
    if not flags:
        return Leaf(REDFLAGS, title, (*paragraphs, plain("text", translate("RedFlags", "There are none here."))))
    paragraphs.append(plain("text", translate("RedFlags", "The most urgent signs stand first.")))
    before = ""
    for number, flag in enumerate(flags, 1):
        if flag.urgency != before:
            paragraphs.append(_urgency(flag.urgency))
            before = flag.urgency
        paragraphs += _sign(atlas, flag, key_of(number), opened)
    paragraphs.append(plain("note", translate("RedFlags", "This page makes no diagnosis. If in doubt, ask for help.")))
    return Leaf(REDFLAGS, title, tuple(paragraphs))


def key_of(number: int) -> str:
    """What opens and closes the sources of a sign, counted from 1."""
    return f"flag-{number}"


def _urgency(urgency: str) -> Paragraph:
    """The heading of the signs of one urgency: a pill with a shape and a word, and what that means."""
    words = {
        "now": (translate("RedFlags", "Now"), translate("RedFlags", "Get help at once")),
        "day": (translate("RedFlags", "Same day"), translate("RedFlags", "Call today")),
        "soon": (translate("RedFlags", "Soon"), translate("RedFlags", "See a doctor in the next days")),
    }
    word, meaning = words[urgency]
    return Paragraph("urgency", (Run(word, "verdict", sign=urgency), Run(f" {meaning}")))


def _sign(atlas: Atlas, flag: RedFlag, key: str, opened: frozenset[str]) -> list[Paragraph]:
    """One setting with its signs."""
    paragraphs = [Paragraph("flag-do", runs_of(flag.do)), Paragraph("flag-when", runs_of(flag.when))]
    paragraphs += [Paragraph("flag-sign", runs_of(sign)) for sign in SENTENCE.split(flag.text)]
    sources = [atlas.sources[source] for source in flag.sources if source in atlas.sources]
    return [*paragraphs, *_sources(flag, sources, key, opened=key in opened)] if sources else paragraphs


def _sources(flag: RedFlag, sources: list[Source], key: str, *, opened: bool) -> list[Paragraph]:
    """The sources, folded away behind how many there are."""
    count = len(sources)
    counted = translate("RedFlags", "1 source") if count == 1 else translate("RedFlags", "%n sources", "", count)
    ask = translate("RedFlags", "hide them") if opened else translate("RedFlags", "show them")
    fold = Run(counted, "fold", TOGGLE + key, spoken=f"{counted}: {flag.when} — {ask}", opened=opened)
    folded = Paragraph("flag-sources", (fold,))
    return [folded, *(Paragraph("behind-source", cite(source)) for source in sources)] if opened else [folded]
