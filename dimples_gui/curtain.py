"""A picture of the window as it is going to be, in front of it while its parts are still being made.

Importing and building these takes longer than all that a bare window of Qt for Python needs. The picture is the
program's own: of the window at the end of the last visit, as it begins the next one, kept in the cache; of the very
first window, drawn when the wheel was built. It hangs only where the window is sure to look like it: any doubt, and the
start is an ordinary one. It lets all clicks through: they reach the window as soon as it can answer.
"""

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from dimples_gui import __version__
from dimples_gui.paths import Places, settings_file
from dimples_gui.policy import policy_file

PICTURE, NOTE = "curtain.bmp", "curtain.json"
FIRST_SIZE = (1280, 800)  # of the first window, in pixels, where the screen has room for it
PATIENCE_S = 0.5  # for a window that comes on screen late, or never: it may start minimised
MOST_PIXELS = 2560 * 1600  # the picture is kept as it is, three bytes a pixel: unpacking it would take too long
DARK = 128  # a window's ground below this lightness, of 255


class Curtain(QLabel):
    """The picture, over all of a window."""

    def __init__(self, window: QMainWindow, picture: QPixmap) -> None:
        super().__init__(window)
        self.setPixmap(picture)
        self.resize(picture.deviceIndependentSize().toSize())

    def fall(self) -> None:
        """Uncover the window."""
        self.hide()
        self.deleteLater()


def hang(window: QMainWindow, places: Places) -> Curtain | None:
    """Show a window behind its picture. None where there is none that fits: nothing is shown then."""
    picture = _picture_for(window, places)
    if picture is None or picture.isNull():
        return None
    picture.setDevicePixelRatio(window.devicePixelRatio())
    curtain = Curtain(window, picture)
    window.show()
    window.setWindowTitle("Dimples")
    late = time.monotonic() + PATIENCE_S
    while not window.windowHandle().isExposed() and time.monotonic() < late:
        QApplication.processEvents()
    return curtain


def _picture_for(window: QMainWindow, places: Places) -> QPixmap | None:
    """The picture, and the window as large as it is."""
    known = settings_file()
    if places.compiled is None or known is None:  # a checkout: what it shows may change at any time
        return None
    if not known.exists():
        return _first_picture(window, places.compiled, extended=places.extra is not None)
    if places.cache is None:
        return None
    try:
        note = json.loads((places.cache / NOTE).read_bytes())
        fits = note["stamp"] == [*surroundings(), *files(places)]
        fits = fits and window.restoreGeometry(bytes.fromhex(note["geometry"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return QPixmap(str(places.cache / PICTURE)) if fits else None


def _first_picture(window: QMainWindow, folder: Path, *, extended: bool) -> QPixmap | None:
    """The picture of the very first window, which came with the wheel."""
    screen = QApplication.primaryScreen()
    room = screen.availableSize()
    has_room = room.width() >= FIRST_SIZE[0] and room.height() >= FIRST_SIZE[1]
    if policy_file().exists() or extended or screen.devicePixelRatio() != 1 or not has_room:
        return None
    window.resize(*FIRST_SIZE)
    return QPixmap(str(folder / f"first-{'dark' if _is_dark() else 'light'}.bmp"))


def surroundings() -> list[Any]:
    """All outside the program that the look of its window depends on; to be asked before Qt is dressed."""
    screen = QApplication.primaryScreen()
    room = screen.availableGeometry()
    return [
        [room.x(), room.y(), room.width(), room.height(), screen.devicePixelRatio()],
        _is_dark(),
        QApplication.font().toString(),
    ]


def files(places: Places) -> list[Any]:
    """What changes whenever the program, its content or its settings do."""
    compiled = sorted(places.compiled.glob("*.json")) if places.compiled else ()
    extra = (places.extra, *sorted(places.extra.rglob("*"))) if places.extra else ()
    return [__version__, *(_state(file) for file in (settings_file(), policy_file(), *compiled, *extra))]


def _state(file: Path | None) -> list[int]:
    """What changes when a file does."""
    try:
        status = file.stat() if file else None
    except OSError:
        status = None
    return [status.st_size, status.st_mtime_ns] if status else []


def _is_dark() -> bool:
    """Whether the desktop has dark windows."""
    return QApplication.palette().window().color().lightness() < DARK


def take_away(places: Places) -> None:
    """No picture is kept any longer. To be called before anything changes, so that none is ever taken for another."""
    if places.cache:
        with suppress(OSError):
            (places.cache / NOTE).unlink(missing_ok=True)


def keep(window: QMainWindow, places: Places, around: list[Any]) -> None:
    """Keep the picture of a window that looks as it will at the next start, in these surroundings.

    A disk that is full or can't be written is no misfortune: the next start is an ordinary one.
    """
    picture = window.grab()
    if places.cache is None or picture.width() * picture.height() > MOST_PIXELS:
        return
    with suppress(OSError):
        places.cache.mkdir(parents=True, exist_ok=True)
        if picture.toImage().save(str(places.cache / PICTURE)):
            note = {"stamp": [*around, *files(places)], "geometry": bytes(window.saveGeometry().data()).hex()}
            (places.cache / NOTE).write_text(json.dumps(note), encoding="utf-8")
