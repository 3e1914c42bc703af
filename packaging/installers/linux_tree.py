"""The files of an installed copy as they lie in a Linux system; the same for .deb and .rpm."""

import os
import re
import shutil
import subprocess
from gzip import compress
from pathlib import Path

from installers.bundle import BUNDLE, ICONS
from installers.facts import APP_ID, PACKAGING, Facts

SOURCES = PACKAGING / "linux"
SITE = os.environ.get("DIMPLES_SITE", "")  # where the screenshots are going to be; there is no such place yet
SHOTS = {  # file: its caption, and what --shot is asked for
    "skin": ("The lower back, and what the first page says", "dimples:home"),
    "bone": ("The spine of the hip bone that lies under a dimple", "dimples:psis?layer=bone&labels=1"),
    "muscle": ("What holds the skin down, between the muscles", "dimples:tether?layer=muscle"),
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
    known = facts._asdict() | {"date": facts.date, "id": APP_ID, "screenshots": screenshots()}
    return re.sub(r"@(\w+)@", lambda found: str(known[found[1]]), text)


def screenshots() -> str:
    """The metadata's screenshots; none while there is no address to fetch them from."""
    if not SITE:
        return ""
    rows = [
        f"    <screenshot><caption>{caption}</caption>"
        f'<image type="source" width="1280" height="800">{SITE}/{name}.png</image></screenshot>'
        for name, (caption, _) in SHOTS.items()
    ]
    rows[0] = rows[0].replace("<screenshot>", '<screenshot type="default">')
    return "\n".join(["  <screenshots>", *rows, "  </screenshots>"])


def shoot(folder: Path) -> None:
    """Have the bundled program draw its screenshots."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (_, link) in SHOTS.items():
        command = [
            BUNDLE / "dimples-gui",
            link,
            "--shot",
            folder / f"{name}.png",
            "--size",
            "1280x800",
            "--theme",
            "light",
        ]
        subprocess.run([str(word) for word in command], check=True)


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
