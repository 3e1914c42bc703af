"""The plate's window as a raster: from millimetres to pixels."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Field: TypeAlias = NDArray[np.float32]

LEFT_MM, TOP_MM, WIDTH_MM, HEIGHT_MM = -170.0, 190.0, 340.0, 305.0


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
