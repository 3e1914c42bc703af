"""What lies under a point of the plate, from the surface down."""

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from dimples_gui.atlas.model import LAYERS, Atlas
from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.explanation import DRAWN, Explanation
from dimples_gui.icons import path_of

SKIN, FAT = LAYERS[0], LAYERS[1]


class Found(NamedTuple):
    """One thing that lies there; `entry` is empty for what has none: skin or fat as such."""

    layer: str
    entry: str
    thick_mm: float | None = None  # illustrative; known of the fat


class Stack:
    """All outlines of entries, ready to be asked."""

    def __init__(self, atlas: Atlas) -> None:
        """In paint order: within a layer the last one lies on top."""
        entry_of = {outline: entry.id for entry in atlas.entries.values() for outline in entry.outlines}
        closed = [outline for outline in atlas.plate.outlines if not outline.crease]
        self._layers, self._nerves = atlas.plate.layers, atlas.nerves()
        self._outlines = [(line.layer, entry_of[line.id], path_of([line])) for line in closed if line.id in entry_of]
        surface = QPainterPath()
        for outline in closed:
            if outline.layer == SKIN:
                surface = path_of([outline])  # the first one, in which all others lie
                break
        self._surface = surface

    def under(
        self, x: float, y: float, build: Build, explanation: Explanation = DRAWN, *, nerves: bool = True
    ) -> tuple[Found, ...]:
        """What lies under a point in mm, in a body by an explanation; nothing beside the body."""
        at = QPointF(x, y)
        if not (self._surface.contains(at) if build == DEFAULT else is_on_body(x, y, build)):
            return ()
        found: list[Found] = []
        hidden = frozenset() if nerves else self._nerves
        for layer in self._layers:
            drawn = (line for line in reversed(self._outlines) if line[0] == layer and line[1] not in hidden)
            here = (entry for _, entry, path in drawn if path.contains(at))
            entries = tuple(dict.fromkeys(here)) or (("",) if layer in {SKIN, FAT} else ())
            thick = fat_at(x, y, build, explanation) if layer == FAT else None
            found += [Found(layer, entry, None if number else thick) for number, entry in enumerate(entries)]
        return tuple(found)


def is_on_body(x: float, y: float, build: Build) -> bool:
    """Whether a point in mm lies on a body."""
    import numpy as np  # noqa: PLC0415  # a start needs none of this

    from dimples_gui.body.trunk import half_width  # noqa: PLC0415

    return abs(x) < float(half_width(np.array([[y]], np.float32), build)[0, 0])


def fat_at(x: float, y: float, build: Build, explanation: Explanation = DRAWN) -> float:
    """How thick the fat is at a point, mm."""
    import numpy as np  # noqa: PLC0415  # a start needs none of this

    from dimples_gui.body.fat import fat_mm  # noqa: PLC0415

    return float(fat_mm(build, np.array([[x]], np.float32), np.array([[y]], np.float32), explanation)[0, 0])
