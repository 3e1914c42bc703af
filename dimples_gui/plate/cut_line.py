"""The line on the back that shows where the section is cut."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from dimples_gui.plate.apart import Box
from dimples_gui.plate.art import Sight
from dimples_gui.plate.hotspots import Line
from dimples_gui.plate.margin import slip_under
from dimples_gui.plate.piece import Piece
from dimples_gui.theme import Look, reading_font

Y_MM = 0.0  # the level of the spines
TICK_PX, EDGE_PX, GAP_PX = 5.0, 14.0, 5.0  # of the marks at its ends; between these and the view's edge; to the word
POINTS, CLOSER_PX = 9.5, 5.0
DASHES = [7.0, 4.0]


class CutLine:
    """Keeps a piece of picture with it, as long as light or body move and nothing else does."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._shows: tuple[object, ...] = ()
        self._kept: Piece | None = None

    def paint(self, painter: QPainter, sight: Sight) -> None:
        """Paint the line over the view."""
        if not sight.is_hasty:
            self._kept = None
            draw_cut_line(painter, sight)
            return
        ratio = painter.device().devicePixelRatioF()
        shows = sight.view, sight.look, ratio
        if self._kept is None or shows != self._shows:
            self._shows = shows
            self._kept = Piece(_box_of(sight), ratio, lambda onto: draw_cut_line(onto, sight))
        self._kept.paint(painter)


def line_of(sight: Sight) -> Line | None:
    """From side to side of the plate, as far as it is in view; None where that is nowhere."""
    plate = sight.art.plate
    left, y = sight.view.to_px(plate.left, Y_MM)
    right = sight.view.to_px(plate.left + plate.width, Y_MM)[0]
    left, right = max(left, EDGE_PX), min(right, sight.view.width - EDGE_PX)
    return (left, y, right, y) if right > left else None


def word_box(sight: Sight, line: Line) -> Box:
    """Where the word stands: over the line's right end."""
    metrics = QFontMetricsF(_font(sight.look))
    left, bottom = line[2] - metrics.horizontalAdvance(_word()) - GAP_PX, line[3] - GAP_PX
    return left, bottom - metrics.height(), line[2] - GAP_PX + 1, bottom


def draw_cut_line(painter: QPainter, sight: Sight) -> None:
    """A thin dashed line from side to side with a mark at each end, and the word."""
    look, line = sight.look, line_of(sight)
    if line is None:
        return
    left, y, right, _ = line
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((look.halo, 3.0), (look.label, 1.0)):
        pen = QPen(QColor(colour), width)
        painter.setPen(pen)
        for x in (left, right):
            painter.drawLine(QPointF(x, y - TICK_PX), QPointF(x, y + TICK_PX))
        if colour == look.label:
            pen.setDashPattern(DASHES)
            painter.setPen(pen)
        else:
            painter.setOpacity(0.5)
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setOpacity(1)
    start, top, end, bottom = word_box(sight, line)
    _draw_word(painter, sight, QRectF(start, top, end - start, bottom - top))
    painter.restore()


def _box_of(sight: Sight) -> QRectF:
    """What of the view holds line and word."""
    y, word = sight.view.to_px(0, Y_MM)[1], QFontMetricsF(reading_font(sight.look, POINTS)).height()
    box = QRectF(QPointF(0, y - word - 2 * GAP_PX), QPointF(sight.view.width, y + 2 * TICK_PX))
    return box.intersected(sight.area)


def _word() -> str:
    return QCoreApplication.translate("Plate", "cut")


def _font(look: Look) -> QFont:
    font = reading_font(look, POINTS)
    font.setItalic(True)
    return font


def _draw_word(painter: QPainter, sight: Sight, rect: QRectF) -> None:
    """On a breath of ground, which ends close before the word or it would bite into the flank of a fuller body."""
    slip_under(painter, rect.adjusted(CLOSER_PX, 0, 0, 0), sight.look)
    painter.setFont(_font(sight.look))
    painter.setPen(QColor(sight.look.label))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _word())
