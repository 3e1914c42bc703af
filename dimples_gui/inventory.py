"""What an installed copy brought along: a list, made with the wheel, of its files and what is in them."""

import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LIST = "compiled/files.json"  # in the package


def written(files: Mapping[str, Path], modules: list[str]) -> str:
    """The list of files, by their paths in the package, and of modules by name, to be kept as LIST."""
    sums = {name: _sum_of(file.read_bytes()) for name, file in sorted(files.items())}
    return json.dumps({"files": sums, "modules": sorted(modules)}, indent=0)


def faults(package: Path) -> Iterator[str]:
    """One line for each file that is not there or not as it was. A checkout has no list, and no faults."""
    if not (package / "content").is_dir() and not (package / "compiled").is_dir():
        return
    try:
        listed = _read(package)["files"]
    except (OSError, ValueError, LookupError) as error:
        yield f"{LIST} can't be read ({error}), so nobody can tell what is missing: install the program again"
        return
    for name, wanted in listed.items():
        try:
            is_right = _sum_of((package / name).read_bytes()) == wanted
        except OSError as error:
            yield f"{name} can't be read ({error.strerror}): install the program again"
        else:
            if not is_right:
                yield f"{name} is not as it was shipped: install the program again"


def modules(package: Path) -> list[str]:
    """The names of the program's modules: those listed; in a checkout those that are there."""
    if (package / LIST).exists():
        return [str(name) for name in _read(package)["modules"]]
    return modules_in(package)


def modules_in(package: Path) -> list[str]:
    """The names of all modules in a package's folder."""
    paths = [file.relative_to(package.parent).with_suffix("").parts for file in package.rglob("*.py")]
    return sorted(".".join(parts).removesuffix(".__init__") for parts in paths)


def _read(package: Path) -> dict[str, Any]:
    """The list. Raises OSError and ValueError."""
    listed = json.loads((package / LIST).read_text(encoding="utf-8"))
    if not isinstance(listed, dict):
        raise ValueError("it is no list of files")  # noqa: TRY004  # a fault of the file, told as one
    return listed


def _sum_of(data: bytes) -> str:
    """What changes when a file does: its length, and a sum against damage by chance."""
    return f"{len(data)}-{zlib.crc32(data):08x}"
