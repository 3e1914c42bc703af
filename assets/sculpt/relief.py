"""Forms stacked in paint order: where each outline lies on the raster, and the layer's height in mm."""

from dataclasses import dataclass, field
from functools import cached_property

import grain
import numpy as np
from forms import Crease, Form, Lies, Mound
from numpy.typing import NDArray
from outlines import Outline, coverage
from parts import Bone
from rounding import spread, swell
from scipy.ndimage import gaussian_filter, label, maximum_filter, minimum_filter
from scipy.spatial import cKDTree
from skin import bump
from solids import Site, built, raised, through
from window import Field, Window

Cut = tuple[slice, slice]
EASE_MM = 0.4  # a cliff is leant back by about so much to both sides
EASY_MM = 1.2  # a drop over less than 1 mm that is still lit evenly


@dataclass(eq=False)
class Placed:
    """One outline with its form, on the part of the raster that it touches."""

    outline: Outline
    form: Form
    strands: grain.Lines
    seed: int
    window: Window

    @cached_property
    def cut(self) -> Cut:
        """The rows and columns it touches."""
        return cut_of(self.outline, self.window, 2.0)

    @cached_property
    def inside(self) -> Field:
        """How much of each pixel of the cut it covers."""
        return coverage(self.outline, self.window)[self.cut]

    @property
    def x(self) -> Field:
        """The cut's columns in mm, positive on the structure's outer side if it has a side."""
        return self.window.x[:, self.cut[1]] * np.float32(self.outline.side or 1)

    @property
    def y(self) -> Field:
        """The cut's rows in mm."""
        return self.window.y[self.cut[0]]

    @property
    def site(self) -> Site:
        """The ground to build on."""
        return Site(self.window, self.cut, self.x, self.y, bool(self.outline.side))

    @cached_property
    def swellings(self) -> Field:
        """The sum of the form's mounds, mm."""
        return self._sum_of(self.form.mounds)

    @cached_property
    def pits(self) -> Field:
        """The part of the mounds that are holes with an edge, mm: dark, because little light gets in."""
        return self._sum_of(tuple(mound for mound in self.form.mounds if mound.height < 0 and mound.edge >= 2))

    def _sum_of(self, mounds: tuple[Mound, ...]) -> Field:
        total = np.zeros_like(self.inside)
        for mound in mounds:
            turn = np.deg2rad(mound.turn)
            for x in (self.x,) if self.outline.side or not mound.x else (self.x, -self.x):
                dx, dy = x - mound.x, self.y - mound.y
                across, along = dx * np.cos(turn) + dy * np.sin(turn), dy * np.cos(turn) - dx * np.sin(turn)
                total += mound.height * bump(across, along, mound.width, mound.length, mound.edge)
        return total

    @cached_property
    def strand(self) -> Field:
        """The fibres' light and shade, mean 0, spread 1; nothing where the form has none."""
        if self.form.fibres is None:
            return np.zeros_like(self.inside)
        bundles = self.form.fibres
        step = max(1, round(self.window.px_mm / 3))  # 3 px/mm is fine enough
        x, y = self.window.x[:, self.cut[1]], self.y
        raster = grain.Raster(x[:, ::step], y[::step], self.window.px_mm / step)
        drawn = grain.fibres(self.strands, raster, (bundles.width, bundles.length), self.seed)
        fine = (bundles.width * 0.45, bundles.length * 0.6)
        drawn += 0.6 * grain.fibres(self.strands, raster, fine, self.seed + 1)
        return spread(drawn, self.inside.shape, step, order=1)

    @cached_property
    def cushions(self) -> tuple[Field, Field]:
        """The lobules' bulge 0..1, and one value 0..1 for each lobule."""
        if self.form.lobules is None:
            return np.zeros_like(self.inside), np.zeros_like(self.inside)
        size = self.form.lobules.size
        large, shade = grain.lobules(self.inside.shape, self.window.px_mm, size, self.seed + 7)
        small, _ = grain.lobules(self.inside.shape, self.window.px_mm, size * 0.45, self.seed + 17)
        return 0.7 * large + 0.3 * small, shade


def empty_stack(window: Window) -> "Stack":
    """Nothing anywhere, far down."""
    nothing = np.full(window.shape, -60, np.float32)
    return Stack(nothing, np.zeros(window.shape, np.float32), np.full(window.shape, -1, np.int16))


def cut_of(outline: Outline, window: Window, margin_mm: float) -> Cut:
    """The rows and columns an outline touches, with a margin."""
    pixels = window.to_pixels(outline.points)
    margin = margin_mm * window.px_mm
    low = np.clip(np.floor(pixels.min(0) - margin).astype(int), 0, window.shape[::-1])
    high = np.clip(np.ceil(pixels.max(0) + margin).astype(int), 0, window.shape[::-1])
    return slice(int(low[1]), int(high[1])), slice(int(low[0]), int(high[0]))


@dataclass(eq=False)
class Stack:
    """A layer's forms, one on the other."""

    height: Field  # mm towards the viewer
    body: Field  # 0..1, where there is anything
    owner: NDArray[np.int16]  # which placed form lies on top; -1 is none
    laid: dict[int, Form] = field(default_factory=dict)  # the forms by their number

    def copied(self) -> "Stack":
        """The same once more, to be built upon."""
        return Stack(self.height.copy(), self.body.copy(), np.full_like(self.owner, -1))

    def spanned(self, window: Window, reach_mm: float = 16.0) -> Field:
        """A cloth laid over the forms: what a ligament follows where it bridges an opening."""
        step = max(1, round(window.px_mm))
        coarse = np.where(self.body > 0.5, self.height, -60.0)[::step, ::step]
        size = int(reach_mm / step * window.px_mm) | 1
        cloth = gaussian_filter(maximum_filter(coarse, size), reach_mm / 3 * window.px_mm / step)
        return spread((cloth - 2).astype(np.float32), self.height.shape, step)

    def lay(self, placed: Placed, number: int, ground: Field) -> None:
        """Put a form on top."""
        cut, inside = placed.cut, placed.inside
        surface = self._standing(placed, ground[cut]) + _shape(placed)
        covered = inside > 0.5
        np.copyto(self.height[cut], surface, where=covered)
        self.owner[cut][covered] = number
        self.laid[number] = placed.form
        self.body[cut] = np.maximum(self.body[cut], inside)

    def _standing(self, placed: Placed, ground: Field) -> Field:
        """What the form stands on."""
        form, cut = placed.form, placed.cut
        if form.lies is Lies.OWN:
            base = through(form.depths, placed.site) if form.depths else ground
            base = built(form, base, placed.site) if isinstance(form, Bone) else base
            return base + np.float32(form.lift)
        edge = np.minimum(swell(placed.inside, placed.window.px_mm, 1.5), 1.0)
        below = self.height[cut]
        if form.lies is Lies.OVER:
            below = np.where(self.body[cut] > 0.5, below, np.maximum(ground, below))
            for share in (1.0, 0.6):  # twice, so that it rests on what stands out
                wide = gaussian_filter(below, share * form.bridge * placed.window.px_mm, truncate=2.5)
                below = np.maximum(wide, below) if share == 1.0 else wide
        return np.asarray(below + form.lift * edge, np.float32)

    def fill_gaps(self, ground: Field, window: Window, largest_mm2: float = 60.0) -> None:
        """Close small gaps between forms with something deep and shaded; then ease the cliffs, for all is laid."""
        gaps, _ = label(self.body < 0.98)
        area = np.bincount(gaps.ravel()) / window.px_mm**2
        small = np.flatnonzero(area < largest_mm2)
        chosen = np.isin(gaps, small[small > 0])
        self.height[chosen & (self.body < 0.5)] = (ground - 6)[chosen & (self.body < 0.5)]
        self.body[chosen] = 1
        self._ease_cliffs(window)

    def _ease_cliffs(self, window: Window) -> None:
        """Lean back what is too upright for a raster to light evenly; fibres, pores and slopes stay as they are."""
        known = np.asarray(self.body > 0.5, np.float32)
        sigma = EASE_MM * window.px_mm
        soft = gaussian_filter(self.height * known, sigma) / np.maximum(gaussian_filter(known, sigma), 1e-3)
        around = np.where(known > 0, self.height, soft)
        size = round(2 * EASE_MM * window.px_mm) | 1
        drop = maximum_filter(around, size) - minimum_filter(around, size)
        share = gaussian_filter(np.clip((drop - EASY_MM) / EASY_MM, 0, 1), sigma) * known
        self.height += share * (soft - self.height)

    def crease(self, outline: Outline, kind: Crease, window: Window) -> None:
        """Press a line into the form it is drawn on, or raise it."""
        cut = cut_of(outline, window, 4 * kind.width)
        profile = line_profile(outline, kind.width, window, cut)
        owner = self.owner[cut]
        along = owner[profile > 0.6]
        if along.size:
            number = int(np.bincount(np.maximum(along, 0)).argmax())
            mine = (owner == number) | (kind.material is not None)
            form = self.laid.get(number)
            share = form.creased if isinstance(form, Bone) else 1.0
            self.height[cut] += share * kind.height * profile * mine


def _shape(placed: Placed) -> Field:
    """The form's own roundness, swellings, strands and pores."""
    form, px_mm = placed.form, placed.window.px_mm
    shape = swell(placed.inside, px_mm, form.reach) * np.float32(form.fullness)
    if form.lies is Lies.JOINED:  # rising without an edge
        shape = shape * (shape / (form.reach * form.fullness * np.sqrt(2))) ** 2
    shape = shape + placed.swellings
    if isinstance(form, Bone):
        shape = shape + raised(form.ridges, placed.site)
    if form.fibres:
        shape = shape + form.fibres.relief * placed.strand
    if form.lobules:
        shape = shape + form.lobules.relief * placed.cushions[0]
    if form.pores:
        rough = sum(grain.noise(shape.shape, size * px_mm, placed.seed + n) for n, size in enumerate((0.35, 0.8)))
        shape = shape + form.pores * rough
    return np.asarray(shape, np.float32)


def line_profile(outline: Outline, width_mm: float, window: Window, cut: Cut) -> Field:
    """1 on the line, falling off over `width_mm` to each side, and towards the line's ends."""
    points = outline.points
    ends = np.concatenate([np.minimum(np.arange(n), np.arange(n)[::-1]) for n in map(len, outline.parts)])
    x, y = np.broadcast_arrays(window.x[:, cut[1]], window.y[cut[0]])
    far, nearest = cKDTree(points).query(np.stack([x, y], -1).reshape(-1, 2), distance_upper_bound=4 * width_mm)
    taper = np.append(np.clip((ends + 1) / 20, 0, 1), 0.0)[nearest]
    sharp = (np.exp(-((far / width_mm) ** 2)) * taper).reshape(x.shape)
    return np.asarray(gaussian_filter(sharp, 0.35 * window.px_mm), np.float32)
