"""What proves that an installed window looks as it should can tell it from another one."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.packaging.conftest import ROOT


def picture(file: Path, *, changed: int) -> Path:
    """A page of 100 lines, of which some are changed."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("ivory"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 100, changed, QColor("black"))
    painter.end()
    image.save(str(file))
    return file


@pytest.mark.parametrize(("changed", "code"), [(0, 0), (3, 0), (9, 1), (100, 1)])
def test_a_page_is_alike_until_too_much_of_it_differs(tmp_path: Path, changed: int, code: int) -> None:
    one, other = picture(tmp_path / "a.png", changed=0), picture(tmp_path / "b.png", changed=changed)
    done = subprocess.run([sys.executable, str(ROOT / "packaging" / "alike.py"), str(one), str(other)], check=False)
    assert done.returncode == code


def test_a_picture_that_is_missing_is_not_alike(tmp_path: Path) -> None:
    one = picture(tmp_path / "a.png", changed=0)
    command = [sys.executable, str(ROOT / "packaging" / "alike.py"), str(one), str(tmp_path / "none.png")]
    assert subprocess.run(command, check=False).returncode == 1
