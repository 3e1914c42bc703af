"""The small standing figure in the margin: its shape, and how high it may be without standing on the body."""

from functools import cache, lru_cache

from PySide6.QtGui import QPainterPath, QTransform

from dimples_gui.atlas.model import Outline
from dimples_gui.icons import path_of
from dimples_gui.plate.frame import FIT_MARGIN_PX, View
from dimples_gui.theme import Look

FIGURE_PX, MOST_GROWN, LEAST_PX = 66.0, 2.0, 36.0  # it grows with the text, up to so much; a lower one tells nothing
FIGURE_WIDE = 0.4  # of its height, with the frame on it that shows what is in view
AIR_PX = 4.0
# The plate of the back: how wide and high it is, how far its middle is above the spines. What of the body reaches how
# far aside and down before it has faded: the skin of any build, and what is under it.
WIDE_MM, HIGH_MM, MIDDLE_MM = 340.0, 305.0, 37.5
SEEN_MM = ((169.0, -92.0), (162.0, -110.0))
NEARER = 1.01  # than the whole plate
KEPT = 16
# One half of a standing figure seen from behind, in hundredths of its height; x from the midline, y from the crown.
HALF_FIGURE: tuple[str | float, ...] = (
    "M", 0, 0, "C", 3.5, 0, 5.2, 2.8, 5.0, 6.4, "C", 4.9, 9, 4.1, 10.9, 2.9, 12.4, "L", 2.8, 15.2,
    "C", 4.6, 16.9, 8.6, 17.2, 10.8, 18.5, "C", 12.8, 19.8, 13.2, 22.8, 13.3, 26.5,
    "C", 14.0, 31, 14.7, 35, 15.1, 39.5, "C", 15.7, 43.5, 16.4, 46.5, 16.6, 50,
    "C", 16.9, 53.2, 16.2, 55.6, 15.2, 55.6, "C", 14.2, 55.6, 13.9, 53, 13.6, 50,
    "C", 12.7, 45.5, 11.7, 40, 11.1, 35, "C", 10.7, 32, 10.4, 30, 10.0, 27.8,
    "C", 9.5, 31.5, 8.0, 34.6, 7.9, 37.4, "C", 8.0, 41.2, 10.2, 44, 10.5, 49.2, "C", 10.7, 57, 9.3, 63, 8.4, 69,
    "C", 8.2, 73, 8.6, 76, 8.0, 81, "C", 7.4, 87, 6.1, 91, 5.9, 94.8, "C", 6.7, 96.8, 7.1, 98.8, 6.3, 99.6,
    "L", 2.7, 99.6, "C", 2.2, 97.6, 2.8, 95, 2.6, 92, "C", 2.0, 86, 2.4, 80, 2.3, 76,
    "C", 2.1, 69, 1.2, 60, 0.5, 53.4, "L", 0, 52.6,
)  # fmt: skip


@cache
def figure_path() -> QPainterPath:
    """The whole figure, one unit high, the midline at x = 0."""
    half = path_of([Outline("half-figure", "", crease=False, steps=HALF_FIGURE)])
    whole = QTransform.fromScale(-1, 1).map(half).toReversed()
    whole.connectPath(half)
    whole.closeSubpath()
    return QTransform.fromScale(0.01, 0.01).map(whole)


def figure_px(view: View, look: Look, margin: float, foot: float) -> float:
    """How high the figure is in the view's lower right corner, so far from its right and lower edge; 0: there is none.

    It stands clear of the body where the whole plate is in view, or is left out. Nearer the body is everywhere, and the
    figure, which shows what of it is in view, stands over it.
    """
    room, wanted = _room(view.width, view.height, margin, foot), FIGURE_PX * max(1.0, min(look.text_scale, MOST_GROWN))
    if room >= LEAST_PX:
        return min(wanted, room)
    return min(wanted, FIGURE_PX) if view.scale > NEARER * _fitting(view.width, view.height) else 0.0


def _fitting(width: float, height: float) -> float:
    """Pixels a millimetre at which the whole plate is in view."""
    return min((width - 2 * FIT_MARGIN_PX) / WIDE_MM, (height - 2 * FIT_MARGIN_PX) / HIGH_MM)


@lru_cache(KEPT)
def _room(width: float, height: float, margin: float, foot: float) -> float:
    """How high a figure may be beside the whole body or below it."""
    scale = _fitting(width, height)
    beside = (width / 2 - margin - AIR_PX - scale * aside for aside, _ in SEEN_MM)
    below = (height / 2 - foot - AIR_PX - scale * (MIDDLE_MM - down) for _, down in SEEN_MM)
    return min(max(wide / FIGURE_WIDE, high) for wide, high in zip(beside, below, strict=True))
