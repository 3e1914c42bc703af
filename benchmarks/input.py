"""From a person's act to the end of the paint that answers it, in a real window without a screen."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt  # the platform is chosen before
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figure import Figure, percentile
from dimples_gui.app import Program, look_for_garbage
from dimples_gui.main_window import MainWindow
from dimples_gui.options import Options

TIMES = 300
SIZES = ((1280, 800), (1920, 1080))


class Painted(QObject):
    """Notes when a widget has last been painted."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count paints; they are timed by the round of the event loop that does them."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def measure() -> Iterator[Figure]:
    """95th percentiles in ms."""
    with own_home() as folder:
        for size in SIZES:
            with opened(folder, size) as window:
                yield from _at(size, window)


@contextmanager
def own_home() -> Iterator[Path]:
    """A home for a while: nothing of the person who measures is read or written."""
    with tempfile.TemporaryDirectory() as folder:
        for variable in ("HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = folder
        yield Path(folder)


@contextmanager
def opened(folder: Path, size: tuple[int, int]) -> Iterator[MainWindow]:
    """The program's window, shown and at rest; closed in the end."""
    program = Program(Options(shot=folder / "unused.png", size=size))
    window = program.window
    window.show()
    rest()
    yield window
    window.close()
    window.deleteLater()


def _at(size: tuple[int, int], window: MainWindow) -> Iterator[Figure]:
    """All acts in a window of one size."""
    look_for_garbage()  # as the program does after its start
    name = f"{size[0]}x{size[1]}"
    bounded = size == SIZES[0]
    for act, steps, bound in (
        ("click to painted panel and plate", _clicks(window), 16.7),
        ("hover", _hovers(window), 4.0),
        ("pan", _pans(window), 8.0),
        ("zoom", _zooms(window), 8.0),
        ("depth slider", _depths(window), None),
        ("badge opened or closed", _badges(window), 16.7),
    ):
        watch = Painted([window.canvas, window.panel.page.viewport()])
        times = [timed(step) for step in islice(steps, TIMES)]
        assert watch.count >= TIMES // 4, f"{act}: only {watch.count} paints"
        yield Figure("input", f"{act}, {name}, p95", percentile(times, 0.95), "ms", bound if bounded else None)


def timed(step: Callable[[], object]) -> float:
    """Do one act, lay out and paint; in ms. What comes after the paint (screen readers’ buttons) is not timed."""
    began = time.perf_counter()
    step()
    QApplication.sendPostedEvents()
    took = (time.perf_counter() - began) * 1000
    QApplication.processEvents()
    return took


def rest(seconds: float = 0.3) -> None:
    """Let what is deferred be done."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()


def _clicks(window: MainWindow) -> Iterator[Callable[[], object]]:
    """Hotspots of the skin in turn."""
    window.navigator.show(window.navigator.scene._replace(depth=0.0, zoom=0.0))
    rest()
    spots = [window.canvas.point_of(entry) for entry in window.atlas.entries]
    for spot in cycle(spot.toPoint() for spot in spots if spot is not None):
        yield partial(QTest.mouseClick, window.canvas, Qt.MouseButton.LeftButton, pos=spot)


def _hovers(window: MainWindow) -> Iterator[Callable[[], object]]:
    """On a hotspot and off it."""
    spots = [window.canvas.point_of(entry) for entry in window.atlas.entries]
    ground = QPoint(5, 5)
    for there in cycle(point for spot in spots if spot is not None for point in (spot.toPoint(), ground)):
        yield partial(QTest.mouseMove, window.canvas, there)


def _pans(window: MainWindow) -> Iterator[Callable[[], object]]:
    """A drag of many small steps, at twice life size, over the bones."""
    window.navigator.show(window.navigator.scene._replace(depth=4.0, zoom=2.0, x=0.0, y=40.0))
    rest()
    middle = window.canvas.rect().center()
    QTest.mousePress(window.canvas, Qt.MouseButton.LeftButton, pos=middle)
    for number in range(TIMES):
        there = middle + QPoint(7 * (number % 40 if number % 80 < 40 else 40 - number % 40), 3 * (number % 30))
        yield partial(QTest.mouseMove, window.canvas, there)
    QTest.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, pos=middle)


def _zooms(window: MainWindow) -> Iterator[Callable[[], object]]:
    """The wheel, notch by notch, in and out again, over the bones; redrawing crisp between turns counts too."""
    QTest.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, pos=window.canvas.rect().center())
    spot = QPointF(window.canvas.rect().center())
    for number in range(TIMES):
        angle = 120 if number % 16 < 8 else -120
        yield partial(_wheel, window, spot, angle)


def _wheel(window: MainWindow, spot: QPointF, angle: int) -> None:
    """One notch of the wheel."""
    there = QPointF(window.canvas.mapToGlobal(spot.toPoint()))
    none, still = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(spot, there, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, none, still, False)
    QApplication.sendEvent(window.canvas, event)


def _depths(window: MainWindow) -> Iterator[Callable[[], object]]:
    """From skin to bone and back in small steps."""
    window.canvas.fit()
    rest()
    for number in range(TIMES):
        depth = 4 - abs(4 - (number * 0.11) % 8)
        yield partial(window.navigator.set_depth, depth)


def _badges(window: MainWindow) -> Iterator[Callable[[], object]]:
    """What is behind a badge, shown and put away."""
    window.navigator.show(window.navigator.scene._replace(name="dimple", depth=0.0))
    rest()
    for _ in range(TIMES):
        yield lambda: window.navigator.toggle_claim("c9")
