"""Draws the chart: what stays while body fat changes as one picture, and what moves over it."""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QStaticText, QTransform

from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.panels.chart_curves import MARKS, TICK_FAT, TICK_MM, Curve, Span, ticks
from dimples_gui.panels.leaf import NBSP
from dimples_gui.panels.ornaments import SIGNS
from dimples_gui.theme import Look, reading_font

POINTS = 9.5
AIR_PX, GAP_PX = 8.0, 6.0
QUIET = 0.4  # how strong the grid is where lines have the colour of words
PLOT_PX = 150.0  # high, at text of 100 %
CHOSEN_PX, OTHER_PX, POINT_PX = 3.0, 1.5, 6.0
NAME_LINE, NAME_AIR = 0.92, 0.25  # of a line, from line to line of a curve's name, and between two names
FLAG_PAD = 0.45  # of a line, around a mark's words
# Of each explanation, in widths of the line; none is told by its colour alone.
DASHES: dict[str, tuple[float, ...]] = {"held-down": (), "filled-in": (5.0, 3.0), "between-muscles": (1.2, 2.4)}
KEPT = 32  # words, pens
CENTRE = Qt.AlignmentFlag.AlignCenter.value


class Words(NamedTuple):
    """All words on the chart, in the reader's language."""

    depth: str
    fat: str
    names: dict[str, str]  # of the curves, by explanation


class Plot(NamedTuple):
    """Where things stand in the widget, px."""

    area: QRectF  # between the axes
    flags: tuple[QRectF, ...]  # of the marks
    line: float  # height of a line of words
    span: Span
    names: dict[str, tuple[str, ...]]  # of the curves, line by line

    def at(self, fat: float, depth: float) -> QPointF:
        """The place of a value."""
        span = self.span
        x = self.area.left() + self.area.width() * (fat - span.low) / (span.high - span.low)
        return QPointF(x, self.area.bottom() - self.area.height() * depth / span.top_mm)

    def fat_at(self, x: float) -> float:
        """The body fat that stands there, within the axis."""
        share = (x - self.area.left()) / max(self.area.width(), 1.0)
        return self.span.low + (self.span.high - self.span.low) * min(max(share, 0.0), 1.0)


def plot_of(width: float, look: Look, words: Words, span: Span) -> Plot:
    """The places in a chart of this width."""
    metrics = QFontMetricsF(reading_font(look, POINTS))
    strong = QFontMetricsF(_font(look, strong=True))
    line = metrics.height()
    left = AIR_PX + metrics.horizontalAdvance("00") + GAP_PX
    widest = max(_widest(strong, name) for name in words.names.values())
    names = {key: tuple(_lines(strong, name, widest)) for key, name in words.names.items()}
    top = AIR_PX + 1.5 * line + GAP_PX
    area = QRectF(left, top, max(width - left - widest - 2 * GAP_PX - AIR_PX, 40.0), PLOT_PX * look.text_scale**0.5)
    plot = Plot(area, (), line, span, names)
    return plot._replace(flags=_flags(plot, metrics, width))


def height_of(plot: Plot) -> int:
    """How high the whole chart is."""
    return ceil(max(flag.bottom() for flag in plot.flags) + GAP_PX + plot.line + AIR_PX)


def _flags(plot: Plot, metrics: QFontMetricsF, width: float) -> tuple[QRectF, ...]:
    """The marks' flags below the figures of the axis; one that would cover another goes a row deeper."""
    flags: list[QRectF] = []
    high = plot.line * (1 + FLAG_PAD)
    for mark in MARKS:
        wide = metrics.horizontalAdvance(_mark_text(mark.fat)) + high * 1.25
        x = min(max(plot.at(mark.fat, 0).x() - wide / 2, AIR_PX), width - wide - AIR_PX)
        flag = QRectF(x, plot.area.bottom() + plot.line + 2 * GAP_PX, wide, high)
        while any(flag.adjusted(-2, 0, 2, 0).intersects(other) for other in flags):
            flag.translate(0, high + 3)
        flags.append(flag)
    return tuple(flags)


def _mark_text(fat: float) -> str:
    return f"{round(100 * fat)}{NBSP}%"


def _font(look: Look, *, strong: bool) -> QFont:
    return reading_font(look, POINTS, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)


def _widest(metrics: QFontMetricsF, name: str) -> float:
    """Of a curve's name, its widest word."""
    return max(metrics.horizontalAdvance(word) for word in name.split())


def _lines(metrics: QFontMetricsF, name: str, width: float) -> list[str]:
    """Of a curve's name, in so wide a column."""
    lines: list[str] = []
    for word in name.split():
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


# --- what stays ---------------------------------------------------------------------------------------------------


class Page(NamedTuple):
    """What the chart is drawn on and in: its places, colours and words, and the explanation that is chosen."""

    plot: Plot
    look: Look
    words: Words
    chosen: str


def draw_ground(painter: QPainter, page: Page, verdict: str) -> None:
    """Grid, axes and their words, and the marks with the verdict on them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_font(page.look, strong=False))
    _draw_axes(painter, page)
    for number in range(len(MARKS)):
        _draw_mark(painter, page, number, verdict)


def draw_curves(painter: QPainter, page: Page, curves: dict[str, Curve]) -> None:
    """The curves, the chosen one last, and their names."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in sorted(EXPLANATIONS, key=lambda one: one.id == page.chosen):
        _draw_curve(painter, page, one.id, curves[one.id])
    _draw_names(painter, page, {name: page.plot.at(*curve[-1]) for name, curve in curves.items()})


def _draw_axes(painter: QPainter, page: Page) -> None:
    """Thin lines; the zero line is firmer."""
    plot, look, words, _ = page
    area, span, line = plot.area, plot.span, plot.line
    quiet = QColor(look.rule)
    quiet.setAlphaF(QUIET if look.rule == look.text else 1.0)
    for depth in ticks(0, span.top_mm, TICK_MM):
        y = plot.at(span.low, depth).y()
        painter.setPen(QPen(quiet if depth else QColor(look.muted), 1.0))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QColor(look.muted))
        box = QRectF(0, y - line / 2, area.left() - GAP_PX, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{depth:g}")
    for fat in ticks(span.low, span.high, TICK_FAT):
        at = plot.at(fat, 0)
        painter.setPen(QPen(QColor(look.muted), 1.0))
        painter.drawLine(at, at + QPointF(0, 4))
        painter.setPen(QColor(look.muted))
        painter.drawText(QRectF(at.x() - 50, at.y() + GAP_PX, 100, line), CENTRE, f"{round(100 * fat)}")
    painter.setPen(QColor(look.text))
    painter.drawText(QPointF(AIR_PX, AIR_PX + line * 0.8), words.depth)
    bottom = max(flag.bottom() for flag in plot.flags) + GAP_PX
    wide = QFontMetricsF(painter.font()).horizontalAdvance(words.fat)
    painter.drawText(QPointF(max(area.center().x() - wide / 2, AIR_PX), bottom + 0.8 * line), words.fat)


def _draw_mark(painter: QPainter, page: Page, number: int, verdict: str) -> None:
    """A stem from the axis to a flag with the figure, and before it the sign of the verdict."""
    plot, look, fat, flag = page.plot, page.look, MARKS[number].fat, page.plot.flags[number]
    at, high = plot.at(fat, 0), flag.height()
    painter.setPen(QPen(QColor(look.muted), 1.2, Qt.PenStyle.DotLine))
    painter.drawLine(at, QPointF(at.x(), flag.top()))
    painter.setPen(QPen(QColor(look.muted), 1.0))
    painter.setBrush(QColor(look.page))
    painter.drawRoundedRect(flag, high / 2, high / 2)
    size = high * 0.4
    box = QRectF(flag.left() + high * 0.4, flag.center().y() - size / 2, size, size)
    painter.setPen(QPen(QColor(look.text), high * 0.08, c=Qt.PenCapStyle.RoundCap))
    for stroke in SIGNS.get(verdict, ()):
        painter.drawPolyline(QPolygonF([QPointF(box.x() + x * size, box.y() + y * size) for x, y in stroke]))
    painter.setPen(QColor(look.text))
    painter.drawText(flag.adjusted(high * 0.85, 0, -high * 0.2, 0), CENTRE, _mark_text(fat))


def _draw_curve(painter: QPainter, page: Page, name: str, curve: Curve) -> None:
    painter.setPen(_pen_of(page.look, name, chosen=name == page.chosen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    start, one = page.plot.at(0, 0), page.plot.at(1, 1) - page.plot.at(0, 0)
    x, y, wide, high = start.x(), start.y(), one.x(), one.y()
    painter.drawPolyline(QPolygonF([QPointF(x + wide * fat, y + high * depth) for fat, depth in curve]))


@lru_cache(KEPT)
def _pen_of(look: Look, name: str, *, chosen: bool) -> QPen:
    """The pen of an explanation's curve, not to be changed; the chosen one's is heavier."""
    pen = QPen(QColor(look.selected if chosen else look.muted), CHOSEN_PX if chosen else OTHER_PX)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if DASHES[name]:
        scale = OTHER_PX / CHOSEN_PX if chosen else 1.0
        pen.setDashPattern([2 * scale * part for part in DASHES[name]])
    return pen


def _draw_names(painter: QPainter, page: Page, ends: dict[str, QPointF]) -> None:
    """Each curve's name at its end, with a thin line between them."""
    look = page.look
    for name, box in names_at(page.plot, ends).items():
        painter.setPen(QPen(QColor(look.leader), 0.8, Qt.PenStyle.DotLine))
        painter.drawLine(ends[name] + QPointF(1, 0), QPointF(box.left() - 3, box.center().y()))
        font = _font(look, strong=name == page.chosen)
        painter.setFont(font)
        painter.setPen(QColor(look.selected if name == page.chosen else look.text))
        lines = page.plot.names[name]
        up = QFontMetricsF(font).ascent()  # a static text hangs from its upper edge
        for number, words in enumerate(lines):
            top = box.top() + (number + 0.8) * box.height() / len(lines) - up
            painter.drawStaticText(QPointF(box.left(), top), _set(words, look, strong=name == page.chosen))


@lru_cache(KEPT)
def _set(words: str, look: Look, *, strong: bool) -> QStaticText:
    """Words set once, for they are painted at each step of a slider."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), _font(look, strong=strong))
    return text


def names_at(plot: Plot, ends: dict[str, QPointF]) -> dict[str, QRectF]:
    """Where the curves' names stand, from top to bottom: moved apart where they would meet."""
    names = sorted(ends, key=lambda name: ends[name].y())
    left, line = plot.area.right() + 2 * GAP_PX, NAME_LINE * plot.line
    tall = {name: line * len(plot.names[name]) for name in names}
    tops = _apart([(ends[name].y() - tall[name] / 2, tall[name]) for name in names], plot)
    return {name: QRectF(left, top, 1, tall[name]) for name, top in zip(names, tops, strict=True)}


def _apart(wanted: list[tuple[float, float]], plot: Plot) -> list[float]:
    """Tops of boxes of these heights, near the wanted ones, in the same order, none over another or under the axis.

    There stand its figures, the last of which reaches as far to the right as where a name begins.
    """
    tops: list[float] = []
    least = 0.0
    for top, tall in wanted:
        tops.append(max(top, least))
        least = tops[-1] + tall + NAME_AIR * plot.line
    most = plot.area.bottom()
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], most - wanted[number][1])
        most = tops[number] - NAME_AIR * plot.line
    return tops


# --- what moves ---------------------------------------------------------------------------------------------------


def draw_point(painter: QPainter, plot: Plot, look: Look, at: tuple[float, float], letter: str) -> None:
    """A body's own point: A is round, B is square; a letter only where there are two."""
    middle = plot.at(*at)
    font = _font(look, strong=True)
    radius = max(POINT_PX, QFontMetricsF(font).height() * 0.55) if letter else POINT_PX
    painter.setPen(QPen(QColor(look.selected), 2.2))
    painter.setBrush(QColor(look.pin))
    box = QRectF(middle - QPointF(radius, radius), middle + QPointF(radius, radius))
    if letter == "B":
        painter.drawRect(box)
    else:
        painter.drawEllipse(box)
    if letter:
        painter.setFont(font)
        painter.setPen(QColor(look.pin_icon))
        painter.drawText(box, CENTRE, letter)


def draw_reading(painter: QPainter, plot: Plot, look: Look, fat: float, depths: dict[str, float]) -> None:
    """A line at the body fat that is read, and a dot on each curve."""
    painter.setPen(QPen(QColor(look.hover), 1.2))
    painter.drawLine(QPointF(plot.at(fat, 0).x(), plot.area.top()), plot.at(fat, 0))
    painter.setBrush(QColor(look.hover))
    for depth in depths.values():
        painter.drawEllipse(plot.at(fat, depth), 3.0, 3.0)
