"""Counts what each structure is drawn with: `python assets/sculpt/controls.py` lists it, the most first.

A control is a point of the outline (or a handle of its curves), a point of the form with the height and width that
belong to it, or a single figure of the form that is not the usual one. The mirror image of what has two like halves is
not counted again, nor are colours. Where a rule makes a bone's parts, the figures it makes them from are counted; a
pattern that several bones share is counted once, as a structure of its own. The numbers are the same counted figure by
figure: two for a point of the outline, as many as it has for one of the form.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from catalogue import PATTERNS, form_of  # noqa: E402  # after the path
from forms import Mound  # noqa: E402
from parts import Bone  # noqa: E402
from tint import Material  # noqa: E402

from dimples_gui.atlas.model import Outline  # noqa: E402
from dimples_gui.atlas.outlines import Drawing, read_plate  # noqa: E402

Point = tuple[float, float]
SVG = ROOT / "assets" / "plates" / "back.svg"
MOST = 120
ALIKE_MM = 0.15  # nearer to its mirror image a point counts as the same


class Controls(NamedTuple):
    """How many controls one structure has, and how many single numbers they are."""

    id: str
    outline: int
    form: int
    numbers: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.outline + self.form


def counted(svg: Path = SVG) -> list[Controls]:
    """Every structure's controls, the most first. Exits where the plate cannot be read."""
    drawing = read_plate(svg, svg.parent)
    if not isinstance(drawing, Drawing):
        sys.exit(drawing.text)
    found = [_of(outline) for outline in drawing.outlines if not outline.crease]
    return sorted(found, key=lambda controls: (-controls.total, -controls.numbers))


def shared() -> list[Controls]:
    """The controls of what several structures have in common: every figure of it, for none is usual."""
    found = []
    for name, pattern in PATTERNS.items():
        form = [part for field in fields(pattern) for part in _controls(getattr(pattern, field.name))]
        found.append(Controls(name, 0, len(form), _figures(form)))
    return found


def _figures(form: list[object]) -> int:
    """How many single numbers they are."""
    return sum(len(part) if isinstance(part, tuple) else 1 for part in form)


def _of(outline: Outline) -> Controls:
    """One structure's controls."""
    points, form = points_of(outline), list(_form_of(outline))
    width = bool(outline.width)
    return Controls(outline.id, len(points) + width, len(form), 2 * len(points) + width + _figures(form))


def points_of(outline: Outline) -> list[Point]:
    """An outline's points and handles; of a part that is its own mirror image those of the right half."""
    return [point for part in _parts(outline) for point in _half(part)]


def _parts(outline: Outline) -> Iterator[list[Point]]:
    """The points of each of an outline's closed parts."""
    numbers: list[float] = []
    for step in (*outline.steps, "M"):
        if step == "M" and numbers:
            yield list(zip(numbers[0::2], numbers[1::2], strict=True))
            numbers = []
        elif not isinstance(step, str):
            numbers.append(step)


def _half(points: list[Point]) -> list[Point]:
    """The right half of what is its own mirror image; else all of it."""
    if all(any(abs(x + a) + abs(y - b) < ALIKE_MM for a, b in points) for x, y in points):
        return [(x, y) for x, y in points if x >= 0]
    return points


def _form_of(outline: Outline) -> Iterator[object]:
    """The controls of an outline's form; skin and nerves have none."""
    if outline.layer != "skin" and not outline.width:
        form = form_of(re.sub(r"-(left|right)$", "", outline.id), outline.layer)
        own = form.own if isinstance(form, Bone) else None
        yield from _controls(form if own is None else own)


def _controls(value: object, usual: object = None) -> Iterator[object]:
    """Points and figures, one by one."""
    if isinstance(value, Mound):
        yield value.x, value.y
        yield from _parts_of(value, ("x", "y"))
    elif is_dataclass(value) and not isinstance(value, Material):
        yield from _parts_of(value)
    elif isinstance(value, tuple) and value and all(isinstance(part, int | float) for part in value):
        yield value
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            if not any(_is_mirrored(part, other) for other in value[:number]):
                yield from _controls(part)
    elif isinstance(value, int | float) and not isinstance(value, bool) and value != usual:
        yield value


def _is_mirrored(line: object, other: object) -> bool:
    """Whether a line of points is another one's mirror image."""
    if not (isinstance(line, tuple) and isinstance(other, tuple) and line and isinstance(line[0], tuple)):
        return False
    return line == tuple((-x, *rest) for x, *rest in other)


def _parts_of(value: object, but: tuple[str, ...] = ()) -> Iterator[object]:
    """The controls in the fields of something that is made of named parts."""
    for field in fields(value):  # type: ignore[arg-type]  # it was asked whether it has any
        if field.name not in but:
            yield from _controls(getattr(value, field.name), field.default)


if __name__ == "__main__":
    for controls in sorted(counted() + shared(), key=lambda each: (-each.total, -each.numbers)):
        parts = f"outline {controls.outline}, form {controls.form}; {controls.numbers} numbers"
        print(f"{controls.total:4}  {controls.id:40} {parts}")
