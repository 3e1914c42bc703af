"""Puts the parts side by side and connects them; has no behaviour of its own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

from dimples_gui.appearance import Appearance
from dimples_gui.atlas.model import Atlas
from dimples_gui.errors import LinkError
from dimples_gui.menus import add_menus, connect_actions, fill_menus
from dimples_gui.navigator import Navigator
from dimples_gui.panels.panel import Panel
from dimples_gui.panels.problems import ProblemsBar
from dimples_gui.plate.canvas import PlateCanvas
from dimples_gui.plate.depth import DepthStrip
from dimples_gui.plate.hotspot_list import HotspotList
from dimples_gui.scene import HOME, Scene, from_link, to_link
from dimples_gui.settings import Settings
from dimples_gui.theme import Look
from dimples_gui.toolbar import Toolbar

SAID_MS = 6000  # how long the status bar keeps a sentence


class MainWindow(QMainWindow):
    """The window: list, plate and panel, under one menu bar."""

    def __init__(
        self,
        atlas: Atlas,
        picture_of: Callable[[str], QImage | None],
        navigator: Navigator,
        appearance: Appearance,
        settings: Settings,
    ) -> None:
        """All parts over one atlas; `picture_of` gives a layer's picture, None where there is none."""
        super().__init__()
        self.atlas, self.navigator, self.appearance, self.settings = atlas, navigator, appearance, settings
        self.seen_on = {entry.id: entry.seen_on() for entry in atlas.entries.values()}
        look = appearance.look
        self.canvas = PlateCanvas(atlas, picture_of, look)
        self.depth_strip = DepthStrip(atlas.plate.layers, look)
        self.hotspot_list = HotspotList(atlas, look)
        self.panel = Panel(atlas, look)
        self.problems = ProblemsBar()
        self.toolbar = Toolbar(atlas, look)
        self.zoom_label = QLabel()
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.menus = add_menus(self)
        self.actions_by_id: dict[str, QAction] = {}
        self._connect()
        self._on_changed(navigator.scene)
        self.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After the plate's first paint comes what that did not wait for."""
        if event.type() == QEvent.Type.Paint:
            self.canvas.removeEventFilter(self)
            QTimer.singleShot(0, self.furnish)
        return False

    # --- putting side by side ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """List, depth and plate, panel, from left to right; the bar of problems over them."""
        plate = QWidget()
        beside = QHBoxLayout(plate)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.depth_strip)
        beside.addWidget(self.canvas, 1)
        for widget, stretch in ((self.hotspot_list, 0), (plate, 1), (self.panel, 0)):
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        middle = QWidget()
        below = QVBoxLayout(middle)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.problems)
        below.addWidget(self.columns, 1)
        self.setCentralWidget(middle)
        self.addToolBar(self.toolbar)
        self.statusBar().addPermanentWidget(self.zoom_label)
        self.hotspot_list.setVisible(self.settings.list_shown)
        self.problems.set_look(self.appearance.look)
        self.problems.show_problems(self.atlas.problems)

    # --- connecting -------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        """Who asks whom for what."""
        navigator, panel = self.navigator, self.panel
        for beside in (self.canvas, self.hotspot_list):
            beside.entry_clicked.connect(panel.forget)  # what is opened from there starts at its top
        for source in (self.canvas, self.hotspot_list, panel):
            source.entry_clicked.connect(navigator.go_to_entry)
        for asking in (self.canvas, self.depth_strip):
            asking.depth_wanted.connect(navigator.set_depth)
        self.canvas.view_wanted.connect(navigator.set_view)
        self.hotspot_list.pointed.connect(self.canvas.point_at)
        panel.claim_toggled.connect(navigator.toggle_claim)
        panel.reveal_wanted.connect(navigator.reveal)
        panel.link_clicked.connect(self.open_link)
        panel.web_clicked.connect(self.ask_and_open)
        panel.copied.connect(self.say)
        navigator.revealed.connect(self.canvas.reveal)
        navigator.changed.connect(self._on_changed)
        self.appearance.changed.connect(self._on_look)

    def furnish(self) -> None:
        """Put in the commands: menus, tools, keys; and at the first start the hint. Done once."""
        from dimples_gui.commands import calls_of  # noqa: PLC0415  # the first paint does not wait for these
        from dimples_gui.history_menu import fill_back, fill_history  # noqa: PLC0415

        actions = self.actions_by_id = fill_menus(self, self.canvas, self.menus)
        connect_actions(actions, calls_of(self))
        self.toolbar.take_actions(actions)
        actions["list"].setChecked(self.settings.list_shown)
        actions[f"theme-{self.appearance.theme}"].setChecked(True)
        history, back = self.menus["go/history"], self.toolbar.back_menu
        history.aboutToShow.connect(lambda: fill_history(history, self.navigator, self.title_of))
        back.aboutToShow.connect(lambda: fill_back(back, self.navigator, self.title_of))
        self._show_state(self.navigator.scene)
        if not self.settings.hint_seen:
            self._give_hint()

    def _give_hint(self) -> None:
        """Say what to do, until something was clicked."""
        from dimples_gui.hint import Hint  # noqa: PLC0415  # only at the first start

        hint = Hint(self.canvas, self.appearance.look)
        self.appearance.changed.connect(hint.set_look)
        self.canvas.entry_clicked.connect(hint.hide)
        self.canvas.entry_clicked.connect(self.settings.forget_hint)
        hint.show()

    # --- what a command does that no part does alone --------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """A sentence in the status bar, for a while."""
        self.statusBar().showMessage(sentence, SAID_MS)

    def open_link(self, link: str) -> None:
        """Show the scene of a `dimples:` link; one that leads nowhere is told in words."""
        try:
            self.navigator.show(from_link(link, self.seen_on))
        except LinkError as error:
            self.say(str(error))

    def ask_and_open(self, address: str) -> None:
        """Ask before a browser opens a page of the internet."""
        from dimples_gui import dialogs  # noqa: PLC0415  # see commands

        dialogs.ask_and_open(self, address)

    def toggle_list(self) -> None:
        """Show or hide the list beside the plate."""
        self.settings.list_shown = not self.settings.list_shown
        self.hotspot_list.setVisible(self.settings.list_shown)

    def title_of(self, name: str) -> str:
        """What a place is called."""
        entry = self.atlas.entries.get(name)
        return entry.title if entry else self.tr("Home") if name == HOME else name

    # --- following --------------------------------------------------------------------------------------------

    def _on_changed(self, scene: Scene) -> None:
        """Every view shows the scene."""
        for view in (self.canvas, self.depth_strip, self.hotspot_list, self.panel):
            view.show_scene(scene)
        self._show_state(scene)

    def _on_look(self, look: Look) -> None:
        """Every view wears the look."""
        for view in (self.canvas, self.depth_strip, self.hotspot_list, self.panel, self.toolbar):
            view.set_look(look)
        self.problems.set_look(look)
        self.zoom_label.setMinimumWidth(self.zoom_label.sizeHint().width())
        self.actions_by_id[f"theme-{self.appearance.theme}"].setChecked(True)

    def _show_state(self, scene: Scene) -> None:
        """Title, and which commands are on or can be used."""
        actions, entry = self.actions_by_id, self.atlas.entries.get(scene.name)
        self.setWindowTitle(self.tr("%1 — Dimples").replace("%1", self.title_of(scene.name)))
        self.zoom_label.setText(f"{scene.zoom:.0%}" if scene.zoom else self.tr("Whole plate"))
        if not actions:  # before the first paint
            return
        actions[f"layer-{scene.layer}"].setChecked(True)
        actions["labels"].setChecked(scene.labels)
        actions["hotspots"].setChecked(scene.hotspots)
        actions["back"].setEnabled(bool(self.navigator.earlier()))
        actions["forward"].setEnabled(bool(self.navigator.later()))
        actions["home"].setEnabled(scene.name != HOME)
        actions["reveal"].setEnabled(entry is not None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and the scene."""
        self.settings.geometry = self.saveGeometry()
        self.settings.columns = self.columns.saveState()
        self.settings.scene_link = to_link(self.navigator.scene)
        super().closeEvent(event)
