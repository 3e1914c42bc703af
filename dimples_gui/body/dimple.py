"""The dimple in figures: how much fat lies about the spine, and how deep the dent is."""

from dimples_gui.body.build import Build

SKIN_MM = 2.5  # dermis over the sacrum 2.32-2.65 mm, 50 adults [burk2017]
SPINE_MM = (45.0, 0.0)  # the posterior superior iliac spine, right side; the dimple lies over it in every build

# Fat beside the spine, (leanest, fattest), mm. Illustrative, set so that the middling body has 4 mm: a double fold over
# the sacrum, skin included, is 12-14 mm at a body mass index of 22-25 and 8.5 mm at 19.5 [sacralskinfold].
FAT_BESIDE_MM = (1.6, 7.4)
FAT_LEFT_MM = 0.8  # what the shortest tether leaves between skin and spine (illustrative)
CARVED_SHARE = 0.7  # of the fat that the tether leaves, what a procedure takes out at one spot (illustrative)
BETWEEN_MUSCLES_MM = 0.8  # how far the strongest muscles stand out around the spine (illustrative)


def fat_beside_spine_mm(build: Build) -> float:
    """Fat around the spine where nothing holds the skin down, mm."""
    leanest, fattest = FAT_BESIDE_MM
    return leanest + build.fullness * (fattest - leanest)


def fat_missing_mm(build: Build) -> float:
    """How much thinner the fat is on the spine than beside it: held down by the tether, or carved away, mm."""
    could_go = fat_beside_spine_mm(build) - FAT_LEFT_MM
    held = build.tether * could_go
    return held + (CARVED_SHARE * (could_go - held) if build.carved else 0.0)


def pit_share(build: Build) -> float:
    """How steep the dent is, 0 a wide soft hollow .. 1 a small pit: softer and wider with more fat (illustrative)."""
    return 0.7 * (1 - build.fullness) + (0.25 if build.carved else 0.0)


def dimple_depth_mm(build: Build) -> float:
    """How far the skin on the spine lies below its surroundings, mm; 0 means nothing to see.

    The missing fat, and what the muscles stand out around the spine. No depth has ever been measured: illustrative.
    """
    return fat_missing_mm(build) + BETWEEN_MUSCLES_MM * build.muscle
