"""The skin of the lower back as a relief: the trunk and the named fields, added up, level about the spines."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dimples_gui.body import dent
from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.dimple import SPINE_MM, dimple_depth_mm, fat_on_spine_mm
from dimples_gui.body.explanation import DRAWN, Explanation
from dimples_gui.body.fields import FIELDS
from dimples_gui.body.shapes import Field, Shape
from dimples_gui.body.trunk import half_width, torso

PIXEL_MM = 0.5
LEFT_MM, TOP_MM = -170.0, 190.0
ROWS, COLUMNS = 610, 680
HALF = COLUMNS // 2
SINK_MM = -10.0  # lays the skin over the bones of the plate, a bas-relief of half their depth (illustrative)
LEVEL_MM = 20.0  # so far about the spine the surface is level, because bone lies right below (illustrative)
SOON_MM = 0.174  # that shallow a dent is enough for it (illustrative)
BODIES = 4  # whose weights are kept: each is asked for several times in a row
NOTHING = 2e-5  # of a field's height; there it is cut off

PROBE_MM = 0.5  # points so far to the right and left of a spine, above and below, say how the surface slopes
PROBE = (
    np.array([[SPINE_MM[0] - PROBE_MM, SPINE_MM[0], SPINE_MM[0] + PROBE_MM]], np.float32),
    np.array([[SPINE_MM[1] + PROBE_MM], [SPINE_MM[1]], [SPINE_MM[1] - PROBE_MM]], np.float32),
)
SHAPES: tuple[Shape, ...] = (*(field.shape for field in FIELDS), *dent.FORMS)

Cut = tuple[slice, slice]


class AtSpine(NamedTuple):
    """How high something stands at a spine, mm, and how much it rises a mm to the right and a mm up."""

    height: float
    right: float
    up: float


class Piece(NamedTuple):
    """A field's shape on the part of the right half of the grid where it is anything."""

    cut: Cut
    shape: Field


def grid() -> tuple[Field, Field]:
    """The pixels' centres in mm: x (1, 680), y (610, 1); row 0 is the top."""
    x = LEFT_MM + PIXEL_MM * (np.arange(COLUMNS) + 0.5)
    y = TOP_MM - PIXEL_MM * (np.arange(ROWS) + 0.5)
    return x.astype(np.float32)[None, :], y.astype(np.float32)[:, None]


@lru_cache(BODIES)
def weights(build: Build, explanation: Explanation = DRAWN) -> tuple[float, ...]:
    """How many mm a build has of each of the shapes."""
    return (*(field.weight(build) for field in FIELDS), *dent.weights(build, explanation))


def surface(x: Field, y: Field, build: Build, explanation: Explanation = DRAWN) -> Field:
    """Heights of the skin in mm at any points: x (1, columns) and y (rows, 1) in mm."""
    out = np.abs(x)
    height = torso(out, y, build) + np.float32(base_mm(build, explanation))
    for shape, weight in zip(ALL_SHAPES, all_weights(build, explanation), strict=True):
        height += np.float32(weight) * shape(out, y)
    return height


def relief(build: Build, explanation: Explanation = DRAWN) -> Field:
    """Heights of the skin on the plate's grid, mm towards the viewer, (610, 680); left mirrors right.

    The first call for another body than the drawn one also makes the fields that are kept, 9 MB in a quarter of a
    second; later ones only weigh them.
    """
    if (build, explanation) == (DEFAULT, DRAWN):
        return _drawn_relief()
    return _weighed(build, explanation, _pieces())


@cache
def _drawn_relief() -> Field:
    relief = _weighed(DEFAULT, DRAWN, _each_piece())
    relief.flags.writeable = False
    return relief


def _weighed(build: Build, explanation: Explanation, pieces: Iterable[Piece]) -> Field:
    x, y = _right_half()
    half = torso(x, y, build)
    half += np.float32(base_mm(build, explanation))
    for weight, piece in zip(all_weights(build, explanation), pieces, strict=True):
        if weight:
            half[piece.cut] += piece.shape * np.float32(weight)
    return np.concatenate([half[:, ::-1], half], axis=1)


@lru_cache(BODIES)
def base_mm(build: Build, explanation: Explanation = DRAWN) -> float:
    """What the whole skin is raised by, mm: so much that bone stays where it is, however thick the fat on it."""
    return SINK_MM + _floor_of_drawn() - _unraised_floor(build, explanation)


@cache
def _floor_of_drawn() -> float:
    return _unraised_floor(DEFAULT, DRAWN)


def _unraised_floor(build: Build, explanation: Explanation) -> float:
    """Where skin and fat on the spine begin, had nothing raised them, mm."""
    fields = float(np.array(weights(build, explanation)) @ _on_spine())
    return _torso_at_spine(build).height + fields - fat_on_spine_mm(build, explanation)


@cache
def _on_spine() -> NDArray[np.float64]:
    """Each shape's height on the spine."""
    return np.array([_at_spine(shape(*PROBE)).height for shape in SHAPES])


def silhouette(build: Build, pixel_mm: float = PIXEL_MM) -> Field:
    """How much of each pixel the body covers, 0..1: (610, 680), or fewer that are larger.

    The default build's agrees with the outline `skin-surface` of the plate to a fraction of a millimetre. That outline
    stays what can be pointed at: other builds are up to some 20 mm wider at the waist, or narrower at the hips.
    """
    x = pixel_mm * (np.arange(-LEFT_MM / pixel_mm) + 0.5)
    y = TOP_MM - pixel_mm * (np.arange(ROWS * PIXEL_MM / pixel_mm) + 0.5)
    within = half_width(y.astype(np.float32)[:, None], build) - x.astype(np.float32)[None, :]
    half = np.clip(within / np.float32(pixel_mm) + np.float32(0.5), 0, 1)
    return np.concatenate([half[:, ::-1], half], axis=1)


def lean_out(x: Field, y: Field) -> Field:
    """A slope that rises outward by 1 at the spine and dies out around it."""
    return np.asarray(_bell(y - SPINE_MM[1]) * _both_leaning(x)[0], np.float32)


def lean_up(x: Field, y: Field) -> Field:
    """A slope that rises upward by 1 at the spine and dies out around it."""
    away = y - SPINE_MM[1]
    return np.asarray(away * _bell(away) * _both_leaning(x)[1], np.float32)


@lru_cache(BODIES)
def all_weights(build: Build, explanation: Explanation = DRAWN) -> tuple[float, ...]:
    """How many mm a build has of each of the shapes; then what takes the slope out about the spine, if it has a dent.

    On level ground the spine is the lowest point, however the body slopes around it and however shallow the dent.
    """
    share = exp(-dimple_depth_mm(build, explanation) / SOON_MM) - 1
    return (*weights(build, explanation), *(share * slope for slope in _slope_at_spine(build, explanation)))


def _slope_at_spine(build: Build, explanation: Explanation) -> tuple[float, float]:
    """How much the surface rises there for each mm to the right, and for each mm up."""
    right, up = np.array(weights(build, explanation)) @ _slopes_of_shapes()
    torso_there = _torso_at_spine(build)
    return torso_there.right + float(right), torso_there.up + float(up)


@cache
def _slopes_of_shapes() -> NDArray[np.float64]:
    """Of each, (shapes, 2)."""
    return np.array([_at_spine(shape(*PROBE))[1:] for shape in SHAPES])


@lru_cache(BODIES)
def _torso_at_spine(build: Build) -> AtSpine:
    return _at_spine(torso(*PROBE, build))


def _at_spine(probed: Field) -> AtSpine:
    """How something lies at a spine, of its heights at the points of the probe."""
    (upper_left, _, upper_right), (_, height, _), (lower_left, _, lower_right) = np.broadcast_to(
        probed, (3, 3)
    ).tolist()
    right, up = upper_right - upper_left + lower_right - lower_left, upper_left - lower_left + upper_right - lower_right
    return AtSpine(height, right / (4 * PROBE_MM), up / (4 * PROBE_MM))


def _both_leaning(x: Field) -> tuple[Field, Field]:
    """Of both spines, so that it is smooth on the midline: the slope outward that dies out, and what it dies out by."""
    right, left = x - SPINE_MM[0], -x - SPINE_MM[0]
    right_bell, left_bell = _bell(right), _bell(left)
    return right * right_bell + left * left_bell, right_bell + left_bell


def _bell(away: Field) -> Field:
    return np.asarray(np.exp(-((away / np.float32(LEVEL_MM)) ** 2)), np.float32)


ALL_SHAPES: tuple[Shape, ...] = (*SHAPES, lean_out, lean_up)


@cache
def _right_half() -> tuple[Field, Field]:
    x, y = grid()
    return x[:, HALF:], y


@cache
def _pieces() -> tuple[Piece, ...]:
    return tuple(_each_piece())


def _each_piece() -> Iterator[Piece]:
    x, y = _right_half()
    return (_cropped(shape(x, y)) for shape in ALL_SHAPES)


def _cropped(shape: Field) -> Piece:
    """Only the rows and columns where the shape is anything; one column stands for all."""
    there = np.abs(shape) > NOTHING
    rows, columns = np.flatnonzero(there.any(1)), np.flatnonzero(there.any(0))
    cut = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
    small = np.ascontiguousarray(shape[cut])
    return Piece((cut[0], cut[1] if shape.shape[1] > 1 else slice(None)), small)
