"""What other people made that goes into the installers: for the SBOM, the notices and Debian's copyright file."""

import re
from pathlib import Path
from typing import NamedTuple

from installers.facts import PACKAGING


class Part(NamedTuple):
    """A piece of software in a bundle."""

    name: str
    version: str
    licence: str  # an SPDX expression
    purl: str
    source: str  # where its source is
    hashes: tuple[str, ...] = ()  # SHA-256 of the files that it may have come from


# From the Python Package Index, by their names there; versions and hashes are in the pins.
WHEELS = {
    "PySide6-Essentials": ("LGPL-3.0-only", "https://code.qt.io/cgit/pyside/pyside-setup.git"),
    "shiboken6": ("LGPL-3.0-only", "https://code.qt.io/cgit/pyside/pyside-setup.git"),
    "numpy": ("BSD-3-Clause", "https://github.com/numpy/numpy"),
    "PyYAML": ("MIT", "https://github.com/yaml/pyyaml"),
    "msgspec": ("BSD-3-Clause", "https://github.com/jcrist/msgspec"),
    "svgelements": ("MIT", "https://github.com/meerk40t/svgelements"),
}
GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"


def pinned(pins: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Version and hashes by name, from a file of pins."""
    blocks = re.findall(
        r"^([\w.-]+)==(\S+)((?: \\\n +--hash=sha256:\w+)+)", pins.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {name: (version, tuple(re.findall(r"sha256:(\w+)", hashes))) for name, version, hashes in blocks}


def parts(platform: str, python: str) -> list[Part]:
    """What is in the bundle for "linux" or "windows", whose Python has this version."""
    pins = pinned(PACKAGING / "requirements" / f"{platform}.txt")
    found = [
        Part(name, pins[name][0], licence, f"pkg:pypi/{name.lower()}@{pins[name][0]}", source, pins[name][1])
        for name, (licence, source) in WHEELS.items()
    ]
    qt = pins["PySide6-Essentials"][0]
    found += [
        Part("CPython", python, "PSF-2.0", f"pkg:generic/python@{python}", "https://www.python.org/downloads/source/"),
        Part("Qt", qt, "LGPL-3.0-only", f"pkg:generic/qt@{qt}", f"https://download.qt.io/archive/qt/{qt[:4]}/{qt}/"),
        Part("OpenBLAS", "in NumPy", "BSD-3-Clause", "pkg:generic/openblas", "https://github.com/OpenMathLib/OpenBLAS"),
    ]
    if platform == "linux":
        tool = pins["pyinstaller"]
        bootloader = "GPL-2.0-or-later WITH Bootloader-exception"
        pyinstaller = "https://github.com/pyinstaller/pyinstaller"
        found += [
            Part("libgfortran, libquadmath", "in NumPy", GCC, "pkg:generic/gcc", "https://gcc.gnu.org"),
            Part("ICU", "73, in Qt", "Unicode-DFS-2016", "pkg:generic/icu@73", "https://github.com/unicode-org/icu"),
            Part("PyInstaller", tool[0], bootloader, f"pkg:pypi/pyinstaller@{tool[0]}", pyinstaller, tool[1]),
        ]
    return found


def notices(of: list[Part]) -> str:
    """Whose work is in the bundle, under which licence, and where its source is."""
    lines = [
        "Dimples is under the licenses in the file LICENSE. It comes with these parts, unchanged but for what was left",
        "out; the texts of their licenses lie beside this file. Qt and Qt for Python are under the GNU Lesser General",
        "Public License, version 3: their libraries are files of their own here, which you may replace by your own.",
        "",
        *(f"{part.name} {part.version}\n    {part.licence}\n    source: {part.source}" for part in of),
    ]
    return "\n".join(lines) + "\n"


def write_notices(folder: Path, of: list[Part], packages: Path) -> None:
    """Put NOTICES.txt and the licences of all parts into a folder; `packages` is where the wheels are installed."""
    folder.mkdir(parents=True)
    (folder / "NOTICES.txt").write_text(notices(of), encoding="utf-8")
    for text in sorted((PACKAGING / "licenses").iterdir()):
        (folder / text.name).write_bytes(text.read_bytes())
    for info in sorted(packages.glob("*.dist-info")):
        name = info.name.partition("-")[0]
        if name in {wheel.lower().replace("-", "_") for wheel in WHEELS}:
            for text in sorted(
                path for path in info.rglob("*") if re.search("licen[cs]e|copying", path.name, re.IGNORECASE)
            ):
                if text.is_file():
                    inner = text.relative_to(info).as_posix().removeprefix("licenses/").replace("/", "-")
                    (folder / f"{name}-{Path(inner).stem}.txt").write_bytes(text.read_bytes())
