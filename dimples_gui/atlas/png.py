"""Whether a PNG file is whole, found without painting it."""

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dimples_gui.atlas.model import Plate, Problem, Where
from dimples_gui.atlas.reading import read_bytes, shown

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
MOST_PIXELS = 40_000_000
ASPECT_SLACK = 0.004  # as one pixel of a picture of some hundred


def picture_problem(file: Path, folder: Path, plate: Plate) -> Problem | None:
    """What is wrong with the picture of a layer; None if it is whole and has the shape of the plate's window."""
    data = read_bytes(file, folder)
    if isinstance(data, Problem):
        return data
    fault = fault_of(data, plate.width / plate.height if plate.height else 0.0)
    return Problem(Where(shown(file)), f"{fault}: make this picture anew, or bring it back") if fault else None


@lru_cache(maxsize=8)  # an author who saves a sentence does not wait for pictures that are as they were
def fault_of(data: bytes, aspect: float) -> str:
    """Why these bytes are no whole PNG of such a width divided by its height; empty if they are."""
    try:
        chunks = list(_chunks(data))
        if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
            return "the file has no beginning or no end"
        width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
        if not 0 < width * height <= MOST_PIXELS or colour not in CHANNELS or interlaced:
            return f"{width} x {height} pixels of this kind cannot be shown"
        if abs(width / height - aspect) > ASPECT_SLACK * aspect:
            return f"{width} x {height} pixels have not the shape of the plate’s window"
        size = height * (1 + (width * depth * CHANNELS[colour] + 7) // 8)
        pixels = zlib.decompressobj().decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"), size + 1)
    except (ValueError, struct.error, zlib.error) as error:
        return f"the picture is damaged ({error})"
    return "" if len(pixels) == size else "the picture is cut off"


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and body of each chunk. Raises ValueError where one is damaged."""
    if not data.startswith(SIGNATURE):
        raise ValueError("it is no PNG")
    at = len(SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != checksum:
            raise ValueError("a checksum is wrong")
        yield kind, body
        at += 12 + length
