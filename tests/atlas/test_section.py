"""The second plate: its outlines and the entries that they open, broken in each way."""

import pytest

from dimples_gui.atlas.compiler import dump, restore
from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import LIVING_CUTS
from dimples_gui.paths import find_places
from tests.atlas.conftest import Folder

FACTS, SECTION = "content/entries.yaml", "assets/plates/section.svg"
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-170 -26 340 118">
<g id="bone">
<path id="cut-tip" d="M-50 -5 H-40 V5 H-50 Z"/>
<path id="cut-bare" data-entry="" d="M50 -5 H40 V5 H50 Z"/>
</g>
</svg>
"""


@pytest.fixture
def cut(folder: Folder) -> Folder:
    """Sound content with a section."""
    folder.write(SECTION, DRAWING)
    folder.change(FACTS, "  outlines: [dent-left, dent-right]", "  outlines: [dent-left, dent-right]\n  cut: [cut-tip]")
    return folder


def problems(folder: Folder) -> list[str]:
    """What is wrong, by file, line and words."""
    return [str(problem).removeprefix(f"{folder.path}/") for problem in folder.load().problems]


def test_a_section_is_read_and_comes_back_as_it_was_compiled(cut: Folder) -> None:
    atlas = cut.load()
    assert problems(cut) == []
    assert atlas.entries["dent"].cut == ("cut-tip",)
    assert atlas.section.layers == ("bone",)
    assert (atlas.section.left, atlas.section.bottom) == (-170.0, -92.0)
    assert restore(dump(atlas)) == atlas


def test_content_without_a_section_is_sound(folder: Folder) -> None:
    assert folder.load().section.layers == ()
    assert problems(folder) == []


def test_what_follows_the_body_may_be_named_though_nobody_drew_it(cut: Folder) -> None:
    cut.change(FACTS, "[cut-tip]", f"[cut-tip, {', '.join(LIVING_CUTS)}]")
    assert problems(cut) == []
    assert cut.load().entries["dent"].cut == ("cut-tip", *LIVING_CUTS)


def test_an_entry_that_names_no_outline_of_the_section_is_told_and_goes_without(cut: Folder) -> None:
    cut.change(FACTS, "[cut-tip]", "[cut-tip, cut-tooth]")
    assert any("entry dent: there is no outline “cut-tooth” in section.svg" in problem for problem in problems(cut))
    assert cut.load().entries["dent"].cut == ("cut-tip",)


def test_naming_outlines_of_a_section_that_is_not_there_is_told(folder: Folder) -> None:
    folder.change(FACTS, "  rank: 3", "  cut: [cut-dimple-left]\n  rank: 3")
    assert any("there is no outline “cut-dimple-left” in section.svg" in problem for problem in problems(folder))
    assert folder.load().entries["family"].cut == ()


def test_an_outline_of_the_section_that_opens_nothing_is_told_where_it_stands(cut: Folder) -> None:
    cut.change(SECTION, ' data-entry=""', "")
    told = problems(cut)
    assert len(told) == 1
    assert "section.svg:4: outline “cut-bare” opens nothing" in told[0]


def test_an_outline_marked_as_opening_nothing_that_opens_something_is_told(cut: Folder) -> None:
    cut.change(FACTS, "[cut-tip]", "[cut-tip, cut-bare]")
    assert any("section.svg:4: outline “cut-bare” opens entry dent" in problem for problem in problems(cut))


def test_an_outline_of_the_section_outside_its_window_is_told(cut: Folder) -> None:
    cut.change(SECTION, "M-50 -5 H-40 V5 H-50 Z", "M-50 -50 H-40 V-40 H-50 Z")
    assert any("section.svg:3: outline “cut-tip” lies outside the plate's window" in line for line in problems(cut))


def test_a_broken_section_costs_only_itself(cut: Folder) -> None:
    cut.change(SECTION, "</svg>", "")
    told = problems(cut)
    assert len(told) == 1
    assert "section.svg" in told[0]
    assert cut.load().entries["dent"].outlines == ("dent-left", "dent-right")


def test_the_shipped_section_is_sound_and_most_structures_at_its_level_can_be_opened_there() -> None:
    places = find_places()
    atlas = load(places.content, places.assets, "en")
    assert [problem for problem in atlas.problems if "section" in str(problem) or "cut" in problem.text] == []
    cut = {entry.id for entry in atlas.entries.values() if entry.cut}
    assert {"dimple", "psis", "tether", "sacrum", "multifidus", "subcutaneous-fat"} <= cut
    assert {name for entry in atlas.entries.values() for name in entry.cut} >= set(LIVING_CUTS)
