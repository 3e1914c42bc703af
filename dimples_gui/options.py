"""What the command line can ask for."""

from pathlib import Path
from typing import NamedTuple

THEMES = ("system", "light", "dark", "contrast")
TEXT_PERCENTS = (50, 300)  # least and most


class Options(NamedTuple):
    """One call of the program."""

    link: str = ""
    content: Path | None = None
    language: str = "en"
    text_size: int | None = None
    theme: str | None = None
    self_test: bool = False
    shot: Path | None = None
    size: tuple[int, int] | None = None
    labels: bool = False
    hotspots: bool = False
    private: bool = False  # nothing at all is written

    @property
    def screenless(self) -> bool:
        """Nobody looks: no settings are read or written, and no screen is needed."""
        return self.self_test or self.shot is not None
