"""An administrator adds content to what is shipped; nothing that is added can take anything away."""

import shutil
from pathlib import Path

import pytest

from dimples_gui.atlas.compiler import dump, restore
from dimples_gui.atlas.extra import _names, extended
from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search import Index
from dimples_gui.atlas.shelf import open_atlas
from dimples_gui.paths import Places, find_places
from tests.atlas.conftest import Folder

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "docs" / "example-extra"
MUSEUM = "museum/"


@pytest.fixture(scope="module")
def shipped() -> Atlas:
    """The shipped content."""
    return load(ROOT / "content", (ROOT / "assets",), "en")


@pytest.fixture
def extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A copy of the example to do things to; it is the current folder."""
    shutil.copytree(EXAMPLE, tmp_path / "extra")
    monkeypatch.chdir(tmp_path / "extra")
    return Folder(tmp_path / "extra")


def told(atlas: Atlas) -> list[str]:
    return [str(problem) for problem in atlas.problems]


def assert_shipped_is_whole(shipped: Atlas, atlas: Atlas) -> None:
    """All that was there is there, as it was."""
    for name in ("entries", "claims", "sources", "glossary", "icons"):
        before, after = getattr(shipped, name), getattr(atlas, name)
        assert {key: after.get(key) for key in before} == before, name
    assert atlas.plate == shipped.plate
    assert atlas.home._replace(questions=()) == shipped.home._replace(questions=())
    assert atlas.home.questions[: len(shipped.home.questions)] == shipped.home.questions


def test_the_example_adds_an_entry_claims_a_source_a_word_a_question_and_an_icon(shipped: Atlas, extra: Folder) -> None:
    atlas = extended(shipped, extra.path, "en")
    assert told(atlas) == []
    assert_shipped_is_whole(shipped, atlas)
    assert [*atlas.entries][-1] == "plaster-cast"
    assert atlas.entries["plaster-cast"].rank > max(entry.rank for entry in shipped.entries.values())
    assert atlas.claims["museum-2"].inferred_from == ("museum-1", "c2")
    assert atlas.sources["label-room-3"].authors == "This museum"
    assert atlas.glossary["plaster-cast-term"].opens == "plaster-cast"
    assert atlas.home.questions[-1].question == "What is to be seen in room 3?"
    assert atlas.icons["cast"]
    assert restore(dump(atlas)) == atlas


def test_what_was_added_is_found_by_the_search(shipped: Atlas, extra: Folder) -> None:
    assert (
        Index.make(extended(shipped, extra.path, "en")).find("plaster cast")[0].link.startswith("dimples:plaster-cast")
    )


def test_an_empty_folder_adds_nothing(shipped: Atlas, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    assert extended(shipped, tmp_path / "nothing", "en") == shipped


@pytest.mark.parametrize(
    "fault",  # in this file; these words; become these; told on the line of; told in words
    [
        ("entries.yaml", "rank: 1", "rank: one", "rank:", "rank"),
        ("entries.yaml", "kind: topic", "kind: topic: x", "kind:", "not YAML"),
        ("entries.yaml", "icon: cast", "icon: caste", "icon:", "there is no icon “caste”"),
        ("entries.yaml", "related: [dimple,", "related: [dimpel,", "related:", "“dimpel” under related is no entry"),
        ("entries.yaml", "  pin:", "  outlines: [dimple-left]\n  pin:", "outlines:", "give it a ring or a pin instead"),
        ("entries.yaml", "  pin:", "  cut: [cut-sacrum]\n  pin:", "cut:", "give it a ring or a pin instead"),
        ("sources.yaml", "authors:", "author:", "author:", "author"),
        ("en/claims.yaml", "museum-1, c2", "museum-1, c999", "c999", "there is no claim “c999”"),
        ("en/claims.yaml", "grade: A", "grade: E", "grade: E", "grade"),
        ("en/entries/plaster-cast.yaml", "dimples:dimple", "dimples:dimpel", "dimpel", "leads nowhere"),
        ("en/entries/plaster-cast.yaml", "short_title: Plaster cast", "short_title: psis", "short_title",
         "another entry has the short_title “psis”"),
        ("en/glossary.yaml", "sources: [label-room-3]", "sources: [label]", "sources:", "there is no source “label”"),
        ("en/glossary.yaml", "plaster casts", "fascia", "- id:", "“fascia” is explained already"),
        ("en/home.yaml", "layer=bone", "layer=moon", "moon", "moon"),
        ("en/home.yaml", "questions:", "lead: Hello\nquestions:", "lead", "lead"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line_and_the_shipped_atlas_stays_whole(
    shipped: Atlas, extra: Folder, fault: tuple[str, str, str, str, str]
) -> None:
    file, old, new, words, said = fault
    extra.change(MUSEUM + file, old, new)
    atlas = extended(shipped, extra.path, "en")
    line = extra.line(MUSEUM + file, words)
    assert any(problem.startswith(f"museum/{file}:{line}: ") and said in problem for problem in told(atlas)), told(
        atlas
    )
    assert_shipped_is_whole(shipped, atlas)


@pytest.mark.parametrize(
    "clash",  # in this file; this name of ours; becomes this one; which is of
    [
        ("sources.yaml", "key: label-room-3", "key: kollmann", "source kollmann"),
        ("en/claims.yaml", "id: museum-1", "id: c1", "claim c1"),
        ("en/glossary.yaml", "id: plaster-cast-term", "id: fascia", "term fascia"),
        ("entries.yaml", "plaster-cast:", "psis:", "entry psis"),
    ],
)
def test_who_takes_a_name_that_is_there_is_told_and_changes_nothing(
    shipped: Atlas, extra: Folder, clash: tuple[str, str, str, str]
) -> None:
    file, ours, theirs, noun = clash
    extra.change(MUSEUM + file, ours, theirs)
    if file == "entries.yaml":
        shutil.move(extra.path / "museum/en/entries/plaster-cast.yaml", extra.path / "museum/en/entries/psis.yaml")
    atlas = extended(shipped, extra.path, "en")
    line = extra.line(MUSEUM + file, theirs)
    assert f"museum/{file}:{line}: {noun} is there already: give this one another name" in told(atlas)
    assert_shipped_is_whole(shipped, atlas)


def test_an_icon_of_a_name_that_is_there_stays_as_it_was(shipped: Atlas, extra: Folder) -> None:
    shutil.copy(extra.path / "museum/assets/icons/cast.svg", extra.path / "museum/assets/icons/tether.svg")
    atlas = extended(shipped, extra.path, "en")
    assert told(atlas) == ["museum/assets/icons/tether.svg:1: icon tether is there already: give this one another name"]
    assert_shipped_is_whole(shipped, atlas)


def test_of_two_folders_that_say_the_same_the_first_counts(shipped: Atlas, extra: Folder) -> None:
    shutil.copytree(extra.path / "museum", extra.path / "museum-2")
    atlas = extended(shipped, extra.path, "en")
    assert len(atlas.entries) == len(shipped.entries) + 1
    assert all(problem.startswith("museum-2/") for problem in told(atlas))
    assert "museum-2/en/claims.yaml:1: claim museum-1 is there already: give this one another name" in told(atlas)


def test_what_nothing_reads_is_told(shipped: Atlas, extra: Folder) -> None:
    extra.write("entries.yaml", "{}")
    extra.write("README.txt", "ours")
    extra.write("museum/entires.yaml", "{}")
    extra.write("museum/en/claim.yaml", "[]")
    extra.write("museum/README.txt", "ours")
    atlas = extended(shipped, extra.path, "en")
    assert told(atlas) == [
        "entries.yaml:1: nothing reads this file: put it into a folder with a name of its own beside it",
        "museum/en/claim.yaml:1: nothing reads this file: here may be claims.yaml, glossary.yaml, home.yaml",
        "museum/entires.yaml:1: nothing reads this file: here may be entries.yaml, sources.yaml",
    ]
    assert "plaster-cast" in atlas.entries


def test_a_folder_may_hold_questions_alone(shipped: Atlas, extra: Folder) -> None:
    shutil.rmtree(extra.path / "museum")
    extra.write("clinic/en/home.yaml", "questions:\n  - question: Where is the clinic?\n    opens: palpation\n")
    atlas = extended(shipped, extra.path, "en")
    assert told(atlas) == []
    assert atlas.home.questions[-1].opens == "palpation"


def test_a_folder_may_do_without_questions(shipped: Atlas, extra: Folder) -> None:
    (extra.path / "museum/en/home.yaml").unlink()
    atlas = extended(shipped, extra.path, "en")
    assert told(atlas) == []
    assert atlas.home == shipped.home


def test_what_cannot_be_listed_holds_nothing(tmp_path: Path) -> None:
    assert _names(tmp_path / "nowhere") == []


def test_a_folder_without_words_in_the_language_is_told(shipped: Atlas, extra: Folder) -> None:
    shutil.move(extra.path / "museum/en", extra.path / "museum/de")
    atlas = extended(shipped, extra.path, "en")
    assert "museum/en:1: there are no words in the language “en”" in told(atlas)
    assert_shipped_is_whole(shipped, atlas)


def test_a_file_in_place_of_the_folder_is_told(shipped: Atlas, extra: Folder) -> None:
    extra.write("extra", "not a folder")
    atlas = extended(shipped, extra.path / "extra", "en")
    assert told(atlas) == ["extra:1: this folder can't be read (Not a directory): mend it or delete it"]


# --- from the shelf ---------------------------------------------------------------------------------------------------


@pytest.fixture
def places(extra: Folder, shipped: Atlas, tmp_path: Path) -> Places:
    """An installed copy, with something added."""
    compiled = tmp_path / "compiled"
    compiled.mkdir()
    (compiled / "en.json").write_bytes(dump(shipped))
    return Places(ROOT / "content", (ROOT / "assets",), compiled, tmp_path / "cache", extra.path)


def test_what_is_added_joins_what_was_compiled_and_comes_from_the_cache_next_time(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas = open_atlas(places, "en")
    assert "plaster-cast" in atlas.entries
    monkeypatch.setattr("dimples_gui.atlas.extra.extended", None)  # nobody may ask for it again
    assert open_atlas(places, "en") == atlas


@pytest.mark.parametrize("name", ["museum/en/claims.yaml", "museum/assets/icons/cast.svg"])
def test_a_change_in_it_is_seen_at_the_next_start(places: Places, extra: Folder, name: str) -> None:
    open_atlas(places, "en")
    extra.write(name, "nonsense")
    assert [problem for problem in told(open_atlas(places, "en")) if problem.startswith(name)]


def test_another_shipped_atlas_is_seen_through_the_cache(places: Places, shipped: Atlas) -> None:
    open_atlas(places, "en")
    assert places.compiled
    changed = shipped._replace(home=shipped.home._replace(title="Another version"))
    (places.compiled / "en.json").write_bytes(dump(changed))
    assert open_atlas(places, "en").home.title == "Another version"


def test_without_the_folder_what_was_compiled_is_taken_as_it_is(places: Places, shipped: Atlas) -> None:
    assert open_atlas(places._replace(extra=None, content=Path("/nowhere")), "en") == shipped
    assert places.cache
    assert not places.cache.exists()


def test_it_adds_to_the_shipped_content_only(extra: Folder, tmp_path: Path) -> None:
    assert find_places(None, extra.path).extra == extra.path
    assert find_places(None, tmp_path / "nothing").extra is None
    assert find_places(ROOT / "content", extra.path).extra is None
