"""Opens the database of what is kept; one that is damaged is set aside, and a new one begun.

WAL with `synchronous=NORMAL`: what is written outlives the program however it ends, `kill -9` too, for it is with the
system then. When the machine itself loses its power the last seconds may be lost, never what was there before them.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from dimples_gui.errors import KeepError
from dimples_gui.keep.words import failure, is_damage, is_forbidden

VERSION = 1  # of the tables, as `PRAGMA user_version`
WAIT_S = 1.0  # for another window that is writing
BESIDE = ("", "-wal", "-shm")  # the files of a database
TABLES = (
    "CREATE TABLE bookmark (link TEXT PRIMARY KEY, title TEXT NOT NULL, made TEXT NOT NULL)",
    "CREATE TABLE note (entry TEXT PRIMARY KEY, text TEXT NOT NULL, changed TEXT NOT NULL)",
    f"PRAGMA user_version = {VERSION}",
)
READABLE = ("SELECT link, title, made FROM bookmark LIMIT 1", "SELECT entry, text, changed FROM note LIMIT 1")


class Opened(NamedTuple):
    """An open database, and where a damaged one was put if there was one."""

    line: sqlite3.Connection
    set_aside: Path | None = None


class DamagedError(Exception):
    """What is no database of ours, or not any more."""


def in_memory() -> Opened:
    """A database that is gone with the program; nothing of it is ever on disk."""
    line = _connect(":memory:")
    _prepare(line)
    return Opened(line)


def open_file(file: Path) -> Opened:
    """The database of a file, which is made if it is not there. Raises KeepError where that can't be done."""
    try:
        _make_private(file)
        return _open_or_set_aside(file)
    except (OSError, sqlite3.Error) as error:
        raise KeepError(failure(file, error)) from error


def _make_private(file: Path) -> None:
    """A file that only its owner may read; SQLite makes those beside it likewise. One that is there stays as it is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _open_or_set_aside(file: Path) -> Opened:
    try:
        return Opened(_open(file))
    except DamagedError:
        aside = _set_aside(file)
    _make_private(file)
    return Opened(_open(file), aside)


def _open(file: Path) -> sqlite3.Connection:
    """Raises DamagedError for a file that is to be set aside."""
    try:
        return _prepared(lambda: _connect(str(file)))
    except sqlite3.OperationalError as error:
        if not is_forbidden(error):
            raise
        wal = file.with_name(file.name + "-wal")
        if wal.exists() and wal.stat().st_size:  # without it what was written last would be missing
            raise
        return _prepared(lambda: _connect(f"{file.as_uri()}?immutable=1", uri=True))  # to be read, at least


def _prepared(connect: Callable[[], sqlite3.Connection]) -> sqlite3.Connection:
    line = connect()
    try:
        _prepare(line)
    except sqlite3.Error as error:
        line.close()
        if is_damage(error) or "no such" in str(error):  # tables or columns are missing
            raise DamagedError from error
        raise
    except (DamagedError, KeepError):
        line.close()
        raise
    return line


def _connect(where: str, *, uri: bool = False) -> sqlite3.Connection:
    line = sqlite3.connect(where, timeout=WAIT_S, isolation_level=None, uri=uri)
    line.execute("PRAGMA temp_store = MEMORY")
    return line


def _prepare(line: sqlite3.Connection) -> None:
    """Look whether all is sound, and make the tables in a new database."""
    if line.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedError
    with suppress(sqlite3.OperationalError):  # one that can only be read, or lies where no memory can be shared
        line.execute("PRAGMA journal_mode = WAL")
    line.execute("PRAGMA synchronous = NORMAL")
    if not _version(line):
        _make_tables(line)
    if _version(line) > VERSION:
        raise KeepError("What you kept was written by a newer version of this program: install that one to read it.")
    for query in READABLE:
        line.execute(query).fetchone()


def _version(line: sqlite3.Connection) -> int:
    return int(line.execute("PRAGMA user_version").fetchone()[0])


def _make_tables(line: sqlite3.Connection) -> None:
    """All at once, or, where the program is killed meanwhile, none."""
    line.execute("BEGIN IMMEDIATE")
    try:
        if not _version(line):  # another window may have been quicker
            if line.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise DamagedError
            for order in TABLES:
                line.execute(order)
        line.execute("COMMIT")
    finally:
        if line.in_transaction:
            line.rollback()


def _set_aside(file: Path) -> Path:
    """Give a damaged database another name, with the date in it; nobody's file is ever replaced."""
    aside = _free_name(file, datetime.now(UTC).astimezone().date().isoformat())
    for end in BESIDE:
        with suppress(FileNotFoundError):
            file.with_name(file.name + end).rename(aside.with_name(aside.name + end))
    return aside


def _free_name(file: Path, date: str) -> Path:
    number = 1
    while True:
        more = f"-{number}" if number > 1 else ""
        aside = file.with_name(f"{file.stem}-damaged-{date}{more}{file.suffix}")
        if not aside.exists():
            return aside
        number += 1
