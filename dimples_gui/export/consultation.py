"""What stands on the consultation sheet, as values: what the reader looked at, what matters, what to ask, the works."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from dimples_gui.atlas.decide import Sheet, decide_of
from dimples_gui.atlas.model import Atlas, Source
from dimples_gui.export.cited import sources_of
from dimples_gui.scene import Scene

LONGEST_ANSWER, LONGEST_QUESTION = 180, 100  # letters
MOST_OWN, MOST_LOOKED, MOST_WORKS = 3, 8, 4
SUGGESTED_AT_FIRST = 6


class Answers(NamedTuple):
    """What the reader filled in; kept for the visit only."""

    looked: tuple[str, ...] = ()  # entries
    said: tuple[tuple[str, str], ...] = ()  # by prompt
    asked: tuple[str, ...] = ()  # suggested questions, by id
    own: tuple[str, ...] = ()

    def to(self, prompt: str) -> str:
        """What was said to a prompt."""
        return dict(self.said).get(prompt, "")


class Consultation(NamedTuple):
    """The sheet, filled in: words only."""

    sheet: Sheet
    looked: tuple[str, ...]  # titles
    said: tuple[tuple[str, str, str], ...]  # prompt, hint, answer
    questions: tuple[str, ...]
    works: tuple[Source, ...]
    more_works: int


def first_answers(atlas: Atlas, looked: Iterable[str]) -> Answers:
    """Before the reader filled in anything: the entries looked at, and the first few suggested questions."""
    sheet = decide_of(atlas.decide).sheet
    entries = tuple(name for name in looked if name in atlas.entries)[:MOST_LOOKED]
    return Answers(entries, asked=tuple(id_ for id_, _ in sheet.questions[:SUGGESTED_AT_FIRST]))


def consultation_of(atlas: Atlas, answers: Answers) -> Consultation:
    """The sheet with these answers. Longer ones are cut: it is one page."""
    sheet = decide_of(atlas.decide).sheet
    entries = [name for name in answers.looked if name in atlas.entries][:MOST_LOOKED]
    said = tuple((prompt.text, prompt.hint, tidy(answers.to(prompt.id), LONGEST_ANSWER)) for prompt in sheet.prompts)
    suggested = [words for id_, words in sheet.questions if id_ in answers.asked]
    own = [question for question in (tidy(words, LONGEST_QUESTION) for words in answers.own) if question][:MOST_OWN]
    counted = Counter(key for name in entries for key in sources_of(atlas, Scene(name)) if key in atlas.sources)
    works = tuple(atlas.sources[key] for key, _ in counted.most_common(MOST_WORKS))
    titles = tuple(atlas.entries[name].title for name in entries)
    return Consultation(sheet, titles, said, (*suggested, *own), works, len(counted) - len(works))


def tidy(text: str, longest: int) -> str:
    """In one line, and no longer than that."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
