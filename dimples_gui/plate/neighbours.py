"""Which hotspot an arrow key leads to: the neighbour in that direction, so that every one can be reached."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]  # mm, y up
Moves: TypeAlias = tuple[dict[str, int], ...]  # for each point, where each arrow leads: left, right, up, down
Cost: TypeAlias = tuple[bool, float]  # whether it lies more than 45 degrees off, and how far
Offer: TypeAlias = tuple[float, int, str, int]  # how much further than the arrow leads now, from where, which, to where

SIDEWAYS_COST = 2.0  # what lies straight ahead is nearer than what lies off to the side
APART_MM = 1e-6  # between points that would else be one


def moves(points: Sequence[Point]) -> Moves:
    """Where each arrow leads from each point, as indices; an arrow that leads nowhere is left out.

    Each leads to what is nearest ahead, but for the few that `join` leads elsewhere.
    """
    points = [(x + APART_MM * points[:at].count((x, y)), y) for at, (x, y) in enumerate(points)]
    table = tuple(_nearest(points, at) for at in range(len(points)))
    join(points, table)
    return table


def join(points: Sequence[Point], table: Moves) -> None:
    """Lead single arrows elsewhere, but never the wrong way, until each point can be reached from each other.

    It takes points of which no two are one, and a table in which an arrow leads on wherever something lies ahead.
    """
    # Whoever goes on to the right comes to the rightmost: what is joined to that is nearly always the greatest part.
    end = points.index(max(points)) if points else 0
    while len(joined := _joined(table, end)) < len(points):
        _join_another(points, table, end, joined)


def _nearest(points: Sequence[Point], at: int) -> dict[str, int]:
    """What is nearest in each direction: within 45 degrees of it if there is anything, else anywhere on that side."""
    best: dict[str, tuple[Cost, int]] = {}
    for to, end in enumerate(points):
        for arrow, cost in _costs(points[at], end).items():
            best[arrow] = min(best.get(arrow, (cost, to)), (cost, to))
    return {arrow: to for arrow, (_, to) in best.items()}


def _costs(start: Point, end: Point) -> dict[str, Cost]:
    """How far each arrow that leads to another point's side would have to go to it."""
    right, up = end[0] - start[0], end[1] - start[1]
    wide, high = abs(right), abs(up)
    costs = {}
    if right:
        costs["right" if right > 0 else "left"] = high > wide, wide + SIDEWAYS_COST * high
    if up:
        costs["up" if up > 0 else "down"] = wide > high, high + SIDEWAYS_COST * wide
    return costs


def _towards(start: Point, end: Point) -> str:
    """The arrow that means another point best; never is it more than 45 degrees off."""
    costs = _costs(start, end)
    return min(costs, key=costs.__getitem__)


def _joined(table: Moves, at: int) -> set[int]:
    """A point with all that can be reached from it and from which it can be reached."""
    ahead = [set(arrows.values()) for arrows in table]
    behind: list[set[int]] = [set() for _ in table]
    for start, ends in enumerate(ahead):
        for end in ends:
            behind[end].add(start)
    return _reached(ahead, at) & _reached(behind, at) if table else set()


def _reached(ways: Sequence[set[int]], at: int) -> set[int]:
    """A point with all that can be reached from it."""
    seen, waiting = {at}, [at]
    while waiting:
        new = ways[waiting.pop()] - seen
        seen |= new
        waiting += new
    return seen


def _join_another(points: Sequence[Point], table: Moves, end: int, joined: set[int]) -> None:
    """Lead an arrow of what is joined to a point that is not: the one for which it is the least detour.

    What was joined stays so. If the arrow can't be spared where it led, the new point is put in between: one of its own
    arrows then goes on there, or back if that is not joined either. So there always is a way.
    """
    _, at, arrow, to = min(_offers(points, table, joined))
    before, table[at][arrow] = table[at][arrow], to
    if not joined < _joined(table, end):
        onward = before if before in joined else at
        table[to][_towards(points[to], points[onward])] = onward


def _offers(points: Sequence[Point], table: Moves, joined: set[int]) -> Iterator[Offer]:
    """Each arrow that could lead from what is joined to what is not."""
    for at in joined:
        now = {arrow: _costs(points[at], points[to])[arrow][1] for arrow, to in table[at].items()}
        for to in set(range(len(points))) - joined:
            arrow = _towards(points[at], points[to])
            yield _costs(points[at], points[to])[arrow][1] - now[arrow], at, arrow, to
