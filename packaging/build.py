"""Makes the installers: build.py deb | rpm | tar | windows | all. They come to dist/, with sums and a list of parts.

    /usr/bin/python3 packaging/build.py deb

Same checkout, same bytes (SOURCE_DATE_EPOCH is the last commit's time if it is not set). Packages that are missing on
the machine are named, with the command that brings them. packaging/README.md tells the rest.
"""

import argparse
import hashlib
import platform
import shutil
import sys

from installers import bundle, deb, linux_tree, rpm, tarball, windows
from installers.facts import DIST, Facts, read_facts
from installers.parts import parts
from installers.sbom import sbom

TARGETS = ("deb", "rpm", "tar", "windows")
NEEDS = {"deb": deb.NEEDS, "rpm": rpm.NEEDS, "tar": tarball.NEEDS, "windows": windows.NEEDS}


def main() -> None:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(description="Makes the installers; they come to dist/.")
    parser.add_argument("target", choices=[*TARGETS, "all"])
    asked = parser.parse_args().target
    targets = TARGETS if asked == "all" else (asked,)
    tell_missing(targets)
    facts = read_facts()
    DIST.mkdir(exist_ok=True)
    if set(targets) & {"deb", "rpm", "tar"}:
        make_linux(targets, facts)
    if "windows" in targets:
        windows.windows(facts)
    write_sums()


def make_linux(targets: tuple[str, ...], facts: Facts) -> None:
    """The bundle, and the packages of it that are asked for."""
    inside = parts("linux", platform.python_version())
    bundle.bundle(facts, inside)
    (DIST / f"{facts.name}-{facts.version}-linux.cdx.json").write_text(sbom(facts, inside), encoding="utf-8")
    linux_tree.shoot(DIST / "screenshots")
    if "deb" in targets:
        deb.deb(facts, inside)
    if "rpm" in targets:
        rpm.rpm(facts)
    if "tar" in targets:
        tarball.tarball(facts)


def tell_missing(targets: tuple[str, ...]) -> None:
    """End with the command that brings what is missing on this machine, where something is."""
    needed = {command: package for target in targets for command, package in NEEDS[target].items()}
    missing = sorted({package for command, package in needed.items() if not shutil.which(command)})
    if missing:
        sys.exit(
            f"To make {', '.join(targets)}, this machine lacks something:\n    apt-get install {' '.join(missing)}"
        )


def write_sums() -> None:
    """SHA256SUMS over everything in dist/, as `sha256sum --check` reads it."""
    files = sorted(path for path in DIST.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(DIST).as_posix()}\n" for path in files
    ]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    for path in files:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(DIST)}")


if __name__ == "__main__":
    main()
