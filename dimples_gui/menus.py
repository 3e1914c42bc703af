"""The menu bar: its titles for the first paint, and the commands in it, which come after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dimples_gui.actions import Action

CONTEXT = "Menus"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  # lupdate looks for this name
    """Mark a text for translation and hand it on. Qt's own does the same but is typed as `object`."""
    return text


MENUS = (
    ("file", QT_TRANSLATE_NOOP("Menus", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menus", "&Edit")),
    ("edit/cite", QT_TRANSLATE_NOOP("Menus", "Copy C&itation As")),
    ("view", QT_TRANSLATE_NOOP("Menus", "&View")),
    ("view/layer", QT_TRANSLATE_NOOP("Menus", "&Layer")),
    ("view/plate", QT_TRANSLATE_NOOP("Menus", "Plat&es")),
    ("view/lamp", QT_TRANSLATE_NOOP("Menus", "La&mp")),
    ("view/body", QT_TRANSLATE_NOOP("Menus", "Bo&dy")),
    ("view/tone", QT_TRANSLATE_NOOP("Menus", "S&kin Tone")),
    ("view/text", QT_TRANSLATE_NOOP("Menus", "&Text Size")),
    ("view/theme", QT_TRANSLATE_NOOP("Menus", "&Colours")),
    ("go", QT_TRANSLATE_NOOP("Menus", "&Go")),
    ("go/history", QT_TRANSLATE_NOOP("Menus", "Histor&y")),
    ("bookmarks", QT_TRANSLATE_NOOP("Menus", "&Bookmarks")),
    ("help", QT_TRANSLATE_NOOP("Menus", "&Help")),
)


def add_menus(window: QMainWindow) -> dict[str, QMenu]:
    """The menus by id, still empty; those at the top stand in the window's menu bar."""
    menus: dict[str, QMenu] = {}
    for name, title in MENUS:
        menu = menus[name] = QMenu(QCoreApplication.translate(CONTEXT, title), window)
        menu.setToolTipsVisible(True)
        if "/" not in name:
            window.menuBar().addMenu(menu)
    return menus


def fill_menus(window: QMainWindow, plate: QWidget, menus: Mapping[str, QMenu]) -> dict[str, Action]:
    """Put the commands into their menus; the actions by id. Keys `on_plate` act while `plate` has the focus."""
    from PySide6.QtGui import QActionGroup  # noqa: PLC0415  # the first paint does not wait for this

    from dimples_gui.actions import make_action  # noqa: PLC0415
    from dimples_gui.command_table import COMMANDS  # noqa: PLC0415

    actions: dict[str, Action] = {}
    groups: dict[str, QActionGroup] = {}
    for name, menu in menus.items():
        if name == "view/layer":
            menus["view"].addMenu(menu)
    for command in COMMANDS:
        action = actions[command.id] = make_action(command, window, plate)
        if command.group:
            groups.setdefault(command.group, QActionGroup(window)).addAction(action)
        if command.ruled:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(action)
    for name, menu in menus.items():
        if "/" in name and name != "view/layer":
            menus[name.partition("/")[0]].addMenu(menu)
    return actions


def connect_actions(actions: Mapping[str, Action], calls: Mapping[str, Callable[[], object]]) -> None:
    """Connect each action to what it does; a command without a call, or a call without a command, is a KeyError."""
    if missing := actions.keys() ^ calls.keys():
        raise KeyError(f"commands and calls differ: {', '.join(sorted(missing))}")
    for name, action in actions.items():
        action.asked.connect(calls[name])
