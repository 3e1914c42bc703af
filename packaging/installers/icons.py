"""The program's icon in the sizes and formats that desktops ask for, from the one SVG: icons.py FOLDER.

Run by a Python that has Qt: the build's own environment.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parent.parent / "icon.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)


def main(folder: Path) -> None:
    """Write dimples-<size>.png and dimples.ico."""
    folder.mkdir(parents=True, exist_ok=True)
    drawing = QSvgRenderer(str(DRAWING))
    pictures = {size: draw(drawing, size) for size in SIZES}
    for size, data in pictures.items():
        (folder / f"dimples-{size}.png").write_bytes(data)
    (folder / "dimples.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))


def draw(drawing: QSvgRenderer, size: int) -> bytes:
    """The icon as a PNG file of so many pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt for Python wants text
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """The PNG files as one Windows icon."""
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    start = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), start + len(body))
        body += data
    return head + body


if __name__ == "__main__":
    application = QGuiApplication([])
    main(Path(sys.argv[1]))
