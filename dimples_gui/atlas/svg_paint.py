"""What Qt paints wrongly or not at all of an SVG file, found before anybody looks at it."""

import re
from collections.abc import Iterator

from dimples_gui.atlas.svg import Element

Fault = tuple[Element, str]

# Measured with QtSvg 6.11 and 6.12 against two other renderers.
_ELEMENTS = {
    "clipPath": "cut the path itself, or use a mask",
    "feDropShadow": "build it of feGaussianBlur, feOffset and feMerge",
    "feTurbulence": "draw the grain, or leave it out",
    "feDiffuseLighting": "draw the light, or leave it out",
    "textPath": "make the text a path",
    "foreignObject": "take it out",
    "svg": "move what is in it out into a group",
}
_PROPERTIES = {
    "clip-path": "cut the path itself, or use a mask",
    "mix-blend-mode": "draw the mixed colour",
    "paint-order": "draw stroke and fill as two paths",
    "transform-origin": "write the shift into the transform",
}
_COLOURED = {"fill", "stroke", "stop-color", "flood-color", "lighting-color", "color"}
_BAD_COLOUR = re.compile(r"\b(?:rgba|hsla?)\s*\(|#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{4})(?![0-9a-zA-Z])")
_DECLARATION = re.compile(r"([a-zA-Z-]+)\s*:\s*([^;{}]*)")
_GRADIENTS = ("linearGradient", "radialGradient")


def faults_of_paint(root: Element) -> Iterator[Fault]:
    """Each element that would not be painted as it should, and in words why."""
    for child in root.children:
        if child.tag in _ELEMENTS:
            yield child, f"is not painted: {_ELEMENTS[child.tag]}"
        if child.tag in _GRADIENTS and "href" in child.attributes:
            yield child, "has an href that is not followed: write xlink:href"
        for name, value in properties_of(child):
            if fault := _fault_of(name, value):
                yield child, fault
        yield from faults_of_paint(child)


def properties_of(element: Element) -> Iterator[tuple[str, str]]:
    """Names and values of what an element asks for, as attributes or as CSS."""
    yield from element.attributes.items()
    for css in (element.attributes.get("style", ""), "".join(element.words)):
        for declaration in _DECLARATION.finditer(css):
            yield declaration[1].lower(), declaration[2].strip()


def _fault_of(name: str, value: str) -> str:
    """Why a property would not be painted as it should; empty if it would."""
    if name in _PROPERTIES and value != "none":
        return f"has {name}, which is not painted: {_PROPERTIES[name]}"
    if name in _COLOURED and _BAD_COLOUR.search(value):
        return f"has the colour {value:.30}, which is painted black: write it as #rrggbb with an opacity"
    if name != "style" and "var(" in value:
        return f"has {name} “{value:.30}”, which is not worked out: write the value itself"
    return ""
