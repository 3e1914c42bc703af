"""The plate's pictures and reliefs, decoded in threads of their own, beside everything else that a start has to do."""

from pathlib import Path
from threading import Thread

from PySide6.QtGui import QImage

from dimples_gui.paths import PLATE, Places, asset
from dimples_gui.workers import begin

OWN = "own"  # under this key a picture that an author put before the shipped one says so itself
FORMAT = QImage.Format.Format_ARGB32_Premultiplied  # what Qt paints fastest


class Pictures:
    """Gives a layer's picture, as "bone", or what it is lit from, as "bone.relief"; None where it can't be read."""

    def __init__(self, places: Places) -> None:
        """Nothing is read yet."""
        self._places = places
        self._early: dict[str, Thread] = {}
        self._read: dict[str, QImage | None] = {}

    def prefetch(self, layer: str) -> None:
        """Begin to decode one now, so that it is there when it is asked for."""
        self._early[layer] = begin(self._decode, layer)

    def __call__(self, name: str) -> QImage | None:
        """The picture, decoded here unless that was begun before; it is kept by whoever asks, not here."""
        early = self._early.pop(name, None)
        if early is None:
            self._decode(name)
        else:
            early.join()
        return self._read.pop(name)

    def _decode(self, name: str) -> None:
        """Read a picture; Qt works without Python's lock meanwhile.

        A relief counts only beside the picture that is shown: not if an author has put another picture before it.
        """
        layer, _, part = name.partition(".")
        file = self._file(layer)
        if file and part:
            file = file.with_name(f"{name}.png")
        image = QImage(str(file)) if file else QImage()
        if not part:
            image.convertTo(FORMAT)
        if file and self._is_own(file):
            image.setText(OWN, name)
        self._read[name] = None if image.isNull() else image

    def stays_as_drawn(self, layer: str) -> bool:
        """Whether an author put a picture before the shipped one, without a relief to light it from."""
        file = self._file(layer)
        return file is not None and self._is_own(file) and not file.with_name(f"{layer}.relief.png").exists()

    def _file(self, layer: str) -> Path | None:
        return asset(self._places, f"plates/{PLATE}/{layer}.png")

    def _is_own(self, file: Path) -> bool:
        """Whether a file is an author's, not a shipped one."""
        return not file.is_relative_to(self._places.assets[-1])
