"""The whole grammar of SVG's paths and transforms, as Inkscape and careful hands write it."""

import math
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from svgelements import Matrix

from dimples_gui.atlas.path_data import Curve, _moved, _resolved, extent, read_path, read_transform
from tests.atlas.conftest import Folder

Pair = tuple[float, float]
COORDINATE = st.floats(-100, 100).map(lambda number: round(number, 2))
POINT = st.tuples(COORDINATE, COORDINATE)
SQUARE = ["M", 1.0, 1.0, "L", 3.0, 1.0, "L", 3.0, 3.0, "L", 1.0, 3.0, "Z"]


def steps(data: str, transform: str = "") -> Curve:
    """All subpaths, one after the other."""
    return [step for curve in read_path(data, read_transform(transform)) for step in curve]


@pytest.mark.parametrize(
    ("data", "transform"),
    [
        ("M 1 1 L 3 1 L 3 3 L 1 3 Z", ""),
        ("m1,1 2,0 0,2-2,0z", ""),
        ("M1 1H3V3H1Z", ""),
        ("M1 1h2v2h-2z", ""),
        ("M1 1 3 1 3 3 1 3z", ""),
        ("M.1e1 1.L+3 1 3e0 3 1 3Z", ""),
        ("\n M 1 , 1\tL3 1 3,3 1\n3 Z ", ""),
        ("M 0.999 1.001 H 3.0049 V 3 H 1 Z", ""),
        ("M0 0H2V2H0Z", "translate(1 1)"),
        ("M0 0H2V2H0Z", "translate(1)translate(0,1)"),
        ("M0 0H1V1H0Z", "translate(1,1) scale(2)"),
        ("M.5.5h1v1h-1z", "scale(2,2)"),
        ("M0 0H2V2H0Z", "matrix(1 0 0 1 1 1)"),
        ("M1 -1V-3H3V-1Z", "rotate(90)"),
        ("M1 3V1H3V3Z", "rotate(90, 2, 2)"),
        ("M1 0L3 -2V0L1 2Z", "skewY(45)"),
        ("M0 1H2L0 3H-2Z", "skewX(45)"),
    ],
)
def test_a_square_is_a_square_however_it_is_written(data: str, transform: str) -> None:
    assert steps(data, transform) == SQUARE


def test_smooth_curves_get_both_their_handles() -> None:
    assert steps("M0 0C0 1 1 2 2 2S4 3 4 4") == [
        "M", 0.0, 0.0, "C", 0.0, 1.0, 1.0, 2.0, 2.0, 2.0, "C", 3.0, 2.0, 4.0, 3.0, 4.0, 4.0,
    ]  # fmt: skip


def test_quadratic_curves_become_cubic_ones() -> None:
    assert steps("M0 0Q3 3 6 0t6 0") == [
        "M", 0.0, 0.0, "C", 2.0, 2.0, 4.0, 2.0, 6.0, 0.0, "C", 8.0, -2.0, 10.0, -2.0, 12.0, 0.0,
    ]  # fmt: skip


@pytest.mark.parametrize("data", ["M10 0A10 10 0 0 1 -10 0a10 10 0 1 120 0z", "M10 0A10,10,0,01-10,0A10,10,0,0110,0Z"])
def test_arcs_become_curves_that_stay_on_their_circle(data: str) -> None:
    drawn = steps(data)
    assert {step for step in drawn if isinstance(step, str)} == {"M", "C", "Z"}
    points = list(_points(drawn))
    assert len(points) > 50
    assert all(math.hypot(x, y) == pytest.approx(10, abs=0.02) for x, y in points)
    assert extent(tuple(drawn)) == pytest.approx((-10, -10, 10, 10), abs=0.02)


def test_what_follows_a_close_begins_where_that_path_began() -> None:
    assert steps("M1 1h2v2z l0 2 2 0z") == [
        "M", 1.0, 1.0, "L", 3.0, 1.0, "L", 3.0, 3.0, "Z", "M", 1.0, 1.0, "L", 1.0, 3.0, "L", 3.0, 3.0, "Z",
    ]  # fmt: skip


def test_so_it_does_where_nothing_is_relative() -> None:
    assert steps("M1 1 L3 1 3 3 Z L1 3 3 3 Z") == [
        "M", 1.0, 1.0, "L", 3.0, 1.0, "L", 3.0, 3.0, "Z", "M", 1.0, 1.0, "L", 1.0, 3.0, "L", 3.0, 3.0, "Z",
    ]  # fmt: skip


@given(st.lists(st.sampled_from("MLCZ"), min_size=1), st.data())
@settings(deadline=None)
def test_commands_that_need_only_be_moved_come_out_as_all_others_do(letters: list[str], data: st.DataObject) -> None:
    counts = {"M": 2, "L": 2, "C": 6, "Z": 0}
    commands = [("M", ["1.5", "-2"])]
    for letter in letters:
        often = data.draw(st.integers(1, 2)) if letter != "Z" else 1
        commands.append((letter, [str(data.draw(COORDINATE)) for _ in range(counts[letter] * often)]))
    matrix = Matrix("matrix(0.5, 0.25, -1, 2, 3, -4)")
    path_data_says = [
        [curve for curve in way(commands, matrix) if len(curve) > len("MxyZ")] for way in (_moved, _resolved)
    ]
    assert [len(curve) for curve in path_data_says[0]] == [len(curve) for curve in path_data_says[1]]
    for moved, resolved in zip(*path_data_says, strict=True):
        for mine, theirs in zip(moved, resolved, strict=True):
            assert mine == theirs or mine == pytest.approx(theirs, abs=0.0101)


def test_lone_points_are_left_out() -> None:
    assert steps("M9 9 M1 1H3V3H1Z M5 5 M7 7Z") == SQUARE


def test_nothing_is_negative_zero() -> None:
    assert "-0.0" not in map(str, steps("M-0.001 -0.001L-0 1Z"))


INKSCAPE = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="340mm" height="305mm" viewBox="-170 -190 340 305" version="1.1" id="svg1"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="namedview1" pagecolor="#ffffff"><inkscape:grid id="g1"/></sodipodi:namedview>
  <defs id="defs1"><path id="template" d="M0 0H9V9Z"/></defs>
  <metadata id="m1"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
  <g id="layers" transform="translate(0,100)">
    <g inkscape:groupmode="layer" id="bone" inkscape:label="bone" style="display:inline">
      <g id="g10" transform="matrix(1,0,0,-1,-10,0)">
        <path style="fill:#d4aa00;fill-opacity:1" d="m 0,0 h 10 v 10 H 0 Z" id="tip-left"
           sodipodi:nodetypes="ccccc" transform="translate(5)"/>
        <svg:path id="tip-right" d="m 20,0 h 10 v 10 H 20 l 0,-10"/>
      </g>
    </g>
    <g inkscape:groupmode="layer" id="skin"/>
  </g>
</svg>
"""


def test_a_plate_saved_by_inkscape_is_read(folder: Folder) -> None:
    folder.write("assets/plates/back.svg", INKSCAPE)
    atlas = folder.load()
    left, right = atlas.plate.outlines
    assert left[:3] == ("tip-left", "bone", False)
    assert left.steps == ("M", -5.0, -100.0, "L", 5.0, -100.0, "L", 5.0, -90.0, "L", -5.0, -90.0, "Z")
    assert right.steps[-1] == "Z"
    assert atlas.plate.layers == ("skin", "bone")
    assert [problem.text for problem in atlas.problems] == [
        "entry dent: there is no outline “dent-left” in back.svg",
        "entry dent: there is no outline “dent-right” in back.svg",
        "entry spine-tip: there is no layer “fat” in back.svg",
    ]


def test_a_mark_that_names_an_entry_is_told(folder: Folder) -> None:
    folder.change("assets/plates/back.svg", 'id="tip-left"', 'id="tip-left" data-entry="spine-tip"')
    (problem,) = folder.load().problems
    assert "leave it empty to mark drawing only" in problem.text


def test_all_may_stand_on_one_line(folder: Folder) -> None:
    svg = (folder.path / "assets/plates/back.svg").read_text(encoding="utf-8").replace("\n", " ")
    folder.write("assets/plates/back.svg", svg)
    assert folder.load().problems == ()


def test_xml_that_is_not_svg_is_told(folder: Folder) -> None:
    folder.write("assets/plates/back.svg", "<html/>")
    folder.write("assets/icons/tree.svg", '<svg xmlns="http://example.org/other"/>')
    assert [problem.text for problem in folder.load().problems] == [
        "this is not SVG: its outermost element should be <svg>"
    ] * 2


@settings(deadline=None)
@given(POINT, st.lists(st.one_of(st.tuples(POINT), st.tuples(POINT, POINT, POINT)), min_size=1))
def test_an_extent_holds_the_whole_curve_and_not_more(start: Pair, segments: list[tuple[Pair, ...]]) -> None:
    parts = [("M", (start,)), *(("L" if len(segment) == 1 else "C", segment) for segment in segments)]
    data = " ".join(letter + " ".join(f"{x} {y}" for x, y in points) for letter, points in parts)
    (drawn,) = read_path(data, Matrix())
    left, bottom, right, top = extent(tuple(drawn))
    points = list(_points(drawn, 400))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert (left, bottom, right, top) == pytest.approx((min(xs), min(ys), max(xs), max(ys)), abs=0.05)


def _points(drawn: Curve, count: int = 20) -> Iterator[Pair]:
    """Points along the steps of one subpath."""
    starts = [position for position, step in enumerate(drawn) if isinstance(step, str)]
    at: list[Pair] = []
    for begin, end in pairwise([*starts, len(drawn)]):
        numbers = [float(number) for number in drawn[begin + 1 : end]]
        ends = list(zip(numbers[0::2], numbers[1::2], strict=True))
        if len(ends) == 3:
            p0, (p1, p2, p3) = at[-1], ends
            for number in range(1, count):
                t = number / count
                weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
                x, y = (sum(w * p[axis] for w, p in zip(weights, (p0, p1, p2, p3), strict=True)) for axis in (0, 1))
                yield x, y
        at += ends
        yield from ends[-1:]
