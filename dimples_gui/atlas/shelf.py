"""The quickest way to an atlas: compiled when shipped, from a cache while nothing has changed, read anew otherwise."""

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from dimples_gui import __version__
from dimples_gui.atlas.compiler import dump, restore
from dimples_gui.atlas.model import Atlas
from dimples_gui.errors import ContentError
from dimples_gui.paths import Places


def open_atlas(places: Places, language: str, *, may_write: bool = True) -> Atlas:
    """The atlas of a language. What was shipped compiled is taken as it is; a cache is kept of everything else.

    Unless it `may_write`, the cache is only read.
    """
    if places.extra is None and (atlas := shipped(places, language)):
        return atlas
    stamp = _stamp(places, language)
    cache = places.cache and places.cache / _cache_name(places, language)
    if cache is not None:
        known, _, data = _bytes_of(cache).partition(b"\n")
        if known == stamp:
            with suppress(ContentError):
                return restore(data)
    atlas = read_atlas(places, language)
    if cache is not None and may_write:
        _write(cache, stamp + b"\n" + dump(atlas))
    return atlas


def read_atlas(places: Places, language: str) -> Atlas:
    """The atlas as its files are now, with what an administrator adds; from what was compiled, where it was."""
    from dimples_gui.atlas.loader import load  # noqa: PLC0415  # msgspec, yaml and svgelements, needed only here

    atlas = shipped(places, language) or load(places.content, places.assets, language)
    if places.extra is None:
        return atlas
    from dimples_gui.atlas.extra import extended  # noqa: PLC0415  # few machines have any

    return extended(atlas, places.extra, language)


def shipped(places: Places, language: str) -> Atlas | None:
    """The compiled atlas; None where there is none in this language, or it is damaged: the words are shipped, too."""
    if places.compiled is not None:
        with suppress(ContentError):
            return restore(_bytes_of(places.compiled / f"{language}.json"))
    return None


def _bytes_of(file: Path) -> bytes:
    """The bytes of a file; none where it can't be read."""
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        return b""


def _cache_name(places: Places, language: str) -> str:
    """A file name for these folders and this language. Should two get the same, their stamps still differ."""
    return f"atlas-{zlib.crc32(repr((*places, language)).encode()):08x}.json"


def _stamp(places: Places, language: str) -> bytes:
    """One line that changes whenever the atlas could: versions, folders, and every file's path, size and time.

    The current folder counts because problems name their files as seen from it.
    """
    try:
        here = os.getcwd()  # noqa: PTH109  # as a plain text
    except OSError:
        here = ""
    files = list(_files(str(places.content)))
    for folder in places.assets:
        for part in ("plates", "icons"):
            files += (row for row in _files(str(folder / part)) if row[0].endswith(".svg"))
    for other in (places.compiled, places.extra):
        files += _files(str(other)) if other else ()
    return json.dumps([__version__, language, here, sorted(files)], ensure_ascii=True).encode()


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of change, in nanoseconds, of every file in a folder and below."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path)
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield entry.path, status.st_size, status.st_mtime_ns
    except OSError:  # a folder that is not there holds nothing
        return


def _write(file: Path, data: bytes) -> None:
    """Replace a file at one stroke. A disk that is full or can't be written is no misfortune: it is only a cache."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
