"""The other bones: depths in points (measured one at a time, or set by eye), plates, crests and hollows by name."""

from forms import Form, Lies
from forms_hip import HIP
from forms_sacrum import SACRUM
from forms_vertebra import VERTEBRAE
from parts import PORES_MM, Bone, Ridge, Slab, flat, rod
from tint import BONE, CARTILAGE, Material

DEPTHS = Material((150, 122, 92), (92, 110, 130))  # bone that little light gets to

RIB_11 = Bone(
    BONE,
    reach=1.5,
    fullness=0.5,
    rods=(
        rod(
            (46, 196, -24, 6.5), (60, 187, -22, 6.5), (74, 172, -27, 6.5), (87, 156, -37, 6.5), (98, 140, -52, 6.5),
            (106, 124, -67, 6.5), (111, 112, -80, 6.5), (111, 100, -90, 6.5), sides=(0.6, 2.2, 1.5, 1.0),
        ),
    ),
    pores=PORES_MM,
    creased=0.3,
)  # fmt: skip
RIB_12 = Bone(
    BONE,
    reach=1.5,
    fullness=0.5,
    rods=(
        rod(
            (18, 194, -68, 4.5), (25, 184, -61, 4.8), (35, 172, -46, 5.2), (46, 160, -35, 5.6), (57, 145, -32, 5.8),
            (66, 130, -36, 5.6), (74, 116, -44, 5.4), (79, 103, -52, 5.0), (80.5, 94, -57, 5.0),
            sides=(0.6, 2.2, 1.5, 1.0),
        ),
    ),
    pores=PORES_MM,
    creased=0.3,
)  # fmt: skip

FEMUR = Bone(
    BONE,
    reach=5.0,
    fullness=0.6,
    depths=flat(
        (84, -96, -72), (90, -84, -76), (100, -84, -88), (96, -100, -76), (106, -98, -82), (108, -112, -78),
        (76, -110, -80),
        (100, -120, -76),
    ),
    slabs=(
        Slab(
            flat(
                (113, -97, -68), (121, -91, -67), (131, -92, -71), (141, -101, -79), (147, -116, -84),
                (140, -126, -78),
                (113, -126, -66), (111, -108, -68),
            ),
            flat((122, -107, -62)),
            reach=4.0,
        ),
    ),
    pores=PORES_MM,
    creased=0.3,
)  # fmt: skip

COCCYX = Bone(
    BONE,
    reach=4.5,
    fullness=0.85,
    depths=flat((0, -78, -40), (0, -92, -39), (14, -88, -43), (0, -104, -41), (6, -98, -43), (0, -112, -48)),
    ridges=(Ridge(((5.5, -77, 1.8, 0.8), (6.5, -82, 2.2, 1.2), (8, -87, 2, 0))),),  # horn
    pores=PORES_MM,
    creased=0.7,
)

BONE_FORMS: dict[str, Form] = {
    **VERTEBRAE,
    "rib-11": RIB_11,
    "rib-12": RIB_12,
    "femur": FEMUR,
    "sacrum": SACRUM,
    "sacral-foramen": Form(DEPTHS, reach=2.5, fullness=-0.5, lies=Lies.JOINED, lift=-5),
    "coccyx": COCCYX,
    "sacroiliac-joint": Form(CARTILAGE, reach=2.0, fullness=-0.3, lies=Lies.JOINED, lift=-1.5),
    "hip-bone": HIP,
    "iliac-crest": Form(BONE, reach=7.0, fullness=0.42, lies=Lies.JOINED, pores=0.01),
    "psis": Form(BONE, reach=6, fullness=0.3, lies=Lies.JOINED),
    "piis": Form(BONE, reach=5.0, fullness=0.3, lies=Lies.JOINED),
    "s2": Form(BONE, reach=4.0, fullness=0.25, lies=Lies.JOINED),
}
