"""From a move of the lamp or the depth slider to the end of the paint that answers it, two layers mixed, with names."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from benchmarks.figure import Figure, percentile
from benchmarks.input import TIMES, Painted, opened, own_home, rest, timed
from dimples_gui.app import look_for_garbage
from dimples_gui.main_window import MainWindow
from dimples_gui.plate.lamp import Lamp
from dimples_gui.scene import Scene

WHOLE = Scene(depth=2.6, labels=True)  # between muscle and ligament
NEAR = WHOLE._replace(zoom=4.0, x=45.0, y=0.0)
CASES = (
    ((1280, 800), WHOLE, "whole plate", 12.0),
    ((1920, 1080), WHOLE, "whole plate", 20.0),
    ((1280, 800), NEAR, "at 400 %", 16.7),
)


def measure() -> Iterator[Figure]:
    """95th percentiles in ms."""
    with own_home() as folder:
        for size, scene, name, bound in CASES:
            with opened(folder, size) as window:
                yield from _at(window, scene, f"{name}, {size[0]}x{size[1]}", bound)


def _at(window: MainWindow, scene: Scene, name: str, bound: float) -> Iterator[Figure]:
    """The lamp, and the slider under a lamp that stands elsewhere than the shipped pictures' one."""
    window.navigator.show(scene)
    window.canvas.prepare_light()
    rest(3.0)
    look_for_garbage()  # as the program does after its start
    acts: tuple[tuple[str, Iterator[Callable[[], object]], float | None], ...] = (
        ("lamp", _lamps(window), bound),
        ("lamp come to rest", _rests(window), None),
        ("depth slider", _depths(window), bound),
    )
    for act, steps, most in acts:
        watch = Painted([window.canvas])
        times = [timed(step) for step in islice(steps, TIMES)]
        assert watch.count >= TIMES // 2, f"{act}: only {watch.count} paints"
        yield Figure("light", f"{act}, {name}, p95", percentile(times, 0.95), "ms", most)


def _lamps(window: MainWindow) -> Iterator[Callable[[], object]]:
    """Twice around the plate, rising and sinking."""
    for number in range(TIMES):
        lamp = Lamp((135 + 2.4 * number) % 360, 35 + 18 * ((number % 50) / 25 - 1))
        yield partial(window.navigator.set_lamp, *lamp)


def _rests(window: MainWindow) -> Iterator[Callable[[], object]]:
    """The same, and each time in full at once: what is else painted when the lamp has stood still for a moment."""

    def put(lamp: Lamp) -> None:
        window.navigator.set_lamp(*lamp)
        window.canvas.settle()

    for number in range(TIMES):
        yield partial(put, Lamp((135 + 2.4 * number) % 360, 30.0))


def _depths(window: MainWindow) -> Iterator[Callable[[], object]]:
    """From skin to bone and back in small steps."""
    for number in range(TIMES):
        yield partial(window.navigator.set_depth, 4 - abs(4 - (number * 0.11) % 8))
