"""What flesh, sheets and fat are made of, worked out inside one outline: bundles, fibres, frayed origins, lobules."""

from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Any

import grain
import numpy as np
from forms import Bundles, Fibres, Fraying
from numpy.typing import NDArray
from relief import Placed
from rounding import spread
from scipy.ndimage import distance_transform_edt, gaussian_filter
from tint import Line
from window import Field

FIBRE_PX_MM = 2.0  # finer than this no fibre is drawn out
BUNDLE_PX_MM = 1.34
TANGLED_MM = 6.0  # half the width of the strip over the spine
FURROW = 0.32  # of the bundles' noise: how wide the furrows are
PIECE_MM = 1.5  # a line's pieces are so long


@dataclass(eq=False)
class Tissue:
    """The fine structure of one placed form; every field has the shape of its cut."""

    placed: Placed

    @cached_property
    def share(self) -> Field:
        """How much of each pixel is this form's, 0..1, passing softly into what lies beneath."""
        form, px_mm = self.placed.form, self.placed.window.px_mm
        whole = self.placed.inside
        if form.ragged:
            from_edge = distance_transform_edt(whole > 0.5).astype(np.float32) / px_mm
            whole = whole * eased(from_edge / form.ragged + 0.5 * self.strand - 0.1)
        return np.asarray(gaussian_filter(whole, form.edge * px_mm), np.float32)

    @cached_property
    def strand(self) -> Field:
        """Fibres along the form's pull, coarse and fine: mean 0, spread about 1."""
        return self._fibres(self.placed.form.fibres, 0)

    @cached_property
    def crossing(self) -> Field:
        """The second set of fibres of a woven sheet."""
        return self._fibres(self.placed.form.weave, 5, crossed=True)

    def _fibres(self, kind: Fibres | None, seed: int, *, crossed: bool = False) -> Field:
        if kind is None:
            return np.zeros_like(self.placed.inside)
        drawn = np.zeros_like(self.placed.inside)
        for number, (share, part, weight) in enumerate(((1.0, 1.0, 1.0), (0.5, 0.6, 0.6))):
            size = kind.width * share, kind.length * part
            drawn += weight * self._drawn(size, FIBRE_PX_MM, seed + number, crossed=crossed)
        if kind.even:
            drawn -= gaussian_filter(drawn, kind.even * self.placed.window.px_mm)
        drawn /= max(float(drawn.std()), 1e-6)
        if self.placed.form.weave:  # where both sides' fibres meet they are too tangled to tell one from another
            drawn *= 1 - 0.8 * np.exp(-((self.placed.x / TANGLED_MM) ** 2))
        return drawn

    @cached_property
    def _bundle_noise(self) -> Field:
        kind = self.placed.form.bundles or Bundles()
        return self._drawn((kind.width * 1.15, kind.length), BUNDLE_PX_MM, 11)

    @cached_property
    def back(self) -> Field:
        """The bundles: 1 on a bundle's back, 0 in the furrow beside it. A furrow never turns across the fibres."""
        if self.placed.form.bundles is None:
            return np.ones_like(self.placed.inside)
        noise = self._bundle_noise
        cosine, sine = self._pull
        calm = 0.8 * self.placed.window.px_mm
        down, across = np.gradient(gaussian_filter(noise, calm))
        along_them, slope = np.abs(cosine * across - sine * down), np.hypot(down, across)
        askew = gaussian_filter(along_them, calm) / np.maximum(gaussian_filter(slope, calm), 1e-6)
        furrow = np.exp(-((np.abs(noise) / FURROW) ** 1.3)) * eased((0.7 - askew) / 0.5)
        return np.asarray(1 - gaussian_filter(furrow, 0.3 * self.placed.window.px_mm), np.float32)

    @cached_property
    def _pull(self) -> tuple[Field, Field]:
        """The fibres' direction: cosine and sine of the angle, y up."""
        placed = self.placed
        step = max(1, round(2 * placed.window.px_mm))
        x, y = placed.window.x[:, placed.cut[1]][:, ::step], placed.window.y[placed.cut[0]][::step]
        twice = grain.directions(placed.strands, *(np.ascontiguousarray(f) for f in np.broadcast_arrays(x, y)))
        cosine, sine = (spread(part, placed.inside.shape, step, order=1) for part in twice)
        half = np.arctan2(sine, cosine) / 2
        return np.asarray(np.cos(half), np.float32), np.asarray(np.sin(half), np.float32)

    @cached_property
    def bundle_shade(self) -> Field:
        """Lighter and darker bundles side by side, -1..1."""
        return np.asarray(np.tanh(1.2 * self._bundle_noise), np.float32)

    def _drawn(self, size_mm: tuple[float, float], finest: float, seed: int, *, crossed: bool = False) -> Field:
        """Noise drawn out along the form's fibres, no finer than need be."""
        placed = self.placed
        step = max(1, round(placed.window.px_mm / finest))
        x, y = placed.window.x[:, placed.cut[1]], placed.window.y[placed.cut[0]]
        raster = grain.Raster(x[:, ::step], y[::step], placed.window.px_mm / step)
        drawn = grain.fibres(placed.strands, raster, size_mm, placed.seed + seed, crossed=crossed)
        return drawn if step == 1 else spread(drawn, placed.inside.shape, step)

    @cached_property
    def flesh(self) -> Field:
        """1 where it is flesh, 0 where still tendon: frayed towards the form's origins."""
        shares = [self._flesh_beyond(fraying) for fraying in self.placed.form.fraying]
        return np.asarray(reduce(np.minimum, shares, np.ones_like(self.placed.inside)), np.float32)

    def _flesh_beyond(self, fraying: Fraying) -> Field:
        away, start = nearest_on(fraying.line, self.placed.x, self.placed.y)
        ragged = fraying.teeth * (0.7 * self.bundle_shade + 0.45 * np.clip(self.strand, -2, 2))
        return eased((away - start - ragged) / fraying.soft + 0.5)

    @cached_property
    def thinned(self) -> Field:
        """How much of its thickness the form has, 0..1: less towards its origins."""
        full = np.ones_like(self.placed.inside)
        for fraying in self.placed.form.fraying:
            away, start = nearest_on(fraying.line, self.placed.x, self.placed.y)
            full = np.minimum(full, 1 - fraying.thin * (1 - eased(away / (start + 2 * fraying.teeth + 8))))
        return np.asarray(full, np.float32)

    @cached_property
    def cover(self) -> Field:
        """How much it hides of what lies beneath, 0..1."""
        sheer = self.placed.form.sheer
        if sheer is None:
            return np.full_like(self.placed.inside, self.placed.form.material.cover)
        thick = reduce(np.maximum, (along(seam, self.placed.x, self.placed.y) for seam in sheer.seams), self._low)
        hidden = sheer.thin + (sheer.thick - sheer.thin) * thick
        woven = 0.6 * self.strand + 0.6 * self.crossing
        return np.asarray(np.clip(hidden + sheer.grain * woven, 0, 1), np.float32)

    @cached_property
    def _low(self) -> Field:
        """1 where a sheet is thick because it lies low, else 0."""
        sheer = self.placed.form.sheer
        if sheer is None or sheer.below_y is None:
            return np.zeros_like(self.placed.inside)
        start, full = sheer.below_y
        return np.asarray(eased((start - self.placed.y) / (start - full)) + np.zeros_like(self.placed.inside))

    @cached_property
    def cushions(self) -> tuple[Field, Field]:
        """Lobules in lobes: their bulge 0..1, and one value 0..1 for each lobule."""
        kind = self.placed.form.lobules
        if kind is None:
            return np.zeros_like(self.placed.inside), np.zeros_like(self.placed.inside)
        shape, px_mm, seed = self.placed.inside.shape, self.placed.window.px_mm, self.placed.seed
        large, shade = grain.lobules(shape, px_mm, kind.size, seed + 7)
        small, tint = grain.lobules(shape, px_mm, kind.size * 0.42, seed + 17)
        groups, hue = grain.lobules(shape, px_mm, kind.size * 2.7, seed + 27)
        bulge = 0.50 * large + 0.18 * small + 0.32 * groups
        return bulge.astype(np.float32), (0.4 * shade + 0.2 * tint + 0.4 * hue).astype(np.float32)


def eased(value: NDArray[np.floating[Any]]) -> Field:
    """0 to 1 without a visible beginning or end."""
    t = np.clip(value, 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def _dense(line: Line) -> Field:
    """The line's points, (n, 3), every PIECE_MM."""
    points = np.asarray(line, np.float32)
    reach = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points[:, :2], axis=0).T))])
    at = np.linspace(0, reach[-1], max(1, int(reach[-1] / PIECE_MM)))
    dense = np.column_stack([np.interp(at, reach, points[:, k]) for k in range(3)]) if len(line) > 1 else points
    return np.asarray(dense, np.float32)


def along(line: Line, x: Field, y: Field) -> Field:
    """1 on a line of (x, y, half width), falling off softly over its width."""
    spots = (((x - px) ** 2 + (y - py) ** 2) / width**2 for px, py, width in _dense(line))
    return np.asarray(np.exp(-reduce(np.minimum, spots)), np.float32)


def nearest_on(line: Line, x: Field, y: Field) -> tuple[Field, Field]:
    """The distance in mm to a line of (x, y, value), and the value at its nearest point."""
    far = np.full(np.broadcast_shapes(x.shape, y.shape), 1e6, np.float32)
    value = np.zeros_like(far)
    for px, py, number in _dense(line):
        away = (x - px) ** 2 + (y - py) ** 2
        nearer = away < far
        far, value = np.where(nearer, away, far), np.where(nearer, number, value)
    return np.sqrt(far), value
