"""Outlines from SVG as Inkscape or a careful hand writes it: those of a plate, and those of an icon."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from svgelements import Matrix

from dimples_gui.atlas.model import LAYERS, Outline, Plate, Problem, Where
from dimples_gui.atlas.path_data import ROUNDING, Curve, PathFaultError, extent, read_path, read_transform
from dimples_gui.atlas.reading import read_text, shown
from dimples_gui.atlas.svg import Element, parse_svg
from dimples_gui.atlas.svg_paint import faults_of_paint, properties_of

ICON_SIDE = 24.0
_SILENT = {"defs", "metadata", "title", "desc", "style", "script", "symbol", "clipPath", "mask"}
_SPACES = re.compile(r"[\s,]+")


class Drawing(NamedTuple):
    """What an SVG file held, where each outline stands in it, and what was wrong."""

    window: tuple[float, float, float, float]  # the viewBox: left, top, width and height, y down
    outlines: tuple[Outline, ...]
    layers: tuple[str, ...]  # from the surface down
    where: Where
    lines: dict[str, int]  # by outline id, the broken ones too
    inert: frozenset[str]  # ids marked as opening nothing
    problems: tuple[Problem, ...]


def read_plate(file: Path, folder: Path) -> Drawing | Problem:
    """The outlines of a plate, y up; each is closed, has an id of its own and lies in the group of a layer."""
    return _read(file, folder, is_plate=True)


def read_icon(file: Path, folder: Path) -> Drawing | Problem:
    """The outlines of an icon, y down, in a square of 24 x 24; they need no id, no layer and no end."""
    drawing = _read(file, folder, is_plate=False)
    if isinstance(drawing, Drawing) and drawing.window != (0, 0, ICON_SIDE, ICON_SIDE):
        return Problem(drawing.where, 'an icon is drawn in viewBox="0 0 24 24": give it this one')
    return drawing


def plate_of(drawing: Drawing, name: str) -> Plate:
    """The plate that a drawing is of."""
    left, top, width, height = drawing.window
    return Plate(name, left, -top - height, width, height, drawing.layers, drawing.outlines)


def _read(file: Path, folder: Path, *, is_plate: bool) -> Drawing | Problem:
    """Read a plate or an icon."""
    text = read_text(file, folder)
    return text if isinstance(text, Problem) else parsed(text, shown(file), is_plate)


@lru_cache(maxsize=64)  # an author who saves a sentence does not wait for drawings that are as they were
def parsed(text: str, name: str, is_plate: bool) -> Drawing | Problem:  # noqa: FBT001  # a key of the cache
    """What an SVG text holds; `name` is its file's name in problems."""
    root = parse_svg(text, name)
    if isinstance(root, Problem):
        return root
    where = Where(name, root.line)
    window = _numbers(root.attributes.get("viewBox", ""))
    if len(window) != 4 or min(window[2:]) <= 0:
        return Problem(where, "<svg> needs a viewBox of four numbers: left, top, width, height")
    walk = _Walk(where.file, is_plate=is_plate)
    walk.enter(root, "", Matrix("scale(1, -1)") if is_plate else Matrix())
    told = {problem.where for problem in walk.problems}  # of an element that is not read no more need be said
    for element, fault in faults_of_paint(root):
        if Where(where.file, element.line) not in told:
            walk.complain(element, fault)
    return Drawing(
        (window[0], window[1], window[2], window[3]), tuple(walk.outlines),
        tuple(layer for layer in LAYERS if layer in walk.groups),
        where, dict(_path_lines(root)), frozenset(walk.inert), tuple(walk.problems),
    )  # fmt: skip


def _numbers(text: str) -> list[float]:
    """The finite numbers in an attribute; none where one of its parts is none."""
    try:
        return [number for part in _SPACES.split(text.strip()) if math.isfinite(number := float(part))]
    except ValueError:
        return []


def _path_lines(element: Element) -> Iterator[tuple[str, int]]:
    """The id and the line of each path in an element, however broken."""
    for child in element.children:
        if child.tag == "path":
            yield child.attributes.get("id", ""), child.line
        yield from _path_lines(child)


class _Walk:
    """A way through a drawing, and what was found on it."""

    def __init__(self, file: str, *, is_plate: bool) -> None:
        self.file = file
        self.is_plate = is_plate
        self.outlines: list[Outline] = []
        self.paths: dict[str, int] = {}  # the line of each id
        self.groups: dict[str, int] = {}
        self.inert: set[str] = set()
        self.problems: list[Problem] = []

    def enter(self, element: Element, layer: str, outer: Matrix) -> None:
        """Read what the root or a group holds."""
        try:
            matrix = read_transform(element.attributes.get("transform", "")) * outer
        except PathFaultError as fault:
            self.complain(element, f"is left out: {fault}")
            return
        for child in element.children:
            if child.tag == "g":
                self._group(child, layer, matrix)
            elif child.tag == "path":
                self._path(child, layer, matrix)
            elif child.tag not in _SILENT:
                self.complain(child, "is not read: make it a path (Inkscape: Path > Object to Path) or take it out")

    def _group(self, group: Element, layer: str, matrix: Matrix) -> None:
        """Read a layer, a group within a layer, or one that holds layers."""
        id_ = group.attributes.get("id", "")
        self._take(group, self.groups)
        if self.is_plate and not layer:
            layer = id_ if id_ in LAYERS else ""
            if not layer and not _holds_layers(group):
                self.complain(group, f"is no layer and is left out: give it the id {', '.join(LAYERS[:-1])} or bone")
                return
        self.enter(group, layer, matrix)

    def _path(self, path: Element, layer: str, matrix: Matrix) -> None:
        """Read a path; a broken one is left out."""
        id_ = path.attributes.get("id", "")
        if self.is_plate and not (id_ and layer):
            self.complain(path, "is left out: " + ("give it an id" if layer else "move it into the group of a layer"))
        elif self._take(path, self.paths):
            self._mark(path, id_)
            kinds = path.attributes.get("class", "").split()
            crease, cord = "crease" in kinds, "cord" in kinds
            try:
                turned = read_transform(path.attributes.get("transform", "")) * matrix
                curves = read_path(path.attributes.get("d", ""), turned)
                steps = _joined(curves, closed=self.is_plate and not (crease or cord))
                width = _thickness(path, turned) if cord else 0.0
            except PathFaultError as fault:
                self.complain(path, f"is left out: {fault}")
            else:
                self.outlines.append(Outline(id_, layer, crease, steps, width))

    def _take(self, element: Element, taken: dict[str, int]) -> bool:
        """Whether an element's id is free, if it has one; it is taken from now on."""
        id_ = element.attributes.get("id", "")
        first = self.paths.get(id_, self.groups.get(id_))
        if first is not None:
            self.complain(element, f"has the id of another on line {first}: give it its own")
            return False
        if id_:
            taken[id_] = element.line
        return True

    def _mark(self, path: Element, id_: str) -> None:
        """Note whether a path is marked as opening nothing."""
        mark = path.attributes.get("data-entry")
        if mark == "":
            self.inert.add(id_)
        elif mark is not None:
            text = f"has data-entry=“{mark}”: leave it empty to mark drawing only; entries.yaml says what opens"
            self.complain(path, text)

    def complain(self, element: Element, text: str) -> None:
        """Note what is wrong with an element."""
        name = f"<{element.tag}> “{element.attributes['id']}”" if "id" in element.attributes else f"<{element.tag}>"
        self.problems.append(Problem(Where(self.file, element.line), f"{name} {text}"))


def _thickness(cord: Element, matrix: Matrix) -> float:
    """How thick a cord is at its root, mm. Raises PathFaultError."""
    width = _numbers(dict(properties_of(cord)).get("stroke-width", "").removesuffix("mm"))
    if len(width) != 1 or width[0] <= 0:
        raise PathFaultError("a cord needs a stroke-width: how many millimetres thick it is")
    return round(width[0] * math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c)), ROUNDING)


def _holds_layers(group: Element) -> bool:
    """Whether there is a layer's group somewhere in a group."""
    return any(
        child.tag == "g" and (child.attributes.get("id") in LAYERS or _holds_layers(child)) for child in group.children
    )


def _joined(curves: list[Curve], *, closed: bool) -> tuple[str | float, ...]:
    """The steps of all subpaths, which have to be closed and to hold something where `closed` is asked."""
    if not curves:
        raise PathFaultError("it is empty: draw it or take it out")
    for curve in curves:
        if closed and curve[-1] != "Z":
            if curve[-2:] != curve[1:3]:
                raise PathFaultError("it is not closed: close it, or give it class=“crease” if it is only a line")
            curve.append("Z")
    steps = tuple(step for curve in curves for step in curve)
    left, bottom, right, top = extent(steps)
    if closed and not (left < right and bottom < top):
        raise PathFaultError("it has no area: draw it or take it out")
    return steps
