"""What is taken: where another name, or another leader, would meet one that is there, a pin or a pin's stem."""

from collections.abc import Iterable

from dimples_gui.plate.apart import Box, Disc, disc_meets_box, line_meets_box, line_meets_disc, lines_meet
from dimples_gui.plate.hotspots import Line

LINE_AIR_PX, NAME_AIR_PX = 6.0, 3.0  # how near a leader may come to another one, to a name or to a pin


class Room:
    """The view around the names placed so far."""

    def __init__(self, pins: Iterable[Disc], stems: Iterable[Line]) -> None:
        self._pins = [((x - radius, y - radius, x + radius, y + radius), (x, y, radius)) for x, y, radius in pins]
        self._names: list[Box] = []
        self._lines = [(_around(stem), stem) for stem in stems]

    def take(self, box: Box, leader: Line | None) -> None:
        """From now on a name stands here."""
        self._names.append(box)
        if leader:
            self._lines.append((_around(leader), leader))

    def holds_name(self, box: Box) -> bool:
        """Whether a name would meet nothing here."""
        left, top, right, bottom = box
        for a, b, c, d in self._names:
            if left < c and a < right and top < d and b < bottom:
                return False
        for (a, b, c, d), pin in self._pins:
            if left < c and a < right and top < d and b < bottom and disc_meets_box(pin, box):
                return False
        for (a, b, c, d), line in self._lines:
            if left < c and a < right and top < d and b < bottom and line_meets_box(line, box, NAME_AIR_PX):
                return False
        return True

    def holds_leader(self, leader: Line) -> bool:
        """Whether a leader would meet nothing here."""
        left, top, right, bottom = _around(leader)
        for name in self._names:
            a, b, c, d = name
            if left < c and a < right and top < d and b < bottom and line_meets_box(leader, name, NAME_AIR_PX):
                return False
        for (a, b, c, d), pin in self._pins:
            if left < c and a < right and top < d and b < bottom and line_meets_disc(leader, pin):
                return False
        for (a, b, c, d), line in self._lines:
            if left < c and a < right and top < d and b < bottom and lines_meet(leader, line, LINE_AIR_PX):
                return False
        return True


def _around(line: Line) -> Box:
    """What is near a line."""
    x1, y1, x2, y2 = line
    air = LINE_AIR_PX
    return min(x1, x2) - air, min(y1, y2) - air, max(x1, x2) + air, max(y1, y2) + air
