"""What the program takes after every layer was lit, against a bare window; each alone, for shared pages are divided."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

import psutil  # and nothing that loads Qt: this process would share its pages with what is measured

from benchmarks.figure import Figure

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()
[app.processEvents() for _ in range(9)]
print("ready", flush=True); sys.stdin.read()
"""
ALL_LIT = """
import sys
from pathlib import Path
from benchmarks.input import rest
from dimples_gui.app import Program
from dimples_gui.atlas.model import LAYERS
from dimples_gui.options import Options
from dimples_gui.scene import Scene
window = Program(Options(shot=Path("unused.png"), size=(1280, 800))).window
window.show(); rest()
window.navigator.show(Scene(depth=2.6, labels=True, lamp=(20.0, 30.0))); window.canvas.settle(); rest()
for layer in LAYERS:
    window.navigator.set_layer(layer); window.canvas.settle(); rest()
rest(3.0)  # until all shadows are found
print("ready", flush=True); sys.stdin.read()
"""


def measure() -> Iterator[Figure]:
    """MiB (PSS), and the ratio."""
    if "PySide6.QtCore" in sys.modules:
        raise RuntimeError("run this part first, or alone: this process has loaded Qt")
    with tempfile.TemporaryDirectory() as home:
        _of(ALL_LIT, home)  # which compiles the content; what is installed has it compiled
        bare, lit = _of(BARE, home), _of(ALL_LIT, home)
    yield Figure("memory", "PSS after every layer was lit", lit, "MiB")
    yield Figure("memory", "the same, against a bare window", lit / bare, "x", 4.0)


def _of(code: str, home: str) -> float:
    """MiB that a program takes when it says that it is ready."""
    environ = os.environ | {"HOME": home, "XDG_CACHE_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], env=environ, stdin=pipe, stdout=pipe, text=True) as child:
        assert child.stdout
        told = child.stdout.readline()
        pss = psutil.Process(child.pid).memory_full_info().pss
        child.communicate("")
    assert told == "ready\n", f"it ended before: {child.returncode}"
    return float(pss) / 2**20
