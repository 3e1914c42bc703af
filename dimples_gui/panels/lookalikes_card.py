"""One look-alike's card: its drawing over its words, which can be moved apart so that cards can be read across."""

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from dimples_gui.atlas.decide import Lookalike
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.copying import Copying
from dimples_gui.panels.geometry import block_rect
from dimples_gui.panels.lookalikes_drawing import DrawingView
from dimples_gui.panels.lookalikes_text import card_leaf, sections
from dimples_gui.panels.typesetter import ROLES
from dimples_gui.panels.whatif_page import RulesPage
from dimples_gui.theme import Look

EDGE_PX = 2  # between a card's edge and what is in it
MOST_DRAWING_PX = 420


class CardPage(RulesPage):
    """The words of a card."""

    margins_px = (10.0, 6.0, 12.0)

    def starts(self) -> dict[str, float]:
        """How far down each section would begin if nothing moved it, px, by its heading."""
        found, moved = {}, 0.0
        for key, number in sections(self.leaf).items():
            block = self.document().findBlockByNumber(number)
            moved += block.blockFormat().topMargin() - self._own_margin(number)
            found[key] = block_rect(self.document(), number).top() - moved
        return found

    def move_apart(self, more: dict[str, float]) -> None:
        """Begin sections so much further below the one before than they would without, px."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for key, number in sections(self.leaf).items():
            block = self.document().findBlockByNumber(number)
            form, wanted = block.blockFormat(), self._own_margin(number) + more.get(key, 0.0)
            if form.topMargin() != wanted:
                form.setTopMargin(wanted)
                cursor.setPosition(block.position())
                cursor.setBlockFormat(form)
        cursor.endEditBlock()
        self.galley.moved.emit()
        self._grow()

    def _own_margin(self, number: int) -> float:
        """The room above a section that is not moved, px: its own, or what is below the one before if that is more."""
        laid, em = self.galley.laid, self.galley.setter.em
        below = ROLES[laid[number - 1].role].below if number else 0.0
        return max(below, ROLES[laid[number].role].above) * em


class Basis(RulesPage):
    """What open badges stand for, under the cards that they are on."""

    margins_px = (12.0, 4.0, 14.0)

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.copying = Copying(atlas, self)


class Card(QWidget):
    """A framed card."""

    followed = Signal(str)  # the address of a link

    def __init__(self, atlas: Atlas, lookalike: Lookalike, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self.lookalike = atlas, lookalike
        self.drawing = DrawingView(lookalike, self)
        self.page = CardPage(look, self)
        self.page.followed.connect(self.followed)
        self.setAccessibleName(lookalike.name)

    @property
    def look(self) -> Look:
        """The look it wears."""
        return self.page.look

    def show_opened(self, opened: frozenset[str]) -> None:
        """Show the words, with the badges of these claims open."""
        self.page.set_leaf(card_leaf(self._atlas, self.lookalike, opened))

    def set_width(self, width: int) -> None:
        """Be so wide, px; the height is for `set_height` to say, when all cards of a row are known."""
        inner = width - 2 * EDGE_PX
        wide = min(inner, MOST_DRAWING_PX)
        high = self.drawing.height_for(wide)
        self.drawing.setGeometry(EDGE_PX + (inner - wide) // 2, EDGE_PX, wide, high)
        self.drawing.draw(wide, self.look)
        self.resize(width, self.height())
        self.page.setGeometry(QRect(EDGE_PX, 2 * EDGE_PX + high, inner, self.page.height()))

    def least_height(self) -> int:
        """With all its words, px."""
        return self.page.y() + self.page.height() + EDGE_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame; the ground is the panel's."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.rule), 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
