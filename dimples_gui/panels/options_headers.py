"""The headings of the options: names over the columns, questions beside the rows; both stay in view."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from dimples_gui.panels.options_slips import PAD_PX, Slip
from dimples_gui.panels.whatif_buttons import Pill
from dimples_gui.theme import Look

MARGIN_PX = 5  # around the corner's button
CHOSEN_PX = 5  # the bar over the chosen column


class OptionsHeader(QHeaderView):
    """Paints its sections from slips; how large they are is for the table to say."""

    def __init__(self, orientation: Qt.Orientation, look: Look, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.look, self.slips = look, list[Slip]()
        self.chosen = self.chosen_before = -1  # the section that is chosen, and was when the mouse was pressed
        self.top = 0  # px of it that are out of sight, above
        self.setSectionsClickable(orientation == Qt.Orientation.Horizontal)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        if orientation == Qt.Orientation.Horizontal:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def choose(self, section: int) -> None:
        """Mark a section; -1 marks none."""
        self.chosen = section
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt makes a section's first cell the current one, and so chooses it, before it tells of a click."""
        self.chosen_before = self.chosen
        super().mousePressEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802  # Qt's name
        """The words of one section on its ground; those beside a high row stay in sight while it scrolls by."""
        look, slip = self.look, self.slips[logical]
        across = self.orientation() == Qt.Orientation.Horizontal
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.window))
        painter.drawRect(rect)
        width = rect.width() - 2 * PAD_PX
        lowest = rect.bottom() - PAD_PX - slip.height(width)
        top = rect.top() + PAD_PX if across else max(min(max(rect.top(), self.top) + PAD_PX, lowest), rect.top())
        slip.draw(painter, QPoint(rect.left() + PAD_PX, top), look, look.window)
        painter.setPen(QPen(QColor(look.rule), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if logical == self.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.selected))
            painter.drawRect(rect.left(), rect.top(), rect.width(), CHOSEN_PX)
        painter.restore()

    def sectionSizeFromContents(self, logical: int) -> QSize:  # noqa: N802  # Qt's name
        """Whatever the table made it."""
        return QSize(self.sectionSize(logical), self.sectionSize(logical))


class Corner(QWidget):
    """What covers the cells that scroll by where the headings meet; with the button for more columns."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.more = Pill("", "", look)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.more.set_look(look)

    def name_more(self, folded: int, *, is_unfolded: bool) -> None:
        """The button says what it does, and of how many options."""
        self.more.setVisible(folded > 0)
        if is_unfolded:
            self.more.setText(self.tr("Fewer options"))
            self.more.setToolTip(self.tr("Fold the less common options away again"))
        else:
            self.more.setText(self.tr("More options (%n)", "", folded))
            self.more.setToolTip(self.tr("Show the less common options, too"))
        self.more.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """As high as the button needs."""
        return self.more.heightForWidth(width - 2 * MARGIN_PX) + 2 * MARGIN_PX if self.more.text() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its ground, and the lines that part it from the headings."""
        painter, rect = QPainter(self), self.rect()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.window))
        painter.drawRect(rect)
        painter.setPen(QPen(QColor(self._look.rule), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
