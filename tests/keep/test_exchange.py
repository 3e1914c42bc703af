"""What is kept goes to a file and comes back, and no word of two notes is lost."""

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dimples_gui.errors import KeepError
from dimples_gui.keep.exchange import from_json, read_file, to_json, write_file
from dimples_gui.keep.merging import merged
from dimples_gui.keep.store import Keep
from dimples_gui.keep.values import Bookmark, Gained, Kept, Note

OLD, NEW = "2026-01-02T03:04:05.678+00:00", "2026-02-03T04:05:06.789+00:00"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
TIMES = st.datetimes().map(lambda moment: moment.isoformat(timespec="milliseconds") + "+00:00")
NOTES = st.builds(Note, st.just("psis"), WORDS, TIMES)


@given(st.lists(st.builds(Bookmark, WORDS.map("dimples:{}".format), WORDS, TIMES)), st.lists(NOTES))
def test_what_is_written_is_read_again(bookmarks: list[Bookmark], notes: list[Note]) -> None:
    kept = Kept(tuple(bookmarks), tuple(notes))
    assert from_json(to_json(kept).encode(), "kept.json") == kept


@given(NOTES, NOTES)
def test_of_two_notes_no_word_is_lost_and_once_more_changes_nothing(here: Note, there: Note) -> None:
    both = merged(here, there)
    assert here.text in both.text
    assert there.text in both.text
    assert both.changed == max(here.changed, there.changed)
    assert merged(both, there) == both
    assert merged(both, here) == both


def test_the_newer_note_stands_above_the_older_one() -> None:
    older, newer = Note("psis", "left", OLD), Note("psis", "right", NEW)
    assert merged(older, newer).text == "right\n\n— 2026-01-02 —\nleft"
    assert merged(newer, older) == merged(older, newer)


def test_all_that_is_kept_moves_to_another_machine(keep: Keep, tmp_path: Path) -> None:
    keep.write_note("psis", "ours")
    keep.write_note("tether", "both")
    keep.add_bookmark("dimples:psis", "Spine")
    file = tmp_path / "kept.json"
    write_file(file, keep.kept())
    other = Keep(tmp_path / "other")
    other.write_note("psis", "there")
    other.write_note("tether", "both")
    other.write_note("dimple", "only there")
    other.add_bookmark("dimples:dimple", "Dimple")
    assert other.take_in(read_file(file)) == Gained(bookmarks=1, notes=0, changed=1)
    assert other.note("psis").startswith("there\n")
    assert other.note("psis").endswith("\nours")
    assert (other.note("tether"), other.note("dimple")) == ("both", "only there")
    assert other.take_in(read_file(file)) == Gained()
    assert Keep(None).take_in(read_file(file)) == Gained(bookmarks=1, notes=2)
    other.close()


def test_times_of_other_zones_are_taken_as_ours(tmp_path: Path) -> None:
    note = {"entry": "psis", "text": "one", "changed": "2026-01-02T05:04:05.678+02:00"}
    plain = {"entry": "dimple", "text": "two", "changed": "2026-01-02T03:04:05.678"}
    text = json.dumps({"format": "dimples keep", "version": 1, "notes": [note, plain]})
    assert [note.changed for note in from_json(text.encode("utf-8-sig"), "a").notes] == [OLD, OLD]


SOUND = to_json(
    Kept((Bookmark("dimples:psis", "Spine", OLD),), (Note("psis", 'a\n"[b', OLD), Note("dimple", "two", OLD)))
)


def test_the_file_can_be_read_by_people_and_has_a_line_for_each() -> None:
    assert len(SOUND.splitlines()) == 2 + 1 + 3 + 4 + 1
    assert Kept() == from_json(to_json(Kept()).encode(), "empty.json")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", None, "line 1: this is no file of bookmarks"),
        ('"version": 1', '"version": 2', "line 1: it was written by another version"),
        ('"notes"', "notes", "line 7: Expecting"),
        ('"text": "two"', '"text": 2', "line 9: “text” is missing, or is no text"),
        ('"text": "two"', '"word": "two"', "line 9: “text” is missing"),
        ('"text": "two"', r'"text": "\ud83d"', "line 9: “text” holds half of a sign"),
        ('{"entry": "dimple"', '7, {"entry": "dimple"', "line 9: “entry” is missing"),
        ('{"entry": "dimple"', '"x", {"entry": "dimple"', "line 9: “entry” is missing"),
        ('dimple", "text": "two", "changed": "2026', 'dimple", "text": "two", "changed": "no', "“no-01-02T03"),
        ("dimples:psis", "https:psis", "line 5: “https:psis” is no link of this program"),
        ('"notes": [', '"notes": 5, "other": [', "line 1: notes is no list"),
        ("a\\n", "\udc80", "line 8: this is not text in UTF-8"),
    ],
)
def test_a_bad_file_gets_one_sentence_with_its_line(before: str, after: str | None, told: str) -> None:
    text = "[1, 2]" if after is None else SOUND.replace(before, after)
    with pytest.raises(KeepError) as error:
        from_json(text.encode("utf-8", "surrogateescape"), "kept.json")
    assert str(error.value).startswith("kept.json, line ")
    assert told in str(error.value)


def test_what_is_nested_too_deep_is_no_file_of_ours() -> None:
    with pytest.raises(KeepError, match="no file of bookmarks"):
        from_json(b"[" * 100_000, "deep.json")


def test_a_file_that_is_not_there_or_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeepError, match="No such file"):
        read_file(tmp_path / "none.json")
    (tmp_path / "large.json").write_text(SOUND)
    monkeypatch.setattr("dimples_gui.keep.exchange.MOST_BYTES", 10)
    with pytest.raises(KeepError, match="too large"):
        read_file(tmp_path / "large.json")


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing_behind(unprivileged: Path) -> None:
    (unprivileged / "kept.json").write_text("as it was")
    unprivileged.chmod(0o555)
    with pytest.raises(KeepError, match="can't be written"):
        write_file(unprivileged / "kept.json", Kept())
    assert (unprivileged / "kept.json").read_text() == "as it was"
    assert len([*unprivileged.iterdir()]) == 1


def test_an_import_comes_in_whole_or_not_at_all(keep: Keep) -> None:
    keep.write_note("psis", "one")
    other = Kept((Bookmark("dimples:psis", "Spine", OLD),), (Note("psis", "two", NEW),))
    line = sqlite3.connect(str(keep.file))
    line.execute("CREATE TRIGGER full BEFORE INSERT ON note BEGIN SELECT RAISE(ABORT, 'no room'); END")
    line.commit()
    with pytest.raises(KeepError, match="no room"):
        keep.take_in(other)
    assert keep.kept().bookmarks == ()
    line.execute("DROP TRIGGER full")
    line.commit()
    line.close()
    assert keep.take_in(other) == Gained(bookmarks=1, changed=1)
