"""A plate on a page of its own, with its title and what it shows in a sentence."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from dimples_gui.export.figure import Figure, left_out, told
from dimples_gui.export.paper import LOOK, Paper
from dimples_gui.theme import reading_font

TITLE_POINTS, CAPTION_POINTS = 19.0, 10.5
GAP_PX = 16.0


class PlatePage:
    """One page."""

    count = 1

    def __init__(self, figure: Figure, paper: Paper, title: str) -> None:
        """The figure is as wide as the paper lets it be."""
        self._figure, self._paper, self._title = figure, paper, title

    def draw(self, painter: QPainter, page: int) -> None:
        """Title, figure, caption."""
        column, printable = self._paper.words, self._paper.printable
        painter.setFont(reading_font(LOOK, TITLE_POINTS, QFont.Weight.DemiBold))
        painter.setPen(QColor(LOOK.text))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        title = painter.boundingRect(column, wrap, self._title)
        painter.drawText(column, wrap, self._title)
        top = title.bottom() + GAP_PX
        room = column.bottom() - top - 5 * GAP_PX
        high = min(printable.width() * self._figure.aspect, room)
        area = QRectF(printable.left(), top, printable.width(), high)
        hidden = self._figure.draw(painter, area)
        painter.setFont(reading_font(LOOK, CAPTION_POINTS))
        painter.setPen(QColor(LOOK.muted))
        below = QRectF(column.left(), area.bottom() + GAP_PX, column.width(), 4 * GAP_PX)
        words = (told(self._figure.atlas, self._figure.scene), left_out(hidden), caveat())
        painter.drawText(below, wrap, " ".join(sentence for sentence in words if sentence))


def caveat() -> str:
    """What every picture of a body here is."""
    return QCoreApplication.translate("Figure", "A drawing of a body in the middle of its range, not of a person.")
