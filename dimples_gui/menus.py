"""The menu bar and its actions, built from the table of commands."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from dimples_gui.actions import COMMANDS, MENUS, make_action, translated


class Menus(NamedTuple):
    """The menus and actions of a window, by id."""

    menus: dict[str, QMenu]
    actions: dict[str, QAction]


def build_menus(window: QMainWindow, plate: QWidget) -> Menus:
    """Fill the window's menu bar. Keys of commands `on_plate` act while `plate` has the focus."""
    menus: dict[str, QMenu] = {}
    for name, title in MENUS:
        parent = menus.get(name.rpartition("/")[0])
        menu = QMenu(translated(title), window)
        menu.setToolTipsVisible(True)
        menus[name] = menu
        if parent is None:
            window.menuBar().addMenu(menu)
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        action = actions[command.id] = make_action(command, window, plate)
        if command.group:
            groups.setdefault(command.group, QActionGroup(window)).addAction(action)
        if command.ruled:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(action)
    for name, _ in MENUS:
        above = menus.get(name.rpartition("/")[0])
        if above is not None:
            first = above.actions()[0] if name == "view/layer" and above.actions() else None
            above.insertMenu(first, menus[name]) if first else above.addMenu(menus[name])
    return Menus(menus, actions)


def connect_actions(actions: Mapping[str, QAction], calls: Mapping[str, Callable[[], object]]) -> None:
    """Connect each action to what it does; a command without a call, or a call without a command, is a KeyError."""
    if missing := actions.keys() ^ calls.keys():
        raise KeyError(f"commands and calls differ: {', '.join(sorted(missing))}")
    for name, action in actions.items():
        action.triggered.connect(_dropping_checked(calls[name]))


def _dropping_checked(call: Callable[[], object]) -> Callable[..., None]:
    """A slot that ignores QAction.triggered's argument."""

    def slot(*_: object) -> None:
        call()

    return slot
