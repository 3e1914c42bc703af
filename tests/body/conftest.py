"""Bodies at random, and points of the plate's grid by their millimetres."""

import numpy as np
import pytest
from hypothesis import strategies as st

from dimples_gui.body.build import Build, fat_range
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.body.shapes import Field
from dimples_gui.body.skin import LEFT_MM, PIXEL_MM, TOP_MM, grid

SHARE = st.floats(0, 1)


def of_fullness(
    sex: float, fullness: float, muscle: float = 0.45, tether: float = 0.7, *, carved: bool = False
) -> Build:
    """A body at a place in the range of fat of its sex."""
    low, high = fat_range(sex)
    return Build(sex, low + fullness * (high - low), muscle, tether, carved)


builds = st.builds(of_fullness, SHARE, SHARE, SHARE, SHARE, carved=st.booleans())
untied = st.builds(of_fullness, SHARE, SHARE, SHARE, tether=st.just(0.0))
explanations = st.sampled_from(EXPLANATIONS)


def cut(left: float, right: float, bottom: float, top: float) -> tuple[slice, slice]:
    """The part of the grid between these millimetres."""
    rows = slice(round((TOP_MM - top) / PIXEL_MM), round((TOP_MM - bottom) / PIXEL_MM))
    return rows, slice(round((left - LEFT_MM) / PIXEL_MM), round((right - LEFT_MM) / PIXEL_MM))


def at(values: Field, x: float, y: float) -> float:
    """The mean of the four pixels about a point."""
    return float(values[cut(x - PIXEL_MM, x + PIXEL_MM, y - PIXEL_MM, y + PIXEL_MM)].mean())


@pytest.fixture(scope="session")
def frame() -> tuple[Field, Field]:
    """The grid's x and y in mm, both (610, 680)."""
    x, y = np.broadcast_arrays(*grid())
    return x, y
