"""The list of problems in the content."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Problem
from dimples_gui.boxes import without_pictures


class ProblemsList(QDialog):
    """Every problem as `file:line: what is wrong`, to be read, selected and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(760, 360)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(self.tr("Problems in the content"))
        self.buttons = without_pictures(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
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
