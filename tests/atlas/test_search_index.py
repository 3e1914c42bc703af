"""The index in a file: written, read again, and never trusted when it is not the atlas's own."""

from pathlib import Path

import pytest

from dimples_gui.atlas.model import Atlas, Claim, Section, Term
from dimples_gui.atlas.search import Index
from dimples_gui.atlas.search_index import build_index, read_index, stamp_of
from dimples_gui.errors import ContentError
from tests.atlas.conftest import Folder


@pytest.fixture
def atlas(folder: Folder) -> Atlas:
    return folder.load()._replace(glossary={"tip": Term("tip", "Tip", "An end.", ("tips",))})


@pytest.fixture
def file(atlas: Atlas, tmp_path: Path) -> Path:
    path = tmp_path / "en.search"
    build_index(atlas, path)
    return path


def test_an_index_read_from_its_file_answers_as_the_one_that_was_made(atlas: Atlas, file: Path) -> None:
    made, read = Index.make(atlas), Index.open(atlas, file)
    for query in ("dents", "tip", "酒窝", "fossae", "FMA20209", "bone", "the familys", "s"):
        assert read.find(query) == made.find(query)
        assert made.find(query)


def test_the_same_atlas_gives_the_same_bytes(atlas: Atlas, file: Path, tmp_path: Path) -> None:
    build_index(atlas, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == file.read_bytes()


def test_a_missing_index_is_told(atlas: Atlas, tmp_path: Path) -> None:
    for name in ("none", "no\x00name", "."):
        with pytest.raises(ContentError, match="no index"):
            read_index(atlas, tmp_path / name)


def test_a_damaged_index_is_told_wherever_the_damage_is(atlas: Atlas, file: Path) -> None:
    data = file.read_bytes()
    for at in (0, 10, 30, len(data) // 2, len(data) - 1):
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        with pytest.raises(ContentError, match="damaged"):
            read_index(atlas, file)
    for part in (b"", data[:20], data[:-1], data + b"x"):
        file.write_bytes(part)
        with pytest.raises(ContentError, match="damaged"):
            read_index(atlas, file)


def test_an_index_of_other_content_is_told(atlas: Atlas, file: Path) -> None:
    dent = atlas.entries["dent"]
    section = Section("Other", "", ("c1",))
    for other in (
        atlas._replace(entries=atlas.entries | {"dent": dent._replace(title="The dints")}),
        atlas._replace(entries=atlas.entries | {"dent": dent._replace(synonyms=("dimple",))}),
        atlas._replace(entries=atlas.entries | {"dent": dent._replace(rank=9)}),
        atlas._replace(entries=atlas.entries | {"dent": dent._replace(answer=dent.answer + " Yes.")}),
        atlas._replace(entries=atlas.entries | {"dent": dent._replace(sections=(section,))}),
        atlas._replace(entries={key: one for key, one in atlas.entries.items() if key != "family"}),
        atlas._replace(claims=atlas.claims | {"c1": Claim("c1", "Two dints.", "B")}),
        atlas._replace(glossary={}),
    ):
        assert stamp_of(other) != stamp_of(atlas)
        with pytest.raises(ContentError, match="other content"):
            read_index(other, file)


def test_words_that_no_file_can_hold_do_not_stop_the_index(atlas: Atlas, tmp_path: Path) -> None:
    odd = atlas.entries["dent"]._replace(title="Odd \x00 \ud800 zebra", answer="[x](", synonyms=("\x00",))
    strange = atlas._replace(entries=atlas.entries | {"dent": odd})
    build_index(strange, tmp_path / "odd")
    assert Index.open(strange, tmp_path / "odd").find("zebra")[0].id == "dent"


def test_an_atlas_without_anything_has_an_index_that_finds_nothing(atlas: Atlas) -> None:
    empty = Index.make(atlas._replace(entries={}, claims={}, glossary={}))
    assert empty.find("dents") == ()
