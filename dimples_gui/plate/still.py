"""The idle view kept as pictures, so that pointing, opening and sliding between layers repaint almost nothing."""

from collections.abc import Iterator
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from dimples_gui.atlas.model import LAYERS
from dimples_gui.plate.art import Art, Mix, Sight
from dimples_gui.plate.backdrop import draw_body, draw_ink, draw_layer, draw_mixed, fill, layer_image
from dimples_gui.plate.frame import View
from dimples_gui.plate.piece import Piece
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from dimples_gui.body.build import Build
    from dimples_gui.plate.body_ink import BodyInk
    from dimples_gui.plate.lighting import Guise
    from dimples_gui.plate.nerves import CordSheet

PANNED = 2  # layers moved along; one out of view is not worth it
UNEVEN_PX = 0.05  # a pan by so much less than whole device pixels is none


class Kept:
    """A layer in the view, as it was drawn last; `ink` alone as soon as its light has changed."""

    def __init__(self, sight: Sight, ratio: float) -> None:
        """Ground, picture and ink, `ratio` device pixels to a logical one."""
        self.picture = QPixmap.fromImage(layer_image(sight, ratio))
        self._guise = sight.guise
        self._ink: Piece | None = None
        self._body_ink: BodyInk | None = None  # while the body changes
        self._cords: CordSheet | None = None

    def light(self, sight: Sight, *, at_once: bool) -> None:
        """Draw it anew in another light; the ink on it stays the same."""
        if sight.guise == self._guise and not self.is_behind:
            return
        same = _build(sight.guise) == _build(self._guise)
        if self._ink is None and same:
            self._ink = Piece(
                sight.area, self.picture.devicePixelRatio(), lambda onto: draw_ink(onto, sight, sight.area)
            )
        self._guise = sight.guise
        painter = QPainter(self.picture)
        fill(painter, sight.area, sight.look.ground)
        draw_body(painter, sight, sight.area)
        if self._ink and same:
            self._ink.paint(painter)
            self._body_ink = None
        else:
            from dimples_gui.plate.body_ink import BodyInk  # noqa: PLC0415  # a start shows the body that is drawn

            self._ink, self._body_ink = None, self._body_ink or BodyInk()
            self._body_ink.paint(painter, sight)
        self._cords = _draw_cords(painter, self._cords, [(sight, 1.0)], at_once=at_once)
        painter.end()

    @property
    def is_behind(self) -> bool:
        """Whether its nerves are still in the light before."""
        return self._cords is not None and self._cords.is_behind

    def forget_ink(self) -> None:
        """Its light is not going to change soon."""
        self._ink = self._body_ink = None
        if not self.is_behind:
            self._cords = None

    def pan(self, sight: Sight, dx: int, dy: int) -> None:
        """Move it by whole device pixels and draw what is laid bare; `sight` is the new one."""
        self._ink = self._body_ink = None
        self.picture.scroll(dx, dy, self.picture.rect())
        sight.guise = self._guise
        ratio = self.picture.devicePixelRatio()
        painter = QPainter(self.picture)
        for strip in _laid_bare(sight.view, dx / ratio, dy / ratio):
            draw_layer(painter, sight, strip)
        painter.end()


class Mixed:
    """Two layers mixed, in a light that moves: one picture of both, over which the ink of both is kept."""

    def __init__(self, upper: Sight, lower: Sight, mix: Mix, ratio: float) -> None:
        """Nothing is drawn yet."""
        self._mix, self._body = mix, _build(upper.guise)
        self._guise: Guise | None = None
        self.picture = QPixmap(ceil(upper.view.width * ratio), ceil(upper.view.height * ratio))
        self.picture.setDevicePixelRatio(ratio)
        self._cords: CordSheet | None = None
        self._ink = Piece(upper.area, ratio, partial(_draw_inks, ((upper, 1 - mix.share), (lower, mix.share))))

    def is_of(self, mix: Mix, sight: Sight) -> bool:
        """Whether it is of these layers, and of this body."""
        return (mix, _build(sight.guise)) == (self._mix, self._body)

    @property
    def is_behind(self) -> bool:
        """Whether its nerves are still in the light before."""
        return self._cords is not None and self._cords.is_behind

    def light(self, upper: Sight, lower: Sight, *, at_once: bool) -> None:
        """Draw it anew, in another light; the ink on it stays the same."""
        if upper.guise == self._guise and not self.is_behind:
            return
        self._guise = upper.guise
        painter = QPainter(self.picture)
        fill(painter, upper.area, upper.look.ground)
        draw_mixed(painter, upper, lower, self._mix.share)
        self._ink.paint(painter)
        shares = [(upper, 1 - self._mix.share), (lower, self._mix.share)]
        self._cords = _draw_cords(painter, self._cords, shares, at_once=at_once)
        painter.end()


class Still:
    """One crisp picture a layer of the current view.

    Panning moves the pictures and paints only what comes into view. Zooming shows them scaled until `forget`.
    """

    def __init__(self, art: Art) -> None:
        """Nothing is kept yet."""
        self._art = art
        self._layers: dict[str, Kept] = {}
        self._view = View(0, 0, 1, 0, 0)
        self._look: Look | None = None
        self._ratio = 1.0
        self._mixed: Mixed | None = None
        self._last: tuple[Mix, Guise | None] | None = None
        self._nerves = art.nerves
        self._at_once = True
        self.is_behind = False  # something is still shown in a light before, because the lamp moves

    def catch_up(self) -> None:
        """The next paint is in the light that there is now."""
        self._at_once = True

    def is_crisp(self, view: View) -> bool:
        """Whether what `paint` shows for this view is final."""
        return not self._layers or view == self._view

    def forget(self) -> None:
        """The next paint is crisp."""
        self._layers.clear()
        self._mixed = None

    def paint(self, painter: QPainter, view: View, mix: Mix, look: Look, guise: "Guise | None" = None) -> None:
        """Paint ground, pictures and ink over the view."""
        ratio = painter.device().devicePixelRatioF()
        if (look, ratio, self._art.nerves) != (self._look, self._ratio, self._nerves):
            self.forget()
        self._look, self._ratio, self._nerves = look, ratio, self._art.nerves
        if self._layers and view != self._view:
            self._pan(view, look)
        if not self.is_crisp(view) and mix.upper in self._layers:
            self._paint_scaled(painter, Sight(self._art, view, mix.nearer, look, guise), mix)
            return
        if view != self._view:
            self.forget()
        self._view = view
        upper, lower = (Sight(self._art, view, layer, look, guise) for layer in (mix.upper, mix.lower))
        light_moved = self._last is not None and self._last[0] == mix and self._last[1] != guise
        self._last = mix, guise
        if self._mixed and not self._mixed.is_of(mix, upper):
            self._mixed = None
        if self._mixed or (light_moved and mix.share and self._can_light(mix, guise)):
            self._paint_mixed(painter, upper, lower, mix)
        else:
            self._paint_layers(painter, upper, lower, mix)
        seen = [self._mixed] if self._mixed else [self._layers.get(layer) for layer in (mix.upper, mix.lower)]
        self.is_behind = any(kept.is_behind for kept in seen if kept)
        self._at_once = False

    def _can_light(self, mix: Mix, guise: "Guise | None") -> bool:
        """Whether both layers are worked out, neither shown as it was shipped."""
        return (
            guise is not None
            and not guise.sketched
            and all(
                not guise.is_shipped(layer) and self._art.lighting.can_light(layer, guise)
                for layer in (mix.upper, mix.lower)
            )
        )

    def _paint_mixed(self, painter: QPainter, upper: Sight, lower: Sight, mix: Mix) -> None:
        """As long as nothing but the light moves, one picture of both layers is quicker than two."""
        self._layers.clear()  # which show the light before
        self._mixed = self._mixed or Mixed(upper, lower, mix, self._ratio)
        self._mixed.light(upper, lower, at_once=self._at_once)
        painter.drawPixmap(0, 0, self._mixed.picture)

    def _paint_layers(self, painter: QPainter, upper: Sight, lower: Sight, mix: Mix) -> None:
        """Each layer is kept, so that others can be mixed at once."""
        painter.drawPixmap(0, 0, self._layer(upper))
        if mix.share:
            painter.setOpacity(mix.share)
            painter.drawPixmap(0, 0, self._layer(lower))
            painter.setOpacity(1)
        for kept in list(self._layers.values())[: -2 if mix.share else -1]:
            kept.forget_ink()

    def _layer(self, sight: Sight) -> QPixmap:
        """The picture of a layer in the current view."""
        kept = self._layers.pop(sight.layer, None) or Kept(sight, self._ratio)
        kept.light(sight, at_once=self._at_once)
        self._layers[sight.layer] = kept  # the one used last stands last
        return kept.picture

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
        for layer, kept in self._layers.items():
            kept.pan(Sight(self._art, view, layer, look), dx, dy)
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
            draw_body(painter, sight, sight.area)
            painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for layer, share in ((mix.upper, 1.0), (mix.lower, mix.share)):
            if share and layer in self._layers:
                painter.setOpacity(share)
                picture = self._layers[layer].picture
                painter.drawPixmap(place, picture, QRectF(picture.rect()))
        painter.restore()


def _draw_inks(layers: tuple[tuple[Sight, float], ...], painter: QPainter) -> None:
    """Draw layers' ink, as much of it as there is of each layer."""
    for sight, share in layers:
        painter.setOpacity(share)
        draw_ink(painter, sight, sight.area)


def _draw_cords(
    painter: QPainter, sheet: "CordSheet | None", sights: list[tuple[Sight, float]], *, at_once: bool
) -> "CordSheet | None":
    """Draw the nerves of layers of which so much is seen; on all that have any they are the same.

    The sheet on which they are kept, whose light changes seldom.
    """
    have = [(sight, share) for sight, share in sights if sight.art.cords(sight.layer)]
    if not have:
        return None
    from dimples_gui.plate.nerves import CordSheet  # noqa: PLC0415  # the first layer has none

    sheet = sheet or CordSheet()
    painter.setOpacity(sum(share for _, share in have))
    sheet.paint(painter, have[-1][0], at_once=at_once)
    return sheet


def _build(guise: "Guise | None") -> "Build | None":
    """The body in a guise; None for the drawn one."""
    return guise.build if guise and guise.has_other_skin(LAYERS[0]) else None


def _laid_bare(view: View, dx: float, dy: float) -> Iterator[QRectF]:
    """What of the view is uncovered when its content moves: a strip at a side, a strip at an end, or both."""
    wide, high = min(abs(dx), view.width), min(abs(dy), view.height)
    if wide:
        yield QRectF(0 if dx > 0 else view.width - wide, 0, wide, view.height)
    if high:
        yield QRectF(0, 0 if dy > 0 else view.height - high, view.width, high)
