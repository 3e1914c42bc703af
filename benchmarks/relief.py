"""How like a measured skeleton the bones' relief stands up: only looked at here, never an input of the art."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.figure import Figure

ASSETS = Path(__file__).parent.parent / "assets"
sys.path.append(str(ASSETS / "sculpt"))  # its scripts read the outlines

from outlines import Outline, coverage, read_outlines  # noqa: E402  # after the path
from window import Window  # noqa: E402

WINDOW = Window(2)  # as fine as both reliefs
AT_MOST_UNLIKE = 0.15
BOUNDED = ("hip-bone-left", "hip-bone-right", "sacrum", "L3", "L4", "L5")
SHOWN = ("T12", "L1", "L2", "rib-11-left", "rib-11-right", "rib-12-left", "rib-12-right")
PARTS_OF = {
    "sacrum": ("sacrum", "s2", "coccyx"),
    "hip-bone-left": ("hip-bone-left", "iliac-crest-left", "psis-left", "piis-left"),
    "hip-bone-right": ("hip-bone-right", "iliac-crest-right", "psis-right", "piis-right"),
}


class Skeleton(NamedTuple):
    """The reference on the plate's raster: which bone is seen at each pixel, and its height in mm (NaN is none)."""

    names: list[str]
    bone: NDArray[np.uint8]
    height: NDArray[np.float32]


def measure() -> Iterator[Figure]:
    """For each bone 1 minus the correlation of the two heights, where both have it: 0 is the same shape."""
    folder = os.environ.get("DIMPLES_REFERENCE")
    if not folder:
        print("relief  left out: DIMPLES_REFERENCE names no folder with a reference skeleton")
        return
    skeleton = _skeleton(Path(folder))
    ours = _heights(ASSETS / "plates" / "back" / "bone.relief.png")
    seen = _seen(read_outlines(ASSETS / "plates" / "back.svg")["bone"])
    for name in BOUNDED + SHOWN:
        mine = np.isin(seen, list(PARTS_OF.get(name, (name,))))
        both = mine & (skeleton.bone == skeleton.names.index(name)) & ~np.isnan(ours) & ~np.isnan(skeleton.height)
        unlike = 1 - float(np.corrcoef(ours[both], skeleton.height[both])[0, 1])
        yield Figure("relief", f"{name}, unlike the skeleton", unlike, "", AT_MOST_UNLIKE if name in BOUNDED else None)


def _heights(file: Path) -> NDArray[np.float32]:
    """The shipped relief in mm, NaN where there is nothing."""
    steps = np.asarray(Image.open(file)).astype(np.float32)
    return np.where(steps > 0, steps / 500 - 65, np.nan).astype(np.float32)


def _skeleton(folder: Path) -> Skeleton:
    """The reference, cut to the plate's window."""
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    left = round((float(WINDOW.x[0, 0]) - index["left_edge_x_mm"]) / index["pixel_mm"] - 0.5)
    top = round((index["top_edge_y_mm"] - float(WINDOW.y[0, 0])) / index["pixel_mm"] - 0.5)
    rows, columns = WINDOW.shape
    cut = slice(top, top + rows), slice(left, left + columns)
    bone = np.asarray(Image.open(folder / "bones_ids.png"))[cut]
    steps = np.asarray(Image.open(folder / "bones_height.png"))[cut].astype(np.float32)
    return Skeleton(index["bones_ids"], bone, np.where(steps > 0, steps / 100 - 160, np.nan).astype(np.float32))


def _seen(outlines: list[Outline]) -> NDArray[np.str_]:
    """The id of the outline that lies on top at each pixel, in paint order."""
    seen = np.full(WINDOW.shape, "", "U32")
    for outline in outlines:
        if not outline.is_crease:
            seen[coverage(outline, WINDOW) > 0.5] = outline.id
    return seen
