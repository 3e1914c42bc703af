"""A sheet with words on it: a text browser that sets a Leaf like a page of a book, with ornaments behind the words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from dimples_gui.panels.galley import Galley
from dimples_gui.panels.geometry import MANY, Plan, Spot, blocks_between, height_of, spot_at
from dimples_gui.panels.leaf import Leaf
from dimples_gui.panels.ornaments import draw_plan
from dimples_gui.panels.survey import Survey
from dimples_gui.panels.typesetter import Typesetter
from dimples_gui.scroll_bar import PageScrollBar
from dimples_gui.theme import Look

LETTERS_A_LINE = 66  # a longer line is hard to follow
LEAST_MARGIN_PX = 22.0
LEAST_AT_ONCE = 20  # paragraphs
LEAST_PARAGRAPH = 1.9  # the height of one, in ems
NARROW_PX = 330  # at text of 100 %; a large title would have its long words broken


if TYPE_CHECKING:
    from PySide6.QtCore import QUrl  # 2 ms at the start, and Qt hands it in anyway


class Sheet(QTextBrowser):
    """Shows a leaf in a look, and knows where on it everything is. Fetches nothing from anywhere."""

    moved = Signal()  # things on the page have other places than before
    margins_px = (LEAST_MARGIN_PX, LEAST_MARGIN_PX, 2 * LEAST_MARGIN_PX)  # beside the words at least, above, below

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.galley = Galley(self.document(), Typesetter(look))
        self.survey = Survey(self.document(), self.galley)
        self.galley.moved.connect(self.survey.begin)
        self.lit = ""  # the link under the pointer
        self.underlay: Callable[[QPainter, tuple[int, int]], None] | None = None  # drawn under certain paragraphs
        self._make_viewport()
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_bar = PageScrollBar(look)
        self.setVerticalScrollBar(self.scroll_bar)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # coming and going, it'd change the measure
        self.document().setDocumentMargin(0)
        self._dress()

    def _make_viewport(self) -> None:
        """A viewport made here, as Qt makes its own.

        To wrap one that was made in C++, PySide first has to look through all kinds of widgets for what it may be:
        20 ms, at the start.
        """
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        viewport.setMouseTracking(True)
        self.setViewport(viewport)
        self.document().documentLayout().setPaintDevice(viewport)  # it was the viewport that is no more

        self.galley.filled.connect(viewport.update)  # which finds where everything is

    @property
    def look(self) -> Look:
        """The look it is set in."""
        return self.galley.setter.look

    @property
    def leaf(self) -> Leaf:
        """The leaf that is shown."""
        return self.galley.leaf

    def set_leaf(self, leaf: Leaf) -> None:
        """Show a leaf; only the paragraphs that differ are set anew, so that what is read stays where it is.

        Of another page, what is out of sight at first is set bit by bit: a long one is there as fast as a short one.
        """
        turned = leaf.name != self.leaf.name
        self._size_title(leaf.title)
        in_sight = round(self.viewport().height() / (LEAST_PARAGRAPH * self.galley.setter.em))
        self.galley.take(leaf, max(in_sight, LEAST_AT_ONCE) if turned else MANY)
        if turned:
            self._put_caret_first()
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Set all words anew, staying at what is read."""
        spot, setter = self.spot(), Typesetter(look)
        self.galley.set_anew(setter)
        self._fit_title()
        self._put_caret_first()
        self._dress()
        self.go_to(spot)

    def _put_caret_first(self) -> None:
        """Words set before the caret push it on, and Qt scrolls to it sooner or later."""
        self.setTextCursor(QTextCursor(self.document()))

    def plan(self) -> Plan:
        """Where links, pills and cards are."""
        return self.survey.finish()

    def scrolled(self) -> int:
        """How far down, in px."""
        return self.verticalScrollBar().value()

    # --- where the reader is ----------------------------------------------------------------------------------

    def spot(self) -> Spot:
        """What stands at the top."""
        return spot_at(self.document(), self.galley.laid, self.scrolled())

    def go_to(self, spot: Spot) -> None:
        """Scroll so that it stands at the top."""
        if spot != Spot():
            self.galley.finish()
        self.verticalScrollBar().setValue(round(height_of(self.document(), self.galley.laid, spot)))

    def show_area(self, area: QRectF) -> None:
        """Bring an area of the document into view, with some of what stands around it."""
        room = 3 * self.galley.setter.em
        top, bottom = int(area.top() - room), int(area.bottom() + room) - self.viewport().height()
        if not bottom <= self.scrolled() <= top:
            self.verticalScrollBar().setValue(top if top < max(self.scrolled(), bottom) else bottom)

    # --- how it looks -----------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Colours and margins."""
        self.scroll_bar.look = self.look
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(self.look.page))
        palette.setColor(QPalette.ColorRole.Text, QColor(self.look.text))
        self.setPalette(palette)
        self._set_margins()

    def _set_margins(self) -> None:
        """A column no wider than is good to read, in the middle of the page."""
        least, above, below = self.margins_px
        spare = self.viewport().width() - LETTERS_A_LINE * self.galley.setter.letter
        beside = float(int(max(least, spare / 2)))
        root = self.document().rootFrame()
        frame = root.frameFormat()
        if frame.leftMargin() != beside or not frame.topMargin():
            frame.setLeftMargin(beside)
            frame.setRightMargin(beside)
            frame.setTopMargin(above)
            frame.setBottomMargin(below)
            root.setFrameFormat(frame)
        self.survey.begin()

    def _fit_title(self) -> None:
        """Set the title anew when the column became narrow or wide."""
        if self._size_title(self.leaf.title):
            self.galley.set_title_anew()

    def _size_title(self, title: str) -> bool:
        """Choose the title's size; whether it is another. Before the page is shown, nobody knows its width."""
        narrow = self.isVisible() and self.width() < NARROW_PX * self.look.text_scale
        column = self.viewport().width() - 2 * self.margins_px[0]
        return self.galley.setter.fit_title(title, column, narrow=narrow)

    def showEvent(self, event: QShowEvent) -> None:
        """The width is known now."""
        self._fit_title()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at what is read."""
        spot = self.spot()
        self._fit_title()
        self._set_margins()
        super().resizeEvent(event)
        self.go_to(spot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ornaments, then the words over them."""
        seen, down = event.rect(), self.scrolled()
        if self.survey.is_news:
            self.survey.is_news = False
            self.moved.emit()
        plan = self.survey.between(seen.top() + down, seen.bottom() + down)
        painter = QPainter(self.viewport())
        painter.translate(0, -down)
        draw_plan(painter, plan, QRectF(seen.translated(0, down)), self.look, self.lit)
        if self.underlay:
            self.underlay(painter, blocks_between(self.document(), seen.top() + down, seen.bottom() + down))
        painter.end()
        super().paintEvent(event)

    # --- what goes in and out ---------------------------------------------------------------------------------

    def loadResource(self, kind: int, name: "QUrl | str") -> QPixmap:
        """An empty picture, whatever is asked for: told of none at all, Qt would look for a file by itself."""
        return QPixmap()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words alone; the page's own links mean nothing elsewhere."""
        data = QMimeData()
        data.setText(tidy(self.textCursor().selection().toPlainText()))
        return data

    def text(self) -> str:
        """All words."""
        self.galley.finish()
        return tidy(self.toPlainText())


def tidy(text: str) -> str:
    """Without the room that pills have at their ends."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))
