"""The page of rules as a part of a longer panel: as high as its words, without a scroll bar of its own."""

from math import ceil

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dimples_gui.overlay import paint_focus_ring
from dimples_gui.panels.geometry import block_rect
from dimples_gui.panels.leaf import Leaf
from dimples_gui.panels.page import Page
from dimples_gui.theme import Look


class RulesPage(Page):
    """What it lies in scrolls, by wheel and by keys."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.focus_changed.connect(self.viewport().update)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._grow)

    def set_leaf(self, leaf: Leaf) -> None:
        """All of it at once: its height is wanted."""
        super().set_leaf(leaf)
        self.galley.finish()
        self._grow()

    def set_look(self, look: Look) -> None:
        """Set all words anew."""
        super().set_look(look)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The narrower, the higher."""
        super().resizeEvent(event)
        self._soon.start(0)  # within a resize, the viewport would not follow

    def _grow(self) -> None:
        """Be as high as the words; and lay the buttons over the links, though the page may be out of sight."""
        self.setFixedHeight(max(ceil(self.document().size().height()), 1))
        if self.survey.is_news:
            self.survey.is_news = False
            self.moved.emit()

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return QSize(super().sizeHint().width(), self.height())

    def top_of(self, claim: str) -> int:
        """Where a claim stands, px from the page's top; 0 if it is not here."""
        for number, paragraph in enumerate(self.galley.laid):
            if paragraph.claim == claim:
                return round(block_rect(self.document(), number).top())
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that would scroll it are for what it lies in, unless a screen reader reads with them."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, while the page itself has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus() and self.by_keyboard:
            paint_focus_ring(self.viewport(), self.look)
