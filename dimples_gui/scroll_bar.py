"""The scroll bar of page, list and table: flat, without arrows, in the colours of what it scrolls, painted in a moment.

The style's own one takes 4 ms to paint each time its handle changes length, more than all words of the page; and
merely to ask the style where the handle is costs 10 ms at the start, for QStyle's many enumerations.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from dimples_gui.theme import Look

LEAST_HANDLE_PX = 28.0
SIXTEENTHS = 16  # of a degree: Qt's unit for angles
END_PX = 3.0  # free at either end


class PageScrollBar(QScrollBar):
    """A handle to be dragged; a click beside it goes on by a page. Wheel and keys are QScrollBar's own."""

    def __init__(self, look: Look, ground: str = "page", *, upright: bool = True) -> None:
        """`ground` is the look's colour behind what it scrolls; it scrolls up and down, or sideways."""
        super().__init__(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
        self.look = look
        self._ground, self._upright = ground, upright
        self._held: float | None = None  # where on the handle it is held, px from its beginning
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def handle(self) -> QRectF:
        """Where the handle is; empty where all is in view."""
        return self._turned(self._grip())

    def _grip(self) -> QRectF:
        """Where the handle would be if the bar stood upright: all is reckoned so, and turned at the end."""
        span = self.maximum() - self.minimum()
        if not span:
            return QRectF()
        length = max(self._room() * self.pageStep() / (span + self.pageStep()), LEAST_HANDLE_PX)
        top = END_PX + (self._room() - length) * (self.value() - self.minimum()) / span
        return QRectF(0, top, self.width() if self._upright else self.height(), length)

    def _turned(self, rect: QRectF) -> QRectF:
        """A place in the upright bar, as it lies in this one."""
        return rect if self._upright else QRectF(rect.y(), rect.x(), rect.height(), rect.width())

    def _along(self, event: QMouseEvent) -> float:
        """How far along the bar the pointer is, px."""
        return event.position().y() if self._upright else event.position().x()

    def _room(self) -> float:
        """The length on which the handle moves, px."""
        return (self.height() if self._upright else self.width()) - 2 * END_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """The handle on the ground."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self.look, self._ground)))
        painter.drawRect(self.rect())  # fillRect would load Qt's gradients, at 4 ms
        if self._grip().isEmpty():
            return
        colour = QColor(self.look.muted)
        colour.setAlphaF(1.0 if self._held is not None or self.underMouse() else 0.7)  # still 3 : 1 on page and window
        painter.setBrush(colour)
        grip = self._grip().toAlignedRect()
        side = round(grip.width() * 0.27)
        wide = grip.width() - 2 * side
        shaft = QRectF(side, grip.top() + wide // 2, wide, grip.height() - wide)
        painter.drawRect(self._turned(shaft).toRect())  # only the ends are smoothed: a long round shape takes 2 ms
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = 0 if self._upright else 90  # degrees, where the half at the beginning begins
        for end, from_angle in ((shaft.top(), first), (shaft.bottom(), first - 180)):
            round_end = self._turned(QRectF(side, end - wide / 2, wide, wide))
            painter.drawPie(round_end, from_angle * SIXTEENTHS, 180 * SIXTEENTHS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle, or go on by a page towards the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at, grip = self._along(event), self._grip()
        if grip.top() <= at <= grip.bottom():
            self._held = at - grip.top()
            self.update()
        elif at < grip.top():
            self.triggerAction(QScrollBar.SliderAction.SliderPageStepSub)
        else:
            self.triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        free = self._room() - self._grip().height()
        if self._held is not None and free > 0:
            share = (self._along(event) - self._held - END_PX) / free
            self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        self.update()
