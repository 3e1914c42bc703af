"""The surface of a layer from the pictures that it is kept as."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from dimples_gui.plate.lit import COLUMNS, MANNERS, ROWS, Surface, from_steps


def surface_of(layer: str, relief: QImage, colour: QImage, openness: QImage) -> Surface | None:
    """The surface; None if a picture has another size, or there is no such layer.

    `openness` has how open a pixel is to the sky as its grey, and how much of it is in front as its opacity.
    """
    if layer not in MANNERS or any(
        (part.width(), part.height()) != (COLUMNS, ROWS) for part in (relief, colour, openness)
    ):
        return None
    steps = _pixels(relief.convertToFormat(QImage.Format.Format_Grayscale16), np.uint16)
    colours = _pixels(colour.convertToFormat(QImage.Format.Format_ARGB32), np.uint8, 4)
    free = _pixels(openness.convertToFormat(QImage.Format.Format_ARGB32), np.uint8, 4)
    return Surface(from_steps(steps[..., 0]), colours, free[..., [0, 3]], MANNERS[layer])


def _pixels(image: QImage, kind: type[np.generic], channels: int = 1) -> NDArray[Any]:
    """A copy of an image's pixels: (rows, columns, channels)."""
    rows, columns = image.height(), image.width()
    lines = np.frombuffer(image.constBits(), kind).reshape(rows, -1)
    return lines[:, : columns * channels].reshape(rows, columns, channels).copy()
