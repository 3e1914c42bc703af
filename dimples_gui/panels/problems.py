"""The bar that tells of problems in the content, and the list of them."""

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dimples_gui.atlas.model import Problem
from dimples_gui.theme import Look


class ProblemsBar(QWidget):
    """Says how many problems there are, if any. They are listed on demand; the bar can be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
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
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.warning))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(look.warning_text))
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(look.warning_text))
        for widget in (self, self.label, self.close_button):
            widget.setPalette(palette)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Tell of these problems; of none, by not being there."""
        self._problems = problems
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
        self.list = self.list or ProblemsList(self)
        self.list.show_problems(self.summary(), self._problems)
        self.list.show()
        self.list.raise_()
        self.list.activateWindow()


class ProblemsList(QDialog):
    """Every problem as `file:line: what is wrong`, to be read, selected and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(760, 360)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(self.tr("Problems in the content"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = self.buttons.addButton(self.tr("Copy All"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self.copy_all)
        self.buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.lines)
        column.addWidget(self.buttons)

    def show_problems(self, summary: str, problems: tuple[Problem, ...]) -> None:
        """List these."""
        self.setWindowTitle(summary)
        self.lines.setPlainText("\n".join(str(problem) for problem in problems))

    def copy_all(self) -> None:
        """Put the whole list on the clipboard."""
        QGuiApplication.clipboard().setText(self.lines.toPlainText())
