"""The idle view kept as pictures, so that pointing, opening and sliding between layers repaint almost nothing."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from dimples_gui.plate.art import Art, Mix, Sight
from dimples_gui.plate.backdrop import draw_body, draw_layer, fill, layer_image
from dimples_gui.plate.frame import View
from dimples_gui.theme import Look

KEPT = 3  # layers kept at once: the two in view and the last one
PANNED = 2  # layers moved along; one out of view is not worth it
UNEVEN_PX = 0.05  # a pan by so much less than whole device pixels is none


class Still:
    """One crisp picture a layer of the current view.

    Panning moves the pictures and paints only what comes into view. Zooming shows them scaled until `forget`.
    """

    def __init__(self, art: Art) -> None:
        """Nothing is kept yet."""
        self._art = art
        self._layers: dict[str, QPixmap] = {}
        self._view = View(0, 0, 1, 0, 0)
        self._look: Look | None = None
        self._ratio = 1.0

    def is_crisp(self, view: View) -> bool:
        """Whether what `paint` shows for this view is final."""
        return not self._layers or view == self._view

    def forget(self) -> None:
        """The next paint is crisp."""
        self._layers.clear()

    def paint(self, painter: QPainter, view: View, mix: Mix, look: Look) -> None:
        """Paint ground, pictures and ink over the view."""
        ratio = painter.device().devicePixelRatioF()
        if (look, ratio) != (self._look, self._ratio):
            self.forget()
        self._look, self._ratio = look, ratio
        if self._layers and view != self._view:
            self._pan(view, look)
        if not self.is_crisp(view) and mix.upper in self._layers:
            self._paint_scaled(painter, Sight(self._art, view, mix.nearer, look), mix)
            return
        if view != self._view:
            self.forget()
        self._view = view
        painter.drawPixmap(0, 0, self._layer(mix.upper, look))
        if mix.share:
            painter.setOpacity(mix.share)
            painter.drawPixmap(0, 0, self._layer(mix.lower, look))
            painter.setOpacity(1)

    def _layer(self, layer: str, look: Look) -> QPixmap:
        """The picture of a layer in the current view; the one not used for longest makes room."""
        picture = self._layers.pop(layer, None)
        if picture is None:
            sight = Sight(self._art, self._view, layer, look)
            picture = QPixmap.fromImage(layer_image(sight, self._ratio))
        self._layers[layer] = picture
        while len(self._layers) > KEPT:
            self._layers.pop(next(iter(self._layers)))
        return picture

    def _pan(self, view: View, look: Look) -> None:
        """If the view was only moved, by whole device pixels, move the pictures and paint what is laid bare."""
        (x, y), (old_x, old_y) = view.to_px(0, 0), self._view.to_px(0, 0)
        across, down = (x - old_x) * self._ratio, (y - old_y) * self._ratio
        dx, dy = round(across), round(down)
        same = (view.width, view.height, view.scale) == (self._view.width, self._view.height, self._view.scale)
        if not same or max(abs(dx - across), abs(dy - down)) > UNEVEN_PX:
            return
        while len(self._layers) > PANNED:
            self._layers.pop(next(iter(self._layers)))
        for layer, picture in self._layers.items():
            picture.scroll(dx, dy, picture.rect())
            painter = QPainter(picture)
            for strip in _laid_bare(view, dx / self._ratio, dy / self._ratio):
                draw_layer(painter, Sight(self._art, view, layer, look), strip)
            painter.end()
        self._view = view

    def _paint_scaled(self, painter: QPainter, sight: Sight, mix: Mix) -> None:
        """Show the kept pictures where they would lie in another view; around them the bare body."""
        left, top = sight.view.to_px(*self._view.to_mm(0, 0))
        grown = sight.view.scale / self._view.scale
        place = QRectF(left, top, self._view.width * grown, self._view.height * grown)
        painter.save()
        if not place.contains(sight.area):
            around = QRegion(sight.area.toAlignedRect()) - QRegion(place.toRect().adjusted(1, 1, -1, -1))
            painter.setClipRegion(around)
            fill(painter, sight.area, sight.look.ground)
            draw_body(painter, sight)
            painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for layer, share in ((mix.upper, 1.0), (mix.lower, mix.share)):
            if share and layer in self._layers:
                painter.setOpacity(share)
                picture = self._layers[layer]
                painter.drawPixmap(place, picture, QRectF(picture.rect()))
        painter.restore()


def _laid_bare(view: View, dx: float, dy: float) -> Iterator[QRectF]:
    """What of the view is uncovered when its content moves: a strip at a side, a strip at an end, or both."""
    wide, high = min(abs(dx), view.width), min(abs(dy), view.height)
    if wide:
        yield QRectF(0 if dx > 0 else view.width - wide, 0, wide, view.height)
    if high:
        yield QRectF(0, 0 if dy > 0 else view.height - high, view.width, high)
