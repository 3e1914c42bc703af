"""What the reader looked at during this visit, and for how long: kept in memory, for the consultation sheet alone."""

from time import monotonic

from PySide6.QtCore import QObject

from dimples_gui.navigator import Navigator
from dimples_gui.scene import Scene

MOST_S = 180.0  # of one stay: who stays longer may be out for a walk
LEAST_S = 2.0  # who passes by has not looked


class Looked(QObject):
    """Follows the navigator."""

    def __init__(self, navigator: Navigator, parent: QObject) -> None:
        """From now on."""
        super().__init__(parent)
        self._navigator = navigator
        self._seconds: dict[str, float] = {}
        self._here, self._since = navigator.scene.name, monotonic()
        navigator.changed.connect(self._on_changed)

    def entries(self) -> list[str]:
        """Names of places, those looked at longest first."""
        self._count()
        stayed = [name for name, seconds in self._seconds.items() if seconds >= LEAST_S or name == self._here]
        return sorted(stayed, key=lambda name: -self._seconds[name])

    def _on_changed(self, scene: Scene) -> None:
        if scene.name != self._here:
            self._count()
            self._here = scene.name

    def _count(self) -> None:
        """Add the time since it was last counted."""
        now = monotonic()
        self._seconds[self._here] = self._seconds.get(self._here, 0.0) + min(now - self._since, MOST_S)
        self._since = now
