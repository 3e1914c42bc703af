"""The bar that scrolls the options sideways, under the table."""

from dimples_gui.scroll_bar import PageScrollBar
from dimples_gui.theme import Look

HIGH_PX = 16


class SidewaysBar(PageScrollBar):
    """A scroll bar that says what it brings into view."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, upright=False)
        self.setFixedHeight(HIGH_PX)
        self.setAccessibleName(self.tr("More options, sideways"))
        self.setToolTip(self.tr("Scroll to the options at the sides"))

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self.look = look
        self.update()
