"""Outlines blown up into rounded bodies: thin parts become rods, broad parts plateaus."""

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates, zoom
from window import Field

SWEEPS = 48  # of relaxation a level; the levels below have done the far part already
FILM_PX_MM = 3.0  # finer than this the film is not worked out
RIM = 0.05  # keeps the edge from being quite upright, where light would flicker from pixel to pixel
SMALLEST_PX = 12  # no pyramid level is smaller than this


def swell(inside: Field, px_mm: float, reach_mm: float) -> Field:
    """Thickness in mm of a body with this filled outline (0..1).

    A rod of any width up to about `reach_mm` comes out round; wider bodies level off at reach * sqrt 2. The square
    root of the height u of a film blown up over the outline and held back by a spring: u'' = (u - 1) / reach^2.
    """
    if px_mm >= 2 * FILM_PX_MM:
        small = swell(_halved(inside), px_mm / 2, reach_mm)
        return enlarged(small, tuple(2 * length for length in small.shape))[: inside.shape[0], : inside.shape[1]]
    film = _film(inside, px_mm * reach_mm)
    round_film = (np.sqrt(np.clip(film, 0, 1) + RIM) - RIM**0.5) / ((1 + RIM) ** 0.5 - RIM**0.5)
    smooth = gaussian_filter(round_film, 0.3 * px_mm)
    return np.asarray(smooth * np.float32(np.sqrt(2) * reach_mm), np.float32)


def _film(inside: Field, reach_px: float) -> Field:
    """The film's height, 0..1: relaxed on a half-size grid first, then refined."""
    if min(inside.shape) >= 2 * SMALLEST_PX and reach_px > 2:
        film = _resized(_film(_halved(inside), reach_px / 2), inside.shape)
    else:
        film = inside.copy()
    spring = np.float32(1 / reach_px**2)
    share = inside / (4 + spring)
    for _ in range(SWEEPS):
        wide = np.pad(film, 1)
        around = wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]
        film = 0.15 * film + 0.85 * share * (around + spring)
    return np.asarray(film, np.float32)


def _halved(inside: Field) -> Field:
    rows, columns = (length + length % 2 for length in inside.shape)
    even = np.pad(inside, ((0, rows - inside.shape[0]), (0, columns - inside.shape[1])))
    return np.asarray(even.reshape(rows // 2, 2, columns // 2, 2).mean((1, 3)), np.float32)


def _resized(small: Field, shape: tuple[int, ...]) -> Field:
    wide = np.repeat(np.repeat(small, 2, 0), 2, 1)[: shape[0], : shape[1]]
    return np.asarray(gaussian_filter(wide, 0.7), np.float32)


def spread(coarse: Field, shape: tuple[int, ...], step: int, order: int = 3) -> Field:
    """A field known at every `step`-th pixel, filled in smoothly for all of them."""
    rows, columns = (np.arange(length, dtype=np.float32) / step for length in shape)
    grid = np.meshgrid(rows, columns, indexing="ij")
    return np.asarray(map_coordinates(coarse, grid, order=order, mode="nearest"), np.float32)


def enlarged(small: Field, shape: tuple[int, ...]) -> Field:
    """Cubic interpolation to another number of pixels over the same area."""
    if small.shape == shape:
        return small
    factors = [want / have for want, have in zip(shape, small.shape, strict=True)]
    return np.asarray(zoom(small, factors, order=3, mode="nearest", grid_mode=True), np.float32)
