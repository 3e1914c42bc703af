"""What the panel says of each look-alike: the same headings for all, then when to see a doctor and how sure it is."""

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.decide import Lookalike
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.claim_text import claim_paragraphs, toggle
from dimples_gui.panels.leaf import SCHEME, Leaf, Paragraph, Run, plain
from dimples_gui.panels.prose import runs_of

translate = QCoreApplication.translate

NAME, SUMMARY = "\nname", "\nsummary"  # keys of the sections that have no heading


def card_leaf(atlas: Atlas, lookalike: Lookalike, opened: frozenset[str]) -> Leaf:
    """The words of one card; `opened` are the claims whose badge is open."""
    paragraphs = [plain("spot", lookalike.name), Paragraph("spot-text", runs_of(lookalike.summary))]
    if lookalike.marks:
        paragraphs.append(plain("spot-heading", translate("Lookalikes", "On the drawing")))
    for number, mark in enumerate(lookalike.marks, 1):
        paragraphs.append(Paragraph("spot-mark", (Run(str(number), "mark"), Run(" "), *runs_of(mark.text))))
    for heading, words in lookalike.features:
        paragraphs += [plain("spot-heading", heading), Paragraph("spot-text", runs_of(words))]
    paragraphs.append(plain("spot-heading", translate("Lookalikes", "When to see a doctor")))
    paragraphs.append(Paragraph("spot-doctor", runs_of(lookalike.doctor)))
    paragraphs += [*_sureness(atlas, lookalike, opened), *_more(atlas, lookalike)]
    return Leaf(f"lookalikes-{lookalike.id}", lookalike.name, tuple(paragraphs))


def basis_leaf(atlas: Atlas, lookalikes: list[Lookalike], opened: frozenset[str]) -> Leaf:
    """What open badges of these cards stand for, and what that rests on; no words where none is open."""
    paragraphs: list[Paragraph] = []
    told: set[str] = set()  # a claim of two cards is told once
    for lookalike in lookalikes:
        ids = [id_ for id_ in lookalike.claims if id_ in opened and id_ in atlas.claims and id_ not in told]
        told.update(ids)
        if ids:
            paragraphs.append(plain("spot-heading", lookalike.name))
        for id_ in ids:
            paragraphs += claim_paragraphs(atlas, atlas.claims[id_], opened=True, here=frozenset(ids))
    title = translate("Lookalikes", "What this rests on")
    return Leaf("lookalikes-basis", title, tuple(paragraphs))


def sections(leaf: Leaf) -> dict[str, int]:
    """The first paragraph of each section, by its heading: what stands side by side is to stand at one height."""
    found = {NAME: 0, SUMMARY: 1}
    for number, paragraph in enumerate(leaf.paragraphs):
        if paragraph.role == "spot-heading":
            found[paragraph.text] = number
    return found


def _sureness(atlas: Atlas, lookalike: Lookalike, opened: frozenset[str]) -> list[Paragraph]:
    """The badges of what the card rests on; and of those that are open, what they stand for."""
    claims = [atlas.claims[claim] for claim in lookalike.claims if claim in atlas.claims]
    if not claims:
        return []
    badges: list[Run] = []
    for claim in claims:
        badges += [Run(" ", "small"), toggle(claim, opened=claim.id in opened)._replace(hint=claim.text)]
    heading = plain("spot-heading", translate("Lookalikes", "How sure this is"))
    return [heading, Paragraph("spot-claims", tuple(badges[1:]))]


def _more(atlas: Atlas, lookalike: Lookalike) -> list[Paragraph]:
    """The link to the entry that says more."""
    entry = atlas.entries.get(lookalike.opens)
    if entry is None:
        return []
    more = translate("Lookalikes", "Read more: %1").replace("%1", entry.title)
    spoken = f"{more} ({lookalike.name})"
    return [Paragraph("spot-more", (Run(more, "", SCHEME + entry.id, entry.summary, spoken),))]
