"""What fills the screen in the chairside view: the plate, the short answer in large type, and the pen's buttons."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPalette, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.chairside_pen import colour_name
from dimples_gui.overlay import FocusRing
from dimples_gui.panels.prose import runs_of
from dimples_gui.scene import HOME, WHATIF, Scene
from dimples_gui.scroll_bar import PageScrollBar
from dimples_gui.theme import Look, reading_font
from dimples_gui.titles import title_of as place_title

SIZES = (40.0, 36.0, 32.0, 28.0, 25.0, 22.0, 19.0, 17.0)  # points of the answer, the largest that fits
TITLE_SHARE = 1.3  # of the title, as a share of the answer's
AIR_PX, GAP_PX = 28, 18
SHARES = (62, 38)  # of the screen: plate and words
SWATCH_PX = 16
WIDE = 1.2  # so much wider than high, a screen has the words beside the plate
WRAPPED = Qt.TextFlag.TextWordWrap.value
NO_LIMIT_PX = 100_000.0


def words_of(atlas: Atlas, scene: Scene) -> str:
    """The short answer of a scene's page, as plain words; empty where it has none."""
    if scene.question:
        steps = atlas.home.questions[scene.question - 1].steps
        return _plain(steps[min(scene.step, len(steps)) - 1].text)
    if scene.name in atlas.entries:
        return _plain(atlas.entries[scene.name].answer)
    if scene.name == WHATIF:
        from dimples_gui.panels.whatif_words import sentence  # noqa: PLC0415  # seldom needed

        return sentence(scene)
    return _plain(atlas.home.lead) if scene.name == HOME else ""


def title_of(atlas: Atlas, scene: Scene) -> str:
    """The title over it."""
    return (scene.place.page == HOME and atlas.home.title) or place_title(atlas, scene.place)


def _plain(text: str) -> str:
    return "\n".join("".join(run.text for run in runs_of(" ".join(part.split()))) for part in text.split("\n\n"))


class ChairsideWords(QScrollArea):
    """Title and answer, as large as they go; where even the least size is too large, they scroll."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bar = PageScrollBar(look)
        self.setVerticalScrollBar(self._bar)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title, self.answer = QLabel(), QLabel()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(AIR_PX, AIR_PX, AIR_PX, AIR_PX)
        column.setSpacing(GAP_PX)
        for label in (self.title, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addStretch(1)
        self.setWidget(page)
        self.setAccessibleName(self.tr("Short answer"))

    def show_words(self, title: str, answer: str) -> None:
        """Show these."""
        self.title.setText(title)
        self.answer.setText(answer)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        self._look = self._bar.look = look
        self._bar.update()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room, another size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Find the largest size at which all is seen."""
        least = SIZES[-1] * max(self._look.text_scale, 1.0) ** 0.5
        sizes = [size for size in SIZES if size > least] + [least]
        size = next((size for size in sizes if self._height_at(size) <= self.height()), least)
        self.title.setFont(self._font(size * TITLE_SHARE, bold=True))
        self.answer.setFont(self._font(size))

    def _height_at(self, size: float) -> float:
        """How high all is at a size; too high where a word would be broken."""
        room = QRectF(0, 0, max(self.width() - 2 * AIR_PX, 1), NO_LIMIT_PX)
        height = 2.0 * AIR_PX + GAP_PX
        for label, points, bold in ((self.title, size * TITLE_SHARE, True), (self.answer, size, False)):
            metrics = QFontMetricsF(self._font(points, bold=bold))
            if any(metrics.horizontalAdvance(word) > room.width() for word in label.text().split()):
                return NO_LIMIT_PX
            height += metrics.boundingRect(room, WRAPPED, label.text()).height()
        return height

    def _font(self, points: float, *, bold: bool = False) -> QFont:
        return reading_font(
            self._look._replace(text_scale=1.0), points, QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        )


class PenBar(QWidget):
    """The buttons of the pen, and the way out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(AIR_PX, GAP_PX // 2, AIR_PX, AIR_PX)
        self.draw = self._button(self.tr("Draw"), "D", self.tr("Draw over the plate; nothing of it is kept"))
        self.draw.setCheckable(True)
        self.colour = self._button("", "K", self.tr("Draw in the next colour"))
        self.undo = self._button(self.tr("Undo stroke"), "Backspace", self.tr("Take the last stroke away"))
        self.clear = self._button(self.tr("Clear"), "Delete", self.tr("Take all strokes away"))
        self.leave = self._button(self.tr("Leave"), "", self.tr("Back to the window as it was (F11, Esc)"))
        for number, button in enumerate((self.draw, self.colour, self.undo, self.clear, self.leave)):
            grid.addWidget(button, number // 2, number % 2)
        self.ring = FocusRing(self, look)

    def _button(self, text: str, key: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(f"{tip} ({key})" if key else tip)
        if key:
            QShortcut(QKeySequence(key), self).activated.connect(button.click)  # at once; a button's own comes late
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_pen(self, colour: str, strokes: int) -> None:
        """In which colour it draws, and how much there is to take away."""
        swatch = QPixmap(SWATCH_PX, SWATCH_PX)
        swatch.fill(QColor(colour))
        self.colour.setIcon(swatch)
        self.colour.setText(self.tr("Colour: {name}").format(name=colour_name(colour)))
        self.undo.setEnabled(bool(strokes))
        self.clear.setEnabled(bool(strokes))
        self.draw.setAccessibleDescription(self.tr("Strokes: {count}").format(count=strokes))


class ChairsideView(QWidget):
    """Plate beside words, or over them where the screen is higher than wide."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words, self.bar = ChairsideWords(look), PenBar(look)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words, 1)
        column.addWidget(self.bar)
        self._row.addWidget(beside, SHARES[1])
        self.setAutoFillBackground(True)
        self.set_look(look)

    def take(self, plate: QWidget) -> None:
        """Put the plate where most of the room is."""
        self._row.insertWidget(0, plate, SHARES[0])

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(look.text))
        self.setPalette(palette)
        self.words.set_look(look)
        self.bar.ring.set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another on a wide screen, else one over the other."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if self.width() >= WIDE * self.height() else ways.TopToBottom)
