"""Qt's application object as the program starts it."""

import os
import subprocess
import sys

import pytest

DRAWN = """
from pathlib import Path
from dimples_gui.application import start_qt
app = start_qt(screenless=True)
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
small, large = (QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied) for side in (200, 900))
small.fill(0x80FFFFFF)
painter = QPainter(large)
painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
painter.drawImage(QRectF(0, 0, 900, 900), small)
painter.end()
print([(task / "comm").read_text().strip() for task in Path("/proc/self/task").iterdir()])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="threads are read in /proc")
def test_qt_draws_without_waking_threads_for_it() -> None:
    own = {name: value for name, value in os.environ.items() if name != "QT_NO_GUI_THREADPOOL"}
    threads = subprocess.run([sys.executable, "-c", DRAWN], env=own, capture_output=True, text=True, check=True).stdout
    assert threads
    assert "pooled" not in threads
