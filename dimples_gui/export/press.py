"""Pages onto a device: a PDF file, a printer, a preview. What is printed says how many pages it has and draws one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter

from dimples_gui import __version__
from dimples_gui.errors import DimplesError
from dimples_gui.export.files import save
from dimples_gui.export.imprint import Imprint, draw_imprint
from dimples_gui.export.paper import DPI, Paper, lay_in

Progress = Callable[[int, int], None]  # pages done, and of how many; it may raise Cancelled


class Cancelled(Exception):  # noqa: N818  # no error: the reader wants no more of it
    """The reader gave up."""


class PrintError(DimplesError):
    """A printer or a file that takes no pages."""


class Printed(Protocol):
    """What can be printed."""

    @property
    def count(self) -> int:
        """How many pages."""

    def draw(self, painter: QPainter, page: int) -> None:
        """Paint a page, counted from 0, in px of 96 an inch, without head and foot."""


class Bound:
    """Several things that are printed one after another."""

    def __init__(self, parts: Sequence[Printed]) -> None:
        """Each begins a page of its own."""
        self._pages = [(part, page) for part in parts for page in range(part.count)]

    @property
    def count(self) -> int:
        """All their pages."""
        return len(self._pages)

    def draw(self, painter: QPainter, page: int) -> None:
        """Paint one of them."""
        part, nth = self._pages[page]
        part.draw(painter, nth)


def print_pages(
    device: QPagedPaintDevice, printed: Printed, paper: Paper, imprint: Imprint, progress: Progress | None = None
) -> None:
    """Print all pages on a device of 96 px an inch; what `progress` raises ends it.

    Raises PrintError where the device takes no page.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise PrintError(QCoreApplication.translate("Print", "Nothing can be printed there. Try another printer."))
    try:
        for page in range(printed.count):
            if page:
                device.newPage()
            if progress:
                progress(page, printed.count)
            draw_page(painter, printed, paper, imprint, page)
    finally:
        painter.end()


def draw_page(painter: QPainter, printed: Printed, paper: Paper, imprint: Imprint, page: int) -> None:
    """Paint a page with head and foot."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    printed.draw(painter, page)
    painter.restore()
    draw_imprint(painter, paper, imprint, (page + 1, printed.count))


def save_pdf(file: Path, printed: Printed, paper: Paper, imprint: Imprint, progress: Progress | None = None) -> None:
    """Write a PDF at one stroke. Raises SaveError."""
    save(file, lambda beside: _write_pdf(beside, printed, paper, imprint, progress))


def _write_pdf(file: Path, printed: Printed, paper: Paper, imprint: Imprint, progress: Progress | None) -> None:
    """Write it into this file, by way of memory: Qt does not tell when a disk is full."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(imprint.title)
    writer.setCreator(f"Dimples {__version__}")
    lay_in(writer, paper)
    print_pages(writer, printed, paper, imprint, progress)
    file.write_bytes(buffer.data().data())
