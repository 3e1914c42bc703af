"""The panel of words: the page of the entry that is open, or of home, and a bar to find words on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import RING_PX, announce, paint_focus_ring
from dimples_gui.panels.copying import Copying
from dimples_gui.panels.geometry import Spot
from dimples_gui.panels.leaf import COPY, GO_TO, REVEAL, SCHEME, TOGGLE
from dimples_gui.panels.leaves import leaf_of
from dimples_gui.panels.page import Page
from dimples_gui.scene import HOME, Scene
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from dimples_gui.panels.find_bar import FindBar
    from dimples_gui.panels.term_marks import TermMarks

EXPLAINED_AFTER_MS = 300  # after the first paint
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
    told = Signal(str)  # what could not be done, in a sentence

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self._shown: Scene | None = None
        self._spots: dict[str | int, Spot] = {}  # where pages were left
        self._before: QWidget | None = None  # what had the keyboard before the find bar
        self.page = Page(look)
        self.copying = Copying(atlas, self.page)
        self.bar: FindBar | None = None  # made when it is first asked for
        self.terms: TermMarks | None = None  # made some time after the first paint
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.explain_terms)
        self.page.moved.connect(self._on_moved)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(RING_PX, RING_PX, 0, RING_PX)
        self._column.setSpacing(0)
        self._column.addWidget(self.page, 1)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.page)
        self.page.followed.connect(self._on_followed)
        self.page.focus_changed.connect(self.update)
        self.copying.copied.connect(self.copied)
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
            paint_focus_ring(self, self.page.look)

    # --- terms ------------------------------------------------------------------------------------------------

    def _on_moved(self) -> None:
        if self.terms is None:
            self._rest.start(EXPLAINED_AFTER_MS)

    def explain_terms(self) -> "TermMarks":
        """Mark and explain the terms of the glossary from now on."""
        if self.terms is None:
            from dimples_gui.panels.term_marks import TermMarks  # noqa: PLC0415  # not needed to start

            self.terms = TermMarks(self.page, self._atlas.glossary)
        return self.terms

    def step_terms(self, by: int) -> None:
        """Put the keyboard on the explanation of the next term, or of the one before."""
        if not self.explain_terms().step(by):
            self.told.emit(self.tr("There is no word of the glossary on this page."))

    # --- links ------------------------------------------------------------------------------------------------

    def _on_followed(self, href: str) -> None:
        """Ask for what a link stands for."""
        for scheme, call in (
            (TOGGLE, self.claim_toggled.emit),
            (GO_TO, self.page.go_to_claim),
            (COPY, self.copying.copy_claim),
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

    def text(self) -> str:
        """All words on the page."""
        return self.page.text()

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
