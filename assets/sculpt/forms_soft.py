"""The forms of fat, muscle, fascia and ligament; nerves are no part of a relief, see `dimples_gui/plate/nerves.py`."""

from dataclasses import replace

from forms import Bundles, Crease, Fibres, Form, Fraying, Lies, Lobules, Mound, Sheer, Step
from tint import BONE, FASCIA_DEEP, Material

MUSCLE = Material((180, 80, 67), (82, 114, 114), pale=(232, 216, 202), streaks=(0.7, 1.0, 1.0))

FLESH = Fibres(width=1.3, length=30, relief=0.10, streak=0.075)
FINE_FLESH = Fibres(width=1.0, length=34, relief=0.08, streak=0.075)
TENDON = Fibres(width=0.9, length=34, relief=0.07, streak=0.035)
TAUT = Fibres(width=0.7, length=40, relief=0.09, streak=0.045)
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
    ((64, 20, 3), (72, 29, 6), (80, 34, 9), (92, 37, 12), (106, 35, 14), (119, 27, 13), (128, 16, 11), (134, 2, 8)),
    teeth=6.0,
    soft=8.0,
    thin=0.5,
)
THIN_OVER_BONE = (((45, 0, 22),), ((-45, 0, 22),), ((0, 190, 10), (0, 60, 13), (0, -10, 24), (0, -36, 12)))

FASCIA_OVER = Material((238, 229, 217), (90, 104, 107))
APONEUROSIS_OVER = Material((236, 220, 203), (88, 106, 112))
PEARL = Material((240, 235, 224), (90, 105, 110))
TUFT = Material((250, 238, 212), (90, 106, 114))
COAT = Material((252, 219, 146), (84, 110, 130), pale=(253, 229, 174))
THIN_FAT_PALE = Material((255, 231, 184), (86, 110, 124), pale=(252, 230, 204))
FLESH_UNDER_SHEET = Material((212, 158, 140), (84, 110, 114), pale=(236, 222, 206))
DEEP_FAT = Material((244, 204, 118), (82, 111, 134), pale=(248, 222, 172))
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
    "bare-iliac-crest": Form(
        BONE, reach=4, fullness=0.45, lift=-4, pores=0.016, mounds=(Mound(45.5, 1, 7, 11, 4.0, -28),)
    ),
    "gluteal-aponeurosis": Form(
        APONEUROSIS_OVER, reach=4, fullness=0.1, fibres=TENDON, weave=CROSSING, lies=Lies.OVER, bridge=2,
        sheer=Sheer(thin=0.95, thick=0.97),
    ),
    "thoracolumbar-fascia": Form(
        FASCIA_OVER, reach=4, fullness=0.15, fibres=SHEET, weave=CROSSING, lies=Lies.OVER, bridge=2.0, lift=0.5,
        sheer=FASCIA_SHEER,
    ),
    "latissimus-dorsi": Form(
        MUSCLE, reach=6, fullness=0.4, bundles=FLAT, fibres=FINE_FLESH, lies=Lies.OVER, bridge=4, lift=0.15,
        fraying=(LATISSIMUS_ORIGIN,),
    ),
    "trapezius": Form(MUSCLE, reach=4, fullness=0.4, bundles=FLAT, fibres=FINE_FLESH, lift=0.8),
    "gluteus-maximus": Form(
        MUSCLE, reach=9, fullness=0.45, bundles=GREAT, fibres=FLESH, lift=-1, fraying=(GREAT_ORIGIN,)
    ),
}  # fmt: skip

BAND = Form(
    PEARL, reach=4, fullness=0.45, bundles=Bundles(2.4, 70, 0.5, 0.05, 0.20, 0.0), fibres=TAUT, lies=Lies.OVER,
    bridge=6.0, lift=0.8, edge=0.65,
)  # fmt: skip
LIGAMENT_FORMS: dict[str, Form] = {
    "intertransverse-ligament": replace(BAND, fullness=0.3, lift=0.4),
    "supraspinous-ligament": replace(BAND, bridge=11.0, lift=1.5),
    "iliolumbar-ligament": BAND,
    "sacrospinous-ligament": BAND,
    "sacrotuberous-ligament": BAND,
    "posterior-sacrococcygeal-ligament": replace(BAND, fullness=0.3),
    "posterior-sacroiliac-ligament": replace(BAND, bundles=Bundles(3.4, 40, 0.9, 0.06, 0.28, 0.0)),
    "long-posterior-sacroiliac-ligament": BAND,
    "tether": Form(
        TUFT, reach=7, fullness=0.45, bundles=Bundles(1.8, 12, 0.5, 0.06, 0.25, 0.0), fibres=TAUT, lies=Lies.OVER,
        bridge=2, lift=1.0, ragged=3.0, blend=True, mounds=(Mound(45, 0, 4.0, 4.0, 2.5),),
    ),
}  # fmt: skip

LOBES = Lobules(size=6.0, relief=1.9, shade=0.06, crevice=0.17)
FAT_FORMS: dict[str, Form] = {
    "deep-fascia": Form(
        FLESH_UNDER_SHEET, reach=2, fullness=0.1, lift=-10.8, fibres=SHEET, weave=CROSSING, fraying=(LATISSIMUS_ORIGIN,)
    ),
    "deep-fat": Form(DEEP_FAT, reach=2.5, fullness=0.2, lift=-8.8, lobules=replace(LOBES, size=7, relief=2.0)),
    "superficial-fascia": Form(
        FASCIA_DEEP, reach=2, fullness=0.1, lift=-6.4, fibres=SHEET, weave=CROSSING, sheer=Sheer(thin=0.9)
    ),
    "subcutaneous-fat": Form(COAT, reach=3, fullness=0.2, lift=-4.2, lobules=LOBES, pale=THIN_OVER_BONE),
    "thin-fat": Form(
        THIN_FAT_PALE, reach=6, fullness=0, lift=-2.9, lobules=Lobules(3.0, 0.5, 0.04, 0.06), edge=1.0, blend=True,
        sheer=Sheer(thin=0.85),
    ),
}  # fmt: skip
# the window's steps, from the skin's side inwards
STEPS = (
    Step("superficial-fascia", 4.0, lobed=1.6),
    Step("deep-fat", 0.8, ledge=0.4),
    Step("deep-fascia", 3.6, lobed=1.4),
)

# the first word found in a crease's id counts
CREASES: dict[str, Crease] = {
    "aponeurosis-fibre": Crease(-0.06, 0.5),
    "fascia-fibre": Crease(-0.05, 0.5),
    "thin-fat-fibre": Crease(0.5, 0.45, FASCIA_DEEP),
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
