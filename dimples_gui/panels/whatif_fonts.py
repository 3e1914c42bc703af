"""The fonts of the panel's headings: large words grow less with the text than small ones, or none would fit a line."""

from PySide6.QtGui import QFont

from dimples_gui.theme import Look, reading_font

BODY_POINTS, HEADING, TITLE = 11.5, 1.15, 1.65  # the body's size, and the others' as shares of it


def heading_font(look: Look, size: float = HEADING) -> QFont:
    """Of a heading, or of the title."""
    grown = 1 + (size - 1) / max(look.text_scale, 1.0) ** 0.5
    return reading_font(look, BODY_POINTS * grown, QFont.Weight.DemiBold)
