"""Reading content from YAML with every check, over what is shipped and over 10,000 entries."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from benchmarks.figure import Figure
from benchmarks.generated import generated_atlas
from dimples_gui.atlas import outlines, png
from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas, Claim, Entry
from dimples_gui.paths import find_places

LARGE = 10_000
IN_A_FILE = 5_000  # claims
RUNS = 5
WIDTH = 110  # of a line


def measure() -> Iterator[Figure]:
    """The best of some runs; half as many tell whether time grows faster than the entries do."""
    places = find_places()
    again = _milliseconds(places.content)
    yield Figure("content", "what is shipped, at first", _milliseconds(places.content, at_first=True), "ms", 1000.0)
    yield Figure("content", "what is shipped, after a save", again, "ms", 300.0)
    with tempfile.TemporaryDirectory() as folder:
        half, whole = Path(folder) / "half", Path(folder) / "whole"
        for content, size in ((half, LARGE // 2), (whole, LARGE)):
            _write(generated_atlas(size), content)
        fewer, more = _milliseconds(half), _milliseconds(whole)
    yield Figure("content", "10,000 entries", more, "ms", 1700.0)
    yield Figure("content", "the same, against half as many", more / fewer, "x", 2.2)


def _milliseconds(content: Path, *, at_first: bool = False) -> float:
    times = []
    for _ in range(RUNS):
        if at_first:  # nothing is known yet of drawings and pictures
            outlines.parsed.cache_clear()
            png.fault_of.cache_clear()
        begin = time.perf_counter()
        load(content, find_places().assets, "en")
        times.append(time.perf_counter() - begin)
    return min(times) * 1000


def _write(atlas: Atlas, content: Path) -> None:
    """The atlas as an author would write it."""
    (content / "en/entries").mkdir(parents=True)
    (content / "en/claims").mkdir()
    facts = []
    for number, entry in enumerate(atlas.entries.values()):
        x, y = number % 300 - 150, number // 300 % 100
        pin = f"  pin: {{x: {x}, y: {y}, icon: question, layers: [skin, fat]}}\n"
        facts.append(f"{entry.id}:\n  kind: {entry.kind}\n{pin}  latin: {entry.latin}\n  rank: {number + 1}\n")
        (content / f"en/entries/{entry.id}.yaml").write_text(_words_of(entry), encoding="utf-8")
    (content / "entries.yaml").write_text("\n".join(facts), encoding="utf-8")
    claims = [_written(claim) for claim in atlas.claims.values()]
    for begin in range(0, len(claims), IN_A_FILE):
        some = "\n".join(claims[begin : begin + IN_A_FILE])
        (content / f"en/claims/{begin:06}.yaml").write_text(some, encoding="utf-8")
    (content / "sources.yaml").write_text("- {key: braus1921, title: A book}\n", encoding="utf-8")
    (content / "en/home.yaml").write_text("title: Home\n", encoding="utf-8")


def _words_of(entry: Entry) -> str:
    head = f"title: {entry.title}\nshort_title: {entry.short_title.strip()}\nsummary: {entry.summary}\n"
    synonyms = "".join(f"  - {synonym}\n" for synonym in entry.synonyms)
    sections = "".join(
        f"  - title: {title}\n    text: >-\n{_folded(text, 6)}    claims: [{', '.join(claims)}]\n"
        for title, text, claims in entry.sections
    )
    return f"{head}answer: >-\n{_folded(entry.answer, 2)}synonyms:\n{synonyms}sections:\n{sections}"


def _written(claim: Claim) -> str:
    said = f"  popular: {claim.popular}\n  verdict: {claim.verdict}\n  sources: [{', '.join(claim.sources)}]\n"
    ours = f"- id: {claim.id}\n  text: {claim.text}\n  grade: {claim.grade}\n"
    return f"{ours}{said}  detail: >-\n{_folded(claim.detail, 4)}"


def _folded(text: str, margin: int) -> str:
    return fill(text, WIDTH, initial_indent=" " * margin, subsequent_indent=" " * margin) + "\n"
