"""The bar that scrolls the options sideways, in the colours of what it scrolls, as `scroll_bar` is for up and down."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from dimples_gui.theme import Look

LEAST_HANDLE_PX, END_PX, HIGH_PX = 28.0, 3.0, 16


class SidewaysBar(QScrollBar):
    """A handle to be dragged; a click beside it goes on by a page."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._held: float | None = None  # where on the handle it is held, px from its left
        self.setFixedHeight(HIGH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("More options, sideways"))
        self.setToolTip(self.tr("Scroll to the options at the sides"))

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.update()

    def handle(self) -> QRectF:
        """Where the handle is."""
        span = max(self.maximum() - self.minimum(), 1)
        length = max(self._room() * self.pageStep() / (span + self.pageStep()), LEAST_HANDLE_PX)
        left = END_PX + (self._room() - length) * (self.value() - self.minimum()) / span
        return QRectF(left, 0, length, self.height())

    def _room(self) -> float:
        """The length on which the handle moves, px."""
        return self.width() - 2 * END_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """The handle on the ground."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.page))
        painter.drawRect(self.rect())
        colour = QColor(self._look.muted)
        colour.setAlphaF(1.0 if self._held is not None or self.underMouse() else 0.7)
        painter.setBrush(colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thin = self.handle().adjusted(0, 0.27 * self.height(), 0, -0.27 * self.height())
        painter.drawRoundedRect(thin, thin.height() / 2, thin.height() / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle, or go on by a page towards the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at, handle = event.position().x(), self.handle()
        if handle.left() <= at <= handle.right():
            self._held = at - handle.left()
            self.update()
        else:
            before = at < handle.left()
            page = QScrollBar.SliderAction.SliderPageStepSub if before else QScrollBar.SliderAction.SliderPageStepAdd
            self.triggerAction(page)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        free = self._room() - self.handle().width()
        if self._held is not None and free > 0:
            share = (event.position().x() - self._held - END_PX) / free
            self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        self.update()
