"""Taking out of an atlas what refers to something that it does not hold, so that a view may trust every name."""

from collections.abc import Container

from dimples_gui.atlas.links import HOME, PANELS, read_link
from dimples_gui.atlas.model import LIVING_CUTS, Atlas, Claim, Entry, Near, Question
from dimples_gui.errors import LinkError

NOWHERE = Near()


def pruned(atlas: Atlas) -> Atlas:
    """The atlas without loose ends. A pin whose icon is missing stays, without it."""
    claims = {id_: _pruned_claim(claim, atlas) for id_, claim in atlas.claims.items()}
    terms = {
        id_: term._replace(
            sources=held(term.sources, atlas.sources),
            claims=held(term.claims, atlas.claims),
            opens=term.opens if term.opens in atlas.entries else "",
        )
        for id_, term in atlas.glossary.items()
    }
    home = atlas.home._replace(questions=tuple(_pruned_question(question, atlas) for question in atlas.home.questions))
    outlines = frozenset(outline.id for outline in atlas.plate.outlines)
    cuts = frozenset((*LIVING_CUTS, *(outline.id for outline in atlas.section.outlines)))
    entries = {id_: _pruned_entry(entry, atlas, outlines, cuts) for id_, entry in atlas.entries.items()}
    return atlas._replace(entries=entries, claims=claims, home=home, glossary=terms)


def _pruned_claim(claim: Claim, atlas: Atlas) -> Claim:
    """A claim that names only what is there."""
    sources, bases = held(claim.sources, atlas.sources), held(claim.inferred_from, atlas.claims)
    if sources is claim.sources and bases is claim.inferred_from:  # as nearly always
        return claim
    return claim._replace(sources=sources, inferred_from=bases)


def _pruned_question(question: Question, atlas: Atlas) -> Question:
    """A question that leads nowhere that is not there; a step that would shows home instead."""
    steps = tuple(
        step._replace(
            shows=step.shows if _leads_somewhere(step.shows, atlas) else f"dimples:{HOME}",
            claims=held(step.claims, atlas.claims),
        )
        for step in question.steps
    )
    return question._replace(opens=question.opens if question.opens in atlas.entries else "", steps=steps)


def _leads_somewhere(link: str, atlas: Atlas) -> bool:
    """Whether a link can be followed."""
    try:
        name, _ = read_link(link)
    except LinkError:
        return False
    return name in atlas.entries or name in PANELS


def _pruned_entry(entry: Entry, atlas: Atlas, outlines: frozenset[str], cuts: frozenset[str]) -> Entry:
    """An entry that names only what is there."""
    pin, entries = entry.pin, atlas.entries
    if pin and pin.icon not in atlas.icons:
        entry = entry._replace(pin=pin._replace(icon=""))
    cited = [held(section.claims, atlas.claims) for section in entry.sections]
    if any(names is not section.claims for names, section in zip(cited, entry.sections, strict=True)):
        pairs = zip(entry.sections, cited, strict=True)
        entry = entry._replace(sections=tuple([section._replace(claims=names) for section, names in pairs]))
    if entry.near != NOWHERE:
        entry = entry._replace(near=Near._make([held(names, entries) for names in entry.near]))
    if entry.outlines or entry.cut or entry.related:
        entry = entry._replace(
            outlines=held(entry.outlines, outlines),
            cut=held(entry.cut, cuts) if atlas.section.layers else (),
            related=held(entry.related, entries),
        )
    return entry


def held(names: tuple[str, ...], there: Container[str]) -> tuple[str, ...]:
    """Those names that are there, each once."""
    for name in names:
        if name not in there or names.count(name) > 1:
            return tuple(other for other in dict.fromkeys(names) if other in there)
    return names
