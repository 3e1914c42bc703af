"""A round of popular sentences: what the reader said to each, how sure, and how often that was right."""

from collections.abc import Sequence
from typing import NamedTuple

from dimples_gui.atlas.decide import Truth

ANSWERS = ("true", "false", "unknown")
SURENESS = {"guess": 0.40, "fairly": 0.70, "certain": 0.95}  # what each degree stands for, as a share that is right
LEAST = 3  # answers, before anything can be said of them


class Said(NamedTuple):
    """What the reader said to one sentence."""

    answer: str  # one of ANSWERS
    sure: str  # one of SURENESS


class Tally(NamedTuple):
    """How often one degree of sureness was said, and how often it was right."""

    sure: str
    times: int
    right: int


class Round:
    """Where the reader is in the row of sentences, and what was said so far. Nothing is kept beyond the visit."""

    def __init__(self, truths: Sequence[Truth]) -> None:
        self.truths = tuple(truths)
        self.said: dict[str, Said] = {}
        self.at = 0  # as many as there are sentences: what became of all of it
        self._left = 0  # where the reader was before

    @property
    def current(self) -> Truth | None:
        """The sentence in view; none at the end."""
        return self.truths[self.at] if self.at < len(self.truths) else None

    @property
    def answered(self) -> Said | None:
        """What was said to the sentence in view, if it was answered."""
        return self.said.get(self.current.id) if self.current else None

    @property
    def can_be_told(self) -> bool:
        """Whether there are answers enough to say something of them."""
        return len(self.said) >= LEAST

    def say(self, said: Said) -> None:
        """Answer the sentence in view; the first answer counts."""
        if self.current:
            self.said.setdefault(self.current.id, said)

    @property
    def waiting(self) -> bool:
        """Whether a sentence has no answer."""
        return len(self.said) < len(self.truths)

    def step(self, by: int) -> None:
        """Go on, or back; from the end, to where the reader was before."""
        if not self.current and by < 0:
            self.at = self._left
        else:
            self._left, self.at = self.at, min(max(self.at + by, 0), len(self.truths))

    def go_on(self) -> None:
        """Go from the end to a sentence without an answer: the next one after where the reader was, if there is one."""
        many = len(self.truths)
        first = self._left % max(many - 1, 1)  # who went through to the last begins with the first
        order = [(first + by) % many for by in range(many)]
        self.at = next((at for at in order if self.truths[at].id not in self.said), self.at)

    def go_to(self, name: str) -> bool:
        """Go to a sentence by its id; whether there is one."""
        for number, truth in enumerate(self.truths):
            if truth.id == name:
                self.at = number
                return True
        return False

    def finish(self) -> None:
        """Go to the end."""
        self._left, self.at = self.at, len(self.truths)

    def begin_again(self) -> None:
        """Forget all answers."""
        self.said.clear()
        self.at = self._left = 0

    def is_right(self, truth: Truth) -> bool:
        """Whether the reader said of it what is known."""
        said = self.said.get(truth.id)
        return said is not None and said.answer == truth.answer

    def tallies(self) -> tuple[Tally, ...]:
        """Of each degree that was said, the least sure first."""
        told = []
        for sure in SURENESS:
            among = [truth for truth in self.truths if truth.id in self.said and self.said[truth.id].sure == sure]
            told.append(Tally(sure, len(among), sum(self.is_right(truth) for truth in among)))
        return tuple(tally for tally in told if tally.times)


def mean_sureness(tallies: Sequence[Tally]) -> float:
    """How sure the reader was in the mean, as a share; of no answers, 0."""
    times = sum(tally.times for tally in tallies)
    return sum(SURENESS[tally.sure] * tally.times for tally in tallies) / max(times, 1)


def share_right(tallies: Sequence[Tally]) -> float:
    """How many of the answers were right, as a share; of no answers, 0."""
    return sum(tally.right for tally in tallies) / max(sum(tally.times for tally in tallies), 1)
