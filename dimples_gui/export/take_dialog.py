"""The dialog that asks what to print or save, as what, on which paper, how large."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dimples_gui.boxes import without_pictures
from dimples_gui.export.dialog_tick import DialogTick
from dimples_gui.export.paper import PAPERS, usual_paper
from dimples_gui.export.picture_files import Size
from dimples_gui.export.wish import EVERYTHING, HTML, PAGE, PDF, PLATE, PNG, SVG, Wish, forms_of
from dimples_gui.theme import Look

FEWEST_LETTERS = 30  # seen of a choice
WIDTH_MM, DPI = (20, 1000, 160), (72, 1200, 300)  # least, most, at first


class TakeDialog(QDialog):
    """Stays open until it is closed, so that several things can be taken one after the other."""

    save_wanted = Signal(object)  # Wish
    preview_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, choices: Sequence[tuple[str, str]], look: Look, parent: QWidget | None = None) -> None:
        """`choices` are what there is to take, with their names; the first one is offered."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print or Save"))
        self.what, self.form, self.paper = QComboBox(), QComboBox(), QComboBox()
        for box in (self.what, self.form):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(FEWEST_LETTERS)
        for what, name in choices:
            self.what.addItem(name, what)
        for paper in PAPERS.values():
            self.paper.addItem(paper.name, paper.id)
        self.paper.setCurrentIndex(self.paper.findData(usual_paper().id))
        self.names = DialogTick(self.tr("Write &names beside the body"), look, ticked=True)
        self.with_plate = DialogTick(self.tr("&Begin with the plate in view"), look, ticked=False)
        self.width_mm, self.dpi = self._number(WIDTH_MM, self.tr(" mm")), self._number(DPI, self.tr(" dpi"))
        self.pixels = QLabel()
        self._lay_out()
        self.what.currentIndexChanged.connect(self._on_what_changed)
        for signal in (self.form.currentIndexChanged, self.width_mm.valueChanged, self.dpi.valueChanged):
            signal.connect(self._show_what_counts)
        self.with_plate.toggled.connect(self._show_what_counts)
        self._on_what_changed()

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        for tick in (self.names, self.with_plate):
            tick.set_look(look)

    def wish(self) -> Wish:
        """What is chosen."""
        size = Size(float(self.width_mm.value()), float(self.dpi.value()))
        paper = PAPERS[self.paper.currentData()]
        what, form = self.what.currentData(), self.form.currentData()
        return Wish(what, form, paper, self.names.isChecked(), self.with_plate.isChecked(), size)

    def _lay_out(self) -> None:
        """One row for each choice, buttons below."""
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self.tr("&What:"), self.what)
        rows.addRow(self.tr("&As:"), self.form)
        rows.addRow(self.tr("Pa&per:"), self.paper)
        rows.addRow(self.tr("W&idth:"), self.width_mm)
        rows.addRow(self.tr("&Resolution:"), self.dpi)
        rows.addRow("", self.pixels)
        rows.addRow("", self.names)
        rows.addRow("", self.with_plate)
        self._rows = rows
        for field, tip in (
            (self.what, self.tr("What is to be printed or saved")), (self.form, self.tr("The kind of file")),
            (self.paper, self.tr("The size of the paper")), (self.width_mm, self.tr("How wide it is on paper")),
            (self.dpi, self.tr("How many pixels an inch has")),
            (self.names, self.tr("Names with lines to what they name, as many as there is room for")),
            (self.with_plate, self.tr("The plate as it is on screen, on a page before the words")),
        ):  # fmt: skip
            field.setToolTip(tip)
        buttons = without_pictures(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        self.save = self._button(buttons, self.tr("&Save…"), self.save_wanted)
        self.preview = self._button(buttons, self.tr("Pre&view…"), self.preview_wanted)
        self.print = self._button(buttons, self.tr("Prin&t…"), self.print_wanted)
        for button in (self.save, self.preview, self.print, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(button is self.save)
        self.save.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addStretch(1)
        column.addWidget(buttons)
        self.what.setFocus()

    def _button(self, buttons: QDialogButtonBox, text: str, signal: SignalInstance) -> QPushButton:
        """A button that hands on what is chosen."""
        button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda: signal.emit(self.wish()))
        return button

    def _number(self, bounds: tuple[int, int, int], unit: str) -> QSpinBox:
        """A field for a number with its unit."""
        field = QSpinBox()
        field.setRange(*bounds[:2])
        field.setValue(bounds[2])
        field.setSuffix(unit)
        return field

    def _on_what_changed(self) -> None:
        """Offer what it can be had as; what was chosen stays if it can."""
        names = {
            PDF: self.tr("PDF, to print or send"), HTML: self.tr("HTML, for a browser or a screen reader"),
            PNG: self.tr("PNG, a picture in pixels"), SVG: self.tr("SVG, a picture in vectors"),
        }  # fmt: skip
        chosen = self.form.currentData()
        self.form.blockSignals(True)  # Qt's
        self.form.clear()
        for form in forms_of(self.what.currentData()):
            self.form.addItem(names[form], form)
        self.form.setCurrentIndex(max(self.form.findData(chosen), 0))
        self.form.blockSignals(False)  # Qt's
        self._show_what_counts()

    def _show_what_counts(self) -> None:
        """Only the fields that make a difference."""
        what, form = self.what.currentData(), self.form.currentData()
        for field, counts in (
            (self.paper, form == PDF),
            (self.width_mm, form in {PNG, SVG}),
            (self.dpi, form == PNG),
            (self.pixels, form == PNG),
            (self.names, what == PLATE or (what != EVERYTHING and self.with_plate.isChecked())),
            (self.with_plate, what == PAGE),
        ):
            self._rows.setRowVisible(field, counts)
        for button in (self.preview, self.print):
            button.setEnabled(form == PDF)
            button.setToolTip("" if form == PDF else self.tr("What is to be printed is a PDF: choose that above"))
        wide = Size(float(self.width_mm.value()), float(self.dpi.value())).width_px
        self.pixels.setText(self.tr("{count} pixels across").format(count=wide))
        self.adjustSize()
