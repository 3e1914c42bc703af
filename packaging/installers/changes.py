"""CHANGELOG.md as the installers tell it."""

import re
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from installers.facts import ROOT, Facts

HEAD = re.compile(r"^## (?P<version>\S+) \((?P<when>[^)]+)\)$", re.MULTILINE)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Release(NamedTuple):
    """One version, as it is told to users."""

    version: str
    day: str  # as 2026-11-22; empty: it is not out yet
    lead: str
    points: tuple[str, ...]


def releases(text: str | None = None) -> list[Release]:
    """All versions, the newest first. Exits where the file tells none."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8") if text is None else text
    heads = list(HEAD.finditer(text))
    if not heads:
        raise SystemExit("CHANGELOG.md has no heading such as “## 0.1.0 (2026-11-22)”")
    ends = [head.start() for head in heads[1:]] + [len(text)]
    found = []
    for head, end in zip(heads, ends, strict=True):
        lead, *points = re.split(r"^- ", text[head.end() : end], flags=re.MULTILINE)
        day = head["when"] if DAY.fullmatch(head["when"]) else ""
        found.append(Release(head["version"], day, _plain(lead), tuple(map(_plain, points))))
    return found


def as_appstream(facts: Facts, told: list[Release]) -> str:
    """The versions as AppStream has them; what is not out yet has the day of the last change."""
    rows = []
    for version, day, lead, points in told:
        kind = "" if day else ' type="development"'
        rows.append(f"    <release version={quoteattr(version)} date={quoteattr(day or facts.date)}{kind}>")
        rows += ["      <description>"]
        rows += [f"        <p>{escape(lead)}</p>"] if lead else []
        rows += ["        <ul>", *(f"          <li>{escape(point)}</li>" for point in points), "        </ul>"]
        rows += ["      </description>", "    </release>"]
    return "\n".join(["  <releases>", *rows, "  </releases>"])


def _plain(text: str) -> str:
    """A paragraph in one line, without Markdown's signs for code."""
    return " ".join(text.replace("`", "").split())
