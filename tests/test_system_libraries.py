"""When Qt cannot start, the reader is told what is missing and what to do, not what the loader said."""

import subprocess
import sys
from pathlib import Path

import pytest

from dimples_gui import system_libraries
from dimples_gui.system_libraries import (
    PACKAGES,
    QT_NEEDS,
    explain_import_failure,
    explain_platform_failure,
    install_command,
    missing_libraries,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the names of libraries are Linux's")

NOWHERE = "libdimples-nowhere.so.7"
LOADER = "{}: cannot open shared object file: No such file or directory"
FATAL = (
    "This application failed to start because no Qt platform plugin could be initialized.\n\n"
    "Available platform plugins are: {}.\n"
)
START = """
from dimples_gui.options import Options
from dimples_gui.application import start_qt
start_qt(screenless=False)
print("started")
"""


@pytest.fixture
def on_debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system with apt-get, whatever this one is."""
    apt = tmp_path / "apt-get"
    apt.touch()
    monkeypatch.setattr(system_libraries, "APT", str(apt))


def start_on(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start Qt as the program does, in a process of its own with exactly this environment."""
    return subprocess.run(
        [sys.executable, "-c", START], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_systems_own_loader_says_which_libraries_are_missing() -> None:
    assert missing_libraries(["libc.so.6", NOWHERE]) == (NOWHERE,)


def test_a_machine_that_runs_these_tests_lacks_nothing_that_qt_itself_needs() -> None:
    assert missing_libraries(QT_NEEDS) == ()


def test_a_library_that_the_import_names_is_told_even_if_we_do_not_know_it() -> None:
    told = explain_import_failure(ImportError(LOADER.format(NOWHERE)))
    assert NOWHERE in told
    assert "lacks a library that Qt needs" in told or "libraries that Qt needs" in told
    assert "package manager" in told or "apt-get install" in told
    assert "No such file" not in told


@pytest.mark.usefixtures("on_debian")
def test_all_missing_libraries_are_named_at_once_with_one_command() -> None:
    told = explain_import_failure(ImportError(LOADER.format("libEGL.so.1")))
    assert "libEGL.so.1" in told.splitlines()[0]
    command = told.splitlines()[-1].strip().removeprefix("sudo ")
    assert command.startswith("apt-get install -y ")
    assert "libegl1" in command.split()


@pytest.mark.usefixtures("on_debian")
def test_a_package_that_brings_two_libraries_is_asked_for_once() -> None:
    command = install_command(["libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0"])
    assert command.removeprefix("sudo ") == "apt-get install -y libglib2.0-0 libxcb-cursor0"


def test_where_there_is_no_apt_only_the_names_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "APT", "/nowhere/apt-get")
    told = explain_import_failure(ImportError(LOADER.format("libEGL.so.1")))
    assert "libEGL.so.1" in told
    assert "apt-get" not in told
    assert "package manager" in told


def test_a_python_without_qt_is_told_to_install_it() -> None:
    with pytest.raises(ImportError) as caught:
        __import__("PySide6.QtNowhere")
    told = explain_import_failure(caught.value)
    assert "PySide6.QtNowhere" in told
    assert "pip" in told


def test_another_import_error_is_passed_on_in_its_own_words() -> None:
    assert "undefined symbol: qt_version" in explain_import_failure(ImportError("undefined symbol: qt_version"))


def test_every_library_has_a_package() -> None:
    assert all(soname.partition(".so.")[2] and package for soname, package in PACKAGES.items())


def test_without_any_display_the_reader_is_told_so() -> None:
    done = start_on()
    assert done.returncode == 1
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in done.stderr
    assert "no Qt platform plugin could be initialized" not in done.stderr


def test_a_display_that_does_not_answer_is_named() -> None:
    done = start_on(DISPLAY=":987")
    assert done.returncode == 1
    assert "“:987” does not answer" in done.stderr


def test_a_platform_that_qt_does_not_have_is_named_with_those_it_has() -> None:
    done = start_on(QT_QPA_PLATFORM="cinema")
    assert done.returncode == 1
    assert "“cinema”" in done.stderr
    assert "offscreen" in done.stderr.partition("“cinema”")[2]


def test_without_a_window_to_open_nothing_is_said() -> None:
    done = start_on(QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "started", "")


def test_a_failure_that_we_cannot_explain_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert "no Qt platform plugin" in explain_platform_failure(FATAL.format("offscreen"))
