"""Files that are no files, lead elsewhere, are too large or in no encoding: told, and never a trap."""

import os
from itertools import pairwise
from pathlib import Path

import pytest

from dimples_gui.atlas.compiler import dump, restore
from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Problem
from dimples_gui.atlas.reading import read_text
from tests.atlas.conftest import FILES, Folder


@pytest.mark.parametrize("name", ["content/en/home.yaml", "assets/icons/tree.svg", "content/en/entries/dent.yaml"])
def test_a_link_out_of_the_folder_is_refused(folder: Folder, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.write_text(FILES[name], encoding="utf-8")
    (folder.path / name).unlink()
    (folder.path / name).symlink_to(outside)
    (problem,) = folder.load().problems
    assert problem.where.file == name
    assert "leads out of" in problem.text


def test_a_link_within_the_folder_is_followed(folder: Folder) -> None:
    file = folder.path / "content/en/home.yaml"
    file.rename(folder.path / "content/first_page.txt")
    file.symlink_to(folder.path / "content/first_page.txt")
    assert folder.load().problems == ()


def test_a_folder_that_leads_out_is_refused_with_all_in_it(folder: Folder, tmp_path: Path) -> None:
    (folder.path / "content/en/entries").rename(tmp_path / "outside")
    (folder.path / "content/en/entries").symlink_to(tmp_path / "outside")
    assert ["leads out of" in problem.text for problem in folder.load().problems] == [True] * 3


def test_without_a_folder_of_entries_each_has_no_words(folder: Folder, tmp_path: Path) -> None:
    (folder.path / "content/en/entries").rename(tmp_path / "outside")
    assert ["has no words" in problem.text for problem in folder.load().problems] == [True] * 3


def test_an_assets_folder_in_the_content_may_not_lead_out_of_it(folder: Folder) -> None:
    (folder.path / "content/assets").symlink_to(folder.path / "assets")
    atlas = load(folder.path / "content", [folder.path / "content/assets"], "en")
    assert {problem.where.file for problem in atlas.problems} == {
        "content/assets/icons/tree.svg",
        "content/assets/plates/back.svg",
    }


def test_a_link_in_a_circle_is_refused(folder: Folder) -> None:
    file = folder.path / "content/en/home.yaml"
    file.unlink()
    file.symlink_to(file)
    assert len(folder.load().problems) == 1


def test_a_folder_or_a_pipe_instead_of_a_file_is_refused(folder: Folder) -> None:
    for name in ("content/en/home.yaml", "content/sources.yaml"):
        (folder.path / name).unlink()
    (folder.path / "content/en/home.yaml").mkdir()
    os.mkfifo(folder.path / "content/sources.yaml")
    assert [problem.text[:18] for problem in folder.load().problems] == ["this is not a file"] * 2


def test_a_line_that_is_not_utf_8_is_told(folder: Folder) -> None:
    folder.write("content/en/home.yaml", "title: Grübchen\n".encode() + "lead: Grübchen\n".encode("latin-1"))
    (problem,) = folder.load().problems
    assert str(problem) == "content/en/home.yaml:2: this line is not UTF-8: save the file in that encoding"


def test_the_mark_that_some_editors_put_first_does_no_harm(folder: Folder) -> None:
    folder.write("content/en/home.yaml", b"\xef\xbb\xbf" + FILES["content/en/home.yaml"].encode())
    assert folder.load().problems == ()


def test_lines_may_end_as_they_do_on_windows(folder: Folder) -> None:
    before = folder.load()
    for name, text in FILES.items():
        folder.write(name, text.replace("\n", "\r\n"))
    assert folder.load() == before


def test_a_file_of_absurd_size_is_not_read(folder: Folder) -> None:
    folder.write("content/en/home.yaml", "title: The dents\n" + "#" * 5_000_000)
    (problem,) = folder.load().problems
    assert "larger than 5 MB" in problem.text


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that is there and can't be read")
def test_a_file_that_cannot_be_read_is_told() -> None:
    problem = read_text(Path("/proc/self/mem"), Path("/proc/self"))
    assert isinstance(problem, Problem)
    assert "can't be read (Input/output error): look at its permissions" in problem.text


def test_ten_million_laughs_are_not_heard(folder: Folder) -> None:
    lines = ["a: &a [ha, ha]"] + [f"{after}: &{after} [*{name}, *{name}]" for name, after in pairwise("abcdefghijk")]
    folder.write("content/en/home.yaml", "\n".join(lines))
    (problem,) = folder.load().problems
    assert problem.where.line == 2


@pytest.mark.parametrize(("deep", "count"), [(19, 0), (20, 1)])
def test_twenty_levels_are_enough(folder: Folder, deep: int, count: int) -> None:
    folder.write("content/en/home.yaml", f"title: The dents\nnote: {'[' * deep}{']' * deep}")
    assert sum("nested more than 20 deep" in problem.text for problem in folder.load().problems) == count


@pytest.mark.parametrize("name", ["content/en/home.yaml", "assets/plates/back.svg"])
def test_nesting_without_end_is_no_trap(folder: Folder, name: str) -> None:
    folder.write(name, ("[" if name.endswith("yaml") else "<svg>") * 500_000)
    (problem,) = folder.load().problems
    assert "nested more than" in problem.text


def test_names_of_files_may_be_of_any_bytes(folder: Folder) -> None:
    for name in (b"content/en/entries/gr\xfcbe.yaml", b"assets/icons/b\xfcsch.svg"):
        Path(os.fsdecode(name)).write_bytes(FILES["assets/icons/tree.svg"].encode())
    atlas = folder.load()
    assert restore(dump(atlas)) == atlas
    assert len(atlas.icons) == 2
    assert [str(problem) for problem in atlas.problems] == [
        "content/en/entries/gr?be.yaml:1: nothing reads this file: no entry “gr?be” in entries.yaml"
    ]


def test_hidden_files_are_passed_over(folder: Folder) -> None:
    for name in ("content/en/entries/._dent.yaml", "assets/icons/._tree.svg"):
        folder.write(name, b"\x00\x05\x16\x07")
    (folder.path / "content/en/entries/.#dent.yaml").symlink_to("ann@host.1234")
    assert folder.load().problems == ()


@pytest.mark.parametrize("language", ["x" * 300, "de" + "-de" * 100])
def test_a_name_too_long_for_any_file_is_no_trap(folder: Folder, language: str) -> None:
    folder.change("content/entries.yaml", "family:\n", f"{language}: {{kind: topic, rank: 9}}\nfamily:\n")
    assert "choose another name" in folder.load().problems[0].text
    assert folder.load(language).entries == {}
