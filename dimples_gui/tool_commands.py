"""What the commands over the plate's tools do, and how these are connected: lens, probe, ruler, isolating, undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from dimples_gui.plate.tools import Tools
from dimples_gui.scene import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from dimples_gui.main_window import MainWindow
    from dimples_gui.navigator import Navigator

TOOLS = ("lens", "probe", "ruler")


def tools_of(window: MainWindow) -> Tools:
    """The tools of the window's plate, made and connected when they are first asked for."""
    return window.canvas.findChild(Tools) or _connected(window)


def tool_calls(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Each command's call, by the command's id."""
    navigator, tools = window.navigator, tools_of(window)
    calls: dict[str, Callable[[], object]] = {name: partial(tools.toggle, name) for name in TOOLS}
    return calls | {
        "isolate": lambda: navigator.isolate(not navigator.scene.isolated),
        "undo": navigator.undo,
        "redo": navigator.redo,
    }


def _connected(window: MainWindow) -> Tools:
    """What the tools want is asked of the navigator, and they follow scene and look."""
    from dimples_gui.command_state import show_state  # noqa: PLC0415  # which shows the state of these tools

    tools, navigator = Tools(window.canvas), window.navigator

    def go(layer: str, entry: str) -> None:
        if entry:
            window.panel.forget(entry)
            navigator.go(Place(entry, layer))
        else:
            navigator.set_layer(layer)

    def show_tools() -> None:
        if window.actions_by_id:
            show_state(window, navigator.scene)

    tools.entry_clicked.connect(window.canvas.entry_clicked)
    tools.thing_chosen.connect(go)
    tools.view_wanted.connect(navigator.set_view)
    tools.isolation_ended.connect(partial(navigator.isolate, False))
    tools.changed.connect(show_tools)
    navigator.changed.connect(tools.show_scene)
    window.appearance.changed.connect(tools.set_look)
    tools.show_scene(navigator.scene)
    for handle in (window.depth_strip.focusProxy(), window.lamp):
        if handle:
            handle.installEventFilter(Drags(tools, navigator))
    return tools


class Drags(QObject):
    """Tells the navigator from when to when a handle is dragged, which is one act."""

    def __init__(self, parent: QObject, navigator: Navigator) -> None:
        super().__init__(parent)
        self._navigator = navigator

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From press to release."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._navigator.begin_drag()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._navigator.end_drag()
        return False
