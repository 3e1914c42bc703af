"""What it takes to put things on paper: time of this process, bytes."""

from collections.abc import Callable, Iterator
from time import process_time

from benchmarks.figure import Figure as Measured
from benchmarks.input import own_home
from dimples_gui.app import Program
from dimples_gui.export.consultation import consultation_of, first_answers
from dimples_gui.export.consultation_page import ConsultationPage
from dimples_gui.export.everything import book
from dimples_gui.export.figure import Figure
from dimples_gui.export.imprint import imprint_of
from dimples_gui.export.paper import A4
from dimples_gui.export.picture_files import Size, save_png, save_svg
from dimples_gui.export.plate_page import PlatePage
from dimples_gui.export.press import Printed, save_pdf
from dimples_gui.export.running_text import RunningText
from dimples_gui.export.words import words_of
from dimples_gui.options import Options
from dimples_gui.plate.art import Art
from dimples_gui.scene import Scene, from_link

MB = 1_000_000
PLATES = ("psis?labels=1&layer=skin", "psis?labels=1&layer=muscle", "psis?labels=1&layer=bone",
          "psis?labels=1&plate=both&layer=bone")  # fmt: skip
PLATE_S, PLATE_MB, BOOK_S = 0.5, 1.5, 5.0
TIMES = 3


def measure() -> Iterator[Measured]:
    """The best of three; of everything once."""
    with own_home() as folder:
        program = Program(Options(shot=folder / "unused.png"))
        atlas, file = program.atlas, folder / "a"

        def pdf(make: Callable[[], Printed], times: int = TIMES) -> float:
            return min(_seconds(lambda: save_pdf(file, make(), A4, imprint_of(atlas, "A title"))) for _ in range(times))

        for link in PLATES:
            figure = Figure(atlas, Art(atlas, program.picture_of), from_link(f"dimples:{link}"))
            seconds = pdf(lambda: PlatePage(figure, A4, "A title"))  # noqa: B023  # called at once
            yield Measured("paper", f"PDF of {link}", seconds, "s", PLATE_S)
            yield Measured("paper", "its size", file.stat().st_size / MB, "MB", PLATE_MB)
        for what in ("psis", "options"):
            seconds = pdf(lambda: RunningText(words_of(atlas, Scene(what)).paragraphs, A4))  # noqa: B023  # as above
            yield Measured("paper", f"PDF of the words of {what}", seconds, "s")
        art = Art(atlas, program.picture_of)
        small = Figure(atlas, art, Scene("dimple"))
        words = consultation_of(atlas, first_answers(atlas, ["dimple", "psis"]))
        yield Measured("paper", "PDF of the consultation sheet", pdf(lambda: ConsultationPage(words, small, A4)), "s")
        named = Figure(atlas, art, from_link(f"dimples:{PLATES[1]}"))
        yield Measured(
            "paper", "PNG of a plate, 160 mm, 300 dpi", _seconds(lambda: save_png(file, named, Size(160))), "s"
        )
        yield Measured("paper", "SVG of a plate", _seconds(lambda: save_svg(file, named, Size(160), "A title")), "s")
        yield Measured("paper", "PDF of everything", pdf(lambda: book(atlas, art, A4), 1), "s", BOOK_S)
        yield Measured("paper", "its size", file.stat().st_size / MB, "MB")
        program.window.deleteLater()  # by Qt, in whose order it comes apart; Python may take it apart at any time


def _seconds(act: Callable[[], object]) -> float:
    """What it takes of this process, all its threads."""
    start = process_time()
    act()
    return process_time() - start
