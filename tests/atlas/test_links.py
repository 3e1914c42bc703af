"""What a link may name and carry, and that each slip in one is told in words."""

import pytest

from dimples_gui import scene
from dimples_gui.atlas.links import PANELS, read_link
from dimples_gui.body.build import Build
from dimples_gui.errors import LinkError


@pytest.mark.parametrize(
    ("link", "name", "values"),
    [
        ("dimples:psis", "psis", {}),
        (" Dimples://psis/ ", "psis", {}),
        ("dimples:", "home", {}),
        ("dimples:psis?layer=bone&labels=1&hotspots=0", "psis", {"depth": 4.0, "labels": True, "hotspots": False}),
        ("dimples:psis?labels", "psis", {"labels": True}),
        ("dimples:psis?depth=2.5&zoom=2&x=-4&y=0", "psis", {"depth": 2.5, "zoom": 2.0, "x": -4.0, "y": 0.0}),
        ("dimples:psis?zoom=fit", "psis", {"zoom": 0.0}),
        ("dimples:psis?opened=c1,,a2", "psis", {"opened": ("c1", "a2")}),
        ("dimples:home?question=2&step=4", "home", {"question": 2, "step": 4}),
        ("dimples:psis?lamp=360,40", "psis", {"lamp": (0.0, 40.0)}),
        ("dimples:psis?sex=1&tone=deep&isolated=1", "psis", {"sex": 1.0, "tone": "deep", "isolated": True}),
        ("dimples:whatif?fat=.2&carved&plate=both", "whatif", {"fat": 0.2, "carved": True, "plate": "both"}),
        ("dimples:whatif?compared=1,.2,.3,0,1", "whatif", {"compared": (1.0, 0.2, 0.3, 0.0, 1.0)}),
    ],
)
def test_a_link_carries_values_of_a_scene(link: str, name: str, values: dict[str, object]) -> None:
    assert read_link(link) == (name, values)
    assert set(values) <= {*scene.Scene._fields, *Build._fields}


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("psis", "is not a link of this program"),
        ("https://example.org", "is not a link of this program"),
        ("dimples:psis?leyer=bone", "“leyer” is not known; a link may carry layer, depth"),
        ("dimples:psis?layer=liver", "there is no layer “liver”; the layers are skin, fat, muscle, ligament, bone"),
        ("dimples:psis?sex=2", "sex is a number from 0 to 1, not “2”"),
        ("dimples:psis?tone=blue", "there is no tone of skin “blue”; there are light, medium"),
        ("dimples:psis?lamp=135", "lamp is two numbers, azimuth and elevation, such as 135,35, not “135”"),
        ("dimples:whatif?compared=1,.2", "compared is 5 numbers, sex, fat, muscle, tether, carved, not “1,.2”"),
        ("dimples:psis?depth=5", "depth is a number from 0 to 4, not “5”"),
        ("dimples:psis?zoom=nan", "zoom is a number from 0.25 to 8, not “nan”"),
        ("dimples:psis?x=far", "x is a number from -1000 to 1000, not “far”"),
        ("dimples:psis?labels=yes", "labels is 1 (on) or 0 (off), not “yes”"),
        ("dimples:home?question=0", "question is a number from 1 to"),
        ("dimples:home?step=1.5", "step is a whole number, not “1.5”"),
        ("dimples:psis?lamp=90", "lamp is two numbers, azimuth and elevation"),
    ],
)
def test_each_slip_in_a_link_is_told(link: str, says: str) -> None:
    with pytest.raises(LinkError) as told:
        read_link(link)
    assert says in str(told.value)


def test_the_panels_that_links_may_name_are_those_that_there_are() -> None:
    assert PANELS == scene.PANELS
