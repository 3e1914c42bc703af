"""The card under the options: what one cell rests on, its claims in full with their sources."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dimples_gui.atlas.decide import Cell, Option, Row
from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import RING_PX, draw_focus_ring
from dimples_gui.panels.claim_text import claim_paragraphs
from dimples_gui.panels.copying import Copying
from dimples_gui.panels.leaf import COPY, GO_TO, TOGGLE, Leaf, Paragraph, Run, plain
from dimples_gui.panels.options_cells import claims_of, counted, nothing_found
from dimples_gui.panels.page import Page
from dimples_gui.panels.prose import paragraphs_of
from dimples_gui.panels.whatif_buttons import Pill
from dimples_gui.panels.whatif_fonts import heading_font
from dimples_gui.theme import Look

translate = QCoreApplication.translate
SIDE_PX, GAP_PX = 22, 6


def card_leaf(atlas: Atlas, option: Option, row: Row, cell: Cell, opened: frozenset[str]) -> Leaf:
    """The cell in full, then its claims; `opened` are those whose badge is open."""
    claims = claims_of(atlas, cell)
    paragraphs = list(paragraphs_of(cell.text, "text"))
    paragraphs += [Paragraph("onward", (Run(f"– {counted(rate)}"), *_as_told(rate.told))) for rate in cell.rates]
    if not paragraphs:
        paragraphs.append(plain("text", nothing_found(cell)))
    if claims:
        paragraphs.append(plain("heading", translate("Options", "What it rests on")))
    here = frozenset(claim.id for claim in claims)
    for claim in claims:
        paragraphs += claim_paragraphs(atlas, claim, opened=claim.id in opened, here=here)
    return Leaf(f"{option.id}/{row.id}", card_title(option, row), tuple(paragraphs))


def card_title(option: Option, row: Row) -> str:
    """Whose answer to which question it is."""
    return translate("Options", "{option}: {question}").format(option=option.name, question=row.heading)


def _as_told(told: str) -> tuple[Run, ...]:
    """The figure as its source gives it."""
    return (Run(f" ({told})", "muted"),) if told else ()


class Card(QWidget):
    """A page with a title and a way to close it."""

    closed = Signal()
    followed = Signal(str)  # a link that leads elsewhere
    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, atlas: Atlas, look: Look) -> None:
        super().__init__()
        self._atlas, self._look = atlas, look
        self._shown: tuple[Option, Row, Cell] | None = None
        self._opened: frozenset[str] = frozenset()
        self.title, self.page = QLabel(), Page(look)
        self.close_button = Pill(self.tr("Close"), self.tr("Close what it rests on (Esc)"), look)
        self.copying = Copying(atlas, self.page)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        first = QHBoxLayout()
        first.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, 0)
        first.addWidget(self.title, 1)
        first.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_PX, RING_PX, RING_PX, RING_PX)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.page, 1)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.page)
        self.page.followed.connect(self._on_followed)
        self.page.focus_changed.connect(self.update)
        self.close_button.clicked.connect(self.closed)
        self.copying.copied.connect(self.copied)
        self.set_look(look)

    def show_cell(self, option: Option, row: Row, cell: Cell, claim: str = "") -> None:
        """Show what a cell rests on, all badges open; with the claim of one of them in view."""
        self._shown = option, row, cell
        self._opened = frozenset(each.id for each in claims_of(self._atlas, cell))
        self.title.setText(card_title(option, row))
        self._set()
        self.show()
        if claim:
            self.page.show_opened(claim)

    def _set(self) -> None:
        if self._shown:
            self.page.set_leaf(card_leaf(self._atlas, *self._shown, self._opened))

    def _on_followed(self, href: str) -> None:
        """Badges open and close here; other links lead elsewhere."""
        if href.startswith(TOGGLE):
            self._opened ^= {href.removeprefix(TOGGLE)}
            self._set()
        elif href.startswith(COPY):
            self.copying.copy_claim(href.removeprefix(COPY))
        elif href.startswith(GO_TO):
            self.page.go_to_claim(href.removeprefix(GO_TO))
        else:
            self.followed.emit(href)

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        self._look = look
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(look.text))
        self.setPalette(palette)
        self.title.setFont(heading_font(look))
        self.close_button.set_look(look)
        if look != self.page.look:
            self.page.set_look(look)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line that parts it from the table; the ring around the page while it has the keyboard."""
        painter = QPainter(self)
        painter.setPen(QColor(self._look.muted))
        painter.drawLine(0, 0, self.width(), 0)
        if self.page.hasFocus() and self.page.by_keyboard:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus_ring(painter, self.rect(), self._look)
