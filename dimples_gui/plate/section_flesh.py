"""The cut face below the fascia as one picture of the middling body: muscle, ligament and bone, softly lit."""

from collections.abc import Callable, Iterable
from functools import cache
from math import ceil, cos, floor, radians, sin
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from dimples_gui.atlas.model import Outline
from dimples_gui.icons import path_of
from dimples_gui.plate import section_grain as grain
from dimples_gui.plate.section_grain import LIGHT, PX_MM, Field, eased, mixed

LEFT_MM, TOP_MM, WIDE_MM, HIGH_MM = -170.0, 26.0, 340.0, 118.0
SHAPE = round(HIGH_MM * PX_MM), round(WIDE_MM * PX_MM)
CARTILAGE, CLEFT = (218, 226, 226), (112, 120, 126)
COMPACT = (252, 242, 221)  # the outer shell of bone
LOOSE = (240, 212, 160)  # fat where it is little and loose
SHELL_MM = 1.5
OTHER_SIDE_PX = 93  # left is not the mirror image of right down to the last fibre


class Tissue(NamedTuple):
    """How a structure is painted."""

    texture: Callable[[], Field]
    angle: float = 0.0  # degrees that its rows are turned by, on the right side, anticlockwise
    round_mm: float = 2.2  # how far in its edge is rounded
    bulge: float = 0.5  # how much of that the light shows
    shadow: float = 0.22  # on what it lies beside
    compact: bool = False  # with a shell of compact bone
    walled: bool = False  # an opening in bone, whose wall is compact
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)


@cache
def fat_between() -> Field:
    """Loose fat in the gaps."""
    return mixed(grain.lobules(grain.TILE_MM, grain.TILE_MM, (3.4, 3.0), 71), LOOSE, np.float32(0.45))


def cartilage() -> Field:
    """Smooth and bluish."""
    return np.broadcast_to(np.array(CARTILAGE, np.float32), (grain.TILE, grain.TILE, 3))


def cleft() -> Field:
    """The space between the cartilages."""
    return np.broadcast_to(np.array(CLEFT, np.float32), (grain.TILE, grain.TILE, 3))


BAND = Tissue(grain.fibrous, round_mm=1.6, bulge=0.35)
BONE = Tissue(grain.spongy, round_mm=2.6, bulge=0.30, shadow=0.34, compact=True)
TISSUES: Final[dict[str, Tissue]] = {  # by the beginning of an outline's id; the first that fits
    "cut-iliacus": Tissue(grain.slanting, 12, 4, 0.4),
    "cut-gluteus-medius": Tissue(grain.slanting, -27, 4, 0.5),
    "cut-gluteus-minimus": Tissue(grain.slanting, -36, 3, 0.5, tint=(0.97, 0.95, 0.95)),
    "cut-gluteus-maximus": Tissue(grain.slanting, -16, 3, 0.5, tint=(1.04, 1.02, 1.0)),
    "cut-multifidus": Tissue(grain.bundled, 0, 3.4, 0.6),
    "cut-erector": Tissue(grain.dotted, 0, 1.6, 0.4),
    "cut-supraspinous": BAND._replace(angle=90),
    "cut-posterior-sacroiliac": BAND._replace(angle=70),
    "cut-long-posterior": Tissue(grain.dotted, 0, 1.6, 0.5),
    "cut-interosseous": BAND._replace(angle=38, tint=(0.97, 0.95, 0.92)),
    "cut-anterior": BAND._replace(angle=32),
    "cut-sacroiliac-joint-cleft": Tissue(cleft, 0, 0.3, 0.0, 0.0),
    "cut-sacroiliac-joint": Tissue(cartilage, 0, 1.2, 0.3, 0.1),
    "cut-sacral": Tissue(fat_between, round_mm=1.6, bulge=-0.3, shadow=0.0, walled=True),
    "cut-sacrum": BONE,
    "cut-ilium": BONE,
}


def flesh(outlines: Iterable[Outline]) -> QImage:
    """The picture, over the whole plate at PX_MM; what follows the build is not on it."""
    face = np.array(np.tile(fat_between(), (3, 8, 1))[: SHAPE[0], : SHAPE[1]])
    bony = np.zeros(SHAPE, np.float32)
    for outline in outlines:
        tissue = next((kind for name, kind in TISSUES.items() if outline.id.startswith(name)), None)
        if tissue and not outline.crease:
            _lay(face, bony, outline, tissue)
    for texture in {tissue.texture for tissue in TISSUES.values()}:
        getattr(texture, "cache_clear", int)()  # as large as the picture itself, and not wanted again
    pixels = np.empty((*SHAPE, 4), np.uint8)
    pixels[..., :3] = np.clip(face[..., ::-1], 0, 255)
    pixels[..., 3] = 255
    return QImage(pixels.data, SHAPE[1], SHAPE[0], QImage.Format.Format_RGB32).copy()


def _lay(face: Field, bony: Field, outline: Outline, tissue: Tissue) -> None:
    """Paint one structure over what is there, in place; `bony` is how much of each pixel is bone by now."""
    reach = round(tissue.round_mm * PX_MM)
    path = path_of([outline])
    rows, columns = _cut(path.boundingRect(), 3 * reach)
    mask = _filled(path, rows, columns)
    soft = softened(mask, reach)
    here = face[rows, columns]
    here *= (1 - tissue.shadow * np.roll(soft, (reach // 3, reach // 3), (0, 1)))[..., None]
    if tissue.walled:
        wall = eased(softened(mask, round(SHELL_MM * PX_MM)), 0.02, 0.22)
        here[:] = mixed(here, COMPACT, wall * bony[rows, columns])
    inside = np.nonzero(mask)
    side = -1 if outline.id.endswith("-left") else 1
    x = np.float32(side) * (inside[1] + np.float32(columns.start - SHAPE[1] // 2 + OTHER_SIDE_PX * (side < 0)))
    own = _textured(tissue, x.astype(np.float32), (inside[0] + np.float32(rows.start)).astype(np.float32))
    if tissue.compact:
        np.maximum(bony[rows, columns], mask, out=bony[rows, columns])
        own = _shelled(own, softened(mask, round(SHELL_MM * PX_MM)), inside)
    down, across = (np.asarray(slope, np.float32) for slope in np.gradient(soft))
    light = np.asarray(across[inside] * LIGHT[0] + down[inside] * LIGHT[1], np.float32) * np.float32(-reach)
    rim = 1 - eased(soft[inside], 0.5, 1.0)
    shade = np.asarray(1 + tissue.bulge * light - 0.16 * abs(tissue.bulge) * rim, np.float32)
    own *= shade[..., None]
    here[inside] += (own - here[inside]) * mask[inside].reshape(-1, 1)


def _shelled(own: Field, soft: Field, inside: tuple[NDArray[np.intp], ...]) -> Field:
    """Compact bone at the edge, with a ragged inner border."""
    ragged = np.float32(0.07) * grain.noise(soft.shape, 9, 5)
    return mixed(own, COMPACT, 1 - eased((soft + ragged)[inside], 0.80, 0.97))


def _cut(box: QRectF, margin: int) -> tuple[slice, slice]:
    """Rows and columns of a box in mm, y up, with a margin in pixels."""
    top, bottom = (TOP_MM - box.bottom()) * PX_MM, (TOP_MM - box.top()) * PX_MM
    left, right = (box.left() - LEFT_MM) * PX_MM, (box.right() - LEFT_MM) * PX_MM
    return (
        slice(max(floor(top) - margin, 0), min(ceil(bottom) + margin, SHAPE[0])),
        slice(max(floor(left) - margin, 0), min(ceil(right) + margin, SHAPE[1])),
    )


def _filled(path: QPainterPath, rows: slice, columns: slice) -> Field:
    """How much of each pixel a path covers."""
    high, wide = rows.stop - rows.start, columns.stop - columns.start
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, top = -LEFT_MM * PX_MM - columns.start, TOP_MM * PX_MM - rows.start
    painter.setTransform(QTransform(PX_MM, 0, 0, -PX_MM, left, top))
    painter.fillPath(path, QColor(255, 255, 255))
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(high, wide, 4)
    return np.asarray(pixels[..., 0] / np.float32(255), np.float32)


def softened(mask: Field, reach: int) -> Field:
    """A soft mean over `reach` pixels each way; beyond the edge it goes on as there."""
    for _ in range(2):
        for axis in (0, 1):
            pad = [(reach + 1, reach) if axis == number else (0, 0) for number in (0, 1)]
            total = np.pad(mask, pad, mode="edge").cumsum(axis, np.float32)
            span = 2 * reach + 1
            mask = (total[span:] - total[:-span]) if axis == 0 else (total[:, span:] - total[:, :-span])
            mask = mask / np.float32(span)
    return np.asarray(mask, np.float32)


def _textured(tissue: Tissue, x: Field, y: Field) -> Field:
    """The tissue's own colours at points in pixels, (points, 3)."""
    tile = tissue.texture()
    if not tissue.angle:
        own = tile[y.astype(np.int32) % len(tile), x.astype(np.int32) % tile.shape[1]]
        return np.asarray(own * np.array(tissue.tint, np.float32), np.float32)
    turn = radians(tissue.angle)
    along, across = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
    left, top = np.floor(along), np.floor(across)
    right, below = (along - left)[:, None], (across - top)[:, None]
    high, wide = tile.shape[:2]
    column, row = left.astype(np.int32) % wide, top.astype(np.int32) % high
    next_column, next_row = (column + 1) % wide, (row + 1) % high
    upper = tile[row, column] * (1 - right) + tile[row, next_column] * right
    lower = tile[next_row, column] * (1 - right) + tile[next_row, next_column] * right
    return np.asarray((upper * (1 - below) + lower * below) * np.array(tissue.tint, np.float32), np.float32)
