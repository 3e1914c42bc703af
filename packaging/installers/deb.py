"""The package for Debian and its relatives."""

import hashlib
import os
import re
import shutil
import subprocess
import textwrap
from gzip import compress
from pathlib import Path

from installers import linux_tree
from installers.changes import releases
from installers.contents import libraries
from installers.facts import BUILD, DIST, MAINTAINER, PACKAGING, ROOT, Facts, run
from installers.parts import Part

NEEDS = {"dpkg-deb": "dpkg", "dpkg-shlibdeps": "dpkg-dev", "strip": "binutils"}
XZ = os.environ.get("DIMPLES_XZ", "6")  # 1 where time counts for more than size
ONLY_RECOMMENDED = "libcupsprintersupport.so"  # brings printers where there is CUPS, and can be done without
ABOUT = """\
 Point at a drawn lower back, click, and read what the spot is, how sure anyone
 is about it, and where that is written. The plate goes from the skin down to
 the bone in five layers; every statement carries a badge that says how well it
 is known.
 .
 It works without a network, gives no advice to a person and makes no
 diagnosis."""


def deb(facts: Facts, parts: list[Part]) -> Path:
    """Make the package from the bundle."""
    root = BUILD / "deb"
    linux_tree.stage(root, facts, "lib")
    documents = root / "usr/share/doc" / facts.name
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(copyright_file(parts), encoding="utf-8")
    (documents / "changelog.gz").write_bytes(compress(changelog(facts).encode(), 9, mtime=0))
    overrides = root / "usr/share/lintian/overrides" / facts.name
    overrides.parent.mkdir(parents=True)
    shutil.copy2(PACKAGING / "linux" / "lintian-overrides", overrides)
    linux_tree.tidy(root)
    control = root / "DEBIAN"
    control.mkdir()
    depends = dependencies(root / "usr/lib" / facts.name)
    (control / "control").write_text(control_file(facts, depends, size_kb(root / "usr")), encoding="utf-8")
    (control / "md5sums").write_text(sums(root), encoding="utf-8")
    linux_tree.tidy(control)
    file = DIST / f"{facts.name}_{facts.version}_amd64.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", f"-z{XZ}", "--build", root, file, SOURCE_DATE_EPOCH=str(facts.epoch))
    return file


def dependencies(bundle: Path) -> str:
    """The system's packages that the bundled libraries and the program need, with versions, as dpkg finds them."""
    work = BUILD / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian/control").write_text("Source: dimples\n\nPackage: dimples\nArchitecture: amd64\n", encoding="utf-8")
    inner = bundle / "_internal"
    needed = [name for name in libraries(inner) if not name.endswith(ONLY_RECOMMENDED)]
    ours = ["PySide6/Qt/lib", "PySide6", "shiboken6", "numpy.libs", "."]
    found = subprocess.run(
        [
            "dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *(f"-l{inner / name}" for name in ours),
            f"-e{bundle / 'dimples-gui'}", *(f"-e{inner / name}" for name in needed),
        ],
        cwd=work, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if found.returncode:
        lacking = sorted(set(re.findall(r"cannot find library (\S+)", found.stderr)))
        raise SystemExit(f"This machine lacks what the bundle is linked against: {', '.join(lacking) or found.stderr}")
    return found.stdout.partition("shlibs:Depends=")[2].strip()


def control_file(facts: Facts, depends: str, size: int) -> str:
    """What the package says of itself."""
    return f"""\
Package: {facts.name}
Version: {facts.version}
Architecture: amd64
Maintainer: {MAINTAINER}
Installed-Size: {size}
Depends: {depends}
Recommends: xdg-utils, libcups2 | libcups2t64
Section: education
Priority: optional
Description: illustrated, offline reference of the lower back
{ABOUT}
"""


def changelog(facts: Facts) -> str:
    """CHANGELOG.md's newest part, as Debian writes it."""
    body = "\n".join(
        textwrap.fill(point, 78, initial_indent="  * ", subsequent_indent="    ") for point in releases()[0].points
    )
    return f"{facts.name} ({facts.version}) unstable; urgency=medium\n\n{body}\n\n -- {MAINTAINER}  {facts.mail_date}\n"


def copyright_file(parts: list[Part]) -> str:
    """Debian's copyright file: ours in full, the others' by name; their texts are in the package."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    mit = licence.partition("MIT License\n")[2].partition("\n2. ")[0].partition("contributors\n")[2].strip()
    text = "\n".join(f" {line}" if line.strip() else " ." for line in mit.splitlines())
    others = "\n".join(f"  {part.name} {part.version}: {part.licence}; {part.source}" for part in parts)
    return f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Dimples
Comment: Bundled below /usr/lib/dimples-gui, with their licenses in its folder licenses:
{others}
 The GNU licenses are also in /usr/share/common-licenses/LGPL-3 and /usr/share/common-licenses/GPL-3.

Files: *
Copyright: 2026 the Dimples contributors
License: MIT

Files: usr/lib/dimples-gui/_internal/dimples_gui/content/* usr/lib/dimples-gui/_internal/dimples_gui/assets/*
Copyright: 2026 the Dimples contributors
License: CC-BY-4.0
 Creative Commons Attribution 4.0 International,
 https://creativecommons.org/licenses/by/4.0/legalcode

Files: usr/lib/dimples-gui/_internal/dimples_gui/assets/fonts/*
Copyright: 2014-2023 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'
License: OFL-1.1
 SIL Open Font License 1.1: see OFL.txt beside the fonts.

License: MIT
{text}
"""


def size_kb(folder: Path) -> int:
    """What a folder takes, in kB of 1024 bytes, as Debian counts."""
    files = [path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()]
    return sum(-(-path.lstat().st_size // 1024) or 1 for path in files) + sum(
        path.is_dir() for path in folder.rglob("*")
    )


def sums(root: Path) -> str:
    """The MD5 of each file, which Debian's packages carry against damage."""
    files = [path for path in sorted((root / "usr").rglob("*")) if path.is_file() and not path.is_symlink()]
    return "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)
