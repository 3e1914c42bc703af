"""The fat between skin and fascia: how thick it is at any point."""

import numpy as np

from dimples_gui.body.build import Build
from dimples_gui.body.dent import form
from dimples_gui.body.dimple import SPINE_MM, dent, fat_missing_mm
from dimples_gui.body.explanation import DRAWN, Explanation, fat_beside_spine_mm
from dimples_gui.body.shapes import Field, both_sides, bump, rise

# Thickness as a multiple of the fat beside the spine. Over the spines the soft tissue is the thinnest of the whole
# buttock, up and outward 2.15 (CT) to 3.24 times (cadavers) as thick, skin included [kimdy2014]; at L1-L2 8.45 mm in
# women and 9.4 mm in men part the fat from the lean [sfi2022]. The rest is illustrative.
SACRUM, LOINS, FLANK, UP_AND_OUTWARD, BUTTOCK = 1.05, 2.0, 3.2, 3.6, 3.6
THIN_ABOUT_MM = 32.0  # how far the thin spot over a spine reaches (illustrative)


def fat_mm(build: Build, x: Field, y: Field, explanation: Explanation = DRAWN) -> Field:
    """Thickness in mm at points: x (1, columns) and y (rows, 1) in mm; never less than a fraction of a millimetre."""
    thinner = form(dent(build, explanation), np.abs(x), y)
    around = np.float32(fat_beside_spine_mm(build)) * pattern(x, y)
    return np.asarray(around - np.float32(fat_missing_mm(build, explanation)) * thinner, np.float32)


def pattern(x: Field, y: Field) -> Field:
    """How many times as thick as beside the spine, were nothing held down: 1 on the spines, more everywhere else."""
    out = np.abs(x)
    loins = (LOINS - SACRUM) * rise(out, 3, 34) * rise(y, 10, 85)
    flank = (FLANK - LOINS) * both_sides(lambda x, y: bump(x - 110, y - 72, 34, 32), x, y)
    upper = (UP_AND_OUTWARD - SACRUM) * both_sides(lambda x, y: bump(x - 102, y - 8, 38, 40), x, y)
    seat = (BUTTOCK - SACRUM) * both_sides(lambda x, y: bump(x - 72, y + 92, 50, 58), x, y)
    spine = both_sides(lambda x, y: bump(x - SPINE_MM[0], y - SPINE_MM[1], THIN_ABOUT_MM, THIN_ABOUT_MM), x, y)
    more = (SACRUM - 1) + loins + flank + upper + seat
    return np.asarray(1 + more * np.clip(1 - spine, 0, 1), np.float32)
