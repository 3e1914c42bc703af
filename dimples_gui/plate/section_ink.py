"""The lines of the cut: thin ink, fasciae, the fibres that hold the skin down, nerves, and another body's skin."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from dimples_gui.atlas.model import Outline, Plate
from dimples_gui.body.build import Build
from dimples_gui.body.crosscut import CrossCut
from dimples_gui.plate.ink import Stroke, strokes_of
from dimples_gui.plate.section_bands import Edges, Line
from dimples_gui.plate.section_flesh import HIGH_MM, LEFT_MM, TOP_MM, WIDE_MM
from dimples_gui.plate.section_grain import FLESH_SKIN, Colour, Field
from dimples_gui.theme import LIGHT, Look

INK_ALPHA, CREASE_ALPHA = 0.8, 0.55
UNINKED = ("cut-psis", "cut-tether", "cut-middle-cluneal")  # within another one, or drawn as the build has it
SEPTUM_MM = 0.4  # a sheet between bundles of muscle, as thick as it is drawn
PEARL, SHADE, BROWN, SEAM, EDGE = (245, 238, 224), (150, 104, 48), (107, 74, 51), (176, 112, 70), (88, 56, 44)
NERVE, NERVE_RIM = (247, 232, 168), (138, 106, 42)
# Roots of nerves in the canal and the foramina, on the right: x, z, radius in mm; illustrative.
ROOTS = (
    (1.7, -49.2, 0.9), (4.6, -49.9, 1.1), (7.1, -51.4, 1.2), (2.8, -52.4, 0.9), (5.4, -52.8, 0.9),
    (17.0, -48.0, 0.9), (19.6, -68.5, 2.2),
)  # fmt: skip
SAC = (0.0, -50.9, 9.2, 3.6)  # the sac around those in the canal: x, z, half width, half height
TWIGS = ((57.0, 0.95, 0.75), (60.2, 0.8, 0.5))  # of the middle nerves: x, above the fascia, radius in mm
SPINE_X, FOOT_MM, HEAD_MM = 45.0, 3.4, 6.0  # of the fibres at the bone, at the skin: half as wide as that
FIBRES = 11
SCAR_MM, SCAR = 8.0, (240, 218, 200, 225)  # half as wide as it is; red, green, blue, opacity
# Vessels between the muscles of the buttock and before the sacrum, on the right: x, z, radius in mm; illustrative.
ARTERIES = ((95.5, -34.6, 1.2), (75.0, -16.1, 0.8), (9.0, -78.6, 0.9))
VEINS = ((98.8, -35.6, 1.5), (77.6, -16.4, 1.0), (12.0, -79.2, 1.2))
ARTERY, VEIN, VESSEL_RIM = (200, 92, 76), (122, 134, 158), (74, 44, 44)
PLAIN_PX = 1.5  # of a radius; what is smaller is plain
MIRROR = QTransform.fromScale(-1, 1)
LETTER_AT = 0.74  # of the way to the flank


class Ghost(NamedTuple):
    """Another body, of which only the skin is drawn, and the letter it goes by."""

    cut: CrossCut
    letter: str = "B"


def strokes_in(outlines: Sequence[Outline]) -> tuple[Stroke, ...]:
    """What is seen of the outlines that do not follow the build."""
    inked = tuple(outline for outline in outlines if not outline.id.startswith(UNINKED))
    return tuple(strokes_of(inked, Plate("", LEFT_MM, TOP_MM - HIGH_MM, WIDE_MM, HIGH_MM, (), inked)))


def draw_ink(painter: QPainter, strokes: Iterable[Stroke], width: float) -> None:
    """The outlines that do not follow the build, and what lies in the canal; the painter's unit is the mm."""
    pale, dark = QColor(*FLESH_SKIN), QColor(LIGHT.ink)
    pale.setAlphaF(CREASE_ALPHA)
    dark.setAlphaF(INK_ALPHA)
    for stroke in strokes:
        painter.strokePath(stroke.path, _pen(pale, SEPTUM_MM) if stroke.crease else _pen(dark, width))
    x, z, wide, high = SAC
    painter.setPen(_pen(QColor(120, 92, 60, 150), width))
    painter.setBrush(QColor(232, 222, 204))
    painter.drawEllipse(QPointF(x, z), wide, high)
    for drawn, fill, rim in ((ROOTS, NERVE, NERVE_RIM), (ARTERIES, ARTERY, VESSEL_RIM), (VEINS, VEIN, VESSEL_RIM)):
        spots = [(QPointF(side * x, z), radius) for x, z, radius in drawn for side in (-1, 1)]
        _draw_spots(painter, spots, (fill, rim, width))


def _draw_spots(painter: QPainter, spots: list[tuple[QPointF, float]], paint: tuple[Colour, Colour, float]) -> None:
    """Nerves or vessels, cut across: their walls, what is in them, and the light on their upper left.

    The smallest are plain: the rest would be less than a pixel.
    """
    fill, rim, width = paint
    up = -1 if painter.transform().m22() > 0 else 1
    light = QPointF(-0.3, 0.3 * up)
    painter.setPen(_pen(QColor(*rim), width))
    painter.setBrush(QColor(*fill))
    for at, radius in spots:
        painter.drawEllipse(at, radius, radius)
    if max(radius for _, radius in spots) * abs(painter.transform().m22()) < PLAIN_PX:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(*rim, 70))
    for at, radius in spots:
        painter.drawEllipse(at, 0.62 * radius, 0.62 * radius)
    painter.setBrush(QColor(255, 255, 255, 90))
    for at, radius in spots:
        painter.drawEllipse(at + light * radius, 0.36 * radius, 0.36 * radius)


def lines_of(edges: Edges, width: float, scale: float) -> list[Line]:
    """The edges of fat and fasciae, and the skin's; at few pixels (`scale`) a mm they leave room for what they part.

    Every other of them is drawn first, the rest over these.
    """
    skin, fat, sheet, fascia, muscle = edges
    fine, strong = min(0.9 * width, 0.4 * scale), min(1.4 * width, 0.5 * scale)
    return [
        Line(fat, SEAM, 0.5, fine),
        Line(skin + np.float32(0.4 * width), EDGE, 0.95, 1.2 * width),
        Line(sheet + np.float32(0.65 * strong), SHADE, 0.4, 1.4 * strong),
        Line(sheet, PEARL, 1.0, strong),
        Line(muscle, BROWN, 0.75, fine),
        Line(fascia, BROWN, 0.75, fine),
    ]


def draw_hold(painter: QPainter, transform: QTransform, cut: CrossCut, build: Build, width: float) -> None:
    """What holds the skin down on the bony spine: fibres, or the scar that a procedure leaves."""
    if build.carved:
        _draw_scar(painter, transform, cut)
    if build.tether > 0:
        _draw_tether(painter, transform, cut, build.tether, width)


def _draw_scar(painter: QPainter, transform: QTransform, cut: CrossCut) -> None:
    """Pale tissue where the fat was taken out, thinning out to both sides."""
    away = np.linspace(-SCAR_MM, SCAR_MM, 17)
    x, thick = SPINE_X + away, np.cos(away / SCAR_MM * np.pi / 2)
    upper, lower = np.interp(x, cut.x, cut.fat), np.interp(x, cut.x, cut.thoracolumbar_fascia)
    middle, half = (upper + lower) / 2, (upper - lower) / 2 * np.minimum(1.6 * thick, 1)
    scar = QPainterPath()
    for side in (-1, 1):
        edge = [*zip(x, middle + half, strict=True), *zip(x[::-1], (middle - half)[::-1], strict=True)]
        scar.addPolygon(QPolygonF([QPointF(side * a, b) for a, b in edge]))
    painter.fillPath(transform.map(scar), QColor(*SCAR))


def _draw_tether(painter: QPainter, transform: QTransform, cut: CrossCut, tether: float, width: float) -> None:
    """Fibres from bone to skin: the shorter, the more and the denser."""
    count = 3 + round((FIBRES - 3) * tether)
    share = np.arange(count) * (2 / (count - 1)) - 1
    foot, head = SPINE_X + share * FOOT_MM, SPINE_X + share * HEAD_MM
    low, high = np.interp(foot, cut.bone_x, cut.bone), np.interp(head, cut.x, cut.fat)
    waist, middle = SPINE_X + share * 0.75 * FOOT_MM, low + 0.45 * (high - low)
    end = high + 0.4 + 0.6 * (np.arange(count) % 2)
    fibres = QPainterPath()
    for x, z, x_at, z_at, *to in zip(*(line.tolist() for line in (foot, low, waist, middle, head, end)), strict=True):
        fibres.moveTo(x, z)
        fibres.cubicTo(x_at, z_at, x_at, z_at, *to)
    x = np.concatenate([foot, waist[-1:], head[::-1], waist[:1]])
    z = np.concatenate([low, middle[-1:], high[::-1], middle[:1]])
    sinew = QPainterPath()
    sinew.addPolygon(QPolygonF(list(map(QPointF, x.tolist(), z.tolist()))))
    scale, left = transform.m11(), MIRROR * transform
    fill, shade = QColor(*PEARL, round(110 + 100 * tether)), _pen(QColor(142, 100, 66, 140), 0.5 * width + 0.10 * scale)
    light = _pen(QColor(253, 249, 240), 0.3 * width + 0.10 * scale)
    for side in (transform, left):
        there = side.map(fibres)
        painter.fillPath(side.map(sinew), fill)
        painter.strokePath(there.translated(0.4, 0.4), shade)
        painter.strokePath(there, light)


def draw_twigs(painter: QPainter, transform: QTransform, cut: CrossCut, width: float) -> None:
    """The skin's nerves, cut across, where they run on the fascia."""
    heights = np.interp([x for x, _, _ in TWIGS], cut.x, cut.thoracolumbar_fascia).tolist()
    spots = [
        (transform.map(QPointF(side * x, z + above)), radius * transform.m11())
        for (x, above, radius), z in zip(TWIGS, heights, strict=True)
        for side in (-1, 1)
    ]
    _draw_spots(painter, spots, (NERVE, NERVE_RIM, 0.8 * width))


def draw_ghost(painter: QPainter, transform: QTransform, ghost: Ghost, look: Look, font: QFont) -> None:
    """Another body's skin as a dashed line with its letter at both ends."""
    cut, letter = ghost
    path = _path_of_line(transform, cut.x[::3], cut.skin[::3])
    painter.strokePath(path, _pen(QColor(look.halo), 3.0))
    dashed = QPen(QColor(look.hover), 1.5)
    dashed.setDashPattern([4, 3])
    painter.strokePath(path, dashed)
    wide = QFontMetricsF(font).horizontalAdvance(letter)
    for side, shift in ((-1, -6 - wide), (1, 6)):
        x = side * LETTER_AT * float(cut.x[-1])
        at = transform.map(QPointF(x, float(np.interp(x, cut.x, cut.skin))))
        words = QPainterPath()
        words.addText(at + QPointF(shift, -6), font, letter)
        painter.strokePath(words, _pen(QColor(look.halo), 3.0))
        painter.fillPath(words, QColor(look.hover))


def _path_of_line(transform: QTransform, x: Field, z: Field) -> QPainterPath:
    """A line of the cut in the view."""
    path = QPainterPath()
    path.addPolygon(transform.map(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), z.tolist(), strict=True)])))
    return path


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
