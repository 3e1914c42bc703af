"""The Edit menu acts on what has the keyboard: a note, a field, a table; elsewhere on the plate and the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from dimples_gui.panels.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from dimples_gui.main_window import MainWindow

    Call = Callable[[], object]

METHODS = {"undo": "undo", "redo": "redo", "copy": "copy", "select-all": "selectAll"}  # of Qt, by the command


class Editing(QObject):
    """Knows what has the keyboard, also while a menu is open, and which of these commands it can use then."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.menus["edit"])
        self._window = window
        self._focused: QWidget | None = None  # last, but for menus
        self._shows_its_own = False  # the menu shows what can be done with that, not with the plate
        window.menus["edit"].aboutToShow.connect(self._show)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is one
        self._on_focus_changed(None, QApplication.focusWidget())

    def calls(self, others: Mapping[str, Call]) -> dict[str, Call]:
        """These commands; `others` are what they do where nothing that they are for has the keyboard."""
        return {name: partial(self._act, name, others[name]) for name in METHODS}

    def _act(self, name: str, other: Call) -> None:
        holder = self._holder()
        method = getattr(holder, METHODS[name], None)
        if holder is None or method is None or (isinstance(holder, Sheet) and name in {"undo", "redo"}):
            other()
            return
        if isinstance(holder, Sheet):
            holder.galley.finish()
        method()

    def _holder(self) -> QWidget | None:
        """What has the keyboard and words of its own; the page of the panel of words has commands of its own."""
        focused = self._focused
        if focused is None or not isValid(focused) or focused is self._window.panel.page:
            return None
        if focused.inherits("QAbstractSpinBox"):
            from PySide6.QtWidgets import QLineEdit  # noqa: PLC0415  # Qt has one by now; the start needs none

            return focused.findChild(QLineEdit)
        return focused if focused.window() is self._window and hasattr(focused, "copy") else None

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Remember it; what a menu showed of the one before holds no longer."""
        if now is None or now is self._focused or isinstance(now, (QMenu, QMenuBar)):
            return  # a menu only borrows the keyboard
        self._focused = now
        if self._shows_its_own:
            from dimples_gui.command_state import show_state  # noqa: PLC0415  # which comes after the first paint

            self._shows_its_own = False
            show_state(self._window, self._window.navigator.scene)

    def _show(self) -> None:
        """Open those commands of the menu that can be used with what has the keyboard."""
        holder = self._holder()
        if holder is None:
            return
        self._shows_its_own = True
        actions: Mapping[str, QAction] = self._window.actions_by_id
        for name, can_be in _uses_of(holder).items():
            actions[name].setEnabled(can_be)


def _uses_of(holder: QWidget) -> dict[str, bool]:
    """Which of these commands can be used; what is not named is left to the plate."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit  # noqa: PLC0415  # the start needs neither

    if isinstance(holder, QPlainTextEdit):
        text = holder.document()
        return {
            "undo": text.isUndoAvailable(), "redo": text.isRedoAvailable(),
            "copy": holder.textCursor().hasSelection(), "select-all": not text.isEmpty(),
        }  # fmt: skip
    if isinstance(holder, QLineEdit):
        return {
            "undo": holder.isUndoAvailable(), "redo": holder.isRedoAvailable(),
            "copy": holder.hasSelectedText(), "select-all": bool(holder.text()),
        }  # fmt: skip
    if isinstance(holder, Sheet):
        return {"copy": holder.textCursor().hasSelection(), "select-all": True}
    return {"copy": True, "select-all": True}
