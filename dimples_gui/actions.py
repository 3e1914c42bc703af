"""What a command is: id, menu, text, shortcut, tooltip; and how it becomes an action of Qt."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
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


class Action(QAction):
    """Asks for its command however it was used: from a menu, by key, as a tool, or by a screen reader.

    For the last, what can be checked has “Toggle”, which changes the mark and triggers nothing.
    """

    asked = Signal()

    def __init__(self, text: str, owner: QObject) -> None:
        super().__init__(text, owner)
        self._is_marked, self._is_unanswered = False, False
        self.triggered.connect(self._on_triggered)
        self.toggled.connect(self._on_toggled)

    def mark(self, *, on: bool) -> None:
        """Show that it is so, without asking for it."""
        self._is_marked = True
        self.setChecked(on)
        self._is_marked = False

    def _on_triggered(self) -> None:
        self._is_unanswered = False
        self.asked.emit()

    def _on_toggled(self) -> None:
        """If Qt was triggering it, it says so in this very moment."""
        if not self._is_marked:
            self._is_unanswered = True
            QTimer.singleShot(0, self, self._answer)

    def _answer(self) -> None:
        """One of a group stays as it is when it is toggled off."""
        if not self._is_unanswered:
            return
        self._is_unanswered = False
        if self.isChecked() or not self.actionGroup():
            self.asked.emit()
        elif not self.actionGroup().checkedAction():
            self.mark(on=True)


def translated(text: str) -> str:
    """A text of the table in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)


def make_action(command: Command, owner: QObject, plate: QWidget) -> Action:
    """The action of a command. One that acts on the plate has its keys only there, so that typing stays typing."""
    action = Action(translated(command.text), owner)
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
