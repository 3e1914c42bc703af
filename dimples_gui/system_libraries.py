"""Turns the loader's and Qt's words about missing system libraries into one sentence and one command. Knows no Qt."""

import os
import sys
from collections.abc import Iterable, Mapping

# What Qt loads from the system, by the package that brings it on Debian 12. Newer Debian and Ubuntu still know these
# names, also where the package itself is now called something with t64 at its end.
QT_NEEDS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
# What a window on an X display needs besides.
XCB_NEEDS = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
PACKAGES = QT_NEEDS | XCB_NEEDS
APT = "/usr/bin/apt-get"


def explain_import_failure(error: ImportError) -> str:
    """Why what the program is made of cannot be imported, and what to do; for people, over one or more lines."""
    if isinstance(error, ModuleNotFoundError):
        return (
            f"Dimples cannot start: its Python ({sys.executable}) has no module {error.name}.\n"
            "Install Dimples into it with pip, which brings along all that it needs."
        )
    named = _named_library(str(error))
    missing = _ordered({*missing_libraries(_needed()), *([named] if named else [])})
    if missing:
        return _tell_missing(missing)
    return f"Dimples cannot start: a part of it, or of Qt, cannot be loaded.\n{error}"


def explain_platform_failure(message: str) -> str:
    """Why Qt cannot open a window, from the text of its fatal message; for people, over one or more lines."""
    platform, offered = _platform(), _offered(message)
    if platform and offered and platform not in offered:
        return (
            f"Dimples cannot start: QT_QPA_PLATFORM asks for “{platform}”, which Qt does not have here.\n"
            f"Unset it, or choose one of {', '.join(offered)}."
        )
    parts = []
    missing = missing_libraries(_needed())
    if missing:
        parts.append(_tell_missing(missing))
    if _is_linux() and platform in {"", "xcb", "wayland"}:
        parts.append(_tell_display(os.environ, missing=bool(missing)))
    return "\n".join(part for part in parts if part) or f"Dimples cannot start: Qt cannot open a window.\n{message}"


def missing_libraries(sonames: Iterable[str]) -> tuple[str, ...]:
    """Those of `sonames`, or of what they need in turn, that the system's loader does not find."""
    if not _is_linux():
        return ()
    import ctypes  # noqa: PLC0415  # only needed once something has failed

    missing = set()
    for soname in sonames:
        try:
            ctypes.CDLL(soname)
        except OSError as error:
            missing.add(_named_library(str(error)) or soname)
    return _ordered(missing)


def install_command(sonames: Iterable[str]) -> str:
    """The command that brings these libraries, where it is known; otherwise an empty text."""
    packages = dict.fromkeys(PACKAGES[soname] for soname in sonames if soname in PACKAGES)
    if not packages or not os.path.exists(APT):  # noqa: PTH110  # pathlib is slow to import and nothing else needs it
        return ""
    return f"{'' if os.geteuid() == 0 else 'sudo '}apt-get install -y {' '.join(packages)}"


def _tell_missing(sonames: tuple[str, ...]) -> str:
    """The sentence and, where it is known, the command."""
    noun = "a library" if len(sonames) == 1 else f"{len(sonames)} libraries"
    sentence = f"Dimples cannot start: this system lacks {noun} that Qt needs: {', '.join(sonames)}."
    command = install_command(sonames)
    if not command:
        return f"{sentence}\nInstall what provides them with your system's package manager."
    return f"{sentence}\nTo install what is missing:\n    {command}"


def _tell_display(environment: Mapping[str, str], *, missing: bool) -> str:
    """What is wrong with the display; an empty text where libraries are missing and the display may be well."""
    display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    start = "And there is" if missing else "Dimples cannot start: there is"
    if not display:
        return (
            f"{start} no display to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
            "Start it from a desktop session; --shot, --check and --self-test need no display."
        )
    if missing:
        return ""
    return f"Dimples cannot start: the display “{display}” does not answer, or does not let this user in."


def _needed() -> tuple[str, ...]:
    """What must be there for the platform that is asked for; xcb is what Qt takes unasked."""
    return tuple(PACKAGES if _platform() in {"", "xcb"} else QT_NEEDS)


def _platform() -> str:
    """The first platform that the environment asks for, without its options; empty where none."""
    return os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]


def _offered(message: str) -> tuple[str, ...]:
    """The platforms that Qt says it has."""
    _, found, rest = message.partition("Available platform plugins are: ")
    return tuple(name.strip(" .") for name in rest.partition("\n")[0].split(",")) if found else ()


def _named_library(message: str) -> str:
    """The library that the loader complains of; empty where it complains of something else."""
    soname, found, _ = message.partition(": cannot open shared object file")
    return soname.rpartition(" ")[2] if found else ""


def _ordered(sonames: Iterable[str]) -> tuple[str, ...]:
    """In the table's order, then those that it does not know."""
    order = list(PACKAGES)
    return tuple(sorted(sonames, key=lambda name: (order.index(name) if name in PACKAGES else len(order), name)))


def _is_linux() -> bool:
    """Whether libraries are found by these names; asked at run time so that all of this is checked everywhere."""
    return str(sys.platform) == "linux"
