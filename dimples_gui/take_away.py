"""Prints and saves what is in view, as the dialog asks: words, plates, what helps to decide, everything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog

from dimples_gui.boxes import warn
from dimples_gui.errors import DimplesError
from dimples_gui.export import html
from dimples_gui.export.deciding import deciding_leaf
from dimples_gui.export.everything import book
from dimples_gui.export.figure import Figure
from dimples_gui.export.files import save_text
from dimples_gui.export.imprint import imprint_of
from dimples_gui.export.picture_files import save_png, save_svg
from dimples_gui.export.plate_page import PlatePage
from dimples_gui.export.press import Bound, Cancelled, Printed, Progress, save_pdf
from dimples_gui.export.printing import preview, print_out
from dimples_gui.export.running_text import RunningText
from dimples_gui.export.take_dialog import TakeDialog
from dimples_gui.export.wish import EVERYTHING, HTML, PAGE, PDF, PLATE, PNG, SVG, Wish
from dimples_gui.export.words import words_of
from dimples_gui.saving import ask_file, front, keep
from dimples_gui.scene import FIND, LOOKALIKES, OPTIONS, REDFLAGS, TRUTHS, WHATIF, Place, Scene

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dimples_gui.export.imprint import Imprint
    from dimples_gui.export.paper import Paper
    from dimples_gui.main_window import MainWindow
    from dimples_gui.panels.leaf import Leaf

translate = QCoreApplication.translate
WORDLESS = (WHATIF, FIND)  # panels to work with, not to read
KINDS = {PDF: "PDF (*.pdf)", HTML: "HTML (*.html)", PNG: "PNG (*.png)", SVG: "SVG (*.svg)"}


def open_dialog(window: MainWindow) -> TakeDialog:
    """The dialog over the window."""
    dialog = TakeDialog(_choices(window), window.appearance.look, window)
    window.appearance.changed.connect(dialog.set_look)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.save_wanted.connect(partial(_save, window))
    dialog.preview_wanted.connect(partial(_preview, window))
    dialog.print_wanted.connect(partial(_print, window))
    dialog.open()
    return dialog


def _choices(window: MainWindow) -> list[tuple[str, str]]:
    """What there is to take, the page in view first."""
    scene = window.navigator.scene
    words, plate = translate("Taking", "This page: {title}"), translate("Taking", "The plate in view")
    page = (PAGE, words.format(title=window.title_of(scene.place)))
    first = [(PLATE, plate)] if scene.name in WORDLESS and not scene.question else [page, (PLATE, plate)]
    others = [
        (panel, window.title_of(Place(panel))) for panel in (OPTIONS, LOOKALIKES, REDFLAGS, TRUTHS)
        if panel != scene.name and deciding_leaf(window.atlas, panel)
    ]  # fmt: skip
    return [*first, *others, (EVERYTHING, translate("Taking", "Everything, as a book"))]


class Taken:
    """What a wish comes to over one scene: its words, its figure, its pages."""

    def __init__(self, window: MainWindow, wish: Wish) -> None:
        """The scene that is in view now."""
        self.atlas, self.wish = window.atlas, wish
        self.scene: Scene = window.navigator.scene
        self._art = window.canvas.sight_of(self.scene.layer).art
        page = Place(wish.what) if wish.what not in {PAGE, PLATE, EVERYTHING} else self.scene.place
        self.title = translate("Taking", "Dimples, everything") if wish.what == EVERYTHING else window.title_of(page)

    @property
    def imprint(self) -> Imprint:
        """What stands around it."""
        return imprint_of(self.atlas, self.title)

    def figure(self) -> Figure:
        """The plate in view."""
        return Figure(self.atlas, self._art.another(), self.scene._replace(labels=self.wish.names))

    def leaf(self) -> Leaf:
        """The words."""
        scene = self.scene if self.wish.what == PAGE else Scene(self.wish.what)
        return words_of(self.atlas, scene)

    def printed(self, paper: Paper, progress: Progress | None = None) -> Printed:
        """The pages."""
        if self.wish.what == EVERYTHING:
            return book(self.atlas, self._art.another(), paper, progress)
        if self.wish.what == PLATE:
            return PlatePage(self.figure(), paper, self.title)
        words = RunningText(self.leaf().paragraphs, paper)
        plate = [PlatePage(self.figure(), paper, self.title)] if self._has_plate else []
        return Bound([*plate, words])

    def html(self) -> str:
        """The same as HTML."""
        leaf = html.NO_WORDS._replace(title=self.title) if self.wish.what == PLATE else self.leaf()
        pictured = [html.Pictured(self.figure())] if self._has_plate or self.wish.what == PLATE else []
        return html.page(self.atlas, leaf, self.imprint, pictured)

    @property
    def _has_plate(self) -> bool:
        return self.wish.what == PAGE and self.wish.with_plate


def _save(window: MainWindow, wish: Wish) -> None:
    """Ask where to, and write it."""
    taken = Taken(window, wish)
    file, _ = ask_file(window, translate("Taking", "Save"), taken.title, [KINDS[wish.form]])
    if file:
        keep(window, file, partial(_write, window, file, taken))


def _write(window: MainWindow, file: Path, taken: Taken) -> None:
    """Write it as what was wished for. Raises SaveError and Cancelled."""
    wish = taken.wish
    if wish.form == HTML:
        save_text(file, taken.html())
    elif wish.form == PNG:
        save_png(file, taken.figure(), wish.size)
    elif wish.form == SVG:
        save_svg(file, taken.figure(), wish.size, taken.title)
    elif wish.what == EVERYTHING:
        _write_book(window, file, taken)
    else:
        save_pdf(file, taken.printed(wish.paper), wish.paper, taken.imprint)


def _write_book(window: MainWindow, file: Path, taken: Taken) -> None:
    """Write everything, telling how far that is; the reader may give up."""
    told = QProgressDialog(translate("Taking", "Everything is put on paper…"), translate("Taking", "Give Up"), 0, 100)
    told.setWindowTitle(taken.title)
    told.setWindowModality(Qt.WindowModality.ApplicationModal)
    told.setMinimumDuration(0)
    told.setParent(front(window), told.windowFlags())

    def progress(share: float, done: int, count: int) -> None:
        told.setValue(int(100 * (share + (1 - share) * done / max(count, 1))))
        QCoreApplication.processEvents()
        if told.wasCanceled():
            raise Cancelled

    try:
        printed = taken.printed(taken.wish.paper, partial(progress, 0.0))
        save_pdf(file, printed, taken.wish.paper, taken.imprint, partial(progress, 0.1))
    finally:
        told.close()
        told.deleteLater()


def _preview(window: MainWindow, wish: Wish) -> None:
    """Show the pages."""
    taken = Taken(window, wish)
    _told(window, lambda: preview(front(window), taken.printed, wish.paper, taken.imprint).open())


def _print(window: MainWindow, wish: Wish) -> None:
    """Print them."""
    taken = Taken(window, wish)
    _told(window, lambda: print_out(front(window), taken.printed, wish.paper, taken.imprint))


def _told(window: MainWindow, act: Callable[[], object]) -> None:
    """Do it, and say why where that can't be done."""
    try:
        act()
    except DimplesError as error:
        warn(front(window), translate("Taking", "Not Printed"), str(error))
