"""The private visit: a process of its own that writes nothing at all, and whose window says so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from dimples_gui.settings import Settings, Store, Visit

if TYPE_CHECKING:
    from dimples_gui.main_window import MainWindow
    from dimples_gui.theme import Look

NOWHERE = "/dev/null/nowhere" if sys.platform != "win32" else r"\\.\NUL\nowhere"


def private_store(store: Store) -> Visit:
    """What a private visit begins with: the reader's colours, text size and list; what is changed then is forgotten."""
    visit = Visit(private=True)
    before, settings = Settings(store), Settings(visit)
    settings.theme, settings.text_percent = before.theme, before.text_percent
    settings.list_shown = before.list_shown
    settings.forget_hint()
    return visit


def leave_no_trace() -> None:
    """What Qt itself would write: where a file dialog was last, and what the desktop's own dialogs remember."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, NOWHERE)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def begin(window: MainWindow) -> None:
    """Open a private visit, and say so, for its window may come up elsewhere."""
    if begin_visit(window.atlas.language):
        window.say(window.tr("A private visit opens in a window of its own."))
    else:
        window.say(window.tr("A private visit could not be started."))


def begin_visit(language: str) -> bool:
    """Start another process of this program, in private; whether that could be done."""
    from PySide6.QtCore import QProcess, QProcessEnvironment  # noqa: PLC0415  # no start has a use for these

    words = ["--private", *(["--language", language] if language != "en" else [])]
    if Path(sys.executable).name.lower().startswith("python"):
        words = ["-m", "dimples_gui", *words]
    process, around = QProcess(), QProcessEnvironment.systemEnvironment()
    around.insert("PYTHONDONTWRITEBYTECODE", "1")
    process.setProcessEnvironment(around)
    process.setProgram(sys.executable)
    process.setArguments(words)
    return bool(process.startDetached())


def show_privacy(window: MainWindow) -> None:
    """Say it in the title and over the page."""
    strip = PrivateStrip(window.appearance.look)
    below = window.parts.middle.layout()
    below.insertWidget(0, strip)  # type: ignore[union-attr]  # a column, see Arrangement
    window.appearance.changed.connect(strip.set_look)

    def mark(title: str) -> None:
        marked = window.tr("(private visit)")
        if title and marked not in title:
            window.setWindowTitle(f"{title} {marked}")

    window.windowTitleChanged.connect(mark)
    mark(window.windowTitle())


class PrivateStrip(QLabel):
    """One calm line over the page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("private")
        self.setText(
            self.tr(
                "Private visit: nothing is written on this machine but files you save. "
                "Notes and bookmarks last until it is closed."
            )
        )
        self.setWordWrap(True)
        self.setContentsMargins(12, 4, 12, 4)
        self.setAutoFillBackground(True)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Stand out from the page below, in its colours."""
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(look.chosen))
        palette.setColor(self.foregroundRole(), QColor(look.chosen_text))
        self.setPalette(palette)


def show_log(window: MainWindow) -> None:
    """The log in memory, in a box from which it can be copied."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  # no start has a use for it

    from dimples_gui.boxes import without_pictures  # noqa: PLC0415  # beside it
    from dimples_gui.unforeseen import remembered  # noqa: PLC0415

    if not remembered():
        window.say(window.tr("Nothing has failed so far; there is no log."))
        return
    box = QMessageBox(window)
    box.setWindowTitle(QCoreApplication.translate("Private", "Log"))
    box.setText(QCoreApplication.translate("Private", "What has failed in this visit; it goes when you close it."))
    box.setDetailedText(remembered())
    box.addButton(QMessageBox.StandardButton.Ok)
    without_pictures(box)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
