"""Words on pages: a page of the panel, printed from its title to its sources."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from dimples_gui.export.paper import Paper
from dimples_gui.export.typescript import Stretch, Typescript
from dimples_gui.panels.leaf import Paragraph


class RunningText:
    """Some paragraphs, printed."""

    def __init__(self, paragraphs: Sequence[Paragraph], paper: Paper) -> None:
        """Set and divided into pages."""
        self._area = paper.words
        self._script = Typescript(paragraphs, self._area.width(), self._area.height())

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self._script.pages)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Which paragraphs stand on which page."""
        return self._script.pages

    def draw(self, painter: QPainter, page: int) -> None:
        """Paint one of them."""
        self._script.draw(painter, page, self._area.left(), self._area.top())
