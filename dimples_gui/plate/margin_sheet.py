"""The plate's margin as two strips of picture, as long as the view stays and only light or depth changes."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from dimples_gui.plate.frame import View
from dimples_gui.plate.margin import draw_margin, foot_px, head_px
from dimples_gui.theme import Look


class MarginSheet:
    """Keeps the strips of one view and look: what is at its upper, and what is at its lower end."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._shows: tuple[object, ...] = ()
        self._strips: list[tuple[QPointF, QPixmap]] = []

    def paint(self, painter: QPainter, view: View, look: Look) -> None:
        """Paint the margin."""
        ratio = painter.device().devicePixelRatioF()
        if (view, look, ratio) != self._shows:
            self._shows = view, look, ratio
            high = int(foot_px(view, look)) + 1
            ends = (0, int(head_px(look)) + 1), (int(view.height) - high, high)
            self._strips = [(QPointF(0, top), _strip(view, look, ratio, top, high)) for top, high in ends]
        for at, strip in self._strips:
            painter.drawPixmap(at, strip)


def _strip(view: View, look: Look, ratio: float, top: int, high: int) -> QPixmap:
    """What of the margin is in some rows."""
    strip = QPixmap(round(view.width * ratio), round(high * ratio))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    painter.translate(0, -top)
    draw_margin(painter, view, look)
    painter.end()
    return strip
