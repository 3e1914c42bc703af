"""The grammar of `dimples:` links: what they may name and carry, and in words what is wrong with one."""

import math

from dimples_gui.atlas.model import LAYERS
from dimples_gui.errors import LinkError

HOME = "home"
# Names that lead to a panel, so that no entry may have them.
PANELS = (HOME, "sources", "glossary", "whatif", "options", "lookalikes", "redflags", "truths", "find")
MIN_ZOOM, MAX_ZOOM = 0.25, 8.0  # of life size
MOST_NUMBER = 99  # of a question and of a step
FURTHEST = 1000.0  # mm from the origin that a view may look
LAMP = (135.0, 35.0)  # azimuth and elevation in degrees: upper left, in front
TONES = ("light", "medium", "tan", "brown", "deep")  # of skin; what they are is said in body/tones.py
EXPLANATIONS = ("held-down", "filled-in", "between-muscles")  # what they say is said in body/explanation.py
PLATES = ("back", "section", "both")  # in view
CUT_Z = -12.0  # mm: a little before the spines; about there the section is looked at, once zoomed, unless asked
LEAST_FAT, MOST_FAT = 0.06, 0.48  # body fat as a share of body mass, of the leanest man, the fattest woman
LAMP_ELEVATIONS = (12.0, 80.0)  # flatter than this all is in shadow, steeper it shows no form


def read_link(link: str) -> tuple[str, dict[str, object]]:
    """What a link names, and what it carries as values of a scene's fields. Whether an entry is so named is not asked.

    Raises LinkError where the link is not of the form `dimples:name?key=value&…`.
    """
    scheme, colon, rest = link.strip().partition(":")
    name, _, query = rest.lstrip("/").partition("?")
    if scheme.lower() != "dimples" or not colon:
        raise LinkError(
            f"“{link}” is not a link of this program; one looks like dimples:psis or dimples:psis?layer=bone."
        )
    values: dict[str, object] = {}
    for part in query.split("&") if query else ():
        key, _, value = part.partition("=")
        if key not in _READERS:
            raise LinkError(f"“{link}”: “{key}” is not known; a link may carry {', '.join(_READERS)}.")
        values.update(_READERS[key](link, key, value))
    return name.rstrip("/") or HOME, values


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
    return {key: _number(link, key, value, -FURTHEST, FURTHEST)}


def _flag(link: str, key: str, value: str) -> dict[str, object]:
    """`labels=1`, or just `labels`."""
    if value not in {"0", "1", ""}:
        raise LinkError(f"“{link}”: {key} is 1 (on) or 0 (off), not “{value}”.")
    return {key: value != "0"}


def _lamp(link: str, key: str, value: str) -> dict[str, object]:
    """`lamp=135,35`: azimuth and elevation in degrees."""
    azimuth, comma, elevation = value.partition(",")
    if not comma:
        raise LinkError(f"“{link}”: {key} is two numbers, azimuth and elevation, such as 135,35, not “{value}”.")
    return {key: (_number(link, key, azimuth, 0.0, 360.0) % 360.0, _number(link, key, elevation, *LAMP_ELEVATIONS))}


def _share(link: str, key: str, value: str) -> dict[str, object]:
    """`sex=1`, a man, 0 is a woman; `muscle=0.5`; `tether=0`."""
    return {key: _number(link, key, value, 0.0, 1.0)}


def _fat(link: str, key: str, value: str) -> dict[str, object]:
    """`fat=0.24`, of body mass."""
    return {key: _number(link, key, value, LEAST_FAT, MOST_FAT)}


def _compared(link: str, key: str, value: str) -> dict[str, object]:
    """`compared=1,0.2,0.45,0.7,0`: another body's sex, fat, muscle, tether, and whether it is carved."""
    parts = value.split(",")
    if len(parts) != len(_BODY):
        raise LinkError(f"“{link}”: {key} is {len(_BODY)} numbers, {', '.join(_BODY)}, not “{value}”.")
    return {key: tuple(_number(link, name, part, *_BODY[name]) for name, part in zip(_BODY, parts, strict=True))}


def _word(link: str, key: str, value: str) -> dict[str, object]:
    """`tone=deep`, `explanation=filled-in`, `plate=both`."""
    kind, known = _WORDS[key]
    if value not in known:
        raise LinkError(f"“{link}”: there is no {kind} “{value}”; there are {', '.join(known)}.")
    return {key: value}


def _opened(_link: str, key: str, value: str) -> dict[str, object]:
    """`opened=c9,a1`."""
    return {key: tuple(part for part in value.split(",") if part)}


def _count(link: str, key: str, value: str) -> dict[str, object]:
    """`step=3`."""
    number = _number(link, key, value, 1.0, MOST_NUMBER)
    if not number.is_integer():
        raise LinkError(f"“{link}”: {key} is a whole number, not “{value}”.")
    return {key: int(number)}


_BODY = {
    "sex": (0.0, 1.0), "fat": (LEAST_FAT, MOST_FAT), "muscle": (0.0, 1.0), "tether": (0.0, 1.0), "carved": (0.0, 1.0),
}  # fmt: skip
_WORDS = {
    "tone": ("tone of skin", TONES), "explanation": ("explanation", EXPLANATIONS), "plate": ("plate", PLATES),
}  # fmt: skip
_READERS = {
    "layer": _layer, "depth": _depth, "zoom": _zoom, "x": _coordinate, "y": _coordinate, "z": _coordinate,
    "labels": _flag, "hotspots": _flag, "isolated": _flag, "nerves": _flag, "opened": _opened,
    "lamp": _lamp, "tone": _word, "explanation": _word, "plate": _word,
    "sex": _share, "fat": _fat, "muscle": _share, "tether": _share, "carved": _flag, "compared": _compared,
    "question": _count, "step": _count,
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
