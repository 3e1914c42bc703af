"""What lies still behind the marks: the ground, a layer's picture and its ink."""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from dimples_gui.icons import path_of
from dimples_gui.plate.art import Sight
from dimples_gui.plate.enlarged import ALONE, HASTY, draw_smoothly, seen_part
from dimples_gui.plate.ink import Stroke

if TYPE_CHECKING:
    from dimples_gui.plate.lighting import Guise

INK_PX, INK_SCALE, INK_GROWTH = 1.0, 2.2, 0.25  # 1 px at 2.2 pixels a millimetre, growing much slower than the body
INK_RANGE_PX = (0.8, 2.0)
HAIRLINE_STEP_PX = 0.8  # between the hairlines that a wider line is made of
CREASE_ALPHA = 0.75
# Skin has no edges but its silhouette, fat has only lobules: what is drawn within them is drawn lightly.
INNER_INK = {"skin": 0.30, "fat": 0.45}
# The tints of a layer that has no picture: one flat colour, a second to tell neighbours apart.
FLAT = {
    "skin": ("#dfae8c", "#d9a684"),
    "fat": ("#ecd08a", "#e6c67a"),
    "muscle": ("#b9655a", "#c0746a"),
    "ligament": ("#efe9da", "#e6decb"),
    "bone": ("#ebdfc3", "#e5d8b9"),
}
# Where the ink of a layer fades out, (nothing, full), mm above the spines; the pictures fade there too.
FADE_TOP_MM = (188.0, 172.0)
FADE_BOTTOM_MM = {"skin": (-95.0, -60.0)}
FADE_BOTTOM_ELSEWHERE_MM = (-114.0, -95.0)
BEYOND_MM = 60  # how far above and below the plate an outline may reach


def ink_width(scale: float) -> float:
    """How thick outlines are, in pixels, at so many pixels a millimetre."""
    grown = INK_PX * float((scale / INK_SCALE) ** INK_GROWTH)
    return min(max(grown, INK_RANGE_PX[0]), INK_RANGE_PX[1])


def draw_layer(painter: QPainter, sight: Sight, part: QRectF | None = None) -> None:
    """Paint ground, picture and ink: the whole view or only a part of it, in pixels."""
    part = part or sight.area
    sight.art.ink(sight.layer)  # found, the first time, while the picture is still being loaded in its thread
    painter.save()
    painter.setClipRect(part)
    fill(painter, part, sight.look.ground)
    draw_body(painter, sight, part)
    draw_ink(painter, sight, part)
    draw_strands(painter, sight, part)
    painter.restore()


def layer_image(sight: Sight, ratio: float) -> QImage:
    """Ground, picture and ink of a layer, `ratio` device pixels to a logical one."""
    image = QImage(ceil(sight.view.width * ratio), ceil(sight.view.height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    draw_layer(painter, sight)
    painter.end()
    return image


def fill(painter: QPainter, rect: QRectF, colour: str) -> None:
    """Fill a rectangle. QPainter's own fillRect loads Qt's gradients with it, which costs 4 ms at the start."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(rect)


def draw_body(painter: QPainter, sight: Sight, part: QRectF) -> None:
    """The layer's picture, as far as it is in a part of the view, in pixels; flat tints where there is none."""
    layer, place = sight.layer, place_of(sight)
    shipped = sight.art.picture(layer)
    if shipped is not None:
        picture = sight.art.lit(layer, sight.guise, seen_part(shipped.rect(), place, part)) or shipped
        _draw_picture(painter, sight, place, picture, part)
        if sight.guise and sight.guise.is_sketch(layer):
            _draw_beside(painter, sight, sight.guise)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(sight.transform, combine=True)
    # Ligaments lie on the bones, which are seen between them.
    for under in ("bone", layer) if layer == "ligament" and "bone" in sight.art.layers else (layer,):
        forms = [outline for outline in sight.art.outlines(under) if not outline.crease]
        for number, form in enumerate(forms):
            painter.fillPath(path_of([form]), QColor(FLAT[under][number % 2]))
    painter.restore()


def draw_mixed(painter: QPainter, upper: Sight, lower: Sight, share: float) -> None:
    """The pictures of two layers over the whole view, so much of the lower one, both in another light."""
    place, shipped = place_of(upper), upper.art.picture(upper.layer)
    if shipped is not None and upper.guise is not None:
        part = seen_part(shipped.rect(), place, upper.area)
        picture = upper.art.lighting.mixed(upper.layer, lower.layer, share, upper.guise, part)
        _draw_picture(painter, upper, place, picture or shipped, upper.area)


def _draw_picture(painter: QPainter, sight: Sight, place: QRectF, picture: QImage, part: QRectF) -> None:
    """A lit picture, as far as it is in a part of the view; hastily while lamp or body change.

    Its pixels are squares: the last of a sketch reach beyond the place.
    """
    place = QRectF(place.topLeft(), QSizeF(place.width(), place.width() * picture.height() / picture.width()))
    draw_smoothly(painter, place, picture, part, HASTY if sight.is_hasty else ALONE)


def _draw_beside(painter: QPainter, sight: Sight, guise: "Guise") -> None:
    """The ground on both sides of a sketched body, over its picture, so that its edge is sharp."""
    from dimples_gui.plate.edge import beside  # noqa: PLC0415  # a start shows the body that is drawn

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(sight.transform.map(beside(guise.build)), QColor(sight.look.ground))
    painter.restore()


def place_of(sight: Sight) -> QRectF:
    """Where the plate lies in the view, in pixels."""
    plate = sight.art.plate
    return sight.transform.mapRect(QRectF(plate.left, plate.bottom, plate.width, plate.height))


def draw_ink(painter: QPainter, sight: Sight, part: QRectF, strokes: Iterable[Stroke] | None = None) -> None:
    """Thin lines, fading at the plate's ends: the layer's, or some of them.

    Qt draws a line of one device pixel ten times faster than a wider one: a wider one is some of those side by side.
    """
    scale = sight.view.scale * painter.device().devicePixelRatioF()
    width = ink_width(sight.view.scale) * scale / sight.view.scale
    pens = _Pens(sight, min(width, 1.0), 0.999 / scale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(sight.transform, combine=True)
    seen = _strokes_in(sight, part, sight.art.ink_in(sight.guise, sight.layer) if strokes is None else strokes)
    spread = max(width - 1, 0.0)
    gaps = ceil(spread / HAIRLINE_STEP_PX)
    for number in range(gaps + 1):
        away = spread * (number / gaps - 0.5) / scale if gaps else 0.0
        painter.translate(away, away / 2)
        for stroke in seen:
            if not (number and stroke.crease):
                painter.strokePath(stroke.path, pens.for_stroke(stroke))
        painter.translate(-away, -away / 2)
    painter.restore()


def draw_strands(painter: QPainter, sight: Sight, part: QRectF) -> None:
    """The layer's nerves, if it has any that are to be seen."""
    if sight.art.cords(sight.layer):
        from dimples_gui.plate.nerves import draw_cords  # noqa: PLC0415  # the first layer has none

        draw_cords(painter, sight, part)


def _strokes_in(sight: Sight, part: QRectF, strokes: Iterable[Stroke]) -> list[Stroke]:
    """Those strokes that may be seen in a part of the view. Plain numbers, because there are hundreds to compare."""
    seen = sight.transform.inverted()[0].mapRect(part)
    left, low, right, high = seen.left(), seen.top(), seen.right(), seen.bottom()
    return [
        stroke
        for stroke in strokes
        if stroke.left <= right and stroke.right >= left and stroke.low <= high and stroke.high >= low
    ]


def brush_for(layer: str, colour: QColor, low: float, high: float) -> QBrush:
    """A colour for what reaches from one height to another, mm: it fades at the plate's ends."""
    fades = low < FADE_BOTTOM_MM.get(layer, FADE_BOTTOM_ELSEWHERE_MM)[1] or high > FADE_TOP_MM[1]
    return _fading(layer, colour.rgba()) if fades else QBrush(colour)


class _Pens:
    """A layer's pens: for outlines, creases and what is drawn lightly; each also as one that fades at the ends."""

    def __init__(self, sight: Sight, strength: float, width: float) -> None:
        """`strength` is how opaque the strongest is; `width` in mm."""
        self._sight, self._strength, self._width = sight, strength, width
        self._full_mm = FADE_BOTTOM_MM.get(sight.layer, FADE_BOTTOM_ELSEWHERE_MM)[1], FADE_TOP_MM[1]
        self._pens: dict[tuple[bool, bool, bool], QPen] = {}

    def for_stroke(self, stroke: Stroke) -> QPen:
        """The pen for a stroke."""
        fades = stroke.low < self._full_mm[0] or stroke.high > self._full_mm[1]
        key = stroke.crease, stroke.silhouette, fades
        if key not in self._pens:
            self._pens[key] = self._pen(crease=stroke.crease, silhouette=stroke.silhouette, fades=fades)
        return self._pens[key]

    def _pen(self, *, crease: bool, silhouette: bool, fades: bool) -> QPen:
        look, layer = self._sight.look, self._sight.layer
        colour = QColor(look.crease if crease else look.ink)
        inner = 1.0 if silhouette else INNER_INK.get(layer, 1.0)
        colour.setAlphaF(self._strength * inner * (CREASE_ALPHA if crease else 1.0))
        pen = QPen(colour, self._width)
        if fades:
            pen.setBrush(_fading(layer, colour.rgba()))
        return pen


@lru_cache(maxsize=64)
def _fading(layer: str, rgba: int) -> QBrush:
    """A colour in mm: full where the body is drawn, nothing above and below.

    A texture of a row a millimetre: to load Qt's gradients, with all their presets, costs 2 ms at the start, and so
    does even to construct a brush from something.
    """
    (bottom, bottom_full), (top, top_full) = FADE_BOTTOM_MM.get(layer, FADE_BOTTOM_ELSEWHERE_MM), FADE_TOP_MM
    colour = QColor.fromRgba(rgba)
    shade = bytes((colour.red(), colour.green(), colour.blue()))

    def ramp(length: float) -> list[bytes]:
        steps = round(length)
        return [shade + bytes((round(colour.alpha() * (step + 0.5) / steps),)) for step in range(steps)]

    nothing, full = [bytes(4)] * BEYOND_MM, [shade + bytes((colour.alpha(),))] * round(top_full - bottom_full)
    rows = nothing + ramp(bottom_full - bottom) + full + ramp(top - top_full)[::-1] + nothing
    texture = QImage(b"".join(rows), 1, len(rows), 4, QImage.Format.Format_RGBA8888)
    brush = QBrush()
    brush.setTextureImage(texture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
    brush.setTransform(QTransform.fromTranslate(0, bottom - BEYOND_MM))
    return brush
