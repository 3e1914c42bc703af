"""A source as it is printed: who, when, what, where, and the address where it can be checked."""

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import Source
from dimples_gui.panels.leaf import Run

DOI = "https://doi.org/"
PUBMED = "https://pubmed.ncbi.nlm.nih.gov/"
NO_CONTAINER = "web reference"  # says what kind of source it is, and names no place


def cite(source: Source) -> tuple[Run, ...]:
    """Runs of one citation, ending in its links. A field that is not known is left out, never guessed."""
    runs = [Run(_who_and_when(source)), Run(_what(source)), Run(_container(source), "em"), Run(_where(source))]
    runs.append(Run(_note(source), "muted"))
    printed: list[Run] = []
    for run in runs:
        if run.text:
            printed += [Run(" "), run] if printed else [run]
    spoken = f"{_who_and_when(source)} {_what(source) or _note(source)}".strip()
    for label, address in addresses(source):
        printed += [Run(" "), Run(label, "", address, address, f"{label}: {spoken}")]
    return tuple(printed)


def cite_plain(source: Source) -> str:
    """One citation as plain text, its addresses written out."""
    parts = [_who_and_when(source), _what(source), _container(source), _where(source), _note(source)]
    return " ".join(part for part in (*parts, *(address for _, address in addresses(source))) if part)


def addresses(source: Source) -> list[tuple[str, str]]:
    """Label and web address of where a source can be checked: DOI and PubMed, else the publisher's own page."""
    found = []
    if source.doi:
        found.append((f"doi:{source.doi}", DOI + source.doi))
    if source.pmid:
        found.append((f"PubMed {source.pmid}", f"{PUBMED}{source.pmid}/"))
    if not found and source.url.startswith(("https://", "http://")):
        found.append((source.url.partition("//")[2].partition("/")[0].removeprefix("www."), source.url))
    return found


def _who_and_when(source: Source) -> str:
    """`Braus H (1921).`"""  # noqa: D400, D415  # shown as it is printed
    year = f"({source.year})" if source.year else ""
    return _ended(" ".join(part for part in (source.authors, year) if part))


def _what(source: Source) -> str:
    """The title."""
    return _ended(source.title)


def _note(source: Source) -> str:
    """What is known of a title that was not shown; not printed in its place, as it is not the title."""
    if source.title or not source.title_note:
        return ""
    told = QCoreApplication.translate("Citation", "title not shown where it was read: %1")
    return _ended(told.replace("%1", source.title_note))


def _container(source: Source) -> str:
    """The journal, the publisher, the site; with a full stop if nothing follows."""
    container = "" if source.container == NO_CONTAINER else source.container
    return container if source.volume or source.pages else _ended(container)


def _where(source: Source) -> str:
    """`32(3): 209–215.` or `pp. 49–55.`"""  # noqa: D400, D415  # shown as it is printed
    pages = source.pages.replace("-", "–")
    if pages and not source.volume:
        pages = f"p. {pages}" if pages.isdigit() else f"pp. {pages}"
    return _ended(": ".join(part for part in (source.volume, pages) if part))


def _ended(text: str) -> str:
    """With a full stop, unless it ends in a stop of its own."""
    return text if not text or text.endswith((".", "?", "!")) else text + "."
