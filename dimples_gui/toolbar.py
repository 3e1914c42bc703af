"""The bar of the commands used most: back with its history, forward, home, search; section, zoom, labels, hotspots."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.icons import icon
from dimples_gui.overlay import FocusRing
from dimples_gui.theme import Look

ICONS = {
    "back": "back", "forward": "forward", "home": "home", "search": "search", "redflags": "red-flags",
    "plate-both": "section", "lens": "lens", "probe": "probe", "ruler": "ruler", "labels": "labels",
    "hotspots": "hotspots", "zoom-out": "minus", "fit": "fit", "zoom-in": "plus",
}  # fmt: skip
ICON_PX, BESIDE_ICON_PX = 20, 14
MOST_SCALE = 2.0
SPREAD_BEFORE = "plate-both"  # what comes from here on stands at the right end


class Toolbar(QToolBar):
    """Shows actions it is handed; knows none of what they do."""

    def __init__(self, atlas: Atlas, look: Look) -> None:
        """An empty bar; `take_actions` fills it."""
        super().__init__()
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Tools"))
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.back_menu = QMenu(self)
        self._icons = atlas.icons
        self._look = look
        self._actions: Mapping[str, QAction] = {}
        self._ring: FocusRing | None = None
        self.set_look(look)

    def take_actions(self, actions: Mapping[str, QAction]) -> None:
        """Put the actions in."""
        from PySide6.QtWidgets import QSizePolicy, QToolButton  # noqa: PLC0415  # the first paint shows no tools

        self._actions = actions
        for name in ICONS:
            if name == SPREAD_BEFORE:
                spread = QWidget()
                spread.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                self.addWidget(spread)
            self.addAction(actions[name])
        button = self.widgetForAction(actions["back"])
        if isinstance(button, QToolButton):
            button.setMenu(self.back_menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        for name in ICONS:
            tool = self.widgetForAction(actions[name])
            if tool is not None:
                tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                tool.setAccessibleName(actions[name].text().replace("&", ""))
        self._ring = FocusRing(self, self._look)
        self.set_look(self._look)

    def set_look(self, look: Look) -> None:
        """Icons in the look's colours, larger with larger text."""
        self._look = look
        side = round(ICON_PX * min(max(look.text_scale, 1.0), MOST_SCALE))
        self.setIconSize(QSize(side, side))
        self.setMinimumHeight(side + BESIDE_ICON_PX)  # its place is kept before it has its tools
        if self._ring:
            self._ring.set_look(look)
        for name, action in self._actions.items():
            if name in ICONS:
                action.setIcon(icon(self._icons, ICONS[name], look))
