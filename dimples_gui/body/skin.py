"""The skin of the lower back as a relief: the trunk, the named fields and the dimples, added up."""

from functools import cache
from typing import NamedTuple

import numpy as np

from dimples_gui.body.build import Build
from dimples_gui.body.dimple import SPINE_MM, dimple_depth_mm, fat_missing_mm
from dimples_gui.body.fields import FIELDS, hollow
from dimples_gui.body.shapes import Field
from dimples_gui.body.trunk import half_width, torso

PIXEL_MM = 0.5
LEFT_MM, TOP_MM = -170.0, 190.0
ROWS, COLUMNS = 610, 680
HALF = COLUMNS // 2
SINK_MM = -10.0  # lays the skin over the bones of the bone layer, whose depths are halved as in a bas-relief
LEVEL_MM = 20.0  # so far about the spine the surface is level, because bone lies right below
SOON_MM = 0.15  # that little missing fat is enough for it
AROUND_SPINE = (slice(220, 540), slice(0, 260))  # the part of the right half that a dimple changes
NOTHING = 2e-5  # of a field's height; there it is cut off

Cut = tuple[slice, slice]


class Piece(NamedTuple):
    """A field's shape on the part of the right half of the grid where it is anything."""

    cut: Cut
    shape: Field


def grid() -> tuple[Field, Field]:
    """The pixels' centres in mm: x (1, 680), y (610, 1); row 0 is the top."""
    x = LEFT_MM + PIXEL_MM * (np.arange(COLUMNS) + 0.5)
    y = TOP_MM - PIXEL_MM * (np.arange(ROWS) + 0.5)
    return x.astype(np.float32)[None, :], y.astype(np.float32)[:, None]


def surface(x: Field, y: Field, build: Build) -> Field:
    """Heights of the skin in mm at any points: x (1, columns) and y (rows, 1) in mm."""
    out = np.abs(x)
    height = torso(out, y, build) + np.float32(SINK_MM)
    for field in FIELDS:
        height += field(out, y, build)
    dent(height, out, y, build)
    return height


def relief(build: Build) -> Field:
    """Heights of the skin on the plate's grid, mm towards the viewer, (610, 680); left mirrors right.

    The first call also makes the fields, about a quarter of a second; later ones only weigh them.
    """
    x, y = _right_half()
    half = torso(x, y, build)
    half += np.float32(SINK_MM)
    for field, piece in zip(FIELDS, _pieces(), strict=True):
        half[piece.cut] += piece.shape * np.float32(field.weight(build))
    rows, columns = AROUND_SPINE
    dent(half[AROUND_SPINE], x[:, columns], y[rows], build, _hollow())
    return np.concatenate([half[:, ::-1], half], axis=1)


def silhouette(build: Build) -> Field:
    """How much of each pixel the body covers, 0..1, (610, 680).

    The default build's agrees with the outline `skin-surface` of the plate to a fraction of a millimetre. That outline
    stays what can be pointed at: other builds are up to some 20 mm wider at the waist, or narrower at the hips.
    """
    x, y = _right_half()
    half = np.clip((half_width(y, build) - x) / np.float32(PIXEL_MM) + np.float32(0.5), 0, 1)
    return np.concatenate([half[:, ::-1], half], axis=1)


def dent(height: Field, x: Field, y: Field, build: Build, shape: Field | None = None) -> None:
    """Press the dimple into the right half's heights, in place: level the ground about the spine, then sink it.

    On level ground the spine is the lowest point, however the body slopes around it and however shallow the dent.
    """
    along, down = _slope_at_spine(height, x, y)
    across, bell = _leaning(x - SPINE_MM[0])
    mirrored = _leaning(-x - SPINE_MM[0])
    upright, tall = _leaning(y - SPINE_MM[1])
    share = np.float32(1 - np.exp(-fat_missing_mm(build) / SOON_MM))
    height -= share * (tall * (along * (across + mirrored[0])) + upright * (down * (bell + mirrored[1])))
    height -= np.float32(dimple_depth_mm(build)) * (hollow(x, y) if shape is None else shape)


def _slope_at_spine(height: Field, x: Field, y: Field) -> tuple[np.float32, np.float32]:
    """How much the surface rises there for each mm to the right, and for each mm up."""
    row, column = int(np.abs(y - SPINE_MM[1]).argmin()), int(np.abs(x - SPINE_MM[0]).argmin())
    right = (height[row, column + 1] - height[row, column - 1]) / (x[0, column + 1] - x[0, column - 1])
    up = (height[row + 1, column] - height[row - 1, column]) / (y[row + 1, 0] - y[row - 1, 0])
    return np.float32(right), np.float32(up)


def _leaning(away: Field) -> tuple[Field, Field]:
    """A slope of 1 that dies out away from 0, and the bell that makes it die out."""
    bell = np.exp(-((away / np.float32(LEVEL_MM)) ** 2))
    return away * bell, bell


@cache
def _right_half() -> tuple[Field, Field]:
    x, y = grid()
    return x[:, HALF:], y


@cache
def _pieces() -> tuple[Piece, ...]:
    x, y = _right_half()
    return tuple(_cropped(field.shape(x, y)) for field in FIELDS)


@cache
def _hollow() -> Field:
    x, y = _right_half()
    rows, columns = AROUND_SPINE
    return hollow(x[:, columns], y[rows])


def _cropped(shape: Field) -> Piece:
    """Only the rows and columns where the shape is anything; one column stands for all."""
    there = np.abs(shape) > NOTHING
    rows, columns = np.flatnonzero(there.any(1)), np.flatnonzero(there.any(0))
    cut = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
    small = np.ascontiguousarray(shape[cut])
    return Piece((cut[0], cut[1] if shape.shape[1] > 1 else slice(None)), small)
