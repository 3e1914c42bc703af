"""A visit as a person has it, in a process of its own: open, note, bookmark, colours, a file dialog, close."""

import sys
from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit

from dimples_gui import application
from dimples_gui.__main__ import main
from dimples_gui.main_window import MainWindow

EVERY_MS = 60
SAVED = ("Saved", "For this visit only")


def visit(window: MainWindow) -> Iterator[str]:
    """One act after the other, each told."""
    actions = window.actions_by_id
    window.open_link("dimples:psis?layer=bone")
    yield "opened"
    actions["note"].trigger()
    (editor,) = [found for found in window.findChildren(QPlainTextEdit) if found.isVisible()]
    sys.stdout.write(f"found: {editor.toPlainText()}\n")
    QTest.keyClicks(editor, "Ask about the left one.")
    while not any(label.text() in SAVED for label in window.findChildren(QLabel)):
        yield ""
    yield "noted"
    actions["bookmark"].trigger()
    yield "bookmarked"
    actions["theme-dark"].trigger()
    actions["search"].trigger()
    yield "coloured"
    dialog = QFileDialog(window)
    dialog.open()
    yield ""
    dialog.done(1)
    yield ""
    actions["layer-skin"].trigger()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.close()
    yield "closed"


def go_on() -> None:
    """Wait for the window, then act."""
    windows = [window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)]
    if not windows or not windows[0].actions_by_id:
        return
    acts.extend([] if acts else [visit(windows[0])])
    said = next(acts[0], None)
    if said is None:
        timers[0].stop()
    elif said:
        told.append(said)


acts: list[Iterator[str]] = []
told: list[str] = []
timers: list[QTimer] = []
start_qt = application.start_qt


def start_with_reader(*, screenless: bool) -> QApplication:
    """Qt's application, with somebody who acts."""
    app = start_qt(screenless=screenless)
    timer = QTimer(app)
    timer.timeout.connect(go_on)
    timer.start(EVERY_MS)
    timers.append(timer)
    return app


application.start_qt = start_with_reader
code = main([word for word in sys.argv[1:] if word])
sys.stdout.write(", ".join(told) + "\n")
sys.exit(code)
