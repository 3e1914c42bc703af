"""The skin of a body that changes: nearly the same picture, a pixel for each two millimetres, in much less time."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dimples_gui.body.build import Build
from dimples_gui.body.explanation import Explanation
from dimples_gui.body.lie import SEEN_MM, STEP_MM, Lie, lie_of
from dimples_gui.body.tones import Tone
from dimples_gui.plate.desk import Desk, Part
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.lit import (
    BRIGHTEST,
    COLUMNS,
    FILL_LIFT,
    GAIN,
    PX_MM,
    ROWS,
    TONES,
    Field,
    Pixels,
    Share,
    Surface,
    premultiplied,
    tones,
)
from dimples_gui.plate.living import complexion, fade, hollows, manner_of
from dimples_gui.plate.shadows import FULL, Shadows, halved

BLOCK = round(STEP_MM * PX_MM)  # pixels of the full picture that are one here, each way


class Sketch(Surface):
    """For one picture: its directions are not sorted into cells, each point has its own light.

    Skin goes on beside the body, for an edge as sharp as the painter's is drawn around it. Thrown shadows, which are
    soft, are found at every fourth millimetre.
    """

    def __init__(self, build: Build, tone: Tone, explanation: Explanation, desk: Desk) -> None:
        """The skin of a body in one of the tones, its dimples by one of the explanations."""
        lie = lie_of(build, explanation)
        self.manner = manner_of(tone)
        self.tones = _tones(self.manner.warmth)
        self._desk = desk
        self._facing = _normals_of(lie, desk)
        self._taken = self._freely(hollows(lie.height))
        self.shadows = Shadows(halved(lie.height), 2 * STEP_MM)
        self.colour = _complexion(tone)
        self.shape = self.colour.shape[0], self.colour.shape[1]

    def _freely(self, shade: Field) -> Field:
        """What each point takes of all light, from 0 to 1; in the room of its shade."""
        shade *= np.float32(-self.manner.hollow)
        shade += 1
        turned = 1 - self._facing[2].reshape(shade.shape)
        turned *= turned
        turned *= np.float32(-self.manner.rim)
        turned += 1
        shade *= turned
        return shade

    def lights(self, lamp: Lamp) -> Field:
        """Of each point: what a lamp gives it, what else there is; in steps of the table of tones."""
        manner, (to_x, to_y, to_z) = self.manner, lamp.direction
        step = (TONES - 1) / BRIGHTEST
        lamps = step * (1 - manner.sky - manner.fill * 0.5) * GAIN / (1 + manner.wrap)
        half = (2 + 2 * to_z) ** -0.5
        wall = manner.fill * (1 - FILL_LIFT) / max((to_x**2 + to_y**2) ** 0.5, 1e-6)
        ways = (
            (lamps * to_x, lamps * to_y, lamps * to_z),
            (half * to_x, half * to_y, half * (to_z + 1)),  # halfway from the lamp to the viewer
            (-step * wall * to_x, step * (0.3 * manner.sky - wall * to_y), step * 0.6 * FILL_LIFT * manner.fill),
        )
        parts = self._desk.sheet("lights", self._facing.shape, np.float32)
        given, shine, others = np.matmul(np.array(ways, np.float32), self._facing, out=parts)
        given += np.float32(lamps * manner.wrap)
        np.maximum(given, 0, out=given)
        np.maximum(shine, 0, out=shine)
        for _ in range(3):
            shine *= shine
        shine *= np.float32(step * manner.gloss)
        given += shine
        given *= np.float32(1 / FULL)
        others += np.float32(step * (0.7 * manner.sky + 0.4 * manner.fill))
        return parts[::2].reshape(2, *self._taken.shape)

    def brightness(self, share: Share, seen: Part, desk: Desk) -> NDArray[np.uint32]:
        """How bright each point of a part is, in steps of the table of tones."""
        given, others = share.lights[:, *seen]
        bright = desk.sheet("bright", given.shape, np.float32)
        np.multiply(given, self.arriving(share.fall, seen, desk), out=bright)
        bright += others
        bright *= self._taken[seen]
        steps = desk.sheet("given", bright.shape, np.uint32)
        np.copyto(steps, bright, casting="unsafe")
        return steps

    def columns(self, rows: slice) -> slice:
        """All of them."""
        return slice(0, self.shape[1])


def _normals_of(lie: Lie, desk: Desk) -> Field:
    """Unit normals, (3, points)."""
    normals = desk.sheet("normals", (3, lie.right.size), np.float32)
    x, y, z = normals
    right, up = lie.right.ravel(), lie.up.ravel()
    np.multiply(right, right, out=z)
    z += np.multiply(up, up, out=x)
    z += 1
    np.sqrt(z, out=z)
    np.divide(1, z, out=z)
    np.multiply(right, z, out=x)
    np.multiply(up, z, out=y)
    normals[:2] *= -1
    return normals


@lru_cache(maxsize=1)
def _complexion(tone: Tone) -> Pixels:
    """A tone from spot to spot with the opacity of each row, weighted by it; for any body."""
    colour = np.concatenate(
        [complexion(tone), np.rint(255 * np.broadcast_to(fade()[..., None], (ROWS, COLUMNS, 1)))], 2
    )
    rows, columns = round(SEEN_MM / STEP_MM), COLUMNS // BLOCK
    blocks = colour[: rows * BLOCK].reshape(rows, BLOCK, columns, BLOCK, 4)
    return premultiplied(np.rint(blocks.mean((1, 3))).astype(np.uint8))


@lru_cache(maxsize=1)
def _tones(warmth: tuple[float, float, float]) -> NDArray[np.uint16]:
    return tones(warmth)
