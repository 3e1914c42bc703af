"""The order of words in a list, whatever their case, accents and signs."""

from string import punctuation

SIGNS = str.maketrans("", "", punctuation + "‘’“”„‚«»¿¡–—·…")


def listed_under(text: str) -> str:
    """What a text is ordered by: `Çevik, A` by `cevik a`."""
    if not text.isascii():
        from unicodedata import combining, normalize  # noqa: PLC0415  # rarely needed

        text = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    return text.casefold().translate(SIGNS).strip()
