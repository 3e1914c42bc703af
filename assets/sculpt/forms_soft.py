"""The forms of fat, muscle, fascia, ligament and nerve."""

from dataclasses import replace

from forms import Crease, Fibres, Form, Lies, Lobules
from tint import APONEUROSIS, BONE, FASCIA, FASCIA_DEEP, FAT, LIGAMENT, MUSCLE, NERVE, TETHER, THIN_FAT

FLESH = Fibres(width=1.5, length=34, relief=0.34, streak=0.10)
FINE_FLESH = Fibres(width=1.1, length=38, relief=0.24, streak=0.09)
TENDON = Fibres(width=0.8, length=30, relief=0.07, streak=0.03)
SHEET = Fibres(width=0.7, length=30, relief=0.025, streak=0.022)

# where red flesh turns into tendon: along the fascia, the sacrum and the crest
LATISSIMUS_ORIGIN = (
    (77, 49, 8),
    (70, 70, 7),
    (62, 93, 7),
    (54, 115, 6),
    (46, 138, 6),
    (39, 160, 6),
    (29, 185, 6),
)
GREAT_ORIGIN = (
    (62, 14, 6),
    (50, 0, 6),
    (39, -14, 6),
    (36, -30, 6),
    (31, -46, 6),
    (25, -64, 6),
    (19, -84, 6),
    (12, -104, 6),
)
MIDDLE_ORIGIN = ((68, 16, 8), (76, 29, 8), (92, 36, 8), (110, 33, 8), (125, 22, 8), (135, 4, 8))
THIN_OVER_BONE = (((45, 0, 26),), ((-45, 0, 26),), ((0, 190, 14), (0, -30, 17)))

MUSCLE_FORMS: dict[str, Form] = {
    "multifidus": Form(MUSCLE, reach=7, fullness=0.5, fibres=FLESH, lift=-4),
    "erector-spinae": Form(MUSCLE, reach=9, fullness=0.4, fibres=FLESH, lift=-3),
    "longissimus": Form(MUSCLE, reach=8, fullness=0.5, fibres=FLESH, lift=-2),
    "iliocostalis": Form(MUSCLE, reach=8, fullness=0.5, fibres=FLESH, lift=-2),
    "lumbar-triangle": Form(MUSCLE, reach=4, fullness=0.2, fibres=FINE_FLESH, lift=-5),
    "external-oblique": Form(MUSCLE, reach=6, fullness=0.5, fibres=FINE_FLESH, lift=-1),
    "gluteus-medius": Form(MUSCLE, reach=9, fullness=0.4, fibres=FLESH, lift=-4, pale=(MIDDLE_ORIGIN,)),
    "bare-iliac-crest": Form(BONE, reach=4, fullness=0.45, lift=-4),
    "gluteal-aponeurosis": Form(APONEUROSIS, reach=4, fullness=0.25, fibres=TENDON, lies=Lies.OVER, bridge=2),
    "thoracolumbar-fascia": Form(FASCIA, reach=4, fullness=0.2, fibres=SHEET, lies=Lies.OVER, bridge=2.2, lift=0.6),
    "latissimus-dorsi": Form(MUSCLE, reach=5, fullness=0.45, fibres=FINE_FLESH, lift=0, pale=(LATISSIMUS_ORIGIN,)),
    "trapezius": Form(MUSCLE, reach=4, fullness=0.4, fibres=FINE_FLESH, lift=0.8),
    "gluteus-maximus": Form(MUSCLE, reach=9, fullness=0.45, fibres=FLESH, lift=0, pale=(GREAT_ORIGIN,)),
}

BAND = Form(LIGAMENT, reach=4, fullness=0.45, fibres=TENDON, lies=Lies.OVER, bridge=6.0, lift=0.8)
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

NERVE_IN_FAT = Form(FASCIA_DEEP, reach=1.2, fullness=0.4, lies=Lies.OVER, bridge=1.5)
FAT_FORMS: dict[str, Form] = {
    "deep-fascia": Form(FASCIA_DEEP, reach=2, fullness=0.1, lift=-11, fibres=SHEET),
    "deep-fat": Form(FAT, reach=2.5, fullness=0.35, lift=-7.5, lobules=Lobules(8, 0.9, 0.05)),
    "superficial-fascia": Form(FASCIA_DEEP, reach=2, fullness=0.2, lift=-4.5, fibres=SHEET),
    "thin-fat": Form(THIN_FAT, reach=4, fullness=0.1, lift=-3.2, lobules=Lobules(3.2, 0.3, 0.04)),
    "subcutaneous-fat": Form(FAT, reach=3, fullness=0.3, lift=-2, lobules=Lobules(7, 0.8, 0.05), pale=THIN_OVER_BONE),
    "superior-cluneal-nerves": NERVE_IN_FAT,
    "middle-cluneal-nerves": NERVE_IN_FAT,
}

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
