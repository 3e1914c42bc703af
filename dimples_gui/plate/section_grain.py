"""What cut tissue looks like close to: spongy bone, bundles of muscle, lobules of fat, fibres; seeded, as colours."""

from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Field: TypeAlias = NDArray[np.float32]
Colour: TypeAlias = tuple[int, int, int]  # red, green, blue in full light, 0-255

PX_MM = 4
TILE_MM = 48  # a texture repeats after so much
TILE = PX_MM * TILE_MM
LIGHT = (-0.6, -0.8)  # where it comes from: rightwards and downwards, in pixels

# As in the layers of the back plate (assets/sculpt/tint.py, forms_soft.py), a little deeper where a face is cut.
BONE, MARROW, HOLLOW = (250, 237, 211), (226, 186, 148), (178, 124, 92)
FLESH, FLESH_DEEP, FLESH_SKIN = (184, 84, 71), (150, 58, 50), (226, 186, 166)
FAT, FAT_PALE, FAT_DEEP = (248, 213, 138), (250, 226, 172), (222, 170, 92)
PEARL, PEARL_DEEP = (243, 237, 226), (206, 194, 176)
SEPTUM = (247, 232, 200)
SINEW, SINEW_DEEP = (243, 231, 214), (206, 172, 148)


class Cells(NamedTuple):
    """A plane cut into irregular cells: for each pixel, in cells, how far the nearest two centres are."""

    near: Field
    next: Field
    across: Field  # from the nearest centre, to the right
    down: Field
    chance: Field  # 0..1, one for each cell

    @property
    def wall(self) -> Field:
        """0 on the wall between two cells, growing inwards."""
        return self.next - self.near


def cells(shape: tuple[int, int], size_px: tuple[float, float], seed: int, sway: float = 0.25) -> Cells:
    """Cells of about `size_px` (across, down) that go on at the opposite edge; `sway` bends their walls."""
    chance = np.random.Generator(np.random.PCG64(seed))
    high, wide = shape
    columns, rows = max(round(wide / size_px[0]), 3), max(round(high / size_px[1]), 3)
    x = ((np.arange(wide, dtype=np.float32) + np.float32(0.5)) * np.float32(columns / wide))[None, :]
    y = ((np.arange(high, dtype=np.float32) + np.float32(0.5)) * np.float32(rows / high))[:, None]
    x = x + np.float32(sway) * noise(shape, 1.6 * size_px[0], seed + 1)
    y = y + np.float32(sway) * noise(shape, 1.6 * size_px[1], seed + 2)
    left, top = np.floor(x), np.floor(y)
    column, row = left.astype(np.int32), top.astype(np.int32)
    x, y = x - left, y - top
    spot = chance.random((3, rows, columns), np.float32)
    spot[:2] = np.float32(0.12) + np.float32(0.76) * spot[:2]
    best = np.full((2, high, wide), 9, np.float32)
    found = np.zeros((3, high, wide), np.float32)
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            at = (row + down) % rows * columns + (column + across) % columns
            dx, dy = x - np.float32(across) - spot[0].take(at), y - np.float32(down) - spot[1].take(at)
            far = np.sqrt(dx * dx + dy * dy)
            nearer = far < best[0]
            np.minimum(best[1], np.maximum(far, best[0]), out=best[1])
            np.minimum(best[0], far, out=best[0])
            for kept, value in zip(found, (dx, dy, spot[2].take(at)), strict=True):
                np.copyto(kept, value, where=nearer)
    return Cells(best[0], best[1], found[0], found[1], found[2])


def noise(shape: tuple[int, int], size_px: float, seed: int, down_px: float | None = None) -> Field:
    """Soft random heights of mean 0 and spread 1 that go on at the opposite edge."""
    white = np.random.Generator(np.random.PCG64(seed)).random(shape, np.float32) - np.float32(0.5)
    across = np.fft.rfftfreq(shape[1])[None, :] * size_px
    down = np.fft.fftfreq(shape[0])[:, None] * (down_px or size_px)
    soft = np.fft.irfft2(np.fft.rfft2(white) * np.exp(-10 * (across * across + down * down)), shape)
    return np.asarray((soft - soft.mean()) / max(float(soft.std()), 1e-9), np.float32)


def mixed(first: Field | Colour, second: Colour, share: Field | np.float32) -> Field:
    """From one colour to another by a share, (rows, columns, 3), 0-255."""
    start = np.asarray(first, np.float32)
    part = np.clip(np.asarray(share, np.float32), 0, 1)[..., None]
    return np.asarray(start + (np.array(second, np.float32) - start) * part, np.float32)


def eased(value: Field, start: float, end: float) -> Field:
    """0 before `start`, 1 after `end`, without a corner."""
    t = np.clip((value - np.float32(start)) / np.float32(end - start), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def domed(found: Cells, strength: float) -> Field:
    """The light on cells that bulge a little."""
    return np.asarray(1 + strength * (found.across * LIGHT[0] + found.down * LIGHT[1]), np.float32)


@cache
def spongy() -> Field:
    """Beams of bone with marrow between them."""
    coarse, fine = cells((TILE, TILE), (6.2, 6.8), 11, 0.5), cells((TILE, TILE), (3.6, 3.8), 12, 0.5)
    beam = np.maximum(1 - eased(coarse.wall, 0.10, 0.34), 0.62 * (1 - eased(fine.wall, 0.05, 0.30)))
    deep = eased(coarse.wall, 0.3, 0.9) * eased(fine.wall, 0.15, 0.6)
    tissue = mixed(mixed(MARROW, HOLLOW, 0.75 * deep), BONE, beam)
    return tissue * (1 + 0.05 * noise((TILE, TILE), 30, 13))[..., None]


@cache
def bundled() -> Field:
    """Muscle cut across: bundles of bundles, each in its pale skin."""
    great, small = cells((TILE, TILE), (17, 15), 21, 0.32), cells((TILE, TILE), (5.2, 4.8), 22, 0.3)
    tissue = mixed(FLESH, FLESH_DEEP, 0.15 + 0.55 * (great.chance - 0.3) + 0.22 * small.chance)
    tissue *= (domed(great, 0.16) * domed(small, 0.10))[..., None]
    tissue = mixed(tissue, FLESH_DEEP, 0.55 * (1 - eased(great.wall, 0.06, 0.40)))
    tissue = mixed(tissue, FLESH_SKIN, 0.28 * (1 - eased(small.wall, 0.0, 0.30)))
    tissue = mixed(tissue, FLESH_SKIN, 0.62 * (1 - eased(great.wall, 0.03, 0.13)))
    return tissue * (1 + 0.06 * noise((TILE, TILE), 50, 23))[..., None]


@cache
def slanting() -> Field:
    """Muscle cut aslant: its bundles drawn out along the rows."""
    great, small = cells((TILE, TILE), (85, 11), 31, 0.3), cells((TILE, TILE), (38, 4.8), 32, 0.3)
    tissue = mixed(FLESH, FLESH_DEEP, 0.12 + 0.5 * (great.chance - 0.3) + 0.22 * small.chance)
    tissue *= (domed(great, 0.16) * domed(small, 0.10))[..., None]
    tissue = mixed(tissue, FLESH_DEEP, 0.5 * (1 - eased(great.wall, 0.06, 0.36)))
    tissue = mixed(tissue, FLESH_SKIN, 0.2 * (1 - eased(small.wall, 0.0, 0.34)))
    tissue = mixed(tissue, FLESH_SKIN, 0.6 * (1 - eased(great.wall, 0.02, 0.12)))
    return tissue * (1 + 0.06 * noise((TILE, TILE), 60, 33, 40))[..., None]


@cache
def fibrous() -> Field:
    """Ligament and tendon: fibres along the rows."""
    strand, hair = noise((TILE, TILE), 90, 41, 5.0), noise((TILE, TILE), 60, 42, 2.2)
    return mixed(PEARL, PEARL_DEEP, 0.24 + 0.20 * strand + 0.16 * hair)


@cache
def dotted() -> Field:
    """Tendon cut across: the ends of many fibres."""
    ends, groups = cells((TILE, TILE), (4.6, 3.2), 51, 0.3), cells((TILE, TILE), (17, 9), 52, 0.3)
    tissue = mixed(SINEW, PEARL_DEEP, 0.34 * (1 - eased(ends.wall, 0.05, 0.4)) + 0.2 * (groups.chance - 0.3))
    tissue = mixed(tissue, SINEW_DEEP, 0.5 * (1 - eased(groups.wall, 0.04, 0.3)))
    return tissue * (domed(ends, 0.05) * domed(groups, 0.08))[..., None]


@cache
def lobules(wide_mm: float, deep_mm: float, size_mm: tuple[float, float], seed: int) -> Field:
    """Fat: cushions, pale walls, here and there a deeper crevice."""
    shape = round(deep_mm * PX_MM), round(wide_mm * PX_MM)
    great = cells(shape, (size_mm[0] * PX_MM, size_mm[1] * PX_MM), seed, 0.45)
    small = cells(shape, (1.15 * PX_MM, 1.0 * PX_MM), seed + 3, 0.3)
    tissue = mixed(FAT, FAT_PALE, 0.9 * (great.chance - 0.25) + 0.25 * small.chance)
    tissue *= (domed(great, 0.17) * domed(small, 0.05))[..., None]
    tissue = mixed(tissue, FAT_DEEP, 0.72 * (1 - eased(great.wall, 0.06, 0.46)))
    tissue = mixed(tissue, FAT_DEEP, 0.16 * (1 - eased(small.wall, 0.0, 0.35)))
    return mixed(tissue, SEPTUM, 0.75 * (1 - eased(great.wall, 0.02, 0.17)))
