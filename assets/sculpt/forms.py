"""What a form is: how one structure stands up inside its outline. The figures are in the modules named forms_…."""

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
    even: float = 0.0  # mm; unless 0, nothing in it is wider than about this


@dataclass(frozen=True)
class Bundles:
    """The coarse bundles of a muscle: round backs with narrow furrows between them."""

    width: float = 5.0  # mm, one bundle
    length: float = 70.0
    relief: float = 0.8  # mm, from furrow to back
    shade: float = 0.06  # how much one bundle differs from the next
    furrow: float = 0.30  # how much darker a furrow is
    glint: float = 0.10  # how much of the pale skin between bundles is seen


@dataclass(frozen=True)
class Fraying:
    """Where a muscle grows out of tendon or fascia: ragged teeth of flesh, each bundle ending where it likes."""

    line: Line  # x, y, and how far from it the flesh begins, mm
    teeth: float = 5.0  # mm, how ragged
    soft: float = 5.0  # mm, from tendon to flesh within one bundle
    thin: float = 0.75  # how much of its thickness it has lost at the line


@dataclass(frozen=True)
class Sheer:
    """How much a sheet hides of what lies beneath it."""

    thin: float = 0.5  # share hidden where it is thinnest
    thick: float = 0.95
    seams: tuple[Line, ...] = ()  # lines of (x, y, half width) along which it is thick
    below_y: tuple[float, float] | None = None  # mm: thick below the second, turning from the first
    grain: float = 0.06  # how much its fibres vary it


@dataclass(frozen=True)
class Lobules:
    """The cushions that fat is made of."""

    size: float = 8.0  # mm, across one
    relief: float = 0.9  # mm, how far it bulges
    shade: float = 0.06  # how much one differs from the next
    crevice: float = 0.16  # how much darker it is between them


@dataclass(frozen=True)
class Step:
    """One step down in a window cut into a layer."""

    foot: str  # the outline that begins at the wall's foot
    width: float  # mm, how far the cut wall leans back
    ledge: float = 0.1  # how much of its height the wall keeps at the very edge
    lobed: float = 0.0  # mm: how far lobules stand out of the wall
    bend: float = 0.6  # below 1 its upper rim is round, as a cut through something soft


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
    bundles: Bundles | None = None
    weave: Fibres | None = None  # a second set of fibres that crosses the first, mirrored at the vertical
    fraying: tuple[Fraying, ...] = ()
    sheer: Sheer | None = None  # a see-through sheet
    lobules: Lobules | None = None
    pale: tuple[Line, ...] = ()  # lines along which it turns into its paler colour
    edge: float = 0.45  # mm: how softly its edge passes into what lies beneath
    ragged: float = 0.0  # mm from the edge inwards over which it frays into single strands
    blend: bool = False  # whether its colour passes as softly
    pores: float = 0.0  # mm, roughness of bone


@dataclass(frozen=True)
class Crease:
    """How an ink line inside a structure shows in the relief."""

    height: float  # mm; negative is a groove
    width: float  # mm, half
    material: Material | None = None  # only for what has a colour of its own, as strands in fat
