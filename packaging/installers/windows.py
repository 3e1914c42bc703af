"""The installers for Windows."""

from installers.facts import Facts

NEEDS: dict[str, str] = {}


def windows(facts: Facts) -> None:
    """Not yet."""
