"""The skin of a body that changes: nearly the same picture, at a pixel a millimetre, in a twentieth of the time."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from dimples_gui.body.build import Build
from dimples_gui.body.explanation import Explanation
from dimples_gui.body.lie import COARSE_MM, Lie, lie_of
from dimples_gui.body.tones import Tone
from dimples_gui.body.trunk import half_width
from dimples_gui.plate.desk import Desk
from dimples_gui.plate.lit import COLUMNS, FREE, PX_MM, ROWS, TOP_MM, Field, Pixels, Surface, premultiplied, tones
from dimples_gui.plate.living import complexion, fade, hollows, manner_of
from dimples_gui.plate.shadows import Shadows, doubled
from dimples_gui.plate.slopes import Normals


class Sketch(Surface):
    """For one picture: its directions are not sorted into cells, each point has its own."""

    def __init__(self, build: Build, tone: Tone, explanation: Explanation, desk: Desk) -> None:
        """The skin of a body in one of the tones, its dimples by one of the explanations."""
        lie = lie_of(build, explanation)
        self.manner = manner_of(tone)
        self.tones = _tones(self.manner.warmth)
        x, y, z = _normals_of(lie)
        self.shape = z.shape[0], z.shape[1]
        self.directions = x.ravel(), y.ravel(), z.ravel()
        self.facing = _each_its_own(*self.shape)  # type: ignore[assignment]  # there are more than 16 bits can count
        self.free = self._free(z, doubled(hollows(lie.height), desk)[: z.shape[0]])
        self.colour = _covered(_complexion(tone), build)
        self.shadows = Shadows(lie.height, COARSE_MM)

    def _free(self, z: Field, shade: Field) -> Pixels:
        """How much light each point takes, of FREE; in the room of its shade."""
        shade *= np.float32(-FREE * self.manner.hollow)
        shade += FREE
        turned = 1 - z
        turned *= turned
        turned *= np.float32(-self.manner.rim)
        turned += 1
        shade *= turned
        return shade.astype(np.uint8)

    def columns(self, rows: slice) -> slice:
        """All: to look where there is anything takes longer."""
        return slice(0, self.shape[1])


def _normals_of(lie: Lie) -> Normals:
    """Unit normals, in the room of the slopes."""
    x, y, _ = lie
    z = x * x
    z += y * y
    z += 1
    np.sqrt(z, out=z)
    np.divide(-1, z, out=z)
    x *= z
    y *= z
    np.negative(z, out=z)
    return x, y, z


def _covered(colour: Pixels, build: Build) -> Pixels:
    """Colours weighted by opacity, as far as a body covers them: at its edge a pixel in part."""
    half = half_width(_heights(), build)[:, 0]
    last = np.floor(half).astype(np.int32)  # the pixel on the edge, counted from the midline
    whole = np.where(_from_midline() <= last[:, None], colour.view(np.uint32)[..., 0], np.uint32(0))
    covered = whole.view(np.uint8).reshape(colour.shape)
    rows, middle = np.arange(last.size), colour.shape[1] // 2
    for edge in (middle - 1 - last, middle + last):
        covered[rows, edge] = np.rint(covered[rows, edge] * (half - last)[:, None])
    return covered


@cache
def _heights() -> Field:
    """Of the rows, mm, (rows, 1)."""
    return np.asarray(TOP_MM - np.arange(0.5, ROWS / PX_MM), np.float32)[:, None]


@cache
def _from_midline() -> NDArray[np.int32]:
    """How many pixels lie between each column and the midline."""
    away = np.arange(COLUMNS // PX_MM // 2, dtype=np.int32)
    return np.concatenate([away[::-1], away])


@lru_cache(maxsize=1)
def _complexion(tone: Tone) -> Pixels:
    """A tone from spot to spot with the opacity of each row, weighted by it; for any body."""
    rows, columns = ROWS // PX_MM, COLUMNS // PX_MM
    means = complexion(tone).reshape(rows, PX_MM, columns, PX_MM, 3).mean((1, 3))
    opacity = np.broadcast_to(255 * fade().reshape(rows, PX_MM, 1).mean(1, keepdims=True), (rows, columns, 1))
    return premultiplied(np.rint(np.concatenate([means, opacity], 2)).astype(np.uint8))


@lru_cache(maxsize=1)
def _tones(warmth: tuple[float, float, float]) -> NDArray[np.uint16]:
    return tones(warmth)


@lru_cache(maxsize=1)
def _each_its_own(rows: int, columns: int) -> NDArray[np.uint32]:
    return np.arange(rows * columns, dtype=np.uint32).reshape(rows, columns)
