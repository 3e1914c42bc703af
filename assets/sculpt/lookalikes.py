"""Make the drawings of what is taken for a dimple: python assets/sculpt/lookalikes.py.

Needs numpy, scipy and pillow (the extra "sculpt"). Each is skin with one feature, in the light of the plate; the same
bytes each time. A drawing says in itself what it shows: the text "frame" of the PNG, left, top, width, height in mm.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo
from scipy.ndimage import gaussian_filter

ASSETS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ASSETS.parent))  # the program that shows the drawings lights them

from lookalike_forms import DRAWINGS, Drawing, Frame  # noqa: E402  # after the path

from dimples_gui.body.shapes import Field, rise  # noqa: E402
from dimples_gui.body.tones import DEFAULT_TONE  # noqa: E402
from dimples_gui.plate.lamp import Lamp  # noqa: E402
from dimples_gui.plate.lit import PX_MM, Pixels, Surface, lit  # noqa: E402
from dimples_gui.plate.living import manner_of  # noqa: E402

WIDE, HIGH = 560, 455  # pixels of a drawing
FINER = 2  # lit so many times finer, then averaged
HOLLOWS = (0.0125, 0.03, 0.075)  # sizes of hollow that the sky does not reach into, of the drawing's width
STEP = 3  # of 255, in which colours are kept: finer ones are grain, and take twice the room
FADE = 0.06  # along the edges, of the drawing's height
LAMP = Lamp()._replace(elevation=27.0)  # low enough to show how deep a dent is
PALE = (255, 231, 214)  # skin that has lost its colour
SPOTS = ((0.019, 0.4), (0.005, 0.7))  # size, of the width, and share of what blood beneath it does to skin
BLOOD = (-0.002, 0.008, 0.006)  # red, green, blue
INK, LINE = (74, 52, 43), 0.0036  # of the rhombus; its width, of the drawing's
DASH, RING = 0.016, 0.052  # length of a dash and radius of a ring, of the width
SEED = 5


def main() -> None:
    """Draw all of them, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=list(DRAWINGS), action="append", help="only this one (may be repeated)")
    parser.add_argument("--out", type=Path, default=ASSETS / "lookalikes")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name in chosen.only or DRAWINGS:
        told = PngInfo()
        told.add_text("frame", " ".join(f"{part:g}" for part in DRAWINGS[name].frame))
        drawn(DRAWINGS[name]).save(chosen.out / f"{name}.png", optimize=True, pnginfo=told)


def drawn(drawing: Drawing) -> Image.Image:
    """A drawing at the size in which it is kept."""
    x, y = raster(drawing.frame)
    px_mm = WIDE * FINER / drawing.frame.width
    height, body = drawing.height(x, y), drawing.body(x, y)
    free = np.full((*height.shape, 2), 255, np.uint8)
    free[..., 0] = np.rint(255 * (1 - hollows(height, px_mm)))
    larger = np.where(body, height * np.float32(px_mm / PX_MM), np.float32(np.nan))  # for the light, 2 px are 1 mm
    pixels = lit(
        Surface(larger.astype(np.float32), complexion(drawing.pale(x, y)), free, manner_of(DEFAULT_TONE)), LAMP
    )
    return faded(inked(straight(pixels, body), drawing))


def raster(frame: Frame) -> tuple[Field, Field]:
    """The finer pixels' centres in mm: x (1, columns), y (rows, 1)."""
    x = frame.left + frame.width * (np.arange(WIDE * FINER) + 0.5) / (WIDE * FINER)
    y = frame.top - frame.height * (np.arange(HIGH * FINER) + 0.5) / (HIGH * FINER)
    return x.astype(np.float32)[None, :], y.astype(np.float32)[:, None]


def hollows(height: Field, px_mm: float) -> Field:
    """How deep each point lies below its surroundings, 0 (free) to 1 (in a hole), over several sizes."""
    shade = np.zeros_like(height)
    for share in HOLLOWS:
        size_px = share * WIDE * FINER
        around = gaussian_filter(height, size_px, mode="nearest", truncate=3)
        depth = np.clip((around - height) * px_mm / size_px, 0, 1.5)
        shade += depth / (depth + 0.6) / len(HOLLOWS)
    return shade


def complexion(pale: Field) -> Pixels:
    """The skin in full light: blue, green, red and opacity."""
    full = (
        np.array(DEFAULT_TONE.colour, np.float32) * (1 - pale[..., None]) + np.array(PALE, np.float32) * pale[..., None]
    )
    spots = np.zeros(pale.shape, np.float32)
    chance = np.random.default_rng(SEED)
    for size, share in SPOTS:
        soft = gaussian_filter(chance.random(pale.shape, np.float32) - np.float32(0.5), size * WIDE * FINER)
        spots += soft * np.float32(share / soft.std())
    full *= 1 + spots[..., None] * np.array(BLOOD, np.float32)
    opaque = np.full((*pale.shape, 1), 255, np.uint8)
    return np.concatenate([np.clip(np.rint(full[..., ::-1]), 0, 255).astype(np.uint8), opaque], 2)


def straight(pixels: Pixels, body: NDArray[np.bool_]) -> Image.Image:
    """A lit picture at the size in which it is kept: red, green, blue and opacity."""
    rows, columns = body.shape[0] // FINER, body.shape[1] // FINER
    there = np.where(body, 255, 0)[..., None]
    mean = (
        np.concatenate([pixels[..., 2::-1] * (there > 0), there], 2)
        .reshape(rows, FINER, columns, FINER, 4)
        .mean((1, 3))
    )
    colour = mean[..., :3] * 255 / np.maximum(mean[..., 3:], 1)
    kept = np.clip(np.rint(colour / STEP) * STEP, 0, 255)
    return Image.fromarray(np.concatenate([kept, mean[..., 3:]], 2).astype(np.uint8))


def inked(picture: Image.Image, drawing: Drawing) -> Image.Image:
    """With the thin lines of the rhombus and dashed rings, drawn larger and then made smaller."""
    if not (drawing.lines or drawing.rings):
        return picture
    larger = 4
    sheet = Image.new("L", (WIDE * larger, HIGH * larger), 0)
    pen, width = ImageDraw.Draw(sheet), round(LINE * WIDE * larger)
    for line in drawing.lines:
        points = [_pixel(point, drawing.frame, larger) for point in line]
        pen.line(points, fill=200, width=width, joint="curve")
    for centre in drawing.rings:
        at, radius = _pixel(centre, drawing.frame, larger), RING * WIDE * larger
        box = (at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)
        dashes = round(np.pi * RING / DASH)
        for dash in range(dashes):
            pen.arc(box, 360 * dash / dashes, 360 * (dash + 0.55) / dashes, fill=200, width=width)
    mask = sheet.resize((WIDE, HIGH), Image.Resampling.BOX)
    ink = Image.new("RGBA", picture.size, (*INK, 255))
    ink.putalpha(mask)
    return Image.alpha_composite(picture, ink)


def _pixel(point: tuple[float, float], frame: Frame, larger: int) -> tuple[float, float]:
    """Where a point in mm is, in pixels."""
    scale = WIDE * larger / frame.width
    return (point[0] - frame.left) * scale, (frame.top - point[1]) * scale


def faded(picture: Image.Image) -> Image.Image:
    """Fading into whatever ground along all edges, in round corners."""
    pixels = np.asarray(picture).copy()
    x, y = np.arange(WIDE) + 0.5, np.arange(HIGH)[:, None] + 0.5
    reach = HIGH * FADE * 2
    away = [np.maximum(reach - np.minimum(at, size - at), 0) / reach for at, size in ((x, WIDE), (y, HIGH))]
    seen = rise(np.hypot(*away), 1.0, 0.35)
    pixels[..., 3] = np.rint(pixels[..., 3] * seen)
    pixels[pixels[..., 3] == 0] = 0
    return Image.fromarray(pixels)


if __name__ == "__main__":
    main()
