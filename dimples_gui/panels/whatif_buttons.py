"""Buttons, ticks and dots of the panel, drawn in the look's own colours so that they are seen in every one of them."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QRadioButton

from dimples_gui.panels.ornaments import SIGNS
from dimples_gui.theme import Look, reading_font

PILL_POINTS, TICK_POINTS = 10.0, 11.0
PAD_X_EMS, PAD_Y_EMS = 0.8, 0.25  # around a pill's words, in heights of a line
BOX_EMS, GAP_EMS = 0.8, 0.45  # a tick's box, and the room between it and the words
AIR_PX = 3.0


class Pill(QPushButton):
    """A push button with round ends; one that is checked is filled."""

    def __init__(self, text: str, tip: str, look: Look) -> None:
        super().__init__(text)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.setFont(reading_font(look, PILL_POINTS))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Its words with some room."""
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        wide = metrics.horizontalAdvance(self.text()) + 2 * PAD_X_EMS * line
        return QSize(ceil(wide) + 1, ceil(line * (1 + 2 * PAD_Y_EMS)) + 2)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its ground and its words."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit, full = self.underMouse() and self.isEnabled(), self.isChecked() or self.isDown()
        painter.setPen(QPen(QColor(look.link if lit else look.leader), 1.4 if lit else 1.0))
        painter.setBrush(QColor(look.chosen if full else look.window))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(look.chosen_text if full else look.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class Tick(QCheckBox):
    """A box with a tick."""

    def __init__(self, text: str, tip: str, look: Look) -> None:
        super().__init__(text)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.setFont(reading_font(look, TICK_POINTS))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Box and words."""
        return _size_of(self)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick and words."""
        painter = QPainter(self)
        box = _draw(painter, self, self._look)
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(QPen(QColor(self._look.chosen_text), box.height() * 0.13, c=Qt.PenCapStyle.RoundCap))
            inner = box.adjusted(*(side * box.height() * 0.22 for side in (1, 1, -1, -1)))
            for stroke in SIGNS["holds"]:
                places = [inner.topLeft() + QPointF(x * inner.width(), y * inner.height()) for x, y in stroke]
                painter.drawPolyline(QPolygonF(places))


class Dot(QRadioButton):
    """A ring with a dot."""

    def __init__(self, text: str, tip: str, look: Look) -> None:
        super().__init__(text)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.setFont(reading_font(look, TICK_POINTS))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ring and words."""
        return _size_of(self)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, dot and words."""
        painter = QPainter(self)
        box = _draw(painter, self, self._look)
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.chosen_text))
            painter.drawEllipse(box.center(), box.width() * 0.22, box.width() * 0.22)


def _size_of(button: QAbstractButton) -> QSize:
    metrics = QFontMetricsF(button.font())
    line = metrics.height()
    wide = 2 * AIR_PX + (BOX_EMS + GAP_EMS) * line + metrics.horizontalAdvance(button.text())
    return QSize(ceil(wide) + 1, ceil(line + 2 * AIR_PX))


def _draw(painter: QPainter, button: QAbstractButton, look: Look) -> QRectF:
    """The words; and pen and brush for what stands before them: its place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QFontMetricsF(button.font()).height()
    side = BOX_EMS * line
    box = QRectF(AIR_PX, (button.height() - side) / 2, side, side)
    painter.setPen(QColor(look.text))
    words = QRectF(box.right() + GAP_EMS * line, 0, button.width(), button.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, button.text())
    lit, full = button.underMouse(), button.isChecked()
    painter.setPen(QPen(QColor(look.link if lit else look.chosen if full else look.muted), 1.5))
    painter.setBrush(QColor(look.chosen if full else look.page))
    return box
