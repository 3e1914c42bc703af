"""Prints every figure of the program with its bound."""

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from benchmarks.figure import Figure

PACE = "pace"
# What the program says before NumPy and Qt are loaded; not imported from it, for memory is measured with neither here.
AS_THE_PROGRAM = ("OPENBLAS_NUM_THREADS", "QT_NO_GUI_THREADPOOL")
PARTS = (
    "memory",
    "size",
    "content",
    "authoring",
    "input",
    "lens",
    "light",
    "whatif",
    "decide",
    "takeaway",
    "search",
    "relief",
    "start",
)


def main(wanted: list[str]) -> int:
    """Measure the wanted parts, or all, with how fast the machine is after each; 1 if a figure is over its bound."""
    figures: list[Figure] = []
    for variable in AS_THE_PROGRAM:
        os.environ.setdefault(variable, "1")
    for part in (each for name in wanted or PARTS for each in (name, PACE)):
        measure: Callable[[], Iterator[Figure]] = import_module(f"benchmarks.{part}").measure
        for figure in measure():
            print(figure, flush=True)
            figures.append(figure)
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
