"""What is large enough to be hit: parts of one side count together, and a pin or a ring is as good."""

import pytest

from tests.atlas.conftest import Folder

FACTS, PLATE = "content/entries.yaml", "assets/plates/back.svg"
LEFT, RIGHT = "M -50 -5 H -40 V 5 H -50 Z", "M 50 -5 H 40 V 5 H 50 Z"


def holes(*tops: float) -> str:
    """Openings of 8 x 4 mm, one below the other."""
    return "".join(f'<path id="hole{top}-left" d="M -50 {top} h 8 v 4 h -8 Z"/>' for top in tops)


def pierce(folder: Folder, *tops: float) -> None:
    """Give the tip some openings on the left instead of its outline."""
    folder.change(PLATE, f'<path id="tip-left" d="{LEFT}"/>', holes(*tops))
    folder.change(FACTS, "    - tip-left\n", "".join(f"    - hole{top}-left\n" for top in tops))


def told(folder: Folder) -> list[str]:
    return [problem.text for problem in folder.load().problems]


def test_small_parts_of_one_side_count_together(folder: Folder) -> None:
    pierce(folder, -5, 5)
    assert told(folder) == []


def test_together_too_they_may_be_too_small(folder: Folder) -> None:
    pierce(folder, 0, 1)
    assert told(folder) == [
        "outlines “hole0-left”, “hole1-left” together are 5.0 mm wide or high: a hotspot needs 6.35 mm"
    ]


def test_the_other_side_does_not_help(folder: Folder) -> None:
    pierce(folder, 0)
    assert told(folder) == ["outline “hole0-left” is 4.0 mm wide or high: a hotspot needs 6.35 mm"]


@pytest.mark.parametrize(
    ("sign", "helps"),
    [
        ("pin: {x: 30, y: 0, icon: tree, layers: [bone]}", True),
        ("pin: {x: 30, y: 0, icon: tree, layers: [skin]}", False),
        ("ring: {x: 45, y: 0, r: 17, layers: [bone]}", True),
        ("ring: {x: 45, y: 0, r: 17, layers: [skin, fat]}", False),
    ],
)
def test_a_pin_or_a_ring_on_the_same_layer_does(folder: Folder, sign: str, *, helps: bool) -> None:
    pierce(folder, 0)
    folder.change(FACTS, "ring: {x: 45, y: 0, r: 17, layers: [skin, fat]}", sign)
    assert (told(folder) == []) is helps


def test_only_what_is_seen_of_them_counts(folder: Folder) -> None:
    folder.change(PLATE, RIGHT, "M 165 -5 H 185 V 5 H 165 Z")
    assert told(folder) == ["outline “tip-right” is 5.0 mm wide or high: a hotspot needs 6.35 mm"]


def test_a_layer_that_the_plate_lacks_is_told_where_it_is_asked_for(folder: Folder) -> None:
    folder.change(PLATE, '<g id="fat"/>', "")
    (problem,) = folder.load().problems
    assert problem.text == "entry spine-tip: there is no layer “fat” in back.svg"
    assert problem.where == (FACTS, folder.line(FACTS, "ring:"))
