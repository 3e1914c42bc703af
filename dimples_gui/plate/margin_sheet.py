"""What of the plate's margin stays as it is while view, light or depth change, kept as pieces of picture."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from dimples_gui.plate.frame import View
from dimples_gui.plate.margin import draw_lasting, draw_passing, has_room_for_words, lasting_boxes
from dimples_gui.theme import Look


class MarginSheet:
    """Keeps the pieces of one size and look."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._shows: tuple[object, ...] = ()
        self._pieces: list[tuple[QPoint, QPixmap]] = []

    def paint(self, painter: QPainter, view: View, look: Look) -> None:
        """Paint the margin."""
        ratio = painter.device().devicePixelRatioF()
        shows = view.width, view.height, view.across, look, ratio, has_room_for_words(view, look)
        if shows != self._shows:
            self._shows = shows
            boxes = [box.toAlignedRect() for box in lasting_boxes(view, look)]
            self._pieces = [(box.topLeft(), _piece(view, look, ratio, box)) for box in boxes]
        for at, piece in self._pieces:
            painter.drawPixmap(at, piece)
        draw_passing(painter, view, look)


def _piece(view: View, look: Look, ratio: float, box: QRect) -> QPixmap:
    """What of the margin is in a box, and stays."""
    piece = QPixmap(box.size() * ratio)
    piece.setDevicePixelRatio(ratio)
    piece.fill(Qt.GlobalColor.transparent)
    painter = QPainter(piece)
    painter.translate(-box.topLeft())
    draw_lasting(painter, view, look)
    painter.end()
    return piece
