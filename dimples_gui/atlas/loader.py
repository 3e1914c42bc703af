"""From content and assets on disk to an atlas; what is broken is left out and told."""

import gc
import re
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from dimples_gui.atlas.checks import check
from dimples_gui.atlas.decide import packed
from dimples_gui.atlas.decide_making import made
from dimples_gui.atlas.decide_reading import read_deciding
from dimples_gui.atlas.draft import Draft, Drawn, Known, Origins
from dimples_gui.atlas.library import Anything, Items, Library
from dimples_gui.atlas.links import PANELS
from dimples_gui.atlas.marked_yaml import Origin, Page
from dimples_gui.atlas.model import LIVING_CUTS, SECTION, Atlas, Entry, Home, Outline, Plate, Problem, Where
from dimples_gui.atlas.outlines import Drawing, plate_of, read_icon, read_plate
from dimples_gui.atlas.png import picture_problem
from dimples_gui.atlas.pruning import pruned
from dimples_gui.atlas.reading import printable
from dimples_gui.atlas.shapes import ClaimWords, EntryFacts, EntryWords, HomeWords, SourceFacts, TermWords
from dimples_gui.atlas.values import claim_of, entry_of, home_of, source_of, term_of
from dimples_gui.paths import PLATE, boundary, is_there

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}")
_ENTRY_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")


def load(content: Path, assets: Sequence[Path], language: str) -> Atlas:
    """Read everything and check it. Assets are searched in order; problems come sorted by file and line."""
    with at_one_go():
        draft = read_draft(content, assets, language)
        problems = sorted({on_one_line(problem) for problem in (*draft.problems, *check(draft))})
        atlas = pruned(draft.atlas)
        return atlas._replace(problems=tuple(problems), decide=packed(made(draft.deciding, atlas)))


def on_one_line(problem: Problem) -> Problem:
    """A problem told in one line, though it may quote words that run over several."""
    return problem._replace(text=" ".join(problem.text.splitlines())) if "\n" in problem.text else problem


@contextmanager
def at_one_go() -> Iterator[None]:
    """Do something without looking for garbage in between: what it makes is there to stay, and counts as old."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # else the program's start would be thawed with it
            gc.freeze()
            gc.unfreeze()
        if collects:
            gc.enable()


def read_draft(content: Path, assets: Sequence[Path], language: str) -> Draft:
    """Read everything, each part for itself."""
    library = Library(content)
    facts = library.keyed("entries.yaml", EntryFacts, "entry")
    sources = library.listed(["sources.yaml"], SourceFacts, "key", "source")
    words = _read_language(library, language, facts)
    deciding = read_deciding(library, language)
    pictures = _read_pictures(content, assets)
    drawing = pictures.drawing
    atlas = Atlas(
        language=language,
        entries=words.entries,
        claims={id_: claim_of(claim) for id_, claim in words.claims.values.items()},
        sources={key: source_of(source) for key, source in sources.values.items()},
        home=words.home,
        plate=plate_of(drawing, PLATE) if drawing else Plate(PLATE, 0.0, 0.0, 0.0, 0.0, (), ()),
        icons=pictures.icons,
        glossary={id_: term_of(term) for id_, term in words.terms.values.items()},
    )
    if section := pictures.section.drawing:
        atlas = atlas._replace(section=plate_of(section, SECTION))
    return Draft(
        atlas=atlas,
        known=Known(facts.known, words.claims.known, sources.known, pictures.outlines, pictures.icon_names),
        origins=Origins(
            facts.origins, words.origins, words.claims.origins, sources.origins, words.home_origin,
            words.terms.origins, drawing.where if drawing else Where(""), drawing.lines if drawing else {},
        ),
        claimed=_claimed(facts, "outlines"),
        inert=drawing.inert if drawing else frozenset(),
        problems=(*library.problems, *pictures.problems, *_faulty_layers(content, assets, atlas.plate)),
        section=Drawn(
            atlas.section, "cut", _cuts(pictures.section), _claimed(facts, "cut"),
            section.inert if section else frozenset(), section.where if section else Where(""),
            section.lines if section else {},
        ),
        deciding=deciding,
    )  # fmt: skip


def _claimed(facts: Items[EntryFacts], key: str) -> Container[str]:
    """The outlines that entries name."""
    names = {outline for entry in facts.values.values() for outline in getattr(entry, key)}
    return names if facts.is_whole else Anything()


def _cuts(found: "_Found") -> Container[str]:
    """The outlines that the section has, those that follow the body too."""
    if not found.is_sure:
        return Anything()
    return frozenset((*LIVING_CUTS, *found.drawing.lines)) if found.drawing else frozenset()


class _Language(NamedTuple):
    """What one language says."""

    entries: dict[str, Entry]
    origins: dict[str, Origin]
    claims: Items[ClaimWords]
    home: Home
    home_origin: Origin
    terms: Items[TermWords]


def _read_language(library: Library, language: str, facts: Items[EntryFacts]) -> _Language:
    """Read the words of a language, and put them together with the facts."""
    nothing, nowhere = Items[Any]({}, {}, Anything()), Origin(Page(""))
    if not (_LANGUAGE.fullmatch(language) and is_there(library.folder / language)):
        there = ", ".join(sorted(folder.parent.name for folder in library.folder.glob("*/entries"))) or "none"
        text = f"there are no words in the language “{language}”; the languages here: {there}"
        library.problems.append(Problem(library.where(language), text))
        return _Language({}, {}, nothing, Home(), nowhere, nothing)
    claims = library.listed(files_of_claims(library, language), ClaimWords, "id", "claim")
    home, home_origin = library.alone(f"{language}/home.yaml", HomeWords, "home")
    terms = nothing  # a glossary is a help, not a need
    if is_there(library.folder / language / "glossary.yaml"):
        terms = library.listed([f"{language}/glossary.yaml"], TermWords, "id", "term")
    entries, origins = read_entries(library, f"{language}/entries", facts)
    return _Language(entries, origins, claims, home_of(home) if home else Home(), home_origin, terms)


def files_of_claims(library: Library, language: str) -> list[str]:
    """claims.yaml; who has very many divides it into files of any names in a folder claims."""
    divided = sorted(name for name in library.names(f"{language}/claims") if name.endswith(".yaml"))
    whole = "claims.yaml" in library.names(language) or not divided
    return [*([f"{language}/claims.yaml"] if whole else []), *(f"{language}/claims/{name}" for name in divided)]


def read_entries(library: Library, folder: str, facts: Items[EntryFacts]) -> tuple[dict[str, Entry], dict[str, Origin]]:
    """The entries that have sound facts and sound words, in the order of the facts, and where their words stand."""
    entries: dict[str, Entry] = {}
    origins: dict[str, Origin] = {}
    names = library.names(folder)
    for id_, origin in facts.origins.items():
        name = f"{id_}.yaml"
        if not _ENTRY_ID.fullmatch(id_) or id_ in PANELS:
            text = f"entry {id_}: choose another name, of small letters, digits and hyphens, not {', '.join(PANELS)}"
            library.problems.append(Problem(origin.at(), text))
        elif name not in names:
            text = f"entry {id_} has no words: write {library.where(f'{folder}/{name}').file}"
            library.problems.append(Problem(origin.at(), text))
        else:
            words, origins[id_] = library.alone(f"{folder}/{name}", EntryWords, "entry", id_)
            if words and id_ in facts.values:
                entries[id_] = entry_of(id_, facts.values[id_], words)
    for name in sorted(names):
        stem, _, suffix = name.rpartition(".")
        is_entry = stem in facts.known
        if suffix in ("yaml", "yml") and not (is_entry and suffix == "yaml") and not name.startswith("."):
            why = "its name should end in .yaml" if is_entry else f"no entry “{printable(stem)}” in entries.yaml"
            text = f"nothing reads this file: {why}"
            library.problems.append(Problem(library.where(f"{folder}/{name}"), text))
    return entries, origins


class _Found(NamedTuple):
    """The drawing of a plate, and whether no other one of the author's hides behind a fault."""

    drawing: Drawing | None
    is_sure: bool


class _Pictures(NamedTuple):
    """What the asset folders hold."""

    drawing: Drawing | None
    outlines: Container[str]  # ids, those of broken ones too
    icons: dict[str, tuple[Outline, ...]]
    icon_names: frozenset[str]  # broken ones too
    problems: list[Problem]
    section: _Found


def _read_pictures(content: Path, assets: Sequence[Path]) -> _Pictures:
    """Read the plates and the icons; what an earlier folder has hides the same in a later one, unless it is broken."""
    problems: list[Problem] = []
    back, section = (_find_plate(name, content, assets, problems) for name in (PLATE, SECTION))
    drawings: dict[str, Drawing] = {}
    icon_names: set[str] = set()
    for folder in assets:
        for file in sorted((folder / "icons").glob("[!.]*.svg")):
            icon_names.add(file.stem)
            icon = None if file.stem in drawings else keep_drawing(read_icon, file, boundary(folder, content), problems)
            if icon:
                drawings[file.stem] = icon
    outlines = frozenset(back.drawing.lines) if back.drawing and back.is_sure else Anything()
    icons = {name: drawing.outlines for name, drawing in sorted(drawings.items())}
    return _Pictures(back.drawing, outlines, icons, frozenset(icon_names), problems, section)


def _find_plate(name: str, content: Path, assets: Sequence[Path], problems: list[Problem]) -> _Found:
    """Read one plate; there need be no section."""
    is_sure = bool(assets)
    for folder in assets:
        file = folder / "plates" / f"{name}.svg"
        if is_there(file) or (name == PLATE and folder == assets[-1]):
            drawing = keep_drawing(read_plate, file, boundary(folder, content), problems)
            if drawing:
                return _Found(drawing, is_sure)
            is_sure = False
    return _Found(None, is_sure)


def _faulty_layers(content: Path, assets: Sequence[Path], plate: Plate) -> Iterator[Problem]:
    """The layers whose picture is broken. A layer may have none; it is then tinted flatly."""
    for layer in plate.layers:
        files = [(folder, folder / "plates" / plate.name / f"{layer}.png") for folder in assets]
        found = next(((folder, file) for folder, file in files if is_there(file)), None)
        problem = found and picture_problem(found[1], boundary(found[0], content), plate)
        if problem:
            yield problem


def keep_drawing(
    read: Callable[[Path, Path], Drawing | Problem], file: Path, folder: Path, problems: list[Problem]
) -> Drawing | None:
    """A drawing, if it can be read; what is wrong is noted."""
    drawing = read(file, folder)
    if isinstance(drawing, Problem):
        problems.append(drawing)
        return None
    problems += drawing.problems
    return drawing
