"""A scene's plates on paper or in a picture file, painted by the functions that paint the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.body.tones import DEFAULT_TONE, TONES
from dimples_gui.export.paper import LOOK
from dimples_gui.plate import drawing
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.backdrop import fill
from dimples_gui.plate.frame import View, of_scene
from dimples_gui.plate.margin import draw_margin, draw_sides
from dimples_gui.plate.marks import Marks, draw_marks
from dimples_gui.plate.naming import placed_labels
from dimples_gui.plate.section_canvas import ALL, SectionArt
from dimples_gui.plate.section_ink import Ghost
from dimples_gui.plate.section_paint import Manner
from dimples_gui.plate.section_paint import draw as draw_cut
from dimples_gui.scene import BACK, BOTH, SECTION, Scene
from dimples_gui.theme import Look, reading_font

LETTER_POINTS = 13.0
GAP_PX = 14.0  # between two plates
CUT_ASPECT = 0.5  # of the section alone, whose names want room over and under it
PAIR_ASPECT = 0.62


@dataclass(frozen=True)
class Figure:
    """What is drawn of a scene: always one layer, never half of two."""

    atlas: Atlas
    art: Art  # with its pictures; lit as the scene wants
    scene: Scene
    look: Look = LOOK

    @property
    def aspect(self) -> float:
        """How high it is for its width."""
        plate, cut = self.atlas.plate, self.atlas.section
        if self.scene.compared and self.scene.plate != SECTION:
            return PAIR_ASPECT
        back, section = plate.height / plate.width, cut.height / cut.width if cut.layers else 0.0
        return {BACK: back, SECTION: CUT_ASPECT, BOTH: back + section}[self._shown]

    @property
    def _shown(self) -> str:
        """Which plates; an author's atlas may lack the section."""
        return self.scene.plate if self.atlas.section.layers else BACK

    def draw(self, painter: QPainter, area: QRectF) -> int:
        """Paint it into an area; how many names found no room."""
        scene = self.scene._replace(depth=float(LAYERS.index(self.scene.layer)))
        rects = self._divided(area)
        arts = [self.art, self.art.another()] if scene.compared else [self.art]
        views: list[View] = []
        hidden = 0
        for rect, part in zip(rects, self._parts(scene), strict=True):
            painter.save()
            painter.translate(rect.topLeft())
            painter.setClipRect(QRectF(QPointF(), rect.size()))
            if part.plate == SECTION:
                sight = _draw_section(painter, self.atlas, part, self.look, self._section_view(part, rect, views))
            else:
                sight = self._draw_back(painter, arts[len(views)], part, rect)
                views.append(sight.view)
            if scene.labels:
                placed = placed_labels(sight)
                hidden += placed.hidden
                isolated = scene.name if scene.isolated else ""
                drawing.draw_labels(painter, sight, placed._replace(hidden=0), isolated)
            painter.restore()
        if len(views) > 1:
            self._draw_letters(painter, rects)
        return hidden

    def _draw_back(self, painter: QPainter, art: Art, scene: Scene, rect: QRectF) -> Sight:
        """Paint the back without names; what was seen of it."""
        view = of_scene(self.atlas.plate, scene, rect.width(), rect.height())
        drawing.draw(painter, art, view, scene._replace(labels=False), self.look)
        return Sight(art, view, art.layer(scene.depth), self.look)

    def _parts(self, scene: Scene) -> list[Scene]:
        """The scene of each plate: two bodies' backs, the section."""
        back, section = scene._replace(plate=BACK, compared=None), scene._replace(plate=SECTION)
        backs = [back, back._replace(build=scene.compared)] if scene.compared else [back]
        return {BACK: backs, SECTION: [section], BOTH: [*backs, section]}[self._shown]

    def _divided(self, area: QRectF) -> list[QRectF]:
        """Where each of them goes."""
        rects = [QRectF(area)]
        if self._shown == BOTH:
            plate, cut = self.atlas.plate, self.atlas.section
            high = area.height() * plate.height / (plate.height + cut.height)
            rects = [
                QRectF(area.left(), area.top(), area.width(), high),
                area.adjusted(0, high, 0, 0),
            ]
        if self.scene.compared and self._shown != SECTION:
            first = rects.pop(0)
            half = (first.width() - GAP_PX) / 2
            left = QRectF(first.left(), first.top(), half, first.height())
            rects[:0] = [left, left.translated(half + GAP_PX, 0)]
        return rects

    def _section_view(self, scene: Scene, rect: QRectF, backs: list[View]) -> View:
        """As the scene says; under one back in one frame with it."""
        view = of_scene(self.atlas.section, scene, rect.width(), rect.height())
        return view._replace(scale=backs[0].scale, x=backs[0].x) if len(backs) == 1 else view

    def _draw_letters(self, painter: QPainter, rects: list[QRectF]) -> None:
        """Which body is which."""
        painter.setFont(reading_font(self.look, LETTER_POINTS))
        painter.setPen(QColor(self.look.text))
        for letter, rect in zip("AB", rects, strict=False):
            painter.drawText(QPointF(rect.center().x(), rect.top() + 18), letter)


def _draw_section(painter: QPainter, atlas: Atlas, scene: Scene, look: Look, view: View) -> Sight:
    """Paint the cut of the scene's body with its marks; what was seen of it."""
    art = SectionArt(atlas)
    art.show(scene)
    art.rest()
    sight = Sight(art, view, ALL, look)
    tone = next((tone for tone in TONES if tone.id == scene.tone), DEFAULT_TONE)
    fill(painter, sight.area, look.ground)
    manner = Manner(art.drawn, look, tone, art.body)
    draw_cut(painter, sight.transform, art.cut, manner, Ghost(art.other) if art.other else None)
    draw_margin(painter, view, look)
    draw_marks(painter, sight, Marks(opened=scene.name, show_all=scene.hotspots))
    draw_sides(painter, view, look)
    return sight


def whole(scene: Scene) -> Scene:
    """The same with the whole plate in view."""
    return scene._replace(zoom=0.0)


def left_out(hidden: int) -> str:
    """How many names found no room, in a sentence; nothing if all did."""
    if not hidden:
        return ""
    return QCoreApplication.translate("Figure", "Names that found no room: {count}.").format(count=hidden)


def told(atlas: Atlas, scene: Scene) -> str:
    """What a figure shows, in a sentence, for its caption and for those who don't see it."""
    entry = atlas.entries.get(scene.name)
    layers = {
        "skin": QCoreApplication.translate("Figure", "the skin"),
        "fat": QCoreApplication.translate("Figure", "the fat under the skin"),
        "muscle": QCoreApplication.translate("Figure", "muscles and fascia"),
        "ligament": QCoreApplication.translate("Figure", "the ligaments over the bone"),
        "bone": QCoreApplication.translate("Figure", "the bones"),
    }
    back = QCoreApplication.translate("Figure", "The lower back seen from behind: {layer}.")
    cut = QCoreApplication.translate("Figure", "The body cut across at the level of the dimples, seen from below.")
    marked = QCoreApplication.translate("Figure", "Marked: {name}.")
    parts = [back.format(layer=layers[scene.layer])] if scene.plate != SECTION else []
    parts += [cut] if scene.plate != BACK and atlas.section.layers else []
    parts += [marked.format(name=entry.title)] if entry else []
    return " ".join(parts)
