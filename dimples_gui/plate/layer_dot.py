"""The sign of a structure in the list: a dot in the colour of the layer that it belongs to, as on the depth slider."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen

from dimples_gui.icon_engine import SquareEngine
from dimples_gui.plate.bore import TISSUES
from dimples_gui.theme import Look

DOT_SHARE, RIM_SHARE = 0.42, 0.06  # of an icon's side


class _DotEngine(SquareEngine):
    """A dot with a rim that keeps pale tissues apart from a pale ground."""

    def __init__(self, layer: str, look: Look) -> None:
        super().__init__()
        self._layer, self._look = layer, look

    def draw(self, painter: QPainter, square: QRectF, mode: QIcon.Mode) -> None:
        """In the colour of the tissue."""
        side = square.width()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rim = self._look.chosen_text if mode == QIcon.Mode.Selected else self._look.leader
        painter.setPen(QPen(QColor(rim), RIM_SHARE * side))
        painter.setBrush(QColor(TISSUES[self._layer]))
        painter.drawEllipse(square.center(), DOT_SHARE * side / 2, DOT_SHARE * side / 2)
        painter.restore()

    def clone(self) -> QIconEngine:
        """Another such engine."""
        return _DotEngine(self._layer, self._look)


def layer_dot(layer: str, look: Look) -> QIcon:
    """The dot of a layer."""
    return QIcon(_DotEngine(layer, look))
