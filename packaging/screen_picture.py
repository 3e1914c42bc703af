"""Turns what a virtual screen shows into a picture, once there is something to see.

    python packaging/screen_picture.py SCREEN-FILE OUT.png     1 while fewer than MANY colours are on screen

The screen file is what `Xvfb -fbdir` keeps: an X window dump, version 7, of 32 bits a pixel.
"""

import struct
import sys
import zlib
from pathlib import Path

MANY = 500  # colours; an empty window has a handful, the lit skin thousands
FIELDS = 25  # of the dump's header, 32 bits each, big-endian


def read_screen(data: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height, and each row as bytes of blue, green, red and one unused."""
    header = struct.unpack_from(f">{FIELDS}I", data)
    size, width, height, stride, colours = header[0], header[4], header[5], header[12], header[19]
    start = size + 12 * colours  # the colour map's cells
    return width, height, [data[start + stride * y : start + stride * y + 4 * width] for y in range(height)]


def to_png(width: int, height: int, rows: list[bytes]) -> bytes:
    """The rows as a PNG file."""
    lines = []
    for row in rows:
        line = bytearray(3 * width + 1)  # the first byte says: unfiltered
        line[1::3], line[2::3], line[3::3] = row[2::4], row[1::4], row[0::4]
        lines.append(bytes(line))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(lines))),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def main(screen: Path, picture: Path) -> int:
    """Write the picture; 1 while there is nothing to see."""
    if not screen.is_file():
        return 1
    width, height, rows = read_screen(screen.read_bytes())
    colours = {row[at : at + 3] for row in rows for at in range(0, 4 * width, 4)}
    if len(colours) < MANY:
        return 1
    picture.write_bytes(to_png(width, height, rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
