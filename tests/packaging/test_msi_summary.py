"""What an .msi says of its making is what was asked for, and an unknown form of saying it stops the build."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

NAME = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
OLD_CODE, NEW_CODE = "{00000000-0000-0000-0000-000000000000}", "{F740B5E9-8F80-5256-84B9-387A6953745F}"
HEAD = struct.pack("<HHI16sI", 0xFFFE, 0, 2, b"", 1)
DAY = 133_000_000_000_000_000  # in 100 ns since 1601: some day in 2022


def msi(file: Path, *, time_type: int = 0x40) -> Path:
    """A file with a summary of three properties in the midst of other bytes."""
    code = struct.pack("<II", 0x1E, len(OLD_CODE) + 1) + OLD_CODE.encode() + b"\0"
    values = {
        9: code + b"\0" * (-len(code) % 4),
        12: struct.pack("<IQ", 0x40, DAY),
        13: struct.pack("<IQ", time_type, DAY),
    }
    table, body, at = b"", b"", 8 + 8 * len(values)
    for key, value in values.items():
        table += struct.pack("<II", key, at + len(body))
        body += value
    part = struct.pack("<II", at + len(body), len(values)) + table + body
    file.write_bytes(b"before" * 100 + HEAD + NAME + struct.pack("<I", 48) + part + b"after" * 100)
    return file


def set_summary(file: Path, epoch: int) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys, uuid, pathlib; from installers.msi_summary import set_summary;"
        f"set_summary(pathlib.Path({str(file)!r}), uuid.UUID({NEW_CODE!r}), {epoch})"
    )
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "packaging", capture_output=True, text=True, check=False
    )


def test_code_and_times_are_set_and_nothing_else_is_changed(tmp_path: Path) -> None:
    file = msi(tmp_path / "a.msi")
    before = file.read_bytes()
    assert set_summary(file, 1_795_000_000).returncode == 0
    time = struct.pack("<Q", (1_795_000_000 + 11_644_473_600) * 10_000_000)
    wanted = before.replace(OLD_CODE.encode(), NEW_CODE.encode()).replace(struct.pack("<Q", DAY), time)
    assert wanted != before
    assert file.read_bytes() == wanted


@pytest.mark.parametrize("damage", ["no summary", "a time that is none"])
def test_what_is_not_known_is_not_written_over(tmp_path: Path, damage: str) -> None:
    file = msi(tmp_path / "a.msi", time_type=0x40 if damage == "no summary" else 3)
    if damage == "no summary":
        file.write_bytes(file.read_bytes().replace(NAME, bytes(16)))
    before = file.read_bytes()
    assert set_summary(file, 1_795_000_000).returncode == 1
    assert file.read_bytes() == before
