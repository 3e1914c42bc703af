"""The colours: what each structure is made of, and how a lit relief becomes a picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from light import blurred_inside
from window import Field, Window

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Material:
    """One tissue: its colour in full light, and how its shadows warm."""

    colour: Colour
    warmth: Colour = (
        92,
        108,
        116,
    )  # hundredths: each channel's share of a shadow; red less than blue is warm
    cover: float = 1.0  # below 1 it is a sheet that lets through what lies beneath


SKIN = Material((238, 187, 154), (84, 112, 124))


def shaded(colour: Field, warmth: Field, bright: Field, shine: Field) -> Field:
    """Lit colour, (rows, columns, 3), 0..1. Shadows keep their colour: dark red, not black."""
    tone = np.clip(bright, 0.03, None)[..., None] ** warmth
    lit = colour * tone
    return np.asarray(lit + (1 - lit) * shine[..., None], np.float32)


def scattered(bright: Field, body: Field, window: Window, reach_mm: tuple[float, float, float]) -> Field:
    """Brightness for red, green and blue after light has wandered under the skin, farthest for red."""
    return np.stack([blurred_inside(bright, body, reach * window.px_mm) for reach in reach_mm], -1)


def ground_alpha(body: Field, window: Window, bottom_mm: tuple[float, float], top_mm: float = 20.0) -> Field:
    """Opacity: the body, fading into the ground at the top and between the two heights below."""
    top = 190.0
    fade = eased((top - window.y) / top_mm) * eased((window.y - bottom_mm[0]) / (bottom_mm[1] - bottom_mm[0]))
    return np.asarray(body * fade, np.float32)


def eased(t: Field) -> Field:
    """0 to 1 without a visible beginning or end."""
    t = np.clip(t, 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def to_pixels(colour: Field, alpha: Field, factor: int) -> NDArray[np.uint8]:
    """(rows, columns, 4): mean over factor x factor pixels, colour weighted by opacity so that no edge pales."""
    rows, columns = alpha.shape[0] // factor, alpha.shape[1] // factor
    weighted = np.concatenate([colour * alpha[..., None], alpha[..., None]], -1)
    small = weighted.reshape(rows, factor, columns, factor, 4).mean((1, 3))
    opacity = small[..., 3:]
    rgb = small[..., :3] / np.maximum(opacity, 1e-4)
    rgb = np.where(opacity > 0.002, rgb, 0.35)
    return np.asarray(np.clip(np.concatenate([rgb, opacity], -1) * 255 + 0.5, 0, 255), np.uint8)
