"""Make the layers' pictures from the plate's outlines: python assets/sculpt/pictures.py [back.svg] [--layer bone].

Needs numpy, scipy, pillow and svgelements (the extra "sculpt"). The same outlines give the same bytes.
"""

import argparse
import sys
from pathlib import Path

from layers import Plate
from outlines import LAYERS, read_outlines
from PIL import Image
from window import Window

ASSETS = Path(__file__).resolve().parent.parent
PX_MM = 3  # of the finished picture
FINER = 2  # the picture is made so many times finer, then averaged


def main() -> None:
    """Read the outlines, and write one PNG a layer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("svg", nargs="?", type=Path, default=ASSETS / "plates" / "back.svg")
    parser.add_argument("--layer", choices=LAYERS, action="append", help="only this one (may be repeated)")
    parser.add_argument("--out", type=Path, default=ASSETS / "plates" / "back")
    parser.add_argument("--draft", action="store_true", help="quick and coarse")
    chosen = parser.parse_args()
    finer = 1 if chosen.draft else FINER
    plate = Plate(read_outlines(chosen.svg), Window(PX_MM * finer))
    chosen.out.mkdir(parents=True, exist_ok=True)
    try:
        for layer in chosen.layer or LAYERS:
            pixels = plate.picture(layer, finer)
            Image.fromarray(pixels).save(chosen.out / f"{layer}.png", optimize=True)
    except ValueError as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
