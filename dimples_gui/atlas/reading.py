"""Reading a text file that people wrote: never outside its folder, never too large, always UTF-8."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from dimples_gui.atlas.model import Problem, Where
from dimples_gui.paths import is_within

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
        self._inside: set[str] = set()  # folders known to be within

    def text(self, file: str) -> str | Problem:
        """The text of a file, or why it can't be had."""
        data = self.data(file)
        if isinstance(data, Problem):
            return data
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            return Problem(Where(shown(file), line), "this line is not UTF-8: save the file in that encoding")

    def data(self, file: str) -> bytes | Problem:
        """The bytes of a file, or why they can't be had."""
        try:
            self._look_at(file)
            return _bytes_of(file)
        except _RefusedError as refused:
            return Problem(Where(shown(file)), str(refused))
        except OSError as error:
            return Problem(Where(shown(file)), f"this file can't be read ({error.strerror}): look at its permissions")

    def _look_at(self, file: str) -> None:
        """Raise _RefusedError unless this is a file, and one within the folder."""
        try:
            mode = os.lstat(file).st_mode
        except (OSError, ValueError):
            raise _RefusedError("this file is missing: write it, or bring it back") from None
        if stat.S_ISLNK(mode) or os.path.dirname(file) not in self._inside:  # noqa: PTH120  # ten times as quick
            if not is_within(Path(file), self._folder):
                raise _RefusedError(f"this leads out of {shown(self._folder)}: put a file in its place")
            if not stat.S_ISLNK(mode):
                self._inside.add(os.path.dirname(file))  # noqa: PTH120
            mode = os.stat(file).st_mode  # noqa: PTH116
        if not stat.S_ISREG(mode):
            raise _RefusedError("this is not a file: put a file in its place")


def read_text(file: Path, folder: Path) -> str | Problem:
    """The text of a file in `folder`, or why it can't be had."""
    return Reader(folder).text(str(file))


def read_bytes(file: Path, folder: Path) -> bytes | Problem:
    """The bytes of a file in `folder`, or why they can't be had."""
    return Reader(folder).data(str(file))


class _RefusedError(Exception):
    """A file that is not read."""


def _bytes_of(file: str) -> bytes:
    """The bytes of a file. Raises _RefusedError and OSError."""
    with open(file, "rb", 0) as stream:  # noqa: PTH123  # without a buffer, as it is read at one go
        data = stream.read(MOST_BYTES + 1) or b""
    if len(data) > MOST_BYTES:
        raise _RefusedError(f"this file is larger than {MOST_BYTES // 1_000_000} MB: divide it")
    return data
