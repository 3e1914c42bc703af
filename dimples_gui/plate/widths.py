"""How wide the widgets beside the plate will be: known before they are made, so that nothing moves when they come."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetricsF

from dimples_gui.atlas.model import Atlas
from dimples_gui.plate.layers import layer_name
from dimples_gui.theme import Look, reading_font

LIST_POINTS, LAYER_POINTS = 11.0, 10.5
ICON_PX, MOST_GROWN = 20, 1.7  # a row's icon, which grows with the text up to so much
BESIDE_ROW_PX = 34  # of the list, besides a row's name and icon: free space
BESIDE_LAYER_PX = 54  # of the depth slider, besides a layer's name: free space, bore and gap
WIDEST_LIST_PX = 320


def list_px(atlas: Atlas, look: Look) -> int:
    """The list's width: what the longest name on any layer needs, within reason."""
    names = (entry.short_title or entry.title for entry in atlas.entries.values())
    return min(_widest(names, reading_font(look, LIST_POINTS)) + list_icon_px(look) + BESIDE_ROW_PX, WIDEST_LIST_PX)


def list_icon_px(look: Look) -> int:
    """How large a row's icon is."""
    return round(ICON_PX * max(1.0, min(look.text_scale, MOST_GROWN)))


def depth_px(layers: Iterable[str], look: Look) -> int:
    """The width of the depth slider with the air around it."""
    font = reading_font(look, LAYER_POINTS, QFont.Weight.DemiBold)
    return (
        _widest((layer_name(layer) for layer in layers), font)
        + BESIDE_LAYER_PX
        + round(9 * max(0.0, min(look.text_scale - 1, 1.2)))
    )


def _widest(names: Iterable[str], font: QFont) -> int:
    metrics = QFontMetricsF(font)
    return round(max((metrics.horizontalAdvance(name) for name in names), default=0.0))
