"""The pen of the chairside view: strokes over a plate, which stay with it when it is moved and are never kept."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from dimples_gui.menus import QT_TRANSLATE_NOOP
from dimples_gui.plate.frame import View
from dimples_gui.plate.painted_plate import PaintedPlate

COLOURS = {
    QT_TRANSLATE_NOOP("Pen", "red"): "#d01c2e",
    QT_TRANSLATE_NOOP("Pen", "blue"): "#1757d0",
    QT_TRANSLATE_NOOP("Pen", "green"): "#0b7a2f",
    QT_TRANSLATE_NOOP("Pen", "black"): "#101010",
}
HALO = "#ffffff"
WIDE_PX, HALO_PX, SLACK_PX = 4.0, 7.5, 6


class Stroke(NamedTuple):
    """One stroke: its colour, and where it goes, in mm of the plate's frame."""

    colour: str
    points: list[tuple[float, float]]


def colour_name(colour: str) -> str:
    """What a colour is called."""
    return next(QCoreApplication.translate("Pen", name) for name, value in COLOURS.items() if value == colour)


class PenSheet(QWidget):
    """Lies over a plate; while the pen is out a drag draws, else all goes through to the plate."""

    drawn = Signal(object)  # this sheet, after each stroke

    def __init__(self, plate: PaintedPlate, colour: str) -> None:
        super().__init__(plate)
        self.plate, self.colour = plate, colour
        self.strokes: list[Stroke] = []
        self._open = False
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setGeometry(plate.rect())
        plate.installEventFilter(self)
        plate.view_moved.connect(self.update)
        self.show()

    def set_drawing(self, *, on: bool) -> None:
        """Take the pen out, or put it away."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not on)
        self._open = False
        self.raise_()
        if on:
            QCoreApplication.sendEvent(self.plate, QEvent(QEvent.Type.Leave))  # nothing is pointed at any more

    def undo(self) -> None:
        """Take the last stroke away."""
        if self.strokes:
            self.strokes.pop()
            self.update()

    def clear(self) -> None:
        """Take all away."""
        self.strokes.clear()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over all of the plate."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.plate.rect())
        return False

    # --- drawing --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins; other buttons are the plate's."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._open = True
        self.strokes.append(Stroke(self.colour, []))
        self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And goes on."""
        if self._open:
            self._go_to(event.position())
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """And ends."""
        if self._open and event.button() == Qt.MouseButton.LeftButton:
            self._open = False
            self.drawn.emit(self)
        else:
            event.ignore()

    def _go_to(self, at: QPointF) -> None:
        """Repaint just what is new."""
        points = self.strokes[-1].points
        points.append(self._view.to_mm(at.x(), at.y()))
        last = QPolygonF([QPointF(*self._view.to_px(*point)) for point in points[-2:]])
        self.update(_around(last.boundingRect()))

    @property
    def _view(self) -> View:
        return self.plate.sight_of("").view

    def paintEvent(self, event: QPaintEvent) -> None:
        """All strokes, each over a light edge so that it is seen on any ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view, part = self._view, event.rect()
        for stroke in self.strokes:
            line = QPolygonF([QPointF(*view.to_px(*point)) for point in stroke.points])
            if not part.intersects(_around(line.boundingRect())):
                continue
            for colour, width in ((HALO, HALO_PX), (stroke.colour, WIDE_PX)):
                pen = QPen(QColor(colour), width)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                if line.count() > 1:
                    painter.drawPolyline(line)
                else:
                    painter.drawPoint(line.at(0))


def _around(box: QRectF) -> QRect:
    """A box with the width of the pen around it."""
    return box.adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).toAlignedRect()
