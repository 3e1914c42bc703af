"""Each figure of the body stands beside its source, or the word illustrative."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dimples_gui.body
from dimples_gui.atlas.loader import load
from dimples_gui.paths import find_places

FILES = sorted(Path(dimples_gui.body.__file__).parent.glob("*.py"))
CITED = re.compile(r"\[(?:c\d+: )?([a-z]+[a-z0-9_]*(?:, [a-z]+[a-z0-9_]*)*)\]")
BESIDE = re.compile(CITED.pattern + "|illustrative")
# They say nothing of a body: the ends of a scale, how fine a grid is, where the plate ends, how much is kept.
OF_NO_BODY = {
    "build": {"WOMAN", "MAN", "BODIES", "FAT_DIGITS"},
    "crosscut": {"LEVEL", "BONE_X", "BONE_BELOW"},
    "lie": {"STEP_MM", "NEAR_MM", "WINDOW_MM", "SEEN_MM", "BAND", "LEAST"},
    "skin": {"PIXEL_MM", "LEFT_MM", "TOP_MM", "ROWS", "COLUMNS", "HALF", "BODIES", "NOTHING", "PROBE_MM", "PROBE"},
    "trunk": {"WIDEST_MM", "EDGE_MM", "HALF_MM", "HEIGHTS_KEPT"},
    "visible": {"STEP_MM", "OUTWARD"},
}


def prose(text: str) -> str:
    """Comments and docstrings alone: code has brackets too."""
    words = [line.partition("#")[2] for line in text.splitlines() if "#" in line]
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Module | ast.FunctionDef)]
    return "\n".join(words + [ast.get_docstring(node) or "" for node in nodes])


def figures(tree: ast.Module) -> Iterator[tuple[str, ast.Assign | ast.AnnAssign]]:
    """The constants of a module that hold any number, by name."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]
            if any(
                isinstance(each, ast.Constant) and isinstance(each.value, int | float) for each in ast.walk(node.value)
            ):
                yield from ((name, node) for name in names)


def beside(lines: list[str], node: ast.stmt) -> str:
    """The comment of a constant; where it has none of its own, that over it and others that have none."""
    own = " ".join(line.partition("#")[2] for line in lines[node.lineno - 1 : node.end_lineno]).replace("fmt: skip", "")
    if own.strip():
        return own
    at, over = node.lineno - 2, ""
    while lines[at] and "#" not in lines[at]:
        at -= 1
    while lines[at].startswith("#"):
        at, over = at - 1, f"{lines[at][1:]}{over}"
    return over


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_constant_has_its_source_or_is_called_illustrative(file: Path) -> None:
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    if "illustrative" in (ast.get_docstring(tree) or "") and file.stem != "__init__":
        return
    bare = {name for name, node in figures(tree) if not BESIDE.search(beside(text.splitlines(), node))}
    assert bare - OF_NO_BODY.get(file.stem, set()) == set()


def test_each_source_that_is_named_beside_a_figure_is_in_the_list_of_sources() -> None:
    places = find_places()
    atlas = load(places.content, places.assets, "en")
    keys = {
        key for file in FILES for found in CITED.findall(prose(file.read_text("utf-8"))) for key in found.split(", ")
    }
    assert len(keys) > 10
    assert keys - set(atlas.sources) - set(atlas.claims) == set()
