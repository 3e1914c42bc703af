"""What can be kept, as plain values: a bookmark, a note, and all of them together."""

from datetime import UTC, datetime
from typing import NamedTuple

SCHEME = "dimples:"  # how the link of a bookmark begins


class Bookmark(NamedTuple):
    """A place to come back to."""

    link: str  # a `dimples:` link
    title: str
    made: str  # as `now` tells it


class Note(NamedTuple):
    """What the reader wrote to an entry."""

    entry: str
    text: str
    changed: str  # as `now` tells it


class Kept(NamedTuple):
    """All that is kept: the bookmarks in the order in which they were made, the notes by the names of their entries."""

    bookmarks: tuple[Bookmark, ...] = ()
    notes: tuple[Note, ...] = ()


class Gained(NamedTuple):
    """What came in from a file: how many bookmarks, how many notes to entries without one, how many other notes."""

    bookmarks: int = 0
    notes: int = 0
    changed: int = 0


def now() -> str:
    """The present moment, in UTC; such times sort as texts."""
    return told(datetime.now(UTC))


def told(moment: datetime) -> str:
    """A moment as it is kept: ISO 8601 in UTC, to a thousandth of a second."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
