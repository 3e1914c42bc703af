"""What a sound folder becomes, and what stays when a part of it is broken."""

import gc
from pathlib import Path

import pytest

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import GRADES, LAYERS, VERDICTS, Home, Near, Pin, Question, Ring, Step, Term, Where
from dimples_gui.atlas.shapes import Grade, Layer, Verdict
from dimples_gui.paths import find_places
from tests.atlas.conftest import FILES, Folder

STEPS = (
    Step("dimples:dent?layer=skin&zoom=2", "Here are [the dents](dimples:dent?opened=c1).", ("c1",)),
    Step("dimples:family", "Nobody knows.", ("c3", "c2")),
)
PIT = "A small [dent](dimples:dent), as [they](https://example.org/pits) write."


def test_the_shipped_content_has_no_problems() -> None:
    places = find_places()
    assert [str(problem) for problem in load(places.content, places.assets, "en").problems] == []


def test_a_sound_folder_has_no_problems(folder: Folder) -> None:
    assert folder.load().problems == ()


def test_words_and_facts_become_one_entry(folder: Folder) -> None:
    atlas = folder.load()
    assert list(atlas.entries) == ["dent", "spine-tip", "family"]
    dent, tip, family = atlas.entries.values()
    assert dent.title == "The dents"
    assert dent.answer == "Two dents over [the tips](dimples:spine-tip?layer=bone). Many people have them."
    assert dent.ids == (("TA2", "273"), ("FMA", "20209"))
    assert dent.near == Near(under=("spine-tip",))
    assert dent.ring is None
    assert dent.sections[1].claims == ("c3",)
    assert tip.ring == Ring(45.0, 0.0, 17.0, ("skin", "fat"))
    assert tip.outlines == ("tip-left", "tip-right")
    assert family.pin == Pin(60.0, 30.5, "tree", LAYERS)
    assert family.seen_on() == LAYERS


def test_words_that_look_like_something_else_stay_words(folder: Folder) -> None:
    assert folder.load().entries["dent"].synonyms == ("dimples", "no", "酒窝")


def test_claims_sources_and_home_are_read(folder: Folder) -> None:
    atlas = folder.load()
    assert atlas.claims["c1"].verdict == "holds"
    assert atlas.claims["c3"].inferred_from == ("c1", "c2")
    assert atlas.claims["c3"].searched == "2026-11"
    assert atlas.claims["c3"].popular == ""
    assert atlas.sources["braus1921"].year == "1921"
    assert atlas.sources["braus1921"].volume == "1"
    assert atlas.home.questions == (
        Question("Can I get them?"),
        Question("Do they run in families?", "family", STEPS),
    )


def test_the_plate_is_in_millimetres_with_y_up(folder: Folder) -> None:
    plate = folder.load().plate
    assert plate[:6] == ("back", -170.0, -115.0, 340.0, 305.0, LAYERS)
    outlines = {outline.id: outline for outline in plate.outlines}
    assert list(outlines) == ["back", "furrow", "dent-left", "dent-right", "tip-left", "tip-right"]
    assert outlines["tip-left"].steps == (
        "M", -50.0, 5.0, "L", -40.0, 5.0, "L", -40.0, -5.0, "L", -50.0, -5.0, "Z",
    )  # fmt: skip
    assert outlines["tip-left"].layer == "bone"
    assert [outline.id for outline in plate.outlines if outline.crease] == ["furrow"]


def test_an_icon_keeps_its_y_down(folder: Folder) -> None:
    (outline,) = folder.load().icons["tree"]
    assert outline.steps == ("M", 2.0, 2.0, "L", 22.0, 2.0, "L", 12.0, 22.0, "Z")


def test_the_types_of_the_files_are_those_of_the_model() -> None:
    assert Layer.__args__ == LAYERS  # type: ignore[attr-defined]  # what a Literal holds
    assert Grade.__args__ == GRADES  # type: ignore[attr-defined]
    assert Verdict.__args__ == VERDICTS  # type: ignore[attr-defined]


def test_a_glossary_is_read_where_there_is_one(folder: Folder) -> None:
    assert folder.load().glossary == {
        "pit": Term("pit", "Pit", PIT, ("pits", "hollow"), (), ("c1",), "dent"),
        "tip": Term("tip", "Tip", "The end of a bone.", (), ("braus1921",)),
    }
    (folder.path / "content/en/glossary.yaml").unlink()
    assert (folder.load().glossary, folder.load().problems) == ({}, ())


REMAINS = {
    "content/entries.yaml": ([], 3, 6),
    "content/sources.yaml": (["dent", "spine-tip", "family"], 3, 6),
    "content/en/claims.yaml": (["dent", "spine-tip", "family"], 0, 6),
    "content/en/home.yaml": (["dent", "spine-tip", "family"], 3, 6),
    "content/en/glossary.yaml": (["dent", "spine-tip", "family"], 3, 6),
    "content/en/entries/dent.yaml": (["spine-tip", "family"], 3, 6),
    "content/en/entries/spine-tip.yaml": (["dent", "family"], 3, 6),
    "content/en/entries/family.yaml": (["dent", "spine-tip"], 3, 6),
    "assets/plates/back.svg": (["dent", "spine-tip", "family"], 3, 0),
    "assets/icons/tree.svg": (["dent", "spine-tip", "family"], 3, 6),
}


LOSSES = [(name, how) for name in FILES for how in ("is missing", "is damaged", "is empty")]
LOSSES.remove(("content/en/glossary.yaml", "is missing"))  # which it may be


@pytest.mark.parametrize(("name", "how"), LOSSES)
def test_without_one_file_the_rest_is_there_and_one_problem_tells_it(folder: Folder, name: str, how: str) -> None:
    if how == "is missing":
        (folder.path / name).unlink()
    else:
        folder.write(name, "<a: [" if how == "is damaged" else "")
    atlas = folder.load()
    entries, claims, outlines = REMAINS[name]
    assert list(atlas.entries) == entries
    assert (len(atlas.claims), len(atlas.plate.outlines)) == (claims, outlines)
    (problem,) = atlas.problems
    named = "content/entries.yaml" if "/entries/" in name and how == "is missing" else name
    assert problem.where.file == ("content/entries.yaml" if "icons" in name and how == "is missing" else named)


def test_a_broken_claim_is_not_cited_any_more(folder: Folder) -> None:
    folder.change("content/en/claims.yaml", "grade: A", "grade: E")
    atlas = folder.load()
    assert "c2" not in atlas.claims
    assert atlas.entries["dent"].sections[0].claims == ("c1",)
    assert atlas.claims["c3"].inferred_from == ("c1",)


def test_names_of_what_is_not_there_are_taken_out(folder: Folder) -> None:
    folder.change("content/entries.yaml", "icon: tree", "icon: bush")
    folder.change("content/en/home.yaml", "opens: family", "opens: relatives")
    folder.change("content/en/claims.yaml", "atlas_1899", "atlas_1900")
    folder.change("content/entries.yaml", "related: [spine-tip, family]", "related: [hip, family]")
    folder.change("content/entries.yaml", "outlines: [dent-left, dent-right]", "outlines: [dent-left, dent-rihgt]")
    atlas = folder.load()
    assert atlas.entries["family"].pin == Pin(60.0, 30.5, "", LAYERS)
    assert atlas.home.questions[1].opens == ""
    assert atlas.claims["c2"].sources == ("braus1921",)
    assert atlas.entries["dent"].related == ("family",)
    assert atlas.entries["dent"].outlines == ("dent-left",)
    assert len(atlas.problems) == 6


def test_claims_may_be_divided_into_files(folder: Folder) -> None:
    before = folder.load()
    first, second = FILES["content/en/claims.yaml"].split("- id: c3")
    folder.write("content/en/claims/some.yaml", first)
    folder.write("content/en/claims.yaml", f"- id: c3{second}")
    assert folder.load()._replace(claims={}) == before._replace(claims={})
    assert folder.load().claims == before.claims
    folder.write("content/en/claims.yaml", FILES["content/en/claims.yaml"])
    again = [problem for problem in folder.load().problems if "stands here again" in problem.text]
    assert [problem.where for problem in again] == [
        ("content/en/claims/some.yaml", 1),
        ("content/en/claims/some.yaml", 7),
    ]
    assert again[1].text.endswith("take out this one or the one in content/en/claims.yaml:7")
    (folder.path / "content/en/claims.yaml").unlink()
    assert list(folder.load().claims) == ["c1", "c2"]


def test_steps_and_terms_lose_what_is_not_there(folder: Folder) -> None:
    folder.change("content/en/home.yaml", "dimples:dent?layer=skin&zoom=2", "dimples:hip")
    folder.change("content/en/home.yaml", '"dimples:family"', '"dimples:family?layer=liver"')
    folder.change("content/en/home.yaml", "[c3, c2]", "[c4, c2]")
    folder.change("content/en/glossary.yaml", "opens: dent", "opens: hip")
    folder.change("content/en/glossary.yaml", "[braus1921]", "[nobody]")
    folder.change("content/en/glossary.yaml", "claims: [c1]", "claims: [c4, c1]")
    atlas = folder.load()
    first, second = atlas.home.questions[1].steps
    assert (first.shows, second.shows, second.claims) == ("dimples:home", "dimples:home", ("c2",))
    assert (atlas.glossary["pit"].opens, atlas.glossary["pit"].claims) == ("", ("c1",))
    assert atlas.glossary["tip"].sources == ()
    assert len(atlas.problems) == 6


@pytest.mark.parametrize("collects", [True, False])
def test_reading_leaves_the_collector_as_it_was(folder: Folder, *, collects: bool) -> None:
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        folder.load()
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()


def test_what_was_put_out_of_the_collectors_sight_stays_so(folder: Folder) -> None:
    gc.freeze()
    try:
        folder.load()
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
    folder.load()
    assert not gc.get_freeze_count()


def test_a_language_that_is_not_there_is_told_with_those_that_are(folder: Folder) -> None:
    atlas = folder.load("de")
    assert (atlas.entries, atlas.home) == ({}, Home())
    (problem,) = atlas.problems
    assert problem.where == Where("content/de")
    assert problem.text == "there are no words in the language “de”; the languages here: en"


@pytest.mark.parametrize("language", ["../en", "", "/etc", "en/entries"])
def test_a_language_is_no_way_out_of_the_folder(folder: Folder, language: str) -> None:
    (problem,) = folder.load(language).problems
    assert "no words in the language" in problem.text


def test_an_authors_assets_come_before_the_shipped_ones(folder: Folder) -> None:
    folder.write("content/assets/icons/tree.svg", FILES["assets/icons/tree.svg"].replace("M 2 2", "M 3 3"))
    folder.write("content/assets/plates/back.svg", FILES["assets/plates/back.svg"].replace("-170 -190", "-171 -190"))
    atlas = load(folder.path / "content", [folder.path / "content/assets", folder.path / "assets"], "en")
    assert atlas.problems == ()
    assert atlas.icons["tree"][0].steps[:3] == ("M", 3.0, 3.0)
    assert atlas.plate.left == -171.0


def test_what_is_broken_in_an_authors_assets_is_taken_from_the_shipped_ones(folder: Folder) -> None:
    folder.write("content/assets/icons/tree.svg", "<svg")
    folder.write("content/assets/plates/back.svg", "<svg")
    atlas = load(folder.path / "content", [folder.path / "content/assets", folder.path / "assets"], "en")
    assert {problem.where.file for problem in atlas.problems} == {
        "content/assets/icons/tree.svg",
        "content/assets/plates/back.svg",
    }
    assert len(atlas.plate.outlines) == 6
    assert list(atlas.icons) == ["tree"]


def test_problems_name_files_as_one_would_type_them(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.change("content/en/claims.yaml", "grade: A", "grade: E")
    assert str(folder.load().problems[0]).startswith("content/en/claims.yaml:9: ")
    monkeypatch.chdir(folder.path / "content/en")
    assert str(folder.load().problems[0]).startswith("claims.yaml:9: ")
    monkeypatch.chdir(folder.path / "assets")
    assert str(folder.load().problems[0]).startswith(f"{folder.path}/content/en/claims.yaml:9: ")


def test_content_is_read_even_where_the_current_folder_is_gone(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    folder.write("content/en/home.yaml", "title: [")
    assert [problem.where.file for problem in folder.load().problems] == [str(folder.path / "content/en/home.yaml")]


def test_a_broken_icon_does_not_keep_an_unknown_outline_from_being_told(folder: Folder) -> None:
    folder.write("assets/icons/tree.svg", "<svg")
    folder.change("content/entries.yaml", "    - tip-right", "    - tip-right\n    - tip-top")
    assert [problem.where.file for problem in folder.load().problems] == [
        "assets/icons/tree.svg",
        "content/entries.yaml",
    ]
