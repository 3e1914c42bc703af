"""The plate's outlines: read from the SVG, and filled on a raster."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from svgelements import SVG, Group, Matrix
from svgelements import Path as SvgPath
from window import Field, Window

LAYERS = ("skin", "fat", "muscle", "ligament", "bone")
STEP_MM = 0.25  # how finely a curve is walked
SUPERSAMPLING = 3  # per pixel and direction, when an outline is filled


@dataclass(frozen=True, eq=False)
class Outline:
    """One path of the plate: a closed outline, or a crease, in mm with y up."""

    id: str
    is_crease: bool
    parts: tuple[NDArray[np.float64], ...]

    @property
    def name(self) -> str:
        """The id without its side."""
        return re.sub(r"-(left|right)$", "", self.id)

    @property
    def side(self) -> int:
        """-1 for the person's own left, 1 for the right, 0 for what has no side."""
        return {"left": -1, "right": 1}.get(self.id.rsplit("-", 1)[-1], 0)

    @property
    def points(self) -> NDArray[np.float64]:
        """All points of all parts, (n, 2)."""
        return np.concatenate(self.parts)


def read_outlines(svg_file: Path) -> dict[str, list[Outline]]:
    """The outlines of each layer, in paint order (deepest first)."""
    svg = SVG.parse(str(svg_file))
    to_mm = Matrix(svg.viewbox_transform)
    to_mm.inverse()
    to_mm.post_scale(1, -1)
    groups = {group.id: group for group in svg.select(lambda element: isinstance(element, Group))}
    return {layer: list(_outlines_of(groups.get(layer), to_mm)) for layer in LAYERS}


def _outlines_of(group: Group | None, to_mm: Matrix) -> Iterator[Outline]:
    for path in group.select(lambda element: isinstance(element, SvgPath)) if group else ():
        path_mm = abs(path * to_mm)
        parts = tuple(_walk(SvgPath(part)) for part in path_mm.as_subpaths())
        kinds = str(path.values.get("class", "")).split()
        is_crease = "crease" in kinds
        if parts and "cord" not in kinds:  # which the program paints by itself
            yield Outline(str(path.id), is_crease, parts)


def _walk(path: SvgPath) -> NDArray[np.float64]:
    """Points along one subpath, about STEP_MM apart."""
    points: list[NDArray[np.float64]] = []
    for segment in path:
        if segment.start is None or segment.end is None:
            continue
        reach = abs(segment.end - segment.start)
        steps = max(2, int(1.3 * reach / STEP_MM))
        points.append(np.asarray(segment.npoint(np.linspace(0, 1, steps)), dtype=np.float64))
    return np.concatenate(points) if points else np.zeros((0, 2))


def coverage(outline: Outline, window: Window) -> Field:
    """How much of each pixel lies inside the outline, 0..1, even-odd."""
    rows, columns = window.shape
    filled = np.zeros((rows, columns), np.float32)
    pixels = [window.to_pixels(part) for part in outline.parts if len(part) > 2]
    if not pixels:
        return filled
    everything = np.concatenate(pixels)
    low = np.clip(np.floor(everything.min(0)).astype(int) - 1, 0, (columns, rows))
    high = np.clip(np.ceil(everything.max(0)).astype(int) + 1, 0, (columns, rows))
    if (high <= low).any():
        return filled
    wide, tall = ((high - low) * SUPERSAMPLING).tolist()
    inside = np.zeros((tall, wide), bool)
    for part in pixels:
        mask = Image.new("1", (wide, tall))
        corners = (part - low) * SUPERSAMPLING - 0.5
        ImageDraw.Draw(mask).polygon([(float(c), float(r)) for c, r in corners], fill=1)
        inside ^= np.asarray(mask)
    blocks = inside.reshape(tall // SUPERSAMPLING, SUPERSAMPLING, wide // SUPERSAMPLING, SUPERSAMPLING)
    filled[low[1] : high[1], low[0] : high[0]] = blocks.mean((1, 3))
    return filled
