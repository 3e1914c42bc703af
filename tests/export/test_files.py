"""What is saved is there as a whole or not at all, and why not is told in a sentence."""

import os
import resource
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from dimples_gui.export.files import SaveError, file_name, save, save_text

LIMIT = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty one."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


@pytest.fixture
def full_disk() -> Iterator[None]:
    """A disk on which no file can be longer than LIMIT: the system's own limit, so that writing really fails."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_is_told_and_what_was_saved_before_is_still_there(folder: Path) -> None:
    file = folder / "a.txt"
    save_text(file, "before")
    with pytest.raises(SaveError, match=r"“a\.txt” was not saved: the disk is full\. Make room"):
        save_text(file, "x" * (LIMIT + 1))
    assert file.read_text() == "before"
    assert list(folder.iterdir()) == [file]


def test_a_folder_that_is_gone_is_told(folder: Path) -> None:
    with pytest.raises(SaveError, match="the folder is not there any more"):
        save_text(folder / "gone" / "a.txt", "x")


@pytest.fixture
def nobody() -> Iterator[None]:
    """Somebody who may not write everywhere, as root may."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


@pytest.mark.usefixtures("nobody")
def test_a_read_only_folder_is_told() -> None:
    with pytest.raises(SaveError, match="this folder can’t be written to"):
        save_text(Path("/usr/a.txt"), "x")


def test_a_place_that_no_file_can_be_in_is_told() -> None:
    with pytest.raises(SaveError, match=r"“a\.txt” was not saved"):
        save_text(Path("/proc/a.txt"), "x")


def test_a_write_that_is_given_up_leaves_nothing(folder: Path) -> None:
    def give_up(beside: Path) -> None:
        beside.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(folder / "a.txt", give_up)
    assert not list(folder.iterdir())


def test_a_new_file_has_the_rights_of_any_other(folder: Path) -> None:
    usual, saved = folder / "usual", folder / "saved"
    usual.write_text("x")
    save_text(saved, "x")
    assert stat.S_IMODE(saved.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Can I get them?", "Can I get them.pdf"),
        ("A/B: c", "A B c.pdf"),
        ("…", "….pdf"),
        ("???", "Dimples.pdf"),
        ("x" * 200, "x" * 80 + ".pdf"),
    ],
)
def test_a_file_is_called_what_is_in_it(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name
