"""The page's scroll bar: flat, in the page's own colours, and painted in a moment.

The style's own one takes 4 ms each time its handle changes length, more than all words of the page together.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider

from dimples_gui.theme import Look

Part = QStyle.SubControl


class PageScrollBar(QScrollBar):
    """Works as the style says, and only looks different."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, handle, and an arrow at either end; nothing but ground where all is in view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.look.page))
        if self.minimum() == self.maximum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = self.isSliderDown() or self.underMouse()
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(self.look.muted)
        colour.setAlphaF(1.0 if held else 0.7)  # still 3 : 1 on the page
        painter.setBrush(colour)
        handle = self._part(option, Part.SC_ScrollBarSlider)
        beside = handle.width() * 0.27
        painter.drawRoundedRect(handle.adjusted(beside, 1, -beside, -1), beside, beside)
        painter.setPen(QPen(QColor(self.look.muted), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw_arrow(painter, self._part(option, Part.SC_ScrollBarSubLine), -2.0)
        self._draw_arrow(painter, self._part(option, Part.SC_ScrollBarAddLine), 2.0)

    def _part(self, option: QStyleOptionSlider, part: QStyle.SubControl) -> QRectF:
        """Where the style has a part of the bar."""
        return QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self))

    def _draw_arrow(self, painter: QPainter, box: QRectF, tip: float) -> None:
        """An arrow whose tip lies so many px below the middle of its button. Styles without buttons have no box."""
        if not box.isEmpty():
            middle = box.center()
            points = [middle + QPointF(-3.5, -tip / 2), middle + QPointF(0, tip), middle + QPointF(3.5, -tip / 2)]
            painter.drawPolyline(QPolygonF(points))
