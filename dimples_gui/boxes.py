"""What all boxes and dialogs have in common: buttons that say it in words alone, and how they warn."""

from typing import TypeVar

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

Dialog = TypeVar("Dialog", bound=QWidget)


def without_pictures(dialog: Dialog) -> Dialog:
    """Take the pictures off its buttons: Qt's own keep size and colours, whatever the theme and the size of text."""
    for button in dialog.findChildren(QPushButton):
        button.setIcon(QIcon())
    return dialog


def warning_box(parent: QWidget, title: str, text: str) -> QMessageBox:
    """A box that tells what went wrong, not yet shown."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, QMessageBox.StandardButton.Ok, parent)
    return without_pictures(box)


def warn(parent: QWidget, title: str, text: str) -> None:
    """Tell what went wrong, and wait until it is read."""
    box = warning_box(parent, title, text)
    box.exec()
    box.deleteLater()
