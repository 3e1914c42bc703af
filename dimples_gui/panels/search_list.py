"""The list under a search field: answers, examples, remarks; one row is the current one, wherever the keyboard is."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from dimples_gui.atlas.model import Outline
from dimples_gui.panels.search_rows import Row, RowPainter, spoken
from dimples_gui.scroll_bar import PageScrollBar
from dimples_gui.theme import Look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SearchList(QListWidget):
    """Shows rows, and tells which was chosen by mouse or Enter."""

    row_chosen = Signal(object)  # Row
    moved = Signal(str)  # what a screen reader says of the row that is now the current one

    def __init__(self, icons: dict[str, tuple[Outline, ...]], look: Look) -> None:
        """No rows yet."""
        super().__init__()
        self._painter = RowPainter(icons, look)
        self._bar = PageScrollBar(look)
        self.rows: Sequence[Row] = ()
        self._shown_at = 0  # px, the width for which they were made; 0 when the look is another since
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(self._bar)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Found"))
        self.itemEntered.connect(self._on_pointed)
        self.itemClicked.connect(self._on_clicked)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text; rows are to be shown anew."""
        self._painter.set_look(look)
        self._bar.look = look
        self._shown_at = 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these; the first answer is the current row."""
        width = self.width()
        with QSignalBlocker(self):
            if width != self._shown_at or QAccessible.isActive():  # a screen reader is told of new items only
                self.clear()
                self.rows = ()
            self._shown_at = width
            before, self.rows = self.rows, rows
            self._painter.rows = rows
            changed = [at for at, pair in enumerate(zip(before, rows, strict=False)) if not pair[0].looks_as(pair[1])]
            with QSignalBlocker(self.model()):  # else all is laid out for each
                for at in changed:
                    self._fill(self.item(at), rows[at])
            while self.count() > len(rows):
                self.takeItem(self.count() - 1)
            for row in rows[self.count() :]:
                item = QListWidgetItem()
                self._fill(item, row)
                self.addItem(item)
            self._show_changed(changed, before)
            self.setCurrentRow(next((at for at, row in enumerate(rows) if row.hit), -1))
        self.scrollToTop()

    def _show_changed(self, changed: Sequence[int], before: Sequence[Row]) -> None:
        """Have painted what changed; all of it, if rows are now at other heights."""
        if [row.kind for row in before] != [row.kind for row in self.rows] or self.rows[0].kind == "remark":
            self.doItemsLayout()
            return
        view = self.viewport()
        for at in changed:
            view.update(self.visualItemRect(self.item(at)))

    def _fill(self, item: QListWidgetItem, row: Row) -> None:
        """Let an item be a row."""
        item.setSizeHint(QSize(0, self._painter.height_of(row, self._shown_at)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(row))
        item.setFlags(ABLE if row.can_be_chosen else Qt.ItemFlag.NoItemFlags)

    def step(self, by: int) -> None:
        """Go so many rows down or, if negative, up; past the ends it stays."""
        able = [at for at, row in enumerate(self.rows) if row.can_be_chosen]
        if not able:
            return
        now = self.currentRow()
        at = able[min(max(able.index(now) + by, 0), len(able) - 1)] if now in able else able[0]
        self.setCurrentRow(at)
        if at == able[0]:
            self.scrollToTop()  # its heading too
        self.moved.emit(spoken(self.rows[at]))

    def choose(self) -> None:
        """Choose the current row, if there is one."""
        self._choose(self.currentRow())

    def _on_clicked(self, item: QListWidgetItem) -> None:
        """A heading can be clicked, but means nothing."""
        self._choose(self.row(item))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self.rows) and self.rows[at].can_be_chosen:
            self.row_chosen.emit(self.rows[at])

    def _on_pointed(self, item: QListWidgetItem) -> None:
        """What the mouse is over is the current row."""
        if self.rows[self.row(item)].can_be_chosen:
            self.setCurrentItem(item)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, as fine as the screen is."""
        self._painter.ratio = self.devicePixelRatioF()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, when the keyboard is here."""
        if event.key() in ENTER:
            self.choose()
        else:
            super().keyPressEvent(event)
