"""From a move of the lens to the end of the paint that answers it: the deeper layer, its hotspots, the names around."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from math import cos, sin

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from benchmarks.figure import Figure, percentile
from benchmarks.input import SIZES, TIMES, Painted, opened, own_home, rest, timed
from dimples_gui.app import look_for_garbage
from dimples_gui.main_window import MainWindow
from dimples_gui.scene import Scene
from dimples_gui.tool_commands import tools_of

CASES = (
    (SIZES[0], Scene(depth=1.0, labels=True, hotspots=True), "fat, all marked", 12.0),
    (SIZES[0], Scene(depth=1.0, labels=True, lamp=(20.0, 30.0)), "fat, lamp elsewhere", 12.0),
    (SIZES[0], Scene(depth=3.0, labels=True, zoom=4.0, x=45.0), "ligament, at 400 %", 12.0),
    (SIZES[1], Scene(depth=1.0, labels=True), "fat", 20.0),
)


def measure() -> Iterator[Figure]:
    """95th percentiles in ms."""
    with own_home() as folder:
        for size, scene, name, bound in CASES:
            with opened(folder, size) as window:
                yield _at(window, scene, f"lens, {name}, {size[0]}x{size[1]}, p95", bound)


def _at(window: MainWindow, scene: Scene, name: str, bound: float) -> Figure:
    """Round and round over the plate."""
    window.navigator.show(scene)
    rest(2.0)
    tools = tools_of(window)
    tools.toggle("lens")
    rest()
    look_for_garbage()  # as the program does after its start
    middle, watch = window.canvas.rect().center(), Painted([tools.lens])
    steps = (
        partial(QTest.mouseMove, tools.lens, middle + QPoint(round(180 * cos(at / 20)), round(150 * sin(at / 20))))
        for at in range(TIMES)
    )
    times = [timed(step) for step in islice(steps, TIMES)]
    assert watch.count >= TIMES // 2, f"{name}: only {watch.count} paints"
    return Figure("lens", name, percentile(times, 0.95), "ms", bound)
