"""Words into a document: setting only what differs must come to the same as setting everything."""

import random
import re

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.entry_text import entry_leaf, missing_leaf
from dimples_gui.panels.home_text import home_leaf
from dimples_gui.panels.leaf import Leaf, Paragraph, Run
from dimples_gui.panels.typesetter import ROLES, Typesetter, spans
from dimples_gui.panels.whatif_rules import rules_leaf
from dimples_gui.scene import Scene
from dimples_gui.theme import LIGHT


def written(leaf: Leaf) -> QTextDocument:
    document = QTextDocument()
    Typesetter(LIGHT).replace(document, (), leaf.paragraphs)
    return document


@pytest.mark.parametrize("seed", range(8))
def test_a_page_changed_step_by_step_is_the_page_set_at_once(qapp: QApplication, atlas: Atlas, seed: int) -> None:
    chance = random.Random(seed)
    document, setter, old = QTextDocument(), Typesetter(LIGHT), Leaf("", "", ())
    for _ in range(12):
        entry = chance.choice([*atlas.entries.values()])
        opened = tuple(chance.sample([*atlas.claims], 8))
        leaf = chance.choice([entry_leaf(atlas, entry, opened), home_leaf(atlas.home), missing_leaf("x")])
        setter.replace(document, old.paragraphs, leaf.paragraphs)
        old = leaf
        assert document.blockCount() == len(leaf.paragraphs)
        assert document.toHtml() == written(leaf).toHtml()


def test_paragraphs_added_and_taken_away_at_any_place_leave_the_others(qapp: QApplication) -> None:
    a, b, c = (Paragraph("text", (Run(letter),)) for letter in "abc")
    pages: list[tuple[Paragraph, ...]] = [(a,), (a, b), (b,), (a, b, c), (a, c), (c,), (c, c), (a, c, c), (c,), (a, b)]
    document, setter = QTextDocument(), Typesetter(LIGHT)
    old: tuple[Paragraph, ...] = ()
    for page in pages:
        setter.replace(document, old, page)
        old = page
        assert document.toPlainText() == "\n".join(part.text for part in page)


def test_links_and_pills_are_found_where_their_words_stand(qapp: QApplication, atlas: Atlas) -> None:
    leaf = entry_leaf(atlas, atlas.entries["dimple"], tuple(atlas.claims))
    clef = Paragraph("text", (Run("𝄞 beyond 16 bits "), Run("a link", "", "dimples:psis")))
    leaf = leaf._replace(paragraphs=(clef, *leaf.paragraphs))
    document = written(leaf)
    found = [*spans(leaf.paragraphs)]
    assert len(found) > 40
    for span in found:
        begin = document.findBlockByNumber(span.block).position()
        cursor = QTextCursor(document)
        cursor.setPosition(begin + span.start)
        cursor.setPosition(begin + span.end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText().replace("\u00a0", " ").strip() == span.run.text


def test_a_figure_is_never_parted_from_its_sign_or_unit(qapp: QApplication, atlas: Atlas) -> None:
    said = Paragraph("text", (Run("22 % in women, 2.5 mm (1 cm) in 5 months"),))
    entries = [entry_leaf(atlas, entry, tuple(atlas.claims)) for entry in atlas.entries.values()]
    for leaf in (Leaf("", "", (said,)), rules_leaf(atlas, Scene()._replace(opened=("c26",))), *entries):
        document = written(leaf)
        blocks = [document.findBlockByNumber(number).text() for number in range(document.blockCount())]
        assert not [text for text in blocks if re.search(r"\d (%|[cm]m\b)", text)]
    document = written(Leaf("", "", (said,)))
    assert document.firstBlock().text() == "22\u00a0% in women, 2.5\u00a0mm (1\u00a0cm) in 5 months"
    assert document.toPlainText() == said.text


def test_every_role_that_the_words_use_is_known(atlas: Atlas) -> None:
    leaves = [entry_leaf(atlas, entry, tuple(atlas.claims)) for entry in atlas.entries.values()]
    used = {part.role for leaf in (*leaves, home_leaf(atlas.home), missing_leaf("x")) for part in leaf.paragraphs}
    assert used <= set(ROLES)


def test_text_twice_as_large_is_twice_as_large_but_titles_grow_less(qapp: QApplication) -> None:
    small, large = Typesetter(LIGHT), Typesetter(LIGHT._replace(text_scale=2.0))
    assert large.body.pointSizeF() == 2 * small.body.pointSizeF()
    assert 1.3 < large.size("title") < small.size("title")
