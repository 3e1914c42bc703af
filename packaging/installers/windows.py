"""The installers for Windows: one that each person can run, one for administrators."""

import hashlib
import os
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installers import windows_bundle
from installers.bundle import ICONS
from installers.facts import BUILD, DIST, PACKAGING, Facts, run
from installers.msi_summary import set_summary
from installers.parts import parts
from installers.sbom import sbom
from installers.windows_bundle import BUNDLE

NEEDS = {
    "makensis": "nsis",
    "wixl": "wixl",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
}
OURS = uuid.uuid5(uuid.NAMESPACE_DNS, "dimples.invalid")  # what all identifiers of the .msi are made from


def windows(facts: Facts) -> None:
    """Make the bundle and both installers."""
    inside = parts("windows", windows_bundle.PYTHON)
    windows_bundle.bundle(facts, inside)
    (DIST / f"{facts.name}-{facts.version}-windows.cdx.json").write_text(sbom(facts, inside), encoding="utf-8")
    nsis(facts)
    msi(facts)


def nsis(facts: Facts) -> Path:
    """The installer for one person."""
    listed = BUILD / "windows" / "files.nsh"
    listed.write_text(file_macros(), encoding="utf-8")
    file = DIST / f"{facts.name}-{facts.version}-windows-setup.exe"
    values = {
        "VERSION": facts.version,
        "VERSION_NUMBERS": windows_bundle.numbers(facts),
        "BUNDLE": BUNDLE,
        "ICON": ICONS / "dimples.ico",
        "OUT": file,
        "FILES": listed,
    }
    defined = [f"-D{name}={value}" for name, value in values.items()]
    script = PACKAGING / "windows" / "dimples.nsi"
    run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *defined, script, SOURCE_DATE_EPOCH=str(facts.epoch))
    return file


def file_macros() -> str:
    """What puts each file in its place, and takes away just these: a folder that holds anything else stays."""
    folders = [BUNDLE, *sorted(path for path in BUNDLE.rglob("*") if path.is_dir())]
    put, take = ["!macro PUT_FILES"], ["!macro TAKE_FILES"]
    for folder in folders:
        put.append(f'  SetOutPath "{_installed(folder)}"')
        for file in sorted(path for path in folder.iterdir() if path.is_file()):
            put.append(f'  File "{file}"')
            take.append(f'  Delete "{_installed(file)}"')
    take += [f'  RMDir "{_installed(folder)}"' for folder in reversed(folders[1:])]
    return "\n".join([*put, "!macroend", *take, "!macroend", ""])


def _installed(path: Path) -> str:
    """Where a file or folder of the bundle comes to lie."""
    return "\\".join(["$INSTDIR", *path.relative_to(BUNDLE).parts])


def msi(facts: Facts) -> Path:
    """The installer for administrators: for everybody on the machine, silent with msiexec /qn."""
    components: list[str] = []
    text = (PACKAGING / "windows" / "dimples.wxs.in").read_text(encoding="utf-8")
    values = {
        "version": facts.version,
        "product": uuid.uuid5(OURS, facts.version),
        "upgrade": OURS,
        "icon": (ICONS / "dimples.ico").relative_to(BUILD),  # wixl wants no absolute path
        "files": _directory(BUNDLE, components),
        "components": "\n".join(f'<ComponentRef Id="{name}"/>' for name in components),
    }
    for name, value in values.items():
        text = text.replace(f"@{name}@", str(value))
    described = BUILD / "windows" / "dimples.wxs"
    described.write_text(text, encoding="utf-8")
    file = DIST / f"{facts.name}-{facts.version}-windows.msi"
    for path in (ICONS / "dimples.ico", *BUNDLE.rglob("*")):
        os.utime(path, (facts.epoch, facts.epoch))  # the cabinet keeps them
    run("wixl", "-a", "x64", "-o", file, described, cwd=BUILD, SOURCE_DATE_EPOCH=str(facts.epoch), TZ="UTC")
    set_summary(file, uuid.uuid5(OURS, f"{facts.version} {sum_of(BUNDLE)}"), facts.epoch)  # a code for these very bytes
    return file


def sum_of(folder: Path) -> str:
    """A sum over all files of a folder, their names and what is in them."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        whole.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _directory(folder: Path, components: list[str]) -> str:
    """The files of a folder and of those in it, one component each; their names are added to `components`."""
    lines = []
    for path in sorted(folder.iterdir()):
        key = uuid.uuid5(OURS, path.relative_to(BUNDLE).as_posix())
        if path.is_dir():
            lines.append(
                f'<Directory Id="d{key.hex}" Name={quoteattr(path.name)}>{_directory(path, components)}</Directory>'
            )
            continue
        components.append(f"c{key.hex}")
        source = quoteattr(str(path.relative_to(BUILD)))
        lines.append(
            f'<Component Id="c{key.hex}" Guid="{key}" Win64="yes">'
            f'<File Id="f{key.hex}" Source={source} Name={quoteattr(path.name)} KeyPath="yes"/>'
            "</Component>"
        )
    return "\n".join(lines)
