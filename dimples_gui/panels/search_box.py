"""The search: a field that lies over the window, and under it what is found while one types."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import FocusRing, announce
from dimples_gui.panels.search_list import ENTER, SearchList
from dimples_gui.panels.search_rows import Row, rows_of
from dimples_gui.panels.search_source import SearchSource
from dimples_gui.theme import Look, reading_font

FIELD_POINTS, HELP_POINTS = 13.0, 9.5
WIDTH_PX, HEIGHT_PX = 660, 600  # at text of 100 %
MOST_GROWTH = 1.6  # of these with the text
GAP_PX = 12  # least room around the box within the window
MOST_HITS = 20
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


def _button(text: str, tip: str) -> QToolButton:
    """A flat button; one that shows only a sign is called by its tip."""
    button = QToolButton()
    button.setText(text)
    button.setAutoRaise(True)
    button.setToolTip(tip)
    button.setAccessibleName(text if text.isalpha() else tip)
    return button


class SearchBox(QFrame):
    """Hidden until it is opened. Remembers what was looked for last."""

    link_chosen = Signal(str)  # a dimples: link
    closed = Signal()

    def __init__(self, host: QWidget, atlas: Atlas, look: Look, compiled: Path | None = None) -> None:
        """Lies over `host`, at its top. `compiled` is the folder with the index of what was shipped."""
        super().__init__(host)
        self._host, self._look = host, look
        self._source = SearchSource(compiled, self)
        self._source.ready.connect(self._look_again)
        self._before: QWidget | None = None  # what had the keyboard
        self.field = QLineEdit()
        self.list = SearchList(atlas.icons, look)
        self.help = QLabel()
        self.open_button = _button(self.tr("Open"), self.tr("Open the best answer, or the one that is marked"))
        self.close_button = _button("×", self.tr("Close"))
        self._lay_out()
        self._ring = FocusRing(self, look)
        self.set_look(look)
        self.field.textChanged.connect(self._on_typed)
        self.list.row_chosen.connect(self._on_chosen)
        self.list.moved.connect(lambda words: announce(self.field, words))
        self.open_button.clicked.connect(self.list.choose)
        self.close_button.clicked.connect(self.close_box)
        self.field.installEventFilter(self)
        host.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def _lay_out(self) -> None:
        """The field with a button to close; the list; how to go on."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies under it is not painted for each key
        self.setAccessibleName(self.tr("Search"))
        self.field.setFrame(False)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("A word, a name, a question"))
        self.field.setAccessibleName(self.tr("Search"))
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 10, 10)
        top.addWidget(self.field, 1)
        top.addWidget(self.open_button)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.help)
        self.help.setContentsMargins(12, 6, 12, 8)
        self.help.setWordWrap(True)

    # --- commands -------------------------------------------------------------------------------------------------

    def open(self, atlas: Atlas) -> None:
        """Search in an atlas. If it is open already, what was typed is selected, to be typed over."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
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
        before, self._before = self._before, None
        had = self.isAncestorOf(QApplication.focusWidget() or self._host)
        self.hide()
        if had and before and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
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
        for button in (self.open_button, self.close_button):
            button.setFont(reading_font(look, FIELD_POINTS))
        self.help.setFont(reading_font(look, HELP_POINTS))
        self.list.set_look(look)
        self._ring.set_look(look)
        if not self.isHidden():
            self._stand()
            self._look_again()

    # --- what is found --------------------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        """Search, and let a screen reader say how much there is."""
        self._look_again()
        announce(self.field, self.field.accessibleDescription())

    def _look_again(self) -> None:
        """Find what is asked for, list it, and say how much there is and how to go on."""
        rows, words = self._found()
        self.list.show_rows(rows)
        keys = self.tr("↑ ↓ choose · Enter opens · Esc closes")
        self.help.setText(f"{words} · {keys}" if words else keys)
        self.field.setAccessibleDescription(words)

    def _found(self) -> tuple[list[Row], str]:
        """The rows for what stands in the field, and how many answers there are, in words."""
        query, index = self.field.text().strip(), self._source.index
        if index is None:
            return [Row("remark", self.tr("One moment: the words are being put in order."))], ""
        hits = index.find(self.field.text(), MOST_HITS)
        self.open_button.setEnabled(bool(hits))
        if hits:
            return rows_of(hits), self.tr("%n found", "", len(hits))
        examples = [Row("heading", self.tr("For example")), *(Row("example", text) for text in self._examples())]
        if not query:
            return examples, ""
        remark = self.tr("Nothing found for “{query}”. Try fewer words, or another name for it.")
        return [Row("remark", remark.format(query=query)), *examples], self.tr("Nothing found")

    def _examples(self) -> tuple[str, ...]:
        """Something to try: a place, an abbreviation, a question, another language."""
        words = (self.tr("hip bone bump"), self.tr("SI joint"), self.tr("can I get them"), self.tr("weight loss"))
        return (*words, "Venusgrübchen")

    def _on_chosen(self, row: Row) -> None:
        """Open an answer, or search for an example."""
        if row.hit:
            self.close_box()
            self.link_chosen.emit(row.hit.link)
        else:
            self.field.setText(row.text)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys, place, frame ---------------------------------------------------------------------------------------

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Who goes on elsewhere, by a click or by Tab, has done with searching."""
        if now and not self.isAncestorOf(now):
            self.close_box()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that go through the list act from the field; the box follows the window's size."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._acts(Qt.Key(event.key()))
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._stand()
            self._look_again()
        return False

    def _acts(self, key: Qt.Key) -> bool:
        """Whether a key in the field was one of the list's."""
        if key in ENTER:
            self.list.choose()
        elif key in STEPS:
            self.list.step(STEPS[key])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, wherever in the box the keyboard is; no key goes on to what lies under it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_box()
        event.accept()

    def _stand(self) -> None:
        """At the top, in the middle, as large as text and window allow."""
        growth = min(max(self._look.text_scale, 1.0), MOST_GROWTH)
        room = self._host.rect().adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
        width, height = min(round(WIDTH_PX * growth), room.width()), min(round(HEIGHT_PX * growth), room.height())
        self.setGeometry(QRect(room.left() + (room.width() - width) // 2, room.top(), width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper with a frame, and thin lines under the field and over the last line."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.page))
        wide, high = self.width(), self.height()
        frame = ((0, 0, wide, 1), (0, high - 1, wide, 1), (0, 0, 1, high), (wide - 1, 0, 1, high))
        rules = ((1, self.list.y() - 1, wide - 2, 1), (1, self.help.y(), wide - 2, 1))
        for colour, lines in ((self._look.rule, rules), (self._look.muted, frame)):
            for line in lines:
                if event.rect().intersects(QRect(*line)):
                    painter.fillRect(*line, QColor(colour))
