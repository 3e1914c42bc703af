"""The bones' forms: depths in a few points (landmarks measured, the rest by eye), swellings and hollows by name."""

from dataclasses import replace
from typing import NamedTuple

from forms import Depth, Form, Lies, Mound
from tint import BONE, CARTILAGE, HOLE

FLATTEN = 0.5  # depths are halved as in a bas-relief, or the wings of the hip bones would be half in the dark


def _flat(*depths: Depth) -> tuple[Depth, ...]:
    return tuple((x, y, z * FLATTEN) for x, y, z in depths)


class Vertebra(NamedTuple):
    """What tells one vertebra from the next, in mm."""

    tip: float  # height of the spinous process' tip
    tip_z: float  # its depth
    transverse: Depth  # tip of the right transverse process
    upper: float  # half the width across the upper articular processes
    knob: float  # how far the spinous process stands out
    gaps: tuple[tuple[float, float, float, float], ...]  # x, y, half width, half height: openings into the canal


def _vertebra(bone: Vertebra) -> Form:
    """The form that all vertebrae share."""
    tip, tip_z, (tx, ty, tz), upper, knob, gaps = bone
    return Form(
        BONE,
        reach=3.4,
        fullness=0.8,
        depths=_flat(
            (0, tip, tip_z - 8), (0, tip + 20, tip_z - 20), (0, tip + 34, tip_z - 26),
            (10, tip + 12, tip_z - 17), (14, tip + 2, tip_z - 16), (15, ty + 8, tip_z - 17),
            (20, ty, tip_z - 24), (tx * 0.7, ty, tz + 3), (tx, ty, tz),
        ),
        mounds=(
            Mound(0, tip - 1, 3.0, 11, knob),  # the spinous process' blade
            Mound(0, tip - 9, 4.0, 5, 2.0),  # its thick lower end
            Mound(upper, ty + 7, 4.0, 5.5, 2.4),  # mamillary process
            Mound(upper - 3, tip - 2, 5.0, 7, 1.8),  # inferior articular process
            Mound(8.5, ty - 3, 5.5, 5, -1.6, 25),  # hollow of the lamina
            Mound(upper + 3, tip + 15.5, 4.0, 5, -3.2, edge=1.6),  # the body, seen beside the arch
            Mound(upper + 7, ty - 1, 3, 3, 1.0),  # accessory process
            *(Mound(x, y, width, length, -8.0, edge=2.0) for x, y, width, length in gaps),
        ),
        pores=0.016,
    )  # fmt: skip


HIP = Form(
    BONE,
    reach=5.0,
    fullness=0.75,
    depths=_flat(
        (45, 0, -18), (56, 18, -28), (70, 34, -45), (84, 46, -60), (98, 51, -76), (115, 42, -94), (131, 13, -116),
        (126, -12, -128), (105, 10, -88), (80, 5, -58), (62, -8, -38), (40, -30, -32), (60, -38, -50),
        (90, -30, -78), (118, -35, -118), (80, -70, -82), (105, -70, -104), (50, -80, -80), (60, -105, -74),
        (20, -105, -100), (85, -110, -92),
    ),
    mounds=(
        Mound(96, 19, 27, 20, -6.5, 8),  # gluteal fossa
        Mound(70, 12, 9, 24, -3.5, -30),  # behind the posterior gluteal line
        Mound(113, 24, 8, 26, 3.4, 14),  # pillar from the crest's tubercle down
        Mound(47, 1, 7, 10, 3.5, -28),  # posterior superior spine
        Mound(60, -8, 8, 24, 2.4, -24),  # the thick rear border
        Mound(41, -31, 6, 5, 2.5),  # posterior inferior spine
        Mound(46, -18, 5, 6, -1.5),  # notch between the two spines
        Mound(66, -26, 12, 10, -3.0),
        Mound(99, -74, 14, 20, 6.0, 15),  # wall of the socket
        Mound(84, -44, 16, 14, -4.0),  # waist above the socket
        Mound(49, -86, 6, 6, 2.2),  # ischial spine
        Mound(62, -104, 10, 14, 2.5),  # body of the ischium
    ),
    pores=0.016,
)  # fmt: skip

SACRUM = Form(
    BONE,
    reach=4.0,
    fullness=0.75,
    depths=_flat(
        (0, 20, -46), (0, 8, -32), (0, -12, -24), (0, -32, -25), (0, -52, -32), (0, -70, -42), (0, -82, -50),
        (24, 16, -52), (44, 12, -68), (22, -8, -38), (44, -14, -58), (20, -34, -38), (34, -40, -52), (18, -56, -44),
        (30, -58, -54),
    ),
    mounds=(
        Mound(0, 3, 4.2, 6.5, 4.2), Mound(0, -13, 4.0, 7.0, 4.8), Mound(0, -29, 3.8, 6.5, 4.2),  # median crest
        Mound(0, -43, 3.5, 5.5, 2.6), Mound(0, -20, 4.5, 26, 1.6),
        Mound(9, -14, 3.5, 30, -1.8),  # groove beside it
        Mound(13.5, 10, 5.0, 6.0, 3.2, -15),  # superior articular process
        Mound(11, -5, 2.6, 4.5, 1.3), Mound(10, -20, 2.5, 5, 1.3), Mound(9, -36, 2.4, 5, 1.2),  # intermediate crest
        Mound(8, -60, 2.4, 6, 1.6),  # cornu
        Mound(0, -63, 4.5, 7, -2.2),  # hiatus
        Mound(31, 2, 6, 6, 2.6), Mound(27, -17, 5, 6, 2.8), Mound(24, -33, 4.5, 6, 2.4),  # lateral crest
        Mound(22, -47, 4.5, 6, 2.0), Mound(20, -60, 4, 6, 1.4),
        Mound(36, 12, 8, 6, -1.5, -30),  # ala
        Mound(33, -9, 4, 5, -1.8), Mound(28, -26, 4, 4, -1.2),
        Mound(20.5, -4, 5.5, 6.5, -1.8), Mound(17, -19, 5.5, 6, -1.8), Mound(16, -37, 5, 6, -1.6),  # foramina's funnels
        Mound(15, -54, 4, 5, -1.2),
    ),
    pores=0.016,
)  # fmt: skip

RIB = Form(BONE, reach=6.0, fullness=0.75, pores=0.016)
RIB_11 = replace(RIB, depths=_flat((40, 198, -58), (72, 176, -44), (100, 140, -56), (112, 104, -74)))
RIB_12 = replace(RIB, depths=_flat((20, 188, -58), (45, 168, -50), (65, 135, -56), (80, 98, -68)))

FEMUR = Form(
    BONE,
    reach=9.0,
    fullness=0.75,
    depths=_flat((85, -90, -118), (100, -105, -110), (135, -110, -98), (118, -125, -96), (120, -148, -104)),
    mounds=(Mound(131, -106, 11, 12, 4.5), Mound(114, -100, 7, 9, -3.5), Mound(113, -118, 5, 12, 2.0, -20)),
    pores=0.016,
)

BONE_FORMS: dict[str, Form] = {
    "T12": _vertebra(Vertebra(156, -27, (20, 184, -58), 15, 7.5, ())),
    "L1": _vertebra(Vertebra(125, -29, (35, 148, -56), 15, 8.0, ((5.5, 155, 4.5, 5.0),))),
    "L2": _vertebra(Vertebra(94, -34, (39, 120, -59), 15.5, 7.5, ((6, 122, 4.5, 4.5),))),
    "L3": _vertebra(Vertebra(68, -34, (40, 90, -64), 16.5, 7.5, ((6, 94, 5.0, 4.5),))),
    "L4": _vertebra(Vertebra(44, -34, (43, 62, -67), 17.5, 7.0, ((8, 64, 6.0, 4.2), (9.5, 41, 5.0, 4.2)))),
    "L5": _vertebra(Vertebra(23, -29, (50, 35, -63), 20, 6.5, ((9.0, 37.5, 7.0, 5.0), (0, 11, 12.0, 7.0)))),
    "rib-11": RIB_11,
    "rib-12": RIB_12,
    "femur": FEMUR,
    "sacrum": SACRUM,
    "sacral-foramen": Form(HOLE, reach=2.5, fullness=-0.5, lies=Lies.JOINED, lift=-6),
    "coccyx": Form(
        BONE, reach=4.0, fullness=0.8, depths=_flat((0, -78, -46), (9, -90, -52), (0, -112, -52)), pores=0.016
    ),
    "sacroiliac-joint": Form(CARTILAGE, reach=2.0, fullness=-0.3, lies=Lies.JOINED, lift=-1.5),
    "hip-bone": HIP,
    "iliac-crest": Form(BONE, reach=7.0, fullness=0.42, lies=Lies.JOINED, pores=0.01),
    "psis": Form(BONE, reach=6, fullness=0.3, lies=Lies.JOINED),
    "piis": Form(BONE, reach=5.0, fullness=0.3, lies=Lies.JOINED),
    "s2": Form(BONE, reach=4.0, fullness=0.25, lies=Lies.JOINED),
}
