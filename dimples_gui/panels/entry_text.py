"""What the panel shows of an entry: names, answer, sections with their claims, and where to go from there."""

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import Atlas, Entry, Section
from dimples_gui.panels.claim_text import claim_paragraphs
from dimples_gui.panels.leaf import REVEAL, SCHEME, Leaf, Paragraph, Run, plain
from dimples_gui.panels.prose import paragraphs_of
from dimples_gui.scene import HOME

translate = QCoreApplication.translate


def entry_leaf(atlas: Atlas, entry: Entry, opened: tuple[str, ...] = ()) -> Leaf:
    """The page of an entry; `opened` are the claims whose badge is open."""
    here = frozenset(claim for section in entry.sections for claim in section.claims)
    paragraphs = [*_head(entry)]
    for section in entry.sections:
        paragraphs += _section(atlas, section, opened, here)
    return Leaf(entry.id, entry.title, (*paragraphs, *_onward(atlas, entry)))


def missing_leaf(name: str) -> Leaf:
    """The page of a name that nothing bears."""
    title = translate("Entry", "No such page")
    sorry = translate("Entry", "There is no page called “%1”.").replace("%1", name)
    home = Run(translate("Entry", "Go to the first page"), "", SCHEME + HOME)
    return Leaf(name, title, (plain("title", title), plain("answer", sorry), Paragraph("text", (home,))))


def _head(entry: Entry) -> list[Paragraph]:
    """Names, numbers, the way to the plate, and the short answer."""
    paragraphs = [plain("title", entry.title)]
    numbers = " · ".join(f"{scheme} {number}" for scheme, number in entry.ids)
    if entry.latin:
        paragraphs.append(plain("latin", entry.latin))
    if numbers:
        paragraphs.append(plain("numbers", numbers))
    if entry.seen_on():
        hint = translate("Entry", "Point it out on the plate")
        show = Run(translate("Entry", "Show on the plate"), "", REVEAL + entry.id, hint)
        paragraphs.append(Paragraph("reveal", (show,)))
    paragraphs += paragraphs_of(entry.answer, "answer")
    return paragraphs


def _section(atlas: Atlas, section: Section, opened: tuple[str, ...], here: frozenset[str]) -> list[Paragraph]:
    """Title, prose, and the claims that belong to it."""
    paragraphs = [plain("heading", section.title)] if section.title else []
    paragraphs += paragraphs_of(section.text, "text")
    for key in section.claims:
        if key in atlas.claims:
            paragraphs += claim_paragraphs(atlas, atlas.claims[key], opened=key in opened, here=here)
    return paragraphs


def _onward(atlas: Atlas, entry: Entry) -> list[Paragraph]:
    """Neighbours in the body and related entries, as links; nobody is named twice."""
    neighbours = (*entry.near.over, *entry.near.under, *entry.near.beside)
    rows = (
        (translate("Entry", "Over it:"), entry.near.over),
        (translate("Entry", "Under it:"), entry.near.under),
        (translate("Entry", "Beside it:"), entry.near.beside),
        (translate("Entry", "See also:"), tuple(name for name in entry.related if name not in neighbours)),
    )
    shown = [row for label, ids in rows for row in _row(atlas, label, ids)]
    return [plain("heading", translate("Entry", "From here")), *shown] if shown else []


def _row(atlas: Atlas, label: str, ids: tuple[str, ...]) -> list[Paragraph]:
    """One labelled line of links; none if no entry of these is there."""
    runs = [Run(label, "label")]
    for entry in (atlas.entries[key] for key in ids if key in atlas.entries):
        runs += [Run(" " if len(runs) == 1 else ", "), Run(entry.title, "", SCHEME + entry.id, entry.summary)]
    return [Paragraph("onward", tuple(runs))] if len(runs) > 1 else []
