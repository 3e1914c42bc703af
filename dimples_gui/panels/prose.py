"""Inline Markdown, as content may use it, into runs: links, emphasis, strong. Nothing else of Markdown or HTML works.

Content is data. Only links within the program and to the web are links; an image is its description; a tag is text.
"""

from dimples_gui.panels.leaf import Paragraph, Run

ALLOWED = ("dimples:", "https://", "http://")
SPECIAL = "\\![*_"
STYLES = {"**": "strong", "__": "strong", "*": "em", "_": "em"}


def paragraphs_of(text: str, role: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; a blank line parts them."""
    parts = (" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n"))
    return tuple(Paragraph(role, runs_of(part)) for part in parts if part)


def runs_of(text: str, style: str = "", href: str = "") -> tuple[Run, ...]:
    """The runs of one paragraph, inside a style and a link if given. What is no valid markup stays as it is."""
    runs: list[Run] = []
    plain = ""
    at = 0
    while at < len(text):
        special = min((i for i in (text.find(sign, at) for sign in SPECIAL) if i >= 0), default=len(text))
        plain += text[at:special]
        at = special
        if at == len(text):
            break
        inner, after = (
            _escape(text, at) or _link(text, at, style) or _emphasis(text, at, style, href) or (text[at], at + 1)
        )
        at = after
        if isinstance(inner, str):
            plain += inner
            continue
        if plain:
            runs.append(Run(plain, style, href))
            plain = ""
        runs += inner
    if plain:
        runs.append(Run(plain, style, href))
    return tuple(runs)


Found = tuple[str | tuple[Run, ...], int] | None  # what stands there, and where it ends


def _escape(text: str, at: int) -> Found:
    r"""`\*` is an asterisk."""
    following = text[at + 1 : at + 2]
    if text[at] == "\\" and following and not following.isalnum() and not following.isspace():
        return following, at + 2
    return None


def _link(text: str, at: int, style: str) -> Found:
    """`[words](target)`; `![words](target)` and targets that are not allowed leave the words alone."""
    image = text.startswith("![", at)
    if not image and text[at] != "[":
        return None
    start = at + 1 + image
    middle = text.find("](", start)
    end = text.find(")", middle)
    if middle < 0 or end < 0 or "[" in text[start:middle]:
        return None
    target = text[middle + 2 : end].strip()
    href = "" if image or not target.lower().startswith(ALLOWED) else target
    return runs_of(text[start:middle], style, href), end + 1


def _emphasis(text: str, at: int, style: str, href: str) -> Found:
    """`*so*` or `**so**`, or with underscores around whole words."""
    sign = text[at : at + 2] if text[at : at + 2] in STYLES else text[at]
    if sign not in STYLES or text[at + len(sign) : at + len(sign) + 1].isspace():
        return None
    if sign[0] == "_" and text[at - 1 : at].isalnum():
        return None
    start = at + len(sign)
    end = _closing(text, start, sign)
    if end <= start:
        return None
    return runs_of(text[start:end], f"{style} {STYLES[sign]}".strip(), href), end + len(sign)


def _closing(text: str, start: int, sign: str) -> int:
    """Where the sign closes that was opened before `start`, or -1. A single one is not half of a double one."""
    end = text.find(sign, start)
    while end >= 0:
        length = len(text[end:]) - len(text[end:].lstrip(sign[0]))
        if length in {len(sign), 3} and not text[end - 1].isspace():
            return end + length - len(sign)
        end = text.find(sign, end + length)
    return -1
