"""What a panel scrolls up and down where it is more than one page: the bar is always there and is one of ours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from dimples_gui.scroll_bar import PageScrollBar
from dimples_gui.theme import Look


class PageArea(QScrollArea):
    """As wide as what it shows; the keyboard is for what stands in it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._bar = PageScrollBar(look)
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._bar.look = look
