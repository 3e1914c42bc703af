"""The whole plate as one pure function, the same for the screen, for paper and for a picture file."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from dimples_gui.plate import labels
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.backdrop import draw_layer, layer_image
from dimples_gui.plate.frame import View
from dimples_gui.plate.hotspots import Hotspot
from dimples_gui.plate.margin import MARGIN_PX, draw_margin, foot_px, free_foot_px, head_px
from dimples_gui.plate.marks import Marks, draw_marks
from dimples_gui.scene import Scene
from dimples_gui.theme import Look, reading_font

LABEL_POINTS = 11.0
COLUMN_SHARE = 0.31  # of the view's width, at most, for a column of names
ROW_GAP_PX = 6.0
GRID = 12  # how finely a hotspot whose middle is out of view is searched for a point in view


def draw(painter: QPainter, art: Art, view: View, scene: Scene, look: Look) -> None:
    """Paint a scene's plate over the view, as it looks with no pointer over it."""
    mix = art.mix(scene.depth)
    draw_layer(painter, Sight(art, view, mix.upper, look))
    if mix.share:
        deeper = Sight(art, view, mix.lower, look)
        painter.setOpacity(mix.share)
        painter.drawImage(deeper.area, layer_image(deeper, painter.device().devicePixelRatioF()))
        painter.setOpacity(1)
    sight = Sight(art, view, art.layer(scene.depth), look)
    draw_margin(painter, view, look)
    draw_marks(painter, sight, Marks(opened=scene.name, show_all=scene.hotspots))
    if scene.labels:
        draw_labels(painter, sight, placed_labels(sight))


def placed_labels(sight: Sight) -> labels.Placed:
    """Where the names of a layer's entries stand, one name for both sides of the body."""
    metrics = QFontMetricsF(reading_font(sight.look, LABEL_POINTS))
    entries, view = sight.art.atlas.entries, sight.view
    spots: dict[str, list[Hotspot]] = {}
    for spot in sorted(sight.hotspots, key=lambda spot: entries[spot.entry].rank):
        spots.setdefault(spot.entry, []).append(spot)
    widths = {entry: metrics.horizontalAdvance(_short_name(sight, entry)) for entry in spots}
    most = view.width * COLUMN_SHARE
    bottom = min(view.height - foot_px(view, sight.look), hidden_note(sight, len(spots))[1].top())
    area = labels.Area(
        width=view.width, top=head_px(sight.look), bottom=bottom,
        column=max((width for width in widths.values() if width <= most), default=0.0),
        row=metrics.height() + ROW_GAP_PX,
    )  # fmt: skip
    reach = labels.EDGE_PX + area.column + labels.GAP_PX
    free = QRectF(reach, 4, view.width - 2 * reach, view.height - 8)
    wanted = [
        labels.Wanted(entry, widths[entry], tuple(_anchors(group, view, free)), _short(group, sight))
        for entry, group in spots.items()
        if any(_is_seen(spot, sight) for spot in group)
    ]
    pins = [spot for spot in sight.hotspots if spot.kind == "pin"]
    discs = [(*view.to_px(spot.x, spot.y), sight.pin_px / 2 + 1) for spot in pins]
    return labels.clear_of(labels.place(wanted, area), area, discs)


def _is_seen(spot: Hotspot, sight: Sight) -> bool:
    """Whether some of a hotspot is in view."""
    if spot.kind == "pin":
        return sight.area.intersects(sight.box(spot))
    return sight.transform.map(spot.path).intersects(sight.area)


def _short_name(sight: Sight, entry_id: str) -> str:
    """An entry's name as a label."""
    entry = sight.art.atlas.entries[entry_id]
    return entry.short_title or entry.title


def _short(spots: list[Hotspot], sight: Sight) -> float:
    """How far before its end a leader stops: at a pin's edge."""
    return sight.pin_px / 2 + 2 if all(spot.kind == "pin" for spot in spots) else 0.0


def _anchors(spots: list[Hotspot], view: View, free: QRectF) -> list[labels.Point]:
    """For each of the hotspots a point of it between the columns of names, as near to its middle as can be."""
    found = []
    for spot in spots:
        x, y = view.to_px(spot.x, spot.y)
        if not free.contains(x, y) and spot.path.elementCount():
            x, y = _seen_point(spot, view, free)
        if free.contains(x, y):
            found.append((x, y))
    return found


def _seen_point(spot: Hotspot, view: View, free: QRectF) -> labels.Point:
    """The point of a grid over the free area that lies in the hotspot, nearest to its middle; else its middle."""
    middle = view.to_px(spot.x, spot.y)
    grid = [
        (free.left() + free.width() * (column + 0.5) / GRID, free.top() + free.height() * (row + 0.5) / GRID)
        for column in range(GRID)
        for row in range(GRID)
    ]
    inside = [point for point in grid if spot.path.contains(QPointF(*view.to_mm(*point)))]
    return min(inside, key=lambda point: abs(point[0] - middle[0]) + abs(point[1] - middle[1]), default=middle)


def draw_labels(painter: QPainter, sight: Sight, placed: labels.Placed) -> None:
    """Names, leaders with a dot at the end, and how many names wait for more room."""
    look = sight.look
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label in placed.labels:
        port, anchor = QPointF(*label.port), QPointF(*label.anchor)
        for colour, width, dot in ((look.halo, 3.4, 4.2), (look.leader, 1.1, 2.6)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(port, anchor)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(anchor, dot, dot)
    font = reading_font(look, LABEL_POINTS)
    painter.setFont(font)
    for label in placed.labels:
        _draw_name(
            painter, _short_name(sight, label.key), QRectF(label.left, label.top, label.width + 1, label.height), look
        )
    if placed.hidden:
        _draw_hidden(painter, placed.hidden, sight)
    painter.restore()


def _draw_name(painter: QPainter, text: str, rect: QRectF, look: Look) -> None:
    """A name on a breath of ground, so that it can be read over the body too."""
    ground = QColor(look.ground)
    ground.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(-labels.SLIP_PX, 2, labels.SLIP_PX, -2), 4, 4)
    painter.setPen(QColor(look.label))
    painter.drawText(
        rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text
    )


def _draw_hidden(painter: QPainter, count: int, sight: Sight) -> None:
    """How many names are left out for want of room."""
    text, place, font = hidden_note(sight, count)
    painter.setFont(font)
    _draw_name(painter, text, place, sight.look)


def hidden_note(sight: Sight, count: int) -> tuple[str, QRectF, QFont]:
    """How many names are left out, in words, and where that stands: in the lower margin or, being too wide, over it."""
    font = reading_font(sight.look, LABEL_POINTS - 1)
    font.setItalic(True)
    text = QCoreApplication.translate("Plate", "%n more when zoomed in", "", count)
    room = (sight.view.width - 4 * labels.SLIP_PX) / QFontMetricsF(font).horizontalAdvance(text)
    font.setPointSizeF(font.pointSizeF() * min(room, 1.0))
    width, height = QFontMetricsF(font).horizontalAdvance(text), QFontMetricsF(font).height()
    fits = width <= free_foot_px(sight.view, sight.look)
    foot = MARGIN_PX if fits else foot_px(sight.view, sight.look)
    return text, QRectF((sight.view.width - width) / 2, sight.view.height - foot - height, width + 1, height), font
