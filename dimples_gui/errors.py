"""The foreseen failures, each told in its own words with what to do about it."""


class DimplesError(Exception):
    """A failure we foresaw. Its text is one or two clear sentences for the reader."""


class LinkError(DimplesError):
    """A `dimples:` link that leads nowhere."""


class UsageError(DimplesError):
    """A word of the command line that means nothing."""


class ContentError(DimplesError):
    """Content or assets so damaged that there is nothing to show."""


class KeepError(DimplesError):
    """Bookmarks or notes that can't be read or written just now."""
