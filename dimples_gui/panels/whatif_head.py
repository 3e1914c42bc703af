"""The upper end of the panel that asks what if: its title, the way back to where it began, and the sentence."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dimples_gui.panels.whatif_buttons import Pill
from dimples_gui.panels.whatif_fonts import TITLE, heading_font
from dimples_gui.panels.whatif_told import Told
from dimples_gui.theme import Look

SIDE_PX, GAP_PX = 22, 14
MOST_SHARE = 0.28  # of the panel's height that the sentence may take and still stay in view


class Head(QWidget):
    """Always in view; but the sentence scrolls with what is below where large text would leave that too little room."""

    def __init__(self, look: Look, below: QVBoxLayout) -> None:
        """What is `below` scrolls."""
        super().__init__()
        self.title, self.told = QLabel(self.tr("What if")), Told(look)
        self.reset = Pill(self.tr("Reset"), self.tr("Back to one middling body, held down"), look)
        self._below = below
        self._fitted: object = None  # what the sentence's place was found for
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, GAP_PX // 2)
        self._column.addLayout(first)
        self._column.addWidget(self.told)

    def fit(self, panel: QSize) -> None:
        """Find the sentence's place in a panel of this size. Another sentence of the same kind leaves it there."""
        key = panel, self.told.lines
        if key == self._fitted:
            return
        self._fitted = key
        tall = self.told.heightForWidth(panel.width() - 2 * SIDE_PX)
        into = self._below if tall > MOST_SHARE * panel.height() else self._column
        if into.indexOf(self.told) < 0:
            into.insertWidget(0 if into is self._below else 1, self.told)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self.title.setFont(heading_font(look, TITLE))
        self.told.set_look(look)
        self.reset.set_look(look)
        self._fitted = None
