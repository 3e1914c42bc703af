"""A printer and a preview, by Qt's own dialogs; the library for them is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageSize
from PySide6.QtWidgets import QDialog, QWidget

from dimples_gui.export.imprint import Imprint
from dimples_gui.export.paper import DPI, PAPERS, Paper, lay_in
from dimples_gui.export.press import Printed, PrintError, print_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

PREVIEW_PX = (860, 900)
Maker = Callable[[Paper], Printed]  # sets the pages for a paper: the reader may choose another one in Qt's dialogs


def printer_for(paper: Paper, imprint: Imprint) -> QPrinter:
    """The usual printer with this paper. Raises PrintError where this system can't print at all."""
    try:
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415  # see above
    except ImportError as error:
        told = QCoreApplication.translate("Print", "This copy can’t print. Save a PDF, and print that.")
        raise PrintError(told) from error
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setDocName(imprint.title)
    printer.setCreator("Dimples")
    lay_in(printer, paper)
    return printer


def paper_in(printer: QPagedPaintDevice) -> Paper:
    """The one of our sizes that is nearest to the printer's."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    return min(PAPERS.values(), key=lambda paper: abs(paper.width - size.width()) + abs(paper.height - size.height()))


def preview(parent: QWidget, make: Maker, paper: Paper, imprint: Imprint) -> QPrintPreviewDialog:
    """The pages as they will be printed, with a button that prints them. Raises PrintError."""
    printer = printer_for(paper, imprint)
    from PySide6.QtPrintSupport import QPrintPreviewDialog  # noqa: PLC0415  # see above

    dialog = QPrintPreviewDialog(printer, parent)
    made = cache(make)

    def paint(_device: QPrinter) -> None:
        chosen = paper_in(printer)  # named here, it lives as long as the dialog, which does not keep it
        print_pages(printer, made(chosen), chosen, imprint)

    dialog.paintRequested.connect(paint)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("Print", "Preview"))
    dialog.resize(*PREVIEW_PX)
    return dialog


def print_out(parent: QWidget, make: Maker, paper: Paper, imprint: Imprint) -> bool:
    """Ask for a printer and print; whether it was not cancelled. Raises PrintError."""
    printer = printer_for(paper, imprint)
    from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415  # see above

    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    printer.setResolution(DPI)
    chosen = paper_in(printer)
    print_pages(printer, make(chosen), chosen, imprint)
    return True
