"""Who may know whom, as sentences; and the budgets of files, functions and classes."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

PACKAGE = Path(__file__).parent.parent / "dimples_gui"
ORDER = (
    ("errors", "paths", "options", "workers"),
    ("single_instance", "inventory"),
    ("pictures",),
    ("atlas", "body", "keep"),
    ("scene",),
    (
        "boxes",
        "theme",
        "settings",
        "acts",
        "trail",
        "navigator",
        "appearance",
        "languages",
        "unforeseen",
        "system_libraries",
        "application",
        "authoring",
    ),
    ("policy",),
    ("curtain", "listener"),
    ("overlay", "scroll_bar", "icons", "icon_engine", "menus", "mnemonics", "actions", "command_table", "titles"),
    ("plate", "panels", "dialogs", "toolbar", "history_menu"),
    ("export",),
    ("beside",),
    ("arrangement",),
    (
        "main_window",
        "other_panels",
        "list_room",
        "wide_room",
        "decide_panels",
        "commands",
        "command_state",
        "editing",
        "tool_commands",
        "plate_commands",
        "keeping",
        "chairside",
        "chairside_view",
        "chairside_pen",
        "noting",
        "private",
        "taking",
        "take_away",
        "take_sheet",
        "saving",
        "hint",
    ),
    ("app", "screenless", "self_test"),
    ("__main__",),
)
FILES = sorted(PACKAGE.rglob("*.py"))


def _named(parts: tuple[str, ...]) -> list[str]:
    return [pattern for part in parts for pattern in (f"dimples_gui.{part}", f"dimples_gui.{part}.*")]


@pytest.mark.parametrize("step", range(len(ORDER) - 1), ids=lambda step: "+".join(ORDER[step]))
def test_left_never_imports_right(step: int) -> None:
    rule = archrule(f"{', '.join(ORDER[step])} know nothing to their right")
    right = [pattern for parts in ORDER[step + 1 :] for pattern in _named(parts)]
    rule.match(*_named(ORDER[step])).should_not_import(*right).check("dimples_gui", only_direct_imports=True)


def test_plate_and_panels_do_not_know_each_other_nor_the_navigator() -> None:
    rule = archrule("plate and panels are strangers")
    rule.match("dimples_gui.plate.*").should_not_import("dimples_gui.panels*", "dimples_gui.navigator").check(
        "dimples_gui", only_direct_imports=True
    )
    rule = archrule("panels and plate are strangers")
    rule.match("dimples_gui.panels.*").should_not_import("dimples_gui.plate*", "dimples_gui.navigator").check(
        "dimples_gui", only_direct_imports=True
    )


def test_what_the_reader_keeps_knows_neither_words_nor_body_nor_qt() -> None:
    rule = archrule("the keep is a stranger to all but errors")
    rule.match("dimples_gui.keep", "dimples_gui.keep.*").should_not_import(
        "PySide6*", "dimples_gui.atlas*", "dimples_gui.body*"
    ).check("dimples_gui")


def test_the_words_the_scene_and_the_paths_know_no_qt() -> None:
    rule = archrule("no Qt in the words")
    rule.match("dimples_gui.atlas*", "dimples_gui.errors", "dimples_gui.paths", "dimples_gui.scene").should_not_import(
        "PySide6*"
    ).check("dimples_gui")


def test_every_module_of_the_package_has_its_place_in_the_order() -> None:
    placed = {name for parts in ORDER for name in parts} | {"__init__"}
    assert {file.relative_to(PACKAGE).parts[0].removesuffix(".py") for file in FILES} <= placed


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_files_functions_and_classes_keep_their_budgets(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert not list(_too_large(ast.parse(text)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_module_begins_with_one_sentence(file: Path) -> None:
    first = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    assert first.endswith(".")


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("__init__.py")), ids=lambda file: file.parent.name)
def test_no_package_re_exports(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_start_up_loads_nothing_heavy() -> None:
    """Reading YAML, msgspec and NumPy each cost more than the whole budget of the first paint."""
    heavy = {"yaml", "msgspec", "numpy", "svgelements", "xml.etree.ElementTree", "dataclasses", "PySide6.QtSvg"}
    probe = (
        "import sys; from dimples_gui import app; from dimples_gui.options import Options; from pathlib import Path;"
        "program = app.Program(Options(shot=Path('x.png'))); program.window.show();"
        "[app.QApplication.processEvents() for _ in range(9)]; assert program.window.actions_by_id;"
        f"print(*sorted({heavy!r} & set(sys.modules)))"
    )
    import subprocess

    subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True)  # fills the cache
    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""


def _too_large(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno >= 200:
            yield f"class {node.name} has {(node.end_lineno or 0) - node.lineno + 1} lines"
