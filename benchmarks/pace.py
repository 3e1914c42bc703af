"""How fast the machine is just now: the time of a fixed piece of work, of the kinds that the program does."""

import time
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from benchmarks.figure import Figure, percentile

TIMES = 100
ROUNDS, POINTS, SMALL, LARGE = 20_000, 26_000, (340, 305), (510, 458)


def measure() -> Iterator[Figure]:
    """Percentiles in ms."""
    times = sorted(_worked() for _ in range(TIMES))
    for share in (0.0, 0.5, 0.95):
        yield Figure("pace", f"a fixed piece of work, p{round(100 * share)}", percentile(times, share), "ms")


def _worked() -> float:
    """Do it once, in ms: plain Python, arrays as large as a sketched body's, a picture drawn larger."""
    values = np.linspace(0, 1, POINTS, dtype=np.float32)
    picture, onto = (QImage(*size, QImage.Format.Format_ARGB32_Premultiplied) for size in (SMALL, LARGE))
    picture.fill(0x80FFFFFF)
    onto.fill(0)
    painter = QPainter(onto)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    began = time.perf_counter()
    total = 0
    for number in range(ROUNDS):
        total += number % 7
    for _ in range(20):
        values = np.sqrt(values * values + np.float32(0.1))
        np.minimum(values, 1, out=values)
    painter.drawImage(QRectF(0, 0, *LARGE), picture)
    took = (time.perf_counter() - began) * 1000
    painter.end()
    return took
