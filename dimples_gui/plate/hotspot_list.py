"""The list beside the plate: the entries of the layer in view, for those who would rather read than point."""

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dimples_gui.atlas.model import LAYERS, Atlas, Entry
from dimples_gui.icons import icon
from dimples_gui.overlay import draw_focus_ring
from dimples_gui.plate.layer_dot import layer_dot
from dimples_gui.plate.layers import layer_name
from dimples_gui.plate.widths import LIST_POINTS, list_icon_px, list_px
from dimples_gui.scene import SECTION, Scene
from dimples_gui.scroll_bar import PageScrollBar
from dimples_gui.theme import Look, reading_font

ID_ROLE = Qt.ItemDataRole.UserRole
HEADING_POINTS = 9.5
ROW_PADDING_PX = 12
LEFT_PX = 8  # free beside the rows


class Rows(QListWidget):
    """Rows that show by a ring where the keyboard is: around the current row, or around all while none is current."""

    draws_ring = True

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.currentItemChanged.connect(self._on_current_changed)

    def _on_current_changed(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        """The ring moves."""
        for row in (item, before):
            self.viewport().update(self.visualItemRect(row) if row else self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, then the ring."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        item = self.currentItem()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_focus_ring(painter, self.visualItemRect(item) if item else self.viewport().rect(), self.look)


class HotspotList(QWidget):
    """Structures, then topics, each in the order of importance. The open entry is the current one."""

    entry_clicked = Signal(str)
    pointed = Signal(str)  # the entry under the pointer or the list's own cursor, empty for none

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        """An empty list until `show_scene`."""
        super().__init__(parent)
        self._atlas = atlas
        self._look = look
        self._layer = ""
        self._hidden: frozenset[str] = frozenset()
        self._opened = ""
        self._list = Rows(look)
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._bar = PageScrollBar(look, "window")
        self._list.setVerticalScrollBar(self._bar)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ground = QWidget()  # made here: to wrap Qt's own viewport costs 20 ms at the start
        self._ground.setMouseTracking(True)
        self._list.setViewport(self._ground)
        self._ground.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.itemEntered.connect(lambda item: self.pointed.emit(_id_of(item)))
        self._list.itemClicked.connect(self._on_chosen)
        self._list.itemActivated.connect(self._on_chosen)
        self._list.currentItemChanged.connect(self._on_current_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT_PX, 0, 0, 0)
        column.addWidget(self._list)
        self.setFocusProxy(self._list)
        self.setAutoFillBackground(True)
        self.set_look(look)

    def sizeHint(self) -> QSize:
        """As wide as its names need."""
        return QSize(list_px(self._atlas, self._look), 300)

    def show_scene(self, scene: Scene) -> None:
        """List the layer in view, or the section, and mark the open entry."""
        layer = SECTION if scene.plate == SECTION else scene.layer
        hidden = frozenset() if scene.nerves or layer == SECTION else self._atlas.nerves()
        if (layer, hidden) != (self._layer, self._hidden):
            self._layer, self._hidden = layer, hidden
            self._opened = scene.name
            self._fill()
        elif scene.name != self._opened:
            self._opened = scene.name
            self._mark_opened()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = self._list.look = self._bar.look = look
        side = list_icon_px(look)
        self._list.setIconSize(QSize(side, side))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(look.window))
        palette.setColor(QPalette.ColorRole.Text, QColor(look.text))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(look.chosen))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(look.chosen_text))
        self._list.setPalette(palette)
        self._list.setFont(reading_font(look, LIST_POINTS))
        self.updateGeometry()
        if self._layer:
            self._fill()

    def _fill(self) -> None:
        """Everything on this layer, or in the section."""
        cut = self._layer == SECTION
        every = [entry for entry in self._atlas.entries.values() if entry.id not in self._hidden]
        entries = [entry for entry in every if (entry.cut if cut else self._layer in entry.seen_on())]
        entries.sort(key=lambda entry: entry.rank)
        structures = self.tr("In the section") if cut else self.tr("On this layer")
        with QSignalBlocker(self._list):
            self._list.clear()
            for kind, heading in (("structure", structures), ("topic", self.tr("Topics"))):
                rows = [entry for entry in entries if entry.kind == kind]
                if rows:
                    self._list.addItem(self._heading(heading))
                for entry in rows:
                    self._list.addItem(self._row(entry))
        layer = layer_name(self._layer) if self._layer in LAYERS else self._layer
        name = self.tr("In the section") if cut else self.tr("On the plate, layer {layer}").format(layer=layer)
        self._list.setAccessibleName(name)
        self._mark_opened()

    def _heading(self, text: str) -> QListWidgetItem:
        """A line that cannot be chosen."""
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = reading_font(self._look, HEADING_POINTS, QFont.Weight.DemiBold)
        item.setFont(font)
        item.setForeground(QColor(self._look.muted))
        item.setSizeHint(QSize(0, round(QFontMetricsF(font).height()) + 2 * ROW_PADDING_PX))
        return item

    def _row(self, entry: Entry) -> QListWidgetItem:
        """An entry with its sign, described by its summary."""
        item = QListWidgetItem(self._sign(entry), entry.short_title or entry.title)
        item.setData(ID_ROLE, entry.id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.title)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, entry.summary)
        item.setToolTip(f"{entry.title}\n{entry.summary}")
        height = QFontMetricsF(self._list.font()).height()
        item.setSizeHint(QSize(0, round(max(height, list_icon_px(self._look))) + ROW_PADDING_PX))
        return item

    def _sign(self, entry: Entry) -> QIcon:
        """The icon of its pin on this layer or else the dot of the layer where the structure lies."""
        if entry.pin and self._layer in entry.pin.layers:
            return icon(self._atlas.icons, entry.pin.icon, self._look)
        lies_on = entry.layers if self._layer not in entry.layers else ()
        return layer_dot((*lies_on, self._layer)[0], self._look)

    def _mark_opened(self) -> None:
        """The open entry is the current one; none is if it is not on this layer."""
        rows = range(self._list.count())
        at = next((row for row in rows if _id_of(self._list.item(row)) == self._opened), -1)
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(at)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        if _id_of(item):
            self.entry_clicked.emit(_id_of(item))

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if self._list.hasFocus():
            self.pointed.emit(_id_of(item))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Nothing is pointed at once pointer or keyboard has gone."""
        leaving = (self._ground, QEvent.Type.Leave), (self._list, QEvent.Type.FocusOut)
        if (watched, event.type()) in leaving:
            self.pointed.emit("")
        return False


def _id_of(item: QListWidgetItem | None) -> str:
    """The entry that a row stands for; empty for a heading."""
    return str(item.data(ID_ROLE) or "") if item else ""
