"""Everything on screen as one frozen value, to and from a `dimples:` link."""

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from dimples_gui.atlas import links
from dimples_gui.atlas.model import LAYERS
from dimples_gui.body.build import DEFAULT, Build

HOME = links.HOME
PANELS = links.PANELS
_, SOURCES, GLOSSARY, WHATIF, OPTIONS, LOOKALIKES, REDFLAGS, TRUTHS, FIND = PANELS
WIDE = (OPTIONS, LOOKALIKES)  # panels that take the window's middle; the plate is a strip beside them
BARE = (WHATIF, *WIDE)  # beside these the plates are small or compared, and have no pins
MIN_ZOOM, MAX_ZOOM = links.MIN_ZOOM, links.MAX_ZOOM  # of life size
BACK, SECTION, BOTH = links.PLATES
FLAGS = ("labels", "hotspots", "isolated")
WORDS = ("tone", "explanation", "plate")


class Place(NamedTuple):
    """Where the reader is: an entry or a panel, with the layer in view; or a question of home, being answered."""

    name: str = HOME
    layer: str = LAYERS[0]
    question: int = 0

    @property
    def page(self) -> str | int:
        """What the panel shows there: the question, whatever its steps point out, or what has the name."""
        return self.question or self.name


class Scene(NamedTuple):
    """Everything on screen.

    `depth` runs from 0 (skin) to 4 (bone); `zoom` is a share of life size, 0 meaning fitted to the window;
    `x`, `y` is the point of the frame in the middle of the view, in mm, when not fitted; of the section it is `x`, `z`.
    While a question of home is answered step by step, `name` is what the step points out on the plate.
    """

    name: str = HOME
    depth: float = 0.0
    zoom: float = 0.0
    x: float = 0.0
    y: float = 0.0
    labels: bool = False
    hotspots: bool = False
    opened: tuple[str, ...] = ()  # claims whose badge is open; of the sources and the glossary: those unfolded
    question: int = 0  # of home, from 1; 0 for none
    step: int = 0  # of its answer, from 1; 0 without a question
    lamp: tuple[float, float] = links.LAMP  # azimuth and elevation in degrees, see plate/lamp.py
    build: Build = DEFAULT  # the body that is drawn
    explanation: str = links.EXPLANATIONS[0]  # by which its dimples are drawn, see body/explanation.py
    compared: Build | None = None  # another body beside it
    plate: str = BACK  # which of the plates are in view
    tone: str = links.TONES[1]  # of its skin
    z: float = links.CUT_Z
    isolated: bool = False  # the open entry alone is in full light
    nerves: bool = True  # cords are drawn and can be pointed at

    @property
    def layer(self) -> str:
        """The layer whose hotspots count: the nearer one."""
        return LAYERS[math.floor(self.depth + 0.5)]

    @property
    def place(self) -> Place:
        """Name, layer and question."""
        return Place(self.name, self.layer, self.question)


def to_link(scene: Scene) -> str:
    """A link that leads back to this scene."""
    if scene == Scene():
        return f"dimples:{HOME}"
    parts = [f"layer={scene.layer}" if scene.depth == int(scene.depth) else f"depth={scene.depth:g}"]
    if scene.zoom:
        parts += [f"zoom={scene.zoom:.4g}", f"x={scene.x:.4g}", f"y={scene.y:.4g}"]
        parts += [f"z={scene.z:.4g}"] if scene.z != links.CUT_Z else []
    parts += [f"{flag}=1" for flag in FLAGS if getattr(scene, flag)]
    if not scene.nerves:
        parts.append("nerves=0")
    if scene.opened:
        parts.append("opened=" + ",".join(scene.opened))
    if scene.question:
        parts += [f"question={scene.question}", f"step={scene.step}"]
    if scene.lamp != links.LAMP:
        parts.append("lamp={:g},{:g}".format(*scene.lamp))
    parts += [*_body_parts(scene)]
    parts += [f"{field}={getattr(scene, field)}" for field in WORDS if getattr(scene, field) != getattr(Scene(), field)]
    return f"dimples:{scene.name}?{'&'.join(parts)}"


def _body_parts(scene: Scene) -> Iterator[str]:
    """What a link says of the bodies: of the first one, what is not as in the middling woman; all of the other."""
    if scene.build != DEFAULT:
        named = zip(Build._fields, scene.build, DEFAULT.with_sex(scene.build.sex), strict=True)
        yield from (f"{field}={float(value):g}" for field, value, usual in named if value != usual or field == "sex")
    if scene.compared:
        yield "compared=" + ",".join(f"{float(value):g}" for value in scene.compared)


def from_link(link: str, seen_on: Mapping[str, tuple[str, ...]] | None = None) -> Scene:
    """The scene that a link describes. Whether an entry of that name exists is for the caller to check.

    A link that names no layer leads to the outermost one on which the entry is seen (`seen_on`, by entry).
    Raises LinkError where the link is not of the form `dimples:name?key=value&…`.
    """
    name, changes = links.read_link(link)
    if "depth" not in changes:
        layers = (seen_on or {}).get(name, LAYERS)
        changes["depth"] = float(LAYERS.index(layers[0])) if layers else 0.0
    _taken_as_body(changes)
    scene = Scene(name)._replace(**changes)  # type: ignore[arg-type]  # each value was read for its field
    return scene._replace(step=max(scene.step, 1) if scene.question else 0)


def _taken_as_body(changes: dict[str, object]) -> None:
    """Make one body of what a link says of it; a sex alone keeps the body's place in that sex's range of fat."""
    said = {field: changes.pop(field) for field in Build._fields if field in changes}
    if said:
        usual = DEFAULT.with_sex(cast("float", said.get("sex", DEFAULT.sex)))
        changes["build"] = usual._replace(**said).within_bounds()  # type: ignore[arg-type]  # each was read for its field
    if compared := changes.get("compared"):
        sex, fat, muscle, tether, carved = cast("tuple[float, ...]", compared)
        changes["compared"] = Build(sex, fat, muscle, tether, bool(carved)).within_bounds()


def step_link(shows: str, question: int, step: int) -> str:
    """The link to a step of a question's answer, from the link to what the step shows; both counted from 1."""
    return f"{shows}{'&' if '?' in shows else '?'}question={question}&step={step}"
