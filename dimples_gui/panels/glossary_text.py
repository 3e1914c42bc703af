"""What the panel shows of the glossary: every term by letter, what it means, and unfolded, what that rests on."""

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import Atlas, Term
from dimples_gui.panels.citation import cite
from dimples_gui.panels.claim_text import badge
from dimples_gui.panels.leaf import SCHEME, TOGGLE, Leaf, Paragraph, Run, plain
from dimples_gui.panels.ordering import listed_under
from dimples_gui.panels.prose import runs_of
from dimples_gui.scene import GLOSSARY

translate = QCoreApplication.translate


def glossary_leaf(atlas: Atlas, opened: tuple[str, ...] = ()) -> Leaf:
    """All terms by letter; `opened` are those that are unfolded."""
    title = translate("Glossary", "Glossary")
    counted = translate("Glossary", "Terms explained: %1.").replace("%1", str(len(atlas.glossary)))
    paragraphs = [plain("title", title), plain("numbers", counted)]
    letter = ""
    for term in sorted(atlas.glossary.values(), key=lambda term: (listed_under(term.title), term.id)):
        before, letter = letter, listed_under(term.title)[:1].upper()
        if letter != before:
            paragraphs.append(plain("letter", letter))
        paragraphs += _term(atlas, term, opened=term.id in opened)
    return Leaf(GLOSSARY, title, tuple(paragraphs))


def _term(atlas: Atlas, term: Term, *, opened: bool) -> list[Paragraph]:
    """The word, what it means, its other forms and the ways on, and if it is unfolded what it rests on."""
    paragraphs = [plain("term", term.title), Paragraph("meaning", runs_of(" ".join(term.text.split())))]
    basis = _basis(atlas, term)
    parts = [part for part in (_forms(term), _more(atlas, term), _fold(term, opened=opened) if basis else []) if part]
    if parts:
        runs = [run for number, part in enumerate(parts) for run in ([Run("  ")] if number else []) + part]
        paragraphs.append(Paragraph("forms", tuple(runs)))
    return paragraphs + (basis if opened else [])


def _forms(term: Term) -> list[Run]:
    """Its other forms."""
    return [Run(translate("Glossary", "Also: %1.").replace("%1", ", ".join(term.forms)))] if term.forms else []


def _more(atlas: Atlas, term: Term) -> list[Run]:
    """The way to its entry."""
    entry = atlas.entries.get(term.opens)
    if not entry:
        return []
    return [Run(translate("Glossary", "More:")), Run(" "), Run(entry.title, "", SCHEME + entry.id, entry.summary)]


def _fold(term: Term, *, opened: bool) -> list[Run]:
    """The pill that unfolds what it rests on."""
    ask = translate("Glossary", "hide what it rests on") if opened else translate("Glossary", "show what it rests on")
    spoken = f"{term.title} — {ask}"
    return [Run(translate("Glossary", "sources"), "fold", TOGGLE + term.id, spoken=spoken, opened=opened)]


def _basis(atlas: Atlas, term: Term) -> list[Paragraph]:
    """The claims and the works that a term rests on."""
    claims = [atlas.claims[key] for key in term.claims if key in atlas.claims]
    works = [atlas.sources[key] for key in term.sources if key in atlas.sources]
    rows: list[tuple[str, tuple[Run, ...]]] = [
        ("behind", (Run(claim.text), Run(" "), badge(claim.grade))) for claim in claims
    ]
    rows += [("behind-source", cite(source)) for source in works]
    if not rows:
        return []
    label = plain("behind-first", translate("Glossary", "It rests on:"))
    return [label, *(Paragraph(role, runs) for role, runs in rows[:-1]), Paragraph("behind-end", rows[-1][1])]
