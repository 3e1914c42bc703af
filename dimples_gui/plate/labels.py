"""Where names stand: close to their pins, or beside the body with straight leaders that meet nothing."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dimples_gui.plate.apart import Box, Disc, Point
from dimples_gui.plate.hotspots import Line

SLIP_PX = 4.0  # how far the ground under a name reaches beyond it on both sides
FEW = 3  # so few names without a place are worth a second try


class Wanted(NamedTuple):
    """A name to be placed: how wide it is in px, and the points that its leader may lead to, the best one first."""

    key: str
    width: float
    anchors: tuple[Point, ...]
    pin: float = 0.0  # the radius of the pin whose name it is, with its middle in the one anchor


class Area(NamedTuple):
    """Where names may stand, in px: the view's width, from where to where down it, and how high a name is.

    `body` is where the body begins and ends: columns stand outside it where there is room.
    """

    width: float
    top: float
    bottom: float
    row: float
    body: tuple[float, float]


class Scenery(NamedTuple):
    """What names keep clear of: pins, their stems; what leaders go round; and how much body is under a box, in px.

    Of words and rules names keep clear too; leaders may cross a rule but not run along it.
    """

    pins: tuple[Disc, ...] = ()
    stems: tuple[Line, ...] = ()
    marks: tuple[Disc, ...] = ()
    cover: Callable[[Box], float] = lambda _box: 0.0
    words: tuple[Box, ...] = ()
    rules: tuple[Line, ...] = ()


class Label(NamedTuple):
    """A name in its place. `port` is where its leader begins, `anchor` where it ends; None close to its pin."""

    key: str
    left: float
    top: float
    width: float
    height: float
    port: Point | None
    anchor: Point

    @property
    def box(self) -> Box:
        """The name with the ground under it."""
        return self.left - SLIP_PX, self.top, self.left + self.width + SLIP_PX, self.top + self.height

    @property
    def leader(self) -> Line | None:
        """The leader's line."""
        return (*self.port, *self.anchor) if self.port else None


class Placed(NamedTuple):
    """The names that fit, and how many do not."""

    labels: tuple[Label, ...] = ()
    hidden: int = 0


def place(wanted: Sequence[Wanted], area: Area, scenery: Scenery | None = None) -> Placed:
    """Place as many names as there is room for, the first ones first, each where it costs least.

    What costs: a long or slanting leader, and standing on the body. Where only a few found no room, they are tried
    first, which is better if all the others find some nevertheless.
    """
    first = _placed(wanted, area, scenery or Scenery())
    seen = {label.key for label in first.labels}
    if not 0 < first.hidden <= FEW:
        return first
    hidden_first = sorted(wanted, key=lambda name: name.key in seen)
    second = _placed(hidden_first, area, scenery or Scenery())
    return second if seen < {label.key for label in second.labels} else first


def _placed(wanted: Sequence[Wanted], area: Area, scenery: Scenery) -> Placed:
    """The names in the order in which they are wanted."""
    from dimples_gui.plate.berths import Berths  # noqa: PLC0415  # which is written in terms of this module

    berths = Berths(area, scenery, [anchor for name in wanted for anchor in name.anchors])
    labels = [label for label in map(berths.take, wanted) if label]
    return Placed(tuple(labels), len(wanted) - len(labels))
