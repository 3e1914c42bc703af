"""The trunk without its details: how wide it is at each height, and how it rounds off towards the flanks."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dimples_gui.body.build import Build
from dimples_gui.body.shapes import Field, rise

# Half the width of the body at these heights, mm (illustrative). The woman's are the points of the outline
# `skin-surface` in assets/plates/back.svg, whose hotspots hold for every build. The man's waist is wider and his hips
# are narrower, yet never narrower than the skeleton, which serves both sexes.
HEIGHTS = (194.0, 170.0, 140.0, 113.0, 90.0, 66.5, 43.0, 17.0, -12.0, -42.0, -72.0, -98.0, -119.0)
WOMANS = (128.4, 125.2, 121.4, 119.4, 120.6, 126.0, 134.8, 143.2, 150.2, 156.6, 161.8, 165.2, 166.2)
MANS = (145.0, 140.0, 134.5, 131.0, 129.6, 130.4, 132.8, 136.4, 140.0, 143.8, 147.8, 151.6, 154.0)
# What the fattest gain on the middling body there, most over the crest and less in the fold above; and what the
# leanest lose; what the strongest gain on the slightest (illustrative).
FATTEST = (15.0, 17.5, 18.0, 15.0, 16.5, 22.0, 20.0, 14.0, 9.0, 6.0, 3.5, 1.8, 1.0)
LEANEST = (-5.0, -4.5, -4.0, -3.6, -3.6, -3.8, -4.0, -4.2, -4.8, -5.6, -6.0, -6.0, -5.6)
MUSCLE = (7.0, 6.0, 4.5, 3.5, 3.0, 2.5, 2.0, 1.5, 2.0, 2.5, 2.5, 2.5, 2.5)
WIDEST_MM = 168.5  # the plate's window ends at 170

MIDDLING = Build().fullness

EDGE_MM = 0.75  # so near the edge the trunk's slope is counted as no steeper than there
HALF_MM = np.float32(0.5)
HEIGHTS_KEPT = 64  # sets of heights, of which some things are the same in every body
BULGE = 0.35  # how box-like the cross-section is: 0 an ellipse .. 1 a box with round edges (illustrative)
FLANKS_MM = (48.0, 9.0)  # how far the flanks lie before the middle at the waist; more at the hips (illustrative)


def half_width(y: Field, build: Build) -> Field:
    """Half the width of the silhouette at the heights `y`, (rows, 1), mm."""
    return np.asarray(_spline(y.tobytes()) @ _knots(build), np.float32)[:, None]


@lru_cache(4)  # it is asked for several times in a row
def _knots(build: Build) -> NDArray[np.float64]:
    """Half the width at the heights of the spline's knots."""
    knots = np.array(WOMANS) + build.sex * (np.array(MANS) - WOMANS)
    more = (build.fullness - MIDDLING) / ((1 - MIDDLING) if build.fullness > MIDDLING else MIDDLING)
    knots += more * np.array(FATTEST) if more > 0 else -more * np.array(LEANEST)
    knots += (build.muscle - Build().muscle) * np.array(MUSCLE)
    return np.minimum(knots, WIDEST_MM)


def torso(x: Field, y: Field, build: Build) -> Field:
    """The trunk as a flattened cylinder, mm: 0 along the middle, turning away at the flanks."""
    depth = _depth(y.tobytes())
    w = x / half_width(y, build)
    w *= w
    np.minimum(w, np.float32(1), out=w)
    height = w * np.float32(BULGE)
    height += 1
    np.subtract(1, w, out=w)
    height *= w
    np.sqrt(height, out=height)
    height -= 1
    height *= depth
    return np.asarray(height, np.float32)


def torso_slopes(x: Field, y: Field, build: Build) -> tuple[Field, Field]:
    """How much the trunk rises for each mm outward and for each mm up, at points in mm: x (1, columns), y (rows, 1).

    From the last millimetre before the edge on it is what it is there, for at the edge itself it is without end.
    """
    depth = _depth(y.tobytes())
    below, width, above = half_width(np.concatenate([y - HALF_MM, y, y + HALF_MM]), build).reshape(3, -1, 1)
    wider, deeper = above - below, _deepening(y.tobytes())
    u = np.minimum(x * (1 / width), 1 - EDGE_MM / width)
    w = u * u
    root = w * np.float32(-BULGE)
    root += np.float32(BULGE - 1)
    root *= w
    root += 1
    np.sqrt(root, out=root)
    outward = np.multiply(w, np.float32(-2 * BULGE), out=w)
    outward += np.float32(BULGE - 1)
    outward *= u
    outward /= root
    outward *= depth / width
    up = np.multiply(u, outward, out=u)
    up *= -wider
    root -= 1
    root *= deeper
    up += root
    return outward, up


@lru_cache(HEIGHTS_KEPT)
def _depth(heights: bytes) -> Field:
    """How far the flanks lie before the middle at each height (float32 bytes), mm, (rows, 1)."""
    waist, more = FLANKS_MM
    return np.asarray(waist + more * rise(np.frombuffer(heights, np.float32), 60, -60), np.float32)[:, None]


@lru_cache(HEIGHTS_KEPT)
def _deepening(heights: bytes) -> Field:
    """How much further they do half a mm above than half a mm below."""
    y = np.frombuffer(heights, np.float32)
    return _depth((y + HALF_MM).tobytes()) - _depth((y - HALF_MM).tobytes())


@lru_cache(HEIGHTS_KEPT)
def _spline(heights: bytes) -> NDArray[np.float64]:
    """What each knot counts at each height (float32 bytes): a natural cubic spline, (rows, knots)."""
    y = np.frombuffer(heights, np.float32).astype(float)
    knots = -np.array(HEIGHTS)
    step = np.diff(knots)
    count = len(knots)
    bend, pull = np.eye(count), np.zeros((count, count))
    for k in range(1, count - 1):
        bend[k, k - 1 : k + 2] = step[k - 1] / 6, (step[k - 1] + step[k]) / 3, step[k] / 6
        pull[k, k - 1 : k + 2] = 1 / step[k - 1], -1 / step[k - 1] - 1 / step[k], 1 / step[k]
    curvature = np.linalg.solve(bend, pull)  # second derivative at each knot, by the values at all knots
    at = np.clip(np.searchsorted(knots, -y) - 1, 0, count - 2)
    b = (-y - knots[at]) / step[at]
    a = 1 - b
    ones = np.eye(count)
    straight = a[:, None] * ones[at] + b[:, None] * ones[at + 1]
    bent = (a**3 - a)[:, None] * curvature[at] + (b**3 - b)[:, None] * curvature[at + 1]
    return np.asarray(straight + bent * (step[at] ** 2 / 6)[:, None])
