"""The parts of the window and where they stand: list, depth and plate, panel; bars around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.beside import Beside
from dimples_gui.menus import add_menus
from dimples_gui.panels.panel import Panel
from dimples_gui.panels.problems import ProblemsBar
from dimples_gui.plate.canvas import PlateCanvas
from dimples_gui.plate.widths import depth_px, list_px
from dimples_gui.theme import Look
from dimples_gui.toolbar import Toolbar

if TYPE_CHECKING:
    from dimples_gui.plate.depth import DepthStrip
    from dimples_gui.plate.easel import Easel
    from dimples_gui.plate.hotspot_list import HotspotList
    from dimples_gui.plate.lamp_handle import LampHandle


class Arrangement:
    """Makes the parts and puts them side by side in a window; connects nothing."""

    QUEUED = Qt.ConnectionType.QueuedConnection

    def __init__(
        self, window: QMainWindow, atlas: Atlas, picture_of: Callable[[str], QImage | None], look: Look
    ) -> None:
        """All parts but list and slider, whose places are kept free: the first paint does not wait for these."""
        self._atlas, self._picture_of = atlas, picture_of
        self.easel: Easel | None = None
        self.canvas = PlateCanvas(atlas, picture_of, look)
        self.panel = Panel(atlas, look)
        self.beside = Beside(self.panel)
        self.problems = ProblemsBar()
        self.toolbar = Toolbar(atlas, look)
        self.zoom_label = QLabel()
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.list_place, self.depth_place = QWidget(), QWidget()
        self.list_px = 0
        self._lay_out(window)
        self.menus = add_menus(window)
        self._keep_places(look)
        self.problems.set_look(look)

    def _lay_out(self, window: QMainWindow) -> None:
        """List, depth and plate, panel, from left to right; the bar of problems over them."""
        plate = QWidget()
        self._plate_row = _tight(QHBoxLayout(plate))
        self._plate_row.addWidget(self.depth_place)
        self._plate_row.addWidget(self.canvas, 1)
        for widget, stretch in ((self.list_place, 0), (plate, 1), (self.beside, 0)):
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        middle = self.middle = QWidget()
        below = _tight(QVBoxLayout(middle))
        below.addWidget(self.problems)
        below.addWidget(self.columns, 1)
        window.setCentralWidget(middle)
        window.addToolBar(self.toolbar)
        window.statusBar().addPermanentWidget(self.zoom_label)
        self.depth_place.setAutoFillBackground(True)

    def stand(self, room: QRect, widths: QByteArray) -> None:
        """Be at once where the window will lay it out: a moment in less room would squeeze the columns."""
        for part in (self.middle, self.columns):
            part.setGeometry(room)
            part.show()
        self.columns.restoreState(widths)

    def _keep_places(self, look: Look) -> None:
        """As much room beside the plate as list and slider need in this look."""
        palette = self.depth_place.palette()
        palette.setColor(self.depth_place.backgroundRole(), QColor(look.ground))
        self.depth_place.setPalette(palette)
        self.depth_place.setFixedWidth(depth_px(self._atlas.plate.layers, look))
        before, wide = self.list_px, list_px(self._atlas, look)
        self.list_place.setMinimumWidth(wide // 2)
        listed, plate, panel = self.columns.sizes()
        if listed == before:  # the reader has not chosen another width
            self.columns.setSizes([wide, plate + listed - wide, panel])
        self.list_px = wide

    def set_look(self, look: Look) -> None:
        """What is no view of the scene wears the look, and places are kept in it."""
        self.toolbar.set_look(look)
        self.problems.set_look(look)
        self._keep_places(look)
        self.zoom_label.setMinimumWidth(self.zoom_label.sizeHint().width())

    def add_list_and_slider(self, look: Look) -> tuple[DepthStrip, LampHandle, HotspotList]:
        """Fill the places that were kept free."""
        from dimples_gui.plate.depth import DepthStrip  # noqa: PLC0415  # the first paint does not wait for these
        from dimples_gui.plate.hotspot_list import HotspotList  # noqa: PLC0415
        from dimples_gui.plate.lamp_handle import LampHandle  # noqa: PLC0415

        strip, listed = DepthStrip(self._atlas.plate.layers, look), HotspotList(self._atlas, look)
        lamp, column = LampHandle(look), _tight(QVBoxLayout(self.depth_place))
        column.addWidget(lamp, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(strip, 1)
        _tight(QHBoxLayout(self.list_place)).addWidget(listed)
        return strip, lamp, listed

    def add_easel(self, look: Look) -> Easel:
        """From now on the back stands on an easel, where other plates can stand too; it keeps the keyboard."""
        from dimples_gui.plate.easel import Easel  # noqa: PLC0415  # most readers look at the back alone

        focused = self.canvas.window().focusWidget()
        easel = self.easel = Easel(self.canvas, self._atlas, self._picture_of, look)
        self._plate_row.replaceWidget(self.canvas, easel)
        easel.take(self.canvas)
        if focused is not None and (focused is self.canvas or self.canvas.isAncestorOf(focused)):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        return easel


AnyLayout = TypeVar("AnyLayout", QHBoxLayout, QVBoxLayout)


def _tight(layout: AnyLayout) -> AnyLayout:
    """A layout without margins or gaps."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
