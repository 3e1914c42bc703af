"""The switch between the explanations: each with its name, who holds it, and what it says."""

from functools import partial
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from dimples_gui.body.explanation import EXPLANATIONS, Explanation
from dimples_gui.panels.whatif_words import explanation_name, what_it_says, who_holds
from dimples_gui.theme import Look, reading_font

NAME_POINTS, POINTS = 11.5, 10.0
AIR_PX, GAP_PX, DISC_PX = 8.0, 9.0, 7.0  # around the words; between disc and words; the disc's radius at text of 100 %
MOST_GROWN = 1.6
LEAST_PX = 200
TALL_PX = 10_000  # higher than any words
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


class ExplanationButton(QRadioButton):
    """One of them. All of its face can be clicked."""

    def __init__(self, explanation: Explanation, look: Look) -> None:
        super().__init__()
        self.explanation, self._look = explanation, look
        self._name, self._who, self._says = (
            explanation_name(explanation),
            who_holds(explanation),
            what_it_says(explanation),
        )
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(f"{self._who}: {self._says}")
        self.setToolTip(self.tr("Draw the dents as this account has them"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    @property
    def _disc(self) -> float:
        return DISC_PX * max(1.0, min((1 + self._look.text_scale) / 2, MOST_GROWN))

    def _fonts(self) -> tuple[QFont, QFont]:
        """Of the name, and of the rest."""
        name = reading_font(self._look, NAME_POINTS, QFont.Weight.DemiBold)
        return name, reading_font(self._look, POINTS)

    def _places(self, width: float) -> tuple[QRectF, QRectF, QRectF]:
        """Where name, holder and words stand in a button so wide; the holder under the name where it has no room."""
        name_font, font = self._fonts()
        names, words = QFontMetricsF(name_font), QFontMetricsF(font)
        left = AIR_PX + 2 * self._disc + GAP_PX
        room = max(width - left - AIR_PX, 1.0)
        name = QRectF(left, AIR_PX, names.horizontalAdvance(self._name) + 1, names.height())
        beside = name.right() + GAP_PX
        holder = words.horizontalAdvance(self._who) + 1
        if beside + holder <= width - AIR_PX:
            baseline = name.top() + names.ascent()
            who = QRectF(beside, baseline - words.ascent(), holder, words.height())
            below = name.bottom()
        else:
            tall = words.boundingRect(QRectF(0, 0, room, TALL_PX), WRAPPED, self._who).height()
            who = QRectF(left, name.bottom(), room, tall)
            below = who.bottom()
        tall = words.boundingRect(QRectF(0, 0, room, TALL_PX), WRAPPED, self._says).height()
        return name, who, QRectF(left, below + 1, room, tall)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        return ceil(self._places(width)[2].bottom() + AIR_PX)

    def sizeHint(self) -> QSize:
        """As narrow as it may become."""
        return QSize(LEAST_PX, self.heightForWidth(max(self.width(), LEAST_PX)))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card: the chosen one has a thicker frame and a full disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, chosen = self._look, self.isChecked()
        lit = self.underMouse() or chosen
        painter.setPen(
            QPen(QColor(look.selected if chosen else look.link if lit else look.rule), 2.0 if chosen else 1.0)
        )
        painter.setBrush(QColor(look.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        name, who, says = self._places(self.width())
        middle = QPointF(AIR_PX + self._disc, name.center().y())
        painter.setPen(QPen(QColor(look.selected if chosen else look.muted), 1.8))
        painter.setBrush(QColor(look.page))
        painter.drawEllipse(middle, self._disc, self._disc)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.selected))
            painter.drawEllipse(middle, self._disc * 0.55, self._disc * 0.55)
        name_font, font = self._fonts()
        painter.setFont(name_font)
        painter.setPen(QColor(look.text))
        painter.drawText(name, WRAPPED, self._name)
        painter.setFont(font)
        painter.drawText(says, WRAPPED, self._says)
        painter.setPen(QColor(look.muted))
        painter.drawText(who, WRAPPED, self._who)


class Choice(QWidget):
    """One below the other; exactly one is chosen."""

    explanation_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Explanations"))
        self.buttons = {one.id: ExplanationButton(one, look) for one in EXPLANATIONS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for button in self.buttons.values():
            column.addWidget(button)
            button.toggled.connect(partial(self._on_toggled, button.explanation))

    def show_explanation(self, explanation: str) -> None:
        """Choose one."""
        with QSignalBlocker(self.buttons[explanation]):  # or it would ask for it
            self.buttons[explanation].setChecked(True)

    def _on_toggled(self, explanation: Explanation, on: bool) -> None:  # noqa: FBT001  # connected to QRadioButton.toggled
        """Not `clicked`: a screen reader toggles."""
        if on:
            self.explanation_wanted.emit(explanation.id)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        for button in self.buttons.values():
            button.set_look(look)
