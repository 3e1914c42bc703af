"""Two bodies side by side: a switch for the second one, and which of them the sliders move."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dimples_gui.panels.whatif_buttons import Dot, Pill, Tick
from dimples_gui.panels.whatif_flow import Flow
from dimples_gui.theme import Look


class Compare(QWidget):
    """Which body is moved is known only here; all else is asked for."""

    switched = Signal(bool)  # a second body is wanted, or no longer
    moved_changed = Signal()  # the sliders are to move the other body
    swap_wanted = Signal()
    copy_wanted = Signal()  # of the first body onto the second

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on = False  # whether there is a second body
        tip = self.tr("Show a second body beside the first, under the same lamp")
        self.switch = Tick(self.tr("Compare two bodies"), tip, look)
        self.a = Dot(self.tr("Move body A"), self.tr("The sliders move the body on the left"), look)
        self.b = Dot(self.tr("Move body B"), self.tr("The sliders move the body on the right"), look)
        self.swap = Pill(self.tr("Swap A and B"), self.tr("Each body takes the other’s place"), look)
        self.copy = Pill(self.tr("Copy A to B"), self.tr("Make the second body like the first"), look)
        self.a.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.switch)
        self._more = QWidget()
        flow = Flow(self._more)
        for widget in (self.a, self.b, self.swap, self.copy):
            flow.addWidget(widget)
        column.addWidget(self._more)
        self.switch.toggled.connect(self.switched)  # not `clicked`: a screen reader toggles
        self.b.toggled.connect(self.moved_changed)
        self.swap.clicked.connect(self.swap_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.show_on(on=False)

    @property
    def moves_b(self) -> bool:
        """Whether the sliders move the second body."""
        return self._on and self.b.isChecked()

    def show_on(self, *, on: bool) -> None:
        """There is a second body, or none."""
        if on and not self._on:
            with QSignalBlocker(self.b):
                self.b.setChecked(True)  # who asks for a second body wants to change it
        self._on = on
        with QSignalBlocker(self.switch):
            self.switch.setChecked(on)
        self._more.setVisible(on)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        for part in (self.switch, self.a, self.b, self.swap, self.copy):
            part.set_look(look)
