"""Where the light on the reliefs comes from."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

from dimples_gui.atlas.links import LAMP, LAMP_ELEVATIONS

STEP = 5.0  # degrees, of one arrow key
FULL_TURN = 360.0
FLATTEST, STEEPEST = LAMP_ELEVATIONS


class Lamp(NamedTuple):
    """A far lamp's direction in degrees.

    The azimuth is where it stands around the plate, anticlockwise from the plate's right: 90 is above, 180 on the left.
    The elevation is how far it is lifted out of the plate towards the viewer: 90 is straight before it.
    """

    azimuth: float = LAMP[0]
    elevation: float = LAMP[1]

    @property
    def direction(self) -> tuple[float, float, float]:
        """The unit vector towards it: x to the right, y up, z towards the viewer."""
        level = cos(radians(self.elevation))
        return (
            level * cos(radians(self.azimuth)),
            level * sin(radians(self.azimuth)),
            sin(radians(self.elevation)),
        )

    def moved(self, azimuth: float, elevation: float) -> Lamp:
        """Turned and lifted by so many degrees, within its bounds."""
        lifted = min(max(self.elevation + elevation, FLATTEST), STEEPEST)
        return Lamp((self.azimuth + azimuth) % FULL_TURN, lifted)

    def on_dial(self) -> tuple[float, float]:
        """Where it stands on a dial of radius 1: x to the right, y up; the middle is straight before the plate."""
        away = (STEEPEST - self.elevation) / (STEEPEST - FLATTEST)
        return away * cos(radians(self.azimuth)), away * sin(radians(self.azimuth))


def from_dial(x: float, y: float) -> Lamp:
    """The lamp at a point of the dial; a point outside counts as on the rim."""
    away = min(hypot(x, y), 1.0)
    return Lamp(round(degrees(atan2(y, x)) % FULL_TURN, 1), round(STEEPEST - away * (STEEPEST - FLATTEST), 1))
