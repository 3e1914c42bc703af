"""What the installers say of the program, and where they are made; from pyproject and git, nowhere else."""

import os
import re
import subprocess
import time
import tomllib
from email.utils import formatdate
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"  # all that is made on the way; may be deleted at any time
DIST = ROOT / "dist"  # what people get
# No address of the project's own is known yet, so this one is sure not to be anybody's (RFC 2606).
MAINTAINER = os.environ.get("DIMPLES_MAINTAINER", "Dimples contributors <contributors@dimples.invalid>")

APP_ID = "invalid.dimples.Dimples"  # for the same reason


class Facts(NamedTuple):
    """The program as its installers describe it."""

    name: str  # of the package and the command
    version: str
    summary: str  # one sentence
    licence: str  # an SPDX expression
    epoch: int  # seconds since 1970, of the last change: the date of everything that is made

    @property
    def date(self) -> str:
        """The day of the last change, as 2026-11-22."""
        return time.strftime("%Y-%m-%d", time.gmtime(self.epoch))

    @property
    def mail_date(self) -> str:
        """The last change as mail and Debian's changelogs write it."""
        return formatdate(self.epoch, localtime=False).replace("-0000", "+0000")


def read_facts(root: Path = ROOT) -> Facts:
    """The facts of a checkout."""
    described = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    project = described["project"]
    version_file = root / described["tool"]["hatch"]["version"]["path"]
    found = re.search(r'^__version__ = "([^"]+)"', version_file.read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        raise SystemExit(f"{version_file} tells no version")
    return Facts(project["name"], found[1], project["description"], project["license"], last_change(root))


def last_change(root: Path) -> int:
    """SOURCE_DATE_EPOCH, or the time of the last commit; where there is no git, of the changelog."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = subprocess.run(
        ["git", "-C", str(root), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
    )
    return int(asked.stdout) if asked.returncode == 0 else int((root / "CHANGELOG.md").stat().st_mtime)


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> None:
    """Run a command with something added to the environment. Exits where it fails, with its name."""
    words = [str(word) for word in command]
    print("+", " ".join(words), flush=True)
    done = subprocess.run(words, cwd=cwd, env=os.environ | environment, check=False)
    if done.returncode:
        raise SystemExit(f"{words[0]} failed with code {done.returncode}")
