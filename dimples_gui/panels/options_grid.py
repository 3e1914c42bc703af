"""How the table of the options stands and looks: as high as its rows, in an area that scrolls, headings in view."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from dimples_gui.atlas.decide import Options
from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import draw_focus_ring
from dimples_gui.panels.options_headers import Corner, OptionsHeader
from dimples_gui.panels.options_model import OptionsModel
from dimples_gui.panels.options_slips import PAD_PX, Slip, Slips
from dimples_gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
NONE = -1
Hint = QAbstractItemView.ScrollHint


class CellPainter(QStyledItemDelegate):
    """Paints cells from slips."""

    def __init__(self, table: "OptionsGrid") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words and lines of a cell; around the chosen column a thicker line."""
        table, look, rect = self._table, self._table.look, QRect(option.rect)
        chosen = index.column() == table.chosen
        ground = look.window if chosen else look.page
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRect(rect)
        slip = table.slip_of(index)
        slip.height(rect.width() - 2 * PAD_PX)
        lit = table.lit if table.lit_cell == index else ""
        slip.draw(painter, rect.topLeft() + QPoint(PAD_PX, PAD_PX), look, ground, lit)
        painter.setPen(QPen(QColor(look.rule), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if chosen:
            painter.setPen(QPen(QColor(look.selected), 3))
            painter.drawLine(rect.left() + 1, rect.top(), rect.left() + 1, rect.bottom())
            painter.drawLine(rect.right() - 1, rect.top(), rect.right() - 1, rect.bottom())
        painter.restore()
        self._draw_marks(painter, rect, index)

    def _draw_marks(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The ring of the cell that has the keyboard, and a frame around each of several that are to be copied."""
        table = self._table
        if table.hasFocus() and table.by_keyboard and index == table.currentIndex():
            draw_focus_ring(painter, rect, table.look)
        elif table.selectionModel().isSelected(index) and len(table.selectedIndexes()) > 1:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(table.look.selected), 1, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(4, 4, -5, -5))


class OptionsGrid(QTableView):
    """Lays itself out anew in every width and look."""

    draws_ring = True  # around a cell, see overlay.FocusRing

    def __init__(self, atlas: Atlas, options: Options, look: Look, area: QScrollArea) -> None:
        """`area` is what it is going to scroll in."""
        super().__init__()
        self._atlas, self._options, self.area = atlas, options, area
        self.look, self.slips = look, Slips(atlas, options, look)
        self.table = OptionsModel(atlas, options, self)
        self.chosen = NONE
        self._room_px = 0  # the width of what it fills; not known yet
        self.by_keyboard = False
        self.lit, self.lit_cell = "", QPersistentModelIndex()  # the link under the pointer
        self.across = OptionsHeader(Qt.Orientation.Horizontal, look, self)
        self.down = OptionsHeader(Qt.Orientation.Vertical, look, self)
        self.corner = Corner(look, self)
        self._set_up()
        self._dress()
        self._fill_headings()

    def _set_up(self) -> None:
        """Scrolls sideways by itself, and up and down with what it lies in."""
        self.setHorizontalHeader(self.across)
        self.setVerticalHeader(self.down)
        self.setModel(self.table)
        self.setItemDelegate(CellPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setAccessibleName(self.tr("Options side by side"))
        self.viewport().setMouseTracking(True)
        self.area.verticalScrollBar().valueChanged.connect(self.stick)

    def set_look(self, look: Look) -> None:
        """Set all words anew."""
        self.look, self.slips = look, Slips(self._atlas, self._options, look)
        self.across.look = self.down.look = look
        self.corner.set_look(look)
        self._dress()
        self._fill_headings()
        self._lay_out()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(self.look.page))
        self.setPalette(palette)

    def _fill_headings(self) -> None:
        """The words of the headings of all that is shown."""
        self.across.slips = [self.slips.over(option) for option in self.table.columns]
        self.down.slips = [self.slips.beside(row) for row in self.table.rows]
        self.corner.name_more(self.table.folded, is_unfolded=self.table.is_unfolded)

    def unfold(self, *, on: bool) -> None:
        """Show all options, or fold some away again."""
        self.table.unfold(on=on)
        self._fill_headings()
        self._lay_out()

    def slip_of(self, index: Index) -> Slip:
        """The slip of a cell."""
        return self.slips.cell(*self.table.at(index))

    # --- where all is -----------------------------------------------------------------------------------------

    def fill_width(self, width: int) -> None:
        """Be so wide."""
        if width != self._room_px:
            self._room_px = width
            self._lay_out()

    def _lay_out(self) -> None:
        """As wide as there is room, as high as the words need then."""
        if not self.table.columns or not self._room_px:
            return
        head, column = self.slips.widths(self._room_px, len(self.table.columns))
        words = column - 2 * PAD_PX
        self.down.setFixedWidth(head)
        high = max(slip.height(words) for slip in self.across.slips) + 2 * PAD_PX
        high = max(high, self.corner.heightForWidth(head))
        self.across.setFixedHeight(high)
        for number in range(len(self.table.columns)):
            self.setColumnWidth(number, column)
        for number, beside in enumerate(self.down.slips):
            cells = (self.slip_of(self.table.index(number, at)) for at in range(len(self.table.columns)))
            tallest = max(beside.height(head - 2 * PAD_PX), *(slip.height(words) for slip in cells))
            self.setRowHeight(number, tallest + 2 * PAD_PX)
            high += tallest + 2 * PAD_PX
        self.setFixedHeight(high)
        self.stick()

    def updateGeometries(self) -> None:  # noqa: N802  # Qt's name
        """Qt puts the headings to the top of all rows."""
        super().updateGeometries()
        self.stick()

    def stick(self) -> None:
        """Keep the headings in view while the rows scroll by."""
        most = max(self.height() - self.across.height(), 0)
        out = min(max(self.area.verticalScrollBar().value() - self.y(), 0), most)
        self.across.move(self.across.x(), out)
        self.corner.setGeometry(self.down.x(), out, self.down.width(), self.across.height())
        self.across.raise_()
        self.corner.raise_()
        if self.down.top != out:
            self.down.top = out
            self.down.viewport().update()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:  # noqa: N802  # Qt's name
        """Bring a cell into view between the headings, the top of one that is higher than that."""
        super().scrollTo(index, hint)
        rect = self.visualRect(index)
        top = self.y() + rect.top()  # of the viewport, which begins under the headings: the same room is over it now
        bar, room = self.area.verticalScrollBar(), self.room()
        if bar.value() > top or rect.height() > room:
            bar.setValue(top)
        elif bar.value() < top + rect.height() - room:
            bar.setValue(top + rect.height() - room)

    def scroll_to_column(self, column: int) -> None:
        """Bring a column into view, from side to side."""
        self.executeDelayedItemsLayout()  # it may just have come
        self.updateGeometries()
        super().scrollTo(self.table.index(0, column), Hint.EnsureVisible)

    def room(self) -> int:
        """How much of the rows can be seen at once, px."""
        return max(self.area.viewport().height() - self.across.height(), 1)
