"""Whether lines, discs and boxes keep apart: plain geometry in pixels, y down."""

from typing import TypeAlias

from dimples_gui.plate.hotspots import Line, off_line

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom
Disc: TypeAlias = tuple[float, float, float]  # middle and radius


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the stretch from a to b properly crosses that from c to d; touching does not count."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    """On which side of the line from a to b the point c lies."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def boxes_meet(a: Box, b: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def disc_meets_box(disc: Disc, box: Box) -> bool:
    """Whether a disc reaches into a box."""
    x, y, radius = disc
    across = max(box[0] - x, x - box[2], 0.0)
    down = max(box[1] - y, y - box[3], 0.0)
    return across * across + down * down < radius * radius


def line_meets_disc(line: Line, disc: Disc) -> bool:
    """Whether a line comes into a disc."""
    return off_line(disc[0], disc[1], line) < disc[2]


def line_meets_box(line: Line, box: Box, air: float = 0.0) -> bool:
    """Whether a line comes into a box that is larger by some air on all sides."""
    x1, y1, x2, y2 = line
    left, top, right, bottom = box[0] - air, box[1] - air, box[2] + air, box[3] + air
    if (x1 < left and x2 < left) or (x1 > right and x2 > right):
        return False
    if (y1 < top and y2 < top) or (y1 > bottom and y2 > bottom):
        return False
    dx, dy = x2 - x1, y2 - y1
    ahead = (left - x1) * dy, (right - x1) * dy
    aside = (top - y1) * dx, (bottom - y1) * dx
    return not (max(ahead) < min(aside) or min(ahead) > max(aside))


def lines_meet(a: Line, b: Line, air: float) -> bool:
    """Whether two lines cross or come nearer to each other than so much air."""
    if max(a[0], a[2]) + air <= min(b[0], b[2]) or max(b[0], b[2]) + air <= min(a[0], a[2]):
        return False
    if max(a[1], a[3]) + air <= min(b[1], b[3]) or max(b[1], b[3]) + air <= min(a[1], a[3]):
        return False
    if crosses(a[:2], a[2:], b[:2], b[2:]):
        return True
    ends = (a[0], a[1], b), (a[2], a[3], b), (b[0], b[1], a), (b[2], b[3], a)
    return any(off_line(x, y, other) < air for x, y, other in ends)
