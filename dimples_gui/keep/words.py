"""What a database that fails means for the reader, in words."""

import sqlite3
from pathlib import Path

DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
FORBIDDEN = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
REASONS = {
    "SQLITE_FULL": "the disk is full, or has no room left for you",
    "SQLITE_IOERR": "the disk could not be read or written",
    "SQLITE_READONLY": "it can't be written",
    "SQLITE_CANTOPEN": "it can't be opened or made",
    "SQLITE_PERM": "it can't be opened or made",
    "SQLITE_BUSY": "another window is writing to it",
    "SQLITE_LOCKED": "another window is writing to it",
    "SQLITE_CORRUPT": "it is damaged; the next start sets it aside and begins a new one",
    "SQLITE_NOTADB": "it is damaged; the next start sets it aside and begins a new one",
}


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is broken, not the disk or what may be done with it."""
    return _name(error).startswith(DAMAGED)


def is_forbidden(error: sqlite3.Error) -> bool:
    """Whether the file, or those beside it, may not be written or made."""
    return _name(error).startswith(FORBIDDEN)


def failure(file: Path | None, error: Exception) -> str:
    """One sentence for a failure at a file (None: in memory), with the reason in words."""
    where = f"{file}: " if file else ""
    if not isinstance(error, sqlite3.Error):
        return f"{where}{getattr(error, 'strerror', None) or error}."
    name = _name(error)
    reason = next((words for key, words in REASONS.items() if name.startswith(key)), str(error))
    return f"{where}{reason}."


def _name(error: sqlite3.Error) -> str:
    """SQLite's own name of the failure; empty for what Python found wrong itself."""
    return str(getattr(error, "sqlite_errorname", "") or "")
