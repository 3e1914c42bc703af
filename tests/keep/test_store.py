"""What is kept is there at the next visit, and only where something was kept is there a file."""

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from dimples_gui.errors import KeepError
from dimples_gui.keep.store import Keep
from dimples_gui.keep.values import Kept


def again(keep: Keep) -> Keep:
    """The keep at the next visit."""
    keep.close()
    assert keep.file
    return Keep(keep.file.parent)


def test_a_note_is_there_at_the_next_visit(keep: Keep) -> None:
    keep.write_note("psis", "Ask about the left one.\n  ½ …")
    assert again(keep).note("psis") == "Ask about the left one.\n  ½ …"


def test_a_note_replaces_the_one_before_and_an_empty_one_takes_it_away(keep: Keep) -> None:
    keep.write_note("psis", "one")
    keep.write_note("psis", "two")
    keep.write_note("dimple", "three")
    assert [(note.entry, note.text) for note in keep.kept().notes] == [("dimple", "three"), ("psis", "two")]
    keep.write_note("psis", " \n")
    assert keep.note("psis") == ""
    assert keep.note("dimple") == "three"


def test_bookmarks_stand_in_the_order_in_which_they_were_made(keep: Keep) -> None:
    keep.add_bookmark("dimples:psis", "Spine")
    keep.add_bookmark("dimples:dimple", "Dimple")
    keep.add_bookmark("dimples:psis", "The spine")
    assert [(mark.link, mark.title) for mark in again(keep).kept().bookmarks] == [
        ("dimples:psis", "The spine"),
        ("dimples:dimple", "Dimple"),
    ]
    keep.remove_bookmark("dimples:psis")
    assert not keep.has_bookmark("dimples:psis")
    assert keep.has_bookmark("dimples:dimple")


def test_only_to_look_makes_no_file(keep: Keep, folder: Path) -> None:
    assert keep.note("psis") == ""
    assert not keep.has_bookmark("dimples:psis")
    assert keep.kept() == Kept()
    assert not folder.exists()


def test_what_is_kept_for_this_visit_only_is_on_no_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    keep = Keep(None)
    assert not keep.lasts
    keep.write_note("psis", "x" * 3_000_000)
    keep.add_bookmark("dimples:psis", "Spine")
    assert len(keep.note("psis")) == 3_000_000
    keep.close()
    keep.close()
    assert keep.note("psis") == ""
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="bits of a mode")
def test_nobody_else_may_read_it(keep: Keep, folder: Path) -> None:
    keep.write_note("psis", "mine")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert modes == {"keep.db": 0o600, "keep.db-wal": 0o600, "keep.db-shm": 0o600}


def test_two_windows_keep_side_by_side(keep: Keep, folder: Path) -> None:
    other = Keep(folder)
    keep.write_note("psis", "one")
    other.write_note("dimple", "two")
    assert keep.note("dimple") == "two"
    assert other.note("psis") == "one"
    other.close()


def test_half_a_sign_is_kept_as_a_question_mark(keep: Keep) -> None:
    keep.write_note("psis", "a\ud83d")
    keep.add_bookmark("dimples:psis", "b\ud83d")
    assert keep.note("psis") == "a?"
    assert keep.kept().bookmarks[0].title == "b?"


def test_another_windows_long_write_is_told_and_nothing_is_lost(
    keep: Keep, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dimples_gui.keep.opening.WAIT_S", 0.05)
    keep.write_note("psis", "before")
    other = sqlite3.connect(folder / "keep.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(KeepError, match="another window is writing"):
        keep.write_note("psis", "after")
    assert keep.note("psis") == "before"
    other.execute("ROLLBACK")
    keep.write_note("psis", "after")
    assert keep.note("psis") == "after"
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can't be taken away there")
def test_a_file_that_was_taken_away_is_made_anew(keep: Keep, folder: Path) -> None:
    keep.write_note("psis", "one")
    for file in folder.iterdir():
        file.unlink()
    keep.write_note("psis", "two")
    assert again(keep).note("psis") == "two"
