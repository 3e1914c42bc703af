"""Where the plate lies in the view: from millimetres of the body to pixels, and back."""

from typing import NamedTuple

from dimples_gui.atlas.model import LAYERS, SECTION, Plate
from dimples_gui.scene import MAX_ZOOM, MIN_ZOOM, Scene

LIFE_SIZE = 96 / 25.4  # logical pixels a millimetre at 100 %
FIT_MARGIN_PX = 10.0
SLACK = 0.25  # how far the plate may be pulled over its edge, as a share of plate or view, whichever is smaller
SLIMMEST_MM = 80.0  # nearer to the midline than this there is body at every height
FADED_MM = (35.0, 12.0)  # at the plate's lower and upper end there is little to be seen
SOFT_MM = 16.0  # skin and fat over the muscles, which do not reach so far
NEAR_MM = 6.0  # a point of the surface's outline is never farther than that from any height


class View(NamedTuple):
    """A window onto the body: its size in logical pixels, pixels a millimetre, the point in its middle in mm.

    Onto the section, which is `across` the body, y is what is z elsewhere.
    """

    width: float
    height: float
    scale: float
    x: float
    y: float
    across: bool = False

    @property
    def zoom(self) -> float:
        """As a share of life size."""
        return self.scale / LIFE_SIZE

    def to_px(self, x: float, y: float) -> tuple[float, float]:
        """A point of the body as a point of the view, y down."""
        return self.width / 2 + (x - self.x) * self.scale, self.height / 2 - (y - self.y) * self.scale

    def to_mm(self, x: float, y: float) -> tuple[float, float]:
        """A point of the view as a point of the body, y up."""
        return self.x + (x - self.width / 2) / self.scale, self.y - (y - self.height / 2) / self.scale

    def box(self) -> tuple[float, float, float, float]:
        """What is in view: left, bottom, right, top in mm."""
        left, top = self.to_mm(0, 0)
        right, bottom = self.to_mm(self.width, self.height)
        return left, bottom, right, top


def fitted(plate: Plate, width: float, height: float) -> View:
    """The whole plate, as large as it goes, with a small margin."""
    room = max(width - 2 * FIT_MARGIN_PX, 1.0), max(height - 2 * FIT_MARGIN_PX, 1.0)
    scale = min(room[0] / plate.width, room[1] / plate.height)
    middle = plate.left + plate.width / 2, plate.bottom + plate.height / 2
    return View(width, height, scale, *middle, across=plate.name == SECTION)


def of_scene(plate: Plate, scene: Scene, width: float, height: float) -> View:
    """The view that a scene describes."""
    if not scene.zoom:
        return fitted(plate, width, height)
    across = plate.name == SECTION
    y = scene.z if across else scene.y
    return kept_near(plate, View(width, height, scene.zoom * LIFE_SIZE, scene.x, y, across))


def kept_near(plate: Plate, view: View) -> View:
    """The same view, moved if need be so that the plate cannot be lost."""
    wide, high = view.width / view.scale, view.height / view.scale
    x = _clamped(view.x, plate.left, plate.width, wide)
    low, top = plate.bottom + FADED_MM[0], plate.bottom + plate.height - FADED_MM[1]
    y = min(max(_clamped(view.y, plate.bottom, plate.height, high), low - SLACK * high), top + SLACK * high)
    if abs(x) - wide / 2 > SLIMMEST_MM:  # seldom; the plate's window is wider than the body in it
        most = _body_reach(plate, y - high / 2, y + high / 2) - SOFT_MM
        x = min(max(x, -most), most)
    return view._replace(x=x, y=y)


def _body_reach(plate: Plate, low: float, high: float) -> float:
    """How far from the midline the body's surface reaches somewhere between two heights, in mm."""
    reach = 0.0
    for outline in plate.outlines:
        if outline.layer == LAYERS[0]:
            numbers = [step for step in outline.steps if not isinstance(step, str)]
            heights = zip(numbers[::2], numbers[1::2], strict=True)
            reach = max([reach, *(abs(x) for x, y in heights if low - NEAR_MM <= y <= high + NEAR_MM)])
    return reach or plate.width / 2


def _clamped(middle: float, start: float, extent: float, seen: float) -> float:
    """The middle of the view along one axis, all in mm: the edges may be pulled inwards by some slack."""
    reach = abs(extent - seen) / 2 + SLACK * min(extent, seen)
    centre = start + extent / 2
    return min(max(middle, centre - reach), centre + reach)


def panned(plate: Plate, view: View, dx: float, dy: float) -> View:
    """The view after the plate was dragged by so many pixels."""
    return kept_near(plate, view._replace(x=view.x - dx / view.scale, y=view.y + dy / view.scale))


def zoomed(plate: Plate, view: View, factor: float, at: tuple[float, float] | None = None) -> View:
    """The view after zooming by a factor; the point of the body at the pixel `at` (else the middle) stays there."""
    px, py = at or (view.width / 2, view.height / 2)
    zoom = _zoom_within(fitted(plate, view.width, view.height), view.zoom, factor)
    scale = zoom * LIFE_SIZE
    x, y = view.to_mm(px, py)
    nearer = view._replace(scale=scale, x=x - (px - view.width / 2) / scale, y=y + (py - view.height / 2) / scale)
    return kept_near(plate, nearer)


def _zoom_within(whole: View, zoom: float, factor: float) -> float:
    """The zoom times the factor, within bounds; zooming out never enlarges.

    In a small window the whole plate may be below the least zoom that a scene can tell: between the two is nothing.
    """
    wanted = min(zoom * factor, MAX_ZOOM)
    if wanted >= MIN_ZOOM:
        return wanted
    return MIN_ZOOM if factor > 1 or (whole.zoom >= MIN_ZOOM and zoom >= MIN_ZOOM) else min(whole.zoom, zoom)


def snapped(view: View, ratio: float) -> View:
    """The view moved by less than a device pixel so that the origin falls on one: then panning moves whole pixels."""
    left, top = view.to_px(0, 0)
    dx, dy = round(left * ratio) / ratio - left, round(top * ratio) / ratio - top
    return view._replace(x=view.x - dx / view.scale, y=view.y + dy / view.scale)
