"""Taking out of an atlas what refers to something that it does not hold, so that a view may trust every name."""

from collections.abc import Container

from dimples_gui.atlas.links import HOME, PANELS, read_link
from dimples_gui.atlas.model import Atlas, Entry, Near, Question
from dimples_gui.errors import LinkError


def pruned(atlas: Atlas) -> Atlas:
    """The atlas without loose ends. A pin whose icon is missing stays, without it."""
    claims = {
        id_: claim._replace(
            sources=_held(claim.sources, atlas.sources), inferred_from=_held(claim.inferred_from, atlas.claims)
        )
        for id_, claim in atlas.claims.items()
    }
    terms = {
        id_: term._replace(
            sources=_held(term.sources, atlas.sources),
            claims=_held(term.claims, atlas.claims),
            opens=term.opens if term.opens in atlas.entries else "",
        )
        for id_, term in atlas.glossary.items()
    }
    home = atlas.home._replace(questions=tuple(_pruned_question(question, atlas) for question in atlas.home.questions))
    outlines = frozenset(outline.id for outline in atlas.plate.outlines)
    entries = {id_: _pruned_entry(entry, atlas, outlines) for id_, entry in atlas.entries.items()}
    return atlas._replace(entries=entries, claims=claims, home=home, glossary=terms)


def _pruned_question(question: Question, atlas: Atlas) -> Question:
    """A question that leads nowhere that is not there; a step that would shows home instead."""
    steps = tuple(
        step._replace(
            shows=step.shows if _leads_somewhere(step.shows, atlas) else f"dimples:{HOME}",
            claims=_held(step.claims, atlas.claims),
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


def _pruned_entry(entry: Entry, atlas: Atlas, outlines: frozenset[str]) -> Entry:
    """An entry that names only what is there."""
    pin = entry.pin
    return entry._replace(
        sections=tuple(section._replace(claims=_held(section.claims, atlas.claims)) for section in entry.sections),
        outlines=_held(entry.outlines, outlines),
        pin=pin._replace(icon="") if pin and pin.icon not in atlas.icons else pin,
        near=Near(*(_held(names, atlas.entries) for names in entry.near)),
        related=_held(entry.related, atlas.entries),
    )


def _held(names: tuple[str, ...], there: Container[str]) -> tuple[str, ...]:
    """Those names that are there, each once."""
    if len(names) < 2 or len(set(names)) == len(names):  # as it nearly always is
        return names if all(map(there.__contains__, names)) else tuple(filter(there.__contains__, names))
    return tuple(name for name in dict.fromkeys(names) if name in there)
