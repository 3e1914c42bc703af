"""Which commands are on in a scene, and which can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dimples_gui.atlas.links import PLATES
from dimples_gui.keeping import show_kept
from dimples_gui.scene import GLOSSARY, HOME, PANELS, SECTION, SOURCES, Scene
from dimples_gui.tool_commands import TOOLS, tools_of

if TYPE_CHECKING:
    from dimples_gui.main_window import MainWindow

# What is done with the panel of words; another panel has its own keys for it. To find says so where it finds nothing:
# were it closed, its key would be lost without a word, and what is typed next would act on the plate.
OF_WORDS = ("copy", "copy-claims", "select-all", "find-next", "find-previous", "next-term", "previous-term")
PANELS_OF_WORDS = (HOME, SOURCES, GLOSSARY)
MAN_FROM = 0.5  # a scene's sex from here on is called a man's


def show_state(window: MainWindow, scene: Scene) -> None:
    """Check and open the window's actions as the scene is."""
    actions, navigator = window.actions_by_id, window.navigator
    chosen = (
        f"layer-{scene.layer}",
        "body-man" if scene.build.sex >= MAN_FROM else "body-woman",
        f"tone-{scene.tone}",
        f"plate-{scene.plate}",
        f"theme-{window.appearance.theme}",
    )
    for name in chosen:
        actions[name].mark(on=True)
    actions["labels"].mark(on=scene.labels)
    actions["hotspots"].mark(on=scene.hotspots)
    actions["nerves"].setEnabled(bool(navigator.nerves))
    actions["nerves"].mark(on=scene.nerves and bool(navigator.nerves))
    actions["undo"].setEnabled(navigator.can_undo)
    actions["redo"].setEnabled(navigator.can_redo)
    actions["back"].setEnabled(bool(navigator.trail.earlier()))
    actions["forward"].setEnabled(bool(navigator.trail.later()))
    actions["home"].setEnabled(scene.place.page != HOME)
    actions["reveal"].setEnabled(scene.name in window.atlas.entries)
    page = scene.place.page
    for name in OF_WORDS:
        actions[name].setEnabled(page in PANELS_OF_WORDS or page not in PANELS)
    show_kept(window, scene)
    tools = tools_of(window)
    for name in TOOLS:
        actions[name].mark(on=tools.in_use == name)
        actions[name].setEnabled(scene.plate != SECTION)  # they are held over the back
    for plate in PLATES:
        actions[f"plate-{plate}"].setEnabled(bool(window.atlas.section.layers))
    can_isolate = tools.can_isolate(scene)
    actions["isolate"].setEnabled(can_isolate)
    actions["isolate"].mark(on=scene.isolated and can_isolate)
