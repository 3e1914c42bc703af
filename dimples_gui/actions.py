"""What a command is: id, menu, text, shortcut, tooltip; and how it becomes an action of Qt."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

CONTEXT = "Commands"


class Command(NamedTuple):
    """One command. `keys` are in Qt's portable form; `tip` says what it does in a sentence."""

    id: str
    menu: str  # a menu's id, or "menu/submenu"
    text: str
    keys: tuple[str, ...]
    tip: str
    checkable: bool = False
    on_plate: bool = False  # its keys act only while the plate has the focus
    group: str = ""  # of the commands of one group exactly one is checked
    ruled: bool = False  # a separator stands before it


def translated(text: str) -> str:
    """A text of the table in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)


def make_action(command: Command, owner: QObject, plate: QWidget) -> QAction:
    """The QAction of a command. One that acts on the plate has its keys only there, so that typing stays typing."""
    action = QAction(translated(command.text), owner)
    action.setObjectName(command.id)
    action.setCheckable(command.checkable)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    tip = translated(command.tip)
    action.setStatusTip(tip)
    action.setToolTip(with_keys(tip, action))
    if command.on_plate:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        plate.addAction(action)
    return action


def with_keys(tip: str, action: QAction) -> str:
    """A tooltip with the keys behind it."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tip} ({keys})" if keys else tip
