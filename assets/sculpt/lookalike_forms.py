"""What is taken for a dimple, as forms: each a skin with one feature, heights in mm at points in mm."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dimples_gui.body.build import DEFAULT
from dimples_gui.body.dent import hollow
from dimples_gui.body.shapes import Field, Points, bar, both_sides, bump, rise, turned, valley
from dimples_gui.body.skin import surface
from dimples_gui.body.trunk import half_width

# The rhombus: the dip over the fifth lumbar spine, the dimples, and where the cleft begins.
CORNERS: Points = ((0.0, 35.0), (45.0, 0.0), (0.0, -38.0), (-45.0, 0.0))
UPPER_PITS = ((66.0, 40.0), (-66.0, 40.0))
LIPOATROPHY = (54.0, -38.0)  # the middle of the dent after an injection
MOUSE = (72.0, 10.0)  # the middle of the lump
PIT = (0.0, -8.0)  # of the newborn

FAINT = DEFAULT._replace(tether=0.32)  # dimples that are there, and no more than that
CLEAR = DEFAULT._replace(tether=0.95, fat=0.24)


class Frame(NamedTuple):
    """A part of the plane, mm."""

    left: float
    top: float
    width: float
    height: float


class Drawing(NamedTuple):
    """One drawing: the skin, where it is paler (0..1), where there is a body, and what is drawn on it in ink."""

    height: Callable[[Field, Field], Field]
    frame: Frame = Frame(-136.0, 119.0, 272.0, 221.0)
    pale: Callable[[Field, Field], Field] = lambda x, y: np.zeros(np.broadcast_shapes(x.shape, y.shape), np.float32)
    body: Callable[[Field, Field], NDArray[np.bool_]] = lambda x, y: half_width(y, DEFAULT) > np.abs(x)
    lines: tuple[Points, ...] = ()
    rings: tuple[tuple[float, float], ...] = ()


def venus(x: Field, y: Field) -> Field:
    """The dimples themselves, deeper than most: a small drawing is to show them."""
    return np.asarray(surface(x, y, CLEAR) - 1.8 * both_sides(hollow, x, y), np.float32)


def rhombus(x: Field, y: Field) -> Field:
    """The same back with the dip over the fifth lumbar spine and the upper pits, a little deeper than usual."""
    pits = both_sides(lambda x, y: bump(x - 66, y - 40, 8.5, 8), x, y)
    return np.asarray(venus(x, y) - 2.2 * pits - 2.0 * bump(x, y - 35, 8, 9.5), np.float32)


def lipoatrophy(x: Field, y: Field) -> Field:
    """One dent with a sharp edge and a flat floor, off the place of the dimples."""
    return np.asarray(surface(x, y, FAINT) - 4.2 * _sunken(x, y), np.float32)


def _sunken(x: Field, y: Field) -> Field:
    """Where fat is lost: 1 on the floor, 0 around it; a little irregular, as such dents are."""
    along, across = turned(x, y, LIPOATROPHY, 24)
    turn = np.arctan2(across, along)
    edge = 1 + 0.07 * np.cos(2 * turn + 0.6) + 0.05 * np.cos(3 * turn - 1.1) + 0.03 * np.cos(5 * turn)
    reach = np.sqrt((along / 17.5) ** 2 + (across / 13.5) ** 2) / edge
    return rise(reach, 1.22, 0.74)


def paler(x: Field, y: Field) -> Field:
    """The skin of that dent has lost colour, a little beyond its edge too."""
    along, across = turned(x, y, LIPOATROPHY, 24)
    return np.asarray(0.55 * rise(np.sqrt((along / 17.5) ** 2 + (across / 13.5) ** 2), 1.4, 0.6), np.float32)


def mouse(x: Field, y: Field) -> Field:
    """A soft round lump just above and outside a dimple."""
    along, across = turned(x, y, MOUSE, 30)
    lump = bump(across, along, 14.0, 16.0, 1.3)
    return np.asarray(surface(x, y, DEFAULT) + 9.5 * lump, np.float32)


# --- the newborn ------------------------------------------------------------------------------------------------------


def newborn(x: Field, y: Field) -> Field:
    """A newborn's back from the loins to the seat, with one small pit in the midline at the top of the cleft.

    Some 100 mm wide at the hips, the pit less than 5 mm (illustrative).
    """
    out = np.abs(x)
    trunk = 25 * (np.sqrt(np.maximum(1 - (out / _newborns_half_width(y)) ** 2.2, 0.0)) - 1)
    seat = both_sides(lambda x, y: bump(x - 23, y + 31, 23, 25, 1.3), x, y)
    cleft = valley(x, 1.3) * rise(y, -12, -36) * 6 + valley(x, 5.5) * rise(y, -6, -38) * 8
    loins = 1.4 * bump(x, y - 24, 10, 30) + 0.9 * valley(x, 4.0) * rise(y, 4, 26)
    under = both_sides(lambda x, y: bar(x, y, ((6.0, -57.0), (18.0, -60.0), (32.0, -59.0), (43.0, -54.0)), 3.4), x, y)
    waist = both_sides(lambda x, y: bar(x, y, ((30.0, 17.5), (38.0, 16.0), (46.0, 16.5), (52.0, 18.5)), 4.5), x, y)
    pit = bump(x - PIT[0], y - PIT[1], 1.7, 2.1)
    rim = bump(x - PIT[0], y - PIT[1], 5.0, 5.5)
    hollows = 2.4 * under + 1.1 * waist * rise(np.abs(x), 24, 46) + 3.0 * pit + 0.7 * rim
    return np.asarray(trunk + 11.5 * seat - cleft - loins - hollows, np.float32)


def _newborns_half_width(y: Field) -> Field:
    """Half the width of the newborn's body, mm: a round belly, hardly a waist, full hips."""
    return np.asarray(48 + 3 * rise(y, 14, 40) + 5 * rise(y, 14, -38) - 3 * rise(y, -44, -66), np.float32)


DRAWINGS = {
    "venus": Drawing(venus),
    "newborn": Drawing(
        newborn,
        Frame(-64.0, 40.0, 128.0, 104.0),
        body=lambda x, y: _newborns_half_width(y) > np.abs(x),
    ),
    "rhombus": Drawing(rhombus, lines=((*CORNERS, CORNERS[0]),), rings=UPPER_PITS),
    "steroid": Drawing(lipoatrophy, pale=paler),
    "mouse": Drawing(mouse),
}
