"""The vertebrae from the twelfth thoracic down: what is each one's own, in mm; x > 0 stands for both sides.

Landmarks and depths were measured on a reference skeleton a point at a time, and made alike left and right. What they
have in common is in pattern_vertebra.
"""

from parts import Bone
from pattern_vertebra import Spine, Vertebra, Wing, built

T12 = Vertebra(
    depth=-46.5, lean=0.25,
    top=175.5, shoulder=(14, 190), waist=(12, 172), heel=(13.5, 160), toe=(12, 153), foot=160.5, pit=-30,
    spine=Spine(y=150.5, root=4.5, out=24, half=2.9),
    knob=(19, 184), neck=(17, 184), wing=Wing(20, 184, 4.0),
    strut=((13, 186, -50, 2.5), (11, 177, -44.5, 2.2), (10.3, 168, -44.5, 2.0), (11.5, 158, -51, 1.5)),
)  # fmt: skip

L1 = Vertebra(
    depth=-56, lean=0.25,
    top=147, shoulder=(12, 153), waist=(12, 140), heel=(13.3, 125), toe=(11.5, 119), foot=126.3, pit=-24,
    spine=Spine(y=114, root=5, out=26, half=3.1),
    knob=(17.5, 153), neck=(17, 149), wing=Wing(34.5, 148.5, 4.0),
)  # fmt: skip

L2 = Vertebra(
    depth=-60.5, lean=0.15,
    top=116, shoulder=(14.5, 120), waist=(14.3, 109), heel=(17, 96), toe=(13.5, 89), foot=96.5, pit=-22,
    spine=Spine(y=91, root=8.5, out=26, half=3.1),
    knob=(18, 124.5), neck=(17, 120), wing=Wing(39, 121.8, 4.6),
)  # fmt: skip

L3 = Vertebra(
    depth=-63, lean=0.0,
    top=89, shoulder=(17, 89), waist=(15.7, 82), heel=(19.2, 69), toe=(15.5, 62), foot=68, pit=-18,
    spine=Spine(y=63, root=9, out=29, half=3.8),
    knob=(20, 96.5), neck=(19, 91), wing=Wing(37.5, 92.5, 4.8),
)  # fmt: skip

L4 = Vertebra(
    depth=-62, lean=-0.2,
    top=60, shoulder=(19.5, 61), waist=(19.3, 53), heel=(26.8, 44), toe=(22.5, 34.5), foot=44.3, pit=-64,
    spine=Spine(y=40, root=15, out=28.5, half=3.1),
    knob=(25, 67.5), neck=(23, 60.5), wing=Wing(40.5, 62, 5.0),
)  # fmt: skip

L5 = Vertebra(
    depth=-56.5, lean=-0.3,
    top=31.5, shoulder=(23, 29.8), waist=(23.3, 25), heel=(27.2, 17.5), toe=(21.5, 7), foot=19.5, pit=-27,
    spine=Spine(y=18, root=20, out=25, half=3.0),
    knob=(28.5, 38.5), neck=(27, 30.5), wing=Wing(44, 35.5, 7.2),
    strut=((17, 41, -67, 2.0), (16, 36, -62.5, 2.4), (15, 29, -66, 2.5)),
)  # fmt: skip

VERTEBRAE: dict[str, Bone] = {
    name: built(bone) for name, bone in (("T12", T12), ("L1", L1), ("L2", L2), ("L3", L3), ("L4", L4), ("L5", L5))
}
