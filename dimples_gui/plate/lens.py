"""The lens: round, held over the plate, it looks one layer deeper."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QRegion

from dimples_gui.overlay import announce
from dimples_gui.plate.art import Mix, Sight
from dimples_gui.plate.film import Film, draw_slip, slip_rect
from dimples_gui.plate.hotspots import Hotspot, hit
from dimples_gui.plate.layers import layer_name
from dimples_gui.plate.mark_sheet import MarkSheet
from dimples_gui.plate.marks import Marks, draw_marks, spot_name
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.plate.still import Still
from dimples_gui.scene import Scene

RADIUS_PX, MOST_SHARE = 104.0, 0.3  # of the lens; at most such a share of the plate's shorter side
RIM_PX, RIM_REACH_PX = 2.6, 4.0
SLIP_GAP_PX = 8.0


class Seen(NamedTuple):
    """What is seen through it: the layer, the hotspot in its middle, and both in words."""

    sight: Sight
    spot: Hotspot | None
    words: str


class Lens(Film):
    """Shows the deeper layer with its light, ink and hotspots around a point; a click opens what is in its middle."""

    entry_clicked = Signal(str)

    def __init__(self, plate: PaintedPlate) -> None:
        """Not held."""
        super().__init__(plate)
        self._at = QPointF()
        self._still = Still(self._art)
        self._sheet = MarkSheet()
        self._drawn = QRectF()
        self.setAccessibleName(self.tr("Lens"))
        plate.settled.connect(self._on_settled)

    def hold(self, at: QPointF) -> None:
        """Hold it over a point of the plate, in pixels."""
        self._at = at
        self.show()
        self._look_again()

    def move_to(self, at: QPointF) -> None:
        """Hold it elsewhere."""
        self._at = at
        self._look_again()

    def show_scene(self, scene: Scene) -> None:
        """Look one layer deeper than this scene."""
        super().show_scene(scene)
        if self.isVisible():
            self._look_again()
            self.update()

    def seen(self) -> Seen:
        """What is seen through it; from the bone, there is nothing deeper to be seen than the bone."""
        layers, here = self._art.layers, self.sight().layer
        sight = self._plate.sight_of(layers[min(layers.index(here) + 1, len(layers) - 1)])
        under = hit(sight.hotspots, *sight.view.to_mm(self._at.x(), self._at.y()), sight.pin_mm)
        words = layer_name(sight.layer)
        if sight.layer == here:
            words = self.tr("{layer}: nothing deeper is drawn").format(layer=words)
        elif under:
            words = self.tr("{layer}: {name}").format(layer=words, name=spot_name(sight.art, under[0]))
        return Seen(sight, under[0] if under else None, words)

    def words(self) -> str:
        """What it shows, in words."""
        return self.seen().words

    def _look_again(self) -> None:
        """Repaint where it was and where it is; tell a screen reader what came into its middle."""
        seen, before = self.seen(), self._drawn
        pointing = Qt.CursorShape.PointingHandCursor if seen.spot else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != pointing:
            self.setCursor(pointing)
        if seen.words != self.accessibleDescription():
            self.setAccessibleDescription(seen.words)
            announce(self._plate, seen.words)
        reach = RIM_REACH_PX
        self._drawn = self._round().united(self._slip(seen)).adjusted(-reach, -reach, reach, reach)
        self.update(before.united(self._drawn).toAlignedRect())

    def _round(self) -> QRectF:
        """The box of the glass."""
        radius = min(RADIUS_PX, MOST_SHARE * min(self.width(), self.height()))
        return QRectF(self._at.x() - radius, self._at.y() - radius, 2 * radius, 2 * radius)

    def _slip(self, seen: Seen) -> QRectF:
        """Where its words stand: below it, or above where there is no room."""
        around = self._round()
        below = QPointF(self._at.x(), around.bottom() + SLIP_GAP_PX)
        slip = slip_rect(seen.words, below, seen.sight.look, QRectF(self.rect()))
        if slip.top() < around.bottom():
            slip.moveTop(max(around.top() - SLIP_GAP_PX - slip.height(), 0.0))
        return slip

    def _on_settled(self) -> None:
        """The view is final: show it crisp here too."""
        self._still.forget()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows the pointer."""
        self.move_to(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is in its middle opens."""
        spot = self.seen().spot
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif spot:
            self.entry_clicked.emit(spot.entry)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing."""
        super().hideEvent(event)
        self._still.forget()
        self._sheet = MarkSheet()
        self.setAccessibleDescription("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The deeper layer in the glass, the rim, the words."""
        seen, box = self.seen(), self._round()
        look, glass = seen.sight.look, QPainterPath()
        glass.addEllipse(box)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipPath(glass)
        self._paint_layer(painter, seen, QRegion(box.toAlignedRect()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.halo, RIM_PX + 3), (look.selected, RIM_PX)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(box)
        draw_slip(painter, seen.words, self._slip(seen), look)

    def _paint_layer(self, painter: QPainter, seen: Seen, part: QRegion) -> None:
        """Its light, ink and marks, and the edge of what is in the middle."""
        sight, scene = seen.sight, self._scene
        self._still.catch_up()  # nothing here waits for the lamp to rest
        self._still.paint(painter, sight.view, Mix(sight.layer, sight.layer, 0.0), sight.look, sight.guise)
        marks = Marks(opened=scene.name, show_all=scene.hotspots)
        if scene.hotspots:
            self._sheet.paint(painter, sight, marks, part, isolated=False)
        else:
            draw_marks(painter, sight, marks, part)
        if seen.spot and seen.spot.kind != "pin":
            _trace(painter, sight, seen.spot)


def _trace(painter: QPainter, sight: Sight, spot: Hotspot) -> None:
    """The outline of what is pointed at, without a tint: what is in a lens is to be seen as it is."""
    path = sight.transform.map(spot.path)
    for colour, width in ((sight.look.halo, 4.0), (sight.look.hover, 1.8)):
        painter.strokePath(path, QPen(QColor(colour), width))
