"""The chart with what is read from it in words, and the same figures as a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from dimples_gui.body.build import Build
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.overlay import announce
from dimples_gui.panels.chart import Chart
from dimples_gui.panels.chart_curves import depth_at, table_fats
from dimples_gui.panels.whatif_buttons import Pill
from dimples_gui.panels.whatif_fonts import heading_font
from dimples_gui.panels.whatif_words import explanation_name, millimetres, percent
from dimples_gui.scene import Scene
from dimples_gui.theme import Look, reading_font

POINTS = 10.0
ROW_LINES, HEADING_LINES = 1.6, 2.4  # how high a row of the table is, and its first one, in lines


class ChartBox(QWidget):
    """A heading, the chart, what is read, and a table that can be unfolded."""

    def __init__(self, look: Look, verdicts: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build: Build | None = None  # for which the table is filled
        self._shown = Scene().build
        self.heading = QLabel(self.tr("Depth against body fat"))
        self.chart = Chart(look, verdicts)
        self.reading = QLabel()
        self.unfold = Pill(self.tr("Show as a table"), self.tr("The figures of the curves, row by row"), look)
        self.unfold.setCheckable(True)
        self.table = QTableWidget(0, 1 + len(EXPLANATIONS))
        self._lay_out()
        self.chart.read.connect(self._on_read)
        self.unfold.toggled.connect(self._on_unfolded)
        self._on_read("")
        self.set_look(look)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.heading.setWordWrap(True)
        self.reading.setWordWrap(True)
        for widget in (self.heading, self.chart, self.reading):
            column.addWidget(widget)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table)
        table = self.table
        table.hide()
        table.setAccessibleName(self.tr("Depth of the dent against body fat"))
        table.setHorizontalHeaderLabels([self.tr("Body fat"), *(explanation_name(one) for one in EXPLANATIONS)])
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        wrapped = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | wrapped)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_scene(self, scene: Scene, moved: Build) -> None:
        """The figures of the body that is moved."""
        self._shown = moved
        self.chart.show_scene(scene, moved)
        if self.unfold.isChecked():
            self._fill()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self.chart.set_look(look)
        self.heading.setFont(heading_font(look))
        self.unfold.set_look(look)
        for widget in (self.reading, self.table, self.table.horizontalHeader()):
            widget.setFont(reading_font(look, POINTS))
        palette = self.reading.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(look.muted))
        self.reading.setPalette(palette)
        lines = QFontMetrics(self.reading.font()).lineSpacing()
        self.reading.setMinimumHeight(2 * lines)  # what is below is not to jump
        self.table.verticalHeader().setDefaultSectionSize(round(ROW_LINES * lines))
        self.table.horizontalHeader().setFixedHeight(round(HEADING_LINES * lines))
        self._fit_table()

    def _on_read(self, words: str) -> None:
        self.reading.setText(words or self.tr("Point at the chart to read it. A click sets the body fat."))
        if words and self.chart.hasFocus():
            announce(self.chart, words)

    def _on_unfolded(self, on: bool) -> None:  # noqa: FBT001  # connected to QPushButton.toggled
        if on:
            self._fill()
        self.table.setVisible(on)

    def _fill(self) -> None:
        """A row for each few percent of body fat."""
        like = self._shown._replace(fat=0.0)
        if like == self._build:
            return
        self._build = like
        fats = table_fats(self._shown)
        self.table.setRowCount(len(fats))
        for row, fat in enumerate(fats):
            texts = [percent(fat), *(millimetres(depth_at(self._shown, one, fat)) for one in EXPLANATIONS)]
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)
        self._fit_table()

    def _fit_table(self) -> None:
        """As high as all its rows."""
        rows = self.table.verticalHeader().defaultSectionSize() * self.table.rowCount()
        self.table.setFixedHeight(rows + self.table.horizontalHeader().height() + 2)
