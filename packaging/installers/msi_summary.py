"""Sets what an .msi says of its making: wixl writes the time and a code by chance, which no two builds share."""

import struct
from pathlib import Path
from uuid import UUID

SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")  # what a summary's set of properties is known by
HEAD = 28  # bytes of the set before it
CODE, CREATED, SAVED = 9, 12, 13  # properties
TEXT, TIME = 0x1E, 0x40  # their types: letters after their count; 100 nanoseconds since 1601
SINCE_1601_S = 11_644_473_600


def set_summary(file: Path, code: UUID, epoch: int) -> None:
    """Write the package's code, and seconds since 1970 for both times. Exits where the summary is of another form."""
    data = bytearray(file.read_bytes())
    if data.count(SUMMARY) != 1:
        raise SystemExit(f"{file} has no summary, or more than one")
    found = data.index(SUMMARY)
    start = found - HEAD + struct.unpack_from("<I", data, found + len(SUMMARY))[0]
    _, count = struct.unpack_from("<II", data, start)
    where = dict(struct.unpack_from("<II", data, start + 8 + 8 * number) for number in range(count))
    written = f"{{{str(code).upper()}}}\0".encode()
    time = struct.pack("<Q", (epoch + SINCE_1601_S) * 10_000_000)
    for key, kind, value in (
        (CODE, TEXT, struct.pack("<I", len(written)) + written),
        (CREATED, TIME, time),
        (SAVED, TIME, time),
    ):
        at = start + where.get(key, 0)
        if struct.unpack_from("<I", data, at)[0] != kind or (kind == TEXT and data[at + 4 : at + 8] != value[:4]):
            raise SystemExit(f"{file}: property {key} of the summary is not what it is known to be")
        data[at + 4 : at + 4 + len(value)] = value
    file.write_bytes(data)
