"""Reads at a glance the plain YAML that nearly all content is written in, and says so where it is any less plain.

Ten thousand entries are read in a second only if no line of them is looked at twice. What is returned here is just what
`marked_yaml` would return, without the lines on which things stand; what could be a fault or a finer point of YAML is
left to it.
"""

import re
from typing import Any

MOST_NESTED = 8  # of blocks, and of brackets on one line

# A key or an item with all that belongs to it: a folded text, or the lines that its value runs on over. These are
# indented more than the key is, and a key behind a dash counts as indented by two more.
_DEEPER = r"\1(?(2)\ \ )\ "
_TOKEN = re.compile(
    rf"""
    (\ *)                                                                 # 1 indentation
    (?: (-\ )? ([A-Za-z0-9_][A-Za-z0-9_-]{{0,99}}) :                        # 2 dash, 3 key
        (?: \ ( [A-Za-z(\xa1-\ud7ff][^\n:\#]* ) \n (?!{_DEEPER})          # 4 a text that is plain beyond doubt
          | \ +>-?\n ( (?: {_DEEPER}[^\n]*\n | \ *\n )+ )                 # 5 folded text
          | (?: \ + ( [^\s#][^\n]* (?: \n{_DEEPER}\ *[^\s#][^\n]* )* ) )? # 6 another value
            (?: \ +\#[^\n]* | \ * ) \n )
      | -\ +( [^\s#][^\n]* )\n                                            # 7 item of a list
      | ( [^\n]*\n ) )                                                    # 8 anything else
    (?: \ *(?:\#[^\n]*)?\n )*                                             # lines that say nothing
    """,
    re.VERBOSE,
)
_NOTHING = re.compile(r"(?: *(?:#[^\n]*)?\n)*")
_USUAL = bytes([*b"\n", *range(0x20, 0x7F)])
_DOUBTFUL = re.compile(r"[^\x20-\x7e\n\xa0-\u2027\u202a-\ud7ff]")  # tabs and odd line ends among them
_PLAIN = re.compile(r"[A-Za-z0-9_(/.~+$\xa1-\ud7ff]|-[0-9.]")  # what a text without quotes begins with
_ENDS = re.compile(r":(?= |\n|$)| #")  # what would end it
_NEW_LINE = re.compile(r" *\n *")
_REMARK = re.compile(r" *(?: #[^\n]*)?")
_QUOTED = re.compile(r"""(?:"([^"\\]*)"|'((?:[^']|'')*)') *(?: #[^\n]*)?""")
_WORD = r"[A-Za-z0-9_.]+(?:-[A-Za-z0-9_.]+)*"
_LIST = re.compile(rf"\[{_WORD}(?:, {_WORD})*\]")
_PAIRS = re.compile(rf"\{{[a-z_]{{1,99}}: -?{_WORD}(?:, [a-z_]{{1,99}}: -?{_WORD})*\}}")
_FLOW = re.compile(
    r"""
    \ * (?: ([\[\]{},])                                                   # 1 sign
      | ([A-Za-z0-9_]{1,99}) :(?=\ )                                      # 2 key
      | "([^"\\]*)" | '([^']*)'                                           # 3 4 in quotes
      | (-?[A-Za-z0-9_.(\xa1-\ud7ff] [^\[\]{},:"'\#]*) )                  # 5 without
    """,
    re.VERBOSE,
)

_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})?\.[0-9]{1,18}")
_NEVER_TEXT = frozenset(["", *"-.0123456789~tfn"])  # what begins anything else than text


class DoubtError(Exception):
    """A text is no YAML, or none of the plainest kind."""


def read_plain(text: str) -> Any:
    """The value that a YAML text holds. Raises DoubtError where it is not of the plainest kind."""
    if text.encode().translate(None, _USUAL) and _DOUBTFUL.search(text):
        raise DoubtError
    text = f"{text}\n"
    reader = _Reader(_TOKEN.findall(text, _NOTHING.match(text).end()))  # type: ignore[union-attr]  # matches anything
    value = reader.block(0)
    if reader.at < len(reader.tokens) - 1:
        raise DoubtError
    return value


def scalar(text: str) -> Any:
    """The value of a text without quotes. Only YAML 1.2's plainest are not text: “no”, “12:30” and “010” are."""
    if text[:1] not in _NEVER_TEXT:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


class _Reader:
    """Puts the lines together by their indentation."""

    def __init__(self, tokens: list[tuple[str, ...]]) -> None:
        self.tokens = [*tokens, ("",) * 8]
        self.at = 0

    def block(self, depth: int) -> Any:
        """The list or mapping that begins here."""
        indentation, dash, key, _, _, _, item, _ = self.tokens[self.at]
        if depth > MOST_NESTED or not (key or item):
            raise DoubtError
        return self._list(indentation, depth) if dash or item else self._mapping(indentation, depth)

    def _list(self, indentation: str, depth: int) -> list[Any]:
        """The items whose dashes are indented so."""
        items: list[Any] = []
        while True:
            before, dash, _, _, _, _, item, _ = self.tokens[self.at]
            if before != indentation or not (dash or item):
                return items
            if item:
                self.at += 1
                items.append(_value(item))
            else:
                items.append(self._mapping(f"{indentation}  ", depth + 1))

    def _mapping(self, indentation: str, depth: int) -> dict[str, Any]:
        """The keys that are indented so, with their values; the first of them is the next, and may follow a dash."""
        values: dict[str, Any] = {}
        tokens, at = self.tokens, self.at
        _, _, key, sure, folded, value, _, _ = tokens[at]
        while True:
            if key in values:
                raise DoubtError
            at += 1
            if sure:
                text = sure.strip()
                values[key] = _CONSTANTS.get(text, text)
            elif value:
                values[key] = _value(value)
            elif folded:
                values[key] = _folded(folded)
            else:
                self.at = at
                values[key] = self._below(indentation, depth)
                at = self.at
            before, dash, key, sure, folded, value, _, _ = tokens[at]
            if before != indentation or dash or not key:
                self.at = at
                return values

    def _below(self, indentation: str, depth: int) -> Any:
        """The value of a key behind which nothing stands: what is indented more, or a list that is not less."""
        before, dash, key, _, _, _, item, _ = self.tokens[self.at]
        deeper = len(before) - len(indentation)
        if (deeper > 0 and (key or item)) or (deeper == 0 and (dash or item)):
            return self.block(depth + 1)
        return None


def _folded(block: str) -> str:
    """The text of a block after “>”, whose lines have to be indented alike."""
    block = block.rstrip(" \n")
    margin = len(block) - len(block.lstrip(" "))
    text = block[margin:].replace("\n" + " " * margin, "\n")
    if "\n " in text or "\n\n" in text:
        return _paragraphs(block, margin)
    return text.replace("\n", " ").strip()


def _paragraphs(block: str, margin: int) -> str:
    """The text of such a block with empty lines in it, each of which is a line's end."""
    text = ""
    for line in block.split("\n"):
        words = line[margin:]
        if line[:margin].strip() or words.startswith(" "):
            raise DoubtError
        text += words if not words or not text or text.endswith("\n") else f" {words}"
        text += "" if words else "\n"
    return text.strip()


def _value(text: str) -> Any:
    """What stands behind a key or a dash."""
    if _LIST.fullmatch(text):
        return [scalar(word) for word in text[1:-1].split(", ")]
    if _PLAIN.match(text):
        return _plain(text)
    if _PAIRS.fullmatch(text):
        pairs = [pair.split(": ") for pair in text[1:-1].split(", ")]
        values = {key: scalar(word) for key, word in pairs}
        if len(values) == len(pairs):
            return values
    if text[0] in "\"'" and (quoted := _QUOTED.fullmatch(text)):
        inner = quoted[2].replace("''", "'") if quoted[1] is None else quoted[1]
        return _NEW_LINE.sub(" ", inner).strip()
    if text[0] in "[{" and text.count("[") + text.count("{") <= MOST_NESTED and not ("\n" in text and "#" in text):
        return _Flow(_NEW_LINE.sub(" ", text)).whole()
    raise DoubtError


def _plain(text: str) -> Any:
    """What a text without quotes is."""
    if end := _ENDS.search(text):
        if end[0] == ":" or "\n" in text:
            raise DoubtError
        text = text[: end.start()]
    return scalar((_NEW_LINE.sub(" ", text) if "\n" in text else text).strip())


class _Flow:
    """Reads lists and mappings in brackets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def whole(self) -> Any:
        """The value that fills the whole text."""
        value, end = self._next()
        if end or not _REMARK.fullmatch(self._text, self._at):
            raise DoubtError
        return value

    def _match(self) -> re.Match[str]:
        """The next token."""
        found = _FLOW.match(self._text, self._at)
        if not found:
            raise DoubtError
        self._at = found.end()
        return found

    def _next(self) -> tuple[Any, str]:
        """The next value and nothing, or nothing and the sign that stands there."""
        found = self._match()
        if found[1] == "[":
            return self._items(), ""
        if found[1] == "{":
            return self._pairs(), ""
        if found[5] is not None:
            return scalar(found[5].strip()), ""
        if found[2] is not None:
            return found[2], ":"
        if found[1]:
            return None, found[1]
        return (found[4] if found[3] is None else found[3]).strip(), ""

    def _items(self) -> list[Any]:
        """The items of a list, after its bracket."""
        items: list[Any] = []
        while True:
            value, sign = self._next()
            if sign == "]" and not items:
                return items
            if sign:
                raise DoubtError
            items.append(value)
            if self._goes_on("]"):
                continue
            return items

    def _pairs(self) -> dict[str, Any]:
        """The pairs of a mapping, after its bracket."""
        pairs: dict[str, Any] = {}
        while True:
            key, sign = self._next()
            if sign == "}" and not pairs:
                return pairs
            if sign != ":" or key in pairs:
                raise DoubtError
            pairs[key], sign = self._next()
            if sign:
                raise DoubtError
            if self._goes_on("}"):
                continue
            return pairs

    def _goes_on(self, end: str) -> bool:
        """Whether a comma stands here; otherwise it has to be the end."""
        sign = self._match()[1]
        if sign not in (",", end):
            raise DoubtError
        return sign == ","
