"""The outlines of the cut as they lie in one body: what is drawn is carried along, what is not is worked out."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

import numpy as np

from dimples_gui.atlas.model import Outline
from dimples_gui.body.build import DEFAULT
from dimples_gui.body.crosscut import CrossCut, crosscut
from dimples_gui.body.shapes import Field
from dimples_gui.plate.section_bands import SINK_MM
from dimples_gui.plate.section_ink import FOOT_MM, HEAD_MM, SPINE_X, TWIGS

REACH = 0.88  # of the way to the flank, where bands can be pointed at: further out they fade
STEP = 4  # every so many points of a line are enough to point at
SHEET_MM = 0.8  # half as thick as the superficial fascia can be pointed at
DENT_MM = 14.0  # how far beside the spine the skin is the dimple's
TWIG_MM = 1.2  # around a nerve, where it can still be pointed at
LEAST_MM = 0.2  # to divide by

Lines = Callable[[CrossCut], Iterable[tuple[str, Field, Field]]]


class Line(NamedTuple):
    """Points from left to right, mm."""

    x: Field
    z: Field


def living_outlines(drawn: Iterable[Outline], cut: CrossCut, tether: float) -> tuple[Outline, ...]:
    """All outlines of the section in a body; without the fibres where its skin is not held down (`tether` 0)."""
    own = {outline.id: outline for outline in _worked_out(cut)}
    kept = [outline for outline in drawn if outline.id not in own and not outline.crease]
    if tether <= 0:
        own = {name: outline for name, outline in own.items() if not name.startswith("cut-tether")}
    return (*_carried([outline for outline in kept if not outline.id.startswith("cut-tether")], cut), *own.values())


def _worked_out(cut: CrossCut) -> Iterator[Outline]:
    """What follows the body."""
    sheet = cut.superficial_fascia
    yield _between("cut-subcutaneous-fat", cut.x, cut.fat, cut.thoracolumbar_fascia)
    yield _between("cut-superficial-fascia", cut.x, sheet + np.float32(SHEET_MM), sheet - np.float32(SHEET_MM))
    yield _between("cut-thoracolumbar-fascia", cut.x, cut.thoracolumbar_fascia, cut.muscle)
    for side, name in ((-1, "left"), (1, "right")):
        yield _dimple(cut, side, f"cut-dimple-{name}")
        yield _tether(cut, side, f"cut-tether-{name}")
        yield _twigs(cut, side, f"cut-middle-cluneal-nerves-{name}")


def _between(name: str, x: Field, upper: Field, lower: Field) -> Outline:
    """A band, as far out as it is well seen."""
    seen = np.flatnonzero(np.abs(x) <= REACH * x[-1])[::STEP]
    over = zip(x[seen].tolist(), upper[seen].tolist(), strict=True)
    under = zip(x[seen[::-1]].tolist(), lower[seen[::-1]].tolist(), strict=True)
    return _polygon(name, [*over, *under])


def _polygon(name: str, points: Iterable[tuple[float, float]]) -> Outline:
    steps: list[str | float] = []
    for x, z in points:
        steps += ("L" if steps else "M", x, z)
    return Outline(name, "", crease=False, steps=(*steps, "Z"))


def _dimple(cut: CrossCut, side: int, name: str) -> Outline:
    """The skin around the spine, and the hollow over it up to its rim."""
    x = np.linspace(side * SPINE_X - DENT_MM, side * SPINE_X + DENT_MM, 15, dtype=np.float32)
    skin = np.interp(x, cut.x, cut.skin)
    rim = np.maximum(np.linspace(skin[0], skin[-1], x.size), skin)
    over, under = zip(x.tolist(), rim.tolist(), strict=True), zip(x, np.interp(x, cut.x, cut.fat), strict=True)
    return _polygon(name, [*over, *((float(a), float(b)) for a, b in reversed(list(under)))])


def _tether(cut: CrossCut, side: int, name: str) -> Outline:
    """The fibres, from bone to skin."""
    feet = np.array([-FOOT_MM, 0.0, FOOT_MM]) + SPINE_X
    heads = np.array([HEAD_MM, 0.0, -HEAD_MM]) + SPINE_X
    low, high = np.interp(feet, cut.bone_x, cut.bone), np.interp(heads, cut.x, cut.fat)
    corners = [*zip(feet.tolist(), low.tolist(), strict=True), *zip(heads.tolist(), high.tolist(), strict=True)]
    return _polygon(name, [(side * x, z) for x, z in corners])


def _twigs(cut: CrossCut, side: int, name: str) -> Outline:
    """The nerves in the fat over the fascia."""
    boxes = []
    for x, above, radius in TWIGS:
        z, reach = float(np.interp(x, cut.x, cut.thoracolumbar_fascia)) + above, radius + TWIG_MM
        boxes.append((x - reach, z - reach, x + reach, z + reach))
    left, low, right, high = (min(box[0] for box in boxes), min(box[1] for box in boxes),
                              max(box[2] for box in boxes), max(box[3] for box in boxes))  # fmt: skip
    return _polygon(name, [(side * x, z) for x, z in ((left, low), (right, low), (right, high), (left, high))])


def _carried(outlines: list[Outline], cut: CrossCut) -> Iterator[Outline]:
    """The drawn outlines, moved as the muscles' upper edge moved with the body; below the floor nothing moves."""
    numbers = np.array([step for outline in outlines for step in outline.steps if not isinstance(step, str)])
    x, z = numbers[::2], numbers[1::2]
    middling, floor = _middling()
    top, low = np.interp(x, middling.x, middling.z), np.interp(x, floor.x, floor.z)
    share = np.clip(z - low, 0, None) / np.maximum(top - low, LEAST_MM)
    numbers[1::2] = z + share * (np.interp(x, cut.x, cut.muscle) - top)
    values = iter(numbers.tolist())
    for outline in outlines:
        yield outline._replace(steps=tuple(step if isinstance(step, str) else next(values) for step in outline.steps))


@cache
def _middling() -> tuple[Line, Line]:
    """Where the muscles of the middling body end, and down to where they are carried along."""
    cut = crosscut(DEFAULT)
    bone = np.interp(cut.x, cut.bone_x, cut.bone, left=-np.inf, right=-np.inf)
    floor = np.maximum(np.minimum(bone, cut.muscle - LEAST_MM), cut.muscle - SINK_MM)
    return Line(cut.x, cut.muscle), Line(cut.x, floor.astype(np.float32))
