"""The skin's tones to choose from: each one's colour in full light, and how its shadows warm."""

from typing import NamedTuple


class Tone(NamedTuple):
    """One tone of skin. All are illustrative, chosen by eye."""

    id: str
    colour: tuple[int, int, int]  # red, green, blue in full light, 0-255
    warmth: tuple[float, float, float]  # each channel's share of a shadow; red less than blue is warm


TONES = (
    Tone("light", (243, 206, 182), (0.82, 1.10, 1.18)),
    Tone("medium", (238, 187, 154), (0.84, 1.12, 1.24)),
    Tone("tan", (203, 146, 108), (0.84, 1.10, 1.22)),
    Tone("brown", (158, 103, 72), (0.86, 1.08, 1.18)),
    Tone("deep", (108, 70, 52), (0.88, 1.05, 1.12)),
)
DEFAULT_TONE = TONES[1]
