"""A part of a view over nothing, kept as a picture no larger than it has to be."""

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap


class Piece:
    """Can be painted again and again; its pixels lie where the view's do."""

    def __init__(self, box: QRectF, ratio: float, draw: Callable[[QPainter], None]) -> None:
        """What is drawn within a box in px, `ratio` device pixels to each; nothing where the box is empty."""
        left, top = floor(box.left() * ratio), floor(box.top() * ratio)
        wide, high = ceil(box.right() * ratio) - left, ceil(box.bottom() * ratio) - top
        self._at = QPointF(left / ratio, top / ratio)
        self._picture = QPixmap() if box.isEmpty() else QPixmap(wide, high)
        if box.isEmpty():
            return
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        painter.translate(-self._at)
        draw(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Paint it where it was drawn."""
        if not self._picture.isNull():
            painter.drawPixmap(self._at, self._picture)
