"""The skin of the lower back as a sum of named smooth fields, in mm towards the viewer."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d
from window import Field, Window

DIMPLE_MM = (45.0, 0.0)  # over the posterior superior iliac spine
# the hip bone's upper edge as it shows under the skin, from the spine outward
CREST_MM = ((56, 14), (66, 30), (80, 44), (97, 51), (113, 46), (126, 32), (133, 16))


@dataclass(frozen=True)
class Trunk:
    """Where the silhouette lies in each row: its middle and half its width, (rows, 1), in mm."""

    middle: Field
    half_width: Field


def trunk_of(body: Field, window: Window) -> Trunk:
    """Measured off the filled outline of the skin, one value a row."""
    area = np.maximum(body.sum(1), 1.0)
    middle = (body * window.x).sum(1) / area
    calm = 2 * window.px_mm  # single rows are a fraction of a pixel off, and raking light would show it
    middle, half_width = (gaussian_filter1d(row, calm, mode="nearest") for row in (middle, area / window.px_mm / 2))
    return Trunk(middle.astype(np.float32)[:, None], half_width.astype(np.float32)[:, None])


def height_of_skin(body: Field, window: Window) -> Field:
    """The sum of all fields below."""
    trunk = trunk_of(body, window)
    x, y = window.x - trunk.middle, window.y * np.ones_like(window.x)
    height = roundness(x, y, trunk.half_width)
    out = outward(x)
    for field in FIELDS:
        height = height + field(out, y)
    return height.astype(np.float32)


def height_of_flesh(body: Field, window: Window, below_mm: float) -> Field:
    """The same body under the skin: its great masses without the skin's hollows and lines."""
    trunk = trunk_of(body, window)
    x, y = window.x - trunk.middle, window.y * np.ones_like(window.x)
    out = outward(x)
    masses = sum(field(out, y) for field in MASSES)
    return np.asarray(roundness(x, y, trunk.half_width) + masses - below_mm, np.float32)


def outward(x: Field) -> Field:
    """Distance from the midline, rounded off there so that both sides meet without an edge."""
    return np.asarray(x * np.tanh(x / 4), np.float32)


def rise(value: Field, start: float, end: float) -> Field:
    """0 before `start`, 1 after `end`, smooth between; `start` may be the greater."""
    t = np.clip((value - start) / (end - start), 0, 1)
    return np.asarray(t * t * t * (t * (t * 6 - 15) + 10), np.float32)


def bump(across: Field, along: Field, width: float, length: float, power: float = 1.0) -> Field:
    """A round mound of height 1: Gaussian for power 1, flatter on top with more."""
    return np.asarray(np.exp(-(((across / width) ** 2 + (along / length) ** 2) ** power)), np.float32)


def roundness(x: Field, y: Field, half_width: Field) -> Field:
    """The trunk as a flattened cylinder: nearly plane behind, turning away at the flanks."""
    depth = 62 + 14 * rise(y, 60, -60)
    u = np.clip(np.abs(x) / half_width, 0, 1)
    return np.asarray(depth * (np.clip(1 - u**2.3, 0, 1) ** 0.5 - 1), np.float32)


def sway(_out: Field, y: Field) -> Field:
    """The hollow of the back seen from the side: ribs and sacrum stand out behind the loins."""
    return 15 * rise(y, 70, 230) + 15 * rise(y, 105, -30)


def erector_columns(out: Field, y: Field) -> Field:
    """The long muscles beside the spine, highest some 37 mm out, gone before they reach the sacrum."""
    top = 29 + 9 * rise(y, 10, 110)
    width = np.where(out < top, 17 + 3 * rise(y, 20, 90), 22 + 7 * rise(y, 30, 120))
    swelling = rise(y, -6, 105) * (1 - 0.3 * rise(y, 105, 200))
    return np.asarray(6.8 * np.exp(-(((out - top) / width) ** 2)) * swelling, np.float32)


def lateral_groove(out: Field, y: Field) -> Field:
    """The shallow trough outside the columns, where the flank begins."""
    return np.asarray(-2.2 * np.exp(-(((out - 78 - 0.05 * (y - 100)) / 15) ** 2)) * rise(y, 40, 110), np.float32)


def furrow(out: Field, y: Field) -> Field:
    """The valley over the spinous processes: soft, wider and shallower towards the sacrum."""
    width = 9.0 + 7 * rise(y, 95, 10)
    return np.asarray(-5.2 * np.exp(-((out / width) ** 1.7)) * rise(y, -6, 112), np.float32)


def spinous_knobs(out: Field, y: Field) -> Field:
    """The tips of the lumbar spines just felt in the furrow."""
    return np.asarray(sum(0.4 * bump(out, y - tip, 5.5, 8) for tip in (156, 125, 94, 68, 44)), np.float32)


def lumbosacral_hollow(out: Field, y: Field) -> Field:
    """The dip above the sacrum, the rhombus's upper corner."""
    return -1.5 * bump(out, y - 34, 17, 17)


def sacral_plane(out: Field, y: Field) -> Field:
    """The flat triangle between the dimples and the cleft, a little raised in the middle."""
    return 2.2 * bump(out, y + 3, 27, 27, 1.2)


def sacral_edges(out: Field, y: Field) -> Field:
    """The shallow lines from the dimples down to the cleft, where the buttocks begin."""
    middle = 38 + 0.62 * (y + 8)
    return np.asarray(-2.0 * np.exp(-(((out - middle) / 13) ** 2)) * rise(y, 6, -20) * rise(y, -62, -34), np.float32)


def buttocks(out: Field, y: Field) -> Field:
    """The two gluteal masses: full below and outside, rising gently from the sacral triangle."""
    great = 36 * bump(out - 68, y + 98, 58, 78, 1.25)
    outer = 9 * bump(out - 104, y + 42, 44, 50)
    return great + outer


def gluteus_medius(out: Field, y: Field) -> Field:
    """The fullness below the crest, over the wing of the hip bone."""
    return 6.0 * bump(out - 94, y - 4, 34, 33)


def flank(out: Field, y: Field) -> Field:
    """The soft roll above the crest."""
    return 4.6 * bump(out - 106, y - 74, 28, 25)


def crest_line(out: Field, y: Field) -> Field:
    """The iliac crest: a faint groove below the flank's roll, lost towards the dimple."""
    return -2.0 * _along_line(out, y, CREST_MM, 9.0) * rise(out, 54, 92)


def upper_pits(out: Field, y: Field) -> Field:
    """The higher, outer dip in the bend of the crest."""
    return -1.3 * bump(out - 66, y - 40, 14, 13)


def cleft(out: Field, y: Field) -> Field:
    """The upper end of the natal cleft: a shallow funnel that narrows and deepens downwards."""
    below = rise(y, -30, -96)
    funnel = -13 * np.exp(-((out / (24 - 10 * below)) ** 1.7)) * rise(y, -20, -104)
    fold = -13 * np.exp(-((out / 2.9) ** 1.3)) * rise(y, -36, -96)
    return np.asarray(funnel + fold, np.float32)


def dimples(out: Field, y: Field) -> Field:
    """The subject: hollows some 3 mm deep and 20 mm wide with smooth rims, a little oblique."""
    across = 0.91 * (out - DIMPLE_MM[0]) + 0.42 * (y - DIMPLE_MM[1])
    along = 0.91 * (y - DIMPLE_MM[1]) - 0.42 * (out - DIMPLE_MM[0])
    return -3.1 * bump(across, along, 9.4, 8.2, 1.15) - 1.6 * bump(across, along, 22, 17)


def _along_line(x: Field, y: Field, line: tuple[tuple[float, float], ...], width: float) -> Field:
    """A soft bar of height 1 along a polyline: many round blobs, added up, so that it has no seam."""
    points = np.asarray(line, float)
    reach = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.arange(0, reach[-1], width / 2)
    blobs = (
        np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / width**2)
        for cx, cy in zip(np.interp(at, reach, points[:, 0]), np.interp(at, reach, points[:, 1]), strict=True)
    )
    return np.asarray(sum(blobs) * np.float32(0.5 / np.sqrt(np.pi)), np.float32)


FIELDS: tuple[Callable[[Field, Field], Field], ...] = (
    sway,
    erector_columns,
    lateral_groove,
    furrow,
    spinous_knobs,
    lumbosacral_hollow,
    sacral_plane,
    sacral_edges,
    buttocks,
    gluteus_medius,
    flank,
    crest_line,
    upper_pits,
    cleft,
    dimples,
)

# what stays of it under skin and fat, where columns and furrow stand out twice as much
MASSES = (sway, erector_columns, erector_columns, furrow, furrow, buttocks, gluteus_medius)
