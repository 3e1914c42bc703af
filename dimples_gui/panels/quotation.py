"""Claims as plain text to be pasted elsewhere: the statement, its grade in words, and its sources."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import Atlas, Claim, Entry
from dimples_gui.panels.citation import cite_plain
from dimples_gui.panels.claim_text import month
from dimples_gui.panels.grades import grade_word

translate = QCoreApplication.translate


def quote_claim(atlas: Atlas, claim: Claim) -> str:
    """One claim on several lines."""
    lines = [f"{claim.text} [{claim.grade}, {grade_word(claim.grade)}; {claim.id}]"]
    lines += [f"– {cite_plain(atlas.sources[key])}" for key in claim.sources if key in atlas.sources]
    bases = [atlas.claims[key] for key in claim.inferred_from if key in atlas.claims]
    inferred = translate("Quotation", "inferred from:")
    lines += [f"– {inferred} {base.text} [{base.grade}, {grade_word(base.grade)}; {base.id}]" for base in bases]
    if claim.searched:
        nothing = translate("Quotation", "searched in %1: no study found").replace("%1", month(claim.searched))
        lines.append(f"– {nothing}")
    return "\n".join(lines)


def quote_claims(atlas: Atlas, keys: Iterable[str]) -> str:
    """Several claims, parted by a blank line."""
    return "\n\n".join(quote_claim(atlas, atlas.claims[key]) for key in keys if key in atlas.claims)


def quote_entry(atlas: Atlas, entry: Entry) -> str:
    """A whole entry: its names and short answer, then every claim under its section's title."""
    parts = ["\n".join(line for line in (entry.title, entry.latin, entry.answer) if line)]
    for section in entry.sections:
        claims = quote_claims(atlas, section.claims)
        parts.append("\n\n".join(text for text in (section.title.upper(), claims) if text))
    return "\n\n".join(part for part in parts if part)
