"""Bytes on disk: pictures, fonts, outlines."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure

ASSETS = Path(__file__).parent.parent / "assets"


def measure() -> Iterator[Figure]:
    """Sizes in MB."""
    for name, pattern, bound in (
        ("pictures of the plate", "plates/**/*.png", 8.0),
        ("outlines of the plate", "plates/*.svg", 5.0),
        ("fonts, not yet cut", "fonts/*.ttf", None),
    ):
        total = sum(file.stat().st_size for file in ASSETS.glob(pattern))
        yield Figure("size", name, total / 1e6, "MB", bound)
