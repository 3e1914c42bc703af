"""Whether this copy of the program can put things on paper: tried once, for the self-test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QImage

from dimples_gui.atlas.model import Atlas
from dimples_gui.errors import DimplesError
from dimples_gui.export.figure import Figure
from dimples_gui.export.imprint import imprint_of
from dimples_gui.export.paper import A4
from dimples_gui.export.picture_files import Size, save_png, save_svg
from dimples_gui.export.plate_page import PlatePage
from dimples_gui.export.press import Bound, save_pdf
from dimples_gui.export.printing import printer_for
from dimples_gui.export.running_text import RunningText
from dimples_gui.export.words import words_of
from dimples_gui.plate.art import Art
from dimples_gui.scene import Scene

TITLE = "Dimples"
LEAST_BYTES = 30_000  # of a page of words and a plate


def faults(atlas: Atlas, pictures: Callable[[str], QImage | None]) -> Iterator[str]:
    """One line for each thing that can't be done."""
    name = next(iter(atlas.entries), "")
    figure = Figure(atlas, Art(atlas, pictures), Scene(name, labels=True))
    imprint = imprint_of(atlas, TITLE)
    with TemporaryDirectory(prefix="dimples-") as folder:
        files = {suffix: Path(folder) / f"a.{suffix}" for suffix in ("pdf", "png", "svg")}
        pages = Bound([RunningText(words_of(atlas, Scene(name)).paragraphs, A4), PlatePage(figure, A4, TITLE)])
        save_pdf(files["pdf"], pages, A4, imprint)
        save_png(files["png"], figure, Size(80.0, 96.0))
        save_svg(files["svg"], figure, Size(80.0), TITLE)
        data = files["pdf"].read_bytes()
        if not (data.startswith(b"%PDF-") and b"/FontFile2" in data and len(data) > LEAST_BYTES):
            yield "a PDF lacks its fonts or its pages"
        if QImage(str(files["png"])).isNull():
            yield "a picture can't be read again"
    try:
        printer_for(A4, imprint)
    except DimplesError as error:
        yield str(error)
