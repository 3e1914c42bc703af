"""What a form is: how one structure stands up inside its outline. The figures are in forms_bone and forms_soft."""

from dataclasses import dataclass
from enum import Enum

from tint import Line, Material

Depth = tuple[float, float, float]  # x, y, towards the viewer, in mm; x > 0 is the structure's own outer side


class Lies(Enum):
    """What a form stands on."""

    OWN = "its own surface, given by its depths, or the layer's ground"
    OVER = "draped over what lies beneath, bridging hollows"
    JOINED = "grown out of what lies beneath"


@dataclass(frozen=True)
class Mound:
    """A round swelling, or with a negative height a hollow, at (x, y) on the right side and its mirror image."""

    x: float
    y: float
    width: float
    length: float
    height: float
    turn: float = 0.0  # degrees, anticlockwise on the right side
    edge: float = 1.0  # 1 is a soft hill, 2 and more a plateau or a pit with a clear edge


@dataclass(frozen=True)
class Fibres:
    """The strands a structure is made of."""

    width: float = 1.1  # mm, one bundle
    length: float = 26.0
    relief: float = 0.35  # mm, how far a bundle stands out
    streak: float = 0.10  # how much lighter and darker


@dataclass(frozen=True)
class Lobules:
    """The cushions that fat is made of."""

    size: float = 8.0  # mm, across one
    relief: float = 0.9  # mm, how far it bulges
    shade: float = 0.06  # how much one differs from the next


@dataclass(frozen=True)
class Form:
    """How one structure is rounded off inside its outline; lengths in mm."""

    material: Material
    reach: float = 6.0  # wider than about this it is a plateau, narrower a rod
    fullness: float = 0.7  # 1 is as thick as wide, 0 flat
    lies: Lies = Lies.OWN
    bridge: float = 2.0  # OVER: how wide a hollow it spans
    lift: float = 0.0  # above what it stands on
    depths: tuple[Depth, ...] = ()
    mounds: tuple[Mound, ...] = ()
    fibres: Fibres | None = None
    lobules: Lobules | None = None
    pale: tuple[Line, ...] = ()  # lines along which it turns into its paler colour
    pores: float = 0.0  # mm, roughness of bone


@dataclass(frozen=True)
class Crease:
    """How an ink line inside a structure shows in the relief."""

    height: float  # mm; negative is a groove
    width: float  # mm, half
    material: Material | None = None  # only for what has a colour of its own, as a nerve
