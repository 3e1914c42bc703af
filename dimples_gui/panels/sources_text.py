"""What the panel shows of all sources: each work cited, and unfolded, what rests on it."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.decide import decide_of, panels_with
from dimples_gui.atlas.model import Atlas, Claim, Source, Term
from dimples_gui.panels.citation import cite
from dimples_gui.panels.claim_text import badge
from dimples_gui.panels.leaf import SCHEME, TOGGLE, Leaf, Paragraph, Run, plain
from dimples_gui.panels.ordering import listed_under
from dimples_gui.scene import GLOSSARY, SOURCES

translate = QCoreApplication.translate


class Weight(NamedTuple):
    """What rests on a work."""

    claims: list[Claim]
    terms: list[Term]


def sources_leaf(atlas: Atlas, opened: tuple[str, ...] = ()) -> Leaf:
    """All works that are cited, by author, or by title where no author is known; `opened` are those unfolded."""
    title = translate("Sources", "Sources")
    weights, citing = weights_of(atlas), entries_citing(atlas)
    works = [source for source in in_order(atlas) if source.key in weights]
    resting = {claim.id for weight in weights.values() for claim in weight.claims}
    counted = translate("Sources", "Works cited: %1. Statements that rest on them: %2.")
    counted = counted.replace("%1", str(len(works))).replace("%2", str(len(resting)))
    missing = translate("Sources", "What could not be seen of a work when it was read is left out, never guessed.")
    paragraphs = [plain("title", title), plain("numbers", counted), plain("text", missing)]
    for source in works:
        paragraphs += _work(atlas, source, weights[source.key], citing, opened=source.key in opened)
    return Leaf(SOURCES, title, tuple(paragraphs))


# --- what rests on what -------------------------------------------------------------------------------------------


def in_order(atlas: Atlas) -> list[Source]:
    """The sources in the order of a list of works: by author, or by title where no author is known."""
    return sorted(atlas.sources.values(), key=lambda source: (listed_under(_lead(source)), source.year, source.key))


def _lead(source: Source) -> str:
    """What its citation begins with."""
    return source.authors or source.title or source.container or source.title_note


def weights_of(atlas: Atlas) -> dict[str, Weight]:
    """What rests on each work that is cited, by its key."""
    weights: dict[str, Weight] = {}
    for claim in atlas.claims.values():
        for key in claim.sources:
            weights.setdefault(key, Weight([], [])).claims.append(claim)
    for term in atlas.glossary.values():
        for key in term.sources:
            weights.setdefault(key, Weight([], [])).terms.append(term)
    return weights


def entries_citing(atlas: Atlas) -> dict[str, list[str]]:
    """The entries in which each claim stands, by claim."""
    citing: dict[str, list[str]] = {}
    for entry in atlas.entries.values():
        for section in entry.sections:
            for claim in section.claims:
                citing.setdefault(claim, []).append(entry.id)
    return citing


# --- as paragraphs ------------------------------------------------------------------------------------------------


def _work(
    atlas: Atlas, source: Source, weight: Weight, citing: dict[str, list[str]], *, opened: bool
) -> list[Paragraph]:
    """One citation, and if it is unfolded what rests on it."""
    ask = translate("Sources", "hide what rests on it") if opened else translate("Sources", "show what rests on it")
    counted = _counted(weight)
    spoken = f"{_lead(source)}: {counted} — {ask}"
    fold = Run(counted, "fold", TOGGLE + source.key, spoken=spoken, opened=opened)
    cited = Paragraph("source", (*cite(source), Run(" "), fold))
    return [cited, *_resting(atlas, weight, citing)] if opened else [cited]


def _counted(weight: Weight) -> str:
    """`3 statements, 1 term`."""
    claims, terms = len(weight.claims), len(weight.terms)
    parts = []
    if claims:
        parts.append(
            translate("Sources", "1 statement") if claims == 1 else translate("Sources", "%n statements", "", claims)
        )
    if terms:
        parts.append(translate("Sources", "1 term") if terms == 1 else translate("Sources", "%n terms", "", terms))
    return ", ".join(parts)


def _resting(atlas: Atlas, weight: Weight, citing: dict[str, list[str]]) -> list[Paragraph]:
    """The claims with the entries in which they stand, then the terms."""
    rows = [_statement(atlas, claim, citing.get(claim.id, [])) for claim in weight.claims]
    if weight.terms:
        runs = [Run(translate("Sources", "In the glossary:"), "label")]
        for term in weight.terms:
            address = f"{SCHEME}{GLOSSARY}?opened={term.id}"
            runs += [Run(" " if len(runs) == 1 else ", "), Run(term.title, "", address, term.text)]
        rows.append(tuple(runs))
    label = plain("behind-first", translate("Sources", "On this work rests:"))
    return [label, *(Paragraph("behind", row) for row in rows[:-1]), Paragraph("behind-end", rows[-1])]


def _statement(atlas: Atlas, claim: Claim, entries: list[str]) -> tuple[Run, ...]:
    """A claim, and links to where it stands: to entries, which open its badge, or else to panels."""
    runs = [Run(claim.text), Run(" "), badge(claim.grade)]
    for entry in (atlas.entries[name] for name in entries):
        address = f"{SCHEME}{entry.id}?opened={claim.id}"
        spoken = f"{entry.title}: {claim.text}"
        runs += [Run(" " if len(runs) == 3 else ", "), Run(entry.short_title, "", address, entry.summary, spoken)]
    for sign in () if entries else panels_with(claim.id, decide_of(atlas.decide)):
        spoken = f"{sign.title}: {claim.text}"
        link = Run(sign.title, "", f"{SCHEME}{sign.panel}", sign.summary, spoken)
        runs += [Run(" " if len(runs) == 3 else ", "), link]
    return tuple(runs)
