"""YAML as plain values, with the line on which each of them stands."""

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dimples_gui.atlas.model import Problem, Where
from dimples_gui.atlas.reading import read_text, shown

MOST_NESTED = 20
Steps = tuple[Hashable, ...]  # the way to a value: keys and list positions, as ("sections", 0, "claims")

# The plain scalars that are not text are those of YAML 1.2: “no”, “12:30” and “010” stay what an author typed.
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})?\.[0-9]{1,18}")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\t")


class Origin(NamedTuple):
    """Where a value and all below it came from."""

    file: str
    lines: dict[Steps, int]
    text: tuple[str, ...]  # the file, line by line
    root: Steps = ()

    def below(self, *steps: Hashable) -> "Origin":
        """The origin of a part."""
        return self._replace(root=(*self.root, *steps))

    def at(self, *steps: Hashable) -> Where:
        """Where a part stands; where it is missing, the place it is missing from."""
        way = (*self.root, *steps)
        while way not in self.lines:
            way = way[:-1]
        return Where(self.file, self.lines[way])

    def has(self, *steps: Hashable) -> bool:
        """Whether a part was written at all."""
        return (*self.root, *steps) in self.lines

    def find(self, needle: str, *steps: Hashable) -> Where:
        """The line, in a part that runs over several, on which some words stand."""
        start = self.at(*steps)
        for line, text in enumerate(self.text[start.line - 1 :], start.line):
            if needle in text:
                return start._replace(line=line)
        return start


class Marked(NamedTuple):
    """The content of a YAML file, where each part of it stands, and what had to be passed over."""

    value: Any
    origin: Origin
    problems: tuple[Problem, ...] = ()


def read_marked(file: Path, folder: Path) -> Marked | Problem:
    """Read a YAML file that must lie in `folder`."""
    text = read_text(file, folder)
    return text if isinstance(text, Problem) else parse_marked(text, shown(file))


def parse_marked(text: str, file: str) -> Marked | Problem:
    """Read YAML; `file` is its name in problems. Tags, aliases and several documents are refused."""
    if odd := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        what = "a tab: use spaces" if odd[0] == "\t" else f"the control character U+{ord(odd[0]):04X}: take it out"
        return Problem(Where(file, line), f"this line has {what}")
    builder = _Builder(text, file)
    try:
        value = builder.document()
    except _RefusedError as refused:
        return Problem(Where(file, refused.line), str(refused))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = getattr(mark, "line", -1) + 1
        last = text.count("\n") + 1
        words = getattr(error, "problem", None) or "it breaks off"
        return Problem(Where(file, min(line, last)), f"this is not YAML here or just above: {words}")
    origin = Origin(file, builder.lines, tuple(text.split("\n")))
    return Marked(value, origin, tuple(builder.problems))


class _RefusedError(Exception):
    """YAML that is well formed and yet not read."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


class _Builder:
    """Builds values from YAML's events, which never expand anything by themselves."""

    def __init__(self, text: str, file: str) -> None:
        self.lines: dict[Steps, int] = {(): 1}
        self.problems: list[Problem] = []
        self._file = file
        self._events = yaml.CSafeLoader(text)

    def document(self) -> Any:
        """The one document of the file; None where the file is empty."""
        self._next()  # the stream's start
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), ())
        self._next()  # the document's end
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusedError(_line(after), "a second document begins here: take out the line “---”")
        return value

    def _next(self) -> yaml.Event:
        """The next event."""
        event = self._events.get_event()
        assert event is not None  # none comes only after the stream's end
        return event

    def _value(self, event: yaml.Event, way: Steps) -> Any:
        """The value that begins with an event."""
        line = _line(event)
        self.lines.setdefault(way, line)
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(line, f"“*{event.anchor}” stands for a value elsewhere: write the value itself")
        if tag := getattr(event, "tag", None):
            raise _RefusedError(line, f"the tag “{tag}” is not read: take it out")
        if isinstance(event, yaml.ScalarEvent):
            text = event.value.strip()
            return _plain(text) if event.implicit[0] else text
        if len(way) >= MOST_NESTED:
            raise _RefusedError(line, f"this is nested more than {MOST_NESTED} deep: make it flatter")
        return self._mapping(way) if isinstance(event, yaml.MappingStartEvent) else self._sequence(way)

    def _sequence(self, way: Steps) -> list[Any]:
        """A list, after its start."""
        values: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*way, len(values))))
        return values

    def _mapping(self, way: Steps) -> dict[str, Any]:
        """Keys and values, after their start. Of two equal keys the first counts."""
        values: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(_line(event), "a key is a word: put it in quotes if it begins with a sign")
            key, line = str(event.value), _line(event)
            if key in values:
                first = self.lines[*way, key]
                text = f"“{key}” stands here again: take out this one or the one on line {first}"
                self.problems.append(Problem(Where(self._file, line), text))
                self._value(self._next(), (*way, key, "again"))
            else:
                self.lines[*way, key] = line
                values[key] = self._value(self._next(), (*way, key))
        return values


def _line(event: yaml.Event) -> int:
    """The line on which an event begins, counted from 1."""
    assert event.start_mark is not None  # made by a parser
    return int(event.start_mark.line) + 1


def _plain(text: str) -> Any:
    """The value of a scalar without quotes."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
