"""Puts the parts side by side and connects them; has no behaviour of its own.

What it is made of is imported when it is filled: the window is shown before that, see `curtain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from dimples_gui.errors import LinkError
from dimples_gui.scene import Place, Scene, from_link, to_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QImage

    from dimples_gui.actions import Action
    from dimples_gui.appearance import Appearance
    from dimples_gui.atlas.model import Atlas
    from dimples_gui.navigator import Navigator
    from dimples_gui.settings import Settings
    from dimples_gui.theme import Look

SAID_MS = 6000  # how long the status bar keeps a sentence


class View(Protocol):
    """What shows the scene."""

    def show_scene(self, scene: Scene, /) -> None:
        """Show it."""

    def set_look(self, look: Look, /) -> None:
        """Wear it."""


class MainWindow(QMainWindow):
    """The window: list, plate and panel, under one menu bar. Empty until it is filled."""

    furnished = Signal()  # everything is there

    def __init__(self) -> None:
        super().__init__()
        self.actions_by_id: dict[str, Action] = {}
        self._filled = False

    def fill(
        self,
        atlas: Atlas,
        picture_of: Callable[[str], QImage | None],
        navigator: Navigator,
        appearance: Appearance,
        settings: Settings,
    ) -> None:
        """Put in all parts over one atlas; `picture_of` gives a layer's picture, None where there is none."""
        from dimples_gui.arrangement import Arrangement  # noqa: PLC0415  # see above
        from dimples_gui.list_room import ListRoom  # noqa: PLC0415
        from dimples_gui.other_panels import makers  # noqa: PLC0415
        from dimples_gui.wide_room import WideRoom  # noqa: PLC0415

        self.atlas, self.navigator, self.appearance, self.settings = atlas, navigator, appearance, settings
        navigator.nerves = atlas.nerves()
        parts = self.parts = Arrangement(self, atlas, picture_of, appearance.look)
        self.canvas, self.panel, self.toolbar, self.columns = parts.canvas, parts.panel, parts.toolbar, parts.columns
        self.problems, self.menus, self.zoom_label = parts.problems, parts.menus, parts.zoom_label
        self.list_place = parts.list_place
        parts.beside.offer(makers(self))
        self.list_room, self.wide_room = ListRoom(self), WideRoom(self)
        self._views: list[View] = [self.canvas, parts.beside, self.wide_room, self.list_room]
        self.problems.show_problems(atlas.problems)
        self._connect()
        self._on_changed(navigator.scene)
        self._picture_of = picture_of
        self.canvas.painted.connect(self.furnish, parts.QUEUED)
        self._filled = True

    def show_atlas(self, atlas: Atlas) -> None:
        """Everything anew over another atlas, an author's next try, with the scene and the columns as they are."""
        widths, spot, has_focus = self.wide_room.widths(), self.panel.page.spot(), self.panel.page.hasFocus()
        room = self.parts.middle.geometry()
        self._clear()
        self.navigator.seen_on = {entry.id: entry.seen_on() for entry in atlas.entries.values()}
        self.fill(atlas, self._picture_of, self.navigator, self.appearance, self.settings)
        self.parts.stand(room, widths)
        self.panel.page.go_to(spot)
        self.furnish()
        if has_focus:
            self.panel.setFocus()

    def _clear(self) -> None:
        """Take everything out again."""
        self.navigator.changed.disconnect(self._on_changed)
        self.appearance.changed.disconnect(self._on_look)
        self.menuBar().clear()
        self.removeToolBar(self.toolbar)
        self.statusBar().removeWidget(self.zoom_label)
        for part in (*self.actions_by_id.values(), *self.menus.values(), self.toolbar, self.zoom_label):
            part.deleteLater()
        if middle := self.takeCentralWidget():
            middle.deleteLater()
        self.actions_by_id = {}

    # --- connecting -------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        """Who asks whom for what."""
        navigator, panel = self.navigator, self.panel
        self.canvas.entry_clicked.connect(panel.forget)  # what is opened from there starts at its top
        for source in (self.canvas, panel):
            source.entry_clicked.connect(navigator.go_to_entry)
        self.canvas.depth_wanted.connect(navigator.set_depth)
        self.canvas.view_wanted.connect(navigator.set_view)
        panel.claim_toggled.connect(navigator.toggle_claim)
        panel.reveal_wanted.connect(navigator.reveal)
        panel.link_clicked.connect(self.open_link)
        panel.web_clicked.connect(self.ask_and_open)
        panel.copied.connect(self.say)
        navigator.revealed.connect(self.canvas.reveal)
        navigator.changed.connect(self._on_changed)
        self.appearance.changed.connect(self._on_look)

    def furnish(self) -> None:
        """Put in what the first paint did not wait for: list, slider, commands. Done once."""
        if self.actions_by_id:
            return
        from dimples_gui.commands import add_commands  # noqa: PLC0415  # the first paint does not wait for these

        self._add_list_and_slider()
        self.actions_by_id = add_commands(self)
        self._on_changed(self.navigator.scene)
        if not self.settings.hint_seen:
            from dimples_gui.hint import give_hint  # noqa: PLC0415  # only at the first start

            hint = give_hint(self.canvas, self.appearance, self.settings)
            self.navigator.changed.connect(hint.show_scene)
        self.furnished.emit()

    def _add_list_and_slider(self) -> None:
        """The ways to what the plate shows for those who would rather read or slide than point."""
        from dimples_gui.plate_commands import Plates  # noqa: PLC0415  # see furnish

        navigator = self.navigator
        self.depth_strip, self.lamp, self.hotspot_list = self.parts.add_list_and_slider(self.appearance.look)
        self.hotspot_list.entry_clicked.connect(self.panel.forget)
        self.hotspot_list.entry_clicked.connect(navigator.go_to_entry)
        self.hotspot_list.pointed.connect(self.canvas.point_at)
        self.depth_strip.depth_wanted.connect(navigator.set_depth)
        self.lamp.lamp_wanted.connect(navigator.set_lamp)
        self.lamp.approached.connect(self.canvas.prepare_light)
        self._views += [self.depth_strip, self.lamp, self.hotspot_list, Plates(self)]

    # --- what a command does that no part does alone --------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """A sentence in the status bar, for a while."""
        from dimples_gui.overlay import announce  # noqa: PLC0415  # see above

        self.statusBar().showMessage(sentence, SAID_MS)
        announce(self, sentence)

    def open_link(self, link: str) -> None:
        """Show the scene of a `dimples:` link; one that leads nowhere is told in words."""
        try:
            self.navigator.show(from_link(link, self.navigator.seen_on))
        except LinkError as error:
            self.say(str(error))

    def come_forward(self, link: str) -> None:
        """Another start handed over its link: show it, or just the window if it had none."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if link:
            self.open_link(link)

    def tell_of_forgetting(self) -> None:
        """Say that nothing can be kept."""
        self.say(self.tr("Settings can't be saved in this home folder: they last until you close the window."))

    def ask_and_open(self, address: str) -> None:
        """Ask before a browser opens a page of the internet."""
        from dimples_gui import dialogs  # noqa: PLC0415  # see commands

        dialogs.ask_and_open(self, address, may_open=self.settings.opens_links)

    def title_of(self, place: Place) -> str:
        """What a place is called."""
        from dimples_gui.titles import title_of  # noqa: PLC0415  # see above

        return title_of(self.atlas, place)

    # --- following --------------------------------------------------------------------------------------------

    def _on_changed(self, scene: Scene) -> None:
        """Every view shows the scene; a screen reader is told of another page."""
        from dimples_gui.overlay import announce  # noqa: PLC0415  # see above

        title = self.windowTitle()
        for view in self._views:
            view.show_scene(scene)
        self._show_state(scene)
        if self.actions_by_id and self.windowTitle() != title:
            announce(self, self.tr("{title} is open.").format(title=self.title_of(scene.place)))

    def _on_look(self, look: Look) -> None:
        """Every view wears the look."""
        for view in self._views:
            view.set_look(look)
        self.parts.set_look(look)
        self._show_state(self.navigator.scene)

    def _show_state(self, scene: Scene) -> None:
        """Title, and which commands are on or can be used."""
        self.setWindowTitle(self.tr("%1 — Dimples").replace("%1", self.title_of(scene.place)))
        self.zoom_label.setText(f"{scene.zoom:.0%}" if scene.zoom else self.tr("Whole plate"))
        if self.actions_by_id:  # they come after the first paint
            from dimples_gui.command_state import show_state  # noqa: PLC0415  # see above

            show_state(self, scene)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and the scene."""
        if not self._filled:
            return
        self.settings.geometry = self.saveGeometry()
        self.settings.columns = self.wide_room.widths()
        self.settings.scene_link = to_link(self.navigator.scene)
        super().closeEvent(event)
