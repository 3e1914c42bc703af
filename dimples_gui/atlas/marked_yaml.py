"""YAML as plain values, with the line on which each of them stands."""

import re
from collections.abc import Hashable
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from dimples_gui.atlas.model import Problem, Where
from dimples_gui.atlas.plain_yaml import DoubtError, read_plain, scalar
from dimples_gui.atlas.reading import shown

MOST_NESTED = 20
Steps = tuple[Hashable, ...]  # the way to a value: keys and list positions, as ("sections", 0, "claims")

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\t")


class Page:
    """A file of text. What it is called and where things stand in it is found out only when somebody asks."""

    def __init__(self, file: str, text: str = "") -> None:
        self._file = file
        self.text = text

    @cached_property
    def name(self) -> str:
        """The file as a person would type it; empty for the page that is nowhere."""
        return shown(self._file) if self._file else ""

    @cached_property
    def lines(self) -> dict[Steps, int]:
        """The line of each thing, by the way to it."""
        builder = _Builder(self)
        with suppress(yaml.YAMLError):  # there is none in what has been read; and if there were, so far they are right
            builder.document()
        return builder.lines


class Origin(NamedTuple):
    """Where a value and all below it came from."""

    page: Page
    root: Steps = ()

    def below(self, *steps: Hashable) -> "Origin":
        """The origin of a part."""
        return Origin(self.page, (*self.root, *steps))

    def at(self, *steps: Hashable) -> Where:
        """Where a part stands; where it is missing, the place it is missing from."""
        way = (*self.root, *steps)
        while way not in self.page.lines:
            way = way[:-1]
        return Where(self.page.name, self.page.lines[way])

    def has(self, *steps: Hashable) -> bool:
        """Whether a part was written at all."""
        return (*self.root, *steps) in self.page.lines

    def find(self, needle: str, *steps: Hashable) -> Where:
        """The line, in a part that runs over several, on which some words stand."""
        start = self.at(*steps)
        for line, text in enumerate(self.page.text.split("\n")[start.line - 1 :], start.line):
            if needle in text:
                return start._replace(line=line)
        return start


class Marked(NamedTuple):
    """The content of a YAML file, where each part of it stands, and what had to be passed over."""

    value: Any
    origin: Origin
    problems: tuple[Problem, ...] = ()


def read_marked(page: Page) -> Marked | Problem:
    """Read a page of YAML."""
    try:
        return Marked(read_plain(page.text), Origin(page))
    except DoubtError:
        return read_thoroughly(page)


def read_thoroughly(page: Page) -> Marked | Problem:
    """Read YAML that may be of any kind. Tags, aliases and several documents are refused."""
    file, text = page.name, page.text
    if odd := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        what = "a tab: use spaces" if odd[0] == "\t" else f"the control character U+{ord(odd[0]):04X}: take it out"
        return Problem(Where(file, line), f"this line has {what}")
    builder = _Builder(page)
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
    page.lines = builder.lines
    return Marked(value, Origin(page), tuple(builder.problems))


class _RefusedError(Exception):
    """YAML that is well formed and yet not read."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


class _Builder:
    """Builds values from YAML's events, which never expand anything by themselves."""

    def __init__(self, page: Page) -> None:
        self.lines: dict[Steps, int] = {(): 1}
        self.problems: list[Problem] = []
        self._page = page
        self._events = yaml.CSafeLoader(page.text)

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
            return scalar(text) if event.implicit[0] else text
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
                self.problems.append(Problem(Where(self._page.name, line), text))
                self._value(self._next(), (*way, key, "again"))
            else:
                self.lines[*way, key] = line
                values[key] = self._value(self._next(), (*way, key))
        return values


def _line(event: yaml.Event) -> int:
    """The line on which an event begins, counted from 1."""
    assert event.start_mark is not None  # made by a parser
    return int(event.start_mark.line) + 1
