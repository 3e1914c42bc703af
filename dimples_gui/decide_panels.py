"""Makes and connects the panels that help to decide, and what the plates show of them: tissues lit, a spot to find."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dimples_gui.atlas.model import LAYERS
from dimples_gui.scene import BACK, FIND, LOOKALIKES, OPTIONS, REDFLAGS, TRUTHS, Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from dimples_gui.atlas.decide import Hunt
    from dimples_gui.main_window import MainWindow
    from dimples_gui.panels.find_panel import FindPanel
    from dimples_gui.panels.lookalikes_panel import LookalikesPanel
    from dimples_gui.panels.options_panel import OptionsPanel
    from dimples_gui.panels.redflags_panel import RedFlagsPanel
    from dimples_gui.panels.truths_panel import TruthsPanel
    from dimples_gui.plate.finder import Finder


def decide_makers(window: MainWindow) -> Mapping[str, Callable[[], QWidget]]:
    """What makes each of these panels, by the name of its place."""
    return {
        OPTIONS: partial(_options, window),
        LOOKALIKES: partial(_lookalikes, window),
        REDFLAGS: partial(_redflags, window),
        TRUTHS: partial(_truths, window),
        FIND: partial(_find, window),
    }


def _options(window: MainWindow) -> OptionsPanel:
    """The options; what the chosen one touches is lit on the plates."""
    from dimples_gui.panels.options_panel import OptionsPanel  # noqa: PLC0415  # no start shows any of these

    panel = OptionsPanel(window.atlas, window.appearance.look)
    lights = Lights(window)
    panel.touched.connect(lights.touch)
    panel.copied.connect(window.say)
    _lead_on(window, panel.link_clicked, panel.web_clicked)
    return panel


def _lookalikes(window: MainWindow) -> LookalikesPanel:
    from dimples_gui.panels.lookalikes_panel import LookalikesPanel  # noqa: PLC0415  # see above

    panel = LookalikesPanel(window.atlas, window.appearance.look)
    panel.copied.connect(window.say)
    _lead_on(window, panel.link_clicked, panel.web_clicked)
    return panel


def _redflags(window: MainWindow) -> RedFlagsPanel:
    from dimples_gui.panels.redflags_panel import RedFlagsPanel  # noqa: PLC0415  # see above

    panel = RedFlagsPanel(window.atlas, window.appearance.look)
    _lead_on(window, panel.link_clicked, panel.web_clicked)
    return panel


def _truths(window: MainWindow) -> TruthsPanel:
    from dimples_gui.panels.truths_panel import TruthsPanel  # noqa: PLC0415  # see above

    panel = TruthsPanel(window.atlas, window.appearance.look)
    panel.copied.connect(window.say)
    _lead_on(window, panel.link_clicked, panel.web_clicked)
    return panel


def _find(window: MainWindow) -> FindPanel:
    """The spots to find; the reader points on the back, which names nothing meanwhile."""
    from dimples_gui.panels.find_panel import FindPanel  # noqa: PLC0415  # see above

    panel = FindPanel(window.atlas, window.appearance.look)
    panel.copied.connect(window.say)
    search = Search(window, panel)
    panel.hunt_wanted.connect(search.begin)
    panel.marked.connect(search.mark)
    panel.solved.connect(search.solve)
    _lead_on(window, panel.link_clicked, panel.web_clicked)
    return panel


def _lead_on(window: MainWindow, link_clicked: SignalInstance, web_clicked: SignalInstance) -> None:
    """A panel's links lead where they say."""
    link_clicked.connect(window.open_link)
    web_clicked.connect(window.ask_and_open)


class Lights(QObject):
    """What the chosen option touches is lit on back and section, as long as the options are shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.canvas)
        self._window = window
        self._touched: tuple[str, ...] = ()
        window.navigator.changed.connect(self._on_changed)

    def touch(self, entries: tuple[str, ...]) -> None:
        """Light these up, on a layer on which at least one of them is seen."""
        self._touched = entries
        window = self._window
        seen = {layer for entry in entries for layer in window.navigator.seen_on.get(entry, ())}
        self._show(entries)
        if seen and window.navigator.scene.layer not in seen:
            window.navigator.set_layer(next(layer for layer in LAYERS if layer in seen))

    def _on_changed(self, scene: Scene) -> None:
        self._show(self._touched if scene.name == OPTIONS else ())

    def _show(self, entries: tuple[str, ...]) -> None:
        self._window.canvas.light_up(entries)
        if easel := self._window.parts.easel:
            easel.light_up(entries)


class Search(QObject):
    """Lets the reader point at a spot, as long as the panel asks for one and is shown."""

    def __init__(self, window: MainWindow, panel: FindPanel) -> None:
        super().__init__(window.canvas)
        self._window, self._panel = window, panel
        window.navigator.changed.connect(self._on_changed)

    def begin(self, hunt: Hunt | None) -> None:
        """Ask for a spot on its layer of the back, all of it in view; None is asked for no more."""
        if hunt is None:
            self._finder.end()
            return
        navigator = self._window.navigator
        scene = navigator.scene._replace(depth=float(LAYERS.index(hunt.layer)), zoom=0.0, x=0.0, y=0.0, plate=BACK)
        navigator.show(scene)
        self._finder.show_scene(navigator.scene)
        self._finder.ask(hunt.ask)

    def mark(self, x: float, y: float) -> None:
        """Show the point that the panel's numbers give."""
        self._finder.mark(x, y)

    def solve(self, hunt: Hunt) -> None:
        """Show where it lies."""
        self._finder.solve([(hunt.x, hunt.y), *([(-hunt.x, hunt.y)] if hunt.both else [])])

    def _on_changed(self, scene: Scene) -> None:
        self._finder.show_scene(scene)
        if scene.name != FIND:
            self._finder.end()

    @property
    def _finder(self) -> Finder:
        """The film on which the reader points, made when it is first needed."""
        from dimples_gui.plate.finder import Finder  # noqa: PLC0415  # see above

        return self._window.canvas.findChild(Finder) or self._connected(Finder(self._window.canvas))

    def _connected(self, finder: Finder) -> Finder:
        finder.pointed.connect(self._panel.show_pointed)
        finder.view_wanted.connect(self._window.navigator.set_view)
        finder.ended.connect(self._panel.setFocus)
        return finder
