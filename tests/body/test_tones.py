"""The tones of skin to choose from."""

from itertools import pairwise

from dimples_gui.body.tones import DEFAULT_TONE, TONES


def test_there_are_at_least_four_from_light_to_deep_with_names_of_their_own() -> None:
    brightness = [sum(tone.colour) for tone in TONES]
    assert len(TONES) >= 4
    assert brightness == sorted(brightness, reverse=True)
    assert all(lighter - deeper > 30 for lighter, deeper in pairwise(brightness))
    assert len({tone.id for tone in TONES}) == len(TONES)
    assert DEFAULT_TONE in TONES


def test_skin_and_its_shadows_are_warm() -> None:
    for tone in TONES:
        red, green, blue = tone.colour
        assert red > green > blue
        red_share, green_share, blue_share = tone.warmth
        assert red_share < green_share < blue_share
