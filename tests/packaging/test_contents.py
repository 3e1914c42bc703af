"""Nothing lies in a bundle without a reason in packaging/README.md, and no reason without a file."""

import ast
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

CONTENTS = ROOT / "packaging" / "installers" / "contents.py"


def check(bundle: Path, platform: str) -> subprocess.CompletedProcess[str]:
    """What the list says about a bundle."""
    return subprocess.run(
        [sys.executable, str(CONTENTS), str(bundle), platform], capture_output=True, text=True, check=False
    )


def listed(platform: str) -> list[str]:
    """The patterns that the README has for a platform."""
    code = f"from installers.contents import reasons; print('\\n'.join(reasons({platform!r})))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CONTENTS.parent.parent, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.fixture(params=["Linux", "Windows"])
def platform(request: pytest.FixtureRequest) -> str:
    """Each platform that has a list."""
    return str(request.param)


@pytest.fixture
def bundle(platform: str, tmp_path: Path) -> Path:
    """A folder with one file for each reason, and some that are no libraries."""
    for pattern in listed(platform):
        file = tmp_path / pattern.replace(".so*", ".so.1").replace("*", "1")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "LICENSE").touch()
    (tmp_path / "content.yaml").touch()
    return tmp_path


def test_a_bundle_of_what_is_listed_is_well(bundle: Path, platform: str) -> None:
    done = check(bundle, platform)
    assert (done.returncode, done.stdout) == (0, "all libraries have their reasons\n")


@pytest.mark.parametrize(
    "stranger", ["libssl.so.3", "lib/PySide6/Qt6Quick.dll", "PySide6/Qt/plugins/tls/libqopensslbackend.so"]
)
def test_a_library_without_a_reason_is_told(bundle: Path, platform: str, stranger: str) -> None:
    (bundle / stranger).parent.mkdir(parents=True, exist_ok=True)
    (bundle / stranger).touch()
    done = check(bundle, platform)
    assert done.returncode == 1
    assert done.stdout == f"{stranger} is in the bundle, but packaging/README.md gives no reason for it\n"


def test_a_reason_without_a_library_is_told(bundle: Path, platform: str) -> None:
    pattern = listed(platform)[0]
    (bundle / pattern).unlink()
    done = check(bundle, platform)
    assert done.returncode == 1
    assert pattern in done.stdout


def test_the_program_asks_for_no_module_that_the_bundle_leaves_out() -> None:
    spec = (ROOT / "packaging" / "dimples.spec").read_text(encoding="utf-8")
    left_out = set(spec.partition('UNUSED = """')[2].partition('"""')[0].split())
    assert "numpy.testing" in left_out
    asked: set[str] = set()
    for file in (ROOT / "dimples_gui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                asked |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                asked |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "np":
                asked.add(f"numpy.{node.attr}")
    assert "numpy" in asked
    assert {name for name in asked if {name, name.partition(".")[0]} & left_out} == set()


@pytest.mark.parametrize(("offset", "told"), [(0x1000, False), (0x1234, True)])
def test_a_library_that_no_system_could_load_is_told(bundle: Path, platform: str, offset: int, *, told: bool) -> None:
    library = next(
        path for path in sorted(bundle.rglob("*")) if path.is_file() and path.suffix in {".1", ".so", ".dll"}
    )
    part = struct.pack("<IIQQQQQQ", 1, 4, offset, 0x401000, 0, 0, 0, 0x1000)
    head = b"\x7fELF\x02\x01" + bytes(26) + struct.pack("<QQIHHHHHH", 64, 0, 0, 64, len(part), 1, 0, 0, 0)
    library.write_bytes(head + part)
    done = check(bundle, platform)
    assert done.returncode == int(told)
    assert ("can't be loaded" in done.stdout) is told
