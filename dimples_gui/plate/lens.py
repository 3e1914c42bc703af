"""The lens: round, held over the plate, it looks one layer deeper."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QRegion

from dimples_gui.overlay import announce
from dimples_gui.plate.art import Mix, Sight
from dimples_gui.plate.film import Film, draw_slip, slip_rect
from dimples_gui.plate.hotspots import hit
from dimples_gui.plate.layers import layer_name
from dimples_gui.plate.marks import Marks, draw_marks, spot_name
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.plate.still import Still
from dimples_gui.scene import Scene

RADIUS_PX, MOST_SHARE = 104.0, 0.3  # of the lens; at most such a share of the plate's shorter side
RIM_PX, RIM_REACH_PX = 2.6, 4.0
SLIP_GAP_PX = 8.0


class Lens(Film):
    """Shows the deeper layer with its light, ink and hotspots around a point; a click opens what is in its middle."""

    entry_clicked = Signal(str)

    def __init__(self, plate: PaintedPlate) -> None:
        """Not held."""
        super().__init__(plate)
        self._at = QPointF()
        self._still = Still(self._art)
        self._said = ""
        plate.settled.connect(self._on_settled)

    def hold(self, at: QPointF) -> None:
        """Hold it over a point of the plate, in pixels."""
        self._at = at
        self.show()
        self._say()

    def move_to(self, at: QPointF) -> None:
        """Hold it elsewhere."""
        before, self._at = self._drawn(), at
        pointing = Qt.CursorShape.PointingHandCursor if self._marks().named else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != pointing:
            self.setCursor(pointing)
        self._say()
        self.update(before.united(self._drawn()).toAlignedRect())

    def show_scene(self, scene: Scene) -> None:
        """Look one layer deeper than this scene."""
        super().show_scene(scene)
        if self.isVisible():
            self._say()
            self.update()

    def deeper(self) -> Sight:
        """What is seen through it; from the bone, there is nothing deeper to be seen than the bone."""
        layers, here = self._art.layers, self.sight().layer
        return self._plate.sight_of(layers[min(layers.index(here) + 1, len(layers) - 1)])

    def words(self) -> str:
        """What it shows, for a slip and for a screen reader."""
        sight, marks = self.deeper(), self._marks()
        if sight.layer == self.sight().layer:
            return self.tr("{layer}: nothing deeper is drawn").format(layer=layer_name(sight.layer))
        named = [spot_name(sight.art, spot) for spot in sight.hotspots if spot.key == marks.named]
        if not named:
            return layer_name(sight.layer)
        return self.tr("{layer}: {name}").format(layer=layer_name(sight.layer), name=named[0])

    @property
    def _radius(self) -> float:
        return min(RADIUS_PX, MOST_SHARE * min(self.width(), self.height()))

    def _round(self) -> QRectF:
        """The box of the glass."""
        radius = self._radius
        return QRectF(self._at.x() - radius, self._at.y() - radius, 2 * radius, 2 * radius)

    def _slip(self) -> QRectF:
        """Where its words stand: below it, or above where there is no room."""
        around, look = self._round(), self.deeper().look
        slip = slip_rect(self.words(), QPointF(self._at.x(), around.bottom() + SLIP_GAP_PX), look, QRectF(self.rect()))
        if slip.top() < around.bottom():
            slip.moveTop(max(around.top() - SLIP_GAP_PX - slip.height(), 0.0))
        return slip

    def _drawn(self) -> QRectF:
        """All that it covers."""
        reach = RIM_REACH_PX
        return self._round().united(self._slip()).adjusted(-reach, -reach, reach, reach)

    def _marks(self) -> Marks:
        """What is emphasised in it."""
        sight = self.deeper()
        under = hit(sight.hotspots, *sight.view.to_mm(self._at.x(), self._at.y()), sight.pin_mm)
        key = under[0].key if under else ""
        return Marks((key,) if key else (), key, opened=self._scene.name, show_all=self._scene.hotspots)

    def _say(self) -> None:
        """Tell a screen reader what came into its middle."""
        words = self.words()
        if words != self._said:
            self._said = words
            self.setAccessibleName(self.tr("Lens"))
            self.setAccessibleDescription(words)
            announce(self._plate, words)

    def _on_settled(self) -> None:
        """The view is final: show it crisp here too."""
        self._still.forget()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows the pointer."""
        self.move_to(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is in its middle opens."""
        sight, named = self.deeper(), self._marks().named
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        for spot in sight.hotspots:
            if spot.key == named and event.button() == Qt.MouseButton.LeftButton:
                self.entry_clicked.emit(spot.entry)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing."""
        super().hideEvent(event)
        self._still.forget()
        self._said = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The deeper layer in the glass, the rim, the words."""
        sight, box = self.deeper(), self._round()
        glass = QPainterPath()
        glass.addEllipse(box)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipPath(glass)
        self._still.paint(painter, sight.view, Mix(sight.layer, sight.layer, 0.0), sight.look, sight.guise)
        draw_marks(painter, sight, self._marks(), QRegion(box.toAlignedRect()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((sight.look.halo, RIM_PX + 3), (sight.look.selected, RIM_PX)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(box)
        draw_slip(painter, self.words(), self._slip(), sight.look)
