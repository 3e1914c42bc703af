"""What the words of a query may stand for: themselves, other forms, longer words, and words mistyped."""

import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log
from operator import itemgetter
from typing import NamedTuple

from dimples_gui.atlas.search_index import LEAST_GRAMMED, grams_of
from dimples_gui.atlas.search_text import STOP_WORDS, is_unspaced, stem, words_of

MOST_WORDS = 12  # of a query; a pasted page would only be slow
LEAST_SPLIT, LEAST_PART = 6, 3  # letters of a word that may be two, and of each of them
MOST_FORMS, MOST_SLIPS, MOST_TRIED = 12, 8, 60
MOST_LETTERS = 1000  # of a word, anywhere
MOST_KEPT = 1000  # words of earlier queries
SAME, FORM, LONGER, WITHIN, SLIP, SLIPS = 1.0, 0.92, 0.8, 0.55, 0.7, 0.5  # how well a word stands for another
LEAST_LONGER = 3  # letters of a word, not the last, that may be the beginning of another
SMALL = 0.2  # of a word of a name, what a stop word says
STOP_WEIGHT, UNKNOWN_WEIGHT, LEAST_WEIGHT = 0.12, 0.4, 0.35
# To ask for all words with a beginning, the index puts all their rows in order first. For so many it is worth it;
# beyond, the most frequent of these words have to do. In texts too short a beginning would say nothing.
MOST_MERGED = {"names": 15_000, "texts": 2_000}
LEAST_BEGINNING = {"names": 1, "texts": 3}
MOST_LONGER = 16
FEW = 4  # words are sooner asked for one by one
LAST_SIGN = "\U0010ffff"  # after it no word goes on
NOTHING_LONGER = {"names": "", "texts": ""}


class Wanted(NamedTuple):
    """A word of the query: how much it counts, the words that it may stand for, and what a longer one begins with."""

    word: str
    weight: float
    words: dict[str, float]  # with how well each of them does
    prefix: str = ""
    is_stop: bool = False  # it says little of what is asked about, and others say more
    longer: dict[str, str] = NOTHING_LONGER  # by table: what asks for words with this beginning

    def asked(self, table: str) -> Iterator[tuple[float, str]]:
        """What to ask a table of the index for, the best likeness first."""
        by_like: dict[float, list[str]] = {}
        for one, like in self.words.items():
            by_like.setdefault(like, []).append(f'"{one}"')
        if self.longer[table]:
            by_like.setdefault(LONGER, []).append(self.longer[table])
        for like in sorted(by_like, reverse=True):
            yield like, " OR ".join(by_like[like])


class Likes(dict[str, tuple[float, ...]]):
    """By word of a name: its likeness to each word of the query times what that counts; empty if there is none.

    Each is found out once, for the same words are in many names.
    """

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        super().__init__()
        self._whole = sum(word.weight for word in wanted)
        self._tests = [(word.words, word.prefix, word.weight) for word in wanted]
        self._alike = frozenset(one for word in wanted for one in word.words)
        self._begins = tuple([word.prefix for word in wanted if word.prefix])

    def __missing__(self, word: str) -> tuple[float, ...]:
        """Find it out."""
        if word not in self._alike and not word.startswith(self._begins):
            self[word] = ()
            return ()
        likes = []
        for words, prefix, weight in self._tests:
            if word in words:
                likes.append(words[word] * weight)
            elif prefix and word.startswith(prefix):
                likes.append((LONGER + (FORM - LONGER) * len(prefix) / len(word)) * weight)
            else:
                likes.append(0.0)
        known = self[word] = tuple(likes) if any(likes) else ()
        return known

    def fit(self, words: Sequence[str], whole: float | None = None) -> float:
        """How well the words of a name answer: how much of the query is in it, and how much of it in the query.

        `whole` is the bulk of all the words, where it is known.
        """
        met = [word for word in words if self[word]]
        if not met:
            return 0.0
        got: float = sum(map(max, zip(*[self[word] for word in met], strict=True)) if len(met) > 1 else self[met[0]])
        covered = bulk(met) / (whole or bulk(words))
        return got / self._whole * (0.5 + 0.5 * covered)


def bulk(words: Sequence[str]) -> float:
    """How much there is to some words."""
    return sum([SMALL if word in STOP_WORDS else 1.0 for word in words])


class Vocabulary:
    """All words of an index in order, and in how many rows each is."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        kept = dict(connection.execute("select name, data from kept"))
        self._words: list[str] = kept["words"].decode().split()
        self._counts = array("I", kept["counts"])
        self._connection = connection
        self._sums = array("Q", kept["sums"])
        self._known: dict[tuple[str, bool, bool], Wanted] = {}
        self._most = log(2 + max(self._counts, default=0))

    def count(self, word: str) -> int:
        """In how many rows a word is."""
        at = bisect_left(self._words, word)
        return self._counts[at] if at < len(self._words) and self._words[at] == word else 0

    def wanted(self, query: str) -> tuple[Wanted, ...]:
        """The words of a query, each with what it may stand for. The last may not be finished yet."""
        typed = list(dict.fromkeys(self._respaced([*self._known_signs(words_of(query))][:MOST_WORDS])))
        told = any(word not in STOP_WORDS for word in typed)
        open_end = query[-1:].isalnum()
        asked = [(word, open_end and word == typed[-1], told and word in STOP_WORDS) for word in typed]
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        return tuple([self._known.get(key) or self._new(key) for key in asked])

    def _new(self, key: tuple[str, bool, bool]) -> Wanted:
        """A word that was not asked for lately. While a query is typed, all but its last stay the same."""
        word, last, stop = key
        known = self._known[key] = self._wanted(word, last=last, stop=stop)
        return known

    def _known_signs(self, words: list[str]) -> Iterator[str]:
        """Of scripts without spaces the pairs of characters that are known; single ones where no pair is."""
        pairs = any(len(word) > 1 and is_unspaced(word) and self.count(word) for word in words)
        for word in words:
            if not is_unspaced(word) or (len(word) > 1) == pairs:
                yield word

    def _respaced(self, words: list[str]) -> list[str]:
        """Words put together that are one (sacro iliac, l 5), and taken apart that are two (backdimples)."""
        joined: list[str] = []
        for word in words:
            one = joined[-1] + word if joined else ""
            parts = (joined[-1], word) if joined else ()
            if self.count(one) and any(len(part) <= 1 or not self.count(part) for part in parts):
                joined[-1] = one
            else:
                joined.append(word)
        return [part for word in joined for part in self._parts(word)]

    def _parts(self, word: str) -> tuple[str, ...]:
        """A word, or the two that it is made of if only these are known; of several ways the more usual words."""
        if len(word) < LEAST_SPLIT or self._begins(word):
            return (word,)
        ways = [(word[:at], word[at:]) for at in range(LEAST_PART, len(word) - LEAST_PART + 1)]
        known = [way for way in ways if all(map(self.count, way))]
        return max(known, key=lambda way: min(map(self.count, way)), default=(word,))

    def _wanted(self, word: str, *, last: bool, stop: bool) -> Wanted:
        """A word with what it may stand for."""
        words = dict.fromkeys(self._forms(word), FORM)
        if count := self.count(word):
            words[word] = SAME
        longer = self._begins(word) and (last or (len(word) >= LEAST_LONGER and not stop))
        if not count and not (last and longer):
            words |= {slip: like for slip, like in self._slips(word, last=last) if slip not in words}
        counts = [self.count(one) for one in words]
        rare = 1 - log(1 + max(counts, default=0)) / self._most
        weight = STOP_WEIGHT if stop else LEAST_WEIGHT + (1 - LEAST_WEIGHT) * rare
        if not words and not longer:
            weight = min(weight, UNKNOWN_WEIGHT)
        asked = {table: self._longer(word, table) for table in MOST_MERGED} if longer else NOTHING_LONGER
        return Wanted(word, weight, words, word if longer else "", stop, asked)

    def _longer(self, word: str, table: str) -> str:
        """What asks a table for words that begin so."""
        if len(word) < LEAST_BEGINNING[table]:
            return ""
        first, end = bisect_left(self._words, word), bisect_left(self._words, word + LAST_SIGN)
        if self._words[first:end] == [word]:
            return ""
        if self._sums[end] - self._sums[first] <= MOST_MERGED[table] and end - first > FEW:
            return f'"{word}"*'
        most = nlargest(MOST_LONGER, range(first, end), key=self._counts.__getitem__)
        return " OR ".join(f'"{self._words[number]}"' for number in most)

    def _begins(self, prefix: str) -> bool:
        """Whether a word begins so."""
        at = bisect_left(self._words, prefix)
        return at < len(self._words) and self._words[at].startswith(prefix)

    def _forms(self, word: str) -> list[str]:
        """Other words with the same stem."""
        root = stem(word)
        if len(root) < LEAST_GRAMMED or is_unspaced(word):
            return []
        at = bisect_left(self._words, root)
        forms: list[str] = []
        while at < len(self._words) and self._words[at].startswith(root) and len(forms) < MOST_FORMS:
            one = self._words[at]
            if one != word and stem(one) == root:
                forms.append(one)
            at += 1
        return forms

    def _slips(self, word: str, *, last: bool) -> list[tuple[str, float]]:
        """Known words that a mistyped one may be: by one slip; if there are none by two; and those it is within."""
        if len(word) < LEAST_GRAMMED or not word.isalpha():
            return []
        most = most_slips(word)
        slips: list[tuple[int, int, str]] = []
        within: list[str] = []
        for one in self._alike(word):
            if word in one:
                within.append(one)
            else:
                far = distance(word, one, open_end=last, most=most)
                if far <= most:
                    slips.append((far, -self.count(one), one))
        slips.sort()
        nearest = [one for far, _, one in slips if far == slips[0][0]][:MOST_SLIPS]
        like = SLIP if slips and slips[0][0] == 1 else SLIPS
        return [*((one, like) for one in nearest), *((one, WITHIN) for one in within[:MOST_SLIPS])]

    def _alike(self, word: str) -> list[str]:
        """Words with the most pairs of letters in common, for their number of pairs."""
        grams = grams_of(word)
        marks = ",".join("?" * len(grams))
        shared: Counter[int] = Counter()
        for (packed,) in self._connection.execute(f"select words from grams where gram in ({marks})", (*grams,)):  # noqa: S608  # marks
            shared.update(array("I", packed))
        least = max(1, len(grams) - 3 * most_slips(word))
        enough = [(number, count) for number, count in shared.items() if count >= least]
        return [self._words[number] for number, _ in nlargest(MOST_TRIED, enough, key=itemgetter(1))]


def most_slips(word: str) -> int:
    """How many slips are looked for in a word."""
    return 1 if len(word) == LEAST_GRAMMED else 2


def distance(typed: str, word: str, *, open_end: bool = False, most: int = MOST_LETTERS) -> int:
    """How many letters must be put in, left out, changed or swapped with the next to make one word of the other.

    With an open end, only as much of the word counts as suits best: it is still being typed. Where it is more than
    `most`, it is only said to be more: nothing is looked at that lies further apart in the two words.
    """
    far = most + 1
    before: list[int] = []
    row: list[int] = [*range(min(len(word), most) + 1), *[far] * (len(word) - most)]
    for at, letter in enumerate(typed, 1):
        older, before = before, row
        row = [far] * (len(word) + 1)
        row[0] = min(at, far)
        for on in range(max(1, at - most), min(len(word), at + most) + 1):
            other = word[on - 1]
            cost = min(before[on] + 1, row[on - 1] + 1, before[on - 1] + (letter != other))
            if at > 1 and on > 1 and letter == word[on - 2] and typed[at - 2] == other:
                cost = min(cost, older[on - 2] + 1)
            row[on] = cost
        if min(row) > most:
            return far
    return min(row) if open_end else row[-1]
