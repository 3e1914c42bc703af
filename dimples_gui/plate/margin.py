"""What stands in the margin: the scale bar, which side is which, and a figure that says from where it is seen."""

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from dimples_gui.plate.frame import View
from dimples_gui.plate.small_figure import FIGURE_WIDE, figure_path, figure_px
from dimples_gui.theme import Look, reading_font

MARGIN_PX = 16.0
BARS_MM = (1, 2, 5, 10, 20, 50, 100)
BAR_MAX_PX, BAR_TICK_PX = 170.0, 4.0
FOOT_PX = 2.0  # between the figure and its words
SMALL_POINTS, AIR_PX = 9.5, 5.0
SIDES_UP_PX, LEAST_UP_PX = 12.0, 4.0  # how much higher the sides' words begin at 200 %, and how near to the edge
ABOVE_INK = 0.23  # of a line of the margin's hand, over its tall letters
NARROW_PX = 320.0  # a narrower view of the back has no room for words beside the bar
BODY_MM = 1700.0  # a person's height; the spines are at 57 % of it
SPINES = 0.43  # from the top


def draw_margin(painter: QPainter, view: View, look: Look) -> None:
    """Paint all of it but the sides' words, that marks must not hide either."""
    draw_lasting(painter, view, look)
    draw_passing(painter, view, look)


def draw_lasting(painter: QPainter, view: View, look: Look) -> None:
    """Paint what stays as it is while the view moves: words and figure."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if has_room_for_words(view, look):
        _draw_words(painter, view, look)
    if has_room_for_figure(view, look):
        _draw_figure(painter, view, look)
    painter.restore()


def draw_passing(painter: QPainter, view: View, look: Look) -> None:
    """Paint what does not: the scale bar, and on the figure what is in view."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_scale(painter, view, look)
    if has_room_for_figure(view, look):
        _draw_frame(painter, view, look)
    painter.restore()


def lasting_boxes(view: View, look: Look) -> tuple[QRectF, ...]:
    """A box that holds what stays as it is: the figure with its words."""
    metrics = QFontMetricsF(_small(look))
    words = max(metrics.horizontalAdvance(_figure_words(view)), FIGURE_WIDE * _figure_px(view, look)) + 2 * MARGIN_PX
    figure = _figure_px(view, look) if has_room_for_figure(view, look) else 0.0
    foot = MARGIN_PX + figure + metrics.height() + 2 * AIR_PX
    box = QRectF(view.width - words, view.height - foot, words, foot)
    return (box.intersected(QRectF(0, 0, view.width, view.height)),)


def side_boxes(view: View, look: Look) -> tuple[QRectF, ...]:
    """Boxes apart from each other that hold either side's word."""
    metrics = QFontMetricsF(_small(look))
    wide = max(metrics.horizontalAdvance(side) for side in _sides()) + 2 * MARGIN_PX
    high = min(head_px(look) + AIR_PX, view.height)
    if 2 * wide > view.width:
        return (QRectF(0, 0, view.width, high),)
    return QRectF(0, 0, wide, high), QRectF(view.width - wide, 0, wide, high)


def passing_boxes(view: View, look: Look) -> tuple[QRectF, ...]:
    """The same for what does not stay: the scale bar, and the figure if there is one."""
    metrics = QFontMetricsF(_small(look))
    wide = MARGIN_PX + max(scale_bar(view.scale)[1], metrics.horizontalAdvance(_bar_words(view))) + MARGIN_PX
    high = MARGIN_PX + BAR_TICK_PX + metrics.height() + 2 * AIR_PX
    bar = QRectF(0, view.height - high, wide, high)
    figure = lasting_boxes(view, look)[-1]
    if not has_room_for_figure(view, look):
        return (bar,)
    bar.setRight(min(bar.right(), figure.left()))  # what lies beyond is in the figure's box
    return bar, figure


def head_px(look: Look) -> float:
    """How much of the view's upper end the margin's things may fill."""
    return MARGIN_PX + QFontMetricsF(_small(look)).height() + AIR_PX


def foot_px(view: View, look: Look) -> float:
    """How much of its lower end."""
    high = _figure_px(view, look) if has_room_for_figure(view, look) else BAR_TICK_PX
    return MARGIN_PX + high + QFontMetricsF(_small(look)).height() + AIR_PX


def reaches_margin(part: QRect, view: View, look: Look) -> bool:
    """Whether a part of the view has any of the margin's things in it; what they fill is measured only if need be."""
    return (
        part.height() >= view.height or part.top() < head_px(look) or part.bottom() > view.height - foot_px(view, look)
    )


def _figure_px(view: View, look: Look) -> float:
    """How high the figure is; 0 where there is no room for it."""
    return figure_px(view, look, MARGIN_PX, MARGIN_PX - AIR_PX + QFontMetricsF(_small(look)).height() + FOOT_PX)


def has_room_for_words(view: View, look: Look) -> bool:
    """Whether the words that tell from where it is seen stand clear of the scale bar."""
    return view.width >= max(0.0 if view.across else NARROW_PX, _words_and_bar_px(view, look))


def has_room_for_figure(view: View, look: Look) -> bool:
    """Whether there is a figure over them. The section has none."""
    return not view.across and has_room_for_words(view, look) and _figure_px(view, look) > 0


def _words_and_bar_px(view: View, look: Look) -> float:
    """How wide a view has to be so that the figure's words stand clear of the scale bar."""
    words = QFontMetricsF(_small(look)).horizontalAdvance(_figure_words(view))
    return scale_bar(view.scale)[1] + words + 3 * MARGIN_PX


def _figure_words(view: View) -> str:
    if view.across:
        return QCoreApplication.translate("Plate", "seen from below")
    return QCoreApplication.translate("Plate", "seen from behind")


def scale_bar(scale: float) -> tuple[int, float]:
    """The longest bar that fits, in mm and in px."""
    fitting = [length for length in BARS_MM if length * scale <= BAR_MAX_PX] or BARS_MM[:1]
    return fitting[-1], fitting[-1] * scale


def _small(look: Look) -> QFont:
    """The margin's hand."""
    font = reading_font(look, SMALL_POINTS)
    font.setItalic(True)
    return font


def slip_under(painter: QPainter, rect: QRectF, look: Look) -> None:
    """A breath of ground under what is drawn next, so that it can be read over the body too."""
    ground = QColor(look.ground)
    ground.setAlphaF(0.7)
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(-6, -2, 6, 2), 5, 5)
    painter.fillPath(path, ground)


def draw_sides(painter: QPainter, view: View, look: Look) -> None:
    """Paint which side is which: seen from behind, the person's own left is on the left.

    Large words stand higher than small ones, clear of the pins of a whole plate; elsewhere they lie over any pin.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_small(look))
    painter.setPen(QColor(look.muted))
    ink = max(MARGIN_PX - SIDES_UP_PX * max(look.text_scale - 1, 0.0), LEAST_UP_PX)
    top = ink - ABOVE_INK * QFontMetricsF(_small(look)).height()
    line = QRectF(MARGIN_PX, top, view.width - 2 * MARGIN_PX, head_px(look))
    top_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    top_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    for text, where in zip(_sides(), (top_left, top_right), strict=True):
        slip_under(painter, painter.boundingRect(line, where, text), look)
        painter.drawText(line, where, text)
    painter.restore()


def _sides() -> tuple[str, str]:
    """The person's own sides as one sees them."""
    return QCoreApplication.translate("Plate", "left"), QCoreApplication.translate("Plate", "right")


def _bar_words(view: View) -> str:
    """How long the scale bar is."""
    length = scale_bar(view.scale)[0]
    if length >= 10:
        return QCoreApplication.translate("Plate", "{length} cm").format(length=length // 10)
    return QCoreApplication.translate("Plate", "{length} mm").format(length=length)


def _draw_scale(painter: QPainter, view: View, look: Look) -> None:
    """A bar with end ticks and its length."""
    _, length = scale_bar(view.scale)
    text = _bar_words(view)
    y = view.height - MARGIN_PX
    metrics = QFontMetricsF(_small(look))
    base = QPointF(MARGIN_PX + 1, y - BAR_TICK_PX - metrics.descent())
    slip_under(painter, _box_of(text, base, metrics), look)
    for colour, width in ((look.ground, 4.4), (look.muted, 1.4)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(QPointF(MARGIN_PX, y), QPointF(MARGIN_PX + length, y))
        for x in (MARGIN_PX, MARGIN_PX + length):
            painter.drawLine(QPointF(x, y - BAR_TICK_PX), QPointF(x, y + 0.7))
    painter.setFont(_small(look))
    painter.setPen(QColor(look.muted))
    painter.drawText(base, text)


def _box_of(text: str, base: QPointF, metrics: QFontMetricsF) -> QRectF:
    """Where a text lies that is drawn from a point on its base line."""
    return QRectF(base.x(), base.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())


def _words_box(view: View, look: Look) -> QRectF:
    """Where it stands from where it is seen."""
    text, metrics = _figure_words(view), QFontMetricsF(_small(look))
    left = view.width - MARGIN_PX - metrics.horizontalAdvance(text)
    return _box_of(text, QPointF(left, view.height - MARGIN_PX + AIR_PX - metrics.descent()), metrics)


def _draw_words(painter: QPainter, view: View, look: Look) -> None:
    """From where it is seen."""
    font, box = _small(look), _words_box(view, look)
    slip_under(painter, box, look)
    painter.setFont(font)
    painter.setPen(QColor(look.muted))
    painter.drawText(box.topLeft() + QPointF(0, QFontMetricsF(font).ascent()), _figure_words(view))


def _stand(painter: QPainter, view: View, look: Look) -> float:
    """From now on paint where the figure stands, over the end of its words, one unit high; how many px that are."""
    high, box = _figure_px(view, look), _words_box(view, look)
    painter.translate(view.width - MARGIN_PX - FIGURE_WIDE / 2 * high, box.top() - high - FOOT_PX)
    painter.scale(high, high)
    return high


def _draw_figure(painter: QPainter, view: View, look: Look) -> None:
    """A small standing figure from behind."""
    _stand(painter, view, look)
    body = QColor(look.muted)
    body.setAlphaF(0.42)
    painter.fillPath(figure_path(), QColor(look.ground))
    painter.fillPath(figure_path(), body)


def _draw_frame(painter: QPainter, view: View, look: Look) -> None:
    """What is in view, marked on the figure."""
    high = _stand(painter, view, look)
    left, bottom, right, top = (side / BODY_MM for side in view.box())
    frame = QRectF(QPointF(left, SPINES - top), QPointF(right, SPINES - bottom))
    frame = frame.intersected(QRectF(-FIGURE_WIDE / 2, 0, FIGURE_WIDE, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.selected), 1.3 / high))
    painter.drawRect(frame)
