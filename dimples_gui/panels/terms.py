"""Finding on a page the words that the glossary explains."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dimples_gui.atlas.model import Term
from dimples_gui.panels.leaf import Paragraph
from dimples_gui.panels.typesetter import is_pill, units

# Roles of running text. Titles, links onwards and works cited are none.
READ = ("answer", "text", "claim", "behind", "behind-end", "step", "step-past")
OBJECT = "\ufffc"  # stands for a sign of a link or a pill, in which no term is looked for
SHORT = 3  # letters; a word no longer is looked for only as it is written, as a short form's capitals matter


MOST_KNOWN = 1000  # paragraphs

Stretch = tuple[int, int, str]  # from and to in UTF-16 units, and the id of a term


class Found(NamedTuple):
    """Where a term stands: the paragraph's number, and positions in it in UTF-16 units."""

    block: int
    start: int
    end: int
    term: str  # its id


class TermFinder:
    """Finds terms and their other forms: whole words, the longest first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._opens: dict[str, str] = {}
        self._ids: dict[str, str] = {}  # by form in small letters
        self._as_written: dict[str, str] = {}
        self._known: dict[Paragraph, tuple[Stretch, ...]] = {}
        for term in terms:
            self._opens[term.id] = term.opens
            for form in (term.title, *term.forms):
                words = " ".join(form.split())
                self._ids.setdefault(_small(words), term.id)
                if len(words) <= SHORT or sum(sign.isupper() for sign in words) > 1:
                    self._as_written[_small(words)] = words
        longest_first = sorted(self._ids, key=len, reverse=True)
        any_form = "|".join(re.escape(form).replace(r"\ ", r"\s") for form in longest_first)
        self._pattern = re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])") if any_form else None

    def find(self, paragraphs: tuple[Paragraph, ...], name: str) -> tuple[Found, ...]:
        """The first occurrence of each term in each section, and in what stands behind each badge.

        `name` is the entry that is open, which needs no explanation of what it is about.
        """
        section = 0
        told: set[tuple[str | int, str]] = set()
        found = []
        for number, paragraph in enumerate(paragraphs):
            section += paragraph.role == "heading"
            group = paragraph.claim if paragraph.behind else section
            for start, end, term in self._in(paragraph) if paragraph.role in READ else ():
                if (group, term) not in told and not self._is_subject(term, name):
                    told.add((group, term))
                    found.append(Found(number, start, end, term))
        return tuple(found)

    def _is_subject(self, term: str, name: str) -> bool:
        """Whether a term is what the entry of this name is about."""
        return bool(name) and self._opens[term] == name

    def _in(self, paragraph: Paragraph) -> tuple[Stretch, ...]:
        """Every occurrence in a paragraph; kept, as opening a badge leaves most of a page as it was."""
        known = self._known.get(paragraph)
        if known is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            known = self._known[paragraph] = tuple(self._search(paragraph))
        return known

    def _search(self, paragraph: Paragraph) -> Iterator[Stretch]:
        if not self._pattern:
            return
        text = "".join(_searched(paragraph))
        for match in self._pattern.finditer(_small(text)):
            words = " ".join(match.group().split())
            written = " ".join(text[match.start() : match.end()].split())
            if self._as_written.get(words, written) == written:
                yield match.start(), match.end(), self._ids[words]


def _searched(paragraph: Paragraph) -> Iterator[str]:
    """The words in which terms are looked for; every part as long as Qt counts it."""
    for run in paragraph.runs:
        length = units(run.text)
        if run.href or is_pill(run):
            yield OBJECT * (length + (2 if is_pill(run) else 0))
        elif length == len(run.text):
            yield run.text
        else:
            yield "".join(sign if units(sign) == 1 else OBJECT * 2 for sign in run.text)


def _small(text: str) -> str:
    """In small letters, and as long as before."""
    small = text.lower()
    return small if len(small) == len(text) else text
