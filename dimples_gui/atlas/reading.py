"""Reading a text file that people wrote: never outside its folder, never too large, always UTF-8."""

import os
from codecs import BOM_UTF8
from contextlib import suppress
from pathlib import Path

from dimples_gui.atlas.model import Problem, Where
from dimples_gui.paths import is_there, is_within

_TO_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_AT_ONCE = 65_536  # bytes: more than nearly every file has
MOST_BYTES = 5_000_000  # of one file; the largest of ours has a hundredth


def shown(file: Path | str) -> str:
    """A file's path as a person would type it: relative to the current folder where it lies below it."""
    file = Path(file)
    with suppress(ValueError, OSError):  # it lies elsewhere; or the current folder is gone
        file = file.relative_to(Path.cwd())
    return printable(str(file))


def printable(name: str) -> str:
    """A file's name with ? for what is no letter in any encoding."""
    return name.encode("utf-8", "replace").decode()


class Reader:
    """Reads the files of one folder, as it is for as long as the reader lives."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, dict[str, bool]] = {}

    def names(self, folder: str) -> dict[str, bool]:
        """The names of all that is in a folder, and whether each is a file that needs no further look."""
        if folder not in self._names:
            try:
                is_ours = is_within(Path(folder), self._folder)
                with os.scandir(folder) as entries:
                    listed = {entry.name: is_ours and entry.is_file(follow_symlinks=False) for entry in entries}
            except (OSError, ValueError):
                listed = {}
            self._names[folder] = listed
        return self._names[folder]

    def text(self, file: str) -> str | Problem:
        """The text of a file, or why it can't be had."""
        data = self.data(file)
        if isinstance(data, Problem):
            return data
        try:
            return data.removeprefix(BOM_UTF8).decode()
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            return Problem(Where(shown(file), line), "this line is not UTF-8: save the file in that encoding")

    def data(self, file: str) -> bytes | Problem:
        """The bytes of a file, or why they can't be had."""
        try:
            folder, _, name = file.rpartition("/")
            if not self.names(folder).get(name):
                self._look_at(Path(file))
            return _bytes_of(file)
        except _RefusedError as refused:
            return Problem(Where(shown(file)), str(refused))
        except OSError as error:
            return Problem(Where(shown(file)), f"this file can't be read ({error.strerror}): look at its permissions")

    def _look_at(self, file: Path) -> None:
        """Raise _RefusedError unless this is a file, and one within the folder."""
        if not is_there(file):
            raise _RefusedError("this file is missing: write it, or bring it back")
        if not is_within(file, self._folder):
            raise _RefusedError(f"this leads out of {shown(self._folder)}: put a file in its place")
        if not file.is_file():
            raise _RefusedError("this is not a file: put a file in its place")


def read_text(file: Path, folder: Path) -> str | Problem:
    """The text of a file in `folder`, or why it can't be had."""
    return Reader(folder).text(file.as_posix())


def read_bytes(file: Path, folder: Path) -> bytes | Problem:
    """The bytes of a file in `folder`, or why they can't be had."""
    return Reader(folder).data(file.as_posix())


class _RefusedError(Exception):
    """A file that is not read."""


def _bytes_of(file: str) -> bytes:
    """The bytes of a file. Raises _RefusedError and OSError. Of all ways to read ten thousand this is the quickest."""
    opened = os.open(file, _TO_READ)
    try:
        data = os.read(opened, _AT_ONCE)
        if len(data) < _AT_ONCE:
            return data
        while len(data) <= MOST_BYTES and (part := os.read(opened, _AT_ONCE)):
            data += part
    finally:
        os.close(opened)
    if len(data) > MOST_BYTES:
        raise _RefusedError(f"this file is larger than {MOST_BYTES // 1_000_000} MB: shorten or divide it")
    return data
