"""A look-alike's drawing with its numbered marks, as a picture that a screen reader names."""

from math import hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from dimples_gui.atlas.decide import Lookalike
from dimples_gui.panels.lookalikes_marks import Spot, numbers_beside
from dimples_gui.paths import asset, find_places
from dimples_gui.theme import Look, reading_font
from dimples_gui.workers import begin

FRAME = "frame"  # the text in a drawing's file that says what it shows: left, top, width, height in mm
WHOLE_PLATE = (-170.0, 190.0, 340.0, 305.0)  # of a drawing that does not say
NUMBER_POINTS, MOST_GROWTH = 9.0, 1.5  # of a mark's number, and how much of it follows the text's size
DISC_LINES = 0.54  # a disc's radius, in heights of a line
TIP_PX = 4.5  # from what is marked to where its line ends: nothing is to lie on it


def drawing_of(name: str) -> QImage:
    """A shipped drawing; an empty picture where there is none."""
    file = asset(find_places(), f"lookalikes/{name}.png")
    return QImage(str(file)) if file else QImage()


class DrawingView(QLabel):
    """Shows the drawing as wide as it is given room."""

    def __init__(self, lookalike: Lookalike, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookalike = lookalike
        self._read = QImage()
        self._reader = begin(self._decode)
        self._drawn: tuple[int, float, Look] | None = None  # for which the picture was made last
        self.discs: list[Spot] = []  # the middles of the numbers, px
        self.radius = 0.0
        self.setAccessibleName(self.tr("Drawing: %1").replace("%1", lookalike.name))
        told = [f"{number}: {mark.text}" for number, mark in enumerate(lookalike.marks, 1)]
        self.setAccessibleDescription("; ".join(told))

    def _decode(self) -> None:
        """Runs in a thread, beside the setting of the words: Qt works without Python's lock meanwhile."""
        self._read = drawing_of(self._lookalike.drawing)

    @property
    def _image(self) -> QImage:
        """The drawing, as soon as it is read."""
        self._reader.join()
        return self._read

    def height_for(self, width: int) -> int:
        """How high it is in so much room, px; nothing where there is no drawing."""
        size = self._image.size()
        return round(width * size.height() / size.width()) if size.width() else 0

    def draw(self, width: int, look: Look) -> None:
        """Make the picture for so much room and in a look, unless it is the same."""
        wanted = width, self.devicePixelRatioF(), look
        if wanted == self._drawn or self._image.isNull():
            return
        self._drawn = wanted
        ratio = wanted[1]
        size = QSize(width, self.height_for(width))
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = self._image.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        scaled.setDevicePixelRatio(ratio)
        painter = QPainter(scaled)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._mark(painter, size, look)
        painter.end()
        self.setPixmap(QPixmap.fromImage(scaled))

    def _mark(self, painter: QPainter, size: QSize, look: Look) -> None:
        """The marks: a line from what is marked to a number on a disc."""
        font = reading_font(
            look._replace(text_scale=min(look.text_scale, MOST_GROWTH)), NUMBER_POINTS, QFont.Weight.Bold
        )
        painter.setFont(font)
        self.radius = DISC_LINES * painter.fontMetrics().height()
        points = self._points(size)
        self.discs = numbers_beside(points, size.width(), size.height(), self.radius)
        for point, disc in zip(points, self.discs, strict=True):
            away = QPointF(*disc) - QPointF(*point)
            tip = QPointF(*point) + away * (TIP_PX / max(hypot(away.x(), away.y()), TIP_PX))
            for colour, wide in ((look.halo, 3.4), (look.label, 1.5)):
                painter.setPen(QPen(QColor(colour), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(tip, QPointF(*disc))
        for number, disc in enumerate(self.discs, 1):
            painter.setPen(QPen(QColor(look.label), 1.2))
            painter.setBrush(QColor(look.page))
            painter.drawEllipse(QPointF(*disc), self.radius, self.radius)
            around = QRectF(disc.x - self.radius, disc.y - self.radius, 2 * self.radius, 2 * self.radius)
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(number))

    def _points(self, size: QSize) -> list[Spot]:
        """What is marked, px."""
        told = self._image.text(FRAME).split()
        left, top, width, height = (float(part) for part in told) if len(told) == len(WHOLE_PLATE) else WHOLE_PLATE
        return [
            Spot((mark.x - left) / width * size.width(), (top - mark.y) / height * size.height())
            for mark in self._lookalike.marks
        ]

    def event(self, event: QEvent) -> bool:
        """A number explains itself where the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for mark, disc in zip(self._lookalike.marks, self.discs, strict=False):
                if (event.pos() - QPointF(*disc).toPoint()).manhattanLength() <= 1.5 * self.radius:
                    QToolTip.showText(event.globalPos(), mark.text, self)
                    return True
        return super().event(event)
