"""Copies of what is shipped, mutated at random: the program reads on, tells what is wrong, and is never long about it.

For many more than in CI: `DIMPLES_MUTATIONS=10000 pytest tests/atlas/test_random_mutation.py`.
"""

import os
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas

ROOT = Path(__file__).parents[2]
EXAMPLES = int(os.environ.get("DIMPLES_MUTATIONS", "500"))
LONGER_S = 2.0  # than a sound copy takes

WORDS = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "content").rglob("*.yaml"))
ICONS = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "assets/icons").glob("*.svg"))
PICTURES = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "assets/plates").rglob("*.png"))
FILE = st.one_of(  # words more often than what is slow to read
    st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(ICONS),
    st.sampled_from(["assets/plates/back.svg", *PICTURES]),
)  # fmt: skip
SIGNS = (
    b"\n|  |- |: |[|]|{|}|&a |*a |!!x |>-\n|'|\"|#|\t|-|.|(dimples:|nan|1e400|\x00|\xff\xfe|\xc3|\xe2\x80\xa8|"
    b"<|</g>|<g>|/>|&lt;|<!--|<!DOCTYPE a [|]]>|Z|A 1 1 0 1 1|IDAT|IEND|\x7f\xff\xff\xff"
)
SIGN = st.one_of(st.sampled_from([b"|", *SIGNS.split(b"|")]), st.binary(min_size=1, max_size=6))


@st.composite
def mutations(draw: st.DrawFn) -> list[tuple[float, int, bytes, int]]:
    """Some places in a file, how many bytes go there, and what comes instead, how often."""
    one = st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from([0, 0, 1, 2, 8, 60, 2000]),
        SIGN,
        st.sampled_from([0, 1, 1, 1, 3, 40, 3000]),
    )
    return draw(st.lists(one, min_size=1, max_size=3))


def mutated(data: bytes, changes: list[tuple[float, int, bytes, int]]) -> bytes:
    for share, gone, sign, often in changes:
        at = int(share * len(data))
        data = data[:at] + sign * often + data[at + gone :]
    return data


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for part in ("content", "assets/plates", "assets/icons"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def read(folder: Path) -> tuple[Atlas, float]:
    """The atlas, and the seconds that it kept the processor."""
    begin = time.process_time()
    atlas = load(folder / "content", [folder / "assets"], "en")
    return atlas, time.process_time() - begin


def test_no_mutation_ever_raises_or_takes_long(copy: Path) -> None:
    sound, longest = read(copy)
    told = {True: 0, False: 0}

    @given(FILE, mutations())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
    def mutate(name: str, changes: list[tuple[float, int, bytes, int]]) -> None:
        data = (ROOT / name).read_bytes()
        (copy / name).write_bytes(mutated(data, changes))
        try:
            atlas, seconds = read(copy)
        finally:
            (copy / name).write_bytes(data)
        assert seconds <= longest + LONGER_S
        assert all(problem.text and "\n" not in problem.text for problem in atlas.problems)
        told[set(atlas.problems) > set(sound.problems)] += 1

    mutate()
    assert told[True] > told[False]  # most of them are damage, not another wording
