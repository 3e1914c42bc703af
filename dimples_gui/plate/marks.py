"""What is marked on the body: hotspots pointed at, open or focused, rings, pins, and the name of what is pointed at."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QRegion

from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.hotspots import Hotspot
from dimples_gui.plate.pins import draw_pin
from dimples_gui.theme import Look, reading_font

REACH_PX = 14  # how far a mark is painted beyond its hotspot's box, for repainting
HAIRLINE_PX = 0.999
MIDDLING = 128  # between dark and light, of 0 to 255
SLIM_PX, SLIM_LINE = 12.0, 0.6  # what is no wider has finer lines along its edge, or nothing of it would be seen
TAG_POINTS = 10.5
TAG_PADDING_PX = 7.0


class Marks(NamedTuple):
    """What is emphasised: hotspots by their keys, entries by their ids."""

    hovered: tuple[str, ...] = ()  # hotspots pointed at, here or in the list
    named: str = ""  # the hotspot whose name is shown
    focused: str = ""  # the hotspot that has the keyboard
    opened: str = ""  # the entry whose panel is open
    pulsing: str = ""  # the entry that the eye is led to
    pulse: float = 0.0  # how strongly, from 0 to 1
    show_all: bool = False
    lit: tuple[str, ...] = ()  # the entries that a panel speaks of


class _Pencil(NamedTuple):
    """A way to emphasise an outline: its colour, the line's width in px, and how strongly its inside is tinted."""

    colour: str
    width: float
    tint: float


def spot_name(art: Art, spot: Hotspot) -> str:
    """What a hotspot is called: the entry's title, with the person's own side where it has one."""
    title = art.atlas.entries[spot.entry].title
    if spot.side == "left":
        return QCoreApplication.translate("Plate", "{name}, left").format(name=title)
    if spot.side == "right":
        return QCoreApplication.translate("Plate", "{name}, right").format(name=title)
    return title


def spot_tip(art: Art, spot: Hotspot) -> str:
    """A hotspot's name and its entry's summary, as rich text."""
    name, summary = spot_name(art, spot), art.atlas.entries[spot.entry].summary
    return f"<b>{_plain(name)}</b><br>{_plain(summary)}"


def _plain(text: str) -> str:
    """Text as rich text that says just that."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def draw_marks(painter: QPainter, sight: Sight, marks: Marks, part: QRegion | None = None) -> None:
    """Paint the marks of a layer, or those that reach into a part of it: areas first, pins and focus on top."""
    part = part or QRegion(sight.area.toAlignedRect())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spots = [spot for spot in sight.hotspots if part.intersects(_reach(sight, spot).toAlignedRect())]
    areas = sorted((spot for spot in spots if spot.kind != "pin"), key=lambda spot: -spot.area)
    for spot in areas:
        if spot.kind == "ring":
            _draw_ring(painter, sight, spot)
    for spot in areas:
        _emphasise(painter, sight, spot, _pencil(spot, sight.look, marks))
    pins = [spot for spot in spots if spot.kind == "pin"]
    for spot in pins:
        _draw_stem(painter, sight, spot)
    for spot in pins:
        _draw_pin(painter, sight, spot, _pencil(spot, sight.look, marks))
    for spot in spots:
        _lead_to(painter, sight, spot, marks)
    painter.restore()


def marked_box(sight: Sight, marks: Marks) -> QRectF:
    """What of the view holds all marks of a layer, but for the pulse."""
    box = QRectF()
    for spot in sight.hotspots:
        if spot.kind != "outline" or _pencil(spot, sight.look, marks) or spot.key == marks.focused:
            box |= _reach(sight, spot)
    return box.intersected(sight.area)


def _lead_to(painter: QPainter, sight: Sight, spot: Hotspot, marks: Marks) -> None:
    """The pulse and the keyboard's focus, above everything else."""
    if spot.entry == marks.pulsing:
        _glow(painter, sight, spot, marks.pulse)
    if spot.key == marks.focused:
        _draw_focus(painter, sight, spot)


def changed_region(sight: Sight, before: Marks, after: Marks) -> QRegion:
    """What of the view looks different after a change of marks."""
    region = QRegion()
    for spot in sight.hotspots:
        if _appearance(spot, sight.look, before) != _appearance(spot, sight.look, after):
            region += _reach(sight, spot).toAlignedRect()
        if (spot.key == before.named) != (spot.key == after.named):
            region += tag_rect(sight, spot).toAlignedRect().adjusted(-2, -2, 2, 2)
    return region


def _reach(sight: Sight, spot: Hotspot) -> QRectF:
    """As far as marks of a hotspot are painted, a pin's stem included."""
    box = sight.box(spot)
    if spot.target is not None:
        box |= QRectF(sight.transform.map(spot.target), QSizeF(1, 1))
    return box.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX)


def _appearance(spot: Hotspot, look: Look, marks: Marks) -> tuple[object, ...]:
    """All that decides how a hotspot looks."""
    return _pencil(spot, look, marks), spot.key == marks.focused, spot.entry == marks.pulsing and marks.pulse


def _pencil(spot: Hotspot, look: Look, marks: Marks) -> _Pencil | None:
    """How a hotspot is emphasised, if at all."""
    if spot.key in marks.hovered:
        return _Pencil(look.hover, 2.2, 0.2)
    if spot.entry == marks.opened:
        return _Pencil(look.selected, 2.2, 0.13)
    if spot.entry in marks.lit:
        return _Pencil(look.selected, 2.2, 0.2)
    if marks.show_all:
        return _Pencil(look.hover, 1.4, 0.12)
    return None


def _outline(sight: Sight, spot: Hotspot, grow: float = 0.0) -> QPainterPath:
    """A hotspot's outline in pixels; a pin's is its disc, `grow` px larger."""
    if spot.kind != "pin":
        return sight.transform.map(spot.path)
    path = QPainterPath()
    path.addEllipse(QPointF(*sight.view.to_px(spot.x, spot.y)), sight.pin_px / 2 + grow, sight.pin_px / 2 + grow)
    return path


def _emphasise(painter: QPainter, sight: Sight, spot: Hotspot, pencil: _Pencil | None) -> None:
    """Tint a hotspot and draw its own outline over a halo that keeps it apart from what lies under it."""
    if pencil is None:
        return
    path = _outline(sight, spot)
    painter.fillPath(path, _faint(pencil.colour, pencil.tint))
    line = SLIM_LINE if 2 * spot.area < SLIM_PX / sight.view.scale * spot.path.length() else 1.0
    painter.strokePath(path, _pen(_faint(sight.look.halo, 0.75), line * (pencil.width + 2.4)))
    painter.strokePath(path, _pen(QColor(pencil.colour), line * pencil.width))


def _glow(painter: QPainter, sight: Sight, spot: Hotspot, strength: float) -> None:
    """A wide soft line that comes and goes, to lead the eye."""
    pen = _pen(_faint(sight.look.selected, 0.45 * strength), 4 + 16 * strength)
    painter.strokePath(_outline(sight, spot), pen)


def _draw_focus(painter: QPainter, sight: Sight, spot: Hotspot) -> None:
    """The keyboard's ring along the hotspot's outline: thick, on a thick halo, unlike anything the mouse does."""
    path = _outline(sight, spot, grow=4)
    painter.strokePath(path, _pen(QColor(sight.look.halo), 8))
    painter.strokePath(path, _pen(QColor(sight.look.focus), 4))


def _draw_ring(painter: QPainter, sight: Sight, spot: Hotspot) -> None:
    """Two thin dashed lines: something lies under here."""
    box = sight.box(spot)
    dark = _has_dark_halo(sight.look)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_faint(sight.look.halo, 0.2 if dark else 0.55), HAIRLINE_PX))
    for inset in (0.4, 1.4, 2.4):  # a halo of hairlines, which Qt draws much faster than one wide line
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    pen = QPen(QColor(_fine(sight.look)), HAIRLINE_PX)
    pen.setDashPattern([5, 3.5])
    painter.setPen(pen)
    painter.drawEllipse(box)
    painter.drawEllipse(box.adjusted(2.8, 2.8, -2.8, -2.8))


def _draw_pin(painter: QPainter, sight: Sight, spot: Hotspot, pencil: _Pencil | None) -> None:
    """A pin where it stands; one that is emphasised has a strong line."""
    look = sight.look
    edge, ink, line = (
        (pencil.colour, pencil.colour, pencil.width + 0.4) if pencil else (look.leader, look.pin_icon, 0.8)
    )
    icon = sight.art.atlas.icons.get(spot.icon, ())
    draw_pin(painter, QPointF(*sight.view.to_px(spot.x, spot.y)), sight.pin_px, icon, (look.pin, edge, ink, line))


def _draw_stem(painter: QPainter, sight: Sight, spot: Hotspot) -> None:
    """A thin line from a structure's pin to a dot where the structure lies."""
    if spot.target is None:
        return
    at, to = QPointF(*sight.view.to_px(spot.x, spot.y)), sight.transform.map(spot.target)
    for colour, width, dot in ((sight.look.halo, 3.2, 4.0), (_fine(sight.look), 1.1, 2.6)):
        painter.setPen(_pen(QColor(colour), width))
        painter.drawLine(at, to)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(to, dot, dot)


def _has_dark_halo(look: Look) -> bool:
    return QColor(look.halo).lightness() < MIDDLING


def _fine(look: Look) -> str:
    """The colour of fine lines over a halo; ink on a dark halo would be a black chain."""
    return look.label if _has_dark_halo(look) else look.ink


def _faint(colour: str, alpha: float) -> QColor:
    """A colour let through."""
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint


def _pen(colour: QColor, width: float) -> QPen:
    """A solid line with round joins."""
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def tag_rect(sight: Sight, spot: Hotspot) -> QRectF:
    """Where the name of a hotspot is shown: above it, or below where there is no room, always inside the view."""
    metrics = QFontMetricsF(reading_font(sight.look, TAG_POINTS))
    width = metrics.horizontalAdvance(spot_name(sight.art, spot)) + 2 * TAG_PADDING_PX
    height = metrics.height() + TAG_PADDING_PX
    box = sight.box(spot)
    top = box.top() - height - 8
    if top < 4:
        top = min(box.bottom() + 8, sight.view.height - height - 4)
    left = min(max(box.center().x() - width / 2, 4.0), max(sight.view.width - width - 4, 4.0))
    return QRectF(left, max(top, 4.0), width, height)


def draw_tag(painter: QPainter, sight: Sight, key: str) -> None:
    """The name of the hotspot of that key, on a slip of paper."""
    for spot in sight.hotspots:
        if spot.key == key:
            rect = tag_rect(sight, spot)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(sight.look.rule), 1))
            painter.setBrush(QColor(sight.look.page))
            painter.drawRoundedRect(rect, 4, 4)
            painter.setPen(QColor(sight.look.text))
            painter.setFont(reading_font(sight.look, TAG_POINTS))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, spot_name(sight.art, spot))
            painter.restore()
