"""What an administrator has settled for everybody on a machine: a file of the system's, read at each start.

    [settings]
    theme = dark          ; any of the program's settings: theme, text-size, list
    [program]
    content = /srv/anatomy/content     ; a content folder instead of the shipped one
    links = off           ; links to the internet are shown but not opened
    keep = off            ; bookmarks and notes last for a visit only

What is settled there can't be changed in the program, and the program says so. Folders in a folder `extra` beside
the file add to the shipped content; docs/administrators.md tells all of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dimples_gui.errors import ContentError
from dimples_gui.options import TEXT_PERCENTS, THEMES

if TYPE_CHECKING:
    from dimples_gui.settings import Store

KNOWN = {"settings": ("theme", "text-size", "list"), "program": ("content", "links", "keep")}
ALLOWED = {"theme": THEMES, "list": ("shown", "hidden"), "links": ("on", "off"), "keep": ("on", "off")}


class Policy(NamedTuple):
    """What is settled, by the settings' keys, and the content to show; empty where nothing is."""

    settings: Mapping[str, str] = {}  # never written to
    content: Path | None = None
    extra: Path | None = None  # folders that add to the shipped content; need not be there


def policy_here(*, screenless: bool) -> Policy:
    """What holds on this machine. For a picture and the self-test nothing is settled; what is added they show."""
    file = policy_file()
    policy = Policy() if screenless else read_policy(file)
    return policy._replace(extra=file.with_name("extra"))


def policy_file(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path:
    """Where the system keeps it; it need not exist."""
    if platform == "win32":
        return Path(environ.get("PROGRAMDATA", r"C:\ProgramData")) / "dimples" / "policy.ini"
    if platform == "darwin":
        return Path("/Library/Application Support/dimples/policy.ini")
    return Path("/etc/dimples/policy.ini")


def read_policy(file: Path) -> Policy:
    """The policy of a file. Raises ContentError, with file and key, where it asks for what there is not."""
    if not file.exists():
        return Policy()
    import configparser  # noqa: PLC0415  # few machines have a policy

    parser = configparser.ConfigParser(interpolation=None, inline_comment_prefixes=(";",))
    try:
        parser.read_string(file.read_text(encoding="utf-8"), str(file))
    except (OSError, ValueError, configparser.Error) as error:
        reason = " ".join(str(error).split())
        raise ContentError(f"{file} can't be read: {reason}. Mend it, or ask who looks after this machine.") from error
    for section in parser.sections():
        for key, value in parser[section].items():
            _require_known(file, section, key, value)
    settled = dict(parser["settings"]) if parser.has_section("settings") else {}
    program = dict(parser["program"]) if parser.has_section("program") else {}
    content = program.pop("content", "")
    return Policy(settled | program, Path(content) if content else None)


def _require_known(file: Path, section: str, key: str, value: str) -> None:
    """Raise ContentError for a section, key or value that means nothing."""
    if key not in KNOWN.get(section, ()):
        raise ContentError(f"{file}: [{section}] {key} means nothing; there are {_known()}.")
    allowed = ALLOWED.get(key)
    if allowed and value not in allowed:
        raise ContentError(f"{file}: {key} is {', '.join(allowed[:-1])} or {allowed[-1]}, not “{value}”.")
    least, most = TEXT_PERCENTS
    if key == "text-size" and not (value.isdecimal() and least <= int(value) <= most):
        raise ContentError(f"{file}: text-size is a number from {least} to {most}, not “{value}”.")


def _known() -> str:
    return "; ".join(f"[{section}] {', '.join(keys)}" for section, keys in KNOWN.items())


class SettledStore:
    """A store in which some values are settled: they are read, and can't be written."""

    def __init__(self, store: Store, settled: Mapping[str, str]) -> None:
        self._store, self.settled = store, settled
        self.private = getattr(store, "private", False)
        self.for_visit_only = getattr(store, "for_visit_only", False)

    def value(self, key: str, /, default: Any = None) -> Any:
        """The value settled for a key, or kept under it."""
        return self.settled.get(key) or self._store.value(key, default)

    def setValue(self, key: str, value: Any, /) -> None:  # noqa: N802  # QSettings' own name
        """Keep a value, unless it is settled."""
        if key not in self.settled:
            self._store.setValue(key, value)

    def isWritable(self) -> bool:  # noqa: N802  # QSettings' own name
        """Whether values are kept on disk."""
        is_writable = getattr(self._store, "isWritable", None)
        return is_writable is None or bool(is_writable())

    def sync(self) -> None:
        """Write what was kept."""
        self._store.sync()
