"""The forms of fat, muscle, fascia, ligament and nerve."""

from forms import Crease, Fibres, Form, Lies
from tint import APONEUROSIS, FASCIA, FAT, LIGAMENT, MUSCLE, NERVE, TETHER

FLESH = Fibres(width=1.5, length=34, relief=0.34, streak=0.10)
FINE_FLESH = Fibres(width=1.1, length=38, relief=0.24, streak=0.09)
TENDON = Fibres(width=0.7, length=24, relief=0.12, streak=0.05)

MUSCLE_FORMS: dict[str, Form] = {
    "multifidus": Form(MUSCLE, reach=7, fullness=0.5, fibres=FLESH, lift=-4),
    "erector-spinae": Form(MUSCLE, reach=9, fullness=0.4, fibres=FLESH, lift=-3),
    "longissimus": Form(MUSCLE, reach=8, fullness=0.5, fibres=FLESH, lift=-2),
    "iliocostalis": Form(MUSCLE, reach=8, fullness=0.5, fibres=FLESH, lift=-2),
    "lumbar-triangle": Form(MUSCLE, reach=4, fullness=0.2, fibres=FINE_FLESH, lift=-5),
    "external-oblique": Form(MUSCLE, reach=6, fullness=0.5, fibres=FINE_FLESH, lift=-1),
    "gluteus-medius": Form(MUSCLE, reach=9, fullness=0.4, fibres=FLESH, lift=-4),
    "gluteal-aponeurosis": Form(APONEUROSIS, reach=4, fullness=0.25, fibres=TENDON, lies=Lies.OVER, bridge=2),
    "thoracolumbar-fascia": Form(
        FASCIA, reach=4, fullness=0.2, fibres=TENDON, lies=Lies.OVER, bridge=3, lift=0.6
    ),
    "latissimus-dorsi": Form(MUSCLE, reach=5, fullness=0.45, fibres=FINE_FLESH, lift=0),
    "gluteus-maximus": Form(MUSCLE, reach=9, fullness=0.45, fibres=FLESH, lift=0),
}

LIGAMENT_FORMS: dict[str, Form] = {
    "tether": Form(TETHER, reach=3, fullness=0.4, fibres=TENDON, lies=Lies.OVER, bridge=2, lift=0.8),
}
LIGAMENT_FORM = Form(LIGAMENT, reach=4, fullness=0.45, fibres=TENDON, lies=Lies.OVER, bridge=3.0, lift=0.5)

FAT_FORMS: dict[str, Form] = {"superficial-fascia": Form(FASCIA, reach=2, fullness=0.2, lies=Lies.OVER)}
FAT_FORM = Form(FAT, reach=8, fullness=0.3)

# the first word found in a crease's id counts
CREASES: dict[str, Crease] = {
    "nerve": Crease(0.7, 0.55, NERVE),
    "fibre": Crease(-0.22, 0.6),
    "crest": Crease(0.9, 1.3),
    "ridge": Crease(0.9, 1.2),
    "gluteal-line": Crease(0.5, 1.2),
    "line": Crease(0.5, 1.0),
    "groove": Crease(-0.8, 1.4),
    "seam": Crease(-0.5, 0.9),
    "": Crease(-0.55, 0.9),
}
