"""The bore through the layers that the depth slider's handle moves along, with their names: kept as a picture."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTransform,
)

from dimples_gui.plate.layers import layer_name
from dimples_gui.plate.widths import LAYER_POINTS
from dimples_gui.theme import Look, reading_font

END_PX, BORE_X_PX, BORE_PX, NAME_GAP_PX = 26.0, 22.0, 11.0, 14.0  # ends and bore at text of 100 %
MOST_GROWN = 1.6  # handle and bore, at most; they have a fixed place
LINE_SHARE, END_AIR_PX = 1.2, 2.0  # a name's line is a little higher than its letters
TISSUES = {"skin": "#d9a382", "fat": "#e8c878", "muscle": "#ab4f46", "ligament": "#dcd8cf", "bone": "#e3d3ae"}


class Bore:
    """What of the slider stays as it is while the handle moves, in one look."""

    def __init__(self, layers: Sequence[str], look: Look) -> None:
        """`line` is how much height a name needs, `end` how far the first and last stop are from the ends, in px.

        `grown` is how much larger bore and handle are than at text of 100 %.
        """
        self._layers, self._look = layers, look
        self.line = LINE_SHARE * QFontMetricsF(self._name_font(strong=True)).height()
        self.grown = max(1.0, min((1 + look.text_scale) / 2, MOST_GROWN))
        self.end = max(END_PX, self.line / 2 + END_AIR_PX)
        self._shows: tuple[object, ...] = ()
        self._picture, self._bare = QPixmap(), QPixmap()  # with the stops, without

    def picture(self, size: QSize, nearest: int, painter: QPainter) -> QPixmap:
        """It in a slider of that size, the name of the nearest layer strong; for where the painter paints."""
        ratio = painter.device().devicePixelRatioF()
        if (size, nearest, ratio) != self._shows:
            self._shows = size, nearest, ratio
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(QColor(self._look.ground))
            self._paint(size, nearest)
        return self._picture

    def height_of(self, stop: float, height: float) -> float:
        """Where a stop, or a place between two, stands in a slider of that height, in px."""
        return self.end + (height - 2 * self.end) * stop / max(len(self._layers) - 1, 1)

    def _paint(self, size: QSize, nearest: int) -> None:
        """The bore, a stop and a name a layer."""
        if self._bare.size() != self._picture.size():
            self._bare = self._picture.copy()
            self._paint_bore(size)
        painter = QPainter(self._picture)
        painter.drawPixmap(0, 0, self._bare)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, layer in enumerate(self._layers):
            right = QPointF(size.width(), self.height_of(number, size.height()))
            self._paint_stop(painter, right, layer, strong=number == nearest)
        painter.end()

    def _paint_bore(self, size: QSize) -> None:
        """The bore alone, in the tissues' colours."""
        painter = QPainter(self._bare)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bore = QPainterPath()
        wide = BORE_PX * self.grown
        box = QRectF(BORE_X_PX - wide / 2, self.end - 8, wide, size.height() - 2 * self.end + 16)
        bore.addRoundedRect(box, wide / 2, wide / 2)
        painter.setPen(QPen(QColor(self._look.leader), 0.8))
        painter.setBrush(self._tissues(size))
        painter.drawPath(bore)
        painter.end()

    def _tissues(self, size: QSize) -> QBrush:
        """One colour melting into the next: a texture, for to load Qt's gradients costs 2 ms at the start."""
        column = QImage(1, len(self._layers), QImage.Format.Format_RGB32)
        for number, layer in enumerate(self._layers):
            column.setPixelColor(0, number, QColor(TISSUES[layer]))
        step = (size.height() - 2 * self.end) / max(len(self._layers) - 1, 1)
        smooth = Qt.TransformationMode.SmoothTransformation
        wide = column.scaled(1, max(round(step * len(self._layers)), 1), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        brush = QBrush()
        brush.setTextureImage(wide)
        brush.setTransform(QTransform.fromTranslate(0, self.end - step / 2))
        return brush

    def _paint_stop(self, painter: QPainter, right: QPointF, layer: str, *, strong: bool) -> None:
        """A tick and the layer's name, as far as a point at the right, strong where the handle is nearest."""
        painter.setPen(QPen(QColor(self._look.leader), 1))
        edge, y = BORE_X_PX + BORE_PX * self.grown / 2, right.y()
        painter.drawLine(QPointF(edge, y), QPointF(edge + 4, y))
        painter.setPen(QColor(self._look.text if strong else self._look.muted))
        painter.setFont(self._name_font(strong=strong))
        left = BORE_X_PX + NAME_GAP_PX * self.grown
        name = QRectF(left, y - self.line / 2, right.x() - left, self.line)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, layer_name(layer))

    def _name_font(self, *, strong: bool) -> QFont:
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        return reading_font(self._look, LAYER_POINTS, weight)
