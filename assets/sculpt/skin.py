"""The skin of the default build, and the flesh below it, on the raster that the deeper layers are sculpted on."""

import numpy as np
from scipy.ndimage import zoom
from window import Field, Window

from dimples_gui.body.build import DEFAULT
from dimples_gui.body.fields import FIELDS
from dimples_gui.body.shapes import bump
from dimples_gui.body.skin import PIXEL_MM, SINK_MM, grid, relief
from dimples_gui.body.trunk import torso

__all__ = ["bump", "height_of_flesh", "height_of_skin"]

# What stays of the skin's fields under skin and fat, and how many times as much: columns and furrow stand out there.
MASSES = {
    "sway": 1.0,
    "columns": 2.0,
    "column crowns": 1.6,
    "furrow": 1.6,
    "broad furrow": 1.6,
    "buttocks": 1.0,
    "middle gluteal": 1.0,
}
FLATTER = 0.88  # the flesh turns away less than the skin at the flanks: so it ends within it


def height_of_skin(window: Window) -> Field:
    """The skin's relief, mm towards the viewer."""
    return _on(window, relief(DEFAULT))


def height_of_flesh(window: Window, below_mm: float) -> Field:
    """The same body under the skin: its great masses without the skin's hollows and lines."""
    x, y = grid()
    flesh = FLATTER * torso(x, y, DEFAULT) + np.float32(SINK_MM - below_mm)
    for field in FIELDS:
        flesh = flesh + np.float32(MASSES.get(field.name, 0)) * field(x, y, DEFAULT)
    return _on(window, flesh)


def _on(window: Window, height: Field) -> Field:
    """A relief of the plate's grid on a finer raster; it is smooth, so nothing is lost between its pixels."""
    finer = window.px_mm * PIXEL_MM
    return np.asarray(zoom(height, finer, order=3, mode="nearest", grid_mode=True), np.float32)
