"""The wheel holds what an installed copy needs, and faulty content makes no wheel."""

import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtGui import QRawFont
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.compiler import restore
from dimples_gui.atlas.loader import load
from dimples_gui.atlas.search import Index
from tests.packaging.conftest import ROOT, Build


def files_of(wheel: ZipFile) -> set[str]:
    """What the wheel puts into the package."""
    return {name.removeprefix("dimples_gui/") for name in wheel.namelist() if name.startswith("dimples_gui/")}


def test_the_words_are_there_to_be_read_and_compiled(wheel: ZipFile) -> None:
    read = load(ROOT / "content", (ROOT / "assets",), "en")
    assert read.entries
    assert restore(wheel.read("dimples_gui/compiled/en.json")) == read
    assert {"content/entries.yaml", "content/en/claims.yaml", "content/en/entries/psis.yaml"} <= files_of(wheel)


def test_outlines_pictures_icons_and_font_are_there_and_their_makers_are_not(wheel: ZipFile) -> None:
    files = files_of(wheel)
    for folder in ("plates", "icons", "lookalikes"):
        wanted = {str(path.relative_to(ROOT)) for path in (ROOT / "assets" / folder).rglob("*.*")}
        assert wanted
        assert wanted <= files
    assert {"assets/fonts/DimplesSerif-Regular.ttf", "assets/fonts/OFL.txt"} <= files
    assert not [name for name in files if "sculpt" in name or name.startswith(("tests", "packaging"))]


def test_the_licences_are_there(wheel: ZipFile) -> None:
    ends = ("licenses/LICENSE", "licenses/assets/fonts/OFL.txt")
    assert all(any(name.endswith(end) for name in wheel.namelist()) for end in ends)


def test_the_font_is_cut_to_the_words_but_still_sets_them_all(wheel: ZipFile, qtbot: QtBot) -> None:
    name = "assets/fonts/DimplesSerif-Regular.ttf"
    whole, cut = (ROOT / name).read_bytes(), wheel.read(f"dimples_gui/{name}")
    assert len(cut) < 0.75 * len(whole)
    font = QRawFont(cut, 16)
    assert font.familyName() == "Dimples Serif"
    lost = {c for c in wheel.read("dimples_gui/compiled/en.json").decode() if not font.supportsCharacter(ord(c))}
    assert [c for c in sorted(lost) if QRawFont(whole, 16).supportsCharacter(ord(c))] == []
    assert font.supportsCharacter(ord("š"))  # a name that an author may add
    assert not font.supportsCharacter(ord("ệ"))  # a letter that nobody uses


def test_a_fault_in_the_content_stops_the_build_and_is_named(build: Build, tree: Path, tmp_path: Path) -> None:
    words = tree / "content" / "en" / "entries" / "psis.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("title:", "tittle:", 1), encoding="utf-8")
    done = build("wheel", tree, tmp_path / "dist")
    assert done.returncode != 0
    assert "content/en/entries/psis.yaml:1: " in done.stderr
    assert "tittle" in done.stderr
    assert not list((tmp_path / "dist").glob("*.whl"))


def test_the_source_distribution_makes_the_same_wheel(build: Build, tree: Path, tmp_path: Path, wheel: ZipFile) -> None:
    assert build("sdist", tree, tmp_path / "sdist").returncode == 0
    subprocess.run(["tar", "-xf", *(tmp_path / "sdist").iterdir()], cwd=tmp_path / "sdist", check=True)
    unpacked = next(path for path in (tmp_path / "sdist").iterdir() if path.is_dir())
    done = build("wheel", unpacked, tmp_path / "dist")
    assert done.returncode == 0, done.stderr
    with ZipFile(next((tmp_path / "dist").glob("*.whl"))) as ours:
        assert files_of(ours) == files_of(wheel)


def test_an_editable_install_reads_the_checkout(build: Build, tree: Path, tmp_path: Path) -> None:
    done = build("editable", tree, tmp_path / "dist")
    assert done.returncode == 0, done.stderr
    with ZipFile(next((tmp_path / "dist").glob("*.whl"))) as editable:
        assert files_of(editable) == set()
        pointers = [editable.read(name).decode() for name in editable.namelist() if name.endswith(".pth")]
    assert [pointer.strip() for pointer in pointers] == [str(tree)]


@pytest.mark.parametrize("command", ["/dimples-gui", "/pytest -n auto"])
def test_each_of_the_readmes_two_lines_can_be_found(command: str) -> None:
    lines = [line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.endswith(command)]
    assert len(lines) == 1
    assert lines[0].startswith("apt-get ")


def test_the_index_of_the_search_is_there_and_is_the_shipped_atlas_s(wheel: ZipFile, tmp_path: Path) -> None:
    file = Path(wheel.extract("dimples_gui/compiled/en.search", tmp_path))
    index = Index.open(restore(wheel.read("dimples_gui/compiled/en.json")), file)
    assert index.find("butt dimpels")[0].link.startswith("dimples:dimple")
