"""Everything on screen as one frozen value, to and from a `dimples:` link."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from dimples_gui.atlas.model import LAYERS
from dimples_gui.errors import LinkError

HOME = "home"
PANELS = (HOME,)
MIN_ZOOM, MAX_ZOOM = 0.25, 8.0  # of life size
FLAGS = ("labels", "hotspots")


class Place(NamedTuple):
    """Where the reader is: an entry or a panel, with the layer in view."""

    name: str = HOME
    layer: str = LAYERS[0]


class Scene(NamedTuple):
    """Everything on screen.

    `depth` runs from 0 (skin) to 4 (bone); `zoom` is a share of life size, 0 meaning fitted to the window;
    `x`, `y` is the point of the frame in the middle of the view, in mm, when not fitted.
    """

    name: str = HOME
    depth: float = 0.0
    zoom: float = 0.0
    x: float = 0.0
    y: float = 0.0
    labels: bool = False
    hotspots: bool = False
    opened: tuple[str, ...] = ()  # claims whose badge is open

    @property
    def layer(self) -> str:
        """The layer whose hotspots count: the nearer one."""
        return LAYERS[math.floor(self.depth + 0.5)]

    @property
    def place(self) -> Place:
        """Name and layer."""
        return Place(self.name, self.layer)


def to_link(scene: Scene) -> str:
    """A link that leads back to this scene."""
    parts = [f"layer={scene.layer}" if scene.depth == int(scene.depth) else f"depth={scene.depth:g}"]
    if scene == Scene():
        return f"dimples:{HOME}"
    if scene.zoom:
        parts += [f"zoom={scene.zoom:.4g}", f"x={scene.x:.4g}", f"y={scene.y:.4g}"]
    parts += [f"{flag}=1" for flag in FLAGS if getattr(scene, flag)]
    if scene.opened:
        parts.append("opened=" + ",".join(scene.opened))
    return f"dimples:{scene.name}?{'&'.join(parts)}"


def from_link(link: str, seen_on: Mapping[str, tuple[str, ...]] | None = None) -> Scene:
    """The scene that a link describes. Whether an entry of that name exists is for the caller to check.

    A link that names no layer leads to the outermost one on which the entry is seen (`seen_on`, by entry).
    Raises LinkError where the link is not of the form `dimples:name?key=value&…`.
    """
    scheme, colon, rest = link.strip().partition(":")
    name, _, query = rest.lstrip("/").partition("?")
    if scheme.lower() != "dimples" or not colon:
        raise LinkError(
            f"“{link}” is not a link of this program; one looks like dimples:psis or dimples:psis?layer=bone."
        )
    changes: dict[str, object] = {"name": name.rstrip("/") or HOME}
    for part in query.split("&") if query else ():
        key, _, value = part.partition("=")
        if key not in _READERS:
            raise LinkError(f"“{link}”: “{key}” is not known; a link may carry {', '.join(_READERS)}.")
        changes.update(_READERS[key](link, key, value))
    if "depth" not in changes:
        layers = (seen_on or {}).get(str(changes["name"]), LAYERS)
        changes["depth"] = float(LAYERS.index(layers[0])) if layers else 0.0
    return Scene()._replace(**changes)  # type: ignore[arg-type]  # each value was read for its field


def _layer(link: str, _key: str, value: str) -> dict[str, object]:
    """`layer=bone`."""
    if value not in LAYERS:
        raise LinkError(f"“{link}”: there is no layer “{value}”; the layers are {', '.join(LAYERS)}.")
    return {"depth": float(LAYERS.index(value))}


def _depth(link: str, key: str, value: str) -> dict[str, object]:
    """`depth=2.5`."""
    return {key: _number(link, key, value, 0.0, len(LAYERS) - 1.0)}


def _zoom(link: str, key: str, value: str) -> dict[str, object]:
    """`zoom=2` or `zoom=fit`."""
    return {key: 0.0 if value == "fit" else _number(link, key, value, MIN_ZOOM, MAX_ZOOM)}


def _coordinate(link: str, key: str, value: str) -> dict[str, object]:
    """`x=45`."""
    return {key: _number(link, key, value, -1000.0, 1000.0)}


def _flag(link: str, key: str, value: str) -> dict[str, object]:
    """`labels=1`, or just `labels`."""
    if value not in {"0", "1", ""}:
        raise LinkError(f"“{link}”: {key} is 1 (on) or 0 (off), not “{value}”.")
    return {key: value != "0"}


def _opened(_link: str, key: str, value: str) -> dict[str, object]:
    """`opened=c9,a1`."""
    return {key: tuple(part for part in value.split(",") if part)}


_READERS = {
    "layer": _layer, "depth": _depth, "zoom": _zoom, "x": _coordinate, "y": _coordinate,
    "labels": _flag, "hotspots": _flag, "opened": _opened,
}  # fmt: skip


def _number(link: str, key: str, value: str, least: float, most: float) -> float:
    """A number within bounds, or a LinkError that says what was wrong."""
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not least <= number <= most:
        raise LinkError(f"“{link}”: {key} is a number from {least:g} to {most:g}, not “{value}”.")
    return number
