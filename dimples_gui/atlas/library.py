"""The YAML files of a content folder, taken apart item by item, so that one broken item costs only itself."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, NamedTuple

from msgspec import ValidationError, convert

from dimples_gui.atlas.fitting import AnyShape, faults_of
from dimples_gui.atlas.marked_yaml import Marked, Origin, Page, read_marked
from dimples_gui.atlas.model import Problem, Where
from dimples_gui.atlas.reading import Reader, shown
from dimples_gui.atlas.shapes import Shape

_WORDS: dict[type, str] = {list: "a list, each item of which begins with “- ”", dict: "keys with values"}


class Anything:
    """Contains every name: of a file that could not be read nobody knows what it would have held."""

    def __contains__(self, _name: object) -> bool:
        """Yes."""
        return True


class Items(NamedTuple, Generic[AnyShape]):
    """The sound items of a file by name, where each stands, and the names of all, the broken ones too."""

    values: dict[str, AnyShape]
    origins: dict[str, Origin]
    known: Container[str]

    @property
    def is_whole(self) -> bool:
        """Whether no item was lost."""
        return isinstance(self.known, frozenset) and self.known == self.values.keys()


class Library:
    """Reads files of one content folder and gathers what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder.as_posix()
        self._reader = Reader(folder)
        self.problems: list[Problem] = []

    def where(self, name: str) -> Where:
        """A file of the folder."""
        return Where(shown(self.folder / name))

    def names(self, folder: str) -> Collection[str]:
        """The names of all that is in a folder of the folder."""
        return self._reader.names(f"{self._path}/{folder}")

    def keyed(self, name: str, shape: type[AnyShape], noun: str) -> Items[AnyShape]:
        """The items of a file that has a key for each."""
        marked = self._read(name, dict)
        if marked is None:
            return Items({}, {}, Anything())
        return self._fitted(
            ((key, item, Origin(marked.origin.page, (key,))) for key, item in marked.value.items()), shape, noun
        )

    def listed(self, names: Iterable[str], shape: type[AnyShape], key: str, noun: str) -> Items[AnyShape]:
        """The items of files that are lists; each item has its name under `key`."""
        lists = [self._read(name, list) for name in names]
        items = self._fitted(self._named(filter(None, lists), key, noun), shape, noun)
        return items._replace(known=Anything()) if None in lists else items

    def alone(self, name: str, shape: type[AnyShape], *label: str) -> tuple[AnyShape | None, Origin]:
        """The one item that a file is, if it is sound."""
        marked = self._read(name, dict)
        if marked is None:
            return None, Origin(Page(f"{self._path}/{name}"))
        try:
            return convert(marked.value, shape), marked.origin
        except ValidationError:
            self._note_faults(marked.value, shape, marked.origin, label)
            return None, marked.origin

    def parted(
        self, name: str, shape: type[AnyShape], parts: Mapping[str, type[Shape]]
    ) -> tuple[AnyShape | None, Origin]:
        """The one item that a file is; of those parts of it that have a key for each thing only the broken are lost."""
        marked = self._read(name, dict)
        if marked is None:
            return None, Origin(Page(f"{self._path}/{name}"))
        value: dict[str, Any] = marked.value
        with suppress(ValidationError):
            return convert(value, shape), marked.origin
        self._note_faults(value, shape, marked.origin, (Path(name).stem,))
        for key in parts.keys() & value.keys():
            if isinstance(value[key], dict):
                value[key] = {each: item for each, item in value[key].items() if _fits(item, parts[key])}
        with suppress(ValidationError):
            return convert(value, shape), marked.origin
        return None, marked.origin

    def _read(self, name: str, kind: type) -> Marked | None:
        """A file whose content has to be of a kind, list or dict."""
        file = f"{self._path}/{name}"
        text = self._reader.text(file)
        marked = text if isinstance(text, Problem) else read_marked(Page(file, text))
        if isinstance(marked, Problem):
            self.problems.append(marked)
            return None
        self.problems += marked.problems
        if isinstance(marked.value, kind):
            return marked
        self.problems.append(Problem(marked.origin.at(), f"this file should hold {_WORDS[kind]}"))
        return None

    def _named(self, lists: Iterable[Marked], key: str, noun: str) -> Iterator[tuple[str, Any, Origin]]:
        """The items of lists with their names; of two with one name only the first."""
        first: dict[str, Origin] = {}
        for page, items in ((each.origin.page, each.value) for each in lists):
            for position, item in enumerate(items):
                origin = Origin(page, (position,))
                name = item.get(key) if isinstance(item, dict) else None
                if not isinstance(name, str):
                    yield "", item, origin
                elif first.setdefault(name, origin) is origin:
                    yield name, item, origin
                else:
                    where = first[name].at(key)
                    other = f"on line {where.line}" if first[name].page is page else f"in {where.file}:{where.line}"
                    text = f"{noun} {name} stands here again: take out this one or the one {other}"
                    self.problems.append(Problem(origin.at(key), text))

    def _fitted(self, items: Iterable[tuple[str, Any, Origin]], shape: type[AnyShape], noun: str) -> Items[AnyShape]:
        """Those items that fit the shape."""
        values: dict[str, AnyShape] = {}
        origins: dict[str, Origin] = {}
        for name, item, origin in items:
            origins[name] = origin
            try:
                values[name] = convert(item, shape)
            except ValidationError:
                self._note_faults(item, shape, origin, (noun, name))
        return Items(values, origins, frozenset(origins))

    def _note_faults(self, value: Any, shape: type[AnyShape], origin: Origin, label: tuple[str, ...]) -> None:
        """Why a value has not the shape; `label` begins each sentence and names the thing, as “claim”, “c9”."""
        self.problems += faults_of(value, shape, origin, " ".join(filter(None, label)))


def _fits(value: object, shape: type[Shape]) -> bool:
    """Whether a value has a shape."""
    try:
        convert(value, shape)
    except ValidationError:
        return False
    return True
