"""The hip bone: a wing within a rim of points, three muscle lines, a pillar, the spines; in mm, x grows outwards."""

from dataclasses import dataclass

from forms import Depth, Mound
from parts import PORES_MM, Bead, Bone, Ridge, Slab, flat
from tint import BONE

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Hip:
    """All figures of a hip bone."""

    rim: tuple[Depth, ...]  # of the wing and the ischium
    within: tuple[Depth, ...]
    pubis: tuple[Depth, ...]  # the pubic bone, far behind the ischium
    lines: tuple[Points, ...]  # the three gluteal lines
    line: tuple[float, float]  # half their width, and how high they stand between their ends
    pillar: tuple[Bead, ...]  # from the crest's tubercle down
    mounds: tuple[Mound, ...]
    reach: float
    fullness: float
    creased: float
    pores: float


HIP_FIGURES = Hip(
    rim=(
        (51, 25, -30), (62, 40, -45), (115, 47, -86), (130, 30, -98),  # along the crest
        (124, -12, -134), (116, -32, -132), (103, -54, -110), (101, -72, -87), (86, -84, -69),  # front edge and socket
        (78, -120, -68), (50, -120, -47), (46.5, -98, -50), (39, -87, -46),  # ischium and its spine
        (52, -68, -58), (56, -54, -70), (54, -46, -56), (43, -43, -46), (36, -12, -22),  # notch, lower and upper spine
    ),
    within=((57, 8, -19), (56, -12, -24), (71, 10, -52), (70, 30, -45), (72, -20, -57), (97, -34, -91)),
    pubis=((0, -104, -132), (20, -104, -123), (46, -100, -115)),
    lines=(
        ((65.5, 33), (65, 10), (58.5, -26)),  # posterior
        ((116, 22), (97, 6), (79, -20), (67, -40)),  # anterior
        ((106, -33), (92, -43.5), (71, -49)),  # inferior
    ),
    line=(2.0, 0.8),
    pillar=((118, 36, 6, 3.0), (106, -8, 6, 0.3)),
    mounds=(
        Mound(96, 10, 13, 20, -1.6),  # the wing is thin between its pillars
        Mound(46, 0, 6, 9, 2.4, -28),  # posterior superior spine
    ),
    reach=2.2, fullness=0.7, creased=0.3, pores=PORES_MM,
)  # fmt: skip


def built(own: Hip) -> Bone:
    """The hip bone from its figures."""
    return Bone(
        BONE,
        reach=own.reach,
        fullness=own.fullness,
        depths=flat(*own.pubis),
        slabs=(Slab(rim=flat(*own.rim), within=flat(*own.within)),),
        ridges=(*(_line(points, *own.line) for points in own.lines), Ridge(own.pillar)),
        mounds=own.mounds,
        pores=own.pores,
        creased=own.creased,
        own=own,
    )


def _line(points: Points, half: float, high: float) -> Ridge:
    """A low crest of one height that runs out at both ends."""
    ends = points[0], points[-1]
    return Ridge(tuple((x, y, half, 0 if (x, y) in ends else high) for x, y in points))


HIP = built(HIP_FIGURES)
