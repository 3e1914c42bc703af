"""Finds entries, statements and words of the glossary by what a person types, in whichever language that may be."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search_hits import Hit, Marks, claim_hit, entry_hit, term_hit
from dimples_gui.atlas.search_index import (
    CLAIM,
    LATIN,
    SYNONYM,
    TEXT,
    TITLE,
    build,
    catalogue_of,
    read_index,
)
from dimples_gui.atlas.search_text import words_of
from dimples_gui.atlas.search_words import Likes, Vocabulary, Wanted

INDEX_SUFFIX = ".search"  # of the file that is shipped, after the language
WEIGHTS = {TITLE: 1.0, SYNONYM: 0.92, LATIN: 0.88, CLAIM: 0.5, TEXT: 0.35}  # of a word, by where it stands
CITED = 0.8  # of that of a statement, for the entries that cite it
NAME_SHARE = 0.8  # how much it counts that one name has all the words, beside that the entry has them somewhere
TERM_SHARE = 0.85  # an entry comes before a word of the glossary that is called the same
RANK_SHARE = 0.03  # most that the order of importance changes
TOGETHER = 0.15  # for a row that has all the words
MOST_ROWS = 150  # looked at for one word and likeness, the best first
MOST_LOOKED_AT = 18  # names are compared for
MOST_STATEMENTS = 6
MOST_OF_GROUP = 6  # shown; the groups below are to be in reach
LEAST_SHARE = 0.35  # of the best answer's score, for an answer to be worth showing
LEAST_SCORE = 0.27  # that of a single word in a text; what answers less is not shown at all
LEAST_SAID = 0.6  # of the query, that a statement must answer

Name = tuple[float, str, list[str]]  # how much it counts, as it is written, its words


class Index:
    """The index of one atlas. May be used in one thread at a time."""

    def __init__(self, atlas: Atlas, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._things = catalogue_of(atlas)
        self._vocabulary = Vocabulary(connection)
        self._named = len(self._things.entries) + len(self._things.terms)  # claims are numbered from here on
        self._claims = atlas.claims
        self._cited_by = [self._things.cited_by[claim.id] for claim in self._things.claims]
        self._names: dict[int, tuple[Name, ...]] = {}

    @classmethod
    def open(cls, atlas: Atlas, path: Path) -> "Index":
        """The index that was written to a file. Raises ContentError where that is no index of this atlas."""
        return cls(atlas, read_index(atlas, path))

    @classmethod
    def make(cls, atlas: Atlas) -> "Index":
        """A new index, in memory."""
        return cls(atlas, build(atlas))

    def find(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """The best answers to a query, the best first."""
        wanted = self._vocabulary.wanted(query)
        if not wanted:
            return ()
        shown: Counter[str] = Counter()
        likes = Likes(wanted)
        marks = Marks(wanted, likes)
        hits: list[Hit] = []
        for row in self._ranking(wanted, likes):
            hit = self._hit(*row, marks)
            shown[hit.group] += 1
            if shown[hit.group] <= MOST_OF_GROUP and len(hits) < limit:
                hits.append(hit)
        return tuple(hits)

    def _ranking(self, wanted: Sequence[Wanted], likes: Likes) -> list[tuple[float, int, str]]:
        """Score, number, and the name that was found, of all that is worth showing, the best first."""
        by_name: set[int] = set()
        scores = self._scores(wanted, by_name)
        order = sorted(scores, key=scores.__getitem__, reverse=True)
        named = (number for number in order if number < self._named)
        ranked = [
            self._ranked(number, scores[number], likes if number in by_name else None)
            for number in islice(named, MOST_LOOKED_AT)
        ]
        least = max(LEAST_SCORE, LEAST_SHARE * max((score for score, _, _ in ranked), default=0.0))
        ranked = [row for row in ranked if row[0] >= least]
        said = (number for number in order if number >= self._named and scores[number] > LEAST_SAID * WEIGHTS[CLAIM])
        ranked += ((scores[number], number, "") for number in islice(said, MOST_STATEMENTS))
        return sorted(ranked, reverse=True)

    # --- which rows have the words --------------------------------------------------------------------------------

    def _scores(self, wanted: Sequence[Wanted], by_name: set[int]) -> dict[int, float]:
        """By the number of a thing, what share of the query it answers; those that do by a name go into `by_name`."""
        scores: defaultdict[int, float] = defaultdict(float)
        whole = sum(word.weight for word in wanted)
        for word in wanted:
            share = word.weight / whole
            for number, value in self._found(word, by_name).items():
                scores[number] += share * value
        telling = [word for word in wanted if not word.is_stop]
        if len(telling) > 1:
            together: dict[int, float] = {}
            for table in ("names", "texts"):
                every = [" OR ".join(part for _, part in word.asked(table)) for word in telling]
                if all(every):
                    self._look(table, " AND ".join(f"({part})" for part in every), TOGETHER, together)
            for number, value in together.items():
                scores[number] += value
        return scores

    def _found(self, word: Wanted, by_name: set[int]) -> dict[int, float]:
        """By the number of a thing, how well it answers one word; when many do, only the best are looked at."""
        found: dict[int, float] = {}
        for table in ("names", "texts"):
            for like, expression in word.asked(table):
                self._look(table, expression, like, found)
                if len(found) >= MOST_ROWS:
                    break
            if table == "names":
                by_name.update(found)
        return found

    def _look(self, table: str, expression: str, like: float, found: dict[int, float]) -> None:
        """Add what rows match: each thing with the likeness times what it counts that the word stands there."""
        size, named, cited_by = len(self._things), self._named, self._cited_by
        rows = self._connection.execute(
            f"select rowid from {table} where {table} match ? limit {MOST_ROWS}",  # noqa: S608  # our own names
            (expression,),
        )
        for (row,) in rows.fetchall():
            field, number = divmod(row, size)
            value = like * WEIGHTS[field]
            if value > found.get(number, 0.0):
                found[number] = value
                if field == CLAIM:
                    value *= CITED
                    for entry in cited_by[number - named]:
                        if value > found.get(entry, 0.0):
                            found[entry] = value

    # --- what they are called -------------------------------------------------------------------------------------

    def _ranked(self, number: int, score: float, likes: Likes | None) -> tuple[float, int, str]:
        """An entry or a term, its score raised if one of its names is what was asked for, and that name."""
        value, name = (0.0, "") if likes is None else self._best_name(number, likes)
        score += NAME_SHARE * value
        entries = len(self._things.entries)
        score = score - RANK_SHARE * number / entries if number < entries else TERM_SHARE * score
        return score, number, name

    def _best_name(self, number: int, likes: Likes) -> tuple[float, str]:
        """How well the best of a thing's names answers, and that name."""
        names = self._names_of(number)
        return max(((weight * likes.fit(words), name) for weight, name, words in names), key=_value)

    def _names_of(self, number: int) -> tuple[Name, ...]:
        """All names of an entry or a term, the most important first."""
        if number not in self._names:
            named = ((WEIGHTS[field], name, words_of(name, indexed=True)) for field, name in self._things.names(number))
            self._names[number] = tuple(row for row in named if row[2])
        return self._names[number]

    def _hit(self, score: float, number: int, name: str, marks: Marks) -> Hit:
        """What is shown of an answer. A statement opens the most important entry that cites it."""
        entries, terms, claims, _ = self._things
        if number < len(entries):
            return entry_hit(entries[number], self._claims, name, marks, score)
        if number < self._named:
            return term_hit(terms[number - len(entries)], name, marks, score)
        number -= self._named
        return claim_hit(claims[number], entries[self._cited_by[number][0]], marks, score)


def _value(pair: tuple[float, str]) -> float:
    return pair[0]
