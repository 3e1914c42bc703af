"""The textures of the cut at the pixels of one view: the flesh, and bands of skin, fat and fascia."""

from math import ceil
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from dimples_gui.body.tones import Tone
from dimples_gui.plate import section_grain as grain
from dimples_gui.plate.enlarged import draw_smoothly
from dimples_gui.plate.section_flesh import HIGH_MM, LEFT_MM, TOP_MM, WIDE_MM
from dimples_gui.plate.section_grain import PX_MM, Field, eased, mixed

Pixels: TypeAlias = NDArray[np.uint32]

FINEST = 16.0  # rows of a band's texture for each mm of depth, at most
SKIN_ROWS, FASCIA_ROWS = 24, 8  # of these, however thick
SUPERFICIAL_MM, DEEP_MM = 16.0, 26.0
REPEAT_MM = 130.0  # after so much the lobules are the same again
UNDER = (240, 208, 188)  # skin without its outermost layer
HALVED = 0.75  # of its size: a picture made smaller than that is made so by means


class Window(NamedTuple):
    """A stretch of the view in device pixels: how many, `scale` of them to a mm, and where x = 0, z = 0 lies in it."""

    wide: int
    high: int
    scale: float
    left: float
    top: float

    @property
    def x(self) -> Field:
        """The middle of each column, mm."""
        columns = np.arange(self.wide, dtype=np.float32) + np.float32(0.5 - self.left)
        return np.asarray(columns / np.float32(self.scale), np.float32)

    def row(self, z: Field) -> Field:
        """Where heights lie, in rows from the upper edge."""
        return np.asarray(np.float32(self.top) - z * np.float32(self.scale), np.float32)

    def place(self) -> QRectF:
        """Where the whole plate lies in it."""
        left, top = self.left + LEFT_MM * self.scale, self.top - TOP_MM * self.scale
        return QRectF(left, top, WIDE_MM * self.scale, HIGH_MM * self.scale)


class Bands(NamedTuple):
    """The textures of what is laid on the flesh, one below the other, and the first row of each."""

    pixels: Pixels
    skin: int
    fat: int  # down to the superficial fascia
    deep: int  # and from there
    fascia: int


def pixels_of(image: QImage) -> Pixels:
    """A picture as numbers, each pixel whole."""
    high, wide = image.height(), image.width()
    return np.frombuffer(image.constBits(), np.uint32).reshape(high, wide) | np.uint32(0xFF000000)


def rows_mm(window: Window) -> float:
    """How many rows a band's texture has for each mm of depth."""
    return min(window.scale, FINEST)


def lobules() -> tuple[Field, Field]:
    """Fat down to the superficial fascia, and below it; made once."""
    return grain.lobules(REPEAT_MM, SUPERFICIAL_MM, (2.5, 3.3), 61), grain.lobules(REPEAT_MM, DEEP_MM, (4.6, 2.8), 81)


def bands_of(window: Window, tone: Tone) -> Bands:
    """The textures at the columns of the view."""
    superficial, below = lobules()
    fat, deep = _lit(_repeated(superficial), from_top=True), _lit(_repeated(below), from_top=False)
    fascia = mixed(grain.PEARL, grain.PEARL_DEEP, 0.2 + 0.22 * grain.noise((FASCIA_ROWS, fat.shape[1]), 80, 92, 3))
    fascia *= np.linspace(1.04, 0.92, FASCIA_ROWS, dtype=np.float32)[:, None, None]
    fine = rows_mm(window) / PX_MM
    parts = [
        _fitted(window, texture, rows)
        for texture, rows in (
            (_skin(tone, fat.shape[1]), SKIN_ROWS),
            (fat, round(len(fat) * fine)),
            (deep, round(len(deep) * fine)),
            (fascia, FASCIA_ROWS),
        )
    ]
    starts = np.cumsum([0, *(len(part) for part in parts[:-1])]).tolist()
    return Bands(np.concatenate(parts), *starts)


def _fitted(window: Window, texture: Field, rows: int) -> Pixels:
    """A texture as wide as the plate, at the columns of the view and in so many rows."""
    pixels = np.empty((*texture.shape[:2], 4), np.uint8)
    pixels[..., :3], pixels[..., 3] = np.clip(texture[..., ::-1], 0, 255), 255
    image = _reduced(QImage(pixels.data, texture.shape[1], len(texture), QImage.Format.Format_RGB32), window)
    place = window.place()
    fitted = QImage(window.wide, rows, QImage.Format.Format_RGB32)
    painter = QPainter(fitted)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(QTransform(place.width() / image.width(), 0, 0, rows / image.height(), place.left(), 0))
    painter.drawImage(0, 0, image)
    painter.end()
    return pixels_of(fitted)


def _repeated(texture: Field) -> Field:
    """As wide as the plate."""
    wide = round(WIDE_MM * PX_MM)
    return np.tile(texture, (1, ceil(wide / texture.shape[1]), 1))[:, :wide]


def _lit(fat: Field, *, from_top: bool) -> Field:
    """A little shade where fat meets skin or fascia."""
    depth = np.arange(len(fat), dtype=np.float32)[:, None, None] / PX_MM
    if not from_top:
        depth = depth[::-1]
    return np.asarray(fat * (1 - 0.16 * np.exp(-depth / np.float32(0.7))), np.float32)


def _skin(tone: Tone, wide: int) -> Field:
    """Epidermis, dermis, and their seam with the fat."""
    depth = (np.arange(SKIN_ROWS, dtype=np.float32)[:, None] + np.float32(0.5)) / np.float32(SKIN_ROWS)
    grainy = np.asarray(0.12 * grain.noise((SKIN_ROWS, wide), 12, 91, 4), np.float32)
    red, green, blue = (round(0.6 * under + 0.4 * own) for under, own in zip(UNDER, tone.colour, strict=True))
    skin = mixed(mixed((red, green, blue), UNDER, depth + grainy), grain.FAT_PALE, eased(depth + grainy, 0.85, 1.15))
    red, green, blue = (round(0.80 * part) for part in tone.colour)
    return mixed(skin, (red, green, blue), 1 - eased(depth, 0.08, 0.26))


def picture_in(window: Window, flesh: QImage) -> QImage:
    """The flesh at the pixels of the view."""
    image = QImage(window.wide, window.high, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    draw_smoothly(painter, window.place(), _reduced(flesh, window), QRectF(image.rect()))
    painter.end()
    return image


def _reduced(image: QImage, window: Window) -> QImage:
    """A picture of the whole plate's width; where many of its pixels go into one of the view, their mean first."""
    wide = window.place().width()
    if wide > HALVED * image.width():
        return image
    high = max(round(image.height() * wide / image.width()), 1)
    manner = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(round(wide), high, *manner)
