"""The cut across the body as one pure function: what is fixed is kept as a picture of the view, the rest laid on it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import ceil
from threading import Lock, Thread
from typing import Final, NamedTuple, TypeVar

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from dimples_gui.atlas.model import Outline
from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.crosscut import CrossCut, crosscut
from dimples_gui.body.tones import DEFAULT_TONE, Tone
from dimples_gui.plate.backdrop import ink_width
from dimples_gui.plate.enlarged import fineness
from dimples_gui.plate.ink import Stroke
from dimples_gui.plate.section_bands import Base, base_of, living
from dimples_gui.plate.section_flesh import HIGH_MM, LEFT_MM, TOP_MM, WIDE_MM, flesh
from dimples_gui.plate.section_ink import (
    Ghost,
    draw_ghost,
    draw_hold,
    draw_ink,
    draw_twigs,
    lines_of,
    strokes_in,
)
from dimples_gui.plate.section_texture import Pixels, Window, lobules, picture_in
from dimples_gui.theme import Look, reading_font
from dimples_gui.workers import begin

Kept = TypeVar("Kept")

PLATE = QRectF(LEFT_MM, TOP_MM - HIGH_MM, WIDE_MM, HIGH_MM)  # mm, up is up: top() is its lower edge
MOST_PX = 4_000_000  # of a picture; one that were larger is drawn coarser
BRISK_PX = 120_000  # the same while the body changes
MOVED_MM = 9.0  # so far outside the view may lie what a body's muscles move into it
VIEWS, BODIES = 2, 3  # kept
LETTER_POINTS = 11.0


class Manner(NamedTuple):
    """What the cut is drawn from besides its layers: the outlines of section.svg, colours, what holds it down."""

    outlines: tuple[Outline, ...]
    look: Look
    tone: Tone = DEFAULT_TONE
    build: Build = DEFAULT
    brisk: bool = False  # drawn less finely where that is quicker, because another body is to follow at once


class Fixed(NamedTuple):
    """What is the same in every view; the outlines too, so that their id stays theirs."""

    outlines: tuple[Outline, ...]
    flesh: QImage
    strokes: tuple[Stroke, ...]


class Body(NamedTuple):
    """A body's cut in one view; the cut too, so that its id stays its own."""

    cut: CrossCut
    pixels: Pixels
    picture: QImage  # over the same memory


_threads: Final[OrderedDict[Hashable, Thread]] = OrderedDict()
_one_at_a_time: Final = Lock()
_fixed: Final[OrderedDict[Hashable, Fixed]] = OrderedDict()
_bases: Final[OrderedDict[Hashable, Base]] = OrderedDict()
_bodies: Final[OrderedDict[Hashable, Body]] = OrderedDict()


def draw(painter: QPainter, transform: QTransform, cut: CrossCut, manner: Manner, ghost: Ghost | None = None) -> None:
    """Paint the cut of a body, without a ground; `transform` leads from mm, up being up, to logical pixels.

    Nothing is painted twice for the same `cut` (the very object) in the same view. `ghost` is another body, of which
    only the skin is drawn, dashed.
    """
    margin = ceil(MOVED_MM * transform.m11())
    area = transform.mapRect(PLATE).toAlignedRect().intersected(painter.window().adjusted(0, -margin, 0, margin))
    if area.isEmpty():
        return
    ratio = fineness(painter)
    most = BRISK_PX if manner.brisk else MOST_PX
    ratio *= min(1.0, (most / (area.width() * area.height() * ratio * ratio)) ** 0.5)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(area), _body(_window(transform, area, ratio), ratio, cut, manner).picture)
    if ghost is not None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ghost(painter, transform, ghost, manner.look, reading_font(manner.look, LETTER_POINTS))
        painter.restore()


def prepare(outlines: tuple[Outline, ...]) -> None:
    """Make what takes longest, and is the same in every view, before it is wanted."""
    crosscut(DEFAULT)
    lobules()
    _kept(_fixed, id(outlines), 1, lambda: Fixed(outlines, flesh(outlines), strokes_in(outlines)))


def prepared(outlines: tuple[Outline, ...]) -> Thread:
    """The thread in which that is made, begun when it is asked for first; it takes most of a second."""
    with _one_at_a_time:
        return _kept(_threads, id(outlines), 1, lambda: begin(prepare, outlines))


def _window(transform: QTransform, area: QRect, ratio: float) -> Window:
    """The area, in logical pixels, as device pixels."""
    left, top = (transform.dx() - area.left()) * ratio, (transform.dy() - area.top()) * ratio
    return Window(round(area.width() * ratio), round(area.height() * ratio), transform.m11() * ratio, left, top)


def _body(window: Window, ratio: float, cut: CrossCut, manner: Manner) -> Body:
    """The cut in a view, with its lines."""
    view = (id(manner.outlines), window, manner.tone)
    width = ink_width(window.scale / ratio) * ratio

    def make() -> Body:
        base = _kept(_bases, view, VIEWS, lambda: base_of(window, _inked(window, manner, width), manner.tone))
        pixels = living(base, cut, lambda edges: lines_of(edges, width, window.scale), smooth=not manner.brisk)
        image = QImage(pixels.data, window.wide, window.high, QImage.Format.Format_ARGB32_Premultiplied)
        to_px = QTransform(window.scale, 0, 0, -window.scale, window.left, window.top)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_hold(painter, to_px, cut, manner.build, width)
        draw_twigs(painter, to_px, cut, width)
        painter.end()
        return Body(cut, pixels, image)

    return _kept(_bodies, (view, id(cut), manner.build.tether, manner.build.carved, manner.brisk), BODIES, make)


def _inked(window: Window, manner: Manner, width: float) -> QImage:
    """The fixed picture of a view, with its ink."""
    prepare(manner.outlines)
    fixed = _fixed[id(manner.outlines)]
    image = picture_in(window, fixed.flesh)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(QTransform(window.scale, 0, 0, -window.scale, window.left, window.top))
    draw_ink(painter, fixed.strokes, width / window.scale)
    painter.end()
    return image


def _kept(shelf: OrderedDict[Hashable, Kept], key: Hashable, most: int, make: Callable[[], Kept]) -> Kept:
    """What was made for a key, or is made now; of all, the last few used are kept."""
    made = shelf.pop(key, None)
    if made is None:
        made = make()
    shelf[key] = made
    while len(shelf) > most:
        shelf.popitem(last=False)
    return made
