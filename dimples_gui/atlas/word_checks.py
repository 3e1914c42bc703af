"""Rules for the words of home and of the glossary, and for the links that stand in any text."""

import re
from collections.abc import Callable, Container, Iterator

from dimples_gui.atlas.decide_texts import texts_of
from dimples_gui.atlas.draft import Draft
from dimples_gui.atlas.links import PANELS, read_link
from dimples_gui.atlas.marked_yaml import Origin, Steps
from dimples_gui.atlas.model import Problem
from dimples_gui.errors import LinkError

_LINK = re.compile(r"\]\(\s*<?([^)>\s]*)|<([a-z]+:[^>\s]*)>")  # of Markdown
_OURS, _WEB = "dimples:", "https://"


# --- the steps of an answer -------------------------------------------------------------------------------------------


def _unknown_answers(draft: Draft) -> Iterator[Problem]:
    for number, question in enumerate(draft.atlas.home.questions):
        if question.opens and question.opens not in draft.known.entries:
            where = draft.origins.home.at("questions", number, "opens")
            yield Problem(where, f"home: there is no entry “{question.opens}” for the question to open")


def _faulty_steps(draft: Draft) -> Iterator[Problem]:
    """Steps that rest on nothing, on what is not there, or show nothing."""
    for number, question in enumerate(draft.atlas.home.questions):
        for position, step in enumerate(question.steps):
            origin = draft.origins.home.below("questions", number, "steps", position)
            label = f"home: step {position + 1} of “{question.question}”"
            if not step.claims:
                yield Problem(origin.at(), f"{label} rests on nothing: give it claims")
            yield from missing(origin, "claims", step.claims, draft.known.claims, label)
            if fault := _fault_of_link(step.shows, draft):
                yield Problem(origin.at("shows"), f"{label}: {fault}")


# --- the glossary -----------------------------------------------------------------------------------------------------


def _faulty_terms(draft: Draft) -> Iterator[Problem]:
    """Terms that rest on nothing or on what is not there."""
    for id_, term in draft.atlas.glossary.items():
        origin, label = draft.origins.terms[id_], f"term {id_}"
        if not (term.sources or term.claims):
            yield Problem(origin.at(), f"{label} rests on nothing: give it claims or sources")
        yield from missing(origin, "claims", term.claims, draft.known.claims, label)
        yield from missing(origin, "sources", term.sources, draft.known.sources, label)
        if term.opens and term.opens not in draft.known.entries:
            yield Problem(origin.at("opens"), f"{label}: there is no entry “{term.opens}” to open")


def _terms_written_alike(draft: Draft) -> Iterator[Problem]:
    """Words that two terms explain, or that one term has twice: nobody could tell which is meant."""
    first: dict[str, str] = {}
    for id_, term in draft.atlas.glossary.items():
        ways: list[Steps] = [("title",), *(("forms", position) for position in range(len(term.forms)))]
        for way, word in zip(ways, (term.title, *term.forms), strict=True):
            other = first.setdefault(" ".join(word.casefold().split()), f"{id_} {way}")
            if other != f"{id_} {way}":
                text = f"term {id_}: “{word}” is explained by term {other.split()[0]} too: take it out of one"
                yield Problem(draft.origins.terms[id_].at(*way), text)


# --- links in any text ------------------------------------------------------------------------------------------------


def _dangling_links(draft: Draft) -> Iterator[Problem]:
    for label, origin, way, text in _texts_with_links(draft):
        for link in _LINK.finditer(text):
            address = link[1] if link[2] is None else link[2]
            if fault := _fault_of_address(address, draft):
                yield Problem(origin.find(address, *way), f"{label}: {fault}")


def _fault_of_address(address: str, draft: Draft) -> str:
    """What is wrong with an address in a text; empty if nothing is."""
    if address.startswith(_WEB):
        return ""
    if not address.startswith(_OURS):
        return f"the link “{address}” is neither {_OURS} nor {_WEB}: write it in full"
    return _fault_of_link(address, draft)


def _fault_of_link(link: str, draft: Draft) -> str:
    """What is wrong with a link within the program; empty if nothing is."""
    try:
        name, values = read_link(link)
    except LinkError as error:
        return str(error)
    if name in PANELS:
        return ""
    if name not in draft.known.entries:
        return f"the link {_OURS}{name} leads nowhere: there is no entry “{name}”"
    opened = values.get("opened")
    for claim in opened if isinstance(opened, tuple) else ():
        if claim not in draft.known.claims:
            return f"the link {link} opens a claim that is not there: there is no claim “{claim}”"
    return ""


def _texts_with_links(draft: Draft) -> Iterator[tuple[str, Origin, Steps, str]]:
    """Every text that may hold links: what it belongs to, where that is, the way to the text, the text."""
    atlas, origins = draft.atlas, draft.origins
    yield from _texts_of_home(draft)
    yield from texts_of(draft.deciding)
    for id_, entry in atlas.entries.items():
        if _may_link(entry.answer):
            yield f"entry {id_}", origins.words[id_], ("answer",), entry.answer
        for number, section in enumerate(entry.sections):
            if _may_link(section.text):
                yield f"entry {id_}", origins.words[id_], ("sections", number, "text"), section.text
    for id_, claim in atlas.claims.items():
        if _may_link(f"{claim.text}{claim.popular}{claim.detail}"):
            texts = {"text": claim.text, "popular": claim.popular, "detail": claim.detail}
            yield from ((f"claim {id_}", origins.claims[id_], (key,), text) for key, text in texts.items())
    for id_, term in atlas.glossary.items():
        yield f"term {id_}", origins.terms[id_], ("text",), term.text


def _may_link(text: str) -> bool:
    """Whether there may be a link in a text, at a glance."""
    return "](" in text or "<" in text


def _texts_of_home(draft: Draft) -> Iterator[tuple[str, Origin, Steps, str]]:
    """Those of the home panel."""
    home, origin = draft.atlas.home, draft.origins.home
    for key in ("lead", "note"):
        yield "home", origin, (key,), getattr(home, key)
    for number, question in enumerate(home.questions):
        for position, step in enumerate(question.steps):
            yield "home", origin, ("questions", number, "steps", position, "text"), step.text


def missing(origin: Origin, key: str, names: tuple[str, ...], known: Container[str], label: str) -> Iterator[Problem]:
    """Names in a list that are not there, or there twice."""
    for position, name in enumerate(names):
        if name not in known:
            yield Problem(origin.at(key, position), f"{label}: there is no {key[:-1]} “{name}” in {key}.yaml")
        elif name in names[:position]:
            yield Problem(origin.at(key, position), f"{label} names {key[:-1]} {name} twice: take out one")


WORD_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    _unknown_answers,
    _faulty_steps,
    _faulty_terms,
    _terms_written_alike,
    _dangling_links,
)
