"""The words of a scene's page for paper, whichever page it is."""

from dimples_gui.atlas.model import Atlas
from dimples_gui.export.deciding import deciding_leaf
from dimples_gui.export.paper_text import paper_paragraphs
from dimples_gui.panels.leaf import Leaf
from dimples_gui.panels.leaves import leaf_of
from dimples_gui.scene import Scene


def words_of(atlas: Atlas, scene: Scene) -> Leaf:
    """Title and paragraphs, with the works cited at the end."""
    deciding = None if scene.question else deciding_leaf(atlas, scene.name)
    if deciding:
        return deciding
    leaf = leaf_of(atlas, scene)
    return leaf._replace(paragraphs=tuple(paper_paragraphs(atlas, leaf)))
