"""Picture files and HTML: what is in them, as others read it."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.export import html
from dimples_gui.export.consultation import consultation_of, first_answers
from dimples_gui.export.figure import Figure
from dimples_gui.export.imprint import imprint_of
from dimples_gui.export.picture_files import LOGICAL_PX, Size, picture, svg
from dimples_gui.export.svg_device import SvgDevice
from dimples_gui.export.words import words_of
from dimples_gui.plate.art import Art
from dimples_gui.scene import Scene, from_link

SVG = "{http://www.w3.org/2000/svg}"
SCENES = ("psis?labels=1&layer=bone", "home?labels=1&layer=muscle", "home?labels=1&layer=fat", "psis?labels=1",
          "psis?labels=1&plate=section", "psis?plate=both&layer=ligament", "psis?isolated=1&layer=bone")  # fmt: skip


def seen(text: str, width: int, height: int) -> QImage:
    """An SVG as Qt's own reader of SVG shows it."""
    renderer = QSvgRenderer(text.encode())
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def difference(a: QImage, b: QImage) -> float:
    """How far two pictures are from each other, by the mean of all pixels, of 255."""
    grey = QImage.Format.Format_Grayscale8
    one, other = (bytes(image.scaled(240, 240).convertToFormat(grey).constBits()) for image in (a, b))
    return sum(abs(x - y) for x, y in zip(one, other, strict=True)) / len(one)


@pytest.mark.parametrize("scene", SCENES)
def test_the_vectors_look_as_the_pixels_do(scene: str, atlas: Atlas, art: Art) -> None:
    figure = Figure(atlas, art, from_link(f"dimples:{scene}"))
    pixels = picture(figure, Size(LOGICAL_PX / 96 * 25.4, 96))
    vectors = seen(svg(figure, Size(100.0), "The plate"), pixels.width(), pixels.height())
    assert difference(pixels, vectors) < 7  # grain is drawn finer where there are no pixels
    blank = QImage(pixels.size(), QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    assert difference(pixels, blank) > 2 * difference(pixels, vectors)


def test_an_svg_tells_what_it_shows_and_how_large_it_is(atlas: Atlas, art: Art) -> None:
    figure = Figure(atlas, art, from_link("dimples:psis?labels=1&layer=bone"))
    root = ET.fromstring(svg(figure, Size(123.0), "A <title>"))
    assert root.get("width") == "123mm"
    assert root.findtext(f"{SVG}title") == "A <title>"
    assert "the bones" in str(root.findtext(f"{SVG}desc"))
    assert root.get("lang") == "en"
    assert "Iliac crest" in [text.text for text in root.iter(f"{SVG}text")]
    assert len(list(root.iter(f"{SVG}path"))) > 50


def test_what_is_drawn_twice_is_kept_once(atlas: Atlas, art: Art) -> None:
    text = svg(Figure(atlas, art, Scene(labels=True)), Size(100.0), "The skin")
    pictures = re.findall(r"base64,([^\"]+)", text)
    assert len(pictures) == len(set(pictures))


def test_shapes_come_out_where_they_were_painted() -> None:
    device = SvgDevice(100, 50)
    painter = QPainter(device)
    painter.translate(10, 5)
    painter.scale(2, 2)
    path = QPainterPath()
    path.addRect(0, 0, 20, 10)
    painter.fillPath(path, QColor(200, 0, 0, 128))
    pen = QPen(QColor("blue"), 1.5)
    pen.setDashPattern([2, 1])
    painter.setPen(pen)
    painter.setOpacity(0.5)
    painter.drawLine(0, 15, 30, 15)
    painter.drawEllipse(QRectF(25, 2, 8, 8))
    painter.drawPolygon([QPointF(0, 0), QPointF(4, 0), QPointF(0, 4)])
    painter.end()
    text = device.document("t", "d", "en", (100, 50))
    image = seen(text, 100, 50)
    inside = image.pixelColor(20, 10)
    assert inside.red() > 220
    assert inside.green() < 160
    assert image.pixelColor(5, 3) == QColor("white")
    assert 'stroke-dasharray="3 1.5"' in text
    assert 'stroke-opacity="0.5"' in text


# --- HTML ---------------------------------------------------------------------------------------------------------


class Reader(HTMLParser):
    """Notes headings, pictures without words and tags that are not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.wordless: list[str] = []
        self.language = ""
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "html":
            self.language = told.get("lang") or ""
        if tag == "img" and not told.get("alt"):
            self.wordless.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in {"meta", "img", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    assert not reader.faults
    assert not reader.open
    assert not reader.wordless
    assert reader.language == "en"
    assert reader.headings.count(1) == 1
    assert reader.headings[0] == 1
    steps = zip(reader.headings, reader.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps), "a level of headings is left out"
    return reader


@pytest.mark.parametrize("page", ["psis?opened=c9", "options", "redflags", "truths", "glossary", "sources", "home"])
def test_a_page_as_html_is_well_formed_with_headings_in_order(page: str, atlas: Atlas, art: Art) -> None:
    scene = from_link(f"dimples:{page}")
    leaf = words_of(atlas, scene)
    text = html.page(atlas, leaf, imprint_of(atlas, leaf.title), [html.Pictured(Figure(atlas, art, scene))])
    read(text)
    flat = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))
    assert imprint_of(atlas, "").disclaimer in flat


def test_content_cannot_put_markup_into_html(atlas: Atlas, art: Art) -> None:
    entry = atlas.entries["psis"]
    evil_entry = entry._replace(title="<script>x</script>", answer="a < b & c")
    evil = atlas._replace(entries=atlas.entries | {"psis": evil_entry})
    leaf = words_of(evil, Scene("psis"))
    text = html.page(evil, leaf, imprint_of(evil, leaf.title))
    assert "<script" not in text
    assert "a &lt; b &amp; c" in text


def test_the_sheet_as_html(atlas: Atlas, art: Art) -> None:
    words = consultation_of(atlas, first_answers(atlas, ["psis", "tether"]))
    title = decide_of(atlas.decide).sheet.title
    text = html.consultation(atlas, words, imprint_of(atlas, title), Figure(atlas, art, Scene("dimple")))
    assert len(read(text).headings) >= 4
    for question in words.questions:
        assert f"<li>{question}</li>" in text
