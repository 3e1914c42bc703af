"""The skin while its body changes: a picture at half the resolution, worked out at once."""

from __future__ import annotations

from threading import Lock, Thread
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from dimples_gui.plate.desk import Desk
    from dimples_gui.plate.lighting import Guise
    from dimples_gui.plate.lit import Pixels

FIRST = Lock()  # what two plates need is made once


class Sketches:
    """Keeps the last one."""

    def __init__(self) -> None:
        """Nothing is ready yet."""
        self._preparing: Thread | None = None
        self._desks: tuple[Desk, Desk] | None = None
        self._last: tuple[Guise, Pixels, QImage] | None = None  # the picture is over the same memory

    def prepare(self) -> None:
        """Begin to make ready what all of them are worked out from, beside everything else."""
        if self._preparing is None:
            self._preparing = Thread(target=self._make_ready, daemon=True)
            self._preparing.start()

    @property
    def are_ready(self) -> bool:
        """Whether `picture` need not wait."""
        return self._desks is not None

    def picture(self, guise: Guise) -> QImage:
        """The skin in a guise."""
        if self._last is None or self._last[0] != guise:
            pixels = self._pixels(guise, *(self._desks or _two_desks()))
            rows, columns, channels = pixels.shape
            image = QImage(pixels.data, columns, rows, columns * channels, QImage.Format.Format_ARGB32_Premultiplied)
            self._last = guise, pixels, image
        return self._last[2]

    def _make_ready(self) -> None:
        """Runs in a thread: the first one makes what the others are made from."""
        from dimples_gui.plate.lighting import SHIPPED  # noqa: PLC0415  # see above

        desks = _two_desks()
        with FIRST:
            self._pixels(SHIPPED, *desks)
        self._desks = desks

    def _pixels(self, guise: Guise, own: Desk, light: Desk) -> Pixels:
        from dimples_gui.plate.lit import lit  # noqa: PLC0415  # a start needs no body but the shipped one
        from dimples_gui.plate.sketch import Sketch  # noqa: PLC0415

        return lit(Sketch(guise.build, guise.tone, guise.explanation, own), guise.lamp, None, light)


def _two_desks() -> tuple[Desk, Desk]:
    """To sketch on, and to light on."""
    from dimples_gui.plate.desk import Desk  # noqa: PLC0415  # see above

    return Desk(), Desk()
