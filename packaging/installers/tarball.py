"""The archive that runs from any folder, on any distribution that is not older than the one it was made on."""

import shutil
import subprocess
from pathlib import Path

from installers import linux_tree
from installers.bundle import BUNDLE
from installers.contents import has_reason, libraries, reasons
from installers.facts import BUILD, DIST, PACKAGING, Facts, run

NEEDS = {"tar": "tar", "xz": "xz-utils", "ldd": "libc-bin"}


def tarball(facts: Facts) -> Path:
    """Make the archive from the bundle, with a few libraries of the system that some lack."""
    name = f"{facts.name}-{facts.version}"
    folder = BUILD / "tar" / name
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(BUNDLE, folder, symlinks=True)
    for library in borrowed(folder / "_internal"):
        shutil.copy2(library, folder / "_internal" / library.name, follow_symlinks=True)
    shutil.copy2(PACKAGING / "linux" / "README.txt", folder)
    shutil.copy2(PACKAGING / "linux" / "dimples.desktop", folder)
    shutil.copy2(PACKAGING / "icon.svg", folder / "dimples.svg")
    (folder / "metainfo.xml").write_text(linux_tree.filled("metainfo.xml", facts), encoding="utf-8")
    linux_tree.tidy(folder)
    file = DIST / f"{name}-linux-x86_64.tar.xz"
    run(
        "tar", "--sort=name", f"--mtime=@{facts.epoch}", "--owner=0", "--group=0", "--numeric-owner",
        "-C", folder.parent, "-cJf", file, name, XZ_OPT="-6 -T2",
    )  # fmt: skip
    return file


def borrowed(inner: Path) -> list[Path]:
    """The libraries of this system that the list has for the archive, as the loader finds them."""
    patterns = reasons("tar.xz")
    found: dict[str, Path] = {}
    for name in libraries(inner):
        told = subprocess.run(["ldd", inner / name], capture_output=True, text=True, check=False).stdout
        for line in told.splitlines():
            soname, arrow, rest = line.strip().partition(" => ")
            if arrow and rest.startswith("/") and has_reason(soname, patterns):
                found[soname] = Path(rest.partition(" ")[0])
    if missing := [pattern for pattern in patterns if not any(has_reason(soname, [pattern]) for soname in found)]:
        raise SystemExit(f"The system lacks what the archive takes along: {', '.join(missing)}")
    return [found[soname] for soname in sorted(found)]
