"""Which words belong to a scene: the page of an entry, of a panel, or of a step of an answer."""

from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.entry_text import entry_leaf, missing_leaf
from dimples_gui.panels.home_text import home_leaf
from dimples_gui.panels.leaf import Leaf
from dimples_gui.scene import GLOSSARY, HOME, SOURCES, Scene


def leaf_of(atlas: Atlas, scene: Scene) -> Leaf:
    """The page of a scene. Pages that no start shows are imported when they are asked for."""
    if scene.question:
        from dimples_gui.panels.steps_text import steps_leaf  # noqa: PLC0415

        leaf = steps_leaf(atlas, scene.question, scene.step, scene.opened)
        if leaf:
            return leaf
    if scene.name in atlas.entries:
        return entry_leaf(atlas, atlas.entries[scene.name], scene.opened)
    if scene.name == SOURCES:
        from dimples_gui.panels.sources_text import sources_leaf  # noqa: PLC0415

        return sources_leaf(atlas, scene.opened)
    if scene.name == GLOSSARY:
        from dimples_gui.panels.glossary_text import glossary_leaf  # noqa: PLC0415

        return glossary_leaf(atlas, scene.opened)
    return home_leaf(atlas.home) if scene.name == HOME else missing_leaf(scene.name)
