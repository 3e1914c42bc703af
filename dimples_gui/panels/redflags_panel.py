"""The panel of the signs that need medical help: one calm page, its sources folded away."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import RING_PX, paint_focus_ring
from dimples_gui.panels.leaf import SCHEME, TOGGLE
from dimples_gui.panels.page import Page
from dimples_gui.panels.redflags_text import redflags_leaf
from dimples_gui.scene import Scene
from dimples_gui.theme import Look

LEAST_PX, MOST_GROWTH = 300, 1.6  # at text of 100 %; of that width with the text


class RedFlagsPanel(QWidget):
    """Shows all signs; the sources of each open in their place."""

    link_clicked = Signal(str)  # a dimples: link
    web_clicked = Signal(str)  # a web address

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._flags = atlas, decide_of(atlas.decide).redflags
        self._opened: frozenset[str] = frozenset()  # the signs whose sources are unfolded
        self.page = Page(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_PX, RING_PX, 0, RING_PX)
        column.addWidget(self.page)
        self.page.followed.connect(self._on_followed)
        self.page.focus_changed.connect(self.update)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.page)
        self._show()
        self._dress(look)

    def show_scene(self, scene: Scene) -> None:
        """The words are the same in every scene."""

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        if look != self.page.look:
            self.page.set_look(look)
            self._dress(look)

    def _dress(self, look: Look) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
        self.setPalette(palette)
        self.setMinimumWidth(round(LEAST_PX * min(max(look.text_scale, 1.0), MOST_GROWTH)))

    def _show(self) -> None:
        self.page.set_leaf(redflags_leaf(self._atlas, self._flags, self._opened))

    def _on_followed(self, href: str) -> None:
        """Ask for what a link stands for; sources unfold here."""
        if href.startswith(TOGGLE):
            self._opened ^= {href.removeprefix(TOGGLE)}
            self._show()
        elif href.startswith(SCHEME):
            self.link_clicked.emit(href)
        else:
            self.web_clicked.emit(href)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring around the page while it has the keyboard."""
        super().paintEvent(event)
        if self.page.hasFocus() and self.page.by_keyboard:
            paint_focus_ring(self, self.page.look)

    def text(self) -> str:
        """All words."""
        return self.page.text()
