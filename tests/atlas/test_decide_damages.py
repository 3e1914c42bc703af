"""Each kind of damage to what helps to decide is told once, with the right file and line, and says what to do."""

# ruff: noqa: E501  # a table, one damage a line

import pytest

from dimples_gui.atlas.decide import decide_of
from tests.atlas.conftest import Folder
from tests.atlas.decide_files import DECIDE_FILES
from tests.atlas.test_damages import Damage

OPTIONS, OPTIONS_EN = "content/options.yaml", "content/en/options.yaml"
LOOKALIKES, LOOKALIKES_EN = "content/lookalikes.yaml", "content/en/lookalikes.yaml"
REDFLAGS, TRUTHS = "content/en/redflags.yaml", "content/en/truths.yaml"
FIND, FIND_EN, SHEET = "content/find.yaml", "content/en/find.yaml", "content/en/sheet.yaml"
SIGNPOSTS = "content/en/signposts.yaml"

DAMAGES = [
    # shapes
    Damage(OPTIONS, "per_1000: 20", "per_1000: 2000", "per_1000", "options: “per_1000” should be a number of people in 1,000, above 0, not “2000”"),
    Damage(OPTIONS, "per_1000: 20", "per_1000: 0", "per_1000", "above 0, not “0”"),
    Damage(OPTIONS, "searched: 2026-11", "searched: lately", "lately", "“searched” should be a year and month as 2026-11"),
    Damage(OPTIONS, "met: false", "met: hardly", "hardly", "“met” should be true or false, not “hardly”"),
    Damage(OPTIONS, "kind: qualifying", "kind: good", "kind: good", "“kind” should be one of qualifying, certifying, not “good”"),
    Damage(OPTIONS, "touches:", "touch:", "touch:", "“touch” is not a key that is read; did you mean “touches”?"),
    Damage(OPTIONS_EN, "told: 2 %, ", "", "bleeding:", "options: “told” is missing: add it"),
    Damage(LOOKALIKES, "x: 45, y: 0}", "x: 450, y: 0}", "450", "a number of millimetres, at most 190 either way, not “450”"),
    Damage(TRUTHS, 'answer: "true"', "answer: perhaps", "perhaps", "statement venus: “answer” should be one of true, false, unknown, not “perhaps”"),
    Damage(TRUTHS, 'answer: "true"', "answer: true", "answer: true", "“answer” should be one of true, false, unknown, not “true”"),
    Damage(REDFLAGS, "urgency: now", "urgency: never", "never", "red flag numb: “urgency” should be one of now, day, soon"),
    Damage(FIND, "layer: skin", "layer: hair", "hair", "“layer” should be one of skin, fat, muscle"),
    Damage(SHEET, "{id: cost, text: What does it cost?}", "{id: cost}", "id: cost", "sheet: “text” is missing: add it"),
    Damage(SIGNPOSTS, "summary: What people say.", "", "truths:", "signpost truths: “summary” is missing: add it"),
    Damage(SIGNPOSTS, "truths:", "truth:", "truth:", "signpost truth: there is no such panel; there are options, lookalikes"),
    # names
    Damage(OPTIONS, "[dent, spine-tip]", "[dent,\n      liver]", "liver", "option cutting: there is no entry “liver” to touch"),
    Damage(OPTIONS, "done: {claims: [c1]}", "done: {claims: [c9]}", "c9", "option nothing, done: there is no claim “c9” in claims.yaml"),
    Damage(OPTIONS, "claim: c2", "claim: c9", "c9", "option cutting, wrong: there is no claim “c9” in claims.yaml"),
    Damage(OPTIONS, "claim: c2", "claim: c3", "claim: c3", "option cutting, wrong: claim c3 has no source that counted “bleeding”"),
    Damage(OPTIONS, "      done: {claims: [c2]}\n", "      done: {claims: [c2]}\n      price: {searched: 2026-11}\n", "price", "option cutting: there is no row “price”: name it under rows"),
    Damage(OPTIONS, "met: true, rows: [done]", "met: true, rows: [price]", "price", "criterion condition: there is no row “price”"),
    Damage(OPTIONS, "sources: [braus1921]", "sources: [nobody]", "nobody", "options: there is no source “nobody” in sources.yaml"),
    Damage(LOOKALIKES, "claims: [c1]", "claims: [c9]", "c9", "look-alike dent: there is no claim “c9” in claims.yaml"),
    Damage(LOOKALIKES, "opens: dent", "opens: liver", "liver", "look-alike dent: there is no entry “liver” to open"),
    Damage(REDFLAGS, "[braus1921]", "[nobody]", "nobody", "red flag numb: there is no source “nobody” in sources.yaml"),
    Damage(TRUTHS, "claim: c1", "claim: c9", "c9", "statement venus: there is no claim “c9” in claims.yaml"),
    Damage(FIND, "entry: spine-tip", "entry: liver", "liver", "spot tip: there is no entry “liver” in entries.yaml"),
    Damage(FIND, "claims: [c2]", "claims: [c9]", "c9", "find: there is no claim “c9” in claims.yaml"),
    # links
    Damage(OPTIONS_EN, "(dimples:dent)", "(dimples:liver)", "liver", "options: the link dimples:liver leads nowhere"),
    Damage(OPTIONS_EN, "It may bleed.", "See [it](dimples:liver).", "liver", "option cutting: the link dimples:liver leads nowhere"),
    Damage(OPTIONS_EN, "shown: Above.", "shown: '[Above](above.yaml)'", "above.yaml", "criterion condition: the link “above.yaml” is neither"),
    Damage(LOOKALIKES_EN, "https://example.org", "http://example.org", "http:", "look-alike lump: the link “http://example.org” is neither"),
    Damage(LOOKALIKES_EN, "where: Near by.", "where: Near [it](dimples:liver).", "liver", "look-alike lump: the link dimples:liver"),
    Damage(REDFLAGS, "You are hot.", "You are [hot](dimples:fire).", "fire", "red flag fever: the link dimples:fire leads nowhere"),
    Damage(TRUTHS, "(dimples:dent)", "(dimples:liver)", "liver", "statement venus: the link dimples:liver leads nowhere"),
    Damage(FIND_EN, "They miss by far.", "They [miss](dimples:liver).", "liver", "find: the link dimples:liver leads nowhere"),
    Damage(SHEET, "No diagnosis.", "No [diagnosis](dimples:liver).", "liver", "sheet: the link dimples:liver leads nowhere"),
    # facts and words
    Damage(OPTIONS_EN, "  cutting:", "  sewing: {name: Sewing, cells: {done: Sewn.}}\n  cutting:", "sewing", "nothing reads this: there is no “sewing” under options in content/options.yaml"),
    Damage(OPTIONS_EN, "  wrong: What can go wrong?", "  wrong: What can go wrong?\n  price: What does it cost?", "price", "there is no “price” under rows in content/options.yaml"),
    Damage(OPTIONS_EN, "  wrong: What can go wrong?\n", "", "rows:", "rows: “wrong” has no heading: add it"),
    Damage(OPTIONS_EN, "      done: Skin is cut.\n", "", "    cells:\n      wrong", "option cutting, done: it says nothing: write it, or put under searched"),
    Damage(OPTIONS_EN, "      done: Nothing.", "      done: Nothing.\n      wrong: Nothing.", "      wrong: Nothing.", "option nothing, wrong: searched in options.yaml says that nothing was found: take out one"),
    Damage(OPTIONS_EN, "      done: Nothing.", "      done: Nothing.\n      price: Nothing.", "price", "option nothing: there is no row “price”"),
    Damage(OPTIONS, "done: {claims: [c1]}", "done: {}", "", "option nothing, done rests on nothing: give it claims in options.yaml"),
    Damage(OPTIONS_EN, "      bleeding: {", "      pain: {what: Pain, told: 1 %, among: them}\n      bleeding: {", "pain", "option cutting: there is no rate “pain” in options.yaml"),
    Damage(OPTIONS_EN, "    rates:\n      bleeding: {what: Bleeding, told: 2 %, among: 50 people}\n", "", "  cutting:", "option cutting, wrong: the rate “bleeding” has no words"),
    Damage(LOOKALIKES_EN, "      who: Some.\n", "", "    features:\n      where: Near by.", "look-alike lump says nothing under who: add it"),
    Damage(LOOKALIKES_EN, "      who: Some.", "      who: Some.\n      age: Old.", "age", "look-alike lump: there is no feature “age”"),
    Damage(LOOKALIKES_EN, "marks: [One, and another]", "marks: [One]", "marks", "look-alike dent: 1 words for 2 marks of lookalikes.yaml"),
    Damage(FIND_EN, "  tip: Point at the tip.", "  toe: Point at the toe.", "toe", "there is no “toe” under hunts in content/find.yaml"),
    # rules
    Damage(LOOKALIKES, "claims: [c3]", "claims: []", "claims: []", "look-alike lump rests on nothing: give it claims"),
    Damage(REDFLAGS, "[atlas_1899]", "[]", "sources: []", "red flag fever rests on nothing: give it sources"),
    Damage(REDFLAGS, "id: fever", "id:  numb", "id:  numb", "red flag numb stands here again"),
    Damage(TRUTHS, 'answer: "true"', 'answer: "false"', '"false"', "statement venus: by the verdict of claim c1, holds, the answer is true"),
    Damage(FIND, "x: 45", "x: -45", "-45", "spot dent: of two spots give the right one, with x above 0"),
]  # fmt: skip


@pytest.fixture
def deciding(folder: Folder) -> Folder:
    """The sound folder, with what helps to decide."""
    for name, text in DECIDE_FILES.items():
        folder.write(name, text)
    return folder


@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_damage_is_told_at_its_line(deciding: Folder, damage: Damage) -> None:
    deciding.change(damage.file, damage.old, damage.new)
    atlas = deciding.load()
    decide_of(atlas.decide)
    (problem,) = atlas.problems
    assert damage.says in problem.text
    text = (deciding.path / problem.where.file).read_text(encoding="utf-8")
    if damage.at:
        assert problem.where.file == damage.file
        assert problem.where.line == text[: text.index(damage.at)].count("\n") + 1


def test_without_the_option_to_change_nothing_there_is_a_problem(deciding: Folder) -> None:
    text = DECIDE_FILES[OPTIONS]
    begin, end = text.index("  nothing:"), text.index("  cutting:")
    deciding.write(OPTIONS, text[:begin] + text[end:])
    text = DECIDE_FILES[OPTIONS_EN]
    begin, end = text.index("  nothing:"), text.index("  cutting:")
    deciding.write(OPTIONS_EN, text[:begin] + text[end:])
    (problem,) = deciding.load().problems
    assert problem.text == "options: “nothing” is missing: to change nothing is an option, the first"


def test_the_option_to_change_nothing_comes_first(deciding: Folder) -> None:
    text = DECIDE_FILES[OPTIONS]
    begin, middle, end = text.index("  nothing:"), text.index("  cutting:"), text.index("criteria:")
    deciding.write(OPTIONS, text[:begin] + text[middle:end] + text[begin:middle] + text[end:])
    (problem,) = deciding.load().problems
    assert problem.text == "options: put “nothing” before all others"
    assert problem.where == (OPTIONS, deciding.line(OPTIONS, "  nothing:"))


def test_a_drawing_has_room_for_four_marks(deciding: Folder) -> None:
    deciding.change(LOOKALIKES, "marks: [", f"marks: [{'{x: 1, y: 1}, ' * 3}")
    deciding.change(LOOKALIKES_EN, "marks: [", f"marks: [{'More, ' * 3}")
    (problem,) = deciding.load().problems
    assert problem.text == "look-alike dent: 5 marks are too many: leave 4"
