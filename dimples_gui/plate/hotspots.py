"""What can be pointed at on a layer, and what lies under a point."""

from collections.abc import Iterator, Mapping, Sequence
from math import hypot
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from dimples_gui.atlas.model import Entry, Outline, Pin, Ring
from dimples_gui.icons import path_of
from dimples_gui.plate.frame import View

PIN_PX = 28.0  # a pin's width on screen, whatever the zoom; it grows with the text
MOST_GROWN = 2.0
STEM_AIR_MM = 16.0  # between a stem and other pins
SMALL_MM2 = 1500.0  # smaller hotspots are marks that names and leaders go round
ROUND = 0.6  # what is narrower than this share of its height is no disc
READING_ROW_MM = 20.0  # what lies within such a strip is read from left to right
Line: TypeAlias = tuple[float, float, float, float]  # from x, y to x, y
SIDES = {-1: "left", 0: "", 1: "right"}


class Hotspot(NamedTuple):
    """One thing to point at: an entry's outlines on one side, its ring on one side, or its pin. Millimetres, y up."""

    key: str  # unique on its layer
    entry: str
    kind: str  # outline | ring | pin
    side: str  # left | right, the person's own; empty for what has no side
    path: QPainterPath  # empty for a pin
    x: float  # a point that surely belongs to it: in the outline, on the ring's upper edge, the pin's middle
    y: float
    area: float
    icon: str = ""
    target: QPointF | None = None  # what a structure's pin stands for

    def box(self, pin_mm: float) -> QRectF:
        """Its bounds in mm where pins are so wide; top() is the lower edge, y being up."""
        if self.kind != "pin":
            return self.path.boundingRect()
        return QRectF(self.x - pin_mm / 2, self.y - pin_mm / 2, pin_mm, pin_mm)

    def covers(self, x: float, y: float, pin_mm: float) -> bool:
        """Whether a point in mm is on it, where pins are so wide."""
        if self.kind == "pin":
            return (x - self.x) ** 2 + (y - self.y) ** 2 <= (pin_mm / 2) ** 2
        return self.path.contains(QPointF(x, y))


def pin_width(text_scale: float) -> float:
    """A pin's width in pixels, at a size of text."""
    return PIN_PX * max(1.0, min(text_scale, MOST_GROWN))


def on_layer(
    entries: Mapping[str, Entry], outlines: Mapping[str, Outline], layer: str, window: QRectF | None = None
) -> tuple[Hotspot, ...]:
    """The hotspots of a layer in reading order, as far as the plate's window shows them.

    Where an entry is drawn on the layer itself, that is its outline there; else it is the outline of another layer.
    """
    found: list[Hotspot] = []
    pins = [entry.pin for entry in entries.values() if entry.pin and layer in entry.pin.layers]
    for entry in entries.values():
        if layer in entry.layers:
            mine = [outlines[name] for name in entry.outlines if name in outlines]
            here = [outline for outline in mine if outline.layer == layer]
            found += _outlined(entry, here or mine, window)
        if entry.ring and layer in entry.ring.layers:
            found += _ringed(entry, entry.ring)
        if entry.pin and layer in entry.pin.layers:
            others = [pin for pin in pins if pin is not entry.pin]
            found.append(_pinned(entry, entry.pin, others, outlines))
    return tuple(sorted(found, key=lambda spot: (-round(spot.y / READING_ROW_MM), spot.x, -spot.area)))


def hit(spots: Sequence[Hotspot], x: float, y: float, pin_mm: float) -> tuple[Hotspot, ...]:
    """All hotspots under a point in mm, where pins are so wide: pins first, then the smaller ones."""
    under = [spot for spot in spots if spot.covers(x, y, pin_mm)]
    return tuple(sorted(under, key=lambda spot: (spot.kind != "pin", spot.area)))


def point_that_opens(
    spots: Sequence[Hotspot], entry: str, pin_mm: float, near: tuple[float, float] = (0.0, 0.0)
) -> tuple[float, float] | None:
    """A point in mm where a first click means this entry, where pins are so wide; None if there is none.

    Of an entry with several hotspots it is in the one that is nearest to a point.
    """
    mine = [spot for spot in spots if spot.entry == entry]
    for spot in sorted(mine, key=lambda spot: round(abs(spot.x - near[0]) + abs(spot.y - near[1]))):
        box = spot.box(pin_mm)
        candidates = [(spot.x, spot.y)]
        candidates += [(box.center().x(), box.bottom() - box.height() * step / 40) for step in range(1, 40)]
        for x, y in candidates:
            if next((under.entry for under in hit(spots, x, y, pin_mm)), "") == entry:
                return x, y
    return None


def box_to_see(spots: Sequence[Hotspot], view: View, pin_mm: float) -> QRectF:
    """Where all of them lie, in mm, if that fits in a view; else where the one nearest to its middle does."""
    box = spots[0].box(pin_mm)
    for spot in spots[1:]:
        box = box.united(spot.box(pin_mm))
    if box.width() * view.scale <= view.width and box.height() * view.scale <= view.height:
        return box
    return min(spots, key=lambda spot: abs(spot.x - view.x) + abs(spot.y - view.y)).box(pin_mm)


def outward(stack: Sequence[Hotspot], last: str) -> Hotspot:
    """What a further click on the same spot means: the hotspot around the last one; after the outermost the first."""
    keys = [spot.key for spot in stack]
    return stack[(keys.index(last) + 1) % len(stack)] if last in keys else stack[0]


def _outlined(entry: Entry, outlines: Sequence[Outline], window: QRectF | None) -> Iterator[Hotspot]:
    """One hotspot a side, cut off at the window's edge."""
    for side in ("left", "", "right"):
        mine = [outline for outline in outlines if _side_of(outline.id) == side]
        if mine:
            path = path_of(mine)
            if window and not window.contains(path.boundingRect()):
                edge = QPainterPath()
                edge.addRect(window)
                path = path.intersected(edge)
            if path.isEmpty():
                continue
            inside = _point_inside(path)
            yield Hotspot(f"{entry.id}/{side}", entry.id, "outline", side, path, inside.x(), inside.y(), _area(path))


def _ringed(entry: Entry, ring: Ring) -> Iterator[Hotspot]:
    """A ring on both sides, or one on the midline."""
    for sign in (-1, 1) if ring.x else (0,):
        x = sign * abs(ring.x)
        path = QPainterPath()
        path.addEllipse(QPointF(x, ring.y), ring.r, ring.r)
        side = SIDES[sign]
        yield Hotspot(f"{entry.id}/ring/{side}", entry.id, "ring", side, path, x, ring.y + ring.r, _area(path))


def _pinned(entry: Entry, pin: Pin, others: Sequence[Pin], outlines: Mapping[str, Outline]) -> Hotspot:
    """The pin; that of a structure points to the nearest of its outlines to which the way is free of other pins."""
    targets = [_point_inside(path_of([outlines[name]])) for name in entry.outlines if name in outlines]

    def effort(target: QPointF) -> tuple[float, float]:
        stem = pin.x, pin.y, target.x(), target.y()
        free = min((off_line(other.x, other.y, stem) for other in others), default=STEM_AIR_MM)
        return -min(free, STEM_AIR_MM), abs(target.x() - pin.x) + abs(target.y() - pin.y)

    nearest = min(targets, key=effort, default=None)
    return Hotspot(f"{entry.id}/pin", entry.id, "pin", "", QPainterPath(), pin.x, pin.y, 0.0, pin.icon, nearest)


def off_line(x: float, y: float, line: Line) -> float:
    """How far a point is from a line."""
    x1, y1, x2, y2 = line
    dx, dy = x2 - x1, y2 - y1
    squared = dx * dx + dy * dy
    share = min(max(((x - x1) * dx + (y - y1) * dy) / squared, 0.0), 1.0) if squared else 0.0
    return hypot(x - x1 - share * dx, y - y1 - share * dy)


def is_mark(spot: Hotspot) -> bool:
    """Whether a hotspot is small and about as wide as high: a ring, a pit, a spine."""
    box = spot.path.boundingRect()
    return spot.kind != "pin" and spot.area < SMALL_MM2 and ROUND < box.width() / max(box.height(), 1.0) < 1 / ROUND


def _side_of(name: str) -> str:
    """The side that an outline's id ends in."""
    end = name.rpartition("-")[2]
    return end if end in {"left", "right"} else ""


def _area(path: QPainterPath) -> float:
    """In mm², holes left out."""
    return abs(sum(_signed_area(polygon) for polygon in path.toFillPolygons()))


def _signed_area(polygon: QPolygonF) -> float:
    """The shoelace formula; positive where the corners run counter-clockwise."""
    points = [(point.x(), point.y()) for point in polygon.toList()]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True)) / 2


def _point_inside(path: QPainterPath) -> QPointF:
    """The middle of the path if that lies in it, else the middle of the longest stretch across its box."""
    box = path.boundingRect()
    if path.contains(box.center()):
        return box.center()
    best, longest = box.center(), 0.0
    for row in range(1, 8):
        y = box.top() + box.height() * row / 8
        start = None
        for column in range(65):
            x = box.left() + box.width() * column / 64
            inside = path.contains(QPointF(x, y))
            if inside and start is None:
                start = x
            if not inside and start is not None:
                if x - start > longest:
                    best, longest = QPointF((start + x) / 2, y), x - start
                start = None
    return best
