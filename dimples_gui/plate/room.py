"""What is taken: where another name, or another leader, would meet what is there."""

from dimples_gui.plate.apart import Box, disc_meets_box, line_meets_box, line_meets_disc, lines_meet
from dimples_gui.plate.hotspots import Line, off_line
from dimples_gui.plate.labels import Scenery

LINE_AIR_PX, NAME_AIR_PX = 6.0, 3.0  # how near a leader may come to another one, to a name or to a pin
ALONG_PX = 12.0  # a leader that begins and ends nearer to a rule runs along it


class Room:
    """The view around the names placed so far."""

    def __init__(self, scenery: Scenery) -> None:
        self._pins = [
            ((x - radius, y - radius, x + radius, y + radius), (x, y, radius)) for x, y, radius in scenery.pins
        ]
        self._names = list(scenery.words)
        self._lines = [(_around(stem), stem) for stem in scenery.stems]
        self._rules = scenery.rules

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
        return not any(line_meets_box(rule, box, NAME_AIR_PX) for rule in self._rules)

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
        x1, y1, x2, y2 = leader
        return not any(off_line(x1, y1, rule) < ALONG_PX and off_line(x2, y2, rule) < ALONG_PX for rule in self._rules)


def _around(line: Line) -> Box:
    """What is near a line."""
    x1, y1, x2, y2 = line
    air = LINE_AIR_PX
    return min(x1, x2) - air, min(y1, y2) - air, max(x1, x2) + air, max(y1, y2) + air
