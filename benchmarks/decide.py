"""From the wish to see what helps to decide to the end of the paint that shows it, in the whole window."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from benchmarks.figure import Figure, percentile
from benchmarks.input import Painted, opened, own_home, rest, timed
from dimples_gui.app import look_for_garbage
from dimples_gui.main_window import MainWindow
from dimples_gui.scene import FIND, HOME, LOOKALIKES, OPTIONS, REDFLAGS, TRUTHS

SIZE = (1280, 800)
TIMES = 60
FIRST_MS, AGAIN_MS = 150.0, 33.0


def measure() -> Iterator[Figure]:
    """The first opening of each panel, and the 95th percentile of all later ones, in ms."""
    with own_home() as folder, opened(folder, SIZE) as window:
        look_for_garbage()  # as the program does after its start
        for name in (OPTIONS, LOOKALIKES, REDFLAGS, TRUTHS, FIND):
            yield from _opened(window, name)


def _opened(window: MainWindow, name: str) -> Iterator[Figure]:
    """One panel, from home and back, over and over."""
    yield Figure("decide", f"{name}, opened first", _open(window, name), "ms", FIRST_MS)
    panel = window.parts.beside.current()
    watch = Painted([panel, *panel.findChildren(QWidget)])
    times = [_open(window, name) for _ in range(TIMES)]
    assert watch.count >= TIMES, f"{name} was painted only {watch.count} times"
    yield Figure("decide", f"{name}, opened again, p95", percentile(times, 0.95), "ms", AGAIN_MS)


def _open(window: MainWindow, name: str) -> float:
    """From home; in ms."""
    window.navigator.go_to_entry(HOME)
    rest(0.05)
    return timed(lambda: window.navigator.go_to_entry(name))
