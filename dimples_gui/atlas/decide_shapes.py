"""The shape of each content file that helps to decide: what no language changes, and the words beside it."""

from typing import Annotated, Literal

from msgspec import Meta, field

from dimples_gui.atlas.shapes import Layer, Month, Name, Shape, Text

Per1000 = Annotated[float, Meta(gt=0, le=1000, description="a number of people in 1,000, above 0")]
Millimetres = Annotated[float, Meta(ge=-190, le=190, description="a number of millimetres, at most 190 either way")]
Answer = Literal["true", "false", "unknown"]


class RateFacts(Shape, frozen=True):
    """One rate of a cell in content/options.yaml."""

    per_1000: Per1000
    claim: Text


class CellFacts(Shape, frozen=True):
    """One cell of an option in content/options.yaml."""

    claims: tuple[Text, ...] = ()
    rates: dict[str, RateFacts] = field(default_factory=dict)
    searched: Month = ""


class OptionFacts(Shape, frozen=True):
    """One option in content/options.yaml."""

    cells: dict[str, CellFacts]
    folded: bool = False
    touches: tuple[Text, ...] = ()


class CriterionFacts(Shape, frozen=True):
    """One of the minimum items of IPDAS in content/options.yaml."""

    kind: Literal["qualifying", "certifying"]
    met: bool
    rows: tuple[Text, ...] = ()


class OptionsFacts(Shape, frozen=True):
    """content/options.yaml."""

    rows: tuple[Name, ...]
    options: dict[str, OptionFacts]
    criteria: dict[str, CriterionFacts] = field(default_factory=dict)
    sources: tuple[Text, ...] = ()


class RateWords(Shape, frozen=True):
    """The words of one rate in content/<language>/options.yaml."""

    what: Text
    told: Text
    among: Text


class OptionWords(Shape, frozen=True):
    """The words of one option in content/<language>/options.yaml."""

    name: Text
    cells: dict[str, Text]
    kinds: tuple[Text, ...] = ()
    advice: str = ""
    rates: dict[str, RateWords] = field(default_factory=dict)


class CriterionWords(Shape, frozen=True):
    """The words of one of the minimum items of IPDAS in content/<language>/options.yaml."""

    text: Text
    shown: Text


class OptionsWords(Shape, frozen=True):
    """content/<language>/options.yaml."""

    title: Text
    lead: Text
    note: Text
    rows: dict[str, Text]
    options: dict[str, OptionWords]
    criteria: dict[str, CriterionWords] = field(default_factory=dict)


class MarkFacts(Shape, frozen=True):
    """Where a look-alike's drawing is marked, in content/lookalikes.yaml."""

    x: Millimetres
    y: Millimetres


class LookalikeFacts(Shape, frozen=True):
    """One look-alike in content/lookalikes.yaml."""

    drawing: Name
    claims: tuple[Text, ...]
    marks: tuple[MarkFacts, ...] = ()
    opens: str = ""


class LookalikesFacts(Shape, frozen=True):
    """content/lookalikes.yaml."""

    features: tuple[Name, ...]
    lookalikes: dict[str, LookalikeFacts]


class LookalikeWords(Shape, frozen=True):
    """The words of one look-alike in content/<language>/lookalikes.yaml."""

    name: Text
    summary: Text
    features: dict[str, Text]
    doctor: Text
    marks: tuple[Text, ...] = ()


class LookalikesWords(Shape, frozen=True):
    """content/<language>/lookalikes.yaml."""

    features: dict[str, Text]
    lookalikes: dict[str, LookalikeWords]


class RedFlagWords(Shape, frozen=True):
    """One sign in content/<language>/redflags.yaml."""

    id: Name
    when: Text
    text: Text
    do: Text
    urgency: Literal["now", "day", "soon"]
    sources: tuple[Text, ...]


class TruthWords(Shape, frozen=True):
    """One statement in content/<language>/truths.yaml."""

    id: Name
    text: Text
    answer: Answer
    why: Text
    claim: Text


class HuntFacts(Shape, frozen=True):
    """One spot in content/find.yaml."""

    entry: Text
    layer: Layer
    x: Millimetres
    y: Millimetres
    both: bool = False


class FindFacts(Shape, frozen=True):
    """content/find.yaml."""

    hunts: dict[str, HuntFacts]
    claims: tuple[Text, ...] = ()


class FindWords(Shape, frozen=True):
    """content/<language>/find.yaml."""

    examiners: Text
    hunts: dict[str, Text]


class PromptWords(Shape, frozen=True):
    """One prompt in content/<language>/sheet.yaml."""

    id: Name
    text: Text
    hint: str = ""


class AskedWords(Shape, frozen=True):
    """One suggested question in content/<language>/sheet.yaml."""

    id: Name
    text: Text


class SheetWords(Shape, frozen=True):
    """content/<language>/sheet.yaml."""

    title: Text
    lead: Text
    note: Text
    prompts: tuple[PromptWords, ...]
    questions: tuple[AskedWords, ...]


class SignpostWords(Shape, frozen=True):
    """What a search finds one panel by, in content/<language>/signposts.yaml."""

    title: Text
    summary: Text
    names: tuple[Text, ...] = ()
