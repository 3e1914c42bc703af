"""What of the chart stays while sliders move, kept as pictures."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from dimples_gui.panels.chart_curves import Curve
from dimples_gui.panels.chart_drawing import Page, draw_curves, draw_ground


class ChartPictures:
    """Axes and marks, and over them the curves. Each is drawn anew only when it would look otherwise."""

    def __init__(self, verdict: str) -> None:
        """`verdict` on the popular figures."""
        self._verdict = verdict
        self._axes: tuple[object, QPixmap] | None = None  # a picture, and what it was drawn from
        self._still: tuple[object, QPixmap] | None = None  # the same with the curves
        self._shown: object = None  # what was painted last

    def paint(self, painter: QPainter, page: Page, curves: dict[str, Curve], size: QSize) -> None:
        """Paint all that stays the same while only body fat changes, over so many px.

        Curves are kept from the second time on: while a slider moves that changes them, they are never the same.
        """
        ratio = painter.device().devicePixelRatioF()
        shown, self._shown = self._shown, (curves, page, size, ratio)
        if self._still is None or self._still[0] != self._shown:
            if shown != self._shown:
                painter.drawPixmap(0, 0, self._ground(page, size, ratio))
                draw_curves(painter, page, curves)
                return
            picture = QPixmap(self._ground(page, size, ratio))
            onto = QPainter(picture)
            draw_curves(onto, page, curves)
            onto.end()
            self._still = self._shown, picture
        painter.drawPixmap(0, 0, self._still[1])

    def _ground(self, page: Page, size: QSize, ratio: float) -> QPixmap:
        """What stays the same while sliders move, unless the axes have to reach further."""
        key = (page.plot, page.look, size, ratio)
        if self._axes is None or self._axes[0] != key:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(page.look.page))
            painter = QPainter(picture)
            draw_ground(painter, page, self._verdict)
            painter.end()
            self._axes = key, picture
        return self._axes[1]
