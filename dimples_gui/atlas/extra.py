"""What an administrator adds to an atlas: folders of content beside it, that can't take away what is there already."""

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dimples_gui.atlas.checks import check
from dimples_gui.atlas.draft import Draft, Known, Origins
from dimples_gui.atlas.fitting import AnyShape
from dimples_gui.atlas.library import Anything, Items, Library
from dimples_gui.atlas.loader import at_one_go, files_of_claims, keep_drawing, on_one_line, read_entries
from dimples_gui.atlas.marked_yaml import Origin, Page
from dimples_gui.atlas.model import Atlas, Entry, Home, Outline, Problem, Term, Where
from dimples_gui.atlas.outlines import read_icon
from dimples_gui.atlas.pruning import pruned
from dimples_gui.atlas.reading import shown
from dimples_gui.atlas.shapes import ClaimWords, EntryFacts, MoreHomeWords, SourceFacts, TermWords
from dimples_gui.atlas.values import claim_of, questions_of, source_of, term_of
from dimples_gui.paths import is_there

AT_TOP = ("entries.yaml", "sources.yaml")
IN_LANGUAGE = ("claims.yaml", "glossary.yaml", "home.yaml")
_NOTHING: Items[Any] = Items({}, {}, frozenset())


def extended(atlas: Atlas, folder: Path, language: str) -> Atlas:
    """The atlas with what each folder in `folder` adds, in the order of their names.

    Whatever is broken, or has the name of something that is there already, is left out and told.
    """
    with at_one_go():
        try:
            names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            problem = Problem(
                Where(shown(folder)), f"this folder can't be read ({error.strerror}): mend it or delete it"
            )
            return atlas._replace(problems=(*atlas.problems, problem))
        for name in names:
            if (folder / name).is_dir():
                atlas = _Addition(folder / name, atlas, language).joined()
            elif name.endswith((".yaml", ".yml")):
                text = "nothing reads this file: put it into a folder with a name of its own beside it"
                atlas = atlas._replace(problems=(*atlas.problems, Problem(Where(shown(folder / name)), text)))
        return atlas


class _Words(NamedTuple):
    """What an addition says in one language."""

    claims: Items[ClaimWords]
    terms: Items[TermWords]
    home: Home
    home_origin: Origin


class _Addition:
    """One folder of content, and the atlas that it is added to."""

    def __init__(self, folder: Path, atlas: Atlas, language: str) -> None:
        self._library, self._atlas, self._language = Library(folder), atlas, language

    def joined(self) -> Atlas:
        """The atlas with all of the folder that is sound."""
        atlas, draft = self._atlas, self._draft()
        own = draft.atlas
        last = max((entry.rank for entry in atlas.entries.values()), default=0)
        entries = {id_: entry._replace(rank=last + entry.rank) for id_, entry in own.entries.items()}
        problems = sorted({on_one_line(problem) for problem in (*draft.problems, *check(draft))})
        return pruned(
            atlas._replace(
                entries=atlas.entries | entries,
                claims=atlas.claims | own.claims,
                sources=atlas.sources | own.sources,
                glossary=atlas.glossary | own.glossary,
                icons=atlas.icons | own.icons,
                home=atlas.home._replace(questions=(*atlas.home.questions, *own.home.questions)),
                problems=(*atlas.problems, *problems),
            )
        )

    def _draft(self) -> Draft:
        """What the folder holds, beside an atlas of which only the names are known."""
        library, atlas = self._library, self._atlas
        facts = self._new(self._keyed("entries.yaml", EntryFacts, "entry"), atlas.entries, "entry")
        sources = self._new(self._listed(["sources.yaml"], SourceFacts, "key", "source"), atlas.sources, "source")
        words = self._words()
        read, origins = read_entries(library, f"{self._language}/entries", facts)
        own_icons, icon_names = self._icons()
        own = Atlas(
            language=self._language,
            entries=dict(self._sound_entries(read, facts, origins)),
            claims={id_: claim_of(claim) for id_, claim in words.claims.values.items()},
            sources={key: source_of(source) for key, source in sources.values.items()},
            home=words.home,
            plate=atlas.plate._replace(outlines=()),
            icons=own_icons,
            glossary=dict(self._sound_terms(words.terms)),
        )
        self._tell_strangers()
        return Draft(
            atlas=own,
            known=Known(
                _also(facts.known, atlas.entries), _also(words.claims.known, atlas.claims),
                _also(sources.known, atlas.sources), frozenset(), _also(icon_names, atlas.icons),
            ),
            origins=Origins(
                facts.origins, origins, words.claims.origins, sources.origins, words.home_origin, words.terms.origins,
                Where(""), {},
            ),
            claimed=Anything(),
            inert=frozenset(),
            problems=tuple(library.problems),
        )  # fmt: skip

    # --- files, of which none need be there -----------------------------------------------------------------------

    def _keyed(self, name: str, shape: type[AnyShape], noun: str) -> Items[AnyShape]:
        return self._library.keyed(name, shape, noun) if is_there(self._library.folder / name) else _NOTHING

    def _listed(self, names: list[str], shape: type[AnyShape], key: str, noun: str) -> Items[AnyShape]:
        there = [name for name in names if is_there(self._library.folder / name)]
        return self._library.listed(there, shape, key, noun) if there else _NOTHING

    def _words(self) -> _Words:
        """The words of the language; where there are none, that is told."""
        library, language, atlas = self._library, self._language, self._atlas
        home, home_origin = Home(), Origin(Page(""))
        if not is_there(library.folder / language):
            library.problems.append(
                Problem(library.where(language), f"there are no words in the language “{language}”")
            )
            return _Words(_NOTHING, _NOTHING, home, home_origin)
        claims = self._listed(files_of_claims(library, language), ClaimWords, "id", "claim")
        terms = self._listed([f"{language}/glossary.yaml"], TermWords, "id", "term")
        if is_there(library.folder / language / "home.yaml"):
            words, home_origin = library.alone(f"{language}/home.yaml", MoreHomeWords, "home")
            home = Home(questions=questions_of(words.questions)) if words else home
        return _Words(
            self._new(claims, atlas.claims, "claim"), self._new(terms, atlas.glossary, "term"), home, home_origin
        )  # fmt: skip

    def _icons(self) -> tuple[dict[str, tuple[Outline, ...]], frozenset[str]]:
        """The icons that can be read, and the names of all."""
        problems, icons, names = self._library.problems, {}, set()
        for file in sorted((self._library.folder / "assets" / "icons").glob("[!.]*.svg")):
            names.add(file.stem)
            drawing = keep_drawing(read_icon, file, self._library.folder, problems)
            if file.stem in self._atlas.icons:
                problems.append(Problem(Where(shown(file)), _taken(f"icon {file.stem}")))
            elif drawing:
                icons[file.stem] = drawing.outlines
        return icons, frozenset(names)

    def _tell_strangers(self) -> None:
        """Tell of files that look like content and are not read."""
        for folder, names in (("", AT_TOP), (self._language, IN_LANGUAGE)):
            for name in sorted(self._library.names(folder) if folder else _names(self._library.folder)):
                if name.endswith((".yaml", ".yml")) and name not in names:
                    text = f"nothing reads this file: here may be {', '.join(names)}"
                    self._library.problems.append(Problem(self._library.where(f"{folder}/{name}".lstrip("/")), text))

    # --- what may not be said twice -------------------------------------------------------------------------------

    def _new(self, items: Items[AnyShape], there: Mapping[str, object], noun: str) -> Items[AnyShape]:
        """The items without those whose name is taken."""
        taken = [name for name in items.origins if name in there]
        for name in taken:
            self._library.problems.append(Problem(items.origins[name].at(), _taken(f"{noun} {name}")))
        kept = {name: origin for name, origin in items.origins.items() if name not in there}
        return items._replace(values={name: items.values[name] for name in kept if name in items.values}, origins=kept)

    def _sound_entries(
        self, read: dict[str, Entry], facts: Items[EntryFacts], words: dict[str, Origin]
    ) -> Iterator[tuple[str, Entry]]:
        """The entries without outlines, which are the plate's; titles that another entry has are told."""
        titles = {key: self._written(getattr(entry, key) for entry in self._atlas.entries.values()) for key in _TITLES}
        for id_, entry in read.items():
            for key in ("outlines", "cut"):
                if getattr(entry, key):
                    text = (
                        f"entry {id_}: the plates' outlines have their entries already: give it a ring or a pin instead"
                    )
                    self._library.problems.append(Problem(facts.origins[id_].at(key), text))
            for key in _TITLES:
                title = getattr(entry, key)
                if title.casefold() in titles[key]:
                    text = f"entry {id_}: another entry has the {key} “{title}”: give it its own"
                    self._library.problems.append(Problem(words[id_].at(key), text))
            yield id_, entry._replace(outlines=(), cut=())

    def _sound_terms(self, terms: Items[TermWords]) -> Iterator[tuple[str, Term]]:
        """The terms of whose words none is explained already."""
        known = self._written(word for term in self._atlas.glossary.values() for word in (term.title, *term.forms))
        for id_, words in terms.values.items():
            if twice := [word for word in (words.title, *words.forms) if word.casefold() in known]:
                text = f"term {id_}: “{twice[0]}” is explained already: take it out"
                self._library.problems.append(Problem(terms.origins[id_].at(), text))
            else:
                yield id_, term_of(words)

    @staticmethod
    def _written(words: Iterable[str]) -> frozenset[str]:
        return frozenset(word.casefold() for word in words)


_TITLES = ("title", "short_title")


def _taken(what: str) -> str:
    return f"{what} is there already: give this one another name"


def _also(known: Container[str], there: Iterable[str]) -> Container[str]:
    """Names of two kinds."""
    return known | frozenset(there) if isinstance(known, frozenset) else known


def _names(folder: Path) -> list[str]:
    """What is in a folder; nothing where that can't be seen."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []
