"""From a move of a slider to the end of the paint that answers it: the body, the cut across it, and the chart."""

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

import psutil
from PySide6.QtWidgets import QScrollArea, QWidget

from benchmarks.figure import Figure, percentile
from benchmarks.input import TIMES, Painted, opened, own_home, rest, timed
from dimples_gui.app import look_for_garbage
from dimples_gui.body.build import DEFAULT, DEFAULT_MAN, Build, fat_range
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.main_window import MainWindow
from dimples_gui.scene import BOTH, WHATIF, Scene

SIZE = (1280, 800)
WARM, MOVES = 500, 10_000  # memory is looked at after so many
FEW, READINGS, REST_S = 20, 12, 1.5
ROUNDS = 3
BOUND_MS, GROWTH_MIB = 16.7, 2.0


def measure() -> Iterator[Figure]:
    """95th percentiles in ms; and what memory grows by."""
    with own_home() as folder, opened(folder, SIZE) as window:
        window.navigator.show(Scene(WHATIF))
        _settle(window)
        yield from _sliders(window, "plate, chart")
        window.navigator.show_plate(BOTH)
        rest(REST_S)
        yield from _sliders(window, "plate, section, chart")
        yield _growth(window)


def _settle(window: MainWindow) -> None:
    """The panel has been read before a slider is moved, and the chart is in view."""
    while not window.canvas.follows_sliders:
        rest()
    for area in window.findChildren(QScrollArea):
        for part in area.findChildren(QWidget):
            if type(part).__name__ == "Chart":
                area.ensureWidgetVisible(part)
    rest()
    look_for_garbage()  # as the program does after its start


def _sliders(window: MainWindow, seen: str) -> Iterator[Figure]:
    """Each slider in small steps, and body fat under each explanation; of some rounds the quietest, and the worst."""
    rounds: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, bodies in (("body fat", _fats), ("muscle", _muscles), ("tether", _tethers), ("sex", _sexes)):
            rounds.setdefault(name, []).append(_slider(window, name, bodies()))
        for explanation in EXPLANATIONS[1:]:
            window.navigator.set_explanation(explanation.id)
            rest()
            name = f"body fat, {explanation.id}"
            rounds.setdefault(name, []).append(_slider(window, name, _fats()))
        window.navigator.set_explanation(EXPLANATIONS[0].id)
        rest()
    for name, found in rounds.items():
        yield Figure("whatif", f"{name}: {seen}, p95", min(found), "ms", BOUND_MS)
        yield Figure("whatif", "  in the worst round", max(found), "ms")


def _slider(window: MainWindow, name: str, bodies: Iterator[Build]) -> float:
    """The time that a step takes, 95th percentile in ms."""
    parts = _shown(window)
    watches = [Painted([part]) for part in parts]
    steps: Iterator[Callable[[], object]] = (partial(window.navigator.set_build, body) for body in bodies)
    times = [timed(step) for step in islice(steps, TIMES)]
    for part, watch in zip(parts, watches, strict=True):
        assert watch.count >= TIMES // 2, f"{name}: {type(part).__name__} was painted only {watch.count} times"
    return percentile(times, 0.95)


def _shown(window: MainWindow) -> list[QWidget]:
    """What has to answer: those of the plates and the chart that are in view."""
    kinds = {"PlateCanvas", "SectionCanvas", "Chart"}
    parts = [part for part in window.findChildren(QWidget) if type(part).__name__ in kinds]
    return [part for part in parts if not part.visibleRegion().isEmpty()]


def _growth(window: MainWindow) -> Figure:
    """What memory of its own the program takes more after many moves; at rest, before and after, in the same body.

    The least of some readings, with a few moves and a rest before each: in which pieces the C library gets hold of the
    large pictures of a body at rest, and how much lies free between them, differs by more than 10 MiB from one rest to
    the next.
    """
    process, bodies = psutil.Process(), _fats()

    def reading() -> int:
        for body in islice(bodies, FEW):
            timed(partial(window.navigator.set_build, body))
        window.navigator.set_build(DEFAULT_MAN)
        rest(REST_S)  # worked out in full, and what that took given back
        gc.collect()
        if sys.platform == "linux":
            ctypes.CDLL(None).malloc_trim(0)
        return int(process.memory_full_info().uss)

    def least() -> int:
        return min(reading() for _ in range(READINGS))

    for body in islice(bodies, WARM):
        timed(partial(window.navigator.set_build, body))
    before = least()
    for body in islice(bodies, MOVES):
        timed(partial(window.navigator.set_build, body))
    grown = (least() - before) / 2**20
    return Figure("whatif", f"memory, more after {MOVES:,} moves", grown, "MiB", GROWTH_MIB)


def _fats() -> Iterator[Build]:
    """From the leanest to the fattest woman and back, over and over; no two neighbours are alike."""
    low, high = fat_range(DEFAULT.sex)
    return (DEFAULT._replace(fat=low + share * (high - low)) for share in _to_and_fro())


def _muscles() -> Iterator[Build]:
    return (DEFAULT._replace(muscle=share) for share in _to_and_fro())


def _tethers() -> Iterator[Build]:
    return (DEFAULT._replace(tether=share) for share in _to_and_fro())


def _sexes() -> Iterator[Build]:
    return (DEFAULT.with_sex(share) for share in _to_and_fro())


def _to_and_fro(steps: int = 97) -> Iterator[float]:
    """From 0 to 1 and back."""
    number = 0
    while True:
        yield abs(1 - (number / steps) % 2)
        number += 1
