"""What a search answers with: a thing, the words of it that matched, and the link that opens it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dimples_gui.atlas.model import Claim, Entry, Term
from dimples_gui.atlas.search_text import WORD, excerpt, places_of, plain
from dimples_gui.atlas.search_words import Likes, Wanted

STRUCTURE, TOPIC, STATEMENT, GLOSSARY = GROUPS = ("structure", "topic", "statement", "glossary")
MOST_KEPT = 512  # texts whose words are kept
LINE, TITLE_LINE = 110, 84  # characters that there is room for, in small letters and in large ones
Spans = tuple[tuple[int, int], ...]


class Marked(NamedTuple):
    """A text, and where words of the query stand in it: begins and ends."""

    text: str = ""
    spans: Spans = ()


class Hit(NamedTuple):
    """One answer."""

    group: str  # one of GROUPS
    id: str
    title: Marked  # of a statement: its text
    name: Marked  # the other name that matched, if the title does not; of a statement: the title of what it opens
    snippet: Marked  # a line of what is said there
    mark: str  # an icon's name; of a statement: its grade
    link: str  # what it opens
    score: float


class Marks(dict[str, bool]):
    """By word: whether it is one of those that are marked. Found out once: the same words are in many texts."""

    def __init__(self, wanted: Sequence[Wanted], likes: Likes) -> None:
        """Words that say nothing are marked only where the query has no others."""
        super().__init__()
        self._likes = likes
        self._telling = [at for at, word in enumerate(wanted) if not word.is_stop]
        telling = [wanted[at] for at in self._telling]
        self._parts = [(*word.words, word.prefix) if word.prefix else tuple(word.words) for word in telling]

    def __missing__(self, word: str) -> bool:
        """Find it out."""
        likes = self._likes[word]
        known = self[word] = bool(likes) and any(likes[at] for at in self._telling)
        return known

    def about(self, text: str) -> int:
        """How many words of the query a text has, at a glance: accents and the ends of words are not looked at."""
        low = text.lower()
        count = 0
        for parts in self._parts:
            for part in parts:
                if part in low:
                    count += 1
                    break
        return count


def marked(text: str, marks: Marks) -> Marked:
    """A text with the words in it that the query asks for."""
    words, is_plain = _words_in(text)
    if is_plain:  # most are, and then a word is what it is
        if not any(map(marks.__getitem__, words)):
            return Marked(text)  # which is seen sooner than where each stands
        return Marked(text, tuple([match.span() for match in WORD.finditer(text.lower()) if marks[match[0]]]))
    spans: list[tuple[int, int]] = []
    for begin, end, ways in places_of(text):
        if marks[ways[0]] or (len(ways) > 1 and any(marks[way] for way in ways)):
            if spans and begin <= spans[-1][1]:
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((begin, end))
    return Marked(text, tuple(spans))


@lru_cache(MOST_KEPT)
def _words_in(text: str) -> tuple[frozenset[str], bool]:
    """The words of a text, and whether all are in ASCII. Kept, as each key that is typed asks for nearly the same."""
    words = WORD.findall(text.lower())
    return frozenset(words), "".join(words).isascii()


def short(text: str, marks: Marks, most: int = LINE) -> Marked:
    """As much of a text as a line has room for, about the words that the query asks for."""
    return Marked(*excerpt(*marked(plain(text), marks), most))


def other_name(name: str, title: Marked, marks: Marks) -> Marked:
    """The name by which a thing was found; none if the title has all that matched in it."""
    if name in ("", title.text):
        return Marked()
    other = marked(name, marks)
    return other if _words(other) - _words(title) else Marked()


def _words(text: Marked) -> set[str]:
    """The words that matched."""
    return {text.text[begin:end].casefold() for begin, end in text.spans}


def entry_hit(entry: Entry, claims: Mapping[str, Claim], name: str, marks: Marks, score: float) -> Hit:
    """An entry, found by one of its names or, if none of them has a telling word, by what is said there."""
    title = marked(entry.title, marks)
    other = other_name(name, title, marks)
    by_name = title.spans or other.spans
    said = short(entry.summary if by_name else max(_said(entry, claims), key=marks.about), marks)
    mark = entry.pin.icon if entry.pin else entry.kind
    return Hit(group_of(entry), entry.id, title, other, said, mark, f"dimples:{entry.id}", score)


def group_of(entry: Entry) -> str:
    """The group that an entry is shown in."""
    return STRUCTURE if entry.kind == "structure" else TOPIC


def _said(entry: Entry, claims: Mapping[str, Claim]) -> Iterator[str]:
    """The texts of an entry's page."""
    yield entry.summary
    yield entry.answer
    for section in entry.sections:
        yield section.text
        for claim in section.claims:
            if claim in claims:
                yield claims[claim].text
                yield claims[claim].popular


def claim_hit(claim: Claim, entry: Entry, marks: Marks, score: float) -> Hit:
    """A statement; if the popular sentence that it answers has more of the words, it is shown too."""
    text = short(claim.text, marks, TITLE_LINE)
    popular = short(claim.popular, marks)
    said = popular if len(popular.spans) > len(text.spans) else Marked()
    link = f"dimples:{entry.id}?opened={claim.id}"
    return Hit(STATEMENT, claim.id, text, Marked(entry.short_title or entry.title), said, claim.grade, link, score)


def term_hit(term: Term, name: str, marks: Marks, score: float) -> Hit:
    """A word of the glossary."""
    title = marked(term.title, marks)
    link = f"dimples:{GLOSSARY}?opened={term.id}"
    other = other_name(name, title, marks)
    return Hit(GLOSSARY, term.id, title, other, short(term.text, marks), GLOSSARY, link, score)
