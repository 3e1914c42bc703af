"""Where the reader is, where they were, and on which layer."""

import pytest

from dimples_gui.navigator import Navigator
from dimples_gui.scene import HOME, Place, Scene

SEEN_ON = {"dimple": ("skin",), "psis": ("skin", "bone"), "tether": ("ligament",), "heredity": ("skin", "bone")}


@pytest.fixture
def navigator() -> Navigator:
    return Navigator(SEEN_ON)


def test_going_somewhere_is_told_once(navigator: Navigator) -> None:
    told: list[Scene] = []
    navigator.changed.connect(told.append)
    navigator.go_to_entry("psis")
    navigator.go_to_entry("psis")
    assert [scene.name for scene in told] == ["psis"]


def test_back_and_forward_go_through_places_with_their_layers(navigator: Navigator) -> None:
    navigator.go_to_entry("psis")
    navigator.set_layer("bone")
    navigator.go_to_entry("tether")
    navigator.back()
    assert navigator.scene.place == Place("psis", "bone")
    navigator.back()
    assert navigator.scene.name == HOME
    navigator.forward()
    navigator.forward()
    assert navigator.scene.place == Place("tether", "ligament")
    navigator.forward()
    assert navigator.scene.name == "tether"


def test_going_somewhere_new_forgets_what_lay_ahead(navigator: Navigator) -> None:
    navigator.go_to_entry("psis")
    navigator.back()
    navigator.go_to_entry("dimple")
    assert navigator.trail.later() == ()
    assert [place.name for place in navigator.trail.earlier()] == [HOME]


def test_an_entry_opens_on_the_layer_in_view_if_it_is_seen_there(navigator: Navigator) -> None:
    navigator.set_layer("bone")
    navigator.go_to_entry("psis")
    assert navigator.scene.layer == "bone"


def test_an_entry_that_is_not_seen_here_opens_on_the_nearest_layer(navigator: Navigator) -> None:
    navigator.set_layer("bone")
    navigator.go_to_entry("tether")
    assert navigator.scene.layer == "ligament"


def test_show_on_the_plate_works_for_the_entry_that_is_open(navigator: Navigator) -> None:
    revealed: list[str] = []
    navigator.revealed.connect(revealed.append)
    navigator.go_to_entry("dimple")
    navigator.set_layer("bone")
    navigator.reveal("dimple")
    assert navigator.scene.layer == "skin"
    assert revealed == ["dimple"]


def test_a_half_faded_layer_stays_half_faded_when_a_page_opens(navigator: Navigator) -> None:
    navigator.set_depth(3.6)
    navigator.go_to_entry("heredity")
    assert navigator.scene.depth == pytest.approx(3.6)


def test_opened_badges_close_when_the_page_changes(navigator: Navigator) -> None:
    navigator.go_to_entry("psis")
    navigator.toggle_claim("c9")
    navigator.toggle_claim("a1")
    navigator.toggle_claim("c9")
    assert list(navigator.scene.opened) == ["a1"]
    navigator.go_to_entry("dimple")
    assert not navigator.scene.opened


def test_zoom_and_depth_stay_within_their_bounds(navigator: Navigator) -> None:
    navigator.set_view(100.0, 5.0, 6.0)
    navigator.set_depth(9.0)
    assert (navigator.scene.zoom, navigator.scene.depth) == (8.0, 4.0)
    navigator.set_view(0.0, 5.0, 6.0)
    assert (navigator.scene.zoom, navigator.scene.x, navigator.scene.y) == (0.0, 0.0, 0.0)


def test_a_jump_beyond_the_ends_does_nothing(navigator: Navigator) -> None:
    navigator.jump(-1)
    navigator.jump(3)
    assert navigator.scene.name == HOME


ASKED = Scene("dimple", question=1, step=1)


def test_the_steps_of_one_answer_are_one_place(navigator: Navigator) -> None:
    navigator.show(ASKED)
    navigator.show(ASKED._replace(name="psis", depth=4.0, step=2))
    navigator.show(Scene("tether", 3.0, question=2, step=1))
    assert [place.question for place in navigator.trail.earlier()] == [1, 0]
    navigator.back()
    assert navigator.scene == Scene("psis", 4.0, question=1, step=2)
    navigator.back()
    assert navigator.scene == Scene()


def test_what_a_step_points_out_can_be_opened(navigator: Navigator) -> None:
    navigator.show(ASKED._replace(zoom=2.0, x=45.0))
    navigator.go_to_entry("dimple")
    assert navigator.scene == Scene("dimple", zoom=2.0, x=45.0)
    assert [place.page for place in navigator.trail.earlier()] == [1, HOME]


def test_home_is_gone_to_from_a_step_that_points_nothing_out(navigator: Navigator) -> None:
    navigator.show(ASKED._replace(name=HOME))
    navigator.go_to_entry(HOME)
    assert (navigator.scene.question, navigator.scene.step) == (0, 0)


def test_back_to_a_step_and_back_from_one_shows_the_whole_view_as_it_was_left(navigator: Navigator) -> None:
    navigator.set_view(1.5, 1.0, 2.0)
    before = navigator.scene
    step = ASKED._replace(zoom=3.0, x=40.0, labels=True)
    navigator.show(step)
    navigator.go_to_entry("heredity")
    navigator.set_view(0.0, 0.0, 0.0)
    navigator.show_labels(shown=False)
    navigator.back()
    assert navigator.scene == step
    navigator.back()
    assert navigator.scene == before
    navigator.forward()
    assert navigator.scene == step


def test_looking_deeper_during_an_answer_leaves_it_open(navigator: Navigator) -> None:
    navigator.show(ASKED)
    navigator.set_layer("bone")
    navigator.go(Place("dimple", "muscle", 1))
    assert (navigator.scene.question, navigator.scene.step, navigator.scene.layer) == (1, 1, "muscle")


def test_what_was_done_to_the_plate_is_taken_back_and_done_again_in_turn(navigator: Navigator) -> None:
    navigator.set_layer("bone")
    navigator.show_labels(shown=True)
    navigator.set_tone("deep")
    after = navigator.scene
    for _ in range(3):
        navigator.undo()
    assert navigator.scene == Scene()
    assert not navigator.can_undo
    for _ in range(3):
        navigator.redo()
    assert navigator.scene == after
    assert not navigator.can_redo


def test_taking_back_leaves_place_and_view_alone(navigator: Navigator) -> None:
    navigator.show_hotspots(shown=True)
    navigator.go_to_entry("psis")
    navigator.set_view(2.0, 3.0, 4.0)
    navigator.undo()
    assert navigator.scene == Scene("psis", zoom=2.0, x=3.0, y=4.0)
    assert not navigator.can_undo


def test_doing_something_new_forgets_what_was_taken_back(navigator: Navigator) -> None:
    navigator.set_layer("bone")
    navigator.undo()
    navigator.show_labels(shown=True)
    assert not navigator.can_redo


def test_a_drag_is_one_act_and_one_that_comes_back_is_none(navigator: Navigator) -> None:
    navigator.begin_drag()
    for depth in (0.5, 1.5, 2.5):
        navigator.set_depth(depth)
    navigator.end_drag()
    navigator.begin_drag()
    for depth in (3.0, 2.5):
        navigator.set_depth(depth)
    navigator.end_drag()
    navigator.undo()
    assert navigator.scene.depth == 0
    assert not navigator.can_undo


def test_only_an_entry_can_be_isolated(navigator: Navigator) -> None:
    seen = []
    for entry in (HOME, "psis", "dimple", HOME):
        navigator.go_to_entry(entry)
        if entry != "dimple":
            navigator.isolate(alone=True)
        seen.append(navigator.scene.isolated)
    assert seen == [False, True, True, False]
