"""The panel of the options: side by side, what each cell rests on, and how far the table can be trusted."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import FocusRing
from dimples_gui.panels.leaf import GO_TO, SCHEME
from dimples_gui.panels.options_card import Card
from dimples_gui.panels.options_grid import NONE
from dimples_gui.panels.options_page import options_leaf
from dimples_gui.panels.options_sideways import SidewaysBar
from dimples_gui.panels.options_table import OptionsTable
from dimples_gui.panels.page_area import PageArea
from dimples_gui.panels.whatif_fonts import TITLE, heading_font
from dimples_gui.panels.whatif_page import RulesPage
from dimples_gui.scene import Scene
from dimples_gui.theme import Look, reading_font

LEAST_PX, MOST_GROWTH = 380, 1.25  # at text of 100 %; of that width with the text
SIDE_PX, GAP_PX = 22, 10
LEAD_POINTS = 11.5
CARD_SHARE = 0.46  # of the panel's height


class OptionsPanel(QWidget):
    """The table between title and notes; what a cell rests on opens under it."""

    link_clicked = Signal(str)  # a dimples: link
    web_clicked = Signal(str)  # a web address
    copied = Signal(str)  # what was copied, in a sentence
    touched = Signal(object)  # the entries that the chosen option touches, a tuple of ids; empty for none

    _resized = Signal()

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decide = decide_of(atlas.decide)
        self._named: tuple[str, ...] = ()  # by the link that led here
        options = self._decide.options
        self.title, self.lead = QLabel(options.title), QLabel(options.lead)
        self.area, self._inside = PageArea(look), QWidget()
        self.table = OptionsTable(atlas, options, look, self.area)
        self.page, self.card = RulesPage(look), Card(atlas, look)
        self.sideways = SidewaysBar(look)
        self._lay_out()
        if not options.options:
            self.title.setText(self.tr("Options"))
            self.lead.setText(self.tr("This content says nothing about options."))
            self.table.hide()
        self._ring = FocusRing(self, look)
        self._connect()
        self.page.set_leaf(options_leaf(atlas, self._decide))
        self.set_look(look)

    def _lay_out(self) -> None:
        """All but the card scrolls; the table keeps its headings in view meanwhile."""
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for widget in (self.title, self.lead, self.table, self.page):
            inside.addWidget(widget)
        inside.addStretch(1)
        self.title.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, GAP_PX)
        self.lead.setContentsMargins(SIDE_PX, 0, SIDE_PX, GAP_PX)
        for label in (self.lead, self.title):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.area.setWidget(self._inside)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.sideways)
        column.addWidget(self.card)
        self.card.hide()
        self.sideways.hide()
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self._resized.connect(self._fill_width, Qt.ConnectionType.QueuedConnection)
        inner = self.table.horizontalScrollBar()
        inner.rangeChanged.connect(self._on_room_changed)
        inner.valueChanged.connect(self.sideways.setValue)
        self.sideways.valueChanged.connect(inner.setValue)
        self.table.column_chosen.connect(lambda _: self.touched.emit(self.touches()))
        self.table.asked.connect(self._on_asked)
        self.table.walked.connect(self._on_walked)
        self.table.copied.connect(lambda: self.copied.emit(self.tr("Copied, with figures and grades.")))
        self.card.closed.connect(self.close_card)
        self.card.copied.connect(self.copied)
        for source in (self.table, self.card, self.page):
            source.followed.connect(self._on_followed)

    # --- following --------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """The words are the same in every scene; an option that a link names (`opened=`) is chosen."""
        before, self._named = self._named, scene.opened
        if scene.opened and scene.opened != before:
            # Later: all are to show the scene first, which may make room for the panel.
            QTimer.singleShot(0, self, lambda: self._choose_named(scene.opened[0]))

    def _choose_named(self, name: str) -> None:
        """Choose an option, unfolded if need be, and bring it into view."""
        self._fill_width()
        model = self.table.table
        if name in model.folded_names():
            self.table.unfold(on=True)
        names = [option.id for option in model.columns]
        if name in names:
            self.table.choose(names.index(name))
            self.table.scroll_to_column(names.index(name))

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        self.area.set_look(look)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(look.text))
        self.setPalette(palette)
        self.title.setFont(heading_font(look, TITLE))
        self.lead.setFont(reading_font(look, LEAD_POINTS))
        if look != self.table.look:
            self.table.set_look(look)
        for part in (self.page, self.card, self.sideways, self._ring):
            part.set_look(look)
        self.setMinimumWidth(round(LEAST_PX * min(max(look.text_scale, 1.0), MOST_GROWTH)))

    def touches(self) -> tuple[str, ...]:
        """The entries that the chosen option touches."""
        chosen = self.table.chosen
        return () if chosen == NONE else self.table.table.columns[chosen].touches

    def showEvent(self, event: QShowEvent) -> None:
        """What is touched is lit again."""
        super().showEvent(event)
        if not event.spontaneous() and self.touches():
            self.touched.emit(self.touches())

    def hideEvent(self, event: QHideEvent) -> None:
        """Elsewhere nothing is lit."""
        super().hideEvent(event)
        if not event.spontaneous() and self.touches():
            self.touched.emit(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card keeps its share of the height; all else gets its width before the next paint.

        While the window makes room for a wide panel this has a narrow moment, which nothing is to be laid out for.
        """
        super().resizeEvent(event)
        self.card.setFixedHeight(round(CARD_SHARE * self.height()))
        self._resized.emit()

    def _fill_width(self) -> None:
        """Lay out what scrolls as wide as it is seen."""
        width = self.area.viewport().width()
        self._inside.setFixedWidth(width)
        self.table.fill_width(width)

    def _on_room_changed(self, _least: int, most: int) -> None:
        """The bar below the area stands for the table's own."""
        inner = self.table.horizontalScrollBar()
        self.sideways.setRange(0, most)
        self.sideways.setPageStep(inner.pageStep())
        self.sideways.setSingleStep(inner.singleStep())
        self.sideways.setVisible(most > 0)

    # --- what a cell rests on ---------------------------------------------------------------------------------

    def _on_asked(self, index: QModelIndex, claim: str) -> None:
        """Open the card under the cell."""
        self.card.show_cell(*self.table.table.at(index), claim)
        self._column.activate()
        self.table.scrollTo(index)
        self.card.setFocus(
            Qt.FocusReason.ShortcutFocusReason if self.table.by_keyboard else Qt.FocusReason.OtherFocusReason
        )

    def _on_walked(self, index: QModelIndex) -> None:
        """An open card follows the reader from cell to cell."""
        if self.card.isVisible():
            self.card.show_cell(*self.table.table.at(index))

    def close_card(self) -> None:
        """Back to the table."""
        self.card.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the card, then leaves the chosen option."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.card.isVisible():
            self.close_card()
        else:
            self.table.choose(NONE)

    def _on_followed(self, href: str) -> None:
        """Ask for what a link stands for."""
        if href.startswith(GO_TO):
            self._go_to_row(href.removeprefix(GO_TO))
        elif href.startswith(SCHEME):
            self.link_clicked.emit(href)
        else:
            self.web_clicked.emit(href)

    def _go_to_row(self, name: str) -> None:
        """Put the keyboard on the first cell of a row."""
        model = self.table.table
        number = [row.id for row in model.rows].index(name)
        self.table.setCurrentIndex(model.index(number, max(self.table.chosen, 0)))
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
