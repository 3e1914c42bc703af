"""Tells what can be seen on a picture of a window that fills it: look.py SCREEN.png speaks | dark; 1 if it is not so.

speaks    something is written in the left half of the status bar
dark      the window has dark colours
"""

import sys

from PySide6.QtGui import QImage

BAR_PX = 22  # the status bar's height, at the bottom; less than it is
MARGIN_PX = 4  # of it, without frame and shadow
INK = 60  # levels of 255 that letters differ by from the ground
LEAST_INK = 150  # pixels: a sentence has some thousand
DARK = 110  # mean level of a dark window's pixels is below


def speaks(picture: QImage) -> bool:
    """Whether something is written in the left half of the status bar."""
    left = picture.copy(MARGIN_PX, picture.height() - BAR_PX, picture.width() // 2, BAR_PX - MARGIN_PX)
    levels = _levels(left)
    ground = sorted(levels)[len(levels) // 2]
    return sum(abs(level - ground) > INK for level in levels) >= LEAST_INK


def is_dark(picture: QImage) -> bool:
    """Whether most of it is dark."""
    levels = _levels(picture)
    return sum(levels) / len(levels) < DARK


def _levels(picture: QImage) -> bytes:
    """The lightness of each pixel."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = bytes(grey.constBits())
    width, stride = grey.width(), grey.bytesPerLine()
    return b"".join(rows[start : start + width] for start in range(0, len(rows), stride))


SEEN = {"speaks": speaks, "dark": is_dark}

if __name__ == "__main__":
    shown = QImage(sys.argv[1])
    sys.exit(0 if not shown.isNull() and SEEN[sys.argv[2]](shown) else 1)
