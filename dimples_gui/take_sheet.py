"""The consultation sheet: its dialog, and what is done with what the reader filled in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from dimples_gui.atlas.decide import decide_of
from dimples_gui.boxes import warn
from dimples_gui.errors import DimplesError
from dimples_gui.export import html
from dimples_gui.export.consultation import consultation_of, first_answers
from dimples_gui.export.consultation_dialog import ConsultationDialog
from dimples_gui.export.consultation_page import ConsultationPage
from dimples_gui.export.figure import Figure
from dimples_gui.export.files import save_text
from dimples_gui.export.imprint import imprint_of
from dimples_gui.export.press import save_pdf
from dimples_gui.export.printing import preview, print_out
from dimples_gui.export.wish import HTML, PDF
from dimples_gui.saving import ask_file, front, keep
from dimples_gui.scene import BACK, Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from dimples_gui.export.consultation import Answers
    from dimples_gui.export.looked import Looked
    from dimples_gui.export.paper import Paper
    from dimples_gui.export.press import Printed
    from dimples_gui.main_window import MainWindow

translate = QCoreApplication.translate
KINDS = {PDF: "PDF (*.pdf)", HTML: "HTML (*.html)"}
USUAL = "dimple"  # what is marked where nothing that was looked at can be


def open_sheet(window: MainWindow, looked: Looked) -> ConsultationDialog | None:
    """The dialog over the window, with what was filled in before in this visit."""
    if not decide_of(window.atlas.decide).sheet.title:
        window.say(translate("Taking", "This content has no consultation sheet."))
        return None
    desk = window.findChild(Desk) or Desk(window)
    return desk.open(tuple(looked.entries()))


class Desk(QObject):
    """Where the sheet lies between two times that it is filled in, for this visit only."""

    def __init__(self, window: MainWindow) -> None:
        """An empty sheet."""
        super().__init__(window)
        self._window = window
        self.answers: Answers | None = None

    def open(self, looked: tuple[str, ...]) -> ConsultationDialog:
        """Fill it in; entries looked at since then are added."""
        first = first_answers(self._window.atlas, looked)
        answers = self.answers or first
        appearance = self._window.appearance
        dialog = ConsultationDialog(self._window.atlas, answers, looked, appearance.look, self._window)
        appearance.changed.connect(dialog.set_look)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_wanted.connect(partial(self._save, dialog))
        dialog.preview_wanted.connect(partial(self._preview, dialog))
        dialog.print_wanted.connect(partial(self._print, dialog))
        dialog.finished.connect(partial(self._keep, dialog))
        dialog.open()
        return dialog

    def _keep(self, dialog: ConsultationDialog, *_: object) -> None:
        self.answers = dialog.answers()

    def _figure(self, answers: Answers) -> Figure:
        """The back with what was looked at longest, of what the skin shows."""
        window = self._window
        seen = [name for name in answers.looked if "skin" in window.navigator.seen_on.get(name, ())]
        scene = window.navigator.scene
        shown = Scene((*seen, USUAL)[0], tone=scene.tone, build=scene.build, explanation=scene.explanation, plate=BACK)
        return Figure(window.atlas, window.canvas.sight_of("skin").art.another(), shown)

    def printed(self, answers: Answers, paper: Paper) -> Printed:
        """The one page."""
        return ConsultationPage(consultation_of(self._window.atlas, answers), self._figure(answers), paper)

    def _save(self, dialog: ConsultationDialog) -> None:
        """Ask where to, and write it as PDF or HTML."""
        atlas, answers = self._window.atlas, dialog.answers()
        title = decide_of(atlas.decide).sheet.title
        file, kind = ask_file(self._window, translate("Taking", "Save"), title, [*KINDS.values()])
        if not file:
            return
        imprint, paper = imprint_of(atlas, title), dialog.paper()
        if kind == KINDS[HTML]:
            words = consultation_of(atlas, answers)
            text = html.consultation(atlas, words, imprint, self._figure(answers))
            keep(self._window, file, lambda: save_text(file, text))
        else:
            keep(self._window, file, lambda: save_pdf(file, self.printed(answers, paper), paper, imprint))

    def _preview(self, dialog: ConsultationDialog) -> None:
        """Show the page."""
        answers, imprint = dialog.answers(), imprint_of(self._window.atlas, dialog.windowTitle())
        self._told(lambda: preview(dialog, partial(self.printed, answers), dialog.paper(), imprint).open())

    def _print(self, dialog: ConsultationDialog) -> None:
        """Print it."""
        answers, imprint = dialog.answers(), imprint_of(self._window.atlas, dialog.windowTitle())
        self._told(lambda: print_out(dialog, partial(self.printed, answers), dialog.paper(), imprint))

    def _told(self, act: Callable[[], object]) -> None:
        """Do it, and say why where that can't be done."""
        try:
            act()
        except DimplesError as error:
            warn(front(self._window), translate("Taking", "Not Printed"), str(error))
