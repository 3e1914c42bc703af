"""The elements of an SVG file with the lines they stand on; all other XML in it is passed over."""

from typing import NamedTuple
from xml.parsers import expat

from dimples_gui.atlas.model import Problem, Where

SVG = "http://www.w3.org/2000/svg"
MOST_NESTED = 50


class Element(NamedTuple):
    """One element of SVG, or of nothing: other vocabularies (Inkscape's own, say) are left out with all below them."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Element"]
    words: list[str]  # those that stand in a <style>


def parse_svg(text: str, file: str) -> Element | Problem:
    """The root of an SVG document; `file` is its name in problems. A DTD, and so any entity, is refused."""
    builder = _Builder()
    try:
        builder.parser.Parse(text, True)
    except _RefusedError as refused:
        return Problem(Where(file, builder.parser.CurrentLineNumber), str(refused))
    except expat.ExpatError as error:
        return Problem(Where(file, error.lineno), f"this is not XML: {expat.ErrorString(error.code)}")
    root = builder.top.children[:1]
    if not root or root[0].tag != "svg":
        return Problem(Where(file, 1), "this is not SVG: its outermost element should be <svg>")
    return root[0]


class _RefusedError(Exception):
    """XML that is well formed and yet not read."""


class _Builder:
    """Builds elements as the parser meets them."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.top = Element("", {}, 1, [], [])
        self._open = [self.top]
        self._foreign = 0  # how deep in another vocabulary
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, tag = name.rpartition(" ")
        if len(self._open) + self._foreign > MOST_NESTED:
            raise _RefusedError(f"elements are nested more than {MOST_NESTED} deep: ungroup some")
        if self._foreign or space not in ("", SVG):
            self._foreign += 1
            return
        element = Element(tag, attributes, self.parser.CurrentLineNumber, [], [])
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        """An element ends."""
        if self._foreign:
            self._foreign -= 1
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        """Some of the text of an element, a line at a time."""
        if self._open[-1].tag == "style":
            self._open[-1].words.append(text)

    def _doctype(self, *_declaration: object) -> None:
        """A DTD begins."""
        raise _RefusedError("a DTD is not read: take out <!DOCTYPE …>")
