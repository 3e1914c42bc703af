"""The picture that covers a start is the window itself, to the pixel: in the wheel and after a visit."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

VISIT = """
import sys
from PySide6.QtCore import QTimer
from dimples_gui import app, curtain
from dimples_gui.__main__ import main
curtain.FIRST_SIZE = (780, 700)  # the screen has 800 x 800
run, seen = app.run, []

def visit(options, early):
    window, hung = early.window, early.curtain
    picture = hung and hung.pixmap().toImage()
    def leave():
        bare = window.grab().toImage()
        differ = -1 if picture is None or picture.size() != bare.size() else sum(
            picture.pixel(x, y) != bare.pixel(x, y) for x in range(0, bare.width(), 2) for y in range(bare.height())
        )
        print(hung is not None, differ)
        window.close()
    window.furnished.connect(lambda: QTimer.singleShot(300, leave))
    return run(options, early)

app.run = visit
sys.exit(main([]))
"""


@pytest.fixture
def installed(wheel: ZipFile, tmp_path: Path) -> Path:
    """What is in the wheel, unpacked."""
    wheel.extractall(tmp_path / "installed")
    return tmp_path / "installed"


def visit(installed: Path, home: Path) -> str:
    """One start of the installed program, left soon; whether a picture hung, and in how many pixels it was wrong."""
    environment = os.environ | {"PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", VISIT],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_wheel_brings_the_first_window_in_both_colours(wheel: ZipFile) -> None:
    for theme in ("light", "dark"):
        assert len(wheel.read(f"dimples_gui/compiled/first-{theme}.bmp")) > 1280 * 800 * 3


def test_after_a_visit_the_next_start_shows_at_once_what_it_will_come_to(installed: Path, home: Path) -> None:
    (installed / "dimples_gui/compiled/first-light.bmp").unlink()
    assert visit(installed, home) == "False -1"
    assert visit(installed, home) == "True 0"
    assert visit(installed, home) == "True 0"
