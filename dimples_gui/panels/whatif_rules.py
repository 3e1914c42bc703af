"""The words under the sliders: the rules in use, each with what it rests on, and the two popular figures."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import LAYERS, Atlas, Claim
from dimples_gui.panels.claim_text import badge, claim_paragraphs, toggle
from dimples_gui.panels.grades import verdict_word
from dimples_gui.panels.leaf import SCHEME, Leaf, Paragraph, Run, plain
from dimples_gui.panels.whatif_words import explanation_name, explanation_of, who_holds
from dimples_gui.scene import WHATIF, Scene, from_link, to_link

translate = QCoreApplication.translate

UNSETTLED = "c6"  # the claim that nothing was found that settles it
FIGURES = ("c26", "c27")  # the claims on the popular figures of body fat
FIGURES_AT = "body-fat"  # the entry that cites them


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  # lupdate looks for this name
    """Mark a text for translation and hand it on."""
    return text


class Rule(NamedTuple):
    """One rule by which the dents are drawn: the claim that it is read from, and an entry that cites this.

    Without a claim the rule is illustrative: chosen so that the drawing is whole, and resting on nothing. A popular one
    is what people say, on which the claim's verdict is.
    """

    says: str
    claim: str = ""
    entry: str = ""
    popular: bool = False


RULES = {
    "held-down": (
        Rule(QT_TRANSLATE_NOOP("WhatIf", "The skin is held down at one point, and the tissue around it is fuller."),
             "c7", "tether"),
        Rule(QT_TRANSLATE_NOOP("WhatIf", "More fat around that point makes the dent deeper."), "c22", "body-fat"),
        Rule(QT_TRANSLATE_NOOP("WhatIf", "More muscle makes it a little deeper.")),
        Rule(QT_TRANSLATE_NOOP("WhatIf", "The shorter the tether, the deeper the dent; without one there is none."),
             "c10", "tether"),
    ),
    "filled-in": (
        Rule(QT_TRANSLATE_NOOP("WhatIf", "Fat fills the hollow, until the dent is gone."), "c23", "body-fat", True),
        Rule(QT_TRANSLATE_NOOP("WhatIf", "Less fat makes the dent deeper."), "c22", "body-fat", True),
        Rule(QT_TRANSLATE_NOOP("WhatIf", "Muscle changes nothing.")),
        Rule(QT_TRANSLATE_NOOP("WhatIf", "The shorter the tether, the deeper the dent; without one there is none."),
             "c10", "tether"),
    ),
    "between-muscles": (
        Rule(QT_TRANSLATE_NOOP("WhatIf", "Muscle swells around the bony point but not over it: the more muscle, the "
                               "deeper the hollow."), "c14", "exercise"),
        Rule(QT_TRANSLATE_NOOP("WhatIf", "More fat makes it softer and wider.")),
        Rule(QT_TRANSLATE_NOOP("WhatIf", "A tether changes nothing: no fibres are needed."), "c6", "dimple"),
    ),
}  # fmt: skip
FOR_ALL = (
    Rule(QT_TRANSLATE_NOOP("WhatIf", "A procedure leaves a planned dent in the fat."), "c42", "procedures"),
    Rule(QT_TRANSLATE_NOOP("WhatIf", "Skin and fat together are thinnest around the bony point."), "c13", "psis"),
    Rule(QT_TRANSLATE_NOOP("WhatIf", "The dent lies over the bony point, in every build."), "c9", "dimple"),
    Rule(QT_TRANSLATE_NOOP("WhatIf", "How many millimetres deep and how easy to see: no study of either was found. The "
                           "figures are set so that all three explanations draw the same dent in the middling build.")),
)  # fmt: skip


def rules_leaf(atlas: Atlas, scene: Scene) -> Leaf:
    """The rules of the scene's explanation, and of all three; badges open as the scene has them."""
    explanation = explanation_of(scene)
    title = translate("WhatIf", "What if")
    holds = translate("WhatIf", "The rules of “{name}” ({who})").format(
        name=explanation_name(explanation), who=who_holds(explanation)
    )
    paragraphs = [plain("heading", holds)]
    for rule in (*RULES[explanation.id], *FOR_ALL):
        paragraphs += _stated(atlas, scene, rule)
    paragraphs += _unsettled(atlas, scene)
    paragraphs += _figures(atlas, scene)
    return Leaf(WHATIF, title, tuple(paragraphs))


def _stated(atlas: Atlas, scene: Scene, rule: Rule) -> list[Paragraph]:
    """A rule with the badge of its claim and the way to it; below, when it is open, the claim and what is behind it."""
    says, claim = translate("WhatIf", rule.says), atlas.claims.get(rule.claim)
    if not claim:
        hint = translate("WhatIf", "Chosen so that the drawing is whole; it rests on no source.")
        return [Paragraph("claim", (Run(says), Run(" "), Run(translate("WhatIf", "illustrative"), "em", hint=hint)))]
    opened = claim.id in scene.opened
    runs = [Run(says), *_way_to(atlas, rule), *(_verdict(claim) if rule.popular else ()), Run(" ")]
    stated = Paragraph("claim", (*runs, toggle(claim, opened=opened)), claim.id)
    return [stated, *(_behind(atlas, claim) if opened else ())]


def _verdict(claim: Claim) -> tuple[Run, ...]:
    """What is to be thought of what people say."""
    hint = translate("Claim", "The verdict on what people say; the letter grades our own sentence.")
    return Run(" "), Run(verdict_word(claim.verdict), "verdict", hint=hint, sign=claim.verdict)


def _way_to(atlas: Atlas, rule: Rule) -> tuple[Run, ...]:
    """A link to the entry that cites the claim, with its badge open."""
    entry = atlas.entries.get(rule.entry)
    if not entry:
        return ()
    words = translate("WhatIf", "see {entry}").format(entry=entry.short_title)
    spoken = translate("WhatIf", "See the statement in {entry}").format(entry=entry.title)
    return Run(" "), Run(words, "", f"{SCHEME}{entry.id}?opened={rule.claim}", spoken, spoken)


def _behind(atlas: Atlas, claim: Claim) -> list[Paragraph]:
    """The claim itself, which the letter grades, and what it rests on."""
    _, first, *rest = claim_paragraphs(atlas, claim, opened=True, here=frozenset())
    label = translate("WhatIf", "The rule is read from:")
    stated = (Run(label, "label"), Run(" "), Run(claim.text), Run(" "), badge(claim.grade))
    return [first._replace(runs=stated), first._replace(role="behind"), *rest]


def _unsettled(atlas: Atlas, scene: Scene) -> list[Paragraph]:
    """Nobody knows which of the three is right."""
    paragraphs = [plain("heading", translate("WhatIf", "Which of the three is right?"))]
    claim = atlas.claims.get(UNSETTLED)
    words = translate("WhatIf", "Nobody has measured it. This reference prefers none.")
    if not claim:
        return [*paragraphs, plain("text", words)]
    if any(rule.claim == claim.id for rule in RULES[scene.explanation]):  # it stands above
        return [*paragraphs, Paragraph("text", (Run(words), Run(" "), badge(claim.grade)))]
    opened = claim.id in scene.opened
    stated = Paragraph("claim", (Run(words), Run(" "), toggle(claim, opened=opened)), claim.id)
    return [*paragraphs, stated, *(_behind(atlas, claim) if opened else ())]


def _figures(atlas: Atlas, scene: Scene) -> list[Paragraph]:
    """The marks on the chart: what people say, the verdict, and why."""
    claims = [atlas.claims[key] for key in FIGURES if key in atlas.claims]
    paragraphs = [plain("heading", translate("WhatIf", "The two marks on the chart"))] if claims else []
    for claim in claims:
        said = (Run(translate("Claim", "People say:"), "label"), Run(f" “{claim.popular}”"), *_verdict(claim))
        paragraphs.append(Paragraph("text", said))
        paragraphs += claim_paragraphs(atlas, claim, opened=claim.id in scene.opened, here=frozenset(FIGURES))
    if FIGURES_AT in atlas.entries and claims:
        title = atlas.entries[FIGURES_AT].title
        link = f"{SCHEME}{FIGURES_AT}?opened={FIGURES[0]}"
        more = translate("WhatIf", "Read more: {entry}").format(entry=title)
        paragraphs.append(Paragraph("text", (Run(more, "", link),)))
    return paragraphs


def with_body(link: str, scene: Scene, atlas: Atlas) -> str:
    """A link of the rules to an entry, to be seen with the scene's bodies, on its layer if the entry is seen there."""
    found = from_link(link)
    layers = atlas.entries[found.name].seen_on() or LAYERS
    depth = scene.depth if scene.layer in layers else float(LAYERS.index(layers[0]))
    return to_link(scene._replace(name=found.name, opened=found.opened, depth=depth, question=0, step=0))
