"""On a copy of what is shipped each kind of damage is one problem more, in the right file, on the right line."""

# ruff: noqa: E501  # a table, one damage a line

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas, Problem

ROOT = Path(__file__).parents[2]
FACTS, SOURCES = "content/entries.yaml", "content/sources.yaml"
CLAIMS, HOME, GLOSSARY = "content/en/claims.yaml", "content/en/home.yaml", "content/en/glossary.yaml"
PSIS, TETHER = "content/en/entries/psis.yaml", "content/en/entries/tether.yaml"
PLATE, ICON, BONE = "assets/plates/back.svg", "assets/icons/tether.svg", "assets/plates/back/bone.png"


class Damage(NamedTuple):
    """After a place in a file a pattern is replaced; the problem is told on the first line with `at` from there, and says this."""

    file: str
    after: str
    pattern: str
    new: str
    at: str
    says: str

    def __str__(self) -> str:
        return f"{self.file.rpartition('/')[2]} {self.says:.50}"


DAMAGES = [
    # what stands in a file
    Damage(PSIS, "", "synonyms:", "synonims:", "synonims:", "entry psis: “synonims” is not a key that is read; did you mean “synonyms”?"),
    Damage(PSIS, "", "short_title: PSIS\n", "", "title:", "entry psis: “short_title” is missing: add it"),
    Damage(PSIS, "", "short_title: PSIS", "short_title: [PSIS]", "short_title", "“short_title” should be text, not a list"),
    Damage(PSIS, "", "short_title: PSIS", "short_title: PSIS\ntitle: Again", "title: Again", "“title” stands here again: take out this one or the one on line 1"),
    Damage(PSIS, "", "short_title: PSIS", "short_title:\tPSIS", "short_title", "this line has a tab: use spaces"),
    Damage(PSIS, "", "title: Post", f"title: {'Very ' * 9}post", "title", "title has 75 characters: shorten it to 60"),
    Damage(PSIS, "", "sections:\n", "sections: [\n", "  - title:", "this is not YAML here or just above"),
    Damage(FACTS, "\npsis:", "kind: structure", "kind: bone", "kind: bone", "entry psis: “kind” should be one of structure, topic, not “bone”"),
    Damage(FACTS, "\npsis:", "rank: 2", "rank: second", "rank: second", "entry psis: “rank” should be a whole number from 1 up, not “second”"),
    Damage(FACTS, "\npsis:", "layers: \\[bone\\]", "layers: [bones]", "layers: [bones]", "each item of “layers” should be one of skin, fat, muscle"),
    Damage(CLAIMS, "- id: c1\n", "grade: .", "grade: F", "grade: F", "claim c1: “grade” should be one of A, B, C, D, not “F”"),
    Damage(CLAIMS, "- id: c1\n", "verdict: .*", "verdict: true", "verdict: true", "claim c1: “verdict” should be one of holds, needs qualifying, contested"),
    Damage(CLAIMS, "", "- id: c1\n", "- {id: c2, text: Again., grade: D, searched: 2026-11}\n\n- id: c1\n", "- id: c2", "claim c2 stands here again: take out this one or the one on line"),
    Damage(HOME, "", "lead:", "lead2: &a [x]\nlead3: *a\nlead:", "lead3", "“*a” stands for a value elsewhere: write the value itself"),
    Damage(HOME, "", "lead:", f"lead2: {'[' * 30}{']' * 30}\nlead:", "lead2", "this is nested more than 20 deep: make it flatter"),
    Damage(HOME, "", "lead:", "lead2: !!python/object:os.system x\nlead:", "lead2", "is not read: take it out"),
    # what names something that is not there
    Damage(FACTS, "\npsis:", "related: \\[", "related: [liver, ", "related: [liver", "entry psis: “liver” under related is no entry"),
    Damage(FACTS, "\npsis:", "over: \\[", "over: [liver, ", "over: [liver", "entry psis: “liver” under over is no entry"),
    Damage(FACTS, "\npsis:", "outlines: \\[", "outlines: [psis-middle, ", "psis-middle", "entry psis: there is no outline “psis-middle” in back.svg"),
    Damage(FACTS, "\ntether:", "icon: tether", "icon: thether", "icon: thether", "entry tether: there is no icon “thether” in assets/icons"),
    Damage(PSIS, "", "claims: \\[", "claims: [c9999, ", "c9999", "entry psis: there is no claim “c9999” in claims.yaml"),
    Damage(PSIS, "", "dimples:dimple\\)", "dimples:liver)", "dimples:liver", "entry psis: the link dimples:liver leads nowhere: there is no entry “liver”"),
    Damage(PSIS, "", "dimples:dimple\\)", "dimples:dimple?layer=liver)", "layer=liver", "there is no layer “liver”; the layers are skin, fat"),
    Damage(PSIS, "", "dimples:dimple\\)", "dimples:dimple?opened=c9999)", "opened=c9999", "there is no claim “c9999”"),
    Damage(PSIS, "", "dimples:dimple\\)", "dimple.yaml)", "dimple.yaml", "the link “dimple.yaml” is neither dimples: nor https://"),
    Damage(CLAIMS, "- id: c1\n", "sources: \\[", "sources: [nobody1900, ", "nobody1900", "claim c1: there is no source “nobody1900” in sources.yaml"),
    Damage(CLAIMS, "- id: c1\n", "grade: B", "grade: B\n  from: [c9999]", "c9999", "claim c1: there is no claim “c9999” to infer it from"),
    Damage(HOME, "", "opens: heredity", "opens: liver", "opens: liver", "home: there is no entry “liver” for the question to open"),
    Damage(HOME, "", "claims: \\[", "claims: [c9999, ", "c9999", "home: step 1 of “Can I get them?”: there is no claim “c9999” in claims.yaml"),
    Damage(HOME, "", "dimples:dimple\\?", "dimples:liver?", "dimples:liver", "home: step 1 of “Can I get them?”: the link dimples:liver leads nowhere"),
    Damage(HOME, "", "\\?layer=skin", "?leyer=skin", "leyer=skin", "“leyer” is not known; a link may carry layer, depth, zoom"),
    Damage(HOME, "", "zoom=0.9", "zoom=90", "zoom=90", "zoom is a number from 0.25 to 8, not “90”"),
    Damage(GLOSSARY, "", "claims: \\[", "claims: [c9999, ", "c9999", "there is no claim “c9999” in claims.yaml"),
    Damage(GLOSSARY, "", "sources: \\[", "sources: [nobody1900, ", "nobody1900", "there is no source “nobody1900” in sources.yaml"),
    Damage(GLOSSARY, "", "opens: .*", "opens: liver", "opens: liver", "there is no entry “liver” to open"),
    # what rests on nothing or says nothing
    Damage(CLAIMS, "- id: c1\n", "  sources: .*\n", "", "", "claim c1 rests on nothing: give sources, from, or searched"),
    Damage(HOME, "", "\n        claims: .*", "", "- shows:", "home: step 1 of “Can I get them?” rests on nothing: give it claims"),
    Damage(GLOSSARY, "", "\n  (claims|sources): .*", "", "- id:", "rests on nothing: give it claims or sources"),
    Damage(GLOSSARY, "", "forms: \\[", "forms: [Back  Mouse, ", "forms:", "term back-mouse: “Back  Mouse” is explained by term back-mouse too: take it out of one"),
    Damage(TETHER, "", "answer: >-\n(  .*\n)+", "", "title:", "entry tether has no short answer: add one"),
    Damage(TETHER, "", "sections:\n(.*\n)*", "sections: []\n", "sections:", "entry tether cites no claim: add one to a section"),
    # what cannot be seen or hit
    Damage(FACTS, "\ncan-i-get-them:", "  pin: .*\n", "", "", "entry can-i-get-them is nowhere on the plate: give it outlines with layers, a ring or a pin"),
    Damage(FACTS, "\ntether:", "x: -36", "x: -186", "pin:", "entry tether: the pin reaches out of the plate's window: move it"),
    Damage(FACTS, "\npsis:", "r: 17", "r: 3", "r: 3", "entry psis: the ring is 6.0 mm wide: a hotspot needs 6.35 mm"),
    Damage(PLATE, 'id="psis-left"', ' d="[^"]*"', ' d="M-46 -2 L-42 -2 L-42 2 L-46 2 Z"', "", "outline “psis-left” is 4.0 mm wide or high: a hotspot needs 6.35 mm"),
    Damage(PLATE, 'id="psis-left"', ' d="[^"]*"', ' d="M-460 -2 L-420 -2 L-420 20 L-460 20 Z"', "", "outline “psis-left” lies outside the plate's window"),
    Damage(PLATE, 'id="psis-left"', ' d="[^"]*"', ' d="M-46 -2 L-32 -2 L-32 22"', "", "“psis-left” is left out: it is not closed"),
    Damage(PLATE, 'id="skin-surface"', ' data-entry=""', "", "", 'outline “skin-surface” opens nothing: name it in entries.yaml or mark it data-entry=""'),
    Damage(PLATE, 'id="psis-left"', " d=", ' data-entry="" d=', "", 'outline “psis-left” opens entry psis: take out its data-entry=""'),
    # what is drawn
    Damage(PLATE, "", '<g id="skin">', '<g id="skin"><path id="twin" data-entry="" d="M0 0L9 0L9 9Z"/>\n<path id="twin" data-entry="" d="M0 0L8 0L8 8Z"/>', '<path id="twin" data-entry="" d="M0 0L8', "“twin” has the id of another on line"),
    Damage(PLATE, "", '<g id="skin">', '<defs><clipPath id="x"/></defs><g id="skin">', "clipPath", "<clipPath> “x” is not painted: cut the path itself, or use a mask"),
    Damage(PLATE, "", '<g id="skin">', f'<g id="skin">{"<g>" * 60}{"</g>" * 60}', "<g><g>", "elements are nested more than 50 deep: ungroup some"),
    Damage(PLATE, "", '<g id="skin">', '<g id="skin"><rect width="9" height="9"/>', "<rect", "<rect> is not read: make it a path"),
    Damage(PLATE, "", "<svg ", '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<svg ', "<!DOCTYPE", "a DTD is not read: take out <!DOCTYPE …>"),
    Damage(PLATE, "", "</svg>", "</group>", "</group>", "this is not XML"),
    Damage(ICON, "", "<path ", '<path fill="rgba(1, 2, 3, 0.5)" ', "rgba", "<path> has the colour rgba(1, 2, 3, 0.5), which is painted black"),
    Damage(ICON, "", "<path ", '<path style="stroke:#11223344" ', "11223344", "<path> has the colour #11223344, which is painted black"),
    Damage(ICON, "", "<path ", '<path style="mix-blend-mode: multiply" ', "multiply", "<path> has mix-blend-mode, which is not painted: draw the mixed colour"),
]  # fmt: skip


class Copy(NamedTuple):
    """A copy of what is shipped, and the problems that it has before anything is done to it."""

    path: Path
    before: tuple[Problem, ...]

    def load(self) -> Atlas:
        return load(self.path / "content", [self.path / "assets"], "en")

    def told(self) -> Problem:
        """The one problem that there was not before."""
        (problem,) = set(self.load().problems) - set(self.before)
        return problem


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    folder = tmp_path_factory.mktemp("shipped")
    for part in ("content", "assets/plates", "assets/icons"):
        shutil.copytree(ROOT / part, folder / part)
    return Copy(folder, Copy(folder, ()).load().problems)


@pytest.fixture
def copy(pristine: Copy) -> Iterator[Callable[[str], Path]]:
    """A file of the copy, to be damaged; afterwards it is whole again."""
    kept: dict[Path, bytes] = {}

    def lend(name: str) -> Path:
        file = pristine.path / name
        if file.exists():
            kept[file] = file.read_bytes()
        return file

    yield lend
    for file, data in kept.items():
        file.unlink(missing_ok=True)
        file.write_bytes(data)


def _lines(text: str) -> int:
    return text.count("\n") + 1


@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_damage_is_one_problem_more_at_its_line(pristine: Copy, copy: Callable[[str], Path], damage: Damage) -> None:
    file = copy(damage.file)
    text = file.read_text(encoding="utf-8")
    begin = text.index(damage.after) + damage.after.startswith("\n")
    changed, count = re.subn(damage.pattern, lambda _: damage.new, text[begin:], count=1)
    assert count == 1
    file.write_text(text[:begin] + changed, encoding="utf-8")
    problem = pristine.told()
    assert damage.says in problem.text
    assert problem.where.file == str(file)
    at = damage.at and changed.index(damage.at)
    assert problem.where.line == _lines(text[:begin]) + _lines(changed[: at or 0]) - 1
    assert "\n" not in problem.text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        (HOME, b"title: Home\n#" + b"x" * 5_000_000, "larger than 5 MB"),
        (HOME, "title: Home\nlead: Grübchen\n".encode("latin-1"), "this line is not UTF-8"),
        (BONE, b"\x89PNG\r\n\x1a\n", "the file has no beginning or no end"),
        (
            "content/en/entries/lever.yaml",
            b"title: Lever\n",
            "nothing reads this file: no entry “lever” in entries.yaml",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_is_one_problem_more(
    pristine: Copy, copy: Callable[[str], Path], name: str, data: bytes, says: str
) -> None:
    file = copy(name)
    file.write_bytes(data)
    try:
        problem = pristine.told()
        assert says in problem.text
        assert problem.where.file == str(file)
        assert problem.where.line == (2 if "UTF-8" in says else 0)
    finally:
        file.unlink()


@pytest.mark.parametrize("name", [PSIS, ICON, BONE, GLOSSARY])
def test_a_link_out_of_the_folder_is_one_problem_more(
    pristine: Copy, copy: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    file = copy(name)
    outside = shutil.copy(file, tmp_path)
    file.unlink()
    file.symlink_to(outside)
    problem = pristine.told()
    assert problem.where == (str(file), 0)
    assert "this leads out of" in problem.text


def test_words_that_are_missing_are_one_problem_more(pristine: Copy, copy: Callable[[str], Path]) -> None:
    copy(PSIS).unlink()
    problem = pristine.told()
    assert problem.where.file == str(pristine.path / FACTS)
    assert "entry psis has no words: write" in problem.text
