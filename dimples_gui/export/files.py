"""Files that the reader takes away: written at one stroke, so that a failure leaves what was there before."""

import errno
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from dimples_gui.errors import DimplesError

translate = QCoreApplication.translate
NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # on Windows, which forbids the most
LONGEST = 80  # letters of a name


class SaveError(DimplesError):
    """A file that could not be written."""


def file_name(title: str, suffix: str) -> str:
    """A name for a file from what is in it."""
    name = " ".join(NOT_IN_NAMES.sub(" ", title).split())[:LONGEST].strip(" .")
    return f"{name or 'Dimples'}.{suffix}"


def save(file: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a file beside this one, then put it in its place. Raises SaveError, and leaves nothing behind.

    Whatever `write` raises besides OSError is raised again.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".dimples-", suffix=file.suffix, dir=file.parent)
    except OSError as error:
        raise SaveError(_told(file, error)) from error
    os.close(handle)
    beside = Path(name)
    try:
        write(beside)
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        _set_usual_rights(beside)
        beside.replace(file)
    except OSError as error:
        raise SaveError(_told(file, error)) from error
    finally:
        beside.unlink(missing_ok=True)


def save_bytes(file: Path, data: bytes) -> None:
    """Write bytes."""
    save(file, lambda beside: _write_bytes(beside, data))


def save_text(file: Path, text: str) -> None:
    """Write a text in UTF-8."""
    save_bytes(file, text.encode())


def _write_bytes(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def _set_usual_rights(file: Path) -> None:
    """Those of any other new file: a temporary one is its maker's alone."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)


def _told(file: Path, error: OSError) -> str:
    """Why, in a sentence with what to do."""
    name = file.name
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        words = translate("Saving", "“{name}” was not saved: the disk is full. Make room, or choose another folder.")
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        words = translate(
            "Saving",
            "“{name}” was not saved: the file is open elsewhere, or this folder can’t be written to. "
            "Choose another name or folder.",
        )
    elif error.errno == errno.ENOENT:
        words = translate("Saving", "“{name}” was not saved: the folder is not there any more. Choose another one.")
    else:
        words = translate("Saving", "“{name}” was not saved ({reason}). Try another folder.")
    return words.format(name=name, reason=error.strerror or str(error))
