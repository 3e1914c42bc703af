"""Leaves an open menu the letters that are underlined in it, which on the plate are commands of their own."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar

SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier  # which leave a letter a letter


class Mnemonics(QObject):
    """Has single signs come to menus as keys, not as shortcuts.

    To Qt a command that stands in the menu bar is wherever the menu bar is, and that has the keyboard while one of its
    menus is open: so the plate's keys, which are to act there alone, would act from every menu. A menu of the plate
    itself leaves the keyboard there.
    """

    def __init__(self, menu: QMenu, *others: QMenu | QMenuBar) -> None:
        """Watch these, as long as the first is there."""
        super().__init__(menu)
        for each in (menu, *others):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt asks whoever has the keyboard before it looks for a shortcut."""
        if event.type() != QEvent.Type.ShortcutOverride or not _is_sign(cast("QKeyEvent", event)):
            return False
        event.accept()
        return True


def _is_sign(event: QKeyEvent) -> bool:
    """Whether the key is a letter, a figure or another sign, alone."""
    return event.text().isprintable() and event.text() != "" and not event.modifiers() & ~SHIFTED
