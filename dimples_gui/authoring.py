"""Notices when an author saves something, and reads the atlas anew while the window goes on."""

import os
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QElapsedTimer, QFileSystemWatcher, QObject, QThread, QTimer, Signal

from dimples_gui.atlas.model import Atlas
from dimples_gui.paths import Places

QUIET_MS = 80  # after the last sign of change: editors write a file in more than one go
PATIENCE_MS = 400  # with signs that do not end
POLL_MS = 300  # where the system cannot follow all files
READ = (".yaml", ".yml", ".svg", ".png")  # what counts; not what editors leave beside it

State = dict[str, tuple[int, int, int]]  # size, time and number by path; of a folder only the number


class Watch(QObject):
    """Follows the folders that an atlas is read from, and tells of the atlas as it is after each change."""

    reloaded = Signal(object)  # Atlas
    pictures_changed = Signal()  # right before `reloaded`

    def __init__(self, places: Places, language: str, parent: QObject | None = None) -> None:
        """Begin to follow. Of the atlas as it is now nothing is told."""
        super().__init__(parent)
        self._places = places
        self._language = language
        self._reading: _Reading | None = None
        self._watcher = QFileSystemWatcher(self)
        self._quiet, self._poll = QTimer(self), QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._poll.setInterval(POLL_MS)
        self._since = QElapsedTimer()
        self._watcher.directoryChanged.connect(self._on_sign)
        self._watcher.fileChanged.connect(self._on_sign)
        self._quiet.timeout.connect(self._look)
        self._poll.timeout.connect(self._look)
        self._seen: State = {}
        self._seen = self._told = self._state()

    def stop(self) -> None:
        """Follow no longer; what is being read is waited for and not told."""
        for timer in (self._quiet, self._poll):
            timer.stop()
            timer.timeout.disconnect()
        self._watcher.directoryChanged.disconnect()
        self._watcher.fileChanged.disconnect()
        if self._reading:
            self._reading.finished.disconnect()
            self._reading.wait()

    def _on_sign(self, _path: str) -> None:
        """Something changed somewhere: look once it is quiet, or when it does not get quiet."""
        if not self._quiet.isActive():
            self._since.start()
        if self._since.elapsed() < PATIENCE_MS:
            self._quiet.start()

    def _look(self) -> None:
        """Read the atlas if anything is not as it was. While it is being read, that comes after."""
        if self._reading:
            return
        state = self._state()
        if state != self._seen:
            self._seen = state
            self._reading = _Reading(self._places, self._language, self)
            self._reading.finished.connect(self._on_read)
            self._reading.start()

    def _on_read(self) -> None:
        """Tell of what was read, and look whether there is something newer already."""
        reading, self._reading = self._reading, None
        assert reading is not None
        if reading.atlas is not None:
            if _pictures(self._seen) != _pictures(self._told):
                self.pictures_changed.emit()
            self._told = self._seen
            self.reloaded.emit(reading.atlas)
        reading.deleteLater()
        self._look()

    def _state(self) -> State:
        """All that counts as it is now; it is followed from now on."""
        paths = list(self._paths())
        self._follow(paths)
        state = dict(_stamps(paths))
        if others := [
            path for path, (*_, number) in state.items() if self._seen.get(path, (0, 0, number))[2] != number
        ]:
            self._watcher.removePaths(others)  # another stands where it was
            self._follow(others)
        return state

    def _follow(self, paths: list[str]) -> None:
        """Have the system tell of changes."""
        followed = {*self._watcher.files(), *self._watcher.directories()}
        new = [path for path in paths if path not in followed]
        if new and self._watcher.addPaths(new):  # some it cannot follow
            self._poll.start()

    def _paths(self) -> Iterator[str]:
        """Folders and files that count, and the folder that the content may vanish from."""
        yield str(self._places.content.parent)
        yield from _below(str(self._places.content))
        for folder in self._places.assets:
            for part in ("plates", "icons"):
                yield from _below(str(folder / part))


class _Reading(QThread):
    """Reads an atlas, and holds it when it is done."""

    def __init__(self, places: Places, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._language = language
        self.atlas: Atlas | None = None

    def run(self) -> None:
        """Read it."""
        from dimples_gui.atlas.loader import load  # noqa: PLC0415  # reads YAML, for which a start has no time

        self.atlas = load(self._places.content, self._places.assets, self._language)


def _below(root: str) -> Iterator[str]:
    """A folder, and the folders and files in it that count; nothing where it is not there."""
    for folder, _, names in os.walk(root):
        yield folder
        yield from (os.path.join(folder, name) for name in names if name.endswith(READ))  # noqa: PTH118  # quick


def _stamps(paths: Iterable[str]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """The state of each path that is there."""
    for path in paths:
        try:
            status = os.stat(path)  # noqa: PTH116  # as quick as can be
        except OSError:  # gone since it was listed
            continue
        is_file = path.endswith(READ)
        yield path, (status.st_size if is_file else 0, status.st_mtime_ns if is_file else 0, status.st_ino)


def _pictures(state: State) -> State:
    """What a state says of the plate's pictures."""
    return {path: stamp for path, stamp in state.items() if path.endswith(".png")}
