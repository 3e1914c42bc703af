"""How old the words of a note can be that a killed program takes with it: many kills while somebody types."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure
from dimples_gui.keep.store import Keep

KILLS = 50
TYPED_S = (0.1, 2.5)  # from the first key to the kill
PATIENCE_S = 60.0  # with a start
ENTRY = "psis"
ROOT = Path(__file__).parent.parent


def measure() -> Iterator[Figure]:
    """The oldest lost key of all kills, in ms before the kill."""
    losses = [*killed(KILLS)]
    yield Figure("kills", f"the oldest of what {len(losses)} kills took", max(losses), "ms", 1000.0)


def killed(times: int, seed: int = 1) -> Iterator[float]:
    """Kill the program so often while it is typed into; of each kill how old the first lost key was, in ms, or 0.

    Raises AssertionError where a key is missing before one that is there.
    """
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        before = ""
        for _ in range(times):
            typed, moment = _type_and_kill(Path(name), chance.uniform(*TYPED_S))
            keep = Keep(Path(name) / "dimples")
            text = keep.note(ENTRY)
            keep.close()
            assert text.startswith(before), "what was there before has changed"
            assert keep.set_aside is None, "the database was damaged"
            new = text[len(before) :]
            written = "".join(sign for sign, _ in typed)
            assert written.startswith(new), "keys are missing within the note"
            lost = typed[len(new) :]
            yield (moment - lost[0][1]) * 1000 if lost else 0.0
            before = text


def _type_and_kill(home: Path, after: float) -> tuple[list[tuple[str, float]], float]:
    """Type until the kill; each key with its moment, and the moment of the kill."""
    log = home / "typed"
    log.unlink(missing_ok=True)
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    around |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(home))
    with subprocess.Popen([sys.executable, "-m", "benchmarks.typist", ENTRY, str(log)], env=around, cwd=ROOT) as typist:
        late = time.monotonic() + PATIENCE_S
        while not (log.exists() and log.stat().st_size):
            assert typist.poll() is None, "the program has ended by itself"
            assert time.monotonic() < late, "the program does not start"
            time.sleep(0.01)
        time.sleep(after)
        moment = time.monotonic()
        typist.send_signal(signal.SIGKILL)
        typist.wait()
    rows = [line.split(" ") for line in log.read_text().splitlines() if line.endswith(".")]
    return [(sign, float(when.rstrip("."))) for sign, when in rows], moment


if __name__ == "__main__":
    for figure in measure():
        sys.stdout.write(f"{figure}\n")
