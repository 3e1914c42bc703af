"""The list of what lies under a point: a small slip with numbered rows, beside the point."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.plate.hotspot_list import Rows
from dimples_gui.plate.layer_dot import layer_dot
from dimples_gui.plate.layers import layer_name
from dimples_gui.plate.stack import Found
from dimples_gui.plate.widths import LIST_POINTS, list_icon_px
from dimples_gui.scroll_bar import PageScrollBar
from dimples_gui.theme import Look, reading_font

HEADING_POINTS = 9.5
ROW_PADDING_PX, SIDES_PX, AIR_PX = 6, 54, 8
BESIDE_PX = 22  # from the point to the list
TALL_PX = 10_000.0
WRAPPED = Qt.TextFlag.TextWordWrap.value


class StackList(QFrame):
    """Rows to be clicked, or walked with the arrows and opened with Enter."""

    chosen = Signal(str, str)  # layer and entry, which may be empty
    left = Signal()  # Esc

    def __init__(self, parent: QWidget, atlas: Atlas, look: Look) -> None:
        """Empty and out of sight."""
        super().__init__(parent)
        self._atlas = atlas
        self._look = look
        self._found: tuple[Found, ...] = ()
        self.heading = QLabel(self.tr("What lies here, from the surface down"))
        self.rows = Rows(look)
        self.rows.setFrameShape(QListWidget.Shape.NoFrame)
        self._bar = PageScrollBar(look, "page")
        self.rows.setVerticalScrollBar(self._bar)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setWordWrap(True)
        self.heading.setWordWrap(True)
        self.rows.setAccessibleName(self.heading.text())
        self.rows.itemClicked.connect(self._on_chosen)
        self.rows.itemActivated.connect(self._on_chosen)
        self.setFocusProxy(self.rows)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(AIR_PX, AIR_PX, AIR_PX, AIR_PX)
        column.setSpacing(AIR_PX // 2)
        column.addWidget(self.heading)
        column.addWidget(self.rows)
        self.hide()
        self.set_look(look)

    def show_found(self, found: Sequence[Found]) -> None:
        """These things, in this order."""
        self._found = tuple(found)
        with QSignalBlocker(self.rows):
            self.rows.clear()
            for number, thing in enumerate(self._found, 1):
                self.rows.addItem(self._row(number, thing))
            if not found:
                nothing = QListWidgetItem(self.tr("Nothing is drawn here."))
                nothing.setFlags(Qt.ItemFlag.NoItemFlags)
                self.rows.addItem(nothing)
        self.show()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = self.rows.look = self._bar.look = look
        palette = QPalette(self.palette())
        for role, colour in (
            (QPalette.ColorRole.Window, look.page), (QPalette.ColorRole.Base, look.page),
            (QPalette.ColorRole.Text, look.text), (QPalette.ColorRole.WindowText, look.muted),
            (QPalette.ColorRole.Highlight, look.chosen), (QPalette.ColorRole.HighlightedText, look.chosen_text),
        ):  # fmt: skip
            palette.setColor(role, QColor(colour))
        for part in (self, self.rows, self.heading):
            part.setPalette(palette)
        self.rows.setFont(reading_font(look, LIST_POINTS))
        self.heading.setFont(reading_font(look, HEADING_POINTS, QFont.Weight.DemiBold))
        self.rows.setIconSize(QSize(list_icon_px(look), list_icon_px(look)))
        if self.isVisible():
            self.show_found(self._found)

    def stand_beside(self, at: QPoint, within: QSize) -> None:
        """Beside a point, on the side where there is more room; where it is too wide for that, below or above."""
        rightwards, leftwards = within.width() - at.x() - BESIDE_PX, at.x() - BESIDE_PX
        downwards, upwards = within.height() - at.y() - BESIDE_PX, at.y() - BESIDE_PX
        wide, beside = self._wide(), max(rightwards, leftwards) - AIR_PX
        if wide <= beside:
            size = QSize(wide, min(self._high(wide), within.height() - 2 * AIR_PX))
            left = at.x() + BESIDE_PX if rightwards >= leftwards else leftwards - size.width()
            top = at.y() - size.height() // 3
        else:
            wide = min(wide, within.width() - AIR_PX)
            size = QSize(wide, min(self._high(wide), max(downwards, upwards) - AIR_PX))
            left = at.x() - wide // 2
            top = at.y() + BESIDE_PX if downwards >= upwards else upwards - size.height()
        left = min(max(left, AIR_PX // 2), max(within.width() - wide - AIR_PX // 2, 0))
        top = min(max(top, AIR_PX), max(within.height() - size.height() - AIR_PX, 0))
        self.setGeometry(left, top, size.width(), size.height())

    def _wide(self) -> int:
        """How wide it is with each row in one line."""
        metrics, heading = QFontMetricsF(self.rows.font()), QFontMetricsF(self.heading.font())
        texts = (self.rows.item(row).text() for row in range(self.rows.count()))
        wide = max(metrics.horizontalAdvance(text) for text in texts) + self._beside_words
        return round(max(wide, heading.horizontalAdvance(self.heading.text()) + 3 * AIR_PX))

    def _high(self, wide: int) -> int:
        """How high it is when it is so wide; each row gets as many lines as it needs then."""
        metrics, heading = QFontMetricsF(self.rows.font()), QFontMetricsF(self.heading.font())
        title = QRectF(0, 0, wide - 3 * AIR_PX, TALL_PX)
        high = round(heading.boundingRect(title, WRAPPED, self.heading.text()).height()) + 3 * AIR_PX
        for row in range(self.rows.count()):
            item = self.rows.item(row)
            line = QRectF(0, 0, wide - self._beside_words, TALL_PX)
            text = metrics.boundingRect(line, WRAPPED, item.text()).height()
            item.setSizeHint(QSize(0, round(max(text, list_icon_px(self._look))) + ROW_PADDING_PX))
            high += item.sizeHint().height()
        return high

    @property
    def _beside_words(self) -> int:
        """How much of the list's width its rows' words do not have."""
        return list_icon_px(self._look) + SIDES_PX

    def words(self) -> str:
        """All rows, to be read out."""
        return "; ".join(self.rows.item(row).text() for row in range(self.rows.count()))

    def _row(self, number: int, thing: Found) -> QListWidgetItem:
        """Number, name, layer, and how thick it is."""
        entry, layer = self._atlas.entries.get(thing.entry), layer_name(thing.layer)
        name = (entry.short_title or entry.title) if entry else layer[:1].upper() + layer[1:]
        text = self.tr("{number}. {name}").format(number=number, name=name)
        if thing.thick_mm is not None:
            length = max(round(thing.thick_mm), 1)
            text = self.tr("{row} · about {length} mm, illustrative").format(row=text, length=length)
        elif entry:
            text = self.tr("{row} · {layer}").format(row=text, layer=layer)
        item = QListWidgetItem(layer_dot(thing.layer, self._look), text)
        item.setToolTip(entry.summary if entry else text)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, entry.summary if entry else "")
        return item

    def _on_chosen(self, item: QListWidgetItem) -> None:
        at = self.rows.row(item)
        if at < len(self._found):
            self.chosen.emit(self._found[at].layer, self._found[at].entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the crosshair."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
