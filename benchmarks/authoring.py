"""From an author's save to the page that shows it, in the open window."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is asked for anything

from PySide6.QtWidgets import QApplication

from benchmarks.figure import Figure, percentile
from dimples_gui.app import Program
from dimples_gui.main_window import MainWindow
from dimples_gui.options import Options
from dimples_gui.paths import find_places

SAVES = 20


def measure() -> Iterator[Figure]:
    """95th percentile in ms."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(find_places().content, Path(folder) / "mine"))
        program = Program(Options(shot=content / "unused.png", content=content, link="dimples:psis", size=(1280, 800)))
        window = program.window
        window.show()
        while not window.actions_by_id:
            QApplication.processEvents()
        program.watch()
        times = [_save(window, content / "en/entries/psis.yaml", number) for number in range(SAVES)]
        if program.follower:
            program.follower.stop()
        window.close()
        window.deleteLater()
    yield Figure("authoring", "save to page, p95", percentile(times, 0.95), "ms", 500.0)


def _save(window: MainWindow, file: Path, number: int) -> float:
    """One save; in ms until the page says it."""
    words = file.read_text(encoding="utf-8")
    begin = time.perf_counter()
    file.write_text(words.replace("The rear tip", f"The rear {number} tip", 1), encoding="utf-8")
    while f"The rear {number} tip" not in window.panel.text():
        _go_on()
    took = (time.perf_counter() - begin) * 1000
    file.write_text(words, encoding="utf-8")
    while f"The rear {number} tip" in window.panel.text():
        _go_on()
    return took


def _go_on() -> None:
    """A round of the event loop; between rounds the thread that reads has its turn."""
    QApplication.processEvents()
    time.sleep(0.002)
