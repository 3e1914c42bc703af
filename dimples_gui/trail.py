"""The history of places, as each was left, with the way back and the way forward."""

from dimples_gui.scene import Place, Scene


class Trail:
    """A row of scenes, one of them where the reader is."""

    def __init__(self, scene: Scene) -> None:
        """It begins here."""
        self._scenes = [scene]
        self._at = 0

    def keep(self, scene: Scene) -> None:
        """The place where the reader is has come to look like this."""
        self._scenes[self._at] = scene

    def go_on(self, scene: Scene) -> None:
        """Be at a new place; what lay ahead is forgotten."""
        self._at += 1
        self._scenes[self._at :] = [scene]

    def jump(self, steps: int) -> Scene | None:
        """Be so many places back (negative) or forward, and how it was left there; None beyond the ends."""
        if not steps or not 0 <= self._at + steps < len(self._scenes):
            return None
        self._at += steps
        return self._scenes[self._at]

    def earlier(self) -> tuple[Place, ...]:
        """The places before, the nearest first."""
        return tuple(scene.place for scene in reversed(self._scenes[: self._at]))

    def later(self) -> tuple[Place, ...]:
        """The places after, the nearest first."""
        return tuple(scene.place for scene in self._scenes[self._at + 1 :])
