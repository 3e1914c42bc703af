"""A folder for what is kept, and damage to it."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dimples_gui.keep.store import Keep

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "dimples"


@pytest.fixture
def keep(folder: Path) -> Iterator[Keep]:
    keep = Keep(folder)
    yield keep
    keep.close()


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of somebody's who may not write everywhere, as root may; and to be that one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        if os.geteuid():
            yield folder
            folder.chmod(0o755)
            return
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            folder.chmod(0o755)
            os.seteuid(0)
