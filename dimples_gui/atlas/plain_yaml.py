"""Reads at a glance the plain YAML that nearly all content is written in, and says so where it is any less plain.

Ten thousand entries are read in a second only if no line of them is looked at twice. What is returned here is just what
`marked_yaml` would return, without the lines on which things stand; what could be a fault or a finer point of YAML is
left to it.
"""

import re
from typing import Any

MOST_NESTED = 8  # of blocks, and of brackets on one line

# A key or an item with all that belongs to it: a folded text, or the lines that its value runs on over. These are
# indented more than the key is, and a key behind a dash counts as indented by two more. What was read is never given
# back (++, *+): no other way to read it would be any better.
_DEEPER = r"\1(?(2)\ \ )\ "
_TOKEN = re.compile(
    rf"""
    (\ *+)                                                                # 1 indentation
    (?: (-\ )? ([A-Za-z0-9_][A-Za-z0-9_-]{{0,99}}+) :                       # 2 dash, 3 key
        (?: \ ( [A-Za-z(\xa1-\ud7ff][^\n:\#]*+ ) \n (?!{_DEEPER})         # 4 a text that is plain beyond doubt
          | \ ++ ( >-?\n (?: {_DEEPER}[^\n]*+\n | \ *+\n )++               # 5 folded text, or another value
                | [^\s#][^\n]*+ (?: \n{_DEEPER}\ *+[^\s#][^\n]*+ )*+ ) \n?+
          | (?: \ +\#[^\n]*+ )?+ \ *+\n )
      | -\ ++( [^\s#][^\n]*+ )\n                                          # 6 item of a list
      | [^\n]*+\n )                                                       # or anything else
    (?: \ *+(?:\#[^\n]*+)?\n )*+                                          # lines that say nothing
    """,
    re.VERBOSE,
)
_Token = tuple[str, str, str, str, str, str]
_END: _Token = ("",) * 6
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
_PAIR = rf"[a-z_]{{1,99}}: (?:-?{_WORD}|{_LIST.pattern})"
_PAIRS = re.compile(rf"\{{{_PAIR}(?:, {_PAIR})*\}}")
_EACH = re.compile(r"([a-z_]+): (?:\[([^\]]+)\]|([^,}]+))")
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
    if (unusual := text.encode().translate(None, _USUAL)) and _DOUBTFUL.search(unusual.decode()):
        raise DoubtError
    text = f"{text}\n"
    tokens = _TOKEN.findall(text, _NOTHING.match(text).end())  # type: ignore[union-attr]  # matches anything
    tokens.append(_END)
    value, at = _block(tokens, 0, 0)
    if at < len(tokens) - 1:
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


def _block(tokens: list[_Token], at: int, depth: int) -> tuple[Any, int]:
    """The list or mapping that begins with a token, and the token after it: lines are put together by indentation."""
    indentation, dash, key, _, _, item = tokens[at]
    if depth > MOST_NESTED or not (key or item):
        raise DoubtError
    if dash or item:
        return _list(tokens, at, indentation, depth)
    return _mapping(tokens, at, indentation, depth)


def _list(tokens: list[_Token], at: int, indentation: str, depth: int) -> tuple[list[Any], int]:
    """The items whose dashes are indented so."""
    items: list[Any] = []
    deeper = f"{indentation}  "
    while True:
        before, dash, _, _, _, item = tokens[at]
        if before != indentation:
            return items, at
        if item:
            at += 1
            if item[0].isalpha() and ":" not in item and "#" not in item:  # plain beyond doubt
                text = item.strip()
                items.append(_CONSTANTS.get(text, text))
            else:
                items.append(_value(item))
        elif dash:
            value, at = _mapping(tokens, at, deeper, depth + 1)
            items.append(value)
        else:
            return items, at


def _mapping(tokens: list[_Token], at: int, indentation: str, depth: int) -> tuple[dict[str, Any], int]:
    """The keys that are indented so, with their values; the first of them is the next, and may follow a dash."""
    values: dict[str, Any] = {}
    _, _, key, sure, value, _ = tokens[at]
    while True:
        if key in values:
            raise DoubtError
        at += 1
        if sure:
            text = sure.strip()
            values[key] = _CONSTANTS.get(text, text)
        elif value:
            values[key] = _folded(value) if value[0] == ">" else _value(value)
        else:
            values[key], at = _below(tokens, at, indentation, depth)
        before, dash, key, sure, value, _ = tokens[at]
        if before != indentation or dash or not key:
            return values, at


def _below(tokens: list[_Token], at: int, indentation: str, depth: int) -> tuple[Any, int]:
    """The value of a key behind which nothing stands: what is indented more, or a list that is not less."""
    before, dash, key, _, _, item = tokens[at]
    deeper = len(before) - len(indentation)
    if (deeper > 0 and (key or item)) or (deeper == 0 and (dash or item)):
        return _block(tokens, at, depth + 1)
    return None, at


def _folded(text: str) -> str:
    """The text of a block after “>” or “>-”, whose lines have to be indented alike."""
    head = 3 if text[:3] == ">-\n" else 2 if text[:2] == ">\n" else 0
    if not head or len(text) == head:
        raise DoubtError
    block = text[head:].rstrip(" \n")
    text = block.lstrip(" ")
    margin = len(block) - len(text)
    begin = "\n" + block[:margin]  # of each further line
    if f"{begin} " in text or "\n" in (line := text.replace(begin, " ")):
        return _paragraphs(block, margin)
    return line.strip()


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
    first = text[0]
    if first == ">":
        return _folded(text)
    if first == "[" and _LIST.fullmatch(text):
        return _words(text[1:-1])
    if _PLAIN.match(text):
        return _plain(text)
    if first == "{" and _PAIRS.fullmatch(text):
        pairs = _EACH.findall(text)
        values = {key: _words(words) if words else scalar(word) for key, words, word in pairs}
        if len(values) == len(pairs):
            return values
    if first in "\"'" and (quoted := _QUOTED.fullmatch(text)):
        inner = quoted[2].replace("''", "'") if quoted[1] is None else quoted[1]
        return _NEW_LINE.sub(" ", inner).strip()
    if first in "[{" and text.count("[") + text.count("{") <= MOST_NESTED and not ("\n" in text and "#" in text):
        return _Flow(_NEW_LINE.sub(" ", text)).whole()
    raise DoubtError


def _words(text: str) -> list[Any]:
    """What stands in the brackets of a list, where it is only words."""
    return [scalar(word) for word in text.split(", ")]


def _plain(text: str) -> Any:
    """What a text without quotes is."""
    if ":" not in text and "#" not in text and "\n" not in text:  # as nearly always
        return scalar(text.strip())
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
