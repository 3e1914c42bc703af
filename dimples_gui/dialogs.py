"""The few boxes that the program asks or tells with: a web address, a link, the keys, what it is."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMessageBox,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dimples_gui.boxes import without_pictures
from dimples_gui.unforeseen import versions

KEYS_LINES, ABOUT_LINES = 36, 40  # how high all keys open, and how wide what it is, in heights of a line
OF_THE_SCREEN = 0.9  # no dialog opens larger


class _Lines(QTableWidget):
    """A table whose rows are as high as their words need, however narrow its columns."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Once the columns have their new widths."""
        super().resizeEvent(event)
        self.resizeRowsToContents()


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
    without_pictures(box)
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
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Open Link"))
    dialog.setLabelText(
        QCoreApplication.translate("Dialogs", "A link such as dimples:psis or dimples:psis?layer=bone:")
    )
    dialog.setTextValue(offered if offered.startswith("dimples:") else "dimples:")
    dialog.sizeHint()  # has its buttons made
    accepted = without_pictures(dialog).exec()
    dialog.deleteLater()
    return dialog.textValue().strip() if accepted else ""


def keys_dialog(parent: QWidget, actions: Iterable[QAction]) -> QDialog:
    """All keys in a table that can be read by line."""
    rows = [(action.text().replace("&", ""), action) for action in actions if action.shortcuts()]
    extra = (
        (QCoreApplication.translate("Dialogs", "To the neighbour on the plate"), "← ↑ → ↓"),
        (QCoreApplication.translate("Dialogs", "Open what the keyboard is on"), "Enter"),
    )
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Keys"))
    table = _Lines(len(rows) + len(extra), 2, dialog)
    table.setHorizontalHeaderLabels(
        [QCoreApplication.translate("Dialogs", "Command"), QCoreApplication.translate("Dialogs", "Keys")]
    )
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
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
    margins = _filled(dialog, (table, note)).contentsMargins()
    wide = _let_wrap(table) + margins.left() + margins.right()
    return _opened(dialog, QSize(wide, KEYS_LINES * dialog.fontMetrics().height()))


def _let_wrap(table: QTableWidget) -> int:
    """Names go on in another line where keys leave them too little room; how wide the table is if none has to."""
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    columns = sum(max(table.sizeHintForColumn(column), header.sectionSizeHint(column)) for column in (0, 1))
    return columns + table.verticalScrollBar().sizeHint().width() + 2 * table.frameWidth() + table.columnCount()


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
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(text)
    _filled(dialog, (scroll,))
    line, more = dialog.fontMetrics().height(), dialog.sizeHint() - scroll.sizeHint()
    _opened(dialog, QSize(ABOUT_LINES * line, 0))
    return _opened(dialog, QSize(dialog.width(), text.heightForWidth(dialog.width() - more.width()) + more.height()))


def _filled(dialog: QDialog, parts: Iterable[QWidget]) -> QVBoxLayout:
    """Put its parts one below the other into a dialog, and a button that closes it; how they lie."""
    layout = QVBoxLayout(dialog)
    for part in parts:
        layout.addWidget(part)
    buttons = without_pictures(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return layout


def _opened(dialog: QDialog, wanted: QSize) -> QDialog:
    """As large as wanted, where the screen has the room."""
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() * OF_THE_SCREEN))
    return dialog
