"""An installed copy notices, by itself, whatever of it is missing or broken."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from dimples_gui.inventory import LIST, faults, modules_in, written
from tests.packaging.conftest import ROOT

AGAIN = "install the program again"
OF_EACH_KIND = (
    "assets/fonts/DimplesSerif-Bold.ttf",
    "assets/icons/lens.svg",
    "assets/plates/back.svg",
    "assets/plates/back/skin.png",
    "assets/plates/back/bone.relief.png",
    "compiled/en.json",
    "compiled/en.search",
    "compiled/first-dark.bmp",
    "content/entries.yaml",
    "content/sources.yaml",
    "content/en/home.yaml",
    "content/en/entries/psis.yaml",
)


@pytest.fixture(scope="module")
def installed(wheel: ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is in the wheel, unpacked; each test leaves it as it was."""
    folder = tmp_path_factory.mktemp("installed")
    wheel.extractall(folder)
    return folder


def data_files(package: Path) -> list[Path]:
    """All files of the package that are no modules."""
    files = (path for path in sorted(package.rglob("*")) if path.is_file() and path.suffix not in {".py", ".pyc"})
    return [path for path in files if path != package / LIST]


def self_test(installed: Path) -> tuple[int, list[str]]:
    """Exit code and lines of the installed copy's self-test."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "dimples_gui", "--self-test"],
        env=os.environ | {"PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=installed, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.splitlines()


def test_an_unharmed_copy_is_well(installed: Path) -> None:
    code, lines = self_test(installed)
    assert (code, len(lines)) == (0, 1)
    assert lines[0].startswith("all well: ")
    assert "search" in lines[0]
    assert "NumPy" in lines[0]


def test_each_file_that_is_missing_is_named(installed: Path) -> None:
    package = installed / "dimples_gui"
    files = data_files(package)
    assert len(files) > 100
    for file in files:
        data = file.read_bytes()
        file.unlink()
        name = file.relative_to(package).as_posix()
        assert list(faults(package)) == [f"{name} can't be read (No such file or directory): {AGAIN}"]
        file.write_bytes(data)
    assert list(faults(package)) == []


def test_each_file_with_one_byte_changed_is_named(installed: Path) -> None:
    package = installed / "dimples_gui"
    for file in data_files(package):
        data = file.read_bytes()
        middle = len(data) // 2
        file.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
        name = file.relative_to(package).as_posix()
        assert list(faults(package)) == [f"{name} is not as it was shipped: {AGAIN}"]
        file.write_bytes(data)


@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_the_self_test_fails_with_one_line_that_names_the_file(installed: Path, name: str) -> None:
    file = installed / "dimples_gui" / name
    data = file.read_bytes()
    file.unlink()
    code, lines = self_test(installed)
    file.write_bytes(data)
    assert code == 1
    assert lines == [f"{name} can't be read (No such file or directory): {AGAIN}"]


def test_without_its_list_nothing_is_said_to_be_well(installed: Path) -> None:
    file = installed / "dimples_gui" / LIST
    data = file.read_bytes()
    for damaged in (b"", b"[]", data[:-20]):
        file.write_bytes(damaged)
        code, lines = self_test(installed)
        assert (code, len(lines)) == (1, 1)
        assert lines[0].startswith(f"{LIST} can't be read")
    file.write_bytes(data)


def test_what_does_not_work_is_noticed_even_where_every_file_is_as_listed(wheel: ZipFile, tmp_path: Path) -> None:
    """A copy that was made without some of its parts: the list agrees with what is there."""
    wheel.extractall(tmp_path)
    package = tmp_path / "dimples_gui"
    (tmp_path / "svgelements.py").write_text("raise ImportError('no svgelements')\n", encoding="utf-8")
    (package / "compiled/en.search").write_bytes(b"no index")
    (package / "assets/plates/back/bone.relief.png").unlink()
    (package / "assets/plates/back/fat.open.png").write_bytes(b"no picture")
    (package / "assets/fonts/DimplesSerif-Regular.ttf").write_bytes(b"no font")
    listed = {path.relative_to(package).as_posix(): path for path in data_files(package)}
    (package / LIST).write_text(written(listed, modules_in(package)), encoding="utf-8")
    code, lines = self_test(tmp_path)
    assert code == 1
    for said in (
        "module: dimples_gui.atlas.outlines: no svgelements",
        "search: ContentError: The index of a search at",
        "font: DimplesSerif-Regular.ttf cannot be read",
        "picture: plates/back/fat.open.png can't be read",
        "light: another lamp does not change the layer bone",
    ):
        assert any(line.startswith(said) for line in lines), "\n".join([said, *lines])


def test_a_numpy_that_no_system_can_load_is_told_whatever_comes_of_it(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    (tmp_path / "numpy.py").write_text("raise ImportError('libopenblas is torn')\n", encoding="utf-8")
    code, lines = self_test(tmp_path)
    assert code != 0
    assert "module: dimples_gui.plate.lit: libopenblas is torn" in lines


def test_a_checkout_has_no_list_and_all_its_modules() -> None:
    assert list(faults(ROOT / "dimples_gui")) == []
    assert {"dimples_gui", "dimples_gui.atlas.search", "dimples_gui.plate.lit"} <= {*modules_in(ROOT / "dimples_gui")}
