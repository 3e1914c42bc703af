"""What a bone is built of: plates and rods grown together, ridges and swellings upon them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from forms import Depth
from numpy.typing import NDArray
from outlines import Outline, coverage
from parts import Bead, Bone, Ridge, Rod, Slab
from rounding import spread, swell
from scipy.interpolate import PchipInterpolator, RBFInterpolator, splev, splprep
from scipy.ndimage import gaussian_filter
from scipy.spatial import cKDTree
from window import Field, Window

Rings: TypeAlias = tuple[NDArray[np.float64], ...]
DEPTH_STEP_MM = 3.0  # points are joined to a surface on a grid this coarse
STEEP = 0.94  # so far out, in half widths, a rod's round side turns into a straight flank
FLANK = 4.0  # mm a plate's flank falls in a mm
EVEN_MM = 0.8  # over so much a rod's height and width are evened out
FAR_MM = 20.0  # farther out nothing is left of a plate


@dataclass(frozen=True, eq=False)
class Site:
    """The part of the raster that a bone stands on; x grows to its own outer side."""

    window: Window
    cut: tuple[slice, slice]
    x: Field
    y: Field
    has_side: bool

    @property
    def out(self) -> Field:
        """How far from the midline (or, on a paired bone, to its outer side)."""
        return self.x if self.has_side else np.abs(self.x)


def built(bone: Bone, ground: Field, site: Site) -> Field:
    """The parts of the bone on what it stands on, mm."""
    parts = [_slab(slab, site) for slab in bone.slabs] + [_rod(rod, site) for rod in bone.rods]
    return reduce(lambda low, part: knitted(low, part, bone.knit), parts, ground)


def raised(ridges: Iterable[Ridge], site: Site) -> Field:
    """The sum of the ridges, mm."""
    total = np.zeros(np.broadcast_shapes(site.x.shape, site.y.shape), np.float32)
    for ridge in ridges:
        total += _ridge(ridge, site)
    return total


def knitted(one: Field, other: Field, softness: float) -> Field:
    """The higher of the two, with a fillet where they meet."""
    fillet = np.clip(softness - np.abs(one - other), 0, None) ** 2 / (4 * softness)
    return np.asarray(np.maximum(one, other) + fillet, np.float32)


def _along(line: tuple[Bead, ...], site: Site, blunt: float = 1.0) -> tuple[Field, Field, Field]:
    """The distance to the line (beyond its ends `blunt` times), and its two last figures at the nearest point."""
    out, y = site.out, site.y
    shape = np.broadcast_shapes(out.shape, y.shape)
    nearest, first, second = (np.full(shape, start, np.float32) for start in (np.inf, 0, 0))
    fine = _finer(line)
    for number, ((x0, y0, a0, b0), (x1, y1, a1, b1)) in enumerate(pairwise(fine)):
        dx, dy = x1 - x0, y1 - y0
        length = max(float(np.hypot(dx, dy)), 1e-3)
        at = ((out - x0) * dx + (y - y0) * dy) / length**2
        share = np.clip(at, 0, 1)
        over = (at - share) * length
        is_end = (over < 0) & (number == 0) | (over > 0) & (number == len(fine) - 2)
        aside = ((out - x0) * dy - (y - y0) * dx) / length
        far = np.hypot(aside, over * np.where(is_end, blunt, 1.0))
        closer = far < nearest
        for total, value in ((nearest, far), (first, a0 + share * (a1 - a0)), (second, b0 + share * (b1 - b0))):
            np.copyto(total, value, where=closer)
    sigma = EVEN_MM * site.window.px_mm  # or the inner side of a bend would show a seam
    return nearest, gaussian_filter(first, sigma), gaussian_filter(second, sigma)


def _rod(rod: Rod, site: Site) -> Field:
    """A rod's upper side, mm; beyond it the flank goes on down."""
    power = rod.square
    edge = (1 - STEEP**power) ** (1 / power)
    far, height, half = _along(rod.beads, site, rod.blunt)
    round_side = 1 - (1 - np.minimum(far / half, STEEP) ** power) ** (1 / power)
    steepest = max(rod.deep * (STEEP / edge) ** (power - 1), rod.flank)
    flank = steepest * np.maximum(far - STEEP * half, 0)
    return np.asarray(height - rod.deep * half * round_side - flank, np.float32)


def _finer(line: tuple[Bead, ...]) -> tuple[Bead, ...]:
    """The line with points between, so that it bends and swells without corners."""
    known = np.array(line)
    at = np.arange(len(line))
    fine = np.linspace(0, at[-1], 5 * at[-1] + 1)
    return tuple(map(tuple, PchipInterpolator(at, known)(fine).tolist()))


def _slab(slab: Slab, site: Site) -> Field:
    """A plate's upper side, mm; beyond it the flank goes on down."""
    rim = np.array([point[:2] for point in slab.rim])
    on_midline = rim[0, 0] == 0 and rim[-1, 0] == 0 and not site.has_side
    ring = _ring(np.concatenate([rim, rim[-2:0:-1] * (-1, 1)]) if on_midline else rim)
    rings: Rings = (ring,) if on_midline or site.has_side else (ring, ring * (-1, 1))
    if site.has_side and site.x[0, 0] > site.x[0, -1]:  # outlines are drawn on the raster, which is not mirrored
        rings = tuple(part * (-1, 1) for part in rings)
    inside = coverage(Outline("slab", False, rings), site.window)[site.cut]
    px_mm = site.window.px_mm
    surface = through(slab.rim + slab.within, site)
    bulge = swell(inside, px_mm, slab.reach) - np.float32(np.sqrt(2) * slab.reach)
    return np.asarray(surface + slab.thick * bulge - FLANK * _outside(rings, inside, site), np.float32)


def _outside(rings: Rings, inside: Field, site: Site) -> Field:
    """How far each point that is not inside lies from the rings, in mm, up to FAR_MM."""
    across = -1 if site.has_side and site.x[0, 0] > site.x[0, -1] else 1
    x, y = np.broadcast_arrays(site.x * across, site.y)
    far = np.zeros_like(inside)
    free = inside < 0.5
    points = np.stack([x[free], y[free]], -1)
    near, _ = cKDTree(np.concatenate(rings)).query(points, distance_upper_bound=FAR_MM)
    far[free] = np.minimum(near, FAR_MM)
    return far


def _ring(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """A smooth closed line through the points."""
    closed = np.concatenate([points, points[:1]])
    curve, _ = splprep(closed.T, s=0.0, per=True, k=3)
    return np.column_stack(splev(np.linspace(0, 1, 40 * len(points)), curve))


def _ridge(ridge: Ridge, site: Site) -> Field:
    """A ridge's height, mm; it runs out softly at both ends if its last figures are 0."""
    far, half, height = _along(ridge.line, site)
    return np.asarray(height * np.exp(-((far / half) ** (2 * ridge.sharp))), np.float32)


def through(points: tuple[Depth, ...], site: Site, smoothing: float = 1.0) -> Field:
    """A smooth surface through points in mm; those of a bone with two like halves count on both sides."""
    known = np.array(points)
    if not site.has_side:
        known = np.concatenate([known, known[known[:, 0] > 0] * (-1, 1, 1)])
    step = max(1, round(DEPTH_STEP_MM * site.window.px_mm))
    shape = (site.y.shape[0], site.x.shape[1])
    beyond = 2 * step  # the last coarse point lies outside, so that nothing is extrapolated
    x0, y0 = float(site.x[0, 0]), float(site.y[0, 0])
    pace = float(site.x[0, 1] - site.x[0, 0])
    at_x = x0 + pace * np.arange(0, shape[1] + beyond, step)
    at_y = y0 - abs(pace) * np.arange(0, shape[0] + beyond, step)
    grid = np.stack(np.meshgrid(at_x, at_y), -1).reshape(-1, 2)
    surface = RBFInterpolator(known[:, :2], known[:, 2], smoothing=smoothing)(grid)
    return spread(surface.reshape(len(at_y), len(at_x)).astype(np.float32), shape, step)
