"""SVG's path data and transforms, brought down to straight lines and cubic curves."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from svgelements import Close, CubicBezier, Line, Matrix, Move, QuadraticBezier
from svgelements import Path as SvgPath

Curve = list[str | float]  # M x y, L x y, C x1 y1 x2 y2 x y and Z, flat, as in model.Outline
Point = tuple[float, float]
Command = tuple[str, list[str]]  # a letter and the numbers after it

LARGEST = 1e5  # in user units: what is written larger is a slip
ROUNDING = 2  # decimals kept

_COMMAND = re.compile(r"\s*([A-DF-Za-df-z])([^A-DF-Za-df-z]*)")  # an E belongs to a number
_NUMBER = re.compile(r"\s*(?:,\s*)?([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
_PLAIN_NUMBERS = re.compile(r"(?: *-?[0-9]{1,5}(?:\.[0-9]{1,12})?(?= |$))+ *")
_FLAG = re.compile(r"\s*(?:,\s*)?([01])")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_TRANSFORM = re.compile(r"\s*(?:,\s*)?(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_TRANSFORM_COUNTS = {
    "matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,),
}  # fmt: skip


class PathFaultError(Exception):
    """Path data or a transform that breaks SVG's grammar."""


def read_transform(text: str) -> Matrix:
    """The matrix of a `transform` attribute. Raises PathFaultError."""
    matrix, position, end = Matrix(), 0, len(text.rstrip())
    while position < end:
        found = _TRANSFORM.match(text, position)
        if not found:
            raise PathFaultError(f"“{text[position:].strip():.30}” is not a transform")
        numbers = _numbers(found[1], found[2])
        if len(numbers) not in _TRANSFORM_COUNTS[found[1]]:
            raise PathFaultError(f"{found[1]} has {len(numbers)} numbers")
        matrix = Matrix(f"{found[1]}({' '.join(numbers)})") * matrix
        position = found.end()
    return matrix


def read_path(data: str, matrix: Matrix) -> list[Curve]:
    """Each subpath of a `d` attribute, moved by a matrix and rounded. Raises PathFaultError."""
    commands = list(_checked(data))
    plain = all(letter in "MLCZ" for letter, _ in commands)
    subpaths = _moved(commands, matrix) if plain else _resolved(commands, matrix)
    return [curve for curve in subpaths if len(curve) > len("MxyZ")]


def _moved(commands: list[Command], matrix: Matrix) -> list[Curve]:
    """The subpaths of commands that need only be moved, as in all outlines of ours: five times as quick."""
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    subpaths: list[Curve] = []
    for letter, numbers in commands:
        if letter == "M":
            subpaths.append([])
        elif subpaths[-1][-1] == "Z":  # a subpath may go on where the last one was closed
            subpaths.append(subpaths[-1][:3])
        if letter == "Z":
            subpaths[-1].append("Z")
        xs, ys = map(float, numbers[0::2]), map(float, numbers[1::2])
        points = [_point((a * x + c * y + e, b * x + d * y + f)) for x, y in zip(xs, ys, strict=True)]
        step = _COUNTS[letter] // 2
        for position in range(0, len(points), step or 1):
            subpaths[-1].append("L" if letter == "M" and position else letter)  # what follows a move is a line
            for point in points[position : position + step]:
                subpaths[-1] += point
    return subpaths


def _resolved(commands: list[Command], matrix: Matrix) -> list[Curve]:
    """The subpaths of any commands."""
    path = SvgPath(" ".join(part for letter, numbers in commands for part in (letter, *numbers)))
    path.approximate_arcs_with_cubics()
    path *= matrix
    path.reify()
    subpaths: list[Curve] = []
    for segment in path:
        if isinstance(segment, Move):
            subpaths.append(["M", *_point(segment.end)])
            continue
        if subpaths[-1][-1] == "Z":  # a subpath may go on where the last one was closed
            subpaths.append(subpaths[-1][:3])
        subpaths[-1] += _step(segment)
    return subpaths


def _checked(data: str) -> Iterator[Command]:
    """The commands of path data, if it keeps to SVG's grammar."""
    position, end, before = 0, len(data.rstrip()), ""
    while position < end:
        found = _COMMAND.match(data, position)
        if not found or found[1].upper() not in _COUNTS:
            raise PathFaultError(f"“{data[position:].strip():.20}” begins with no path command")
        if not before and found[1] not in "Mm":
            raise PathFaultError("path data begins with M")
        before, position = found[1], found.end()
        numbers = _numbers(before.upper(), found[2])
        count = _COUNTS[before.upper()]
        if len(numbers) % (count or 1) or bool(numbers) != bool(count):
            raise PathFaultError(f"{before} takes {count} numbers, not {len(numbers)}")
        if before in "Aa" and not all(float(radius) for radius in numbers[0::7] + numbers[1::7]):
            raise PathFaultError("an arc has no radius")
        yield before.upper() if before in "Zz" else before, numbers


def _numbers(command: str, text: str) -> list[str]:
    """The numbers after a command. In an arc the fourth and fifth of seven are flags, which need no space."""
    if command in "MLC" and _PLAIN_NUMBERS.fullmatch(text):
        return text.split()
    numbers: list[str] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        pattern = _FLAG if command == "A" and len(numbers) % 7 in (3, 4) else _NUMBER
        found = pattern.match(text, position)
        if not found:
            raise PathFaultError(f"“{text[position:].strip():.20}” should be a number")
        if abs(float(found[1])) > LARGEST:
            raise PathFaultError(f"the number {found[1]:.20} is too large")
        numbers.append(found[1] if pattern is _FLAG else f"{float(found[1]):.12f}")  # the plainest way to write it
        position = found.end()
    return numbers


def _step(segment: Line | CubicBezier | QuadraticBezier | Close) -> Curve:
    """One segment as a line, a cubic curve or a close."""
    if isinstance(segment, Close):
        return ["Z"]
    if isinstance(segment, CubicBezier):
        points = (segment.control1, segment.control2, segment.end)
    elif isinstance(segment, QuadraticBezier):
        third = 2 / 3  # of the way to the one control point
        points = (
            segment.start + (segment.control - segment.start) * third,
            segment.end + (segment.control - segment.end) * third,
            segment.end,
        )
    else:
        return ["L", *_point(segment.end)]
    return ["C", *(number for point in points for number in _point(point))]


def _point(point: Point) -> Point:
    """A point, rounded, without negative zeros."""
    x, y = point
    return round(x, ROUNDING) + 0.0, round(y, ROUNDING) + 0.0


@lru_cache(maxsize=4096)  # several rules ask for the same outlines
def extent(steps: tuple[str | float, ...]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what the steps draw, curves measured where they turn."""
    xs: list[float] = []
    ys: list[float] = []
    numbers: list[float] = []
    for step in (*steps[1:], "M"):
        if not isinstance(step, str):
            numbers.append(step)
            continue
        xs += _reached(xs, numbers[0::2])
        ys += _reached(ys, numbers[1::2])
        numbers = []
    return min(xs), min(ys), max(xs), max(ys)


def _reached(before: list[float], along: list[float]) -> list[float]:
    """What one step reaches in one direction: no number for a close, one for a line, three for a curve."""
    return _turns(before[-1], *along) if len(along) == 3 else along


def _turns(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """Where a cubic curve turns in one direction, and its end."""
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0  # a third of the derivative
    root = math.sqrt(max(b * b - 4 * a * c, 0.0))
    times = [(-b + root) / (2 * a), (-b - root) / (2 * a)] if abs(a) > 1e-9 else [-c / b] if b else []
    inside = [t for t in times if 0 < t < 1]
    return [(1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t**3 * p3 for t in inside] + [p3]
