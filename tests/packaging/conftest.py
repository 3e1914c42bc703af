"""The checkout as something to build from, and builds in a process of their own."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent.parent
PARTS = ("assets", "content", "dimples_gui", "packaging", "pyproject.toml", "README.md", "LICENSE", ".gitignore")
Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def build() -> Build:
    """Build `what` (wheel, sdist, editable) from a tree into a folder."""

    def run(what: str, tree: Path, into: Path) -> subprocess.CompletedProcess[str]:
        into.mkdir(exist_ok=True)
        command = f"from hatchling import build; build.build_{what}({str(into)!r})"
        return subprocess.run(
            [sys.executable, "-P", "-c", command], cwd=tree, capture_output=True, text=True, timeout=120, check=False
        )

    return run


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the checkout to do things to, without what only the pictures' makers need."""
    copy = tmp_path / "tree"
    copy.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, copy / part)
    return copy


@pytest.fixture(scope="session")
def wheel(build: Build, tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    done = build("wheel", ROOT, folder)
    assert done.returncode == 0, done.stderr
    return ZipFile(next(folder.glob("*.whl")))
