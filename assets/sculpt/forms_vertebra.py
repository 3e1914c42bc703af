"""The vertebrae from the twelfth thoracic down: plates, struts and processes, in mm; x > 0 stands for both sides.

A point is (x, y, towards the viewer), a bead of a process (x, y, towards the viewer, half its width). Tips, edges and
depths were measured on a reference skeleton a point at a time, and made alike left and right.
"""

from typing import NamedTuple

from forms import Depth
from parts import Bead, Bone, Rod, Slab
from tint import BONE

FLATTEN = 0.5  # depths are halved as in a bas-relief, or the wings of the hip bones would be half in the dark
PORES_MM = 0.012
WEB_DEEP_MM, WEB_WIDE_MM = 9.0, 1.6  # how much lower and wider a spinous process is at its root


def flat(*depths: Depth) -> tuple[Depth, ...]:
    """Points at the relief's depth."""
    return tuple((x, y, z * FLATTEN) for x, y, z in depths)


def rod(*beads: Bead, deep: float = 0.75, square: float = 2.0, flank: float = 1.5, blunt: float = 1.0) -> Rod:
    """A rod at the relief's depth."""
    return Rod(tuple((x, y, z * FLATTEN, half) for x, y, z, half in beads), deep, square, flank, blunt)


class Vertebra(NamedTuple):
    """The parts of one vertebra, as seen from behind."""

    body: tuple[Depth, ...]  # what shows of it beside and between the arches
    lamina: tuple[Depth, ...]  # the arch's rim with the lower articular process, from its top round to its foot
    vault: tuple[Depth, ...]  # points of the arch within the rim
    spine: tuple[Bead, ...]  # spinous process, from its root to its tip
    upper: tuple[Bead, ...]  # upper articular process and mamillary process
    transverse: tuple[Bead, ...]  # transverse (costal) process, from its root to its tip
    struts: tuple[tuple[Bead, ...], ...]  # what joins them


def _web(bone: Vertebra) -> tuple[Bead, ...]:
    """The broad root on which the spinous process rises from the arch; it ends where the arch ends."""
    foot = bone.lamina[-1][1] + 3.0
    *upper, (x, y, z, half) = ((x, y, z - WEB_DEEP_MM, half + WEB_WIDE_MM) for x, y, z, half in bone.spine if y > foot)
    return (*upper, (x, y, z - WEB_DEEP_MM, half))


def _built(bone: Vertebra) -> Bone:
    """The form that all vertebrae share."""
    return Bone(
        BONE,
        reach=1.3,
        fullness=0.6,
        depths=flat(*bone.body),
        slabs=(Slab(flat(*bone.lamina), flat(*bone.vault)),),
        rods=(
            rod(*bone.spine, deep=0.9, square=2.2, flank=6.0, blunt=2.4),
            rod(*_web(bone), flank=1.3, blunt=3.0),
            rod(*bone.upper, flank=5.0),
            rod(*bone.transverse, deep=0.6),
            *(rod(*strut, flank=1.2) for strut in bone.struts),
        ),
        pores=PORES_MM,
        creased=0.0,
        knit=2.6,
    )


T12 = Vertebra(
    body=((0, 178, -67), (0, 190, -62), (17, 173, -66), (17, 165, -90), (8, 153, -73)),
    lamina=(
        (0, 175.5, -42), (4, 178, -47.5), (8, 184, -48.5), (9.5, 191, -48), (14, 192, -46), (13.5, 184, -45),
        (12, 176, -46.5), (12, 168, -47), (13.5, 160, -46), (13, 153, -49), (10, 154.5, -46), (6, 158, -43),
        (3, 160, -38),
        (0, 160.5, -36),
    ),
    vault=((6, 172, -46.5), (5, 165, -42.5)),
    spine=((0, 175, -42, 1.3), (0, 168, -32, 1.5), (0, 160, -24, 2.2), (0, 155, -22.5, 2.9), (0, 150.5, -26, 2.7)),
    upper=((18.5, 192, -37, 3.0), (19, 184, -36.5, 3.6), (17, 177, -50, 3.0)),
    transverse=((10, 188, -54, 3.5), (18, 184, -38, 4.0)),
    struts=(((13, 186, -50, 2.5), (11, 177, -44.5, 2.2), (10.3, 168, -44.5, 2.0), (11.5, 158, -51, 1.5)),),
)  # fmt: skip

L1 = Vertebra(
    body=(
        (0, 152, -76), (8, 150, -76), (18, 164, -86), (17, 141, -79), (16, 148, -68), (8, 121, -80), (45, 149, -84),
    ),
    lamina=(
        (0, 147, -54), (5, 150, -58), (9, 153.5, -58.5), (12, 151, -55), (13, 147, -55), (12, 142, -56),
        (12, 136, -56),
        (13.3, 128, -55), (12.8, 119, -59), (9, 121, -58), (6, 124.5, -53), (3, 126.5, -48), (0, 127, -46),
    ),
    vault=((5, 140, -53.5), (9, 135, -55), (5, 132, -49.5)),
    spine=(
        (0, 145.5, -51, 1.3), (0, 138, -42, 1.5), (0, 131, -32, 2.1), (0, 122, -30, 2.9),
        (0, 117, -31, 3.1), (0, 114, -35, 2.7),
    ),
    upper=((13.4, 161, -50, 0.9), (15.2, 157, -45, 2.4), (17.5, 153, -43.5, 3.7), (15, 147, -58, 3.0)),
    transverse=((10, 146, -64, 4.0), (17, 149, -53, 4.0), (26, 149, -54.5, 4.0), (34.5, 148.5, -55.5, 4.0)),
    struts=(),
)  # fmt: skip

L2 = Vertebra(
    body=(
        (0, 122, -80), (18, 134, -96), (19, 111, -84), (19, 117, -70), (8, 91, -82), (45, 121, -86), (20, 98, -90),
    ),
    lamina=(
        (0, 116, -57), (5, 119.5, -62), (11, 120.5, -63), (15, 117, -62), (14.3, 110, -60.5), (15, 105, -59),
        (16.8, 100, -59),
        (16.8, 95, -58), (14.5, 90, -62), (12, 90, -61), (9.5, 93.5, -60), (6, 96.5, -55.5), (3, 97.5, -52),
        (0, 97, -50),
    ),
    vault=((5, 110, -57), (5, 103, -52.5), (10, 105, -57.5)),
    spine=((0, 114, -52, 1.3), (0, 108, -41, 1.6), (0, 102, -36.5, 2.3), (0, 95, -34.5, 3.1), (0, 91, -37, 2.9)),
    upper=((13.2, 134, -58, 0.9), (15.3, 129, -52, 2.1), (18, 124.5, -50.5, 3.4), (16.5, 118, -66, 3.0)),
    transverse=(
        (11, 117, -70, 4.0), (17, 120, -59, 4.0), (26, 121, -60.5, 4.2), (34, 122, -59.5, 4.5), (39, 121.5, -58, 4.0),
    ),
    struts=(),
)  # fmt: skip

L3 = Vertebra(
    body=((0, 94, -81), (18, 82, -84), (19, 87, -70), (8, 64, -79), (45, 90, -84), (22, 104, -88), (22, 70, -84)),
    lamina=(
        (0, 89, -58), (5, 88.5, -62.5), (10, 90, -66), (14.5, 91, -64), (17, 88, -64), (15.7, 82, -63),
        (17, 77, -61.5),
        (19, 73, -59.5), (19, 66, -58), (17, 62, -61), (13, 63, -60), (9, 66.5, -57), (4, 68.5, -51), (0, 68, -48),
    ),
    vault=((5, 80, -57), (10, 78, -59.5), (5, 73, -50.5), (12, 70, -56)),
    spine=((0, 86.5, -54, 1.3), (0, 81, -42, 1.6), (0, 76, -36.5, 2.1), (0, 68, -34, 3.3), (0, 63, -36.5, 4.2)),
    upper=((17, 104, -61, 1.5), (18.5, 101, -57, 2.4), (20, 96.5, -54, 3.4), (17, 89, -70, 3.0)),
    transverse=(
        (12, 87, -74, 4.0), (19, 91, -62, 4.2), (26, 91, -65.5, 4.4), (33, 92, -66, 5.0), (37.5, 92.5, -64.5, 4.6),
    ),
    struts=(),
)  # fmt: skip

L4 = Vertebra(
    body=(
        (0, 64, -79), (22, 53, -83), (22, 57, -72), (27, 56, -70), (8, 41, -112), (14, 38, -104), (45, 62, -84),
        (28, 70, -84), (28, 46, -84),
    ),
    lamina=(
        (0, 60, -54), (6, 60, -60), (12, 61.5, -66), (18, 63, -63.5), (20, 58, -64), (19.3, 53, -62),
        (22, 49.5, -60),
        (26, 46, -56.5), (26.7, 41, -54), (24, 36, -55), (20.5, 34.5, -57), (17, 38, -56.5), (13.5, 42, -54),
        (8, 44.3, -49),
        (3, 43, -43), (0, 43, -42),
    ),
    vault=((10, 52, -57), (5, 52, -51.5), (15, 47, -54.5)),
    spine=((0, 57.5, -47, 1.6), (0, 54, -38.5, 2.1), (0, 49, -34, 2.6), (0, 43.5, -33.5, 3.1), (0, 40, -36, 2.9)),
    upper=((19.5, 75, -58, 1.5), (22, 72, -56.5, 3.0), (25, 67.5, -54.5, 3.6), (21, 59.5, -72, 3.0)),
    transverse=(
        (15, 59, -76, 4.0), (23, 60.5, -66, 4.6), (31, 61, -68.5, 4.8), (37, 61.5, -67.5, 5.0), (40.5, 62, -65.5, 4.4),
    ),
    struts=(),
)  # fmt: skip

L5 = Vertebra(
    body=(
        (0, 37, -77), (12, 35, -72), (8, 18, -68), (8, 11, -84), (0, 14, -80), (28, 23, -76), (34, 24, -72),
        (55, 36, -84), (30, 46, -84), (28, 10, -70),
    ),
    lamina=(
        (0, 31.5, -48), (7, 30.5, -49.5), (14, 31, -57), (20, 31.5, -60), (23.5, 28, -59), (23.5, 24, -54.5),
        (26.5, 21, -51),
        (26.7, 14, -49), (23.5, 8, -50), (19.5, 7.5, -51), (16.5, 12, -50), (13, 16.5, -48), (8, 19.8, -46),
        (3, 20, -43),
        (0, 19.5, -43),
    ),
    vault=((5, 26, -45), (12, 25, -49.5), (19, 19, -49)),
    spine=((0, 30.5, -34, 1.6), (0, 28, -31.5, 2.6), (0, 24, -30, 2.8), (0, 20, -31, 2.6), (0, 18, -33, 2.0)),
    upper=((26, 47, -57, 2.0), (28, 43, -55.5, 2.8), (28.5, 38.5, -54.5, 3.4), (23, 30, -69, 3.0)),
    transverse=(
        (18, 29, -72, 4.5), (27, 30.5, -61, 5.5), (35, 31, -62.5, 7.0), (41, 34, -63, 7.0), (46.5, 37, -62.5, 5.0),
    ),
    struts=(((17, 41, -67, 2.0), (16, 36, -62.5, 2.4), (15, 29, -66, 2.5)),),
)  # fmt: skip

VERTEBRAE: dict[str, Bone] = {
    name: _built(bone) for name, bone in (("T12", T12), ("L1", L1), ("L2", L2), ("L3", L3), ("L4", L4), ("L5", L5))
}
