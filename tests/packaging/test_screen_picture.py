"""What proves that a window was painted can tell a painted screen from an empty one."""

import struct
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.packaging.conftest import ROOT

SIDE = 32  # pixels


def dump(colours: list[QColor]) -> bytes:
    """A screen of these colours, row by row, as an X window dump."""
    header = [0] * 25
    header[0], header[4], header[5], header[12] = 100, SIDE, SIDE, 4 * SIDE
    pixels = b"".join(bytes((colour.blue(), colour.green(), colour.red(), 0)) for colour in colours)
    return struct.pack(">25I", *header) + pixels


def picture_of(colours: list[QColor], folder: Path) -> tuple[int, QImage]:
    """The exit code and the picture of a screen of these colours."""
    screen, picture = folder / "screen", folder / "picture.png"
    screen.write_bytes(dump(colours))
    script = ROOT / "packaging" / "screen_picture.py"
    return subprocess.run([sys.executable, script, screen, picture], check=False).returncode, QImage(str(picture))


def test_an_empty_screen_gives_no_picture(tmp_path: Path) -> None:
    code, picture = picture_of([QColor("black")] * SIDE * SIDE, tmp_path)
    assert code == 1
    assert picture.isNull()


def test_a_painted_screen_gives_its_picture(tmp_path: Path) -> None:
    colours = [QColor(8 * x, 8 * y, 200) for y in range(SIDE) for x in range(SIDE)]
    code, picture = picture_of(colours, tmp_path)
    assert code == 0
    assert [picture.pixelColor(x, y) for y in range(SIDE) for x in range(SIDE)] == colours


def test_a_screen_that_is_not_there_yet_gives_no_picture(tmp_path: Path) -> None:
    script = ROOT / "packaging" / "screen_picture.py"
    command = [sys.executable, str(script), str(tmp_path / "nowhere"), str(tmp_path / "picture.png")]
    assert subprocess.run(command, check=False).returncode == 1
