"""The whole plate as one pure function, the same for the screen, for paper and for a picture file."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dimples_gui.plate import labels
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.backdrop import draw_layer, layer_image
from dimples_gui.plate.frame import View
from dimples_gui.plate.isolation import can_be_isolated, draw_isolated
from dimples_gui.plate.margin import draw_margin, draw_sides
from dimples_gui.plate.marks import Marks, draw_marks
from dimples_gui.plate.naming import name_font, name_of, placed_labels
from dimples_gui.plate.note import hidden_note
from dimples_gui.scene import Scene
from dimples_gui.theme import Look

DIMMED = 0.65  # how strong the names of all else are, while one structure is isolated: still 4.5 times its ground


def draw(painter: QPainter, art: Art, view: View, scene: Scene, look: Look) -> None:
    """Paint a scene's plate over the view, as it looks with no pointer over it."""
    art.offer(scene)
    mix, guise = art.mix(scene.depth), art.guise(scene)
    draw_layer(painter, Sight(art, view, mix.upper, look, guise))
    if mix.share:
        deeper = Sight(art, view, mix.lower, look, guise)
        painter.setOpacity(mix.share)
        painter.drawImage(deeper.area, layer_image(deeper, painter.device().devicePixelRatioF()))
        painter.setOpacity(1)
    sight = Sight(art, view, art.layer(scene.depth), look)
    draw_margin(painter, view, look)
    marks = Marks(opened=scene.name, show_all=scene.hotspots)
    (draw_isolated if scene.isolated else draw_marks)(painter, sight, marks)
    draw_sides(painter, view, look)
    if scene.labels:
        draw_labels(painter, sight, placed_labels(sight), scene.name if scene.isolated else "")


def draw_labels(painter: QPainter, sight: Sight, placed: labels.Placed, isolated: str = "") -> None:
    """Names, leaders with a dot at the end, and how many names wait for more room; dimmed but for what is isolated."""
    look = sight.look
    all_else = DIMMED if can_be_isolated(sight, isolated) else 1.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label in placed.labels:
        if label.port is not None:
            painter.setOpacity(1.0 if label.key == isolated else all_else)
            _draw_leader(painter, QPointF(*label.port), QPointF(*label.anchor), look)
    for label in placed.labels:
        text = name_of(sight, label.key)
        painter.setFont(name_font(sight, text))
        painter.setOpacity(1.0 if label.key == isolated else all_else)
        _draw_name(painter, text, QRectF(label.left, label.top, label.width + 1, label.height), look)
    painter.setOpacity(1.0)
    if placed.hidden and (note := hidden_note(sight, placed.hidden)):
        painter.setFont(note.font)
        _draw_name(painter, note.text, note.rect, look)
    painter.restore()


def _draw_leader(painter: QPainter, port: QPointF, anchor: QPointF, look: Look) -> None:
    """A line to what a name means, with a dot at its end."""
    for colour, width, dot in ((look.halo, 3.4, 4.2), (look.leader, 1.1, 2.6)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(port, anchor)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(anchor, dot, dot)


def _draw_name(painter: QPainter, text: str, rect: QRectF, look: Look) -> None:
    """A name on a breath of ground, so that it can be read over the body too."""
    ground = QColor(look.ground)
    ground.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(-labels.SLIP_PX, 2, labels.SLIP_PX, -2), 4, 4)
    painter.setPen(QColor(look.label))
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
