"""Gets the index of an atlas: the one shipped beside the compiled content, else a new one, made in a thread."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search import INDEX_SUFFIX, Index
from dimples_gui.errors import ContentError
from dimples_gui.workers import begin


class SearchSource(QObject):
    """Holds the index of the atlas that was asked for last."""

    ready = Signal()  # the index is there

    _made = Signal(object, object)  # atlas, index; from another thread

    def __init__(self, shipped: Path | None, parent: QObject) -> None:
        """`shipped` is the folder of the compiled content, if there is one."""
        super().__init__(parent)
        self.index: Index | None = None
        self._shipped = shipped
        self._atlas: Atlas | None = None
        self._made.connect(self._on_made)

    def index_of(self, atlas: Atlas) -> Index | None:
        """The index of an atlas; None while it is being made: `ready` tells when it is there."""
        if atlas is self._atlas:
            return self.index
        self._atlas, self.index = atlas, self._read(atlas)
        if self.index is None:
            begin(self._make, atlas)
        return self.index

    def _read(self, atlas: Atlas) -> Index | None:
        """The index that was shipped, if it is one of this atlas and undamaged."""
        if self._shipped is None:
            return None
        try:
            return Index.open(atlas, self._shipped / f"{atlas.language}{INDEX_SUFFIX}")
        except ContentError:
            return None

    def _make(self, atlas: Atlas) -> None:
        """In a thread of its own: 10,000 entries take most of a second."""
        index = Index.make(atlas)
        with suppress(RuntimeError):  # the window is gone meanwhile, and this object with it
            self._made.emit(atlas, index)

    def _on_made(self, atlas: Atlas, index: Index) -> None:
        """Back in the thread of the window. Meanwhile another atlas may have been asked for."""
        if atlas is self._atlas:
            self.index = index
            self.ready.emit()
