"""The colours: what each structure is made of, and how a lit relief becomes a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from light import blurred_inside
from window import Field, Window

if TYPE_CHECKING:
    from relief import Placed

DARKEST = 0.06  # paper never goes quite black
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
BONE = Material((252, 240, 216), (92, 110, 130))
HOLE = Material((120, 92, 66), (96, 108, 120))
CARTILAGE = Material((206, 205, 196), (98, 106, 114))
MUSCLE = Material((186, 78, 64), (80, 116, 118))
APONEUROSIS = Material((232, 214, 196), (92, 108, 114), 0.8)
FASCIA = Material((238, 228, 212), (92, 107, 112), 0.72)
LIGAMENT = Material((236, 229, 214), (94, 106, 112), 0.93)
TETHER = Material((246, 236, 220), (94, 106, 112), 0.8)
NERVE = Material((240, 214, 120), (92, 106, 118))
FAT = Material((246, 210, 128), (90, 108, 132))
SINEW: Colour = (226, 202, 184)  # what red flesh turns into where it becomes tendon


def of(material: Material, shape: tuple[int, int]) -> tuple[Field, Field]:
    """One tissue everywhere: colour in full light 0..1, and warmth, each (rows, columns, 3)."""
    colour, warmth = np.array(material.colour, np.float32) / 255, np.array(material.warmth, np.float32) / 100
    return np.tile(colour, (*shape, 1)), np.tile(warmth, (*shape, 1))


def paint(placed: Placed, colour: Field, warmth: Field) -> None:
    """Lay a form's colour over what is there, in place."""
    form = placed.form
    tissue, shadow = of(form.material, placed.inside.shape)
    if form.fibres:
        tissue *= 1 + form.fibres.streak * placed.strand[..., None] * (0.5, 1, 1)
    for x, y, radius in form.sinew:
        near = np.exp(-((placed.x - x) ** 2 + (placed.y - y) ** 2) / radius**2)
        share = np.clip(near * (1 + 0.5 * placed.strand), 0, 1)[..., None]
        tissue += (np.array(SINEW) / 255 - tissue) * share
    share = (placed.inside * form.material.cover)[..., None]
    colour += (tissue - colour) * share
    warmth += (shadow - warmth) * share


def mix(colour: Field, material: Material, share: Field) -> None:
    """Blend in one tissue, in place."""
    colour += (np.array(material.colour, np.float32) / 255 - colour) * (share * material.cover)[..., None]


def shaded(colour: Field, warmth: Field, bright: Field, shine: Field) -> Field:
    """Lit colour, (rows, columns, 3), 0..1. Shadows keep their colour: dark red, not black."""
    tone = np.clip(DARKEST + bright, 0.03, None) ** warmth
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
