"""The search: a field that lies over the window, and under it what is found while one types."""

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import FocusRing, announce
from dimples_gui.panels.scroll_bar import PageScrollBar
from dimples_gui.panels.search_rows import Row, RowPainter, rows_of, spoken
from dimples_gui.panels.search_source import SearchSource
from dimples_gui.theme import Look, reading_font

FIELD_POINTS, HELP_POINTS = 13.0, 9.5
WIDTH_PX, HEIGHT_PX = 660, 600  # at text of 100 %
MOST_GROWTH = 1.6  # of these with the text
GAP_PX = 12  # least room around the box within the window
MOST_HITS = 24
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QFrame):
    """Hidden until it is opened. Remembers what was looked for last."""

    link_chosen = Signal(str)  # a dimples: link
    closed = Signal()

    def __init__(self, window: QWidget, atlas: Atlas, look: Look) -> None:
        """Lies over `window`, at its top."""
        super().__init__(window)
        self._window, self._atlas, self._look = window, atlas, look
        self._source = SearchSource(self)
        self._source.ready.connect(self._look_again)
        self._before: QWidget | None = None  # what had the keyboard
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("A word, a name, a question"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.textChanged.connect(self._on_typed)
        self.list = QListWidget()
        self.painter = RowPainter(atlas.icons, look)
        self.help = QLabel()
        self.close_button = QToolButton()
        self._lay_out()
        self._ring = FocusRing(self, look)
        self.set_look(look)
        for watched in (self.field, self.list, window):
            watched.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        """The field with a button to close; the list; how to go on."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies under it is not painted for each key
        self.setAccessibleName(self.tr("Search"))
        rows = self.list
        rows.setFrameShape(QFrame.Shape.NoFrame)
        rows.setItemDelegate(self.painter)
        rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setVerticalScrollBar(PageScrollBar(self._look))
        rows.setMouseTracking(True)
        rows.setAccessibleName(self.tr("Found"))
        rows.itemEntered.connect(self._on_pointed)
        rows.itemClicked.connect(self._on_chosen)
        rows.currentRowChanged.connect(self._on_current)
        self.close_button.setText("×")
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.clicked.connect(self.close_box)
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 10, 10)
        top.addWidget(self.field, 1)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(rows, 1)
        column.addWidget(self.help)
        self.help.setContentsMargins(12, 6, 12, 8)
        self.help.setTextFormat(Qt.TextFormat.PlainText)

    # --- commands -------------------------------------------------------------------------------------------------

    def open(self, atlas: Atlas) -> None:
        """Search in an atlas. Open already, all that was typed is selected, to be typed over."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._atlas = atlas
        self._source.index_of(atlas)
        self._stand()
        self.show()
        self.raise_()
        self._look_again()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_box(self) -> None:
        """Hide, and give the keyboard back."""
        if self.isHidden():
            return
        had = self.isAncestorOf(QApplication.focusWidget() or self._window)
        self.hide()
        before = self._before
        if had and before and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, look.page),
            (QPalette.ColorRole.Window, look.page),
            (QPalette.ColorRole.Text, look.text),
            (QPalette.ColorRole.WindowText, look.muted),
            (QPalette.ColorRole.PlaceholderText, look.muted),
        ):
            palette.setColor(role, QColor(colour))
        for widget in (self, self.field, self.list, self.help):
            widget.setPalette(palette)
        self.field.setFont(reading_font(look, FIELD_POINTS))
        self.help.setFont(reading_font(look, HELP_POINTS))
        self.painter.set_look(look)
        bar = self.list.verticalScrollBar()
        if isinstance(bar, PageScrollBar):
            bar.look = look
        self._ring.set_look(look)
        if not self.isHidden():
            self._stand()
            self._look_again()

    # --- what is found --------------------------------------------------------------------------------------------

    def _on_typed(self, _text: str) -> None:
        """Search, and let a screen reader say how much there is."""
        self._look_again()
        announce(self.field, self.help.text() if self.field.text().strip() else "")

    def _look_again(self) -> None:
        """Find what is asked for and list it; the first answer is the current one."""
        query, index = self.field.text().strip(), self._source.index
        if index is None:
            self._fill([Row("remark", self.tr("One moment: the words are being put in order."))])
            return
        hits = index.find(self.field.text(), MOST_HITS) if query else ()
        if hits:
            self._fill(rows_of(hits))
            words = self.tr("%n found", "", len(hits))
        else:
            remark = self.tr("Nothing found for “{query}”. Try fewer words, or another name for it.")
            said = [Row("remark", remark.format(query=query))] if query else []
            self._fill([*said, Row("heading", self.tr("For example")), *self._examples()])
            words = self.tr("Nothing found") if query else ""
        keys = self.tr("↑ ↓ choose · Enter opens · Esc closes")
        self.help.setText(f"{words} · {keys}" if words else keys)
        self.field.setAccessibleDescription(self.help.text())

    def _examples(self) -> list[Row]:
        """Something to try: a name, a slip, another language, an abbreviation."""
        texts = (self.tr("dimples of Venus"), self.tr("hip bone bump"), self.tr("SI joint"), self.tr("can I get them"))
        return [Row("example", text) for text in (*texts, "Venusgrübchen")]

    def _fill(self, rows: list[Row]) -> None:
        """List these."""
        self.painter.rows = rows
        width = self.list.width()
        with QSignalBlocker(self.list):
            self.list.clear()
            for row in rows:
                item = QListWidgetItem(self.list)
                item.setSizeHint(QSize(0, self.painter.height_of(row, width)))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(row))
                if not row.can_be_chosen:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.setCurrentRow(next((at for at, row in enumerate(rows) if row.hit), -1))
        self.list.scrollToTop()

    # --- choosing -------------------------------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        """Go so many rows down or, if negative, up; past the ends it stays."""
        able = [at for at, row in enumerate(self.painter.rows) if row.can_be_chosen]
        if not able:
            return
        now = self.list.currentRow()
        at = able.index(now) + by if now in able else max(by, 0) and 0
        self.list.setCurrentRow(able[min(max(at, 0), len(able) - 1)])
        if self.list.currentRow() == able[0]:
            self.list.scrollToTop()  # its heading too

    def _on_current(self, at: int) -> None:
        """Let a screen reader say where one is; the keyboard stays in the field."""
        if at >= 0 and self.field.hasFocus():
            announce(self.field, spoken(self.painter.rows[at]))

    def _on_pointed(self, item: QListWidgetItem) -> None:
        """What the mouse is over is the current row."""
        if self.painter.rows[self.list.row(item)].can_be_chosen:
            with QSignalBlocker(self.list):
                self.list.setCurrentItem(item)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._choose(self.list.row(item))

    def _choose(self, at: int) -> None:
        """Open an answer, or search for an example."""
        row = self.painter.rows[at] if 0 <= at < len(self.painter.rows) else Row("remark")
        if row.hit:
            self.close_box()
            self.link_chosen.emit(row.hit.link)
        elif row.can_be_chosen:
            self.field.setText(row.text)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys, place, frame -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that go through the list act from the field; the box follows the window's size."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and not self.isHidden():
                self._stand()
                self._look_again()
            return False
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._acts(watched, event)

    def _acts(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key was one of ours."""
        key = Qt.Key(event.key())
        if key in ENTER:
            self._choose(self.list.currentRow())
        elif watched is self.field and key in STEPS:
            self._step(STEPS[key])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, wherever in the box the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_box()
        else:
            super().keyPressEvent(event)

    def _stand(self) -> None:
        """At the window's top, in the middle, as large as text and window allow."""
        growth = min(max(self._look.text_scale, 1.0), MOST_GROWTH)
        room = self._window.rect().adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
        width, height = min(round(WIDTH_PX * growth), room.width()), min(round(HEIGHT_PX * growth), room.height())
        self.setGeometry(QRect(room.center().x() - width // 2, room.top(), width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper with a frame, and a thin line under the field."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.page))
        painter.setPen(QColor(self._look.muted))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(1, self.list.y() - 1, self.width() - 2, 1, QColor(self._look.rule))
        painter.fillRect(1, self.help.y(), self.width() - 2, 1, QColor(self._look.rule))
