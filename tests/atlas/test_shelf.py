"""An atlas is read anew only when something changed, and no cache can do harm."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dimples_gui.atlas import shelf
from dimples_gui.atlas.compiler import dump
from dimples_gui.atlas.shelf import open_atlas
from dimples_gui.paths import Places
from tests.atlas.conftest import Folder


@pytest.fixture
def places(folder: Folder) -> Places:
    return Places(folder.path / "content", (folder.path / "assets",), None, folder.path / "cache")


def the_cache(places: Places) -> Path:
    assert places.cache
    (file,) = places.cache.iterdir()
    return file


def lie(places: Places) -> None:
    """Put an atlas of another title into the cache, under the stamp that is there."""
    file = the_cache(places)
    stamp = file.read_bytes().partition(b"\n")[0]
    atlas = open_atlas(places, "en")
    file.write_bytes(stamp + b"\n" + dump(atlas._replace(home=atlas.home._replace(title="from the cache"))))


def test_what_was_read_once_comes_from_the_cache(places: Places) -> None:
    first = open_atlas(places, "en")
    assert open_atlas(places, "en") == first
    lie(places)
    assert open_atlas(places, "en").home.title == "from the cache"


@pytest.mark.parametrize(
    "name",
    ["content/en/claims.yaml", "content/entries.yaml", "assets/plates/back.svg", "assets/icons/tree.svg"],
)
def test_a_changed_file_is_read_anew(folder: Folder, places: Places, name: str) -> None:
    open_atlas(places, "en")
    lie(places)
    file = folder.path / name
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert open_atlas(places, "en").home.title == "The dents"


def test_a_new_file_and_a_lost_one_are_noticed(folder: Folder, places: Places) -> None:
    open_atlas(places, "en")
    lie(places)
    folder.write("assets/icons/bush.svg", (folder.path / "assets/icons/tree.svg").read_bytes())
    assert list(open_atlas(places, "en").icons) == ["bush", "tree"]
    (folder.path / "assets/icons/bush.svg").unlink()
    assert list(open_atlas(places, "en").icons) == ["tree"]


def test_another_version_of_the_program_reads_anew(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    open_atlas(places, "en")
    lie(places)
    monkeypatch.setattr(shelf, "__version__", "99.0")
    assert open_atlas(places, "en").home.title == "The dents"


def test_problems_name_files_as_seen_from_here(folder: Folder, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.change("content/en/claims.yaml", "grade: A", "grade: E")
    assert open_atlas(places, "en").problems[0].where.file == "content/en/claims.yaml"
    monkeypatch.chdir("content")
    assert open_atlas(places, "en").problems[0].where.file == "en/claims.yaml"


def test_an_author_need_not_have_assets(folder: Folder, places: Places) -> None:
    both = places._replace(assets=(places.content / "assets", *places.assets))
    assert open_atlas(both, "en") == open_atlas(both, "en") == open_atlas(places, "en")


def test_pictures_do_not_count(folder: Folder, places: Places) -> None:
    open_atlas(places, "en")
    lie(places)
    folder.write("assets/plates/back/skin.png", b"a picture")
    assert open_atlas(places, "en").home.title == "from the cache"


def test_languages_and_folders_do_not_share_a_cache(folder: Folder, places: Places) -> None:
    open_atlas(places, "en")
    open_atlas(places, "de")
    open_atlas(places._replace(assets=()), "en")
    assert places.cache
    assert len(list(places.cache.iterdir())) == 3


@pytest.mark.parametrize("rubbish", [b"", b"\n", b"nonsense", b"\x00\xff\n\n"])
def test_a_damaged_cache_is_written_anew(places: Places, rubbish: bytes) -> None:
    first = open_atlas(places, "en")
    file = the_cache(places)
    whole = file.read_bytes()
    file.write_bytes(rubbish)
    assert open_atlas(places, "en") == first
    assert file.read_bytes() == whole
    file.write_bytes(whole[:-20])
    assert open_atlas(places, "en") == first
    assert file.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_error(folder: Folder, places: Places) -> None:
    folder.write("cache", "a file where the folder should be")
    assert open_atlas(places, "en").problems == ()


def test_a_cache_that_cannot_be_replaced_leaves_no_rubbish(folder: Folder, places: Places) -> None:
    open_atlas(places, "en")
    file = the_cache(places)
    file.unlink()
    file.mkdir()
    assert open_atlas(places, "en").problems == ()
    assert the_cache(places) == file


def test_no_cache_is_kept_where_there_is_no_place_for_it(folder: Folder, places: Places) -> None:
    assert open_atlas(places._replace(cache=None), "en").problems == ()
    assert not (folder.path / "cache").exists()


def test_the_current_folder_may_be_gone(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert open_atlas(places, "en") == open_atlas(places, "en")


def test_what_was_shipped_compiled_is_used_as_it_is(folder: Folder, places: Places) -> None:
    atlas = open_atlas(places, "en")
    folder.write("compiled/en.json", dump(atlas._replace(home=atlas.home._replace(title="compiled"))))
    shipped = places._replace(compiled=folder.path / "compiled")
    assert open_atlas(shipped, "en").home.title == "compiled"
    folder.write("compiled/en.json", b"damaged")
    assert open_atlas(shipped, "en") == atlas
    assert open_atlas(shipped, "nul\0").entries == {}


def test_the_quick_way_needs_nothing_that_reads_what_people_write(places: Places) -> None:
    open_atlas(places, "en")
    probe = (
        "import sys; from pathlib import Path; from dimples_gui.paths import Places;"
        "from dimples_gui.atlas.shelf import open_atlas;"
        f"atlas = open_atlas(Places(Path({str(places.content)!r}), (Path({str(places.assets[0])!r}),), None,"
        f" Path({str(places.cache)!r})), 'en');"
        "print(len(atlas.entries), *sorted({'yaml', 'msgspec', 'svgelements', 'dataclasses'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(shelf.__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", probe], check=True, capture_output=True, text=True, env=environment, cwd=Path.cwd()
    )
    assert done.stdout.split() == ["3"]


def test_looking_for_changes_is_quick(folder: Folder, places: Places) -> None:
    for number in range(200):
        folder.write(f"content/en/entries/more-{number}.yaml", "title: More")
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        shelf._stamp(places, "en")
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.02


def test_who_may_not_write_reads_the_cache_and_makes_none(places: Places) -> None:
    first = open_atlas(places, "en", may_write=False)
    assert places.cache is not None
    assert not places.cache.exists()
    assert open_atlas(places, "en") == first
    lie(places)
    assert open_atlas(places, "en", may_write=False).home.title == "from the cache"
