"""A round of spots to find: where the reader pointed for each, and how far off that was."""

from collections.abc import Sequence
from math import hypot
from statistics import median
from typing import NamedTuple

from dimples_gui.atlas.decide import Hunt


class Try(NamedTuple):
    """Where the reader pointed for a spot, seen from it: to the right and up, mm."""

    dx: float
    dy: float

    @property
    def off(self) -> float:
        """How far off, in mm."""
        return hypot(self.dx, self.dy)


def measured(hunt: Hunt, x: float, y: float) -> Try:
    """How a point of the frame (mm) lies from a spot; where there are two, from the nearer one."""
    places = (hunt.x, -hunt.x) if hunt.both else (hunt.x,)
    return min((Try(x - place, y - hunt.y) for place in places), key=lambda tried: tried.off)


class Search:
    """Where the reader is in the row of spots, and how it went so far. Nothing is kept beyond the visit."""

    def __init__(self, hunts: Sequence[Hunt]) -> None:
        self.hunts = tuple(hunts)
        self.tried: dict[int, Try] = {}
        self.pointed: dict[int, tuple[float, float]] = {}  # mm, in the frame
        self.at = 0  # as many as there are spots: the end

    @property
    def current(self) -> Hunt | None:
        """The spot that is sought; none at the end."""
        return self.hunts[self.at] if self.at < len(self.hunts) else None

    @property
    def result(self) -> Try | None:
        """How it went with the spot in view, if the reader has pointed."""
        return self.tried.get(self.at)

    def point(self, x: float, y: float) -> bool:
        """Point somewhere; whether it counts, as only the first time does."""
        if not self.current or self.result:
            return False
        self.tried[self.at] = measured(self.current, x, y)
        self.pointed[self.at] = (x, y)
        return True

    def step(self, by: int) -> None:
        """Go on, or back."""
        self.at = min(max(self.at + by, 0), len(self.hunts))

    def begin_again(self) -> None:
        """Forget all of it."""
        self.tried.clear()
        self.pointed.clear()
        self.at = 0

    def middle(self) -> float:
        """The median of how far off the reader was, in mm; of nothing, 0."""
        return median(tried.off for tried in self.tried.values()) if self.tried else 0.0
