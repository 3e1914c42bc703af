"""The sign of a structure in the list: a dot in the colour of the layer that it belongs to, as on the depth slider."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap

from dimples_gui.plate.depth import TISSUES
from dimples_gui.theme import Look

DOT_SHARE, RIM_SHARE = 0.42, 0.06  # of an icon's side


class _DotEngine(QIconEngine):
    """Draws the dot when it is asked for, as large as it is asked for."""

    def __init__(self, layer: str, look: Look) -> None:
        super().__init__()
        self._layer, self._look = layer, look

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Into the middle of a rectangle, with a rim that keeps pale tissues apart from a pale ground."""
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rim = self._look.chosen_text if mode == QIcon.Mode.Selected else self._look.leader
        painter.setPen(QPen(QColor(rim), RIM_SHARE * side))
        painter.setBrush(QColor(TISSUES[self._layer]))
        middle = QPointF(rect.x() + rect.width() / 2, rect.y() + rect.height() / 2)
        painter.drawEllipse(middle, DOT_SHARE * side / 2, DOT_SHARE * side / 2)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """On nothing."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Another such engine."""
        return _DotEngine(self._layer, self._look)


def layer_dot(layer: str, look: Look) -> QIcon:
    """The dot of a layer."""
    return QIcon(_DotEngine(layer, look))
