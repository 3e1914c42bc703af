"""A piece of picture: its pixels lie where they would, were it drawn at once."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Atlas
from dimples_gui.body.build import DEFAULT_MAN
from dimples_gui.plate.art import Art, Sight
from dimples_gui.plate.cut_line import CutLine, draw_cut_line
from dimples_gui.plate.frame import fitted
from dimples_gui.plate.lighting import Guise
from dimples_gui.plate.mark_sheet import MarkSheet
from dimples_gui.plate.marks import Marks, draw_marks
from dimples_gui.plate.piece import Piece
from dimples_gui.theme import DARK, LIGHT, Look

RATIOS = (1.0, 1.25, 1.5, 2.0)
ROUNDED = 3  # levels


def painted(draw: object, ratio: float) -> np.ndarray:
    """What is painted on 300 x 200 px."""
    image = QImage(round(300 * ratio), round(200 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    assert callable(draw)
    draw(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("corner", [(0.0, 0.0), (13.3, 57.7), (101.0, 33.0)])
def test_its_pixels_lie_where_the_views_do(qtbot: QtBot, ratio: float, corner: tuple[float, float]) -> None:
    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(QPointF(corner[0] + 30, corner[1] + 20), 24.0, 15.0)

    piece = Piece(QRectF(*corner, 60, 40), ratio, draw)
    assert np.abs(painted(piece.paint, ratio) - painted(draw, ratio)).max() <= ROUNDED
    assert painted(piece.paint, ratio).min() < 128


def test_nothing_is_no_piece(qtbot: QtBot) -> None:
    piece = Piece(QRectF(5, 5, 0, 20), 1.0, lambda _painter: pytest.fail("there is nothing to draw"))
    assert painted(piece.paint, 1.0).min() == 255


@pytest.fixture(scope="module")
def art(atlas: Atlas) -> Art:
    """The back without pictures."""
    return Art(atlas, lambda _layer: None)


def sight_of(art: Art, look: Look, *, hasty: bool) -> Sight:
    """All of it."""
    return Sight(art, fitted(art.plate, 300, 200), "skin", look, Guise(build=DEFAULT_MAN, sketched=hasty))


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("look", [LIGHT, DARK, LIGHT._replace(text_scale=2.0)])
def test_the_cut_line_that_is_kept_looks_as_when_it_is_drawn(art: Art, look: Look, ratio: float) -> None:
    line = CutLine()
    hasty = sight_of(art, look, hasty=True)
    drawn = painted(lambda painter: draw_cut_line(painter, hasty), ratio)
    for sight in (hasty, hasty, sight_of(art, look, hasty=False), hasty):
        kept = painted(lambda painter, sight=sight: line.paint(painter, sight), ratio)
        assert np.abs(kept - drawn).max() <= ROUNDED
    assert drawn.min() < 200


@pytest.mark.parametrize(
    "marks",
    [Marks(), Marks(opened="psis"), Marks(show_all=True), Marks(lit=("skin-surface", "psis"))],
)
@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_marks_on_a_sheet_look_as_when_they_are_drawn(art: Art, marks: Marks, ratio: float) -> None:
    sheet, sight = MarkSheet(), sight_of(art, LIGHT, hasty=True)
    part = QRegion(sight.area.toAlignedRect())
    drawn = painted(lambda painter: draw_marks(painter, sight, marks), ratio)
    kept = painted(lambda painter: sheet.paint(painter, sight, marks, part, isolated=False), ratio)
    assert np.abs(kept - drawn).max() <= 2 * ROUNDED
    if marks != Marks():
        assert (drawn != painted(lambda painter: draw_marks(painter, sight, Marks()), ratio)).any()
