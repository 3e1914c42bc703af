"""Reading the files that help to decide. None of them need be there; what is broken in one costs only itself."""

from collections.abc import Iterable
from typing import Any, Generic, NamedTuple

from dimples_gui.atlas.decide_shapes import (
    CriterionFacts,
    CriterionWords,
    FindFacts,
    FindWords,
    HuntFacts,
    LookalikeFacts,
    LookalikesFacts,
    LookalikesWords,
    LookalikeWords,
    OptionFacts,
    OptionsFacts,
    OptionsWords,
    OptionWords,
    RedFlagWords,
    SheetWords,
    SignpostWords,
    TruthWords,
)
from dimples_gui.atlas.fitting import AnyShape
from dimples_gui.atlas.library import Items, Library
from dimples_gui.atlas.marked_yaml import Origin, Page
from dimples_gui.atlas.shapes import Shape
from dimples_gui.paths import is_there

NOWHERE = Origin(Page(""))


class Read(NamedTuple, Generic[AnyShape]):
    """One file: its value, None where it is broken or missing, and where it stands: nowhere where it is missing."""

    value: AnyShape | None = None
    origin: Origin = NOWHERE


class Deciding(NamedTuple):
    """The files as they were read."""

    options: Read[OptionsFacts] = Read()
    options_words: Read[OptionsWords] = Read()
    lookalikes: Read[LookalikesFacts] = Read()
    lookalikes_words: Read[LookalikesWords] = Read()
    find: Read[FindFacts] = Read()
    find_words: Read[FindWords] = Read()
    sheet: Read[SheetWords] = Read()
    redflags: Items[RedFlagWords] = Items({}, {}, frozenset())
    truths: Items[TruthWords] = Items({}, {}, frozenset())
    signposts: Items[SignpostWords] = Items({}, {}, frozenset())


def read_deciding(library: Library, language: str) -> Deciding:
    """Read all of them."""
    options: dict[str, type[Shape]] = {"options": OptionFacts, "criteria": CriterionFacts}
    options_words: dict[str, type[Shape]] = {"options": OptionWords, "criteria": CriterionWords}
    return Deciding(
        _one(library, "options.yaml", OptionsFacts, options),
        _one(library, f"{language}/options.yaml", OptionsWords, options_words),
        _one(library, "lookalikes.yaml", LookalikesFacts, {"lookalikes": LookalikeFacts}),
        _one(library, f"{language}/lookalikes.yaml", LookalikesWords, {"lookalikes": LookalikeWords}),
        _one(library, "find.yaml", FindFacts, {"hunts": HuntFacts}),
        _one(library, f"{language}/find.yaml", FindWords),
        _one(library, f"{language}/sheet.yaml", SheetWords),
        _many(library, f"{language}/redflags.yaml", RedFlagWords, "red flag"),
        _many(library, f"{language}/truths.yaml", TruthWords, "statement"),
        _keyed(library, f"{language}/signposts.yaml", SignpostWords, "signpost"),
    )


def _one(
    library: Library, name: str, shape: type[AnyShape], parts: dict[str, type[Shape]] | None = None
) -> Read[AnyShape]:
    """A file that is one thing, if it is there."""
    if not is_there(library.folder / name):
        return Read()
    return Read(*library.parted(name, shape, parts or {}))


def _many(library: Library, name: str, shape: type[AnyShape], noun: str) -> Items[AnyShape]:
    """A file that is a list, if it is there."""
    if not is_there(library.folder / name):
        return Items({}, {}, frozenset())
    return library.listed([name], shape, "id", noun)


def _keyed(library: Library, name: str, shape: type[AnyShape], noun: str) -> Items[AnyShape]:
    """A file that has a key for each thing, if it is there."""
    if not is_there(library.folder / name):
        return Items({}, {}, frozenset())
    return library.keyed(name, shape, noun)


def lacking(known: Read[Any], part: str, names: Iterable[str]) -> list[str]:
    """Those names that a part of a file has not; of a broken file nobody knows, and its own fault is told."""
    if known.value is None:
        return []
    held = getattr(known.value, part)
    return [name for name in names if name not in held and not known.origin.has(part, name)]
