"""Cords, which nerves are, laid over a layer in the light of its lamp: drawn as curves, not as pixels."""

from __future__ import annotations

from functools import lru_cache, partial
from math import cos, hypot, inf, radians, sin
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from dimples_gui.plate.backdrop import brush_for
from dimples_gui.plate.enlarged import fineness
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.strands import Shape, Strand, Stretch, boxes_of, ends_of, ribbon, strands_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dimples_gui.plate.art import Sight
    from dimples_gui.plate.frame import View

SINKS_MM = 4.5  # from its ends on, a strand is out of the depth
FURTHEST_MM = 1.6  # that a shadow reaches
TURN, LIFT = 15.0, 10.0  # degrees: of the lamp, that make a difference on something so slim
MIDDLE = 0.3  # of a strand: from here on inwards is its ridge
FINEST_PX = 0.6  # tones that lie closer to each other are one
STAMP_PX = 32
PIECE_S = 0.0008  # that drawing them anew may take of one paint
SHADE = "#2a1206"
# from a shadow's rim to its core: mm wider than the strand, share of the way that a shadow falls, how dark
SHADOWS = ((0.60, 1.00, 14), (0.42, 0.85, 34), (0.23, 0.70, 62), (0.03, 0.50, 98))
# from a strand's edge to its ridge: share of its width, colour
TONES = ((1.00, "#94703a"), (0.90, "#bc9953"), (0.73, "#dcc07a"), (0.50, "#ecdaa1"), (0.24, "#f9f0cc"))


class CordSheet:
    """The cords of one view as a picture. In another light it is drawn anew piece by piece, a little at each paint."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._shows: tuple[str, View, float, tuple[float, float]] | None = None
        self._place, self._picture = QRect(), QImage()
        self._next: Drawing | None = None
        self.is_behind = False  # in another light than it should be

    def paint(self, painter: QPainter, sight: Sight, *, at_once: bool = False) -> None:
        """Paint them over the view; `at_once` in the light that there is now, however long that takes."""
        ratio = painter.device().devicePixelRatioF()
        shows = sight.layer, sight.view, ratio, lamp_on(sight)
        if at_once or self._shows is None or self._shows[:-1] != shows[:-1]:
            self._next = None
        if shows != self._shows:
            self._draw_on(shows, sight, at_once=at_once)
        self.is_behind = shows != self._shows
        painter.drawImage(self._place.topLeft(), self._picture)

    def _draw_on(self, shows: tuple[str, View, float, tuple[float, float]], sight: Sight, *, at_once: bool) -> None:
        """Draw some more of what is next, in the light that it was begun in: the lamp may be moving all the time."""
        new_view = self._shows is None or self._shows[:-1] != shows[:-1]
        if self._next is None:
            self._next = Drawing(shows, sight)
        if self._next.is_done_within(None if at_once or new_view else PIECE_S):
            self._shows, self._place, self._picture = self._next.shows, self._next.place, self._next.picture
            self._next = None


class Drawing:
    """A picture of a view's cords on its way."""

    def __init__(self, shows: tuple[str, View, float, tuple[float, float]], sight: Sight) -> None:
        """Nothing is drawn yet."""
        self.shows, self.place = shows, place_of(sight, sight.area)
        self.picture = _empty(self.place, shows[2])
        self._sight, self._strokes = sight, _strokes_on(sight, self.place, shows[2])

    def is_done_within(self, seconds: float | None) -> bool:
        """Draw for so long, or to the end; whether that is reached."""
        end = inf if seconds is None else perf_counter() + seconds
        painter = _painter_on(self.picture, self._sight, self.place)
        try:
            for stroke in self._strokes:
                stroke(painter)
                if perf_counter() > end:
                    return False
        finally:
            painter.end()
        return True


def draw_cords(painter: QPainter, sight: Sight, part: QRectF) -> None:
    """Paint a layer's cords, as far as they are in a part of the view."""
    place = place_of(sight, part)
    if not place.isEmpty():
        painter.drawImage(place.topLeft(), picture_of(sight, place, fineness(painter)))


def place_of(sight: Sight, part: QRectF) -> QRect:
    """Where in a part of the view there are cords, in whole pixels."""
    boxes = [box for on, first, last in _stretches_in(sight, part) for box in boxes_of(on)[first:last]]
    if not boxes:
        return QRect()
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    box = QRectF(min(lefts), min(lows), max(rights) - min(lefts), max(highs) - min(lows))
    box.adjust(-FURTHEST_MM, -FURTHEST_MM, FURTHEST_MM, FURTHEST_MM)
    return sight.transform.mapRect(box).toAlignedRect().intersected(part.toAlignedRect())


def picture_of(sight: Sight, place: QRect, ratio: float) -> QImage:
    """The cords over nothing, in a part of the view."""
    picture = _empty(place, ratio)
    painter = _painter_on(picture, sight, place)
    for stroke in _strokes_on(sight, place, ratio):
        stroke(painter)
    painter.end()
    return picture


def _empty(place: QRect, ratio: float) -> QImage:
    """Nothing, in a part of the view."""
    picture = QImage(place.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(0)
    return picture


def _painter_on(picture: QImage, sight: Sight, place: QRect) -> QPainter:
    """Paints in mm on the picture of a part of the view."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(-place.topLeft())
    painter.setTransform(sight.transform, combine=True)
    return painter


def _strokes_on(sight: Sight, place: QRect, ratio: float) -> Iterator[Callable[[QPainter], None]]:
    """What draws the cords, bit by bit: their shadows, then all from edge to ridge; their ends sink in."""
    stretches = _stretches_in(sight, QRectF(place))
    if not stretches:
        return
    for shape, by, colour in _tones(_strands_on(sight), lamp_on(sight), sight.view.scale * ratio):
        for stretch in stretches:  # one by one: Qt takes many times as long for all in one path
            yield partial(_fill, sight.layer, ribbon(stretch, shape), by, colour)
    for x, y in (end for stretch in stretches for end in ends_of(stretch.strand)):
        yield partial(_sink, QRectF(x - SINKS_MM, y - SINKS_MM, 2 * SINKS_MM, 2 * SINKS_MM))


def _fill(layer: str, path: QPainterPath, by: tuple[float, float], colour: QColor, painter: QPainter) -> None:
    """Each tone takes the place of the one before: shadows of several alphas don't add up, and Qt is quicker so."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    box = path.controlPointRect()
    painter.translate(*by)
    painter.fillPath(path, brush_for(layer, colour, box.top(), box.bottom()))
    painter.translate(-by[0], -by[1])


def _sink(place: QRectF, painter: QPainter) -> None:
    """Take away what ends there."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.drawImage(place, _stamp())


def lamp_on(sight: Sight) -> tuple[float, float]:
    """Where the lamp stands, as finely as anybody sees it on something so slim: azimuth and elevation in degrees."""
    lamp = sight.guise.lamp if sight.guise else Lamp()
    return round(lamp.azimuth / TURN) * TURN, round(lamp.elevation / LIFT) * LIFT


def _tones(
    strands: list[Strand], lamp: tuple[float, float], px_mm: float
) -> list[tuple[Shape, tuple[float, float], QColor]]:
    """What is filled one after the other, as finely as pixels show it: a shape, how far it is moved in mm, its colour.

    Shadows are moved away from the lamp, ridges towards it, so much the more the further the lamp is lowered.
    """
    azimuth, elevation = radians(lamp[0]), radians(lamp[1])
    aside, up, flat = cos(azimuth), sin(azimuth), cos(elevation)
    fall = min(flat / sin(elevation), FURTHEST_MM - SHADOWS[0][0])
    widest, slimmest = max(strand.root for strand in strands), min(strand.tip for strand in strands)
    found, before = [], inf
    for wider, off, alpha in SHADOWS:
        if before - (reach := (wider + off * fall) * px_mm) > FINEST_PX:
            shade = QColor(SHADE)
            shade.setAlpha(alpha)
            found.append((Shape(1.0, wider), (-aside * fall * off, -up * fall * off), shade))
            before = reach
    before = inf
    for share, colour in TONES:
        if before - (reach := share * widest * px_mm) > FINEST_PX:
            away = (1 - share) * flat * slimmest
            found.append((Shape(share), (aside * away, up * away), QColor(colour)))
            before = reach
        elif share > MIDDLE:  # too fine to be seen beside the one before: that one is as light as both
            found[-1] = *found[-1][:2], QColor(colour)
    return found


def _strands_on(sight: Sight) -> list[Strand]:
    """All strands of a layer."""
    return [strand for cord in sight.art.cords(sight.layer) for strand in strands_of(cord)]


def _stretches_in(sight: Sight, part: QRectF) -> list[Stretch]:
    """As much of a layer's strands as may be seen in a part of the view."""
    near = sight.transform.inverted()[0].mapRect(part)
    near.adjust(-FURTHEST_MM, -FURTHEST_MM, FURTHEST_MM, FURTHEST_MM)
    left, low, right, high = near.left(), near.top(), near.right(), near.bottom()
    found = []
    for strand in _strands_on(sight):
        boxes = enumerate(boxes_of(strand))
        seen = [at for at, (x0, y0, x1, y1) in boxes if x0 <= right and x1 >= left and y0 <= high and y1 >= low]
        if seen:
            found.append(Stretch(strand, seen[0], seen[-1] + 1))
    return found


@lru_cache(maxsize=1)
def _stamp() -> QImage:
    """A soft disc of alpha: all in its middle, nothing at its rim."""
    middle = (STAMP_PX - 1) / 2
    away = [min(hypot(x - middle, y - middle) / (middle - 0.5), 1.0) for y in range(STAMP_PX) for x in range(STAMP_PX)]
    pixels = b"".join(bytes(4 * [round(255 * (1 - far * far * (3 - 2 * far)))]) for far in away)
    image = QImage(pixels, STAMP_PX, STAMP_PX, 4 * STAMP_PX, QImage.Format.Format_RGBA8888_Premultiplied)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
