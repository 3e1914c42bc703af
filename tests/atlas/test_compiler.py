"""What is compiled comes back as it was, or not at all; and quickly."""

import gc
import json
import statistics
import sys
import time
import zlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dimples_gui.atlas.compiler import FORMAT, dump, restore
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
from tests.atlas.conftest import Folder

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NAMES = st.lists(TEXT, max_size=3).map(tuple)
NUMBER = st.floats(-1e5, 1e5)
STEP = st.one_of(
    st.tuples(st.sampled_from("ML"), NUMBER, NUMBER), st.tuples(st.just("C"), *[NUMBER] * 6), st.just(("Z",))
)
STEPS = st.lists(STEP).map(lambda steps: tuple(part for step in steps for part in step))
OUTLINES = st.lists(st.builds(Outline, TEXT, TEXT, st.booleans(), STEPS, NUMBER), max_size=3).map(tuple)
SECTIONS = st.lists(st.builds(Section, TEXT, TEXT, NAMES), max_size=3).map(tuple)
SCHEMES = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
RING = st.none() | st.builds(Ring, NUMBER, NUMBER, NUMBER, NAMES)
PIN = st.none() | st.builds(Pin, NUMBER, NUMBER, TEXT, NAMES)
NEAR = st.builds(Near, NAMES, NAMES, NAMES)
ENTRY = st.builds(
    Entry, *[TEXT] * 6, NAMES, SECTIONS, TEXT, SCHEMES, NAMES, NAMES, RING, PIN, NEAR, NAMES, st.integers(), NAMES
)
CLAIM = st.builds(Claim, TEXT, TEXT, TEXT, TEXT, TEXT, NAMES, NAMES, TEXT, TEXT)
SOURCE = st.builds(Source, *[TEXT] * len(Source._fields))
STEPS_OF_ANSWER = st.lists(st.builds(Step, TEXT, TEXT, NAMES), max_size=2).map(tuple)
QUESTION = st.builds(Question, TEXT, TEXT, STEPS_OF_ANSWER)
TERM = st.builds(Term, TEXT, TEXT, TEXT, NAMES, NAMES, NAMES, TEXT)
PLATE = st.builds(Plate, TEXT, NUMBER, NUMBER, NUMBER, NUMBER, NAMES, OUTLINES)
ATLAS = st.builds(
    Atlas,
    TEXT,
    st.lists(ENTRY, max_size=3).map(lambda entries: {entry.id: entry for entry in entries}),
    st.lists(CLAIM, max_size=3).map(lambda claims: {claim.id: claim for claim in claims}),
    st.lists(SOURCE, max_size=3).map(lambda sources: {source.key: source for source in sources}),
    st.builds(Home, TEXT, TEXT, st.lists(QUESTION, max_size=2).map(tuple), TEXT),
    PLATE,
    st.dictionaries(TEXT, OUTLINES, max_size=2),
    st.lists(st.builds(Problem, st.builds(Where, TEXT, st.integers(0)), TEXT), max_size=2).map(tuple),
    st.lists(TERM, max_size=3).map(lambda terms: {term.id: term for term in terms}),
    PLATE,
)


@given(ATLAS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_atlas_comes_back_as_it_was(atlas: Atlas) -> None:
    again = restore(dump(atlas))
    assert again == atlas
    assert repr(again) == repr(atlas)  # the types too


def test_the_same_atlas_gives_the_same_bytes(folder: Folder) -> None:
    assert dump(folder.load()) == dump(folder.load())


def test_what_is_compiled_is_json(folder: Folder) -> None:
    compiled = json.loads(dump(folder.load()))
    assert compiled["format"] == FORMAT
    assert compiled["atlas"][0] == "en"


def test_no_damage_goes_unnoticed(folder: Folder) -> None:
    sound = dump(folder.load())

    @given(st.data())
    @settings(max_examples=200, deadline=None)
    def damage(data: st.DataObject) -> None:
        _damage(sound, data)

    damage()


def _damage(sound: bytes, data: st.DataObject) -> None:
    """Change, cut off or add a byte somewhere; each is refused."""
    position = data.draw(st.integers(0, len(sound) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != sound[position]))
    with pytest.raises(ContentError):
        restore(sound[:position] + bytes([other]) + sound[position + 1 :])
    with pytest.raises(ContentError):
        restore(sound[:position])
    with pytest.raises(ContentError):
        restore(sound + bytes([other]))


def _sealed(body: bytes) -> bytes:
    """Something with the head, the sum and the tail of what `dump` makes."""
    return b'{"format":%d,"crc32":"%08x","atlas":' % (FORMAT, zlib.crc32(body)) + body + b"}\n"


@pytest.mark.parametrize("body", [b"{", b"[]", b"[1,2,3,4,5,6,7,8]", b"null", b"[" * 100_000, b'"\xff"'])
def test_what_only_looks_whole_is_refused(body: bytes) -> None:
    with pytest.raises(ContentError):
        restore(_sealed(body))


def _with_an_outline(letters: str, packed: object) -> bytes:
    """An atlas of nothing but one outline."""
    plate = ["back", 0, 0, 1, 1, [], [[["a", "skin", False, letters, 0.0]], packed]]
    section = ["section", 0, 0, 1, 1, [], [[], ""]]
    return _sealed(json.dumps(["en", [], [], [], ["", "", [], ""], plate, [], [], [], section, ""]).encode())


@pytest.mark.parametrize("packed", ["!", "AAAA", "AAAAAAAA", "A" * 32, 5])
@pytest.mark.parametrize("letters", ["X", "M"])
def test_outlines_that_only_look_whole_are_refused(packed: object, letters: str) -> None:
    assert restore(_with_an_outline("M", "A" * 22 + "==")).plate.outlines[0].steps == ("M", 0.0, 0.0)
    with pytest.raises(ContentError):
        restore(_with_an_outline(letters, packed))


def test_another_format_is_refused(folder: Folder) -> None:
    data = dump(folder.load()).replace(b'"format":%d,' % FORMAT, b'"format":%d,' % (FORMAT + 1))
    with pytest.raises(ContentError):
        restore(data)


@pytest.mark.parametrize("collects", [True, False])
def test_restoring_leaves_the_collector_as_it_was(folder: Folder, *, collects: bool) -> None:
    data = dump(folder.load())
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        restore(data)
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()


def _enlarged(atlas: Atlas, entries: int, outlines: int) -> Atlas:
    """The atlas with many entries of 1.1 kB with two claims each, and many outlines of 40 curves."""
    entry = atlas.entries["dent"]
    claim = atlas.claims["c1"]._replace(text="About ninety letters. " * 4, detail="d" * 60)
    steps = ("M", 0.25, 0.5, *("C", -1.25, 2.5, 3.75, -4.0, 5.25, 6.5) * 40, "Z")
    return atlas._replace(
        entries={
            f"e{number}": entry._replace(
                id=f"e{number}", sections=(Section("Where", "w" * 700, (f"a{number}", f"b{number}")),), rank=number
            )
            for number in range(entries)
        },
        claims={f"{side}{number}": claim._replace(id=f"{side}{number}") for side in "ab" for number in range(entries)},
        plate=atlas.plate._replace(outlines=tuple(Outline(f"o{n}", "skin", False, steps) for n in range(outlines))),
    )


@pytest.mark.skipif(sys.gettrace() is not None, reason="who counts lines takes far longer for them")
@pytest.mark.parametrize(("entries", "outlines", "yards"), [(60, 60, 4), (10_000, 0, 600)])
def test_restoring_is_quick(folder: Folder, entries: int, outlines: int, yards: float) -> None:
    """A yard is some 2 ms of a slow core; it takes about 1.3 and 200. Far beyond that, something else is read.

    Time of the processor, and each act against a yard right before it: what else the machine does counts less.
    """
    data = dump(_enlarged(folder.load(), entries, outlines))
    pairs = [(_seconds(_walk_a_yard), _seconds(lambda: restore(data))) for _ in range(15)]
    assert statistics.median(taken / yard for yard, taken in pairs) <= yards


def _walk_a_yard() -> None:
    """Work that takes as long as the machine is slow."""
    rows = [(number, str(number)) for number in range(8_000)]
    assert {text: number for number, text in rows}["77"] == 77


def _seconds(act: Callable[[], object]) -> float:
    """How long something keeps the processor."""
    begin = time.process_time()
    act()
    return time.process_time() - begin
