"""The atlas as one JSON file that loads in a few milliseconds; needs nothing that reads what people write."""

import binascii
import gc
import json
import struct
import zlib
from collections.abc import Iterable
from typing import Any, TypeGuard

from dimples_gui.atlas.model import (
    Atlas,
    Claim,
    Entry,
    Home,
    Near,
    Outline,
    Pin,
    Plate,
    Problem,
    Question,
    Ring,
    Section,
    Source,
    Step,
    Term,
    Where,
)
from dimples_gui.errors import ContentError

FORMAT = 5  # to be raised whenever the model's fields or their order change
_HEAD = b'{"format":%d,"crc32":"%08x","atlas":'
_TAIL = b"}\n"
_COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}  # of coordinates after each letter of a path


def dump(atlas: Atlas) -> bytes:
    """The atlas as JSON: named tuples as arrays in the order of their fields, things with a name as lists of them.

    Coordinates are packed as doubles in Base64: reading them as JSON would take longer than all the rest.
    """
    rows = atlas._replace(
        entries=list(atlas.entries.values()),  # type: ignore[arg-type]  # rows, on their way to JSON
        claims=list(atlas.claims.values()),  # type: ignore[arg-type]
        sources=list(atlas.sources.values()),  # type: ignore[arg-type]
        plate=atlas.plate._replace(outlines=_packed(atlas.plate.outlines)),  # type: ignore[arg-type]
        section=atlas.section._replace(outlines=_packed(atlas.section.outlines)),  # type: ignore[arg-type]
        icons=[(name, _packed(outlines)) for name, outlines in atlas.icons.items()],  # type: ignore[arg-type]
        glossary=list(atlas.glossary.values()),  # type: ignore[arg-type]
    )
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    body = text.encode("utf-8", "surrogatepass")  # a file's name, of an icon say, may be of any bytes
    return _HEAD % (FORMAT, zlib.crc32(body)) + body + _TAIL


def _packed(outlines: Iterable[Outline]) -> list[Any]:
    """Outlines as rows, each with only the letters of its steps; and apart from them all their numbers."""
    rows = [
        [line.id, line.layer, line.crease, "".join(filter(_is_letter, line.steps)), line.width] for line in outlines
    ]
    numbers = [step for outline in outlines for step in outline.steps if not isinstance(step, str)]
    return [rows, binascii.b2a_base64(struct.pack(f"<{len(numbers)}d", *numbers), newline=False).decode()]


def _is_letter(step: str | float) -> TypeGuard[str]:
    """Whether a step is a command rather than a coordinate."""
    return isinstance(step, str)


def restore(data: bytes) -> Atlas:
    """The atlas that `dump` made into `data`. Raises ContentError where a byte of it is not as it was."""
    length = len(_HEAD % (FORMAT, 0))
    body = data[length : -len(_TAIL)]
    if data[:length] != _HEAD % (FORMAT, zlib.crc32(body)) or data[-len(_TAIL) :] != _TAIL:
        raise ContentError("The compiled content is damaged or of another version of the program.")
    collects = gc.isenabled()
    gc.disable()  # nothing here is garbage, and looking for it takes half the time
    try:
        return _atlas(json.loads(body))
    except (ValueError, TypeError, LookupError, RecursionError, struct.error) as error:
        raise ContentError("The compiled content is damaged.") from error
    finally:
        if collects:
            gc.enable()


def _atlas(row: list[Any]) -> Atlas:
    """An atlas from its row."""
    language, entries, claims, sources, home, plate, icons, problems, glossary, section, decide = row
    title, lead, questions, note = home
    return Atlas(
        language,
        {row[0]: _entry(row) for row in entries},
        {row[0]: _claim(row) for row in claims},
        {row[0]: Source._make(row) for row in sources},
        Home(title, lead, tuple(_question(row) for row in questions), note),
        _plate(plate),
        {name: _outlines(rows) for name, rows in icons},
        tuple(Problem(Where._make(where), text) for where, text in problems),
        {row[0]: _term(row) for row in glossary},
        _plate(section),
        decide,
    )


def _plate(row: list[Any]) -> Plate:
    """A plate from its row."""
    name, left, bottom, width, height, layers, outlines = row
    return Plate(name, left, bottom, width, height, tuple(layers), _outlines(outlines))


def _question(row: list[Any]) -> Question:
    """A question from its row."""
    question, opens, steps = row
    return Question(question, opens, tuple([Step(shows, text, tuple(claims)) for shows, text, claims in steps]))


def _term(row: list[Any]) -> Term:
    """A term from its row."""
    id_, title, text, forms, sources, claims, opens = row
    return Term(id_, title, text, tuple(forms), tuple(sources), tuple(claims), opens)


def _entry(row: list[Any]) -> Entry:
    """An entry from its row."""
    id_, kind, title, short_title, summary, answer, synonyms, sections, latin, ids, *places = row
    outlines, layers, ring, pin, near, related, rank, cut = places
    return Entry(
        id_,
        kind,
        title,
        short_title,
        summary,
        answer,
        tuple(synonyms),
        tuple([Section(heading, text, tuple(claims)) for heading, text, claims in sections]),
        latin,
        tuple([(scheme, number) for scheme, number in ids]),
        tuple(outlines),
        tuple(layers),
        Ring._make((*ring[:3], tuple(ring[3]))) if ring else None,
        Pin._make((*pin[:3], tuple(pin[3]))) if pin else None,
        Near._make(map(tuple, near)),
        tuple(related),
        rank,
        tuple(cut),
    )


def _claim(row: list[Any]) -> Claim:
    """A claim from its row."""
    id_, text, grade, popular, verdict, sources, inferred_from, searched, detail = row
    return Claim(id_, text, grade, popular, verdict, tuple(sources), tuple(inferred_from), searched, detail)


def _outlines(packed: list[Any]) -> tuple[Outline, ...]:
    """Outlines from what `_packed` made of them."""
    rows, text = packed
    data = binascii.a2b_base64(text)
    numbers = struct.unpack(f"<{len(data) // 8}d", data)
    outlines = []
    begin = 0
    for id_, layer, crease, letters, width in rows:
        steps: list[str | float] = []
        for letter in letters:
            end = begin + _COUNTS[letter]
            steps.append(letter)
            steps += numbers[begin:end]
            begin = end
        outlines.append(Outline(id_, layer, crease, tuple(steps), width))
    if begin != len(numbers):
        raise ValueError("letters and numbers do not match")
    return tuple(outlines)
