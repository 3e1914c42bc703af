"""A box with a tick for dialogs: as large as its words and in the look's own colours, which Qt's is not."""

from PySide6.QtGui import QPaintEvent

from dimples_gui.overlay import paint_focus_ring
from dimples_gui.panels.whatif_buttons import Tick
from dimples_gui.theme import Look


class DialogTick(Tick):
    """Its words are in the letters of the dialog, and go on in another line where they must."""

    draws_ring = True

    def __init__(self, text: str, look: Look, *, ticked: bool) -> None:
        """An & in `text` is before the letter that ticks it; && is an &."""
        super().__init__(text, "", look)
        self.setChecked(ticked)

    def set_look(self, look: Look) -> None:
        """Take other colours; the letters are Qt's."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick and words; and the ring."""
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus_ring(self, self._look)
