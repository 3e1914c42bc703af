"""One claim on the page: the statement with its badge, and what stands behind the badge when it is open."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from dimples_gui.atlas.model import Atlas, Claim
from dimples_gui.panels.citation import cite
from dimples_gui.panels.grades import grade_meaning, grade_word, verdict_word
from dimples_gui.panels.leaf import COPY, GO_TO, TOGGLE, Paragraph, Run

translate = QCoreApplication.translate


def badge(grade: str) -> Run:
    """The badge alone, as in the legend."""
    return Run(f"{grade} {grade_word(grade)}", "badge", hint=grade_meaning(grade), sign=grade)


def claim_paragraphs(atlas: Atlas, claim: Claim, *, opened: bool, here: frozenset[str]) -> list[Paragraph]:
    """The statement, and if its badge is open what it rests on. `here` are the claims of the same page."""
    stated = Paragraph("claim", (Run(claim.text), Run(" "), toggle(claim, opened=opened)), claim.id)
    return [stated, *_behind(atlas, claim, here)] if opened else [stated]


def toggle(claim: Claim, *, opened: bool) -> Run:
    """The badge that opens and closes what a claim rests on."""
    ask = translate("Claim", "hide what it rests on") if opened else translate("Claim", "show what it rests on")
    spoken = f"{claim.grade}, {grade_word(claim.grade)}: {claim.text} — {ask}"
    return badge(claim.grade)._replace(href=TOGGLE + claim.id, spoken=spoken, opened=opened)


def _behind(atlas: Atlas, claim: Claim, here: frozenset[str]) -> list[Paragraph]:
    """What stands behind the badge, from the popular sentence to the sources."""
    paragraphs = [_paragraph("behind-first", claim, Run(grade_meaning(claim.grade)))]
    if claim.popular:
        paragraphs.append(_paragraph("behind", claim, *_popular(claim)))
    if claim.detail:
        label = translate("Claim", "What the sources say:")
        paragraphs.append(_paragraph("behind", claim, Run(label, "label"), Run(f" {claim.detail}")))
    paragraphs += _sources(atlas, claim)
    paragraphs += _inferred(atlas, claim, here)
    if claim.searched:
        nothing = translate("Claim", "Searched in %1: no study found.").replace("%1", month(claim.searched))
        paragraphs.append(_paragraph("behind", claim, Run(nothing)))
    copy = Run(
        translate("Claim", "Copy with source"),
        "",
        COPY + claim.id,
        translate("Claim", "Copy this statement, its grade and its sources"),
        f"{translate('Claim', 'Copy with source')}: {claim.text}",
    )
    return [*paragraphs, _paragraph("behind-last", claim, copy)]


def _popular(claim: Claim) -> list[Run]:
    """What people say, and the verdict on it."""
    runs = [Run(translate("Claim", "People say:"), "label"), Run(f" “{claim.popular}”")]
    if claim.verdict:
        hint = translate("Claim", "The verdict on what people say; the letter grades our own sentence.")
        runs += [Run(" "), Run(verdict_word(claim.verdict), "verdict", hint=hint, sign=claim.verdict)]
    return runs


def _sources(atlas: Atlas, claim: Claim) -> list[Paragraph]:
    """The works cited, one paragraph each."""
    sources = [atlas.sources[key] for key in claim.sources if key in atlas.sources]
    if not sources:
        return []
    label = _paragraph("behind", claim, Run(translate("Claim", "It rests on:"), "label"))
    return [label, *(_paragraph("behind-source", claim, *cite(source)) for source in sources)]


def _inferred(atlas: Atlas, claim: Claim, here: frozenset[str]) -> list[Paragraph]:
    """The claims that this one is inferred from: a link where they stand on this page, else in full."""
    bases = [atlas.claims[base] for base in claim.inferred_from if base in atlas.claims]
    if not bases:
        return []
    label = _paragraph("behind", claim, Run(translate("Claim", "We infer it from:"), "label"))
    return [label, *(_paragraph("behind-source", claim, *_basis(base, here)) for base in bases)]


def _basis(base: Claim, here: frozenset[str]) -> tuple[Run, ...]:
    if base.id in here:
        hint = translate("Claim", "Go to this statement")
        return Run(base.text, "", GO_TO + base.id, hint), Run(" "), badge(base.grade)
    return Run(base.text), Run(" "), badge(base.grade)


def _paragraph(role: str, claim: Claim, *runs: Run) -> Paragraph:
    return Paragraph(role, runs, claim.id)


def month(year_and_month: str) -> str:
    """`November 2026` of `2026-11`, in the reader's language; what is no such date stays as it is."""
    date = QDate.fromString(f"{year_and_month}-01", "yyyy-MM-dd")
    return QLocale().toString(date, "MMMM yyyy") if date.isValid() else year_and_month
