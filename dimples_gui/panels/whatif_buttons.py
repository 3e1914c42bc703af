"""Buttons, ticks and dots of the panel, drawn in the look's own colours so that they are seen in every one of them."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QRadioButton, QSizePolicy

from dimples_gui.panels.ornaments import SIGNS
from dimples_gui.theme import Look, reading_font

PILL_POINTS, TICK_POINTS = 10.0, 11.0
PAD_X_EMS, PAD_Y_EMS = 0.8, 0.25  # around a pill's words, in heights of a line
BOX_EMS, GAP_EMS = 0.8, 0.45  # a tick's box, and the room between it and the words
AIR_PX, LEAST_PX = 3.0, 120
TALL_PX = 10_000  # higher than any words
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextShowMnemonic.value
LEFT = WRAPPED | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
MIDDLE = WRAPPED | Qt.AlignmentFlag.AlignCenter.value

if TYPE_CHECKING:
    Button = QAbstractButton
else:
    Button = object  # what is a check box or a radio button already can't be made a button of Qt's a second time


class Worded:
    """How much room a button needs beside and around its words, which go on in another line where they must."""

    def __init__(self, button: QAbstractButton, tip: str, points: float) -> None:
        self._button, self._points = button, points
        button.setToolTip(tip)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)

    def wear(self, look: Look) -> None:
        """Take another size of text."""
        self._button.setFont(reading_font(look, self._points))
        self._button.updateGeometry()
        self._button.update()

    @property
    def line(self) -> float:
        """The height of a line."""
        return float(QFontMetricsF(self._button.font()).height())

    def size(self, beside: float, around: float) -> QSize:
        """With all words in one line; `beside` and `around` are px."""
        wide = QFontMetricsF(self._button.font()).horizontalAdvance(self._button.text()) + beside
        return QSize(ceil(wide) + 2, ceil(self.line + around))

    def height(self, width: int, beside: float, around: float) -> int:
        """In a button so wide."""
        room = QRectF(0, 0, max(width - beside, 1.0), TALL_PX)
        words = QFontMetricsF(self._button.font()).boundingRect(room, LEFT, self._button.text())
        return ceil(max(words.height(), self.line) + around)


class Pill(QPushButton):
    """A push button with round ends; one that is checked is filled."""

    def __init__(self, text: str, tip: str, look: Look) -> None:
        super().__init__(text)
        self._worded = Worded(self, tip, PILL_POINTS)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self._worded.wear(look)

    def _room(self) -> tuple[float, float]:
        line = self._worded.line
        return 2 * PAD_X_EMS * line, 2 * PAD_Y_EMS * line + 2

    def sizeHint(self) -> QSize:
        """Its words with some room."""
        return self._worded.size(*self._room())

    def minimumSizeHint(self) -> QSize:
        """Its words below one another."""
        return QSize(min(LEAST_PX, self.sizeHint().width()), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        return self._worded.height(width, *self._room())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its ground and its words."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit, full = self.underMouse() and self.isEnabled(), self.isChecked() or self.isDown()
        painter.setPen(QPen(QColor(look.link if lit else look.leader), 1.4 if lit else 1.0))
        painter.setBrush(QColor(look.chosen if full else look.window))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        round_px = min(box.height(), self._worded.line * 1.6) / 2
        painter.drawRoundedRect(box, round_px, round_px)
        painter.setPen(QColor(look.chosen_text if full else look.text))
        painter.drawText(box.adjusted(round_px / 2, 0, -round_px / 2, 0), MIDDLE, self.text())


class _Line(Button):
    """What a tick and a dot have in common: a sign with words beside it, and all of its line can be hit."""

    _worded: Worded

    def _take_words(self, tip: str, look: Look) -> None:
        """Once it has its text."""
        self._worded = Worded(self, tip, TICK_POINTS)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self._worded.wear(look)

    def hitButton(self, pos: QPoint) -> bool:
        """All of its line."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Sign and words."""
        return self._worded.size(*_room_of(self._worded))

    def minimumSizeHint(self) -> QSize:
        """Its words below one another."""
        return QSize(LEAST_PX, self.heightForWidth(max(self.width(), LEAST_PX)))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        return self._worded.height(width, *_room_of(self._worded))


class Tick(_Line, QCheckBox):
    """A box with a tick."""

    def __init__(self, text: str, tip: str, look: Look) -> None:
        super().__init__(text)
        self._take_words(tip, look)

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


class Dot(_Line, QRadioButton):
    """A ring with a dot."""

    def __init__(self, text: str, tip: str, look: Look) -> None:
        super().__init__(text)
        self._take_words(tip, look)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, dot and words."""
        painter = QPainter(self)
        box = _draw(painter, self, self._look)
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.chosen_text))
            painter.drawEllipse(box.center(), box.width() * 0.22, box.width() * 0.22)


def _room_of(worded: Worded) -> tuple[float, float]:
    """Beside and around the words of a tick or a dot."""
    return 2 * AIR_PX + (BOX_EMS + GAP_EMS) * worded.line, 2 * AIR_PX


def _draw(painter: QPainter, button: QAbstractButton, look: Look) -> QRectF:
    """The words; and pen and brush for what stands before them: its place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QFontMetricsF(button.font()).height()
    side = BOX_EMS * line
    box = QRectF(AIR_PX, AIR_PX + (line - side) / 2, side, side)
    painter.setPen(QColor(look.text))
    left = box.right() + GAP_EMS * line
    painter.drawText(QRectF(left, 0, button.width() - left - AIR_PX + 2, button.height()), LEFT, button.text())
    lit, full = button.underMouse(), button.isChecked()
    painter.setPen(QPen(QColor(look.link if lit else look.chosen if full else look.muted), 1.5))
    painter.setBrush(QColor(look.chosen if full else look.page))
    return box
