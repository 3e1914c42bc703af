"""The bar that tells of problems in the content, and leads to the list of them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from dimples_gui.atlas.model import Problem
from dimples_gui.overlay import FocusRing
from dimples_gui.theme import LIGHT, Look

if TYPE_CHECKING:
    from dimples_gui.panels.problems_list import ProblemsList


class ProblemsBar(QWidget):
    """Says how many problems there are, if any. They are listed on demand; the bar can be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._look = LIGHT
        self._ring: FocusRing | None = None  # made with the first problem: mostly there are none
        self.list: ProblemsList | None = None
        self.label = QLabel()
        self.show_button = QPushButton(self.tr("Show"))
        self.show_button.clicked.connect(self.open_list)
        self.close_button = QToolButton()
        self.close_button.setText("×")
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.label, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.close_button)
        self.setAutoFillBackground(True)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Stand out from what is below."""
        self._look = look
        if self._ring:
            self._ring.set_look(look)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.warning))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(look.warning_text))
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(look.warning_text))
        for widget in (self, self.label, self.close_button):
            widget.setPalette(palette)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Tell of these problems; of none, by not being there."""
        self._problems = problems
        if problems and not self._ring:
            self._ring = FocusRing(self, self._look)
        self.label.setText(self.summary())
        self.setVisible(bool(problems))
        if self.list and self.list.isVisible():
            self.open_list()

    def summary(self) -> str:
        """How many there are, in words."""
        count = len(self._problems)
        if count == 1:
            return self.tr("1 problem in the content")
        return self.tr("%n problems in the content", "", count)

    def open_list(self) -> None:
        """List them in a window that leaves the rest of the program usable."""
        from dimples_gui.panels.problems_list import ProblemsList  # noqa: PLC0415  # not needed to start

        self.list = self.list or ProblemsList(self)
        self.list.show_problems(self.summary(), self._problems)
        self.list.show()
        self.list.raise_()
        self.list.activateWindow()
