"""Where names stand beside the body: two columns, straight leader lines that never cross, the important ones first."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from math import dist
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]  # pixels, y down
Disc: TypeAlias = tuple[float, float, float]  # middle and radius
EDGE_PX = 12.0  # between a column and the edge of the view
GAP_PX = 6.0  # between a name and its leader
SLIP_PX = 4.0  # how far the ground under a name reaches beyond it on both sides
SHIFTS_A_ROW, SHIFTS = 4, (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -8, 8)
SHORTER_PX = 1e-6  # a swap that shortens the leaders by less does nothing


class Wanted(NamedTuple):
    """A name to be placed: how wide it is in px, the points that its leader may lead to, how far before it ends."""

    key: str
    width: float
    anchors: tuple[Point, ...]
    short: float = 0.0


class Area(NamedTuple):
    """Where names may stand: the view's width, and from where to where down it, and how wide and high a name may be."""

    width: float
    top: float
    bottom: float
    column: float
    row: float


class Label(NamedTuple):
    """A name in its place. `port` is where its leader begins, `anchor` where it ends."""

    key: str
    left: float
    top: float
    width: float
    height: float
    port: Point
    anchor: Point


class Placed(NamedTuple):
    """The names that fit, and how many do not."""

    labels: tuple[Label, ...] = ()
    hidden: int = 0


class _Slot(NamedTuple):
    """A place for a name."""

    side: int  # 0 left, 1 right
    port: Point


def place(wanted: Sequence[Wanted], area: Area) -> Placed:
    """Place as many names as there is room for, the first ones first; those that no column is wide enough for, none.

    Each goes to the column that is nearer to one of its points, or to the other when that is full. Then, while two
    leaders cross, their names change places. Each change shortens all leaders together, so this ends.
    """
    ports_x = (EDGE_PX + area.column + GAP_PX, area.width - EDGE_PX - area.column - GAP_PX)
    capacity = max(int((area.bottom - area.top) / area.row), 0) if ports_x[0] < ports_x[1] else 0
    chosen: tuple[list[tuple[Wanted, Point]], list[tuple[Wanted, Point]]] = ([], [])
    for name in (name for name in wanted if name.width <= area.column):
        for side, anchor in _preferred(name, ports_x, chosen):
            if len(chosen[side]) < capacity:
                chosen[side].append((name, anchor))
                break
    names: list[tuple[Wanted, Point]] = []
    slots: list[_Slot] = []
    for side in (0, 1):
        column = sorted(chosen[side], key=lambda pair: (pair[1][1], pair[1][0]))
        heights = _spread([anchor[1] for _, anchor in column], area)
        names += column
        slots += [_Slot(side, (ports_x[side], height)) for height in heights]
    _uncross(slots, [anchor for _, anchor in names])
    return Placed(
        tuple(_label(name, anchor, slot, area) for (name, anchor), slot in zip(names, slots, strict=True)),
        len(wanted) - len(names),
    )


def clear_of(placed: Placed, area: Area, discs: Sequence[Disc]) -> Placed:
    """The same names, none over a disc: one that is goes up or down a little, or is hidden where that does not do."""
    kept = list(placed.labels)
    for label in placed.labels:
        if any(_covers(label, disc) for disc in discs):
            others = [other for other in kept if other is not label]
            moved = (_shifted(label, step * area.row / SHIFTS_A_ROW) for step in SHIFTS)
            free = (new for new in moved if _fits(new, others, area) and not any(_covers(new, disc) for disc in discs))
            kept = others + list(islice(free, 1))
    return Placed(tuple(kept), placed.hidden + len(placed.labels) - len(kept))


def _covers(label: Label, disc: Disc) -> bool:
    """Whether a name, with the slip under it, reaches over a disc."""
    x, y, radius = disc
    left, right = label.left - SLIP_PX, label.left + label.width + SLIP_PX
    nearest = min(max(x, left), right), min(max(y, label.top), label.top + label.height)
    return dist(nearest, (x, y)) < radius


def _shifted(label: Label, down: float) -> Label:
    return label._replace(top=label.top + down, port=(label.port[0], label.port[1] + down))


def _fits(label: Label, others: Sequence[Label], area: Area) -> bool:
    """Whether a name stands inside, apart from the others of its column, its leader crossing none."""
    return area.top <= label.top <= area.bottom - area.row and not any(
        (other.port[0] == label.port[0] and abs(other.top - label.top) < area.row)
        or crosses(label.port, label.anchor, other.port, other.anchor)
        for other in others
    )


def _preferred(
    name: Wanted, ports_x: tuple[float, float], chosen: tuple[list[tuple[Wanted, Point]], list[tuple[Wanted, Point]]]
) -> Iterator[tuple[int, Point]]:
    """Sides and points for a name, best first: a point's own side, the emptier one first, then the other side."""
    middle = sum(ports_x) / 2
    usable = [point for point in name.anchors if ports_x[0] < point[0] < ports_x[1]]
    own = [(int(point[0] >= middle), point) for point in usable]
    yield from sorted(own, key=lambda pair: len(chosen[pair[0]]))
    yield from ((1 - side, point) for side, point in own)


def _spread(heights: Sequence[float], area: Area) -> list[float]:
    """Heights as near as can be to the wanted ones (which are in order) that keep a row's distance and stay inside.

    Names that would overlap are pooled into a block around their mean (isotonic regression by pooling neighbours).
    """
    blocks: list[list[float]] = []  # [sum of offsets, count]
    for number, height in enumerate(heights):
        blocks.append([height - number * area.row, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += count
    least = area.top + area.row / 2
    most = max(area.bottom - area.row / 2 - (len(heights) - 1) * area.row, least)
    offsets = [total / count for total, count in blocks for _ in range(int(count))]
    return [min(max(offset, least), most) + number * area.row for number, offset in enumerate(offsets)]


def _uncross(slots: list[_Slot], anchors: Sequence[Point]) -> None:
    """Swap places until no two leaders cross."""
    swapped = True
    while swapped:
        swapped = False
        for a, b in combinations(range(len(slots)), 2):
            if crosses(slots[a].port, anchors[a], slots[b].port, anchors[b]):
                before = dist(slots[a].port, anchors[a]) + dist(slots[b].port, anchors[b])
                after = dist(slots[b].port, anchors[a]) + dist(slots[a].port, anchors[b])
                if after < before - SHORTER_PX:
                    slots[a], slots[b] = slots[b], slots[a]
                    swapped = True


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the stretch from a to b properly crosses that from c to d; touching does not count."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    """On which side of the line from a to b the point c lies."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _label(name: Wanted, anchor: Point, slot: _Slot, area: Area) -> Label:
    """A name beside its port: right-aligned in the left column, left-aligned in the right one."""
    left = slot.port[0] - GAP_PX - name.width if slot.side == 0 else slot.port[0] + GAP_PX
    length = dist(slot.port, anchor)
    share = max(1 - name.short / length, 0.0) if length else 0.0
    end = slot.port[0] + share * (anchor[0] - slot.port[0]), slot.port[1] + share * (anchor[1] - slot.port[1])
    return Label(name.key, left, slot.port[1] - area.row / 2, name.width, area.row, slot.port, end)
