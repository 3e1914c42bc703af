"""Which hotspot an arrow key leads to: the neighbour in that direction, so that every one can be reached."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]  # mm, y up
Moves: TypeAlias = tuple[dict[str, int], ...]  # for each point, where each arrow leads

DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}
SIDEWAYS_COST = 2.0  # what lies straight ahead is nearer than what lies off to the side


def moves(points: Sequence[Point]) -> Moves:
    """Where each arrow leads from each point, as indices; an arrow that leads nowhere is left out.

    Each leads to what is nearest ahead. Where that would leave a point out of reach, left and right instead step
    through all points in the order of x, which joins everything and still never leads the wrong way.
    """
    natural = tuple(
        {name: best for name in DIRECTIONS if (best := _ahead(points, at, name)) is not None}
        for at in range(len(points))
    )
    if all_reachable(natural):
        return natural
    order = sorted(range(len(points)), key=lambda at: (points[at], at))
    for before, after in pairwise(order):
        natural[before]["right"], natural[after]["left"] = after, before
    natural[order[0]].pop("left", None)
    natural[order[-1]].pop("right", None)
    return natural


def all_reachable(table: Moves) -> bool:
    """Whether each point can be reached from each other."""
    backwards: list[set[int]] = [set() for _ in table]
    for at, arrows in enumerate(table):
        for to in arrows.values():
            backwards[to].add(at)
    forwards = [set(arrows.values()) for arrows in table]
    return not table or (_reached(forwards) == _reached(backwards) == len(table))


def _reached(ways: Sequence[set[int]]) -> int:
    """How many points can be reached from the first."""
    seen, waiting = {0}, [0]
    while waiting:
        new = ways[waiting.pop()] - seen
        seen |= new
        waiting += new
    return len(seen)


def _ahead(points: Sequence[Point], at: int, direction: str) -> int | None:
    """The nearest point in a direction: within 45 degrees of it if there is one, else anywhere on that side."""
    dx, dy = DIRECTIONS[direction]
    x, y = points[at]
    best: tuple[bool, float, int] | None = None
    for to, (other_x, other_y) in enumerate(points):
        ahead = (other_x - x) * dx + (other_y - y) * dy
        aside = abs((other_x - x) * dy) + abs((other_y - y) * dx)
        if ahead > 0:
            found = (aside > ahead, ahead + SIDEWAYS_COST * aside, to)
            best = found if best is None else min(best, found)
    return best[2] if best else None
