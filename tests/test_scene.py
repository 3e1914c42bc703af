"""The scene as a link, there and back, and links that lead nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dimples_gui.atlas.model import LAYERS
from dimples_gui.errors import LinkError
from dimples_gui.scene import MAX_ZOOM, MIN_ZOOM, Scene, from_link, to_link

names = st.sampled_from(["home", "psis", "can-i-get-them"])
scenes = st.builds(
    Scene,
    name=names,
    depth=st.one_of(st.integers(0, 4).map(float), st.sampled_from([0.25, 1.5, 3.75])),
    zoom=st.one_of(st.just(0.0), st.integers(1, 32).map(lambda n: n / 4)),
    x=st.integers(-170, 170).map(float),
    y=st.integers(-115, 190).map(float),
    labels=st.booleans(),
    hotspots=st.booleans(),
    opened=st.sampled_from([(), ("c9",), ("c9", "a1")]),
).map(lambda scene: scene if scene.zoom else scene._replace(x=0.0, y=0.0))


@given(scenes)
def test_a_scene_comes_back_from_its_own_link(scene: Scene) -> None:
    assert from_link(to_link(scene)) == scene


@given(st.text(max_size=40))
def test_no_text_makes_more_of_a_mess_than_a_link_error(text: str) -> None:
    for link in (text, "dimples:" + text, "dimples:psis?" + text):
        try:
            scene = from_link(link)
        except LinkError:
            continue
        assert scene.layer in LAYERS
        assert scene.zoom == 0 or MIN_ZOOM <= scene.zoom <= MAX_ZOOM


def test_a_link_without_a_layer_leads_where_the_entry_is_seen() -> None:
    assert from_link("dimples:l5", {"l5": ("bone",)}).layer == "bone"
    assert from_link("dimples:l5?layer=skin", {"l5": ("bone",)}).layer == "skin"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("https://example.org", "not a link of this program"),
        ("dimples:psis?layer=liver", "no layer “liver”"),
        ("dimples:psis?zoom=99", "zoom is a number from 0.25 to 8"),
        ("dimples:psis?x=nan", "x is a number"),
        ("dimples:psis?labels=perhaps", "labels is 1 (on) or 0 (off)"),
        ("dimples:psis?colour=red", "“colour” is not known"),
    ],
)
def test_a_link_that_leads_nowhere_says_why(link: str, said: str) -> None:
    with pytest.raises(LinkError, match=said.replace("(", r"\(").replace(")", r"\)")):
        from_link(link)


@pytest.mark.parametrize(("depth", "layer"), [(0.49, "skin"), (0.5, "fat"), (3.2, "ligament"), (4.0, "bone")])
def test_between_two_layers_the_nearer_one_counts(depth: float, layer: str) -> None:
    assert Scene(depth=depth).layer == layer
