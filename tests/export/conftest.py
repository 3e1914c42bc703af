"""The shipped content, and its pages on paper, without a window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dimples_gui.app import load_fonts
from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas
from dimples_gui.paths import find_places
from dimples_gui.pictures import Pictures
from dimples_gui.plate.art import Art

ROOT = Path(__file__).parent.parent.parent
_atlas: list[Atlas] = []
_fonts: list[bool] = []


@pytest.fixture
def atlas() -> Atlas:
    """Read once."""
    if not _atlas:
        _atlas.append(load(ROOT / "content", (ROOT / "assets",), "en"))
    return _atlas[0]


@pytest.fixture
def art(atlas: Atlas, qtbot: QtBot) -> Art:
    """The shipped pictures; with the bundled font known to Qt."""
    if not _fonts:
        assert not load_fonts(find_places())
        _fonts.append(True)
    return Art(atlas, Pictures(find_places()))
