"""What helps to decide is read from content into values; what is missing or broken takes nothing else along."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dimples_gui.atlas.compiler import dump, restore
from dimples_gui.atlas.decide import (
    Cell,
    Criterion,
    Decide,
    Finding,
    Hunt,
    Lookalike,
    Mark,
    Option,
    Options,
    Prompt,
    Rate,
    RedFlag,
    Row,
    Sheet,
    Signpost,
    Truth,
    decide_of,
    packed,
    panels_with,
)
from dimples_gui.atlas.extra import extended
from tests.atlas.conftest import Folder
from tests.atlas.decide_files import DECIDE_FILES
from tests.atlas.test_random_damage import SNIPPETS

WHOLE = Decide(
    Options(
        "Your options",
        "Leave [the dents](dimples:dent) as they are, or not.",
        "Nobody paid.",
        (Row("done", "What is done?"), Row("wrong", "What can go wrong?")),
        (
            Option(
                "nothing", "Change nothing", (), "", False, (), (Cell("Nothing.", ("c1",)), Cell(searched="2026-11"))
            ),
            Option(
                "cutting",
                "Cutting",
                ("with a knife",),
                "Not recommended",
                True,
                ("dent", "spine-tip"),
                (
                    Cell("Skin is cut.", ("c2",)),
                    Cell("It may bleed.", ("c3",), (Rate("Bleeding", 20.0, "2 %", "50 people", "c2"),)),
                ),
            ),
        ),
        (
            Criterion("condition", "qualifying", "It says what it is about.", True, "Above.", ("done",)),
            Criterion("funding", "certifying", "It says who paid.", False, "It does not say so."),
        ),
        ("braus1921",),
    ),
    (
        Lookalike(
            "dent", "The dent", "venus", "A dent.", (("Where", "Low on the back."), ("Who has it", "Many.")),
            (Mark(45.0, 0.0, "One"), Mark(-45.0, 0.5, "and another")), "No need.", ("c1",), "dent",
        ),
        Lookalike(
            "lump", "A lump", "mouse", "No dent.", (("Where", "Near by."), ("Who has it", "Some.")), (),
            "See [a doctor](https://example.org) if it hurts.", ("c3",), "",
        ),
    ),
    (
        RedFlag("Back pain", "You are numb.", "Go now.", ("braus1921",), "now"),
        RedFlag("Back pain", "You are hot.", "Go soon.", ("atlas_1899",), "soon"),
    ),
    (
        Truth("venus", "They are called dimples of Venus.", "true", "They [are](dimples:dent).", "c1"),
        Truth("bone", "There is bone.", "unknown", "Nobody knows.", "c3"),
    ),
    Finding(
        (
            Hunt("dent", "skin", "Point at a dent.", 45.0, 0.0, True),
            Hunt("spine-tip", "bone", "Point at the tip.", 0.0, -3.5, False),
        ),
        "They miss by far.",
        ("c2",),
    ),
    Sheet(
        "My talk",
        "Take it along.",
        (Prompt("hope", "What I hope for", "In your words."),),
        (("cost", "What does it cost?"),),
        "No diagnosis.",
    ),
    (
        Signpost(
            "options",
            "Your options",
            "What can be done.",
            ("pros and cons", "Change nothing", "Cutting", "with a knife"),
        ),
        Signpost(
            "truths", "Is it true?", "What people say.", ("They are called dimples of Venus.", "There is bone.")
        ),
    ),
)  # fmt: skip


@pytest.fixture
def deciding(folder: Folder) -> Folder:
    """The sound folder, with what helps to decide."""
    for name, text in DECIDE_FILES.items():
        folder.write(name, text)
    return folder


def read(folder: Folder) -> Decide:
    return decide_of(folder.load().decide)


def test_all_of_it_is_read(deciding: Folder) -> None:
    atlas = deciding.load()
    assert atlas.problems == ()
    assert decide_of(atlas.decide) == WHOLE
    assert decide_of(restore(dump(atlas)).decide) == WHOLE


def test_a_folder_without_it_is_sound(folder: Folder) -> None:
    atlas = folder.load()
    assert atlas.problems == ()
    assert decide_of(atlas.decide) == Decide()
    assert decide_of("") == Decide()


LOST = {
    "options.yaml": {"options": Options()},
    "en/options.yaml": {"options": Options()},
    "lookalikes.yaml": {"lookalikes": ()},
    "en/lookalikes.yaml": {"lookalikes": ()},
    "en/redflags.yaml": {"redflags": ()},
    "en/truths.yaml": {"truths": ()},
    "find.yaml": {"finding": Finding()},
    "en/find.yaml": {"finding": Finding()},
    "en/sheet.yaml": {"sheet": Sheet()},
    "en/signposts.yaml": {"signposts": ()},
}


def without(name: str) -> Decide:
    """All but what a file holds; a panel that shows nothing has no signpost."""
    left = tuple(sign for sign in WHOLE.signposts if sign.panel not in name)
    return WHOLE._replace(signposts=left)._replace(**LOST[name])  # type: ignore[arg-type]  # its fields by name


@pytest.mark.parametrize("name", LOST)
@pytest.mark.parametrize("text", ["a: [", "", "- 1\n", "a: 1\n"])
def test_a_broken_file_takes_no_other_along(deciding: Folder, name: str, text: str) -> None:
    deciding.write(f"content/{name}", text)
    atlas = deciding.load()
    assert decide_of(atlas.decide) == without(name)
    assert {problem.where.file for problem in atlas.problems} == {f"content/{name}"}


@pytest.mark.parametrize("name", LOST)
def test_a_missing_file_takes_no_other_along(deciding: Folder, name: str) -> None:
    (deciding.path / "content" / name).unlink()
    atlas = deciding.load()
    assert decide_of(atlas.decide) == without(name)
    needed = name in ("options.yaml", "lookalikes.yaml", "find.yaml")  # its words are there and nothing shows them
    assert [problem.where.file for problem in atlas.problems] == ([f"content/en/{name}"] if needed else [])


def test_a_broken_option_costs_only_itself(deciding: Folder) -> None:
    deciding.change("content/options.yaml", "folded: true", "folded: perhaps")
    atlas = deciding.load()
    options = decide_of(atlas.decide).options
    assert [option.id for option in options.options] == ["nothing"]
    assert options.criteria == WHOLE.options.criteria
    (problem,) = atlas.problems
    assert "“folded” should be true or false, not “perhaps”" in problem.text


def test_broken_words_cost_only_their_option(deciding: Folder) -> None:
    deciding.change("content/en/options.yaml", "advice: Not", "advise: Not")
    deciding.change("content/en/lookalikes.yaml", "summary: No dent.", "summary: [No dent.]")
    options, lookalikes, *_ = read(deciding)
    assert [option.id for option in options.options] == ["nothing"]
    assert [each.id for each in lookalikes] == ["dent"]


def test_parts_that_are_no_parts_cost_the_file(deciding: Folder) -> None:
    deciding.change("content/find.yaml", "hunts:\n", "hunts: 3\nmore:\n")
    assert read(deciding).finding == Finding()


def test_a_language_may_leave_options_spots_and_look_alikes_out(deciding: Folder) -> None:
    text = DECIDE_FILES["content/en/options.yaml"]
    cutting, criteria = text.index("  cutting:"), text.index("criteria:")
    deciding.write("content/en/options.yaml", text[:cutting] + text[criteria:].replace("  funding", "  # funding"))
    deciding.change("content/en/find.yaml", "  tip: Point at the tip.\n", "")
    text = DECIDE_FILES["content/en/lookalikes.yaml"]
    deciding.write("content/en/lookalikes.yaml", text[: text.index("  lump:")])
    atlas = deciding.load()
    options, lookalikes, _, _, finding, *_ = decide_of(atlas.decide)
    assert atlas.problems == ()
    assert [option.id for option in options.options] == ["nothing"]
    assert [criterion.id for criterion in options.criteria] == ["condition"]
    assert [each.id for each in lookalikes] == ["dent"]
    assert [hunt.entry for hunt in finding.hunts] == ["dent"]


def test_what_names_something_broken_is_cut_off(deciding: Folder) -> None:
    deciding.change("content/en/claims.yaml", "grade: C", "grade: E")  # c3
    deciding.change("content/entries.yaml", "kind: structure\n  outlines:", "kind: muscle\n  outlines:")  # spine-tip
    deciding.change("content/sources.yaml", "key: atlas_1899", "key: atlas_1899\n  yaer: 3")
    options, lookalikes, redflags, truths, finding, *_ = read(deciding)
    assert options.options[1].touches == ("dent",)
    assert options.options[1].cells[1].claims == ()
    assert lookalikes[1].claims == ()
    assert redflags[1].sources == ()
    assert [truth.id for truth in truths] == ["venus"]
    assert [hunt.entry for hunt in finding.hunts] == ["dent"]


def test_a_rate_whose_claim_is_broken_is_cut_off(deciding: Folder) -> None:
    deciding.change("content/en/claims.yaml", "grade: A", "grade: E")  # c2
    assert read(deciding).options.options[1].cells[1].rates == ()


def test_the_panels_are_known_on_which_a_claim_stands() -> None:
    stands = {claim: [sign.panel for sign in panels_with(claim, WHOLE)] for claim in ("c1", "c2", "c3", "c9")}
    assert stands == {"c1": ["options", "truths"], "c2": ["options"], "c3": ["options", "truths"], "c9": []}
    rated = WHOLE.options.options[1].cells[1]._replace(claims=())
    option = WHOLE.options.options[1]._replace(cells=(rated,))
    assert panels_with("c2", WHOLE._replace(options=WHOLE.options._replace(options=(option,))))


def test_added_folders_leave_it_as_it_is(deciding: Folder) -> None:
    atlas = deciding.load()
    deciding.write("extra/clinic/en/claims.yaml", "- {id: x1, text: We are here., grade: B, sources: [braus1921]}\n")
    deciding.write("extra/clinic/en/truths.yaml", DECIDE_FILES["content/en/truths.yaml"])
    more = extended(atlas, deciding.path / "extra", "en")
    assert "x1" in more.claims
    assert more.decide == atlas.decide
    (problem,) = more.problems
    assert problem.text.startswith("nothing reads this file")


def test_no_damage_to_the_text_of_a_file_ever_raises(deciding: Folder) -> None:
    @given(st.sampled_from(sorted(DECIDE_FILES)), st.data())
    @settings(max_examples=150, deadline=None)
    def damage(name: str, data: st.DataObject) -> None:
        text = DECIDE_FILES[name].encode()
        begin = data.draw(st.integers(0, len(text)), "from")
        end = data.draw(st.integers(begin, min(begin + 30, len(text))), "to")
        snippet = data.draw(SNIPPETS, "instead")
        put = snippet if isinstance(snippet, bytes) else snippet.encode("utf-8", "surrogatepass")
        deciding.write(name, text[:begin] + put + text[end:])
        try:
            atlas = deciding.load()
            assert restore(dump(atlas)) == atlas
            decide = decide_of(atlas.decide)
            assert all(len(option.cells) == len(decide.options.rows) for option in decide.options.options)
            assert {truth.claim for truth in decide.truths} <= atlas.claims.keys()
            assert {hunt.entry for hunt in decide.finding.hunts} <= atlas.entries.keys()
        finally:
            deciding.write(name, DECIDE_FILES[name])

    damage()


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
NAMES = st.lists(TEXT, max_size=2).map(tuple)
NUMBER = st.floats(-1e4, 1e4)
RATE = st.builds(Rate, TEXT, NUMBER, TEXT, TEXT, TEXT)
CELL = st.builds(Cell, TEXT, NAMES, st.lists(RATE, max_size=2).map(tuple), TEXT)
OPTION = st.builds(Option, TEXT, TEXT, NAMES, TEXT, st.booleans(), NAMES, st.lists(CELL, max_size=2).map(tuple))
CRITERION = st.builds(Criterion, TEXT, TEXT, TEXT, st.booleans(), TEXT, NAMES)
PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
MARKS = st.lists(st.builds(Mark, NUMBER, NUMBER, TEXT), max_size=2).map(tuple)
HUNT = st.builds(Hunt, TEXT, TEXT, TEXT, NUMBER, NUMBER, st.booleans())
DECIDE = st.builds(
    Decide,
    st.builds(
        Options,
        TEXT,
        TEXT,
        TEXT,
        st.lists(st.builds(Row, TEXT, TEXT), max_size=2).map(tuple),
        st.lists(OPTION, max_size=2).map(tuple),
        st.lists(CRITERION, max_size=2).map(tuple),
        NAMES,
    ),
    st.lists(st.builds(Lookalike, TEXT, TEXT, TEXT, TEXT, PAIRS, MARKS, TEXT, NAMES, TEXT), max_size=2).map(tuple),
    st.lists(st.builds(RedFlag, TEXT, TEXT, TEXT, NAMES, TEXT), max_size=2).map(tuple),
    st.lists(st.builds(Truth, *[TEXT] * 5), max_size=2).map(tuple),
    st.builds(Finding, st.lists(HUNT, max_size=2).map(tuple), TEXT, NAMES),
    st.builds(Sheet, TEXT, TEXT, st.lists(st.builds(Prompt, TEXT, TEXT, TEXT), max_size=2).map(tuple), PAIRS, TEXT),
    st.lists(st.builds(Signpost, TEXT, TEXT, TEXT, NAMES), max_size=2).map(tuple),
)


@given(DECIDE)
@settings(max_examples=60, deadline=None)
def test_values_come_back_from_their_text_as_they_were(decide: Decide) -> None:
    again = decide_of(packed(decide))
    assert again == decide
    assert repr(again) == repr(decide)  # the types too
