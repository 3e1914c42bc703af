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
BITS = 16  # behind the point, of a row in the textures
NEARLY = 1e-3  # of a row


class Base(NamedTuple):
    """What one view always needs."""

    window: Window
    x: Field  # of each column's middle, mm
    still: Pixels  # what no body moves, fading out towards the front, (rows, columns); above it nothing
    texels: Pixels  # the bands, and under them the flesh of the middling body; column after column
    top: NDArray[np.int64]  # where each column's begin in there
    rows: Field  # the row of the textures where each layer's hang, where they begin and end, (3, layers, 1)
    middling: Field  # how far above the floor the middling body's muscles end, in rows
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


class Runs(NamedTuple):
    """Pixels one below the other, of a layer in one column after another, then of the next layer."""

    there: NDArray[np.int64]  # where the first one lies in the picture
    long: NDArray[np.int64]  # how many they are
    seen: NDArray[np.int64]  # what is seen in it: where that lies in the textures, with BITS behind the point
    step: NDArray[np.int64]  # how much further on it is in each next one
    carried: int  # so many pixels are before those that show muscles
    ends: NDArray[np.int64] | None  # of the muscles' runs, the first and the last that may be seen; None if all may


def base_of(window: Window, picture: QImage, tone: Tone) -> Base:
    """Prepare a view; `picture` is the flesh over it, with its ink."""
    cut, x = crosscut(DEFAULT), window.x
    middling = np.interp(x, cut.x, cut.muscle)
    bone = np.interp(x, cut.bone_x, cut.bone, left=-99, right=-99)
    floor = window.row(np.maximum(np.minimum(bone, middling - 0.3), middling - SINK_MM).astype(np.float32))
    rows = np.arange(window.high, dtype=np.float32)[:, None]
    z = (np.float32(window.top - 0.5) - rows) / np.float32(window.scale)
    faded = _dimmed(pixels_of(picture), (256 * eased(z, *FADE_MM)).astype(np.uint32))
    bands = bands_of(window, tone)
    texels = np.ascontiguousarray(np.concatenate([bands.pixels, faded]).T)
    deep = texels.shape[1]
    return Base(
        window,
        x,
        still=np.where(rows < np.floor(floor), np.uint32(0), faded),
        texels=texels.ravel(),
        top=np.arange(window.wide, dtype=np.int64) * (deep << BITS),
        rows=_rows_of(bands, deep),
        middling=floor - window.row(middling.astype(np.float32)),
        floor=floor,
    )


def _rows_of(bands: Bands, deep: int) -> Field:
    """See `Base.rows`; `deep` is how many rows of textures there are."""
    below = len(bands.pixels)
    hung = bands.skin, bands.fat, bands.fascia - 1, bands.fascia, below
    first = bands.skin, bands.fat, bands.deep, bands.fascia, below
    last = bands.fat, bands.deep, bands.fascia, below, deep - 1  # the very last is there to be smoothed into
    return np.array([hung, first, np.array(last) - NEARLY], np.float32)[..., None]


def living(base: Base, cut: CrossCut, lined: Callable[[Edges], list[Line]], *, smooth: bool = True) -> Pixels:
    """The cut of a body over the window; `lined` says which lines are drawn along its layers.

    Muscles that are not `smooth` are a pixel off here and there: good enough while the body changes.
    """
    rows = base.window.row(_heights(base.x, cut))
    rows[:, np.abs(base.x) >= FLANK[1] * float(cut.x[-1])] = base.window.high  # there it has faded out
    edges = Edges(*rows)
    out = base.still.copy()
    _lay(base, _runs_of(base, rows), out, smooth=smooth)
    top = np.floor(edges.skin)
    _rule(out, lined(edges), top)
    _soften_skin(edges.skin, top, out)
    _fade(base, float(cut.x[-1]), top, out)
    return out


def _heights(x: Field, cut: CrossCut) -> Field:
    """The edges of all layers but bone at some places, (5, columns); beyond the flanks as at them."""
    left, step = float(cut.x[0]), float(cut.x[1] - cut.x[0])
    at = (x - np.float32(left)) * np.float32(1 / step)
    np.minimum(np.maximum(at, np.float32(0), out=at), np.float32(cut.x.size - 1.001), out=at)
    before = at.astype(np.int32)
    at -= before
    lines = np.stack(cut[1:6])
    start = lines.take(before, 1)
    before += 1
    return np.asarray(start + (lines.take(before, 1) - start) * at, np.float32)


def _runs_of(base: Base, edges: Field) -> Runs:
    """Skin, fat in two floors, and fascia, each hung up at its own edge so that nothing stretches; then the muscles.

    These are stretched between their floor and where this body's end. `edges` are in rows, (5, columns).
    """
    wide, (skin, fat, _, fascia, muscle) = base.window.wide, edges
    start = np.empty((6, wide), np.float32)
    start[0], start[1:5], start[5] = skin, edges[1:] + np.float32(0.5), base.floor
    np.floor(start, out=start)  # of the uppermost pixel some is seen; of others most, or they are the layer's above
    np.minimum(np.maximum(start, np.float32(0), out=start), np.float32(base.window.high), out=start)
    np.maximum.accumulate(start, 0, out=start)
    count = start[1:] - start[:5]
    hung, step = np.empty((5, wide), np.float32), np.empty((5, wide), np.float32)
    hung[0], hung[1], hung[2:4], hung[4] = skin, fat, fascia, base.floor
    step[0], step[1:3] = SKIN_ROWS, 2.5 * rows_mm(base.window)  # on a slope a layer is cut longer than it is thick
    step[:3] /= np.maximum(fat - skin, np.float32(0.5))
    np.divide(np.float32(FASCIA_ROWS), np.maximum(muscle - fascia, np.float32(0.5)), out=step[3])
    np.divide(base.middling, np.maximum(base.floor - muscle, np.float32(0.5)), out=step[4])
    first = (start[:5] + np.float32(0.5) - hung) * step
    first[4] += base.floor - np.float32(0.5)  # a picture's rows are seen in their middles
    row, low, behind = base.rows
    first += row
    more = np.maximum(count - 1, np.float32(1))
    last = first + more * step
    astray = bool((first[4] < low[4]).any() or (last[4] > behind[4]).any())  # what would be seen is out of view
    np.minimum(np.maximum(last[:4], low[:4], out=last[:4]), behind[:4], out=last[:4])
    np.minimum(np.maximum(first[:4], low[:4], out=first[:4]), behind[:4], out=first[:4])
    some, column = np.flatnonzero(count), np.arange(wide, dtype=np.float32)
    of_flesh = base.top.take(some[some >= 4 * wide] - 4 * wide)
    return Runs(
        there=(start[:5] * np.float32(wide) + column).ravel().take(some).astype(np.int64),
        long=count.ravel().take(some).astype(np.int64),
        seen=(_fixed(first) + base.top).ravel().take(some),
        step=_fixed((last - first) / more).ravel().take(some),
        carried=int(count[:4].sum()),
        ends=of_flesh + _fixed(np.stack([low[4], behind[4]])) if astray else None,
    )


def _fixed(numbers: Field) -> NDArray[np.int64]:
    """With BITS behind the point."""
    return (numbers * np.float32(1 << BITS)).astype(np.int64)


def _lay(base: Base, runs: Runs, out: Pixels, *, smooth: bool) -> None:
    """Put the textures' pixels where the runs have them."""
    seen = _counted(runs.seen, runs.step, runs.long)
    there = _counted(runs.there, np.full(runs.long.size, base.window.wide), runs.long)
    if runs.ends is not None:
        first, last = (np.repeat(end, runs.long[-end.size :]) for end in runs.ends)
        np.minimum(np.maximum(seen[runs.carried :], first), last, out=seen[runs.carried :])
    if smooth:
        part = (seen[runs.carried :] >> BITS - 8 & 255).astype(np.uint32)
    seen >>= BITS
    pixels = base.texels.take(seen)
    if smooth:
        below = base.texels.take(seen[runs.carried :] + 1)
        pixels[runs.carried :] = _mixed(pixels[runs.carried :], below, part)
    out.ravel()[there] = pixels


def _counted(first: NDArray[np.int64], step: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each number and those that follow in its steps, so many together, one after another."""
    steps = np.repeat(step, count)
    if steps.size:
        jumps = first[1:] - first[:-1]
        jumps -= step[:-1] * (count[:-1] - 1)
        steps[0] = first[0]
        steps[np.cumsum(count[:-1])] = jumps
    return np.cumsum(steps)


def _rule(out: Pixels, lines: list[Line], top: Field) -> None:
    """Draw lines with soft edges, column by column, nothing above the rows `top`."""
    high, wide = out.shape
    at = np.stack([line.rows for line in lines])
    slope = np.zeros_like(at)
    np.subtract(at[:, 2:], at[:, :-2], out=slope[:, 1:-1])
    slope *= slope
    slope *= np.float32(0.25)
    slope += 1
    widths = np.array([[line.width / 2, line.share] for line in lines], np.float32)
    half = np.minimum(np.sqrt(slope, out=slope), np.float32(STEEP)) * widths[:, :1]
    count = ceil(2 * float(half.max()) + 1)
    rows = np.floor(at - half)[:, None] + np.arange(count, dtype=np.float32)[:, None]
    cover = rows + np.float32(0.5)
    cover -= at[:, None]
    np.abs(cover, out=cover)
    np.subtract((half + np.float32(0.5))[:, None], cover, out=cover)
    np.minimum(np.maximum(cover, np.float32(0), out=cover), np.float32(1), out=cover)
    cover *= (np.minimum(half, np.float32(0.5)) * (widths[:, 1:] * np.float32(512)))[:, None]
    cover *= rows >= np.maximum(top, np.float32(0))
    cover *= rows < high
    np.minimum(np.maximum(rows, np.float32(0), out=rows), np.float32(high - 1), out=rows)
    where = rows.astype(np.int64)
    where *= wide
    where += np.arange(wide)
    part, pixels = cover.astype(np.uint32), out.ravel()
    red, green, blue = np.array([line.colour for line in lines], np.uint32).T[..., None, None]
    colour = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    for turn in (slice(0, None, 2), slice(1, None, 2)):  # neighbours seldom meet but one line further on
        pixels[where[turn]] = _mixed(pixels.take(where[turn]), colour[turn], part[turn])


def _mixed(first: Pixels, second: Pixels, part: Pixels) -> Pixels:
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


def _soften_skin(skin: Field, top: Field, out: Pixels) -> None:
    """Of the pixels that the skin's edge goes through only so much is seen as lies below it; they are in rows `top`."""
    there = np.flatnonzero((top >= 0) & (top < len(out)))
    row = top.take(there).astype(np.int64)
    out[row, there] = _dimmed(out[row, there], ((top + 1 - skin).take(there) * 256).astype(np.uint32))


def _fade(base: Base, end_mm: float, top: Field, out: Pixels) -> None:
    """Towards the flanks it all fades out; above skin, in the rows `top`, and what lies still there is nothing."""
    left, right = np.searchsorted(base.x, np.array([-FLANK[0] * end_mm, FLANK[0] * end_mm], np.float32)).tolist()
    for part in (slice(0, left), slice(right, base.window.wide)):
        if part.start < part.stop:
            seen = 256 * (1 - eased(np.abs(base.x[part]), FLANK[0] * end_mm, FLANK[1] * end_mm))
            first = min(float(top[part].min()), float(base.floor[part].min()))
            rows = slice(max(int(first), 0), None)
            out[rows, part] = _dimmed(out[rows, part], seen.astype(np.uint32))


def _dimmed(pixels: Pixels, part: Pixels) -> Pixels:
    """So many 256ths of it, premultiplied."""
    return np.asarray(((pixels & ODD) * part >> 8 & ODD) | ((pixels >> 8 & ODD) * part & ~ODD), np.uint32)
