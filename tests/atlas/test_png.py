"""A damaged picture is told before anybody looks at a ghost."""

import struct
import zlib
from pathlib import Path

import pytest

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.png import SIGNATURE, fault_of

ROOT = Path(__file__).parents[2]
SIDES = (4, 2)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", zlib.crc32(kind + body))


def head(width: int = SIDES[0], height: int = SIDES[1], colour: int = 6, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, interlaced))


ROWS = bytes(SIDES[1] * (1 + 4 * SIDES[0]))
PIXELS = chunk(b"IDAT", zlib.compress(ROWS))
END = chunk(b"IEND", b"")
SOUND = SIGNATURE + head() + PIXELS + END


def test_a_sound_picture_has_no_fault() -> None:
    assert not fault_of(SOUND, 2.0)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PNG"),
        (b"GIF89a", "no PNG"),
        (SIGNATURE, "no beginning"),
        (SIGNATURE + PIXELS + END, "no beginning"),
        (SIGNATURE + head() + PIXELS, "no end"),
        (SOUND[:-6], "damaged"),
        (SOUND.replace(PIXELS, PIXELS[:-1] + b"\0"), "a checksum is wrong"),
        (SIGNATURE + head() + chunk(b"IDAT", b"no pixels") + END, "damaged"),
        (SIGNATURE + head() + chunk(b"IDAT", zlib.compress(ROWS[:-1])) + END, "cut off"),
        (SIGNATURE + head() + chunk(b"IDAT", zlib.compress(ROWS * 99)) + END, "cut off"),
        (SIGNATURE + head(width=0) + PIXELS + END, "cannot be shown"),
        (SIGNATURE + head(width=90_000, height=45_000) + PIXELS + END, "cannot be shown"),
        (SIGNATURE + head(colour=5) + PIXELS + END, "cannot be shown"),
        (SIGNATURE + head(interlaced=1) + PIXELS + END, "cannot be shown"),
        (SIGNATURE + head(width=5) + PIXELS + END, "shape of the plate"),
    ],
)
def test_each_damage_is_named(data: bytes, said: str) -> None:
    assert said in fault_of(data, 2.0)


def test_a_picture_that_is_cut_off_is_told_by_its_file(tmp_path: Path) -> None:
    mine = tmp_path / "plates" / "back"
    mine.mkdir(parents=True)
    shipped = ROOT / "assets" / "plates" / "back" / "bone.png"
    (mine / "bone.png").write_bytes(shipped.read_bytes()[:3000])
    atlas = load(ROOT / "content", (tmp_path, ROOT / "assets"), "en")
    assert str(mine / "bone.png") in [problem.where.file for problem in atlas.problems]


def test_a_picture_that_cannot_be_read_is_told_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "plates" / "back" / "bone.png").mkdir(parents=True)
    atlas = load(ROOT / "content", (tmp_path, ROOT / "assets"), "en")
    assert "not a file" in "".join(problem.text for problem in atlas.problems)
