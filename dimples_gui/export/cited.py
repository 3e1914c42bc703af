"""What a scene cites: the statements that are open, the works that are unfolded, or all that its page rests on."""

from collections.abc import Iterable, Iterator

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.export.bibliography import Work, work_of
from dimples_gui.export.citing import works_of_claim
from dimples_gui.panels.leaves import leaf_of
from dimples_gui.panels.sources_text import in_order, weights_of
from dimples_gui.scene import GLOSSARY, LOOKALIKES, OPTIONS, REDFLAGS, SOURCES, TRUTHS, Scene


def works_in_view(atlas: Atlas, scene: Scene) -> list[Work]:
    """The open statements with their works, or the unfolded works; where nothing is open, all works of the page."""
    claims = [atlas.claims[key] for key in scene.opened if key in atlas.claims]
    if claims:
        works = [work for claim in claims for work in works_of_claim(atlas, claim)]
        return list({work.key: work for work in works}.values())
    if scene.name == SOURCES:
        opened = [atlas.sources[key] for key in scene.opened if key in atlas.sources]
        return [work_of(source) for source in opened] if opened else all_works(atlas)
    return [work_of(atlas.sources[key]) for key in dict.fromkeys(sources_of(atlas, scene)) if key in atlas.sources]


def all_works(atlas: Atlas) -> list[Work]:
    """Every work that something rests on, in the order of the list of sources."""
    cited = weights_of(atlas)
    return [work_of(source) for source in in_order(atlas) if source.key in cited]


def sources_of(atlas: Atlas, scene: Scene) -> Iterator[str]:
    """The keys of the works that a scene's page rests on, as often as it cites them."""
    if scene.name == GLOSSARY and not scene.question:
        for term in atlas.glossary.values():
            yield from term.sources
            yield from _under(atlas, term.claims)
        return
    if scene.name in {OPTIONS, LOOKALIKES, REDFLAGS, TRUTHS} and not scene.question:
        yield from _deciding(atlas, scene.name)
        return
    if scene.question and scene.question <= len(atlas.home.questions):
        for step in atlas.home.questions[scene.question - 1].steps:
            yield from _under(atlas, step.claims)
        return
    yield from _under(atlas, dict.fromkeys(paragraph.claim for paragraph in leaf_of(atlas, scene).paragraphs))


def _deciding(atlas: Atlas, panel: str) -> Iterator[str]:
    """Of the panels that help to decide."""
    decide = decide_of(atlas.decide)
    if panel == OPTIONS:
        for option in decide.options.options:
            for cell in option.cells:
                yield from _under(atlas, (*cell.claims, *(rate.claim for rate in cell.rates)))
        yield from decide.options.sources
    elif panel == LOOKALIKES:
        for alike in decide.lookalikes:
            yield from _under(atlas, alike.claims)
    elif panel == REDFLAGS:
        for flag in decide.redflags:
            yield from flag.sources
    else:
        yield from _under(atlas, (truth.claim for truth in decide.truths))


def _under(atlas: Atlas, claims: Iterable[str]) -> Iterator[str]:
    """What claims rest on, themselves or through what they are inferred from."""
    for claim in (atlas.claims[key] for key in claims if key in atlas.claims):
        yield from claim.sources
        for base in claim.inferred_from:
            yield from atlas.claims[base].sources if base in atlas.claims else ()
