"""What of Qt, NumPy and the system goes into a bundle: the files that packaging/README.md has a reason for.

contents.py BUNDLE PLATFORM     each library in a bundle that has no reason, and each reason without a library; 1 if any
"""

import re
import struct
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

README = Path(__file__).parent.parent / "README.md"
LIBRARY = re.compile(r"\.(so(\.[0-9.]+)?|dll|pyd|exe|dylib)$")
LOADED, PAGE = 1, 4096  # a part of an ELF file that goes to memory; bytes
ROW = re.compile(r"^\| `(?P<pattern>[^`]+)` \| (?P<reason>.+) \|$")


def reasons(platform: str, readme: Path = README) -> dict[str, str]:
    """Each pattern of files that a bundle for "Linux", "Windows" or "tar.xz" may hold, with why."""
    found: dict[str, str] = {}
    within = False
    for line in readme.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            within = line.strip("# ") == f"What is in the bundle for {platform}"
        elif within and (row := ROW.match(line)):
            found[row["pattern"]] = row["reason"]
    return found


def has_reason(file: str, patterns: Iterable[str]) -> bool:
    """Whether a file, by its path in the bundle, is on the list. A pattern without a folder means a file anywhere."""
    path = PurePosixPath(file.replace("\\", "/"))
    return any(fnmatchcase(str(path) if "/" in pattern else path.name, pattern) for pattern in patterns)


def libraries(bundle: Path) -> list[str]:
    """Every library and program in a bundle, by its path in it; links are only other names."""
    files = (path for path in sorted(bundle.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path.relative_to(bundle).as_posix() for path in files if LIBRARY.search(path.name)]


def is_torn(library: Path) -> bool:
    """Whether a part of an ELF library does not begin where pages of memory do, so that no system loads it.

    `strip` does this to libraries that `patchelf` has changed before, as those that NumPy's wheel brings.
    """
    data = library.read_bytes()
    if data[:6] != b"\x7fELF\x02\x01":  # of 64 bits, the lowest byte first
        return False
    table, size, count = *struct.unpack_from("<Q", data, 32), *struct.unpack_from("<HH", data, 54)
    for start in range(table, table + size * count, size):
        kind, _, offset, address = struct.unpack_from("<IIQQ", data, start)
        if kind == LOADED and (offset - address) % PAGE:
            return True
    return False


def differences(bundle: Path, patterns: Iterable[str]) -> Iterator[str]:
    """One line for each library without a reason or that can't be loaded, and each reason without a library."""
    files, patterns = libraries(bundle), tuple(patterns)
    for file in files:
        if not has_reason(file, patterns):
            yield f"{file} is in the bundle, but packaging/README.md gives no reason for it"
        if is_torn(bundle / file):
            yield f"{file} can't be loaded by any system: it was stripped, which it does not bear"
    for pattern in patterns:
        if not any(has_reason(file, [pattern]) for file in files):
            yield f"packaging/README.md gives a reason for {pattern}, but the bundle holds no such file"


if __name__ == "__main__":
    told = list(differences(Path(sys.argv[1]), reasons(sys.argv[2])))
    print("\n".join(told) or "all libraries have their reasons")
    sys.exit(1 if told else 0)
