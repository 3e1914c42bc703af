"""What stands beside the plate: the panel of words, or in its place a panel of another kind."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from dimples_gui.panels.panel import Panel
from dimples_gui.scene import Scene
from dimples_gui.theme import Look


class Beside(QStackedWidget):
    """The column beside the plate. A panel of another kind is made when its place is first gone to."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel = panel
        self.setContentsMargins(QMargins())
        self.addWidget(panel)
        self._makers: Mapping[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}

    def offer(self, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        """Panels of another kind by the name of their place; each has `show_scene` and `set_look`."""
        self._makers = makers

    def show_scene(self, scene: Scene) -> None:
        """Show the panel of a scene's place."""
        panel = self._panel_of(scene)
        panel.show_scene(scene)  # type: ignore[attr-defined]  # see offer
        if panel is self.currentWidget():
            return
        focus = self.window().focusWidget()
        has_focus = focus is not None and self.isAncestorOf(focus)
        self.setCurrentWidget(panel)
        if has_focus:
            panel.setFocus()

    def take_keyboard(self) -> None:
        """Have the keyboard on the panel that is shown, wherever it was before.

        A page that is asked for by name, by its command, in the search or among the bookmarks, is to be used at once,
        by the keys that it names. To leave the keyboard where it was would send these to the plate, where the same
        keys are commands. What is opened by pointing leaves it with what was pointed at, and Back, Forward and links
        move it only when they take away the panel that has it, see `show_scene`.
        """
        if self.isVisible():  # the chairside view has put it away
            self.current().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> QWidget:
        """The panel that is shown."""
        return self.currentWidget() or self.panel

    def set_look(self, look: Look) -> None:
        """All wear the look, those in the background too."""
        for panel in (self.panel, *self._made.values()):
            panel.set_look(look)  # type: ignore[attr-defined]  # see offer

    def _panel_of(self, scene: Scene) -> QWidget:
        name = scene.place.page
        if not isinstance(name, str) or name not in self._makers:
            return self.panel
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.addWidget(self._made[name])
        return self._made[name]
