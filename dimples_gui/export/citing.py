"""Records of a bibliography as others read them: Vancouver text, BibTeX, RIS and CSL-JSON."""

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from dimples_gui import __version__
from dimples_gui.atlas.model import Atlas, Claim
from dimples_gui.export.bibliography import ARTICLE, BOOK, OTHER, PAGE, THESIS, Name, Work, work_of
from dimples_gui.menus import QT_TRANSLATE_NOOP
from dimples_gui.panels.grades import grade_word

translate = QCoreApplication.translate

SIX = 6  # names that Vancouver prints before “et al.”
BIBTEX_KINDS = {ARTICLE: "article", BOOK: "book", THESIS: "mastersthesis", PAGE: "online", OTHER: "misc"}
RIS_KINDS = {ARTICLE: "JOUR", BOOK: "BOOK", THESIS: "THES", PAGE: "ELEC", OTHER: "GEN"}
CSL_KINDS = {ARTICLE: "article-journal", BOOK: "book", THESIS: "thesis", PAGE: "webpage", OTHER: "document"}
CONTAINERS = {ARTICLE: "journal", BOOK: "publisher", THESIS: "school", PAGE: "organization", OTHER: "howpublished"}
# BibTeX is TeX: its signs are written as commands. Other letters stay as they are, in UTF-8.
TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
FIELDS = {
    "names": QT_TRANSLATE_NOOP("Citing", "authors"), "year": QT_TRANSLATE_NOOP("Citing", "year"),
    "title": QT_TRANSLATE_NOOP("Citing", "title"), "container": QT_TRANSLATE_NOOP("Citing", "where it appeared"),
    "volume": QT_TRANSLATE_NOOP("Citing", "volume"), "pages": QT_TRANSLATE_NOOP("Citing", "pages"),
}  # fmt: skip


class Format(NamedTuple):
    """A way to write records: its command's last word, its name, the ending of its files, and what writes it."""

    id: str
    name: str
    suffix: str
    write: Callable[[Iterable[Work]], str]


def works_of_claim(atlas: Atlas, claim: Claim) -> list[Work]:
    """The claim itself as a work, and what it rests on; what it is inferred from counts with its own sources."""
    grade = translate("Citing", "grade {letter}, {word}").format(letter=claim.grade, word=grade_word(claim.grade))
    place = f"Dimples {__version__}"
    works = [Work(f"dimples-{claim.id}", OTHER, title=claim.text, container=place, told=grade)]
    bases = [atlas.claims[key] for key in claim.inferred_from if key in atlas.claims]
    keys = dict.fromkeys(key for each in (claim, *bases) for key in each.sources)
    return works + [work_of(atlas.sources[key]) for key in keys if key in atlas.sources]


def note_of(work: Work) -> str:
    """What is to be known of a record: what it lacks, for that could not be seen; empty where there is nothing."""
    ours = work.key.startswith("dimples-")
    missing = () if ours else work.unseen
    parts = [work.told]
    if work.title_note:
        told = translate("Citing", "title not shown where it was read: {words}")
        parts.append(told.format(words=work.title_note))
    if left_out := [translate("Citing", FIELDS[field]) for field in missing if not (field == "title" and parts[1:])]:
        told = translate("Citing", "not seen where it was read, so left out: {fields}")
        parts.append(told.format(fields=", ".join(left_out)))
    return "; ".join(part for part in parts if part)


# --- Vancouver ----------------------------------------------------------------------------------------------------


def vancouver(works: Iterable[Work]) -> str:
    """A numbered list, as medical journals print it."""
    return "\n".join(f"{number}. {_vancouver(work)}" for number, work in enumerate(works, 1)) + "\n"


def _vancouver(work: Work) -> str:
    names = [name.plain for name in work.names[:SIX]]
    if work.more_names or len(work.names) > SIX:
        names.append("et al")
    parts = [_ended(", ".join(names)), _ended(work.title), _ended(work.container), _ended(_numbers(work))]
    parts += [f"doi:{work.doi}" if work.doi else "", f"PMID: {work.pmid}" if work.pmid else ""]
    parts += ["" if work.doi or work.pmid else work.url, f"[{note_of(work)}]" if note_of(work) else ""]
    return " ".join(part for part in parts if part)


def _numbers(work: Work) -> str:
    """`2017;12(3):28-31`"""  # noqa: D400, D415  # shown as it is printed
    issue = f"({work.issue})" if work.issue else ""
    where = f"{work.volume}{issue}" + (f":{work.pages}" if work.pages else "")
    where = where.removeprefix(":")
    chapter = f"ch. {work.chapter}" if work.chapter else ""
    return ";".join(part for part in (work.year, where or chapter) if part)


def _ended(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else text + "."


# --- BibTeX -------------------------------------------------------------------------------------------------------


def bibtex(works: Iterable[Work]) -> str:
    """BibTeX in UTF-8; the fields are biblatex's and BibTeX's own."""
    return "\n".join(_bibtex(work) for work in works)


def _bibtex(work: Work) -> str:
    names = [_tex_name(name) for name in work.names] + (["others"] if work.more_names else [])
    fields = {
        "author": " and ".join(names),
        "title": f"{{{work.title.translate(TEX)}}}" if work.title else "",
        CONTAINERS[work.kind]: work.container.translate(TEX),
        "year": work.year,
        "volume": work.volume,
        "number": work.issue,
        "pages": work.pages.replace("-", "--"),
        "chapter": work.chapter,
        "doi": work.doi,
        "pmid": work.pmid,
        "url": work.address,
        "note": note_of(work).translate(TEX),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@{BIBTEX_KINDS[work.kind]}{{{work.key},", *lines, "}\n"))


def _tex_name(name: Name) -> str:
    """`Flores, J. A.`; what is no person's name in braces, so that it is not taken apart."""
    if not name.given:
        return f"{{{name.family.translate(TEX)}}}"
    return ", ".join(part for part in (name.family.translate(TEX), name.suffix, name.initials) if part)


# --- RIS ----------------------------------------------------------------------------------------------------------


def ris(works: Iterable[Work]) -> str:
    """RIS, as EndNote, Zotero and others read it."""
    return "\n".join(_ris(work) for work in works)


def _ris(work: Work) -> str:
    container = "PB" if work.kind in {BOOK, THESIS} else "T2"
    is_year = work.year.isdecimal()
    note = "; ".join(part for part in (note_of(work), *_ris_rest(work, is_year=is_year)) if part)
    rows = [("TY", RIS_KINDS[work.kind])]
    rows += [("AU", ", ".join(part for part in (n.family, n.initials, n.suffix) if part)) for n in work.names]
    rows += [
        ("TI", work.title), (container, work.container), ("PY", work.year if is_year else ""), ("VL", work.volume),
        ("IS", work.issue), ("SP", work.first_page), ("EP", work.last_page), ("SE", work.chapter), ("DO", work.doi),
        ("AN", work.pmid), ("UR", work.address), ("ID", work.key), ("N1", note),
    ]  # fmt: skip
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value]
    return "\n".join((*lines, "ER  - ", ""))


def _ris_rest(work: Work, *, is_year: bool) -> list[str]:
    """What RIS has no field for."""
    rest = [translate("Citing", "and others")] if work.more_names else []
    return rest if is_year or not work.year else [*rest, work.year]


# --- CSL ----------------------------------------------------------------------------------------------------------


def csl_json(works: Iterable[Work]) -> str:
    """CSL-JSON, as Zotero, pandoc and others read it."""
    return json.dumps([_csl(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def _csl(work: Work) -> dict[str, Any]:
    container = "publisher" if work.kind in {BOOK, THESIS} else "container-title"
    issued = {"date-parts": [[int(work.year)]]} if work.year.isdecimal() else {"literal": work.year}
    rest = translate("Citing", "and others") if work.more_names else ""
    fields: dict[str, Any] = {
        "id": work.key,
        "type": CSL_KINDS[work.kind],
        "author": [_csl_name(name) for name in work.names],
        "title": work.title,
        container: work.container,
        "issued": issued if work.year else None,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "chapter-number": work.chapter,
        "DOI": work.doi,
        "PMID": work.pmid,
        "URL": work.address,
        "note": "; ".join(part for part in (note_of(work), rest) if part),
    }
    return {name: value for name, value in fields.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    person = {"family": name.family, "given": name.initials}
    return person | {"suffix": name.suffix} if name.suffix else person


FORMATS = {
    form.id: form
    for form in (
        Format("vancouver", "Vancouver", "txt", vancouver),
        Format("bibtex", "BibTeX", "bib", bibtex),
        Format("ris", "RIS", "ris", ris),
        Format("csl", "CSL-JSON", "json", csl_json),
    )
}
