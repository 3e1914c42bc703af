"""The places where a name could stand, and what each costs."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush, merge
from itertools import islice
from math import hypot
from typing import NamedTuple

from dimples_gui.plate.apart import Box, Disc, Point, line_meets_disc
from dimples_gui.plate.hotspots import Line
from dimples_gui.plate.labels import SLIP_PX, Area, Label, Scenery, Wanted
from dimples_gui.plate.room import LINE_AIR_PX, NAME_AIR_PX, Room

EDGE_PX = 12.0  # between a column of names and the edge of the view
GAP_PX = 6.0  # between a name and its leader
PIN_GAP_PX = 3.0  # between a pin and its name
SHORTEST_PX = 12.0  # of leaders
ROW_STEPS = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -8, 8, -10, 10)  # half rows up or down from what is named
SLANT = 1.3  # what a pixel up or down costs more than one across
STEEPEST = 1.5  # pixels down to one across of a leader beside its name, or across to one down of one over or under it
PIN_COST, ANCHOR_COST = 10.0, 15.0  # what a less usual place at a pin costs more, and hiding where a leader may end
MOST_ACROSS = 0.04  # of the view's width, that a leader may go beyond its middle
MARK_COST = 60.0  # what it costs that a name hides a mark, or a leader runs over it
MOST_COVER = 0.36  # of the body's width, that a name may hide
FARTHEST = 1.0  # of the view's width, that a place in a farther row may cost
MOST_FAR = 60  # how many places in farther rows are tried


class Berth(NamedTuple):
    """A place for a name: what it costs to stand there; where its leader begins, and the point that it leads to."""

    cost: float
    left: float
    top: float
    port: Point | None
    anchor: Point
    is_spoilt: bool = False  # it hides a mark


class _Far(NamedTuple):
    """A place in a farther row, of which only the leader's cost is known."""

    least: float
    left: float
    top: float
    port: Point
    anchor: Point


class _Column(NamedTuple):
    """One side of the view, for a name of some width: where that begins, and the pins that may be in its way."""

    side: int  # 0 left, 1 right
    left: float
    pins: tuple[Disc, ...]


class Berths:
    """Finds places and fills them."""

    def __init__(self, area: Area, scenery: Scenery, anchors: Sequence[Point]) -> None:
        """`anchors` are those of all names."""
        self._area = area
        self._scenery = scenery
        self._anchors = anchors
        self._room = Room(scenery)
        self._most_cover = MOST_COVER * (area.body[1] - area.body[0])

    def take(self, name: Wanted) -> Label | None:
        """Give a name the place that costs least, if there is any."""
        for berth in self._all(name):
            label = self._label(name, berth)
            if label.leader is None or self._room.holds_leader(label.leader):
                self._room.take(label.box, label.leader)
                return label
        return None

    def _all(self, name: Wanted) -> Iterator[Berth]:
        """Places that are free, those first that cost less."""
        if name.pin:
            yield from sorted(self._at_pin(name))
        columns = self._columns(name.width)
        yield from merge(*(self._rung(name, anchor, column) for anchor in name.anchors for column in columns))
        yield from islice(self._all_far(name), MOST_FAR)

    def _label(self, name: Wanted, berth: Berth) -> Label:
        """The name there, its leader ending at the edge of a pin."""
        _, left, top, port, (x, y), _ = berth
        if port and name.pin:
            share = 1 - (name.pin + NAME_AIR_PX) / hypot(x - port[0], y - port[1])
            x, y = port[0] + share * (x - port[0]), port[1] + share * (y - port[1])
        return Label(name.key, left, top, name.width, self._area.row, port, (x, y))

    def _at_pin(self, name: Wanted) -> Iterator[Berth]:
        """Under the pin, over it, on its outer side, on its inner side; as far inside the view as need be."""
        (x, y), width, row = name.anchors[0], self._area.width, self._area.row
        reach = name.pin + PIN_GAP_PX
        centred = min(max(x - name.width / 2, SLIP_PX), width - SLIP_PX - name.width)
        right, left = (x + reach + SLIP_PX, y - row / 2), (x - reach - SLIP_PX - name.width, y - row / 2)
        sides = (left, right) if x < width / 2 else (right, left)
        for number, at in enumerate(((centred, y + reach), (centred, y - reach - row), *sides)):
            box = self._free_box(name, *at)
            cover = self._cover(box) if box else None
            if box and cover is not None:
                cost = PIN_COST * number + ANCHOR_COST * self._anchors_in(box) + MARK_COST * self._marks_in(box) + cover
                yield Berth(cost, *at, None, name.anchors[0])

    def _columns(self, width: float) -> tuple[_Column, _Column]:
        """Both columns: names stand outside the body or, there being no room, at the edge of the view."""
        area, found = self._area, []
        lefts = max(EDGE_PX, area.body[0] - GAP_PX - width), min(area.width - EDGE_PX - width, area.body[1] + GAP_PX)
        for side, left in enumerate(lefts):
            start, end = left - SLIP_PX, left + width + SLIP_PX
            pins = tuple(pin for pin in self._scenery.pins if start < pin[0] + pin[2] and pin[0] - pin[2] < end)
            found.append(_Column(side, left, pins))
        return found[0], found[1]

    def _rung(self, name: Wanted, anchor: Point, column: _Column) -> Iterator[Berth]:
        """In a column, those first that cost less: about as high as a point of what the name belongs to."""
        spoilt: list[Berth] = []  # by marks: what is farther up or down may cost less
        for berth in self._upwards_and_downwards(name, anchor, column):
            if berth.is_spoilt:
                heappush(spoilt, berth)
                continue
            while spoilt and spoilt[0] < berth:
                yield heappop(spoilt)
            yield berth
        yield from sorted(spoilt)

    def _upwards_and_downwards(self, name: Wanted, anchor: Point, column: _Column) -> Iterator[Berth]:
        """In a column, first as high as a point of what the name belongs to, then farther up and down."""
        half, over = self._area.row / 2, anchor[0] - self._area.width / 2
        if (-over if column.side else over) > MOST_ACROSS * self._area.width:
            return
        for step in ROW_STEPS:
            top = anchor[1] + (step - 1) * half
            left = column.left
            for x, y, radius in column.pins:
                if top < y + radius and y - radius < top + 2 * half:  # beside a pin that is in the way
                    away = radius + 2 * SLIP_PX
                    left = x - away - name.width if column.side else x + away
            port = left - GAP_PX if column.side else left + name.width + GAP_PX, top + half
            across = port[0] - anchor[0] if column.side else anchor[0] - port[0]
            if across > 0 and abs(step) * half <= STEEPEST * across:
                yield from self._led(name, left, top, port, anchor)

    def _all_far(self, name: Wanted) -> Iterator[Berth]:
        """Places in farther rows, those first that cost less: a place costs at least what its leader does."""
        found: list[Berth] = []
        for far in sorted(far for anchor in name.anchors for far in self._far(name, anchor)):
            while found and found[0].cost <= far.least:
                yield heappop(found)
            for berth in self._led(name, *far[1:]):
                heappush(found, berth)
        yield from sorted(found)

    def _far(self, name: Wanted, anchor: Point) -> Iterator[_Far]:
        """In any row, at either end or over what the name belongs to, the leader leaving it upwards or downwards.

        No leader goes past the one side of what has two to the other.
        """
        area, middle = self._area, self._area.width / 2
        beyond = [other[0] for other in name.anchors if (other[0] < middle) != (anchor[0] < middle)]
        ends = EDGE_PX, area.width - EDGE_PX - name.width
        lefts = {ends[0], ends[1], min(max(anchor[0] - name.width / 2, ends[0]), ends[1])}
        for number in range(int((area.bottom - area.top) / area.row)):
            top = area.top + number * area.row
            port_y = top + area.row if top + area.row / 2 < anchor[1] else top
            down = abs(port_y - anchor[1])
            if down < FARTHEST * area.width:
                for left in lefts:
                    x = min(max(anchor[0], left + SLIP_PX), left + name.width - SLIP_PX)
                    across = abs(x - anchor[0])
                    if across <= STEEPEST * down and all(across <= abs(x - other) for other in beyond):
                        yield _Far(across + SLANT * down, left, top, (x, port_y), anchor)

    def _led(self, name: Wanted, left: float, top: float, port: Point, anchor: Point) -> Iterator[Berth]:
        """A place with a leader, unless it is taken, hides too much or what it names, or is too near for a leader."""
        across, down = abs(anchor[0] - port[0]), abs(anchor[1] - port[1])
        if across + down < SHORTEST_PX + 1.5 * name.pin:
            return
        if left <= anchor[0] <= left + name.width and top <= anchor[1] <= top + self._area.row:
            return
        box = self._free_box(name, left, top)
        cover = self._cover(box) if box else None
        if box and cover is not None:
            spoilt = self._marks_in(box) + self._marks_on((*port, *anchor))
            yield Berth(across + SLANT * down + cover + MARK_COST * spoilt, left, top, port, anchor, spoilt > 0)

    def _free_box(self, name: Wanted, left: float, top: float) -> Box | None:
        """What a name would fill there, if that is in the view and free."""
        area = self._area
        box = left - SLIP_PX, top, left + name.width + SLIP_PX, top + area.row
        inside = box[0] >= 0 and box[2] <= area.width and top >= area.top and box[3] <= area.bottom
        return box if inside and self._room.holds_name(box) else None

    def _cover(self, box: Box) -> float | None:
        """What it costs that a box hides body; None where it would hide too much."""
        cover = self._scenery.cover(box)
        return None if cover > self._most_cover else cover

    def _marks_in(self, box: Box) -> int:
        """How many marks a box hides."""
        return len(self._marks_near(*box))

    def _marks_near(self, left: float, top: float, right: float, bottom: float) -> list[Disc]:
        """The marks whose own box meets a box."""
        return [
            mark
            for mark in self._scenery.marks
            if left < mark[0] + mark[2]
            and mark[0] - mark[2] < right
            and top < mark[1] + mark[2]
            and mark[1] - mark[2] < bottom
        ]

    def _marks_on(self, leader: Line) -> int:
        """Over how many marks a leader runs that are not what it leads to."""
        x1, y1, x2, y2 = leader
        near = self._marks_near(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        others = (mark for mark in near if hypot(x2 - mark[0], y2 - mark[1]) > mark[2] + LINE_AIR_PX)
        return sum(line_meets_disc(leader, mark) for mark in others)

    def _anchors_in(self, box: Box) -> int:
        """To how many points a leader could not lead any more."""
        left, top, right, bottom = box
        return sum(left < x < right and top < y < bottom for x, y in self._anchors)
