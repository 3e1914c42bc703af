"""What is drawn behind the words: pills with their signs, the cards of home, and the ground of what is behind a badge.

All rectangles are in document coordinates, px; the painter is moved there.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from dimples_gui.panels.geometry import CARDS, Plan
from dimples_gui.panels.leaf import Run
from dimples_gui.panels.typesetter import is_pill
from dimples_gui.theme import Look

# Signs of the verdicts as strokes in a unit square, so that they need no font.
SIGNS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "holds": (((0.05, 0.55), (0.37, 0.88), (0.95, 0.15)),),  # a tick
    "needs qualifying": (((0.0, 0.62), (0.22, 0.38), (0.5, 0.5), (0.78, 0.62), (1.0, 0.38)),),  # a wave
    "contested": (
        ((0.4, 0.1), (0.05, 0.5), (0.4, 0.9)),
        ((0.6, 0.1), (0.95, 0.5), (0.6, 0.9)),
    ),  # two points that face away from each other
    "contradicted": (((0.12, 0.12), (0.88, 0.88)), ((0.12, 0.88), (0.88, 0.12))),  # a cross
    "no evidence": (((0.5, 0.0), (0.85, 0.15), (1.0, 0.5), (0.85, 0.85), (0.5, 1.0), (0.15, 0.85), (0.0, 0.5),
                     (0.15, 0.15), (0.5, 0.0)),),  # an empty ring
    # and of how urgent a sign of illness is
    "now": (((0.5, 0.0), (1.0, 0.92), (0.0, 0.92), (0.5, 0.0)), ((0.5, 0.34), (0.5, 0.58)), ((0.5, 0.74), (0.5, 0.76))),
    "day": (((0.5, 0.0), (0.85, 0.15), (1.0, 0.5), (0.85, 0.85), (0.5, 1.0), (0.15, 0.85), (0.0, 0.5), (0.15, 0.15),
             (0.5, 0.0)), ((0.5, 0.25), (0.5, 0.52), (0.7, 0.64))),  # a clock
    "soon": (((0.05, 0.12), (0.95, 0.12), (0.95, 0.95), (0.05, 0.95), (0.05, 0.12)), ((0.05, 0.36), (0.95, 0.36)),
             ((0.3, 0.0), (0.3, 0.2)), ((0.7, 0.0), (0.7, 0.2))),  # a leaf of a calendar
}  # fmt: skip


def draw_plan(painter: QPainter, plan: Plan, seen: QRectF, look: Look, lit: str) -> None:
    """All of a page's ornaments within `seen`; `lit` is the link under the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ground in plan.grounds:
        if ground.area.intersects(seen):
            _draw_ground(painter, _sharp(ground.area), look, ground.grade)
    for span, area in plan.marks:
        if not area.intersects(seen):
            continue
        run, is_lit = span.run, bool(span.run.href) and span.run.href == lit
        if span.paragraph.role in CARDS:
            _draw_card(painter, _sharp(area), look, opens=bool(run.href), lit=is_lit)
        elif run.style == "verdict":
            _draw_verdict(painter, area, look, run.sign)
        elif is_pill(run):
            _draw_pill(painter, area, look, run, lit=is_lit)


def _ground_of(run: Run, look: Look) -> str:
    """The colour of a pill."""
    if run.style == "badge":
        return look.grade(run.sign)
    return look.chosen if run.style == "step-here" else look.window


def _sharp(rect: QRectF) -> QRectF:
    """So that a line of one pixel along the edge falls on one row of pixels."""
    return QRectF(rect.toRect()).adjusted(0.5, 0.5, -0.5, -0.5)


def _draw_pill(painter: QPainter, rect: QRectF, look: Look, run: Run, *, lit: bool) -> None:
    """A pill on its ground; with a chevron at its end if it can be opened."""
    painter.setPen(QPen(QColor(look.link if lit else look.rule), 1.2 if lit else 1.0))
    painter.setBrush(QColor(_ground_of(run, look)))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    if run.opened is None:
        return
    size = rect.height() * 0.42
    box = QRectF(0, 0, size, size / 2)
    box.moveCenter(QPointF(rect.right() - rect.height() * 0.58, rect.center().y()))
    painter.setPen(_pen(look.grade_text if run.style == "badge" else look.text, rect.height() * 0.075))
    if run.opened:
        points = [box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight()]
    else:
        points = [box.topLeft(), QPointF(box.center().x(), box.bottom()), box.topRight()]
    painter.drawPolyline(QPolygonF(points))


def _draw_verdict(painter: QPainter, rect: QRectF, look: Look, verdict: str) -> None:
    """A verdict's pill: an outline, with the verdict's sign at its start."""
    painter.setPen(QPen(QColor(look.muted), 1.0))
    painter.setBrush(QColor(look.page))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    size = rect.height() * 0.44
    box = QRectF(0, 0, size, size)
    box.moveCenter(QPointF(rect.left() + rect.height() * 0.62, rect.center().y()))
    painter.setPen(_pen(look.text, rect.height() * 0.085))
    for stroke in SIGNS[verdict]:
        painter.drawPolyline(QPolygonF([QPointF(box.x() + x * size, box.y() + y * size) for x, y in stroke]))


def _draw_ground(painter: QPainter, rect: QRectF, look: Look, grade: str) -> None:
    """The ground of what stands behind a badge, with a bar in the grade's colour; of what was unfolded, in none."""
    painter.setPen(QPen(QColor(look.rule), 1.0))
    painter.setBrush(QColor(look.window))
    painter.drawRoundedRect(rect, 6, 6)
    bar = QRectF(rect.left(), rect.top(), 5, rect.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.grade(grade) if grade else look.rule))
    painter.drawRoundedRect(bar, 2.5, 2.5)


def _draw_card(painter: QPainter, rect: QRectF, look: Look, *, opens: bool, lit: bool) -> None:
    """A question's card; with an arrow if it leads somewhere."""
    pen = QPen(QColor(look.link if lit else look.rule), 1.4 if lit else 1.0)
    if not opens:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(QColor(look.window) if opens else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 8, 8)
    if not opens:
        return
    size = 8.0 * look.text_scale**0.5
    tip = QPointF(rect.right() - size * 1.8, rect.center().y())
    painter.setPen(_pen(look.link, 1.8))
    painter.drawPolyline(QPolygonF([tip + QPointF(-size / 2, -size), tip, tip + QPointF(-size / 2, size)]))


def _pen(colour: str, width: float) -> QPen:
    """A round stroke."""
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
