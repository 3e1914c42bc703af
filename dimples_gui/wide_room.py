"""Gives a wide panel the window's middle: list and slider fold away and the plate is a strip, until it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from dimples_gui.scene import SECTION, WIDE, Scene

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

    from dimples_gui.main_window import MainWindow
    from dimples_gui.theme import Look

STRIP_SHARE, LEAST_STRIP_PX, MOST_STRIP_PX = 0.24, 190, 460  # of the window's width, the plate's


class WideRoom(QObject):
    """Follows the scene; what the reader set by hand is as it was when a panel of ordinary width comes back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.columns)
        self._window = window
        self._kept: QByteArray | None = None
        window.columns.installEventFilter(self)

    def show_scene(self, scene: Scene) -> None:
        """Make room, or give it back."""
        parts, columns = self._window.parts, self._window.columns
        wide = scene.name in WIDE and not scene.question
        if wide and self._kept is None:
            self._kept = columns.saveState()
            self._window.list_room.show_scene(scene)
            self._narrow()
        elif not wide and self._kept is not None:
            columns.restoreState(self._kept)
            self._kept = None
            parts.depth_place.setVisible(scene.plate != SECTION)
        if wide:
            parts.depth_place.hide()

    def set_look(self, _look: Look) -> None:
        """The strip is as wide as it is."""

    def widths(self) -> QByteArray:
        """The columns as they are to be remembered."""
        return self._kept or self._window.columns.saveState()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window comes up, or becomes wider or narrower: what is added or lost is the panel's."""
        if self._kept is not None and event.type() in {QEvent.Type.Show, QEvent.Type.Resize}:
            self._narrow()
        return False

    def _narrow(self) -> None:
        """Make the plate a strip."""
        columns = self._window.columns
        columns.refresh()  # the list may just have been folded away
        width = columns.width()
        strip = min(max(round(width * STRIP_SHARE), LEAST_STRIP_PX), MOST_STRIP_PX)
        columns.setSizes([columns.sizes()[0], strip, width - strip - columns.sizes()[0]])
