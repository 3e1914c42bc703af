"""The scroll bar of page and list: flat, without arrows, in the colours of what it scrolls, and painted in a moment.

The style's own one takes 4 ms to paint each time its handle changes length, more than all words of the page; and
merely to ask the style where the handle is costs 10 ms at the start, for QStyle's many enumerations.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from dimples_gui.theme import Look

LEAST_HANDLE_PX = 28.0
SIXTEENTHS = 16  # of a degree: Qt's unit for angles
END_PX = 3.0  # free at either end


class PageScrollBar(QScrollBar):
    """A handle to be dragged; a click beside it goes on by a page. Wheel and keys are QScrollBar's own."""

    def __init__(self, look: Look, ground: str = "page") -> None:
        """`ground` is the look's colour behind what it scrolls."""
        super().__init__(Qt.Orientation.Vertical)
        self.look = look
        self._ground = ground
        self._held: float | None = None  # where on the handle it is held, px from its top
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def handle(self) -> QRectF:
        """Where the handle is; empty where all is in view."""
        span = self.maximum() - self.minimum()
        if not span:
            return QRectF()
        length = max(self._room() * self.pageStep() / (span + self.pageStep()), LEAST_HANDLE_PX)
        top = END_PX + (self._room() - length) * (self.value() - self.minimum()) / span
        return QRectF(0, top, self.width(), length)

    def _room(self) -> float:
        """The length on which the handle moves, px."""
        return self.height() - 2 * END_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """The handle on the ground."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self.look, self._ground)))
        painter.drawRect(self.rect())  # fillRect would load Qt's gradients, at 4 ms
        if self.handle().isEmpty():
            return
        colour = QColor(self.look.muted)
        colour.setAlphaF(1.0 if self._held is not None or self.underMouse() else 0.7)  # still 3 : 1 on page and window
        painter.setBrush(colour)
        handle = self.handle().toAlignedRect()
        wide = self.width() - 2 * round(self.width() * 0.27)
        shaft = QRect((self.width() - wide) // 2, handle.top() + wide // 2, wide, handle.height() - wide)
        painter.drawRect(shaft)  # only the ends are smoothed: a long round shape takes 2 ms
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for end, from_angle in ((shaft.top(), 0), (shaft.bottom() + 1, -180)):
            round_end = QRectF(shaft.left(), end - wide / 2, wide, wide)
            painter.drawPie(round_end, from_angle * SIXTEENTHS, 180 * SIXTEENTHS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle, or go on by a page towards the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at, handle = event.position().y(), self.handle()
        if handle.top() <= at <= handle.bottom():
            self._held = at - handle.top()
            self.update()
        elif at < handle.top():
            self.triggerAction(QScrollBar.SliderAction.SliderPageStepSub)
        else:
            self.triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        free = self._room() - self.handle().height()
        if self._held is not None and free > 0:
            share = (event.position().y() - self._held - END_PX) / free
            self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        self.update()
