"""What of the cut follows the build, worked out for one view: skin and fat laid on, the muscles carried along."""

from collections.abc import Callable
from math import ceil
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from dimples_gui.body.build import DEFAULT
from dimples_gui.body.crosscut import CrossCut, crosscut
from dimples_gui.body.tones import Tone
from dimples_gui.plate import section_grain as grain
from dimples_gui.plate.enlarged import draw_smoothly
from dimples_gui.plate.section_flesh import HIGH_MM, LEFT_MM, TOP_MM, WIDE_MM
from dimples_gui.plate.section_grain import PX_MM, Colour, Field, eased, mixed

Pixels: TypeAlias = NDArray[np.uint32]

SINK_MM = 20.0  # so far below the fascia muscles are carried along, where no bone comes before
FINEST = 16.0  # rows of a band's texture for each mm of depth, at most
SKIN_ROWS, FASCIA_ROWS = 24, 8  # of these, however thick
SUPERFICIAL_MM, DEEP_MM = 16.0, 26.0
REPEAT_MM = 130.0  # after so much the lobules are the same again
FADE_MM = (-91.0, -66.0)  # towards the front: nothing, all
FLANK = (0.83, 0.99)  # of the way to the flank: all, nothing
HALVED = 0.75  # of its size: a picture made smaller than that is made so by means
STEEP = 2.0  # a slope on which a line has grown so much thicker, measured straight down, makes it no thicker still
UNDER = (240, 208, 188)  # skin without its outermost layer
ODD = np.uint32(0x00FF00FF)  # every other of a pixel's four parts, so that two are reckoned with at once


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


class Base(NamedTuple):
    """What one view always needs."""

    window: Window
    flesh: Pixels  # of the middling body, fading out towards the front, (rows, columns)
    bands: Pixels  # textures of skin, superficial fat, deep fat and fascia one below the other
    starts: tuple[int, int, int, int]  # the first row of each
    middling: Field  # the rows where the middling body's muscles end
    floor: Field  # down to these rows they are carried along


class Edges(NamedTuple):
    """The rows along which a body's layers begin, column by column."""

    skin: Field
    fat: Field
    sheet: Field  # the superficial fascia
    fascia: Field
    muscle: Field


class Line(NamedTuple):
    """A line along a layer's edge: the rows it runs along, its colour, how much it covers, how wide it is in pixels."""

    rows: Field
    colour: Colour
    share: float
    width: float


def base_of(window: Window, picture: QImage, tone: Tone) -> Base:
    """Prepare a view; `picture` is the flesh over it, with its ink."""
    cut = crosscut(DEFAULT)
    middling = np.interp(window.x, cut.x, cut.muscle)
    bone = np.interp(window.x, cut.bone_x, cut.bone, left=-99, right=-99)
    floor = np.maximum(np.minimum(bone, middling - 0.3), middling - SINK_MM).astype(np.float32)
    z = (np.float32(window.top - 0.5) - np.arange(window.high, dtype=np.float32)) / np.float32(window.scale)
    bands, starts = _bands(window, tone)
    middling_rows = window.row(middling.astype(np.float32))
    faded = _dimmed(_pixels(picture), (256 * eased(z, *FADE_MM)).astype(np.uint32)[:, None])
    return Base(window, faded, bands, starts, middling_rows, window.row(floor))


def living(base: Base, cut: CrossCut, lined: Callable[[Edges], list[Line]]) -> QImage:
    """The cut of a body over the window; `lined` says which lines are drawn along its layers' edges."""
    window = base.window
    edges = Edges(*(window.row(np.interp(window.x, cut.x, line).astype(np.float32)) for line in cut[1:6]))
    out = base.flesh.copy()
    _carry(base, edges.muscle, out)
    _lay_bands(base, edges, out)
    _rule(out, lined(edges))
    _cover(base, edges.skin, float(cut.x[-1]), out)
    return QImage(out.data, window.wide, window.high, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _carry(base: Base, muscle: Field, out: Pixels) -> None:
    """The flesh, stretched between its floor and where this body's muscles end."""
    window = base.window
    columns, rows = _spans(window, np.ceil(muscle - np.float32(0.5)), np.floor(base.floor))
    share = (base.floor - base.middling) / np.maximum(base.floor - muscle, np.float32(0.5))
    start = base.floor - np.float32(0.5)
    source = rows * share[columns] + (start - start * share)[columns]
    np.clip(source, 0, window.high - 1.001, out=source)
    above = source.astype(np.int32)
    part = ((source - above) * np.float32(256)).astype(np.uint32)
    flat = above * np.int32(window.wide) + columns
    pixels = base.flesh.ravel()
    mix = _mixed(pixels.take(flat), pixels.take(flat + np.int32(window.wide)), part)
    out.ravel()[rows * np.int32(window.wide) + columns] = mix


def _lay_bands(base: Base, edges: Edges, out: Pixels) -> None:
    """Skin, fat in two floors, and fascia, each hung up at its own edge so that nothing stretches."""
    window, (skin, fat, sheet, fascia, muscle) = base.window, edges
    first_skin, first_fat, first_deep, first_fascia = base.starts
    thick = np.maximum(fat - skin, np.float32(0.5))
    along = np.float32(2.5 * _rows_mm(window)) / thick  # on a slope a layer is cut longer than it is thick
    whole = np.float32(SKIN_ROWS) / thick
    fibres = np.float32(FASCIA_ROWS) / np.maximum(muscle - fascia, np.float32(0.5))
    for upper, lower, hung, step, first in (
        (skin, fat, skin, whole, first_skin),
        (fat, sheet, fat, along, first_fat),
        (sheet, fascia, fascia, along, first_fascia - 1),
        (fascia, muscle, fascia, fibres, first_fascia),
    ):
        columns, rows = _spans(window, np.ceil(upper - np.float32(0.5)), np.ceil(lower - np.float32(0.5)))
        at = rows * step[columns] + ((np.float32(0.5) - hung) * step + np.float32(first))[columns]
        low = first_deep if hung is fascia and upper is sheet else first
        np.clip(at, low, len(base.bands) - 1, out=at)
        found = base.bands.ravel().take(at.astype(np.int32) * np.int32(window.wide) + columns)
        out.ravel()[rows * np.int32(window.wide) + columns] = found


def _rule(out: Pixels, lines: list[Line]) -> None:
    """Draw lines with soft edges, column by column."""
    high, wide = out.shape
    at = np.stack([line.rows for line in lines])
    slope = np.empty_like(at)
    slope[:, 1:-1], slope[:, 0], slope[:, -1] = (at[:, 2:] - at[:, :-2]) / 2, 0, 0
    widths = np.array([[line.width / 2, line.share] for line in lines], np.float32)
    half = np.minimum(np.sqrt(1 + slope * slope), np.float32(STEEP)) * widths[:, :1]
    count = ceil(2 * float(half.max()) + 1)
    rows = np.floor(at - half)[:, None] + np.arange(count, dtype=np.float32)[:, None]
    cover = np.clip((half + np.float32(0.5))[:, None] - np.abs(rows + np.float32(0.5) - at[:, None]), 0, 1)
    cover *= (np.float32(256) * np.minimum(2 * half, 1) * widths[:, 1:])[:, None]
    cover[(rows < 0) | (rows >= high)] = 0
    flat = np.clip(rows, 0, high - 1).astype(np.int32) * np.int32(wide) + np.arange(wide, dtype=np.int32)
    pixels = out.ravel()
    for line, where, part in zip(lines, flat, cover.astype(np.uint32), strict=True):
        red, green, blue = line.colour
        pixels[where] = _mixed(pixels.take(where), np.uint32(0xFF000000 | red << 16 | green << 8 | blue), part)


def _mixed(first: Pixels, second: Pixels | np.uint32, part: Pixels) -> Pixels:
    """From one colour to another by so many 256ths."""
    rest = np.uint32(256) - part
    odd = ((first & ODD) * rest + (second & ODD) * part) >> 8 & ODD
    even = ((first >> 8 & ODD) * rest + (second >> 8 & ODD) * part) & ~ODD
    return np.asarray(odd | even, np.uint32)


def _cover(base: Base, skin: Field, end_mm: float, out: Pixels) -> None:
    """Nothing above the skin; towards the flanks it all fades out."""
    window = base.window
    edge = np.floor(skin).astype(np.int32)
    out[np.arange(window.high, dtype=np.int32)[:, None] < edge] = 0
    there = np.flatnonzero((edge >= 0) & (edge < window.high))
    edge = edge[there]
    out[edge, there] = _dimmed(out[edge, there], ((edge + 1 - skin[there]) * 256).astype(np.uint32))
    seen = (256 * (1 - eased(np.abs(window.x), FLANK[0] * end_mm, FLANK[1] * end_mm))).astype(np.uint32)
    for part in (slice(0, window.wide // 2), slice(window.wide // 2, window.wide)):
        faded = np.flatnonzero(seen[part] < 256)
        if faded.size:
            cut = slice(part.start + int(faded[0]), part.start + int(faded[-1]) + 1)
            out[:, cut] = _dimmed(out[:, cut], seen[cut])


def _dimmed(pixels: Pixels, part: Pixels) -> Pixels:
    """So many 256ths of it, premultiplied."""
    return np.asarray(((pixels & ODD) * part >> 8 & ODD) | ((pixels >> 8 & ODD) * part & ~ODD), np.uint32)


def _spans(window: Window, first: Field, last: Field) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Columns and rows of all pixels from `first` to before `last` in each column."""
    start = np.clip(first, 0, window.high).astype(np.int32)
    count = np.maximum(np.clip(last, 0, window.high).astype(np.int32) - start, 0)
    columns = np.repeat(np.arange(window.wide, dtype=np.int32), count)
    shift = start + count - np.cumsum(count, dtype=np.int32)
    return columns, np.arange(columns.size, dtype=np.int32) + shift[columns]


def _pixels(image: QImage) -> Pixels:
    high, wide = image.height(), image.width()
    return np.frombuffer(image.constBits(), np.uint32).reshape(high, wide) | np.uint32(0xFF000000)


def _rows_mm(window: Window) -> float:
    """How many rows a band's texture has for each mm of depth."""
    return min(window.scale, FINEST)


def _bands(window: Window, tone: Tone) -> tuple[Pixels, tuple[int, int, int, int]]:
    """The textures at the columns of the view, and where each begins."""
    fat = _lit(_repeated(grain.lobules(REPEAT_MM, SUPERFICIAL_MM, (2.5, 3.3), 61)), from_top=True)
    deep = _lit(_repeated(grain.lobules(REPEAT_MM, DEEP_MM, (4.6, 2.8), 81)), from_top=False)
    fascia = mixed(grain.PEARL, grain.PEARL_DEEP, 0.2 + 0.22 * grain.noise((FASCIA_ROWS, fat.shape[1]), 80, 92, 3))
    fascia *= np.linspace(1.04, 0.92, FASCIA_ROWS, dtype=np.float32)[:, None, None]
    fine = _rows_mm(window) / PX_MM
    parts = [
        _fitted(window, texture, rows)
        for texture, rows in (
            (_skin(tone, fat.shape[1]), SKIN_ROWS),
            (fat, round(len(fat) * fine)),
            (deep, round(len(deep) * fine)),
            (fascia, FASCIA_ROWS),
        )
    ]
    starts = np.cumsum([0, *(len(part) for part in parts[:-1])])
    return np.concatenate(parts), (int(starts[0]), int(starts[1]), int(starts[2]), int(starts[3]))


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
    return _pixels(fitted)


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
