"""What is pointed at elsewhere and lies on another layer of the back, as if it were seen through the one in view."""

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPolygonF, QTransform

from dimples_gui.atlas.model import LAYERS
from dimples_gui.icons import path_of
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.hotspots import on_layer
from dimples_gui.plate.marks import SLIM_PX

if TYPE_CHECKING:
    from dimples_gui.body.build import Build

LINE_PX, HALO_PX = 1.8, 4.2
DEEPER_PX, NEARER_PX = (8.0, 6.5), (0.1, 6.0)  # dash and gap: dashes under the layer in view, dots over it
SLIM_SHARE = 0.75  # of all this along what is slim
FINE_PX = 2.0  # points of an outline that are closer cost time and are not seen
REACH_PX = 3.0  # beyond the outline
INSET_PX = REACH_PX, REACH_PX, -REACH_PX, -REACH_PX


class Edge(NamedTuple):
    """An outline, in mm, and how broad is what lies in it; a cord is its middle line, with nothing in it."""

    path: QPainterPath
    broad: float


class Found(NamedTuple):
    """What is drawn of an entry, and whether it lies deeper than the layer in view."""

    edges: tuple[Edge, ...] = ()
    deeper: bool = False


class Dashes(NamedTuple):
    """A broken line as shapes in pixels from the frame's origin: the halo around it, and itself."""

    halo: QPainterPath
    line: QPainterPath


class Through:
    """Draws one entry in a broken line where it is not on the layer; nothing can be clicked by it.

    Keeps what it found of all that was pointed at, and at the present scale the dashes.
    """

    def __init__(self, art: Art) -> None:
        """Nothing is pointed at."""
        self._art = art
        self._entry = ""
        self._found: dict[tuple[str, str], Found] = {}
        self._scale = 0.0
        self._dashes: dict[tuple[str, str], list[Dashes]] = {}

    def point_at(self, entry_id: str, sight: Sight) -> QRect:
        """Show this entry, or none; what of the view looks different then."""
        before, self._entry = self._entry, entry_id
        return (self._box(before, sight) | self._box(entry_id, sight)).toAlignedRect()

    def paint(self, painter: QPainter, sight: Sight) -> None:
        """Paint it over the view.

        It is left open where the layer in view ends, not closed along the plate's edge: the structure goes on. It has
        no tint: what is seen through a layer has no face there.
        """
        if self._box(self._entry, sight).isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(_seen(sight))
        if build := _body(sight):
            painter.setClipPath(_within(sight, build), Qt.ClipOperation.IntersectClip)
        painter.translate(sight.transform.map(QPointF()))
        for dashes in self._dashed(sight):
            painter.fillPath(dashes.halo, QColor(sight.look.halo))
            painter.fillPath(dashes.line, QColor(sight.look.hover))
        painter.restore()

    def _box(self, entry_id: str, sight: Sight) -> QRectF:
        """What of the view holds an entry's outlines; empty where there are none to be drawn."""
        box = QRectF()
        for edge in self._find(entry_id, sight.layer).edges:
            drawn = sight.transform.mapRect(edge.path.boundingRect())
            box |= drawn.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX)
        return box.intersected(_seen(sight))

    def _find(self, entry_id: str, layer: str) -> Found:
        """An entry on the layer of its own that is nearest to this one; nothing where it is a hotspot on this one."""
        if not entry_id or any(spot.entry == entry_id for spot in self._art.hotspots(layer)):
            return Found()
        if (entry_id, layer) not in self._found:
            self._found[entry_id, layer] = _find(self._art, entry_id, layer)
        return self._found[entry_id, layer]

    def _dashed(self, sight: Sight) -> list[Dashes]:
        """The entry's outlines in this view's scale."""
        scale, key = sight.view.scale, (self._entry, sight.layer)
        if scale != self._scale:
            self._scale, self._dashes = scale, {}
        if key not in self._dashes:
            found = self._find(*key)
            self._dashes[key] = [part for edge in found.edges for part in _dashed(edge, scale, deeper=found.deeper)]
        return self._dashes[key]


def _dashed(edge: Edge, scale: float, *, deeper: bool) -> list[Dashes]:
    """An outline's parts, each by itself, which is quicker than all as one."""
    share = SLIM_SHARE if edge.broad * scale < SLIM_PX else 1.0
    parts = []
    for polygon in edge.path.toSubpathPolygons(QTransform.fromScale(scale, -scale)):
        path = QPainterPath()
        path.addPolygon(_coarse(polygon))
        halo, line = (_broken(path, width, share, deeper=deeper) for width in (HALO_PX, LINE_PX))
        parts.append(Dashes(halo, line))
    return parts


def _coarse(polygon: QPolygonF) -> QPolygonF:
    """A line with as many of its points as are needed in pixels."""
    first, *between, last = polygon.toList()
    kept, x, y = [first], first.x(), first.y()
    for point in between:
        if abs(point.x() - x) + abs(point.y() - y) > FINE_PX:
            kept.append(point)
            x, y = point.x(), point.y()
    return QPolygonF([*kept, last])


def _broken(path: QPainterPath, width: float, share: float, *, deeper: bool) -> QPainterPath:
    """Dashes or dots along a path, all smaller by a share; wider ones reach out as far at their ends as at their sides.

    So the halo has gaps too: one without would look like a solid line. They are shapes, for a pen leaves out dashes
    that are out of sight, and then those of halo and line no longer fit.
    """
    stroker = QPainterPathStroker()
    dash, gap = DEEPER_PX if deeper else NEARER_PX
    ahead = (width - LINE_PX) / 2 if deeper else 0.0  # a dot's round cap reaches out by itself
    stroker.setWidth(share * width)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap if deeper else Qt.PenCapStyle.RoundCap)
    stroker.setDashPattern([(dash + 2 * ahead) / width, (gap - 2 * ahead) / width])
    stroker.setDashOffset(ahead / width)
    return stroker.createStroke(path)


def _seen(sight: Sight) -> QRectF:
    """The part of the view where the layer in view is seen, without its edges."""
    return sight.transform.mapRect(sight.art.window(sight.layer)).adjusted(*INSET_PX).intersected(sight.area)


def _body(sight: Sight) -> "Build | None":
    """The body whose skin is in view, if it is another one than the drawn one, to which all outlines belong."""
    return sight.guise.build if sight.guise and sight.guise.has_other_skin(sight.layer) else None


def _within(sight: Sight, build: "Build") -> QPainterPath:
    """That body: a slimmer one's fat does not end in the air beside it."""
    from dimples_gui.plate.edge import beside  # noqa: PLC0415  # who sees the drawn body needs no other's edge

    path = QPainterPath()  # what is in it twice is left out
    path.addRect(sight.area)
    path.addPath(sight.transform.map(beside(build)))
    return path


def _find(art: Art, entry_id: str, layer: str) -> Found:
    """See `Through._find`; there are none of an entry without outlines."""
    entry = art.atlas.entries.get(entry_id)
    mine = [outline for outline in art.plate.outlines if entry and outline.id in entry.outlines]
    nearest = next((near for near in art.layers_from(layer) if any(outline.layer == near for outline in mine)), "")
    if not entry or not nearest:
        return Found()
    edges = [Edge(path_of([cord._replace(width=0.0)]), inf) for cord in mine if cord.width]
    alone = entry._replace(layers=(nearest,), ring=None, pin=None)
    drawn = {outline.id: outline for outline in mine if not outline.width}
    spots = on_layer({entry_id: alone}, drawn, nearest, art.window(nearest))
    for spot in spots:
        # Where two outlines share an edge, dashes would fill each other's gaps.
        path = spot.path.simplified() if len(drawn) > len(spots) else spot.path
        edges.append(Edge(path, 2 * spot.area / max(spot.path.length(), 1.0)))
    return Found(tuple(edges), LAYERS.index(nearest) > LAYERS.index(layer))
