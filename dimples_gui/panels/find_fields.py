"""A way to point without a pointer: how far right of the midline and above the spines, in two fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Plate
from dimples_gui.overlay import RING_PX, draw_focus_ring
from dimples_gui.panels.find_words import mark_words
from dimples_gui.panels.truths_frame import ENTER, mute, wrapped
from dimples_gui.panels.whatif_fonts import heading_font
from dimples_gui.theme import Look, reading_font

GAP_PX = 10
ROOM_PX = RING_PX + 2  # around a field, for its ring
POINTS = 11.0


class Millimetres(QSpinBox):
    """Whole millimetres; arrows go by one, page keys by ten."""

    came = Signal()  # the keyboard is here
    focused = Signal()  # or gone

    def __init__(self, low: float, high: float) -> None:
        super().__init__()
        self.setRange(round(low), round(high))
        self.setSuffix(self.tr(" mm"))
        self.setAccelerated(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for whom it lies in; Qt would tell of a change, though there is none."""
        if event.key() in ENTER:
            self.interpretText()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell; who comes by Tab means to set the mark."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.came.emit()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusOutEvent(event)
        self.focused.emit()


class Fields(QWidget):
    """The two fields, and in words where the mark is."""

    marked = Signal(float, float)  # mm, in the frame

    def __init__(self, plate: Plate, look: Look) -> None:
        super().__init__()
        self._look = look
        self.is_set = False  # the reader was here, so that the mark means something
        self.heading, self.told = wrapped(self.tr("Without a mouse")), wrapped()
        self.across, self.up = (
            Millimetres(plate.left, plate.left + plate.width),
            Millimetres(plate.bottom, plate.bottom + plate.height),
        )
        self.names = (wrapped(self.tr("Right of the midline")), wrapped(self.tr("Above the level of the spines")))
        tips = (
            self.tr("Millimetres to the right of the midline; to the left, they are less than 0"),
            self.tr("Millimetres above the level of the two bony spines; below it, they are less than 0"),
        )
        for field, name, tip in zip((self.across, self.up), self.names, tips, strict=True):
            field.setAccessibleName(name.text())
            field.setToolTip(tip)
            name.setBuddy(field)
            field.valueChanged.connect(self._on_changed)
            field.came.connect(self._on_changed)
            field.lineEdit().textEdited.connect(self._on_changed)  # the same figure, typed, is meant too
            field.focused.connect(self.update)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, ROOM_PX, 0)
        column.setSpacing(GAP_PX)
        grid = QGridLayout()
        grid.setSpacing(GAP_PX)
        grid.setColumnStretch(0, 1)
        for row, (name, field) in enumerate(zip(self.names, (self.across, self.up), strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addWidget(self.told)

    def begin(self) -> None:
        """Back to the middle, with no mark."""
        self.show_place(0.0, 0.0)
        self.is_set = False
        how = self.tr("Type the two figures, or use the arrow keys.")
        self.told.setText(f"{how} {self.tr('A small cross follows on the plate.')}")

    def show_place(self, x: float, y: float) -> None:
        """Stand for a place (mm)."""
        for field, value in ((self.across, x), (self.up, y)):
            field.blockSignals(True)
            field.setValue(round(value))
            field.blockSignals(False)

    def place(self) -> tuple[float, float]:
        """Where the mark is, mm."""
        return float(self.across.value()), float(self.up.value())

    def _on_changed(self) -> None:
        self.is_set = True
        words = mark_words(*self.place())
        self.told.setText(words)
        for field in (self.across, self.up):
            field.setAccessibleDescription(words)
        self.marked.emit(*self.place())

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.heading.setFont(heading_font(look))
        mute(self.told, look)
        for widget in (*self.names, self.across, self.up):
            widget.setFont(reading_font(look, POINTS))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge around each field, and a ring around the one that has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for field in (self.across, self.up):
            around = field.geometry()
            painter.setPen(QPen(QColor(self._look.leader), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around.adjusted(-1, -1, 1, 1), 3, 3)
            if field.hasFocus():
                draw_focus_ring(painter, around.adjusted(-ROOM_PX, -ROOM_PX, ROOM_PX, ROOM_PX), self._look)
