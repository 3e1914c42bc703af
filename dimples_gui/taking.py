"""What the commands do that take something away: citations, PDF, print, pictures, HTML.

All of it is imported when it is first asked for, see `commands`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from dimples_gui.main_window import MainWindow

    Calls = dict[str, Callable[[], object]]

FORMS = ("vancouver", "bibtex", "ris", "csl")
translate = QCoreApplication.translate


def taking_calls(window: MainWindow) -> Calls:
    """What each of these commands does."""
    calls: Calls = {f"cite-{form}": partial(copy_citation, window, form) for form in FORMS}
    return calls | {"take-citations": partial(save_citations, window)}


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

    kinds = {f"{form.name} (*.{form.suffix})": form for form in reversed(FORMATS.values())}
    title = translate("Taking", "Dimples, works cited")
    chosen, kind = ask_file(window, translate("Taking", "Save All Citations"), title, [*kinds])
    if chosen:
        form = kinds.get(kind) or next(form for form in FORMATS.values() if chosen.suffix == f".{form.suffix}")
        works = all_works(window.atlas)
        keep(window, chosen, lambda: save_text(chosen, form.write(works)))


def ask_file(window: MainWindow, caption: str, title: str, kinds: list[str]) -> tuple[Path | None, str]:
    """A file to be written, and of which of these kinds, as `PDF (*.pdf)`; None when cancelled.

    The last folder is offered, and a name from what is in the file; a name without an ending gets the kind's.
    """
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  # see above

    from dimples_gui.export.files import file_name  # noqa: PLC0415

    offered = first_folder(window) / file_name(title, suffix_of(kinds[0]))
    name, kind = QFileDialog.getSaveFileName(window, caption, str(offered), ";;".join(kinds))
    if not name:
        return None, kind
    by_suffix = next((each for each in kinds if Path(name).suffix == f".{suffix_of(each)}"), "")
    if by_suffix:
        return Path(name), by_suffix
    return Path(f"{name}.{suffix_of(kind or kinds[0])}"), kind or kinds[0]


def suffix_of(kind: str) -> str:
    """`pdf` of `PDF (*.pdf)`."""
    return kind.rpartition("*.")[2].rstrip(")")


def first_folder(window: MainWindow) -> Path:
    """The folder to offer: where something was saved last, else the one for documents."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415  # see above

    last = window.settings.last_folder
    if last and Path(last).is_dir():
        return Path(last)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def keep(window: MainWindow, file: Path, write: Callable[[], object]) -> bool:
    """Write a file, say where it is or why it could not be written, and remember its folder; whether it is there."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  # see above

    from dimples_gui.export.files import SaveError  # noqa: PLC0415

    try:
        write()
    except SaveError as error:
        QMessageBox.warning(window, translate("Taking", "Not Saved"), str(error))
        return False
    window.settings.last_folder = str(file.parent)
    window.say(translate("Taking", "Saved: {file}").format(file=file))
    return True
