"""Reading a text file that people wrote: never outside its folder, never too large, always UTF-8."""

from contextlib import suppress
from pathlib import Path

from dimples_gui.atlas.model import Problem, Where
from dimples_gui.paths import is_there, is_within

MOST_BYTES = 5_000_000  # of one file; the largest of ours has a hundredth


def shown(file: Path) -> str:
    """A file's path as a person would type it: relative to the current folder where it lies below it."""
    with suppress(ValueError, OSError):  # it lies elsewhere; or the current folder is gone
        file = file.relative_to(Path.cwd())
    return printable(str(file))


def printable(name: str) -> str:
    """A file's name with ? for what is no letter in any encoding."""
    return name.encode("utf-8", "replace").decode()


def read_text(file: Path, folder: Path) -> str | Problem:
    """The text of a file in `folder`, or why it can't be had."""
    data = read_bytes(file, folder)
    if isinstance(data, Problem):
        return data
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(Where(shown(file), line), "this line is not UTF-8: save the file in that encoding")


def read_bytes(file: Path, folder: Path) -> bytes | Problem:
    """The bytes of a file in `folder`, or why they can't be had."""
    try:
        return _bytes_of(file, folder)
    except _RefusedError as refused:
        return Problem(Where(shown(file)), str(refused))
    except OSError as error:
        return Problem(Where(shown(file)), f"this file can't be read ({error.strerror}): look at its permissions")


class _RefusedError(Exception):
    """A file that is not read."""


def _bytes_of(file: Path, folder: Path) -> bytes:
    """The bytes of a file. Raises _RefusedError and OSError."""
    if not is_there(file):
        raise _RefusedError("this file is missing: write it, or bring it back")
    if not is_within(file, folder):
        raise _RefusedError(f"this leads out of {shown(folder)}: put a file in its place")
    if not file.is_file():
        raise _RefusedError("this is not a file: put a file in its place")
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _RefusedError(f"this file is larger than {MOST_BYTES // 1_000_000} MB: divide it")
    return data
