"""An installed copy shows what an administrator has added, and its curtain never hides it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from dimples_gui.scene import PANELS
from tests.packaging.conftest import ROOT

SETTLE = """
import sys
from pathlib import Path
from dimples_gui import policy
system = Path(sys.argv.pop(1))
policy.policy_file = lambda: system / "policy.ini"
from dimples_gui.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def installed(wheel: ZipFile, tmp_path: Path) -> Path:
    """What is in the wheel, unpacked."""
    wheel.extractall(tmp_path / "installed")
    return tmp_path / "installed"


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """The folder where an administrator settles things, with the example in it."""
    shutil.copytree(ROOT / "docs" / "example-extra", tmp_path / "system" / "extra")
    return tmp_path / "system"


def call(installed: Path, system: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One call of the installed program, whose system folder is this one."""
    environment = os.environ | {"PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-P", "-c", SETTLE, str(system), *words],
        env=environment, cwd=system, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_an_added_entry_is_checked_and_drawn(installed: Path, system: Path) -> None:
    assert "no problems: 54 entries" in call(installed, system, "--check").stdout
    drawn = call(installed, system, "dimples:plaster-cast", "--shot", "cast.png", "--size", "900x700")
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert (system / "cast.png").stat().st_size > 50_000


def test_a_fault_in_it_is_told_and_the_shipped_pages_are_there(installed: Path, system: Path) -> None:
    claims = system / "extra/museum/en/claims.yaml"
    claims.write_text(claims.read_text(encoding="utf-8").replace("grade: A", "grade: E"), encoding="utf-8")
    checked = call(installed, system, "--check")
    assert checked.returncode == 1
    assert "extra/museum/en/claims.yaml:3: " in checked.stdout
    assert call(installed, system, "dimples:psis", "--shot", "psis.png").returncode == 0


def test_without_it_there_is_no_such_page(installed: Path, tmp_path: Path) -> None:
    drawn = call(installed, tmp_path, "dimples:plaster-cast", "--shot", "cast.png")
    assert drawn.returncode == 2
    assert "There is no page “plaster-cast”" in drawn.stderr


def test_the_self_test_opens_what_is_added_too(installed: Path, system: Path) -> None:
    done = call(installed, system, "--self-test")
    shipped = len(list((ROOT / "content/en/entries").glob("*.yaml"))) + len(PANELS)
    assert done.returncode == 0
    assert done.stdout.startswith(f"all well: {shipped + 1} pages on")
