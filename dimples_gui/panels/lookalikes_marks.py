"""Where the numbers of a drawing's marks stand: beside what they mark, on nothing else that is marked."""

from math import cos, hypot, inf, pi, sin
from typing import NamedTuple

DIRECTIONS = 16  # around a point, that are tried
REACHES = (2.8, 3.4, 4.2, 5.2, 2.2, 6.5)  # how far from it, in radii of a number's disc
CLEAR = 1.1  # of a radius, between a disc and a marked point


class Spot(NamedTuple):
    """A point of the drawing, px."""

    x: float
    y: float


def numbers_beside(points: list[Spot], width: float, height: float, radius: float) -> list[Spot]:
    """For each point the middle of its number's disc, all within the drawing; px.

    Near its point rather than far, and outward rather than inward: what is marked lies around the middle.
    """
    placed: list[Spot] = []
    middle = Spot(width / 2, height / 2)
    for point in points:
        free = (spot for spot in _around(point, middle, radius) if _is_free(spot, points, placed, radius))
        within = (spot for spot in free if _is_within(spot, width, height, radius))
        placed.append(next(within, point))
    return placed


def _around(point: Spot, middle: Spot, radius: float) -> list[Spot]:
    """The places that are tried, the best first."""
    away = point.x - middle.x, point.y - middle.y
    length = hypot(*away)
    out = (away[0] / length, away[1] / length) if length > radius else (0.0, -1.0)
    turns = [2 * pi * step / DIRECTIONS for step in range(DIRECTIONS)]
    turns.sort(key=lambda turn: -round(cos(turn) * out[0] + sin(turn) * out[1], 6))
    return [
        Spot(point.x + reach * radius * cos(turn), point.y + reach * radius * sin(turn))
        for reach in REACHES
        for turn in turns
    ]


def _is_free(spot: Spot, points: list[Spot], placed: list[Spot], radius: float) -> bool:
    """Whether a disc there covers neither a marked point nor another disc."""
    from_points = min(hypot(spot.x - other.x, spot.y - other.y) for other in points)
    from_discs = min((hypot(spot.x - other.x, spot.y - other.y) for other in placed), default=inf)
    return from_points >= (1 + CLEAR) * radius and from_discs >= 2.2 * radius


def _is_within(spot: Spot, width: float, height: float, radius: float) -> bool:
    """Whether a disc there is not cut by the drawing's edge."""
    return radius <= spot.x <= width - radius and radius <= spot.y <= height - radius
