"""Which names a layer's hotspots want, and where in the view they stand."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from dimples_gui.plate import labels
from dimples_gui.plate.apart import Disc, Point
from dimples_gui.plate.art import Sight
from dimples_gui.plate.berths import EDGE_PX, PIN_GAP_PX
from dimples_gui.plate.cut_line import line_of, word_box
from dimples_gui.plate.frame import View
from dimples_gui.plate.grid import Grid
from dimples_gui.plate.hotspots import Hotspot, is_mark
from dimples_gui.plate.margin import foot_px, head_px
from dimples_gui.plate.note import hidden_note
from dimples_gui.theme import reading_font

LABEL_POINTS = 11.0
ROW_GAP_PX = 6.0
APART_PX = 10.0  # nearer to each other two points for leaders to end are one
INSET_PX = 8.0  # nearer to the view's edge no leader ends


def name_of(sight: Sight, entry_id: str) -> str:
    """An entry's name as a label."""
    entry = sight.art.atlas.entries[entry_id]
    return entry.short_title or entry.title


def name_font(sight: Sight, text: str) -> QFont:
    """The hand that names are set in, smaller for one that is wider than the view."""
    font = reading_font(sight.look, LABEL_POINTS)
    room = sight.view.width - 2 * EDGE_PX
    font.setPointSizeF(font.pointSizeF() * min(room / max(QFontMetricsF(font).horizontalAdvance(text), 1.0), 1.0))
    return font


def placed_labels(sight: Sight) -> labels.Placed:
    """Where the names of a layer's entries stand, one name for both sides of the body."""
    entries, view = sight.art.atlas.entries, sight.view
    grid = sight.art.grid(sight.layer)
    spots: dict[str, list[Hotspot]] = {}
    for spot in sorted(sight.hotspots, key=lambda spot: entries[spot.entry].rank):
        spots.setdefault(spot.entry, []).append(spot)
    metrics = QFontMetricsF(reading_font(sight.look, LABEL_POINTS))
    top, bottom = head_px(sight.look), view.height - foot_px(view, sight.look)
    note = hidden_note(sight, len(spots))
    if note and note.rect.top() >= top:
        bottom = min(bottom, note.rect.top())
    plate = sight.art.plate
    body = view.to_px(plate.left, 0)[0], view.to_px(plate.left + plate.width, 0)[0]
    area = labels.Area(view.width, top, bottom, metrics.height() + ROW_GAP_PX, body)
    wanted = (_wanted(sight, grid, entry, group, area) for entry, group in spots.items())
    return labels.place([name for name in wanted if name], area, _scenery(sight, grid, area))


def _wanted(sight: Sight, grid: Grid, entry: str, group: list[Hotspot], area: labels.Area) -> labels.Wanted | None:
    """An entry's name, with its outlines or rings where any of those is in view, else with its pin; None out of view.

    What is in view only behind the lower margin has no points for a leader.
    """
    text = name_of(sight, entry)
    width = QFontMetricsF(reading_font(sight.look, LABEL_POINTS)).horizontalAdvance(text)
    width = min(width, area.width - 2 * EDGE_PX)
    for bottom in (area.bottom, sight.view.height):
        seen = _in_mm(sight.view, QRectF(0, 0, area.width, bottom).adjusted(INSET_PX, INSET_PX, -INSET_PX, 0))
        for kind in (False, True):
            spots = [spot for spot in group if (spot.kind == "pin") == kind]
            anchors = _apart([sight.view.to_px(*point) for spot in spots for point in grid.points(spot, seen)])
            if anchors:
                within = anchors if bottom == area.bottom else ()
                return labels.Wanted(entry, width, within, sight.pin_px / 2 if kind and within else 0.0)
    return None


def _in_mm(view: View, rect: QRectF) -> QRectF:
    """A part of the view on the body, y up."""
    left, top = view.to_mm(rect.left(), rect.top())
    right, bottom = view.to_mm(rect.right(), rect.bottom())
    return QRectF(left, bottom, right - left, top - bottom)


def _apart(points: list[Point]) -> tuple[Point, ...]:
    """The points without those that are hardly elsewhere than one before."""
    kept: list[Point] = []
    for x, y in points:
        if all(abs(x - other[0]) + abs(y - other[1]) >= APART_PX for other in kept):
            kept.append((x, y))
    return tuple(kept)


def _scenery(sight: Sight, grid: Grid, area: labels.Area) -> labels.Scenery:
    """Pins, their stems, the body, and the line of the cut with its word."""
    pins = [spot for spot in sight.hotspots if spot.kind == "pin"]
    discs = tuple((*sight.view.to_px(spot.x, spot.y), sight.pin_px / 2 + PIN_GAP_PX - 0.5) for spot in pins)
    stems = tuple(
        (*sight.view.to_px(spot.x, spot.y), *sight.view.to_px(spot.target.x(), spot.target.y()))
        for spot in pins
        if spot.target is not None
    )
    marks = tuple(_disc(sight.box(spot)) for spot in sight.hotspots if is_mark(spot))
    cut = line_of(sight) if sight.art.is_cut else None
    words, rules = ((word_box(sight, cut),), (cut,)) if cut else ((), ())
    return labels.Scenery(discs, stems, marks, grid.cover(sight.view, area.row), words, rules)


def _disc(box: QRectF) -> Disc:
    """The disc in a box."""
    return box.center().x(), box.center().y(), min(box.width(), box.height()) / 2
