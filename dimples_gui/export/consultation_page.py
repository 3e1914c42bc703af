"""The consultation sheet on paper: always one page, in letters as large as that allows."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from dimples_gui.export.consultation import Consultation
from dimples_gui.export.figure import Figure
from dimples_gui.export.paper import LOOK, PX_MM, Paper
from dimples_gui.panels.citation import cite
from dimples_gui.scene import MIN_ZOOM
from dimples_gui.theme import reading_font

translate = QCoreApplication.translate
SIDE_MM, TOP_MM, BOTTOM_MM, GAP_MM = 25.0, 24.0, 27.0, 6.0
LEFT_SHARE = 0.56
SCALES = tuple(hundredths / 100 for hundredths in range(108, 69, -2))  # of the letters: the largest that fits
LINE_MM = 7.5  # from one ruled line to the next, for a pen
RULED = 2  # lines under a prompt that was left open
REDUCED, FIGURE_TEXT = 1.8, 1.3  # so many times smaller it is printed than it is drawn, its words but a little
SEEN_MM, SEEN_AT_MM = 236.0, 22.0  # how much of the body is seen across, and at which height is the middle
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ConsultationPage:
    """One page."""

    count = 1

    def __init__(self, words: Consultation, figure: Figure, paper: Paper) -> None:
        """The figure is printed small, with its marks."""
        self._words, self._figure, self._paper = words, near(figure, paper), paper
        mm = PX_MM
        self.area = paper.whole.adjusted(SIDE_MM * mm, TOP_MM * mm, -SIDE_MM * mm, -BOTTOM_MM * mm)
        self.scale = next((scale for scale in SCALES if self._height(scale) <= self.area.height()), SCALES[-1])

    def draw(self, painter: QPainter, page: int) -> None:
        """Paint it, with ruled lines for a pen where room is left."""
        end = _Layout(painter, self.scale, self.area).lay(self._words, self._figure)
        below = QRectF(self.area.left(), end, self.area.width(), self.area.bottom() - end)
        painter.setPen(QPen(QColor(LOOK.rule), 0.6))
        if below.height() > 2 * LINE_MM * PX_MM:
            _Layout(painter, self.scale, below).notes()

    def _height(self, scale: float) -> float:
        """How much room everything takes in such letters."""
        return _Layout(None, scale, self.area).lay(self._words, self._figure) - self.area.top()


def near(figure: Figure, paper: Paper) -> Figure:
    """The figure from nearer by, so that what is marked is seen in it."""
    column = (paper.width - 2 * SIDE_MM) * (1 - LEFT_SHARE) - GAP_MM
    zoom = max(column * REDUCED / SEEN_MM, MIN_ZOOM)
    scene = figure.scene._replace(zoom=zoom, x=0.0, y=SEEN_AT_MM)
    return replace(figure, scene=scene, look=figure.look._replace(text_scale=FIGURE_TEXT))


class _Layout:
    """Lays everything out from top to bottom; without a painter it only measures."""

    def __init__(self, painter: QPainter | None, scale: float, area: QRectF) -> None:
        self._painter, self._scale, self._area = painter, scale, area

    def lay(self, words: Consultation, figure: Figure) -> float:
        """All of it; where it ends."""
        area = self._area
        y = self._text(area.left(), area.top(), area.width(), words.sheet.title, 19, bold=True)
        y = self._text(area.left(), y, area.width(), words.sheet.lead, 11, colour=LOOK.muted) + self._em(0.6)
        left = area.width() * LEFT_SHARE
        right = area.left() + left + GAP_MM * PX_MM
        wide = area.right() - right
        y = max(self._matters(words, y, left), self._beside(words, figure, (right, y, wide)))
        y = self._questions(words, y + self._em(0.5))
        return self._foot(words, y + self._em(0.6))

    def notes(self) -> None:
        """A heading, and lines to write on."""
        area = self._area
        y = self._heading(area.left(), area.top(), area.width(), translate("Consultation", "Answers and notes"))
        self._rule(area.left(), y, area.width(), int((area.bottom() - y) / (LINE_MM * PX_MM)))

    def _matters(self, words: Consultation, y: float, wide: float) -> float:
        """The prompts with their answers, or lines for a pen."""
        left = self._area.left()
        y = self._heading(left, y, wide, translate("Consultation", "What matters to me"))
        for prompt, hint, answer in words.said:
            y = self._text(left, y, wide, prompt, 11, bold=True)
            y = self._text(left, y, wide, answer or hint, 11 if answer else 9.5, colour="" if answer else LOOK.muted)
            y = y + self._em(0.35) if answer else self._rule(left, y, wide, RULED) + self._em(0.35)
        return y

    def _beside(self, words: Consultation, figure: Figure, place: tuple[float, float, float]) -> float:
        """The marked plate, and what was looked at."""
        left, y, wide = place
        high = wide * figure.aspect
        if self._painter:
            self._painter.save()
            self._painter.translate(left, y)
            self._painter.scale(1 / REDUCED, 1 / REDUCED)
            figure.draw(self._painter, QRectF(0, 0, wide * REDUCED, high * REDUCED))
            self._painter.restore()
        y = self._heading(left, y + high, wide, translate("Consultation", "What I looked at"))
        for title in words.looked:
            y = self._text(left + self._em(0.9), y, wide - self._em(0.9), title, 10.5, sign="•")
        return y

    def _questions(self, words: Consultation, y: float) -> float:
        """In two columns, each with a box to tick."""
        area = self._area
        y = self._heading(area.left(), y, area.width(), translate("Consultation", "What I want to ask"))
        half = (len(words.questions) + 1) // 2
        wide = (area.width() - GAP_MM * PX_MM) / 2
        ends = [y]
        for nth, column in enumerate((words.questions[:half], words.questions[half:])):
            left, down = area.left() + nth * (wide + GAP_MM * PX_MM), y
            for question in column:
                down = self._text(left + self._em(1.3), down, wide - self._em(1.3), question, 10.5, sign="□")
                down += self._em(0.25)
            ends.append(down)
        return max(ends)

    def _foot(self, words: Consultation, y: float) -> float:
        """The works, and what the sheet is not."""
        area = self._area
        if words.works:
            y = self._heading(area.left(), y, area.width(), translate("Consultation", "Where this is written"), 11)
        for work in words.works:
            cited = "".join(run.text for run in cite(work))
            y = self._text(area.left(), y, area.width(), cited, 8.5, colour=LOOK.muted)
        if words.more_works:
            more = translate("Consultation", "And {count} more works, listed in the program with each page.")
            y = self._text(area.left(), y, area.width(), more.format(count=words.more_works), 8.5, colour=LOOK.muted)
        return self._text(area.left(), y + self._em(0.4), area.width(), words.sheet.note, 9.5) + self._em(0.4)

    # --- pieces -----------------------------------------------------------------------------------------------

    def _em(self, ems: float) -> float:
        return ems * 15.0 * self._scale

    def _heading(self, left: float, y: float, wide: float, text: str, points: float = 13.0) -> float:
        return self._text(left, y + self._em(0.35), wide, text, points, bold=True, colour=LOOK.link) + self._em(0.1)

    def _text(  # noqa: PLR0913  # all that decides how a text is set
        self, left: float, y: float, wide: float, text: str, points: float, *, bold: bool = False, colour: str = "",
        sign: str = "",
    ) -> float:  # fmt: skip
        """A text in as many lines as it takes, a sign before it; where it ends."""
        font = reading_font(LOOK, points * self._scale / LOOK.text_scale, BOLD if bold else QFont.Weight.Normal)
        room = QRectF(left, y, wide, 10_000)
        rect = QFontMetricsF(font).boundingRect(room, WRAP, text)
        if self._painter:
            self._painter.setFont(font)
            self._painter.setPen(QColor(colour or LOOK.text))
            self._painter.drawText(room, WRAP, text)
            self._draw_sign(sign, left, y, QFontMetricsF(font))
        return float(rect.bottom()) + self._em(0.15)

    def _draw_sign(self, sign: str, left: float, y: float, metrics: QFontMetricsF) -> None:
        """A dot, or a box to tick."""
        if not (sign and self._painter):
            return
        size = metrics.xHeight() * (1.6 if sign == "□" else 0.5)
        middle = y + metrics.ascent() - metrics.xHeight() * 0.6
        box = QRectF(left - self._em(1.3 if sign == "□" else 0.8), middle - size / 2, size, size)
        self._painter.setPen(QPen(QColor(LOOK.text), 0.9))
        if sign == "□":
            self._painter.drawRect(box)
        else:
            self._painter.setBrush(QColor(LOOK.text))
            self._painter.drawEllipse(box)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _rule(self, left: float, y: float, wide: float, count: int) -> float:
        """Lines for a pen; where they end."""
        for _ in range(count):
            y += LINE_MM * PX_MM * min(self._scale, 1.0)
            if self._painter:
                self._painter.setPen(QPen(QColor(LOOK.rule), 0.8))
                self._painter.drawLine(QPointF(left, y), QPointF(left + wide, y))
        return y


BOLD = QFont.Weight.DemiBold
