"""The colours: what each structure is made of, and how a lit relief becomes a picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from window import Field, Window, mean_of_blocks

if TYPE_CHECKING:
    from relief import Placed

PIT_MM, PIT_DARK = 8.0, 0.5  # a pit so deep in its form is darker by that share
Colour = tuple[int, int, int]
Line = tuple[tuple[float, float, float], ...]  # x, y, half width in mm


@dataclass(frozen=True)
class Material:
    """One tissue: its colour in full light, and how its shadows warm."""

    colour: Colour
    warmth: Colour = (
        92,
        108,
        116,
    )  # hundredths: each channel's share of a shadow; red less than blue is warm
    pale: Colour = (226, 202, 184)  # what it turns into towards tendon, or where it is thin
    streaks: tuple[float, float, float] = (1.0, 1.0, 1.0)  # how much each channel follows the fibres
    cover: float = 1.0  # below 1 it is a sheet that lets through what lies beneath


BONE = Material((252, 240, 216), (92, 110, 130))
HOLE = Material((84, 62, 44), (96, 108, 120))
CARTILAGE = Material((208, 200, 180), (96, 106, 116))
MUSCLE = Material((190, 88, 73), (80, 116, 116), streaks=(0.6, 1.0, 1.0))
APONEUROSIS = Material((236, 222, 206), (90, 107, 112), cover=0.85)
FASCIA = Material((240, 234, 224), (90, 105, 108), cover=0.84)
FASCIA_DEEP = Material((246, 233, 210), (88, 107, 114))
LIGAMENT = Material((244, 240, 230), (90, 105, 110), cover=0.95)
TETHER = Material((248, 232, 208), (90, 107, 116), cover=0.9)
FAT = Material((249, 214, 136), (82, 111, 134), pale=(248, 222, 172))
THIN_FAT = Material((246, 212, 160), (84, 111, 126))


def of(material: Material, shape: tuple[int, int]) -> tuple[Field, Field]:
    """One tissue everywhere: colour in full light 0..1, and warmth, each (rows, columns, 3)."""
    colour, warmth = np.array(material.colour, np.float32) / 255, np.array(material.warmth, np.float32) / 100
    return np.tile(colour, (*shape, 1)), np.tile(warmth, (*shape, 1))


def paint(placed: Placed, colour: Field, warmth: Field) -> None:
    """Lay a form's colour over what is there, in place."""
    form = placed.form
    tissue, shadow = of(form.material, placed.inside.shape)
    if form.fibres:
        tissue *= 1 + form.fibres.streak * placed.strand[..., None] * form.material.streaks
    if form.lobules:
        cushion, shade = placed.cushions
        tissue *= (1 + form.lobules.shade * (2 * shade - 1 + 1.2 * (cushion - 0.6)))[..., None]
    if form.pale:
        near = np.maximum.reduce([_along(line, placed.x, placed.y) for line in form.pale])
        share = np.clip(near * (0.5 + 0.28 * placed.strand), 0, 1)[..., None]
        tissue += (np.array(form.material.pale, np.float32) / 255 - tissue) * share
    tissue *= (1 - PIT_DARK * np.clip(-placed.pits / PIT_MM, 0, 1) ** 2)[..., None]
    share = (placed.inside * form.material.cover)[..., None]
    colour += (tissue - colour) * share
    warmth += (shadow - warmth) * share


def _along(line: Line, x: Field, y: Field) -> Field:
    """1 on a line of (x, y, width), falling off softly over its width."""
    points = np.array(line)
    reach = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points[:, :2], axis=0).T))])
    at = np.linspace(0, reach[-1], max(1, int(reach[-1] / 3)))
    dense = np.column_stack([np.interp(at, reach, points[:, k]) for k in range(3)]) if len(line) > 1 else points
    spots = (((x - px) ** 2 + (y - py) ** 2) / width**2 for px, py, width in dense)
    return np.asarray(np.exp(-reduce(np.minimum, spots)), np.float32)


def mix(colour: Field, material: Material, share: Field) -> None:
    """Blend in one tissue, in place."""
    colour += (np.array(material.colour, np.float32) / 255 - colour) * (share * material.cover)[..., None]


def ground_alpha(body: Field, window: Window, bottom_mm: tuple[float, float], top_mm: float = 20.0) -> Field:
    """Opacity: the body, fading into the ground at the top and between the two heights below."""
    top = 190.0
    fade = eased((top - window.y) / top_mm) * eased((window.y - bottom_mm[0]) / (bottom_mm[1] - bottom_mm[0]))
    return np.asarray(body * fade, np.float32)


def eased(t: Field) -> Field:
    """0 to 1 without a visible beginning or end."""
    t = np.clip(t, 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def to_pixels(colour: Field, alpha: Field, factor: int, tone: int) -> NDArray[np.uint8]:
    """(rows, columns, 4): mean over factor x factor pixels, colour weighted by opacity so that no edge pales.

    `tone` is the step between two tones, of 255: coarser where texture hides it, for smaller files.
    """
    small = mean_of_blocks(np.concatenate([colour * alpha[..., None], alpha[..., None]], -1), factor)
    opacity = small[..., 3:]
    rgb = small[..., :3] / np.maximum(opacity, 1e-4)
    rgb = np.round(np.where(opacity > 0.002, rgb, 0) * (255 / tone)) * (tone / 255)
    return np.asarray(np.clip(np.concatenate([rgb, opacity], -1) * 255 + 0.5, 0, 255), np.uint8)
