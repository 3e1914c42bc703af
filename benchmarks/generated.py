"""A large atlas made up for measuring: entries of 1.1 kB with two claims each, of real words and of made-up ones."""

import random
import re
from collections.abc import Iterator

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas, Claim, Entry, Near, Section
from dimples_gui.paths import find_places

SYLLABLES = "ba co de fi lum sac ter us pos an il um or gra ven dor mus cul tra ne o pli sti que".split()  # noqa: SIM905  # plainer
RARE = 0.15  # share of made-up words
MADE_UP = 30_000


def generated_atlas(size: int) -> Atlas:
    """The shipped atlas with so many other entries and claims; always the same ones."""
    places = find_places()
    shipped = load(places.content, places.assets, "en")
    pen = Pen(shipped)
    entries: dict[str, Entry] = {}
    claims: dict[str, Claim] = {}
    for number in range(size):
        cited = tuple(f"g{number}-{part}" for part in range(2))
        claims |= {key: pen.claim(key) for key in cited}
        entry = pen.entry(number, cited)
        entries[entry.id] = entry
    return shipped._replace(entries=entries, claims=claims)


class Pen:
    """Writes words at random."""

    def __init__(self, shipped: Atlas) -> None:
        texts = [text for claim in shipped.claims.values() for text in (claim.text, claim.popular, claim.detail)]
        self._words = re.findall(r"[\w’-]+", " ".join(texts))
        self._random = random.Random(1)
        self._made_up = ["".join(self._random.choices(SYLLABLES, k=2 + at % 3)) for at in range(MADE_UP)]

    def name(self, words: int) -> str:
        """Made-up words."""
        return " ".join(self._random.choices(self._made_up, k=words)).capitalize()

    def prose(self, words: int) -> str:
        """A sentence."""
        return " ".join(self._written(words)).capitalize() + "."

    def _written(self, words: int) -> Iterator[str]:
        for _ in range(words):
            yield self._random.choice(self._made_up if self._random.random() < RARE else self._words)

    def claim(self, key: str) -> Claim:
        """A claim."""
        return Claim(key, self.prose(14), "B", self.prose(8), "holds", ("braus1921",), (), "", self.prose(20))

    def entry(self, number: int, claims: tuple[str, ...]) -> Entry:
        """An entry of some 1,100 characters."""
        title = f"{self.name(2)} {number}"
        sections = tuple(Section(self.name(2), self.prose(45), (claim,)) for claim in claims)
        return Entry(
            f"entry-{number}",
            "structure" if number % 3 else "topic",
            title,
            title[:24],
            self.prose(9),
            self.prose(25),
            (self.name(2), self.name(1), self.prose(2)),
            sections,
            self.name(2),
            (("TA2", str(number)),),
            (),
            (),
            None,
            None,
            Near(),
            (),
            number + 1,
        )
