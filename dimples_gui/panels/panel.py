"""The panel of words: the page of the entry that is open, or of home, and a bar to find words on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import RING_PX, announce, draw_focus_ring
from dimples_gui.panels.geometry import Spot
from dimples_gui.panels.leaf import COPY, GO_TO, REVEAL, SCHEME, TOGGLE
from dimples_gui.panels.leaves import leaf_of
from dimples_gui.panels.page import Page
from dimples_gui.panels.quotation import quote_claim, quote_claims, quote_entry
from dimples_gui.scene import HOME, Scene
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from dimples_gui.panels.find_bar import FindBar

LEAST_PX = 260  # at text of 100 %; narrower, titles would have their words broken
MOST_GROWTH = 1.6  # of that width with the text: the plate needs room too


class Panel(QWidget):
    """Shows the words of the scene's place, and tells what the reader asks for."""

    entry_clicked = Signal(str)  # an entry or a panel, by name
    link_clicked = Signal(str)  # a dimples: link that asks for more than a name
    web_clicked = Signal(str)  # a web address
    claim_toggled = Signal(str)
    reveal_wanted = Signal(str)  # an entry, to be shown on the plate
    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self._shown: Scene | None = None
        self._spots: dict[str | int, Spot] = {}  # where pages were left
        self._before: QWidget | None = None  # what had the keyboard before the find bar
        self.page = Page(look)
        self.bar: FindBar | None = None  # made when it is first asked for
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(RING_PX, RING_PX, 0, RING_PX)
        self._column.setSpacing(0)
        self._column.addWidget(self.page, 1)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.page)
        self.page.followed.connect(self._on_followed)
        self.page.focus_changed.connect(self.update)
        self._dress(look)

    # --- following the scene ----------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Show the words of a scene. Another page than before is shown where it was left last, see `forget`."""
        before = self._shown
        if before and _words_of(before) == _words_of(scene):
            return
        self._shown = scene
        if before is None or before.place.page != scene.place.page:
            self._turn_to(scene, before)
        else:
            self.page.set_leaf(leaf_of(self._atlas, scene))
            self._show_news(scene, before)
        if self.bar and self.bar.isVisible():
            self.page.galley.finish()
            self.bar.look_again()

    def _turn_to(self, scene: Scene, before: Scene | None) -> None:
        """Show another page."""
        if before:
            self._spots[before.place.page] = self.page.spot()
        self.page.set_leaf(leaf_of(self._atlas, scene))
        spot = self._spots.get(scene.place.page)
        self.page.go_to(spot or Spot())
        if scene.opened and not spot:
            self.page.show_opened(scene.opened[0])

    def _show_news(self, scene: Scene, before: Scene) -> None:
        """Bring into view what a link opened on the same page; another step of an answer begins at the top."""
        if scene.step != before.step:
            self.page.go_to(Spot())
            told = [part.text for part in self.page.leaf.paragraphs if part.role in {"step-count", "step"}]
            announce(self.page, ". ".join(told))
        elif news := [key for key in scene.opened if key not in before.opened]:
            self.page.show_opened(news[0])

    def forget(self, name: str) -> None:
        """Forget where a page was left: the reader opens it anew, and is to start at its top."""
        self._spots.pop(name, None)

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        if look != self.page.look:
            self.page.set_look(look)
            self._dress(look)
            if self.bar:
                self.bar.set_look(look)

    def _dress(self, look: Look) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
        self.setPalette(palette)
        self.setMinimumWidth(round(LEAST_PX * min(look.text_scale, MOST_GROWTH)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring around the page while it has the keyboard."""
        super().paintEvent(event)
        if self.page.hasFocus() and self.page.by_keyboard:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus_ring(painter, self.rect(), self.page.look)

    # --- links ------------------------------------------------------------------------------------------------

    def _on_followed(self, href: str) -> None:
        """Ask for what a link stands for."""
        for scheme, call in (
            (TOGGLE, self.claim_toggled.emit),
            (GO_TO, self.page.go_to_claim),
            (COPY, self.copy_claim),
            (REVEAL, self.reveal_wanted.emit),
            (SCHEME, self._go),
        ):
            if href.startswith(scheme):
                call(href.removeprefix(scheme))
                return
        self.web_clicked.emit(href)

    def _go(self, rest: str) -> None:
        """Ask for a place, or for a whole scene."""
        if "?" in rest:
            self.link_clicked.emit(SCHEME + rest)
            return
        name = rest.strip("/") or HOME
        self.forget(name)
        self.entry_clicked.emit(name)

    # --- copying ----------------------------------------------------------------------------------------------

    def text(self) -> str:
        """All words on the page."""
        return self.page.text()

    def copy(self) -> None:
        """Copy the words that are selected."""
        if self.page.textCursor().hasSelection():
            self.page.copy()
            self.copied.emit(self.tr("Copied."))

    def select_all(self) -> None:
        """Select all words of the page."""
        self.page.galley.finish()
        self.page.selectAll()

    def copy_claim(self, claim_id: str) -> None:
        """Copy one claim with its grade and sources."""
        if claim_id in self._atlas.claims:
            self._take(quote_claim(self._atlas, self._atlas.claims[claim_id]))

    def copy_claims(self) -> None:
        """Copy the claims of this page whose badges are open, or all of the page where none is."""
        opened = [part.claim for part in self.page.leaf.paragraphs if part.role == "behind-last"]
        if opened:
            self._take(quote_claims(self._atlas, opened))
        else:
            self.copy_all()

    def copy_all(self) -> None:
        """Copy the whole page: of an entry with all grades and sources."""
        entry = self._atlas.entries.get(self.page.leaf.name)
        if entry:
            self._take(quote_entry(self._atlas, entry))
        else:
            QGuiApplication.clipboard().setText(self.text())
            self.copied.emit(self.tr("Copied."))

    def _take(self, quoted: str) -> None:
        """Put quoted claims on the clipboard."""
        QGuiApplication.clipboard().setText(quoted)
        self.copied.emit(self.tr("Copied, with grade and sources."))

    # --- finding ----------------------------------------------------------------------------------------------

    def find(self) -> None:  # type: ignore[override]  # hides QWidget.find, which looks up native windows by number
        """Open the bar that finds words on the page."""
        self.page.galley.finish()
        from dimples_gui.panels.find_bar import FindBar  # noqa: PLC0415  # not needed to start

        if self.bar is None:
            self.bar = FindBar(self.page, self.page.look, self)
            self.bar.closed.connect(self._on_find_closed)
            self._column.addWidget(self.bar)
        focused = QApplication.focusWidget()
        if focused is None or not self.bar.isAncestorOf(focused):
            self._before = focused
        self.bar.open()

    def find_next(self) -> None:
        """The next place of the words that were looked for; asks for words if there are none."""
        self._find_on(1)

    def find_previous(self) -> None:
        """The place before."""
        self._find_on(-1)

    def _find_on(self, step: int) -> None:
        if self.bar and self.bar.isVisible() and self.bar.field.text():
            self.bar.step(step)
        else:
            self.find()

    def _on_find_closed(self) -> None:
        """Give the keyboard back."""
        before, self._before = self._before, None
        (before if before and before.isVisible() else self.page).setFocus(Qt.FocusReason.OtherFocusReason)


def _words_of(scene: Scene) -> Scene:
    """A scene without what is on the plate alone."""
    return Scene(name=scene.name, opened=scene.opened, question=scene.question, step=scene.step)
