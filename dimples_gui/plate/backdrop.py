"""What lies still behind the marks: the ground, a layer's picture and its ink."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen

from dimples_gui.plate.art import Line, Sight
from dimples_gui.theme import Look

INK_PX, INK_SCALE, INK_GROWTH = 1.0, 2.2, 0.4  # 1 px at 2.2 pixels a millimetre, growing much slower than the body
INK_RANGE_PX = (0.8, 2.6)
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


def ink_width(scale: float) -> float:
    """How thick outlines are, in pixels, at so many pixels a millimetre."""
    grown = INK_PX * float((scale / INK_SCALE) ** INK_GROWTH)
    return min(max(grown, INK_RANGE_PX[0]), INK_RANGE_PX[1])


def draw_layer(painter: QPainter, sight: Sight, part: QRectF | None = None) -> None:
    """Paint ground, picture and ink: the whole view or only a part of it, in pixels."""
    part = part or sight.area
    painter.save()
    painter.setClipRect(part)
    painter.fillRect(part, QColor(sight.look.ground))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    draw_body(painter, sight)
    painter.drawImage(part, _ink(sight, part, painter.device().devicePixelRatioF()))
    painter.restore()


def draw_body(painter: QPainter, sight: Sight) -> None:
    """The layer's picture; flat tints where there is none."""
    plate, layer = sight.art.plate, sight.layer
    picture = sight.art.picture(layer)
    if picture is not None:
        window = QRectF(plate.left, plate.bottom, plate.width, plate.height)
        painter.drawImage(sight.transform.mapRect(window), picture)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(sight.transform, combine=True)
    # Ligaments lie on the bones, which are seen between them.
    for under in ("bone", layer) if layer == "ligament" and "bone" in sight.art.layers else (layer,):
        forms = [line.path for line in sight.art.ink(under) if not line.crease]
        for number, form in enumerate(forms):
            painter.fillPath(form, QColor(FLAT[under][number % 2]))
    painter.restore()


def _ink(sight: Sight, part: QRectF, ratio: float) -> QImage:
    """The ink alone: each outline hides what was drawn under it, and all of it fades at the plate's ends."""
    sheet = QImage(ceil(part.width() * ratio), ceil(part.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.translate(-part.topLeft())
    painter.setTransform(sight.transform, combine=True)
    seen = sight.transform.inverted()[0].mapRect(part)
    pencil = _Pencil(painter, sight.look, sight.view.scale, ratio)
    lines = sight.art.ink(sight.layer)
    for line in lines:
        if line.path.controlPointRect().intersects(seen):
            pencil.draw(line, 1.0 if line is lines[0] else INNER_INK.get(sight.layer, 1.0))
    _fade_out(painter, seen, *FADE_TOP_MM)
    _fade_out(painter, seen, *FADE_BOTTOM_MM.get(sight.layer, FADE_BOTTOM_ELSEWHERE_MM))
    painter.end()
    return sheet


class _Pencil:
    """Draws lines of ink, in mm, on a transparent sheet."""

    def __init__(self, painter: QPainter, look: Look, scale: float, ratio: float) -> None:
        """`scale` is in logical pixels a millimetre, `ratio` in device pixels to a logical one."""
        self._painter = painter
        self._look = look
        self._scale = scale * ratio
        self._width = ink_width(scale) * ratio

    def draw(self, line: Line, strength: float) -> None:
        """Draw a line of ink; a closed outline first hides what lies under it."""
        colour = QColor(self._look.crease if line.crease else self._look.ink)
        strength *= min(self._width, 1.0)
        if line.crease:
            colour.setAlphaF(CREASE_ALPHA * strength)
            self._stroke(line, colour, 1)
            return
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        self._painter.fillPath(line.path, Qt.GlobalColor.black)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        colour.setAlphaF(strength)
        self._stroke(line, colour, max(ceil(self._width - 0.25), 1))

    def _stroke(self, line: Line, colour: QColor, hairlines: int) -> None:
        """Qt draws a line of one pixel ten times faster than a wider one: a wider one is some of those side by side."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QBrush(colour), 0.999 / self._scale)
        spread = (self._width - 1) / self._scale if hairlines > 1 else 0.0
        for number in range(hairlines):
            away = spread * (number / (hairlines - 1) - 0.5) if hairlines > 1 else 0.0
            self._painter.translate(QPointF(away, away))
            self._painter.strokePath(line.path, pen)
            self._painter.translate(QPointF(-away, -away))


def _fade_out(painter: QPainter, seen: QRectF, nothing: float, full: float) -> None:
    """Let the ink fade from full to nothing between two heights in mm, and be gone beyond."""
    far = max(seen.bottom(), nothing) if nothing > full else min(seen.top(), nothing)
    band = QRectF(QPointF(seen.left(), full), QPointF(seen.right(), far)).normalized()
    if not band.intersects(seen):
        return
    gradient = QLinearGradient(0, nothing, 0, full)
    gradient.setColorAt(0, QColor(0, 0, 0, 0))
    gradient.setColorAt(1, QColor(0, 0, 0, 255))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(band, QBrush(gradient))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
