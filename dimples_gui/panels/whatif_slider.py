"""A slider with its name and its value in words, drawn in the look of the depth slider."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from dimples_gui.overlay import draw_focus_ring
from dimples_gui.theme import Look, reading_font

STEPS = 100  # of the slider's values, in one unit: so each is a hundredth
PAGE = 5
POINTS = 11.0
TRACK_PX, HANDLE_PX, SHADOW_PX, AIR_PX = 6.0, 9.0, 1.5, 5.0  # at text of 100 %
MOST_GROWN = 1.6
BETWEEN_PX = 12.0  # least room between name and value
GOOD_PX, LEAST_PX = 260, 120


class BuildSlider(QSlider):
    """Keys go by hundredths, to a screen reader its value is in hundredths too; the pointer goes by anything."""

    value_wanted = Signal(float)
    drag_begun = Signal()
    drag_ended = Signal()

    def __init__(self, name: str, tip: str, sayings: Iterable[str], look: Look) -> None:
        """`sayings` are the words that its values may have: whether they have room beside the name."""
        super().__init__(Qt.Orientation.Horizontal)
        self._sayings = frozenset(sayings)
        self._low, self._high, self._at = 0.0, 1.0, 0.0
        self._words = ""
        self.setRange(0, STEPS)
        self.setSingleStep(1)
        self.setPageStep(PAGE)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self._wear(look)
        self.valueChanged.connect(self._on_value_changed)

    def show_value(self, at: float, words: str, low: float = 0.0, high: float = 1.0) -> None:
        """Stand at a value between two bounds; `words` say it."""
        if (at, words, low, high) == (self._at, self._words, self._low, self._high):
            return
        self._at, self._words, self._low, self._high = at, words, low, high
        with QSignalBlocker(self):
            self.setRange(round(STEPS * low), round(STEPS * high))
            self.setValue(round(STEPS * at))
        self.setAccessibleDescription(words)
        self.update()

    def value_text(self) -> str:
        """Where it stands, in words."""
        return self._words

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._wear(look)
        self.updateGeometry()
        self.update()

    def _wear(self, look: Look) -> None:
        self._look = look
        self._grown = max(1.0, min((1 + look.text_scale) / 2, MOST_GROWN))
        self._font, self._strong = (
            reading_font(look, POINTS, weight) for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold)
        )
        name, value = QFontMetricsF(self._font), QFontMetricsF(self._strong)
        self._line = float(value.height())
        widest = max(value.horizontalAdvance(saying) for saying in self._sayings)
        self._wide = name.horizontalAdvance(self.accessibleName()) + BETWEEN_PX + widest  # on one line

    # --- the reader ---------------------------------------------------------------------------------------------

    def _on_value_changed(self, value: int) -> None:
        """By keys, or by a screen reader."""
        self._ask_for(value / STEPS)

    def _ask_for(self, at: float) -> None:
        at = min(max(at, self._low), self._high)
        if at != self._at:
            self.value_wanted.emit(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is the panel's: who scrolls over a slider does not mean it."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The handle comes to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.drag_begun.emit()
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The handle follows the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays where it is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.drag_ended.emit()

    def _follow(self, at: QPointF) -> None:
        left, right, _ = self._track()
        share = (at.x() - left) / max(right - left, 1.0)
        self._ask_for(self._low + (self._high - self._low) * min(max(share, 0.0), 1.0))

    # --- how it looks -------------------------------------------------------------------------------------------

    def _track(self) -> tuple[float, float, float]:
        """Its left and right end and its height in the widget, px."""
        radius = HANDLE_PX * self._grown + AIR_PX
        return radius, self.width() - radius, self.height() - radius

    def handle(self) -> QPointF:
        """Where the handle stands in the widget."""
        left, right, y = self._track()
        share = (self._at - self._low) / (self._high - self._low)
        return QPointF(left + (right - left) * min(max(share, 0.0), 1.0), y)

    def _lines(self, width: float) -> int:
        """How many lines name and value need: they stand below one another where they must."""
        return 1 if self._wide <= width - 2 * AIR_PX else 2

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The words over the track."""
        return ceil(self._lines(width) * self._line + 2 * (HANDLE_PX * self._grown + AIR_PX))

    def sizeHint(self) -> QSize:
        """As it is good to move."""
        return QSize(GOOD_PX, self.heightForWidth(max(self.width(), LEAST_PX)))

    def minimumSizeHint(self) -> QSize:
        """As it can be moved."""
        return QSize(LEAST_PX, self.heightForWidth(max(self.width(), LEAST_PX)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and value, the track, filled up to the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(AIR_PX, AIR_PX / 2, self.width() - 2 * AIR_PX, self._line)
        painter.setFont(self._font)
        painter.setPen(QColor(self._look.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.accessibleName())
        line.translate(0, self._line * (self._lines(self.width()) - 1))
        painter.setFont(self._strong)
        painter.setPen(QColor(self._look.selected))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words)
        self._paint_track(painter)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), self._look)

    def _paint_track(self, painter: QPainter) -> None:
        left, right, y = self._track()
        handle, half = self.handle(), TRACK_PX * self._grown / 2
        painter.setPen(QPen(QColor(self._look.leader), 0.8))
        painter.setBrush(QColor(self._look.window))
        painter.drawRoundedRect(QRectF(left - half, y - half, right - left + 2 * half, 2 * half), half, half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.selected))
        painter.drawRoundedRect(QRectF(left - half, y - half, handle.x() - left + half, 2 * half), half, half)
        radius = HANDLE_PX * self._grown
        painter.setBrush(QColor(0, 0, 0, 50))
        painter.drawEllipse(handle + QPointF(0, SHADOW_PX), radius + SHADOW_PX, radius + SHADOW_PX)
        painter.setBrush(QColor(self._look.pin))
        painter.setPen(QPen(QColor(self._look.selected), 2.4))
        painter.drawEllipse(handle, radius, radius)
