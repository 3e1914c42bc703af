"""The panel of the look-alikes: what is taken for a dimple, as cards side by side."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import announce
from dimples_gui.panels.leaf import SCHEME, TOGGLE, Leaf, Paragraph, Run, plain
from dimples_gui.panels.lookalikes_board import SIDE_PX, Board
from dimples_gui.panels.lookalikes_card import Card
from dimples_gui.panels.page_area import PageArea
from dimples_gui.panels.sheet import LETTERS_A_LINE
from dimples_gui.panels.whatif_page import RulesPage
from dimples_gui.scene import LOOKALIKES, REDFLAGS, Scene
from dimples_gui.theme import Look

ROOM_PX = 40  # left around what is brought into view
LEAST_PX, MOST_GROWTH = 320, 1.25  # at text of 100 %; of that width with the text


class LeadPage(RulesPage):
    """The words above the cards, from the left edge on."""

    margins_px = (float(SIDE_PX), 14.0, 12.0)

    def fit(self) -> None:
        """Be no wider than a line may be: what is wider is a margin on both sides."""
        self.setMaximumWidth(round(LETTERS_A_LINE * self.galley.setter.letter) + 2 * SIDE_PX)


class LookalikesPanel(QWidget):
    """A title and the cards; all of it scrolls."""

    link_clicked = Signal(str)  # a dimples: link
    web_clicked = Signal(str)  # a web address
    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self._linked: tuple[str, ...] = ()  # those that a link opened last
        self._sought = ""  # a claim that is to be brought into view
        self.lead = LeadPage(look)
        self.board = Board(atlas, [Card(atlas, each, look) for each in decide_of(atlas.decide).lookalikes], look)
        self.area, self._inside = PageArea(look), QWidget()
        self._lay_out()
        self.lead.followed.connect(self._on_followed)
        self.lead.set_leaf(self._lead_leaf())
        self.board.followed.connect(self._on_followed)
        self.board.copied.connect(self.copied)
        self._dress(look)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        beside = QHBoxLayout()
        beside.addWidget(self.lead, 1)
        beside.addStretch(0)
        column.addLayout(beside)
        column.addWidget(self.board)
        column.addStretch(1)
        self.area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.lead)

    def _lead_leaf(self) -> Leaf:
        """The title, how to read the cards, and the way to the signs that need a doctor."""
        title = self.tr("Look-alikes")
        if not self.board.cards:
            return Leaf(LOOKALIKES, title, (plain("title", title), plain("text", self.tr("There are none here."))))
        told = self.tr("What is taken for one another low on the back. A number on a drawing is explained below it.")
        signs = Run(self.tr("Signs that need a doctor"), "", SCHEME + REDFLAGS)
        return Leaf(
            LOOKALIKES, title, (plain("title", title), Paragraph("text", (Run(told), Run(" "), signs, Run("."))))
        )

    # --- following --------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Open the badges that a link names."""
        if scene.name == LOOKALIKES and scene.opened != self._linked:
            self._linked = scene.opened
            self.board.show_opened(self.board.opened | set(scene.opened))
            self._seek(next(iter(scene.opened), ""))

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        if look == self.lead.look:
            return
        self.lead.set_look(look)
        self.board.set_look(look)
        self._dress(look)

    def _dress(self, look: Look) -> None:
        self.area.set_look(look)
        self.lead.fit()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
        self.setPalette(palette)
        self.setMinimumWidth(round(LEAST_PX * min(max(look.text_scale, 1.0), MOST_GROWTH)))

    def _toggle(self, claim: str) -> None:
        """Open a badge and bring into view what it stands for, or close it."""
        self.board.show_opened(self.board.opened ^ {claim})
        if claim in self.board.opened:
            announce(self.board, self._atlas.claims[claim].text)
            self._seek(claim)

    def _seek(self, claim: str) -> None:
        """Bring into view what an open badge stands for; as soon as the panel is shown, if it is not."""
        self._sought = "" if self.isVisible() else claim
        if claim:
            self.board.arrange()
        place = self.board.basis_of(claim) if claim else QRect()
        if not place.isEmpty():
            self._inside.resize(self._inside.width(), self.lead.height() + self.board.height())  # as it is going to be
            self._bring(place.translated(self.board.pos()))

    def showEvent(self, event: QShowEvent) -> None:
        """Now all has its place."""
        super().showEvent(event)
        self._seek(self._sought)

    def _bring(self, place: QRect) -> None:
        """Scroll so far that a place is in view, or its beginning is."""
        bar = self.area.verticalScrollBar()
        least = min(place.bottom() + ROOM_PX - bar.pageStep(), place.top() - ROOM_PX)
        bar.setValue(max(min(bar.value(), place.top() - ROOM_PX), least))

    def _on_followed(self, href: str) -> None:
        """Ask for what a link stands for; badges open here."""
        if href.startswith(TOGGLE):
            self._toggle(href.removeprefix(TOGGLE))
        elif href.startswith(SCHEME):
            self.link_clicked.emit(href)
        else:
            self.web_clicked.emit(href)

    def text(self) -> str:
        """All words, card after card."""
        return "\n".join((self.lead.text(), *(card.page.text() for card in self.board.cards)))
