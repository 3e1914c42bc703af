"""The skin while its body changes: a picture at a quarter of the resolution, worked out at once."""

from __future__ import annotations

from threading import Lock, Thread
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QImage

from dimples_gui.workers import begin

if TYPE_CHECKING:
    from dimples_gui.plate.desk import Desk
    from dimples_gui.plate.lighting import Guise
    from dimples_gui.plate.lit import Pixels

FIRST = Lock()  # what two plates need is made once


class Sketches:
    """Keeps the last one. What they are worked out from is there for all of them as soon as it is for one."""

    _can_be_made: ClassVar[bool] = False

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._preparing: Thread | None = None
        self._desks: tuple[Desk, Desk] | None = None
        self._last: tuple[Guise, Pixels, QImage] | None = None  # the picture is over the same memory

    def prepare(self) -> None:
        """Begin to make ready what all of them are worked out from, beside everything else."""
        if self._preparing is None and not self.are_ready:
            self._preparing = begin(self._make_ready)

    @property
    def are_ready(self) -> bool:
        """Whether `picture` need not wait."""
        return Sketches._can_be_made

    def picture(self, guise: Guise) -> QImage:
        """The skin in a guise."""
        if self._last is None or self._last[0] != guise:
            pixels = self._pixels(guise)
            rows, columns, channels = pixels.shape
            image = QImage(pixels.data, columns, rows, columns * channels, QImage.Format.Format_ARGB32_Premultiplied)
            self._last = guise, pixels, image
        return self._last[2]

    def _make_ready(self) -> None:
        """Runs in a thread: the first one makes what the others are made from."""
        from dimples_gui.plate.lighting import SHIPPED  # noqa: PLC0415  # see above

        with FIRST:
            if not self.are_ready:
                self._pixels(SHIPPED)
        Sketches._can_be_made = True

    def _pixels(self, guise: Guise) -> Pixels:
        from dimples_gui.plate.desk import Desk  # noqa: PLC0415  # a start needs no body but the shipped one
        from dimples_gui.plate.lit import lit  # noqa: PLC0415
        from dimples_gui.plate.sketch import Sketch  # noqa: PLC0415

        own, light = self._desks = self._desks or (Desk(), Desk())
        sketch = Sketch(guise.build, guise.tone, guise.explanation, own)
        return lit(sketch, guise.lamp, desk=light)
