"""PDFs of every kind on both papers, as poppler's tools read and show them."""

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.export.consultation import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    Answers,
    consultation_of,
    first_answers,
)
from dimples_gui.export.consultation_page import ConsultationPage
from dimples_gui.export.figure import Figure
from dimples_gui.export.imprint import imprint_of
from dimples_gui.export.paper import FURNITURE_MM, PAPERS, Paper
from dimples_gui.export.plate_page import PlatePage
from dimples_gui.export.press import Printed, save_pdf
from dimples_gui.export.running_text import RunningText
from dimples_gui.export.words import words_of
from dimples_gui.panels.leaf import plain
from dimples_gui.plate.art import Art
from dimples_gui.scene import Scene, from_link
from tests.export.reading import has_poppler, pages_of, run
from tests.export.reading import words_of as words_in

pytestmark = pytest.mark.skipif(not has_poppler(), reason="poppler-utils (pdftotext, pdftoppm) is not installed")

PAGES = ("psis?opened=c9", "can-i-get-them", "home", "home?question=1&step=4", "options", "lookalikes", "redflags",
         "truths", "glossary", "sources")  # fmt: skip
PLATES = (
    "psis?labels=1", "home?labels=1&layer=muscle", "psis?labels=1&plate=both&layer=bone", "psis?labels=1&plate=section",
    "home?labels=1&layer=fat&lamp=20,30", "whatif?labels=1&fat=0.4&compared=1,0.2,0.5,0.5,0",
    "psis?labels=1&isolated=1&layer=bone", "psis?labels=1&layer=bone&zoom=2&x=45&y=0",
)  # fmt: skip
A4, LETTER = PAPERS["a4"], PAPERS["letter"]
PRINTS = [(page, A4) for page in PAGES] + [(page, LETTER) for page in ("psis?opened=c9", "options", "redflags")]
PLATE_PRINTS = [(plate, A4) for plate in PLATES] + [(plate, LETTER) for plate in (PLATES[0], PLATES[2], PLATES[3])]
DPI = 40
EDGE_MM = FURNITURE_MM - 1.0  # what a printer may not reach
FULL = "I do not like how the skin of my back looks in summer, and it worries me a little. " * 3


def saved(folder: Path, printed: Printed, paper: Paper, atlas: Atlas, title: str = "A title") -> Path:
    file = folder / "a.pdf"
    save_pdf(file, printed, paper, imprint_of(atlas, title))
    return file


def sheet(atlas: Atlas, art: Art, paper: Paper, *, full: bool) -> ConsultationPage:
    """The consultation sheet, as open as at first, or with all that can be in it."""
    words = decide_of(atlas.decide).sheet
    answers = first_answers(atlas, list(atlas.entries)[:5])
    if full:
        said = tuple((prompt.id, FULL[:LONGEST_ANSWER]) for prompt in words.prompts)
        asked = tuple(key for key, _ in words.questions)
        answers = Answers(tuple(atlas.entries), said, asked, (FULL[:LONGEST_QUESTION],) * 9)
    return ConsultationPage(consultation_of(atlas, answers), Figure(atlas, art, Scene("dimple")), paper)


def pictures_of(file: Path) -> list[QImage]:
    """The pages as they look."""
    run("pdftoppm", "-r", str(DPI), "-png", file, file.with_suffix(""))
    return [QImage(str(page)) for page in sorted(file.parent.glob("a-*.png"))]


def is_white(image: QImage, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether nothing is printed between these edges, in mm."""
    px = DPI / 25.4
    part = image.copy(round(left * px), round(top * px), round((right - left) * px), round((bottom - top) * px))
    part = part.convertToFormat(QImage.Format.Format_RGB888)
    bits, line, used = bytes(part.constBits()), part.bytesPerLine(), 3 * part.width()
    return all(min(bits[row * line : row * line + used]) > 250 for row in range(part.height()))


def check(file: Path, paper: Paper, *, gap: bool = True) -> None:
    """What holds for every PDF: fonts embedded, no glyph missing, an empty edge, the right paper; a free foot."""
    fonts = [line.split()[-5:] for line in run("pdffonts", file).splitlines()[2:]]
    assert fonts
    assert all(columns[0] == "yes" for columns in fonts), "a font is not embedded"
    text = words_in(file)
    assert "\ufffd" not in text
    assert ".notdef" not in text
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", run("pdfinfo", file))
    assert size
    assert [float(side) for side in size.groups()] == pytest.approx(
        [paper.width / 25.4 * 72, paper.height / 25.4 * 72], abs=1.0
    )
    for number, image in enumerate(pictures_of(file), 1):
        wide, high, edge = paper.width, paper.height, EDGE_MM
        for side in (
            (0, 0, wide, edge),
            (0, high - edge, wide, high),
            (0, 0, edge, high),
            (wide - edge, 0, wide, high),
        ):
            assert is_white(image, *side), f"page {number} reaches into the edge at {side}"
        if gap:
            assert is_white(image, 0, high - 28, wide, high - 22.5), f"page {number} runs into its foot"


@pytest.mark.parametrize(("page", "paper"), PRINTS)
def test_a_page_of_words(page: str, paper: Paper, atlas: Atlas, art: Art, tmp_path: Path) -> None:
    leaf = words_of(atlas, from_link(f"dimples:{page}"))
    printed = RunningText(leaf.paragraphs, paper)
    file = saved(tmp_path, printed, paper, atlas, leaf.title)
    check(file, paper)
    assert pages_of(file) == printed.count
    text = words_in(file)
    missing = [
        part.text
        for part in leaf.paragraphs
        if len(part.runs) == 1 and _found(part.text) not in re.sub(r"\s+", "", text)
    ]
    assert not missing
    assert f"Page {printed.count} of {printed.count}" in text
    assert imprint_of(atlas, "").disclaimer in text
    assert imprint_of(atlas, "").version in text


def _found(text: str) -> str:
    """As poppler writes it, without the ends of lines."""
    return re.sub(r"\s+", "", text.replace("’", "ʼ"))


@pytest.mark.parametrize(("scene", "paper"), PLATE_PRINTS)
def test_a_plate(scene: str, paper: Paper, atlas: Atlas, art: Art, tmp_path: Path) -> None:
    figure = Figure(atlas, art, from_link(f"dimples:{scene}"))
    file = saved(tmp_path, PlatePage(figure, paper, "The plate"), paper, atlas)
    check(file, paper, gap=False)
    assert file.stat().st_size < 1_500_000
    text = words_in(file)
    assert re.search(r"\d (cm|mm)", text), "the scale bar has no length"
    assert "when zoomed in" not in text
    names = [entry.short_title for entry in atlas.entries.values() if entry.short_title and entry.short_title in text]
    assert len(names) > 5
    vectors = b"".join(_streams(file.read_bytes()))
    assert vectors.count(b" c\n") > 200 or figure.scene.plate == "section", "the outlines are no curves"


def _streams(data: bytes) -> list[bytes]:
    """What a PDF holds, unpacked."""
    found = []
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return found


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("full", [False, True], ids=["open", "full"])
def test_the_consultation_sheet_is_one_page(
    full: bool,  # noqa: FBT001  # a row of the table
    paper: Paper,
    atlas: Atlas,
    art: Art,
    tmp_path: Path,  # a row of the table
) -> None:
    page = sheet(atlas, art, paper, full=full)
    file = saved(tmp_path, page, paper, atlas)
    check(file, paper)
    assert pages_of(file) == 1
    text = words_in(file)
    words = decide_of(atlas.decide).sheet
    for told in (words.title, words.note, *(prompt.text for prompt in words.prompts)):
        assert _found(told) in re.sub(r"\s+", "", text)


def test_links_lead_somewhere_and_only_where_a_file_can_lead(atlas: Atlas, art: Art, tmp_path: Path) -> None:
    leaf = words_of(atlas, from_link("dimples:psis?opened=c9"))
    file = saved(tmp_path, RunningText(leaf.paragraphs, A4), A4, atlas)
    led = {address.decode() for address in re.findall(rb"/URI \(([^)]*)", file.read_bytes())}
    assert "https://doi.org/10.11588/diglit.15149" in led
    assert "dimples:dimple" in led
    assert all(address.startswith(("https://", "http://", "dimples:")) for address in led)


def test_a_heading_never_stands_alone_at_the_foot_of_a_page(atlas: Atlas, art: Art) -> None:
    for name in atlas.entries:
        leaf = words_of(atlas, Scene(name))
        printed = RunningText(leaf.paragraphs, LETTER)
        for page in printed.stretches[:-1]:
            assert leaf.paragraphs[page.last - 1].role not in {"heading", "title", "legend-first"}


def test_a_paragraph_longer_than_a_page_goes_on_line_by_line(atlas: Atlas, art: Art, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    printed = RunningText([plain("title", "Long"), plain("text", words), plain("text", "end")], A4)
    assert printed.count > 2
    file = saved(tmp_path, printed, A4, atlas)
    check(file, A4)
    assert re.findall(r"word\d+", words_in(file)) == words.split()


def test_the_same_words_have_the_same_mark_and_others_another(atlas: Atlas) -> None:
    before = imprint_of(atlas, "").version
    claim = next(iter(atlas.claims.values()))
    changed = atlas._replace(claims=atlas.claims | {claim.id: claim._replace(text=claim.text + "!")})
    assert imprint_of(atlas, "").version == before != imprint_of(changed, "").version
