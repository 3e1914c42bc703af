"""The files of an installed copy as they lie in a Linux system; the same for .deb and .rpm."""

import os
import re
import shutil
import subprocess
from gzip import compress
from pathlib import Path
from typing import NamedTuple

from installers.bundle import BUNDLE, ICONS
from installers.changes import as_appstream, releases
from installers.facts import APP_ID, PACKAGING, Facts

SOURCES = PACKAGING / "linux"
# Where the screenshots are going to be. The project has no address yet, and this one is sure not to be anybody's
# (RFC 2606): a placeholder, at which nothing is found.
SITE = os.environ.get("DIMPLES_SITE", "https://dimples.invalid/screenshots")
SHOT_SIZE = (1600, 900)


class Shot(NamedTuple):
    """A screenshot for those who choose among programs."""

    caption: str
    link: str  # without its scheme
    theme: str


SHOTS = {  # by file; the first is the one that is shown first
    "skin": Shot("Point at the back, click, and read what the spot is", "dimple?layer=skin&hotspots=1", "light"),
    "bone": Shot("Five layers down to the bone, lit by a lamp", "psis?layer=bone&labels=1&lamp=150,30", "light"),
    "badge": Shot("Every statement tells what it rests on", "can-i-get-them?opened=c29&layer=skin", "dark"),
    "answer": Shot("Questions are answered step by step", "tether?layer=ligament&question=1&step=2", "light"),
    "muscle": Shot("Muscles and fascia, in dark colours", "thoracolumbar-fascia?layer=muscle&labels=1", "dark"),
}


def stage(root: Path, facts: Facts, library: str) -> None:
    """Fill an empty folder; the program itself goes to /usr/<library>/<name>."""
    shutil.rmtree(root, ignore_errors=True)
    usr = root / "usr"
    shutil.copytree(BUNDLE, usr / library / facts.name, symlinks=True)
    (usr / "bin").mkdir()
    (usr / "bin" / facts.name).symlink_to(f"../{library}/{facts.name}/{facts.name}")
    _put(usr / "share/applications/dimples.desktop", (SOURCES / "dimples.desktop").read_bytes())
    _put(usr / f"share/metainfo/{APP_ID}.metainfo.xml", filled("metainfo.xml", facts).encode())
    _put(usr / f"share/man/man1/{facts.name}.1.gz", compress(filled("dimples-gui.1", facts).encode(), 9, mtime=0))
    icons = usr / "share/icons/hicolor"
    _put(icons / "scalable/apps/dimples.svg", (PACKAGING / "icon.svg").read_bytes())
    for picture in ICONS.glob("dimples-*.png"):
        size = picture.stem.rpartition("-")[2]
        _put(icons / f"{size}x{size}/apps/dimples.png", picture.read_bytes())
    tidy(root)


def filled(name: str, facts: Facts) -> str:
    """A template with the program's facts in it."""
    text = (SOURCES / name).read_text(encoding="utf-8")
    told = {"screenshots": screenshots(), "releases": as_appstream(facts, releases())}
    known = facts._asdict() | {"date": facts.date, "id": APP_ID} | told
    return re.sub(r"@(\w+)@", lambda found: str(known[found[1]]), text)


def screenshots() -> str:
    """The metadata's screenshots."""
    width, height = SHOT_SIZE
    rows = [
        f"    <screenshot><caption>{shot.caption}</caption>"
        f'<image type="source" width="{width}" height="{height}">{SITE}/{name}.png</image></screenshot>'
        for name, shot in SHOTS.items()
    ]
    rows[0] = rows[0].replace("<screenshot>", '<screenshot type="default">')
    return "\n".join(["  <screenshots>", *rows, "  </screenshots>"])


def shoot(folder: Path) -> None:
    """Have the bundled program draw its screenshots."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, shot in SHOTS.items():
        wanted = ["--size", "{}x{}".format(*SHOT_SIZE), "--theme", shot.theme]
        subprocess.run(
            [BUNDLE / "dimples-gui", f"dimples:{shot.link}", "--shot", folder / f"{name}.png", *wanted], check=True
        )


def tidy(root: Path) -> None:
    """The modes that a package has: folders and programs 755, all else 644; the libraries are no programs."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or is_program(path) else 0o644)


def is_program(path: Path) -> bool:
    """Whether a file is the one that is started, at the top of a bundle."""
    return path.name == "dimples-gui" and (path.parent / "_internal").is_dir()


def _put(file: Path, data: bytes) -> None:
    """Write a file and the folders that it is in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
