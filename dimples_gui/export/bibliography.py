"""A source as a record of a bibliography: its kind, its names one by one, its volume, issue and pages apart.

Nothing is guessed. What the source does not tell stays empty here and is named in `unseen`.
"""

import re
from typing import NamedTuple

from dimples_gui.atlas.model import Source
from dimples_gui.panels.citation import NO_CONTAINER, PUBMED

ARTICLE, BOOK, THESIS, PAGE, OTHER = "article", "book", "thesis", "page", "other"
# What a reader expects of a record of each kind, by the field's name; what is missing of that is told.
EXPECTED = {
    ARTICLE: ("names", "year", "title", "container", "volume", "pages"),
    BOOK: ("names", "year", "title", "container"),
    THESIS: ("names", "year", "title", "container"),
    PAGE: ("names", "year", "title"),
    OTHER: ("names", "year", "title"),
}
NAME = re.compile(r"(?P<family>.+?) (?P<given>[A-Z]{1,4})(?: (?P<suffix>II|III|Jr|Sr))?")
PLACE_AND_PUBLISHER = re.compile(r"[^\W\d][\w ]+: [\w &]+")
VOLUME = re.compile(r"(?P<volume>[^(,]*?)(?:\((?P<issue>[^)]+)\)|, (?P<supplement>.+))?")
RANGE = re.compile(r"(?P<first>\w+)-(?P<last>\w+)")


class Name(NamedTuple):
    """Who made a work: a person by family name and initials, or, without initials, a body or what was printed."""

    family: str
    given: str = ""  # initials: JA
    suffix: str = ""

    @property
    def initials(self) -> str:
        """`J. A.`"""  # noqa: D400, D415  # shown as it is printed
        return " ".join(f"{letter}." for letter in self.given)

    @property
    def plain(self) -> str:
        """`Flores JA`"""  # noqa: D400, D415  # shown as it is printed
        return " ".join(part for part in self if part)


class Work(NamedTuple):
    """A record. Empty fields are not known."""

    key: str
    kind: str
    names: tuple[Name, ...] = ()
    more_names: bool = False  # the list ends in “et al.”
    title: str = ""
    title_note: str = ""
    container: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    chapter: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""
    told: str = ""  # what else is to be told of it

    @property
    def unseen(self) -> tuple[str, ...]:
        """The fields that a record of this kind has and this one lacks."""
        return tuple(field for field in EXPECTED[self.kind] if not (getattr(self, field) or self._instead(field)))

    @property
    def first_page(self) -> str:
        """Where it begins."""
        return self.pages.partition("-")[0].removesuffix(" ff.")

    @property
    def last_page(self) -> str:
        """Where it ends, if that is told."""
        return self.pages.partition("-")[2]

    @property
    def address(self) -> str:
        """Where it can be checked: its own page, PubMed's; a DOI is an address too, but has a field of its own."""
        return self.url or (f"{PUBMED}{self.pmid}/" if self.pmid else "")

    def _instead(self, field: str) -> str:
        """What else says where in a journal it stands: an issue for the volume, a chapter for the pages."""
        return {"volume": self.issue, "pages": self.chapter}.get(field, "")


def work_of(source: Source) -> Work:
    """The record of a source."""
    names, more = names_of(source.authors)
    volume, issue = _volume_and_issue(source.volume)
    is_chapter = source.pages.startswith("ch. ")
    return Work(
        source.key,
        _kind(source),
        names,
        more,
        source.title,
        "" if source.title else source.title_note,
        "" if source.container == NO_CONTAINER else source.container,
        source.year,
        volume,
        issue,
        "" if is_chapter else _whole_range(source.pages.replace("–", "-")),
        source.pages.removeprefix("ch. ") if is_chapter else "",
        source.doi,
        source.pmid,
        source.url if source.url.startswith(("https://", "http://")) else "",
    )


def names_of(authors: str) -> tuple[tuple[Name, ...], bool]:
    """The names in a list of authors, and whether it ends in “et al.”."""
    listed = authors.removesuffix(".").removesuffix("et al").rstrip(" ,")
    names = []
    for part in (part.strip() for part in listed.split(",")):
        person = NAME.fullmatch(part)
        if person:
            names.append(Name(person["family"], person["given"], person["suffix"] or ""))
        elif part:
            names.append(Name(part))
    return tuple(names), authors.removesuffix(".").endswith("et al")


def _kind(source: Source) -> str:
    """What kind of work it is, as far as its fields tell."""
    if "thesis" in source.container.lower():
        return THESIS
    if PLACE_AND_PUBLISHER.fullmatch(source.container):
        return BOOK
    if source.container and (source.volume or source.pmid):
        return ARTICLE
    if source.container and source.doi:
        return ARTICLE
    return PAGE if source.url else OTHER


def _volume_and_issue(volume: str) -> tuple[str, str]:
    """Volume and issue: `32(3)`, `no. 7`, `14, Supplement 1`."""
    if volume.startswith("no. "):
        return "", volume.removeprefix("no. ")
    found = VOLUME.fullmatch(volume)
    if not found:
        return volume, ""
    return found["volume"], found["issue"] or found["supplement"] or ""


def _whole_range(pages: str) -> str:
    """A range with its last page in full: `961-970` of `961-70`."""
    found = RANGE.fullmatch(pages)
    if not found or not (found["first"].isdigit() and found["last"].isdigit()):
        return pages
    first, last = found["first"], found["last"]
    return f"{first}-{first[: max(len(first) - len(last), 0)]}{last}"
