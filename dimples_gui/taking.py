"""What the commands do that take something away: citations, PDF, print, pictures, HTML, the consultation sheet.

All of it is imported when it is first asked for, see `commands`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from dimples_gui.export.looked import Looked
    from dimples_gui.main_window import MainWindow

    Calls = dict[str, Callable[[], object]]

FORMS = ("vancouver", "bibtex", "ris", "csl")
translate = QCoreApplication.translate


def taking_calls(window: MainWindow) -> Calls:
    """What each of these commands does."""
    from dimples_gui.export.looked import Looked  # noqa: PLC0415  # small, and what was looked at is told from now on

    looked = window.findChild(Looked) or Looked(window.navigator, window)
    calls: Calls = {f"cite-{form}": partial(copy_citation, window, form) for form in FORMS}
    return calls | {
        "take-citations": partial(save_citations, window),
        "take-away": partial(_take_away, window),
        "take-sheet": partial(_take_sheet, window, looked),
    }


def _take_away(window: MainWindow) -> None:
    """Ask what to print or save."""
    from dimples_gui.take_away import open_dialog  # noqa: PLC0415  # see above

    open_dialog(window)


def _take_sheet(window: MainWindow, looked: Looked) -> None:
    """Fill in the consultation sheet."""
    from dimples_gui.take_sheet import open_sheet  # noqa: PLC0415  # see above

    open_sheet(window, looked)


def copy_citation(window: MainWindow, form: str) -> None:
    """Put the works in view on the clipboard."""
    from dimples_gui.export.cited import works_in_view  # noqa: PLC0415  # see above
    from dimples_gui.export.citing import FORMATS, note_of  # noqa: PLC0415

    works = works_in_view(window.atlas, window.navigator.scene)
    if not works:
        window.say(translate("Taking", "No work is cited on this page."))
        return
    QGuiApplication.clipboard().setText(FORMATS[form].write(works))
    said = translate("Taking", "Copied as {form}: %n records.", "", len(works)).format(form=FORMATS[form].name)
    if any(note_of(work) for work in works):
        said += " " + translate("Taking", "What could not be seen of a work is left out, and a note says so.")
    window.say(said)


def save_citations(window: MainWindow) -> None:
    """Ask where to, and write all works cited there."""
    from dimples_gui.export.cited import all_works  # noqa: PLC0415  # see above
    from dimples_gui.export.citing import FORMATS  # noqa: PLC0415
    from dimples_gui.export.files import save_text  # noqa: PLC0415
    from dimples_gui.saving import ask_file, keep  # noqa: PLC0415

    kinds = {f"{form.name} (*.{form.suffix})": form for form in reversed(FORMATS.values())}
    title = translate("Taking", "Dimples, works cited")
    chosen, kind = ask_file(window, translate("Taking", "Save All Citations"), title, [*kinds])
    if chosen:
        keep(window, chosen, lambda: save_text(chosen, kinds[kind].write(all_works(window.atlas))))
