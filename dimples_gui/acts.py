"""What was done to what is seen, to be taken back and done again: layer, lamp, body, labels and the like."""

from collections.abc import Mapping
from typing import NamedTuple

from dimples_gui.scene import Scene

MOST = 200  # acts that are remembered


class Act(NamedTuple):
    """Fields of a scene before and after."""

    before: dict[str, object]
    after: dict[str, object]


class Acts:
    """Those done, the last one last, and those taken back. An act during a drag becomes part of the one before."""

    def __init__(self) -> None:
        """Nothing has been done."""
        self.done: list[Act] = []
        self.taken_back: list[Act] = []
        self._dragging = self._dragged = False

    def begin(self) -> None:
        """A drag begins."""
        self._dragging, self._dragged = True, False

    def end(self) -> None:
        """It is over; one that came back to where it began was none."""
        self._dragging = False
        if self._dragged and self.done and self.done[-1].before == self.done[-1].after:
            self.done.pop()

    def do(self, scene: Scene, changes: Mapping[str, object]) -> None:
        """Remember what in a scene is about to become something else."""
        before = {field: getattr(scene, field) for field in changes}
        if before == changes:
            return
        self.taken_back.clear()
        if self._dragged and self._dragging and self.done:
            last = self.done.pop()
            self.done.append(Act(before | last.before, last.after | dict(changes)))
        else:
            self.done.append(Act(before, dict(changes)))
            del self.done[:-MOST]
        self._dragged = self._dragging

    def undone(self, scene: Scene) -> Scene:
        """The scene without the last act of which anything is left; the same if there is none."""
        self._dragged = False
        while self.done:
            self.taken_back.append(self.done.pop())
            before = scene._replace(**self.taken_back[-1].before)  # type: ignore[arg-type]  # the fields' own values
            if before != scene:
                return before
        return scene

    def redone(self, scene: Scene) -> Scene:
        """The scene with the act that was taken back last, if it changes anything, or the one before."""
        while self.taken_back:
            self.done.append(self.taken_back.pop())
            after = scene._replace(**self.done[-1].after)  # type: ignore[arg-type]  # the fields' own values
            if after != scene:
                return after
        return scene
