"""The few boxes that the program asks or tells with: a web address, a link, the keys, what it is."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dimples_gui.unforeseen import versions


def ask_and_open(parent: QWidget, address: str, *, may_open: bool = True) -> None:
    """Ask before a browser opens: nothing else in this program reaches the network."""
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("Dialogs", "Open in Your Browser?"))
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(QCoreApplication.translate("Dialogs", "This leads out of the program, to a page on the internet:"))
    box.setInformativeText(address)
    opening = box.addButton(QCoreApplication.translate("Dialogs", "Open"), QMessageBox.ButtonRole.AcceptRole)
    opening.setEnabled(may_open)
    copying = box.addButton(QCoreApplication.translate("Dialogs", "Copy Address"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(opening if may_open else copying)
    if not may_open:
        box.setText(QCoreApplication.translate("Dialogs", "Links are not opened on this machine. The address:"))
    box.exec()
    if box.clickedButton() is opening:
        QDesktopServices.openUrl(QUrl(address))
    elif box.clickedButton() is copying:
        QGuiApplication.clipboard().setText(address)


def ask_link(parent: QWidget) -> str:
    """A `dimples:` link typed or pasted; empty when cancelled. The clipboard's own is offered."""
    offered = QGuiApplication.clipboard().text().strip()
    text, accepted = QInputDialog.getText(
        parent,
        QCoreApplication.translate("Dialogs", "Open Link"),
        QCoreApplication.translate("Dialogs", "A link such as dimples:psis or dimples:psis?layer=bone:"),
        text=offered if offered.startswith("dimples:") else "dimples:",
    )
    return text.strip() if accepted else ""


def keys_dialog(parent: QWidget, actions: Iterable[QAction]) -> QDialog:
    """All keys in a table that can be read by line."""
    rows = [(action.text().replace("&", ""), action) for action in actions if action.shortcuts()]
    extra = (
        (QCoreApplication.translate("Dialogs", "To the neighbour on the plate"), "← ↑ → ↓"),
        (QCoreApplication.translate("Dialogs", "Open what the keyboard is on"), "Enter"),
    )
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Keys"))
    table = QTableWidget(len(rows) + len(extra), 2, dialog)
    table.setHorizontalHeaderLabels(
        [QCoreApplication.translate("Dialogs", "Command"), QCoreApplication.translate("Dialogs", "Keys")]
    )
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    native = QKeySequence.SequenceFormat.NativeText
    for row, (text, action) in enumerate(rows):
        keys = ", ".join(sequence.toString(native) for sequence in action.shortcuts())
        table.setItem(row, 0, QTableWidgetItem(text))
        table.setItem(row, 1, QTableWidgetItem(keys))
    for row, (text, keys) in enumerate(extra, len(rows)):
        table.setItem(row, 0, QTableWidgetItem(text))
        table.setItem(row, 1, QTableWidgetItem(keys))
    note = QLabel(
        QCoreApplication.translate("Dialogs", "Keys that are a single sign act while the keyboard is on the plate.")
    )
    note.setWordWrap(True)
    return _filled(dialog, (table, note))


def about_dialog(parent: QWidget, content: str) -> QDialog:
    """Versions, licences, thanks. `content` says in a line what content is shown."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "About Dimples"))
    text = QLabel(
        "<h2>Dimples</h2><p>"
        + QCoreApplication.translate(
            "Dialogs",
            "An illustrated reference of the dimples low on the back, in which every statement shows how well "
            "it is known.",
        )
        + f"</p><p>{versions()}<br>{content}</p><p>"
        + QCoreApplication.translate(
            "Dialogs",
            "The program is under the MIT licence, its words and pictures under CC BY 4.0, its font, Source Serif 4, "
            "under the SIL Open Font License 1.1. It is built on Qt for Python (LGPL), PyYAML (MIT), msgspec (BSD), "
            "svgelements (MIT) and NumPy (BSD).",
        )
        + "</p><p>"
        + QCoreApplication.translate(
            "Dialogs", "Thanks to BodyParts3D: the proportions of the skeleton were checked against it."
        )
        + "</p><p>"
        + QCoreApplication.translate("Dialogs", "It gives no advice to a person and makes no diagnosis.")
        + "</p>"
    )
    text.setWordWrap(True)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return _filled(dialog, (text,))


def _filled(dialog: QDialog, parts: Iterable[QWidget]) -> QDialog:
    """A dialog with its parts one below the other and a button that closes it."""
    layout = QVBoxLayout(dialog)
    for part in parts:
        layout.addWidget(part)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(560, 520 if dialog.findChild(QTableWidget) else 320)
    return dialog
