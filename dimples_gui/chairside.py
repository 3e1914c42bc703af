"""The chairside view: plate and short answer fill the screen, to be shown and drawn on, and nothing of it is kept."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dimples_gui.chairside_pen import COLOURS, PenSheet
from dimples_gui.chairside_view import ChairsideView, title_of, words_of
from dimples_gui.overlay import announce
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.plate_commands import plate_in_view
from dimples_gui.scene import WIDE, Scene
from dimples_gui.tool_commands import tools_of

if TYPE_CHECKING:
    from dimples_gui.main_window import MainWindow
    from dimples_gui.theme import Look


class Chairside(QObject):
    """One showing, from when the screen is filled until all is as it was."""

    def __init__(self, window: MainWindow) -> None:
        """Fill the screen."""
        super().__init__(window)
        self._window, parts = window, window.parts
        self._state, self._focus = window.windowState(), window.focusWidget()
        self._colours = cycle(COLOURS.values())
        self._colour = next(self._colours)
        self._drawn: list[PenSheet] = []  # the sheet of each stroke
        self.sheets: list[PenSheet] = []
        bars = (window.menuBar(), window.toolbar, window.statusBar(), parts.problems)
        self._hidden = [bar for bar in bars if not bar.isHidden()]
        self._plate = parts.depth_place.parentWidget() or QWidget()  # never without one: it stands in the columns
        self._instead = QWidget()
        self._widths = window.columns.saveState()
        self._room = parts.middle.geometry()
        self._was_wide = _is_wide(window.navigator.scene)
        self.view = ChairsideView(window.appearance.look)
        self._fill()
        self._connect()
        self.show_scene(window.navigator.scene)
        window.showFullScreen()
        plate_in_view(window).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(window, window.tr("Chairside view. Esc leaves it."))

    def _fill(self) -> None:
        window, columns = self._window, self._window.columns
        for bar in self._hidden:
            bar.hide()
        columns.replaceWidget(columns.indexOf(self._plate), self._instead)
        columns.hide()
        self.view.take(self._plate)
        self._plate.show()
        layout = window.parts.middle.layout()
        if layout:
            layout.addWidget(self.view)
        self.view.show()
        # keys of a menu bar that is hidden do nothing, unless the window has them too; those of the plate stay its own
        own = Qt.ShortcutContext.WindowShortcut
        self._keys = [action for action in window.actions_by_id.values() if action.shortcutContext() == own]
        window.addActions(self._keys)

    def _connect(self) -> None:
        window, bar = self._window, self.view.bar
        window.navigator.changed.connect(self.show_scene)
        window.appearance.changed.connect(self.set_look)
        bar.draw.toggled.connect(self._draw)
        bar.colour.clicked.connect(self._on_colour)
        bar.undo.clicked.connect(self.undo)
        bar.clear.clicked.connect(self.clear)
        bar.leave.clicked.connect(self.leave)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.view)
        for shortcut in (
            escape,
            *window.canvas.findChildren(QShortcut),
        ):  # of the plate's own Esc Qt calls both unclear
            if shortcut.key() == escape.key():
                shortcut.activatedAmbiguously.connect(self.leave)
        escape.activated.connect(self.leave)
        window.installEventFilter(self)

    # --- following ------------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """The answer of the place in view; a sheet over each plate that has come."""
        window = self._window
        self.view.words.show_words(title_of(window.atlas, scene), words_of(window.atlas, scene))
        for plate in self._plate.findChildren(PaintedPlate):
            if all(sheet.plate is not plate for sheet in self.sheets):
                sheet = PenSheet(plate, self._colour)
                sheet.drawn.connect(self._on_drawn)
                sheet.set_drawing(on=self.view.bar.draw.isChecked())
                self.sheets.append(sheet)
        self._show_pen()

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        self.view.set_look(look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that closes is first as it was, for so it is remembered."""
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.leave()
        return False

    # --- the pen --------------------------------------------------------------------------------------------------

    def _draw(self, on: bool) -> None:  # noqa: FBT001  # connected to QAbstractButton.toggled
        tools_of(self._window).put_away()
        for sheet in self.sheets:
            sheet.set_drawing(on=on)

    def _on_colour(self) -> None:
        self._colour = next(self._colours)
        for sheet in self.sheets:
            sheet.colour = self._colour
        self._show_pen()
        announce(self.view.bar.colour, self.view.bar.colour.text())

    def _on_drawn(self, sheet: PenSheet) -> None:
        self._drawn.append(sheet)
        self._show_pen()

    def undo(self) -> None:
        """Take the last stroke away, on whichever plate it is."""
        if self._drawn:
            self._drawn.pop().undo()
        self._show_pen()

    def clear(self) -> None:
        """Take all strokes away."""
        self._drawn.clear()
        for sheet in self.sheets:
            sheet.clear()
        self._show_pen()

    def _show_pen(self) -> None:
        self.view.bar.show_pen(self._colour, len(self._drawn))

    # --- the way out ----------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Everything as it was before; the strokes are gone."""
        window, columns = self._window, self._window.columns
        self._end()
        columns.replaceWidget(columns.indexOf(self._instead), self._plate)
        self._plate.show()
        self.view.hide()
        self.view.deleteLater()
        for bar in self._hidden:
            bar.show()
        window.setWindowState(self._state)
        if _is_wide(window.navigator.scene) == self._was_wide:
            window.parts.stand(self._room, self._widths)
        columns.show()
        if self._focus and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def abandon(self) -> None:
        """The window was filled anew meanwhile: what is left of it is as it was before."""
        self._end()
        self._window.menuBar().show()
        self._window.statusBar().show()
        self._window.setWindowState(self._state)

    def _end(self) -> None:
        window = self._window
        window.removeEventFilter(self)
        window.navigator.changed.disconnect(self.show_scene)
        window.appearance.changed.disconnect(self.set_look)
        for action in self._keys:
            window.removeAction(action)
        for sheet in self.sheets:
            sheet.hide()
            sheet.deleteLater()
        self.setParent(None)
        self.deleteLater()
        if "chairside" in window.actions_by_id:
            window.actions_by_id["chairside"].mark(on=False)


def _is_wide(scene: Scene) -> bool:
    """Whether the panel of a scene has the window's middle, see `wide_room`."""
    return scene.name in WIDE and not scene.question


def toggle_chairside(window: MainWindow) -> None:
    """Fill the screen, or have the window as it was."""
    if running := window.findChild(Chairside):
        running.leave()
    else:
        Chairside(window)
        window.actions_by_id["chairside"].mark(on=True)


def abandon_chairside(window: MainWindow) -> None:
    """The window has been filled anew."""
    if running := window.findChild(Chairside):
        running.abandon()
