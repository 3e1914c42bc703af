"""A small, sound content folder with everything that content may have, to be damaged piece by piece."""

from pathlib import Path
from typing import NamedTuple

import pytest

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas

ENTRIES = """\
# what no language changes
dent:
  kind: structure
  latin: Fossae lumbales laterales
  ids: {TA2: "273", FMA: 20209}
  outlines: [dent-left, dent-right]
  layers: [skin]
  near: {under: [spine-tip]}
  related: [spine-tip, family]
  rank: 1

spine-tip:
  kind: structure
  outlines:
    - tip-left
    - tip-right
  layers: [bone]
  ring: {x: 45, y: 0, r: 17, layers: [skin, fat]}
  near:
    over: [dent]
  rank: 2

family:
  kind: topic
  pin: {x: 60, y: 30.5, icon: tree}
  rank: 3
"""
DENT = """\
title: The dents
short_title: Dents
summary: Two small dents low on the back.
answer: >-
  Two dents over [the tips](dimples:spine-tip?layer=bone).
  Many people have them.
synonyms: [dimples, no, 酒窝]
sections:
  - title: Where
    text: >-
      Look above the buttocks,
      then see [home](dimples:home) and [the family](dimples:family).
    claims: [c1, c2]
  - title: Why
    claims:
      - c3
"""
SPINE_TIP = """\
title: Posterior superior iliac spine
short_title: PSIS
summary: The bony tip under each dent.
answer: A tip of bone.
sections:
  - {title: Where, claims: [c2]}
"""
FAMILY = """\
title: Families
short_title: Families
summary: Whether dents run in families.
answer: Nobody knows.
sections: [{title: Do they?, claims: [c3]}]
"""
CLAIMS = """\
- id: c1
  text: Two dents lie low on the back.
  grade: B
  popular: They are called dimples of Venus.
  verdict: holds
  sources: [braus1921]
- id: c2
  text: Below each is a tip of bone.
  grade: A
  sources:
    - braus1921
    - atlas_1899
  detail: See [the tip](dimples:spine-tip).
- id: c3
  text: Why is not known.
  grade: C
  from: [c1, c2]
  searched: 2026-11
"""
SOURCES = """\
- key: braus1921
  authors: Braus H
  year: 1921
  title: Anatomie des Menschen
  volume: 1
  pages: "136, 166"
- key: atlas_1899
  title_note: An atlas whose title page was not shown
  year: about 1899
"""
HOME = """\
title: The dents
lead: Point, click, read.
questions:
  - {question: Can I get them?}
  - question: Do they run in families?
    opens: family
    steps:
      - shows: dimples:dent?layer=skin&zoom=2
        text: Here are [the dents](dimples:dent?opened=c1).
        claims: [c1]
      - {shows: "dimples:family", text: Nobody knows., claims: [c3, c2]}
note: No advice to [anyone](dimples:home).
"""
GLOSSARY = """\
- id: pit
  title: Pit
  text: A small [dent](dimples:dent), as [they](https://example.org/pits) write.
  forms: [pits, hollow]
  claims: [c1]
  opens: dent
- id: tip
  title: Tip
  text: The end of a bone.
  sources: [braus1921]
"""
PLATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-170 -190 340 305">
  <!-- seen from behind -->
  <g id="skin">
    <path id="back" data-entry="" d="M -150 -195 L 150 -195 L 150 110 L -150 110 Z"/>
    <path id="furrow" class="crease" data-entry="" d="M 0 -180 C 2 -100 2 -50 0 20"/>
    <path id="dent-left" d="M -53 0 C -53 -8 -37 -8 -37 0 C -37 8 -53 8 -53 0 Z"/>
    <path id="dent-right" d="M 53 0 C 53 -8 37 -8 37 0 C 37 8 53 8 53 0 Z"/>
  </g>
  <g id="fat"/>
  <g id="muscle"/>
  <g id="ligament"/>
  <g id="bone">
    <path id="tip-left" d="M -50 -5 H -40 V 5 H -50 Z"/>
    <path id="tip-right" d="M 50 -5 H 40 V 5 H 50 Z"/>
  </g>
</svg>
"""
TREE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M 2 2 L 22 2 L 12 22 Z"/></svg>
"""
FILES = {
    "content/entries.yaml": ENTRIES,
    "content/sources.yaml": SOURCES,
    "content/en/claims.yaml": CLAIMS,
    "content/en/home.yaml": HOME,
    "content/en/glossary.yaml": GLOSSARY,
    "content/en/entries/dent.yaml": DENT,
    "content/en/entries/spine-tip.yaml": SPINE_TIP,
    "content/en/entries/family.yaml": FAMILY,
    "assets/plates/back.svg": PLATE,
    "assets/icons/tree.svg": TREE,
}


class Folder(NamedTuple):
    """The folder, and what an author does in it."""

    path: Path

    def load(self, language: str = "en") -> Atlas:
        return load(self.path / "content", [self.path / "assets"], language)

    def write(self, name: str, text: str | bytes) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def change(self, name: str, old: str, new: str) -> None:
        """Replace some words, which have to be there just once."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def line(self, name: str, words: str) -> int:
        """The first line on which some words stand."""
        lines = (self.path / name).read_text(encoding="utf-8").splitlines()
        return 1 + next(number for number, text in enumerate(lines) if words in text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The sound folder; it is the current one."""
    made = Folder(tmp_path / "work")
    for name, text in FILES.items():
        made.write(name, text)
    monkeypatch.chdir(made.path)
    return made
