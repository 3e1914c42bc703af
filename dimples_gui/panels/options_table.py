"""The table of the options under a reader's hands: choosing a column, asking what a cell rests on, copying."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QScrollArea, QToolTip

from dimples_gui.atlas.decide import Options
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.geometry import Mark
from dimples_gui.panels.leaf import TOGGLE
from dimples_gui.panels.options_grid import NONE, Index, OptionsGrid
from dimples_gui.panels.options_slips import PAD_PX
from dimples_gui.theme import Look

Key, Reason = Qt.Key, Qt.FocusReason
STEP = 0.6  # of what is in view: so far an arrow scrolls within a cell that does not fit
OPENING = (Key.Key_Return, Key.Key_Enter, Key.Key_Space)
PAGING = (Key.Key_PageUp, Key.Key_PageDown)  # the area's own


class OptionsTable(OptionsGrid):
    """Tells which column was chosen, what was asked about, and which link was clicked."""

    column_chosen = Signal(int)  # a column, or -1
    walked = Signal(QModelIndex)  # to this cell
    asked = Signal(QModelIndex, str)  # what a cell rests on; with the claim whose badge was clicked, if one was
    followed = Signal(str)  # a link in the words
    copied = Signal()

    def __init__(self, atlas: Atlas, options: Options, look: Look, area: QScrollArea) -> None:
        super().__init__(atlas, options, look, area)
        self._pressed = ""  # the link that the mouse was pressed on
        self._arriving = False  # the keyboard is just coming here, to the first cell
        self.across.sectionClicked.connect(self._on_heading_clicked)
        self.corner.more.clicked.connect(lambda: self.unfold(on=not self.table.is_unfolded))

    # --- choosing ---------------------------------------------------------------------------------------------

    def choose(self, column: int) -> None:
        """Mark a column; -1 marks none."""
        if column != self.chosen:
            self.chosen = column
            self.across.choose(column)
            self.viewport().update()
            self.column_chosen.emit(column)

    def unfold(self, *, on: bool) -> None:
        """Show all options, or fold some away again; with them goes the choice of one of them."""
        if not on and self.chosen >= len(self.table.columns) - self.table.folded:
            self.choose(NONE)
        super().unfold(on=on)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  # Qt's name
        """The column in which the reader is is the chosen one."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._arriving:
            self.choose(current.column())
            self.walked.emit(current)

    def _on_heading_clicked(self, column: int) -> None:
        """Choose a column, or leave it."""
        self.clearSelection()  # of the whole column, which Qt made
        self.choose(NONE if column == self.across.chosen_before else column)

    # --- keyboard ---------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Copying here is copying of cells, whatever the window's command does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell, Enter asks what one rests on; a cell that does not fit is scrolled through."""
        self.by_keyboard = True
        self.viewport().update()
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in OPENING and self.currentIndex().isValid():
            self.choose(self.currentIndex().column())
            self.asked.emit(self.currentIndex(), "")
        elif key == Key.Key_Escape or key in PAGING or (key in (Key.Key_Up, Key.Key_Down) and self._scrolled(key)):
            event.setAccepted(key in (Key.Key_Up, Key.Key_Down))
        else:
            super().keyPressEvent(event)

    def _scrolled(self, key: int) -> bool:
        """Whether there was more of the cell to be seen in that direction."""
        if not self.currentIndex().isValid():
            return False
        rect = self.visualRect(self.currentIndex()).translated(0, self.y())
        bar, room = self.area.verticalScrollBar(), self.room()
        before = bar.value()
        if key == Key.Key_Down and rect.bottom() + 1 > before + room:
            bar.setValue(min(before + round(STEP * room), rect.bottom() + 1 - room))
        elif key == Key.Key_Up and rect.top() < before:
            bar.setValue(max(before - round(STEP * room), rect.top()))
        return bar.value() != before

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard; before anything was chosen nothing is."""
        if event.reason() in (Reason.TabFocusReason, Reason.BacktabFocusReason, Reason.ShortcutFocusReason):
            self.by_keyboard = True
        self._arriving = True
        super().focusInEvent(event)
        self._arriving = False
        self.viewport().update()

    def copy(self) -> None:
        """Put the cells that are selected, or the one that has the keyboard, on the clipboard as text."""
        indexes = self.selectedIndexes() or [self.currentIndex()]
        if indexes[0].isValid():
            QGuiApplication.clipboard().setText(self.table.copied(indexes))
            self.copied.emit()

    # --- mouse ------------------------------------------------------------------------------------------------

    def _mark_at(self, point: QPointF) -> tuple[QModelIndex, Mark | None]:
        """The cell at a point of the viewport, and the link or badge in it."""
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return index, None
        corner = QPointF(self.visualRect(index).topLeft()) + QPointF(PAD_PX, PAD_PX)
        return index, self.slip_of(index).mark_at(point - corner)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a cell chooses its column."""
        self.by_keyboard = False
        index, mark = self._mark_at(event.position())
        self._pressed = mark.span.run.href if mark else ""
        super().mousePressEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.choose(index.column())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a badge asks what it stands for, one on a link follows it."""
        super().mouseReleaseEvent(event)
        index, mark = self._mark_at(event.position())
        href = mark.span.run.href if mark else ""
        if not href or href != self._pressed or event.button() != Qt.MouseButton.LeftButton:
            return
        if href.startswith(TOGGLE):
            self.asked.emit(index, href.removeprefix(TOGGLE))
        else:
            self.followed.emit(href)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click asks what a cell rests on."""
        index, mark = self._mark_at(event.position())
        if index.isValid() and mark is None:
            self.asked.emit(index, "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._light(*self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._light(QModelIndex(), None)
        super().leaveEvent(event)

    def _light(self, index: QModelIndex, mark: Mark | None) -> None:
        """Show which link is under the pointer."""
        href = mark.span.run.href if mark else ""
        cell = QPersistentModelIndex(index) if mark else QPersistentModelIndex()
        if (href, cell) != (self.lit, self.lit_cell):
            for changed in (self.lit_cell, index):
                self.viewport().update(self.visualRect(changed))
            self.lit, self.lit_cell = href, cell
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if href else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """What a badge means, in a sentence."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(QPointF(event.pos()))[1]
            QToolTip.showText(event.globalPos(), mark.span.run.hint if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)
