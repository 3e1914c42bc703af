"""Transparent buttons laid over what is painted, so that keyboard and screen reader can reach it.

Painted things have no accessible counterpart in Qt Widgets: items of a graphics scene and links of a text browser
are invisible on AT-SPI. A real button above them has role, name, description and a Press action; the mouse goes
through it to what is painted.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from dimples_gui.theme import Look

RING_PX = 3  # width of the focus ring


class OverlayButton(QAbstractButton):
    """A button that is felt, not seen: it paints only the focus ring."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        """A hidden button; `place` shows it."""
        super().__init__(parent)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def place(self, rect: QRect, name: str, description: str = "") -> None:
        """Lie over `rect` of the parent, under a name that a screen reader reads."""
        self.setGeometry(rect)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, as it would a link."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring: a thick line in the focus colour with a halo inside it."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_focus_ring(painter, self.rect(), self.look)


def draw_focus_ring(painter: QPainter, rect: QRect, look: Look) -> None:
    """A rounded ring just inside `rect`, visible on any ground: focus colour outside, halo inside."""
    half = RING_PX // 2 + 1
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.halo), 1))
    painter.drawRoundedRect(rect.adjusted(2 * half, 2 * half, -2 * half, -2 * half), 4, 4)
    painter.setPen(QPen(QColor(look.focus), RING_PX))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 5, 5)
