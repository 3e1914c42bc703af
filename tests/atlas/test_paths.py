"""Which folders the program reads, and that no name leads out of them."""

from pathlib import Path

import pytest

import dimples_gui
from dimples_gui import paths
from dimples_gui.errors import ContentError
from dimples_gui.paths import Places, asset, cache_folder, find_places, languages
from tests.atlas.conftest import Folder

ROOT = Path(dimples_gui.__file__).parent.parent


def install(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have the program find itself in a folder as a wheel lays it out."""
    package = folder.path.parent / "site-packages/dimples_gui"
    package.mkdir(parents=True)
    (folder.path / "content").rename(package / "content")
    (folder.path / "assets").rename(package / "assets")
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    return package


def test_in_a_checkout_the_folders_stand_beside_the_package() -> None:
    assert find_places()[:3] == (ROOT / "content", (ROOT / "assets",), None)


def test_installed_they_are_inside_it(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    package = install(folder, monkeypatch)
    assert find_places()[:3] == (package / "content", (package / "assets",), None)
    (package / "compiled").mkdir()
    assert find_places().compiled == package / "compiled"


def test_an_authors_folder_brings_its_own_assets_and_nothing_compiled(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = folder.path / "mine"
    (content / "en/entries").mkdir(parents=True)
    folder.write("mine/entries.yaml", "")
    package = install(folder, monkeypatch)
    (package / "compiled").mkdir()
    assert find_places(Path("mine"))[:3] == (content, (content / "assets", package / "assets"), None)


def test_a_folder_that_is_no_content_is_refused_with_what_it_lacks(folder: Folder) -> None:
    with pytest.raises(ContentError, match=r"There is no folder .*/nowhere"):
        find_places(Path("nowhere"))
    with pytest.raises(ContentError, match=r"There is no folder .*/xxx"):
        find_places(Path("x" * 300))
    with pytest.raises(ContentError, match=r"lacks a file entries.yaml and a folder of words, such as en/entries"):
        find_places(Path("assets"))
    (folder.path / "content/entries.yaml").unlink()
    with pytest.raises(ContentError, match=r"lacks a file entries.yaml\.$"):
        find_places(Path("content"))


def test_a_program_without_its_content_says_so(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(folder.path / "empty/dimples_gui/paths.py"))
    with pytest.raises(ContentError, match="There is no folder"):
        find_places()


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/var/tmp/kept"}, Path("/var/tmp/kept/dimples")),
        ("linux", {"XDG_CACHE_HOME": "relative"}, Path("/home/ann/.cache/dimples")),
        ("linux", {}, Path("/home/ann/.cache/dimples")),
        ("darwin", {"XDG_CACHE_HOME": "/var/tmp/kept"}, Path("/home/ann/Library/Caches/dimples")),
        ("win32", {"LOCALAPPDATA": "/c/ann/AppData/Local"}, Path("/c/ann/AppData/Local/dimples/cache")),
        ("win32", {}, None),
    ],
)
def test_the_cache_is_where_the_platform_wants_it(
    monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str], expected: Path | None
) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert cache_folder(platform, environ) == expected


def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder("linux", {}) is None


def test_an_asset_is_looked_for_in_the_authors_folder_first(folder: Folder) -> None:
    folder.write("content/assets/icons/bush.svg", "")
    folder.write("content/assets/icons/tree.svg", "")
    places = Places(folder.path / "content", (folder.path / "content/assets", folder.path / "assets"), None, None)
    assert asset(places, "icons/tree.svg") == folder.path / "content/assets/icons/tree.svg"
    assert asset(places, "plates/back.svg") == folder.path / "assets/plates/back.svg"
    assert asset(places, "icons") == folder.path / "content/assets/icons"
    assert asset(places, "plates/front.svg") is None


def test_an_asset_never_lies_outside(folder: Folder) -> None:
    places = Places(folder.path / "content", (folder.path / "assets",), None, None)
    (folder.path / "assets/words").symlink_to(folder.path / "content")
    (folder.path / "assets/circle").symlink_to(folder.path / "assets/circle")
    for name in ("../content/entries.yaml", "/etc/passwd", "words/entries.yaml", "circle", "nul\0", "x" * 300):
        assert asset(places, name) is None


def test_the_languages_are_those_that_have_entries(folder: Folder) -> None:
    places = Places(folder.path / "content", (), None, None)
    (folder.path / "content/fr").mkdir()
    folder.write("content/de/entries/dent.yaml", "")
    folder.write("content/it/entries", "no folder")
    assert languages(places) == ("de", "en")
