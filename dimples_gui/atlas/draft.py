"""The atlas on its way: all that could be read, where each part of it stands, and what has been found wrong."""

from collections.abc import Container, Mapping
from typing import NamedTuple

from dimples_gui.atlas.decide_reading import Deciding
from dimples_gui.atlas.marked_yaml import Origin
from dimples_gui.atlas.model import Atlas, Plate, Problem, Where


class Known(NamedTuple):
    """Names that may be referred to without complaint, those of broken things too: their own fault is told once."""

    entries: Container[str]
    claims: Container[str]
    sources: Container[str]
    outlines: Container[str]
    icons: Container[str]


class Origins(NamedTuple):
    """Where things stand, by name; files of words and of facts apart."""

    facts: dict[str, Origin]
    words: dict[str, Origin]
    claims: dict[str, Origin]
    sources: dict[str, Origin]
    home: Origin
    terms: dict[str, Origin]
    plate: Where
    outlines: dict[str, int]  # the line of each id


class Drawn(NamedTuple):
    """One plate as it is drawn, and what its outlines have to do with entries."""

    plate: Plate
    key: str  # of an entry, that names outlines of this plate
    known: Container[str]
    claimed: Container[str]  # outlines that some entry names, broken entries too
    inert: frozenset[str]  # outlines marked as opening nothing
    where: Where
    lines: Mapping[str, int]  # of each id


class Draft(NamedTuple):
    """What the checks see. The atlas may still refer to what it does not hold."""

    atlas: Atlas
    known: Known
    origins: Origins
    claimed: Container[str]  # outlines that some entry names, broken entries too
    inert: frozenset[str]  # outlines marked as opening nothing
    problems: tuple[Problem, ...]
    section: Drawn | None = None
    deciding: Deciding = Deciding()

    @property
    def plates(self) -> tuple[Drawn, ...]:
        """The back, and the section where there is one."""
        origins = self.origins
        back = Drawn(
            self.atlas.plate, "outlines", self.known.outlines, self.claimed, self.inert, origins.plate, origins.outlines
        )
        return (back, self.section) if self.section else (back,)
