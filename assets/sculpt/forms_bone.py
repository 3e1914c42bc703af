"""The other bones: depths in points (measured one at a time, or set by eye), plates, crests and hollows by name."""

from forms import Form, Lies, Mound
from forms_vertebra import PORES_MM, VERTEBRAE, flat, rod
from parts import Bone, Ridge, Slab
from tint import BONE, CARTILAGE, Material

DEPTHS = Material((150, 122, 92), (92, 110, 130))  # bone that little light gets to

HIP = Bone(
    BONE,
    reach=2.2,
    fullness=0.7,
    depths=flat((0, -104, -132), (20, -104, -123), (46, -100, -115)),  # the pubic bone, far behind the ischium
    slabs=(
        Slab(
            rim=flat(
                (51, 25, -30), (62, 40, -45), (115, 47, -86), (130, 30, -98), (124, -12, -134), (116, -32, -132),
                (103, -54, -110), (101, -72, -91), (86, -84, -69), (78, -120, -68), (50, -120, -47), (46.5, -98, -50),
                (39, -87, -49), (52, -68, -58), (56, -54, -70), (54, -46, -56), (43, -43, -47), (36, -12, -22),
            ),
            within=flat((57, 8, -19), (56, -12, -24), (71, 10, -52), (70, 30, -45), (72, -20, -57), (97, -34, -91)),
        ),
    ),
    ridges=(
        Ridge(((65.5, 33, 2.2, 0), (65, 10, 2.2, 0.9), (59, -24, 2.2, 0.3))),  # posterior gluteal line
        Ridge(((116, 22, 2, 0), (97, 6, 2, 0.75), (79, -20, 2, 0.75), (67, -40, 2, 0))),  # anterior one
        Ridge(((106, -33, 2, 0), (92, -43.5, 2, 0.7), (71, -49, 2, 0))),  # inferior one
        Ridge(((118, 36, 6, 3.0), (106, -8, 6, 0.3))),  # pillar from the crest's tubercle down
    ),
    mounds=(
        Mound(96, 10, 13, 20, -1.6),  # the wing is thin between its pillars
        Mound(46, 0, 6, 9, 2.4, -28),  # posterior superior spine
        Mound(45, -32, 5, 5, 1.2),  # posterior inferior spine
        Mound(98, -66, 10, 14, 2.6),  # wall of the socket
        Mound(49, -86, 5, 5, 1.0),  # ischial spine
    ),
    pores=PORES_MM,
    creased=0.3,
)  # fmt: skip

SACRUM = Bone(
    BONE,
    reach=2.2,
    fullness=0.7,
    depths=flat(
        # midline
        (0, 2, -54), (0, -9, -53), (0, -18, -44), (0, -30, -38), (0, -42, -31), (0, -60, -33), (0, -74, -35),
        # its two sides, as far as the foramina
        (9, 4, -67), (8, -4, -55), (9, -14, -49), (10, -26, -40), (10, -40, -32), (9, -54, -29), (9, -70, -32),
        (18, 2, -66), (18, -10, -54.5), (16, -28, -44), (17, -48, -39), (18, -62, -41),
        # beyond the foramina
        (28, 14, -67), (27, 0, -65), (27, -12, -57), (27, -22, -47), (27, -38, -41.5), (27, -54, -42), (26, -66, -47),
        # outer border; wing and face of the joint
        (36, 8, -69), (34, -4, -64), (34, -14, -51.5), (33, -30, -43.5), (33, -46, -41),
        (44, 18, -72), (41, -18, -60), (42, -28, -70), (39, -40, -48),
    ),
    ridges=(
        # median crest: the spines of four vertebrae
        Ridge((
            (0, 4, 2.0, 1.2), (0, 0, 2.5, 3.8), (0, -3, 2.3, 3.0), (0, -6.5, 1.8, 0.9), (0, -10, 2.6, 3.6),
            (0, -15, 2.5, 3.6), (0, -20, 1.8, 1.0), (0, -24, 2.4, 3.0), (0, -28.5, 2.3, 2.8), (0, -33.5, 1.8, 0.8),
            (0, -37, 2.1, 2.4), (0, -42, 2.0, 1.8), (0, -48, 1.8, 0.2),
        )),
        # intermediate crest, running down into the horn beside the hiatus
        Ridge((
            (12.5, -1, 2.2, 0.6), (12, -11, 2.2, 1.2), (11, -21, 2.0, 0.5), (10.5, -32, 2.2, 1.2), (9.8, -42, 2.0, 0.5),
            (9, -50, 2.4, 1.2), (8, -60, 2.3, 2.0), (7.3, -68, 2.2, 2.0), (7, -75, 2.2, 0),
        )),
        # lateral crest and its tubercles
        Ridge((
            (32, 3, 3.2, 0.6), (31.5, -4, 3.2, 2.0), (30.5, -12, 2.4, 0.5), (29.5, -20, 3.2, 2.4), (28, -30, 2.4, 0.5),
            (26, -39, 3.0, 2.0), (24.5, -48, 2.4, 0.4), (23.5, -55, 2.6, 1.3), (22, -62, 2.2, 0),
        )),
        Ridge(((5.5, -6, 2.5, 0), (5.5, -26, 2.5, -0.9), (5, -46, 2, -0.4))),  # groove beside the median crest
        # where the nerves leave the foramina, outward and down
        Ridge(((20.5, -5, 4.5, -2.4), (25, -8, 3.0, -1.0), (30, -11, 2.5, 0))),
        Ridge(((17.5, -20, 4.5, -2.6), (23, -23.5, 3.0, -1.2), (28, -26, 2.5, 0))),
        Ridge(((16.5, -38.5, 4.5, -2.4), (21, -42, 3.0, -1.2), (26, -44, 2.5, 0))),
        Ridge(((14.5, -56.5, 3.5, -1.8), (18, -59, 2.4, -0.8), (22, -61, 2.0, 0))),
    ),
    rods=(rod((17, 13, -68, 2.4), (18.5, 7, -61, 3.2), (16, -3, -70, 3.0)),),  # superior articular process
    mounds=(Mound(0, -62, 4.0, 10, -2.0, edge=1.5),),  # hiatus
    pores=PORES_MM,
    creased=0.25,
)  # fmt: skip

RIB_11 = Bone(
    BONE,
    reach=1.5,
    fullness=0.5,
    rods=(
        rod(
            (46, 196, -24, 6.5), (60, 187, -22, 6.5), (74, 172, -27, 6.5), (87, 156, -37, 6.5), (98, 140, -52, 6.5),
            (106, 124, -67, 6.5), (111, 112, -80, 6.5), (111, 100, -90, 6.5), deep=0.6, square=2.2,
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
            deep=0.6, square=2.2,
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
