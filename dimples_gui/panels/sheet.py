"""A sheet with words on it: a text browser that sets a Leaf like a page of a book, with ornaments behind the words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from dimples_gui.panels.geometry import Plan, Spot, height_of, plan_of, spot_at
from dimples_gui.panels.leaf import Leaf
from dimples_gui.panels.ornaments import draw_plan
from dimples_gui.panels.scroll_bar import PageScrollBar
from dimples_gui.panels.typesetter import Typesetter
from dimples_gui.theme import Look

LETTERS_A_LINE = 66  # a longer line is hard to follow
LEAST_MARGIN_PX = 22.0
NARROW_PX = 330  # at text of 100 %; a large title would have its long words broken


if TYPE_CHECKING:
    from PySide6.QtCore import QUrl  # 2 ms at the start, and Qt hands it in anyway


class Sheet(QTextBrowser):
    """Shows a leaf in a look, and knows where on it everything is. Fetches nothing from anywhere."""

    moved = Signal()  # things on the page have other places than before

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leaf = Leaf("", "", ())
        self.setter = Typesetter(look)
        self.lit = ""  # the link under the pointer
        self._plan: Plan | None = None  # None: to be made when it is asked for
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

    @property
    def look(self) -> Look:
        """The look it is set in."""
        return self.setter.look

    def set_leaf(self, leaf: Leaf) -> None:
        """Show a leaf; only the paragraphs that differ are set anew, so that what is read stays where it is."""
        turned = leaf.name != self.leaf.name
        self.setter.replace(self.document(), self.leaf.paragraphs, leaf.paragraphs)
        self.leaf = leaf
        if turned:
            self._put_caret_first()
        self._plan = None
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Set all words anew, staying at what is read."""
        spot = self.spot()
        self.setter = Typesetter(look)
        self.setter.set_narrow(self._is_narrow())
        self.setter.replace(self.document(), self.leaf.paragraphs, ())
        self.setter.replace(self.document(), (), self.leaf.paragraphs)
        self._put_caret_first()
        self._dress()
        self.go_to(spot)

    def _put_caret_first(self) -> None:
        """Words set before the caret push it on, and Qt scrolls to it sooner or later."""
        self.setTextCursor(QTextCursor(self.document()))

    def plan(self) -> Plan:
        """Where links, pills and cards are."""
        if self._plan is None:
            self._plan = plan_of(self.document(), self.leaf.paragraphs, self.setter)
        return self._plan

    def scrolled(self) -> int:
        """How far down, in px."""
        return self.verticalScrollBar().value()

    # --- where the reader is ----------------------------------------------------------------------------------

    def spot(self) -> Spot:
        """What stands at the top."""
        return spot_at(self.document(), self.leaf.paragraphs, self.scrolled())

    def go_to(self, spot: Spot) -> None:
        """Scroll so that it stands at the top."""
        self.verticalScrollBar().setValue(round(height_of(self.document(), self.leaf.paragraphs, spot)))

    def show_area(self, area: QRectF) -> None:
        """Bring an area of the document into view, with some of what stands around it."""
        room = 3 * self.setter.em
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
        spare = self.viewport().width() - LETTERS_A_LINE * self.setter.letter
        beside = float(int(max(LEAST_MARGIN_PX, spare / 2)))
        root = self.document().rootFrame()
        frame = root.frameFormat()
        if frame.leftMargin() != beside or not frame.topMargin():
            frame.setLeftMargin(beside)
            frame.setRightMargin(beside)
            frame.setTopMargin(LEAST_MARGIN_PX)
            frame.setBottomMargin(2 * LEAST_MARGIN_PX)
            root.setFrameFormat(frame)
        self._plan = None

    def _is_narrow(self) -> bool:
        """Whether a large title would have its words broken. Before it is shown, nobody knows the width."""
        return self.isVisible() and self.width() < NARROW_PX * self.look.text_scale

    def _fit_title(self) -> None:
        """Set the title anew when the column became narrow or wide."""
        narrow, paragraphs = self._is_narrow(), self.leaf.paragraphs
        if narrow != self.setter.narrow:
            self.setter.set_narrow(narrow)
            if paragraphs:
                unset = (paragraphs[0]._replace(runs=()), *paragraphs[1:])
                self.setter.replace(self.document(), unset, paragraphs)

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
        plan = self._plan
        if plan is None:  # the rest of the page can wait
            heights = (seen.top() + down, seen.bottom() + down)
            plan = plan_of(self.document(), self.leaf.paragraphs, self.setter, heights)
            self.moved.emit()
        painter = QPainter(self.viewport())
        painter.translate(0, -down)
        draw_plan(painter, plan, QRectF(seen.translated(0, down)), self.look, self.lit)
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
        return tidy(self.toPlainText())


def tidy(text: str) -> str:
    """Without the room that pills have at their ends."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))
