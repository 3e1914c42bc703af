"""The self-test: everything that a forgotten or broken file of an installed copy would break, tried once."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QPluginLoader, QRectF
from PySide6.QtGui import QFontInfo, QImage, QPainter

from dimples_gui.atlas.links import PLATES
from dimples_gui.icons import SQUARE, draw_icon
from dimples_gui.inventory import modules
from dimples_gui.scene import HOME, PANELS, Place, step_link
from dimples_gui.screenless import finish, settle, settle_plates
from dimples_gui.theme import FONT_FAMILY, reading_font

if TYPE_CHECKING:
    from dimples_gui.app import Program

PACKAGE = Path(__file__).resolve().parent
LAMPS = ((135, 35), (300, 50))  # azimuth and elevation, in degrees
PLATFORMS = {"linux": "platforms/libqxcb.so", "win32": "platforms/qwindows.dll", "darwin": "platforms/libqcocoa.dylib"}
MANY_COLOURS = 500  # of a plate; an empty one has a handful
FOUND_AMONG = 5  # the answers to its own title, an entry is to be


def run(program: Program) -> int:
    """Try everything and print what is wrong; the exit code."""
    finish(program.window)
    code = 0
    for line in self_test(program):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()  # what is broken may end the program before it comes to its end
        code = 1
    if not code:
        sys.stdout.write(f"{told(program)}\n")
    return code


def self_test(program: Program) -> Iterator[str]:
    """One line for each thing that is not as it should be."""
    for name, part in PARTS.items():
        try:
            yield from part(program)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told, and the next part is tried
            yield f"{name}: {type(error).__name__}: {error}"
        if not _can_reckon():
            yield "the rest is not tried: it can't do without NumPy"
            return


def _can_reckon() -> bool:
    """Whether NumPy can be loaded; threads that can't reckon would be waited for."""
    try:
        importlib.import_module("numpy")
    except ImportError:
        return False
    return True


def told(program: Program) -> str:
    """What is said when all is well."""
    import numpy as np  # noqa: PLC0415  # it has been tried

    opened = len(program.atlas.entries) + len(PANELS)
    layers = len(program.atlas.plate.layers)
    return f"all well: {opened} pages on {layers} layers; {', '.join(PARTS)} (NumPy {np.__version__})"


def _faulty_modules(_program: Program) -> Iterator[str]:
    """Import every module, and with them all that they use."""
    for name in modules(PACKAGE):
        try:
            importlib.import_module(name)
        except ImportError as error:
            yield f"module: {name}: {error}"


def _faulty_plugin(_program: Program) -> Iterator[str]:
    """Qt's way to a window, which nothing else loads where nobody looks."""
    name = PLATFORMS.get(sys.platform)
    if name:
        plugin = QPluginLoader(str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / name))
        if not plugin.load():
            yield f"Qt: {name}: {plugin.errorString()}"


def _faulty_content(program: Program) -> Iterator[str]:
    """Read all words and all SVG anew, which a start from what was compiled does not, and compare."""
    from dimples_gui.atlas.loader import load  # noqa: PLC0415  # reads YAML, for which a start has no time
    from dimples_gui.atlas.shelf import shipped  # noqa: PLC0415  # beside it

    yield from (f"content: {problem}" for problem in program.atlas.problems)
    if not program.atlas.entries:
        yield "content: there are no entries"
    places, language = program.places, program.atlas.language
    if places.compiled:
        compiled, read = shipped(places, language), load(places.content, places.assets, language)
        yield from (f"content: {problem}" for problem in read.problems)
        if compiled is None:
            yield f"content: compiled/{language}.json can't be read"
        elif compiled != read:
            yield f"content: compiled/{language}.json does not say what content and SVG say"


def _faulty_search(program: Program) -> Iterator[str]:
    """Find every entry by its title, in the index that was shipped if this is an index of it."""
    from dimples_gui.atlas.search import INDEX_SUFFIX, Index  # noqa: PLC0415  # SQLite, for which a start has no time

    atlas, places = program.atlas, program.places
    if places.compiled and not places.extra:
        index = Index.open(atlas, places.compiled / f"{atlas.language}{INDEX_SUFFIX}")
    else:
        index = Index.make(atlas)
    for entry in atlas.entries.values():
        links = [hit.link for hit in index.find(entry.title)[:FOUND_AMONG]]
        if not any(link.partition("?")[0] == f"dimples:{entry.id}" for link in links):
            yield f"search: “{entry.title}” does not find {entry.id}"


def _faulty_fonts(program: Program) -> Iterator[str]:
    yield from (f"font: {name} cannot be read" for name in program.failed_fonts)
    if QFontInfo(reading_font(program.window.appearance.look)).family() != FONT_FAMILY:
        yield f"font: {FONT_FAMILY} is not there"


def _faulty_icons(program: Program) -> Iterator[str]:
    """Icons that a pin names and nobody drew, and icons of which nothing is seen."""
    for entry in program.atlas.entries.values():
        if entry.pin and not program.atlas.icons.get(entry.pin.icon):
            yield f"icon: {entry.pin.icon} of {entry.id} is not there"
    for name, outlines in program.atlas.icons.items():
        image = QImage(int(SQUARE), int(SQUARE), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        draw_icon(painter, outlines, QRectF(image.rect()), "black")
        painter.end()
        if not any(bytes(image.constBits())):
            yield f"icon: of {name} nothing is seen"


def _faulty_pictures(program: Program) -> Iterator[str]:
    """Pictures of the plates, what they are lit from, and the drawings of the look-alikes."""
    for layer in program.atlas.plate.layers:
        if program.picture_of(layer) is None:
            yield f"picture: the layer {layer} has none that can be read"
    for folder in program.places.assets:
        for file in sorted((*folder.glob("plates/**/*.png"), *folder.glob("lookalikes/*.png"))):
            if QImage(str(file)).isNull():
                yield f"picture: {file.relative_to(folder).as_posix()} can't be read"


def _faulty_plates(program: Program) -> Iterator[str]:
    """Look at the back, at the section, and at both."""
    seen: list[bytes] = []
    for plate in PLATES:
        program.window.open_link(f"dimples:{HOME}?plate={plate}")
        settle()
        settle_plates(program.window)
        settle()
        place = program.window.columns.widget(1)
        assert place is not None
        image = place.grab().toImage()
        pixels = bytes(image.constBits())
        if len({pixels[at : at + 4] for at in range(0, len(pixels), 4)}) < MANY_COLOURS:
            yield f"plates: of {plate} next to nothing is seen"
        if pixels in seen:
            yield f"plates: {plate} looks as another one does"
        seen.append(pixels)
    program.window.open_link(f"dimples:{HOME}?plate={PLATES[0]}")
    settle()


def _faulty_light(program: Program) -> Iterator[str]:
    """Light every layer anew, from its relief, and the skin of another body: both are NumPy's work."""
    for layer in program.atlas.plate.layers:
        seen = {_plate_of(program, f"layer={layer}&lamp={azimuth},{elevation}") for azimuth, elevation in LAMPS}
        if len(seen) < len(LAMPS):
            yield f"light: another lamp does not change the layer {layer}"
    woman, man = (_plate_of(program, f"layer=skin&sex={sex}&lamp=300,50") for sex in (0, 1))
    if woman == man:
        yield "body: a man’s skin looks as a woman’s does"


def _plate_of(program: Program, scene: str) -> bytes:
    """The pixels in the middle of the plate in a scene, away from what stands at its edges."""
    program.window.open_link(f"dimples:{HOME}?{scene}")
    settle()
    program.window.canvas.settle()
    image = program.window.canvas.grab().toImage()
    width, height = image.width() // 3, image.height() // 3
    middle = image.copy(width, height, width, height)
    return bytes(middle.constBits())


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


def _faulty_pages(program: Program) -> Iterator[str]:
    """Open every page on every layer."""
    names = (*PANELS, *program.atlas.entries)
    yield from chain.from_iterable(
        _faulty_page(program, Place(name, layer)) for layer in program.atlas.plate.layers for name in names
    )


def _faulty_page(program: Program, place: Place) -> Iterator[str]:
    """Open a place and look whether its words are on the page and its layer on the plate."""
    from dimples_gui.panels.prose import runs_of  # noqa: PLC0415  # only here

    program.navigator.go(place)
    settle()
    page = " ".join(program.window.panel.text().split())
    entry = program.atlas.entries.get(place.name)
    wanted = [entry.title, entry.answer] if entry else [program.atlas.home.title] if place.name == HOME else []
    if entry:
        wanted += [program.atlas.claims[claim].text for section in entry.sections for claim in section.claims]
    for words in wanted:
        if "".join(run.text for run in runs_of(" ".join(words.split()))) not in page:
            yield f"{place.name} on {place.layer}: “{words[:60]}” is not on the page"
    picture = program.window.canvas.grab().toImage()
    corner, middle = picture.pixelColor(1, 1), picture.pixelColor(picture.rect().center())
    if corner == middle:
        yield f"{place.name} on {place.layer}: the plate is empty"


def _faulty_print(program: Program) -> Iterator[str]:
    """Put a page and a plate on paper, and look whether the library for printers is there."""
    from dimples_gui.export.checking import faults  # noqa: PLC0415  # only here

    yield from (f"print: {fault}" for fault in faults(program.atlas, program.picture_of))


def _faulty_keep(_program: Program) -> Iterator[str]:
    """Write a note and read it again, in memory: what the reader keeps is not touched."""
    from dimples_gui.keep.store import Keep  # noqa: PLC0415  # SQLite, for which a start has no time

    keep, words = Keep(None), "“½ …”"
    keep.write_note(HOME, words)
    if keep.note(HOME) != words:
        yield "notes: what was written is not what is read"
    keep.close()


PARTS: dict[str, Callable[[Program], Iterator[str]]] = {
    "modules": _faulty_modules,
    "Qt's window": _faulty_plugin,
    "words and SVG": _faulty_content,
    "search": _faulty_search,
    "fonts": _faulty_fonts,
    "icons": _faulty_icons,
    "pictures": _faulty_pictures,
    "plates": _faulty_plates,
    "light and body": _faulty_light,
    "answers": _faulty_steps,
    "pages": _faulty_pages,
    "print and PDF": _faulty_print,
    "notes": _faulty_keep,
}
