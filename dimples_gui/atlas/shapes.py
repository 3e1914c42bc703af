"""The shape of each content file: which keys it may have and what may stand there."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

Text = Annotated[str, Meta(min_length=1, description="text")]
Name = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="a name in small letters, digits and hyphens")
]
Key = Annotated[
    str,
    Meta(pattern=r"^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$", description="letters and digits, with hyphens or _ between"),
]
Month = Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$", description="a year and month as 2026-11")]
Rank = Annotated[int, Meta(ge=1, description="a whole number from 1 up")]
Radius = Annotated[float, Meta(gt=0, description="a number of millimetres above 0")]
Layer = Literal["skin", "fat", "muscle", "ligament", "bone"]
Grade = Literal["A", "B", "C", "D"]
Verdict = Literal["holds", "needs qualifying", "contested", "contradicted", "no evidence"]
Kind = Literal["structure", "topic"]


class Shape(Struct, frozen=True, forbid_unknown_fields=True):
    """What all shapes share: they are values, and a key that isn't theirs is an error.

    A default need not have the form that its key asks for: it stands for what was not written.
    """


class SectionWords(Shape, frozen=True):
    """One section in content/<language>/entries/<id>.yaml."""

    title: Text
    text: str = ""
    claims: tuple[Text, ...] = ()


class EntryWords(Shape, frozen=True):
    """content/<language>/entries/<id>.yaml."""

    title: Text
    short_title: Text
    summary: Text
    answer: str = ""
    synonyms: tuple[Text, ...] = ()
    sections: tuple[SectionWords, ...] = ()


class RingFacts(Shape, frozen=True):
    """`ring` in content/entries.yaml."""

    x: float
    y: float
    r: Radius
    layers: tuple[Layer, ...]


class PinFacts(Shape, frozen=True):
    """`pin` in content/entries.yaml."""

    x: float
    y: float
    icon: Name
    layers: tuple[Layer, ...] = ("skin", "fat", "muscle", "ligament", "bone")


class NearFacts(Shape, frozen=True):
    """`near` in content/entries.yaml."""

    over: tuple[Text, ...] = ()
    under: tuple[Text, ...] = ()
    beside: tuple[Text, ...] = ()


class EntryFacts(Shape, frozen=True):
    """One entry in content/entries.yaml."""

    kind: Kind
    rank: Rank
    latin: str = ""
    ids: dict[str, str | int] = {}
    outlines: tuple[Text, ...] = ()
    layers: tuple[Layer, ...] = ()
    cut: tuple[Text, ...] = ()
    ring: RingFacts | UnsetType = UNSET
    pin: PinFacts | UnsetType = UNSET
    near: NearFacts = NearFacts()
    related: tuple[Text, ...] = ()


class ClaimWords(Shape, frozen=True):
    """One claim in content/<language>/claims.yaml."""

    id: Key
    text: Text
    grade: Grade
    popular: Text = ""
    verdict: Verdict | UnsetType = UNSET
    sources: tuple[Text, ...] = ()
    inferred_from: tuple[Text, ...] = field(default=(), name="from")
    searched: Month = ""
    detail: str = ""


class SourceFacts(Shape, frozen=True):
    """One source in content/sources.yaml."""

    key: Key
    title: str = ""
    title_note: str = ""
    authors: str = ""
    year: str | int = ""
    container: str = ""
    volume: str | int = ""
    pages: str | int = ""
    doi: str = ""
    pmid: str | int = ""
    url: str = ""


class StepWords(Shape, frozen=True):
    """One step of a question in content/<language>/home.yaml."""

    shows: Text
    text: Text
    claims: tuple[Text, ...] = ()


class QuestionWords(Shape, frozen=True):
    """One question in content/<language>/home.yaml."""

    question: Text
    opens: Text = ""
    steps: tuple[StepWords, ...] = ()


class HomeWords(Shape, frozen=True):
    """content/<language>/home.yaml."""

    title: Text
    lead: str = ""
    questions: tuple[QuestionWords, ...] = ()
    note: str = ""


class MoreHomeWords(Shape, frozen=True):
    """<language>/home.yaml in a folder of extra content: questions beside those that are there."""

    questions: tuple[QuestionWords, ...]


class TermWords(Shape, frozen=True):
    """One term in content/<language>/glossary.yaml."""

    id: Name
    title: Text
    text: Text
    forms: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = ()
    claims: tuple[Text, ...] = ()
    opens: Text = ""
