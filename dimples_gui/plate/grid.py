"""A layer in small squares: which hotspot a click in each of them means, and how much body is under a name."""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from math import ceil
from operator import add

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from dimples_gui.atlas.model import SECTION, Outline, Plate
from dimples_gui.icons import path_of
from dimples_gui.plate.apart import Box, Point
from dimples_gui.plate.frame import View
from dimples_gui.plate.hotspots import Hotspot

SQUARE_MM, SECTION_SQUARE_MM = 2.5, 1.0
GROUND, BODY, MOST_HOTSPOTS = 0, 255, 254
LONG_MM = 14.0  # what is longer than that can be pointed at beside its middle too
MOST_SAMPLES = 40  # along one side of a view


class Grid:
    """The squares of one layer. Millimetres, y up."""

    def __init__(self, plate: Plate, outlines: Iterable[Outline], hotspots: Sequence[Hotspot], window: QRectF) -> None:
        """`outlines` are all of the layer; `window` is what of it is to be seen. What is thin wants small squares."""
        self._side = SECTION_SQUARE_MM if plate.name == SECTION else SQUARE_MM
        self._left, self._top = plate.left, plate.bottom + plate.height
        self._columns, self._rows = ceil(plate.width / self._side), ceil(plate.height / self._side)
        areas = sorted((spot for spot in hotspots if spot.kind != "pin"), key=lambda spot: -spot.area)[:MOST_HOTSPOTS]
        self._numbers = {spot.key: number for number, spot in enumerate(areas, 1)}
        self._rows_of = self._painted(outlines, areas, window)
        sums = [[0] * (self._columns + 1)]
        for row in self._rows_of:
            sums.append(list(map(add, sums[-1], accumulate(map(bool, row), initial=0))))
        self._sums = sums
        self._points = {spot.key: self._points_of(spot) for spot in hotspots}

    def _painted(self, outlines: Iterable[Outline], areas: Iterable[Hotspot], window: QRectF) -> list[bytes]:
        """The squares, row by row from the top: hotspots by their numbers, the smaller ones over the larger ones."""
        image = QImage(self._columns, self._rows, QImage.Format.Format_RGBX8888)
        image.fill(QColor(GROUND, 0, 0))
        painter = QPainter(image)
        painter.setTransform(
            QTransform(1 / self._side, 0, 0, -1 / self._side, -self._left / self._side, self._top / self._side)
        )
        painter.setClipRect(window)
        for outline in outlines:
            if not outline.crease:
                painter.fillPath(path_of([outline]), QColor(BODY, 0, 0))
        for spot in areas:
            painter.fillPath(spot.path, QColor(self._numbers[spot.key], 0, 0))
        painter.end()
        reds = bytes(image.constBits())[::4]
        return [reds[start : start + self._columns] for start in range(0, len(reds), self._columns)]

    def _points_of(self, spot: Hotspot) -> tuple[Point, ...]:
        """Where a leader may end: about the middle and, of what is long, to both sides of it."""
        if spot.kind == "pin":
            return ((spot.x, spot.y),)
        box = spot.path.boundingRect()
        middle, across, up = box.center(), box.width() / 4, box.height() / 4
        if spot.kind == "ring":
            wanted = [
                (middle.x() + 2 * a, middle.y() + 2 * b) for a, b in ((0, up), (across, 0), (-across, 0), (0, -up))
            ]
            return tuple(wanted)
        squares = self._squares_of(spot)
        wanted = [(spot.x, spot.y)]
        if max(box.width(), box.height()) > LONG_MM:
            aside, over = (across, 0.0) if box.width() > box.height() else (0.0, up)
            wanted += [(spot.x - aside, spot.y + over), (spot.x + aside, spot.y - over)]
        if not squares:
            return ((spot.x, spot.y),)
        found = (min(squares, key=lambda at: abs(at[0] - x) + abs(at[1] - y)) for x, y in wanted)
        return tuple(dict.fromkeys(found))

    def _squares_of(self, spot: Hotspot) -> list[Point]:
        """The middles of some squares well inside a hotspot; of one that is too small for that, of any in it."""
        number, box = self._numbers.get(spot.key, 0), spot.path.boundingRect()
        rows = range(*self._span(self._top - box.bottom(), self._top - box.top(), self._rows))
        columns = range(*self._span(box.left() - self._left, box.right() - self._left, self._columns))
        stride = max(1, ceil((len(rows) * len(columns)) ** 0.5 / MOST_SAMPLES))
        mine = [
            (row, column)
            for row in rows[::stride]
            for column in columns[::stride]
            if self._rows_of[row][column] == number
        ]
        inner = [at for at in mine if self._is_inner(*at)]
        return [self._middle(*at) for at in inner or mine]

    def _is_inner(self, row: int, column: int) -> bool:
        """Whether the squares around this one are of the same hotspot."""
        around = range(max(row - 1, 0), min(row + 2, self._rows))
        left, right = max(column - 1, 0), min(column + 2, self._columns)
        return len({number for row in around for number in self._rows_of[row][left:right]}) == 1

    def _span(self, start: float, end: float, most: int) -> tuple[int, int]:
        """From which square to before which one a stretch in mm reaches."""
        return min(max(int(start / self._side), 0), most), min(max(ceil(end / self._side), 0), most)

    def _middle(self, row: int, column: int) -> Point:
        return self._left + (column + 0.5) * self._side, self._top - (row + 0.5) * self._side

    def points(self, spot: Hotspot, seen: QRectF) -> list[Point]:
        """Points of a hotspot where a leader may end, in a part of the body; none if nothing of it is there."""
        found = [point for point in self._points[spot.key] if seen.contains(*point)]
        if found or spot.kind == "pin" or not seen.intersects(spot.path.boundingRect()):
            return found
        part = spot.path.boundingRect().intersected(seen)
        steps = [(at + 0.5) / 8 for at in range(8)]
        grid = [(part.left() + part.width() * a, part.top() + part.height() * b) for a in steps for b in steps]
        inside = [point for point in grid if spot.path.contains(QPointF(*point))]
        middle = part.center()
        return sorted(inside, key=lambda at: abs(at[0] - middle.x()) + abs(at[1] - middle.y()))[:1]

    def cover(self, view: View, row: float) -> Callable[[Box], float]:
        """How much body a box in a view hides, as the length of so high a row in px."""
        left, top = view.to_px(self._left, self._top)
        side = view.scale * self._side
        sums, columns, rows, share = self._sums, self._columns, self._rows, side * side / row

        def covered(box: Box) -> float:
            first, last = int((box[0] - left) / side + 0.5), int((box[2] - left) / side + 0.5)
            over, under = int((box[1] - top) / side + 0.5), int((box[3] - top) / side + 0.5)
            first, last = max(first, 0), min(last, columns)
            over, under = max(over, 0), min(under, rows)
            if first >= last or over >= under:
                return 0.0
            upper, lower = sums[over], sums[under]
            return (lower[last] - upper[last] - lower[first] + upper[first]) * share

        return covered
