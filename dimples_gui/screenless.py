"""What the program does when nobody looks: draw pictures of its window, or open everything and tell what fails."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontInfo

from dimples_gui.curtain import keep
from dimples_gui.errors import DimplesError, LinkError
from dimples_gui.scene import HOME, PANELS, Place, step_link
from dimples_gui.theme import FONT_FAMILY, reading_font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dimples_gui.app import Program
    from dimples_gui.main_window import MainWindow

QUIET_ROUNDS = 5  # of the event loop; what is deferred to just after a paint is done by then


def run(program: Program) -> int:
    """The picture or the self-test; the exit code. Raises LinkError where the link names no page."""
    name = program.navigator.scene.name
    if name not in program.atlas.entries and name not in PANELS:
        raise LinkError(f"There is no page “{name}”; the pages are {', '.join((*PANELS, *program.atlas.entries))}.")
    finish(program.window)
    if program.options.shot:
        return shoot(program)
    failures = list(self_test(program))
    for failure in failures:
        sys.stdout.write(f"{failure}\n")
    opened = len(program.atlas.entries) + len(PANELS)
    if not failures:
        sys.stdout.write(f"all well: {opened} pages on {len(program.atlas.plate.layers)} layers\n")
    return 1 if failures else 0


def finish(window: MainWindow) -> None:
    """Show a window and let it come to rest with everything in it."""
    window.show()
    while not window.actions_by_id:  # they come after the first paint
        settle()
    window.canvas.settle()
    settle()


def keep_next(program: Program, around: list[Any]) -> None:
    """Keep a picture of the window as it begins the next visit, in these surroundings."""
    program.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    finish(program.window)
    keep(program.window, program.places, around)


def settle() -> None:
    """Let the event loop come to rest."""
    for _ in range(QUIET_ROUNDS):
        QCoreApplication.processEvents()


def shoot(program: Program) -> int:
    """Save the window as a picture."""
    file = program.options.shot
    if not program.window.grab().save(str(file)):
        raise DimplesError(f"{file}: the picture could not be written; the name must end in .png and the folder exist.")
    return 0


def self_test(program: Program) -> Iterator[str]:
    """One line for each thing that is not as it should be."""
    yield from (f"content: {problem}" for problem in program.atlas.problems)
    yield from (f"font: {name} cannot be read" for name in program.failed_fonts)
    if QFontInfo(reading_font(program.window.appearance.look)).family() != FONT_FAMILY:
        yield f"font: {FONT_FAMILY} is not there"
    if not program.atlas.entries:
        yield "content: there are no entries"
    yield from _faulty_icons(program)
    yield from _faulty_steps(program)
    for layer in program.atlas.plate.layers:
        if program.picture_of(layer) is None:
            yield f"picture: the layer {layer} has none that can be read"
        for name in (*PANELS, *program.atlas.entries):
            yield from _faulty_page(program, Place(name, layer))


def _faulty_steps(program: Program) -> Iterator[str]:
    """Open every step of every answer and look whether its sentence is on the page."""
    from dimples_gui.panels.prose import runs_of  # noqa: PLC0415  # only here

    for number, question in enumerate(program.atlas.home.questions, 1):
        for nth, step in enumerate(question.steps, 1):
            program.window.open_link(step_link(step.shows, number, nth))
            settle()
            sentence = "".join(run.text for run in runs_of(" ".join(step.text.split())))
            if sentence not in " ".join(program.window.panel.text().split()):
                yield f"home: step {nth} of “{question.question}” is not on the page"


def _faulty_icons(program: Program) -> Iterator[str]:
    """Icons that a pin names and nobody drew."""
    for entry in program.atlas.entries.values():
        if entry.pin and not program.atlas.icons.get(entry.pin.icon):
            yield f"icon: {entry.pin.icon} of {entry.id} is not there"


def _faulty_page(program: Program, place: Place) -> Iterator[str]:
    """Open a place and look whether its words are on the page and its layer on the plate."""
    program.navigator.go(place)
    settle()
    page = program.window.panel.text()
    entry = program.atlas.entries.get(place.name)
    wanted = [entry.title, entry.answer] if entry else [program.atlas.home.title] if place.name == HOME else []
    if entry:
        wanted += [program.atlas.claims[claim].text for section in entry.sections for claim in section.claims]
    for words in wanted:
        if " ".join(words.split()) not in " ".join(page.split()):
            yield f"{place.name} on {place.layer}: “{words[:60]}” is not on the page"
    picture = program.window.canvas.grab().toImage()
    corner, middle = picture.pixelColor(1, 1), picture.pixelColor(picture.rect().center())
    if corner == middle:
        yield f"{place.name} on {place.layer}: the plate is empty"
