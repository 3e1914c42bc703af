"""Fitting plain values to a shape, and saying in plain words, with the line, where they don't fit."""

import difflib
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from dimples_gui.atlas.marked_yaml import Origin, Steps
from dimples_gui.atlas.model import Problem
from dimples_gui.atlas.shapes import Shape

AnyShape = TypeVar("AnyShape", bound=Shape)
Fault = tuple[Steps, str]


def faults_of(value: Any, shape: type[Shape], origin: Origin, label: str) -> list[Problem]:
    """Why a value does not fit a shape; `label` begins each sentence and names the thing, as “claim c9”."""
    return [Problem(origin.at(*way), f"{label}: {text}") for way, text in _faults(value, shape, ())]


def _faults(value: Any, expected: Any, way: Steps) -> Iterator[Fault]:
    """Every fault in a value and below it."""
    origin, arguments = get_origin(expected), get_args(expected)
    if msgspec.UnsetType in arguments:  # may be left out, but where it is written it must be whole
        yield from _faults(value, arguments[0], way)
    elif isinstance(expected, type) and issubclass(expected, Shape) and isinstance(value, dict):
        yield from _faults_of_keys(value, expected, way)
    elif origin is tuple and isinstance(value, list):
        for position, item in enumerate(value):
            yield from _faults(item, arguments[0], (*way, position))
    elif origin is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _faults(item, arguments[1], (*way, key))
    else:
        try:
            msgspec.convert(value, expected)
        except msgspec.ValidationError:
            yield way, f"{_named(way)} should be {_expected(expected)}, not {_found(value, expected)}"


def _faults_of_keys(value: dict[str, Any], shape: type[Shape], way: Steps) -> Iterator[Fault]:
    """Keys that are unknown or missing, and the faults below the known ones."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(shape)}
    for key, item in value.items():
        if key in fields:
            yield from _faults(item, fields[key].type, (*way, key))
        else:
            near = difflib.get_close_matches(key, fields, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"the keys here are {', '.join(fields)}"
            yield (*way, key), f"“{key}” is not a key that is read; {hint}"
    for key, field in fields.items():
        if field.required and key not in value:
            yield way, f"“{key}” is missing: add it"


def _named(way: Steps) -> str:
    """What a fault is about: the last key on the way to it."""
    keys = [step for step in way if isinstance(step, str)]
    if not keys:
        return "it"
    return f"“{keys[-1]}”" if way[-1] == keys[-1] else f"each item of “{keys[-1]}”"


_WORDS = {str: "text", float: "a number", bool: "true or false", tuple: "a list", dict: "keys with values"}


def _expected(expected: Any) -> str:
    """What may stand there, in words."""
    origin, arguments = get_origin(expected), get_args(expected)
    if origin is Annotated:
        return str(arguments[1].description)
    if origin is Literal:
        return f"one of {', '.join(arguments)}"
    if origin in (Union, types.UnionType):
        return "text or a whole number"
    return _WORDS.get(origin or expected, "keys with values")


def _found(value: Any, expected: Any) -> str:
    """What stands there instead, in words."""
    if value is None or value == "":
        return "empty"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "keys with values"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    hint = " (put it in quotes)" if not isinstance(value, str) and _expected(expected) == "text" else ""
    return f"“{text:.40}”{hint}"
