"""The three rival accounts of what makes the dent, each as a rule of a few lines beside the claim that it comes from.

None is preferred, and nobody has measured which is right. All speak of one spot, the spine: how far the floor under the
fat (muscle, tendon and bone) lies lower there than around it, and how deep that leaves the skin. What they don't leave
to the skin is fat. Their figures are set so that all three draw the same dimple in the middling body: they differ in
what they foretell for others.
"""

from collections.abc import Callable
from typing import NamedTuple

from dimples_gui.body.build import Build

# Fat beside the spine, (leanest, fattest), mm. Illustrative, set so that the middling body has 4 mm: a double fold over
# the sacrum, skin included, is 12-14 mm at a body mass index of 22-25 and 8.5 mm at 19.5 [sacralskinfold].
FAT_BESIDE_MM = (1.6, 7.4)
FAT_LEFT_MM = 0.8  # what the shortest tether leaves between skin and floor (illustrative)
CARVED_SHARE = 0.7  # of the fat that the tether leaves, what a procedure takes out at one spot (illustrative)

LITTLE_MUSCLE_MM = 8 / 7  # how far the strongest muscles stand out around a spine that is held down (illustrative)

DEEPEST_MM = 4.68  # the hollow that fat fills, in the leanest with the shortest tether (illustrative)
FILLED_AT = 0.9  # of the range of body fat: there the hollow is full (illustrative)

MUSCLES_MM = (1.7, 4.817)  # how far the slightest, the strongest muscles stand out around the spine (illustrative)
SOFTENED = 0.4  # of that, what the fattest body's even blanket of fat takes away (illustrative)


class Explanation(NamedTuple):
    """One account: who holds it, what it says, the claims beside which it stands, and its rule."""

    id: str
    who: str
    says: str  # in English; translated where it is shown
    claims: tuple[str, ...]  # the first is the one that the rule is read beside
    floor_mm: Callable[[Build], float]  # how far the floor lies lower on the spine than around it
    depth_mm: Callable[[Build], float]  # how far the skin does; 0 means nothing to see


def fat_beside_spine_mm(build: Build) -> float:
    """Fat around the spine where nothing holds the skin down, mm."""
    leanest, fattest = FAT_BESIDE_MM
    return leanest + build.fullness * (fattest - leanest)


def hold(build: Build) -> float:
    """How far the skin is fixed to the floor, 0 not at all .. 1 down to the shortest fibres: by tether or procedure."""
    return build.tether + (CARVED_SHARE * (1 - build.tether) if build.carved else 0.0)


def _held_down_floor(build: Build) -> float:
    return LITTLE_MUSCLE_MM * build.muscle


def _held_down(build: Build) -> float:
    """Held at one point, fuller around it [c7: braus1921, kollmann]: more fat makes it deeper, muscle a little."""
    fuller_around = fat_beside_spine_mm(build) + _held_down_floor(build)
    return hold(build) * (fuller_around - FAT_LEFT_MM)


def _filled_in_floor(_build: Build) -> float:
    """The dent can be deepest in the lean, who have hardly any fat, only where the floor itself is hollow."""
    return DEEPEST_MM - (FAT_BESIDE_MM[0] - FAT_LEFT_MM)


def _filled_in(build: Build) -> float:
    """The skin follows a hollow, and fat fills that up [c23]: slowly at first, until the dent is gone."""
    still_open = max(1 - (build.fullness / FILLED_AT) ** 2, 0.0)
    return hold(build) * DEEPEST_MM * still_open


def _between_muscles_floor(build: Build) -> float:
    slightest, strongest = MUSCLES_MM
    return slightest + build.muscle * (strongest - slightest)


def _between_muscles(build: Build) -> float:
    """Muscles around the spot alone [c14: richer]: deeper with muscle, softer under fat, whatever the tether."""
    floor = _between_muscles_floor(build)
    carved = CARVED_SHARE * (fat_beside_spine_mm(build) - FAT_LEFT_MM) if build.carved else 0.0
    return floor * (1 - SOFTENED * build.fullness) + carved


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  # lupdate looks for this name
    """Mark a text for translation and hand it on."""
    return text


HELD_DOWN = Explanation(
    "held-down",
    "Braus 1921, Kollmann",
    QT_TRANSLATE_NOOP("Explanation", "Fibres hold the skin down at the bone, and fat fills out the skin around it."),
    ("c7", "c22"),
    _held_down_floor,
    _held_down,
)
FILLED_IN = Explanation(
    "filled-in",
    QT_TRANSLATE_NOOP("Explanation", "popular pages"),
    QT_TRANSLATE_NOOP("Explanation", "The skin is tied down into a hollow, and fat fills the hollow until it is gone."),
    ("c23", "c22"),
    _filled_in_floor,
    _filled_in,
)
BETWEEN_MUSCLES = Explanation(
    "between-muscles",
    "Richer",
    QT_TRANSLATE_NOOP(
        "Explanation", "The bone lies lower than the muscles that swell around it. No fibres are needed."
    ),
    ("c14", "c6"),
    _between_muscles_floor,
    _between_muscles,
)
EXPLANATIONS = (HELD_DOWN, FILLED_IN, BETWEEN_MUSCLES)
DRAWN = HELD_DOWN  # what the shipped picture is drawn by; the others draw the same for its build


def called(id: str) -> Explanation:  # noqa: A002  # as everywhere else
    """The explanation of that id; KeyError where there is none."""
    return _BY_ID[id]


_BY_ID = {explanation.id: explanation for explanation in EXPLANATIONS}
