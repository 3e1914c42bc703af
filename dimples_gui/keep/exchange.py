"""What is kept as a JSON file, to be taken elsewhere and back: one bookmark or note a line."""

import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dimples_gui.errors import KeepError
from dimples_gui.keep.values import SCHEME, Bookmark, Kept, Note, told

FORMAT, VERSION = "dimples keep", 1
MOST_BYTES = 50_000_000  # somebody chose the wrong file
MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},]')


class _Fault(Exception):  # noqa: N818  # it becomes a KeepError with a line
    """What is wrong with one item."""


def to_json(kept: Kept) -> str:
    """The text of a file."""
    groups = [
        f'"{name}": [\n{_lines(rows)}\n]' if rows else f'"{name}": []'
        for name, rows in (("bookmarks", kept.bookmarks), ("notes", kept.notes))
    ]
    body = ",\n".join((f'"format": "{FORMAT}"', f'"version": {VERSION}', *groups))
    return f"{{\n{body}\n}}\n"


def _lines(rows: tuple[Bookmark, ...] | tuple[Note, ...]) -> str:
    return ",\n".join(json.dumps(row._asdict(), ensure_ascii=False) for row in rows)


def write_file(file: Path, kept: Kept) -> None:
    """Write it at one stroke: a file that is there is replaced by a whole one or stays. Raises KeepError."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        try:
            fresh.write_text(to_json(kept), encoding="utf-8")
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise KeepError(f"{file} can't be written: {error.strerror}.") from error


def read_file(file: Path) -> Kept:
    """What a file holds. Raises KeepError, with the line, for one that is not as it should be."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise KeepError(f"{file} is too large to hold bookmarks and notes.")
        data = file.read_bytes()
    except OSError as error:
        raise KeepError(f"{file} can't be read: {error.strerror}.") from error
    return from_json(data, file.name)


def from_json(data: bytes, name: str) -> Kept:
    """What the bytes of a file of this name hold."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise KeepError(f"{name}, line {line}: this is not text in UTF-8.") from error
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise KeepError(f"{name}, line {error.lineno}: {error.msg}; this is not JSON.") from error
    except (RecursionError, ValueError) as error:  # nested too deep; a number too long
        raise KeepError(f"{name}, line 1: this is no file of bookmarks and notes.") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise KeepError(f"{name}, line 1: this is no file of bookmarks and notes.")
    if found.get("version") != VERSION:
        raise KeepError(f"{name}, line 1: it was written by another version of this program.")
    bookmarks = _items(name, text, found, "bookmarks", _bookmark)
    notes = _items(name, text, found, "notes", _note)
    return Kept(tuple(bookmarks), tuple(notes))


def _items(name: str, text: str, found: dict[str, Any], group: str, made: Callable[[Any], Any]) -> Iterator[Any]:
    rows = found.get(group, [])
    if not isinstance(rows, list):
        raise KeepError(f"{name}, line 1: {group} is no list.")
    for index, row in enumerate(rows):
        try:
            yield made(row)
        except _Fault as fault:
            raise KeepError(f"{name}, line {_line_of(text, group, index)}: {fault}") from fault


def _bookmark(row: Any) -> Bookmark:
    link = _text(row, "link")
    if not link.startswith(SCHEME):
        raise _Fault(f"“{link}” is no link of this program.")
    return Bookmark(link, _text(row, "title"), _moment(row, "made"))


def _note(row: Any) -> Note:
    return Note(_text(row, "entry"), _text(row, "text"), _moment(row, "changed"))


def _text(row: Any, key: str) -> str:
    value = row.get(key) if isinstance(row, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise _Fault(f"“{key}” is missing, or is no text.")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _Fault(f"“{key}” holds half of a sign.") from error
    return value


def _moment(row: Any, key: str) -> str:
    value = _text(row, key)
    try:
        moment = datetime.fromisoformat(value)
        return told(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError) as error:
        raise _Fault(f"“{key}” is no time: “{value}”.") from error


def _line_of(text: str, group: str, index: int) -> int:
    """In which line the nth item of a list begins, or, if it is no text, list or object, ends."""
    depth = commas = 0
    key, inside, starts = "", False, list[int]()
    for found in MARK.finditer(text):
        mark = found[0]
        if inside and depth == 2 and commas == len(starts):
            starts.append(found.start())
        if mark in "[{":
            depth += 1
            inside = inside or (depth == 2 and mark == "[" and key == group)
        elif mark in "]}":
            depth -= 1
        elif mark == ",":
            commas += inside and depth == 2
        elif depth == 1:
            key = str(json.loads(mark))
    return text.count("\n", 0, starts[index]) + 1
