"""What reckoning with pictures needs: parts of them, and room that is kept."""

from __future__ import annotations

from math import prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Part: TypeAlias = tuple[slice, slice]  # rows and columns, from somewhere to somewhere


class Desk:
    """Room to reckon in, kept from one picture to the next: to ask for memory anew takes longer than the light."""

    def __init__(self) -> None:
        """No room yet."""
        self._sheets: dict[str, NDArray[np.uint8]] = {}

    def sheet(self, name: str, shape: tuple[int, ...], kind: type[np.generic]) -> NDArray[Any]:
        """An array of that shape and kind; whatever was left on the sheet of that name is in it."""
        size = prod(shape) * np.dtype(kind).itemsize
        sheet = self._sheets.get(name)
        if sheet is None or sheet.size < size:
            sheet = self._sheets[name] = np.empty(size, np.uint8)
        return sheet[:size].view(kind).reshape(shape)


def common(one: Part, other: Part) -> Part:
    """What lies in both."""
    rows, columns = (slice(max(a.start, b.start), min(a.stop, b.stop)) for a, b in zip(one, other, strict=True))
    return rows, columns


def counted_from(origin: Part, part: Part) -> Part:
    """A part, counted from where another one begins."""
    rows, columns = (slice(b.start - a.start, b.stop - a.start) for a, b in zip(origin, part, strict=True))
    return rows, columns
