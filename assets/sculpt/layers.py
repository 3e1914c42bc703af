"""One layer after the other: relief, light and colour put together."""

import numpy as np
from numpy.typing import NDArray

import tint
from light import Manner, lit
from outlines import Outline, coverage
from skin import height_of_skin
from window import Field, Window

SKIN_LIGHT = Manner(wrap=0.40, fill=0.24, sky=0.28, hollow=0.45, cast=0.15, rim=0.22, gloss=0.035)


def height(layer: str, outlines: dict[str, list[Outline]], window: Window) -> Field:
    """The layer's relief in mm towards the viewer: the one place that a sculpted relief may replace."""
    body = _body(layer, outlines, window)
    return height_of_skin(body, window)


def _body(layer: str, outlines: dict[str, list[Outline]], window: Window) -> Field:
    surface = next(outline for outline in outlines["skin"] if outline.id == "skin-surface")
    return coverage(surface, window)


def picture(layer: str, outlines: dict[str, list[Outline]], window: Window, factor: int) -> NDArray[np.uint8]:
    """The layer's finished picture, (rows, columns, 4), `factor` times smaller than the window."""
    body = _body(layer, outlines, window)
    bright, shine = lit(height(layer, outlines, window), body, window, SKIN_LIGHT)
    glow = tint.scattered(bright, body, window, (1.8, 0.8, 0.4))
    warmth = np.array(tint.SKIN.warmth, np.float32) / 100
    colour = np.array(tint.SKIN.colour, np.float32) / 255
    tone = np.clip(0.06 + 1.0 * glow, 0.03, None) ** warmth
    picture = colour * tone
    picture = picture + (1 - picture) * shine[..., None]
    return tint.to_pixels(picture, tint.ground_alpha(body, window, (-98, -58)), factor)
