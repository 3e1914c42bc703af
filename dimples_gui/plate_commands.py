"""Which plates stand in the window: the commands for that, and how what is beside the back is connected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from dimples_gui.atlas.links import PLATES
from dimples_gui.scene import BACK, BOTH, FIND, LOOKALIKES, OPTIONS, SECTION, WIDE, Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from dimples_gui.main_window import MainWindow
    from dimples_gui.plate.canvas import HotspotCanvas
    from dimples_gui.plate.easel import Easel
    from dimples_gui.theme import Look


LATER_MS = 200  # after the options, the section beside them comes, when it comes for the first time


def plate_calls(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Each command's call, by the command's id."""
    navigator = window.navigator
    calls: dict[str, Callable[[], object]] = {
        f"plate-{plate}": partial(navigator.show_plate, plate) for plate in PLATES
    }
    return calls | {
        "plate-both": lambda: navigator.show_plate(BACK if navigator.scene.plate == BOTH else BOTH),
        "zoom-in": lambda: plate_in_view(window).zoom_in(),
        "zoom-out": lambda: plate_in_view(window).zoom_out(),
        "fit": lambda: plate_in_view(window).fit(),
    }


def plate_in_view(window: MainWindow) -> HotspotCanvas:
    """The plate that keyboard and commands mean."""
    return window.parts.easel.first_in_view if window.parts.easel else window.canvas


class Plates:
    """Follows the scene: as long as it wants the back alone there is no easel."""

    def __init__(self, window: MainWindow) -> None:
        """The back alone."""
        self._window = window
        self._is_under_way = False  # a start at the options waits for all that it shows
        self._later = QTimer(window.canvas)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._catch_up)

    def show_scene(self, scene: Scene) -> None:
        """Put up the plates that a scene asks for."""
        window, parts = self._window, self._window.parts
        was_under_way, self._is_under_way = self._is_under_way, True
        scene = _seen_beside(scene)
        if not window.atlas.section.layers:
            scene = scene._replace(plate=BACK)
        if parts.easel is None and scene.plate == BACK and scene.compared is None:
            return
        if parts.easel is None and scene.name == OPTIONS and was_under_way:
            from dimples_gui.plate.section_early import expect_section  # noqa: PLC0415  # most readers want the back

            expect_section(window.atlas)
            self._later.start()  # the table need not wait for it
            return
        (parts.easel or _connected(window)).show_scene(scene)
        parts.depth_place.setVisible(scene.plate != SECTION and scene.name not in WIDE)

    def _catch_up(self) -> None:
        """Put up what was not waited for, if it is still wanted."""
        if self._window.navigator.scene.name == OPTIONS and self._window.parts.easel is None:
            _connected(self._window)
        self.show_scene(self._window.navigator.scene)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        if self._window.parts.easel:
            self._window.parts.easel.set_look(look)


def _seen_beside(scene: Scene) -> Scene:
    """With the plates that its panel wants: both, to light up what an option touches; the back, to find a spot."""
    if scene.name == OPTIONS:
        return scene._replace(plate=BOTH, compared=None)
    return scene._replace(plate=BACK, compared=None) if scene.name in (LOOKALIKES, FIND) else scene


def _connected(window: MainWindow) -> Easel:
    """What is wanted on the easel is asked of the navigator."""
    easel, navigator = window.parts.add_easel(window.appearance.look), window.navigator
    if window.settings.divider:
        easel.divide(window.settings.divider)
    easel.divided.connect(partial(setattr, window.settings, "divider"))
    easel.view_wanted.connect(navigator.set_view)
    easel.plate_wanted.connect(navigator.show_plate)
    navigator.revealed.connect(easel.reveal)
    window.hotspot_list.pointed.connect(easel.point_at)
    window.lamp.approached.connect(easel.prepare_light)
    return easel
