"""The scene as a link, there and back, and links that lead nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dimples_gui.atlas import links
from dimples_gui.atlas.links import TONES
from dimples_gui.atlas.model import LAYERS
from dimples_gui.body.build import Build
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.errors import LinkError
from dimples_gui.scene import MAX_ZOOM, MIN_ZOOM, Scene, from_link, step_link, to_link

names = st.sampled_from(["home", "psis", "can-i-get-them"])
hundredths = st.integers(0, 100).map(lambda n: n / 100)
builds = st.builds(
    Build,
    sex=st.sampled_from([0.0, 0.5, 1.0]),
    fat=st.integers(6, 48).map(lambda n: n / 100),
    muscle=hundredths,
    tether=hundredths,
    carved=st.booleans(),
).map(Build.within_bounds)
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
    question=st.integers(0, 6),
    step=st.integers(1, 4),
    lamp=st.tuples(st.integers(0, 3599).map(lambda n: n / 10), st.integers(120, 800).map(lambda n: n / 10)),
    build=builds,
    explanation=st.sampled_from(links.EXPLANATIONS),
    compared=st.none() | builds,
    plate=st.sampled_from(links.PLATES),
    tone=st.sampled_from(TONES),
    isolated=st.booleans(),
    nerves=st.booleans(),
    z=st.integers(-92, 26).map(float),
).map(
    lambda scene: scene._replace(
        x=scene.x if scene.zoom else 0.0,
        y=scene.y if scene.zoom else 0.0,
        z=scene.z if scene.zoom else links.CUT_Z,
        step=scene.step if scene.question else 0,
    )
)


@given(scenes)
def test_a_scene_comes_back_from_its_own_link(scene: Scene) -> None:
    assert from_link(to_link(scene)) == scene


def test_what_a_link_does_not_say_of_a_body_is_as_in_the_middling_one_of_its_sex() -> None:
    assert from_link("dimples:whatif?sex=1").build == Build().with_sex(1.0)
    assert from_link("dimples:whatif?sex=1&fat=0.24&carved").build == Build().with_sex(1.0)._replace(
        fat=0.24, carved=True
    )
    assert from_link("dimples:whatif?fat=0.06").build.fat == 0.14, "a woman's body is never that lean"


def test_a_link_may_name_each_explanation_there_is() -> None:
    assert tuple(explanation.id for explanation in EXPLANATIONS) == links.EXPLANATIONS


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
        ("dimples:psis?lamp=90", "lamp is two numbers"),
        ("dimples:psis?lamp=90,5", "lamp is a number from 12 to 80"),
        ("dimples:psis?sex=2", "sex is a number from 0 to 1"),
        ("dimples:whatif?fat=2", "fat is a number from 0.06 to 0.48"),
        ("dimples:whatif?explanation=magic", "there is no explanation “magic”"),
        ("dimples:whatif?plate=front", "there is no plate “front”"),
        ("dimples:whatif?compared=1,0.2", "compared is 5 numbers, sex, fat, muscle, tether, carved"),
        ("dimples:psis?tone=green", "no tone of skin “green”"),
        ("dimples:home?question=0", "question is a number from 1 to 99"),
        ("dimples:home?question=1&step=1.5", "step is a whole number"),
    ],
)
def test_a_link_that_leads_nowhere_says_why(link: str, said: str) -> None:
    with pytest.raises(LinkError, match=said.replace("(", r"\(").replace(")", r"\)")):
        from_link(link)


@pytest.mark.parametrize(("depth", "layer"), [(0.49, "skin"), (0.5, "fat"), (3.2, "ligament"), (4.0, "bone")])
def test_between_two_layers_the_nearer_one_counts(depth: float, layer: str) -> None:
    assert Scene(depth=depth).layer == layer


def test_the_link_to_a_step_shows_what_the_step_shows() -> None:
    shown = Scene("psis", 4.0, 2.0, 45.0, 0.0)
    for shows in ("dimples:psis?layer=bone&zoom=2&x=45&y=0", to_link(shown)):
        assert from_link(step_link(shows, 2, 3)) == shown._replace(question=2, step=3)
    assert from_link(step_link("dimples:l5", 1, 1), {"l5": ("bone",)}) == Scene("l5", 4.0, question=1, step=1)


def test_a_question_begins_with_its_first_step_and_no_step_is_without_a_question() -> None:
    assert from_link("dimples:home?question=2").step == 1
    assert from_link("dimples:home?step=2") == Scene()
