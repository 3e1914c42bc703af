"""The plate's pictures, decoded in threads of their own, beside everything else that a start has to do."""

from threading import Thread

from PySide6.QtGui import QImage

from dimples_gui.paths import PLATE, Places, asset

FORMAT = QImage.Format.Format_ARGB32_Premultiplied  # what Qt paints fastest


class Pictures:
    """Gives a layer's picture, or None where there is none that can be read."""

    def __init__(self, places: Places) -> None:
        """Nothing is read yet."""
        self._places = places
        self._early: dict[str, Thread] = {}
        self._read: dict[str, QImage | None] = {}

    def prefetch(self, layer: str) -> None:
        """Begin to decode one now, so that it is there when it is asked for."""
        self._early[layer] = Thread(target=self._decode, args=(layer,), daemon=True)
        self._early[layer].start()

    def __call__(self, layer: str) -> QImage | None:
        """The picture, decoded here unless that was begun before; it is kept by whoever asks, not here."""
        early = self._early.pop(layer, None)
        if early is None:
            self._decode(layer)
        else:
            early.join()
        return self._read.pop(layer)

    def _decode(self, layer: str) -> None:
        """Read a picture; Qt works without Python's lock meanwhile."""
        file = asset(self._places, f"plates/{PLATE}/{layer}.png")
        image = QImage(str(file)) if file else QImage()
        self._read[layer] = None if image.isNull() else image.convertToFormat(FORMAT)
