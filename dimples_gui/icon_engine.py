"""An icon of ours as Qt's widgets want it: drawn in any size, on or off, in the theme's colours."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from dimples_gui.atlas.model import Outline
from dimples_gui.icons import draw_icon
from dimples_gui.theme import Look


class SquareEngine(QIconEngine):
    """Draws an icon when it is asked for, as large as it is asked for; those of a kind say how, in a square."""

    def draw(self, painter: QPainter, square: QRectF, mode: QIcon.Mode) -> None:
        """Draw it into a square."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Into the middle of a rectangle."""
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        self.draw(painter, square, mode)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """On nothing."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap


class ThemeIconEngine(SquareEngine):
    """An icon of the atlas; muted where disabled."""

    def __init__(self, outlines: tuple[Outline, ...], look: Look) -> None:
        super().__init__()
        self._outlines, self._look = outlines, look

    def draw(self, painter: QPainter, square: QRectF, mode: QIcon.Mode) -> None:
        """In the colour that the theme has for a mode."""
        colours = {QIcon.Mode.Disabled: self._look.muted, QIcon.Mode.Selected: self._look.chosen_text}
        draw_icon(painter, self._outlines, square, colours.get(mode, self._look.text))

    def clone(self) -> QIconEngine:
        """Another such engine."""
        return ThemeIconEngine(self._outlines, self._look)
