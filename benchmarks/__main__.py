"""Prints every figure of the program with its bound."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from benchmarks.figure import Figure

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
    """Measure the wanted parts, or all; 1 if a figure is over its bound."""
    figures: list[Figure] = []
    for part in wanted or PARTS:
        measure: Callable[[], Iterator[Figure]] = import_module(f"benchmarks.{part}").measure
        for figure in measure():
            print(figure, flush=True)
            figures.append(figure)
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
