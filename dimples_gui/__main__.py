"""The command line."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from dimples_gui import __version__
from dimples_gui.atlas.model import LAYERS
from dimples_gui.errors import DimplesError, UsageError
from dimples_gui.options import TEXT_PERCENTS, THEMES, Options

if TYPE_CHECKING:
    from dimples_gui.curtain import Curtain
    from dimples_gui.main_window import MainWindow
    from dimples_gui.paths import Places

EXAMPLES = """
examples:
  dimples-gui dimples:psis?layer=bone           open an entry, with the bones in view
  dimples-gui --check my-content                check a folder of content
  dimples-gui dimples:dimple --labels --shot back.png --size 1280x800
"""


class CommandLine(ArgumentParser):
    """Tells what is wrong with a command line in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise it for `main` to tell."""
        raise UsageError(f"{message}. All options: dimples-gui --help")


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; the exit code. Foreseen failures are told in one sentence, with code 2."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        found = _found(words) if words else {}
        if "check" in found:
            return _check(found["check"], found["language"])
        return _start(Options(**found))
    except DimplesError as error:
        sys.stderr.write(f"dimples-gui: {error}\n")
        return 2


def _start(options: Options) -> int:
    """Start the program; a system library that is missing is named."""
    if options == Options(link=options.link):
        from dimples_gui.single_instance import hand_over  # noqa: PLC0415  # only such starts share a window

        if hand_over(options.link):
            return 0
    if options.private:
        _write_nothing()
    if options.self_test and _tell_faults():
        return 1
    gc.disable()  # all that a start makes is kept, so looking for garbage meanwhile is a tenth of its time for nothing
    from dimples_gui.paths import find_places  # noqa: PLC0415
    from dimples_gui.policy import policy_here  # noqa: PLC0415

    policy = policy_here(screenless=options.screenless)
    places = find_places(options.content or policy.content, policy.extra)
    try:
        from dimples_gui.application import start_qt  # noqa: PLC0415  # --version, --check and --help need no Qt

        undo_import_hook()
        application = start_qt(screenless=options.screenless)  # before any thread: Qt takes the first for the main one
        window, curtain = open_window(places) if options == Options() else (None, None)
        from dimples_gui.pictures import Pictures  # noqa: PLC0415

        pictures = Pictures(places)
        pictures.prefetch(LAYERS[0])  # while all else is imported and built
        from dimples_gui import app  # noqa: PLC0415
    except ImportError as error:
        from dimples_gui.system_libraries import explain_import_failure  # noqa: PLC0415  # the program ends here

        sys.stderr.write(explain_import_failure(error) + "\n")
        return 1
    return app.run(options, app.Early(application, pictures, policy, window, curtain))


def _write_nothing() -> None:
    """Keep from disk what is written before Qt is there: Python's bytecode, the caches of the system's libraries."""
    sys.dont_write_bytecode = True
    os.environ["XDG_CACHE_HOME"] = "/dev/null/nowhere"  # fonts are listed there, for one


def _tell_faults() -> bool:
    """Print which files are missing or not as they were shipped; whether there are any."""
    from dimples_gui.inventory import faults  # noqa: PLC0415  # for the self-test alone

    found = list(faults(Path(__file__).resolve().parent))
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return bool(found)


def open_window(places: Places) -> tuple[MainWindow, Curtain | None]:
    """The window, still empty, and the picture in front of it if there is one."""
    from dimples_gui.curtain import hang  # noqa: PLC0415  # they need Qt
    from dimples_gui.main_window import MainWindow  # noqa: PLC0415

    window = MainWindow()
    return window, hang(window, places)


def undo_import_hook() -> None:
    """Take away Qt for Python's hook into the import statement.

    It reads the source of each module imported after it for the word PySide6, for the sake of
    `from __feature__ import`, which this program does not use: a twentieth of the whole start.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _check(folder: Path | None, language: str) -> int:
    """`--check [DIR]`: every problem as file:line: what is wrong; 1 if there are any."""
    from dimples_gui.atlas.loader import load  # noqa: PLC0415  # the only command that always reads YAML
    from dimples_gui.paths import find_places  # noqa: PLC0415
    from dimples_gui.policy import policy_here  # noqa: PLC0415

    places = find_places(folder, policy_here(screenless=True).extra)
    atlas = load(places.content, places.assets, language)
    if places.extra:
        from dimples_gui.atlas.extra import extended  # noqa: PLC0415  # few machines have any

        atlas = extended(atlas, places.extra, language)
    for problem in atlas.problems:
        sys.stdout.write(f"{problem}\n")
    count = len(atlas.problems)
    if count:
        sys.stdout.write(f"{count} problem{'s' if count > 1 else ''}\n")
    else:
        sys.stdout.write(f"no problems: {len(atlas.entries)} entries, {len(atlas.claims)} claims\n")
    return 1 if count else 0


def _found(words: list[str]) -> dict[str, Any]:
    """The command line as the fields of Options, and `check` where it is asked for: a folder, or None for our own."""
    parser = CommandLine(prog="dimples-gui", description="An illustrated reference of the lower back.", epilog=EXAMPLES)
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument("link", metavar="LINK", nargs="?", default="", help="where to start, such as dimples:psis")
    parser.add_argument("--content", metavar="DIR", type=Path, help="read another folder of content")
    parser.add_argument("--language", metavar="CODE", default="en", help="language of the words")
    parser.add_argument("--text-size", metavar="PERCENT", type=_percent, help="size of all text, 50 to 300")
    parser.add_argument("--theme", choices=THEMES, help="colours")
    parser.add_argument(
        "--check",
        metavar="DIR",
        nargs="?",
        type=Path,
        default=SUPPRESS,
        help="check content, tell what is wrong, leave; goes with --language alone",
    )
    parser.add_argument("--shot", metavar="OUT.png", type=_picture, help="draw the window without a screen and leave")
    parser.add_argument("--size", metavar="WxH", type=_size, help="size of the window in pixels, as 1280x800")
    parser.add_argument(
        "--private", action="store_true", help="a visit that writes nothing: no settings, no notes, no log"
    )
    parser.add_argument("--labels", action="store_true", help="with the labels of the layer")
    parser.add_argument("--hotspots", action="store_true", help="with all hotspots marked")
    parser.add_argument("--self-test", action="store_true", help="try everything without a screen; 1 if any fails")
    parser.add_argument("--version", action="version", version=f"dimples-gui {__version__}")
    found = vars(parser.parse_args(words))
    _refuse_company(found, {name for name, value in found.items() if value != parser.get_default(name)})
    return found


def _refuse_company(found: dict[str, Any], given: set[str]) -> None:
    """Raise UsageError for options that do not go together: one of them would be left out without a word."""
    others = given - {"check", "language"}
    if "check" in found and others:
        names = ", ".join(sorted("a LINK" if name == "link" else f"--{name.replace('_', '-')}" for name in others))
        raise UsageError(f"--check goes with a DIR after it and with --language alone, not with {names}.")
    if {"self_test", "shot"} <= given:
        raise UsageError("--self-test draws no picture, so it does not go with --shot: call one after the other.")


def _picture(word: str) -> Path:
    """A file to write a picture to."""
    if not word.lower().endswith(".png"):
        raise ArgumentTypeError(f"“{word}” does not end in .png")
    return Path(word)


def _percent(word: str) -> int:
    """A text size."""
    number, (least, most) = word.removesuffix("%"), TEXT_PERCENTS
    if not (number.isdecimal() and least <= int(number) <= most):
        raise ArgumentTypeError(f"“{word}” is not a size from {least} to {most} percent")
    return int(number)


def _size(word: str) -> tuple[int, int]:
    """`1280x800`."""
    width, _, height = word.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise ArgumentTypeError(f"“{word}” is not a size such as 1280x800, from 200x200 to 8000x8000")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
