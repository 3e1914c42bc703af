"""A damaged database is set aside; a disk that is full or can't be written is told in words, and nothing is lost."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from dimples_gui.errors import KeepError
from dimples_gui.keep.opening import _make_tables
from dimples_gui.keep.store import Keep
from dimples_gui.keep.words import failure


@pytest.fixture
def filled(folder: Path) -> Path:
    """The file of a keep in which something was kept."""
    keep = Keep(folder)
    for number in range(200):
        keep.write_note(f"entry-{number}", f"note {number} " * 50)
    keep.close()
    return folder / "keep.db"


def today() -> str:
    return datetime.now().astimezone().date().isoformat()


@pytest.mark.parametrize("damage", ["no database", "torn", "overwritten", "another's", "no table", "no column"])
def test_a_damaged_database_is_set_aside_and_a_new_one_begun(filled: Path, damage: str) -> None:
    data = filled.read_bytes()
    noise = random.Random(7).randbytes
    if damage == "no database":
        filled.write_bytes(noise(5000))
    elif damage == "torn":
        filled.write_bytes(data[: len(data) // 2])
    elif damage == "overwritten":
        filled.write_bytes(data[:5000] + noise(20_000) + data[25_000:])
    else:
        order = {
            "another's": "PRAGMA user_version = 0",
            "no table": "DROP TABLE note",
            "no column": "ALTER TABLE note DROP COLUMN changed",
        }
        line = sqlite3.connect(filled)
        line.execute(order[damage])
        line.commit()
        line.close()
    broken = filled.read_bytes()
    keep = Keep(filled.parent)
    assert keep.note("entry-1") == ""
    assert keep.set_aside == filled.with_name(f"keep-damaged-{today()}.db")
    assert keep.set_aside.read_bytes() == broken
    keep.write_note("psis", "new")
    keep.close()
    assert Keep(filled.parent).note("psis") == "new"


def test_what_was_set_aside_before_stays(filled: Path) -> None:
    for number, name in enumerate(("", "-2", "-3")):
        filled.write_bytes(f"nonsense {number} ".encode() * 500)
        keep = Keep(filled.parent)
        keep.note("psis")
        keep.close()
        assert keep.set_aside == filled.with_name(f"keep-damaged-{today()}{name}.db")
    asides = sorted(file.read_bytes()[:10] for file in filled.parent.glob("keep-damaged-*.db"))
    assert asides == [b"nonsense 0", b"nonsense 1", b"nonsense 2"]


def test_what_a_newer_version_wrote_is_left_alone(filled: Path) -> None:
    line = sqlite3.connect(filled)
    line.execute("PRAGMA user_version = 9")
    line.close()
    keep = Keep(filled.parent)
    with pytest.raises(KeepError, match="newer version"):
        keep.note("entry-1")
    assert [file.name for file in filled.parent.iterdir() if "damaged" in file.name] == []


def test_an_empty_file_is_a_new_database(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "keep.db").touch()
    keep = Keep(folder)
    keep.write_note("psis", "one")
    assert keep.note("psis") == "one"
    assert keep.set_aside is None
    keep.close()


def test_damage_while_it_is_open_is_told(filled: Path) -> None:
    keep = Keep(filled.parent)
    assert keep.note("entry-1")
    with filled.open("r+b") as file:
        file.seek(4096)
        file.write(random.Random(7).randbytes(filled.stat().st_size - 4096))
    assert keep._line
    keep._line.execute("PRAGMA shrink_memory")  # or it would answer from what it remembers
    with pytest.raises(KeepError, match="the next start sets it aside"):
        keep.kept()
    keep.close()


def test_where_no_folder_can_be_made_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    keep = Keep(tmp_path / "file" / "dimples")
    assert keep.note("psis") == ""
    with pytest.raises(KeepError, match="Not a directory"):
        keep.write_note("psis", "one")


def test_a_folder_in_its_place_is_told(folder: Path) -> None:
    (folder / "keep.db").mkdir(parents=True)
    with pytest.raises(KeepError, match="can't be opened or made"):
        Keep(folder).write_note("psis", "one")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders")
def test_in_a_folder_that_cannot_be_written_notes_are_read_and_told_not_to_be_kept(unprivileged: Path) -> None:
    keep = Keep(unprivileged)
    keep.write_note("psis", "before")
    keep.close()
    unprivileged.chmod(0o555)
    keep = Keep(unprivileged)
    assert keep.note("psis") == "before"
    with pytest.raises(KeepError, match="it can't be written"):
        keep.write_note("psis", "after")
    assert keep.note("psis") == "before"
    keep.close()
    unprivileged.chmod(0o755)
    keep.write_note("psis", "after")
    assert keep.note("psis") == "after"
    keep.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # the child does nothing that threads could hurt
def test_what_a_killed_window_wrote_last_is_read_or_told_to_be_out_of_reach(unprivileged: Path) -> None:
    """Its words lie beside the database until that is opened for writing: old ones would be worse than none."""
    keep = Keep(unprivileged)
    keep.write_note("psis", "old")
    keep.close()
    child = os.fork()
    if not child:
        Keep(unprivileged).write_note("psis", "new")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (unprivileged / "keep.db-wal").stat().st_size
    (unprivileged / "keep.db-shm").unlink()
    unprivileged.chmod(0o555)
    keep = Keep(unprivileged)
    with pytest.raises(KeepError, match="can't be"):
        keep.note("psis")
    unprivileged.chmod(0o755)
    assert keep.note("psis") == "new"
    keep.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders")
def test_a_damaged_database_that_cannot_be_renamed_is_told(unprivileged: Path) -> None:
    (unprivileged / "keep.db").write_bytes(b"nonsense" * 1000)
    unprivileged.chmod(0o555)
    with pytest.raises(KeepError, match="Permission denied"):
        Keep(unprivileged).note("psis")


FULL = """
import resource, sys
from pathlib import Path
from dimples_gui.errors import KeepError
from dimples_gui.keep.opening import _make_tables
from dimples_gui.keep.store import Keep

keep = Keep(Path(sys.argv[1]))
keep.write_note("psis", "before")
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    keep.write_note("psis", "x" * 400_000)
except KeepError as error:
    print(error)
print(keep.note("psis"))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
keep.write_note("psis", "after")
print(keep.note("psis"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
def test_a_full_disk_is_told_and_what_was_kept_stays(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL, folder], capture_output=True, text=True, check=True)
    told, before, after = done.stdout.splitlines()
    assert told.startswith(str(folder / "keep.db"))
    assert "disk" in told
    assert (before, after) == ("before", "after")
    keep = Keep(folder)
    assert keep.note("psis") == "after"
    keep.close()


def test_a_start_while_another_window_has_it_to_itself_is_told(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dimples_gui.keep.opening.WAIT_S", 0.05)
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    keep = Keep(filled.parent)
    with pytest.raises(KeepError, match="another window"):
        keep.note("entry-1")
    other.execute("COMMIT")
    other.close()
    assert keep.note("entry-1")
    keep.close()


def test_who_comes_second_leaves_the_tables_as_they_are(filled: Path) -> None:
    line = sqlite3.connect(filled, isolation_level=None)
    _make_tables(line)
    assert line.execute("SELECT count(*) FROM note").fetchone() == (200,)
    line.close()


def test_what_nobody_foresaw_is_told_in_its_own_words() -> None:
    assert failure(None, sqlite3.ProgrammingError("too many things")) == "too many things."
    assert failure(Path("keep.db"), OSError("gone")) == "keep.db: gone."
