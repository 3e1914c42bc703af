"""The program with all that it needs in one folder, for Linux: build/linux/dimples-gui."""

import hashlib
import shutil
import sys
from pathlib import Path

from installers.contents import differences, reasons
from installers.facts import BUILD, PACKAGING, ROOT, Facts, run
from installers.parts import Part, write_notices

PINS = PACKAGING / "requirements" / "linux.txt"
BUNDLE = BUILD / "linux" / "dimples-gui"
ICONS = BUILD / "icons"
MADE_FOR = (3, 11)  # the Python that the pins are for: Debian 12's own


def environment() -> Path:
    """The Python of a virtual environment with exactly what is pinned; made when the pins have changed."""
    if sys.version_info[:2] != MADE_FOR:
        raise SystemExit(
            f"The bundle is made with Python {MADE_FOR[0]}.{MADE_FOR[1]}, Debian 12's own; this is {sys.version}.\n"
            "On Debian 12: apt-get install python3-venv binutils, then /usr/bin/python3 packaging/build.py …"
        )
    folder = BUILD / "python"
    stamp = folder / "made-from.txt"
    wanted = f"{sys.executable} {hashlib.sha256(PINS.read_bytes()).hexdigest()}"
    python = folder / "bin" / "python"
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted):
        shutil.rmtree(folder, ignore_errors=True)
        run(sys.executable, "-m", "venv", folder)
        run(
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--require-hashes",
            "--only-binary=:all:",
            "-r",
            PINS,
        )
        stamp.write_text(wanted, encoding="utf-8")
    return python


def wheel(python: Path, facts: Facts) -> Path:
    """The wheel of this checkout."""
    folder = BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    run(
        python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT,
        SOURCE_DATE_EPOCH=str(facts.epoch), QT_QPA_PLATFORM="offscreen", PYTHONHASHSEED="1",
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def make_icons(python: Path) -> Path:
    """The icon in all sizes."""
    run(python, PACKAGING / "installers" / "icons.py", ICONS, QT_QPA_PLATFORM="offscreen")
    return ICONS


def bundle(facts: Facts, parts: list[Part]) -> Path:
    """Make the folder, hold what is in it against the list of reasons, and have it test itself."""
    python = environment()
    made = wheel(python, facts)
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", made)
    make_icons(python)
    shutil.rmtree(BUNDLE, ignore_errors=True)
    run(
        python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR",
        "--distpath", BUNDLE.parent, "--workpath", BUILD / "pyinstaller", PACKAGING / "dimples.spec",
        cwd=BUILD,  # not where the checkout is found before the wheel
        PYTHONHASHSEED="1", SOURCE_DATE_EPOCH=str(facts.epoch),
    )  # fmt: skip
    if told := list(differences(BUNDLE / "_internal", reasons("Linux"))):
        raise SystemExit("\n".join(told))
    run(BUNDLE / "dimples-gui", "--self-test")
    shutil.copy2(ROOT / "LICENSE", BUNDLE)
    write_notices(BUNDLE / "licenses", parts, next((BUILD / "python").glob("lib/python*/site-packages")))
    return BUNDLE
