"""Each kind of damage is told once, with the right file and line, in words that say what to do."""

# ruff: noqa: E501  # a table, one damage a line

from typing import NamedTuple

import pytest

from tests.atlas.conftest import Folder

FACTS = "content/entries.yaml"
SOURCES = "content/sources.yaml"
CLAIMS = "content/en/claims.yaml"
HOME = "content/en/home.yaml"
GLOSSARY = "content/en/glossary.yaml"
DENT = "content/en/entries/dent.yaml"
FAMILY = "content/en/entries/family.yaml"
PLATE = "assets/plates/back.svg"
TREE = "assets/icons/tree.svg"


class Damage(NamedTuple):
    """Some words of a file replaced (or all of them written); the problem is told on the first line with `at` and says this."""

    file: str
    old: str
    new: str
    at: str
    says: str

    def __str__(self) -> str:
        return f"{self.file.rpartition('/')[2]} {self.new.strip():.40}"


YAML = [
    Damage(FACTS, "rank: 2", "rank: [2", "family:", "this is not YAML here or just above"),
    Damage(HOME, "lead: Point", "lead:\tPoint", "lead:", "a tab: use spaces"),
    Damage(HOME, "Point,", "Point\x07,", "lead:", "the control character U+0007: take it out"),
    Damage(DENT, "summary: Two", "title: Again\nsummary: Two", "title: Again", "“title” stands here again"),
    Damage(
        FACTS, "near: {under: [spine-tip]}", "near: &a {under: [spine-tip]}\n  related: *a", "*a", "“*a” stands for"
    ),
    Damage(DENT, "title: The", "title: !!python/name:os.system The", "!!python", "python/name:os.system” is not read"),
    Damage(HOME, "note: No", "---\nnote: No", "---", "a second document begins here"),
    Damage(HOME, "note: No", "note: " + "[" * 25 + "]" * 25 + "\nnote2: No", "note: [", "nested more than 20 deep"),
    Damage(HOME, "note: No", "[a, b]: No", "[a, b]", "a key is a word"),
    Damage(HOME, "note: No", "? {a: b}\n: No", "? {a", "a key is a word"),
]
SHAPES = [
    Damage(CLAIMS, "grade: A", "grade: E", "grade: E", "claim c2: “grade” should be one of A, B, C, D, not “E”"),
    Damage(CLAIMS, "verdict: holds", "verdict: true", "verdict:", "needs qualifying, contested, contradicted, no"),
    Damage(CLAIMS, "searched: 2026-11", "searched: 2026", "searched", "should be a year and month as 2026-11, not “2026”"),
    Damage(CLAIMS, "searched: 2026-11", "searched: 2026-13", "searched", "a year and month as 2026-11, not “2026-13”"),
    Damage(CLAIMS, "  grade: A\n", "", "- id: c2", "claim c2: “grade” is missing: add it"),
    Damage(CLAIMS, "popular:", "poplar:", "poplar", "claim c1: “poplar” is not a key that is read; did you mean “popular”?"),
    Damage(CLAIMS, "popular:", "zzz:", "zzz", "the keys here are id, text, grade, popular"),
    Damage(CLAIMS, "- id: c1", "- {id: 'c,4', text: A, grade: D, sources: [braus1921]}\n- id: c1", "c,4", "“id” should be letters and digits"),
    Damage(CLAIMS, "    - atlas_1899", "    - 1899", "- 1899", "each item of “sources” should be text, not “1899” (put"),
    Damage(CLAIMS, "from: [c1, c2]", "from: c1", "from:", "“from” should be a list, not “c1”"),
    Damage(CLAIMS, "from: [c1, c2]", "from: {c1: 1}", "from:", "“from” should be a list, not keys with values"),
    Damage(FACTS, "rank: 2", "rank: two", "rank: two", "entry spine-tip: “rank” should be a whole number from 1 up, not “two”"),
    Damage(FACTS, "rank: 2", "rank: 0", "rank: 0", "a whole number from 1 up, not “0”"),
    Damage(FACTS, "y: 30.5", "y: high", "y: high", "“y” should be a number, not “high”"),
    Damage(FACTS, "r: 17", "r: -17", "r: -17", "a number of millimetres above 0, not “-17”"),
    Damage(FACTS, "layers: [bone]", "layers: [bones]", "[bones]", "each item of “layers” should be one of skin, fat"),
    Damage(FACTS, "icon: tree", "icon: ../tree", "../tree", "a name in small letters, digits and hyphens"),
    Damage(FACTS, "pin: {x: 60, y: 30.5, icon: tree}", "pin:", "pin:", "“pin” should be keys with values, not empty"),
    Damage(FACTS, "FMA: 20209", "FMA: [1]", "FMA", "“FMA” should be text or a whole number, not a list"),
    Damage(FACTS, '{TA2: "273", FMA: 20209}', "[1]", "ids", "“ids” should be keys with values, not a list"),
    Damage(DENT, "title: The dents", 'title: ""', "title", "entry dent: “title” should be text, not empty"),
    Damage(DENT, "title: The dents", "title: 1984", "title", "“title” should be text, not “1984” (put it in quotes)"),
    Damage(DENT, "title: The dents", "title: 1.5", "title", "“title” should be text, not “1.5” (put it in quotes)"),
    Damage(DENT, "summary: Two small dents low on the back.", "summary: true", "summary", "not “true” (put it in quotes)"),
    Damage(DENT, "  - title: Why\n    claims", "  - claims", "  - claims", "“title” is missing: add it"),
    Damage(HOME, "opens: family", "open: family", "open:", "home: “open” is not a key that is read; did you mean “opens”"),
    Damage(HOME, "  - {question: Can I get them?}", "  - Can I?", "Can I?", "each item of “questions” should be keys with"),
    Damage(SOURCES, "- key: atlas_1899", "- title: A book\n- key: atlas_1899", "A book", "source: “key” is missing: add it"),
    Damage(SOURCES, "- key: atlas_1899", "- a book\n- key: atlas_1899", "a book", "source: it should be keys with values, not “a book”"),
]  # fmt: skip
NAMES = [
    Damage(CLAIMS, "- id: c3", "- {text: Again, id: c2, grade: A}\n- id: c3", "Again", "claim c2 stands here again: take out this one or the one on line 7"),
    Damage(SOURCES, "- key: atlas_1899", "- {key: braus1921}\n- key: atlas_1899", "{key", "source braus1921 stands here again: take out this one or the one on line 1"),
    Damage(FACTS, "family:\n", "The Hip: {kind: topic, rank: 9}\nfamily:\n", "The Hip:", "entry The Hip: choose another name"),
    Damage(FACTS, "family:\n", "home: {kind: topic, rank: 9}\nfamily:\n", "home:", "entry home: choose another name"),
    Damage(FACTS, "family:\n", "glossary: {kind: topic, rank: 9}\nfamily:\n", "glossary:", "entry glossary: choose another name"),
    Damage(FACTS, "rank: 3", "rank: 3\n\nbones: {kind: topic, rank: 4, pin: {x: 0, y: 0, icon: tree}}", "bones", "entry bones has no words: write content/en/entries/bones.yaml"),
    Damage("content/en/entries/famliy.yaml", "", "title: A\n", "", "nothing reads this file: no entry “famliy” in entries.yaml"),
    Damage("content/en/entries/dent.yml", "", "title: A\n", "", "nothing reads this file: its name should end in .yaml"),
]  # fmt: skip
REFERENCES = [
    Damage(CLAIMS, "    - atlas_1899", "    - atlas_1900", "atlas_1900", "claim c2: there is no source “atlas_1900”"),
    Damage(CLAIMS, "from: [c1, c2]", "from: [c1,\n    c9]", "c9]", "claim c3: there is no claim “c9” to infer it from"),
    Damage(DENT, "      - c3", "      - c33", "- c33", "entry dent: there is no claim “c33” in claims.yaml"),
    Damage(DENT, "      - c3", "      - c3\n      - c2", "- c2", "entry dent cites claim c2 twice: take out this one or line 13"),
    Damage(FACTS, "related: [spine-tip, family]", "related: [spine-tip,\n    kinship]", "kinship", "entry dent: “kinship” under related is no entry"),
    Damage(FACTS, "over: [dent]", "over: [dents]", "over", "entry spine-tip: “dents” under over is no entry"),
    Damage(FACTS, "over: [dent]", "over: [spine-tip]", "over", "entry spine-tip: “spine-tip” under over is itself"),
    Damage(HOME, "opens: family", "opens: kin", "opens", "home: there is no entry “kin” for the question to open"),
    Damage(FACTS, "    - tip-right", "    - tip-right\n    - tip-rihgt", "tip-rihgt", "entry spine-tip: there is no outline “tip-rihgt” in back.svg"),
    Damage(FACTS, "icon: tree", "icon: bush", "bush", "entry family: there is no icon “bush” in assets/icons"),
    Damage(DENT, "[the family](dimples:family)", "[kin](dimples:kin)", "dimples:kin", "the link dimples:kin leads nowhere"),
    Damage(DENT, "(dimples:spine-tip?layer=bone)", "(dimples:tip?layer=bone)", "dimples:tip", "the link dimples:tip leads nowhere"),
    Damage(CLAIMS, "(dimples:spine-tip)", "(dimples:tip)", "dimples:tip", "claim c2: the link dimples:tip leads nowhere"),
    Damage(HOME, "No advice to [anyone](dimples:home).", '"[a](dimples:\\x6bin)"', "note", "home: the link dimples:kin leads nowhere"),
    Damage(HOME, "[anyone](dimples:home)", "<dimples:anyone>", "<dimples:anyone>", "home: the link dimples:anyone leads nowhere"),
]  # fmt: skip
WORDS = [
    Damage(HOME, "dimples:dent?layer=skin&zoom=2", "dimples:hip", "dimples:hip", "home: step 1 of “Do they run in families?”: the link dimples:hip leads nowhere"),
    Damage(HOME, "layer=skin&zoom=2", "layer=skin&zoom=20", "zoom=20", "zoom is a number from 0.25 to 8, not “20”"),
    Damage(HOME, "        claims: [c1]\n", "", "shows: dimples:dent", "home: step 1 of “Do they run in families?” rests on nothing: give it claims"),
    Damage(HOME, "claims: [c1]", "claims: [c9]", "[c9]", "there is no claim “c9” in claims.yaml"),
    Damage(HOME, "opens: family\n", 'opens: "kin\n\n\n      dred"\n', "opens", "home: there is no entry “kin  dred” for the question to open"),
    Damage(HOME, "claims: [c1]", "claims: [c1, c1]", "[c1, c1]", "names claim c1 twice: take out one"),
    Damage(HOME, "opened=c1", "opened=c9", "opened=c9", "opens a claim that is not there: there is no claim “c9”"),
    Damage(HOME, "[the dents](dimples:dent?opened=c1)", "[the dents](<dent.yaml>)", "dent.yaml", "the link “dent.yaml” is neither dimples: nor https://"),
    Damage(HOME, "      - shows: dimples:dent?layer=skin&zoom=2", "      - show: it\n        shows: dimples:dent?layer=skin&zoom=2", "- show:", "“show” is not a key that is read; did you mean “shows”"),
    Damage(GLOSSARY, "  claims: [c1]\n", "", "- id: pit", "term pit rests on nothing: give it claims or sources"),
    Damage(GLOSSARY, "claims: [c1]", "claims: [c9]", "[c9]", "term pit: there is no claim “c9” in claims.yaml"),
    Damage(GLOSSARY, "[braus1921]", "[nobody]", "[nobody]", "term tip: there is no source “nobody” in sources.yaml"),
    Damage(GLOSSARY, "opens: dent", "opens: hip", "opens: hip", "term pit: there is no entry “hip” to open"),
    Damage(GLOSSARY, "title: Tip", "title: HOLLOW", "HOLLOW", "term tip: “HOLLOW” is explained by term pit too"),
    Damage(GLOSSARY, "[pits, hollow]", "[pits, pit]", "forms", "term pit: “pit” is explained by term pit too"),
    Damage(GLOSSARY, "- id: tip", "- {id: pit, title: A, text: B, claims: [c1]}\n- id: tip", "{id: pit", "term pit stands here again: take out this one or the one on line 1"),
    Damage(GLOSSARY, "- id: tip", "- id: The Tip", "- id: The Tip", "term The Tip: “id” should be a name in small letters"),
    Damage(GLOSSARY, "(dimples:dent)", "(dimples:hip)", "dimples:hip", "term pit: the link dimples:hip leads nowhere"),
    Damage(FACTS, "related: [spine-tip, family]", "related: [family, family]", "[family, family]", "entry dent: “family” under related stands there twice"),
    Damage(FAMILY, "title: Families\nshort", "title: The Dents\nshort", "title:", "entry family has the title of dent, “The Dents”: give it its own"),
    Damage(FAMILY, "short_title: Families", "short_title: dents", "short_title", "entry family has the short_title of dent, “dents”: give it its own"),
    Damage(FAMILY, "title: Do they?", f"title: {'Do ' * 20}they?", "sections", "entry family: a section's title has 65 characters: shorten it to 60"),
]  # fmt: skip
RULES = [
    Damage(CLAIMS, "  sources: [braus1921]\n", "", "- id: c1", "claim c1 rests on nothing: give sources, from, or searched"),
    Damage(CLAIMS, "verdict: holds\n  sources: [braus1921]", "verdict: holds\n  from: [c1]", "from: [c1]", "claim c1 is inferred in a circle: c1"),
    Damage(CLAIMS, "  verdict: holds\n", "", "popular:", "claim c1: the popular sentence needs a verdict"),
    Damage(CLAIMS, "  popular: They are called dimples of Venus.\n", "", "verdict:", "claim c1: the verdict judges no popular"),
    Damage(FAMILY, "answer: Nobody knows.\n", "", "title: Families", "entry family has no short answer: add one"),
    Damage(FAMILY, ", claims: [c3]", "", "sections", "entry family cites no claim: add one to a section"),
    Damage(FACTS, "rank: 3", "rank:  1", "rank:  1", "entry family has rank 1 as dent has: give each its own"),
    Damage(DENT, "short_title: Dents", "short_title: Dents and dimples and pits", "short_title", "short_title has 26 characters: shorten it to 24"),
    Damage(DENT, "title: The dents\n", f"title: {'a' * 61}\n", "title: aaa", "title has 61 characters: shorten it to 60"),
    Damage(DENT, "low on the back.", f"low on {'the back, ' * 9}", "summary", "summary has 112 characters: shorten it to 90"),
    Damage(FACTS, "  pin: {x: 60, y: 30.5, icon: tree}\n", "", "family:", "entry family is nowhere on the plate"),
    Damage(FACTS, "x: 60,", "x: 171,", "x: 171", "entry family: the pin reaches out of the plate's window"),
    Damage(FACTS, "r: 17", "r: 150", "r: 150", "entry spine-tip: the ring reaches out of the plate's window"),
    Damage(FACTS, "r: 17", "r: 3", "r: 3", "entry spine-tip: the ring is 6.0 mm wide: a hotspot needs 6.35 mm"),
]  # fmt: skip
DRAWN = [
    Damage(PLATE, "</svg>", "</svg", "</svg", "this is not XML"),
    Damage(PLATE, "<svg xmlns", "<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg xmlns", "<!DOCTYPE", "a DTD is not read"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "H -40 V 5 H -50", "tip-left", "“tip-left” is left out: it is not closed"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "H -40 V 5 X 3 Z", "tip-left", "“X 3 Z” begins with no path command"),
    Damage(PLATE, "M -50 -5 H", "H", "tip-left", "path data begins with M"),
    Damage(PLATE, "M -50 -5 H -40 V 5 H -50 Z", "", "tip-left", "it is empty"),
    Damage(PLATE, "M -50 -5 H -40 V 5 H -50 Z", "M 1 1 V 9 Z", "tip-left", "it has no area"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "C 1 2 3 Z", "tip-left", "C takes 6 numbers, not 3"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "L 1 2 Z 4", "tip-left", "Z takes 0 numbers, not 1"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "L 1 two Z", "tip-left", "L takes 2 numbers, not 1"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "L 1 1e99 Z", "tip-left", "the number 1e99 is too large"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "L 1 ,, 4 Z", "tip-left", "“,, 4” should be a number"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "A 5 5 0 2 0 -40 5 Z", "tip-left", "“2 0 -40 5” should be a number"),
    Damage(PLATE, "H -40 V 5 H -50 Z", "A 0 5 0 1 0 -40 5 Z", "tip-left", "an arc has no radius"),
    Damage(PLATE, 'id="tip-left" ', 'id="tip-left" transform="turn(5)" ', "tip-left", "“turn(5)” is not a transform"),
    Damage(PLATE, 'id="tip-left" ', 'id="tip-left" transform="rotate(1 2)" ', "tip-left", "rotate has 2 numbers"),
    Damage(PLATE, '<g id="bone">', '<g id="bone" transform="scale(x)">', '"bone"', "<g> “bone” is left out: “x” should"),
    Damage(PLATE, 'id="back" ', "", "L 150 -195", "<path> is left out: give it an id"),
    Damage(PLATE, 'id="furrow"', 'id="back"', "crease", "<path> “back” has the id of another on line 5"),
    Damage(PLATE, '<g id="fat"/>', '<g id="fat"/><g id="skin"/>', '<g id="skin"/>', "<g> “skin” has the id of another on line 4"),
    Damage(PLATE, '<g id="fat"/>', '<g id="fat"/><g id="nerves"/>', "nerves", "<g> “nerves” is no layer and is left out"),
    Damage(PLATE, '<g id="fat"/>', '<g id="fat"/><path id="p" d="M0 0Z"/>', '"p"', "“p” is left out: move it into the group of a"),
    Damage(PLATE, '<g id="fat"/>', '<g id="fat"/><circle r="3"/>', "circle", "<circle> is not read: make it a path"),
    Damage(PLATE, 'id="tip-left" ', 'id="tip-left" data-entry="" ', "tip-left", "“tip-left” opens entry spine-tip: take out"),
    Damage(PLATE, 'id="back" data-entry=""', 'id="back"', "back", "outline “back” opens nothing: name it in entries.yaml"),
    Damage(PLATE, "M -150 -195 L 150 -195 L 150 110 L -150 110 Z", "M 200 0 H 210 V 10 Z", "back", "“back” lies outside the plate"),
    Damage(PLATE, "M -50 -5 H -40 V 5 H -50 Z", "M -50 -3 H -40 V 3 H -50 Z", "tip-left", "“tip-left” is 6.0 mm wide or high"),
    Damage(PLATE, "M -50 -5 H -40 V 5 H -50 Z", "M -50 110 H -40 V 120 H -50 Z", "tip-left", "“tip-left” is 5.0 mm wide or high"),
    Damage(PLATE, ' viewBox="-170 -190 340 305"', "", "<svg", "<svg> needs a viewBox of four numbers"),
    Damage(PLATE, "-170 -190 340 305", "-170 -190 340 tall", "<svg", "<svg> needs a viewBox of four numbers"),
    Damage(PLATE, "-170 -190 340 305", "-170 -190 340 0", "<svg", "<svg> needs a viewBox of four numbers"),
    Damage(PLATE, '<g id="fat"/>', "<g>" * 60 + "</g>" * 60, "<g><g>", "nested more than 50 deep"),
    Damage(PLATE, '<g id="fat"/>', '<g id="fat"/><svg><path d="M0 0L9 9 0 9Z"/></svg>', "<svg><path", "<svg> is not read: make it a path"),
    Damage(PLATE, '<g id="fat"/>', '<defs><radialGradient id="r" href="#s"/></defs><g id="fat"/>', "href", "<radialGradient> “r” has an href that is not followed: write xlink:href"),
    Damage(PLATE, '<g id="fat"/>', "<defs><style>\n.a {fill:\n hsl(1, 2%, 3%)}</style></defs><g id='fat'/>", "<style>", "<style> has the colour hsl(1, 2%, 3%), which is painted black"),
    Damage(PLATE, '<g id="fat"/>', '<g id="fat" style="stroke: var(--ink)"/>', "var(", "<g> “fat” has stroke “var(--ink)”, which is not worked out"),
    Damage(PLATE, '<g id="fat"/>', '<g id="fat" clip-path="url(#x)"/>', "clip-path", "<g> “fat” has clip-path, which is not painted"),
    Damage(PLATE, '<g id="fat"/>', '<defs><filter id="f"><feDropShadow/></filter></defs><g id="fat"/>', "feDropShadow", "<feDropShadow> is not painted: build it of feGaussianBlur"),
    Damage(TREE, 'viewBox="0 0 24 24"', 'viewBox="0 0 48 48"', "<svg", 'an icon is drawn in viewBox="0 0 24 24"'),
    Damage(TREE, "L 22 2", "L 22", "<svg", "L takes 2 numbers, not 1"),
]  # fmt: skip


@pytest.mark.parametrize("damage", [*YAML, *SHAPES, *NAMES, *REFERENCES, *WORDS, *RULES, *DRAWN], ids=str)
def test_damage_is_told_once_at_its_line(folder: Folder, damage: Damage) -> None:
    if damage.old:
        folder.change(damage.file, damage.old, damage.new)
    else:
        folder.write(damage.file, damage.new)
    (problem,) = folder.load().problems
    assert damage.says in problem.text
    assert problem.where == (damage.file, folder.line(damage.file, damage.at) if damage.at else 0)
