"""The words of a leaf on their way into a document: first what is in sight, then the rest of a long page bit by bit."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from dimples_gui.panels.leaf import Leaf, Paragraph
from dimples_gui.panels.typesetter import Typesetter

A_BIT = 12  # paragraphs


class Galley(QObject):
    """Sets one leaf after another into one document."""

    moved = Signal()  # things have other places than before
    filled = Signal()  # nothing of the leaf is missing any more

    def __init__(self, document: QTextDocument, setter: Typesetter) -> None:
        super().__init__(document)
        self._document, self.setter = document, setter
        self.leaf = Leaf("", "", ())
        self.laid: tuple[Paragraph, ...] = ()  # those of the leaf's paragraphs that are set already
        self._rest = QTimer(self)  # for the others
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._go_on)

    def take(self, leaf: Leaf, at_once: int) -> None:
        """Set a leaf, only so many paragraphs at once; of those that are set already, only what differs."""
        self.leaf = leaf
        self._set(leaf.paragraphs[:at_once])

    def set_anew(self, setter: Typesetter) -> None:
        """Set in another look what is set already."""
        self.setter.replace(self._document, self.laid, ())
        self.setter = setter
        self.setter.replace(self._document, (), self.laid)
        self.moved.emit()

    def set_title_anew(self) -> None:
        """Set the title in another size."""
        if self.laid:
            unset = (self.laid[0]._replace(runs=()), *self.laid[1:])
            self.setter.replace(self._document, unset, self.laid)
            self.moved.emit()

    def is_whole(self) -> bool:
        """Whether no paragraph of the leaf is missing."""
        return len(self.laid) == len(self.leaf.paragraphs)

    def finish(self) -> None:
        """Set what is still missing, now."""
        if not self.is_whole():
            self._set(self.leaf.paragraphs)
            self.filled.emit()

    def _go_on(self) -> None:
        """Set the next few of the paragraphs that are missing."""
        self._set(self.leaf.paragraphs[: len(self.laid) + A_BIT])
        if self.is_whole():
            self.filled.emit()

    def _set(self, paragraphs: tuple[Paragraph, ...]) -> None:
        self.setter.replace(self._document, self.laid, paragraphs)
        self.laid = paragraphs
        self.moved.emit()
        if self.is_whole():
            self._rest.stop()
        else:
            self._rest.start(0)
