"""The bundled font: one family, upright and italic, light and bold, with every character that the words need."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.loader import load
from dimples_gui.theme import FONT_FAMILY

ROOT = Path(__file__).parent.parent.parent
FILES = sorted((ROOT / "assets" / "fonts").glob("*.ttf"))
SIGNS = "≤≥±×–—‘’“”…·•✓→←§µ"


@pytest.fixture(autouse=True)
def bundled(qtbot: QtBot) -> None:
    """Qt knows the bundled font."""
    for file in FILES:
        assert QFontDatabase.addApplicationFont(str(file)) >= 0, file


def font(weight: int = 400, *, italic: bool = False) -> QFont:
    """The bundled font at a size in pixels."""
    wanted = QFont(FONT_FAMILY)
    wanted.setPixelSize(16)
    wanted.setWeight(QFont.Weight(weight))
    wanted.setItalic(italic)
    return wanted


def test_qt_finds_the_family_under_the_name_that_the_program_asks_for() -> None:
    assert QFontInfo(font()).family() == FONT_FAMILY
    assert font().exactMatch()


@pytest.mark.parametrize(
    ("weight", "italic", "style"),
    [
        (400, False, "Regular"), (400, True, "Italic"), (600, False, "Bold"), (600, True, "Bold Italic"),
        (700, False, "Bold"), (700, True, "Bold Italic"),
    ],
)  # fmt: skip
def test_each_style_is_drawn_by_its_own_file(weight: int, italic: bool, style: str) -> None:  # noqa: FBT001  # a table's column
    assert QRawFont.fromFont(font(weight, italic=italic)).styleName() == style


def test_letters_of_bold_text_are_wider_but_no_wider_in_black_than_in_semibold() -> None:
    words = "Posterior superior iliac spine"
    plain, bold, black = (QFontMetricsF(font(weight)).horizontalAdvance(words) for weight in (400, 600, 700))
    assert plain < bold == black


def printed_words() -> str:
    """All words of the content but the synonyms: those are typed into the search, in any script, and never set."""
    atlas = load(ROOT / "content", (ROOT / "assets",), "en")
    assert atlas.entries
    entries = [entry._replace(synonyms=()) for entry in atlas.entries.values()]
    return str((entries, atlas.claims, atlas.sources, atlas.home))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_character_of_the_content_is_in_every_style(file: Path) -> None:
    raw = QRawFont(str(file), 16)
    assert [c for c in sorted({*printed_words(), *SIGNS}) if not raw.supportsCharacter(ord(c))] == []


def test_the_reserved_name_is_not_used_and_the_licence_is_there() -> None:
    assert all("Source" not in file.name for file in FILES)
    assert "Source" not in FONT_FAMILY
    licence = (ROOT / "assets" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Copyright 2014 - 2023 Adobe" in licence
