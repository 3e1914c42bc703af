"""Searching: from a key to painted answers, and the index behind it, over what is shipped and over 10,000 entries."""

import gc
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figure import Figure, percentile
from benchmarks.generated import generated_atlas
from benchmarks.input import Painted, own_home
from dimples_gui.app import Program, load_fonts
from dimples_gui.atlas.compiler import dump, restore
from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search import Index
from dimples_gui.atlas.search_index import build_index, read_index
from dimples_gui.options import Options
from dimples_gui.panels.search_box import SearchBox
from dimples_gui.paths import find_places
from dimples_gui.theme import LIGHT

LARGE = 10_000
QUERIES = Path(__file__).parent.parent / "tests" / "atlas" / "queries.yaml"
TYPED = 40  # queries, letter by letter
RUNS = 5


def measure() -> Iterator[Figure]:
    """Times in ms: 95th percentiles of keys, the best of some runs of what is done once."""
    with own_home() as folder:
        program = Program(Options(shot=folder / "unused.png", size=(1280, 800)))
        program.window.show()
        yield from _shipped(program)
        yield from _large(folder)


def _shipped(program: Program) -> Iterator[Figure]:
    """In the real window."""
    window = program.window
    _rest(lambda: bool(window.actions_by_id))
    gc.freeze()
    window.actions_by_id["search"].trigger()
    box = window.findChild(SearchBox)
    assert box is not None
    _rest(lambda: box.list.count() > 1)
    rows = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    queries = [row["query"] for row in rows][:: len(rows) // TYPED]
    yield Figure("search", "key to painted answers, shipped, p95", _typed(box, queries), "ms", 8.0)
    window.close()
    window.deleteLater()


def _large(folder: Path) -> Iterator[Figure]:
    """Over many entries; half as many tell whether time grows faster than they do."""
    half, atlas = generated_atlas(LARGE // 2), generated_atlas(LARGE)
    gc.collect()
    gc.freeze()
    file = folder / "large.search"
    build_index(atlas, file)
    made, made_half = (_best(lambda one=one: Index.make(one)) for one in (atlas, half))  # type: ignore[misc]  # bound
    read = _best(lambda: Index(atlas, read_index(atlas, file)))
    opened, opened_half = (_opened(one, folder) for one in (atlas, half))
    index = Index.make(atlas)
    queries = _queries(atlas)
    finds = [_best(lambda query=query: index.find(query), 1) for query in _keys(queries)]  # type: ignore[misc]  # bound
    load_fonts(find_places())
    host = QWidget()
    host.resize(1280, 750)
    host.show()
    box = SearchBox(host, atlas, LIGHT)
    box.open(atlas)
    _rest(lambda: box.list.count() > 1)
    painted = _typed(box, queries)
    yield Figure("search", f"index made, {LARGE} entries", made, "ms", 800.0)
    yield Figure("search", "the same, against twice that of half as many", made / made_half / 2, "x", 1.25)
    yield Figure("search", f"index read, {LARGE} entries", read, "ms")
    yield Figure("search", f"compiled content and index, {LARGE} entries", opened, "ms", 500.0)
    yield Figure("search", "the same, against twice that of half as many", opened / opened_half / 2, "x", 1.25)
    yield Figure("search", f"its size, {LARGE} entries", file.stat().st_size / 1e6, "MB")
    yield Figure("search", f"query, {LARGE} entries, p95", percentile(finds, 0.95), "ms", 8.0)
    yield Figure("search", f"key to painted answers, {LARGE} entries, p95", painted, "ms", 16.7)


def _opened(atlas: Atlas, folder: Path) -> float:
    """Opening what was shipped compiled, with its index, from their files; in ms."""
    compiled, index = folder / "compiled.json", folder / "compiled.search"
    compiled.write_bytes(dump(atlas))
    build_index(atlas, index)
    return _best(lambda: Index.open(restore(compiled.read_bytes()), index))


def _queries(atlas: Atlas) -> list[str]:
    """Names and stretches of text, half of them with a letter left out."""
    chance = random.Random(2)
    queries = []
    for entry in chance.sample([*atlas.entries.values()], TYPED):
        query = chance.choice((entry.title, entry.synonyms[0], entry.latin, entry.summary[:30], entry.answer[:40]))
        gap = chance.randrange(len(query))
        queries.append(query[:gap] + query[gap + 1 :] if chance.random() < 0.5 else query)
    return queries


def _keys(queries: list[str]) -> Iterator[str]:
    """What stands in the field after each key."""
    return (query[:end] for query in queries for end in range(1, len(query) + 1))


def _typed(box: SearchBox, queries: list[str]) -> float:
    """Type queries letter by letter; the 95th percentile of the time to the end of the paint after a key, in ms."""
    watch = Painted([box.list.viewport()])
    times = []
    for query in queries:
        box.field.clear()
        QApplication.processEvents()
        for letter in query:
            began = time.perf_counter()
            if letter.isascii():
                QTest.keyClicks(box.field, letter)
            else:
                box.field.insert(letter)
            QApplication.sendPostedEvents()
            times.append((time.perf_counter() - began) * 1000)
            QApplication.processEvents()
    assert watch.count >= len(times) // 2, f"only {watch.count} paints"
    return percentile(times, 0.95)


def _best(act: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of some runs, in ms."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return min(times)


def _rest(done: Callable[[], bool]) -> None:
    """Let what is deferred be done."""
    end = time.monotonic() + 20
    while not done() and time.monotonic() < end:
        QApplication.processEvents()
