"""Words as a search sees them: without case, accents, markup and fine typography; and where they stand in a text."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

# Words of questions, which say little of what is asked about: English; German; French; Spanish, Italian, Portuguese.
# They count a little, for titles may be questions too.
_QUESTION_WORDS = """
    a about am an and any are as at be been but by can could did do does doesnt dont for from get gets getting
    give gives go had has have he her him his how i if im in is isnt it its ive know me mean means my no not of
    on or our she should show so some tell that the their them then there these they this those to too was we
    were what whats when where which who why will with without would you your
    das dem den der des die ein eine einen einer hat ich im ist kann man mein meine nicht sind und von was wie
    wo zu zum am auf bei mit fur warum wer
    au aux avec avoir c ce ces comment d dans de du en est et il j je l la le les ma mes mon n ne on ont ou pas
    pour pourquoi qu que quel quelle qui quoi sa se ses sont sur un une
    al che ci come con cosa cual da dei del della delle di dos e el es hay las lo los mi na nas no nos o os para
    per perche por porque que quiero si sin sobre son sono su tener um uma una uno y
"""
STOP_WORDS = frozenset(_QUESTION_WORDS.split())
# What good print has and a keyboard has not: put right first, as most texts are plain ASCII then.
_PRINTED = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("…", "."), ("\u00a0", " "))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_UMLAUT_WORD = re.compile(r"[^\W_]*[äöü][^\W_]*")
_MARKS = re.compile("[\u0300-\u036f\u3099\u309a]+")
_SIGNS = re.compile(r"[\W_]+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")  # written without spaces
WORD = re.compile(r"[^\W_]+")
_LINK = re.compile(r"\]\([^)]*\)")
_ENDINGS = """
    ations ation ities ingly ings ical ally ants ions ing ity ies ary ant ion ers ial ous ics ed er es al ic ly en e s y
"""
_SUFFIXES = tuple(_ENDINGS.split())
_LEAST_STEM = 4


def plain(text: str) -> str:
    """A text without its inline Markdown: the words of links stay, where they lead goes."""
    if "](" in text:
        text = _LINK.sub("", text).replace("[", "")
    return text.replace("*", "") if "*" in text else text


def folded_rows(rows: list[str]) -> list[str]:
    """Texts as they are indexed. Most are so already: in ASCII, without links, emphasis and apostrophes."""
    known = _FoldedWords()
    return [
        row if row.isascii() and not ("'" in row or "](" in row or "*" in row) else known.row(_typed(plain(row)))
        for row in rows
    ]


class _FoldedWords(dict[str, str]):
    """The words of some texts, folded as they are indexed; each that is not in ASCII is looked at once."""

    def __missing__(self, word: str) -> str:
        """Fold it."""
        known = self[word] = folded(word, indexed=True)
        return known

    def row(self, text: str) -> str:
        """A text of which most words are in ASCII as it is."""
        if text.isascii():
            return text
        return " ".join([word if word.isascii() else self[word] for word in text.split()])


def _typed(text: str) -> str:
    """A text as a keyboard has it."""
    if not text.isascii():
        for printed, key in _PRINTED:
            text = text.replace(printed, key)
    return _unparted(text)


def _unparted(text: str) -> str:
    """A text with no apostrophe that would part a word from its ending."""
    return text.replace("n't", "nt").replace("'s ", " ") if "'" in text else text


def folded(text: str, *, indexed: bool = False) -> str:
    """A text with only what words are told apart by; parts that are not of words are spaces or ASCII signs.

    Case is left where all is ASCII: whoever splits it into words lowers it. Scripts without spaces become single
    characters and pairs. Where `indexed`, a word with umlauts is there twice: as gru and as grue.
    """
    text = _typed(text)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text).casefold()
    if indexed:
        text = _UMLAUT_WORD.sub(_both_ways, text)
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_LETTERS)
    return _SIGNS.sub(" ", _UNSPACED.sub(_in_pairs, text))


def _both_ways(match: re.Match[str]) -> str:
    """A word with umlauts, and as it is written without them."""
    return f"{match[0]} {match[0].translate(_UMLAUTS)}"


def _in_pairs(match: re.Match[str]) -> str:
    """Each character of a run, then each two that stand together."""
    run = match[0]
    return f" {' '.join(run)} {' '.join(map(''.join, pairwise(run)))} "


def words_of(text: str, *, indexed: bool = False) -> list[str]:
    """The folded words of a text in order."""
    return WORD.findall(folded(text, indexed=indexed).lower())


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script that has no spaces."""
    return _UNSPACED.match(word) is not None


def stem(word: str) -> str:
    """What the forms of an English word have in common, roughly: exercise, exercising → exercis."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST_STEM:
            return word[: -len(suffix)]
    return word


def places_of(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Each word of a text as it stands there: begin, end, and the ways in which it is indexed."""
    for match in WORD.finditer(text):
        if match[0].isascii():
            yield match.start(), match.end(), (match[0].lower(),)
            continue
        run = _UNSPACED.search(match[0])
        if run is None:
            yield match.start(), match.end(), tuple(words_of(match[0], indexed=True))
            continue
        for at in range(match.start(), match.end()):
            yield at, at + 1, (text[at].lower(), text[at - 1 : at + 1] if at else "", text[at : at + 2])


def excerpt(text: str, spans: tuple[tuple[int, int], ...], most: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A part of a text of at most so many characters that has as many of the spans as it can; spans moved along."""
    if len(text) <= most:
        return text, spans
    room = most - 2
    first = max((begin for begin, _ in spans), key=lambda begin: _within(spans, begin, room), default=0)
    begin = 0 if first < room // 2 else text.rfind(" ", 0, first - room // 6) + 1
    end = len(text) if begin + room >= len(text) else max(text.rfind(" ", begin, begin + room), begin + 1)
    before, after = "…" if begin else "", "…" if end < len(text) else ""
    moved = tuple((one - begin + len(before), two - begin + len(before)) for one, two in spans if begin <= one < end)
    return f"{before}{text[begin:end].rstrip(',;:–— ')}{after}", moved


def _within(spans: tuple[tuple[int, int], ...], begin: int, room: int) -> int:
    """How many spans there are in so much room from a place on."""
    return sum(begin <= one <= begin + room for one, _ in spans)
