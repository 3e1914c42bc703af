"""Start-up side by side with a bare window: what a person sees on the screen, and when."""

import os
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import mss
import numpy as np
import psutil

from benchmarks.figure import Figure

RUNS = 7
SIZE = (1280, 800)
QUIET_S, LIMIT_S = 1.5, 20.0
BARE = (
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show(); app.exec()"
)


# Tells when all parts of the window are there: the picture that hangs in front of it until then cannot be clicked.
READY = (
    "import sys, time\n"
    "from dimples_gui import main_window\n"
    "from dimples_gui.__main__ import main\n"
    "furnish = main_window.MainWindow.furnish\n"
    "def tell(window): furnish(window); print(time.time(), flush=True)\n"
    "main_window.MainWindow.furnish = tell\n"
    "main([])"
)


class Start(NamedTuple):
    """One start: milliseconds to the first change and to the complete picture, and PSS in MiB."""

    first_ms: float
    complete_ms: float
    pss_mib: float


def measure() -> Iterator[Figure]:
    """The program against a bare window, started in turn."""
    commands = {
        "bare": f"{shlex.quote(sys.executable)} -c {shlex.quote(BARE)}",
        "ours": f"{shlex.quote(sys.executable)} -m dimples_gui",
    }
    starts: dict[str, list[Start]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            start = _watch(command)
            if run:  # the first warms the caches
                starts[name].append(start)
    bare, ours = (Start(*map(statistics.median, zip(*starts[name], strict=True))) for name in commands)
    yield Figure("start", "first paint of a bare window", bare.first_ms, "ms")
    yield Figure("start", "first paint", ours.first_ms, "ms")
    yield Figure("start", "first paint, against the bare window", ours.first_ms / bare.first_ms, "x", 1.35)
    yield Figure("start", "complete, against the bare window", ours.complete_ms / bare.complete_ms, "x", 1.55)
    ready = statistics.median(_ready() for _ in range(RUNS))
    yield Figure("start", "answers the reader", ready, "ms")
    yield Figure("start", "answers the reader, against the bare window", ready / bare.complete_ms, "x")
    yield Figure("start", "memory (PSS)", ours.pss_mib, "MiB")
    yield Figure("start", "memory (PSS), against the bare window", ours.pss_mib / bare.pss_mib, "x", 2.0)


def _watch(command: str) -> Start:
    """Start a program on a screen of its own and watch it until it is quiet."""
    display = f":{90 + os.getpid() % 100}"
    with tempfile.TemporaryDirectory() as folder:
        screen = subprocess.Popen(
            ["Xvfb", display, "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            time.sleep(0.8)
            return _start(command, display, Path(folder))
        finally:
            screen.terminate()
            screen.wait()


def _ready() -> float:
    """From the start of the program until its window is complete and takes clicks, in ms; no screen is needed."""
    with tempfile.TemporaryDirectory() as home:
        variables = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), home)
        began = time.time()
        process = subprocess.Popen(
            [sys.executable, "-c", READY], env=os.environ | variables | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout is not None
        said = float(process.stdout.readline())
        process.kill()
        process.communicate()
        return (said - began) * 1000


def _start(command: str, display: str, home: Path) -> Start:
    """Poll the screen from the start of the program to its rest."""
    variables = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_RUNTIME_DIR": home}
    environment = os.environ | {key: str(value) for key, value in variables.items()}
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1"}
    with mss.MSS(display=display) as camera:
        frames = [(0.0, _look(camera))]
        began = time.perf_counter()
        process = subprocess.Popen(shlex.split(command), env=environment, start_new_session=True)
        while (now := time.perf_counter() - began) < LIMIT_S:
            frame = _look(camera)
            if not np.array_equal(frame, frames[-1][1]):
                frames.append((now, frame))
            elif len(frames) > 1 and now - frames[-1][0] > QUIET_S:
                break
            time.sleep(0.002)
    pss = _pss_mib(process.pid)
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(10)
    if len(frames) == 1:
        raise RuntimeError(f"nothing was painted by: {command}")
    return Start(frames[1][0] * 1000, _complete(frames) * 1000, pss)


def _complete(frames: list[tuple[float, np.ndarray]]) -> float:
    """When 95 % of all pixels that end up changed have their last value, in seconds."""
    blank, last = frames[0][1], frames[-1][1]
    changed = (last != blank).any(2)
    return next(at for at, frame in frames if ((frame == last).all(2) & changed).sum() >= 0.95 * changed.sum())


def _look(camera: mss.MSS) -> np.ndarray:
    """Each fourth pixel of the screen each way."""
    shot = camera.grab({"left": 0, "top": 0, "width": SIZE[0], "height": SIZE[1]})
    return np.frombuffer(shot.bgra, np.uint8).reshape(SIZE[1], SIZE[0], 4)[::4, ::4, :3].copy()


def _pss_mib(process: int) -> float:
    """Memory of a process and its children, shared pages divided among their users."""
    root = psutil.Process(process)
    return sum(float(part.memory_full_info().pss) for part in (root, *root.children(recursive=True))) / 2**20
