"""Cords of the plate's SVG: open lines with a thickness."""

import pytest

from tests.atlas.conftest import Folder

FACTS, PLATE = "content/entries.yaml", "assets/plates/back.svg"
OUTLINE = '<path id="tip-left" d="M -50 -5 H -40 V 5 H -50 Z"/>'


def draw(folder: Folder, cord: str) -> None:
    """A cord in the place of the left outline."""
    folder.change(PLATE, OUTLINE, cord)


@pytest.mark.parametrize(
    "stroke",
    [
        'stroke-width="1.6"',
        'stroke-width="1.6mm"',
        'style="fill:none;stroke-width:1.6"',
        'stroke-width="0.8" transform="scale(2)"',
        'stroke-width="1.6" transform="rotate(30)"',
    ],
)
def test_a_cord_may_be_open_and_is_as_thick_as_its_stroke(folder: Folder, stroke: str) -> None:
    draw(folder, f'<path id="tip-left" class="cord" {stroke} d="M -20 -5 C -22 0 -24 2 -26 9 M -22 1 L -10 5"/>')
    atlas = folder.load()
    assert [problem.text for problem in atlas.problems] == []
    (cord,) = (outline for outline in atlas.plate.outlines if outline.id == "tip-left")
    assert cord.width == pytest.approx(1.6)
    assert not cord.crease
    assert "Z" not in cord.steps
    assert [outline.id for outline in atlas.plate.outlines if outline.width] == ["tip-left"]


@pytest.mark.parametrize("stroke", ["", 'stroke-width="0"', 'stroke-width="wide"', 'stroke-width="1 2"'])
def test_a_cord_without_a_thickness_is_left_out(folder: Folder, stroke: str) -> None:
    draw(folder, f'<path id="tip-left" class="cord" {stroke} d="M -50 -5 L -40 5"/>')
    (problem,) = folder.load().problems
    assert problem.text == (
        "<path> “tip-left” is left out: a cord needs a stroke-width: how many millimetres thick it is"
    )


def test_what_is_drawn_as_cords_alone_is_a_nerve(folder: Folder) -> None:
    assert folder.load().nerves() == frozenset()
    draw(folder, '<path id="tip-left" class="cord" stroke-width="2" d="M -50 -5 L -40 5"/>')
    assert folder.load().nerves() == frozenset()  # its other outline is no cord
    right = '<path id="tip-right" d="M 50 -5 H 40 V 5 H 50 Z"/>'
    folder.change(PLATE, right, '<path id="tip-right" class="cord" stroke-width="2" d="M 50 -5 L 40 5"/>')
    assert folder.load().nerves() == frozenset()  # it has a ring, too
    folder.change(FACTS, "  ring: {x: 45, y: 0, r: 17, layers: [skin, fat]}\n", "")
    assert folder.load().nerves() == {"spine-tip"}
