"""All bookmarks and notes in a window of their own: to go to one, to remove bookmarks, to export and import."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dimples_gui.boxes import without_pictures
from dimples_gui.keep.values import SCHEME, Kept

LINK = Qt.ItemDataRole.UserRole
FIRST_WORDS = 90  # letters of a note that are shown
SIZE = (560, 520)


class KeptList(QDialog):
    """Two lists. Enter or a double click goes there; Delete removes a bookmark."""

    link_chosen = Signal(str)
    bookmark_removed = Signal(str)  # its link
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bookmarks and Notes"))
        self.resize(*SIZE)
        self.bookmarks, self.notes = self._list(self.tr("&Bookmarks")), self._list(self.tr("&Notes"))
        self.about = QLabel()
        self.about.setWordWrap(True)
        self._lay_out()
        self._show_buttons()

    def _list(self, name: str) -> QListWidget:
        found = QListWidget()
        found.setAccessibleName(name.replace("&", ""))
        found.setWordWrap(True)
        found.setSpacing(3)
        found.setTextElideMode(Qt.TextElideMode.ElideRight)
        found.itemActivated.connect(self._go)
        found.currentItemChanged.connect(self._show_buttons)
        found.installEventFilter(self)
        return found

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        for title, found in ((self.tr("&Bookmarks"), self.bookmarks), (self.tr("&Notes"), self.notes)):
            label = QLabel(title)
            label.setBuddy(found)
            column.addWidget(label)
            column.addWidget(found, 1)
        column.addWidget(self.about)
        buttons = without_pictures(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        self.remove = QPushButton(self.tr("&Remove Bookmark"))
        self.remove.setToolTip(self.tr("Remove the bookmark that is chosen (Delete)"))
        self.remove.clicked.connect(self._remove)
        self.save, self.load = QPushButton(self.tr("&Export…")), QPushButton(self.tr("&Import…"))
        self.save.setToolTip(self.tr("Save all bookmarks and notes as a file"))
        self.load.setToolTip(self.tr("Add the bookmarks and notes of a file; nothing that is here is lost"))
        self.save.clicked.connect(self.export_wanted)
        self.load.clicked.connect(self.import_wanted)
        for button in (self.remove, self.save, self.load):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        close.setText(self.tr("&Close"))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def show_kept(self, kept: Kept, titles: Mapping[str, str], *, lasts: bool) -> None:
        """Show it; `titles` of the entries that notes belong to."""
        at = self.bookmarks.currentRow()
        self.bookmarks.clear()
        self.notes.clear()
        for bookmark in reversed(kept.bookmarks):
            _add(self.bookmarks, bookmark.title, bookmark.link)
        for note in kept.notes:
            words = " ".join(note.text.split())
            shown = words if len(words) <= FIRST_WORDS else f"{words[: FIRST_WORDS - 1]}…"
            item = _add(self.notes, f"{titles.get(note.entry, note.entry)}: {shown}", SCHEME + note.entry)
            item.setToolTip(note.text)
        self._say_empty(self.bookmarks, self.tr("None yet. Ctrl+D makes one of the page in view."))
        self._say_empty(self.notes, self.tr("None yet. Ctrl+E writes one to the entry that is open."))
        here = self.tr("They stay on this machine.")
        self.about.setText(here if lasts else self.tr("They last for this visit only."))
        self.save.setEnabled(bool(kept.bookmarks or kept.notes))
        if kept.bookmarks:
            self.bookmarks.setCurrentRow(min(max(at, 0), len(kept.bookmarks) - 1))
        self._show_buttons()

    def _say_empty(self, found: QListWidget, words: str) -> None:
        if not found.count():
            item = _add(found, words, "")
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _go(self, item: QListWidgetItem) -> None:
        if link := item.data(LINK):
            self.link_chosen.emit(link)

    def _remove(self) -> None:
        item = self.bookmarks.currentItem()
        if item and item.data(LINK):
            self.bookmark_removed.emit(item.data(LINK))

    def _show_buttons(self) -> None:
        item = self.bookmarks.currentItem()
        self.remove.setEnabled(bool(item and item.data(LINK)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete removes the bookmark that is chosen; Enter goes to it on every platform."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Delete and watched is self.bookmarks:
            self._remove()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QListWidget):
            item = watched.currentItem()
            if item:
                self._go(item)
            return True
        return False


def _add(found: QListWidget, words: str, link: str) -> QListWidgetItem:
    item = QListWidgetItem(words, found)
    item.setData(LINK, link)
    return item
