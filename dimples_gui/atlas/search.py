"""Finds entries, statements and words of the glossary by what a person types, in whichever language that may be."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search_hits import GLOSSARY, STATEMENT, Hit, Marks, claim_hit, entry_hit, group_of, term_hit
from dimples_gui.atlas.search_index import (
    CLAIM,
    LATIN,
    NAMES,
    SYNONYM,
    TABLES,
    TEXT,
    TITLE,
    build,
    catalogue_of,
    read_index,
)
from dimples_gui.atlas.search_text import words_of
from dimples_gui.atlas.search_words import Likes, Vocabulary, Wanted, bulk

INDEX_SUFFIX = ".search"  # of the file that is shipped, after the language
WEIGHTS = {TITLE: 1.0, SYNONYM: 0.92, LATIN: 0.88, CLAIM: 0.5, TEXT: 0.35}  # of a word, by where it stands
CITED = 0.8  # of that of a statement, for the entries that cite it
NAME_SHARE = 0.8  # how much it counts that one name has all the words, beside that the entry has them somewhere
TERM_SHARE = 0.85  # an entry comes before a word of the glossary that is called the same
RANK_SHARE = 0.03  # most that the order of importance changes
TOGETHER = 0.15  # for a row that has all the words
MOST_ROWS = 150  # looked at for one word and likeness, the best first
MOST_MET = 100  # words of earlier queries whose rows are kept
MOST_LOOKED_AT = 18  # names are compared for
MOST_STATEMENTS = 6
MOST_OF_GROUP = 6  # shown; the groups below are to be in reach
LEAST_SHARE = 0.35  # of the best answer's score, for an answer to be worth showing
LEAST_SCORE = 0.27  # that of a single word in a text; what answers less is not shown at all
LEAST_SAID = 0.6  # of the query, that a statement must answer

Name = tuple[float, str, list[str], float]  # how much it counts, as it is written, its words, their bulk


class Called(NamedTuple):
    """What a thing is called."""

    names: tuple[Name, ...]  # the most important first
    words: frozenset[str]  # of all of them


class Met(NamedTuple):
    """What answers to one word of a query."""

    values: dict[int, float]  # by the number of a thing, how well it does
    by_name: frozenset[int]  # those that do by a name
    rows: dict[
        str, frozenset[int] | None
    ]  # by table: its rows with the word, or None if there may be more than are known


class Index:
    """The index of one atlas. May be used in one thread at a time."""

    def __init__(self, atlas: Atlas, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._things = catalogue_of(atlas)
        self._vocabulary = Vocabulary(connection)
        self._named = len(self._things.entries) + len(self._things.terms)  # claims are numbered from here on
        self._claims = atlas.claims
        self._called: dict[int, Called] = {}
        self._met: dict[tuple[object, ...], Met] = {}

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
            group = self._group(row[1])
            shown[group] += 1
            if shown[group] <= MOST_OF_GROUP and len(hits) < limit:
                hits.append(self._hit(*row, marks))
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
        likely = takewhile(lambda number: scores[number] > LEAST_SAID * WEIGHTS[CLAIM], order)
        said = (number for number in likely if number >= self._named)
        ranked += ((scores[number], number, "") for number in islice(said, MOST_STATEMENTS))
        return sorted(ranked, reverse=True)

    # --- which rows have the words --------------------------------------------------------------------------------

    def _scores(self, wanted: Sequence[Wanted], by_name: set[int]) -> dict[int, float]:
        """By the number of a thing, what share of the query it answers; those that do by a name go into `by_name`."""
        scores: defaultdict[int, float] = defaultdict(float)
        whole = sum(word.weight for word in wanted)
        met = [self._met_by(word) for word in wanted]
        for word, one in zip(wanted, met, strict=True):
            share = word.weight / whole
            by_name |= one.by_name
            for number, value in one.values.items():
                scores[number] += share * value
        telling = [(word, one) for word, one in zip(wanted, met, strict=True) if not word.is_stop]
        if len(telling) > 1:
            together: dict[int, float] = {}
            for table in TABLES:
                self._value(self._rows_with_all(table, telling), TOGETHER, together)
            for number, value in together.items():
                scores[number] += value
        return scores

    def _met_by(self, word: Wanted) -> Met:
        """What answers to a word. While a query is typed, this stays the same for all but its last."""
        key = (word.word, word.prefix, word.is_stop, *word.words.items())
        if key not in self._met:
            if len(self._met) >= MOST_MET:
                self._met.clear()
            self._met[key] = self._found(word)
        return self._met[key]

    def _found(self, word: Wanted) -> Met:
        """What answers to a word; when much does, only the best is looked at."""
        values: dict[int, float] = {}
        by_name: frozenset[int] = frozenset()
        all_rows: dict[str, frozenset[int] | None] = {}
        for table in TABLES:
            rows, is_whole = set[int](), True
            for at, (like, expression) in enumerate(word.asked(table)):
                if at and len(values) >= MOST_ROWS:
                    is_whole = False
                    break
                some = self._rows(table, expression)
                self._value(some, like, values)
                rows.update(some)
                is_whole = is_whole and len(some) < MOST_ROWS
            all_rows[table] = frozenset(rows) if is_whole else None
            if table == NAMES:
                by_name = frozenset(values)
        return Met(values, by_name, all_rows)

    def _rows(self, table: str, expression: str) -> list[int]:
        """The first rows of a table that match."""
        rows = self._connection.execute(
            f"select rowid from {table} where {table} match ? limit {MOST_ROWS}",  # noqa: S608  # our own names
            (expression,),
        )
        return [row for (row,) in rows.fetchall()]

    def _rows_with_all(self, table: str, telling: Sequence[tuple[Wanted, Met]]) -> list[int]:
        """The first rows of a table that have all the words. Often that is known from those that have one."""
        known = [rows for _, met in telling if (rows := met.rows[table]) is not None]
        common = frozenset.intersection(*known) if known else None
        if common is not None and (not common or len(known) == len(telling)):
            return sorted(common)[:MOST_ROWS]
        every = (" OR ".join(part for _, part in word.asked(table)) for word, _ in telling)
        return self._rows(table, " AND ".join(f"({part})" for part in every))

    def _value(self, rows: Sequence[int], like: float, values: dict[int, float]) -> None:
        """Each thing with the likeness times what it counts that a word stands in that row of it; the best counts."""
        size, named, claims, cited_by = len(self._things), self._named, self._things.claims, self._things.cited_by
        for row in rows:
            field, number = divmod(row, size)
            value = like * WEIGHTS[field]
            if value > values.get(number, 0.0):
                values[number] = value
                if field == CLAIM:
                    value *= CITED
                    for entry in cited_by[claims[number - named].id]:
                        if value > values.get(entry, 0.0):
                            values[entry] = value

    # --- what they are called -------------------------------------------------------------------------------------

    def _ranked(self, number: int, score: float, likes: Likes | None) -> tuple[float, int, str]:
        """An entry or a term, its score raised if one of its names is what was asked for, and that name."""
        value, name = (0.0, "") if likes is None else self._best_name(self._called_by(number), likes)
        score += NAME_SHARE * value
        entries = len(self._things.entries)
        score = score - RANK_SHARE * number / entries if number < entries else TERM_SHARE * score
        return score, number, name

    def _best_name(self, called: Called, likes: Likes) -> tuple[float, str]:
        """How well the best of a thing's names answers, and that name."""
        best = (0.0, called.names[0][1])
        asked_for = {word for word in called.words if likes[word]}
        for weight, name, words, whole in called.names:
            if not asked_for.isdisjoint(words):
                value = weight * likes.fit(words, whole)
                if value > best[0]:
                    best = (value, name)
        return best

    def _called_by(self, number: int) -> Called:
        """All names of an entry or a term."""
        if number not in self._called:
            named = ((field, name, words_of(name, indexed=True)) for field, name in self._things.names(number))
            names = tuple((WEIGHTS[field], name, words, bulk(words)) for field, name, words in named if words)
            self._called[number] = Called(names, frozenset(word for _, _, words, _ in names for word in words))
        return self._called[number]

    # --- what is shown of them ------------------------------------------------------------------------------------

    def _group(self, number: int) -> str:
        """The group of an answer."""
        entries = self._things.entries
        if number < len(entries):
            return group_of(entries[number])
        return GLOSSARY if number < self._named else STATEMENT

    def _hit(self, score: float, number: int, name: str, marks: Marks) -> Hit:
        """What is shown of an answer. A statement opens the most important entry that cites it."""
        entries, terms, claims, cited_by = self._things
        if number < len(entries):
            return entry_hit(entries[number], self._claims, name, marks, score)
        if number < self._named:
            return term_hit(terms[number - len(entries)], name, marks, score)
        claim = claims[number - self._named]
        return claim_hit(claim, entries[cited_by[claim.id][0]], marks, score)
