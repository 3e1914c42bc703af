"""The forms of fat, muscle, fascia, ligament and nerve."""

from dataclasses import replace

from forms import Bundles, Crease, Fibres, Form, Fraying, Lies, Lobules, Mound, Sheer, Step
from tint import BONE, FASCIA_DEEP, FAT, LIGAMENT, NERVE, TETHER, THIN_FAT, Material

MUSCLE = Material((180, 80, 67), (82, 114, 114), pale=(232, 216, 202), streaks=(0.7, 1.0, 1.0))

FLESH = Fibres(width=1.3, length=30, relief=0.10, streak=0.075)
FINE_FLESH = Fibres(width=1.0, length=34, relief=0.08, streak=0.075)
TENDON = Fibres(width=0.9, length=34, relief=0.07, streak=0.035)
SHEET = Fibres(width=0.8, length=50, relief=0.030, streak=0.024, even=1.4)
CROSSING = Fibres(width=0.8, length=50, relief=0.026, streak=0.022, even=1.4)

GREAT = Bundles(width=6.5, length=130, relief=1.5, shade=0.05, furrow=0.34, glint=0.16)
LONG = Bundles(width=5.0, length=90, relief=0.9, shade=0.05, furrow=0.26, glint=0.10)
FLAT = Bundles(width=4.0, length=110, relief=0.55, shade=0.05, furrow=0.24, glint=0.10)

# where flesh grows out of fascia, sacrum and crest: x, y, and how far away it begins
LATISSIMUS_ORIGIN = Fraying(
    ((91, 51, 5), (77, 48, 6), (71, 70, 7), (62, 95, 7), (54, 118, 7), (46, 139, 6), (33, 173, 6), (24, 194, 5)),
    teeth=4.5,
    soft=5.0,
    thin=0.9,
)
GREAT_ORIGIN = Fraying(
    ((64, 20, 2), (54, 9, 4), (43, -13, 4), (38, -20, 4), (37, -30, 5), (34, -46, 6), (25, -62, 6), (19, -76, 6),
     (15, -90, 5), (6, -107, 4)),
    teeth=3.5,
    soft=4.5,
    thin=0.45,
)  # fmt: skip
MIDDLE_ORIGIN = Fraying(
    ((64, 20, 3), (72, 29, 5), (80, 34, 6), (92, 37, 7), (106, 35, 7), (119, 27, 7), (128, 16, 6), (134, 2, 5)),
    teeth=4.5,
    soft=5.5,
    thin=0.5,
)
THIN_OVER_BONE = (((45, 0, 22),), ((-45, 0, 22),), ((0, 190, 10), (0, 60, 13), (0, -10, 24), (0, -36, 12)))

FASCIA_OVER = Material((238, 229, 217), (90, 104, 107))
APONEUROSIS_OVER = Material((236, 220, 203), (88, 106, 112))
# thin over the long columns, thick along the midline, at its outer seam and where it is the sacrum's aponeurosis
FASCIA_SHEER = Sheer(
    thin=0.56,
    thick=0.95,
    seams=(
        ((0, 190, 3), (0, 60, 3.5), (0, 20, 12)),
        ((24, 194, 9), (46, 139, 9), (62, 95, 10), (77, 48, 13), (56, 28, 12), (38, 0, 10)),
        ((-24, 194, 9), (-46, 139, 9), (-62, 95, 10), (-77, 48, 13), (-56, 28, 12), (-38, 0, 10)),
    ),
    below_y=(62, -8),
    grain=0.035,
)

COLUMN = Form(MUSCLE, reach=11, fullness=0.3, bundles=LONG, fibres=FLESH, lift=-4)
MUSCLE_FORMS: dict[str, Form] = {
    "multifidus": replace(COLUMN, reach=8, fullness=0.2, lift=-1.5),
    "erector-spinae": replace(COLUMN, fullness=0.2, lift=-2),
    "longissimus": replace(COLUMN, lift=-1.6),
    "iliocostalis": replace(COLUMN, lift=-2),
    "lumbar-triangle": Form(MUSCLE, reach=4, fullness=0.2, bundles=FLAT, fibres=FINE_FLESH, lift=-4.5),
    "external-oblique": Form(MUSCLE, reach=5, fullness=0.45, bundles=FLAT, fibres=FINE_FLESH, lift=-3.5),
    "gluteus-medius": Form(
        MUSCLE, reach=10, fullness=0.35, bundles=LONG, fibres=FLESH, lift=-4, fraying=(MIDDLE_ORIGIN,)
    ),
    "bare-iliac-crest": Form(BONE, reach=4, fullness=0.45, lift=-4, pores=0.016),
    "gluteal-aponeurosis": Form(
        APONEUROSIS_OVER, reach=4, fullness=0.1, fibres=TENDON, weave=CROSSING, lies=Lies.OVER, bridge=2,
        sheer=Sheer(thin=0.88, thick=0.95),
    ),
    "thoracolumbar-fascia": Form(
        FASCIA_OVER, reach=4, fullness=0.15, fibres=SHEET, weave=CROSSING, lies=Lies.OVER, bridge=2.0, lift=0.5,
        sheer=FASCIA_SHEER,
    ),
    "latissimus-dorsi": Form(
        MUSCLE, reach=6, fullness=0.4, bundles=FLAT, fibres=FINE_FLESH, lies=Lies.OVER, bridge=4, lift=0.4,
        fraying=(LATISSIMUS_ORIGIN,),
    ),
    "trapezius": Form(MUSCLE, reach=4, fullness=0.4, bundles=FLAT, fibres=FINE_FLESH, lift=0.8),
    "gluteus-maximus": Form(
        MUSCLE, reach=9, fullness=0.45, bundles=GREAT, fibres=FLESH, lift=-1, fraying=(GREAT_ORIGIN,)
    ),
}  # fmt: skip

BAND = Form(
    LIGAMENT, reach=4, fullness=0.45, bundles=Bundles(2.2, 60, 0.35, 0.04, 0.16, 0.0), fibres=TENDON, lies=Lies.OVER,
    bridge=6.0, lift=0.8,
)  # fmt: skip
LIGAMENT_FORMS: dict[str, Form] = {
    "intertransverse-ligament": BAND,
    "supraspinous-ligament": replace(BAND, bridge=11.0, lift=1.5),
    "iliolumbar-ligament": BAND,
    "sacrospinous-ligament": BAND,
    "sacrotuberous-ligament": BAND,
    "posterior-sacrococcygeal-ligament": BAND,
    "posterior-sacroiliac-ligament": BAND,
    "long-posterior-sacroiliac-ligament": BAND,
    "tether": Form(TETHER, reach=3, fullness=0.4, fibres=TENDON, lies=Lies.OVER, bridge=2, lift=0.8),
}

NERVE_IN_FAT = Form(NERVE, reach=1.2, fullness=0.6, lies=Lies.OVER, bridge=1.5)
LOBES = Lobules(size=6.0, relief=2.2, shade=0.07, crevice=0.2)
FAT_FORMS: dict[str, Form] = {
    "deep-fascia": Form(FASCIA_DEEP, reach=2, fullness=0.1, lift=-12, fibres=SHEET, weave=CROSSING),
    "deep-fat": Form(FAT, reach=2.5, fullness=0.2, lift=-8.5, lobules=replace(LOBES, size=6)),
    "superficial-fascia": Form(FASCIA_DEEP, reach=2, fullness=0.2, lift=-6, fibres=SHEET, weave=CROSSING),
    "thin-fat": Form(THIN_FAT, reach=4, fullness=0.1, lift=-3.0, lobules=Lobules(3.4, 0.6, 0.04, 0.1)),
    "subcutaneous-fat": Form(FAT, reach=3, fullness=0.2, lift=-2.5, lobules=LOBES, pale=THIN_OVER_BONE),
    "superior-cluneal-nerves": NERVE_IN_FAT,
    "middle-cluneal-nerves": NERVE_IN_FAT,
}
# the window's steps, from the skin's side inwards
STEPS = (Step("superficial-fascia", 3.2), Step("deep-fat", 0.7, ledge=0.3), Step("deep-fascia", 2.8))

# the first word found in a crease's id counts
CREASES: dict[str, Crease] = {
    "nerve": Crease(0.7, 0.55, NERVE),
    "lobes": Crease(-0.2, 0.7),
    "strand": Crease(0.2, 0.5),
    "bump": Crease(-0.25, 0.8),
    "fibre": Crease(-0.22, 0.6),
    "crest": Crease(0.9, 1.3),
    "ridge": Crease(0.9, 1.2),
    "gluteal-line": Crease(0.35, 1.7),
    "midline": Crease(-0.4, 1.3),
    "line": Crease(0.5, 1.0),
    "groove": Crease(-0.8, 1.4),
    "seam": Crease(-0.5, 0.9),
    "": Crease(-0.55, 0.9),
}
