"""The keep: bookmarks and notes in a database, which is opened when something is first kept, or there to be read."""

import sqlite3
from pathlib import Path

from dimples_gui.errors import KeepError
from dimples_gui.keep.merging import merged
from dimples_gui.keep.opening import in_memory, open_file
from dimples_gui.keep.values import Bookmark, Gained, Kept, Note, now
from dimples_gui.keep.words import failure

NAME = "keep.db"
Row = tuple[str, ...]


class Keep:
    """Every call raises KeepError, in words, where the disk fails; what was kept before is kept still."""

    def __init__(self, folder: Path | None) -> None:
        """The keep of a folder, which need not exist; None: for this visit only, and never on disk."""
        self.file = folder / NAME if folder else None
        self.set_aside: Path | None = None  # where a damaged database was put
        self._line: sqlite3.Connection | None = None

    @property
    def lasts(self) -> bool:
        """Whether what is kept outlives the visit."""
        return self.file is not None

    def note(self, entry: str) -> str:
        """What the reader wrote to an entry; empty for nothing."""
        rows = self._read("SELECT text FROM note WHERE entry = ?", entry)
        return rows[0][0] if rows else ""

    def write_note(self, entry: str, text: str) -> None:
        """Keep a note in place of the one before; an empty one is none. When this returns it can't be lost."""
        if not text.strip():
            self._write("DELETE FROM note WHERE entry = ?", entry)
        else:
            self._write("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", entry, _sound(text), now())

    def has_bookmark(self, link: str) -> bool:
        """Whether there is a bookmark of this link."""
        return bool(self._read("SELECT 1 FROM bookmark WHERE link = ?", link))

    def add_bookmark(self, link: str, title: str) -> None:
        """Keep a place; one that is kept already gets the title."""
        self._write(
            "INSERT INTO bookmark VALUES (?, ?, ?) ON CONFLICT (link) DO UPDATE SET title = excluded.title",
            link, _sound(title), now(),
        )  # fmt: skip

    def remove_bookmark(self, link: str) -> None:
        """Keep a place no longer."""
        self._write("DELETE FROM bookmark WHERE link = ?", link)

    def kept(self) -> Kept:
        """All of it."""
        bookmarks = self._read("SELECT link, title, made FROM bookmark ORDER BY made, rowid")
        notes = self._read("SELECT entry, text, changed FROM note ORDER BY entry")
        return Kept(tuple(Bookmark(*row) for row in bookmarks), tuple(Note(*row) for row in notes))

    def take_in(self, other: Kept) -> Gained:
        """Add what was kept elsewhere, all or none of it; of a note to the same entry no word is lost, see `merged`."""
        line = self._open()
        try:
            line.execute("BEGIN IMMEDIATE")
            gained = _add(line, other)
            line.execute("COMMIT")
        except sqlite3.Error as error:
            raise KeepError(failure(self.file, error)) from error
        finally:
            if line.in_transaction:
                line.rollback()
        return gained

    def close(self) -> None:
        """Nothing more is asked for."""
        if self._line:
            self._line.close()
            self._line = None

    def _read(self, query: str, *values: str) -> list[Row]:
        """Rows; none where nothing was ever kept: only to look makes no database."""
        if self._line is None and self.file is not None and not self.file.exists():
            return []
        return self._do(query, *values)

    def _write(self, order: str, *values: str) -> None:
        if self._line and self.file and not self.file.exists():
            self.close()  # somebody took the file away: what is written to one without a name would be lost
        self._do(order, *values)

    def _do(self, order: str, *values: str) -> list[Row]:
        line = self._open()
        try:
            return line.execute(order, values).fetchall()
        except sqlite3.Error as error:
            raise KeepError(failure(self.file, error)) from error

    def _open(self) -> sqlite3.Connection:
        if self._line is None:
            opened = open_file(self.file) if self.file else in_memory()
            self._line, self.set_aside = opened.line, opened.set_aside or self.set_aside
        return self._line


def _add(line: sqlite3.Connection, other: Kept) -> Gained:
    """Put what was kept elsewhere into an open transaction."""
    bookmarks = notes = changed = 0
    for bookmark in other.bookmarks:
        added = line.execute("INSERT OR IGNORE INTO bookmark VALUES (?, ?, ?)", bookmark)
        bookmarks += added.rowcount
    for note in other.notes:
        row = line.execute("SELECT entry, text, changed FROM note WHERE entry = ?", (note.entry,)).fetchone()
        result = merged(Note(*row), note) if row else note
        if row is None or result != Note(*row):
            line.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", result)
            notes, changed = (notes + 1, changed) if row is None else (notes, changed + 1)
    return Gained(bookmarks, notes, changed)


def _sound(text: str) -> str:
    """A text as UTF-8 can hold it: half of a pair that stands for one sign becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
