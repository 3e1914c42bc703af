"""What of the cut follows the build, worked out for one view: skin and fat laid on, the muscles carried along."""

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from dimples_gui.body.build import DEFAULT
from dimples_gui.body.crosscut import CrossCut, crosscut
from dimples_gui.body.tones import Tone
from dimples_gui.plate.section_grain import Colour, Field, eased
from dimples_gui.plate.section_texture import (
    FASCIA_ROWS,
    SKIN_ROWS,
    Bands,
    Pixels,
    Window,
    bands_of,
    pixels_of,
    rows_mm,
)

SINK_MM = 20.0  # so far below the fascia muscles are carried along, where no bone comes before
FADE_MM = (-91.0, -66.0)  # towards the front: nothing, all
FLANK = (0.83, 0.99)  # of the way to the flank: all, nothing
STEEP = 2.0  # a slope on which a line has grown so much thicker, measured straight down, makes it no thicker still
ODD = np.uint32(0x00FF00FF)  # every other of a pixel's four parts, so that two are reckoned with at once


class Base(NamedTuple):
    """What one view always needs."""

    window: Window
    flesh: Pixels  # of the middling body, fading out towards the front, (rows, columns)
    bands: Bands
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
    middling_rows = window.row(middling.astype(np.float32))
    faded = _dimmed(pixels_of(picture), (256 * eased(z, *FADE_MM)).astype(np.uint32)[:, None])
    return Base(window, faded, bands_of(window, tone), middling_rows, window.row(floor))


def living(base: Base, cut: CrossCut, lined: Callable[[Edges], list[Line]]) -> QImage:
    """The cut of a body over the window; `lined` says which lines are drawn along its layers' edges."""
    window = base.window
    x, below = window.x, np.float32(window.high)
    seen = np.abs(x) < FLANK[1] * float(cut.x[-1])
    rows = (window.row(np.interp(x, cut.x, line).astype(np.float32)) for line in cut[1:6])
    edges = Edges(*(np.where(seen, row, below) for row in rows))  # where it has faded out there is nothing to do
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
    source = rows.astype(np.float32)
    source *= share[columns]
    source += (start - start * share)[columns]
    np.clip(source, 0, np.float32(window.high - 1.01), out=source)
    above = np.floor(source)
    source -= above
    source *= np.float32(256)
    flat = above.astype(np.int32)
    flat *= np.int32(window.wide)
    flat += columns
    pixels = base.flesh.ravel()
    near = pixels.take(flat)
    flat += np.int32(window.wide)
    rows *= np.int32(window.wide)
    rows += columns
    out.ravel()[rows] = _mixed(near, pixels.take(flat), source.astype(np.uint32))


def _lay_bands(base: Base, edges: Edges, out: Pixels) -> None:
    """Skin, fat in two floors, and fascia, each hung up at its own edge so that nothing stretches."""
    window, (skin, fat, sheet, fascia, muscle) = base.window, edges
    bands = base.bands
    pixels = bands.pixels.ravel()
    thick = np.maximum(fat - skin, np.float32(0.5))
    along = np.float32(2.5 * rows_mm(window)) / thick  # on a slope a layer is cut longer than it is thick
    whole = np.float32(SKIN_ROWS) / thick
    fibres = np.float32(FASCIA_ROWS) / np.maximum(muscle - fascia, np.float32(0.5))
    for upper, lower, hung, step, first in (
        (skin, fat, skin, whole, bands.skin),
        (fat, sheet, fat, along, bands.fat),
        (sheet, fascia, fascia, along, bands.fascia - 1),
        (fascia, muscle, fascia, fibres, bands.fascia),
    ):
        columns, rows = _spans(window, np.ceil(upper - np.float32(0.5)), np.ceil(lower - np.float32(0.5)))
        at = rows.astype(np.float32)
        at *= step[columns]
        at += ((np.float32(0.5) - hung) * step + np.float32(first))[columns]
        np.clip(at, bands.deep if hung is fascia and upper is sheet else first, len(bands.pixels) - 1, out=at)
        texel = at.astype(np.int32)
        texel *= np.int32(window.wide)
        texel += columns
        rows *= np.int32(window.wide)
        rows += columns
        out.ravel()[rows] = pixels.take(texel)


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
    odd, even = first & ODD, first >> 8
    even &= ODD
    odd *= rest
    even *= rest
    odd += (second & ODD) * part
    even += (second >> 8 & ODD) * part
    odd >>= 8
    odd &= ODD
    even &= ~ODD
    odd |= even
    return np.asarray(odd, np.uint32)


def _cover(base: Base, skin: Field, end_mm: float, out: Pixels) -> None:
    """Nothing above the skin; towards the flanks it all fades out."""
    window = base.window
    edge = np.floor(skin).astype(np.int32)
    away = np.abs(window.x)
    above = out[: np.clip(edge[away < FLANK[1] * end_mm].max(initial=0), 0, window.high)]
    above[np.arange(len(above), dtype=np.int32)[:, None] < edge] = 0
    there = np.flatnonzero((edge >= 0) & (edge < window.high))
    edge = edge[there]
    out[edge, there] = _dimmed(out[edge, there], ((edge + 1 - skin[there]) * 256).astype(np.uint32))
    seen = (256 * (1 - eased(away, FLANK[0] * end_mm, FLANK[1] * end_mm))).astype(np.uint32)
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
