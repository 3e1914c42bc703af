"""The section to point at: it follows the body, and stands under the back in one frame with it."""

from collections.abc import Callable, Iterator
from operator import is_not
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from dimples_gui.atlas.model import LAYERS, Atlas, Outline
from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.crosscut import CrossCut, crosscut
from dimples_gui.body.explanation import called
from dimples_gui.body.tones import DEFAULT_TONE, TONES
from dimples_gui.plate import frame
from dimples_gui.plate.art import Art, Mix, Sight
from dimples_gui.plate.backdrop import fill
from dimples_gui.plate.canvas import HotspotCanvas
from dimples_gui.plate.hotspots import Hotspot, on_layer
from dimples_gui.plate.ink import Stroke
from dimples_gui.plate.section_ink import Ghost
from dimples_gui.plate.section_paint import Manner, draw, prepared
from dimples_gui.plate.section_spots import living_outlines
from dimples_gui.plate.still import Still
from dimples_gui.scene import Scene
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from dimples_gui.plate.lighting import Guise

ALL = LAYERS[0]  # in the section all layers are seen at once, as if they were one
FADED_MM, FADED = -84.0, 0.92  # where it has nearly faded: towards the front, and of the way to the flank
READY_MS = 15  # how often to ask whether there is a picture
REST_MS = 80  # after the body last changed, names and buttons go where it is now


class SectionArt(Art):
    """The section of one atlas, in the body that is shown."""

    def __init__(self, atlas: Atlas) -> None:
        """The middling body until `show`."""
        self.drawn = atlas.section.outlines
        plate = atlas.section._replace(layers=(ALL,), outlines=())
        entries = {
            id_: entry._replace(outlines=entry.cut, layers=(ALL,), ring=None, pin=None)
            for id_, entry in atlas.entries.items()
        }
        super().__init__(atlas._replace(plate=plate, entries=entries), lambda _layer: None)
        self._shows: tuple[object, ...] = ()
        self.body: Build = DEFAULT
        self.cut = crosscut(DEFAULT)
        self.other: CrossCut | None = None

    def show(self, scene: Scene) -> bool:
        """Take the bodies of a scene, to be drawn; whether they are others than before. See `rest`."""
        shows = scene.build, scene.explanation, scene.compared
        if shows == self._shows:
            return False
        self._shows, self.is_moving = shows, True
        explanation = called(scene.explanation)
        self.body, self.cut = scene.build, crosscut(scene.build, explanation)
        self.other = crosscut(scene.compared, explanation) if scene.compared else None
        return True

    def rest(self) -> None:
        """The body has come to rest: what can be pointed at lies elsewhere now. To find it takes two frames' time."""
        self.is_moving = False
        self._hotspots.clear()
        self._grids.clear()

    def outlines(self, _layer: str) -> tuple[Outline, ...]:
        """All of them, as they lie in this body."""
        return living_outlines(self.drawn, self.cut, self.body.tether)

    def hotspots(self, layer: str) -> tuple[Hotspot, ...]:
        """What can be pointed at, in reading order."""
        key = layer, self.offered
        if key not in self._hotspots:
            outlines = {outline.id: outline for outline in self.outlines(layer)}
            self._hotspots[key] = on_layer(self.atlas.entries, outlines, ALL, self.window(layer))
        return self._hotspots[key]

    def window(self, _layer: str) -> QRectF:
        """What of it is well seen, in mm; top() is the lower edge. Further to the front and to the flanks it fades."""
        wide = FADED * float(self.cut.x[-1])
        return QRectF(-wide, FADED_MM, 2 * wide, self.plate.bottom + self.plate.height - FADED_MM)

    def prefetch(self, _layer: str) -> None:
        """Nothing: there is no picture to be read."""

    def prepare_sketches(self) -> None:
        """Nothing: the cut is quick enough."""

    def guise(self, _scene: Scene) -> "Guise | None":
        """None: the lamp does not move over a cut."""
        return None

    def find_all_ink(self) -> Iterator[None]:
        """Nothing: the ink is part of the picture."""
        return iter(())

    def ink(self, _layer: str) -> tuple[Stroke, ...]:
        """Nothing, see above."""
        return ()


class SectionStill(Still):
    """The section as it was drawn last; while one zooms or pans it is only moved and scaled until `forget`."""

    def __init__(self, art: SectionArt) -> None:
        """Nothing is kept yet."""
        super().__init__(art)
        self._section = art
        self.tone = DEFAULT_TONE
        self._picture = QPixmap()
        self._drawn: frame.View | None = None
        self._shows: tuple[object, ...] = ()
        self._bodies: tuple[CrossCut | None, ...] = ()
        self._preparing = prepared(art.drawn)

    @property
    def is_ready(self) -> bool:
        """Whether `paint` shows more than the ground."""
        return not self._preparing.is_alive()

    def wait(self) -> None:
        """Until it is ready."""
        self._preparing.join()

    def is_crisp(self, view: frame.View) -> bool:
        """Whether what `paint` shows for this view is final."""
        return self._drawn in (None, view)

    def forget(self) -> None:
        """The next paint is crisp."""
        self._drawn = None

    def paint(self, painter: QPainter, view: frame.View, mix: Mix, look: Look, guise: "Guise | None" = None) -> None:
        """Paint ground and cut over the view."""
        sight = Sight(self._art, view, mix.nearer, look, guise)
        if not self.is_ready:
            fill(painter, sight.area, look.ground)
            return
        if self._drawn is not None and view != self._drawn:
            self._paint_moved(painter, sight, self._drawn)
            return
        if self._section.is_moving:
            fill(painter, sight.area, look.ground)
            self._draw(painter, sight, brisk=True)
            return
        ratio = painter.device().devicePixelRatioF()
        shows, bodies = (view, look, self.tone, ratio), (self._section.cut, self._section.other)
        if shows != self._shows or any(map(is_not, bodies, self._bodies)):
            self._picture = QPixmap.fromImage(self._image(sight, ratio))
            self._shows, self._bodies = shows, bodies
        self._drawn = view
        painter.drawPixmap(0, 0, self._picture)

    def _image(self, sight: Sight, ratio: float) -> QImage:
        """Ground and cut, `ratio` device pixels to a logical one."""
        size = round(sight.view.width * ratio), round(sight.view.height * ratio)
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        fill(painter, sight.area, sight.look.ground)
        self._draw(painter, sight)
        painter.end()
        return image

    def _draw(self, painter: QPainter, sight: Sight, *, brisk: bool = False) -> None:
        art = self._section
        manner = Manner(art.drawn, sight.look, self.tone, art.body, brisk)
        draw(painter, sight.transform, art.cut, manner, Ghost(art.other) if art.other else None)

    def _paint_moved(self, painter: QPainter, sight: Sight, before: frame.View) -> None:
        """The kept picture where it would lie in another view."""
        fill(painter, sight.area, sight.look.ground)
        left, top = sight.view.to_px(*before.to_mm(0, 0))
        grown = sight.view.scale / before.scale
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(QTransform(grown, 0, 0, grown, left, top), combine=True)
        painter.drawPixmap(0, 0, self._picture)
        painter.restore()


class SectionCanvas(HotspotCanvas):
    """The section on screen."""

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        """The ground alone until `show_scene`."""
        self._section = SectionArt(atlas)
        self._cut_still = SectionStill(self._section)
        super().__init__(self._section, self._cut_still, look, parent)
        self.over: Callable[[], frame.View | None] = lambda: None  # the view of the back that stands over it
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._on_rest)
        self._awaiting = QTimer(self)
        self._awaiting.setInterval(READY_MS)
        self._awaiting.timeout.connect(self._await)
        self._awaiting.start()

    def show_scene(self, scene: Scene) -> None:
        """Show its bodies, its view and its entry."""
        tone = next((tone for tone in TONES if tone.id == scene.tone), DEFAULT_TONE)
        if self._section.show(scene) or tone != self._cut_still.tone:
            self._cut_still.tone = tone
            self.update()
            self._resting.start()
        super().show_scene(scene)

    def settle(self) -> None:
        """Draw crisp at the next paint, with names and buttons where they belong."""
        self._cut_still.wait()
        self._await()
        if self._resting.isActive():
            self._on_rest()
        super().settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What that takes, on a slow machine long, is no rest of a body that changes."""
        super().paintEvent(event)
        if self._resting.isActive():
            self._resting.start()

    def follow(self) -> None:
        """The back over it is seen from elsewhere."""
        self._place_view()

    def _await(self) -> None:
        """Paint the picture as soon as it can be had."""
        if self._awaiting.isActive() and self._cut_still.is_ready:
            self._awaiting.stop()
            self.update()

    def _on_rest(self) -> None:
        self._resting.stop()
        self._section.rest()
        self._names.forget()
        self._mark_sheet = None
        if self._buttons:
            self._lay_buttons(self._buttons)
        self.update()

    def _view_of(self, width: int, height: int) -> frame.View:
        """As the scene says; under the back, in one frame with it."""
        view = super()._view_of(width, height)
        over = self.over()
        return view._replace(scale=over.scale, x=over.x) if over else view

    def _said_name(self, count: int) -> str:
        """Where it is cut is part of it."""
        return self.tr("Plate: the body cut across at the level of the spines; hotspots: %n", "", count)
