"""The skin's tones to choose from, illustrative: each one's colour in full light, and how its shadows warm."""

from typing import NamedTuple


class Tone(NamedTuple):
    """One tone of skin, chosen by eye."""

    id: str
    colour: tuple[int, int, int]  # red, green, blue in full light, 0-255
    warmth: tuple[float, float, float]  # each channel's share of a shadow; red less than blue is warm


TONES = (
    Tone("light", (255, 226, 204), (0.80, 1.10, 1.22)),
    Tone("medium", (255, 209, 178), (0.84, 1.12, 1.24)),
    Tone("tan", (222, 162, 122), (0.84, 1.10, 1.22)),
    Tone("brown", (176, 121, 90), (0.86, 1.08, 1.18)),
    Tone("deep", (126, 83, 64), (0.88, 1.05, 1.12)),
)
DEFAULT_TONE = TONES[1]
