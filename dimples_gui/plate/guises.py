"""Which guise a plate is in: its scene's as soon as that can be worked out; sketched until then, if it can be."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dimples_gui.plate.art import Art
from dimples_gui.scene import WHATIF, Scene

if TYPE_CHECKING:
    from dimples_gui.plate.lighting import Guise

LIGHT_MS = 10  # how often to ask whether another light is ready
REST_MS = 80  # so long after body or lamp changed, and was painted, it is worked out in full


class Guises(QObject):
    """Follows the scene."""

    changed = Signal()

    def __init__(self, art: Art, parent: QObject) -> None:
        """In that of the shipped pictures."""
        super().__init__(parent)
        self.worn: Guise | None = None  # None is the shipped pictures' one
        self._art = art
        self._scene = Scene()
        self._lamp_moved, self._lamp_is_unseen = 0.0, False  # when that was painted, in s; it is yet to be painted
        self._is_unseen = False  # what is worn now
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._await)

    def follow(self, scene: Scene) -> None:
        """Be as the scene asks for: at once if that is ready, sketched while the body changes, or later."""
        before, self._scene = self._scene, scene
        if scene.name == WHATIF:
            self._art.prepare_sketches()
        guise = self._art.guise(scene)
        if scene.lamp != before.lamp:
            guise = self._on_its_way(guise)
        if guise == self.worn or guise is None or self._is_ready(guise):
            self._timer.stop()
            self._wear(guise)
        elif self._is_ready(sketched := guise._replace(sketched=True)):
            if sketched != self.worn:
                self._wear(sketched)
                self._timer.start(REST_MS)
        elif not self._timer.isActive():
            self._await()

    def settle(self, scene: Scene) -> bool:
        """Be as the scene asks for, without waiting for anything; whether that is more than the same more finely."""
        self._scene = scene
        self._timer.stop()
        before, guise = self.worn, self._art.guise(scene)
        if before and before._replace(moving=False) == guise:
            self._wear(guise)
            return False
        self.worn = guise
        return guise != before

    def prepare(self, scene: Scene) -> None:
        """The lamp may soon be moved in a scene: make ready what that needs."""
        from dimples_gui.plate.lighting import guise_of  # noqa: PLC0415  # a start needs no other light

        self._art.lighting.prepare(self._art.layers_from(self._art.layer(scene.depth)), guise_of(scene))

    @property
    def can_sketch(self) -> bool:
        """Whether another body is shown at once."""
        return self._art.sketches.are_ready

    def painted(self) -> None:
        """The plate has been painted: what that took, on a slow machine long, is no rest of what moves."""
        if self._lamp_is_unseen:
            self._lamp_is_unseen, self._lamp_moved = False, monotonic()
        if self._is_unseen:
            self._is_unseen = False
            if self._timer.isActive() and self._timer.interval() == REST_MS:
                self._timer.start()

    def _on_its_way(self, guise: "Guise | None") -> "Guise | None":
        """Less fine if this move of the lamp is one of many; to be followed by the full one."""
        is_one_of_many = self._lamp_is_unseen or (monotonic() - self._lamp_moved) * 1000 < REST_MS
        self._lamp_is_unseen = True
        return guise._replace(moving=True) if guise and is_one_of_many else guise

    def _is_ready(self, guise: "Guise") -> bool:
        """Whether the layers in view can be painted in a guise without waiting."""
        mix = self._art.mix(self._scene.depth)
        return self._art.is_ready((mix.upper, mix.lower), guise)

    def _await(self) -> None:
        """Have the scene's guise worked out in full, and look again and again whether it is."""
        guise = self._art.guise(self._scene)
        if guise is None or self._is_ready(guise):
            self._timer.stop()
            self._wear(guise)
            return
        if not self._timer.isActive() or self._timer.interval() != LIGHT_MS:
            layers = self._art.layers_from(self._art.layer(self._scene.depth))
            self._art.lighting.prepare([layer for layer in layers if not guise.is_shipped(layer)], guise)
            self._timer.start(LIGHT_MS)
        sketched = guise._replace(sketched=True)
        if self._is_ready(sketched):
            self._wear(sketched)

    def _wear(self, guise: "Guise | None") -> None:
        if guise != self.worn:
            self.worn, self._is_unseen = guise, True
            self.changed.emit()
        if guise and guise.moving:
            self._timer.start(REST_MS)
