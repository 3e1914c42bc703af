"""Asks the reader for a file to be written, and tells what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from dimples_gui.boxes import warn
from dimples_gui.errors import DimplesError
from dimples_gui.export.files import file_name
from dimples_gui.export.press import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from dimples_gui.main_window import MainWindow

translate = QCoreApplication.translate


def ask_file(window: MainWindow, caption: str, title: str, kinds: list[str]) -> tuple[Path | None, str]:
    """A file to be written, and of which of these kinds, as `PDF (*.pdf)`; None when cancelled.

    The last folder is offered, and a name from what is in the file. The name's ending decides; without one of these it
    gets the one of the kind that was chosen.
    """
    offered = first_folder(window) / file_name(title, _suffix_of(kinds[0]))
    name, kind = QFileDialog.getSaveFileName(front(window), caption, str(offered), ";;".join(kinds))
    if not name:
        return None, ""
    told = next((each for each in kinds if Path(name).suffix.lower() == f".{_suffix_of(each)}"), "")
    if told:
        return Path(name), told
    kind = kind if kind in kinds else kinds[0]
    return Path(f"{name}.{_suffix_of(kind)}"), kind


def front(window: MainWindow) -> QWidget:
    """What a box is to stand before: the dialog that is open, if there is one."""
    return QApplication.activeModalWidget() or window


def _suffix_of(kind: str) -> str:
    """`pdf` of `PDF (*.pdf)`."""
    return kind.rpartition("*.")[2].rstrip(")")


def first_folder(window: MainWindow) -> Path:
    """The folder to offer: where something was saved last, else the one for documents, else the reader's own."""
    kinds = QStandardPaths.StandardLocation
    usual = (QStandardPaths.writableLocation(kind) for kind in (kinds.DocumentsLocation, kinds.HomeLocation))
    return next(
        (Path(folder) for folder in (window.settings.last_folder, *usual) if folder and Path(folder).is_dir()), Path()
    )


def keep(window: MainWindow, file: Path, write: Callable[[], object]) -> bool:
    """Write a file, say where it is or why it could not be written, and remember its folder; whether it is there."""
    try:
        write()
    except DimplesError as error:
        warn(front(window), translate("Taking", "Not Saved"), str(error))
        return False
    except Cancelled:
        window.say(translate("Taking", "Given up; nothing was saved."))
        return False
    window.settings.last_folder = str(file.parent)
    window.say(translate("Taking", "Saved: {file}").format(file=file))
    return True
