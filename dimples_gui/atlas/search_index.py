"""The index of a search: which words stand in which names and texts, in SQLite; made, kept in a file, read again."""

import sqlite3
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from dimples_gui.atlas.decide import Signpost, decide_of
from dimples_gui.atlas.model import Atlas, Claim, Entry, Near, Term
from dimples_gui.atlas.search_text import folded_rows
from dimples_gui.errors import ContentError

FORMAT = 3  # to be raised whenever what is indexed, or how words are folded, changes
TITLE, SYNONYM, LATIN, CLAIM, TEXT = range(5)  # where a word stands, the best first
LEAST_GRAMMED = 4  # letters of a word that typing errors are looked for in
_HEAD = b"dimples search %d %08x %08x\n"
# Rows carry no text, only which words are in them: the texts are in the atlas. ASCII signs part words, all else has
# been folded. One segment, made in memory, is the quickest.
_TABLE = "create virtual table {} using fts5(words, content='', columnsize=0, detail=none, tokenize='ascii')"
_SETTINGS = (("automerge", 0), ("hashsize", 1 << 28))
TABLES = NAMES, TEXTS = ("names", "texts")  # apart: names have to answer to a single letter
_PARTS = {NAMES: (TITLE, SYNONYM, LATIN), TEXTS: (CLAIM, TEXT)}


class Catalogue(NamedTuple):
    """What can be found, in the order of importance; a number counts through entries, terms and claims."""

    entries: tuple[Entry, ...]
    terms: tuple[Term, ...]
    claims: tuple[Claim, ...]  # those that an entry cites
    cited_by: dict[str, tuple[int, ...]]  # by claim: the entries, by number

    def __len__(self) -> int:
        """How many there are."""
        return len(self.entries) + len(self.terms) + len(self.claims)

    def names(self, number: int) -> Iterator[tuple[int, str]]:
        """All names of an entry or a term, each with where it stands."""
        if number >= len(self.entries):
            term = self.terms[number - len(self.entries)]
            yield TITLE, term.title
            yield from ((SYNONYM, form) for form in term.forms)
            return
        entry = self.entries[number]
        yield TITLE, entry.title
        yield TITLE, entry.short_title
        yield from ((SYNONYM, name) for name in entry.synonyms)
        yield LATIN, entry.latin
        yield from ((LATIN, " ".join(pair)) for pair in entry.ids)


def catalogue_of(atlas: Atlas) -> Catalogue:
    """Entries by rank, after them the panels that help to decide; terms by title, claims as the entries cite them."""
    ranked = sorted(atlas.entries.values(), key=attrgetter("rank"))
    entries = (*ranked, *map(_as_topic, decide_of(atlas.decide).signposts))
    cited_by: dict[str, tuple[int, ...]] = {}
    for number, entry in enumerate(entries):
        alone = (number,)
        for section in entry.sections:
            for claim in section.claims:
                known = cited_by.setdefault(claim, alone)
                if known is not alone and number not in known:
                    cited_by[claim] = (*known, number)
    claims = tuple(filter(None, map(atlas.claims.get, cited_by)))
    terms = tuple(sorted(atlas.glossary.values(), key=attrgetter("title")))
    return Catalogue(entries, terms, claims, cited_by)


def _as_topic(sign: Signpost) -> Entry:
    """A panel as if it were a topic of that name: it is found, shown and opened in the same way."""
    nothing = ((), (), (), None, None, Near(), ())  # identifiers, outlines, layers, ring, pin, near, related
    return Entry(sign.panel, "topic", sign.title, sign.title, sign.summary, "", sign.names, (), "", *nothing, 0)


def build(atlas: Atlas) -> sqlite3.Connection:
    """The index of an atlas, in memory. It may be handed from the thread that made it to another."""
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    catalogue = catalogue_of(atlas)
    found: dict[str, int] = {}
    for table, fields in _PARTS.items():
        connection.execute(_TABLE.format(table))
        for setting, value in _SETTINGS:
            connection.execute(f"insert into {table}({table}, rank) values (?, ?)", (setting, value))  # noqa: S608  # ours
        rows = list(_rows(catalogue, fields))
        texts = folded_rows([text for _, text in rows])
        connection.execute("begin")
        numbered = zip((number for number, _ in rows), texts, strict=True)
        connection.executemany(f"insert into {table}(rowid, words) values (?, ?)", numbered)  # noqa: S608  # ours
        connection.execute("commit")
        connection.execute(f"create virtual table temp.{table}_words using fts5vocab(main, {table}, row)")
        for word, count in connection.execute(f"select term, doc from {table}_words"):  # noqa: S608  # ours
            found[word] = found.get(word, 0) + count
        connection.execute(f"drop table temp.{table}_words")
    _keep_words(connection, found)
    return connection


def _rows(catalogue: Catalogue, fields: Iterable[int]) -> Iterator[tuple[int, str]]:
    """What stands in these fields: a row's number is field x number of things + number of the thing.

    So a search that reads rows in their order and stops early has seen the best.
    """
    entries, terms, claims, _ = catalogue
    named = len(entries)
    texts: dict[int, Iterable[Iterable[str]]] = {
        TITLE: chain(((e.title, e.short_title) for e in entries), ((t.title,) for t in terms)),
        SYNONYM: chain((e.synonyms for e in entries), (t.forms for t in terms)),
        LATIN: ((e.latin, *chain.from_iterable((*pair, "".join(pair)) for pair in e.ids)) for e in entries),
        CLAIM: ((claim.text, claim.popular) for claim in claims),
        TEXT: chain(map(_prose, entries), ((t.text,) for t in terms)),
    }
    for field in fields:
        first = field * len(catalogue) + (named + len(terms) if field == CLAIM else 0)
        for number, parts in enumerate(texts[field], first):
            if text := " . ".join(filter(None, parts)):
                yield number, text


def _prose(entry: Entry) -> Iterator[str]:
    """An entry's own words, without those of its claims."""
    yield entry.summary
    yield entry.answer
    for section in entry.sections:
        yield section.title
        yield section.text


def _keep_words(connection: sqlite3.Connection, found: dict[str, int]) -> None:
    """Keep all words in order, in how many rows each is, and for each pair of letters the words that have it."""
    words = sorted(found)
    grams: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        if len(word) >= LEAST_GRAMMED and word.isalpha():
            for gram in grams_of(word):
                grams[gram].append(number)
    connection.execute("create table kept (name text primary key, data blob) without rowid")
    counts = array("I", map(found.__getitem__, words))
    sums = array("Q", accumulate(counts, initial=0))
    rows = [("words", "\n".join(words).encode()), ("counts", counts.tobytes()), ("sums", sums.tobytes())]
    connection.executemany("insert into kept values (?, ?)", rows)
    connection.execute("create table grams (gram text primary key, words blob) without rowid")
    packed = ((gram, array("I", numbers).tobytes()) for gram, numbers in grams.items())
    connection.executemany("insert into grams values (?, ?)", packed)


def grams_of(word: str) -> set[str]:
    """Each two letters that stand together; a space before the first and after the last."""
    return {*map("".join, zip(f" {word}", f"{word} ", strict=True))}


# --- in a file ----------------------------------------------------------------------------------------------------


def build_index(atlas: Atlas, path: Path) -> None:
    """Write the index of an atlas to a file."""
    with build(atlas) as connection:
        data = connection.serialize()
    connection.close()
    path.write_bytes(_HEAD % (FORMAT, stamp_of(atlas), zlib.crc32(data)) + data)


def read_index(atlas: Atlas, path: Path) -> sqlite3.Connection:
    """The index in a file. Raises ContentError where it can't be read, is damaged, or is of another atlas."""
    try:
        head, _, data = path.read_bytes().partition(b"\n")
    except (OSError, ValueError) as error:
        raise ContentError(f"There is no index of a search at {path}.") from error
    if head + b"\n" != _HEAD % (FORMAT, stamp_of(atlas), zlib.crc32(data)):
        raise ContentError(f"The index of a search at {path} is damaged, or of other content.")
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.deserialize(data)
    return connection


def stamp_of(atlas: Atlas) -> int:
    """A number that is another one, all but surely, when anything that is indexed is.

    It counts names and statements in full, of an entry's prose the lengths only: the whole would take most of the time
    that opening an index may.
    """
    parts: list[str] = []
    prose: list[str] = []
    for entry in atlas.entries.values():
        parts += entry[:4]  # id, kind, titles
        prose += entry[4:6]  # summary, answer
        parts += entry.synonyms
        parts.append(entry.latin)
        for section in entry.sections:
            prose += section[:2]
            parts += section.claims
        for pair in entry.ids:
            parts += pair
    for claim in atlas.claims.values():
        parts += claim[:2]  # id, text
        prose.append(claim.popular)
    for term in atlas.glossary.values():
        parts += term[:3]  # id, title, text
        parts += term.forms
    parts.append(atlas.decide)
    numbers = array("q", [entry.rank for entry in atlas.entries.values()])
    numbers.extend(map(len, prose))
    return zlib.crc32("\x00".join(parts).encode("utf-8", "surrogatepass"), zlib.crc32(numbers))
