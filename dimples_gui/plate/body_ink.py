"""The ink of a layer while its body changes: its own edge is drawn each time, the lines within it seldom."""

from operator import is_

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dimples_gui.plate.art import Sight
from dimples_gui.plate.backdrop import draw_ink
from dimples_gui.plate.ink import Stroke
from dimples_gui.plate.piece import Piece

LINE_PX = 3.0  # that no line is wider than


class BodyInk:
    """Keeps the lines that lie within the body, as long as no others do; for one view."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._lines: tuple[Stroke, ...] = ()
        self._kept: Piece | None = None

    def paint(self, painter: QPainter, sight: Sight) -> None:
        """Paint the ink of the body in sight."""
        strokes = sight.art.ink_in(sight.guise, sight.layer)
        lines = tuple(stroke for stroke in strokes if not stroke.silhouette)
        if self._kept is None or len(lines) != len(self._lines) or not all(map(is_, lines, self._lines)):
            ratio = painter.device().devicePixelRatioF()
            self._lines = lines
            self._kept = Piece(_box_of(lines, sight), ratio, lambda onto: draw_ink(onto, sight, sight.area, lines))
        self._kept.paint(painter)
        draw_ink(painter, sight, sight.area, tuple(stroke for stroke in strokes if stroke.silhouette))


def _box_of(strokes: tuple[Stroke, ...], sight: Sight) -> QRectF:
    """Where lines lie, as far as that is in view."""
    if not strokes:
        return QRectF()
    left, low = min(stroke.left for stroke in strokes), min(stroke.low for stroke in strokes)
    right, high = max(stroke.right for stroke in strokes), max(stroke.high for stroke in strokes)
    box = sight.transform.mapRect(QRectF(left, low, right - left, high - low))
    return box.adjusted(-LINE_PX, -LINE_PX, LINE_PX, LINE_PX).intersected(sight.area)
