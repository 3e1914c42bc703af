"""Make the layers' reliefs and pictures: python assets/sculpt/pictures.py [back.svg] [--layer bone].

Needs numpy, scipy, pillow and svgelements (the extra "sculpt"). The same outlines give the same bytes.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

ASSETS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ASSETS.parent))  # the program that shows the pictures lights them

from layers import Plate, Sculpted  # noqa: E402  # after the path
from outlines import LAYERS, read_outlines  # noqa: E402
from window import Window  # noqa: E402

from dimples_gui.body.build import DEFAULT  # noqa: E402
from dimples_gui.body.tones import DEFAULT_TONE  # noqa: E402
from dimples_gui.plate.lamp import Lamp  # noqa: E402
from dimples_gui.plate.lit import MANNERS, PX_MM, Pixels, Surface, from_steps, lit, to_steps  # noqa: E402
from dimples_gui.plate.living import skin  # noqa: E402

PARTS = ("relief", "colour", "open")
FINER = 3  # the reliefs are sculpted so many times finer, then averaged


def main() -> None:
    """Read the outlines, and write what the program shows of each layer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("svg", nargs="?", type=Path, default=ASSETS / "plates" / "back.svg")
    parser.add_argument("--layer", choices=LAYERS, action="append", help="only this one (may be repeated)")
    parser.add_argument("--out", type=Path, default=ASSETS / "plates" / "back")
    parser.add_argument("--draft", action="store_true", help="quick and coarse")
    parser.add_argument("--relight", action="store_true", help="only light anew what is there")
    parser.add_argument("--lamp", type=float, nargs=2, default=Lamp(), metavar="DEGREES", help="azimuth and elevation")
    chosen = parser.parse_args()
    finer = 1 if chosen.draft else FINER
    plate = Plate(read_outlines(chosen.svg), Window(PX_MM * finer))
    chosen.out.mkdir(parents=True, exist_ok=True)
    try:
        for layer in chosen.layer or LAYERS:
            if layer != "skin" and not chosen.relight:
                keep(plate.sculpted(layer, finer), chosen.out / layer)
            surface = skin(DEFAULT, DEFAULT_TONE) if layer == "skin" else kept(chosen.out / layer)
            save(straight(lit(surface, Lamp(*chosen.lamp))), chosen.out / f"{layer}.png")
    except ValueError as fault:
        sys.exit(str(fault))


def keep(sculpted: Sculpted, stem: Path) -> None:
    """Write a sculpted layer's relief, colours and openness."""
    save(to_steps(sculpted.height), stem.with_suffix(".relief.png"))
    save(sculpted.colour, stem.with_suffix(".colour.png"))
    save(sculpted.openness, stem.with_suffix(".open.png"))


def kept(stem: Path) -> Surface:
    """The surface of a layer, from what was written."""
    relief, colour, openness = (np.asarray(Image.open(stem.with_suffix(f".{part}.png"))) for part in PARTS)
    own = np.ascontiguousarray(colour[..., [2, 1, 0, 3]])
    return Surface(from_steps(relief.astype(np.uint16)), own, openness, MANNERS[stem.name])


def straight(pixels: Pixels) -> NDArray[np.uint8]:
    """A lit picture as a PNG has it: red, green, blue, not weighted by opacity."""
    opacity = pixels[..., 3:].astype(np.float32)
    colours = pixels[..., 2::-1].astype(np.float32) * 255 / np.maximum(opacity, 1)
    return np.concatenate([np.rint(colours).astype(np.uint8), pixels[..., 3:]], -1)


def save(pixels: NDArray[np.uint8] | NDArray[np.uint16], file: Path) -> None:
    """Write a PNG."""
    Image.fromarray(pixels).save(file, optimize=True)


if __name__ == "__main__":
    main()
