"""Where content and assets are: in a checkout, installed, or where an author says."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dimples_gui.errors import ContentError

PLATE = "back"  # the one plate so far: its outlines, and the folder of its pictures


class Places(NamedTuple):
    """The folders that the program reads, and the one where it may leave a cache."""

    content: Path
    assets: tuple[Path, ...]  # searched in this order
    compiled: Path | None  # a folder with one <language>.json for each language; only where installed
    cache: Path | None
    extra: Path | None = None  # a folder of folders that add to the content; None where there is none


def find_places(content: Path | None = None, extra: Path | None = None) -> Places:
    """The folders to use; `content` names another content folder than the shipped one.

    `extra` need not exist; it adds to the shipped content only, for whoever names another wants just that. An assets/
    folder inside `content` is searched before the shipped assets. Raises ContentError where a content folder lacks
    what makes it one.
    """
    package = Path(__file__).resolve().parent
    home = package if (package / "content").is_dir() else package.parent
    shipped = home / "assets"
    cache = cache_folder()
    if content is not None:
        content = content.absolute()
        _require_content(content)
        return Places(content, (content / "assets", shipped), None, cache)
    _require_content(home / "content")
    compiled = package / "compiled" if home == package else None
    is_compiled = compiled is not None and compiled.is_dir()
    is_extended = extra is not None and is_there(extra)
    return Places(
        home / "content", (shipped,), compiled if is_compiled else None, cache, extra if is_extended else None
    )


def _require_content(folder: Path) -> None:
    """Raise ContentError unless the folder has facts about entries, and words in at least one language."""
    if not is_there(folder):
        raise ContentError(f"There is no folder {folder}.")
    missing = []
    if not is_there(folder / "entries.yaml"):
        missing.append("a file entries.yaml")
    if not any(folder.glob("*/entries")):
        missing.append("a folder of words, such as en/entries")
    if missing:
        raise ContentError(f"{folder} is no content folder: it lacks {' and '.join(missing)}.")


def languages(places: Places) -> tuple[str, ...]:
    """The languages that there are words in, by their codes."""
    return tuple(sorted(folder.parent.name for folder in places.content.glob("*/entries") if folder.is_dir()))


def cache_folder(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The folder for what can be made again, by the platform's custom; it need not exist. None: there is no home."""
    if platform == "win32":
        local = environ.get("LOCALAPPDATA", "")
        return Path(local) / "dimples" / "cache" if local else None
    given = environ.get("XDG_CACHE_HOME", "")
    if platform != "darwin" and given.startswith("/"):  # the XDG specification has relative ones ignored
        return Path(given) / "dimples"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if platform == "darwin" else ".cache") / "dimples"


def data_folder(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The folder of what the reader keeps, by the platform's custom; it need not exist. None: there is no home."""
    if platform == "win32":
        local = environ.get("LOCALAPPDATA", "")
        return Path(local) / "dimples" / "data" if local else None
    given = environ.get("XDG_DATA_HOME", "")
    if platform != "darwin" and given.startswith("/"):
        return Path(given) / "dimples"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Application Support" if platform == "darwin" else ".local/share") / "dimples"


def settings_file(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The file of what is remembered between visits, by the platform's custom; it need not exist. None: no home."""
    if platform == "win32":
        local = environ.get("LOCALAPPDATA", "")
        return Path(local) / "dimples" / "dimples.ini" if local else None
    given = environ.get("XDG_CONFIG_HOME", "")
    if platform != "darwin" and given.startswith("/"):
        return Path(given) / "dimples" / "dimples.ini"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Preferences" if platform == "darwin" else ".config") / "dimples" / "dimples.ini"


def asset(places: Places, name: str) -> Path | None:
    """The first asset, a file or a folder of them, of a name such as "plates/back/skin.png"; None where none is."""
    for folder in places.assets:
        file = folder / name
        if is_there(file) and is_within(file, boundary(folder, places.content)):
            return file
    return None


def boundary(folder: Path, content: Path) -> Path:
    """The folder that nothing in an assets folder may lead out of."""
    return content if folder.is_relative_to(content) else folder


def is_there(file: Path) -> bool:
    """Whether there is a file, a folder or a link of that name; no where that can't be found out."""
    try:
        file.lstat()
    except (OSError, ValueError):
        return False
    return True


def is_within(file: Path, folder: Path) -> bool:
    """Whether a file is in a folder once `..` and symbolic links are followed."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # links that lead in a circle; a name that can't be one
        return False
