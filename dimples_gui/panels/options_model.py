"""The options as a table that a view shows and a screen reader walks: questions down, options across."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dimples_gui.atlas.decide import Cell, Option, Options, Row
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.options_cells import copied, nothing_found, spoken, words

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
NOWHERE = QModelIndex()


class OptionsModel(QAbstractTableModel):
    """What is folded away has no column until it is unfolded."""

    def __init__(self, atlas: Atlas, options: Options, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._atlas, self.rows = atlas, options.rows
        # Those that can be folded away stand at the end, whatever their order in the content.
        self._all = tuple(sorted(options.options, key=lambda option: option.folded))
        self.columns = tuple(option for option in self._all if not option.folded)

    @property
    def folded(self) -> int:
        """How many options can be folded away."""
        return len(self.folded_names())

    def folded_names(self) -> list[str]:
        """The ids of the options that can be folded away."""
        return [option.id for option in self._all if option.folded]

    @property
    def is_unfolded(self) -> bool:
        """Whether all have a column."""
        return len(self.columns) == len(self._all)

    def unfold(self, *, on: bool) -> None:
        """Show all options, or fold some away again."""
        first, last = len(self._all) - self.folded, len(self._all) - 1
        if on == self.is_unfolded:
            return
        if on:
            self.beginInsertColumns(NOWHERE, first, last)
            self.columns = self._all
            self.endInsertColumns()
        else:
            self.beginRemoveColumns(NOWHERE, first, last)
            self.columns = self._all[:first]
            self.endRemoveColumns()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """As many as there are questions."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802  # Qt's name
        """As many as there are options that are not folded away."""
        return 0 if parent.isValid() else len(self.columns)

    def at(self, index: Index) -> tuple[Option, Row, Cell]:
        """What stands in a cell."""
        option = self.columns[index.column()]
        return option, self.rows[index.row()], option.cells[index.row()]

    def data(self, index: Index, role: int = Roles.DisplayRole) -> str | None:
        """The words of a cell; to a screen reader all that it says."""
        if role == Roles.DisplayRole:
            cell = self.at(index)[2]
            return words(cell) or nothing_found(cell)
        if role == Roles.AccessibleTextRole:
            return spoken(self._atlas, *self.at(index))
        if role == Roles.AccessibleDescriptionRole:
            return self.tr("Enter shows what it rests on")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> str | None:  # noqa: N802  # Qt's name
        """An option's name, to a screen reader with its kinds and the advice; or a question."""
        if role == Roles.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return self.tr("Choose: light up what it touches")
        if role not in {Roles.DisplayRole, Roles.AccessibleTextRole}:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.rows[section].heading
        option = self.columns[section]
        if role == Roles.DisplayRole:
            return option.name
        return ". ".join(part for part in (option.name, ", ".join(option.kinds), option.advice) if part)

    def copied(self, indexes: list[QModelIndex]) -> str:
        """Cells as text, option by option."""
        ordered = sorted(indexes, key=lambda index: (index.column(), index.row()))
        return "\n\n".join(copied(self._atlas, *self.at(index)) for index in ordered)
