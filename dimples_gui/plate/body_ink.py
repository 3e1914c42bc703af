"""The ink of a layer while its body changes: its own edge is drawn each time, the lines within it seldom."""

from collections.abc import Callable
from operator import is_

from PySide6.QtGui import QPainter, QPixmap

from dimples_gui.plate.art import Sight
from dimples_gui.plate.backdrop import draw_ink
from dimples_gui.plate.ink import Stroke


class BodyInk:
    """Keeps the lines that lie within the body, as long as no others do."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._lines: tuple[Stroke, ...] = ()
        self._sheet: QPixmap | None = None

    def paint(self, painter: QPainter, sight: Sight, clear: Callable[[], QPixmap]) -> None:
        """Paint the ink of the body in sight; lines are kept on a `clear` sheet as large as the view."""
        strokes = sight.art.ink_in(sight.guise, sight.layer)
        lines = tuple(stroke for stroke in strokes if not stroke.silhouette)
        if self._sheet is None or len(lines) != len(self._lines) or not all(map(is_, lines, self._lines)):
            self._lines, self._sheet = lines, clear()
            within = QPainter(self._sheet)
            draw_ink(within, sight, sight.area, lines)
            within.end()
        painter.drawPixmap(0, 0, self._sheet)
        draw_ink(painter, sight, sight.area, tuple(stroke for stroke in strokes if stroke.silhouette))
