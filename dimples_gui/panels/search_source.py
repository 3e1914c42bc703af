"""Gets the index of an atlas: the one shipped beside the compiled content, else a new one, made in a thread."""

from threading import Thread

from PySide6.QtCore import QObject, Signal

from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search import INDEX_SUFFIX, Index
from dimples_gui.errors import ContentError
from dimples_gui.paths import find_places


class SearchSource(QObject):
    """Holds the index of the atlas that was asked for last."""

    ready = Signal()  # the index is there

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.index: Index | None = None
        self._atlas: Atlas | None = None
        self._made.connect(self._on_made)

    _made = Signal(object, object)  # atlas, index; from another thread

    def index_of(self, atlas: Atlas) -> Index | None:
        """The index of an atlas; None while it is being made: `ready` tells when it is there."""
        if atlas is self._atlas:
            return self.index
        self._atlas, self.index = atlas, _shipped(atlas)
        if self.index is None:
            Thread(target=self._make, args=(atlas,), daemon=True).start()
        return self.index

    def _make(self, atlas: Atlas) -> None:
        """In a thread of its own: 10,000 entries take most of a second."""
        self._made.emit(atlas, Index.make(atlas))

    def _on_made(self, atlas: Atlas, index: Index) -> None:
        """Back in the thread of the window. Meanwhile another atlas may have been asked for."""
        if atlas is self._atlas:
            self.index = index
            self.ready.emit()


def _shipped(atlas: Atlas) -> Index | None:
    """The index that was shipped, if it is one of this atlas and undamaged."""
    compiled = find_places().compiled
    if compiled is None:
        return None
    try:
        return Index.open(atlas, compiled / f"{atlas.language}{INDEX_SUFFIX}")
    except ContentError:
        return None
