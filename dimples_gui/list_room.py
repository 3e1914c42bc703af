"""Whether the list stands beside the plate: as the reader wants it, and only where the plate keeps its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from dimples_gui.scene import FIND, SECTION, WIDE, Scene

if TYPE_CHECKING:
    from dimples_gui.main_window import MainWindow
    from dimples_gui.theme import Look

LEAST_PLATE_PX, MOST_GROWTH = 280, 1.6  # that a plate keeps at text of 100 %; of that width with the text


class ListRoom(QObject):
    """Folds the list away while a narrow window, large text or two bodies leave the plate too little room."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.columns)
        self._window = window
        self._insisted = window.settings.is_settled("list")  # shown, however little room it leaves
        window.list_place.setVisible(window.settings.list_shown)
        window.columns.installEventFilter(self)

    @property
    def is_shown(self) -> bool:
        """Whether the list stands there."""
        return not self._window.list_place.isHidden()

    def toggle(self) -> None:
        """Show or hide the list, as the reader wants it from now on."""
        shown = not self.is_shown
        self._window.settings.list_shown = shown
        self._insisted = shown and self._is_crowded()
        self._settle()

    def show_scene(self, _scene: Scene) -> None:
        """Two bodies side by side need more room than one, and some panels more than others."""
        self._settle()

    def set_look(self, _look: Look) -> None:
        """Large text needs more room."""
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window comes up, or becomes wider or narrower."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Resize}:
            self._settle()
        return False

    def _settle(self) -> None:
        window = self._window
        if not window.columns.isVisible():  # its width is not known yet
            return
        shown = window.settings.list_shown and (self._insisted or not self._is_crowded())
        if shown != self.is_shown:
            window.list_place.setVisible(shown)
        if "list" in window.actions_by_id:
            window.actions_by_id["list"].mark(on=shown)

    def _is_crowded(self) -> bool:
        """Whether list, slider and panel leave the plate less than it needs."""
        parts, scene = self._window.parts, self._window.navigator.scene
        if scene.name in (
            *WIDE,
            FIND,
        ):  # a wide panel needs the room; where a spot is to be found, no list of names helps
            return True
        plates = 2 if scene.compared and scene.plate != SECTION else 1
        needed = plates * LEAST_PLATE_PX * min(max(self._window.appearance.look.text_scale, 1.0), MOST_GROWTH)
        beside = max(parts.beside.width(), parts.beside.minimumSizeHint().width())
        # the columns have the window's width, but later, when they are laid out
        return self._window.width() - parts.list_px - parts.depth_place.width() - beside < needed
