"""The plate's window as a raster: from millimetres to pixels."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Field: TypeAlias = NDArray[np.float32]

LEFT_MM, TOP_MM, WIDTH_MM, HEIGHT_MM = -170.0, 190.0, 340.0, 305.0
CLIFF_MM = 1.0  # a greater step within one pixel of the picture is the edge of something in front


@dataclass(frozen=True)
class Window:
    """The whole plate at `px_mm` pixels a millimetre; x to the right, y up, row 0 at the top."""

    px_mm: float

    @property
    def shape(self) -> tuple[int, int]:
        """Rows, columns."""
        return round(HEIGHT_MM * self.px_mm), round(WIDTH_MM * self.px_mm)

    @cached_property
    def x(self) -> Field:
        """The pixels' centres in mm, one row."""
        columns = np.arange(self.shape[1], dtype=np.float32)
        return (LEFT_MM + (columns + 0.5) / self.px_mm).astype(np.float32)[None, :]

    @cached_property
    def y(self) -> Field:
        """The pixels' centres in mm, one column."""
        rows = np.arange(self.shape[0], dtype=np.float32)
        return (TOP_MM - (rows + 0.5) / self.px_mm).astype(np.float32)[:, None]

    def to_pixels(self, points_mm: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, 2) points in mm as (column, row) in pixels, where a pixel's centre is at a half."""
        return np.column_stack([(points_mm[:, 0] - LEFT_MM) * self.px_mm, (TOP_MM - points_mm[:, 1]) * self.px_mm])


def mean_of_blocks(values: Field, factor: int) -> Field:
    """The mean over factor x factor pixels, (rows, columns) or (rows, columns, channels)."""
    rows, columns = values.shape[0] // factor, values.shape[1] // factor
    return np.asarray(values.reshape(rows, factor, columns, factor, *values.shape[2:]).mean((1, 3)), np.float32)


class Relief(NamedTuple):
    """A relief at the pixels of the plate's pictures."""

    height: Field  # mm towards the viewer; at a cliff, of what is in front; NaN where there is no body
    front: Field  # at a cliff, how much of the pixel is in front, 0..1; elsewhere 1


def coarser(height: Field, body: Field, factor: int) -> Relief:
    """Of factor x factor pixels the mean height, or at a cliff that of what is in front, and how much of them it is."""
    rows, columns = height.shape[0] // factor, height.shape[1] // factor
    square = np.where(body > 0.5, height, np.nan).reshape(rows, factor, columns, factor)
    blocks = square.swapaxes(1, 2).reshape(rows, columns, factor * factor)
    known = ~np.isnan(blocks)
    highest, lowest = np.where(known, blocks, -np.inf).max(2), np.where(known, blocks, np.inf).min(2)
    is_front = known & (blocks > (highest - np.maximum(highest - lowest, CLIFF_MM) / 2)[..., None])
    count = np.maximum(is_front.sum(2), 1)
    mean = np.where(is_front, blocks, 0).sum(2) / count
    is_cliff = highest - lowest > CLIFF_MM
    whole = np.where(known, blocks, 0).sum(2) / np.maximum(known.sum(2), 1)
    found = np.where(known.any(2), np.where(is_cliff, mean, whole), np.nan)
    front = np.where(is_cliff, count / np.maximum(known.sum(2), 1), 1)
    return Relief(found.astype(np.float32), front.astype(np.float32))
