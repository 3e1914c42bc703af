"""Cords, which nerves are, laid over a layer in the light of its lamp: drawn as curves, not as pixels."""

from __future__ import annotations

from functools import lru_cache
from math import cos, hypot, inf, radians, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from dimples_gui.plate.backdrop import brush_for
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate.strands import Shape, Strand, Stretch, boxes_of, ends_of, ribbon, strands_of

if TYPE_CHECKING:
    from dimples_gui.plate.art import Sight
    from dimples_gui.plate.frame import View

SINKS_MM = 4.5  # from its ends on, a strand is out of the depth
FURTHEST_MM = 1.6  # that a shadow reaches
TURN, LIFT = 15.0, 10.0  # degrees: of the lamp, that make a difference on something so slim
MIDDLE = 0.3  # of a strand: from here on inwards is its ridge
FINEST_PX = 0.6  # tones that lie closer to each other are one
STAMP_PX = 32
SHADE = "#2a1206"
# from a shadow's rim to its core: mm wider than the strand, share of the way that a shadow falls, how dark
SHADOWS = ((0.60, 1.00, 14), (0.42, 0.85, 34), (0.23, 0.70, 62), (0.03, 0.50, 98))
# from a strand's edge to its ridge: share of its width, colour
TONES = ((1.00, "#94703a"), (0.90, "#bc9953"), (0.73, "#dcc07a"), (0.50, "#ecdaa1"), (0.24, "#f9f0cc"))


class CordSheet:
    """The cords of one view as a picture, drawn anew only where they look different in another light."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._shows: tuple[str, View, tuple[float, float], float] | None = None
        self._place, self._picture = QRect(), QImage()

    def paint(self, painter: QPainter, sight: Sight) -> None:
        """Paint them over the view."""
        ratio = painter.device().devicePixelRatioF()
        shows = sight.layer, sight.view, lamp_on(sight), ratio
        if shows != self._shows:
            self._shows, self._place = shows, place_of(sight, sight.area)
            self._picture = picture_of(sight, self._place, ratio)
        painter.drawImage(self._place.topLeft(), self._picture)


def draw_cords(painter: QPainter, sight: Sight, part: QRectF) -> None:
    """Paint a layer's cords, as far as they are in a part of the view."""
    place = place_of(sight, part)
    if not place.isEmpty():
        painter.drawImage(place.topLeft(), picture_of(sight, place, painter.device().devicePixelRatioF()))


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
    """The cords over nothing, in a part of the view: their shadows, then all from edge to ridge; their ends sink in."""
    picture = QImage(place.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(0)
    stretches = _stretches_in(sight, QRectF(place))
    if not stretches:
        return picture
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-place.topLeft())
    painter.setTransform(sight.transform, combine=True)
    # Each tone takes the place of the one before: shadows of several alphas don't add up, and Qt is quicker so.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for shape, by, colour in _tones(_strands_on(sight), lamp_on(sight), sight.view.scale * ratio):
        painter.translate(*by)
        for stretch in stretches:  # one by one: Qt takes many times as long for all in one path
            path = ribbon(stretch, shape)
            box = path.controlPointRect()
            painter.fillPath(path, brush_for(sight.layer, colour, box.top(), box.bottom()))
        painter.translate(-by[0], -by[1])
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for x, y in (end for stretch in stretches for end in ends_of(stretch.strand)):
        painter.drawImage(QRectF(x - SINKS_MM, y - SINKS_MM, 2 * SINKS_MM, 2 * SINKS_MM), _stamp())
    painter.end()
    return picture


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
